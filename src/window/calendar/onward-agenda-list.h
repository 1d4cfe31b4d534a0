/* onward-agenda-list.h - the days that have something, one below the other */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-calendar-event.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_AGENDA_LIST (onward_agenda_list_get_type ())
G_DECLARE_FINAL_TYPE (OnwardAgendaList, onward_agenda_list, ONWARD, AGENDA_LIST, GtkWidget)

void onward_agenda_list_show (OnwardAgendaList *self, OnwardStore *store, int day, int today);
gboolean onward_agenda_list_focus_event (OnwardAgendaList *self, const OnwardCalendarEvent *event);

G_END_DECLS
