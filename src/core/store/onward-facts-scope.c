/* onward-facts-scope.c - what a command concerns: whose follow-ups are planned anew, and what that depends on */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-facts-scope.h"

#include "model/onward-collections.h"

#include <string.h>

/* A command that wrote more rows than this is looked at as if it had written all. */
#define MOST_IMAGES 2000

static const char *const sets[] = {
  "focus_opportunities", "focus_interviews", "focus_contacts", "focus_companies", "load_opportunities",
  "load_interviews",     "load_contacts",    "load_companies", "load_touches",    "load_follow_ups",
};

/* Everything there is. Contacts without any tie are left out: nothing is owed to them. */
static const char everything[] =
    "INSERT INTO focus_opportunities SELECT id FROM opportunities;"
    "INSERT INTO focus_interviews SELECT id FROM interviews WHERE opportunity IS NULL;"
    "INSERT INTO focus_companies SELECT id FROM companies;"
    "INSERT INTO load_follow_ups SELECT id FROM follow_ups;"
    "INSERT INTO focus_contacts SELECT id FROM contacts WHERE tier IN ('monthly', 'quarterly', 'yearly');"
    "INSERT OR IGNORE INTO focus_contacts SELECT contact FROM opportunity_people WHERE contact IS NOT NULL;"
    "INSERT OR IGNORE INTO focus_contacts SELECT contact FROM interview_people WHERE contact IS NOT NULL;"
    "INSERT OR IGNORE INTO focus_contacts SELECT contact FROM follow_ups WHERE contact IS NOT NULL;"
    "INSERT OR IGNORE INTO focus_contacts SELECT contact FROM unopened WHERE contact IS NOT NULL;"
    "INSERT OR IGNORE INTO focus_contacts SELECT contact FROM feedback WHERE contact IS NOT NULL;"
    "INSERT OR IGNORE INTO focus_contacts SELECT introducer FROM introductions WHERE introducer IS NOT NULL;"
    "INSERT OR IGNORE INTO focus_contacts SELECT person FROM introductions WHERE person IS NOT NULL;";

/* From the rows that were written to all subjects whose follow-ups may come out different: whoever is concerned is so in
 * all their opportunities (a touch without a link ends the first that waits), and a promise quietens a whole company. */
static const char widening[] =
    "INSERT OR IGNORE INTO focus_opportunities SELECT opportunity FROM opportunity_people"
    " WHERE contact IN (SELECT id FROM focus_contacts);"
    "INSERT OR IGNORE INTO focus_opportunities SELECT i.opportunity FROM interview_people p"
    " JOIN interviews i ON i.id = p.interview"
    " WHERE p.contact IN (SELECT id FROM focus_contacts) AND i.opportunity IS NOT NULL;"
    "INSERT OR IGNORE INTO focus_interviews SELECT i.id FROM interview_people p JOIN interviews i ON i.id = p.interview"
    " WHERE p.contact IN (SELECT id FROM focus_contacts) AND i.opportunity IS NULL;"
    "INSERT OR IGNORE INTO focus_companies SELECT company FROM opportunities"
    " WHERE id IN (SELECT id FROM focus_opportunities) AND company IS NOT NULL;"
    "INSERT OR IGNORE INTO focus_companies SELECT company FROM contacts"
    " WHERE id IN (SELECT id FROM focus_contacts) AND company IS NOT NULL;"
    "INSERT OR IGNORE INTO focus_opportunities SELECT id FROM opportunities"
    " WHERE company IN (SELECT id FROM focus_companies);"
    "INSERT OR IGNORE INTO focus_opportunities SELECT sibling_of FROM opportunities"
    " WHERE id IN (SELECT id FROM focus_opportunities) AND sibling_of IS NOT NULL;"
    "INSERT OR IGNORE INTO focus_contacts SELECT contact FROM opportunity_people"
    " WHERE opportunity IN (SELECT id FROM focus_opportunities) AND contact IS NOT NULL;"
    "INSERT OR IGNORE INTO focus_contacts SELECT p.contact FROM interviews i JOIN interview_people p ON p.interview = "
    "i.id"
    " WHERE i.opportunity IN (SELECT id FROM focus_opportunities) AND p.contact IS NOT NULL;"
    "INSERT OR IGNORE INTO focus_contacts SELECT contact FROM interview_people"
    " WHERE interview IN (SELECT id FROM focus_interviews) AND contact IS NOT NULL;"
    "INSERT OR IGNORE INTO focus_contacts SELECT id FROM contacts"
    " WHERE company IN (SELECT id FROM focus_companies) AND tier IN ('monthly', 'quarterly', 'yearly');";

/* What the planning of these subjects looks at. */
static const char loading[] =
    "INSERT INTO load_opportunities SELECT id FROM focus_opportunities;"
    "INSERT OR IGNORE INTO load_opportunities SELECT opportunity FROM opportunity_people"
    " WHERE contact IN (SELECT id FROM focus_contacts);"
    "INSERT OR IGNORE INTO load_opportunities SELECT i.opportunity FROM interview_people p"
    " JOIN interviews i ON i.id = p.interview"
    " WHERE p.contact IN (SELECT id FROM focus_contacts) AND i.opportunity IS NOT NULL;"
    "INSERT OR IGNORE INTO load_opportunities SELECT o.id FROM contacts c JOIN opportunities o ON o.company = c.company"
    " WHERE c.id IN (SELECT id FROM focus_contacts);"
    "INSERT INTO load_interviews SELECT id FROM focus_interviews;"
    "INSERT OR IGNORE INTO load_interviews SELECT id FROM interviews"
    " WHERE opportunity IN (SELECT id FROM load_opportunities);"
    "INSERT OR IGNORE INTO load_interviews SELECT i.id FROM interview_people p JOIN interviews i ON i.id = p.interview"
    " WHERE p.contact IN (SELECT id FROM focus_contacts) AND i.opportunity IS NULL;"
    "INSERT INTO load_companies SELECT id FROM focus_companies;"
    "INSERT OR IGNORE INTO load_companies SELECT company FROM opportunities"
    " WHERE id IN (SELECT id FROM load_opportunities) AND company IS NOT NULL;"
    "INSERT OR IGNORE INTO load_companies SELECT company FROM interviews"
    " WHERE id IN (SELECT id FROM load_interviews) AND company IS NOT NULL;"
    "INSERT OR IGNORE INTO load_companies SELECT company FROM contacts"
    " WHERE id IN (SELECT id FROM focus_contacts) AND company IS NOT NULL;"
    "INSERT INTO load_contacts SELECT id FROM focus_contacts;"
    "INSERT OR IGNORE INTO load_contacts SELECT contact FROM opportunity_people"
    " WHERE opportunity IN (SELECT id FROM load_opportunities) AND contact IS NOT NULL;"
    "INSERT OR IGNORE INTO load_contacts SELECT contact FROM interview_people"
    " WHERE interview IN (SELECT id FROM load_interviews) AND contact IS NOT NULL;"
    "INSERT OR IGNORE INTO load_contacts SELECT promise_by FROM opportunities"
    " WHERE id IN (SELECT id FROM load_opportunities) AND promise_by IS NOT NULL;"
    "INSERT OR IGNORE INTO load_contacts SELECT outcome_by FROM opportunities"
    " WHERE id IN (SELECT id FROM load_opportunities) AND outcome_by IS NOT NULL;"
    "INSERT OR IGNORE INTO load_contacts SELECT promise_by FROM interviews"
    " WHERE id IN (SELECT id FROM load_interviews) AND promise_by IS NOT NULL;"
    "INSERT OR IGNORE INTO load_contacts SELECT id FROM contacts"
    " WHERE company IN (SELECT id FROM load_companies) AND roles IS NOT NULL;"
    "INSERT INTO load_touches SELECT id FROM touches WHERE opportunity IN (SELECT id FROM load_opportunities);"
    "INSERT OR IGNORE INTO load_touches SELECT id FROM touches WHERE interview IN (SELECT id FROM load_interviews);"
    "INSERT OR IGNORE INTO load_touches SELECT touch FROM touch_contacts"
    " WHERE contact IN (SELECT id FROM focus_contacts);"
    "INSERT OR IGNORE INTO load_follow_ups SELECT id FROM follow_ups WHERE opportunity IN (SELECT id FROM "
    "load_opportunities);"
    "INSERT OR IGNORE INTO load_follow_ups SELECT id FROM follow_ups"
    " WHERE interview IN (SELECT id FROM load_interviews);"
    "INSERT OR IGNORE INTO load_follow_ups SELECT id FROM follow_ups WHERE contact IN (SELECT id FROM focus_contacts);"
    "INSERT OR IGNORE INTO load_follow_ups SELECT id FROM follow_ups WHERE company IN (SELECT id FROM "
    "focus_companies);";

static gboolean
clear_sets (OnwardConnection *connection, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      g_autofree char *sql = g_strdup_printf ("CREATE TEMP TABLE IF NOT EXISTS %s (id INTEGER PRIMARY KEY);"
                                              "DELETE FROM temp.%s WHERE 1;",
                                              sets[i], sets[i]);

      if (!onward_connection_execute (connection, sql, error))
        return FALSE;
    }
  return TRUE;
}

static void
add_id (OnwardConnection *connection, const char *set, gint64 id)
{
  g_autofree char *sql = g_strdup_printf ("INSERT OR IGNORE INTO temp.%s (id) VALUES (?)", set);
  g_autoptr (OnwardStatement) statement = id != 0 ? onward_connection_prepare (connection, sql, NULL) : NULL;

  if (statement == NULL)
    return;
  onward_statement_bind_int (statement, 1, id);
  onward_statement_run (statement, NULL);
}

/* An interview counts for its opportunity, or for itself when it has none. */
static void
add_interview (OnwardConnection *connection, gint64 id)
{
  g_autoptr (OnwardInterview) interview =
      id != 0 ? onward_rows_load (connection, ONWARD_TYPE_INTERVIEW, id, NULL) : NULL;

  if (interview == NULL)
    return;
  add_id (connection, interview->opportunity != 0 ? "focus_opportunities" : "focus_interviews",
          interview->opportunity != 0 ? interview->opportunity : id);
}

static void
add_touch (OnwardConnection *connection, gint64 id)
{
  g_autoptr (OnwardTouch) touch = id != 0 ? onward_rows_load (connection, ONWARD_TYPE_TOUCH, id, NULL) : NULL;

  if (touch == NULL)
    return;
  add_id (connection, "focus_opportunities", touch->opportunity);
  add_interview (connection, touch->interview);
}

/* What a row refers to is concerned by it; so every class is looked at in the same way. */
static void
add_references (OnwardConnection *connection, OnwardRecord *record)
{
  const OnwardTable *table = onward_record_get_table (record);

  for (guint i = 0; i < table->n_fields; i++)
    {
      const OnwardField *field = &table->fields[i];
      gint64 id = field->type == ONWARD_FIELD_REFERENCE ? *ONWARD_FIELD_INT64 (record, field) : 0;

      if (id == 0)
        continue;
      if (strcmp (field->detail, "opportunities") == 0)
        add_id (connection, "focus_opportunities", id);
      else if (strcmp (field->detail, "contacts") == 0)
        add_id (connection, "focus_contacts", id);
      else if (strcmp (field->detail, "companies") == 0)
        add_id (connection, "focus_companies", id);
      else if (strcmp (field->detail, "interviews") == 0)
        add_interview (connection, id);
    }
}

static void
add_row (OnwardConnection *connection, GType type, OnwardRecord *record)
{
  if (type == ONWARD_TYPE_OPPORTUNITY)
    add_id (connection, "focus_opportunities", record->id);
  else if (type == ONWARD_TYPE_CONTACT)
    add_id (connection, "focus_contacts", record->id);
  else if (type == ONWARD_TYPE_COMPANY)
    add_id (connection, "focus_companies", record->id);
  else if (type == ONWARD_TYPE_INTERVIEW && ((OnwardInterview *)record)->opportunity == 0)
    add_id (connection, "focus_interviews", record->id);
  else if (type == ONWARD_TYPE_PARTICIPANT)
    add_interview (connection, record->parent);
  else if (type == ONWARD_TYPE_OPPORTUNITY_PERSON || type == ONWARD_TYPE_ANNOUNCEMENT_RUN)
    add_id (connection, "focus_opportunities", record->parent);
  else if (type == ONWARD_TYPE_TOUCH_CONTACT)
    add_touch (connection, record->parent);
  add_references (connection, record);
}

/* A search or a stage concerns all its opportunities. */
static gboolean
add_members (OnwardConnection *connection, GType type, gint64 id, GError **error)
{
  const char *sql = type == ONWARD_TYPE_SEARCH
                        ? "INSERT OR IGNORE INTO focus_opportunities SELECT id FROM opportunities WHERE search = ?"
                        : "INSERT OR IGNORE INTO focus_opportunities SELECT id FROM opportunities WHERE stage = ?";
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return FALSE;
  onward_statement_bind_int (statement, 1, id);
  return onward_statement_run (statement, error);
}

static gboolean
add_images (OnwardWriter *writer, GPtrArray *images, GError **error)
{
  OnwardConnection *connection = onward_writer_get_connection (writer);

  for (guint i = 0; i < images->len; i++)
    {
      OnwardImage *image = images->pdata[i];
      g_autoptr (OnwardRecord) now = onward_rows_load (connection, image->type, image->id, NULL);

      if (image->type == ONWARD_TYPE_SEARCH || image->type == ONWARD_TYPE_STAGE)
        {
          if (!add_members (connection, image->type, image->id, error))
            return FALSE;
          continue;
        }
      if (image->before != NULL)
        add_row (connection, image->type, image->before);
      if (now != NULL)
        add_row (connection, image->type, now);
    }
  return TRUE;
}

static char *
read_meta (OnwardConnection *connection, const char *name)
{
  g_autoptr (OnwardStatement) statement =
      onward_connection_prepare (connection, "SELECT value FROM meta WHERE name = ?", NULL);

  if (statement == NULL)
    return NULL;
  onward_statement_bind_text (statement, 1, name);
  return onward_statement_step (statement, NULL) ? g_strdup (onward_statement_get_text (statement, 0)) : NULL;
}

/* Time alters facts too: interviews that began or ended since the last look, searches that ended. */
static gboolean
add_passed (OnwardConnection *connection, gint64 since, gint64 now, GError **error)
{
  static const char *const queries[] = {
    "INSERT OR IGNORE INTO focus_opportunities SELECT opportunity FROM interviews"
    " WHERE ends_unix > ?1 AND ends_unix <= ?2 AND opportunity IS NOT NULL",
    "INSERT OR IGNORE INTO focus_interviews SELECT id FROM interviews"
    " WHERE ends_unix > ?1 AND ends_unix <= ?2 AND opportunity IS NULL",
    "INSERT OR IGNORE INTO focus_opportunities SELECT opportunity FROM interviews"
    " WHERE starts_unix > ?1 AND starts_unix <= ?2 AND opportunity IS NOT NULL",
    "INSERT OR IGNORE INTO focus_opportunities SELECT o.id FROM searches s JOIN opportunities o ON o.search = s.id"
    " WHERE s.ended_on >= date (?1 - 86400, 'unixepoch') AND s.ended_on <= date (?2 + 86400, 'unixepoch')"
  };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (OnwardStatement) statement = onward_connection_prepare (connection, queries[i], error);

      if (statement == NULL)
        return FALSE;
      onward_statement_bind_int (statement, 1, since);
      onward_statement_bind_int (statement, 2, now);
      if (!onward_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_scope_empty (OnwardConnection *connection)
{
  return onward_connection_read_int (connection,
                                     "SELECT EXISTS (SELECT 1 FROM focus_opportunities)"
                                     " OR EXISTS (SELECT 1 FROM focus_interviews)"
                                     " OR EXISTS (SELECT 1 FROM focus_contacts)"
                                     " OR EXISTS (SELECT 1 FROM focus_companies)",
                                     1)
         == 0;
}

static gboolean
must_see_all (OnwardWriter *writer, guint n_images, const char *since, const char *zone, const char *version)
{
  const OnwardNow *now = onward_writer_get_now (writer);

  return onward_writer_get_reconcile_all (writer) || onward_writer_has_changed_members (writer)
         || n_images > MOST_IMAGES || since == NULL || g_strcmp0 (zone, now->zone) != 0
         || g_strcmp0 (version, ONWARD_VERSION) != 0 || g_ascii_strtoll (since, NULL, 10) > now->unix_time;
}

/**
 * onward_facts_scope_find:
 * @writer: the writer, at the end of a command
 * @scope: (out): how much is to be planned anew
 * @error: return location
 *
 * Fills the temporary tables with what the command has written, what time has changed since the last look, and what
 * depends on both. Everything, after the settings, the zone, the clock or the program were changed.
 *
 * Returns: whether it is known
 */
gboolean
onward_facts_scope_find (OnwardWriter *writer, OnwardScope *scope, GError **error)
{
  OnwardConnection *connection = onward_writer_get_connection (writer);
  g_autoptr (GPtrArray) images = onward_writer_get_images (writer);
  g_autofree char *since = read_meta (connection, "reconciled_at");
  g_autofree char *zone = read_meta (connection, "reconciled_zone");
  g_autofree char *version = read_meta (connection, "reconciled_version");

  if (!clear_sets (connection, error))
    return FALSE;
  if (must_see_all (writer, images->len, since, zone, version))
    {
      *scope = ONWARD_SCOPE_ALL;
      return onward_connection_execute (connection, everything, error)
             && onward_connection_execute (connection, loading, error);
    }
  if (!add_images (writer, images, error)
      || !add_passed (connection, g_ascii_strtoll (since, NULL, 10), onward_writer_get_now (writer)->unix_time, error))
    return FALSE;
  *scope = is_scope_empty (connection) ? ONWARD_SCOPE_NOTHING : ONWARD_SCOPE_SOME;
  return *scope == ONWARD_SCOPE_NOTHING
         || (onward_connection_execute (connection, widening, error)
             && onward_connection_execute (connection, loading, error));
}

/**
 * onward_facts_scope_remember:
 * @writer: the writer, after the follow-ups were written
 * @scope: what was planned anew
 * @error: return location
 *
 * Notes up to which moment time has been taken into account. A look that found nothing is not noted: the next one
 * finds the same in no time, and reading alone writes nothing.
 *
 * Returns: whether it is noted
 */
gboolean
onward_facts_scope_remember (OnwardWriter *writer, OnwardScope scope, GError **error)
{
  const OnwardNow *now = onward_writer_get_now (writer);
  g_autofree char *moment = g_strdup_printf ("%" G_GINT64_FORMAT, now->unix_time);

  if (scope == ONWARD_SCOPE_NOTHING)
    return TRUE;
  return onward_writer_set_meta (writer, "reconciled_at", moment, error)
         && onward_writer_set_meta (writer, "reconciled_zone", now->zone, error)
         && onward_writer_set_meta (writer, "reconciled_version", ONWARD_VERSION, error);
}
