/* onward-introductions.h - who introduced whom */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/onward-introduction.h"
#include "onward-store.h"

G_BEGIN_DECLS

GPtrArray *onward_introductions_of_contact (OnwardStore *store, gint64 contact);

G_END_DECLS
