/* onward-contact-changes.h - one entry of a person's lists changed, and many people changed at once */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-contacts.h"

G_BEGIN_DECLS

/**
 * OnwardContactItem:
 * @contact: a row of contacts
 * @member: a list of the exchange format, such as `emails`, `positions` or `hooks`
 * @was: (nullable): the entry that is changed, as JSON; NULL = a new one, at the end
 * @becomes: (nullable): what it becomes, as JSON; NULL takes it out
 *
 * What a command about one entry of a list needs.
 */
typedef struct
{
  gint64 contact;
  char *member;
  char *was;
  char *becomes;
} OnwardContactItem;

OnwardContactItem *onward_contact_item_new (gint64 contact, const char *member, const char *was, const char *becomes);
void onward_contact_item_free (OnwardContactItem *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnwardContactItem, onward_contact_item_free)
gboolean onward_contacts_set_item (OnwardWriter *writer, gpointer item, GError **error);

/**
 * OnwardContactsChange:
 * @contacts: (element-type gint64): rows of contacts
 * @member: as in #OnwardContactEdit; of `tags` the value is one tag, and is added
 * @value: (nullable): what it becomes
 *
 * What a command about many people needs.
 */
typedef struct
{
  GArray *contacts;
  char *member;
  char *value;
} OnwardContactsChange;

OnwardContactsChange *onward_contacts_change_new (GArray *contacts, const char *member, const char *value);
void onward_contacts_change_free (OnwardContactsChange *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnwardContactsChange, onward_contacts_change_free)
gboolean onward_contacts_change_all (OnwardWriter *writer, gpointer contacts_change, GError **error);

gboolean onward_contacts_add_email (OnwardWriter *writer, gint64 contact, const char *email, GError **error);

G_END_DECLS
