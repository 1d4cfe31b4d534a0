/* onward-world-private.h - between the two files of a world */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lib/onward-world.h"

OnwardFacts *onward_world_read (OnwardWorld *world);
void onward_world_read_stored (OnwardWorld *world, void (*keep_row) (OnwardWorld *, const OnwardStoredFact *));
