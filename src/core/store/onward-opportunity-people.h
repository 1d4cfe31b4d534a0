/* onward-opportunity-people.h - who has a part in an opportunity */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-store.h"

G_BEGIN_DECLS

/**
 * OnwardPart:
 * @contact: the person
 * @name: (nullable): their name
 * @role: (nullable): their part; NULL when they only introduced the user
 * @n_met: interviews of this opportunity in which they were met
 * @clicked: whether the user got on with them in one of these
 * @introduced: whether they introduced the user
 */
typedef struct
{
  gint64 contact;
  char *name;
  char *role;
  guint n_met;
  gboolean clicked;
  gboolean introduced;
} OnwardPart;

void onward_part_free (OnwardPart *part);
GPtrArray *onward_opportunities_list_people (OnwardStore *store, gint64 opportunity);
GArray *onward_opportunities_list_interviews (OnwardStore *store, gint64 opportunity);
GArray *onward_opportunities_list_open_others (OnwardStore *store, gint64 opportunity);

/**
 * OnwardPartChange:
 * @opportunity: the opportunity
 * @contact: the person; 0 = the one named by @name
 * @name: (nullable): becomes a contact of the company
 * @role: (nullable): their role; NULL = interviewer
 * @remove: whether they are taken off instead
 */
typedef struct
{
  gint64 opportunity;
  gint64 contact;
  char *name;
  char *role;
  gboolean remove;
} OnwardPartChange;

void onward_part_change_free (OnwardPartChange *change);
gboolean onward_opportunities_change_people (OnwardWriter *writer, gpointer part_change, GError **error);

G_END_DECLS
