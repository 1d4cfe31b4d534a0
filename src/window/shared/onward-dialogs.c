/* onward-dialogs.c - the dialogs of the toolkit, behind one wrapper */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-dialogs.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* What a dialog will call, kept for as long as it is open. */
typedef struct
{
  OnwardAnswerFunc agreed;
  OnwardFileFunc chosen;
  gpointer data;
  GDestroyNotify destroy;
} Answer;

static void
free_answer (Answer *answer)
{
  if (answer->destroy != NULL)
    answer->destroy (answer->data);
  g_free (answer);
}

static GtkWindow *
get_window (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/* What is new, for the page of that name. */
static char *
create_release_notes (void)
{
  const char *const news[] = {
    _ ("Opportunities on a board and in a table, people, and a calendar, with what is due beside each."),
    _ ("Follow-ups planned from what you write down, each with the reason why it is there."),
    _ ("A draft of every message, with the places marked that only you can fill."),
    _ ("Alerts at the right moment, also when the window is closed."),
  };
  GString *notes = g_string_new ("<ul>");

  for (guint i = 0; i < G_N_ELEMENTS (news); i++)
    {
      g_autofree char *escaped = g_markup_escape_text (news[i], -1);

      g_string_append_printf (notes, "<li>%s</li>", escaped);
    }
  g_string_append (notes, "</ul>");
  return g_string_free (notes, FALSE);
}

/**
 * onward_dialogs_show_about:
 * @parent: (nullable): the window it stands over
 */
void
onward_dialogs_show_about (GtkWindow *parent)
{
  g_autofree char *notes = create_release_notes ();

  adw_show_about_window (parent, "application-name", _ ("Onward"), "application-icon", ONWARD_APP_ID, "version",
                         ONWARD_VERSION, "license-type", GTK_LICENSE_GPL_3_0, "comments",
                         _ ("Keep the people you meet, and know what to do next. Everything stays on this computer."),
                         /* Translators: your name, and those of all who translated before, one a line */
                         "translator-credits", _ ("translator-credits"), "release-notes", notes,
                         "release-notes-version", ONWARD_VERSION, NULL);
}

static GtkWidget *
create_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, style);
  return label;
}

/* The heading is our own: libadwaita 1.7 measures its one at widths where it has no room, which GTK complains of. */
static AdwMessageDialog *
create_message (GtkWidget *widget, const char *heading, const char *text)
{
  GtkWidget *dialog = adw_message_dialog_new (get_window (widget), NULL, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_box_append (GTK_BOX (box), create_label (heading, "title-2"));
  if (text != NULL)
    gtk_box_append (GTK_BOX (box), create_label (text, "body"));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), box);
  gtk_window_set_title (GTK_WINDOW (dialog), heading);
  return ADW_MESSAGE_DIALOG (dialog);
}

/**
 * onward_dialogs_show_error:
 * @widget: a widget of the window that it concerns
 * @heading: what could not be done
 * @text: (nullable): why, what was kept, what to do
 */
void
onward_dialogs_show_error (GtkWidget *widget, const char *heading, const char *text)
{
  AdwMessageDialog *dialog = create_message (widget, heading, text);

  adw_message_dialog_add_response (dialog, "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  Answer *answer = data;

  if (g_str_equal (response, "agree"))
    answer->agreed (answer->data);
}

/**
 * onward_dialogs_ask:
 * @widget: a widget of the window that it concerns
 * @heading: the question
 * @text: (nullable): what would happen
 * @verb: the button that agrees, with a mnemonic
 * @agreed: called when the user agrees
 * @data: for @agreed
 * @destroy: (nullable): frees @data when the dialog is gone
 *
 * For what cannot be undone; everything else is done at once and offers Undo.
 */
void
onward_dialogs_ask (GtkWidget *widget, const char *heading, const char *text, const char *verb, OnwardAnswerFunc agreed,
                    gpointer data, GDestroyNotify destroy)
{
  AdwMessageDialog *dialog = create_message (widget, heading, text);
  Answer *answer = g_new0 (Answer, 1);

  answer->agreed = agreed;
  answer->data = data;
  answer->destroy = destroy;
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "agree", verb, NULL);
  adw_message_dialog_set_response_appearance (dialog, "agree", ADW_RESPONSE_DESTRUCTIVE);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), answer,
                         (GClosureNotify)(void (*) (void))free_answer, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
file_response_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  Answer *answer = data;
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    answer->chosen (file, answer->data);
  g_object_unref (dialog);
}

static void
show_chooser (GtkFileChooserNative *dialog, OnwardFileFunc chosen, gpointer data, GDestroyNotify destroy)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->chosen = chosen;
  answer->data = data;
  answer->destroy = destroy;
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_data (dialog, "response", G_CALLBACK (file_response_cb), answer,
                         (GClosureNotify)(void (*) (void))free_answer, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/**
 * onward_dialogs_open_file:
 * @widget: a widget of the window that asks
 * @title: what the file is for
 * @chosen: called with the file when the user chose one
 * @data: for @chosen
 * @destroy: (nullable): frees @data when the dialog is gone
 */
void
onward_dialogs_open_file (GtkWidget *widget, const char *title, OnwardFileFunc chosen, gpointer data,
                          GDestroyNotify destroy)
{
  show_chooser (gtk_file_chooser_native_new (title, get_window (widget), GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL),
                chosen, data, destroy);
}

/**
 * onward_dialogs_save_file:
 * @widget: a widget of the window that asks
 * @title: what the file is for
 * @name: what it is called unless the user says otherwise
 * @chosen: called with the file when the user chose one; one that is there was asked about
 * @data: for @chosen
 * @destroy: (nullable): frees @data when the dialog is gone
 */
void
onward_dialogs_save_file (GtkWidget *widget, const char *title, const char *name, OnwardFileFunc chosen, gpointer data,
                          GDestroyNotify destroy)
{
  GtkFileChooserNative *dialog =
      gtk_file_chooser_native_new (title, get_window (widget), GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  show_chooser (dialog, chosen, data, destroy);
}
