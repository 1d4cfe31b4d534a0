/* onward-endings.c - which follow-ups a touch has ended: "Touches" of playbook.md */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "playbook/onward-endings.h"
#include "playbook/onward-rules.h"
#include "playbook/onward-zone.h"

#include <string.h>

/* What a touch of a kind can be found by. */
typedef enum
{
  TARGET_CONTACT,
  TARGET_INTERVIEW,   /* for rows without a person */
  TARGET_OPPORTUNITY, /* for rows without a person */
  TARGET_COMPANY,     /* for rows without a person */
  N_TARGETS,
} Target;

/* The rows of one rule for one target. */
typedef struct
{
  gint64 key;
  GPtrArray *rows;
} Bucket;

typedef struct
{
  OnwardPlan *plan;
  GHashTable *buckets;
} Endings;

static void
free_bucket (Bucket *bucket)
{
  g_ptr_array_unref (bucket->rows);
  g_free (bucket);
}

static gint64
make_bucket_key (OnwardRuleId rule, Target target, gint64 id)
{
  return (id * N_TARGETS + target) * ONWARD_N_RULES + rule;
}

static GPtrArray *
get_rows (Endings *endings, OnwardRuleId rule, Target target, gint64 id)
{
  gint64 key = make_bucket_key (rule, target, id);
  Bucket *bucket = g_hash_table_lookup (endings->buckets, &key);

  return bucket ? bucket->rows : NULL;
}

static void
add_to_bucket (Endings *endings, OnwardPlannedRow *row, Target target, gint64 id)
{
  gint64 key = make_bucket_key (row->rule, target, id);
  Bucket *bucket = g_hash_table_lookup (endings->buckets, &key);

  if (!bucket)
    {
      bucket = g_new0 (Bucket, 1);
      bucket->key = key;
      bucket->rows = g_ptr_array_new ();
      g_hash_table_insert (endings->buckets, &bucket->key, bucket);
    }
  g_ptr_array_add (bucket->rows, row);
}

static void
fill_buckets (Endings *endings)
{
  for (guint i = 0; i < endings->plan->rows->len; i++)
    {
      OnwardPlannedRow *row = endings->plan->rows->pdata[i];
      const OnwardCompanyFact *company = onward_planned_row_get_company (row);
      OnwardPlannedRow *ended = g_hash_table_lookup (endings->plan->ended, row->key);

      if (ended)
        row->ended_at = ended->ended_at;
      if (!(onward_rule_get (row->rule)->flags & ONWARD_RULE_BY_TOUCH))
        continue;
      if (row->contact)
        {
          add_to_bucket (endings, row, TARGET_CONTACT, row->contact->id);
          continue;
        }
      if (row->interview)
        add_to_bucket (endings, row, TARGET_INTERVIEW, row->interview->id);
      if (row->opportunity)
        add_to_bucket (endings, row, TARGET_OPPORTUNITY, row->opportunity->id);
      if (!company && row->interview)
        company = row->interview->company;
      if (company)
        add_to_bucket (endings, row, TARGET_COMPANY, company->id);
    }
}

/* Whether @row waited for somebody to act at @at: what was done or skipped before takes no touch any more. */
static gboolean
was_open (Endings *endings, const OnwardPlannedRow *row, gint64 at)
{
  const OnwardStoredFact *stored = g_hash_table_lookup (endings->plan->facts->stored_by_key, row->key);

  if (row->trigger > at || row->ended_at != ONWARD_NO_INSTANT)
    return FALSE;
  if (!stored || stored->state == ONWARD_STATE_OPEN || stored->state == ONWARD_STATE_CANCELLED)
    return TRUE;
  return stored->done_at != ONWARD_NO_INSTANT && stored->done_at >= at;
}

/* By the ids: what it is about need not be among the facts. */
static gboolean
is_linked (const OnwardTouchFact *touch)
{
  return touch->opportunity_id != 0 || touch->interview_id != 0;
}

/*
 * "Its interview or opportunity the same or empty", for a touch that has one of them. What is about a company alone is
 * about every opportunity there.
 */
static gboolean
is_about (const OnwardTouchFact *touch, const OnwardPlannedRow *row)
{
  if (touch->interview_id != 0 && row->interview)
    return touch->interview == row->interview;
  if (!row->contact && !row->opportunity && !row->interview)
    return touch->opportunity && touch->opportunity->company && touch->opportunity->company == row->company;
  return touch->opportunity && touch->opportunity == row->opportunity;
}

/* A linked touch ends every row it is about. */
static void
end_linked (Endings *endings, const OnwardTouchFact *touch, GPtrArray *rows)
{
  for (guint i = 0; rows && i < rows->len; i++)
    {
      OnwardPlannedRow *row = rows->pdata[i];

      if (is_about (touch, row) && was_open (endings, row, touch->at))
        row->ended_at = touch->at;
    }
}

/* An unlinked one ends the open row with the earliest trigger, then key; FALSE when there is none. */
static gboolean
end_first (Endings *endings, const OnwardTouchFact *touch, GPtrArray *rows)
{
  OnwardPlannedRow *first = NULL;

  for (guint i = 0; rows && i < rows->len; i++)
    {
      OnwardPlannedRow *row = rows->pdata[i];

      if (!was_open (endings, row, touch->at))
        continue;
      if (!first || row->trigger < first->trigger
          || (row->trigger == first->trigger && strcmp (row->key, first->key) < 0))
        first = row;
    }
  if (first)
    first->ended_at = touch->at;
  return first != NULL;
}

static gboolean
was_done_by (const OnwardStoredFact *stored, const OnwardTouchFact *touch)
{
  return stored->rule == touch->kind && stored->state == ONWARD_STATE_DONE && stored->done_at == touch->at;
}

/* Whether a row of that person, or one that goes to nobody at their company, was ended by this very touch before. */
static gboolean
is_used_up (Endings *endings, OnwardTouchContactFact *link)
{
  const OnwardCompanyFact *company = link->contact->company;

  for (guint i = 0; i < link->contact->stored.n; i++)
    if (was_done_by (link->contact->stored.at[i], link->touch))
      return TRUE;
  for (guint i = 0; company && i < company->opportunities.n; i++)
    {
      const OnwardOpportunityFact *opportunity = company->opportunities.at[i];

      for (guint n = 0; n < opportunity->stored.n; n++)
        {
          const OnwardStoredFact *stored = opportunity->stored.at[n];

          if (stored->contact_id == 0 && was_done_by (stored, link->touch))
            return TRUE;
        }
    }
  return g_hash_table_contains (endings->plan->used, link);
}

/* An unlinked touch, for one of its people: a row of theirs, else one that goes to nobody there in particular. */
static void
end_unlinked (Endings *endings, OnwardTouchContactFact *link)
{
  const OnwardTouchFact *touch = link->touch;
  const OnwardContactFact *contact = link->contact;
  gboolean ended;

  if (is_used_up (endings, link))
    return;
  ended = end_first (endings, touch, get_rows (endings, touch->kind, TARGET_CONTACT, contact->id));
  if (!ended && contact->company)
    ended = end_first (endings, touch, get_rows (endings, touch->kind, TARGET_COMPANY, contact->company->id));
  if (ended)
    g_hash_table_add (endings->plan->used, link);
}

static void
end_by_touch (Endings *endings, const OnwardTouchFact *touch)
{
  if (touch->interview)
    end_linked (endings, touch, get_rows (endings, touch->kind, TARGET_INTERVIEW, touch->interview->id));
  if (touch->opportunity)
    end_linked (endings, touch, get_rows (endings, touch->kind, TARGET_OPPORTUNITY, touch->opportunity->id));
  if (touch->opportunity && touch->opportunity->company)
    end_linked (endings, touch, get_rows (endings, touch->kind, TARGET_COMPANY, touch->opportunity->company->id));
  for (guint i = 0; i < touch->contacts.n; i++)
    {
      OnwardTouchContactFact *link = touch->contacts.at[i];

      if (!link->contact)
        continue;
      if (is_linked (touch))
        end_linked (endings, touch, get_rows (endings, touch->kind, TARGET_CONTACT, link->contact->id));
      else
        end_unlinked (endings, link);
    }
}

static int
compare_touches (gconstpointer a, gconstpointer b)
{
  const OnwardTouchFact *first = *(const OnwardTouchFact **)a, *second = *(const OnwardTouchFact **)b;

  return first->at != second->at ? (first->at < second->at ? -1 : 1) : strcmp (first->uuid, second->uuid);
}

/**
 * onward_endings_apply:
 * @plan: a plan with all rows of this round
 *
 * Sets `ended_at` of every row that a touch of its kind has ended, one touch after the other in the order
 * in which they were made.
 */
void
onward_endings_apply (OnwardPlan *plan)
{
  g_autoptr (GPtrArray) touches = g_ptr_array_new ();
  Endings endings = { .plan = plan };

  for (guint i = 0; i < plan->facts->touches->len; i++)
    {
      OnwardTouchFact *touch = &g_array_index (plan->facts->touches, OnwardTouchFact, i);
      const OnwardRule *rule = touch->incoming ? NULL : onward_rule_get (touch->kind);

      if (rule && (rule->flags & ONWARD_RULE_BY_TOUCH))
        g_ptr_array_add (touches, touch);
    }
  g_ptr_array_sort (touches, compare_touches);
  endings.buckets = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify)free_bucket);
  fill_buckets (&endings);
  for (guint i = 0; i < touches->len; i++)
    end_by_touch (&endings, touches->pdata[i]);
  g_hash_table_unref (endings.buckets);
}

/* Whether @key is `rule:subject` or `rule:subject:part`; any subject when it is NULL. */
static gboolean
is_key_of (const char *key, OnwardRuleId rule, const char *subject)
{
  const char *id = onward_rule_id (rule);
  gsize id_length = strlen (id), subject_length = subject ? strlen (subject) : 0;

  if (strncmp (key, id, id_length) != 0 || key[id_length] != ':')
    return FALSE;
  return !subject
         || (strncmp (key + id_length + 1, subject, subject_length) == 0
             && (key[id_length + 1 + subject_length] == '\0' || key[id_length + 1 + subject_length] == ':'));
}

static gint64
find_latest (gint64 latest, gint64 done_at, GTimeZone *zone, int until_day)
{
  if (done_at == ONWARD_NO_INSTANT || onward_zone_day (zone, done_at) > until_day)
    return latest;
  return MAX (latest, done_at);
}

static gint64
find_latest_stored (const OnwardSlice *rows, OnwardRuleId rule, const OnwardOpportunityFact *opportunity,
                    const char *subject, GTimeZone *zone, int until_day, gint64 latest)
{
  for (guint i = 0; i < rows->n; i++)
    {
      const OnwardStoredFact *stored = rows->at[i];

      if (stored->state == ONWARD_STATE_DONE && is_key_of (stored->key, rule, subject)
          && (subject || stored->interview_id == 0
              || (stored->interview && stored->interview->opportunity == opportunity)))
        latest = find_latest (latest, stored->done_at, zone, until_day);
    }
  return latest;
}

/**
 * onward_endings_find_done:
 * @plan: the plan
 * @rule: a rule that leads on to others
 * @opportunity: the opportunity its rows are about
 * @subject: (nullable): the subject in its keys; %NULL for any
 * @until_day: the last day that counts
 *
 * Returns: the latest instant, on or before that day, at which a row of the rule and subject was done, by
 *   the user or by a touch; %ONWARD_NO_INSTANT when none was.
 */
gint64
onward_endings_find_done (const OnwardPlan *plan, OnwardRuleId rule, const OnwardOpportunityFact *opportunity,
                          const char *subject, int until_day)
{
  GTimeZone *zone = plan->facts->zone;
  GPtrArray *ended = g_hash_table_lookup (plan->ended_of, opportunity);
  gint64 latest = ONWARD_NO_INSTANT;

  latest = find_latest_stored (&opportunity->stored, rule, opportunity, subject, zone, until_day, latest);
  /* What was done for an interview counts also after it was moved to another opportunity. */
  for (guint i = 0; i < opportunity->interviews.n; i++)
    {
      const OnwardInterviewFact *interview = opportunity->interviews.at[i];

      if (!subject || strcmp (interview->uuid, subject) == 0)
        latest = find_latest_stored (&interview->stored, rule, opportunity, subject, zone, until_day, latest);
    }
  for (guint i = 0; ended && i < ended->len; i++)
    {
      const OnwardPlannedRow *row = ended->pdata[i];

      if (is_key_of (row->key, rule, subject))
        latest = find_latest (latest, row->ended_at, zone, until_day);
    }
  return latest;
}

/**
 * onward_endings_find_done_row:
 * @plan: the plan
 * @key: the key of a row that leads on to others
 * @contact: (out) (transfer none) (nullable): to whom it went
 *
 * Returns: the instant at which that row was done, by the user or by a touch; %ONWARD_NO_INSTANT when it was not.
 */
gint64
onward_endings_find_done_row (const OnwardPlan *plan, const char *key, OnwardContactFact **contact)
{
  const OnwardStoredFact *stored = g_hash_table_lookup (plan->facts->stored_by_key, key);
  const OnwardPlannedRow *ended = g_hash_table_lookup (plan->ended, key);

  /* What was done is with whom it was done; what is ended now takes whom the plan names, as onward_reconcile() has it. */
  *contact = stored && stored->state == ONWARD_STATE_DONE ? stored->contact : ended ? ended->contact : NULL;
  if (stored && stored->state == ONWARD_STATE_DONE)
    return stored->done_at;
  return ended && (!stored || stored->state != ONWARD_STATE_SKIPPED) ? ended->ended_at : ONWARD_NO_INSTANT;
}
