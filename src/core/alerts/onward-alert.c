/* onward-alert.c - what is raised: one follow-up, or several in one */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-alert.h"

#include "onward-due-words.h"

#include <glib/gi18n-lib.h>

/* A group names so many and counts the rest. */
#define MOST_NAMED 5

G_DEFINE_BOXED_TYPE (OnwardAlert, onward_alert, onward_alert_ref, onward_alert_unref)

static OnwardAlert *
create_alert (void)
{
  OnwardAlert *self = g_atomic_rc_box_new0 (OnwardAlert);

  self->follow_ups = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

static void
clear_alert (gpointer data)
{
  OnwardAlert *self = data;

  g_free (self->id);
  g_free (self->action);
  g_array_unref (self->follow_ups);
  g_free (self->channel);
  g_free (self->title);
  g_free (self->body);
}

static const char *
get_title (const OnwardDue *due)
{
  return due->title != NULL ? due->title : _ ("A follow-up is due");
}

/**
 * onward_alert_new_for_one:
 * @store: the store
 * @due: a follow-up
 *
 * Main thread.
 *
 * Returns: (transfer full): the alert for it
 */
OnwardAlert *
onward_alert_new_for_one (OnwardStore *store, const OnwardDue *due)
{
  OnwardAlert *self = create_alert ();
  OnwardNow now = onward_store_get_now (store);
  g_autofree char *subject = onward_due_words_get_subject (due);
  g_autofree char *when = onward_due_words_get_when (due, &now);

  g_array_append_val (self->follow_ups, due->id);
  self->id = g_strdup_printf ("follow-up-%" G_GINT64_FORMAT, due->id);
  self->action = g_strdup_printf ("app.follow-up-open(int64 %" G_GINT64_FORMAT ")", due->id);
  self->channel = g_strdup (due->channel);
  self->title = g_strdup (get_title (due));
  self->body = subject != NULL ? g_strdup_printf ("%s\n%s", subject, when) : g_steal_pointer (&when);
  return self;
}

/**
 * onward_alert_new_for_several:
 * @dues: (element-type OnwardDue): more than one follow-up
 *
 * Returns: (transfer full): one alert for all of them
 */
OnwardAlert *
onward_alert_new_for_several (GPtrArray *dues)
{
  OnwardAlert *self = create_alert ();
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < dues->len; i++)
    {
      const OnwardDue *due = dues->pdata[i];

      g_array_append_val (self->follow_ups, due->id);
      if (i < MOST_NAMED)
        g_string_append_printf (names, "%s%s", i > 0 ? "\n" : "", get_title (due));
    }
  self->id = g_strdup_printf ("follow-ups-%" G_GINT64_FORMAT, ((OnwardDue *)dues->pdata[0])->id);
  self->action = g_strdup ("app.follow-up-open(int64 0)");
  if (dues->len > MOST_NAMED)
    g_string_append_printf (names, ngettext ("\nand %u more", "\nand %u more", dues->len - MOST_NAMED),
                            dues->len - MOST_NAMED);
  self->title = g_strdup_printf (ngettext ("%u follow-up is due", "%u follow-ups are due", dues->len), dues->len);
  self->body = g_string_free (g_steal_pointer (&names), FALSE);
  return self;
}

/**
 * onward_alert_new_for_test:
 *
 * Returns: (transfer full): an alert about nothing, by which the user sees whether alerts come
 */
OnwardAlert *
onward_alert_new_for_test (void)
{
  OnwardAlert *self = create_alert ();

  self->id = g_strdup ("test");
  self->action = g_strdup ("app.alerts");
  self->title = g_strdup (_ ("This is a test alert"));
  self->body = g_strdup (_ ("Alerts from Onward look like this."));
  return self;
}

OnwardAlert *
onward_alert_ref (OnwardAlert *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
onward_alert_unref (OnwardAlert *self)
{
  g_atomic_rc_box_release_full (self, clear_alert);
}
