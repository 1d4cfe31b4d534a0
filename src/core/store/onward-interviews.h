/* onward-interviews.h - meetings and who was there: commands for the writer */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-store.h"

#include "model/onward-participant.h"

G_BEGIN_DECLS

/**
 * OnwardPersonEdit:
 * @contact: who it is; 0 = the one named by @name
 * @name: (nullable): becomes a contact of the company, unless @unmatched
 * @email: (nullable): comes to the addresses of the contact
 * @role: (nullable): a role of playbook.md; NULL = interviewer
 * @name_verified: (nullable): `card`, `schedule`, `invitation` or `heard`; NULL leaves what is stored
 * @unmatched: only the name is kept; which contact it is will be said later
 * @attended: whether they were there
 * @clicked: the user got on with them
 * @rapport: 1 to 5, how much; 0 = not said
 * @hook: (nullable): something to remember them by; it stays with the person once the debrief is written
 * @memorable: (nullable): one particular thing they said; left out, the hook stands for it
 * @concern: (nullable): a concern they raised
 * @reaction: (nullable): how the answer went down
 * @missed_point: (nullable): what the user wishes to have said to them
 */
typedef struct
{
  gint64 contact;
  char *name;
  char *email;
  char *role;
  char *name_verified;
  gboolean unmatched;
  gboolean attended;
  gboolean clicked;
  int rapport;
  char *hook;
  char *memorable;
  char *concern;
  char *reaction;
  char *missed_point;
} OnwardPersonEdit;

OnwardPersonEdit *onward_person_edit_new (gint64 contact, const char *name, const char *role);
void onward_person_edit_free (OnwardPersonEdit *person);

/**
 * OnwardInterviewEdit:
 * @id: 0 = a new interview; its row afterwards
 * @opportunity: what it belongs to; 0 = none
 * @company: where it is, when there is no opportunity; 0 = the one named by @company_name
 * @company_name: (nullable): becomes a company when there is none of that name
 * @kind: as in exchange.md
 * @round: 0 = the next one of the opportunity, or as it is stored
 * @starts_at: an instant of exchange.md, like @ends_at
 * @ends_at: (nullable):
 * @zone: IANA name of the zone it was agreed in
 * @location: (nullable):
 * @join_url: (nullable): where a call is joined
 * @status: (nullable): `booked`, `held`, `cancelled` or `no-show`; NULL leaves what is stored
 * @people: (element-type OnwardPersonEdit): everybody expected, in order; the parts of a debrief are left as they are
 * @stage: where the opportunity is moved to with it; 0 = it stays
 */
typedef struct
{
  gint64 id;
  gint64 opportunity;
  gint64 company;
  char *company_name;
  char *kind;
  gint64 round;
  char *starts_at;
  char *ends_at;
  char *zone;
  char *location;
  char *join_url;
  char *status;
  GPtrArray *people;
  gint64 stage;
} OnwardInterviewEdit;

OnwardInterviewEdit *onward_interview_edit_new (void);
void onward_interview_edit_free (OnwardInterviewEdit *edit);
gboolean onward_interviews_save (OnwardWriter *writer, gpointer interview_edit, GError **error);
gboolean onward_interviews_remove (OnwardWriter *writer, gpointer interview, GError **error);

/**
 * OnwardInterviewStatusChange:
 * @interview: which
 * @status: `booked`, `held`, `cancelled` or `no-show`
 */
typedef struct
{
  gint64 interview;
  const char *status;
} OnwardInterviewStatusChange;

gboolean onward_interviews_set_status (OnwardWriter *writer, gpointer status_change, GError **error);

/**
 * OnwardDebriefEdit:
 * @interview: which
 * @people: (element-type OnwardPersonEdit): everybody who was met, in order; who is not in it is taken off
 * @promise_on: (nullable): the day of the promised answer
 * @promise_by: who in @people said so, from 0; -1 = nobody named
 * @well: up to three, NULL where empty
 * @differently: up to three
 * @by_the_book: the user did all that is asked for
 * @let_go: nothing more is asked about it
 * @let_go_of: (nullable): what is not worth turning over again; lets go too
 * @questions: (nullable): how those that were asked went (onward-questions.h), as a list field; empty: none; NULL
 *   leaves what is stored
 * @written: FALSE keeps what was typed and leaves the debrief to be written
 * @keep_in_touch: gives everybody met who has no tier one: monthly where it clicked, else quarterly
 */
typedef struct
{
  gint64 interview;
  GPtrArray *people;
  char *promise_on;
  int promise_by;
  char *well[3];
  char *differently[3];
  gboolean by_the_book;
  gboolean let_go;
  char *let_go_of;
  char *questions;
  gboolean written;
  gboolean keep_in_touch;
} OnwardDebriefEdit;

OnwardDebriefEdit *onward_debrief_edit_new (gint64 interview);
void onward_debrief_edit_free (OnwardDebriefEdit *edit);
gboolean onward_interviews_write_debrief (OnwardWriter *writer, gpointer debrief_edit, GError **error);

char *onward_participant_get_own_name (OnwardParticipant *participant);
char *onward_participant_get_hook (OnwardStore *store, OnwardParticipant *participant);
char *onward_participant_get_memorable (OnwardStore *store, OnwardParticipant *participant);
gint64 onward_interviews_find_undebriefed (OnwardStore *store);
gint64 onward_interviews_find_debrief_follow_up (OnwardStore *store, gint64 interview);
gboolean onward_interviews_is_complete (OnwardStore *store, gint64 interview);
gint64 onward_interviews_propose_round (OnwardStore *store, gint64 opportunity);
gint64 onward_interviews_propose_stage (OnwardStore *store, gint64 opportunity);
GArray *onward_interviews_find_conflicts (OnwardStore *store, gint64 from, gint64 to, gint64 except);

G_END_DECLS
