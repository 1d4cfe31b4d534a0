/* onward-window-private.h - what the files of the window share */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-window.h"

#include "calendar/onward-calendar-view.h"
#include "contacts/onward-contacts-view.h"
#include "due/onward-due-pane.h"
#include "pipeline/onward-pipeline-view.h"
#include "shared/onward-width-bin.h"

G_BEGIN_DECLS

struct _OnwardWindow
{
  AdwApplicationWindow parent_instance;

  OnwardStore *store;
  OnwardClock *clock;
  gboolean sample;
  gboolean outdated;       /* another program has changed what the tables are */
  gboolean narrow;         /* below 600 text-scaled pixels */
  gboolean switcher_below; /* at the foot, where the header has no room for it */
  gboolean due_shown;      /* the Due pane is open, where there is room for a pane */
  OnwardDuePane *due;      /* in one of its three slots */
  GArray *open_pages;      /* OpenPage, the visible one last */
  AdwToast *toast;         /* the one that is shown */
  AdwToast *next_toast;
  gint64 toast_since; /* monotonic time */
  guint toast_source;

  OnwardWidthBin *width_bin;
  GtkWidget *overlay;
  GtkWidget *quick_switcher; /* NULL unless it is open */
  GtkStack *root;
  GtkWidget *first_run; /* NULL when there was always something to show */
  GtkWidget *shell;
  GtkWidget *banner;
  GtkLabel *banner_label;
  AdwToastOverlay *toasts;
  AdwHeaderBar *header;
  GtkStack *title_stack;
  AdwViewSwitcher *switcher;
  AdwWindowTitle *title;
  GtkWidget *back_button;
  GtkWidget *new_button;
  GtkWidget *mode_switch;
  GtkMenuButton *menu_button;
  GMenuModel *main_menu;
  GMenu *undo_menu; /* the first section of it */
  GtkToggleButton *due_toggle;
  GtkLabel *due_count;
  GtkToggleButton *search_toggle;
  GtkStack *pages;
  AdwViewStack *views;
  AdwViewStackPage *due_page;
  AdwBin *due_slot_page;
  GtkRevealer *due_slot_beside;
  GtkRevealer *due_slot_over;
  AdwViewSwitcherBar *switcher_bar;
  OnwardPipelineView *pipeline;
  AdwBin *contacts_slot;
  AdwBin *calendar_slot;
  OnwardContactsView *contacts; /* NULL until it was looked at */
  OnwardCalendarView *calendar; /* NULL until it was looked at */
};

void onward_window_init_pages (OnwardWindow *self);
void onward_window_free_pages (OnwardWindow *self);
void onward_window_update_header (OnwardWindow *self);
void onward_window_update_pages (OnwardWindow *self);
void onward_window_init_due (OnwardWindow *self);
void onward_window_update_due (OnwardWindow *self, int width);
void onward_window_install_due_actions (GtkWidgetClass *widget_class);
void onward_window_init_files (OnwardWindow *self);
void onward_window_install_file_actions (GtkWidgetClass *widget_class);
void onward_window_update_first_run (OnwardWindow *self);
void onward_window_install_first_run_actions (GtkWidgetClass *widget_class);
void onward_window_install_command_actions (GtkWidgetClass *widget_class);
void onward_window_free_toasts (OnwardWindow *self);
void onward_window_update_undo (OnwardWindow *self);

G_END_DECLS
