/* onward-rules-contact.c - what a contact asks for: keep-in-touch */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "playbook/onward-people.h"
#include "playbook/onward-rules.h"
#include "playbook/onward-words.h"
#include "playbook/onward-zone.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LATE_DAYS 7

/* The base in the key of a keep-in-touch; ONWARD_NO_DAY when it has none. */
static int
read_base (const OnwardStoredFact *row)
{
  gsize length = row->key ? strlen (row->key) : 0;
  int base = ONWARD_NO_DAY;

  if (length > 10)
    onward_day_parse (row->key + length - 10, &base);
  return base;
}

/* A keep-in-touch that was done or skipped starts a new period: on that day, or after its own base. */
static int
find_period_after (const OnwardPlan *plan, const OnwardStoredFact *row)
{
  int base = read_base (row);
  int day;

  if (row->rule != ONWARD_RULE_KEEP_IN_TOUCH || row->done_at == ONWARD_NO_INSTANT
      || (row->state != ONWARD_STATE_DONE && row->state != ONWARD_STATE_SKIPPED))
    return ONWARD_NO_DAY;
  day = onward_zone_day (plan->facts->zone, row->done_at);
  return base == ONWARD_NO_DAY ? day : MAX (day, base + 1);
}

/* The day from which the silence is counted; ONWARD_NO_DAY = nothing to count from. */
static int
find_base (const OnwardPlan *plan, const OnwardContactFact *contact)
{
  int base = contact->tier_since;

  if (contact->last_touch_at != ONWARD_NO_INSTANT)
    base = MAX (base, onward_zone_day (plan->facts->zone, contact->last_touch_at));
  for (guint i = 0; i < contact->parts.n; i++)
    {
      const OnwardPartFact *part = contact->parts.at[i];

      if (part->interview && part->interview->held && !part->absent)
        base = MAX (base, onward_wall_day (part->interview->end_wall));
    }
  for (guint i = 0; i < contact->stored.n; i++)
    base = MAX (base, find_period_after (plan, contact->stored.at[i]));
  return base;
}

/* The first keep-in-touch that was sent after @base and belongs to nothing else. */
static gint64
find_touch_after (const OnwardPlan *plan, const OnwardContactFact *contact, int base)
{
  for (guint i = 0; i < contact->touches.n; i++)
    {
      const OnwardTouchFact *touch = ((const OnwardTouchContactFact *)contact->touches.at[i])->touch;

      if (!touch->incoming && touch->kind == ONWARD_RULE_KEEP_IN_TOUCH && touch->opportunity_id == 0
          && touch->interview_id == 0 && onward_zone_day (plan->facts->zone, touch->at) > base)
        return touch->at;
    }
  return ONWARD_NO_INSTANT;
}

/*
 * A touch of the kind starts a new period, so the row it ends is the stored one of the period before. Any
 * other touch starts one too, and leaves the old row unasked for.
 */
static void
end_periods_before (OnwardPlan *plan, OnwardContactFact *contact, int base)
{
  for (guint i = 0; i < contact->stored.n; i++)
    {
      const OnwardStoredFact *stored = contact->stored.at[i];
      int old_base = read_base (stored);
      gint64 ended_at;
      OnwardPlannedRow *row;

      if (stored->rule != ONWARD_RULE_KEEP_IN_TOUCH || stored->state != ONWARD_STATE_OPEN || old_base == ONWARD_NO_DAY
          || old_base == base)
        continue;
      ended_at = find_touch_after (plan, contact, old_base);
      if (ended_at == ONWARD_NO_INSTANT)
        continue;
      row = onward_plan_add (plan, stored->rule, contact->focus, "%s", stored->key + strlen ("keep-in-touch:"));
      row->contact = contact;
      row->ended_at = ended_at;
    }
}

static const char *
explain (OnwardPlan *plan, const OnwardContactFact *contact, int base)
{
  const char *date = onward_words_date (plan, base, TRUE);

  switch (contact->tier)
    {
    case ONWARD_TIER_MONTHLY:
      return onward_plan_text (plan, _ ("Because you were last in touch on %s, and you chose to write every month."),
                               date);
    case ONWARD_TIER_QUARTERLY:
      return onward_plan_text (plan, _ ("Because you were last in touch on %s, and you chose to write every quarter."),
                               date);
    case ONWARD_TIER_YEARLY:
    case ONWARD_TIER_NONE:
    default:
      return onward_plan_text (plan, _ ("Because you were last in touch on %s, and you chose to write every year."),
                               date);
    }
}

/**
 * onward_plan_keep_in_touch:
 * @plan: the plan
 * @subject: (type OnwardContactFact): a contact
 *
 * As often as the contact's tier says, while no open opportunity keeps the user in touch anyway.
 */
void
onward_plan_keep_in_touch (OnwardPlan *plan, gpointer subject)
{
  OnwardContactFact *contact = subject;
  const OnwardSettings *settings = &plan->facts->settings;
  char date[ONWARD_DATE_SIZE];
  OnwardPlannedRow *row;
  int base, days;

  if (contact->tier == ONWARD_TIER_NONE || !onward_people_may_write_to (contact)
      || onward_people_has_open_opportunity (contact))
    return;
  base = find_base (plan, contact);
  if (base == ONWARD_NO_DAY)
    return;
  end_periods_before (plan, contact, base);
  days = settings->rules[ONWARD_RULE_KEEP_IN_TOUCH].days[contact->tier - ONWARD_TIER_MONTHLY];
  row = onward_plan_add (plan, ONWARD_RULE_KEEP_IN_TOUCH, contact->focus, "%s:%s", contact->uuid,
                         onward_day_format (base, date));
  row->contact = contact;
  row->channel = onward_rule_propose_channel (onward_rule_get (row->rule), contact, ONWARD_CHANNEL_NONE);
  onward_plan_set_day (plan, row, onward_hours_working_day (&settings->hours, base + days), LATE_DAYS);
  row->title = onward_plan_text (plan, _ ("Keep in touch with %s"), onward_words_person (contact));
  row->why = explain (plan, contact, base);
}
