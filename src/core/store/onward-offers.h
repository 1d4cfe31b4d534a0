/* onward-offers.h - what was offered, until when it is to be answered, and what is asked about it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-store.h"

G_BEGIN_DECLS

/**
 * OnwardOffer:
 * @opportunity: what was offered
 * @received_on: (nullable): YYYY-MM-DD; NULL takes the offer back
 * @answer_by: (nullable): YYYY-MM-DD, or with a wall-clock time YYYY-MM-DDTHH:MM
 * @amount: (nullable): in words
 * @notes: (nullable): the notes of the opportunity
 * @ask_on: when the user wants to talk about it; ONWARD_NO_DAY = not
 * @ask: whom; 0 = nobody named
 * @ask_title: (nullable): what that follow-up says
 */
typedef struct
{
  gint64 opportunity;
  char *received_on;
  char *answer_by;
  char *amount;
  char *notes;
  int ask_on;
  gint64 ask;
  char *ask_title;
} OnwardOffer;

OnwardOffer *onward_offer_new (gint64 opportunity);
void onward_offer_free (OnwardOffer *offer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnwardOffer, onward_offer_free)

OnwardOffer *onward_offers_get (OnwardStore *store, gint64 opportunity);
gboolean onward_offers_save (OnwardWriter *writer, gpointer offer, GError **error);

G_END_DECLS
