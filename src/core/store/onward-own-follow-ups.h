/* onward-own-follow-ups.h - follow-ups that the user made, and no rule asks for */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-store.h"

G_BEGIN_DECLS

/**
 * OnwardOwnFollowUp:
 * @id: the follow-up; 0 = a new one, whose row is written here
 * @title: what is to be done
 * @contact: whom it is for; 0 = the one named by @name, or nobody
 * @name: (nullable): becomes a contact
 * @opportunity: what it is about; 0 = nothing
 * @day: when it comes up, as of playbook/onward-wall.h
 * @minutes: at what time of that day
 * @note: (nullable): why
 *
 * A follow-up of the user's own, as it is to be.
 */
typedef struct
{
  gint64 id;
  char *title;
  gint64 contact;
  char *name;
  gint64 opportunity;
  int day;
  int minutes;
  char *note;
} OnwardOwnFollowUp;

#define ONWARD_OWN_FOLLOW_UP_AT (9 * 60)

/**
 * OnwardSubject:
 * @opportunity: what a follow-up can be about
 * @company: (nullable): its name
 * @title: (nullable): the role
 */
typedef struct
{
  gint64 opportunity;
  char *company;
  char *title;
} OnwardSubject;

void onward_own_follow_up_free (OnwardOwnFollowUp *own);
gboolean onward_own_follow_ups_save (OnwardWriter *writer, gpointer own_follow_up, GError **error);
gboolean onward_own_follow_ups_remove (OnwardWriter *writer, gpointer follow_up, GError **error);
gboolean onward_own_follow_ups_add (OnwardWriter *writer, const char *title, gint64 opportunity, gint64 contact,
                                    int day, GError **error);

GPtrArray *onward_own_follow_ups_list_subjects (OnwardStore *store, gint64 chosen);

G_END_DECLS
