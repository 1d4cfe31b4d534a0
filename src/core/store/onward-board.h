/* onward-board.h - what the pipeline shows: the cards of a stage in order, and what is on a card */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-store.h"

#include "playbook/onward-settings.h"

G_BEGIN_DECLS

/* As many people are shown on a card; the others are counted. */
#define ONWARD_CARD_PEOPLE 3

/* What the number of days on a card counts. */
typedef enum
{
  ONWARD_SPAN_NONE,
  ONWARD_SPAN_ADDED,   /* since it was added */
  ONWARD_SPAN_WAITING, /* since the application */
  ONWARD_SPAN_QUIET,   /* since anything was heard, sent or held */
  ONWARD_SPAN_OFFER,   /* since the offer */
  ONWARD_SPAN_CLOSED,  /* since the outcome */
} OnwardCardSpan;

/* What comes next for a card, the most urgent first. */
typedef enum
{
  ONWARD_NEXT_NONE,
  ONWARD_NEXT_LATE,      /* a follow-up whose time has passed */
  ONWARD_NEXT_TODAY,     /* a follow-up of today */
  ONWARD_NEXT_INTERVIEW, /* a booked interview */
  ONWARD_NEXT_QUIET,     /* an answer was promised */
  ONWARD_NEXT_LATER,     /* a follow-up of another day */
} OnwardCardNext;

typedef struct
{
  gint64 id;
  char *name;
} OnwardCardPerson;

/**
 * OnwardCard:
 * @id: the opportunity
 * @stage: where it is shown: its stage, Closed when it has an outcome, the first one when it has none
 * @company: the company's name; may be NULL, like all texts here
 * @outcome: as in exchange.md; NULL = open
 * @people: the first of them, @n_people in all
 * @since: the day from which @span counts; ONWARD_NO_DAY when nobody knows
 * @rule: of the follow-up that comes next
 * @next_title: the follow-up's own title, or the kind of the interview
 * @next_who: the name of the one it is for; NULL when for nobody, or when @next_count > 1
 * @next_count: how many follow-ups of that rule are due alike
 * @next_moment: wall time: when it comes up, or the interview starts; the day alone of a promise
 * @next_due: wall time: when it is late
 */
typedef struct
{
  gint64 id;
  gint64 stage;
  gint64 company_id;
  char *company;
  char *title;
  gboolean informational;
  char *outcome;
  OnwardCardPerson people[ONWARD_CARD_PEOPLE];
  guint n_people;
  OnwardCardSpan span;
  int since;
  OnwardCardNext next;
  OnwardRuleId rule;
  char *next_title;
  char *next_who;
  guint next_count;
  gint64 next_moment;
  gint64 next_due;
} OnwardCard;

void onward_card_free (OnwardCard *card);
OnwardCard *onward_card_copy (const OnwardCard *card);
gboolean onward_card_equal (const OnwardCard *a, const OnwardCard *b);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnwardCard, onward_card_free)

GArray *onward_board_list (OnwardStore *store, gint64 stage);
guint onward_board_count (OnwardStore *store, gint64 stage);
gboolean onward_board_is_empty (OnwardStore *store);
gboolean onward_board_has (OnwardStore *store, gint64 opportunity);
OnwardCard *onward_board_get_card (OnwardStore *store, gint64 opportunity);

G_END_DECLS
