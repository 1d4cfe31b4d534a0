/* onward-toolkit.h - the toolkit, read once for all files of the window instead of half a second for each */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#ifndef ONWARD_TOOLKIT_H
#define ONWARD_TOOLKIT_H

#include <adwaita.h>

#endif
