/* onward-opportunity-people.c - who has a part in an opportunity */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-opportunity-people.h"

#include "model/onward-contact.h"
#include "model/onward-opportunity-person.h"
#include "model/onward-opportunity.h"

static const char people_sql[] =
    "WITH met AS (SELECT p.contact, p.role, p.clicked OR coalesce (p.rapport, 0) >= 1 AS clicked, p.position, "
    "i.starts_unix, p.attended AND i.ends_unix <= ?2 AND coalesce (i.status, '') IS NOT 'no-show' AS held "
    "FROM interviews i JOIN interview_people p ON p.interview = i.id "
    "WHERE i.opportunity = ?1 AND i.kind IS NOT 'mock' AND i.status IS NOT 'cancelled'), "
    "introducers AS (SELECT n.introducer AS contact FROM opportunities o "
    "JOIN introductions n ON n.id = o.introduction WHERE o.id = ?1), "
    "places AS (SELECT contact, position AS place FROM opportunity_people WHERE opportunity = ?1 "
    "UNION ALL SELECT contact, 1000 + position FROM met UNION ALL SELECT contact, 2000 FROM introducers) "
    "SELECT c.id, c.name, "
    "coalesce ((SELECT role FROM opportunity_people WHERE opportunity = ?1 AND contact = c.id "
    "AND role IS NOT NULL ORDER BY position LIMIT 1), "
    "(SELECT coalesce (role, 'interviewer') FROM met WHERE contact = c.id ORDER BY starts_unix DESC LIMIT 1)), "
    "(SELECT count (*) FROM met WHERE contact = c.id AND held), "
    "(SELECT max (clicked) FROM met WHERE contact = c.id), c.id IN (SELECT contact FROM introducers) "
    "FROM places JOIN contacts c ON c.id = places.contact GROUP BY c.id ORDER BY min (places.place), c.id";

void
onward_part_free (OnwardPart *part)
{
  g_free (part->name);
  g_free (part->role);
  g_free (part);
}

/**
 * onward_opportunities_list_people:
 * @store: a store
 * @opportunity: an opportunity
 *
 * Main thread. The people named for the opportunity first, then those of its interviews, then who introduced the user.
 *
 * Returns: (transfer full) (element-type OnwardPart): everybody who has a part in it, each once
 */
GPtrArray *
onward_opportunities_list_people (OnwardStore *store, gint64 opportunity)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify)onward_part_free);
  g_autoptr (OnwardStatement) statement =
      onward_connection_prepare (onward_store_get_connection (store), people_sql, NULL);

  if (statement == NULL)
    return parts;
  onward_statement_bind_int (statement, 1, opportunity);
  onward_statement_bind_int (statement, 2, onward_store_get_now (store).unix_time);
  while (onward_statement_step (statement, NULL))
    {
      OnwardPart *part = g_new0 (OnwardPart, 1);

      part->contact = onward_statement_get_int (statement, 0);
      part->name = g_strdup (onward_statement_get_text (statement, 1));
      part->role = g_strdup (onward_statement_get_text (statement, 2));
      part->n_met = (guint)onward_statement_get_int (statement, 3);
      part->clicked = onward_statement_get_int (statement, 4) != 0;
      part->introduced = onward_statement_get_int (statement, 5) != 0;
      g_ptr_array_add (parts, part);
    }
  return parts;
}

static GArray *
list_ids (OnwardStore *store, const char *sql, gint64 opportunity)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (onward_store_get_connection (store), sql, NULL);

  if (statement == NULL)
    return ids;
  onward_statement_bind_int (statement, 1, opportunity);
  onward_statement_read_ids (statement, ids, NULL);
  return ids;
}

/**
 * onward_opportunities_list_interviews:
 * @store: a store
 * @opportunity: an opportunity
 *
 * Returns: (transfer full) (element-type gint64): its interviews, the latest first
 */
GArray *
onward_opportunities_list_interviews (OnwardStore *store, gint64 opportunity)
{
  return list_ids (store, "SELECT id FROM interviews WHERE opportunity = ? ORDER BY starts_unix DESC, id DESC",
                   opportunity);
}

/**
 * onward_opportunities_list_open_others:
 * @store: a store
 * @opportunity: the one that is left out
 *
 * Returns: (transfer full) (element-type gint64): the opportunities of searches that go on which are open, the furthest
 *   first
 */
GArray *
onward_opportunities_list_open_others (OnwardStore *store, gint64 opportunity)
{
  return list_ids (store,
                   "SELECT o.id FROM opportunities o LEFT JOIN stages s ON s.id = o.stage"
                   " LEFT JOIN searches r ON r.id = o.search"
                   " WHERE o.id <> ? AND o.outcome_kind IS NULL AND o.kind IS NOT 'informational'"
                   " AND s.kind IS NOT 'closed' AND r.ended_on IS NULL ORDER BY s.position DESC, o.id DESC",
                   opportunity);
}

void
onward_part_change_free (OnwardPartChange *change)
{
  g_free (change->name);
  g_free (change->role);
  g_free (change);
}

static gint64
add_contact (OnwardWriter *writer, OnwardOpportunity *opportunity, const char *name, GError **error)
{
  g_autoptr (OnwardContact) contact = g_object_new (ONWARD_TYPE_CONTACT, NULL);
  g_autofree char *today = onward_writer_format_today (writer);

  onward_set_text (&contact->name, name);
  onward_set_text (&contact->added_on, today);
  contact->company = opportunity->company;
  return onward_writer_insert (writer, contact, error) ? contact->record.id : 0;
}

/**
 * onward_opportunities_change_people:
 * @writer: the writer
 * @part_change: an OnwardPartChange
 * @error: return location
 *
 * Names somebody for an opportunity, changes their role, or takes them off; interviews keep their own people.
 *
 * Returns: whether it is stored
 */
gboolean
onward_opportunities_change_people (OnwardWriter *writer, gpointer part_change, GError **error)
{
  OnwardPartChange *change = part_change;
  g_autoptr (OnwardOpportunity) opportunity =
      onward_writer_load (writer, ONWARD_TYPE_OPPORTUNITY, change->opportunity, error);
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (OnwardOpportunityPerson) person = NULL;

  if (opportunity == NULL)
    return FALSE;
  people = onward_rows_load_children (onward_writer_get_connection (writer), ONWARD_TYPE_OPPORTUNITY_PERSON,
                                      opportunity->record.id, error);
  if (people == NULL)
    return FALSE;
  if (change->contact == 0)
    change->contact = add_contact (writer, opportunity, change->name, error);
  if (change->contact == 0)
    return FALSE;
  for (guint i = people->len; i > 0; i--)
    if (((OnwardOpportunityPerson *)people->pdata[i - 1])->contact == change->contact)
      {
        g_clear_object (&person);
        person = g_ptr_array_steal_index (people, i - 1);
      }
  if (!change->remove)
    {
      if (person == NULL)
        person = g_object_new (ONWARD_TYPE_OPPORTUNITY_PERSON, NULL);
      person->contact = change->contact;
      onward_set_text (&person->role, change->role);
      g_ptr_array_add (people, g_steal_pointer (&person));
    }
  return onward_writer_set_children (writer, opportunity, ONWARD_TYPE_OPPORTUNITY_PERSON, people, error);
}
