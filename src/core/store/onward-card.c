/* onward-card.c - what is on a card of the pipeline: what, who, how long, what next */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-board.h"

#include "onward-promises.h"
#include "onward-stages.h"
#include "playbook/onward-zone.h"

/* The moment for which a card is made. */
typedef struct
{
  gint64 now; /* instant */
  gint64 wall;
  int today;
  GTimeZone *zone;
} Moment;

static const char facts_sql[] =
    "SELECT o.stage, o.company, c.name, o.title, o.kind, o.outcome_kind, o.outcome_on, st.kind, "
    "coalesce (o.added_on, o.applied_on), o.applied_on, o.offer_received_on, "
    "(SELECT max (at_unix) FROM stage_events WHERE opportunity = o.id), "
    "(SELECT max (at_unix) FROM touches WHERE opportunity = o.id AND at_unix <= ?2), "
    "(SELECT max (ends_unix) FROM interviews WHERE opportunity = o.id AND ends_unix <= ?2 "
    "AND coalesce (status, '') NOT IN ('cancelled', 'no-show') AND kind IS NOT 'mock') "
    "FROM opportunities o LEFT JOIN companies c ON c.id = o.company LEFT JOIN stages st ON st.id = o.stage "
    "WHERE o.id = ?1";

static const char people_sql[] =
    "SELECT c.id, c.name FROM (SELECT contact, position AS place FROM opportunity_people WHERE opportunity = ?1 "
    "UNION ALL SELECT p.contact, 1000 + p.position FROM interviews i JOIN interview_people p ON p.interview = i.id "
    "WHERE i.opportunity = ?1 AND i.kind IS NOT 'mock' AND i.status IS NOT 'cancelled') q "
    "JOIN contacts c ON c.id = q.contact GROUP BY c.id ORDER BY min (q.place), c.id";

static const char follow_ups_sql[] =
    "SELECT f.rule, f.title, c.name, f.moment, f.due FROM follow_ups f LEFT JOIN contacts c ON c.id = f.contact "
    "WHERE f.opportunity = ?1 AND f.state = 'open' ORDER BY f.due < ?2 DESC, f.moment, f.due, f.id";

static const char interview_sql[] =
    "SELECT kind, starts_unix FROM interviews WHERE opportunity = ?1 AND starts_unix > ?2 "
    "AND coalesce (status, 'booked') = 'booked' ORDER BY starts_unix, id LIMIT 1";

/**
 * onward_card_free:
 * @card: (transfer full): a card
 */
void
onward_card_free (OnwardCard *card)
{
  for (guint i = 0; i < ONWARD_CARD_PEOPLE; i++)
    g_free (card->people[i].name);
  g_free (card->company);
  g_free (card->title);
  g_free (card->outcome);
  g_free (card->next_title);
  g_free (card->next_who);
  g_free (card);
}

/**
 * onward_card_copy:
 * @card: a card
 *
 * Returns: (transfer full): another one that says the same
 */
OnwardCard *
onward_card_copy (const OnwardCard *card)
{
  OnwardCard *copy = g_memdup2 (card, sizeof *card);

  for (guint i = 0; i < ONWARD_CARD_PEOPLE; i++)
    copy->people[i].name = g_strdup (card->people[i].name);
  copy->company = g_strdup (card->company);
  copy->title = g_strdup (card->title);
  copy->outcome = g_strdup (card->outcome);
  copy->next_title = g_strdup (card->next_title);
  copy->next_who = g_strdup (card->next_who);
  return copy;
}

/**
 * onward_card_equal:
 * @a: a card
 * @b: a card
 *
 * Returns: whether they show the same
 */
gboolean
onward_card_equal (const OnwardCard *a, const OnwardCard *b)
{
  for (guint i = 0; i < ONWARD_CARD_PEOPLE; i++)
    if (a->people[i].id != b->people[i].id || g_strcmp0 (a->people[i].name, b->people[i].name) != 0)
      return FALSE;
  return a->id == b->id && a->stage == b->stage && a->company_id == b->company_id && a->n_people == b->n_people
         && a->informational == b->informational && a->span == b->span && a->since == b->since && a->next == b->next
         && a->rule == b->rule && a->next_count == b->next_count && a->next_moment == b->next_moment
         && a->next_due == b->next_due && g_strcmp0 (a->company, b->company) == 0 && g_strcmp0 (a->title, b->title) == 0
         && g_strcmp0 (a->outcome, b->outcome) == 0 && g_strcmp0 (a->next_title, b->next_title) == 0
         && g_strcmp0 (a->next_who, b->next_who) == 0;
}

static int
read_day (OnwardStatement *statement, int column)
{
  int day;

  return onward_day_parse (onward_statement_get_text (statement, column), &day) ? day : ONWARD_NO_DAY;
}

static int
read_instant_day (OnwardStatement *statement, int column, const Moment *moment)
{
  return onward_statement_is_null (statement, column)
             ? ONWARD_NO_DAY
             : onward_zone_day (moment->zone, onward_statement_get_int (statement, column));
}

static int
pick_day (int day, int otherwise)
{
  return day != ONWARD_NO_DAY ? day : otherwise;
}

/* Which days count depends on the stage; ONWARD_NO_DAY is the smallest int, so that MAX() passes it over. */
static void
set_span (OnwardCard *card, const char *stage_kind, OnwardStatement *facts, const Moment *moment)
{
  int entered = read_instant_day (facts, 11, moment);
  int last = MAX (MAX (read_instant_day (facts, 12, moment), read_instant_day (facts, 13, moment)), entered);

  if (card->outcome != NULL || g_strcmp0 (stage_kind, "closed") == 0)
    {
      card->span = ONWARD_SPAN_CLOSED;
      card->since = pick_day (read_day (facts, 6), entered);
    }
  else if (stage_kind == NULL || g_str_equal (stage_kind, "prospect"))
    {
      card->span = ONWARD_SPAN_ADDED;
      card->since = pick_day (read_day (facts, 8), entered);
    }
  else if (g_str_equal (stage_kind, "applied"))
    {
      card->span = ONWARD_SPAN_WAITING;
      card->since = pick_day (read_day (facts, 9), entered);
    }
  else if (g_str_equal (stage_kind, "offer"))
    {
      card->span = ONWARD_SPAN_OFFER;
      card->since = pick_day (read_day (facts, 10), entered);
    }
  else
    {
      card->span = ONWARD_SPAN_QUIET;
      card->since = pick_day (last, read_day (facts, 8));
    }
  if (card->since == ONWARD_NO_DAY)
    card->span = ONWARD_SPAN_NONE;
}

static gboolean
load_facts (OnwardConnection *connection, OnwardCard *card, const Moment *moment)
{
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (connection, facts_sql, NULL);

  if (statement == NULL)
    return FALSE;
  onward_statement_bind_int (statement, 1, card->id);
  onward_statement_bind_int (statement, 2, moment->now);
  if (!onward_statement_step (statement, NULL))
    return FALSE;
  card->stage = onward_statement_get_int (statement, 0);
  card->company_id = onward_statement_get_int (statement, 1);
  card->company = g_strdup (onward_statement_get_text (statement, 2));
  card->title = g_strdup (onward_statement_get_text (statement, 3));
  card->informational = g_strcmp0 (onward_statement_get_text (statement, 4), "informational") == 0;
  card->outcome = g_strdup (onward_statement_get_text (statement, 5));
  set_span (card, onward_statement_get_text (statement, 7), statement, moment);
  if (card->outcome != NULL)
    card->stage = onward_stages_find_kind (connection, "closed");
  else if (card->stage == 0)
    card->stage = onward_stages_find_first (connection);
  return TRUE;
}

static void
load_people (OnwardConnection *connection, OnwardCard *card)
{
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (connection, people_sql, NULL);

  if (statement == NULL)
    return;
  onward_statement_bind_int (statement, 1, card->id);
  while (onward_statement_step (statement, NULL))
    {
      if (card->n_people < ONWARD_CARD_PEOPLE)
        {
          card->people[card->n_people].id = onward_statement_get_int (statement, 0);
          card->people[card->n_people].name = g_strdup (onward_statement_get_text (statement, 1));
        }
      card->n_people++;
    }
}

static OnwardCardNext
classify (gint64 remind, gint64 due, const Moment *moment)
{
  if (due != ONWARD_NO_WALL && due < moment->wall)
    return ONWARD_NEXT_LATE;
  return onward_wall_day (remind) <= moment->today ? ONWARD_NEXT_TODAY : ONWARD_NEXT_LATER;
}

static gint64
read_wall (OnwardStatement *statement, int column)
{
  gint64 wall;

  return onward_wall_parse (onward_statement_get_text (statement, column), &wall) ? wall : ONWARD_NO_WALL;
}

/* The first one counts; others of the same rule that are due alike are counted with it. */
static void
load_follow_up (OnwardConnection *connection, OnwardCard *card, const Moment *moment)
{
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (connection, follow_ups_sql, NULL);
  char now[ONWARD_WALL_SIZE];

  if (statement == NULL)
    return;
  onward_statement_bind_int (statement, 1, card->id);
  onward_statement_bind_text (statement, 2, onward_wall_format (moment->wall, now));
  while (onward_statement_step (statement, NULL))
    {
      OnwardRuleId rule = onward_rule_find (onward_statement_get_text (statement, 0));
      gint64 remind = read_wall (statement, 3);
      gint64 due = read_wall (statement, 4);
      OnwardCardNext next = remind == ONWARD_NO_WALL ? ONWARD_NEXT_NONE : classify (remind, due, moment);

      if (next == ONWARD_NEXT_NONE)
        continue;
      if (card->next_count == 0)
        {
          card->next = next;
          card->rule = rule;
          card->next_title = g_strdup (onward_statement_get_text (statement, 1));
          card->next_who = g_strdup (onward_statement_get_text (statement, 2));
          card->next_moment = remind;
          card->next_due = due;
          card->next_count = 1;
        }
      else if (next == card->next && rule == card->rule && onward_statement_get_text (statement, 2) != NULL
               && (next != ONWARD_NEXT_LATER || onward_wall_day (remind) == onward_wall_day (card->next_moment)))
        card->next_count++;
    }
  if (card->next_count > 1)
    g_clear_pointer (&card->next_who, g_free);
}

/* A booked interview and a promised answer say more than what is owed another day. */
static void
load_interview (OnwardConnection *connection, OnwardCard *card, const Moment *moment)
{
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (connection, interview_sql, NULL);

  if (statement == NULL)
    return;
  onward_statement_bind_int (statement, 1, card->id);
  onward_statement_bind_int (statement, 2, moment->now);
  if (!onward_statement_step (statement, NULL))
    return;
  card->next = ONWARD_NEXT_INTERVIEW;
  g_free (card->next_title);
  card->next_title = g_strdup (onward_statement_get_text (statement, 0));
  g_clear_pointer (&card->next_who, g_free);
  card->next_moment = onward_zone_wall (moment->zone, onward_statement_get_int (statement, 1));
  card->next_due = card->next_moment;
}

static void
load_promise (OnwardStore *store, OnwardCard *card, const Moment *moment)
{
  OnwardPromiseFound promise;

  if (!onward_promises_find (store, card->id, &promise) || promise.on < moment->today)
    return;
  card->next = ONWARD_NEXT_QUIET;
  g_clear_pointer (&card->next_title, g_free);
  g_clear_pointer (&card->next_who, g_free);
  card->next_moment = card->next_due = onward_wall_at (promise.on, 0);
}

static void
load_next (OnwardStore *store, OnwardCard *card, const Moment *moment)
{
  OnwardConnection *connection = onward_store_get_connection (store);

  load_follow_up (connection, card, moment);
  if (card->outcome != NULL || card->next == ONWARD_NEXT_LATE || card->next == ONWARD_NEXT_TODAY)
    return;
  load_interview (connection, card, moment);
  if (card->next != ONWARD_NEXT_INTERVIEW)
    load_promise (store, card, moment);
}

/**
 * onward_board_get_card:
 * @store: a store
 * @opportunity: an opportunity
 *
 * Main thread.
 *
 * Returns: (transfer full) (nullable): what its card shows now; NULL when there is no such opportunity
 */
OnwardCard *
onward_board_get_card (OnwardStore *store, gint64 opportunity)
{
  OnwardConnection *connection = onward_store_get_connection (store);
  OnwardNow now = onward_store_get_now (store);
  g_autoptr (GTimeZone) zone = onward_zone_find (now.zone);
  g_autoptr (OnwardCard) card = g_new0 (OnwardCard, 1);
  Moment moment = { .now = now.unix_time, .zone = zone };

  moment.wall = onward_zone_wall (moment.zone, now.unix_time);
  moment.today = onward_wall_day (moment.wall);
  card->id = opportunity;
  card->rule = ONWARD_RULE_UNKNOWN;
  if (!load_facts (connection, card, &moment))
    return NULL;
  load_people (connection, card);
  load_next (store, card, &moment);
  return g_steal_pointer (&card);
}
