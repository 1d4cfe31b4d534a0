/* onward-facts-scope.h - what a command concerns: whose follow-ups are planned anew, and what that depends on */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-writer.h"

G_BEGIN_DECLS

/*
 * The scope lives in temporary tables of the writer's connection, each with one column `id`. What the planning begins
 * with:   changed_interviews, changed_touches, changed_follow_ups - what the command wrote, or what it belongs to;
 *   quiet_opportunities - whose promise in force may be another one now;
 *   whole_contacts - of whom everything may come out different.
 * The subjects whose follow-ups are planned anew:
 *   focus_opportunities, focus_interviews (for those without an opportunity), focus_contacts, focus_companies.
 * What their planning looks at:
 *   load_interviews (those of the focus, with everybody on them), load_contacts, load_companies, load_touches,
 *   load_follow_ups;
 *   seen_opportunities, seen_interviews: these are looked at from outside, so that their people are read only as far as
 *   they are among `met` (or may be asked about every opportunity of the company);
 *   on the way there: people (of the focus), asked (they, and everybody at the companies), speakers (of these, whose
 *   touches without a link may end anything of theirs), introduced (introductions), told_opportunities (whose
 *   interviews count as well).
 * And `rule_kinds`, the kinds of touches that end something; `shared_kinds`, those that do not end something for one
 * contact alone.
 */
/* Of a touch t: the user's, and of a kind that may end a follow-up. An index stands ready for it. */
#define ONWARD_TOUCH_ENDS "t.direction IS NOT 'in' AND t.kind IN (SELECT kind FROM temp.rule_kinds)"

/* Rules that ask a contact for something, whatever else it is about: their rows are in focus as the contact is. */
#define ONWARD_RULES_OF_A_CONTACT "'keep-in-touch', 'thank-for-feedback', 'thank-introducer', 'ask-permission'"

typedef enum
{
  ONWARD_SCOPE_NOTHING,
  ONWARD_SCOPE_SOME,
  ONWARD_SCOPE_ALL,
} OnwardScope;

typedef enum
{
  ONWARD_SET_CHANGED_INTERVIEWS,
  ONWARD_SET_CHANGED_TOUCHES,
  ONWARD_SET_CHANGED_FOLLOW_UPS,
  ONWARD_SET_QUIET_OPPORTUNITIES,
  ONWARD_SET_WHOLE_CONTACTS,
  ONWARD_SET_FOCUS_OPPORTUNITIES,
  ONWARD_SET_FOCUS_INTERVIEWS,
  ONWARD_SET_FOCUS_CONTACTS,
  ONWARD_SET_FOCUS_COMPANIES,
} OnwardScopeSet;

gboolean onward_facts_scope_find (OnwardWriter *writer, OnwardScope *scope, GError **error);
gboolean onward_facts_scope_remember (OnwardWriter *writer, OnwardScope scope, GError **error);
gboolean onward_facts_scope_add (OnwardConnection *connection, OnwardScopeSet set, gint64 id, GError **error);

G_END_DECLS
