/* onward-profile.h - the user's own details */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-store.h"

G_BEGIN_DECLS

/**
 * OnwardProfile:
 * @name: (nullable):
 * @email: (nullable): the address mail is written from
 * @phone: (nullable):
 * @url: (nullable):
 * @address: (nullable):
 * @other_emails: (nullable) (array zero-terminated=1): further addresses of the user
 * @keep_former: whether what is replaced of mail address, telephone and address is kept, with the day
 *
 * exchange.md, `profile`. What is empty is taken away.
 */
typedef struct
{
  char *name;
  char *email;
  char *phone;
  char *url;
  char *address;
  char **other_emails;
  gboolean keep_former;
} OnwardProfile;

/**
 * OnwardFormerDetails:
 * @until: (nullable): the last day they were good, YYYY-MM-DD
 * @email: (nullable):
 * @phone: (nullable):
 * @address: (nullable):
 */
typedef struct
{
  char *until;
  char *email;
  char *phone;
  char *address;
} OnwardFormerDetails;

void onward_profile_free (OnwardProfile *profile);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnwardProfile, onward_profile_free)
OnwardProfile *onward_profile_load (OnwardStore *store);
char *onward_profile_to_text (const OnwardProfile *profile);
GPtrArray *onward_profile_list_former (OnwardStore *store);
gboolean onward_profile_save (OnwardWriter *writer, gpointer profile, GError **error);

G_END_DECLS
