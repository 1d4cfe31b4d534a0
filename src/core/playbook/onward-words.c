/* onward-words.c - names and dates inside titles and reasons */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "playbook/onward-words.h"
#include "playbook/onward-dates.h"

#include <glib/gi18n-lib.h>

/**
 * onward_words_date:
 * @plan: the plan
 * @day: a day
 * @year: whether the year is said, because the day may be long ago
 *
 * Returns: (transfer none): the day in words, as "2 March"; it lives as long as @plan.
 */
const char *
onward_words_date (OnwardPlan *plan, int day, gboolean year)
{
  g_autofree char *text = onward_dates_format_fixed (day, year);

  return onward_plan_text (plan, "%s", text);
}

/**
 * onward_words_person:
 * @contact: a contact
 *
 * Returns: (transfer none): their name, or words that stand for one.
 */
const char *
onward_words_person (const OnwardContactFact *contact)
{
  return contact->name && *contact->name ? contact->name : _ ("somebody without a name");
}

/**
 * onward_words_company:
 * @company: (nullable): a company
 *
 * Returns: (transfer none) (nullable): its name, %NULL when there is none to say.
 */
const char *
onward_words_company (const OnwardCompanyFact *company)
{
  return company && company->name && *company->name ? company->name : NULL;
}
