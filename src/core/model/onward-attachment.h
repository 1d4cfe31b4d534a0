/* onward-attachment.h - a file that belongs to something */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-record.h"

G_BEGIN_DECLS

/**
 * OnwardAttachment:
 *
 * A file that belongs to something. Members as in exchange.md, `attachments`.
 */
typedef struct
{
  OnwardRecord record;
  char *of;
  char *name;
  char *media_type;
  char *sha256;
  gint64 size;
} OnwardAttachment;

#define ONWARD_TYPE_ATTACHMENT (onward_attachment_get_type ())
ONWARD_DECLARE_RECORD (OnwardAttachment, onward_attachment, ONWARD_ATTACHMENT)

G_END_DECLS
