/* onward-card-menu.c - what can be done with an opportunity, as a menu */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-card-menu.h"

#include "model/onward-opportunity.h"
#include "model/onward-stage.h"
#include "store/onward-stages.h"

#include <glib/gi18n-lib.h>

static void
append_item (GMenu *menu, const char *label, const char *action, gint64 opportunity)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "x", opportunity);
  g_menu_append_item (menu, item);
}

/**
 * onward_card_menu_create_stages:
 * @store: the database
 * @opportunity: an opportunity
 *
 * Returns: (transfer full): the stages it can be moved to
 */
GMenuModel *
onward_card_menu_create_stages (OnwardStore *store, gint64 opportunity)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GPtrArray) stages = onward_stages_list (store);

  for (guint i = 0; i < stages->len; i++)
    {
      OnwardStage *stage = stages->pdata[i];
      g_autoptr (GMenuItem) item = g_menu_item_new (stage->name, NULL);

      g_menu_item_set_action_and_target (item, "win.move-opportunity", "(xxbx)", opportunity, stage->record.id, FALSE,
                                         (gint64)0);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

/**
 * onward_card_menu_create:
 * @store: the database
 * @opportunity: an opportunity
 * @with_open: whether it can be opened, too
 *
 * Returns: (transfer full): everything that can be done with it
 */
GMenuModel *
onward_card_menu_create (OnwardStore *store, gint64 opportunity, gboolean with_open)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) open = g_menu_new ();
  g_autoptr (GMenu) change = g_menu_new ();
  g_autoptr (GMenuModel) stages = onward_card_menu_create_stages (store, opportunity);
  g_autoptr (OnwardOpportunity) record = onward_store_get_record (store, ONWARD_TYPE_OPPORTUNITY, opportunity);
  g_autoptr (GMenuItem) feedback = g_menu_item_new (_ ("Write Down _Feedback…"), NULL);
  g_autoptr (GMenuItem) introduction = g_menu_item_new (_ ("Write _Down an Introduction…"), NULL);

  if (with_open)
    append_item (open, _ ("_Open"), "win.open-opportunity", opportunity);
  append_item (open, _ ("Add _Interview…"), "win.new-interview", opportunity);
  g_menu_append_submenu (change, _ ("_Move to"), stages);
  if (record != NULL && record->outcome_kind == NULL)
    append_item (change, _ ("Offe_r…"), "win.offer", opportunity);
  append_item (change, _ ("Set _Outcome…"), "win.set-outcome", opportunity);
  if (record != NULL && g_strcmp0 (record->outcome_kind, "accepted") == 0)
    append_item (change, _ ("Tell _Everyone…"), "win.announce", opportunity);
  if (record != NULL && record->outcome_kind != NULL)
    append_item (change, _ ("_Take the Outcome Back"), "win.take-outcome-back", opportunity);
  g_menu_item_set_action_and_target (introduction, "win.new-introduction", "(xx)", (gint64)0, opportunity);
  g_menu_append_item (open, introduction);
  g_menu_item_set_action_and_target (feedback, "win.new-feedback", "(xx)", (gint64)0, opportunity);
  g_menu_append_item (open, feedback);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (open));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (change));
  return G_MENU_MODEL (menu);
}

/* Freed when what it did is done: the action of an item runs after the popover has closed. */
static gboolean
unparent_cb (gpointer popover)
{
  gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* The focus goes back to where the menu was asked for. */
static void
closed_cb (GtkWidget *popover, gpointer data)
{
  g_autoptr (GtkWidget) widget = g_weak_ref_get (data);

  if (widget != NULL && gtk_widget_get_root (widget) != NULL)
    gtk_widget_grab_focus (widget);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_cb, g_object_ref (popover), g_object_unref);
}

static void
free_weak_ref (gpointer data, GClosure *closure)
{
  g_weak_ref_clear (data);
  g_free (data);
}

/**
 * onward_card_menu_popup:
 * @host: what holds the menu; lives longer than a card, which may be made anew at any time, and lays out its children
 * @widget: the card, or the row, in @host
 * @store: the database
 * @opportunity: its opportunity
 * @stages_only: whether only the stages are offered
 */
void
onward_card_menu_popup (GtkWidget *host, GtkWidget *widget, OnwardStore *store, gint64 opportunity,
                        gboolean stages_only)
{
  g_autoptr (GMenuModel) menu = stages_only ? onward_card_menu_create_stages (store, opportunity)
                                            : onward_card_menu_create (store, opportunity, TRUE);
  GtkWidget *popover = gtk_popover_menu_new_from_model (menu);
  GWeakRef *back = g_new0 (GWeakRef, 1);
  graphene_rect_t bounds;

  gtk_widget_set_parent (popover, host);
  if (gtk_widget_compute_bounds (widget, host, &bounds))
    gtk_popover_set_pointing_to (
        GTK_POPOVER (popover),
        &(GdkRectangle){ (int)bounds.origin.x, (int)bounds.origin.y, (int)bounds.size.width, (int)bounds.size.height });
  g_weak_ref_init (back, widget);
  g_signal_connect_data (popover, "closed", G_CALLBACK (closed_cb), back, free_weak_ref, 0);
  gtk_popover_popup (GTK_POPOVER (popover));
}
