/* onward-company-edits.c - what the user does to companies: commands for the writer */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-company-edits.h"

#include "model/onward-company.h"
#include "onward-references.h"
#include "onward-typed.h"

#include <glib/gi18n-lib.h>

/**
 * onward_company_edit_new:
 * @company: whose fact it is
 * @field: as in OnwardCompanyEdit
 * @value: (nullable): what it becomes
 *
 * Returns: (transfer full): the edit, for onward_companies_edit()
 */
OnwardCompanyEdit *
onward_company_edit_new (gint64 company, const char *field, const char *value)
{
  OnwardCompanyEdit *edit = g_new0 (OnwardCompanyEdit, 1);

  edit->company = company;
  edit->field = g_strdup (field);
  edit->value = g_strdup (value);
  return edit;
}

void
onward_company_edit_free (OnwardCompanyEdit *edit)
{
  g_free (edit->field);
  g_free (edit->value);
  g_free (edit);
}

/* Two companies of one name could not be told apart where a name is typed. */
static gboolean
check_name (OnwardWriter *writer, OnwardCompany *company, GError **error)
{
  gint64 namesake = onward_companies_find (onward_writer_get_connection (writer), company->name);

  if (company->name == NULL)
    g_set_error_literal (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID,
                         _ ("The company has no name. Give it one."));
  else if (namesake != 0 && namesake != company->record.id)
    g_set_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID,
                 _ ("There is a company called “%s” already. Merge the two, or choose another name."), company->name);
  else
    return TRUE;
  return FALSE;
}

/**
 * onward_companies_edit:
 * @writer: the writer
 * @company_edit: an OnwardCompanyEdit
 * @error: return location
 *
 * A command. Of the time they want between applications a day counts before a number of months (exchange.md), so that
 * the one that is written down takes the other's place.
 *
 * Returns: whether the fact is stored; a name that is none or another company's, and a date that is none, are refused
 */
gboolean
onward_companies_edit (OnwardWriter *writer, gpointer company_edit, GError **error)
{
  OnwardCompanyEdit *edit = company_edit;
  g_autoptr (OnwardCompany) company = onward_writer_load (writer, ONWARD_TYPE_COMPANY, edit->company, error);

  if (company == NULL || !onward_typed_set (company, edit->field, edit->value, error))
    return FALSE;
  if (g_str_equal (edit->field, "name") && !check_name (writer, company, error))
    return FALSE;
  if (g_str_equal (edit->field, "cooling_off.months") && company->cooling_off_months != ONWARD_NO_NUMBER)
    onward_set_text (&company->cooling_off_until, NULL);
  if (g_str_equal (edit->field, "cooling_off.until") && company->cooling_off_until != NULL)
    company->cooling_off_months = ONWARD_NO_NUMBER;
  return onward_writer_update (writer, company, error);
}

/**
 * onward_companies_remove:
 * @writer: the writer
 * @company: (type gint64): points to the row
 * @error: return location
 *
 * A command: takes a company away that nothing names any more.
 *
 * Returns: whether it is gone
 */
gboolean
onward_companies_remove (OnwardWriter *writer, gpointer company, GError **error)
{
  gint64 id = *(gint64 *)company;

  if (onward_references_count (onward_writer_get_connection (writer), ONWARD_TYPE_COMPANY, id) > 0)
    {
      g_set_error_literal (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID,
                           _ ("People or opportunities belong to this company. Merge it with another one instead."));
      return FALSE;
    }
  return onward_writer_delete (writer, ONWARD_TYPE_COMPANY, id, error);
}

/* What is known of the one and not of the other is kept. */
static void
fill_up (OnwardCompany *into, OnwardCompany *from)
{
  const OnwardTable *table = onward_record_get_table (into);

  for (guint i = 0; i < table->n_fields; i++)
    {
      const OnwardField *field = &table->fields[i];

      if (onward_field_is_text (field) && *ONWARD_FIELD_PTR (into, field) == NULL)
        onward_set_text (ONWARD_FIELD_PTR (into, field), *ONWARD_FIELD_PTR (from, field));
    }
  if (into->cooling_off_months == ONWARD_NO_NUMBER && into->cooling_off_until == NULL)
    into->cooling_off_months = from->cooling_off_months;
}

/**
 * onward_companies_merge:
 * @writer: the writer
 * @company_merge: an OnwardCompanyMerge
 * @error: return location
 *
 * A command: people, opportunities, interviews, introductions and follow-ups of the one become the other's; facts that
 * only the one has are kept.
 *
 * Returns: whether there is one company now
 */
gboolean
onward_companies_merge (OnwardWriter *writer, gpointer company_merge, GError **error)
{
  OnwardCompanyMerge *merge = company_merge;
  g_autoptr (OnwardCompany) from = onward_writer_load (writer, ONWARD_TYPE_COMPANY, merge->from, error);
  g_autoptr (OnwardCompany) into =
      from != NULL ? onward_writer_load (writer, ONWARD_TYPE_COMPANY, merge->into, error) : NULL;

  if (into == NULL || merge->from == merge->into)
    return into != NULL;
  fill_up (into, from);
  return onward_references_replace (writer, ONWARD_TYPE_COMPANY, merge->from, merge->into, error)
         && onward_writer_update (writer, into, error)
         && onward_writer_delete (writer, ONWARD_TYPE_COMPANY, merge->from, error);
}
