/* onward-opportunities.c - what the user does to opportunities: commands for the writer */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-opportunities.h"

#include "model/onward-company.h"
#include "model/onward-opportunity.h"
#include "model/onward-stage-event.h"
#include "model/onward-stage.h"
#include "onward-card-order.h"
#include "onward-typed.h"
#include "playbook/onward-wall.h"

#include <glib/gi18n-lib.h>

/* What the user may write down about an opportunity, by the paths of exchange.md. */
static const char *const editable_fields[] = {
  "title",      "kind",       "url",         "location", "salary",           "added_on",
  "applied_on", "source",     "description", "notes",    "introduction",     "sibling_of",
  "promise.on", "promise.by", "skills",      "tags",     "promise.given_on", NULL
};

void
onward_new_opportunity_free (OnwardNewOpportunity *opportunity)
{
  g_free (opportunity->company);
  g_free (opportunity->title);
  g_free (opportunity->kind);
  g_free (opportunity->url);
  g_free (opportunity->location);
  g_free (opportunity->applied_on);
  g_free (opportunity);
}

static gboolean
append_stage_event (OnwardWriter *writer, gint64 opportunity, gint64 stage, GError **error)
{
  g_autoptr (OnwardStageEvent) event = g_object_new (ONWARD_TYPE_STAGE_EVENT, NULL);
  g_autofree char *now = onward_writer_format_now (writer);

  event->opportunity = opportunity;
  event->stage = stage;
  onward_set_text (&event->at, now);
  return onward_writer_insert (writer, event, error);
}

static gboolean
is_stage_kind (OnwardWriter *writer, gint64 stage, const char *kind)
{
  g_autoptr (OnwardStage) record = onward_writer_load (writer, ONWARD_TYPE_STAGE, stage, NULL);

  return record != NULL && g_strcmp0 (record->kind, kind) == 0;
}

/* Whoever puts a card into Applied has applied: today, unless the day is known. */
static void
note_application (OnwardWriter *writer, OnwardOpportunity *opportunity)
{
  g_autofree char *today = onward_writer_format_today (writer);

  if (opportunity->applied_on == NULL && is_stage_kind (writer, opportunity->stage, "applied"))
    onward_set_text (&opportunity->applied_on, today);
}

static gboolean
check_date (const char *date, GError **error)
{
  int day;

  if (date == NULL || *date == '\0' || onward_day_parse (date, &day))
    return TRUE;
  g_set_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID, _ ("“%s” is not a date. Write it as YYYY-MM-DD."),
               date);
  return FALSE;
}

/**
 * onward_opportunities_add:
 * @writer: the writer
 * @new_opportunity: an OnwardNewOpportunity; a company and a title are enough
 * @error: return location
 *
 * Adds an opportunity to its stage, at the top, with the stages, the search and the company it needs.
 *
 * Returns: whether it was added; its row is in the struct
 */
gboolean
onward_opportunities_add (OnwardWriter *writer, gpointer new_opportunity, GError **error)
{
  OnwardNewOpportunity *data = new_opportunity;
  g_autoptr (OnwardOpportunity) opportunity = g_object_new (ONWARD_TYPE_OPPORTUNITY, NULL);
  g_autofree char *today = onward_writer_format_today (writer);

  if (!check_date (data->applied_on, error) || !onward_stages_ensure (writer, error))
    return FALSE;
  opportunity->search = onward_searches_ensure (writer, error);
  if (opportunity->search == 0)
    return FALSE;
  opportunity->company = onward_companies_find_or_add (writer, data->company, error);
  if (opportunity->company == 0)
    return FALSE;
  opportunity->stage =
      data->stage != 0 ? data->stage : onward_stages_find_first (onward_writer_get_connection (writer));
  onward_set_text (&opportunity->title, data->title);
  onward_set_text (&opportunity->kind, data->kind != NULL ? data->kind : "role");
  onward_set_text (&opportunity->url, data->url);
  onward_set_text (&opportunity->location, data->location);
  opportunity->sibling_of = data->sibling_of;
  onward_set_text (&opportunity->added_on, today);
  onward_set_text (&opportunity->applied_on, data->applied_on);
  note_application (writer, opportunity);
  if (!onward_card_order_settle (writer, opportunity, FALSE, 0, error)
      || !onward_writer_insert (writer, opportunity, error)
      || !append_stage_event (writer, opportunity->record.id, opportunity->stage, error))
    return FALSE;
  data->id = opportunity->record.id;
  return TRUE;
}

/**
 * onward_opportunity_edit_new:
 * @opportunity: whose fact it is
 * @field: as in OnwardOpportunityEdit
 * @value: (nullable): what it becomes
 *
 * Returns: (transfer full): the edit, for onward_opportunities_edit()
 */
OnwardOpportunityEdit *
onward_opportunity_edit_new (gint64 opportunity, const char *field, const char *value)
{
  OnwardOpportunityEdit *edit = g_new0 (OnwardOpportunityEdit, 1);

  edit->opportunity = opportunity;
  edit->field = g_strdup (field);
  edit->value = g_strdup (value);
  return edit;
}

void
onward_opportunity_edit_free (OnwardOpportunityEdit *edit)
{
  g_free (edit->field);
  g_free (edit->value);
  g_free (edit);
}

static gboolean
set_field (OnwardOpportunity *opportunity, const char *path, const char *value, GError **error)
{
  if (!g_strv_contains (editable_fields, path))
    {
      g_set_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID,
                   "An opportunity has no “%s” that can be written down.", path);
      return FALSE;
    }
  return onward_typed_set (opportunity, path, value, error);
}

/* A promise that is written down about the opportunity was given today, so that it counts before older ones. */
static void
note_promise (OnwardWriter *writer, OnwardOpportunity *opportunity)
{
  g_autofree char *today = onward_writer_format_today (writer);

  onward_set_text (&opportunity->promise_given_on, opportunity->promise_on != NULL ? today : NULL);
  if (opportunity->promise_on == NULL)
    opportunity->promise_by = 0;
}

/**
 * onward_opportunities_edit:
 * @writer: the writer
 * @edit: an OnwardOpportunityEdit
 * @error: return location
 *
 * Returns: whether the fact is stored; a date that is none and an empty company are refused
 */
gboolean
onward_opportunities_edit (OnwardWriter *writer, gpointer edit, GError **error)
{
  OnwardOpportunityEdit *data = edit;
  g_autoptr (OnwardOpportunity) opportunity =
      onward_writer_load (writer, ONWARD_TYPE_OPPORTUNITY, data->opportunity, error);

  if (opportunity == NULL)
    return FALSE;
  if (g_str_equal (data->field, "company"))
    {
      opportunity->company = onward_companies_find_or_add (writer, data->value, error);
      if (opportunity->company == 0)
        return FALSE;
    }
  else if (!set_field (opportunity, data->field, data->value, error))
    return FALSE;
  if (g_str_equal (data->field, "promise.on"))
    note_promise (writer, opportunity);
  return onward_writer_update (writer, opportunity, error);
}

static void
clear_outcome (OnwardOpportunity *opportunity)
{
  onward_set_text (&opportunity->outcome_kind, NULL);
  onward_set_text (&opportunity->outcome_on, NULL);
  onward_set_text (&opportunity->outcome_reason, NULL);
  opportunity->outcome_by = 0;
}

/* Writes the opportunity with its new stage; the history only grows when the stage is another one. */
static gboolean
store_stage (OnwardWriter *writer, OnwardOpportunity *opportunity, gint64 from, GError **error)
{
  note_application (writer, opportunity);
  return onward_writer_update (writer, opportunity, error)
         && (opportunity->stage == from
             || append_stage_event (writer, opportunity->record.id, opportunity->stage, error));
}

/**
 * onward_opportunities_move:
 * @writer: the writer
 * @move: an OnwardMove
 * @error: return location
 *
 * Moves a card to a stage, or within it. Out of Closed it takes its outcome back. Applied notes the day of the
 * application when there is none.
 *
 * Returns: whether it stands there
 */
gboolean
onward_opportunities_move (OnwardWriter *writer, gpointer move, GError **error)
{
  OnwardMove *data = move;
  g_autoptr (OnwardOpportunity) opportunity =
      onward_writer_load (writer, ONWARD_TYPE_OPPORTUNITY, data->opportunity, error);
  g_autoptr (OnwardStage) stage = onward_writer_load (writer, ONWARD_TYPE_STAGE, data->stage, error);
  gint64 from;

  if (opportunity == NULL || stage == NULL)
    return FALSE;
  from = opportunity->stage;
  if (from == data->stage && !data->place && opportunity->outcome_kind == NULL)
    return TRUE;
  if (g_strcmp0 (stage->kind, "closed") != 0)
    clear_outcome (opportunity);
  opportunity->stage = data->stage;
  return onward_card_order_settle (writer, opportunity, data->place, data->after, error)
         && store_stage (writer, opportunity, from, error);
}

void
onward_outcome_change_free (OnwardOutcomeChange *change)
{
  g_free (change->kind);
  g_free (change->on);
  g_free (change->reason);
  g_free (change);
}

/* The stage an opportunity was in before it was closed; the first one when nobody knows. */
static gint64
find_last_open_stage (OnwardWriter *writer, gint64 opportunity, GError **error)
{
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (
      onward_writer_get_connection (writer),
      "SELECT e.stage FROM stage_events e JOIN (SELECT * FROM stages WHERE " ONWARD_STAGE_IS_SHOWN
      ") s ON s.id = e.stage "
      "WHERE e.opportunity = ? AND s.kind IS NOT 'closed' ORDER BY e.at_unix DESC, e.id DESC LIMIT 1",
      error);

  if (statement == NULL)
    return 0;
  onward_statement_bind_int (statement, 1, opportunity);
  if (onward_statement_step (statement, error))
    return onward_statement_get_int (statement, 0);
  return onward_stages_find_first (onward_writer_get_connection (writer));
}

static gboolean
set_still_interested (OnwardWriter *writer, gint64 id, gboolean interested, GError **error)
{
  g_autoptr (OnwardCompany) company = onward_writer_load (writer, ONWARD_TYPE_COMPANY, id, error);

  if (company == NULL)
    return FALSE;
  company->still_interested = interested;
  return onward_writer_update (writer, company, error);
}

static gboolean
take_outcome_back (OnwardWriter *writer, OnwardOpportunity *opportunity, GError **error)
{
  gint64 from = opportunity->stage;

  clear_outcome (opportunity);
  if (is_stage_kind (writer, from, "closed"))
    opportunity->stage = find_last_open_stage (writer, opportunity->record.id, error);
  return opportunity->stage != 0 && onward_card_order_settle (writer, opportunity, FALSE, 0, error)
         && store_stage (writer, opportunity, from, error);
}

/**
 * onward_opportunities_set_outcome:
 * @writer: the writer
 * @outcome_change: an OnwardOutcomeChange
 * @error: return location
 *
 * An outcome closes the opportunity; taking it back brings it to the stage it was in before.
 *
 * Returns: whether it is stored
 */
gboolean
onward_opportunities_set_outcome (OnwardWriter *writer, gpointer outcome_change, GError **error)
{
  OnwardOutcomeChange *data = outcome_change;
  g_autoptr (OnwardOpportunity) opportunity =
      onward_writer_load (writer, ONWARD_TYPE_OPPORTUNITY, data->opportunity, error);
  g_autofree char *today = onward_writer_format_today (writer);

  gint64 from;

  if (opportunity == NULL || !check_date (data->on, error))
    return FALSE;
  if (data->kind == NULL)
    return take_outcome_back (writer, opportunity, error);
  if (!onward_stages_ensure (writer, error))
    return FALSE;
  onward_set_text (&opportunity->outcome_kind, data->kind);
  onward_set_text (&opportunity->outcome_on, data->on != NULL ? data->on : today);
  onward_set_text (&opportunity->outcome_reason, data->reason);
  opportunity->outcome_by = data->by;
  if (data->still_interested >= 0 && opportunity->company != 0
      && !set_still_interested (writer, opportunity->company, data->still_interested, error))
    return FALSE;
  from = opportunity->stage;
  opportunity->stage = onward_stages_find_kind (onward_writer_get_connection (writer), "closed");
  return store_stage (writer, opportunity, from, error);
}
