/* onward-debrief-draft.h - a debrief as it is being typed */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-interviews.h"
#include "store/onward-names.h"

G_BEGIN_DECLS

/* Three of each, as ui.md asks for. */
#define ONWARD_DEBRIEF_POINTS 3

/**
 * OnwardDebriefPerson:
 * @contact: who it is; 0 = nobody known
 * @name: what they are called
 * @role: (nullable): NULL = interviewer
 * @name_verified: (nullable): where the name is from
 * @unmatched: several people may be meant, or it is not known who it was: Add or Skip
 * @attended: whether they were there
 * @clicked: whether the user got on with them
 * @rapport: how much, as stored: 0 = not said, 1 to 3 by pressing again
 * @hook: as it is typed
 * @concern: as it is typed: the concern, a semicolon, how it went
 */
typedef struct
{
  gint64 contact;
  char *name;
  char *role;
  char *name_verified;
  gboolean unmatched;
  gboolean attended;
  gboolean clicked;
  int rapport;
  char *hook;
  char *concern;
} OnwardDebriefPerson;

/**
 * OnwardDebriefDraft:
 * @people: (element-type OnwardDebriefPerson): who was met, in order
 * @promise_on: the day of the promised answer; ONWARD_NO_DAY = none
 * @promise_by: who of @people promised it; -1 = nobody named
 * @keep_in_touch: whether everybody met gets a tier
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
  char *let_go_of;
  gboolean keep_in_touch;
  gboolean written;
  guint untouched; /* what was read, to know whether anything was typed since */
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
OnwardDebriefEdit *onward_debrief_draft_build (OnwardDebriefDraft *draft, gboolean written);

G_END_DECLS
