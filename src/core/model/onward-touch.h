/* onward-touch.h - one contact made: channel, direction, date, text */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-record.h"

G_BEGIN_DECLS

/**
 * OnwardTouch:
 *
 * One contact made: channel, direction, date, text. Members as in exchange.md, `touches`.
 */
typedef struct
{
  OnwardRecord record;
  gint64 opportunity;
  gint64 interview;
  char *at;
  char *direction;
  char *channel;
  char *kind;
  char *subject;
  char *body;
  gint64 value_item;
} OnwardTouch;

#define ONWARD_TYPE_TOUCH (onward_touch_get_type ())
ONWARD_DECLARE_RECORD (OnwardTouch, onward_touch, ONWARD_TOUCH)

G_END_DECLS
