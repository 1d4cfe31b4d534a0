/* reads.c - what the main thread asks the database for while somebody looks: month, agenda, due list, timelines, alert */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* usage: reads DATABASE ROUNDS
 *
 * Prints for each question and round a line: its name, milliseconds of processor time of the program's own answer, and of
 * the floor: the least SQL that gives the same rows and names, stepped to its end through SQLite's C interface by
 * statements that were prepared before. */

#include "bench.h"
#include "calendar/onward-calendar-events.h"
#include "store/onward-alerts.h"
#include "store/onward-due-briefs.h"
#include "store/onward-timeline.h"

#define TODAY        20514 /* 2026-03-02, days since 1970-01-01 */
#define MONTH_BEGIN  20507 /* the first cell of March: a Monday, 2026-02-23 */
#define MONTH_DAYS   42
#define WEEK_DAYS    7
#define SHOWN_DUE    12 /* rows of a section of the pane */
#define MOST_QUERIES 4

#define FLOOR_FOLLOW_UPS                                                                                               \
  "SELECT f.id, f.key, f.rule, f.title, f.why, f.channel, f.remind_at, f.due, f.snoozed_until, f.moment, c.name, "     \
  "       k.name, o.title FROM follow_ups f LEFT JOIN contacts c ON c.id = f.contact "                                 \
  "LEFT JOIN opportunities o ON o.id = f.opportunity LEFT JOIN companies k ON k.id = coalesce (o.company, c.company) " \
  "WHERE f.state = 'open' AND "

/* A question to the store, and the statements that are its floor; ?1 and ?2 are texts or numbers. */
typedef struct
{
  const char *name;
  guint (*ask) (OnwardStore *store, gint64 subject);
  const char *sql[MOST_QUERIES];
} Question;

static int rounds;

static guint
count (GPtrArray *found)
{
  guint n;

  g_assert_nonnull (found);
  n = found->len;
  g_ptr_array_unref (found);
  return n;
}

static guint
ask_month (OnwardStore *store, gint64 subject)
{
  return count (onward_calendar_events_get (store, MONTH_BEGIN, MONTH_BEGIN + MONTH_DAYS - 1));
}

/* As many as a window shows; the rest is read when it is scrolled to. */
static guint
ask_agenda (OnwardStore *store, gint64 subject)
{
  int to;

  return count (onward_calendar_events_get_page (store, TODAY, &to));
}

/* The week of the present, from Monday. */
static guint
ask_week (OnwardStore *store, gint64 subject)
{
  return count (onward_calendar_events_get (store, TODAY, TODAY + WEEK_DAYS - 1));
}

static guint
ask_due (OnwardStore *store, gint64 subject)
{
  static const guint limits[] = { SHOWN_DUE, SHOWN_DUE, SHOWN_DUE };
  g_autoptr (GArray) briefs = onward_due_briefs_list (store, 0, NULL);
  guint n = briefs->len;

  count (onward_due_briefs_load (store, briefs, limits, NULL));
  return n;
}

static guint
ask_contact_timeline (OnwardStore *store, gint64 subject)
{
  gboolean more;

  return count (onward_timeline_of_contact (store, subject, ONWARD_TIMELINE_PAGE, &more));
}

static guint
ask_opportunity_timeline (OnwardStore *store, gint64 subject)
{
  gboolean more;

  return count (onward_timeline_of_opportunity (store, subject, ONWARD_TIMELINE_PAGE, &more));
}

static guint
ask_alert (OnwardStore *store, gint64 subject)
{
  g_autofree char *moment = onward_alerts_get_next_moment (store);

  return moment != NULL && onward_alerts_get_next_turn (store, BENCH_NOW) < G_MAXINT64;
}

#define FLOOR_INTERVIEWS(from, to)                                                                                     \
  "SELECT i.id, i.starts_unix, i.ends_unix, i.kind, i.status, i.zone, o.title, k.name, "                               \
  "(SELECT group_concat (c.name, ', ') FROM interview_people p JOIN contacts c ON c.id = p.contact "                   \
  " WHERE p.interview = i.id) FROM interviews i LEFT JOIN opportunities o ON o.id = i.opportunity "                    \
  "LEFT JOIN companies k ON k.id = o.company WHERE i.starts_unix >= unixepoch ('" from "T00:00:00+01:00') "            \
  "AND i.starts_unix < unixepoch ('" to "T00:00:00+01:00') AND i.status IS NOT 'cancelled' ORDER BY i.starts_unix"

#define FLOOR_LATE FLOOR_FOLLOW_UPS "f.due < '2026-03-02T10:00' ORDER BY f.moment LIMIT 20"

#define FLOOR_PROMISED(from, to)                                                                                       \
  "SELECT o.id, o.promise_on, k.name FROM opportunities o LEFT JOIN companies k ON k.id = o.company "                  \
  "WHERE o.promise_on >= '" from "' AND o.promise_on < '" to "'"

static const Question questions[] = {
  { "month",
    ask_month,
    { FLOOR_INTERVIEWS ("2026-02-23", "2026-04-06"),
      FLOOR_FOLLOW_UPS "f.moment >= '2026-02-23' AND f.moment < '2026-04-06' ORDER BY f.moment", FLOOR_LATE,
      FLOOR_PROMISED ("2026-02-23", "2026-04-06") } },
  { "week",
    ask_week,
    { FLOOR_INTERVIEWS ("2026-03-02", "2026-03-09"),
      FLOOR_FOLLOW_UPS "f.moment >= '2026-03-02' AND f.moment < '2026-03-09' ORDER BY f.moment", FLOOR_LATE,
      FLOOR_PROMISED ("2026-03-02", "2026-03-09") } },
  { "agenda",
    ask_agenda,
    { FLOOR_INTERVIEWS ("2026-03-02", "2026-03-04"),
      FLOOR_FOLLOW_UPS "f.moment >= '2026-03-02' AND f.moment < '2026-03-04' ORDER BY f.moment", FLOOR_LATE,
      FLOOR_PROMISED ("2026-03-02", "2026-03-04") } },
  { "due list", ask_due, { FLOOR_FOLLOW_UPS "f.moment < '2026-03-03' ORDER BY f.moment, f.due" } },
  { "timeline page of a contact",
    ask_contact_timeline,
    { "SELECT t.id, t.at_unix, t.kind, t.direction, t.channel, t.subject, o.title FROM touch_contacts c "
      "JOIN touches t ON t.id = c.touch LEFT JOIN opportunities o ON o.id = t.opportunity WHERE c.contact = ?1 "
      "ORDER BY t.at_unix DESC LIMIT 31",
      "SELECT i.id, i.starts_unix, i.kind, i.status, o.title, k.name, (SELECT group_concat (n.name) FROM "
      "interview_people q JOIN contacts n ON n.id = q.contact WHERE q.interview = i.id) "
      "FROM interview_people p JOIN interviews i ON i.id = p.interview JOIN opportunities o ON o.id = i.opportunity "
      "LEFT JOIN companies k ON k.id = o.company WHERE p.contact = ?1 ORDER BY i.starts_unix DESC LIMIT 31",
      "SELECT id, promise_on FROM opportunities WHERE promise_by = ?1 UNION ALL "
      "SELECT id, promise_on FROM interviews WHERE promise_by = ?1",
      "SELECT * FROM feedback WHERE contact = ?1" } },
  { "timeline page of an opportunity",
    ask_opportunity_timeline,
    { "SELECT t.id, t.at_unix, t.kind, t.direction, t.channel, t.subject, (SELECT group_concat (n.name) FROM "
      "touch_contacts q JOIN contacts n ON n.id = q.contact WHERE q.touch = t.id) FROM touches t "
      "WHERE t.opportunity = ?1 ORDER BY t.at_unix DESC LIMIT 31",
      "SELECT i.id, i.starts_unix, i.kind, i.status, (SELECT group_concat (n.name) FROM interview_people q "
      "JOIN contacts n ON n.id = q.contact WHERE q.interview = i.id) FROM interviews i WHERE i.opportunity = ?1 "
      "ORDER BY i.starts_unix DESC LIMIT 31",
      "SELECT e.id, e.at_unix, s.name FROM stage_events e JOIN stages s ON s.id = e.stage WHERE e.opportunity = ?1",
      "SELECT o.title, o.applied_on, o.outcome_kind, k.name FROM opportunities o LEFT JOIN companies k "
      "ON k.id = o.company WHERE o.id = ?1" } },
  { "next alert",
    ask_alert,
    { "SELECT moment FROM follow_ups WHERE state = 'open' AND moment IS NOT NULL "
      "AND (raised_for IS NULL OR raised_for < moment) ORDER BY moment LIMIT 1",
      "SELECT ends_unix FROM interviews WHERE ends_unix > 1772442000 ORDER BY ends_unix LIMIT 1",
      "SELECT starts_unix FROM interviews WHERE starts_unix > 1772442000 ORDER BY starts_unix LIMIT 1" } },
};

static void
run_floor (sqlite3_stmt *const *statements, gint64 subject)
{
  for (int i = 0; i < MOST_QUERIES && statements[i] != NULL; i++)
    {
      sqlite3_bind_int64 (statements[i], 1, subject);
      while (sqlite3_step (statements[i]) == SQLITE_ROW)
        for (int column = 0; column < sqlite3_column_count (statements[i]); column++)
          sqlite3_column_text (statements[i], column);
      sqlite3_reset (statements[i]);
    }
}

static void
measure (OnwardStore *store, const Question *question, gint64 n_opportunities)
{
  sqlite3 *handle = onward_connection_get_handle (onward_store_get_connection (store));
  sqlite3_stmt *statements[MOST_QUERIES] = { NULL };
  guint found = 0;

  g_assert_cmpint (TODAY, ==, BENCH_NOW / 86400);
  for (int i = 0; i < MOST_QUERIES && question->sql[i] != NULL; i++)
    if (sqlite3_prepare_v2 (handle, question->sql[i], -1, &statements[i], NULL) != SQLITE_OK)
      g_error ("%s: %s", question->name, sqlite3_errmsg (handle));
  /* The last opportunities are the open ones; each round looks at another one, as somebody does who goes through them. */
  for (int i = 0; i < rounds; i++)
    {
      gint64 subject = MAX (n_opportunities - i * 7 % MAX (n_opportunities / 20, 1), 1);
      double start = bench_get_thread_cpu ();
      guint n = question->ask (store, subject);
      double middle = bench_get_thread_cpu ();

      run_floor (statements, subject);
      bench_print (question->name, middle - start, bench_get_thread_cpu () - middle);
      if (question->ask == ask_agenda)
        bench_print ("agenda, an entry", (middle - start) * 1000 / MAX (n, 1), 0);
      found += n;
    }
  g_assert_cmpuint (found, >, 0);
  g_printerr ("reads: %s: %u rows at a time\n", question->name, found / rounds);
  for (int i = 0; i < MOST_QUERIES; i++)
    sqlite3_finalize (statements[i]);
}

int
main (int argc, char *argv[])
{
  g_autoptr (OnwardStore) store = NULL;
  gint64 n;

  if (argc != 3 || (rounds = atoi (argv[2])) < 1)
    {
      g_printerr ("usage: reads DATABASE ROUNDS\n");
      return 2;
    }
  store = bench_open_store (argv[1]);
  n = onward_connection_read_int (onward_store_get_connection (store), "SELECT max (id) FROM opportunities", 1);
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    measure (store, &questions[i], n);
  return 0;
}
