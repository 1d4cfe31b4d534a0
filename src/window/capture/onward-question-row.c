/* onward-question-row.c - a question of an interview: what is asked, notes for the answer, how it went */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-question-row.h"

#include "onward-preparation-words.h"
#include "shared/onward-accessible.h"

#include <glib/gi18n-lib.h>

struct _OnwardQuestionRow
{
  OnwardPlainRow parent_instance;

  OnwardQuestion *question; /* of the list that outlives the row */
  gboolean filling;

  GtkEditable *text;
  GtkTextView *answer;
  GtkWidget *hint;
  GtkDropDown *rating;
  GtkWidget *remove;
};

enum
{
  CHANGED,
  REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OnwardQuestionRow, onward_question_row, ONWARD_TYPE_PLAIN_ROW)

static void
take (char **field, char *text)
{
  g_free (*field);
  *field = text;
}

static void
text_changed_cb (OnwardQuestionRow *self)
{
  if (self->filling)
    return;
  take (&self->question->text, g_strdup (gtk_editable_get_text (self->text)));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
update_hint (OnwardQuestionRow *self)
{
  gtk_widget_set_visible (self->hint, gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (self->answer)) == 0);
}

static void
answer_changed_cb (OnwardQuestionRow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->answer);
  GtkTextIter start, end;

  update_hint (self);
  if (self->filling)
    return;
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  take (&self->question->answer, gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
rating_changed_cb (OnwardQuestionRow *self)
{
  if (self->filling || self->question == NULL)
    return;
  self->question->rating = (int)gtk_drop_down_get_selected (self->rating);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Enter in the question goes on to the answer. */
static void
text_activate_cb (OnwardQuestionRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->answer));
}

static void
remove_clicked_cb (OnwardQuestionRow *self)
{
  g_signal_emit (self, signals[REMOVE], 0);
}

static gboolean
onward_question_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (ONWARD_QUESTION_ROW (widget)->text));
}

static void
onward_question_row_class_init (OnwardQuestionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  widget_class->grab_focus = onward_question_row_grab_focus;
  /* Something of it was typed or chosen; it goes. */
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVE] = g_signal_new ("remove", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, ONWARD_RESOURCE_PATH "/ui/capture/onward-question-row.ui");
  gtk_widget_class_bind_template_child (widget_class, OnwardQuestionRow, text);
  gtk_widget_class_bind_template_child (widget_class, OnwardQuestionRow, answer);
  gtk_widget_class_bind_template_child (widget_class, OnwardQuestionRow, hint);
  gtk_widget_class_bind_template_child (widget_class, OnwardQuestionRow, rating);
  gtk_widget_class_bind_template_child (widget_class, OnwardQuestionRow, remove);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, rating_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
}

static void
onward_question_row_init (OnwardQuestionRow *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill_ratings (OnwardQuestionRow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const char *const *ratings = onward_preparation_words_get_ratings ();

  for (guint i = 0; ratings[i] != NULL; i++)
    gtk_string_list_append (names, _ (ratings[i]));
  gtk_drop_down_set_model (self->rating, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->rating, (guint)self->question->rating);
  onward_accessible_set_choice_label (self->rating, _ ("How the answer went"));
}

static void
name_parts (OnwardQuestionRow *self)
{
  gboolean mine = self->question->mine;
  const char *notes = mine ? _ ("What they answered") : _ ("Notes for your answer");
  g_autofree char *remove = g_strdup_printf (_ ("Remove: %s"), self->question->text);

  gtk_label_set_label (GTK_LABEL (self->hint), notes);
  onward_accessible_set_label (GTK_WIDGET (self->text), mine ? _ ("Question to ask") : _ ("Question you expect"));
  onward_accessible_set_label (GTK_WIDGET (self->answer), notes);
  onward_accessible_set_label (self->remove, remove);
}

/**
 * onward_question_row_new:
 * @question: a question; outlives the row
 * @rated: whether it is asked how the answer went
 *
 * Returns: (transfer floating): its row, which writes into the question what is typed
 */
GtkWidget *
onward_question_row_new (OnwardQuestion *question, gboolean rated)
{
  OnwardQuestionRow *self = g_object_new (ONWARD_TYPE_QUESTION_ROW, NULL);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->answer);

  self->question = question;
  gtk_editable_set_text (self->text, question->text);
  gtk_text_buffer_set_text (buffer, question->answer, -1);
  g_signal_connect_swapped (buffer, "changed", G_CALLBACK (answer_changed_cb), self);
  fill_ratings (self);
  gtk_widget_set_visible (GTK_WIDGET (self->rating), !question->mine && (rated || question->rating > 0));
  name_parts (self);
  update_hint (self);
  self->filling = FALSE;
  return GTK_WIDGET (self);
}

OnwardQuestion *
onward_question_row_get_question (OnwardQuestionRow *self)
{
  return self->question;
}
