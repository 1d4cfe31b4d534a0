/* onward-contact-forgetting.c - leaves no trace of people who ask for it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-contact-forgetting.h"

#include "model/onward-contact.h"
#include "model/onward-follow-up.h"
#include "onward-contact-removal.h"

/* The name as words of their own, so that Li is not taken out of Linda. */
static GRegex *
create_pattern (const char *name)
{
  g_autofree char *escaped = g_regex_escape_string (name, -1);
  g_autofree char *pattern = g_strdup_printf ("(?<![\\p{L}\\p{N}])%s(?![\\p{L}\\p{N}])", escaped);

  return g_regex_new (pattern, G_REGEX_CASELESS, 0, NULL);
}

static void
blank (char **text, GRegex *pattern)
{
  g_autofree char *blanked = *text != NULL ? g_regex_replace_literal (pattern, *text, -1, 0, "…", 0, NULL) : NULL;

  onward_set_text (text, blanked);
}

/* The program's own words in what was owed to others: "Because Amara named …". */
static gboolean
blank_follow_up (OnwardWriter *writer, gint64 id, GRegex *pattern, GError **error)
{
  g_autoptr (OnwardFollowUp) follow_up = onward_writer_load (writer, ONWARD_TYPE_FOLLOW_UP, id, error);

  if (follow_up == NULL)
    return FALSE;
  blank (&follow_up->title, pattern);
  blank (&follow_up->why, pattern);
  return onward_writer_update (writer, follow_up, error);
}

static gboolean
blank_name (OnwardWriter *writer, const char *name, GError **error)
{
  g_autoptr (GRegex) pattern = name != NULL && *name != '\0' ? create_pattern (name) : NULL;
  g_autoptr (OnwardStatement) rows = onward_connection_prepare (
      onward_writer_get_connection (writer),
      "SELECT id FROM follow_ups WHERE instr (lower (coalesce (title, '') || ' ' || coalesce (why, '')), lower (?1))",
      error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (rows == NULL || pattern == NULL)
    return rows != NULL;
  onward_statement_bind_text (rows, 1, name);
  if (!onward_statement_read_ids (rows, ids, error))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!blank_follow_up (writer, g_array_index (ids, gint64, i), pattern, error))
      return FALSE;
  return TRUE;
}

static GPtrArray *
list_names (OnwardWriter *writer, GArray *ids, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (OnwardContact) contact =
          onward_writer_load (writer, ONWARD_TYPE_CONTACT, g_array_index (ids, gint64, i), error);

      if (contact == NULL)
        return NULL;
      g_ptr_array_add (names, g_strdup (contact->name));
    }
  return g_steal_pointer (&names);
}

/**
 * onward_contacts_forget:
 * @writer: the writer
 * @contacts: (type GArray) (element-type gint64): rows of contacts
 * @error: return location
 *
 * A command: as onward_contacts_remove(), and what was said to them about an opportunity, what was ever owed to them
 * and introductions to them go too. It cannot be taken back, nor can anything before it: their words are in no free
 * page of the file, not in its log and not in what could be undone (the design, "Undo" and "files"). What the user
 * wrote about others stays as it is, and so do backups that were made before.
 *
 * Returns: whether they are gone
 */
gboolean
onward_contacts_forget (OnwardWriter *writer, gpointer contacts, GError **error)
{
  g_autoptr (GPtrArray) names = list_names (writer, contacts, error);

  if (names == NULL || !onward_contacts_take_out (writer, contacts, TRUE, error))
    return FALSE;
  for (guint i = 0; i < names->len; i++)
    if (!blank_name (writer, names->pdata[i], error))
      return FALSE;
  onward_writer_leave_no_trace (writer);
  /* The search notes what it forgets, in words, until its pieces become one. */
  return onward_connection_execute (onward_writer_get_connection (writer),
                                    "INSERT INTO contact_search (contact_search) VALUES ('optimize')", error);
}
