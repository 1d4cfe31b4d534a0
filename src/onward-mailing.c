/* onward-mailing.c - between the composer, which has the words, and the user's mail program */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-mailing.h"

#include "onward-mail.h"
#include "onward-window.h"
#include "shared/onward-dialogs.h"

#include <glib/gi18n-lib.h>

static void
composed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (OnwardWindow) window = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (onward_mail_compose_finish (result, &error))
    return;
  text = g_strdup_printf (_ ("%s. The draft is kept; copy it instead."), error->message);
  onward_dialogs_show_error (GTK_WIDGET (window), _ ("No mail program could be opened"), text);
}

static void
compose_mail_cb (OnwardApplication *application, const char *to, const char *subject, const char *body,
                 OnwardWindow *window)
{
  onward_mail_compose_async (to, subject, body, composed_cb, g_object_ref (window));
}

/**
 * onward_mailing_connect:
 * @application: the program
 *
 * Messages that are to be opened in a mail program are.
 */
void
onward_mailing_connect (OnwardApplication *application)
{
  g_signal_connect (application, "compose-mail", G_CALLBACK (compose_mail_cb), NULL);
}
