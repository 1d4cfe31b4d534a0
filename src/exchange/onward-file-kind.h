/* onward-file-kind.h - what a file is, by its content */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OnwardFileKind:
 * @ONWARD_FILE_KIND_EMPTY: nothing but white space
 * @ONWARD_FILE_KIND_UNKNOWN: no kind that is read
 * @ONWARD_FILE_KIND_ONWARD_JSON: Onward's own document
 * @ONWARD_FILE_KIND_LINKEDIN_CONNECTIONS: LinkedIn's Connections.csv
 *
 * A file's name says nothing about it: browsers and mail programs rename files.
 */
typedef enum
{
  ONWARD_FILE_KIND_EMPTY,
  ONWARD_FILE_KIND_UNKNOWN,
  ONWARD_FILE_KIND_ONWARD_JSON,
  ONWARD_FILE_KIND_LINKEDIN_CONNECTIONS,
} OnwardFileKind;

OnwardFileKind onward_file_kind_find (const char *text, gsize length);
const char *onward_file_kind_to_string (OnwardFileKind kind);
OnwardFileKind onward_file_kind_from_string (const char *name);
gboolean onward_file_kind_check (OnwardFileKind kind, GError **error);

G_END_DECLS
