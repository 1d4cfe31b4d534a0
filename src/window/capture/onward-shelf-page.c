/* onward-shelf-page.c - what the user keeps for later: stories to tell, and what is worth sending */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-shelf-page.h"

#include "shared/onward-accessible.h"
#include "store/onward-lists.h"
#include "store/onward-stories.h"
#include "store/onward-value-item-edits.h"

#include <glib/gi18n-lib.h>

#define ONWARD_TYPE_SHELF_PAGE (onward_shelf_page_get_type ())
G_DECLARE_FINAL_TYPE (OnwardShelfPage, onward_shelf_page, ONWARD, SHELF_PAGE, GtkWidget)

struct _OnwardShelfPage
{
  GtkWidget parent_instance;

  OnwardStore *store;
  gboolean stories; /* else what is worth sending */
  guint update_source;

  GtkWidget *scroll;
  GtkLabel *description;
  GtkWidget *add;
  GtkListBox *list;
  GtkWidget *empty;
};

G_DEFINE_FINAL_TYPE (OnwardShelfPage, onward_shelf_page, GTK_TYPE_WIDGET)

static void
append_row (OnwardShelfPage *self, gint64 id, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *label = *subtitle != '\0' ? g_strdup_printf ("%s, %s", title, subtitle) : g_strdup (title);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "onward-id", g_memdup2 (&id, sizeof id), g_free);
  onward_accessible_set_label (row, label);
  gtk_list_box_append (self->list, row);
}

static void
append_story (OnwardShelfPage *self, OnwardStory *story)
{
  g_auto (GStrv) skills = onward_json_get_texts (story->skills);
  g_autofree char *joined = g_strjoinv (", ", skills);

  append_row (self, story->record.id, story->title != NULL ? story->title : _ ("Without a title"), joined);
}

static void
append_value_item (OnwardShelfPage *self, OnwardValueItem *item)
{
  g_auto (GStrv) topics = onward_json_get_texts (item->topics);
  g_autofree char *joined = g_strjoinv (", ", topics);
  g_autofree char *offered = onward_value_items_get_offered (self->store, item->record.id);
  /* Translators: names: something was sent to them */
  g_autofree char *sent =
      offered != NULL ? g_strdup_printf (_ ("sent to %s"), offered) : g_strdup (_ ("not sent to anybody yet"));
  g_autofree char *line = *joined != '\0' ? g_strdup_printf ("%s · %s", joined, sent) : g_strdup (sent);
  const char *title = item->title != NULL ? item->title : item->url;

  append_row (self, item->record.id, title != NULL ? title : _ ("Without a title"), line);
}

static void
update (OnwardShelfPage *self)
{
  g_autoptr (GPtrArray) records =
      self->stories ? onward_stories_list (self->store) : onward_value_items_list (self->store);
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  int focused = focus != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus)) : -1;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < records->len; i++)
    if (self->stories)
      append_story (self, records->pdata[i]);
    else
      append_value_item (self, records->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->list), records->len > 0);
  gtk_widget_set_visible (self->empty, records->len == 0);
  if (focused >= 0 && gtk_list_box_get_row_at_index (self->list, focused) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, focused)));
}

static gboolean
update_cb (gpointer data)
{
  OnwardShelfPage *self = data;

  self->update_source = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

static void
store_changed_cb (OnwardShelfPage *self, const char *table, GArray *ids)
{
  static const char *const tables[] = { "stories", "value_items", "touches", "touch_contacts", "contacts", NULL };

  if (g_strv_contains (tables, table) && self->update_source == 0)
    self->update_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

static void
row_activated_cb (OnwardShelfPage *self, GtkListBoxRow *row)
{
  gint64 *id = g_object_get_data (G_OBJECT (row), "onward-id");

  gtk_widget_activate_action (GTK_WIDGET (self), self->stories ? "win.edit-story" : "win.edit-value-item", "x", *id);
}

static void
onward_shelf_page_dispose (GObject *object)
{
  OnwardShelfPage *self = ONWARD_SHELF_PAGE (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_pointer (&self->scroll, gtk_widget_unparent);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (onward_shelf_page_parent_class)->dispose (object);
}

static void
onward_shelf_page_class_init (OnwardShelfPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = onward_shelf_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, ONWARD_RESOURCE_PATH "/ui/capture/onward-shelf-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OnwardShelfPage, scroll);
  gtk_widget_class_bind_template_child (widget_class, OnwardShelfPage, description);
  gtk_widget_class_bind_template_child (widget_class, OnwardShelfPage, add);
  gtk_widget_class_bind_template_child (widget_class, OnwardShelfPage, list);
  gtk_widget_class_bind_template_child (widget_class, OnwardShelfPage, empty);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
onward_shelf_page_init (OnwardShelfPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
push (OnwardWindow *window, gboolean stories)
{
  OnwardShelfPage *self = g_object_new (ONWARD_TYPE_SHELF_PAGE, NULL);
  const char *title = stories ? _ ("Stories") : _ ("Worth sending");

  self->store = g_object_ref (onward_window_get_store (window));
  self->stories = stories;
  gtk_label_set_label (self->description,
                       stories ? _ ("What you have done, ready to be told: situation, task, action, result.")
                               : _ ("Links, events and notes for people you keep in touch with."));
  gtk_button_set_label (GTK_BUTTON (self->add), stories ? _ ("New story") : _ ("Keep something"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->add), "x", (gint64)0);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->add), stories ? "win.edit-story" : "win.edit-value-item");
  gtk_label_set_label (GTK_LABEL (self->empty), stories ? _ ("No stories yet") : _ ("Nothing kept yet"));
  onward_accessible_set_label (GTK_WIDGET (self->list), title);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
  onward_window_push_page (window, GTK_WIDGET (self), title, NULL);
}

/**
 * onward_shelf_page_push_stories:
 * @window: the window
 *
 * Covers what the window shows with the list of career stories, until Back.
 */
void
onward_shelf_page_push_stories (OnwardWindow *window)
{
  push (window, TRUE);
}

/**
 * onward_shelf_page_push_value_items:
 * @window: the window
 *
 * Covers what the window shows with the list of what is worth sending, until Back.
 */
void
onward_shelf_page_push_value_items (OnwardWindow *window)
{
  push (window, FALSE);
}
