/* onward-known-people.h - who a proposed person is among the contacts there are */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-connection.h"
#include "onward-contact-keys.h"

G_BEGIN_DECLS

/**
 * OnwardKnownPerson:
 *
 * A contact as it is compared; it lives as long as the #OnwardKnownPeople.
 */
typedef struct _OnwardKnownPerson OnwardKnownPerson;
typedef struct _OnwardKnownPeople OnwardKnownPeople;

OnwardKnownPeople *onward_known_people_new (OnwardConnection *connection, GError **error);
void onward_known_people_free (OnwardKnownPeople *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnwardKnownPeople, onward_known_people_free)

OnwardKnownPerson *onward_known_people_find (OnwardKnownPeople *self, const OnwardContactKeys *keys);
OnwardKnownPerson *onward_known_people_add (OnwardKnownPeople *self, gint64 id, const OnwardContactKeys *keys);
void onward_known_people_learn (OnwardKnownPeople *self, OnwardKnownPerson *person, const OnwardContactKeys *keys);
void onward_known_people_move (OnwardKnownPeople *self, OnwardKnownPerson *person, const char *name,
                               const char *company_key);

gint64 onward_known_people_find_company (OnwardKnownPeople *self, const OnwardContactKeys *keys);
void onward_known_people_add_company (OnwardKnownPeople *self, const OnwardContactKeys *keys, gint64 id);

gint64 onward_known_person_get_id (OnwardKnownPerson *person);
gboolean onward_known_person_is_new (OnwardKnownPerson *person);
gboolean onward_known_person_can_take_url (OnwardKnownPerson *person, const OnwardContactKeys *keys);
gboolean onward_known_people_can_take_email (OnwardKnownPeople *self, const OnwardContactKeys *keys);

G_END_DECLS
