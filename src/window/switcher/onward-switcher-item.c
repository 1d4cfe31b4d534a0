/* onward-switcher-item.c - a row of the quick switcher that is no record: something to do, or the rest of a group */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-switcher-item.h"

#include "store/onward-fold.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _OnwardSwitcherItem
{
  GObject parent_instance;

  char *label;
  const char *icon;
  const char *action;
};

G_DEFINE_FINAL_TYPE (OnwardSwitcherItem, onward_switcher_item, G_TYPE_OBJECT)

/* The views first. The shortcuts are asked of the application. */
static const struct
{
  const char *label;
  const char *icon;
  const char *action;
} actions[] = {
  { N_ ("Go to the pipeline"), "onward-board-symbolic", "win.show-view::pipeline" },
  { N_ ("Go to contacts"), "onward-people-symbolic", "win.show-view::contacts" },
  { N_ ("Go to the calendar"), "x-office-calendar-symbolic", "win.show-view::calendar" },
  { N_ ("Go to what is due"), "onward-due-symbolic", "win.focus-due" },
  { N_ ("Pipeline as a board"), "onward-board-symbolic", "win.pipeline-mode::board" },
  { N_ ("Pipeline as a table"), "onward-table-symbolic", "win.pipeline-mode::table" },
  { N_ ("New opportunity"), "list-add-symbolic", "win.new-opportunity" },
  { N_ ("New person"), "list-add-symbolic", "win.new-person" },
  { N_ ("New interview"), "list-add-symbolic", "win.new-interview(int64 0)" },
  { N_ ("New follow-up"), "list-add-symbolic", "win.new-follow-up" },
  { N_ ("Prepare the next interview"), "onward-interview-symbolic", "win.prepare(int64 0)" },
  { N_ ("Write down the latest interview"), "onward-debrief-symbolic", "win.debrief(int64 0)" },
  { N_ ("Searches"), "edit-find-symbolic", "win.searches" },
  { N_ ("Stories"), "onward-note-symbolic", "win.stories" },
  { N_ ("Worth sending"), "onward-announce-symbolic", "win.worth-sending" },
  { N_ ("Import a file"), "document-open-symbolic", "win.import" },
  { N_ ("Export everything"), "document-save-as-symbolic", "win.export" },
  { N_ ("Back up now"), "document-save-symbolic", "win.back-up" },
  { N_ ("Show or hide the Due pane"), "onward-due-symbolic", "win.toggle-due" },
  { N_ ("Alerts"), "onward-clock-symbolic", "win.alerts" },
  { N_ ("Preferences"), "preferences-system-symbolic", "win.preferences::general" },
  { N_ ("Preferences: playbook"), "onward-due-symbolic", "win.preferences::playbook" },
  { N_ ("Preferences: stages"), "onward-stage-symbolic", "win.preferences::stages" },
  { N_ ("Preferences: messages"), "onward-note-symbolic", "win.preferences::templates" },
  { N_ ("Preferences: my details"), "onward-person-symbolic", "win.preferences::profile" },
  { N_ ("Look at a sample search"), "onward-board-symbolic", "app.sample" },
  { N_ ("Keyboard shortcuts"), "input-keyboard-symbolic", "win.show-help-overlay" },
  { N_ ("Help"), "help-browser-symbolic", "win.help" },
  { N_ ("About Onward"), "help-about-symbolic", "app.about" },
  { N_ ("Quit"), "application-exit-symbolic", "app.quit" },
};

/* After the views. */
#define UNDO_AFTER 6

static void
onward_switcher_item_finalize (GObject *object)
{
  g_free (ONWARD_SWITCHER_ITEM (object)->label);
  G_OBJECT_CLASS (onward_switcher_item_parent_class)->finalize (object);
}

static void
onward_switcher_item_class_init (OnwardSwitcherItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = onward_switcher_item_finalize;
}

static void
onward_switcher_item_init (OnwardSwitcherItem *self)
{
}

/**
 * onward_switcher_item_new:
 * @label: what it is called
 * @icon: (nullable): a static name
 * @action: (nullable): a static detailed action; NULL when the row shows the rest of its group
 *
 * Returns: (transfer full): an item
 */
OnwardSwitcherItem *
onward_switcher_item_new (const char *label, const char *icon, const char *action)
{
  OnwardSwitcherItem *self = g_object_new (ONWARD_TYPE_SWITCHER_ITEM, NULL);

  self->label = g_strdup (label);
  self->icon = icon;
  self->action = action;
  return self;
}

const char *
onward_switcher_item_get_label (OnwardSwitcherItem *self)
{
  return self->label;
}

const char *
onward_switcher_item_get_icon (OnwardSwitcherItem *self)
{
  return self->icon;
}

const char *
onward_switcher_item_get_action (OnwardSwitcherItem *self)
{
  return self->action;
}

/* Whether every word of @words begins a word of @label; both as onward_fold_words() gives them. */
static gboolean
has_words (const char *label, const char *words)
{
  g_auto (GStrv) all = g_strsplit (words, " ", -1);

  for (guint i = 0; all[i] != NULL; i++)
    {
      g_autofree char *beginning = g_strconcat (" ", all[i], NULL);

      if (*all[i] != '\0' && strstr (label, beginning) == NULL)
        return FALSE;
    }
  return TRUE;
}

static void
add_action (GListStore *list, const char *label, const char *icon, const char *action, const char *words)
{
  g_autoptr (OnwardSwitcherItem) item = NULL;
  g_autofree char *folded = onward_fold_words (label);

  if (!has_words (folded, words))
    return;
  item = onward_switcher_item_new (label, icon, action);
  g_list_store_append (list, item);
}

/* Says what would be taken back, as the menu does; what cannot be is not offered. */
static void
add_undo (GListStore *list, OnwardStore *store, const char *words)
{
  const char *undo = onward_store_get_undo_label (store);
  const char *redo = onward_store_get_redo_label (store);
  g_autofree char *undo_label = undo != NULL ? g_strdup_printf (_ ("Undo “%s”"), undo) : NULL;
  g_autofree char *redo_label = redo != NULL ? g_strdup_printf (_ ("Redo “%s”"), redo) : NULL;

  if (undo != NULL)
    add_action (list, undo_label, "edit-undo-symbolic", "win.undo", words);
  if (redo != NULL)
    add_action (list, redo_label, "edit-redo-symbolic", "win.redo", words);
}

/**
 * onward_switcher_item_add_actions:
 * @list: where to
 * @store: the database, which knows what can be undone
 * @text: what the user typed; "" = all
 *
 * The views and commands whose names have the words.
 */
void
onward_switcher_item_add_actions (GListStore *list, OnwardStore *store, const char *text)
{
  g_autofree char *words = onward_fold_words (text);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      if (i == UNDO_AFTER)
        add_undo (list, store, words);
      add_action (list, _ (actions[i].label), actions[i].icon, actions[i].action, words);
    }
}
