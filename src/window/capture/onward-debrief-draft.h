/* onward-debrief-draft.h - a debrief as it is being typed */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-interviews.h"
#include "store/onward-names.h"
#include "store/onward-questions.h"

G_BEGIN_DECLS

/* Three of each, as the design asks for. */
#define ONWARD_DEBRIEF_POINTS 3

/**
 * OnwardDebriefDraft:
 * @people: (element-type OnwardPersonEdit): who was met, in order; their texts are as typed, and never NULL
 * @promise_on: the day of the promised answer; ONWARD_NO_DAY = none
 * @promise_by: who of @people promised it; -1 = nobody named
 * @by_the_book: the user did all that is asked for
 * @let_go: nothing more is asked about it
 * @let_go_of: what is not worth turning over again
 * @questions: (element-type OnwardQuestion): what was asked, and how it went
 * @keep_in_touch: whether everybody met gets a tier
 * @somebody: a name that stands in the entry and was not added yet
 */
typedef struct
{
  OnwardStore *store;
  gint64 interview;
  gint64 company;
  GPtrArray *people;
  int promise_on;
  int promise_by;
  char *well[ONWARD_DEBRIEF_POINTS];
  char *differently[ONWARD_DEBRIEF_POINTS];
  gboolean by_the_book;
  gboolean let_go;
  char *let_go_of;
  GPtrArray *questions;
  gboolean keep_in_touch;
  char *somebody;
  gboolean written;
  char *untouched; /* what was read, to know whether anything was typed since */
} OnwardDebriefDraft;

OnwardDebriefDraft *onward_debrief_draft_load (OnwardStore *store, gint64 interview);
void onward_debrief_draft_free (OnwardDebriefDraft *draft);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnwardDebriefDraft, onward_debrief_draft_free)

gboolean onward_debrief_draft_add_person (OnwardDebriefDraft *draft, const char *name);
void onward_debrief_draft_skip_person (OnwardDebriefDraft *draft, guint position);
void onward_debrief_draft_match_person (OnwardDebriefDraft *draft, guint position, gint64 contact);
void onward_debrief_draft_press_clicked (OnwardDebriefDraft *draft, guint position);

gboolean onward_debrief_draft_is_complete (OnwardDebriefDraft *draft);
gboolean onward_debrief_draft_has_changed (OnwardDebriefDraft *draft);
void onward_debrief_draft_set_rapport (OnwardDebriefDraft *draft, guint position, int rapport);
char *onward_debrief_draft_to_text (OnwardDebriefDraft *draft);
gboolean onward_debrief_draft_take_text (OnwardDebriefDraft *draft, const char *text);
OnwardPersonEdit *onward_debrief_draft_append_person (OnwardDebriefDraft *draft, gint64 contact, const char *name);
OnwardDebriefEdit *onward_debrief_draft_build (OnwardDebriefDraft *draft, gboolean written);

G_END_DECLS
