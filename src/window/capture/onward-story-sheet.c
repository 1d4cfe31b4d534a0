/* onward-story-sheet.c - asks for a career story: situation, task, action, result */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-story-sheet.h"

#include "onward-window-sheets.h"
#include "shared/onward-kept-sheet.h"
#include "store/onward-lists.h"
#include "store/onward-stories.h"

#include <glib/gi18n-lib.h>

#define ONWARD_TYPE_STORY_SHEET (onward_story_sheet_get_type ())
G_DECLARE_FINAL_TYPE (OnwardStorySheet, onward_story_sheet, ONWARD, STORY_SHEET, OnwardSheet)

struct _OnwardStorySheet
{
  OnwardSheet parent_instance;

  gint64 id; /* 0 = new */

  GtkEditable *name;
  GtkTextView *situation;
  GtkTextView *task;
  GtkTextView *action;
  GtkTextView *result;
  GtkEditable *skills;
  GtkWidget *remove;
};

G_DEFINE_FINAL_TYPE (OnwardStorySheet, onward_story_sheet, ONWARD_TYPE_SHEET)

static char *
get_text (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static void
set_text (GtkTextView *view, const char *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), text != NULL ? text : "", -1);
}

static void
check (OnwardStorySheet *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));

  onward_sheet_set_can_save (ONWARD_SHEET (self), *name != '\0');
}

static void
entry_activated_cb (OnwardStorySheet *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "sheet.save", NULL);
}

/* The text would take Ctrl+Enter for a new line. */
static gboolean
text_key_cb (OnwardStorySheet *self, guint keyval, guint keycode, GdkModifierType state)
{
  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter) || (state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (GTK_WIDGET (self), "sheet.save", NULL);
  return GDK_EVENT_STOP;
}

static char **
split_list (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      g_strv_builder_add (builder, parts[i]);
  return g_strv_builder_end (builder);
}

static OnwardStoryEdit *
build (OnwardStorySheet *self)
{
  OnwardStoryEdit *edit = g_new0 (OnwardStoryEdit, 1);

  edit->id = self->id;
  edit->title = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));
  edit->situation = get_text (self->situation);
  edit->task = get_text (self->task);
  edit->action = get_text (self->action);
  edit->result = get_text (self->result);
  edit->skills = split_list (gtk_editable_get_text (self->skills));
  return edit;
}

static void
onward_story_sheet_save (OnwardSheet *sheet)
{
  OnwardStorySheet *self = ONWARD_STORY_SHEET (sheet);

  onward_window_run_and_close (sheet, self->id != 0 ? _ ("Change a story") : _ ("Add a story"),
                               self->id != 0 ? _ ("Story changed") : _ ("Story added"), onward_stories_save,
                               build (self), (GDestroyNotify)onward_story_edit_free, NULL, NULL);
}

static void
remove_clicked_cb (OnwardStorySheet *self)
{
  onward_window_run_with_toast (GTK_WIDGET (onward_window_find (GTK_WIDGET (self))), _ ("Remove a story"),
                                _ ("Story removed"), onward_stories_remove, g_memdup2 (&self->id, sizeof self->id),
                                g_free);
  onward_sheet_close (ONWARD_SHEET (self));
}

static void
onward_story_sheet_class_init (OnwardStorySheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  ONWARD_SHEET_CLASS (klass)->save = onward_story_sheet_save;
  gtk_widget_class_set_template_from_resource (widget_class, ONWARD_RESOURCE_PATH "/ui/capture/onward-story-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, OnwardStorySheet, name);
  gtk_widget_class_bind_template_child (widget_class, OnwardStorySheet, situation);
  gtk_widget_class_bind_template_child (widget_class, OnwardStorySheet, task);
  gtk_widget_class_bind_template_child (widget_class, OnwardStorySheet, action);
  gtk_widget_class_bind_template_child (widget_class, OnwardStorySheet, result);
  gtk_widget_class_bind_template_child (widget_class, OnwardStorySheet, skills);
  gtk_widget_class_bind_template_child (widget_class, OnwardStorySheet, remove);
  gtk_widget_class_bind_template_callback (widget_class, check);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
}

static void
onward_story_sheet_init (OnwardStorySheet *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill (OnwardStorySheet *self, OnwardStory *story)
{
  g_auto (GStrv) skills = onward_json_get_texts (story->skills);
  g_autofree char *joined = g_strjoinv (", ", skills);

  self->id = story->record.id;
  g_object_set (self, "title", _ ("Story"), NULL);
  gtk_editable_set_text (self->name, story->title != NULL ? story->title : "");
  set_text (self->situation, story->situation);
  set_text (self->task, story->task);
  set_text (self->action, story->action);
  set_text (self->result, story->result);
  gtk_editable_set_text (self->skills, joined);
  gtk_widget_set_visible (self->remove, TRUE);
}

/**
 * onward_story_sheet_present:
 * @parent: a widget of the window
 * @story: a story that is to be changed; 0 = a new one
 */
void
onward_story_sheet_present (GtkWidget *parent, gint64 story)
{
  OnwardStore *store = onward_window_get_store (onward_window_find (parent));
  g_autoptr (OnwardStory) record = onward_store_get_record (store, ONWARD_TYPE_STORY, story);
  g_autofree char *key = g_strdup_printf ("story-%" G_GINT64_FORMAT, story);
  OnwardStorySheet *self;

  if (onward_kept_sheet_show (parent, key))
    return;
  self = g_object_new (ONWARD_TYPE_STORY_SHEET, NULL);
  if (record != NULL)
    fill (self, record);
  check (self);
  onward_kept_sheet_watch (ONWARD_SHEET (self), key);
  onward_sheet_present (ONWARD_SHEET (self), parent);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}
