/* onward-contact-order.h - all people in their order, and which of them a search and its filters leave */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-store.h"
#include "onward-tokenizer.h"

G_BEGIN_DECLS

/**
 * OnwardContactFilter:
 * @text: (nullable): what the user typed, for onward_search_query_build()
 * @tier: (nullable): `none` also for people without one; NULL = every tier
 * @role: (nullable): a role of the person, or one they had in an interview or opportunity; NULL = every role
 * @company: a row of companies; 0 = every company
 * @tag: (nullable): one of the person's tags, in any case and accent; NULL = any
 * @quiet_since: seconds since 1970 UTC: only people without a touch or an interview since then; 0 = off
 */
typedef struct
{
  const char *text;
  const char *tier;
  const char *role;
  gint64 company;
  const char *tag;
  gint64 quiet_since;
} OnwardContactFilter;

#define ONWARD_TYPE_CONTACT_ORDER (onward_contact_order_get_type ())
G_DECLARE_FINAL_TYPE (OnwardContactOrder, onward_contact_order, ONWARD, CONTACT_ORDER, GObject)

OnwardContactOrder *onward_contact_order_new (OnwardStore *store);

GArray *onward_contact_order_get_ids (OnwardContactOrder *self);
gboolean onward_contact_order_has (OnwardContactOrder *self, gint64 contact);
GArray *onward_contact_order_query (OnwardContactOrder *self, const OnwardContactFilter *filter);
OnwardTokenizer *onward_contact_order_get_tokenizer (OnwardContactOrder *self);

G_END_DECLS
