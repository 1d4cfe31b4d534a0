/* test-laws.c - the laws of playbook.md over job searches made up at random */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/onward-history.h"
#include "playbook/onward-promise.h"
#include "playbook/onward-rules.h"

#include <string.h>

#define N_STEPS 40

/* A normal run tries a thousand histories; `ONWARD_HISTORIES=10000` in the environment says how many more. A history that
 * breaks a law is made as small as it can be and printed. */

/* Each law looks at the world before a step was reconciled and after it, and at the facts of both, linked. */

#define EACH_ROW(world, row)                                                                                           \
  (guint row##_i = 0; row##_i < (world)->rows->len;                                                                    \
   row##_i++) for (OnwardStoredFact *row = (world)->rows->pdata[row##_i]; row; row = NULL)

static gboolean
is_open_day_rule (const OnwardStoredFact *row)
{
  const OnwardRule *rule = onward_rule_get (row->rule);

  return row->state == ONWARD_STATE_OPEN && !row->moved && rule && (rule->flags & ONWARD_RULE_BY_DAY);
}

static char *
say (const OnwardStoredFact *row, const char *what)
{
  char remind[ONWARD_WALL_SIZE], due[ONWARD_WALL_SIZE];

  return g_strdup_printf ("%s (%s to %s) %s", row->key, onward_wall_format (row->remind_at, remind),
                          onward_wall_format (row->due, due), what);
}

/* Law 1: the second time nothing changes. */
static char *
check_idempotent (OnwardFacts *facts, OnwardWorld *before, OnwardWorld *after, const char *step)
{
  g_autoptr (OnwardWorld) again = onward_world_copy (after);
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);

  if (onward_world_reconcile (again) != 0)
    {
      g_autofree char *first = onward_world_list (after, TRUE), *second = onward_world_list (again, TRUE);

      return g_strdup_printf ("the second reconcile changes\n%sto\n%s", first, second);
    }
  for
    EACH_ROW (after, row)
  if (!g_hash_table_add (keys, (gpointer)row->key))
    return say (row, "is there twice");
  return NULL;
}

/* Law 1: the order of the facts does not count, nor that of their ids in the database. */
static char *
check_order (OnwardFacts *facts, OnwardWorld *before, OnwardWorld *after, const char *step)
{
  g_autoptr (OnwardWorld) turned = onward_world_copy (before);
  g_autofree char *expected = onward_world_list (after, TRUE), *found = NULL;
  guint n = turned->lines->len;

  for (guint i = 0; i < n / 2; i++)
    {
      gpointer line = turned->lines->pdata[i];

      turned->lines->pdata[i] = turned->lines->pdata[n - 1 - i];
      turned->lines->pdata[n - 1 - i] = line;
    }
  onward_world_renumber (turned);
  onward_world_reconcile (turned);
  found = onward_world_list (turned, TRUE);
  return strcmp (found, expected) == 0 ? NULL : g_strdup_printf ("in another order\n%sbecomes\n%s", expected, found);
}

/* Laws 2 and 8: one day rule a person and day, so many keep-in-touch a day. */
static char *
check_days (OnwardFacts *facts, OnwardWorld *before, OnwardWorld *after, const char *step)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) filled = g_hash_table_new (NULL, NULL);

  for
    EACH_ROW (after, row)
    {
      gpointer day = GINT_TO_POINTER (onward_wall_day (row->remind_at));
      int n = GPOINTER_TO_INT (g_hash_table_lookup (filled, day)) + 1;

      if (!is_open_day_rule (row) || row->contact_id == 0)
        continue;
      if (!g_hash_table_add (taken, g_strdup_printf ("%d %" G_GINT64_FORMAT, GPOINTER_TO_INT (day), row->contact_id)))
        return say (row, "is not alone on its day");
      if (row->rule != ONWARD_RULE_KEEP_IN_TOUCH)
        continue;
      g_hash_table_insert (filled, day, GINT_TO_POINTER (n));
      if (n > MAX (facts->settings.keep_in_touch_per_day, 1))
        return say (row, "is one keep-in-touch too many");
    }
  return NULL;
}

/* Law 2: a row whose own day and person are as before keeps its day, unless it has become quiet. */
static char *
check_kept_days (OnwardFacts *facts, OnwardWorld *before, OnwardWorld *after, const char *step)
{

  for
    EACH_ROW (after, row)
    {
      const OnwardStoredFact *old = onward_world_get_row (before, row->key);
      const OnwardContactFact *contact = onward_facts_find (facts->contacts, row->contact_id);
      const OnwardOpportunityFact *opportunity = onward_facts_find (facts->opportunities, row->opportunity_id);
      const OnwardCompanyFact *company = opportunity && opportunity->company ? opportunity->company
                                         : contact                           ? contact->company
                                                                             : NULL;
      int day;

      if (row->rule < ONWARD_N_RULES && onward_rule_get (row->rule)->flags & ONWARD_RULE_THROUGH_QUIET)
        company = NULL;
      if (!old || !is_open_day_rule (old) || !is_open_day_rule (row) || !contact || old->own_day != row->own_day
          || old->contact_id != row->contact_id || g_str_has_prefix (step, "set "))
        continue;
      day = onward_wall_day (old->remind_at);
      if (day != onward_wall_day (row->remind_at) && onward_quiet_day (facts, company, day) == day)
        return say (row, "does not keep its day");
    }
  return NULL;
}

/* What each kind of answer ends, and asks for. */
static gboolean
fits_outcome (OnwardRuleId rule, OnwardOutcomeKind outcome)
{
  gboolean no = outcome == ONWARD_OUTCOME_REJECTED || outcome == ONWARD_OUTCOME_CANCELLED;

  switch ((int)rule)
    {
    case ONWARD_RULE_PREP_STORIES:
    case ONWARD_RULE_PREP_NAMES:
    case ONWARD_RULE_NO_SHOW:
    case ONWARD_RULE_ANSWER_OFFER:
    case ONWARD_RULE_DECISION_CHECK_IN:
    case ONWARD_RULE_SECOND_CHECK_IN:
    case ONWARD_RULE_CLOSE_AS_SILENT:
    case ONWARD_RULE_APPLICATION_NUDGE:
      return outcome == ONWARD_OUTCOME_NONE;
    case ONWARD_RULE_CONNECTION_NOTE:
    case ONWARD_RULE_REFERRAL_ASK:
      return no;
    case ONWARD_RULE_REJECTION_THANK_YOU:
    case ONWARD_RULE_THIRD_PARTY_ASK:
    case ONWARD_RULE_FEEDBACK_REQUEST:
    case ONWARD_RULE_OTHER_OPENINGS:
      return outcome == ONWARD_OUTCOME_REJECTED;
    case ONWARD_RULE_REOPENED:
      return outcome == ONWARD_OUTCOME_CANCELLED;
    case ONWARD_RULE_ANNOUNCE_JOB:
      return outcome == ONWARD_OUTCOME_ACCEPTED;
    default:
      return TRUE;
    }
}

static gboolean
outlives_search (OnwardRuleId rule)
{
  return rule == ONWARD_RULE_ANNOUNCE_JOB || rule == ONWARD_RULE_DEBRIEF || rule == ONWARD_RULE_THANK_YOU
         || rule == ONWARD_RULE_THANK_INTRODUCER || rule == ONWARD_RULE_THANK_FOR_FEEDBACK;
}

static gboolean
is_of_informational (OnwardRuleId rule)
{
  return rule <= ONWARD_RULE_NO_SHOW || rule >= ONWARD_RULE_THANK_FOR_FEEDBACK;
}

/* Law 3: nobody who is not to be written to, and nothing that an end has ended. */
static char *
check_ends (OnwardFacts *facts, OnwardWorld *before, OnwardWorld *after, const char *step)
{

  for
    EACH_ROW (after, row)
    {
      const OnwardContactFact *contact = onward_facts_find (facts->contacts, row->contact_id);
      const OnwardOpportunityFact *opportunity = onward_facts_find (facts->opportunities, row->opportunity_id);

      if (row->state != ONWARD_STATE_OPEN)
        continue;
      if (contact && (contact->do_not_contact || contact->is_user))
        return say (row, "goes to somebody who is not to be written to");
      if (!facts->settings.rules[row->rule].enabled)
        return say (row, "is of a rule that is switched off");
      if (!opportunity)
        continue;
      if (opportunity->outcome == ONWARD_OUTCOME_NONE && opportunity->stage == ONWARD_STAGE_CLOSED)
        return say (row, "is about something closed");
      if (!fits_outcome (row->rule, opportunity->outcome))
        return say (row, "does not fit the answer");
      if (opportunity->search_over && !outlives_search (row->rule))
        return say (row, "is about a search that has ended");
      if (opportunity->informational && !is_of_informational (row->rule))
        return say (row, "is about an informational opportunity");
    }
  return NULL;
}

/* An hour before an interview, or before the moment by which an offer is answered, whenever that is. */
static gboolean
rings_before_due (const OnwardStoredFact *row)
{
  return (row->rule == ONWARD_RULE_PREP_STORIES || row->rule == ONWARD_RULE_PREP_NAMES
          || row->rule == ONWARD_RULE_ANSWER_OFFER)
         && row->remind_at == row->due - 60;
}

/* Law 4: reminded before it is late, and inside the alert hours. */
static char *
check_times (OnwardFacts *facts, OnwardWorld *before, OnwardWorld *after, const char *step)
{
  const OnwardHours *hours = &facts->settings.hours;

  for
    EACH_ROW (after, row)
    {
      const OnwardInterviewFact *interview = onward_facts_find (facts->interviews, row->interview_id);

      if (row->state != ONWARD_STATE_OPEN || row->moved)
        continue;
      if (row->remind_at > row->due)
        return say (row, "reminds after it is late");
      if (onward_hours_clamp (hours, row->remind_at) == row->remind_at)
        continue;
      if (rings_before_due (row))
        continue;
      if (row->rule != ONWARD_RULE_THANK_YOU
          || (row->remind_at != row->due - 60 && row->remind_at != interview->end_wall))
        return say (row, "rings outside the alert hours");
    }
  return NULL;
}

/* Law 5: no day rule about a company stands in a quiet period there. */
static char *
check_quiet (OnwardFacts *facts, OnwardWorld *before, OnwardWorld *after, const char *step)
{

  for
    EACH_ROW (after, row)
    {
      const OnwardContactFact *contact = onward_facts_find (facts->contacts, row->contact_id);
      const OnwardOpportunityFact *about = onward_facts_find (facts->opportunities, row->opportunity_id);
      gint64 company = about && about->company ? about->company_id : contact ? contact->company_id : row->company_id;
      int day = onward_wall_day (row->remind_at);

      if (!is_open_day_rule (row) || row->rule == ONWARD_RULE_ANNOUNCE_JOB || row->rule == ONWARD_RULE_THANK_INTRODUCER
          || row->rule == ONWARD_RULE_ASK_PERMISSION || !onward_facts_find (facts->companies, company))
        continue;
      for (guint i = 0; i < facts->opportunities->len; i++)
        {
          const OnwardOpportunityFact *other = &g_array_index (facts->opportunities, OnwardOpportunityFact, i);

          if (other->company_id == company && other->open && other->in_force.on != ONWARD_NO_DAY
              && other->in_force.given_on <= day && day <= other->in_force.on)
            return say (row, "disturbs a quiet period");
        }
    }
  return NULL;
}

/* Law 7: what the user did stays. */
static char *
check_deeds (OnwardFacts *facts, OnwardWorld *before, OnwardWorld *after, const char *step)
{
  for
    EACH_ROW (before, old)
    {
      const OnwardStoredFact *row = onward_world_get_row (after, old->key);

      if (!row)
        return say (old, "has disappeared");
      if ((old->state == ONWARD_STATE_DONE || old->state == ONWARD_STATE_SKIPPED)
          && (row->state != old->state || row->done_at != old->done_at || row->remind_at != old->remind_at
              || row->due != old->due || row->contact_id != old->contact_id))
        return say (row, "was done or skipped and has changed");
      if (old->moved && (!row->moved || row->remind_at != old->remind_at || row->due != old->due))
        return say (row, "was moved by the user and has changed");
      if (old->snoozed_until != ONWARD_NO_WALL && row->snoozed_until == ONWARD_NO_WALL
          && row->remind_at <= old->snoozed_until)
        return say (row, "was snoozed and is not any more");
    }
  return NULL;
}

static char *
check_laws (OnwardWorld *past, OnwardWorld *before, OnwardWorld *after, const char *step)
{
  static char *(*const laws[]) (OnwardFacts *, OnwardWorld *, OnwardWorld *,
                                const char *) = { check_idempotent, check_days,  check_kept_days, check_ends,
                                                  check_times,      check_quiet, check_deeds,     check_order };
  g_autoptr (OnwardFacts) facts = onward_world_get_facts (after);
  char *broken = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (laws) && !broken; i++)
    broken = laws[i](facts, before, after, step);
  return broken;
}

static void
test_every_law_holds_after_every_step (void)
{
  onward_history_run (&(OnwardHistoryTest){ "laws 1 to 8", NULL, onward_history_count (1000), N_STEPS, check_laws });
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/laws/every-law-holds-after-every-step", test_every_law_holds_after_every_step);
  return g_test_run ();
}
