/* onward-exchange-error.c - why a foreign file cannot be read */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-exchange-error.h"

G_DEFINE_QUARK (onward - exchange - error - quark, onward_exchange_error)
