/* onward-announcement-runs.c - telling everyone about an accepted offer: whom, who knows, and who is left out */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-announcement-runs.h"

#include "model/onward-announcement-run.h"
#include "model/onward-contact.h"
#include "model/onward-run-excluded.h"
#include "model/onward-run-sent.h"
#include "onward-sent.h"

#include <glib/gi18n-lib.h>

/* Several runs of one opportunity come from documents only: the one that goes on, else the latest. */
#define RUN_SQL                                                                                                        \
  "(SELECT id FROM announcement_runs WHERE opportunity = ?1 ORDER BY finished_at IS NOT NULL, id DESC LIMIT 1)"

/* Where a contact stands: the row of the enumeration is the number. */
#define GROUP_SQL                                                                                                      \
  "CASE WHEN intro.contact IS NOT NULL OR mocks.contact IS NOT NULL OR gave.contact IS NOT NULL OR met.insider"        \
  " OR part.insider OR coalesce (c.roles, '') LIKE '%\"insider\"%' THEN 0"                                             \
  " WHEN c.tier IN ('monthly', 'quarterly') THEN 1 WHEN met.contact IS NOT NULL OR part.contact IS NOT NULL THEN 2"    \
  " ELSE 3 END"

/* clang-format off */
#define OWN_SQL                                                                                                        \
  "own AS (SELECT lower (value ->> '$') AS address FROM members WHERE part = 'profile' AND member = 'email'"           \
  " UNION SELECT lower (j.value) FROM members m, json_each (m.value) j"                                                \
  " WHERE m.part = 'profile' AND m.member = 'addresses_me')"
#define NOT_OWN                                                                                                        \
  "NOT EXISTS (SELECT 1 FROM json_each (c.emails) e JOIN own ON own.address = lower (e.value ->> 'value'))"
/* clang-format on */

/* Everybody but the user, and but those who must not be written to; who was told stays in sight. */
/* clang-format off */
static const char list_sql[] =
  "WITH run AS (SELECT " RUN_SQL " AS id),"
  OWN_SQL ","
  "intro AS (SELECT n.introducer AS contact, min (n.id), coalesce (k.name, p.name) AS what FROM introductions n"
  " LEFT JOIN companies k ON k.id = n.company LEFT JOIN contacts p ON p.id = n.person GROUP BY n.introducer),"
  "mocks AS (SELECT p.contact, count (*) AS n FROM interviews i JOIN interview_people p ON p.interview = i.id"
  " WHERE i.kind = 'mock' AND i.status IS NOT 'cancelled' GROUP BY p.contact),"
  "gave AS (SELECT contact FROM feedback GROUP BY contact),"
  "met AS (SELECT p.contact, max (i.starts_unix), coalesce (p.role, 'interviewer') AS role, k.name AS company,"
  " max (p.role IS 'insider') AS insider FROM interviews i JOIN interview_people p ON p.interview = i.id"
  " LEFT JOIN opportunities o ON o.id = i.opportunity LEFT JOIN companies k ON k.id = coalesce (o.company, i.company)"
  " WHERE i.kind IS NOT 'mock' AND i.status IS NOT 'cancelled' AND p.attended GROUP BY p.contact),"
  "part AS (SELECT q.contact, max (o.id), q.role AS role, k.name AS company, max (q.role IS 'insider') AS insider"
  " FROM opportunity_people q JOIN opportunities o ON o.id = q.opportunity LEFT JOIN companies k ON k.id = o.company"
  " GROUP BY q.contact),"
  "told AS (SELECT s.contact, max (t.at) AS at FROM run_sent s LEFT JOIN touches t ON t.id = s.touch"
  " WHERE s.announcement_run = (SELECT id FROM run) GROUP BY s.contact),"
  "out AS (SELECT contact FROM run_excluded WHERE announcement_run = (SELECT id FROM run) GROUP BY contact)"
  " SELECT c.id, c.name, c.tier, " GROUP_SQL " AS place,"
  " CASE WHEN told.contact IS NOT NULL THEN 1 WHEN out.contact IS NOT NULL THEN 2 ELSE 0 END, told.at, intro.what,"
  " coalesce (mocks.n, 0), gave.contact IS NOT NULL, coalesce (met.role, part.role),"
  " coalesce (met.company, part.company, home.name), c.headline"
  " FROM contacts c LEFT JOIN intro ON intro.contact = c.id LEFT JOIN mocks ON mocks.contact = c.id"
  " LEFT JOIN gave ON gave.contact = c.id LEFT JOIN met ON met.contact = c.id LEFT JOIN part ON part.contact = c.id"
  " LEFT JOIN told ON told.contact = c.id LEFT JOIN out ON out.contact = c.id"
  " LEFT JOIN companies home ON home.id = c.company"
  " WHERE (NOT c.do_not_contact OR told.contact IS NOT NULL)"
  " AND " NOT_OWN
  " ORDER BY place, CASE c.tier WHEN 'monthly' THEN 0 WHEN 'quarterly' THEN 1 WHEN 'yearly' THEN 2 ELSE 3 END,"
  " c.sort_key, c.id";
/* clang-format on */

/* Whether anybody of those is neither told nor left out. */
/* clang-format off */
static const char left_sql[] =
  "WITH " OWN_SQL
  " SELECT EXISTS (SELECT 1 FROM contacts c WHERE NOT c.do_not_contact"
  " AND c.id NOT IN (SELECT contact FROM run_sent WHERE announcement_run = ?1 AND contact IS NOT NULL)"
  " AND c.id NOT IN (SELECT contact FROM run_excluded WHERE announcement_run = ?1 AND contact IS NOT NULL) AND " NOT_OWN
  ")";
/* clang-format on */

void
onward_announced_free (OnwardAnnounced *announced)
{
  g_free (announced->name);
  g_free (announced->tier);
  g_free (announced->told_at);
  g_free (announced->introduced_to);
  g_free (announced->role);
  g_free (announced->company);
  g_free (announced->headline);
  g_free (announced);
}

static OnwardAnnounced *
read_row (OnwardStatement *row)
{
  OnwardAnnounced *announced = g_new0 (OnwardAnnounced, 1);

  announced->contact = onward_statement_get_int (row, 0);
  announced->name = g_strdup (onward_statement_get_text (row, 1));
  announced->tier = g_strdup (onward_statement_get_text (row, 2));
  announced->group = (OnwardAnnounceGroup)onward_statement_get_int (row, 3);
  announced->state = (OnwardAnnounceState)onward_statement_get_int (row, 4);
  announced->told_at = g_strdup (onward_statement_get_text (row, 5));
  announced->introduced_to = g_strdup (onward_statement_get_text (row, 6));
  announced->n_mock = (guint)onward_statement_get_int (row, 7);
  announced->gave_feedback = onward_statement_get_int (row, 8) != 0;
  announced->role = g_strdup (onward_statement_get_text (row, 9));
  announced->company = g_strdup (onward_statement_get_text (row, 10));
  announced->headline = g_strdup (onward_statement_get_text (row, 11));
  return announced;
}

static GPtrArray *
list (OnwardConnection *connection, gint64 opportunity, GError **error)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func ((GDestroyNotify)onward_announced_free);
  g_autoptr (OnwardStatement) rows = onward_connection_prepare (connection, list_sql, error);
  g_autoptr (GError) failure = NULL;

  if (rows == NULL)
    return NULL;
  onward_statement_bind_int (rows, 1, opportunity);
  while (onward_statement_step (rows, &failure))
    g_ptr_array_add (people, read_row (rows));
  if (failure == NULL)
    return g_steal_pointer (&people);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static gint64
find_run (OnwardConnection *connection, gint64 opportunity)
{
  g_autoptr (OnwardStatement) row = onward_connection_prepare (connection, "SELECT " RUN_SQL, NULL);

  if (row == NULL)
    return 0;
  onward_statement_bind_int (row, 1, opportunity);
  return onward_statement_step (row, NULL) ? onward_statement_get_int (row, 0) : 0;
}

/**
 * onward_announcement_runs_find:
 * @store: a store
 * @opportunity: an accepted one
 *
 * Main thread.
 *
 * Returns: its run; 0 when nobody was told or left out yet
 */
gint64
onward_announcement_runs_find (OnwardStore *store, gint64 opportunity)
{
  return find_run (onward_store_get_connection (store), opportunity);
}

/**
 * onward_announcement_runs_is_finished:
 * @store: a store
 * @opportunity: an accepted one
 *
 * Main thread.
 *
 * Returns: whether its run is over
 */
gboolean
onward_announcement_runs_is_finished (OnwardStore *store, gint64 opportunity)
{
  gint64 id = onward_announcement_runs_find (store, opportunity);
  g_autoptr (OnwardAnnouncementRun) run =
      id != 0 ? onward_store_get_record (store, ONWARD_TYPE_ANNOUNCEMENT_RUN, id) : NULL;

  return run != NULL && run->finished_at != NULL;
}

/**
 * onward_announcement_runs_list:
 * @store: a store
 * @opportunity: an accepted one
 * @error: return location
 *
 * Main thread. Everybody who may be written to, and who was told: group by group, the closest first, then by name.
 *
 * Returns: (transfer full) (nullable) (element-type OnwardAnnounced): the people; NULL with @error set
 */
GPtrArray *
onward_announcement_runs_list (OnwardStore *store, gint64 opportunity, GError **error)
{
  return list (onward_store_get_connection (store), opportunity, error);
}

/**
 * onward_announcement_new:
 * @opportunity: the accepted one
 * @contact: whom it is about; 0 = nobody
 *
 * Returns: (transfer full): what is to be noted about the run
 */
OnwardAnnouncement *
onward_announcement_new (gint64 opportunity, gint64 contact)
{
  OnwardAnnouncement *announcement = g_new0 (OnwardAnnouncement, 1);

  announcement->opportunity = opportunity;
  announcement->contact = contact;
  return announcement;
}

void
onward_announcement_free (OnwardAnnouncement *announcement)
{
  g_free (announcement->channel);
  g_free (announcement);
}

static OnwardAnnouncementRun *
ensure_run (OnwardWriter *writer, gint64 opportunity, GError **error)
{
  gint64 id = find_run (onward_writer_get_connection (writer), opportunity);
  g_autoptr (OnwardAnnouncementRun) run = NULL;
  g_autofree char *now = onward_writer_format_now (writer);

  if (id != 0)
    return onward_writer_load (writer, ONWARD_TYPE_ANNOUNCEMENT_RUN, id, error);
  run = g_object_new (ONWARD_TYPE_ANNOUNCEMENT_RUN, NULL);
  run->opportunity = opportunity;
  onward_set_text (&run->started_at, now);
  return onward_writer_insert (writer, run, error) ? g_steal_pointer (&run) : NULL;
}

static gint64
count (OnwardWriter *writer, const char *sql, gint64 run, gint64 contact)
{
  g_autoptr (OnwardStatement) row = onward_connection_prepare (onward_writer_get_connection (writer), sql, NULL);

  if (row == NULL)
    return 0;
  onward_statement_bind_int (row, 1, run);
  if (contact != 0)
    onward_statement_bind_int (row, 2, contact);
  return onward_statement_step (row, NULL) ? onward_statement_get_int (row, 0) : 0;
}

static gboolean
is_told (OnwardWriter *writer, gint64 run, gint64 contact)
{
  return count (writer, "SELECT count (*) FROM run_sent WHERE announcement_run = ? AND contact = ?", run, contact) > 0;
}

/* A list that only grows: the row alone is written, however many there are. */
static gboolean
append_child (OnwardWriter *writer, OnwardAnnouncementRun *run, gpointer child, const char *positions, GError **error)
{
  ONWARD_RECORD (child)->parent = run->record.id;
  ONWARD_RECORD (child)->position = count (writer, positions, run->record.id, 0);
  return onward_writer_insert (writer, child, error);
}

/* The run is over when nobody is left. */
static gboolean
settle (OnwardWriter *writer, OnwardAnnouncementRun *run, GError **error)
{
  g_autofree char *now = onward_writer_format_now (writer);
  gboolean left = count (writer, left_sql, run->record.id, 0) != 0;

  if (left || run->finished_at != NULL)
    return TRUE;
  onward_set_text (&run->finished_at, now);
  return onward_writer_update (writer, run, error);
}

static gboolean
remove_exclusion (OnwardWriter *writer, OnwardAnnouncementRun *run, gint64 contact, GError **error)
{
  for (;;)
    {
      gint64 id =
          count (writer, "SELECT coalesce (max (id), 0) FROM run_excluded WHERE announcement_run = ? AND contact = ?",
                 run->record.id, contact);

      if (id == 0)
        return TRUE;
      if (!onward_writer_delete (writer, ONWARD_TYPE_RUN_EXCLUDED, id, error))
        return FALSE;
    }
}

/**
 * onward_announcement_runs_note:
 * @writer: the writer
 * @opportunity: the accepted one
 * @contact: who was told
 * @touch: the row of the message
 * @error: return location
 *
 * For onward_sent_write(): the row of the run is written in the transaction of the touch, so that neither is lost. The
 * run is over when nobody is left. Who is told a second time stands in it once.
 *
 * Returns: whether it is stored
 */
gboolean
onward_announcement_runs_note (OnwardWriter *writer, gint64 opportunity, gint64 contact, gint64 touch, GError **error)
{
  g_autoptr (OnwardAnnouncementRun) run = ensure_run (writer, opportunity, error);
  g_autoptr (OnwardRunSent) sent = g_object_new (ONWARD_TYPE_RUN_SENT, NULL);

  if (run == NULL)
    return FALSE;
  if (is_told (writer, run->record.id, contact))
    return TRUE;
  sent->contact = contact;
  sent->touch = touch;
  return remove_exclusion (writer, run, contact, error)
         && append_child (writer, run, sent,
                          "SELECT coalesce (max (position) + 1, 0) FROM run_sent WHERE announcement_run = ?", error)
         && settle (writer, run, error);
}

/**
 * onward_announcement_runs_tell:
 * @writer: the writer
 * @announcement: an OnwardAnnouncement
 * @error: return location
 *
 * Somebody was told in a way of which Onward has no words.
 *
 * Returns: whether it is stored; who was told already is refused
 */
gboolean
onward_announcement_runs_tell (OnwardWriter *writer, gpointer announcement, GError **error)
{
  OnwardAnnouncement *data = announcement;
  OnwardSent sent = {
    .contact = data->contact,
    .opportunity = data->opportunity,
    .channel = data->channel != NULL ? data->channel : (char *)"other",
    .kind = (char *)"announce-job",
  };
  gint64 run = find_run (onward_writer_get_connection (writer), data->opportunity);

  if (run != 0 && is_told (writer, run, data->contact))
    {
      g_set_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID, "%s",
                   _ ("They were told already, so nothing was changed."));
      return FALSE;
    }
  return onward_sent_write (writer, &sent, error);
}

/**
 * onward_announcement_runs_exclude:
 * @writer: the writer
 * @announcement: an OnwardAnnouncement
 * @error: return location
 *
 * Somebody is left out of the run, until they are put back.
 *
 * Returns: whether it is stored
 */
gboolean
onward_announcement_runs_exclude (OnwardWriter *writer, gpointer announcement, GError **error)
{
  OnwardAnnouncement *data = announcement;
  g_autoptr (OnwardAnnouncementRun) run = ensure_run (writer, data->opportunity, error);
  g_autoptr (OnwardRunExcluded) excluded = g_object_new (ONWARD_TYPE_RUN_EXCLUDED, NULL);

  if (run == NULL || !remove_exclusion (writer, run, data->contact, error))
    return FALSE;
  excluded->contact = data->contact;
  return append_child (writer, run, excluded,
                       "SELECT coalesce (max (position) + 1, 0) FROM run_excluded WHERE announcement_run = ?", error)
         && settle (writer, run, error);
}

/**
 * onward_announcement_runs_put_back:
 * @writer: the writer
 * @announcement: an OnwardAnnouncement
 * @error: return location
 *
 * Somebody who was left out is to be told after all; a run that was over goes on.
 *
 * Returns: whether it is stored
 */
gboolean
onward_announcement_runs_put_back (OnwardWriter *writer, gpointer announcement, GError **error)
{
  OnwardAnnouncement *data = announcement;
  g_autoptr (OnwardAnnouncementRun) run = ensure_run (writer, data->opportunity, error);

  if (run == NULL || !remove_exclusion (writer, run, data->contact, error))
    return FALSE;
  onward_set_text (&run->finished_at, NULL);
  return onward_writer_update (writer, run, error);
}

/**
 * onward_announcement_runs_finish:
 * @writer: the writer
 * @announcement: an OnwardAnnouncement; only the opportunity counts
 * @error: return location
 *
 * The run is over, also when somebody was not told.
 *
 * Returns: whether it is stored
 */
gboolean
onward_announcement_runs_finish (OnwardWriter *writer, gpointer announcement, GError **error)
{
  OnwardAnnouncement *data = announcement;
  g_autoptr (OnwardAnnouncementRun) run = ensure_run (writer, data->opportunity, error);
  g_autofree char *now = onward_writer_format_now (writer);

  if (run == NULL)
    return FALSE;
  if (run->finished_at == NULL)
    onward_set_text (&run->finished_at, now);
  return onward_writer_update (writer, run, error);
}

static gboolean
set_tier (OnwardWriter *writer, gint64 id, const char *tier, GError **error)
{
  g_autoptr (OnwardContact) contact = onward_writer_load (writer, ONWARD_TYPE_CONTACT, id, error);
  g_autofree char *today = onward_writer_format_today (writer);

  if (contact == NULL)
    return FALSE;
  onward_set_text (&contact->tier, tier);
  onward_set_text (&contact->tier_since, today);
  return onward_writer_update (writer, contact, error);
}

/**
 * onward_announcement_runs_set_tiers:
 * @writer: the writer
 * @announce_tiers: an OnwardAnnounceTiers
 * @error: return location
 *
 * Afterwards: everybody who was told and has no tier gets that of their group.
 *
 * Returns: whether it is stored
 */
gboolean
onward_announcement_runs_set_tiers (OnwardWriter *writer, gpointer announce_tiers, GError **error)
{
  OnwardAnnounceTiers *data = announce_tiers;
  g_autoptr (GPtrArray) people = list (onward_writer_get_connection (writer), data->opportunity, error);

  if (people == NULL)
    return FALSE;
  for (guint i = 0; i < people->len; i++)
    {
      OnwardAnnounced *person = people->pdata[i];
      const char *tier = data->tiers[person->group];

      if (person->state == ONWARD_ANNOUNCE_TOLD && person->tier == NULL && tier != NULL
          && !set_tier (writer, person->contact, tier, error))
        return FALSE;
    }
  return TRUE;
}
