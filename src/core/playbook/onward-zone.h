/* onward-zone.h - between instants and the wall clock of an IANA zone */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "playbook/onward-wall.h"

G_BEGIN_DECLS

GTimeZone *onward_zone_find (const char *name);
int onward_zone_offset (GTimeZone *zone, gint64 instant);
gint64 onward_zone_wall (GTimeZone *zone, gint64 instant);
int onward_zone_day (GTimeZone *zone, gint64 instant);
gint64 onward_zone_instant (GTimeZone *zone, gint64 wall);

G_END_DECLS
