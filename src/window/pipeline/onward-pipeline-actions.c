/* onward-pipeline-actions.c - what the window can be asked to do about opportunities */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-pipeline-actions.h"

#include "model/onward-opportunity.h"
#include "model/onward-stage.h"
#include "onward-opportunity-page.h"
#include "onward-place-actions.h"
#include "onward-window-private.h"
#include "store/onward-opportunity-batch.h"

#include <glib/gi18n-lib.h>

static gboolean
asks_for_outcome (OnwardOpportunity *opportunity, OnwardStage *stage)
{
  return opportunity->outcome_kind == NULL && g_strcmp0 (stage->kind, "closed") == 0;
}

/* Whether any of them goes to another stage; else they are only put in order. */
static gboolean
changes_stage (OnwardStore *store, OnwardBatch *batch)
{
  for (guint i = 0; i < batch->opportunities->len; i++)
    {
      g_autoptr (OnwardOpportunity) opportunity =
          onward_store_get_record (store, ONWARD_TYPE_OPPORTUNITY, g_array_index (batch->opportunities, gint64, i));

      if (opportunity != NULL && (opportunity->stage != batch->stage || opportunity->outcome_kind != NULL))
        return TRUE;
    }
  return FALSE;
}

static char *
describe_move (OnwardBatch *batch, OnwardStage *stage)
{
  guint n = batch->opportunities->len;

  if (n == 1)
    return g_strdup_printf (_ ("Moved to %s"), stage->name);
  /* Translators: %2$s is a stage */
  return g_strdup_printf (ngettext ("%1$u opportunity moved to %2$s", "%1$u opportunities moved to %2$s", n), n,
                          stage->name);
}

static void
run_move (GtkWidget *widget, OnwardBatch *batch, OnwardStage *stage)
{
  g_autofree char *toast = NULL;
  g_autofree char *label = NULL;

  if (changes_stage (onward_window_get_store (ONWARD_WINDOW (widget)), batch))
    {
      toast = describe_move (batch, stage);
      /* Translators: what Undo takes back; %s is a stage */
      label = g_strdup_printf (_ ("Move to %s"), stage->name);
    }
  onward_window_run_full (widget, label != NULL ? label : _ ("Move"), toast, onward_opportunities_move_all, batch,
                          (GDestroyNotify)onward_batch_free, NULL, NULL);
}

/* The one way for drag and drop, keyboard and menus. Nothing is closed without being asked how it ended. */
static void
move (GtkWidget *widget, OnwardBatch *batch)
{
  OnwardStore *store = onward_window_get_store (ONWARD_WINDOW (widget));
  g_autoptr (OnwardStage) stage = onward_store_get_record (store, ONWARD_TYPE_STAGE, batch->stage);
  gint64 first = g_array_index (batch->opportunities, gint64, 0);
  g_autoptr (OnwardOpportunity) opportunity = onward_store_get_record (store, ONWARD_TYPE_OPPORTUNITY, first);

  if (stage != NULL && opportunity != NULL && !asks_for_outcome (opportunity, stage))
    {
      run_move (widget, batch, stage);
      return;
    }
  onward_batch_free (batch);
  if (stage != NULL && opportunity != NULL)
    gtk_widget_activate_action (widget, "win.set-outcome", "x", first);
}

static OnwardBatch *
create_batch (GVariant *ids)
{
  g_autoptr (GArray) opportunities = g_array_new (FALSE, FALSE, sizeof (gint64));
  gsize n;
  const gint64 *values = g_variant_get_fixed_array (ids, &n, sizeof (gint64));

  g_array_append_vals (opportunities, values, (guint)n);
  return onward_batch_new (opportunities);
}

static void
move_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GArray) opportunities = g_array_new (FALSE, FALSE, sizeof (gint64));
  OnwardBatch *batch;
  gint64 opportunity;

  g_variant_get_child (parameter, 0, "x", &opportunity);
  g_array_append_val (opportunities, opportunity);
  batch = onward_batch_new (opportunities);
  g_variant_get (parameter, "(xxbx)", NULL, &batch->stage, &batch->place, &batch->after);
  move (widget, batch);
}

static void
move_all_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GVariant) ids = g_variant_get_child_value (parameter, 0);
  OnwardBatch *batch;

  if (g_variant_n_children (ids) == 0)
    return;
  batch = create_batch (ids);
  g_variant_get (parameter, "(@axxbx)", NULL, &batch->stage, &batch->place, &batch->after);
  move (widget, batch);
}

static void
close_all_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GVariant) ids = g_variant_get_child_value (parameter, 0);
  OnwardBatch *batch = create_batch (ids);
  guint n = batch->opportunities->len;
  g_autofree char *toast = g_strdup_printf (ngettext ("%u opportunity closed", "%u opportunities closed", n), n);

  g_variant_get_child (parameter, 1, "s", &batch->outcome);
  onward_window_run_with_toast (widget, _ ("Set the outcome"), toast, onward_opportunities_close_all, batch,
                                (GDestroyNotify)onward_batch_free);
}

/* Whatever is open above the pipeline is left. */
static void
search_company_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardWindow *self = ONWARD_WINDOW (widget);

  while (onward_window_get_page (self) != NULL)
    onward_window_pop_page (self);
  onward_window_show_view (self, "pipeline");
  onward_pipeline_view_show_company (self->pipeline, g_variant_get_int64 (parameter));
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
 * whether a place was chosen, and the opportunity it then stands below (0 = at the top); `win.move-opportunities`
 * several of them; `win.close-opportunities` several and how they ended; `win.search-company` the company.
 */
void
onward_pipeline_install_actions (GtkWidgetClass *window_class)
{
  onward_place_install_actions (window_class);
  gtk_widget_class_install_action (window_class, "win.open-opportunity", "x", open_opportunity_cb);
  gtk_widget_class_install_action (window_class, "win.show-opportunity", "x", show_opportunity_cb);
  gtk_widget_class_install_action (window_class, "win.move-opportunity", "(xxbx)", move_cb);
  gtk_widget_class_install_action (window_class, "win.move-opportunities", "(axxbx)", move_all_cb);
  gtk_widget_class_install_action (window_class, "win.close-opportunities", "(axs)", close_all_cb);
  gtk_widget_class_install_action (window_class, "win.search-company", "x", search_company_cb);
  gtk_widget_class_install_action (window_class, "win.take-outcome-back", "x", take_outcome_back_cb);
}
