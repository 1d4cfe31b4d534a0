/* onward-person-line.c - somebody written in one line: name, role, company, mail */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-person-line.h"

#include <string.h>

#define LEAST_DIGITS 6

static gboolean
is_mail (const char *part)
{
  const char *at = strchr (part, '@');

  return at != NULL && at > part && at[1] != '\0' && strchr (part, ' ') == NULL && strchr (at + 1, '@') == NULL;
}

static gboolean
is_phone (const char *part)
{
  guint digits = 0;

  for (const char *p = part; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      digits++;
    else if (strchr ("+-()./ ", *p) == NULL)
      return FALSE;
  return digits >= LEAST_DIGITS;
}

static gboolean
is_web (const char *part)
{
  const char *slash = strchr (part, '/');

  if (strchr (part, ' ') != NULL)
    return FALSE;
  return strstr (part, "://") != NULL || g_str_has_prefix (part, "www.")
         || (slash != NULL && memchr (part, '.', (gsize)(slash - part)) != NULL);
}

/* Returns whether the place was free. */
static gboolean
take (char **place, const char *part)
{
  if (*place != NULL)
    return FALSE;
  *place = g_strdup (part);
  return TRUE;
}

static void
add_rest (OnwardPersonLine *self, const char *part)
{
  g_autofree char *before = self->how_met;

  self->how_met = before != NULL ? g_strconcat (before, ", ", part, NULL) : g_strdup (part);
}

/* A name and an address as mail programs write them are two parts. */
static void
read_part (OnwardPersonLine *self, char *part)
{
  g_autofree char *mail = NULL;

  if (strchr (part, '<') != NULL)
    mail = onward_person_line_split_mail (part);
  if (*part == '\0' || (mail != NULL && !take (&self->email, mail)))
    return;
  if ((is_mail (part) && take (&self->email, part)) || (is_phone (part) && take (&self->phone, part))
      || (is_web (part) && take (&self->url, part)))
    return;
  if (!take (&self->name, part) && !take (&self->headline, part) && !take (&self->company, part))
    add_rest (self, part);
}

/* Those around the whole name; a nickname keeps its own. */
static void
take_quotes (char *name)
{
  gsize length = strlen (name);

  if (length < 2 || name[0] != '"' || name[length - 1] != '"')
    return;
  name[0] = name[length - 1] = ' ';
  g_strstrip (name);
}

/**
 * onward_person_line_split_mail:
 * @text: (inout): a name as mail programs write it: `Ana Ruiz <ana@sable.example>`; becomes the name alone
 *
 * A name in quotes loses them, and an address alone is a name as well, so that nobody is left without one. What only
 * looks like an address stays part of the name.
 *
 * Returns: (transfer full) (nullable): the address; NULL = there is none
 */
char *
onward_person_line_split_mail (char *text)
{
  char *open = strrchr (text, '<');
  char *close = open != NULL ? strchr (open, '>') : NULL;
  g_autofree char *mail = NULL;

  if (close != NULL)
    mail = g_strstrip (g_strndup (open + 1, (gsize)(close - open - 1)));
  else
    mail = g_strstrip (g_strdup (text));
  if (open != NULL && is_mail (mail))
    *open = '\0';
  take_quotes (g_strstrip (g_strdelimit (text, "\t", ' ')));
  if (!is_mail (mail))
    return NULL;
  if (*text == '\0')
    strcpy (text, mail);
  return g_steal_pointer (&mail);
}

/**
 * onward_person_line_parse:
 * @text: what was typed, its parts between commas
 *
 * Addresses are known by how they look, wherever they stand; of the others the first is the name, the second what the
 * person does, the third the company, and the rest how they were met.
 *
 * Returns: (transfer full): what the line says
 */
OnwardPersonLine *
onward_person_line_parse (const char *text)
{
  OnwardPersonLine *self = g_new0 (OnwardPersonLine, 1);
  g_auto (GStrv) parts = g_strsplit_set (text, ",;\t\n", -1);
  char **places[] = { &self->name,  &self->headline, &self->company, &self->email,
                      &self->phone, &self->url,      &self->how_met };

  for (guint i = 0; parts[i] != NULL; i++)
    read_part (self, g_strstrip (parts[i]));
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (*places[i] == NULL)
      *places[i] = g_strdup ("");
  return self;
}

/**
 * onward_person_line_free:
 * @line: (transfer full): a line
 */
void
onward_person_line_free (OnwardPersonLine *line)
{
  g_free (line->name);
  g_free (line->headline);
  g_free (line->company);
  g_free (line->email);
  g_free (line->phone);
  g_free (line->url);
  g_free (line->how_met);
  g_free (line);
}
