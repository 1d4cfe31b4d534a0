/* onward-agenda.h - interviews and follow-ups day by day */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-follow-ups.h"

G_BEGIN_DECLS

/**
 * OnwardAgendaEntry:
 * @due: (nullable): the follow-up; NULL for an interview
 * @interview: row of the interview; 0 for a follow-up
 * @starts_at: the instant of the start, or of the follow-up's moment; seconds since 1970 UTC
 * @ends_at: the instant of the interview's end; as @starts_at for a follow-up
 * @start: @starts_at on the wall clock of the user's zone, minutes (onward-wall.h)
 * @end: @ends_at on that clock
 * @ended: whether the interview is over
 * @kind: (nullable): of the interview (exchange.md)
 * @round: its number, 0 for none
 * @status: (nullable): of the interview as stored; `booked` and ended counts as held
 * @zone: (nullable): the interview's own zone, for display
 * @opportunity: row, 0 for none
 * @opportunity_title: (nullable): the role
 * @company_name: (nullable): where
 * @people: (nullable): names of the interview's people, as they stand on it, with commas
 *
 * One line of the agenda, one event of the calendar.
 */
typedef struct
{
  OnwardDue *due;
  gint64 interview;
  gint64 starts_at;
  gint64 ends_at;
  gint64 start;
  gint64 end;
  gboolean ended;
  char *kind;
  gint64 round;
  char *status;
  char *zone;
  gint64 opportunity;
  char *opportunity_title;
  char *company_name;
  char *people;
} OnwardAgendaEntry;

void onward_agenda_entry_free (OnwardAgendaEntry *entry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnwardAgendaEntry, onward_agenda_entry_free)

GPtrArray *onward_agenda_get (OnwardStore *store, int from, int to, GError **error);
GPtrArray *onward_agenda_get_owed (OnwardStore *store, int from, int to, GError **error);
GPtrArray *onward_agenda_get_coming (OnwardStore *store, int from, int to, GError **error);
GPtrArray *onward_agenda_get_late (OnwardStore *store, guint most, guint *n);
int onward_agenda_find_end (OnwardStore *store, int from, guint n);
guint onward_agenda_get_shape (OnwardStore *store);
int onward_agenda_find_next (OnwardStore *store, int after);

G_END_DECLS
