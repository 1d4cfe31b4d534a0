/* onward-images.h - what the rows were before a command wrote them, and what they are after it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-packed-record.h"
#include "onward-rows.h"

G_BEGIN_DECLS

/**
 * OnwardImageKind:
 * @ONWARD_IMAGE_ROW: a row of a record class
 * @ONWARD_IMAGE_LIST: how many children a record has; their rows have images of their own
 * @ONWARD_IMAGE_SIDE: a row of a table that is no record class (onward-side-rows.h)
 */
typedef enum
{
  ONWARD_IMAGE_ROW,
  ONWARD_IMAGE_LIST,
  ONWARD_IMAGE_SIDE,
} OnwardImageKind;

/**
 * OnwardImage:
 * @kind: of what it is an image
 * @planned: whether only the playbook wrote it
 * @type: the class of the row, or of the list's children
 * @id: the row, or the list's parent
 * @parent: of a child, the record whose list it is in
 * @before: (nullable): the values before the command, for as long as it runs; NULL when there was no row
 * @packed: (nullable): the same when the command is over
 * @after: what the command left; all 0 when it left no row
 * @length: of a list: how many children it has after the command
 * @table: of a side row, its table; interned
 * @value_before: (nullable): the values of a side row before the command
 * @value_after: (nullable): and after it
 */
typedef struct
{
  OnwardImageKind kind;
  gboolean planned;
  GType type;
  gint64 id;
  gint64 parent;
  union
  {
    struct
    {
      OnwardRecord *before;
      GBytes *packed;
      OnwardDigest after;
    };
    struct
    {
      const char *table;
      char *value_before;
      char *value_after;
    };
    gint64 length;
  };
} OnwardImage;

typedef struct _OnwardImages OnwardImages;

OnwardImages *onward_images_new (OnwardConnection *connection);
void onward_images_free (OnwardImages *self);
void onward_images_clear (OnwardImages *self);
void onward_images_add_row (OnwardImages *self, GType type, gint64 id, OnwardRecord *before, OnwardRecord *after,
                            gboolean planned);
void onward_images_add_side (OnwardImages *self, const char *table, gint64 id, gboolean exists, gboolean planned);
GPtrArray *onward_images_list_rows (OnwardImages *self);
GPtrArray *onward_images_complete (OnwardImages *self);

OnwardRecord *onward_image_get_before (const OnwardImage *image);
gboolean onward_image_existed (const OnwardImage *image);

G_END_DECLS
