/* onward-introductions.h - who introduced whom */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/onward-introduction.h"
#include "onward-store.h"

G_BEGIN_DECLS

/**
 * OnwardIntroductionEdit:
 * @id: the introduction; 0 = a new one
 * @introducer: who introduces; 0 = the one named by @introducer_name
 * @introducer_name: (nullable): becomes a contact
 * @person: who is introduced; 0 = the one named by @person_name, or nobody
 * @person_name: (nullable): becomes a contact of the company
 * @email: (nullable): where that person can be reached; added to what is known
 * @company: (nullable): its name; matched to a known one or made
 * @permission: (nullable): `not-asked`, `asked`, `granted` or `refused`; NULL = not-asked
 * @permission_on: (nullable): YYYY-MM-DD; NULL = today
 * @notes: (nullable):
 * @leads_to: whether a new opportunity there comes with it
 * @title: (nullable): the role of the new opportunity; NULL = a conversation without a role
 * @opportunity: (inout): the opportunity it led to, or with @leads_to the new one; 0 = none
 */
typedef struct
{
  gint64 id;
  gint64 introducer;
  char *introducer_name;
  gint64 person;
  char *person_name;
  char *email;
  char *company;
  char *permission;
  char *permission_on;
  char *notes;
  gboolean leads_to;
  char *title;
  gint64 opportunity;
} OnwardIntroductionEdit;

void onward_introduction_edit_free (OnwardIntroductionEdit *edit);
gboolean onward_introductions_save (OnwardWriter *writer, gpointer introduction_edit, GError **error);
gboolean onward_introductions_remove (OnwardWriter *writer, gpointer introduction, GError **error);

gint64 onward_introductions_find_by_key (OnwardStore *store, const char *key);
GPtrArray *onward_introductions_of_contact (OnwardStore *store, gint64 contact);
GPtrArray *onward_introductions_list_to_company (OnwardStore *store, gint64 company);
GPtrArray *onward_introductions_list_places (OnwardStore *store, gint64 company);

G_END_DECLS
