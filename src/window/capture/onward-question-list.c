/* onward-question-list.c - the questions of an interview, theirs or the user's own, and an entry for another */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-question-list.h"

#include "onward-question-row.h"
#include "shared/onward-accessible.h"

#include <glib/gi18n-lib.h>

struct _OnwardQuestionList
{
  GtkWidget parent_instance;

  GPtrArray *questions; /* OnwardQuestion, all of the interview; shared with whom they were shown for */
  gboolean mine;
  gboolean rated;

  GtkListBox *list;
  GtkWidget *add_row;
  GtkEditable *add;
};

enum
{
  PROP_MINE = 1,
  PROP_TITLE,
  PROP_HINT,
  N_PROPS
};

enum
{
  CHANGED,
  ADDED,
  REMOVED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OnwardQuestionList, onward_question_list, GTK_TYPE_WIDGET)

static void
row_changed_cb (OnwardQuestionList *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
row_remove_cb (OnwardQuestionRow *row, OnwardQuestionList *self)
{
  OnwardQuestion *question = onward_question_row_get_question (row);
  guint position;

  gtk_list_box_remove (self->list, GTK_WIDGET (row));
  if (g_ptr_array_find (self->questions, question, &position))
    g_ptr_array_remove_index (self->questions, position);
  gtk_widget_grab_focus (GTK_WIDGET (self->add));
  g_signal_emit (self, signals[REMOVED], 0);
}

static void
append_row (OnwardQuestionList *self, OnwardQuestion *question)
{
  GtkWidget *row = onward_question_row_new (question, self->rated);

  g_signal_connect_swapped (row, "changed", G_CALLBACK (row_changed_cb), self);
  g_signal_connect (row, "remove", G_CALLBACK (row_remove_cb), self);
  gtk_list_box_insert (self->list, row, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self->add_row)));
}

static void
add_activate_cb (OnwardQuestionList *self)
{
  if (onward_question_list_add_typed (self))
    g_signal_emit (self, signals[ADDED], 0);
}

/* The entry stays what it is: the row around it is nothing of its own. */
static void
build_add_row (OnwardQuestionList *self)
{
  GtkWidget *entry = gtk_entry_new ();

  self->add = GTK_EDITABLE (entry);
  self->add_row = onward_plain_row_new ();
  gtk_entry_set_has_frame (GTK_ENTRY (entry), FALSE);
  g_object_set (entry, "truncate-multiline", FALSE, NULL);
  gtk_widget_add_css_class (entry, "row-text");
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (add_activate_cb), self);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self->add_row), entry);
  gtk_widget_add_css_class (self->add_row, "compact-row");
  gtk_list_box_append (self->list, self->add_row);
}

static void
onward_question_list_set_property (GObject *object, guint property, const GValue *value, GParamSpec *pspec)
{
  OnwardQuestionList *self = ONWARD_QUESTION_LIST (object);

  if (property == PROP_MINE)
    self->mine = g_value_get_boolean (value);
  else if (property == PROP_TITLE && g_value_get_string (value) != NULL)
    onward_accessible_set_label (GTK_WIDGET (self->list), g_value_get_string (value));
  else if (property == PROP_HINT && g_value_get_string (value) != NULL)
    {
      gtk_entry_set_placeholder_text (GTK_ENTRY (self->add), g_value_get_string (value));
      onward_accessible_set_label (GTK_WIDGET (self->add), g_value_get_string (value));
    }
}

static gboolean
onward_question_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (ONWARD_QUESTION_LIST (widget)->add));
}

/* GTK's own way back would go from the questions to this, which gives the focus to the entry again. */
static gboolean
onward_question_list_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (GTK_WIDGET (ONWARD_QUESTION_LIST (widget)->list), direction);
}

static void
onward_question_list_dispose (GObject *object)
{
  OnwardQuestionList *self = ONWARD_QUESTION_LIST (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  if (child != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->questions, g_ptr_array_unref);
  G_OBJECT_CLASS (onward_question_list_parent_class)->dispose (object);
}

static void
onward_question_list_class_init (OnwardQuestionListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = onward_question_list_set_property;
  object_class->dispose = onward_question_list_dispose;
  widget_class->grab_focus = onward_question_list_grab_focus;
  widget_class->focus = onward_question_list_focus;
  properties[PROP_MINE] = g_param_spec_boolean ("mine", NULL, NULL, FALSE, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_HINT] = g_param_spec_string ("hint", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  /* Something is being typed; some came; one went. */
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ADDED] = g_signal_new ("added", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVED] = g_signal_new ("removed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
onward_question_list_init (OnwardQuestionList *self)
{
  GtkWidget *list = gtk_list_box_new ();

  self->list = GTK_LIST_BOX (list);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_parent (list, GTK_WIDGET (self));
  build_add_row (self);
}

/**
 * onward_question_list_show:
 * @self: a list
 * @questions: (element-type OnwardQuestion): all questions of an interview; the list shows those of its kind, and adds
 *   and takes away there
 * @rated: whether it is asked how the answers went
 */
void
onward_question_list_show (OnwardQuestionList *self, GPtrArray *questions, gboolean rated)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != self->add_row)
    gtk_list_box_remove (self->list, row);
  g_clear_pointer (&self->questions, g_ptr_array_unref);
  self->questions = g_ptr_array_ref (questions);
  self->rated = rated;
  for (guint i = 0; i < questions->len; i++)
    if (((OnwardQuestion *)questions->pdata[i])->mine == self->mine)
      append_row (self, questions->pdata[i]);
}

/**
 * onward_question_list_add_typed:
 * @self: a list
 *
 * Takes over what stands in the entry: a question a line, as they come from a mail or a list.
 *
 * Returns: whether there was any
 */
gboolean
onward_question_list_add_typed (OnwardQuestionList *self)
{
  g_auto (GStrv) lines = g_strsplit_set (gtk_editable_get_text (self->add), "\r\n", -1);
  gboolean any = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      {
        g_ptr_array_add (self->questions, onward_question_new (lines[i], self->mine));
        append_row (self, self->questions->pdata[self->questions->len - 1]);
        any = TRUE;
      }
  gtk_editable_set_text (self->add, "");
  return any;
}
