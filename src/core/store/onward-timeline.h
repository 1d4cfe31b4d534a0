/* onward-timeline.h - what happened about an opportunity or with a person, the newest first */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-store.h"

G_BEGIN_DECLS

/* As many entries are shown at a time. */
#define ONWARD_TIMELINE_PAGE 30

typedef enum
{
  ONWARD_TIMELINE_SENT,      /* a touch: the user wrote or spoke to them */
  ONWARD_TIMELINE_RECEIVED,  /* a touch: they wrote or spoke to the user */
  ONWARD_TIMELINE_STAGE,     /* the opportunity entered a stage */
  ONWARD_TIMELINE_INTERVIEW, /* an interview that has begun or will not be held */
  ONWARD_TIMELINE_PROMISE,   /* an answer was promised */
  ONWARD_TIMELINE_APPLIED,   /* the application */
  ONWARD_TIMELINE_OUTCOME,   /* how it ended */
  ONWARD_TIMELINE_FEEDBACK,  /* what somebody said about the user */
  ONWARD_TIMELINE_FOLLOW_UP, /* a follow-up that was done, if no touch tells it, or skipped */
} OnwardTimelineKind;

/**
 * OnwardTimelineEntry:
 * @kind: what it is; the other members depend on it, and may be NULL or 0
 * @moment: wall time in the user's zone
 * @day_only: whether only the day of @moment is known
 * @record: the row: of the touch, the stage event, the interview, the follow-up, or the opportunity
 * @interview: the interview of a promise; 0 = the opportunity's own
 * @opportunity: what it is about
 * @company: in the timeline of a contact, and of an outcome: the name of the company it is about
 * @title: as @company: the role
 * @contact: who promised, or told the outcome
 * @who: names of the people, in order, with commas
 * @first: name of the first of them
 * @n_people: how many
 * @what: the touch's kind, the name of the stage, the kind of the interview, the outcome, the title of the follow-up
 * @from: the name of the stage before; of a feedback what to improve; the rule of the follow-up
 * @channel: of the touch; how a follow-up was sent; of an application its source
 * @status: of the interview; of the follow-up `done` or `skipped`
 * @round: of the interview
 * @text: the subject, else the body of a touch; the reason of the outcome; what to do differently after an interview;
 *   the strengths, else the words, of a feedback
 * @clicked: with whom it clicked in the interview
 * @on: the promised day, as of playbook/onward-wall.h
 */
typedef struct
{
  OnwardTimelineKind kind;
  gint64 moment;
  gboolean day_only;
  gint64 record;
  gint64 interview;
  gint64 opportunity;
  char *company;
  char *title;
  gint64 contact;
  char *who;
  char *first;
  guint n_people;
  char *what;
  char *from;
  char *channel;
  char *status;
  gint64 round;
  char *text;
  char *clicked;
  int on;
} OnwardTimelineEntry;

void onward_timeline_entry_free (OnwardTimelineEntry *entry);
gboolean onward_timeline_entry_equal (const OnwardTimelineEntry *a, const OnwardTimelineEntry *b);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnwardTimelineEntry, onward_timeline_entry_free)

GPtrArray *onward_timeline_of_opportunity (OnwardStore *store, gint64 opportunity, guint most, gboolean *more);
GPtrArray *onward_timeline_of_contact (OnwardStore *store, gint64 contact, guint most, gboolean *more);

G_END_DECLS
