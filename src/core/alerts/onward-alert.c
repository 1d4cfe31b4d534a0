/* onward-alert.c - what is raised: one follow-up, or several in one */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-alert.h"

#include "onward-due-words.h"
#include "onward-interview-alert-words.h"

#include <glib/gi18n-lib.h>

/* A group names so many and counts the rest. */
#define MOST_NAMED 5

G_DEFINE_BOXED_TYPE (OnwardAlert, onward_alert, onward_alert_ref, onward_alert_unref)

static OnwardAlert *
create_alert (void)
{
  OnwardAlert *self = g_atomic_rc_box_new0 (OnwardAlert);

  self->follow_ups = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->interviews = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

static void
clear_alert (gpointer data)
{
  OnwardAlert *self = data;

  g_free (self->id);
  g_free (self->action);
  g_array_unref (self->follow_ups);
  g_array_unref (self->interviews);
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
 * @discreet: whether it says neither who nor what
 *
 * Main thread.
 *
 * Returns: (transfer full): the alert for it
 */
OnwardAlert *
onward_alert_new_for_one (OnwardStore *store, const OnwardDue *due, gboolean discreet)
{
  OnwardAlert *self = create_alert ();
  OnwardNow now = onward_store_get_now (store);
  g_autofree char *subject = discreet ? NULL : onward_due_words_get_subject (due);
  g_autofree char *when = onward_due_words_get_when (due, &now);

  g_array_append_val (self->follow_ups, due->id);
  self->id = g_strdup_printf ("follow-up-%" G_GINT64_FORMAT, due->id);
  self->action = g_strdup_printf ("app.follow-up-open(int64 %" G_GINT64_FORMAT ")", due->id);
  self->channel = g_strdup (due->channel);
  self->title = g_strdup (discreet ? _ ("A follow-up is due") : get_title (due));
  self->body = subject != NULL ? g_strdup_printf ("%s\n%s", subject, when) : g_steal_pointer (&when);
  return self;
}

static void
append_more (GString *names, guint n)
{
  if (n > MOST_NAMED)
    g_string_append_printf (names, ngettext ("\nand %u more", "\nand %u more", n - MOST_NAMED), n - MOST_NAMED);
}

/**
 * onward_alert_new_for_several:
 * @dues: (element-type OnwardDue): more than one follow-up
 * @discreet: whether it says neither who nor what
 *
 * Returns: (transfer full): one alert for all of them
 */
OnwardAlert *
onward_alert_new_for_several (GPtrArray *dues, gboolean discreet)
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
  append_more (names, dues->len);
  self->id = g_strdup_printf ("follow-ups-%" G_GINT64_FORMAT, ((OnwardDue *)dues->pdata[0])->id);
  self->action = g_strdup ("app.follow-up-open(int64 0)");
  self->title = g_strdup_printf (ngettext ("%u follow-up is due", "%u follow-ups are due", dues->len), dues->len);
  self->body = discreet ? NULL : g_strdup (names->str);
  return self;
}

/**
 * onward_alert_new_for_interview:
 * @store: the store
 * @interview: an alert of an interview
 * @discreet: whether it says neither where nor what
 *
 * Main thread.
 *
 * Returns: (transfer full): the alert for it
 */
OnwardAlert *
onward_alert_new_for_interview (OnwardStore *store, const OnwardInterviewAlert *interview, gboolean discreet)
{
  OnwardAlert *self = create_alert ();
  OnwardNow now = onward_store_get_now (store);
  g_autofree char *when = onward_interview_alert_words_get_when (interview->starts_at, &now);

  g_array_append_val (self->interviews, interview->id);
  self->id = g_strdup_printf ("interview-%" G_GINT64_FORMAT, interview->interview);
  self->action = g_strdup_printf ("app.interview-open(int64 %" G_GINT64_FORMAT ")", interview->interview);
  self->title =
      discreet ? g_strdup (_ ("An interview is coming up")) : onward_interview_alert_words_get_subject (interview);
  self->body = !discreet && interview->location != NULL ? g_strdup_printf ("%s\n%s", when, interview->location)
                                                        : g_steal_pointer (&when);
  return self;
}

/**
 * onward_alert_new_for_interviews:
 * @store: the store
 * @interviews: (element-type OnwardInterviewAlert): more than one
 * @discreet: whether it says neither where nor what
 *
 * Main thread.
 *
 * Returns: (transfer full): one alert for all of them
 */
OnwardAlert *
onward_alert_new_for_interviews (OnwardStore *store, GPtrArray *interviews, gboolean discreet)
{
  OnwardAlert *self = create_alert ();
  OnwardNow now = onward_store_get_now (store);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < interviews->len; i++)
    {
      const OnwardInterviewAlert *interview = interviews->pdata[i];
      g_autofree char *subject = onward_interview_alert_words_get_subject (interview);
      g_autofree char *when = onward_interview_alert_words_get_when (interview->starts_at, &now);

      g_array_append_val (self->interviews, interview->id);
      if (i < MOST_NAMED)
        /* Translators: a company and an interview there, and when it starts */
        g_string_append_printf (names, i > 0 ? _ ("\n%s: %s") : _ ("%s: %s"), subject, when);
    }
  append_more (names, interviews->len);
  self->id = g_strdup_printf ("interviews-%" G_GINT64_FORMAT, ((OnwardInterviewAlert *)interviews->pdata[0])->id);
  self->action = g_strdup_printf ("app.interview-open(int64 %" G_GINT64_FORMAT ")",
                                  ((OnwardInterviewAlert *)interviews->pdata[0])->interview);
  self->title = g_strdup_printf (ngettext ("%u interview is coming up", "%u interviews are coming up", interviews->len),
                                 interviews->len);
  self->body = discreet ? NULL : g_strdup (names->str);
  return self;
}

/**
 * onward_alert_new_known:
 * @id: of an alert that another process has shown
 *
 * Returns: (transfer full): it, without its words, so that it can be withdrawn
 */
OnwardAlert *
onward_alert_new_known (const char *id)
{
  OnwardAlert *self = create_alert ();

  self->id = g_strdup (id);
  self->action = g_strdup ("app.follow-up-open(int64 0)");
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
