/* onward-company-facts.h - who and what is known at a company, and when it wants to hear from the user again */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-store.h"

G_BEGIN_DECLS

/**
 * OnwardColleague:
 * @contact: somebody
 * @name: (nullable): their name
 * @line: (nullable): their headline, or the title of their place there
 * @former: whether they were there, and are not now
 */
typedef struct
{
  gint64 contact;
  char *name;
  char *line;
  gboolean former;
} OnwardColleague;

void onward_colleague_free (OnwardColleague *colleague);
GPtrArray *onward_companies_list_people (OnwardStore *store, gint64 company);

/**
 * OnwardPlace:
 * @opportunity: the row
 * @search: (nullable): the name of its search
 */
typedef struct
{
  gint64 opportunity;
  char *search;
} OnwardPlace;

void onward_place_free (OnwardPlace *place);
GPtrArray *onward_companies_list_opportunities (OnwardStore *store, gint64 company);
GArray *onward_companies_list_interviews (OnwardStore *store, gint64 company);

/**
 * OnwardCoolingOff:
 * @until: the first day on which an application is welcome, as of playbook/onward-wall.h
 * @rejected_on: the day of the no it counts from; ONWARD_NO_DAY when a day was named
 * @source: (nullable): how the user knows
 */
typedef struct
{
  int until;
  int rejected_on;
  char *source;
} OnwardCoolingOff;

void onward_cooling_off_free (OnwardCoolingOff *cooling_off);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnwardCoolingOff, onward_cooling_off_free)
OnwardCoolingOff *onward_companies_get_cooling_off (OnwardStore *store, gint64 company);

G_END_DECLS
