/* onward-pipeline-board-private.h - what the files of the board share */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-board-column.h"
#include "onward-card-selection.h"
#include "onward-pipeline-board.h"

#include <adwaita.h>

G_BEGIN_DECLS

struct _OnwardPipelineBoard
{
  GtkWidget parent_instance;

  OnwardStore *store;
  GPtrArray *columns; /* OnwardBoardColumn, in the order of the stages */
  GPtrArray *folded;  /* GtkWidget a column: what stands for it while it is folded */
  gboolean narrow;
  GHashTable *matches; /* NULL = everything; the opportunities that are searched for */
  int today;
  OnwardCardSelection *selection;
  gint64 wanted_stage;   /* gets the focus when it is there; 0 = none */
  GtkWidget *stage_mark; /* where a dragged stage would land, or NULL */
  gint64 anchor;         /* where a range of selected cards begins; 0 = nowhere */
  guint scroll_tick;
  double drag_x; /* while something is dragged over it */
  double drag_y;
  gint64 turned; /* monotonic time: when a drag last turned to another stage, narrow */
  guint page;    /* narrow: the stage that is shown */

  GtkStack *layouts;
  GtkWidget *wide;
  GtkBox *columns_box;
  GtkWidget *narrow_box;
  GtkWidget *previous;
  GtkWidget *next;
  GtkMenuButton *stage_menu;
  GtkLabel *stage_name;
  GtkLabel *stage_count;
  AdwCarousel *carousel;
};

OnwardBoardColumn *onward_pipeline_board_get_column (OnwardPipelineBoard *self, guint index);
gboolean
onward_pipeline_board_find_card (OnwardPipelineBoard *self, gint64 opportunity, guint *column, guint *position);
gboolean onward_pipeline_board_is_folded (OnwardPipelineBoard *self, guint index);
void onward_pipeline_board_set_folded (OnwardPipelineBoard *self, gint64 stage, gboolean folded);
void onward_pipeline_board_show_page (OnwardPipelineBoard *self, guint page);
OnwardBoardCard *onward_pipeline_board_get_focus_card (OnwardPipelineBoard *self);

void onward_pipeline_board_provide_columns (OnwardPipelineBoard *self);
void onward_pipeline_board_update_column (OnwardPipelineBoard *self, guint index, GHashTable *changed);
void onward_pipeline_board_keep_selection (OnwardPipelineBoard *self);

void onward_pipeline_board_install_pager (GtkWidgetClass *widget_class);
void onward_pipeline_board_ensure_pager (OnwardPipelineBoard *self);
void onward_pipeline_board_update_pager (OnwardPipelineBoard *self);

void onward_pipeline_board_install_keys (GtkWidgetClass *widget_class);
gboolean onward_pipeline_board_go (OnwardPipelineBoard *self, int right, int down);

GArray *onward_pipeline_board_list_shown (OnwardPipelineBoard *self);
GArray *onward_pipeline_board_list_targets (OnwardPipelineBoard *self, gint64 opportunity);
guint onward_pipeline_board_carry (OnwardPipelineBoard *self, gint64 opportunity);
void onward_pipeline_board_popup_menu (OnwardPipelineBoard *self, OnwardBoardCard *card, gboolean stages_only);
void onward_pipeline_board_popup_outcomes (OnwardPipelineBoard *self, GArray *opportunities);
void onward_pipeline_board_install_selection (GtkWidgetClass *widget_class);
void onward_pipeline_board_init_selection (OnwardPipelineBoard *self);
void onward_pipeline_board_install_stages (GtkWidgetClass *widget_class);
GMenuModel *onward_pipeline_board_create_stage_menu (OnwardPipelineBoard *self, guint index);
void onward_pipeline_board_popup_stage_menu (OnwardPipelineBoard *self, guint index);
void onward_pipeline_board_focus_wanted_stage (OnwardPipelineBoard *self);
void onward_board_stage_drag_accept (OnwardPipelineBoard *self);
void onward_pipeline_board_init_scroll (OnwardPipelineBoard *self);

G_END_DECLS
