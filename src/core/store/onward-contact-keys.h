/* onward-contact-keys.h - what a person is known by */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OnwardContactKeys:
 * @url: (nullable): the profile, as onward_url_fold() gives it
 * @email: (nullable): the mail address, as onward_email_fold() gives it
 * @person: name and company together, as onward_name_fold() gives them
 * @company: the company alone; empty for none
 *
 * What a person is known by.
 */
typedef struct
{
  char *url;
  char *email;
  char *person;
  char *company;
} OnwardContactKeys;

void onward_contact_keys_init (OnwardContactKeys *keys, const char *name, const char *company, const char *url,
                               const char *email);
void onward_contact_keys_clear (OnwardContactKeys *keys);
char *onward_contact_keys_join (const char *name, const char *company);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OnwardContactKeys, onward_contact_keys_clear)

G_END_DECLS
