/* onward-images.h - what the rows were before a command wrote them, and what they are after it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-rows.h"

G_BEGIN_DECLS

/**
 * OnwardImage:
 * @type: the class of the row
 * @id: the row
 * @before: (nullable): its values before the command; NULL when it did not exist
 * @after: (nullable): its values after it, set when the command is over; NULL when it no longer exists
 * @part: (nullable): of a single member of the document, which is no row of a class: `profile`, `settings` or `document`
 * @member: (nullable): its name
 * @value_before: (nullable): its JSON before the command; NULL when it did not exist
 * @value_after: (nullable): its JSON after it
 */
typedef struct
{
  GType type;
  gint64 id;
  OnwardRecord *before;
  OnwardRecord *after;
  char *part;
  char *member;
  char *value_before;
  char *value_after;
} OnwardImage;

typedef struct _OnwardImages OnwardImages;

OnwardImages *onward_images_new (OnwardConnection *connection);
void onward_images_free (OnwardImages *self);
void onward_images_clear (OnwardImages *self);
gboolean onward_images_add_row (OnwardImages *self, GType type, gint64 id, gboolean exists, GError **error);
void onward_images_add_member (OnwardImages *self, const char *part, const char *member);
GPtrArray *onward_images_list_rows (OnwardImages *self);
GPtrArray *onward_images_complete (OnwardImages *self);

G_END_DECLS
