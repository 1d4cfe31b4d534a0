/* onward-file-kind.c - what a file is, by its content */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-file-kind.h"

#include "onward-exchange-error.h"
#include "onward-linkedin-header.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const kind_names[] = {
  [ONWARD_FILE_KIND_EMPTY] = "empty",
  [ONWARD_FILE_KIND_UNKNOWN] = "unknown",
  [ONWARD_FILE_KIND_ONWARD_JSON] = "onward-json",
  [ONWARD_FILE_KIND_LINKEDIN_CONNECTIONS] = "linkedin-connections",
};

static const char *
skip_space (const char *text)
{
  while (g_ascii_isspace (*text))
    text++;
  return text;
}

/* Only a look: the document may be broken, and its reader then says where. */
static gboolean
names_onward_as_format (const char *text, const char *end)
{
  static const char member[] = "\"format\"";
  static const char value[] = "\"onward\"";

  for (const char *at = text; (at = g_strstr_len (at, end - at, member)) != NULL;)
    {
      at = skip_space (at + strlen (member));
      if (*at == ':' && g_str_has_prefix (skip_space (at + 1), value))
        return TRUE;
    }
  return FALSE;
}

/**
 * onward_file_kind_find:
 * @text: UTF-8 text with a zero at its end and nowhere else, as onward_text_input_read() gives it
 * @length: its bytes
 *
 * Returns: what the file is
 */
OnwardFileKind
onward_file_kind_find (const char *text, gsize length)
{
  const char *start;

  g_return_val_if_fail (text != NULL && text[length] == '\0', ONWARD_FILE_KIND_UNKNOWN);

  start = skip_space (text);
  if (*start == '\0')
    return ONWARD_FILE_KIND_EMPTY;
  if (*start == '{')
    return names_onward_as_format (start, text + length) ? ONWARD_FILE_KIND_ONWARD_JSON : ONWARD_FILE_KIND_UNKNOWN;
  if (onward_linkedin_header_find (text, length, NULL))
    return ONWARD_FILE_KIND_LINKEDIN_CONNECTIONS;
  return ONWARD_FILE_KIND_UNKNOWN;
}

/**
 * onward_file_kind_to_string:
 * @kind: a kind
 *
 * Returns: the word for it that onward-cli prints and takes
 */
const char *
onward_file_kind_to_string (OnwardFileKind kind)
{
  g_return_val_if_fail ((guint)kind < G_N_ELEMENTS (kind_names), "unknown");

  return kind_names[kind];
}

/**
 * onward_file_kind_from_string:
 * @name: a word, as after `--as`
 *
 * Returns: the kind of that name, %ONWARD_FILE_KIND_UNKNOWN for one that cannot be read
 */
OnwardFileKind
onward_file_kind_from_string (const char *name)
{
  g_return_val_if_fail (name != NULL, ONWARD_FILE_KIND_UNKNOWN);

  for (guint kind = ONWARD_FILE_KIND_ONWARD_JSON; kind < G_N_ELEMENTS (kind_names); kind++)
    if (g_str_equal (kind_names[kind], name))
      return kind;
  return ONWARD_FILE_KIND_UNKNOWN;
}

/**
 * onward_file_kind_check:
 * @kind: what a file is
 * @error: return location of an %ONWARD_EXCHANGE_ERROR
 *
 * Says in one sentence why a file that is empty or of no known kind is not imported.
 *
 * Returns: %TRUE if the kind can be imported
 */
gboolean
onward_file_kind_check (OnwardFileKind kind, GError **error)
{
  if (kind == ONWARD_FILE_KIND_EMPTY)
    g_set_error_literal (error, ONWARD_EXCHANGE_ERROR, ONWARD_EXCHANGE_ERROR_EMPTY, _ ("The file is empty."));
  else if (kind == ONWARD_FILE_KIND_UNKNOWN)
    g_set_error_literal (
        error, ONWARD_EXCHANGE_ERROR, ONWARD_EXCHANGE_ERROR_UNKNOWN,
        _ ("This is no file that Onward knows. It imports Onward JSON and LinkedIn's Connections.csv; of an "
           "archive from LinkedIn take that file."));
  return kind > ONWARD_FILE_KIND_UNKNOWN;
}
