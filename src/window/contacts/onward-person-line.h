/* onward-person-line.h - somebody written in one line: name, role, company, mail */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OnwardPersonLine:
 * @name: the name, or ""
 * @headline: what they do, or ""
 * @company: where, or ""
 * @email: or ""
 * @phone: or ""
 * @url: or ""
 * @how_met: what else was written, or ""
 *
 * What a line says about a person.
 */
typedef struct
{
  char *name;
  char *headline;
  char *company;
  char *email;
  char *phone;
  char *url;
  char *how_met;
} OnwardPersonLine;

OnwardPersonLine *onward_person_line_parse (const char *text);
char *onward_person_line_split_mail (char *text);
void onward_person_line_free (OnwardPersonLine *line);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnwardPersonLine, onward_person_line_free)

G_END_DECLS
