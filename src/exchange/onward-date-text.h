/* onward-date-text.h - dates as foreign files write them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OnwardDateOrder:
 * @ONWARD_DATE_ORDER_EITHER: the text reads the same both ways, or in one way only whatever the file does
 * @ONWARD_DATE_ORDER_MONTH_FIRST: `03/15/2024`
 * @ONWARD_DATE_ORDER_DAY_FIRST: `15/03/2024`
 *
 * Which of two leading numbers is the month.
 */
typedef enum
{
  ONWARD_DATE_ORDER_EITHER,
  ONWARD_DATE_ORDER_MONTH_FIRST,
  ONWARD_DATE_ORDER_DAY_FIRST,
} OnwardDateOrder;

OnwardDateOrder onward_date_text_find_order (const char *text);
gboolean onward_date_text_read (const char *text, OnwardDateOrder order, GDate *date);

G_END_DECLS
