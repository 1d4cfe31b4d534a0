/* writer.c - writes as fast as it can and says what is durable, until it is killed */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "alerts/onward-clock.h"
#include "model/onward-collections.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A command of several rows in several tables: a company, a person there, and the person's name once more. */
static gboolean
add_person (OnwardWriter *writer, gpointer data, GError **error)
{
  g_autoptr (OnwardCompany) company = g_object_new (ONWARD_TYPE_COMPANY, NULL);
  g_autoptr (OnwardContact) contact = g_object_new (ONWARD_TYPE_CONTACT, NULL);

  company->name = g_strdup_printf ("Company %d", GPOINTER_TO_INT (data));
  if (!onward_writer_insert (writer, company, error))
    return FALSE;
  contact->name = g_strdup ("Nobody yet");
  contact->company = company->record.id;
  if (!onward_writer_insert (writer, contact, error))
    return FALSE;
  g_free (contact->name);
  contact->name = g_strdup_printf ("Person %d", GPOINTER_TO_INT (data));
  return onward_writer_update (writer, contact, error);
}

int
main (int argc, char *argv[])
{
  g_autoptr (OnwardClock) clock = onward_clock_new ();
  g_autoptr (GError) error = NULL;
  OnwardStore *store = onward_store_open (argv[1], onward_clock_get_now, clock, &error);

  if (store == NULL)
    g_error ("%s", error->message);
  for (int i = atoi (argv[2]);; i++)
    {
      char line[16];

      if (!onward_store_run (store, "Add", add_person, GINT_TO_POINTER (i), &error))
        g_error ("%s", error->message);
      g_snprintf (line, sizeof line, "%d\n", i);
      if (write (STDOUT_FILENO, line, strlen (line)) < 0)
        return 1;
    }
}
