/* onward-stage-edits.c - columns of the pipeline are added, renamed, put in order and removed */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-stage-edits.h"

#include "model/onward-opportunity.h"
#include "model/onward-stage.h"
#include "onward-card-order.h"
#include "onward-opportunities.h"

#include <glib/gi18n-lib.h>

OnwardStageEdit *
onward_stage_edit_new (gint64 stage, const char *name)
{
  OnwardStageEdit *edit = g_new0 (OnwardStageEdit, 1);

  edit->stage = stage;
  edit->name = g_strdup (name);
  return edit;
}

void
onward_stage_edit_free (OnwardStageEdit *edit)
{
  g_free (edit->name);
  g_free (edit);
}

static gboolean
is_closed (OnwardStage *stage)
{
  return g_strcmp0 (stage->kind, "closed") == 0;
}

/* Spaces around it are no part of a name. */
static char *
clean_name (const char *name, GError **error)
{
  g_autofree char *clean = g_strstrip (g_strdup (name != NULL ? name : ""));

  if (*clean != '\0')
    return g_steal_pointer (&clean);
  g_set_error_literal (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID,
                       _ ("A stage needs a name. Give it a word."));
  return NULL;
}

/* All that are shown, in order, as the writer's own copies. */
static GPtrArray *
load_stages (OnwardWriter *writer, GError **error)
{
  g_autoptr (GPtrArray) stages = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (
      onward_writer_get_connection (writer),
      "SELECT id FROM stages WHERE " ONWARD_STAGE_IS_SHOWN " ORDER BY position IS NULL, position, id", error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (statement == NULL || !onward_statement_read_ids (statement, ids, error))
    return NULL;
  for (guint i = 0; i < ids->len; i++)
    {
      OnwardStage *stage = onward_writer_load (writer, ONWARD_TYPE_STAGE, g_array_index (ids, gint64, i), error);

      if (stage == NULL)
        return NULL;
      g_ptr_array_add (stages, stage);
    }
  return g_steal_pointer (&stages);
}

static gboolean
write_positions (OnwardWriter *writer, GPtrArray *stages, GError **error)
{
  for (guint i = 0; i < stages->len; i++)
    {
      OnwardStage *stage = stages->pdata[i];

      if (stage->position == i)
        continue;
      stage->position = i;
      if (!onward_writer_update (writer, stage, error))
        return FALSE;
    }
  return TRUE;
}

/* Puts a stage behind another one, and what is closed last: whatever has no stage is shown in the first. */
static gboolean
put_behind (OnwardWriter *writer, gint64 id, gint64 after, GError **error)
{
  g_autoptr (GPtrArray) stages = load_stages (writer, error);
  g_autoptr (OnwardStage) moved = NULL;
  guint place = 0, index;

  if (stages == NULL)
    return FALSE;
  for (index = 0; index < stages->len && ONWARD_RECORD (stages->pdata[index])->id != id; index++)
    ;
  if (index == stages->len || id == after || is_closed (stages->pdata[index]))
    return TRUE;
  moved = g_object_ref (stages->pdata[index]);
  g_ptr_array_remove_index (stages, index);
  for (guint i = 0; after != 0 && i < stages->len; i++)
    if (ONWARD_RECORD (stages->pdata[i])->id == after)
      place = i + 1;
  while (place > 0 && is_closed (stages->pdata[place - 1]))
    place--;
  g_ptr_array_insert (stages, (int)place, g_object_ref (moved));
  return write_positions (writer, stages, error);
}

/**
 * onward_stages_add:
 * @writer: the writer
 * @stage_edit: an #OnwardStageEdit: @name and @after; @stage is set
 * @error: return location
 *
 * Returns: whether there is such a stage now; without a name there is none
 */
gboolean
onward_stages_add (OnwardWriter *writer, gpointer stage_edit, GError **error)
{
  OnwardStageEdit *edit = stage_edit;
  g_autoptr (OnwardStage) stage = g_object_new (ONWARD_TYPE_STAGE, NULL);
  g_autofree char *name = clean_name (edit->name, error);

  if (name == NULL || !onward_stages_ensure (writer, error))
    return FALSE;
  onward_set_text (&stage->name, name);
  onward_set_text (&stage->kind, "custom");
  stage->position = onward_connection_read_int (onward_writer_get_connection (writer),
                                                "SELECT coalesce (max (position), -1) + 1 FROM stages", 0);
  if (!onward_writer_insert (writer, stage, error))
    return FALSE;
  edit->stage = stage->record.id;
  return put_behind (writer, edit->stage, edit->after, error);
}

/**
 * onward_stages_rename:
 * @writer: the writer
 * @stage_edit: an #OnwardStageEdit: @stage and @name
 * @error: return location
 *
 * Returns: whether the stage has that name now; an empty one is refused
 */
gboolean
onward_stages_rename (OnwardWriter *writer, gpointer stage_edit, GError **error)
{
  OnwardStageEdit *edit = stage_edit;
  g_autoptr (OnwardStage) stage = onward_writer_load (writer, ONWARD_TYPE_STAGE, edit->stage, error);
  g_autofree char *name = stage != NULL ? clean_name (edit->name, error) : NULL;

  if (name == NULL)
    return FALSE;
  onward_set_text (&stage->name, name);
  return onward_writer_update (writer, stage, error);
}

/**
 * onward_stages_place:
 * @writer: the writer
 * @stage_edit: an #OnwardStageEdit: @stage and @after
 * @error: return location
 *
 * Puts a stage behind another one. What is closed stays last.
 *
 * Returns: whether the order is stored
 */
gboolean
onward_stages_place (OnwardWriter *writer, gpointer stage_edit, GError **error)
{
  OnwardStageEdit *edit = stage_edit;

  return put_behind (writer, edit->stage, edit->after, error);
}

static GArray *
list_opportunities (OnwardConnection *connection, gint64 stage, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (
      connection,
      "SELECT o.id, " ONWARD_CARD_PLACE " AS place FROM opportunities o WHERE o.stage = ? ORDER BY place, o.id", error);

  if (statement == NULL)
    return NULL;
  onward_statement_bind_int (statement, 1, stage);
  return onward_statement_read_ids (statement, ids, error) ? g_steal_pointer (&ids) : NULL;
}

/* What has an outcome keeps it, and only changes the stage it would be found in. */
static gboolean
move_opportunity (OnwardWriter *writer, gint64 id, gint64 to, GError **error)
{
  g_autoptr (OnwardOpportunity) opportunity = onward_writer_load (writer, ONWARD_TYPE_OPPORTUNITY, id, error);
  OnwardMove move = { .opportunity = id, .stage = to };

  if (opportunity == NULL)
    return FALSE;
  if (opportunity->outcome_kind == NULL)
    return onward_opportunities_move (writer, &move, error);
  opportunity->stage = to;
  return onward_writer_update (writer, opportunity, error);
}

/* The last one of its kind is needed: open ones to begin in, a closed one to end in. */
static gboolean
check_removal (OnwardWriter *writer, OnwardStage *stage, GError **error)
{
  g_autoptr (GPtrArray) stages = load_stages (writer, error);
  guint alike = 0;

  if (stages == NULL)
    return FALSE;
  for (guint i = 0; i < stages->len; i++)
    alike += is_closed (stages->pdata[i]) == is_closed (stage);
  if (alike > 1)
    return TRUE;
  g_set_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID,
               _ ("“%s” stays, since there is no other stage for what would be in it. Add one first."), stage->name);
  return FALSE;
}

static gboolean
move_opportunities (OnwardWriter *writer, OnwardStage *stage, gint64 to, GError **error)
{
  g_autoptr (GArray) ids = list_opportunities (onward_writer_get_connection (writer), stage->record.id, error);
  g_autoptr (OnwardStage) target = NULL;

  if (ids == NULL)
    return FALSE;
  if (ids->len == 0)
    return TRUE;
  if (to != 0 && to != stage->record.id)
    target = onward_writer_load (writer, ONWARD_TYPE_STAGE, to, NULL);
  if (target == NULL || is_closed (target) != is_closed (stage))
    {
      g_set_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID,
                   _ ("“%s” stays, since it has opportunities. Choose the stage they go to."), stage->name);
      return FALSE;
    }
  for (guint i = 0; i < ids->len; i++)
    if (!move_opportunity (writer, g_array_index (ids, gint64, i), to, error))
      return FALSE;
  return TRUE;
}

static gboolean
has_history (OnwardWriter *writer, gint64 stage, GError **error)
{
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (
      onward_writer_get_connection (writer), "SELECT 1 FROM stage_events WHERE stage = ? LIMIT 1", error);

  if (statement != NULL)
    onward_statement_bind_int (statement, 1, stage);
  return statement == NULL || onward_statement_step (statement, NULL);
}

/* SQLite's own JSON functions leave the other members as they are. */
static gboolean
hide (OnwardWriter *writer, OnwardStage *stage, GError **error)
{
  g_autoptr (OnwardStatement) statement =
      onward_connection_prepare (onward_writer_get_connection (writer),
                                 "SELECT json_set (coalesce (?1, '{}'), '$.removed', json ('true'))", error);

  if (statement == NULL)
    return FALSE;
  onward_statement_bind_text (statement, 1, stage->record.extra);
  if (!onward_statement_step (statement, error))
    return FALSE;
  onward_set_text (&stage->record.extra, onward_statement_get_text (statement, 0));
  return onward_writer_update (writer, stage, error);
}

/**
 * onward_stages_remove:
 * @writer: the writer
 * @stage_edit: an #OnwardStageEdit: @stage, and @to when it has opportunities
 * @error: return location
 *
 * What stands in the stage is moved first, in the order it has. The history of opportunities is not rewritten: as long
 * as it names the stage, the row is kept and hidden (%ONWARD_STAGE_IS_SHOWN).
 *
 * Returns: whether the stage is no column any more; the last open one and the last closed one are refused
 */
gboolean
onward_stages_remove (OnwardWriter *writer, gpointer stage_edit, GError **error)
{
  OnwardStageEdit *edit = stage_edit;
  g_autoptr (OnwardStage) stage = onward_writer_load (writer, ONWARD_TYPE_STAGE, edit->stage, error);
  g_autoptr (GError) failed = NULL;
  gboolean keep;

  if (stage == NULL || !check_removal (writer, stage, error) || !move_opportunities (writer, stage, edit->to, error))
    return FALSE;
  keep = has_history (writer, edit->stage, &failed);
  if (failed != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return FALSE;
    }
  return keep ? hide (writer, stage, error) : onward_writer_delete (writer, ONWARD_TYPE_STAGE, edit->stage, error);
}

/**
 * onward_stages_count_kept:
 * @store: a store
 * @stage: a stage
 *
 * Main thread. Also those the board does not show there: what has an outcome, and what belongs to a search that ended.
 *
 * Returns: how many opportunities would have to go elsewhere if the stage were removed
 */
guint
onward_stages_count_kept (OnwardStore *store, gint64 stage)
{
  g_autoptr (GArray) ids = list_opportunities (onward_store_get_connection (store), stage, NULL);

  return ids != NULL ? ids->len : 0;
}
