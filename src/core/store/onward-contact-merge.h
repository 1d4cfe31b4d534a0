/* onward-contact-merge.h - several records of one person become one */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/onward-contact.h"
#include "onward-store.h"

G_BEGIN_DECLS

/**
 * OnwardContactMerge:
 * @into: who stays
 * @from: (element-type gint64): who become that one
 *
 * What a merge needs.
 */
typedef struct
{
  gint64 into;
  GArray *from;
} OnwardContactMerge;

OnwardContactMerge *onward_contact_merge_new (gint64 into, GArray *contacts);
void onward_contact_merge_free (OnwardContactMerge *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnwardContactMerge, onward_contact_merge_free)

gboolean onward_contacts_merge (OnwardWriter *writer, gpointer contact_merge, GError **error);
OnwardContact *onward_contacts_preview_merge (OnwardStore *store, const OnwardContactMerge *merge);

G_END_DECLS
