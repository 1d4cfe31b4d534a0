/* onward-interview-draft.h - an interview as it is being typed: what it says so far, and what is missing */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-interviews.h"
#include "store/onward-names.h"

G_BEGIN_DECLS

/**
 * OnwardDraftMatch:
 * @ONWARD_DRAFT_EMPTY: nothing is typed
 * @ONWARD_DRAFT_KNOWN: it is somebody who is known
 * @ONWARD_DRAFT_NEW: nobody has that name: a new contact
 * @ONWARD_DRAFT_UNCLEAR: several have it; the user says which
 * @ONWARD_DRAFT_UNMATCHED: it was kept without saying who it is, and stays so
 */
typedef enum
{
  ONWARD_DRAFT_EMPTY,
  ONWARD_DRAFT_KNOWN,
  ONWARD_DRAFT_NEW,
  ONWARD_DRAFT_UNCLEAR,
  ONWARD_DRAFT_UNMATCHED,
} OnwardDraftMatch;

/**
 * OnwardDraftPerson:
 * @name: as it is typed, without an address
 * @email: (nullable): the mail address that was pasted with the name
 * @role: (nullable): NULL = interviewer
 * @contact: who it is; 0 = nobody known
 * @match: what the name means
 * @namesakes: (nullable) (element-type OnwardNamesake): who has that name
 */
typedef struct
{
  char *name;
  char *email;
  char *role;
  gint64 contact;
  OnwardDraftMatch match;
  GPtrArray *namesakes;
} OnwardDraftPerson;

/**
 * OnwardInterviewDraft:
 * @interview: 0 = a new one
 * @company: the company that names are looked for in first
 * @company_name: (nullable): as it is typed, when it is about no opportunity
 * @kind: as in exchange.md
 * @round: which interview of the opportunity; 0 = nothing said
 * @status: (nullable): `booked`, `held`, `cancelled` or `no-show`; NULL = as it is
 * @day: as of playbook/onward-wall.h
 * @time: as it is typed
 * @minutes: how long
 * @zone: IANA name
 * @join_url: (nullable): where a call is joined, as it is typed
 * @invited: whether the names are from an invitation, and so are right
 * @people: (element-type OnwardDraftPerson): in order; empty ones are passed over
 * @stage: where the opportunity may be moved to with it; 0 = nowhere, it stands there already
 * @moves: whether it is to be moved: 1 or 0 when the user said so, -1 = as is usual
 */
typedef struct
{
  OnwardStore *store;
  gint64 interview;
  gint64 opportunity;
  gint64 company;
  char *company_name;
  char *kind;
  gint64 round;
  char *status;
  int day;
  char *time;
  int minutes;
  char *zone;
  char *location;
  char *join_url;
  gboolean invited;
  GPtrArray *people;
  gint64 stage;
  int moves;
} OnwardInterviewDraft;

OnwardInterviewDraft *onward_interview_draft_new (OnwardStore *store, gint64 opportunity);
OnwardInterviewDraft *onward_interview_draft_load (OnwardStore *store, gint64 interview);
void onward_interview_draft_free (OnwardInterviewDraft *draft);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnwardInterviewDraft, onward_interview_draft_free)

void onward_interview_draft_set_opportunity (OnwardInterviewDraft *draft, gint64 opportunity);
OnwardDraftPerson *onward_interview_draft_add_person (OnwardInterviewDraft *draft, guint position);
void onward_interview_draft_remove_person (OnwardInterviewDraft *draft, guint position);
void onward_interview_draft_set_name (OnwardInterviewDraft *draft, guint position, const char *name);
char *onward_draft_person_format (OnwardDraftPerson *person);
void onward_interview_draft_choose (OnwardInterviewDraft *draft, guint position, gint64 contact);

guint onward_interview_draft_add_names (OnwardInterviewDraft *draft, guint position, const char *text);

gint64 onward_interview_draft_get_start (OnwardInterviewDraft *draft);
gboolean onward_interview_draft_is_counted (OnwardInterviewDraft *draft);
gboolean onward_interview_draft_get_moves (OnwardInterviewDraft *draft);
gboolean onward_interview_draft_is_rescheduled (OnwardInterviewDraft *draft);
char *onward_interview_draft_describe_here (OnwardInterviewDraft *draft);
char *onward_interview_draft_describe_conflict (OnwardInterviewDraft *draft);
gboolean onward_interview_draft_parse_time (const char *text, int *minutes);
char *onward_interview_draft_format_length (int minutes);
const char *onward_interview_draft_get_problem (OnwardInterviewDraft *draft);
OnwardInterviewEdit *onward_interview_draft_build (OnwardInterviewDraft *draft);

G_END_DECLS
