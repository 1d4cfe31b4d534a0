/* plan.c - what the playbook takes at the end of one command, and for everything */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* usage: plan DATABASE ROUNDS
 *
 * Prints a line a measurement: what was written (or "everything"), and the milliseconds of processor time that the
 * playbook took, in the command's transaction. The present is that of fill.c. */

#include "model/onward-collections.h"
#include "store/onward-reconcile-store.h"
#include "store/onward-writer-private.h"

#include <stdlib.h>
#include <time.h>

#define NOW              1772442000 /* 2026-03-02T10:00:00+01:00 */
#define ROUNDS_OF_A_KIND 20         /* commands a round; everything is planned once */

static double taken; /* milliseconds */
static gint64 turn;  /* chooses the row */

static double
get_cpu (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static gboolean
reconcile (OnwardWriter *writer, GError **error)
{
  double began = get_cpu ();
  gboolean done = onward_reconcile (writer, error);

  taken = get_cpu () - began;
  return done;
}

static OnwardNow
get_now_cb (gpointer data)
{
  OnwardNow now = { .unix_time = NOW };

  g_strlcpy (now.zone, "Europe/Amsterdam", sizeof now.zone);
  return now;
}

/* One row of a table after the other, the newest first. */
static gint64
choose (OnwardWriter *writer, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT max (id) FROM %s", table);
  gint64 last = onward_connection_read_int (onward_writer_get_connection (writer), sql, 1);

  return MAX (last - turn % MAX (last / 25, 1), 1);
}

static gboolean
rename_contact (OnwardWriter *writer, gpointer data, GError **error)
{
  g_autoptr (OnwardContact) contact =
      onward_writer_load (writer, ONWARD_TYPE_CONTACT, choose (writer, "contacts"), error);
  g_autofree char *name = g_strdup_printf ("Amara Okafor %" G_GINT64_FORMAT, turn);

  if (contact == NULL)
    return FALSE;
  onward_set_text (&contact->name, name);
  return onward_writer_update (writer, contact, error);
}

static gboolean
promise_answer (OnwardWriter *writer, gpointer data, GError **error)
{
  g_autoptr (OnwardInterview) interview =
      onward_writer_load (writer, ONWARD_TYPE_INTERVIEW, choose (writer, "interviews"), error);

  if (interview == NULL)
    return FALSE;
  onward_set_text (&interview->promise_on, turn % 2 == 0 ? "2026-03-12" : "2026-03-13");
  return onward_writer_update (writer, interview, error);
}

static gboolean
set_outcome (OnwardWriter *writer, gpointer data, GError **error)
{
  g_autoptr (OnwardOpportunity) opportunity =
      onward_writer_load (writer, ONWARD_TYPE_OPPORTUNITY, choose (writer, "opportunities"), error);

  if (opportunity == NULL)
    return FALSE;
  onward_set_text (&opportunity->outcome_kind, opportunity->outcome_kind == NULL ? "rejected" : NULL);
  onward_set_text (&opportunity->outcome_on, opportunity->outcome_kind != NULL ? "2026-03-01" : NULL);
  return onward_writer_update (writer, opportunity, error);
}

static gboolean
write_touch (OnwardWriter *writer, gpointer data, GError **error)
{
  g_autoptr (OnwardTouch) touch = g_object_new (ONWARD_TYPE_TOUCH, NULL);
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (g_object_unref);
  OnwardTouchContact *person = g_object_new (ONWARD_TYPE_TOUCH_CONTACT, NULL);

  person->contact = choose (writer, "contacts");
  g_ptr_array_add (people, person);
  onward_set_text (&touch->at, "2026-03-02T09:00:00Z");
  onward_set_text (&touch->direction, "out");
  onward_set_text (&touch->kind, "thank-you");
  return onward_writer_insert (writer, touch, error)
         && onward_writer_set_children (writer, touch, ONWARD_TYPE_TOUCH_CONTACT, people, error);
}

static gboolean
look_at_everything (OnwardWriter *writer, gpointer data, GError **error)
{
  onward_writer_set_reconcile_all (writer);
  return TRUE;
}

static void
measure (OnwardWriter *writer, const char *name, OnwardCommandFunc command)
{
  g_autoptr (GError) error = NULL;
  OnwardOutcome outcome;

  turn++;
  if (!onward_writer_run (writer, command, NULL, &outcome, &error))
    g_error ("%s: %s", name, error->message);
  onward_outcome_clear (&outcome);
  g_print ("%s\t%.3f\n", name, taken);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OnwardWriter) writer = NULL;

  if (argc != 3 || atoi (argv[2]) < 1)
    {
      g_printerr ("usage: plan DATABASE ROUNDS\n");
      return 2;
    }
  writer = onward_writer_new (argv[1], NULL, get_now_cb, NULL, &error);
  if (writer == NULL)
    g_error ("%s", error->message);
  onward_writer_set_reconcile (writer, reconcile);
  for (int i = 0; i < atoi (argv[2]); i++)
    {
      for (int n = 0; n < ROUNDS_OF_A_KIND; n++)
        {
          measure (writer, "contact", rename_contact);
          measure (writer, "interview", promise_answer);
          measure (writer, "opportunity", set_outcome);
          measure (writer, "touch", write_touch);
        }
      measure (writer, "everything", look_at_everything);
    }
  return 0;
}
