/* onward-companies.c - employers and agencies, by the name the user types */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-companies.h"

#include "model/onward-company.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Most names need none of Unicode's tables, and an import folds a hundred thousand of them. */
static char *
fold_ascii (const char *name)
{
  char *folded = g_malloc (strlen (name) + 1);
  char *out = folded;

  for (const char *p = name; *p != '\0'; p++)
    {
      if (!g_ascii_isspace (*p))
        *out++ = g_ascii_tolower (*p);
      else if (out > folded && out[-1] != ' ')
        *out++ = ' ';
    }
  if (out > folded && out[-1] == ' ')
    out--;
  *out = '\0';
  return folded;
}

/**
 * onward_name_fold:
 * @name: (nullable): a name as it was typed or stored
 *
 * Two names are the same when they differ in nothing but case, spaces at the ends or between words, and the way their
 * characters are composed. Accents count: Müller and Muller are two.
 *
 * Returns: (transfer full): the name to compare; the empty text for none
 */
char *
onward_name_fold (const char *name)
{
  g_autofree char *composed = NULL;
  g_autofree char *folded = NULL;
  g_auto (GStrv) words = NULL;
  GString *joined;

  if (name == NULL || g_str_is_ascii (name))
    return fold_ascii (name != NULL ? name : "");
  composed = g_utf8_normalize (name, -1, G_NORMALIZE_ALL_COMPOSE);
  folded = composed != NULL ? g_utf8_casefold (composed, -1) : g_strdup ("");
  words = g_strsplit_set (folded, " \t\n\r\v\f", -1);
  joined = g_string_new (NULL);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? " " : "", words[i]);
  return g_string_free (joined, FALSE);
}

/**
 * onward_name_fold_accents:
 * @name: (nullable): a name as it was typed or stored
 *
 * Returns: (transfer full): the name to compare when accents do not count either, as for people who are looked for
 */
char *
onward_name_fold_accents (const char *name)
{
  g_autofree char *apart = name != NULL ? g_utf8_normalize (name, -1, G_NORMALIZE_ALL) : g_strdup ("");
  g_autoptr (GString) bare = g_string_new (NULL);

  for (const char *p = apart; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_ismark (g_utf8_get_char (p)))
      g_string_append_unichar (bare, g_utf8_get_char (p));
  return onward_name_fold (bare->str);
}

/**
 * onward_companies_find:
 * @connection: any connection
 * @name: a company's name
 *
 * Returns: the company of that name, the oldest when there are several; 0 when there is none
 */
gint64
onward_companies_find (OnwardConnection *connection, const char *name)
{
  g_autofree char *wanted = onward_name_fold (name);
  g_autoptr (OnwardStatement) statement =
      onward_connection_prepare (connection, "SELECT id, name FROM companies ORDER BY id", NULL);

  while (*wanted != '\0' && statement != NULL && onward_statement_step (statement, NULL))
    {
      g_autofree char *stored = onward_name_fold (onward_statement_get_text (statement, 1));

      if (g_str_equal (stored, wanted))
        return onward_statement_get_int (statement, 0);
    }
  return 0;
}

/**
 * onward_companies_find_or_add:
 * @writer: the writer of a running command
 * @name: a company's name
 * @error: return location
 *
 * Returns: the company of that name, made when there was none; 0 with @error set, also for an empty name
 */
gint64
onward_companies_find_or_add (OnwardWriter *writer, const char *name, GError **error)
{
  gint64 found = onward_companies_find (onward_writer_get_connection (writer), name);
  g_autofree char *stripped = g_strstrip (g_strdup (name != NULL ? name : ""));
  g_autoptr (OnwardCompany) company = NULL;

  if (found != 0)
    return found;
  if (*stripped == '\0')
    {
      g_set_error_literal (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID,
                           _ ("The company has no name. Give it one."));
      return 0;
    }
  company = g_object_new (ONWARD_TYPE_COMPANY, NULL);
  onward_set_text (&company->name, stripped);
  return onward_writer_insert (writer, company, error) ? company->record.id : 0;
}
