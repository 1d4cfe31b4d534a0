/* onward-story-choice-sheet.c - asks which stories are to be told in an interview */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-story-choice-sheet.h"

#include "model/onward-interview.h"
#include "onward-window-sheets.h"
#include "pipeline/onward-interview-words.h"
#include "shared/onward-accessible.h"
#include "shared/onward-sheet.h"
#include "store/onward-lists.h"
#include "store/onward-stories.h"

#include <glib/gi18n-lib.h>

#define ONWARD_TYPE_STORY_CHOICE_SHEET (onward_story_choice_sheet_get_type ())
G_DECLARE_FINAL_TYPE (OnwardStoryChoiceSheet, onward_story_choice_sheet, ONWARD, STORY_CHOICE_SHEET, OnwardSheet)

struct _OnwardStoryChoiceSheet
{
  OnwardSheet parent_instance;

  OnwardStore *store;
  gint64 interview;
  char **chosen; /* as it is stored */

  AdwPreferencesGroup *group;
  GPtrArray *rows; /* GtkWidget of the group */
};

G_DEFINE_FINAL_TYPE (OnwardStoryChoiceSheet, onward_story_choice_sheet, ONWARD_TYPE_SHEET)

static GtkCheckButton *
get_check (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "onward-check");
}

static char **
get_chosen (OnwardStoryChoiceSheet *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->rows->len; i++)
    if (get_check (self->rows->pdata[i]) != NULL && gtk_check_button_get_active (get_check (self->rows->pdata[i])))
      g_strv_builder_add (builder, g_object_get_data (G_OBJECT (self->rows->pdata[i]), "onward-story"));
  return g_strv_builder_end (builder);
}

static GtkWidget *
create_row (OnwardStory *story, gboolean chosen)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_auto (GStrv) skills = onward_json_get_texts (story->skills);
  g_autofree char *joined = g_strjoinv (", ", skills);
  const char *title = story->title != NULL ? story->title : _ ("Without a title");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), joined);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), chosen);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  onward_accessible_set_label (check, title);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_object_set_data (G_OBJECT (row), "onward-check", check);
  g_object_set_data_full (G_OBJECT (row), "onward-story", g_strdup (story->record.uuid), g_free);
  return row;
}

static void
fill (OnwardStoryChoiceSheet *self, char **chosen)
{
  g_autoptr (GPtrArray) stories = onward_stories_list (self->store);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < stories->len; i++)
    {
      OnwardStory *story = stories->pdata[i];
      GtkWidget *row = create_row (story, g_strv_contains ((const char *const *)chosen, story->record.uuid));

      adw_preferences_group_add (self->group, row);
      g_ptr_array_add (self->rows, row);
    }
  adw_preferences_group_set_description (
      self->group, stories->len > 0 ? _ ("Two or three that show what they look for.")
                                    : _ ("No stories yet. Write the first one, then choose it here."));
}

static void
store_changed_cb (OnwardStoryChoiceSheet *self, const char *table, GArray *ids)
{
  g_auto (GStrv) chosen = NULL;

  if (!g_str_equal (table, "stories"))
    return;
  chosen = get_chosen (self);
  fill (self, chosen);
}

/* Over the window: the new story comes into the list when it is kept. */
static void
new_story_cb (OnwardStoryChoiceSheet *self)
{
  gtk_widget_activate_action (GTK_WIDGET (onward_window_find (GTK_WIDGET (self))), "win.edit-story", "x", (gint64)0);
}

static void
run (OnwardStoryChoiceSheet *self)
{
  OnwardStoryChoice *choice = g_new0 (OnwardStoryChoice, 1);

  choice->interview = self->interview;
  choice->stories = get_chosen (self);
  onward_window_run_and_close (ONWARD_SHEET (self), _ ("Choose stories for an interview"), _ ("Stories chosen"),
                               onward_stories_choose, choice, (GDestroyNotify)onward_story_choice_free, NULL, NULL);
}

/* Closing keeps what was chosen, as a click does everywhere; Undo takes it back. */
static void
onward_story_choice_sheet_close (OnwardSheet *sheet)
{
  OnwardStoryChoiceSheet *self = ONWARD_STORY_CHOICE_SHEET (sheet);
  g_auto (GStrv) chosen = get_chosen (self);

  if (!g_strv_equal ((const char *const *)chosen, (const char *const *)self->chosen))
    run (self);
  else
    onward_sheet_close (sheet);
}

static void
onward_story_choice_sheet_finalize (GObject *object)
{
  OnwardStoryChoiceSheet *self = ONWARD_STORY_CHOICE_SHEET (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->chosen, g_strfreev);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (onward_story_choice_sheet_parent_class)->finalize (object);
}

static void
onward_story_choice_sheet_class_init (OnwardStoryChoiceSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = onward_story_choice_sheet_finalize;
  ONWARD_SHEET_CLASS (klass)->save = onward_story_choice_sheet_close;
  ONWARD_SHEET_CLASS (klass)->cancel = onward_story_choice_sheet_close;
}

static void
onward_story_choice_sheet_init (OnwardStoryChoiceSheet *self)
{
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *button = gtk_button_new_with_label (_ ("New story"));

  self->rows = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (new_story_cb), self);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_widget_set_margin_top (box, 18);
  gtk_widget_set_margin_bottom (box, 18);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->group));
  gtk_box_append (GTK_BOX (box), button);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 640);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_window_set_default_size (GTK_WINDOW (self), 520, -1);
  g_object_set (self, "title", _ ("Stories for the interview"), "cancel-label", _ ("_Close"), "body", clamp, NULL);
}

/**
 * onward_story_choice_sheet_present:
 * @parent: a widget of the window
 * @interview: an interview
 */
void
onward_story_choice_sheet_present (GtkWidget *parent, gint64 interview)
{
  OnwardStore *store = onward_window_get_store (onward_window_find (parent));
  g_autoptr (OnwardInterview) record = onward_store_get_record (store, ONWARD_TYPE_INTERVIEW, interview);
  g_autofree char *subtitle = NULL;
  g_auto (GStrv) stored = NULL;
  OnwardStoryChoiceSheet *self;

  if (record == NULL)
    return;
  self = g_object_new (ONWARD_TYPE_STORY_CHOICE_SHEET, NULL);
  self->store = g_object_ref (store);
  self->interview = interview;
  stored = onward_json_get_texts (record->stories);
  fill (self, stored);
  self->chosen = get_chosen (self);
  subtitle = onward_interview_words_get_line (store, interview);
  g_object_set (self, "subtitle", subtitle, NULL);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  onward_sheet_present (ONWARD_SHEET (self), parent);
  gtk_widget_child_focus (GTK_WIDGET (self->group), GTK_DIR_TAB_FORWARD);
}
