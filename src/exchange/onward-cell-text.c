/* onward-cell-text.c - what a cell of a foreign table says, made fit to keep */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-cell-text.h"

#include <string.h>

/* RFC 5321, 4.5.3.1.3, and the length that browsers still open. */
#define EMAIL_MAX 254
#define URL_MAX   2048

/* The part of the cell between the white space around it. */
static const char *
find_middle (const char *cell, gsize *length)
{
  while (g_ascii_isspace (*cell))
    cell++;
  *length = strlen (cell);
  while (*length > 0 && g_ascii_isspace (cell[*length - 1]))
    (*length)--;
  return cell;
}

/* GLib leaves out the vertical tab, with which Outlook writes line breaks, and the "next line" of mainframes. */
static gboolean
is_space (gunichar c)
{
  return g_unichar_isspace (c) || c == '\v' || c == 0x85;
}

/* Most text is ASCII, and asks nothing of the tables of Unicode. */
static gsize
count_plain (const char *text)
{
  gsize n = 0;

  while (text[n] > ' ' && text[n] < 0x7F)
    n++;
  return n;
}

static gboolean
is_one_word (const char *text, gsize length)
{
  for (const char *at = text; at < text + length; at = g_utf8_next_char (at))
    {
      gboolean plain = *at > ' ' && *at < 0x7F;

      if (plain ? strchr ("<>\"", *at) != NULL : !g_unichar_isgraph (g_utf8_get_char (at)))
        return FALSE;
    }
  return length > 0;
}

static gboolean
is_linkedin_host (const char *text, gsize length)
{
  static const char host[] = "linkedin.com";
  const char *slash = memchr (text, '/', length);
  gsize n = slash == NULL ? 0 : (gsize)(slash - text);

  return n >= strlen (host) && g_ascii_strncasecmp (slash - strlen (host), host, strlen (host)) == 0
         && (n == strlen (host) || slash[-(gssize)strlen (host) - 1] == '.');
}

static gboolean
has_prefix_ignoring_case (const char *text, gsize length, const char *prefix)
{
  return length > strlen (prefix) && g_ascii_strncasecmp (text, prefix, strlen (prefix)) == 0;
}

/**
 * onward_cell_text_clean:
 * @cell: UTF-8 text as it stands in the file
 * @line: replaced by the same on one line
 *
 * White space of every kind, line breaks too, becomes one space between words and none at the ends;
 * control characters, which have no form, go. Everything else stays as it is, what looks like a formula
 * or markup and what turns the direction of writing included: it is text, and is shown as text.
 *
 * Returns: %FALSE if the cell was cut, with an ellipsis, after %ONWARD_CELL_TEXT_MAX characters
 */
gboolean
onward_cell_text_clean (const char *cell, GString *line)
{
  gboolean space_waits = FALSE;
  gsize n_chars = 0;
  gsize n_bytes;

  g_return_val_if_fail (cell != NULL && line != NULL, FALSE);

  g_string_truncate (line, 0);
  for (const char *at = cell; *at != '\0'; at += n_bytes)
    {
      gunichar c = g_utf8_get_char (at);
      gsize n_plain = count_plain (at);

      n_bytes = MAX (n_plain, (gsize)(g_utf8_next_char (at) - at));
      if (n_plain == 0 && (is_space (c) || g_unichar_iscntrl (c)))
        {
          space_waits |= is_space (c) && line->len > 0;
          continue;
        }
      gsize room = ONWARD_CELL_TEXT_MAX - MIN (ONWARD_CELL_TEXT_MAX, n_chars + space_waits);
      if (space_waits && room > 0)
        g_string_append_c (line, ' ');
      if (room < MAX (n_plain, 1))
        {
          g_string_append_len (line, at, MIN (n_plain, room));
          g_string_append (line, "…");
          return FALSE;
        }
      g_string_append_len (line, at, n_bytes);
      n_chars += MAX (n_plain, 1) + space_waits;
      space_waits = FALSE;
    }
  return TRUE;
}

/**
 * onward_cell_text_is_visible:
 * @text: UTF-8 text
 *
 * Returns: %TRUE if a reader would see any of it: not for "", spaces, or marks of width nothing
 */
gboolean
onward_cell_text_is_visible (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isgraph (g_utf8_get_char (at)))
      return TRUE;
  return FALSE;
}

/**
 * onward_cell_text_read_email:
 * @cell: UTF-8 text as it stands in the file
 * @email: replaced by the address, or by "" if there is none
 *
 * Takes what could be a mail address: one word with one @ inside. Not more, because servers differ in
 * what they allow; not less, because "n/a" in two rows must not make one person of two, and a line break
 * must not reach a mail header.
 *
 * Returns: %FALSE if the cell holds something that is no address
 */
gboolean
onward_cell_text_read_email (const char *cell, GString *email)
{
  gsize length;
  const char *text;
  const char *at;

  g_return_val_if_fail (cell != NULL && email != NULL, FALSE);

  g_string_truncate (email, 0);
  text = find_middle (cell, &length);
  if (length == 0)
    return TRUE;

  at = memchr (text, '@', length);
  if (at == NULL || at == text || at == text + length - 1 || memchr (at + 1, '@', text + length - at - 1) != NULL)
    return FALSE;
  if (length > EMAIL_MAX || !is_one_word (text, length))
    return FALSE;
  g_string_append_len (email, text, length);
  return TRUE;
}

/**
 * onward_cell_text_read_url:
 * @cell: UTF-8 text as it stands in the file
 * @url: replaced by the address with its scheme, or by "" if there is none
 *
 * Takes addresses of web pages only, so that a click can never run a script or open a file. An address
 * of LinkedIn may leave its scheme out, as people write it.
 *
 * Returns: %FALSE if the cell holds something that is no such address
 */
gboolean
onward_cell_text_read_url (const char *cell, GString *url)
{
  gsize length;
  const char *text;

  g_return_val_if_fail (cell != NULL && url != NULL, FALSE);

  g_string_truncate (url, 0);
  text = find_middle (cell, &length);
  if (length == 0)
    return TRUE;

  if (length > URL_MAX || !is_one_word (text, length))
    return FALSE;
  if (is_linkedin_host (text, length))
    g_string_append (url, "https://");
  else if (!has_prefix_ignoring_case (text, length, "https://") && !has_prefix_ignoring_case (text, length, "http://"))
    return FALSE;
  g_string_append_len (url, text, length);
  return TRUE;
}
