/* onward-timeline.c - what happened about an opportunity or with a person, the newest first */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-timeline.h"

#include "playbook/onward-zone.h"

/* Every query gives the same columns, bound to ?1 = the subject, ?2 = now, ?3 = how many at most: 0 record, 1 instant
 * or NULL, 2 date, 3 opportunity, 4 company, 5 title, 6 what, 7 from, 8 channel, 9 status, 10 round, 11 text, 12
 * promised day, 13 interview, 14 somebody. */
#define OPPORTUNITY_TOUCHES(condition)                                                                                 \
  "SELECT * FROM (SELECT t.id, t.at_unix, NULL, ?1, NULL, NULL, t.kind, t.direction, t.channel, NULL, 0, "             \
  "coalesce (t.subject, t.body), NULL, t.interview, NULL FROM touches t WHERE " condition " AND ?2 = ?2 "              \
  "ORDER BY t.at_unix DESC, t.id DESC LIMIT ?3)"

/* Each by its own index: together they would all be read and sorted. */
static const char opportunity_touches[] = OPPORTUNITY_TOUCHES ("t.opportunity = ?1") " UNION ALL " OPPORTUNITY_TOUCHES (
    "t.opportunity IS NOT ?1 AND t.interview IN (SELECT id FROM interviews WHERE opportunity = ?1)");

static const char opportunity_interviews[] =
    "SELECT i.id, i.starts_unix, NULL, i.opportunity, NULL, NULL, i.kind, NULL, NULL, i.status, i.round, "
    "json_extract (i.debrief_differently, '$[0]'), NULL, i.id, NULL FROM interviews i "
    "WHERE i.opportunity = ?1 AND (i.starts_unix <= ?2 OR i.status IN ('cancelled', 'no-show')) "
    "ORDER BY i.starts_unix DESC, i.id DESC LIMIT ?3";

static const char opportunity_stages[] =
    "SELECT e.id, e.at_unix, NULL, ?1, NULL, NULL, s.name, lag (s.name) OVER (ORDER BY e.at_unix, e.id), NULL, s.kind, "
    "0, NULL, NULL, 0, NULL FROM stage_events e JOIN stages s ON s.id = e.stage "
    "WHERE e.opportunity = ?1 AND ?2 = ?2 ORDER BY e.at_unix DESC, e.id DESC LIMIT ?3";

static const char opportunity_promises[] =
    "SELECT id, NULL, coalesce (promise_given_on, promise_on), id, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, "
    "promise_on, 0, promise_by FROM opportunities WHERE id = ?1 AND promise_on IS NOT NULL AND ?2 = ?2 UNION ALL "
    "SELECT id, NULL, coalesce (promise_given_on, substr (starts_at, 1, 10)), ?1, NULL, NULL, NULL, NULL, NULL, NULL, "
    "0, NULL, promise_on, id, promise_by FROM interviews WHERE opportunity = ?1 AND promise_on IS NOT NULL "
    "AND status IS NOT 'cancelled' ORDER BY 3 DESC LIMIT ?3";

static const char opportunity_application[] =
    "SELECT id, NULL, applied_on, id, NULL, NULL, NULL, NULL, source, NULL, 0, NULL, NULL, 0, NULL "
    "FROM opportunities WHERE id = ?1 AND applied_on IS NOT NULL AND ?2 = ?2 LIMIT ?3";

static const char opportunity_outcome[] =
    "SELECT o.id, NULL, o.outcome_on, o.id, k.name, o.title, o.outcome_kind, NULL, NULL, NULL, 0, o.outcome_reason, "
    "NULL, 0, o.outcome_by FROM opportunities o LEFT JOIN companies k ON k.id = o.company "
    "WHERE o.id = ?1 AND o.outcome_kind IS NOT NULL AND ?2 = ?2 LIMIT ?3";

#define TOUCHES_OF_CONTACT(newest)                                                                                     \
  "SELECT t.id, t.at_unix, NULL, o.id, k.name, o.title, t.kind, t.direction, t.channel, NULL, 0, "                     \
  "coalesce (t.subject, t.body), NULL, t.interview, NULL FROM (" newest ") c JOIN touches t ON t.id = c.touch "        \
  "LEFT JOIN interviews i ON i.id = t.interview LEFT JOIN opportunities o "                                            \
  "ON o.id = coalesce (t.opportunity, i.opportunity) LEFT JOIN companies k ON k.id = o.company WHERE ?2 = ?2"

static const char contact_touches[] =
    TOUCHES_OF_CONTACT ("SELECT c.touch FROM touch_contacts c JOIN touches t ON t.id = c.touch "
                        "WHERE c.contact = ?1 ORDER BY t.at_unix DESC, t.id DESC LIMIT ?3");

/* Among the newest 20,000 of all touches, looked at in their order: a few hundred looks for somebody with whom there
 * were tens of thousands, of which all would have to be read and sorted otherwise. */
static const char newest_contact_touches[] =
    TOUCHES_OF_CONTACT ("SELECT t.id AS touch FROM touches t INDEXED BY touches_by_time WHERE t.at_unix >= "
                        "coalesce ((SELECT at_unix FROM touches ORDER BY at_unix DESC LIMIT 1 OFFSET 20000), 0) "
                        "AND EXISTS (SELECT 1 FROM touch_contacts c WHERE c.contact = ?1 AND c.touch = t.id) "
                        "ORDER BY t.at_unix DESC, t.id DESC LIMIT ?3");

static const char has_many_touches[] =
    "SELECT count (*) FROM (SELECT 1 FROM touch_contacts WHERE contact = ? LIMIT 2000)";

static const char contact_interviews[] =
    "SELECT i.id, i.starts_unix, NULL, o.id, k.name, o.title, i.kind, NULL, NULL, i.status, i.round, "
    "json_extract (i.debrief_differently, '$[0]'), NULL, i.id, NULL FROM interview_people p "
    "JOIN interviews i ON i.id = p.interview LEFT JOIN opportunities o ON o.id = i.opportunity "
    "LEFT JOIN companies k ON k.id = coalesce (o.company, i.company) "
    "WHERE p.contact = ?1 AND (i.starts_unix <= ?2 OR i.status IN ('cancelled', 'no-show')) "
    "ORDER BY i.starts_unix DESC, i.id DESC LIMIT ?3";

static const char contact_promises[] =
    "SELECT o.id, NULL, coalesce (o.promise_given_on, o.promise_on), o.id, k.name, o.title, NULL, NULL, NULL, NULL, 0, "
    "NULL, o.promise_on, 0, ?1 FROM opportunities o LEFT JOIN companies k ON k.id = o.company "
    "WHERE o.promise_by = ?1 AND o.promise_on IS NOT NULL AND ?2 = ?2 UNION ALL "
    "SELECT i.id, NULL, coalesce (i.promise_given_on, substr (i.starts_at, 1, 10)), o.id, k.name, o.title, NULL, NULL, "
    "NULL, NULL, 0, NULL, i.promise_on, i.id, ?1 FROM interviews i LEFT JOIN opportunities o ON o.id = i.opportunity "
    "LEFT JOIN companies k ON k.id = coalesce (o.company, i.company) WHERE i.promise_by = ?1 "
    "AND i.promise_on IS NOT NULL AND i.status IS NOT 'cancelled' ORDER BY 3 DESC LIMIT ?3";

#define POINTS(list) "(SELECT group_concat (value, '; ') FROM json_each (f." list "))"

static const char opportunity_feedback[] = "SELECT f.id, NULL, f.received_on, ?1, NULL, NULL, f.source, " POINTS (
    "improvements") ", f.channel, NULL, 0, "
                    "coalesce (" POINTS ("strengths") ", f.text), NULL, 0, f.contact FROM feedback f "
                                                      "WHERE (f.opportunity = ?1 OR f.interview IN (SELECT id FROM "
                                                      "interviews WHERE opportunity = ?1)) AND ?2 = ?2 "
                                                      "ORDER BY f.received_on DESC, f.id DESC LIMIT ?3";

static const char contact_feedback[] = "SELECT f.id, NULL, f.received_on, o.id, k.name, o.title, f.source, " POINTS (
    "improvements") ", f.channel, NULL, "
                    "0, coalesce (" POINTS (
                        "strengths") ", f.text), NULL, 0, f.contact FROM feedback f "
                                     "LEFT JOIN opportunities o ON o.id = f.opportunity LEFT JOIN companies k ON k.id "
                                     "= o.company "
                                     "WHERE f.contact = ?1 AND ?2 = ?2 ORDER BY f.received_on DESC, f.id DESC LIMIT ?3";

/* What was sent is told by its touch, which was written in the same second. */
#define FOLLOW_UPS(columns, joins, condition, told)                                                                    \
  "SELECT * FROM (SELECT f.id, unixepoch (f.done_at) AS at, substr (f.done_at, 1, 10), " columns ", f.title, f.rule, " \
  "f.channel, f.state, 0, NULL, NULL, f.interview, f.contact FROM follow_ups f " joins "WHERE " condition " AND "      \
  "?2 = ?2 AND f.state IN ('done', 'skipped') AND (f.state = 'skipped' OR NOT EXISTS (SELECT 1 FROM touches t "        \
  "WHERE " told " AND t.at_unix = unixepoch (f.done_at))) ORDER BY at DESC, f.id DESC LIMIT ?3)"

#define FOLLOW_UPS_OF_OPPORTUNITY(condition)                                                                           \
  FOLLOW_UPS ("?1, NULL, NULL", "", condition,                                                                         \
              "t.opportunity = ?1 AND (t.kind = f.rule OR EXISTS (SELECT 1 FROM touch_contacts c "                     \
              "WHERE c.touch = t.id AND c.contact = f.contact))")

static const char opportunity_follow_ups[] =
    FOLLOW_UPS_OF_OPPORTUNITY ("f.opportunity = ?1") " UNION ALL " FOLLOW_UPS_OF_OPPORTUNITY (
        "+f.opportunity IS NULL AND f.interview IN "
        "(SELECT id FROM interviews WHERE opportunity = ?1)");

static const char contact_follow_ups[] =
    FOLLOW_UPS ("o.id, k.name, o.title",
                "LEFT JOIN opportunities o ON o.id = f.opportunity "
                "LEFT JOIN companies k ON k.id = coalesce (o.company, f.company) ",
                "f.contact = ?1", "EXISTS (SELECT 1 FROM touch_contacts c WHERE c.touch = t.id AND c.contact = ?1)");

static const char names_of_touch[] = "SELECT c.name, 0 FROM touch_contacts t JOIN contacts c ON c.id = t.contact "
                                     "WHERE t.touch = ? ORDER BY t.position";

static const char names_of_interview[] =
    "SELECT coalesce (c.name, json_extract (p.extra, '$.name')), p.clicked OR coalesce (p.rapport, 0) >= 1 "
    "FROM interview_people p LEFT JOIN contacts c ON c.id = p.contact "
    "WHERE p.interview = ? AND p.attended ORDER BY p.position";

static const char name_of_contact[] = "SELECT name, 0 FROM contacts WHERE id = ?";

typedef struct
{
  OnwardTimelineKind kind;
  const char *sql;
} Source;

/* A touch is told apart by its direction, once it is read. */
static const Source of_opportunity[] = {
  { ONWARD_TIMELINE_SENT, opportunity_touches },         { ONWARD_TIMELINE_STAGE, opportunity_stages },
  { ONWARD_TIMELINE_INTERVIEW, opportunity_interviews }, { ONWARD_TIMELINE_PROMISE, opportunity_promises },
  { ONWARD_TIMELINE_APPLIED, opportunity_application },  { ONWARD_TIMELINE_OUTCOME, opportunity_outcome },
  { ONWARD_TIMELINE_FEEDBACK, opportunity_feedback },    { ONWARD_TIMELINE_FOLLOW_UP, opportunity_follow_ups },
};

static const Source of_contact[] = {
  { ONWARD_TIMELINE_SENT, contact_touches },         { ONWARD_TIMELINE_INTERVIEW, contact_interviews },
  { ONWARD_TIMELINE_PROMISE, contact_promises },     { ONWARD_TIMELINE_FEEDBACK, contact_feedback },
  { ONWARD_TIMELINE_FOLLOW_UP, contact_follow_ups },
};

void
onward_timeline_entry_free (OnwardTimelineEntry *entry)
{
  g_free (entry->company);
  g_free (entry->title);
  g_free (entry->who);
  g_free (entry->first);
  g_free (entry->what);
  g_free (entry->from);
  g_free (entry->channel);
  g_free (entry->status);
  g_free (entry->text);
  g_free (entry->clicked);
  g_free (entry);
}

/**
 * onward_timeline_entry_equal:
 * @a: an entry
 * @b: an entry
 *
 * Returns: whether they say the same
 */
gboolean
onward_timeline_entry_equal (const OnwardTimelineEntry *a, const OnwardTimelineEntry *b)
{
  return a->kind == b->kind && a->moment == b->moment && a->day_only == b->day_only && a->record == b->record
         && a->interview == b->interview && a->opportunity == b->opportunity && a->contact == b->contact
         && a->n_people == b->n_people && a->round == b->round && a->on == b->on
         && g_strcmp0 (a->company, b->company) == 0 && g_strcmp0 (a->title, b->title) == 0
         && g_strcmp0 (a->who, b->who) == 0 && g_strcmp0 (a->first, b->first) == 0 && g_strcmp0 (a->what, b->what) == 0
         && g_strcmp0 (a->from, b->from) == 0 && g_strcmp0 (a->channel, b->channel) == 0
         && g_strcmp0 (a->status, b->status) == 0 && g_strcmp0 (a->text, b->text) == 0
         && g_strcmp0 (a->clicked, b->clicked) == 0;
}

static char *
dup_text (OnwardStatement *statement, int column)
{
  return g_strdup (onward_statement_get_text (statement, column));
}

static gboolean
read_moment (OnwardStatement *statement, GTimeZone *zone, OnwardTimelineEntry *entry)
{
  int day;

  if (!onward_statement_is_null (statement, 1))
    {
      entry->moment = onward_zone_wall (zone, onward_statement_get_int (statement, 1));
      return TRUE;
    }
  if (!onward_day_parse (onward_statement_get_text (statement, 2), &day))
    return FALSE;
  entry->day_only = TRUE;
  entry->moment = onward_wall_at (day, 0);
  return TRUE;
}

static OnwardTimelineEntry *
read_entry (OnwardStatement *statement, OnwardTimelineKind kind, GTimeZone *zone)
{
  OnwardTimelineEntry *entry = g_new0 (OnwardTimelineEntry, 1);

  entry->kind = kind;
  if (!read_moment (statement, zone, entry))
    {
      g_free (entry);
      return NULL;
    }
  entry->record = onward_statement_get_int (statement, 0);
  entry->opportunity = onward_statement_get_int (statement, 3);
  entry->company = dup_text (statement, 4);
  entry->title = dup_text (statement, 5);
  entry->what = dup_text (statement, 6);
  entry->from = dup_text (statement, 7);
  entry->channel = dup_text (statement, 8);
  entry->status = dup_text (statement, 9);
  entry->round = onward_statement_get_int (statement, 10);
  entry->text = dup_text (statement, 11);
  if (!onward_day_parse (onward_statement_get_text (statement, 12), &entry->on))
    entry->on = ONWARD_NO_DAY;
  entry->interview = onward_statement_get_int (statement, 13);
  entry->contact = onward_statement_get_int (statement, 14);
  if (kind == ONWARD_TIMELINE_SENT && g_strcmp0 (entry->from, "in") == 0)
    entry->kind = ONWARD_TIMELINE_RECEIVED;
  return entry;
}

/* Returns how many there are, as far as they were asked for. */
static guint
read_entries (OnwardStore *store, const Source *source, gint64 subject, guint most, GTimeZone *zone, GPtrArray *entries)
{
  g_autoptr (OnwardStatement) statement =
      onward_connection_prepare (onward_store_get_connection (store), source->sql, NULL);
  guint n = 0;

  if (statement == NULL)
    return 0;
  onward_statement_bind_int (statement, 1, subject);
  onward_statement_bind_int (statement, 2, onward_store_get_now (store).unix_time);
  onward_statement_bind_int (statement, 3, (gint64)most + 1);
  for (; onward_statement_step (statement, NULL); n++)
    {
      OnwardTimelineEntry *entry = read_entry (statement, source->kind, zone);

      if (entry != NULL)
        g_ptr_array_add (entries, entry);
    }
  return n;
}

static gboolean
has_many (OnwardStore *store, gint64 contact)
{
  g_autoptr (OnwardStatement) statement =
      onward_connection_prepare (onward_store_get_connection (store), has_many_touches, NULL);

  if (statement == NULL)
    return FALSE;
  onward_statement_bind_int (statement, 1, contact);
  return onward_statement_step (statement, NULL) && onward_statement_get_int (statement, 0) == 2000;
}

static void
add_entries (OnwardStore *store, const Source *source, gint64 subject, guint most, GTimeZone *zone, GPtrArray *entries)
{
  const Source newest = { source->kind, newest_contact_touches };
  guint before = entries->len;

  if (source->sql == contact_touches && has_many (store, subject))
    {
      if (read_entries (store, &newest, subject, most, zone, entries) > most)
        return;
      g_ptr_array_set_size (entries, before);
    }
  read_entries (store, source, subject, most, zone, entries);
}

/* Of one day, what has no time of day stands above the rest: a promise above the interview it was given in. */
static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const OnwardTimelineEntry *first = *(const OnwardTimelineEntry *const *)a;
  const OnwardTimelineEntry *second = *(const OnwardTimelineEntry *const *)b;
  int first_day = onward_wall_day (first->moment);
  int second_day = onward_wall_day (second->moment);

  if (first_day != second_day)
    return first_day > second_day ? -1 : 1;
  if (first->day_only != second->day_only)
    return first->day_only ? -1 : 1;
  if (first->moment != second->moment)
    return first->moment > second->moment ? -1 : 1;
  if (first->kind != second->kind)
    return first->kind > second->kind ? -1 : 1;
  return first->record > second->record ? -1 : first->record < second->record;
}

static gboolean
has_kind (GPtrArray *entries, OnwardTimelineKind kind, int day)
{
  for (guint i = 0; i < entries->len; i++)
    {
      OnwardTimelineEntry *entry = entries->pdata[i];

      if (entry->kind == kind && (day == ONWARD_NO_DAY || onward_wall_day (entry->moment) == day))
        return TRUE;
    }
  return FALSE;
}

/* Closing says no more than the outcome, entering Applied no more than the application of that day. */
static void
drop_told_twice (GPtrArray *entries)
{
  for (guint i = entries->len; i > 0; i--)
    {
      OnwardTimelineEntry *entry = entries->pdata[i - 1];

      if (entry->kind != ONWARD_TIMELINE_STAGE)
        continue;
      if ((g_strcmp0 (entry->status, "closed") == 0 && has_kind (entries, ONWARD_TIMELINE_OUTCOME, ONWARD_NO_DAY))
          || (g_strcmp0 (entry->status, "applied") == 0
              && has_kind (entries, ONWARD_TIMELINE_APPLIED, onward_wall_day (entry->moment))))
        g_ptr_array_remove_index (entries, i - 1);
    }
}

static void
append_name (char **names, const char *name)
{
  char *joined = *names != NULL ? g_strdup_printf ("%s, %s", *names, name) : g_strdup (name);

  g_free (*names);
  *names = joined;
}

static void
load_names (OnwardStore *store, OnwardTimelineEntry *entry)
{
  gboolean interview = entry->kind == ONWARD_TIMELINE_INTERVIEW;
  gboolean touch = entry->kind == ONWARD_TIMELINE_SENT || entry->kind == ONWARD_TIMELINE_RECEIVED;
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (onward_store_get_connection (store),
                                                                     interview ? names_of_interview
                                                                     : touch   ? names_of_touch
                                                                               : name_of_contact,
                                                                     NULL);

  if (statement == NULL)
    return;
  onward_statement_bind_int (statement, 1, interview || touch ? entry->record : entry->contact);
  while (onward_statement_step (statement, NULL))
    {
      const char *name = onward_statement_get_text (statement, 0);

      entry->n_people++;
      if (name == NULL)
        continue;
      if (entry->first == NULL)
        entry->first = g_strdup (name);
      append_name (&entry->who, name);
      if (onward_statement_get_int (statement, 1) != 0)
        append_name (&entry->clicked, name);
    }
}

static GPtrArray *
build_timeline (OnwardStore *store, const Source *sources, guint n_sources, gint64 subject, guint most, gboolean *more)
{
  OnwardNow now = onward_store_get_now (store);
  g_autoptr (GTimeZone) zone = onward_zone_find (now.zone);
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify)onward_timeline_entry_free);

  for (guint i = 0; i < n_sources; i++)
    add_entries (store, &sources[i], subject, most, zone, entries);
  drop_told_twice (entries);
  g_ptr_array_sort (entries, compare_entries);
  *more = entries->len > most;
  if (*more)
    g_ptr_array_set_size (entries, most);
  for (guint i = 0; i < entries->len; i++)
    load_names (store, entries->pdata[i]);
  return entries;
}

/**
 * onward_timeline_of_opportunity:
 * @store: a store
 * @opportunity: an opportunity
 * @most: no more entries than this, the newest
 * @more: (out): whether there are earlier ones
 *
 * Main thread.
 *
 * Returns: (transfer full) (element-type OnwardTimelineEntry): what happened, the newest first
 */
GPtrArray *
onward_timeline_of_opportunity (OnwardStore *store, gint64 opportunity, guint most, gboolean *more)
{
  return build_timeline (store, of_opportunity, G_N_ELEMENTS (of_opportunity), opportunity, most, more);
}

/**
 * onward_timeline_of_contact:
 * @store: a store
 * @contact: a contact
 * @most: no more entries than this, the newest
 * @more: (out): whether there are earlier ones
 *
 * Main thread.
 *
 * Returns: (transfer full) (element-type OnwardTimelineEntry): what happened with them, the newest first
 */
GPtrArray *
onward_timeline_of_contact (OnwardStore *store, gint64 contact, guint most, gboolean *more)
{
  return build_timeline (store, of_contact, G_N_ELEMENTS (of_contact), contact, most, more);
}
