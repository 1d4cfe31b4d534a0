/* onward-help-window.c - the user's guide, in a few paragraphs */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-help-window.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define WIDTH   600
#define HEIGHT  680
#define READING 560

/* In the program itself, so that it is there without a network, and in a sandbox. */
static const struct
{
  const char *heading;
  const char *text;
} sections[] = {
  { N_ ("What Onward is for"),
    N_ ("In a search you meet dozens of people and owe most of them a word: thanks within a day, a question when the "
        "promised date has passed, a note after a rejection, now and then a sign of life. Onward remembers who you "
        "met, "
        "what was said, and what is owed to whom and by when. Everything stays on this computer, and Onward never "
        "sends "
        "a message: it reminds and drafts, you send.") },
  { N_ ("Begin"),
    N_ ("Add an opportunity with a company and a title. Add an interview to it with the people you expect: names that "
        "are new become contacts. Or import your people first: LinkedIn’s Connections.csv, from the menu or dropped on "
        "the window. You see what would change before it does.") },
  { N_ ("After an interview"),
    N_ ("Write it down while you remember: who else was there, with whom you clicked, what was promised. From that "
        "Onward plans thanks, questions and notes, each on its day, and says in a sentence why each is there.") },
  { N_ ("What is due"),
    N_ ("The Due pane beside every view says what is overdue, what is for today, what comes in the next seven days, "
        "and "
        "whose answer you are waiting for. The round check marks something as done and asks how you sent it. Snooze "
        "puts "
        "it off until tonight, tomorrow, next week or a day; Move plans it for another day; Skip leaves it. With "
        "Ctrl+Shift+F you make a follow-up of your own.") },
  { N_ ("Messages"),
    N_ ("Write opens a draft made from what you wrote down, with the places marked that only you can fill. Open it in "
        "your mail program, copy it or print it; then mark it as sent.") },
  { N_ ("After a no, an offer, a yes"),
    N_ ("Set the outcome, and see the whole plan with its days and people before you keep it. A no is the beginning of "
        "an acquaintance; after a yes everyone who helped gets a message of their own.") },
  { N_ ("Find anything"),
    N_ ("Ctrl+K goes to any person, opportunity, company, interview or action by a few letters. Ctrl+F searches in the "
        "view that is shown.") },
  { N_ ("Nothing is lost"),
    N_ ("Ctrl+Z takes back whatever you did last, an import of thousands of people too, for as long as the window is "
        "open. Ctrl+S writes everything into one file that Onward reads again; Ctrl+Shift+S makes a copy of your data "
        "beside it.") },
  { N_ ("Alerts"),
    N_ ("An alert comes when something is due, within your alert hours, also when the window is closed. The hours, the "
        "working days, and each rule with its days are in the Preferences, which show what would change before it "
        "applies.") },
};

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_focusable (label, FALSE); /* what gets the focus here is marked; the keys scroll instead */
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
create_body (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *scroll = gtk_scrolled_window_new ();

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      GtkWidget *heading = create_label (_ (sections[i].heading), "heading");

      gtk_widget_set_margin_top (heading, i > 0 ? 18 : 0);
      gtk_box_append (GTK_BOX (box), heading);
      gtk_box_append (GTK_BOX (box), create_label (_ (sections[i].text), NULL));
    }
  gtk_widget_set_margin_top (box, 18);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), READING);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), clamp);
  gtk_widget_set_vexpand (scroll, TRUE);
  gtk_widget_set_focusable (scroll, TRUE);
  return scroll;
}

static gboolean
close_cb (GtkWidget *window, GVariant *parameter, gpointer data)
{
  gtk_window_close (GTK_WINDOW (window));
  return TRUE;
}

static void
add_escape (GtkWidget *window)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkShortcut *escape =
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0), gtk_callback_action_new (close_cb, NULL, NULL));

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), escape);
  gtk_widget_add_controller (window, keys);
}

static void
closed_cb (GObject *parent)
{
  g_object_set_data (parent, "onward-help", NULL);
}

static void
present_new (GtkWindow *parent)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *body = create_body ();
  int width = gtk_widget_get_width (GTK_WIDGET (parent));
  int height = gtk_widget_get_height (GTK_WIDGET (parent));

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), body);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), _ ("Help"));
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), width > 0 ? MIN (WIDTH, width) : WIDTH,
                               height > 0 ? MIN (HEIGHT, height) : HEIGHT);
  add_escape (window);
  g_object_set_data (G_OBJECT (parent), "onward-help", window);
  g_signal_connect_object (window, "destroy", G_CALLBACK (closed_cb), parent, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_grab_focus (body);
}

/**
 * onward_help_window_present:
 * @parent: the window it stands over; it has one at most
 */
void
onward_help_window_present (GtkWindow *parent)
{
  GtkWindow *window = g_object_get_data (G_OBJECT (parent), "onward-help");

  if (window != NULL)
    gtk_window_present (window);
  else
    present_new (parent);
}
