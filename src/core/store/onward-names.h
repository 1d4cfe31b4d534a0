/* onward-names.h - which people a typed name may mean */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-store.h"

G_BEGIN_DECLS

/**
 * OnwardNamesake:
 * @contact: somebody of that name
 * @name: as it is stored
 * @company: (nullable): where they are
 * @headline: (nullable): what tells them from others
 * @near: whether they belong to the company in question, or were met about it
 */
typedef struct
{
  gint64 contact;
  char *name;
  char *company;
  char *headline;
  gboolean near;
} OnwardNamesake;

void onward_namesake_free (OnwardNamesake *namesake);
GPtrArray *onward_names_find (OnwardStore *store, const char *name, gint64 company);

G_END_DECLS
