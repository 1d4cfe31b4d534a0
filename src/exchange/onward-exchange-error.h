/* onward-exchange-error.h - why a foreign file cannot be read */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OnwardExchangeError:
 * @ONWARD_EXCHANGE_ERROR_EMPTY: the file holds nothing
 * @ONWARD_EXCHANGE_ERROR_NOT_TEXT: the bytes are not text in an encoding that is read
 * @ONWARD_EXCHANGE_ERROR_UNKNOWN: text, but of no kind that is read
 * @ONWARD_EXCHANGE_ERROR_BROKEN: of a known kind, but cut off or malformed
 * @ONWARD_EXCHANGE_ERROR_TOO_LARGE: more than the reader takes
 *
 * Every message is one translated sentence or two on one line, without the file's name: the caller
 * puts that in front.
 */
typedef enum
{
  ONWARD_EXCHANGE_ERROR_EMPTY,
  ONWARD_EXCHANGE_ERROR_NOT_TEXT,
  ONWARD_EXCHANGE_ERROR_UNKNOWN,
  ONWARD_EXCHANGE_ERROR_BROKEN,
  ONWARD_EXCHANGE_ERROR_TOO_LARGE,
} OnwardExchangeError;

#define ONWARD_EXCHANGE_ERROR (onward_exchange_error_quark ())
GQuark onward_exchange_error_quark (void);

G_END_DECLS
