/* onward-pipeline-actions.c - what the window can be asked to do about opportunities */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-pipeline-actions.h"

#include "model/onward-opportunity.h"
#include "model/onward-stage.h"
#include "onward-opportunity-page.h"
#include "onward-window-private.h"
#include "store/onward-opportunities.h"

#include <glib/gi18n-lib.h>

static gboolean
asks_for_outcome (OnwardStore *store, gint64 opportunity, OnwardStage *stage)
{
  g_autoptr (OnwardOpportunity) record = onward_store_get_record (store, ONWARD_TYPE_OPPORTUNITY, opportunity);

  return record != NULL && record->outcome_kind == NULL && g_strcmp0 (stage->kind, "closed") == 0;
}

/* The one way for drag and drop, keyboard and menus. Nothing is closed without being asked how it ended. */
static void
move_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardStore *store = onward_window_get_store (ONWARD_WINDOW (widget));
  OnwardMove *move = g_new0 (OnwardMove, 1);
  g_autoptr (OnwardStage) stage = NULL;
  g_autoptr (OnwardOpportunity) opportunity = NULL;
  g_autofree char *toast = NULL;
  g_autofree char *label = NULL;

  g_variant_get (parameter, "(xxbx)", &move->opportunity, &move->stage, &move->place, &move->after);
  stage = onward_store_get_record (store, ONWARD_TYPE_STAGE, move->stage);
  opportunity = onward_store_get_record (store, ONWARD_TYPE_OPPORTUNITY, move->opportunity);
  if (stage == NULL || opportunity == NULL || asks_for_outcome (store, move->opportunity, stage))
    {
      if (stage != NULL && opportunity != NULL)
        gtk_widget_activate_action (widget, "win.set-outcome", "x", move->opportunity);
      g_free (move);
      return;
    }
  if (opportunity->stage != move->stage || opportunity->outcome_kind != NULL)
    {
      toast = g_strdup_printf (_ ("Moved to %s"), stage->name);
      /* Translators: what Undo takes back; %s is a stage */
      label = g_strdup_printf (_ ("Move to %s"), stage->name);
    }
  onward_window_run_full (widget, label != NULL ? label : _ ("Move"), toast, onward_opportunities_move, move, g_free,
                          NULL, NULL);
}

static void
take_outcome_back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardOutcomeChange *change = g_new0 (OnwardOutcomeChange, 1);

  change->opportunity = g_variant_get_int64 (parameter);
  change->still_interested = -1;
  onward_window_run_with_toast (widget, _ ("Take the outcome back"), _ ("Outcome taken back"),
                                onward_opportunities_set_outcome, change, (GDestroyNotify)onward_outcome_change_free);
}

static void
show_opportunity_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardWindow *self = ONWARD_WINDOW (widget);

  onward_window_show_view (self, "pipeline");
  onward_pipeline_view_focus_opportunity (self->pipeline, g_variant_get_int64 (parameter));
}

/* The page that is open already stays. */
static void
open_opportunity_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardWindow *self = ONWARD_WINDOW (widget);
  GtkWidget *open = onward_window_get_page (self);
  gint64 opportunity = g_variant_get_int64 (parameter);
  GtkWidget *page;

  if (open != NULL && ONWARD_IS_OPPORTUNITY_PAGE (open)
      && onward_opportunity_page_get_id (ONWARD_OPPORTUNITY_PAGE (open)) == opportunity)
    return;
  page = onward_opportunity_page_new (onward_window_get_store (self), opportunity);
  if (page != NULL)
    onward_window_push_page (self, page, onward_opportunity_page_get_company (ONWARD_OPPORTUNITY_PAGE (page)),
                             onward_opportunity_page_get_title (ONWARD_OPPORTUNITY_PAGE (page)));
}

/**
 * onward_pipeline_install_actions:
 * @window_class: the class of the window
 *
 * Adds the actions; their callbacks get the #OnwardWindow. `win.move-opportunity` is given the opportunity, the stage,
 * whether a place was chosen, and the opportunity it then stands below (0 = at the top).
 */
void
onward_pipeline_install_actions (GtkWidgetClass *window_class)
{
  gtk_widget_class_install_action (window_class, "win.open-opportunity", "x", open_opportunity_cb);
  gtk_widget_class_install_action (window_class, "win.show-opportunity", "x", show_opportunity_cb);
  gtk_widget_class_install_action (window_class, "win.move-opportunity", "(xxbx)", move_cb);
  gtk_widget_class_install_action (window_class, "win.take-outcome-back", "x", take_outcome_back_cb);
}
