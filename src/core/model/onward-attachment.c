/* onward-attachment.c - a file that belongs to something */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-attachment.h"

static const OnwardField fields[] = {
  { "of", ONWARD_FIELD_TEXT, G_STRUCT_OFFSET (OnwardAttachment, of) },
  { "name", ONWARD_FIELD_TEXT, G_STRUCT_OFFSET (OnwardAttachment, name) },
  { "media_type", ONWARD_FIELD_TEXT, G_STRUCT_OFFSET (OnwardAttachment, media_type) },
  { "sha256", ONWARD_FIELD_TEXT, G_STRUCT_OFFSET (OnwardAttachment, sha256) },
  { "size", ONWARD_FIELD_INTEGER, G_STRUCT_OFFSET (OnwardAttachment, size) },
};

static const OnwardTable table = {
  .name = "attachments",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};

ONWARD_DEFINE_RECORD (OnwardAttachment, onward_attachment, table)
