/* onward-list-filter.h - which rows onward-cli list leaves */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-cli.h"

extern const GOptionEntry onward_list_filter_options[];

gboolean onward_list_filter_check (GType type, GError **error);
GHashTable *onward_list_filter_find (OnwardCli *cli, GType type, GError **error);
