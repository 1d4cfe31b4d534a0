/* onward-facts-loader.c - the facts of a scope, from the database */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-facts-loader.h"

#include "onward-facts-columns.h"
#include "onward-facts-contact.h"
#include "onward-facts-settings.h"
#include "playbook/onward-zone.h"

#include <string.h>

typedef void (*RowFunc) (OnwardFacts *facts, OnwardStatement *row);

static gint64
parse_instant (const char *text)
{
  gint64 instant;

  return text != NULL && onward_instant_parse (text, &instant) ? instant : ONWARD_NO_INSTANT;
}

static void
add_company (OnwardFacts *facts, OnwardStatement *row)
{
  OnwardCompanyFact fact = {
    .id = onward_statement_get_int (row, 0),
    .uuid = get_text (facts, row, 1),
    .name = get_text (facts, row, 2),
    .not_interested = onward_statement_get_int (row, 3) == 0,
    .cooling_off_months = onward_statement_is_null (row, 4) ? -1 : (int)onward_statement_get_int (row, 4),
    .cooling_off_until = get_day (row, 5),
    .focus = onward_statement_get_int (row, 6) != 0,
  };

  g_array_append_val (facts->companies, fact);
}

static void
add_search (OnwardFacts *facts, OnwardStatement *row)
{
  OnwardSearchFact fact = {
    .id = onward_statement_get_int (row, 0),
    .uuid = get_text (facts, row, 1),
    .ended_on = get_day (row, 2),
  };

  g_array_append_val (facts->searches, fact);
}

static void
add_opportunity (OnwardFacts *facts, OnwardStatement *row)
{
  OnwardOpportunityFact fact = {
    .id = onward_statement_get_int (row, 0),
    .uuid = get_text (facts, row, 1),
    .title = get_text (facts, row, 2),
    .company_id = onward_statement_get_int (row, 3),
    .search_id = onward_statement_get_int (row, 4),
    .sibling_of_id = onward_statement_get_int (row, 5),
    .introduction_id = onward_statement_get_int (row, 6),
    .informational = g_strcmp0 (onward_statement_get_text (row, 7), "informational") == 0,
    .stage = onward_stage_kind_parse (onward_statement_get_text (row, 8)),
    .added_on = get_day (row, 9),
    .applied_on = get_day (row, 10),
    .promise = { get_day (row, 11), get_day (row, 12), onward_statement_get_int (row, 13) },
    .offer_received_on = get_day (row, 14),
    .offer_answer_by = get_moment (row, 15),
    .outcome = onward_outcome_parse (onward_statement_get_text (row, 16)),
    .outcome_on = get_day (row, 17),
    .outcome_by_id = onward_statement_get_int (row, 18),
    .focus = onward_statement_get_int (row, 19) != 0,
    .last_incoming_at = get_instant (row, 20),
  };

  g_array_append_val (facts->opportunities, fact);
}

static void
add_person (OnwardFacts *facts, OnwardStatement *row)
{
  OnwardPersonFact fact = {
    .opportunity_id = onward_statement_get_int (row, 0),
    .contact_id = onward_statement_get_int (row, 1),
    .role = onward_role_parse (onward_statement_get_text (row, 2)),
  };

  g_array_append_val (facts->people, fact);
}

static void
add_interview (OnwardFacts *facts, OnwardStatement *row)
{
  OnwardInterviewFact fact = {
    .id = onward_statement_get_int (row, 0),
    .uuid = get_text (facts, row, 1),
    .opportunity_id = onward_statement_get_int (row, 2),
    .company_id = onward_statement_get_int (row, 3),
    .kind = onward_interview_kind_parse (onward_statement_get_text (row, 4)),
    .status = onward_interview_status_parse (onward_statement_get_text (row, 5)),
    .starts_at = get_instant (row, 6),
    .ends_at = onward_statement_is_null (row, 7) ? ONWARD_NO_INSTANT : get_instant (row, 8),
    .booked_on = get_day (row, 9),
    .promise = { get_day (row, 10), get_day (row, 11), onward_statement_get_int (row, 12) },
    .stories_chosen = !onward_statement_is_null (row, 13),
    .debriefed = onward_statement_get_int (row, 14) != 0,
    .focus = onward_statement_get_int (row, 15) != 0,
  };

  g_array_append_val (facts->interviews, fact);
}

static void
add_part (OnwardFacts *facts, OnwardStatement *row)
{
  OnwardPartFact fact = {
    .interview_id = onward_statement_get_int (row, 0),
    .contact_id = onward_statement_get_int (row, 1),
    .role = onward_role_parse (onward_statement_get_text (row, 2)),
    .absent = onward_statement_get_int (row, 3) == 0,
    .clicked = onward_statement_get_int (row, 4) != 0,
    .rapport = onward_statement_is_null (row, 5) ? -1 : (int)onward_statement_get_int (row, 5),
    .name_source = onward_name_source_parse (onward_statement_get_text (row, 6)),
  };

  g_array_append_val (facts->parts, fact);
}

/* One without a moment says nothing. */
static void
add_touch (OnwardFacts *facts, OnwardStatement *row)
{
  OnwardTouchFact fact = {
    .id = onward_statement_get_int (row, 0),
    .uuid = get_text (facts, row, 1),
    .opportunity_id = onward_statement_get_int (row, 2),
    .interview_id = onward_statement_get_int (row, 3),
    .at = onward_statement_get_int (row, 4),
    .incoming = g_strcmp0 (onward_statement_get_text (row, 5), "in") == 0,
    .kind = onward_rule_find (onward_statement_get_text (row, 6)),
  };

  if (!onward_statement_is_null (row, 4))
    g_array_append_val (facts->touches, fact);
}

static void
add_touch_contact (OnwardFacts *facts, OnwardStatement *row)
{
  OnwardTouchContactFact fact = {
    .touch_id = onward_statement_get_int (row, 0),
    .contact_id = onward_statement_get_int (row, 1),
  };

  g_array_append_val (facts->touch_contacts, fact);
}

static void
add_introduction (OnwardFacts *facts, OnwardStatement *row)
{
  OnwardIntroductionFact fact = {
    .id = onward_statement_get_int (row, 0),
    .uuid = get_text (facts, row, 1),
    .introducer_id = onward_statement_get_int (row, 2),
    .company_id = onward_statement_get_int (row, 3),
    .person_id = onward_statement_get_int (row, 4),
    .opportunity_id = onward_statement_get_int (row, 5),
    .recorded_on = get_day (row, 6),
    .permission = onward_permission_parse (onward_statement_get_text (row, 7)),
    .focus = onward_statement_get_int (row, 8) != 0,
  };

  g_array_append_val (facts->introductions, fact);
}

static void
add_feedback (OnwardFacts *facts, OnwardStatement *row)
{
  OnwardFeedbackFact fact = {
    .id = onward_statement_get_int (row, 0),
    .uuid = get_text (facts, row, 1),
    .contact_id = onward_statement_get_int (row, 2),
    .opportunity_id = onward_statement_get_int (row, 3),
    .interview_id = onward_statement_get_int (row, 4),
    .source = onward_feedback_source_parse (onward_statement_get_text (row, 5)),
    .received_on = get_day (row, 6),
    .channel = onward_channel_parse (onward_statement_get_text (row, 7)),
    .focus = onward_statement_get_int (row, 8) != 0,
  };

  g_array_append_val (facts->feedback, fact);
}

static void
add_stage (OnwardFacts *facts, OnwardStatement *row)
{
  OnwardStageFact fact = {
    .opportunity_id = onward_statement_get_int (row, 0),
    .stage = onward_stage_kind_parse (onward_statement_get_text (row, 1)),
    .at = get_instant (row, 2),
  };

  g_array_append_val (facts->stages, fact);
}

static void
add_run (OnwardFacts *facts, OnwardStatement *row)
{
  OnwardRunFact fact = {
    .opportunity_id = onward_statement_get_int (row, 0),
    .finished = !onward_statement_is_null (row, 1),
  };

  g_array_append_val (facts->runs, fact);
}

static void
add_stored (OnwardFacts *facts, OnwardStatement *row)
{
  OnwardStoredFact fact = {
    .id = onward_statement_get_int (row, 0),
    .key = get_text (facts, row, 1),
    .rule = onward_rule_find (onward_statement_get_text (row, 2)),
    .state = onward_follow_up_state_parse (onward_statement_get_text (row, 3)),
    .contact_id = onward_statement_get_int (row, 4),
    .opportunity_id = onward_statement_get_int (row, 5),
    .interview_id = onward_statement_get_int (row, 6),
    .company_id = onward_statement_get_int (row, 7),
    .remind_at = get_wall (row, 8),
    .due = get_wall (row, 9),
    .snoozed_until = get_wall (row, 10),
    .own_day = get_day (row, 11),
    .moved = onward_statement_get_int (row, 12) != 0,
    .done_at = parse_instant (onward_statement_get_text (row, 13)),
    .title = get_text (facts, row, 14),
    .why = get_text (facts, row, 15),
    .channel = onward_channel_parse (onward_statement_get_text (row, 16)),
    .focus = onward_statement_get_int (row, 17) != 0,
  };

  g_array_append_val (facts->stored, fact);
}

static void
add_unopened (OnwardFacts *facts, OnwardStatement *row)
{
  OnwardUnopenedFact fact = {
    .id = onward_statement_get_int (row, 0),
    .key = get_text (facts, row, 1),
    .contact_id = onward_statement_get_int (row, 2),
    .day = get_day (row, 3),
    .own_day = get_day (row, 4),
    .focus = onward_statement_get_int (row, 5) != 0,
  };

  g_array_append_val (facts->unopened, fact);
}

/* clang-format off */
/* Whether a stored row is in focus: its subject is. ?1 says that everything is. */
#define ROW_IN_FOCUS(table) \
  " CASE WHEN ?1 THEN 1" \
  " WHEN rule IN (" ONWARD_RULES_OF_A_CONTACT ") THEN contact IN (SELECT id FROM temp.focus_contacts)" \
  " WHEN interview IS NOT NULL THEN" \
  "   (SELECT CASE WHEN i.opportunity IS NULL THEN i.id IN (SELECT id FROM temp.focus_interviews)" \
  "           ELSE i.opportunity IN (SELECT id FROM temp.focus_opportunities) END" \
  "    FROM interviews i WHERE i.id = " table ".interview)" \
  " WHEN opportunity IS NOT NULL THEN opportunity IN (SELECT id FROM temp.focus_opportunities)" \
  " WHEN contact IS NOT NULL THEN contact IN (SELECT id FROM temp.focus_contacts)" \
  " ELSE company IN (SELECT id FROM temp.focus_companies) END "

/* What is read, of which rows when not of all, and what is left out when it is of all. */
static const struct
{
  const char *select;
  const char *some;
  const char *all;
  RowFunc add;
} queries[] = {
  { "SELECT id, uuid, name, still_interested, cooling_off_months, cooling_off_until,"
    " ?1 OR id IN (SELECT id FROM temp.focus_companies) FROM companies",
    "WHERE id IN (SELECT id FROM temp.load_companies)", "",
    add_company },
  /* Of the touches with somebody to keep in touch with, only the last counts. */
  { "SELECT id, uuid, name, company, roles, tier, tier_since, name_verified, emails, phones, urls, address,"
    " preferred_channel, do_not_contact, ?1 OR id IN (SELECT id FROM temp.focus_contacts),"
    " CASE WHEN tier IN ('monthly', 'quarterly', 'yearly') AND (?1 OR id IN (SELECT id FROM temp.focus_contacts)) THEN"
    "   (SELECT max (t.at_unix) FROM touch_contacts p JOIN touches t ON t.id = p.touch WHERE p.contact = c.id) END"
    " FROM contacts c",
    "WHERE id IN (SELECT id FROM temp.load_contacts)", "",
    onward_facts_add_contact },
  { "SELECT id, uuid, ended_on FROM searches", "", "",
    add_search },
  { "SELECT o.id, o.uuid, o.title, o.company, o.search, o.sibling_of, o.introduction, o.kind, s.kind, o.added_on,"
    " o.applied_on, o.promise_on, o.promise_given_on, o.promise_by, o.offer_received_on, o.offer_answer_by,"
    " o.outcome_kind, o.outcome_on, o.outcome_by, ?1 OR o.id IN (SELECT id FROM temp.focus_opportunities),"
    /* Of what comes in, only the last counts. */
    " CASE WHEN o.outcome_kind IS NULL AND (?1 OR o.id IN (SELECT id FROM temp.focus_opportunities)) THEN"
    "   (SELECT max (at) FROM (SELECT (SELECT t.at_unix FROM touches t WHERE t.opportunity = o.id AND t.direction = 'in'"
    "     ORDER BY t.at_unix DESC LIMIT 1) AS at"
    "    UNION ALL SELECT max (t.at_unix) FROM interviews i CROSS JOIN touches t ON t.interview = i.id"
    "     WHERE i.opportunity = o.id AND t.opportunity IS NULL AND t.direction = 'in'"
    "    UNION ALL SELECT max (t.at_unix) FROM opportunity_people p CROSS JOIN touch_contacts c ON c.contact = p.contact"
    "     CROSS JOIN touches t ON t.id = c.touch WHERE p.opportunity = o.id AND t.direction = 'in'"
    "     AND t.opportunity IS NULL AND t.interview IS NULL)) END"
    " FROM opportunities o LEFT JOIN stages s ON s.id = o.stage",
    "WHERE o.id IN (SELECT id FROM temp.seen_opportunities)", "",
    add_opportunity },
  { "SELECT opportunity, contact, role FROM opportunity_people",
    "WHERE opportunity IN (SELECT id FROM temp.focus_opportunities) OR (opportunity IN (SELECT id FROM temp.seen_opportunities)"
    " AND (role IN ('hr', 'insider') OR contact IN (SELECT id FROM temp.met)))", "",
    add_person },
  { "SELECT id, uuid, opportunity, company, kind, status, starts_unix, ends_at, ends_unix, booked_on, promise_on,"
    " promise_given_on, promise_by, nullif (stories, '[]'), debrief_written_at IS NOT NULL OR debrief_let_go,"
    " ?1 OR id IN (SELECT id FROM temp.focus_interviews) FROM interviews",
    "WHERE id IN (SELECT id FROM temp.seen_interviews)", "",
    add_interview },
  { "SELECT interview, contact, role, attended, clicked, rapport, name_verified FROM interview_people",
    "WHERE interview IN (SELECT id FROM temp.load_interviews)"
    " OR (interview IN (SELECT id FROM temp.seen_interviews) AND contact IN (SELECT id FROM temp.met))", "",
    add_part },
  { "SELECT id, uuid, opportunity, interview, at_unix, direction, kind FROM touches t",
    "WHERE id IN (SELECT id FROM temp.load_touches)",
    "WHERE " ONWARD_TOUCH_ENDS " OR id IN (SELECT id FROM temp.load_touches)",
    add_touch },
  { "SELECT p.touch, p.contact FROM touches t CROSS JOIN touch_contacts p ON p.touch = t.id",
    "WHERE t.id IN (SELECT id FROM temp.load_touches)",
    "WHERE " ONWARD_TOUCH_ENDS " OR t.id IN (SELECT id FROM temp.load_touches)",
    add_touch_contact },
  { "SELECT id, uuid, introducer, company, person, opportunity, recorded_on, permission,"
    " ?1 OR introducer IN (SELECT id FROM temp.focus_contacts) FROM introductions",
    "WHERE introducer IN (SELECT id FROM temp.load_contacts)", "",
    add_introduction },
  { "SELECT id, uuid, contact, opportunity, interview, source, received_on, channel,"
    " ?1 OR contact IN (SELECT id FROM temp.focus_contacts) FROM feedback",
    "WHERE contact IN (SELECT id FROM temp.focus_contacts) OR opportunity IN (SELECT id FROM temp.focus_opportunities)"
    " OR interview IN (SELECT id FROM temp.load_interviews)", "",
    add_feedback },
  { "SELECT e.opportunity, s.kind, e.at_unix FROM stage_events e LEFT JOIN stages s ON s.id = e.stage",
    "WHERE e.opportunity IN (SELECT id FROM temp.seen_opportunities)", "",
    add_stage },
  { "SELECT opportunity, finished_at FROM announcement_runs",
    "WHERE opportunity IN (SELECT id FROM temp.focus_opportunities)", "",
    add_run },
  { "SELECT id, key, rule, state, contact, opportunity, interview, company, remind_at, due, snoozed_until, own_day,"
    " moved_by_user, done_at, title, why, channel, id IN (SELECT id FROM temp.changed_follow_ups) OR"
    ROW_IN_FOCUS ("follow_ups") " FROM follow_ups",
    /* A document may leave the key out, and then nothing is known by it. */
    "WHERE id IN (SELECT id FROM temp.load_follow_ups) AND key IS NOT NULL",
    "WHERE rule <> 'manual' AND key IS NOT NULL",
    add_stored },
  { "SELECT id, key, contact, day, own_day," ROW_IN_FOCUS ("unopened") " FROM unopened",
    "WHERE opportunity IN (SELECT id FROM temp.focus_opportunities)"
    " OR contact IN (SELECT id FROM temp.focus_contacts)", "",
    add_unopened },
};
/* clang-format on */

static gboolean
run_query (OnwardConnection *connection, OnwardFacts *facts, guint i, OnwardScope scope, GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("%s %s", queries[i].select, scope == ONWARD_SCOPE_ALL ? queries[i].all : queries[i].some);
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (connection, sql, error);
  GError *failure = NULL;

  if (statement == NULL)
    return FALSE;
  if (strstr (sql, "?1") != NULL)
    onward_statement_bind_int (statement, 1, scope == ONWARD_SCOPE_ALL ? 1 : 0);
  while (onward_statement_step (statement, &failure))
    queries[i].add (facts, statement);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}

/**
 * onward_facts_load:
 * @writer: the writer, after onward_facts_scope_find()
 * @scope: what that found
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the facts of the scope, linked; NULL with @error set
 */
OnwardFacts *
onward_facts_load (OnwardWriter *writer, OnwardScope scope, GError **error)
{
  OnwardConnection *connection = onward_writer_get_connection (writer);
  const OnwardNow *now = onward_writer_get_now (writer);
  g_autoptr (GTimeZone) zone = onward_zone_find (now->zone);
  g_autoptr (OnwardFacts) facts = onward_facts_new (now->unix_time, zone);

  if (!onward_facts_settings_load (connection, facts, error))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    if (!run_query (connection, facts, i, scope, error))
      return NULL;
  onward_facts_link (facts);
  return g_steal_pointer (&facts);
}
