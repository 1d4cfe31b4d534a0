/* onward-platform.h - the platform's library, read once for all files of the core instead of once for each */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#ifndef ONWARD_PLATFORM_H
#define ONWARD_PLATFORM_H

#include <gio/gio.h>

#endif
