/* onward-shortcuts.c - all keys: what each does, and the actions that are bound to them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-shortcuts.h"

#include <glib/gi18n-lib.h>

/* The table of the design, "Keyboard": what is shown is what is bound. */
static const OnwardShortcut shortcuts[] = {
  { N_ ("Go to"), NULL, NULL },
  { N_ ("Pipeline"), "<Control>1", "win.show-view::pipeline" },
  { N_ ("Contacts"), "<Control>2", "win.show-view::contacts" },
  { N_ ("Calendar"), "<Control>3", "win.show-view::calendar" },
  { N_ ("Due"), "<Control>4", "win.focus-due" },
  { N_ ("Quick switcher"), "<Control>k", "win.switch" },
  { N_ ("Search"), "<Control>f", "win.search" },
  { N_ ("Header, view, Due pane in turn"), "F6", "win.next-area" },
  { N_ ("Show or hide the Due pane"), "F9", "win.toggle-due" },
  { N_ ("Back"), "<Alt>Left", "win.back" },
  { N_ ("Back, close a sheet"), "Escape", NULL },

  { N_ ("Add"), NULL, NULL },
  { N_ ("New, by what is shown"), "<Control>n", "win.new" },
  { N_ ("New opportunity"), "<Control><Shift>o", "win.new-opportunity" },
  { N_ ("New person"), "<Control><Shift>p", "win.new-person" },
  { N_ ("New interview"), "<Control><Shift>i", "win.new-interview(int64 0)" },
  { N_ ("New follow-up"), "<Control><Shift>f", "win.new-follow-up" },
  { N_ ("Debrief of the latest interview without one"), "<Control>d", "win.debrief(int64 0)" },
  { N_ ("Save what a sheet asks for"), "<Control>Return", NULL },

  { N_ ("Window"), NULL, NULL },
  { N_ ("Undo"), "<Control>z", "win.undo" },
  { N_ ("Redo"), "<Control><Shift>z", "win.redo" },
  { N_ ("Import a file"), "<Control>o", "win.import" },
  { N_ ("Export everything"), "<Control>s", "win.export" },
  { N_ ("Back up now"), "<Control><Shift>s", "win.back-up" },
  { N_ ("Main menu"), "F10", NULL },
  { N_ ("Preferences"), "<Control>comma", "win.preferences::general" },
  { N_ ("Keyboard shortcuts"), "<Control>question", "win.show-help-overlay" },
  { N_ ("Help"), "F1", "win.help" },
  { N_ ("Close the window; alerts go on"), "<Control>w", "window.close" },
  { N_ ("Quit"), "<Control>q", "app.quit" },

  { N_ ("What is due"), NULL, NULL },
  { N_ ("Done"), "<Control>Return", NULL },
  { N_ ("Write"), "w <Control>e", NULL },
  { N_ ("Snooze"), "s", NULL },
  { N_ ("Skip"), "Delete", NULL },
  { N_ ("Edit one of your own"), "F2", NULL },
  { N_ ("Select; with Shift, several"), "space <Shift>Down", NULL },
  { N_ ("More"), "Menu <Shift>F10", NULL },
  { N_ ("Open what it is about"), "Return", NULL },

  { N_ ("Pipeline"), NULL, NULL },
  { N_ ("Board"), "<Control><Shift>b", "win.pipeline-mode::board" },
  { N_ ("Table"), "<Control><Shift>t", "win.pipeline-mode::table" },
  { N_ ("Go from card to card"), "Left Right Up Down", NULL },
  { N_ ("Open"), "Return", NULL },
  { N_ ("Select; with Shift, several"), "space <Shift>Down", NULL },
  { N_ ("Select all"), "<Control>a", NULL },
  { N_ ("Move to the stage before or after"), "<Control><Shift>Left <Control><Shift>Right", NULL },
  { N_ ("Move within the stage"), "<Control><Shift>Up <Control><Shift>Down", NULL },
  { N_ ("Move to a stage"), "<Control>m", NULL },
  { N_ ("Set the outcome"), "<Control><Shift>r", NULL },
  { N_ ("Edit a fact, rename a stage"), "F2", NULL },
  { N_ ("More"), "Menu <Shift>F10", NULL },

  { N_ ("People"), NULL, NULL },
  { N_ ("Select several"), "<Shift>Down <Shift>Up", NULL },
  { N_ ("Select all"), "<Control>a", NULL },
  { N_ ("Remove"), "Delete", NULL },
  { N_ ("More"), "Menu <Shift>F10", NULL },

  { N_ ("A person"), NULL, NULL },
  { N_ ("Write"), "<Control>e", NULL },
  { N_ ("Add a hook"), "<Control>h", NULL },
  { N_ ("Add a note"), "<Control>l", NULL },
  { N_ ("Edit"), "F2", NULL },

  { N_ ("A message"), NULL, NULL },
  { N_ ("Next open slot"), "F8", NULL },
  { N_ ("Previous open slot"), "<Shift>F8", NULL },
  { N_ ("Dismiss the open slot"), "Delete", NULL },
  { N_ ("Copy all"), "<Control><Shift>c", NULL },
  { N_ ("Print"), "<Control>p", NULL },
  { N_ ("Open in mail"), "<Control><Shift>m", NULL },
  { N_ ("Mark as sent"), "<Control>Return", NULL },

  { N_ ("Calendar"), NULL, NULL },
  { N_ ("Earlier, later"), "Page_Up Page_Down", NULL },
  { N_ ("Start"), "Home", NULL },
  { N_ ("Today"), "t", NULL },
  { N_ ("Month, week, agenda"), "m w a", NULL },
  { N_ ("Go to a day"), "g", NULL },
  { N_ ("Move by a day or 15 minutes"), "<Alt><Shift>Left <Alt><Shift>Right <Alt><Shift>Up <Alt><Shift>Down", NULL },
  { N_ ("Make longer or shorter by 15 minutes"), "<Control><Shift>Down <Control><Shift>Up", NULL },
};

/**
 * onward_shortcuts_get_all:
 * @n: (out): how many rows there are
 *
 * Returns: (transfer none) (array length=n): the groups and what is in each, in order
 */
const OnwardShortcut *
onward_shortcuts_get_all (guint *n)
{
  *n = G_N_ELEMENTS (shortcuts);
  return shortcuts;
}

/**
 * onward_shortcuts_bind:
 * @application: the program
 *
 * Binds the keys that are not a widget's own.
 */
void
onward_shortcuts_bind (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (shortcuts[i].action != NULL)
      {
        g_auto (GStrv) keys = g_strsplit (shortcuts[i].keys, " ", -1);

        gtk_application_set_accels_for_action (application, shortcuts[i].action, (const char *const *)keys);
      }
}
