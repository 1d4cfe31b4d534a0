/* onward-composition.h - a message while it is written: what is filled, typed and dismissed, and kept */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "messages/onward-drafts.h"

G_BEGIN_DECLS

/**
 * OnwardComposition:
 * @store: the store
 * @about: what is owed; made up where nothing is
 * @template: the draft it began from
 * @draft: the words as they stand
 * @edited: words outside of slots were changed, so that they are no longer made anew from the template
 * @filled: (element-type utf8 utf8): slot → what was typed into it, also of slots that stand elsewhere only
 * @dismissed: (element-type utf8): slots that were dismissed
 * @facts: (element-type utf8 utf8): slot → words, as they are now
 *
 * The state of the composer, without a widget. Main thread. Members are read from outside, and changed by the functions
 * only.
 */
typedef struct
{
  OnwardStore *store;
  OnwardFollowUp *about;
  char *template;
  OnwardDraft *draft;
  gboolean edited;
  GHashTable *filled;
  GHashTable *dismissed;
  GHashTable *facts;
} OnwardComposition;

OnwardComposition *onward_composition_new (OnwardStore *store, OnwardFollowUp *about, GError **error);
OnwardComposition *onward_composition_new_note (OnwardStore *store, gint64 contact, GError **error);
void onward_composition_free (OnwardComposition *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnwardComposition, onward_composition_free)

gboolean onward_composition_set_channel (OnwardComposition *self, const char *channel, GError **error);
gboolean onward_composition_set_template (OnwardComposition *self, const char *template, GError **error);
void onward_composition_set_words (OnwardComposition *self, GPtrArray *subject, GPtrArray *body);
gboolean onward_composition_refresh (OnwardComposition *self);
gboolean onward_composition_start_again (OnwardComposition *self, GError **error);
guint onward_composition_count_open (OnwardComposition *self);

char *onward_composition_to_text (OnwardComposition *self);
GPtrArray *onward_composition_read_body (const char *text);

G_END_DECLS
