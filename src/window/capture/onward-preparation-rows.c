/* onward-preparation-rows.c - rows that are read: people, stories, facts of an interview */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-preparation-rows.h"

#include "model/onward-story.h"
#include "onward-preparation-words.h"
#include "shared/onward-accessible.h"

#include <glib/gi18n-lib.h>

/* Beside the questions there is not more room. */
#define LINE_CHARS 34

static GtkWidget *
create_label (const char *text, const char *first_class, const char *second_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LINE_CHARS);
  gtk_widget_set_hexpand (label, TRUE);
  if (first_class != NULL)
    gtk_widget_add_css_class (label, first_class);
  if (second_class != NULL)
    gtk_widget_add_css_class (label, second_class);
  return label;
}

static GtkWidget *
create_hook (const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name ("onward-hook-symbolic");

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (icon, "dim-label");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), create_label (text, "small-body", NULL));
  return box;
}

static GtkWidget *
create_face (const char *name)
{
  GtkWidget *face = adw_avatar_new (32, name, TRUE);

  gtk_widget_set_valign (face, GTK_ALIGN_START);
  return face;
}

/* A title and lines below it, the first of them hooks; all of it is what a screen reader says. */
static GtkWidget *
create_row (const char *title, const char *caption, char **lines, guint n_hooks)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *whole = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *joined = g_strjoinv (". ", lines);
  g_autofree char *label = NULL;

  if (caption != NULL)
    gtk_box_append (GTK_BOX (whole), create_face (title));
  gtk_box_append (GTK_BOX (whole), box);
  if (title != NULL)
    gtk_box_append (GTK_BOX (box), create_label (title, NULL, NULL));
  if (caption != NULL)
    gtk_box_append (GTK_BOX (box), create_label (caption, "caption", "dim-label"));
  for (guint i = 0; lines[i] != NULL; i++)
    gtk_box_append (GTK_BOX (box), i < n_hooks ? create_hook (lines[i]) : create_label (lines[i], "small-body", NULL));
  label = title == NULL     ? g_strdup (joined)
          : caption == NULL ? g_strdup_printf ("%s. %s", title, joined)
                            : g_strdup_printf ("%s, %s. %s", title, caption, joined);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), whole);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_add_css_class (row, "compact-row");
  onward_accessible_set_label (row, label);
  return row;
}

static void
clear (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

static void
open_with (GtkWidget *row, const char *action, gint64 id)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
}

/**
 * onward_preparation_rows_show_people:
 * @list: a list
 * @preparation: the preparation of an interview
 *
 * Shows who is expected; a press opens them.
 */
void
onward_preparation_rows_show_people (GtkListBox *list, OnwardPreparation *preparation)
{
  clear (list);
  for (guint i = 0; i < preparation->people->len; i++)
    {
      OnwardPreparedPerson *person = preparation->people->pdata[i];
      g_autofree char *caption = onward_preparation_words_get_person (person);
      g_auto (GStrv) lines = onward_preparation_words_list_about_person (person);
      GtkWidget *row = create_row (person->name, caption, lines, g_strv_length (person->hooks));

      if (person->contact != NULL)
        open_with (row, "win.open-contact", person->contact->record.id);
      gtk_list_box_append (list, row);
    }
}

/**
 * onward_preparation_rows_show_stories:
 * @list: a list
 * @preparation: the preparation of an interview
 *
 * Shows what is to be told; a press opens the story.
 */
void
onward_preparation_rows_show_stories (GtkListBox *list, OnwardPreparation *preparation)
{
  clear (list);
  for (guint i = 0; i < preparation->stories->len; i++)
    {
      OnwardStory *story = preparation->stories->pdata[i];
      g_auto (GStrv) lines = onward_preparation_words_list_story (preparation, i);
      GtkWidget *row = create_row (story->title != NULL ? story->title : _ ("Without a title"), NULL, lines, 0);

      open_with (row, "win.edit-story", story->record.id);
      gtk_list_box_append (list, row);
    }
}

/**
 * onward_preparation_rows_show_lines:
 * @list: a list
 * @lines: (array zero-terminated=1): what it shows, below each other
 */
void
onward_preparation_rows_show_lines (GtkListBox *list, char **lines)
{
  clear (list);
  if (lines[0] != NULL)
    gtk_list_box_append (list, create_row (NULL, NULL, lines, 0));
}
