/* onward-sample.h - the sample search: a database of its own, made anew each time */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-store.h"

G_BEGIN_DECLS

OnwardStore *onward_sample_open (OnwardNowFunc get_now, gpointer now_data, GError **error);
gboolean onward_sample_load (OnwardStore *store, GError **error);
gboolean onward_sample_show (GError **error);

G_END_DECLS
