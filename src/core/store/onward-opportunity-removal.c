/* onward-opportunity-removal.c - takes an opportunity away with all that is its own */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-opportunity-removal.h"

#include "model/onward-collections.h"
#include "onward-references.h"

#include <string.h>

static GPtrArray *
load_where (OnwardWriter *writer, GType type, const char *where, gint64 value, GError **error)
{
  return onward_rows_load_where (onward_writer_get_connection (writer), type, where, value, error);
}

static gboolean
delete_all (OnwardWriter *writer, GType type, const char *where, gint64 value, GError **error)
{
  g_autoptr (GPtrArray) records = load_where (writer, type, where, value, error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    if (!onward_writer_delete (writer, type, ONWARD_RECORD (records->pdata[i])->id, error))
      return FALSE;
  return records != NULL;
}

/* What the user made about it, and what the playbook asked for because of it, which its key says. What was asked for
 * because of something that stays, feedback for instance, is not asked again: it stays, too. */
static gboolean
delete_follow_ups (OnwardWriter *writer, const char *where, OnwardRecord *of, GError **error)
{
  g_autoptr (GPtrArray) follow_ups = load_where (writer, ONWARD_TYPE_FOLLOW_UP, where, of->id, error);

  for (guint i = 0; follow_ups != NULL && i < follow_ups->len; i++)
    {
      OnwardFollowUp *follow_up = follow_ups->pdata[i];
      gboolean own = g_strcmp0 (follow_up->rule, "manual") == 0
                     || (follow_up->key != NULL && of->uuid != NULL && strstr (follow_up->key, of->uuid) != NULL);

      if (own && !onward_writer_delete (writer, ONWARD_TYPE_FOLLOW_UP, follow_up->record.id, error))
        return FALSE;
    }
  return follow_ups != NULL;
}

/* A message stays with the people it was written to or came from; a note that names nobody goes. */
static gboolean
delete_notes (OnwardWriter *writer, const char *where, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) touches = load_where (writer, ONWARD_TYPE_TOUCH, where, id, error);

  for (guint i = 0; touches != NULL && i < touches->len; i++)
    {
      gint64 touch = ONWARD_RECORD (touches->pdata[i])->id;
      g_autoptr (GPtrArray) contacts =
          onward_rows_load_children (onward_writer_get_connection (writer), ONWARD_TYPE_TOUCH_CONTACT, touch, error);

      if (contacts == NULL)
        return FALSE;
      if (contacts->len == 0
          && (!onward_references_replace (writer, ONWARD_TYPE_TOUCH, touch, 0, error)
              || !onward_writer_delete (writer, ONWARD_TYPE_TOUCH, touch, error)))
        return FALSE;
    }
  return touches != NULL;
}

/* The file itself lies where it lies. */
static gboolean
delete_attachments (OnwardWriter *writer, OnwardRecord *of, GError **error)
{
  const char *where = G_OBJECT_TYPE (of) == ONWARD_TYPE_INTERVIEW
                          ? " WHERE \"of\" = (SELECT uuid FROM interviews WHERE id = ?)"
                          : " WHERE \"of\" = (SELECT uuid FROM opportunities WHERE id = ?)";

  return delete_all (writer, ONWARD_TYPE_ATTACHMENT, where, of->id, error);
}

static gboolean
remove_interview (OnwardWriter *writer, OnwardRecord *interview, GError **error)
{
  return delete_follow_ups (writer, " WHERE interview = ?", interview, error)
         && delete_notes (writer, " WHERE interview = ?", interview->id, error)
         && delete_attachments (writer, interview, error)
         && onward_references_replace (writer, ONWARD_TYPE_INTERVIEW, interview->id, 0, error)
         && onward_writer_delete (writer, ONWARD_TYPE_INTERVIEW, interview->id, error);
}

static gboolean
remove_interviews (OnwardWriter *writer, gint64 opportunity, GError **error)
{
  g_autoptr (GPtrArray) interviews =
      load_where (writer, ONWARD_TYPE_INTERVIEW, " WHERE opportunity = ?", opportunity, error);

  for (guint i = 0; interviews != NULL && i < interviews->len; i++)
    if (!remove_interview (writer, interviews->pdata[i], error))
      return FALSE;
  return interviews != NULL;
}

/**
 * onward_opportunities_remove:
 * @writer: the writer
 * @opportunity: (type gint64): points to the row
 * @error: return location
 *
 * A command: takes an opportunity away with its interviews, follow-ups, notes, stages and attachments. People, what was
 * written to and by them, and the feedback they gave stay.
 *
 * Returns: whether it is gone
 */
gboolean
onward_opportunities_remove (OnwardWriter *writer, gpointer opportunity, GError **error)
{
  gint64 id = *(gint64 *)opportunity;
  g_autoptr (OnwardOpportunity) record = onward_writer_load (writer, ONWARD_TYPE_OPPORTUNITY, id, error);

  return record != NULL && remove_interviews (writer, id, error)
         && delete_follow_ups (writer, " WHERE opportunity = ?", &record->record, error)
         && delete_notes (writer, " WHERE opportunity = ?", id, error)
         && delete_all (writer, ONWARD_TYPE_STAGE_EVENT, " WHERE opportunity = ?", id, error)
         && delete_all (writer, ONWARD_TYPE_ANNOUNCEMENT_RUN, " WHERE opportunity = ?", id, error)
         && delete_attachments (writer, &record->record, error)
         && onward_references_replace (writer, ONWARD_TYPE_OPPORTUNITY, id, 0, error)
         && onward_writer_delete (writer, ONWARD_TYPE_OPPORTUNITY, id, error);
}
