/* onward-world.h - a job search as lines of text, for the tests of the playbook */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "playbook/onward-reconcile.h"

/*
 * One fact a line: a kind, a name, then `word=value` or a word alone. Names serve as uuid, `_` in a value is a
 * space. Times are wall times in the zone of the line, instants RFC 3339.
 *
 *   now WALL                       zone IANA
 *   alert FROM UNTIL               works 1,2,3 | works every-day
 *   set thank_you=48h history_days=14 per_day=3
 *   rule ID off | rule ID days=N | rule ID days=N,N,N
 *   only ID ID ...                 switches all other rules off
 *   search NAME ended=DATE         company NAME cooling=MONTHS until=DATE not-interested
 *   contact NAME company= roles=hr,insider tier= since=DATE heard|card user dnc reach=email,phone prefers=
 *   opportunity NAME company= search= informational closed stage=applied promise=DATE given=DATE by=
 *               outcome=rejected on=DATE told=CONTACT added=DATE applied=DATE sibling=OPPORTUNITY
 *               introduction=NAME offer=WALL|DATE received=DATE
 *   stage NAME of=OPPORTUNITY at=INSTANT
 *   run NAME of=OPPORTUNITY finished
 *   introduction NAME by=CONTACT to=CONTACT company= of=OPPORTUNITY on=DATE asked|granted|refused
 *   feedback NAME from=CONTACT source=insider of=OPPORTUNITY interview= on=DATE channel=
 *   person OPPORTUNITY CONTACT ROLE
 *   interview NAME of=OPPORTUNITY company= at=INSTANT until=INSTANT mock informational cancelled no-show
 *             written stories booked=DATE promise= given= by=
 *   part INTERVIEW CONTACT ROLE absent clicked rapport=N heard|card
 *   touch NAME to=A,B at=INSTANT kind= of=OPPORTUNITY interview= in
 *   stored KEY contact= of= interview= company= remind=WALL due=WALL own=DATE done|skipped|cancelled moved
 *          snoozed=WALL at=INSTANT
 *
 * A line with the same kind and name as another replaces it (onward_world_set). What the user does, with
 * onward_world_act: `done KEY`, `skip KEY`, `snooze KEY WALL`, `move KEY WALL`; the moment is that of `now`.
 */
typedef struct
{
  GPtrArray *lines; /* char * */
  GHashTable *ids;  /* "kind name" → id; names keep theirs */
  GPtrArray *rows;  /* OnwardStoredFact, texts owned */
  GPtrArray *quiet; /* OnwardUnopenedFact, texts owned */
  gint64 next_row;
  guint serial; /* no two worlds have the same */
} OnwardWorld;

OnwardWorld *onward_world_new (const char *text);
OnwardWorld *onward_world_copy (OnwardWorld *world);
void onward_world_free (OnwardWorld *world);
void onward_world_set (OnwardWorld *world, const char *line);
gboolean onward_world_drop (OnwardWorld *world, const char *subject);
void onward_world_act (OnwardWorld *world, const char *action);
void onward_world_renumber (OnwardWorld *world);
OnwardStoredFact *onward_world_get_row (OnwardWorld *world, const char *key);

OnwardFacts *onward_world_get_facts (OnwardWorld *world);
void onward_world_apply (OnwardWorld *world, const OnwardReconciliation *reconciliation);
guint onward_world_reconcile (OnwardWorld *world);
char *onward_world_list (OnwardWorld *world, gboolean all);
char *onward_world_list_unopened (OnwardWorld *world);
char *onward_world_print (OnwardWorld *world);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnwardWorld, onward_world_free)
