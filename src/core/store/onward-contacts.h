/* onward-contacts.h - commands and questions about people */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/onward-contact.h"
#include "onward-store.h"

G_BEGIN_DECLS

/**
 * OnwardContactEdit:
 * @contact: a row of contacts; 0 in a draft
 * @member: a member of the exchange format, such as `headline`; `company` takes a name
 * @value: (nullable): what it becomes, as text; NULL empties it; `true` and `false` for booleans
 *
 * What a command about one person needs.
 */
typedef struct
{
  gint64 contact;
  char *member;
  char *value;
} OnwardContactEdit;

OnwardContactEdit *onward_contact_edit_new (gint64 contact, const char *member, const char *value);
void onward_contact_edit_free (OnwardContactEdit *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnwardContactEdit, onward_contact_edit_free)

/**
 * OnwardContactDraft:
 * @members: (element-type OnwardContactEdit): what is known of them, a name at least
 * @id: (out): the row they got
 *
 * A person to be added.
 */
typedef struct
{
  GPtrArray *members;
  gint64 id;
} OnwardContactDraft;

void onward_contact_draft_free (OnwardContactDraft *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnwardContactDraft, onward_contact_draft_free)

gboolean onward_contacts_add (OnwardWriter *writer, gpointer draft, GError **error);
gboolean onward_contacts_set_member (OnwardWriter *writer, gpointer edit, GError **error);
gboolean onward_contacts_set_members (OnwardWriter *writer, gpointer edits, GError **error);
gboolean onward_contacts_add_hook (OnwardWriter *writer, gpointer edit, GError **error);
gboolean onward_contacts_remove_hook (OnwardWriter *writer, gpointer edit, GError **error);
gboolean onward_contacts_add_note (OnwardWriter *writer, gpointer edit, GError **error);

gboolean onward_contacts_has_clicked (OnwardStore *store, gint64 contact);
gint64 onward_contacts_get_last_touch (OnwardStore *store, gint64 contact);

G_END_DECLS
