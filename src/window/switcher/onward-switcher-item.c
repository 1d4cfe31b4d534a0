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
  { N_ ("New opportunity"), "list-add-symbolic", "win.new-opportunity" },
  { N_ ("New person"), "list-add-symbolic", "win.new-person" },
  { N_ ("New interview"), "list-add-symbolic", "win.new-interview(int64 0)" },
  { N_ ("Write down the latest interview"), "onward-debrief-symbolic", "win.debrief(int64 0)" },
  { N_ ("Stories"), "onward-note-symbolic", "win.stories" },
  { N_ ("Worth sending"), "onward-announce-symbolic", "win.worth-sending" },
  { N_ ("Import people"), "document-open-symbolic", "win.import" },
  { N_ ("Show or hide the Due pane"), "onward-due-symbolic", "win.toggle-due" },
  { N_ ("Preferences"), "preferences-system-symbolic", "win.preferences::playbook" },
  { N_ ("Keyboard shortcuts"), "input-keyboard-symbolic", "win.show-help-overlay" },
  { N_ ("About Onward"), "help-about-symbolic", "app.about" },
  { N_ ("Quit"), "application-exit-symbolic", "app.quit" },
};

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

/**
 * onward_switcher_item_add_actions:
 * @store: where to
 * @text: what the user typed; "" = all
 *
 * The views and commands whose names have the words.
 */
void
onward_switcher_item_add_actions (GListStore *store, const char *text)
{
  g_autofree char *words = onward_fold_words (text);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autoptr (OnwardSwitcherItem) item = NULL;
      g_autofree char *label = onward_fold_words (_ (actions[i].label));

      if (!has_words (label, words))
        continue;
      item = onward_switcher_item_new (_ (actions[i].label), actions[i].icon, actions[i].action);
      g_list_store_append (store, item);
    }
}
