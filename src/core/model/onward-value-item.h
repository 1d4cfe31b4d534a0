/* onward-value-item.h - something worth sending: article, event, news, personal */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-record.h"

G_BEGIN_DECLS

/**
 * OnwardValueItem:
 *
 * Something worth sending: article, event, news, personal. Members as in exchange.md, `value_items`.
 */
typedef struct
{
  OnwardRecord record;
  char *kind;
  char *title;
  char *url;
  char *topics;
  char *notes;
} OnwardValueItem;

#define ONWARD_TYPE_VALUE_ITEM (onward_value_item_get_type ())
ONWARD_DECLARE_RECORD (OnwardValueItem, onward_value_item, ONWARD_VALUE_ITEM)

G_END_DECLS
