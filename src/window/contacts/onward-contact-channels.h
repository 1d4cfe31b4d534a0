/* onward-contact-channels.h - a person's addresses as they are shown, and what opens them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/onward-contact.h"

G_BEGIN_DECLS

/**
 * OnwardContactChannel:
 * @name: what it is called
 * @value: what it is, as shown
 * @uri: (nullable): what opens it
 * @member: (nullable): the list it stands in
 * @entry: (nullable): its entry there, as JSON
 */
typedef struct
{
  char *name;
  char *value;
  char *uri;
  const char *member;
  char *entry;
} OnwardContactChannel;

void onward_contact_channel_free (OnwardContactChannel *channel);

GPtrArray *onward_contact_channels_get (OnwardContact *contact);
GPtrArray *onward_contact_channels_get_positions (OnwardContact *contact);
char *onward_contact_channels_get_mail (OnwardContact *contact);

char *onward_contact_channels_get_first (const char *list);
char *onward_contact_channels_set_first (const char *list, const char *value);

G_END_DECLS
