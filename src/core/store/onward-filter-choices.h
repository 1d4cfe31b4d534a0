/* onward-filter-choices.h - what can be chosen to filter by: companies and tags that there are */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-store.h"

G_BEGIN_DECLS

/**
 * OnwardFilterChoice:
 * @value: the UUID of a company, or the tag itself
 * @label: what it is called
 */
typedef struct
{
  char *value;
  char *label;
} OnwardFilterChoice;

OnwardFilterChoice *onward_filter_choice_new (const char *value, const char *label);
void onward_filter_choice_free (OnwardFilterChoice *self);

GPtrArray *onward_filter_choices_get_companies (OnwardStore *store, GType type);
GPtrArray *onward_filter_choices_get_tags (OnwardStore *store, GType type);

G_END_DECLS
