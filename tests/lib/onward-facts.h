/* onward-facts.h - facts for a test, written as a small document */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-fixture.h"
#include "store/onward-json-import.h"
#include "store/onward-reconcile-store.h"

#include <string.h>

/* A store whose playbook plans. */
static inline void
onward_facts_set_up (OnwardFixture *fixture, gconstpointer data)
{
  onward_fixture_set_up (fixture, data);
  onward_store_set_reconcile (fixture->store, onward_reconcile);
}

/*
 * The members of an Onward JSON document, with ' for " so that C can hold them, and `#7` for the id that ends in 7.
 */
static inline void
onward_facts_write (OnwardFixture *fixture, const char *members)
{
  g_autoptr (GString) text = g_string_new ("{\"format\":\"onward\",\"version\":1,");
  g_autoptr (OnwardJsonImport) import = NULL;
  g_autoptr (GError) error = NULL;

  for (const char *p = members; *p != '\0'; p++)
    if (*p == '\'')
      g_string_append_c (text, '"');
    else if (*p == '#')
      {
        g_string_append_printf (text, "00000000-0000-4000-8000-%012d", atoi (p + 1));
        while (g_ascii_isdigit (p[1]))
          p++;
      }
    else
      g_string_append_c (text, *p);
  g_string_append_c (text, '}');
  import = onward_json_import_new (text->str, text->len, FALSE, FALSE);
  onward_store_run (fixture->store, "Facts", onward_json_import_run, import, &error);
  g_assert_no_error (error);
}

/* The row of what `#7` stands for. */
static inline gint64
onward_facts_find (OnwardFixture *fixture, const char *table, int number)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT id FROM %s WHERE uuid = '00000000-0000-4000-8000-%012d'", table, number);

  return onward_connection_read_int (onward_store_get_connection (fixture->store), sql, 0);
}
