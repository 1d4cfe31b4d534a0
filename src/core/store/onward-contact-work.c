/* onward-contact-work.c - the opportunities and interviews that somebody has a part in, and what is next with them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-contact-work.h"

#include "onward-follow-ups.h"
#include "onward-present.h"
#include "playbook/onward-zone.h"

void
onward_contact_work_free (OnwardContactWork *work)
{
  g_free (work->title);
  g_free (work->company);
  g_free (work->role);
  g_free (work->stage);
  g_free (work->outcome);
  g_free (work);
}

static OnwardContactWork *
read_work (OnwardStatement *row)
{
  OnwardContactWork *work = g_new0 (OnwardContactWork, 1);

  work->opportunity = onward_statement_get_int (row, 0);
  work->title = g_strdup (onward_statement_get_text (row, 1));
  work->company = g_strdup (onward_statement_get_text (row, 2));
  work->role = g_strdup (onward_statement_get_text (row, 3));
  work->n_met = (guint)onward_statement_get_int (row, 4);
  work->stage = g_strdup (onward_statement_get_text (row, 5));
  work->outcome = g_strdup (onward_statement_get_text (row, 6));
  return work;
}

/**
 * onward_contacts_list_work:
 * @store: a store
 * @contact: a row of contacts
 *
 * Main thread.
 *
 * Returns: (transfer full) (element-type OnwardContactWork): the opportunities they have a part in or were met in, the
 *   open ones first, newest first; at most fifty
 */
GPtrArray *
onward_contacts_list_work (OnwardStore *store, gint64 contact)
{
  static const char sql[] =
      "SELECT o.id, o.title, k.name, (SELECT role FROM opportunity_people WHERE contact = ?1 AND opportunity = o.id "
      "LIMIT 1),"
      " (SELECT count (*) FROM interview_people p JOIN interviews i ON i.id = p.interview WHERE p.contact = ?1"
      "  AND p.attended AND i.opportunity = o.id AND i.ends_unix <= ?2"
      "  AND coalesce (i.status, 'booked') NOT IN ('cancelled', 'no-show')), s.name, o.outcome_kind"
      " FROM (SELECT opportunity AS id FROM opportunity_people WHERE contact = ?1"
      "       UNION SELECT i.opportunity FROM interview_people p JOIN interviews i ON i.id = p.interview"
      "             WHERE p.contact = ?1 AND i.opportunity IS NOT NULL) AS together"
      " JOIN opportunities o ON o.id = together.id LEFT JOIN companies k ON k.id = o.company"
      " LEFT JOIN stages s ON s.id = o.stage ORDER BY o.outcome_kind IS NOT NULL, o.id DESC LIMIT 50";
  g_autoptr (OnwardStatement) row = onward_connection_prepare (onward_store_get_connection (store), sql, NULL);
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify)onward_contact_work_free);

  if (row == NULL)
    return list;
  onward_statement_bind_int (row, 1, contact);
  onward_statement_bind_int (row, 2, onward_store_get_now (store).unix_time);
  while (onward_statement_step (row, NULL))
    g_ptr_array_add (list, read_work (row));
  return list;
}

/**
 * onward_contacts_list_coming_interviews:
 * @store: a store
 * @contact: a row of contacts
 *
 * Main thread.
 *
 * Returns: (transfer full) (element-type gint64): interviews with them that have not begun, the next one first
 */
GArray *
onward_contacts_list_coming_interviews (OnwardStore *store, gint64 contact)
{
  g_autoptr (OnwardStatement) row = onward_connection_prepare (
      onward_store_get_connection (store),
      "SELECT i.id FROM interview_people p JOIN interviews i ON i.id = p.interview WHERE p.contact = ?1"
      " AND i.starts_unix > ?2 AND coalesce (i.status, 'booked') NOT IN ('cancelled', 'no-show')"
      " GROUP BY i.id ORDER BY i.starts_unix LIMIT 20",
      NULL);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (row == NULL)
    return ids;
  onward_statement_bind_int (row, 1, contact);
  onward_statement_bind_int (row, 2, onward_store_get_now (store).unix_time);
  onward_statement_read_ids (row, ids, NULL);
  return ids;
}

/**
 * onward_contacts_list_namesakes:
 * @store: a store
 * @contact: a row of contacts
 *
 * Main thread.
 *
 * Returns: (transfer full) (element-type gint64): others who are called the same: the same person twice, perhaps
 */
GArray *
onward_contacts_list_namesakes (OnwardStore *store, gint64 contact)
{
  g_autoptr (OnwardStatement) row = onward_connection_prepare (
      onward_store_get_connection (store),
      "SELECT o.id FROM contacts c JOIN contacts o ON o.sort_key = c.sort_key AND o.id <> c.id"
      " WHERE c.id = ?1 AND c.name <> '' AND lower (onward_fold (o.name)) = lower (onward_fold (c.name)) LIMIT 9",
      NULL);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (row == NULL)
    return ids;
  onward_statement_bind_int (row, 1, contact);
  onward_statement_read_ids (row, ids, NULL);
  return ids;
}

static gint64
get_wall (OnwardStore *store)
{
  g_autoptr (GTimeZone) zone = onward_present_get_zone (store);

  return onward_zone_wall (zone, onward_store_get_now (store).unix_time);
}

/**
 * onward_contacts_get_next_moment:
 * @store: a store
 * @contact: a row of contacts
 * @late: (out): whether it should have been done already
 *
 * Main thread; for the rows that are seen, not for all.
 *
 * Returns: (transfer full) (nullable): the wall time of the next thing owed to them, or of what is late, the day it was
 *   due; NULL when nothing is
 */
char *
onward_contacts_get_next_moment (OnwardStore *store, gint64 contact, gboolean *late)
{
  g_autoptr (OnwardStatement) row = onward_connection_prepare (
      onward_store_get_connection (store),
      "SELECT moment, due FROM follow_ups WHERE contact = ?1 AND state = 'open' ORDER BY min (moment, due) LIMIT 1",
      NULL);
  gint64 due;

  *late = FALSE;
  if (row == NULL)
    return NULL;
  onward_statement_bind_int (row, 1, contact);
  if (!onward_statement_step (row, NULL) || onward_statement_get_text (row, 0) == NULL)
    return NULL;
  *late = onward_wall_parse (onward_statement_get_text (row, 1), &due) && due < get_wall (store);
  return g_strdup (onward_statement_get_text (row, *late ? 1 : 0));
}

/**
 * onward_contacts_describe_pressure:
 * @store: a store
 * @contact: a row of contacts
 *
 * Law 6 of playbook.md, for a message sent now.
 *
 * Returns: (transfer full) (nullable): why a message would press them; NULL when it would not
 */
char *
onward_contacts_describe_pressure (OnwardStore *store, gint64 contact)
{
  char moment[ONWARD_WALL_SIZE];
  OnwardDue due = { .contact = contact, .remind_at = moment };

  onward_wall_format (get_wall (store), moment);
  return onward_due_describe_pressure (store, &due);
}
