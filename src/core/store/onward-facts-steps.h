/* onward-facts-steps.h - the SQL by which a scope is found, step by step; only for onward-facts-scope.c */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-facts-scope.h"

#define TIER "tier IN ('monthly', 'quarterly', 'yearly')"

#define ENDS ONWARD_TOUCH_ENDS

/* People whom any opportunity of their company may turn to. */
#define TURNED_TO     "IN ('hr', 'insider')"
#define HAS_TURNED_TO "roles IS NOT NULL AND (roles LIKE '%\"hr\"%' OR roles LIKE '%\"insider\"%')"

/* Of a touch t: nobody has said what it belongs to. */
#define UNLINKED "t.opportunity IS NULL AND t.interview IS NULL"

/* clang-format off */
/* A "+" before a column keeps its index out of it: a few rows by their ids are nearer than all that were rejected. */
/* From what was written to the subjects whose follow-ups may come out different. NULL is no id and is ignored. */
static const char *const widening[] = {
  /* The touches and follow-ups that were written, and whom they concern. */
  "INSERT OR IGNORE INTO temp.focus_opportunities SELECT opportunity FROM touches"
  " WHERE id IN (SELECT id FROM temp.changed_touches)",
  "INSERT OR IGNORE INTO temp.focus_interviews SELECT interview FROM touches"
  " WHERE id IN (SELECT id FROM temp.changed_touches)",
  "INSERT OR IGNORE INTO temp.focus_contacts SELECT contact FROM touch_contacts"
  " WHERE touch IN (SELECT id FROM temp.changed_touches)",
  "INSERT OR IGNORE INTO temp.whole_contacts SELECT p.contact FROM touches t CROSS JOIN touch_contacts p ON p.touch = t.id"
  " WHERE t.id IN (SELECT id FROM temp.changed_touches) AND " ENDS,
  /* Whatever is said to somebody who did not come ends the question for a new time. */
  "INSERT OR IGNORE INTO temp.whole_contacts SELECT p.contact FROM touch_contacts p"
  " WHERE p.touch IN (SELECT id FROM temp.changed_touches) AND ("
  " EXISTS (SELECT 1 FROM interview_people x CROSS JOIN interviews i ON i.id = x.interview"
  "  WHERE x.contact = p.contact AND (i.status = 'no-show' OR EXISTS"
  "   (SELECT 1 FROM interviews o WHERE o.opportunity = i.opportunity AND o.status = 'no-show')))"
  " OR EXISTS (SELECT 1 FROM opportunity_people x CROSS JOIN interviews i ON i.opportunity = x.opportunity"
  "  WHERE x.contact = p.contact AND i.status = 'no-show'))",
  "INSERT OR IGNORE INTO temp.focus_companies SELECT c.company FROM touches t"
  " CROSS JOIN touch_contacts p ON p.touch = t.id CROSS JOIN contacts c ON c.id = p.contact"
  " WHERE t.id IN (SELECT id FROM temp.changed_touches) AND " UNLINKED " AND " ENDS,
  /* Somebody among the people of an opportunity has answered, about nothing in particular. */
  "INSERT OR IGNORE INTO temp.focus_opportunities SELECT x.opportunity FROM temp.changed_touches n"
  " CROSS JOIN touches t ON t.id = n.id CROSS JOIN touch_contacts p ON p.touch = t.id"
  " CROSS JOIN opportunity_people x ON x.contact = p.contact WHERE " UNLINKED " AND +t.direction = 'in'",
  /* What is owed to a company alone is ended by what is about any opportunity there. */
  "INSERT OR IGNORE INTO temp.focus_companies SELECT o.company FROM touches t LEFT JOIN interviews i ON i.id = t.interview"
  " CROSS JOIN opportunities o ON o.id IN (t.opportunity, i.opportunity)"
  " WHERE t.id IN (SELECT id FROM temp.changed_touches) AND t.kind = 'reapply'",
  "INSERT OR IGNORE INTO temp.focus_opportunities SELECT opportunity FROM follow_ups"
  " WHERE id IN (SELECT id FROM temp.changed_follow_ups)",
  "INSERT OR IGNORE INTO temp.focus_interviews SELECT interview FROM follow_ups"
  " WHERE id IN (SELECT id FROM temp.changed_follow_ups)",
  "INSERT OR IGNORE INTO temp.focus_companies SELECT company FROM follow_ups"
  " WHERE id IN (SELECT id FROM temp.changed_follow_ups)",
  "INSERT OR IGNORE INTO temp.whole_contacts SELECT contact FROM follow_ups"
  " WHERE id IN (SELECT id FROM temp.changed_follow_ups)",
  /* One that is open again wants its day back, and then one of that day may be too many (law 8). */
  "INSERT OR IGNORE INTO temp.focus_contacts SELECT other.contact FROM follow_ups f CROSS JOIN follow_ups other"
  " ON other.state = 'open' AND substr (other.remind_at, 1, 10) = substr (f.remind_at, 1, 10)"
  " WHERE f.id IN (SELECT id FROM temp.changed_follow_ups) AND f.state = 'open' AND f.rule = 'keep-in-touch'"
  " AND other.rule = 'keep-in-touch'",
  /* The interviews that were written, or whose people were. */
  "INSERT OR IGNORE INTO temp.focus_interviews SELECT id FROM temp.changed_interviews",
  "INSERT OR IGNORE INTO temp.quiet_opportunities SELECT opportunity FROM interviews"
  " WHERE id IN (SELECT id FROM temp.changed_interviews)",
  "INSERT OR IGNORE INTO temp.focus_contacts SELECT contact FROM interview_people"
  " WHERE interview IN (SELECT id FROM temp.changed_interviews)",
  /* Contacts of whom everything counts: their name, their company, whether they may be written to. */
  "INSERT OR IGNORE INTO temp.focus_contacts SELECT id FROM temp.whole_contacts",
  "INSERT OR IGNORE INTO temp.focus_opportunities SELECT opportunity FROM opportunity_people"
  " WHERE contact IN (SELECT id FROM temp.whole_contacts)",
  "INSERT OR IGNORE INTO temp.focus_interviews SELECT interview FROM interview_people"
  " WHERE contact IN (SELECT id FROM temp.whole_contacts)",
  "INSERT OR IGNORE INTO temp.focus_opportunities SELECT id FROM opportunities"
  " WHERE promise_by IN (SELECT id FROM temp.whole_contacts)",
  "INSERT OR IGNORE INTO temp.focus_opportunities SELECT id FROM opportunities"
  " WHERE outcome_by IN (SELECT id FROM temp.whole_contacts)",
  "INSERT OR IGNORE INTO temp.focus_interviews SELECT id FROM interviews"
  " WHERE promise_by IN (SELECT id FROM temp.whole_contacts)",
  "INSERT OR IGNORE INTO temp.focus_opportunities SELECT opportunity FROM follow_ups"
  " WHERE contact IN (SELECT id FROM temp.whole_contacts) AND rule = 'decision-check-in'",
  "INSERT OR IGNORE INTO temp.focus_companies SELECT company FROM contacts"
  " WHERE id IN (SELECT id FROM temp.whole_contacts) AND " HAS_TURNED_TO,
  "INSERT OR IGNORE INTO temp.focus_companies SELECT o.company FROM opportunity_people p"
  " CROSS JOIN opportunities o ON o.id = p.opportunity"
  " WHERE p.contact IN (SELECT id FROM temp.whole_contacts) AND p.role " TURNED_TO,
  /* Another promise in force, or none, is another quiet period for the whole company. */
  "INSERT OR IGNORE INTO temp.focus_opportunities SELECT id FROM temp.quiet_opportunities",
  "INSERT OR IGNORE INTO temp.focus_companies SELECT company FROM opportunities"
  " WHERE id IN (SELECT id FROM temp.quiet_opportunities)",
  "INSERT OR IGNORE INTO temp.focus_opportunities SELECT id FROM opportunities"
  " WHERE company IN (SELECT id FROM temp.focus_companies)",
  "INSERT OR IGNORE INTO temp.focus_interviews SELECT id FROM interviews"
  " WHERE company IN (SELECT id FROM temp.focus_companies) AND opportunity IS NULL",
  "INSERT OR IGNORE INTO temp.focus_contacts SELECT id FROM contacts"
  " WHERE company IN (SELECT id FROM temp.focus_companies) AND " TIER,
  /* An opportunity without a company is about that of whom it asks to write to. */
  "INSERT OR IGNORE INTO temp.focus_opportunities SELECT o.id FROM opportunities o"
  " CROSS JOIN opportunity_people p ON p.opportunity = o.id CROSS JOIN contacts c ON c.id = p.contact"
  " WHERE o.company IS NULL AND c.company IN (SELECT id FROM temp.focus_companies)",
  "INSERT OR IGNORE INTO temp.focus_opportunities SELECT o.id FROM opportunities o"
  " CROSS JOIN interviews i ON i.opportunity = o.id CROSS JOIN interview_people p ON p.interview = i.id"
  " CROSS JOIN contacts c ON c.id = p.contact"
  " WHERE o.company IS NULL AND c.company IN (SELECT id FROM temp.focus_companies)",
  "INSERT OR IGNORE INTO temp.focus_opportunities SELECT o.id FROM opportunities o"
  " LEFT JOIN interviews i ON i.opportunity = o.id CROSS JOIN contacts c ON c.id IN (o.promise_by, o.outcome_by, i.promise_by)"
  " WHERE o.company IS NULL AND c.company IN (SELECT id FROM temp.focus_companies)",
  "INSERT OR IGNORE INTO temp.focus_opportunities SELECT opportunity FROM interviews"
  " WHERE id IN (SELECT id FROM temp.focus_interviews)",
};

/* A touch without a link ends the first of all that wait for that person, else for nobody at their company: who has
 * made one is concerned in everything. Run until nobody is added. */
static const char *const following[] = {
  "INSERT OR IGNORE INTO temp.people SELECT contact FROM opportunity_people"
  " WHERE opportunity IN (SELECT id FROM temp.focus_opportunities)",
  "INSERT OR IGNORE INTO temp.people SELECT p.contact FROM interviews i"
  " CROSS JOIN interview_people p ON p.interview = i.id"
  " WHERE i.opportunity IN (SELECT id FROM temp.focus_opportunities)",
  "INSERT OR IGNORE INTO temp.people SELECT contact FROM interview_people"
  " WHERE interview IN (SELECT id FROM temp.focus_interviews)",
  "INSERT OR IGNORE INTO temp.people SELECT promise_by FROM opportunities"
  " WHERE id IN (SELECT id FROM temp.focus_opportunities)",
  "INSERT OR IGNORE INTO temp.people SELECT outcome_by FROM opportunities"
  " WHERE id IN (SELECT id FROM temp.focus_opportunities)",
  "INSERT OR IGNORE INTO temp.people SELECT promise_by FROM interviews"
  " WHERE opportunity IN (SELECT id FROM temp.focus_opportunities)",
  "INSERT OR IGNORE INTO temp.people SELECT c.id FROM opportunities o CROSS JOIN contacts c ON c.company = o.company"
  " WHERE o.id IN (SELECT id FROM temp.focus_opportunities) AND +o.outcome_kind = 'rejected' AND c." HAS_TURNED_TO,
  "INSERT OR IGNORE INTO temp.people SELECT p.contact FROM opportunities o"
  " CROSS JOIN opportunities x ON x.company = o.company CROSS JOIN opportunity_people p ON p.opportunity = x.id"
  " WHERE o.id IN (SELECT id FROM temp.focus_opportunities) AND +o.outcome_kind = 'rejected' AND p.role " TURNED_TO,
  "INSERT OR IGNORE INTO temp.people SELECT contact FROM follow_ups"
  " WHERE opportunity IN (SELECT id FROM temp.focus_opportunities) AND rule = 'decision-check-in'",
  "INSERT OR IGNORE INTO temp.people SELECT f.contact FROM interviews i CROSS JOIN follow_ups f ON f.interview = i.id"
  " WHERE i.opportunity IN (SELECT id FROM temp.focus_opportunities) AND f.rule = 'decision-check-in'",
  "INSERT OR IGNORE INTO temp.asked SELECT id FROM temp.people",
  "INSERT OR IGNORE INTO temp.asked SELECT c.id FROM opportunities o CROSS JOIN contacts c ON c.company = o.company"
  " WHERE o.id IN (SELECT id FROM temp.focus_opportunities)",
  "INSERT OR IGNORE INTO temp.asked SELECT c.id FROM interviews i CROSS JOIN contacts c ON c.company = i.company"
  " WHERE i.opportunity IS NULL AND i.id IN (SELECT id FROM temp.focus_interviews)",
  "INSERT OR IGNORE INTO temp.speakers SELECT p.contact"
  " FROM touches t INDEXED BY touches_that_end CROSS JOIN touch_contacts p ON p.touch = t.id"
  " WHERE " UNLINKED " AND t.direction IS NOT 'in' AND t.kind IN (SELECT kind FROM temp.shared_kinds)"
  " AND +p.contact IN (SELECT id FROM temp.asked)",
  "INSERT OR IGNORE INTO temp.focus_opportunities SELECT opportunity FROM opportunity_people"
  " WHERE contact IN (SELECT id FROM temp.speakers)",
  "INSERT OR IGNORE INTO temp.focus_interviews SELECT interview FROM interview_people"
  " WHERE contact IN (SELECT id FROM temp.speakers)",
  "INSERT OR IGNORE INTO temp.focus_opportunities SELECT id FROM opportunities"
  " WHERE promise_by IN (SELECT id FROM temp.speakers)",
  "INSERT OR IGNORE INTO temp.focus_opportunities SELECT id FROM opportunities"
  " WHERE outcome_by IN (SELECT id FROM temp.speakers)",
  "INSERT OR IGNORE INTO temp.focus_interviews SELECT id FROM interviews"
  " WHERE promise_by IN (SELECT id FROM temp.speakers)",
  "INSERT OR IGNORE INTO temp.focus_opportunities SELECT id FROM opportunities"
  " WHERE company IN (SELECT company FROM contacts WHERE id IN (SELECT id FROM temp.speakers))",
  "INSERT OR IGNORE INTO temp.focus_opportunities SELECT opportunity FROM follow_ups"
  " WHERE contact IN (SELECT id FROM temp.speakers) AND rule = 'decision-check-in'",
  "INSERT OR IGNORE INTO temp.focus_opportunities SELECT y.id FROM opportunity_people p"
  " CROSS JOIN opportunities x ON x.id = p.opportunity CROSS JOIN opportunities y ON y.company = x.company"
  " WHERE p.contact IN (SELECT id FROM temp.speakers) AND p.role " TURNED_TO,
  "INSERT OR IGNORE INTO temp.focus_interviews SELECT id FROM interviews WHERE opportunity IS NULL"
  " AND company IN (SELECT company FROM contacts WHERE id IN (SELECT id FROM temp.speakers))",
  "INSERT OR IGNORE INTO temp.focus_opportunities SELECT opportunity FROM interviews"
  " WHERE id IN (SELECT id FROM temp.focus_interviews)",
};

/* What the planning of these subjects looks at. */
static const char *const loading[] = {
  /* Nobody is kept in touch with while an opportunity with them is open. */
  "INSERT OR IGNORE INTO temp.focus_contacts SELECT c.id FROM opportunity_people p CROSS JOIN contacts c ON c.id = p.contact"
  " WHERE p.opportunity IN (SELECT id FROM temp.focus_opportunities) AND " TIER,
  "INSERT OR IGNORE INTO temp.focus_contacts SELECT c.id FROM interviews i"
  " CROSS JOIN interview_people p ON p.interview = i.id CROSS JOIN contacts c ON c.id = p.contact"
  " WHERE i.opportunity IN (SELECT id FROM temp.focus_opportunities) AND " TIER,
  /* Who gave feedback about it, or in a company that is quiet now. */
  "INSERT OR IGNORE INTO temp.focus_contacts SELECT contact FROM feedback"
  " WHERE opportunity IN (SELECT id FROM temp.focus_opportunities)",
  "INSERT OR IGNORE INTO temp.focus_contacts SELECT contact FROM feedback"
  " WHERE interview IN (SELECT id FROM temp.focus_interviews)",
  "INSERT OR IGNORE INTO temp.focus_contacts SELECT f.contact FROM interviews i CROSS JOIN feedback f ON f.interview = i.id"
  " WHERE i.opportunity IN (SELECT id FROM temp.focus_opportunities)",
  "INSERT OR IGNORE INTO temp.focus_contacts SELECT f.contact FROM contacts c CROSS JOIN feedback f ON f.contact = c.id"
  " WHERE c.company IN (SELECT id FROM temp.focus_companies)",
  /* Who introduced the user to somebody that something has happened with, or to an opportunity. */
  "INSERT OR IGNORE INTO temp.focus_contacts SELECT introducer FROM introductions"
  " WHERE opportunity IN (SELECT id FROM temp.focus_opportunities)",
  "INSERT OR IGNORE INTO temp.focus_contacts SELECT n.introducer FROM opportunities o"
  " CROSS JOIN introductions n ON n.id = o.introduction WHERE o.id IN (SELECT id FROM temp.focus_opportunities)",
  "INSERT OR IGNORE INTO temp.introduced SELECT id FROM introductions"
  " WHERE person IN (SELECT id FROM temp.focus_contacts)",
  "INSERT OR IGNORE INTO temp.focus_contacts SELECT introducer FROM introductions"
  " WHERE id IN (SELECT id FROM temp.introduced)",
  "INSERT OR IGNORE INTO temp.people SELECT id FROM temp.focus_contacts",
  "INSERT OR IGNORE INTO temp.load_interviews SELECT id FROM temp.focus_interviews",
  "INSERT OR IGNORE INTO temp.load_interviews SELECT id FROM interviews"
  " WHERE opportunity IN (SELECT id FROM temp.focus_opportunities)",
  /* What the introductions in focus have led to, and what feedback was about. */
  "DELETE FROM temp.introduced",
  "INSERT OR IGNORE INTO temp.introduced SELECT id FROM introductions"
  " WHERE introducer IN (SELECT id FROM temp.focus_contacts)",
  "INSERT OR IGNORE INTO temp.told_opportunities SELECT opportunity FROM introductions"
  " WHERE id IN (SELECT id FROM temp.introduced)",
  "INSERT OR IGNORE INTO temp.told_opportunities SELECT id FROM opportunities"
  " WHERE introduction IN (SELECT id FROM temp.introduced)",
  "INSERT OR IGNORE INTO temp.told_opportunities SELECT opportunity FROM feedback"
  " WHERE contact IN (SELECT id FROM temp.focus_contacts)",
  "INSERT OR IGNORE INTO temp.told_opportunities SELECT i.opportunity FROM feedback f"
  " CROSS JOIN interviews i ON i.id = f.interview WHERE f.contact IN (SELECT id FROM temp.focus_contacts)",
  "INSERT OR IGNORE INTO temp.seen_interviews SELECT interview FROM feedback"
  " WHERE contact IN (SELECT id FROM temp.focus_contacts)",
  "INSERT OR IGNORE INTO temp.met SELECT person FROM introductions WHERE id IN (SELECT id FROM temp.introduced)",
  "INSERT OR IGNORE INTO temp.load_touches SELECT touch FROM touch_contacts WHERE contact IN (SELECT id FROM temp.met)",
  /* The companies that the follow-ups in focus are about, and their quiet periods. */
  "INSERT OR IGNORE INTO temp.load_companies SELECT id FROM temp.focus_companies",
  "INSERT OR IGNORE INTO temp.load_companies SELECT company FROM opportunities"
  " WHERE id IN (SELECT id FROM temp.focus_opportunities UNION ALL SELECT id FROM temp.told_opportunities)",
  "INSERT OR IGNORE INTO temp.load_companies SELECT company FROM interviews"
  " WHERE id IN (SELECT id FROM temp.focus_interviews)",
  "INSERT OR IGNORE INTO temp.load_companies SELECT company FROM contacts"
  " WHERE id IN (SELECT id FROM temp.people UNION ALL SELECT id FROM temp.speakers)",
  "INSERT OR IGNORE INTO temp.told_opportunities SELECT id FROM opportunities o"
  " WHERE company IN (SELECT id FROM temp.load_companies) AND outcome_kind IS NULL AND (promise_on IS NOT NULL"
  " OR EXISTS (SELECT 1 FROM interviews i WHERE i.opportunity = o.id AND i.promise_on IS NOT NULL))",
  "INSERT OR IGNORE INTO temp.seen_interviews SELECT id FROM interviews"
  " WHERE opportunity IN (SELECT id FROM temp.told_opportunities)",
  /* Another opportunity at the company, or one that follows it, ends the steps after a no. */
  "INSERT OR IGNORE INTO temp.seen_opportunities SELECT x.id FROM opportunities o"
  " CROSS JOIN opportunities x ON x.company = o.company"
  " WHERE o.id IN (SELECT id FROM temp.focus_opportunities) AND +o.outcome_kind IN ('rejected', 'cancelled')",
  "INSERT OR IGNORE INTO temp.seen_opportunities SELECT id FROM opportunities"
  " WHERE sibling_of IN (SELECT id FROM temp.focus_opportunities)",
  /* Whether an opportunity with somebody is open, and when they were met. */
  "INSERT OR IGNORE INTO temp.met SELECT id FROM temp.focus_contacts",
  "INSERT OR IGNORE INTO temp.seen_opportunities SELECT opportunity FROM opportunity_people"
  " WHERE contact IN (SELECT id FROM temp.focus_contacts)",
  "INSERT OR IGNORE INTO temp.seen_interviews SELECT interview FROM interview_people"
  " WHERE contact IN (SELECT id FROM temp.met)",
  "INSERT OR IGNORE INTO temp.seen_interviews SELECT id FROM temp.load_interviews",
  /* What may have ended something. */
  "INSERT OR IGNORE INTO temp.load_touches SELECT id FROM touches t"
  " WHERE opportunity IN (SELECT id FROM temp.focus_opportunities) AND " ENDS,
  "INSERT OR IGNORE INTO temp.load_touches SELECT id FROM touches t"
  " WHERE interview IN (SELECT id FROM temp.load_interviews) AND " ENDS,
  "INSERT OR IGNORE INTO temp.load_touches SELECT t.id FROM touch_contacts p CROSS JOIN touches t ON t.id = p.touch"
  " WHERE p.contact IN (SELECT id FROM temp.speakers) AND " ENDS,
  "INSERT OR IGNORE INTO temp.load_touches SELECT t.id FROM touch_contacts p CROSS JOIN touches t ON t.id = p.touch"
  " WHERE p.contact IN (SELECT id FROM temp.focus_contacts) AND t.kind IN (" ONWARD_RULES_OF_A_CONTACT ")",
  "INSERT OR IGNORE INTO temp.load_touches SELECT p.touch FROM interviews i CROSS JOIN touch_contacts p"
  " CROSS JOIN touches t ON t.id = p.touch AND t.at_unix >= i.starts_unix"
  " WHERE i.id IN (SELECT id FROM temp.load_interviews) AND i.status = 'no-show'"
  " AND p.contact IN (SELECT id FROM temp.people)",
  "INSERT OR IGNORE INTO temp.seen_interviews SELECT interview FROM touches"
  " WHERE id IN (SELECT id FROM temp.load_touches)",
  "INSERT OR IGNORE INTO temp.seen_opportunities SELECT opportunity FROM interviews"
  " WHERE id IN (SELECT id FROM temp.seen_interviews)",
  "INSERT OR IGNORE INTO temp.seen_opportunities SELECT id FROM temp.told_opportunities",
  "INSERT OR IGNORE INTO temp.seen_opportunities SELECT id FROM temp.focus_opportunities",
  /* Who stands in all these. */
  "INSERT OR IGNORE INTO temp.load_contacts SELECT id FROM temp.people",
  "INSERT OR IGNORE INTO temp.load_contacts SELECT id FROM temp.speakers",
  "INSERT OR IGNORE INTO temp.load_contacts SELECT id FROM temp.met",
  /* The follow-ups that are there already. */
  "INSERT OR IGNORE INTO temp.load_follow_ups SELECT id FROM temp.changed_follow_ups",
  "INSERT OR IGNORE INTO temp.load_follow_ups SELECT id FROM follow_ups"
  " WHERE opportunity IN (SELECT id FROM temp.focus_opportunities)",
  "INSERT OR IGNORE INTO temp.load_follow_ups SELECT id FROM follow_ups"
  " WHERE interview IN (SELECT id FROM temp.load_interviews)",
  "INSERT OR IGNORE INTO temp.load_follow_ups SELECT id FROM follow_ups"
  " WHERE contact IN (SELECT id FROM temp.people UNION ALL SELECT id FROM temp.speakers) AND rule <> 'manual'",
  "INSERT OR IGNORE INTO temp.load_follow_ups SELECT id FROM follow_ups"
  " WHERE company IN (SELECT id FROM temp.focus_companies)",
  /* A row that was cancelled may have been somebody else's before. */
  "INSERT OR IGNORE INTO temp.load_follow_ups SELECT f.id FROM introductions n CROSS JOIN follow_ups f"
  " ON f.key IN ('thank-introducer:' || n.uuid || ':1', 'thank-introducer:' || n.uuid || ':2', 'ask-permission:' || n.uuid)"
  " WHERE n.id IN (SELECT id FROM temp.introduced)",
  "INSERT OR IGNORE INTO temp.load_follow_ups SELECT f.id FROM feedback b CROSS JOIN follow_ups f"
  " ON f.key = 'thank-for-feedback:' || b.uuid WHERE b.contact IN (SELECT id FROM temp.focus_contacts)",
};

/* What the planning of everything looks at, besides everything that is read whole. */
static const char *const loading_all[] = {
  "INSERT OR IGNORE INTO temp.people SELECT contact FROM interview_people"
  " WHERE interview IN (SELECT id FROM interviews WHERE status = 'no-show')",
  "INSERT OR IGNORE INTO temp.people SELECT p.contact FROM interviews i"
  " CROSS JOIN interviews o ON o.opportunity = i.opportunity CROSS JOIN interview_people p ON p.interview = o.id"
  " WHERE i.status = 'no-show'",
  "INSERT OR IGNORE INTO temp.people SELECT p.contact FROM interviews i"
  " CROSS JOIN opportunity_people p ON p.opportunity = i.opportunity WHERE i.status = 'no-show'",
  "INSERT OR IGNORE INTO temp.people SELECT person FROM introductions",
  "INSERT OR IGNORE INTO temp.load_touches SELECT touch FROM touch_contacts"
  " WHERE contact IN (SELECT id FROM temp.people)",
};
/* clang-format on */
