/* onward-contacts-view-private.h - the list of people as its own files see it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-contacts-view.h"

#include "onward-contact-page.h"
#include "onward-contact-row.h"
#include "shared/onward-filter-bar.h"
#include "shared/onward-id-selection.h"
#include "store/onward-contact-order.h"

#include <adwaita.h>

G_BEGIN_DECLS

struct _OnwardContactsView
{
  GtkWidget parent_instance;

  OnwardStore *store;
  OnwardContactOrder *order; /* NULL until the view is first needed */
  OnwardIdList *ids;
  OnwardIdSelection *selection;
  guint follow_source; /* until the page shows somebody of those who were found */
  guint settle;        /* a tick callback, after the list has changed as a whole */
  guint frames;        /* since then */
  gint64 top;          /* who stood at the upper edge before, */
  gint64 focused;      /* and who had the focus; 0 = nobody here */
  GPtrArray *rows; /* the row widgets there are; the list owns them, and drops them without a word when it shrinks */
  GtkAdjustment *scroll;
  OnwardContactRowContext context;
  gboolean narrow;
  gboolean search_mode;
  gboolean selecting; /* a press on a row selects it too */

  GtkStack *stack;
  GtkWidget *list_side;
  GtkSearchEntry *search;
  GtkDropDown *tier;
  GtkDropDown *role;
  GtkToggleButton *more_toggle;
  OnwardFilterBar *more;
  GtkStack *result;
  GtkListView *list;
  AdwStatusPage *nothing;
  GtkLabel *count;
  GtkWidget *separator;
  OnwardContactPage *page;
  GtkWidget *bar; /* what is done with several */
  GtkLabel *chosen;
  GtkMenuButton *change_button;
  GMenuModel *people_menu;
};

guint onward_contacts_list_count (OnwardContactsView *self);
void onward_contacts_list_show_sight (OnwardContactsView *self);
void onward_contacts_list_update (OnwardContactsView *self, const char *table);
OnwardContactRow *onward_contacts_list_find (OnwardContactsView *self, gint64 id);
gint64 onward_contacts_list_get_focused (OnwardContactsView *self);
void onward_contacts_list_focus_row (OnwardContactsView *self, gint64 id);
void onward_contacts_list_focus (OnwardContactsView *self);
void onward_contacts_list_settle (OnwardContactsView *self, gint64 top, gint64 focused);
void onward_contacts_list_fill (OnwardContactsView *self);

OnwardContactFilter onward_contacts_choices_get_filter (OnwardContactsView *self);
void onward_contacts_choices_clear (OnwardContactsView *self);
void onward_contacts_choices_set_search_mode (OnwardContactsView *self, gboolean search_mode);

void onward_contacts_selection_init (OnwardContactsView *self);
void onward_contacts_selection_follow_results (OnwardContactsView *self);
void onward_contacts_selection_update (OnwardContactsView *self);
void onward_contacts_selection_set_selecting (OnwardContactsView *self, gboolean selecting);
void onward_contacts_selection_toggle (OnwardContactsView *self, guint position);
void onward_contacts_selection_install (GtkWidgetClass *widget_class);

G_END_DECLS
