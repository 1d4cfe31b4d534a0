/* onward-facts.h - everything the playbook looks at, as plain structs */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "playbook/onward-settings.h"

G_BEGIN_DECLS

/*
 * How to use: onward_facts_new(), append structs to the arrays (only the members above the line
 * "linked" are the caller's; zero a struct first, days and times left out are ONWARD_NO_…), then
 * onward_facts_link() once, then plan. Rows refer to each other by the database's integer keys, 0 for
 * none; `uuid` is the public id in lower case, used in keys and to break ties. Texts live in the facts:
 * onward_facts_text(). The order of the rows does not matter; a reference to a row that is not there
 * counts as none.
 *
 * `focus` marks the subjects and stored rows that this reconcile acts on; everything else is there only
 * so that they come out right.
 */

typedef struct _OnwardCompanyFact OnwardCompanyFact;
typedef struct _OnwardContactFact OnwardContactFact;
typedef struct _OnwardSearchFact OnwardSearchFact;
typedef struct _OnwardOpportunityFact OnwardOpportunityFact;
typedef struct _OnwardInterviewFact OnwardInterviewFact;
typedef struct _OnwardTouchFact OnwardTouchFact;
typedef struct _OnwardStoredFact OnwardStoredFact;
typedef struct _OnwardIntroductionFact OnwardIntroductionFact;

/* Pointers to the rows that belong to another one. */
typedef struct
{
  gpointer *at;
  guint n;
} OnwardSlice;

typedef enum
{
  ONWARD_ROLE_INTERVIEWER, /* also a role left out */
  ONWARD_ROLE_HIRING_MANAGER,
  ONWARD_ROLE_RECRUITER,
  ONWARD_ROLE_COORDINATOR,
  ONWARD_ROLE_HR,
  ONWARD_ROLE_INSIDER,
  ONWARD_ROLE_REVIEWER,
  ONWARD_ROLE_OTHER, /* kept, matches no rule */
} OnwardRole;

typedef enum
{
  ONWARD_TIER_NONE, /* also left out, dormant */
  ONWARD_TIER_MONTHLY,
  ONWARD_TIER_QUARTERLY,
  ONWARD_TIER_YEARLY,
} OnwardTier;

typedef enum
{
  ONWARD_NAME_UNKNOWN, /* left out */
  ONWARD_NAME_HEARD,
  ONWARD_NAME_VERIFIED, /* card, schedule or invitation */
} OnwardNameSource;

typedef enum
{
  ONWARD_STAGE_NONE,
  ONWARD_STAGE_PROSPECT,
  ONWARD_STAGE_APPLIED,
  ONWARD_STAGE_SCREENING,
  ONWARD_STAGE_INTERVIEWING,
  ONWARD_STAGE_OFFER,
  ONWARD_STAGE_CLOSED,
  ONWARD_STAGE_CUSTOM,
} OnwardStageKind;

typedef enum
{
  ONWARD_OUTCOME_NONE,
  ONWARD_OUTCOME_ACCEPTED,
  ONWARD_OUTCOME_DECLINED,
  ONWARD_OUTCOME_REJECTED,
  ONWARD_OUTCOME_WITHDRAWN,
  ONWARD_OUTCOME_NO_RESPONSE,
  ONWARD_OUTCOME_CANCELLED,
  ONWARD_OUTCOME_OTHER,
} OnwardOutcomeKind;

typedef enum
{
  ONWARD_INTERVIEW_OTHER, /* phone, video, onsite, panel, final */
  ONWARD_INTERVIEW_INFORMATIONAL,
  ONWARD_INTERVIEW_MOCK,
} OnwardInterviewKind;

typedef enum
{
  ONWARD_STATUS_BOOKED,
  ONWARD_STATUS_HELD,
  ONWARD_STATUS_CANCELLED,
  ONWARD_STATUS_NO_SHOW,
} OnwardInterviewStatus;

typedef enum
{
  ONWARD_PERMISSION_NOT_ASKED, /* also left out */
  ONWARD_PERMISSION_ASKED,
  ONWARD_PERMISSION_GRANTED,
  ONWARD_PERMISSION_REFUSED,
} OnwardPermission;

typedef enum
{
  ONWARD_SOURCE_OTHER,
  ONWARD_SOURCE_INTERVIEWER,
  ONWARD_SOURCE_INSIDER,
  ONWARD_SOURCE_RECRUITER,
  ONWARD_SOURCE_REVIEWER,
} OnwardFeedbackSource;

typedef enum
{
  ONWARD_STATE_OPEN,
  ONWARD_STATE_DONE,
  ONWARD_STATE_SKIPPED,
  ONWARD_STATE_CANCELLED,
} OnwardFollowUpState;

/* The ways to write or speak to somebody; also a set of them. */
typedef enum
{
  ONWARD_CHANNEL_NONE = 0,
  ONWARD_CHANNEL_EMAIL = 1 << 0,
  ONWARD_CHANNEL_LETTER = 1 << 1,
  ONWARD_CHANNEL_CARD = 1 << 2,
  ONWARD_CHANNEL_LINKEDIN = 1 << 3,
  ONWARD_CHANNEL_PHONE = 1 << 4,
  ONWARD_CHANNEL_MEETING = 1 << 5,
  ONWARD_CHANNEL_OTHER = 1 << 6,
} OnwardChannel;

/* "You will hear by Friday." */
typedef struct
{
  int on;       /* ONWARD_NO_DAY = no promise */
  int given_on; /* may be left out */
  gint64 by_id;
  /* linked */
  OnwardContactFact *by;
} OnwardPromise;

/* The promise in force of an opportunity, and the interview it was given in, if any. */
typedef struct
{
  int on;       /* ONWARD_NO_DAY = none in force */
  int given_on; /* ONWARD_NO_DAY = since ever */
  OnwardContactFact *by;
  OnwardInterviewFact *interview;
} OnwardPromiseInForce;

struct _OnwardCompanyFact
{
  gint64 id;
  const char *uuid;
  const char *name;
  gboolean not_interested; /* still_interested is false */
  int cooling_off_months;  /* -1 = not known */
  int cooling_off_until;
  gboolean focus;
  /* linked */
  OnwardSlice opportunities;
  OnwardSlice contacts;
};

struct _OnwardContactFact
{
  gint64 id;
  const char *uuid;
  const char *name;
  gint64 company_id;
  guint roles; /* bit n set = OnwardRole n */
  OnwardTier tier;
  int tier_since;
  OnwardNameSource name_source;
  guint reach;             /* OnwardChannel set: what there is an address for */
  OnwardChannel preferred; /* ONWARD_CHANNEL_NONE = not said */
  gint64 last_touch_at;    /* may be set instead of loading touches that no rule needs */
  gboolean do_not_contact;
  gboolean is_user; /* one of the addresses is the user's own: onward_facts_is_own_address() */
  gboolean focus;   /* its keep-in-touch */
  /* linked */
  OnwardCompanyFact *company;
  OnwardSlice people;        /* OnwardPersonFact: the opportunities they are named in */
  OnwardSlice parts;         /* OnwardPartFact: the interviews they are on */
  OnwardSlice touches;       /* OnwardTouchContactFact, by time */
  OnwardSlice introductions; /* OnwardIntroductionFact: those they have made */
  OnwardSlice stored;        /* OnwardStoredFact */
};

struct _OnwardSearchFact
{
  gint64 id;
  const char *uuid;
  int ended_on;
};

struct _OnwardOpportunityFact
{
  gint64 id;
  const char *uuid;
  const char *title;
  gint64 company_id;
  gint64 search_id;
  gint64 sibling_of_id;
  gint64 introduction_id;
  gboolean informational;
  OnwardStageKind stage;
  int added_on;
  int applied_on;
  OnwardPromise promise;
  int offer_received_on;
  gint64 offer_answer_by; /* wall time; a date alone is its 23:59; ONWARD_NO_WALL = no offer to answer */
  OnwardOutcomeKind outcome;
  int outcome_on;
  gint64 outcome_by_id;
  gint64 last_incoming_at; /* may be set instead of loading touches that no rule needs */
  gboolean focus;
  /* linked */
  OnwardCompanyFact *company;
  OnwardSearchFact *search;
  OnwardOpportunityFact *sibling_of;
  OnwardIntroductionFact *introduction;
  OnwardContactFact *outcome_by;
  OnwardSlice people;     /* OnwardPersonFact */
  OnwardSlice interviews; /* OnwardInterviewFact */
  OnwardSlice stages;     /* OnwardStageFact */
  OnwardSlice runs;       /* OnwardRunFact */
  OnwardSlice siblings;   /* OnwardOpportunityFact */
  OnwardSlice feedback;   /* OnwardFeedbackFact */
  OnwardSlice stored;     /* OnwardStoredFact */
  gboolean search_over;
  gboolean open;
  OnwardInterviewFact *latest; /* the latest ended interview */
  gboolean has_interview;      /* one that is not cancelled, mock or informational */
  gboolean has_informational;  /* one that is not cancelled */
  gboolean has_later_booked;
  OnwardPromiseInForce in_force;
};

/* Somebody's part in an opportunity. */
typedef struct
{
  gint64 opportunity_id;
  gint64 contact_id;
  OnwardRole role;
  /* linked */
  OnwardOpportunityFact *opportunity;
  OnwardContactFact *contact;
} OnwardPersonFact;

struct _OnwardInterviewFact
{
  gint64 id;
  const char *uuid;
  gint64 opportunity_id; /* 0 = none; then the company */
  gint64 company_id;
  OnwardInterviewKind kind;
  OnwardInterviewStatus status;
  gint64 starts_at; /* instants */
  gint64 ends_at;
  int booked_on;
  OnwardPromise promise;
  gboolean stories_chosen;
  gboolean debriefed; /* written or let go */
  gboolean focus;     /* read when there is no opportunity */
  /* linked */
  OnwardOpportunityFact *opportunity;
  OnwardCompanyFact *company; /* the opportunity's, else its own */
  OnwardSlice parts;          /* OnwardPartFact */
  OnwardSlice stored;         /* OnwardStoredFact */
  gint64 end;                 /* ends_at, else an hour after the start */
  gint64 start_wall;          /* S and E in the user's zone */
  gint64 end_wall;
  gboolean ended; /* and not cancelled */
  gboolean held;  /* ended, and somebody showed up */
};

/* A participant of an interview. */
typedef struct
{
  gint64 interview_id;
  gint64 contact_id;
  OnwardRole role;
  gboolean absent; /* attended is false */
  gboolean clicked;
  int rapport; /* 0 to 5, -1 = left out */
  OnwardNameSource name_source;
  /* linked */
  OnwardInterviewFact *interview;
  OnwardContactFact *contact;
} OnwardPartFact;

struct _OnwardTouchFact
{
  gint64 id;
  const char *uuid;
  gint64 opportunity_id;
  gint64 interview_id;
  gint64 at; /* instant */
  gboolean incoming;
  OnwardRuleId kind; /* ONWARD_RULE_UNKNOWN = a free kind */
  /* linked */
  OnwardOpportunityFact *opportunity; /* its own, else its interview's */
  OnwardInterviewFact *interview;
  OnwardSlice contacts; /* OnwardTouchContactFact */
};

typedef struct
{
  gint64 touch_id;
  gint64 contact_id;
  /* linked */
  OnwardTouchFact *touch;
  OnwardContactFact *contact;
} OnwardTouchContactFact;

struct _OnwardIntroductionFact
{
  gint64 id;
  const char *uuid;
  gint64 introducer_id;
  gint64 company_id;
  gint64 person_id;
  gint64 opportunity_id;
  int recorded_on;
  OnwardPermission permission;
  gboolean focus;
  /* linked */
  OnwardContactFact *introducer;
  OnwardContactFact *person;
  OnwardCompanyFact *company;
  OnwardOpportunityFact *opportunity; /* the one that it names, else the first (by id) that names it */
  OnwardSlice opportunities;          /* OnwardOpportunityFact: those that name it */
};

typedef struct
{
  gint64 id;
  const char *uuid;
  gint64 contact_id;
  gint64 opportunity_id;
  gint64 interview_id;
  OnwardFeedbackSource source;
  OnwardChannel channel; /* by which it came */
  int received_on;
  gboolean focus;
  /* linked */
  OnwardContactFact *contact;
  OnwardOpportunityFact *opportunity; /* its own, else its interview's */
  OnwardInterviewFact *interview;
} OnwardFeedbackFact;

typedef struct
{
  gint64 opportunity_id;
  OnwardStageKind stage;
  gint64 at; /* instant */
  /* linked */
  OnwardOpportunityFact *opportunity;
} OnwardStageFact;

typedef struct
{
  gint64 opportunity_id;
  gboolean finished;
  /* linked */
  OnwardOpportunityFact *opportunity;
} OnwardRunFact;

/* A follow-up as the database holds it. */
struct _OnwardStoredFact
{
  gint64 id;
  const char *key;
  OnwardRuleId rule;
  OnwardFollowUpState state;
  gint64 contact_id;
  gint64 opportunity_id;
  gint64 interview_id;
  gint64 company_id;
  gint64 remind_at; /* wall times */
  gint64 due;
  gint64 snoozed_until;
  int own_day;
  gboolean moved; /* by the user */
  gint64 done_at; /* instant of the deed, or of the skip */
  const char *title;
  const char *why;
  OnwardChannel channel;
  gboolean focus;
  /* linked */
  OnwardContactFact *contact;
  OnwardOpportunityFact *opportunity;
  OnwardInterviewFact *interview;
};

/* A planned day rule that history_days kept closed. It keeps its day for its person as an open one does. */
typedef struct
{
  gint64 id;
  const char *key;
  gint64 contact_id;
  int day;
  int own_day;
  gboolean focus;
} OnwardUnopenedFact;

typedef struct
{
  gint64 now; /* instant */
  GTimeZone *zone;
  OnwardSettings settings;

  GArray *companies;      /* OnwardCompanyFact */
  GArray *contacts;       /* OnwardContactFact */
  GArray *searches;       /* OnwardSearchFact */
  GArray *opportunities;  /* OnwardOpportunityFact */
  GArray *people;         /* OnwardPersonFact */
  GArray *interviews;     /* OnwardInterviewFact */
  GArray *parts;          /* OnwardPartFact */
  GArray *touches;        /* OnwardTouchFact */
  GArray *touch_contacts; /* OnwardTouchContactFact */
  GArray *introductions;  /* OnwardIntroductionFact */
  GArray *feedback;       /* OnwardFeedbackFact */
  GArray *stages;         /* OnwardStageFact */
  GArray *runs;           /* OnwardRunFact */
  GArray *stored;         /* OnwardStoredFact */
  GArray *unopened;       /* OnwardUnopenedFact */

  /* linked */
  gint64 now_wall;
  int today;
  GHashTable *stored_by_key;   /* key → OnwardStoredFact */
  GHashTable *unopened_by_key; /* key → OnwardUnopenedFact */

  /*< private >*/
  GStringChunk *texts;
  GHashTable *own_addresses;
  GPtrArray *blocks;
} OnwardFacts;

OnwardFacts *onward_facts_new (gint64 now, GTimeZone *zone);
void onward_facts_free (OnwardFacts *facts);
const char *onward_facts_text (OnwardFacts *facts, const char *text);
void onward_facts_add_own_address (OnwardFacts *facts, const char *address);
gboolean onward_facts_is_own_address (const OnwardFacts *facts, const char *address);
gboolean onward_facts_mentions_own_address (const OnwardFacts *facts, const char *text);
void onward_facts_link (OnwardFacts *facts);
gpointer onward_facts_find (GArray *rows, gint64 id);

OnwardRole onward_role_parse (const char *text);
OnwardTier onward_tier_parse (const char *text);
OnwardNameSource onward_name_source_parse (const char *text);
OnwardStageKind onward_stage_kind_parse (const char *text);
OnwardOutcomeKind onward_outcome_parse (const char *text);
OnwardInterviewKind onward_interview_kind_parse (const char *text);
OnwardInterviewStatus onward_interview_status_parse (const char *text);
OnwardPermission onward_permission_parse (const char *text);
OnwardFeedbackSource onward_feedback_source_parse (const char *text);
OnwardFollowUpState onward_follow_up_state_parse (const char *text);
const char *onward_follow_up_state_name (OnwardFollowUpState state);
OnwardChannel onward_channel_parse (const char *text);
const char *onward_channel_name (OnwardChannel channel);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnwardFacts, onward_facts_free)

G_END_DECLS
