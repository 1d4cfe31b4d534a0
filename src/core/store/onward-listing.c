/* onward-listing.c - all rows of a collection in the order in which people read them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-listing.h"

#include "model/onward-collections.h"

#include <glib/gi18n-lib.h>

static const struct
{
  GType (*get_type) (void);
  const char *sql;
} orders[] = {
  { onward_contact_get_type, "SELECT id FROM contacts ORDER BY sort_key, name, id" },
  { onward_company_get_type, "SELECT id FROM companies ORDER BY sort_key, name, id" },
  { onward_opportunity_get_type, "SELECT o.id FROM opportunities o LEFT JOIN companies k ON k.id = o.company "
                                 "ORDER BY k.sort_key, k.name, o.title, o.id" },
  { onward_interview_get_type, "SELECT id FROM interviews ORDER BY starts_unix, id" },
  { onward_introduction_get_type, "SELECT id FROM introductions ORDER BY recorded_on, id" },
  { onward_feedback_get_type, "SELECT id FROM feedback ORDER BY received_on, id" },
  { onward_touch_get_type, "SELECT id FROM touches ORDER BY at_unix, id" },
};

/**
 * onward_listing_get_ids:
 * @connection: a connection
 * @type: contacts, companies, opportunities, interviews, introductions, feedback or touches
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type gint64): rows, by name or by time; NULL with @error set
 */
GArray *
onward_listing_get_ids (OnwardConnection *connection, GType type, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (OnwardStatement) rows = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (orders) && rows == NULL; i++)
    if (orders[i].get_type () == type && !(rows = onward_connection_prepare (connection, orders[i].sql, error)))
      return NULL;
  g_return_val_if_fail (rows != NULL, NULL);
  return onward_statement_read_ids (rows, ids, error) ? g_steal_pointer (&ids) : NULL;
}
