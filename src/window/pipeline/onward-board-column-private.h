/* onward-board-column-private.h - what the files of a column share */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-board-column.h"

#include "model/onward-opportunity.h"
#include "onward-card-selection.h"
#include "store/onward-id-list.h"

G_BEGIN_DECLS

struct _OnwardBoardColumn
{
  GtkWidget parent_instance;

  OnwardStore *store;
  OnwardStage *stage;
  OnwardCardSelection *selection;
  GArray *carried;      /* gint64, what is dragged; NULL = nothing */
  OnwardIdList *ids;    /* all of the stage */
  GArray *heights;      /* int, of each of them with its heading; 0 = not known */
  int usual;            /* height of a card that was never seen */
  GHashTable *shown;    /* id -> OnwardBoardCard, those that were made */
  guint first, end;     /* these were, and what has the focus or is dragged */
  GPtrArray *gaps;      /* GtkWidget, each for the cards between that were not */
  gint64 anchor;        /* the card at the upper edge; 0 = scrolled to the top */
  double anchor_offset; /* its top, from that edge */
  gboolean adjusting;   /* it is not the user who scrolls */
  GtkAdjustment *adjustment;
  int today;
  GHashTable *changed; /* while it is arranged: the only cards that are read again; NULL = all of them */
  gboolean narrow;
  guint grow_source;
  GtkWidget *mark; /* where a dragged card would land */

  GtkWidget *content;
  GtkWidget *header;
  GtkLabel *name;
  GtkLabel *count;
  GtkWidget *fold;
  GtkWidget *more;
  GtkWidget *add;
  GtkScrolledWindow *scroll;
  GtkBox *cards;
};

void onward_board_column_init_cards (OnwardBoardColumn *self);
void onward_board_column_look (OnwardBoardColumn *self);
gboolean onward_board_column_learn (OnwardBoardColumn *self);
void onward_board_column_arrange (OnwardBoardColumn *self, GHashTable *changed);
GtkWidget *onward_board_column_reveal (OnwardBoardColumn *self, guint position);

G_END_DECLS
