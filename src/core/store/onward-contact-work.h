/* onward-contact-work.h - the opportunities and interviews that somebody has a part in, and what is next with them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-store.h"

G_BEGIN_DECLS

/**
 * OnwardContactWork:
 * @opportunity: a row of opportunities
 * @title: (nullable): the role
 * @company: (nullable): its company's name
 * @role: (nullable): the person's part in it
 * @n_met: interviews of it in which they were met
 * @stage: (nullable): the name of its stage
 * @outcome: (nullable): of the exchange format; NULL = open
 */
typedef struct
{
  gint64 opportunity;
  char *title;
  char *company;
  char *role;
  guint n_met;
  char *stage;
  char *outcome;
} OnwardContactWork;

void onward_contact_work_free (OnwardContactWork *work);
GPtrArray *onward_contacts_list_work (OnwardStore *store, gint64 contact);
GArray *onward_contacts_list_coming_interviews (OnwardStore *store, gint64 contact);
GArray *onward_contacts_list_namesakes (OnwardStore *store, gint64 contact);
char *onward_contacts_get_next_moment (OnwardStore *store, gint64 contact, gboolean *late);
char *onward_contacts_describe_pressure (OnwardStore *store, gint64 contact);

G_END_DECLS
