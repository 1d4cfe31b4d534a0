/* onward-card-menu.c - what can be done with an opportunity, or with several, as a menu */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-card-menu.h"

#include "model/onward-opportunity.h"
#include "model/onward-stage.h"
#include "onward-card-words.h"
#include "shared/onward-mnemonic.h"
#include "shared/onward-popover.h"
#include "store/onward-board.h"
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
      g_autofree char *name = onward_mnemonic_escape (stage->name);
      g_autoptr (GMenuItem) item = g_menu_item_new (name, NULL);

      g_menu_item_set_action_and_target (item, "win.move-opportunity", "(xxbx)", opportunity, stage->record.id, FALSE,
                                         (gint64)0);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static GVariant *
create_ids (GArray *opportunities)
{
  return g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, opportunities->data, opportunities->len, sizeof (gint64));
}

/**
 * onward_card_menu_create_stages_for:
 * @store: the database
 * @opportunities: (element-type gint64): some opportunities
 *
 * Returns: (transfer full): the open stages they can be moved to; how they end is asked by
 *   onward_card_menu_create_outcomes()
 */
GMenuModel *
onward_card_menu_create_stages_for (OnwardStore *store, GArray *opportunities)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GPtrArray) stages = onward_stages_list (store);

  for (guint i = 0; i < stages->len; i++)
    {
      OnwardStage *stage = stages->pdata[i];
      g_autofree char *name = onward_mnemonic_escape (stage->name);
      g_autoptr (GMenuItem) item = g_menu_item_new (name, NULL);

      if (g_strcmp0 (stage->kind, "closed") == 0)
        continue;
      g_menu_item_set_action_and_target (item, "win.move-opportunities", "(@axxbx)", create_ids (opportunities),
                                         stage->record.id, FALSE, (gint64)0);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

/**
 * onward_card_menu_create_outcomes:
 * @opportunities: (element-type gint64): some opportunities
 *
 * An offer that was accepted is written down for one, with its plan.
 *
 * Returns: (transfer full): how all of them can have ended
 */
GMenuModel *
onward_card_menu_create_outcomes (GArray *opportunities)
{
  static const char *const outcomes[] = { "rejected", "no-response", "withdrawn", "declined", "cancelled" };
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (onward_card_words_get_outcome (outcomes[i]), NULL);

      g_menu_item_set_action_and_target (item, "win.close-opportunities", "(@axs)", create_ids (opportunities),
                                         outcomes[i]);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

/**
 * onward_card_menu_create_several:
 * @store: the database
 * @opportunities: (element-type gint64): two or more opportunities
 *
 * Returns: (transfer full): what can be done with all of them
 */
GMenuModel *
onward_card_menu_create_several (OnwardStore *store, GArray *opportunities)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) change = g_menu_new ();
  g_autoptr (GMenuModel) stages = onward_card_menu_create_stages_for (store, opportunities);
  g_autoptr (GMenuModel) outcomes = onward_card_menu_create_outcomes (opportunities);
  g_autofree char *title =
      g_strdup_printf (ngettext ("%u opportunity", "%u opportunities", opportunities->len), opportunities->len);

  g_menu_append_submenu (change, _ ("_Move to"), stages);
  g_menu_append_submenu (change, _ ("Set _Outcome"), outcomes);
  g_menu_append_section (menu, title, G_MENU_MODEL (change));
  return G_MENU_MODEL (menu);
}

/* Whoever is on the card can be written to. */
static void
append_people (GMenu *menu, const OnwardCard *card)
{
  for (guint i = 0; i < MIN (card->n_people, ONWARD_CARD_PEOPLE); i++)
    {
      g_autofree char *name = onward_mnemonic_escape (card->people[i].name);
      /* Translators: in a menu; %s is a person */
      g_autofree char *label = g_strdup_printf (_ ("Write to %s…"), name);

      if (*name != '\0')
        append_item (menu, label, "win.write-to", card->people[i].id);
    }
}

static GMenu *
create_additions (gint64 opportunity)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenuItem) feedback = g_menu_item_new (_ ("Write Down _Feedback…"), NULL);
  g_autoptr (GMenuItem) follow_up = g_menu_item_new (_ ("Add Follow-_up…"), NULL);
  g_autoptr (GMenuItem) introduction = g_menu_item_new (_ ("Write _Down an Introduction…"), NULL);

  append_item (menu, _ ("Add _Interview…"), "win.new-interview", opportunity);
  g_menu_item_set_action_and_target (follow_up, "win.follow-up-about", "(xx)", (gint64)0, opportunity);
  g_menu_append_item (menu, follow_up);
  g_menu_item_set_action_and_target (introduction, "win.new-introduction", "(xx)", (gint64)0, opportunity);
  g_menu_append_item (menu, introduction);
  g_menu_item_set_action_and_target (feedback, "win.new-feedback", "(xx)", (gint64)0, opportunity);
  g_menu_append_item (menu, feedback);
  return menu;
}

static GMenu *
create_changes (OnwardStore *store, const OnwardCard *card)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenuModel) stages = onward_card_menu_create_stages (store, card->id);

  g_menu_append_submenu (menu, _ ("_Move to"), stages);
  if (card->outcome == NULL)
    append_item (menu, _ ("Off_er…"), "win.offer", card->id);
  append_item (menu, _ ("_Set Outcome…"), "win.set-outcome", card->id);
  if (g_strcmp0 (card->outcome, "accepted") == 0)
    append_item (menu, _ ("Tell _Everyone…"), "win.announce", card->id);
  if (card->outcome != NULL)
    append_item (menu, _ ("_Take the Outcome Back"), "win.take-outcome-back", card->id);
  return menu;
}

/**
 * onward_card_menu_create:
 * @store: the database
 * @opportunity: an opportunity
 * @with_open: whether it can be opened, too, and the people on its card be written to
 *
 * Returns: (transfer full): everything that can be done with it
 */
GMenuModel *
onward_card_menu_create (OnwardStore *store, gint64 opportunity, gboolean with_open)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (OnwardCard) card = onward_board_get_card (store, opportunity);
  g_autoptr (GMenu) open = g_menu_new ();
  g_autoptr (GMenu) write = g_menu_new ();
  g_autoptr (GMenu) add = create_additions (opportunity);
  g_autoptr (GMenu) more = g_menu_new ();
  g_autoptr (GMenu) change = NULL;

  if (card == NULL)
    return G_MENU_MODEL (menu);
  change = create_changes (store, card);
  if (with_open)
    {
      append_item (open, _ ("_Open"), "win.open-opportunity", opportunity);
      if (card->company_id != 0)
        append_item (open, _ ("Search This _Company"), "win.search-company", card->company_id);
      append_people (write, card);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (open));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (write));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (add));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (change));
  append_item (more, _ ("Open the Com_pany"), "win.open-company", card->company_id);
  append_item (more, _ ("_Another Role There…"), "win.new-sibling", opportunity);
  append_item (more, _ ("_Remove"), "win.remove-opportunity", opportunity);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  return G_MENU_MODEL (menu);
}

/* The focus goes back to where the menu was asked for. */
static void
closed_cb (GtkWidget *popover, gpointer data)
{
  g_autoptr (GtkWidget) widget = g_weak_ref_get (data);

  if (widget != NULL && gtk_widget_get_root (widget) != NULL)
    gtk_widget_grab_focus (widget);
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
 * @widget: the card, or the row, in @host; it gets the focus back
 * @menu: (transfer full): what it offers
 */
void
onward_card_menu_popup (GtkWidget *host, GtkWidget *widget, GMenuModel *menu)
{
  g_autoptr (GMenuModel) owned = menu;
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
  onward_popover_go_when_closed (GTK_POPOVER (popover));
  gtk_popover_popup (GTK_POPOVER (popover));
}
