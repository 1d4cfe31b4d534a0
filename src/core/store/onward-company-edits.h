/* onward-company-edits.h - what the user does to companies: commands for the writer */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-companies.h"

G_BEGIN_DECLS

/**
 * OnwardCompanyEdit:
 * @company: whose fact it is
 * @field: a field of exchange.md: `name`, `website`, `industry`, `notes`, `still_interested`, `cooling_off.months`,
 *   `cooling_off.until`, `cooling_off.source`, `tags`
 * @value: (nullable): what it becomes, as typed; NULL or the empty text takes it away
 */
typedef struct
{
  gint64 company;
  char *field;
  char *value;
} OnwardCompanyEdit;

OnwardCompanyEdit *onward_company_edit_new (gint64 company, const char *field, const char *value);
void onward_company_edit_free (OnwardCompanyEdit *edit);
gboolean onward_companies_edit (OnwardWriter *writer, gpointer company_edit, GError **error);

gboolean onward_companies_remove (OnwardWriter *writer, gpointer company, GError **error);

/**
 * OnwardCompanyMerge:
 * @from: the company that goes
 * @into: the company that gets all that is at the other one
 */
typedef struct
{
  gint64 from;
  gint64 into;
} OnwardCompanyMerge;

gboolean onward_companies_merge (OnwardWriter *writer, gpointer company_merge, GError **error);

G_END_DECLS
