/* onward-prepare-page.c - what to know, to tell and to ask in an interview */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-prepare-page.h"

#include "onward-join-link.h"
#include "onward-preparation-paper.h"
#include "onward-preparation-rows.h"
#include "onward-preparation-words.h"
#include "onward-question-list.h"
#include "pipeline/onward-interview-words.h"
#include "shared/onward-accessible.h"
#include "shared/onward-beside.h"
#include "shared/onward-columns.h"
#include "shared/onward-dialogs.h"
#include "store/onward-preparation.h"
#include "store/onward-questions.h"

#include <glib/gi18n-lib.h>

/* What is typed is on the disk after this; a step of Undo is what was typed without a pause. */
#define KEEP_AFTER 700

#define ONWARD_TYPE_PREPARE_PAGE (onward_prepare_page_get_type ())
G_DECLARE_FINAL_TYPE (OnwardPreparePage, onward_prepare_page, ONWARD, PREPARE_PAGE, GtkWidget)

struct _OnwardPreparePage
{
  GtkWidget parent_instance;

  OnwardStore *store;
  gint64 interview;
  OnwardPreparation *shown;
  GPtrArray *questions; /* OnwardQuestion, as they are typed */
  char *kept;           /* the questions as they were last read or written */
  guint keep_source;
  guint writing;    /* how often what was typed is on its way to the disk */
  gboolean refused; /* what was written last was: it stands here alone */
  guint update_source;

  GtkWidget *scroll;
  GtkLabel *title;
  GtkLabel *when;
  GtkLabel *place;
  GtkWidget *change;
  GtkWidget *debrief;
  GtkWidget *join;
  GtkWidget *choose;
  GtkListBox *stories;
  GtkWidget *no_stories;
  OnwardQuestionList *theirs;
  OnwardQuestionList *mine;
  GtkWidget *closing;
  GtkLabel *closing_question;
  GtkLabel *closing_advice;
  GtkListBox *people;
  GtkWidget *no_people;
  GtkWidget *company_block;
  GtkListBox *company;
  GtkWidget *siblings_block;
  GtkListBox *siblings;
};

G_DEFINE_FINAL_TYPE (OnwardPreparePage, onward_prepare_page, GTK_TYPE_WIDGET)

static void
show_lists (OnwardPreparePage *self)
{
  OnwardPreparation *shown = self->shown;
  g_auto (GStrv) facts = onward_preparation_words_list_about_company (shown);
  g_auto (GStrv) siblings = onward_preparation_words_list_siblings (shown, self->store);

  onward_preparation_rows_show_stories (self->stories, shown);
  onward_preparation_rows_show_people (self->people, shown);
  onward_preparation_rows_show_lines (self->company, facts);
  onward_preparation_rows_show_lines (self->siblings, siblings);
  gtk_widget_set_visible (GTK_WIDGET (self->stories), shown->stories->len > 0);
  gtk_widget_set_visible (self->no_stories, shown->stories->len == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->people), shown->people->len > 0);
  gtk_widget_set_visible (self->no_people, shown->people->len == 0);
  gtk_widget_set_visible (self->company_block, facts[0] != NULL);
  gtk_widget_set_visible (self->siblings_block, siblings[0] != NULL);
}

static void
show_top (OnwardPreparePage *self)
{
  OnwardInterview *interview = self->shown->interview;
  OnwardInterviewState state = onward_interview_words_get_state (self->store, interview);
  g_autofree char *title = onward_preparation_words_get_title (self->shown);
  g_autofree char *when = onward_preparation_words_get_when (self->shown, self->store);

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->when, when);
  gtk_label_set_label (self->place, interview->location != NULL ? interview->location : "");
  gtk_widget_set_visible (GTK_WIDGET (self->place), interview->location != NULL);
  gtk_widget_set_visible (self->join,
                          state == ONWARD_INTERVIEW_COMING && onward_join_link_is_valid (interview->join_url));
  gtk_widget_set_visible (self->debrief, state != ONWARD_INTERVIEW_COMING);
  gtk_widget_set_visible (self->closing, onward_preparation_wants_closing_question (self->shown));
}

static char *
format_questions (OnwardPreparePage *self)
{
  char *text = onward_questions_format (self->questions);

  return text != NULL ? text : g_strdup ("");
}

static void
written_cb (gboolean done, gpointer data)
{
  g_autoptr (OnwardPreparePage) self = data;

  self->writing--;
  self->refused = !done;
}

static void
run_keep (OnwardPreparePage *self, const char *label, const char *toast)
{
  self->writing++;
  onward_window_run_full (GTK_WIDGET (self), label, toast, onward_questions_save,
                          onward_questions_edit_new (self->interview, self->questions),
                          (GDestroyNotify)onward_questions_edit_free, written_cb, g_object_ref (self));
}

static void
keep (OnwardPreparePage *self)
{
  g_autofree char *typed = format_questions (self);

  g_clear_handle_id (&self->keep_source, g_source_remove);
  if (g_str_equal (typed, self->kept) && !self->refused)
    return;
  g_free (self->kept);
  self->kept = g_steal_pointer (&typed);
  run_keep (self, _ ("Change the questions of an interview"), NULL);
}

static gboolean
keep_cb (gpointer data)
{
  OnwardPreparePage *self = data;

  self->keep_source = 0;
  keep (self);
  return G_SOURCE_REMOVE;
}

static void
question_changed_cb (OnwardPreparePage *self)
{
  g_clear_handle_id (&self->keep_source, g_source_remove);
  self->keep_source = g_timeout_add (KEEP_AFTER, keep_cb, self);
}

static void
question_added_cb (OnwardPreparePage *self)
{
  keep (self);
}

static void
question_removed_cb (OnwardPreparePage *self)
{
  g_clear_handle_id (&self->keep_source, g_source_remove);
  g_free (self->kept);
  self->kept = format_questions (self);
  run_keep (self, _ ("Remove a question"), _ ("Question removed"));
}

/* What is being typed is not taken from under the fingers: only what somebody else changed is read again. */
static void
show_questions (OnwardPreparePage *self)
{
  g_autofree char *stored = onward_questions_format (self->shown->questions);
  const char *now = stored != NULL ? stored : "";
  gboolean rated = onward_interview_words_get_state (self->store, self->shown->interview) != ONWARD_INTERVIEW_COMING;

  if (self->kept != NULL
      && (g_str_equal (self->kept, now) || self->keep_source != 0 || self->writing > 0 || self->refused))
    return;
  g_free (self->kept);
  self->kept = g_strdup (now);
  g_clear_pointer (&self->questions, g_ptr_array_unref);
  self->questions = g_ptr_array_ref (self->shown->questions);
  onward_question_list_show (self->theirs, self->questions, rated);
  onward_question_list_show (self->mine, self->questions, FALSE);
}

static void
update (OnwardPreparePage *self)
{
  OnwardPreparation *now = onward_preparation_load (self->store, self->interview);

  if (now == NULL)
    return;
  g_clear_pointer (&self->shown, onward_preparation_free);
  self->shown = now;
  show_top (self);
  show_lists (self);
  show_questions (self);
}

static gboolean
update_cb (gpointer data)
{
  OnwardPreparePage *self = data;
  g_autoptr (OnwardInterview) interview = onward_store_get_record (self->store, ONWARD_TYPE_INTERVIEW, self->interview);
  OnwardWindow *window = onward_window_find (GTK_WIDGET (self));

  self->update_source = 0;
  if (interview != NULL)
    update (self);
  /* An interview that is gone has nothing to prepare. */
  else if (window != NULL && onward_window_get_page (window) == GTK_WIDGET (self))
    onward_window_pop_page (window);
  return G_SOURCE_REMOVE;
}

static void
store_changed_cb (OnwardPreparePage *self, const char *table, GArray *ids)
{
  static const char *const tables[] = { "interviews",    "interview_people", "contacts", "companies",
                                        "opportunities", "stories",          NULL };

  if (g_strv_contains (tables, table) && self->update_source == 0)
    self->update_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

static void
print_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardPreparePage *self = ONWARD_PREPARE_PAGE (widget);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));
  g_autoptr (OnwardPreparation) preparation = NULL;
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;

  keep (self);
  preparation = onward_preparation_load (self->store, self->interview);
  if (preparation == NULL)
    return;
  g_ptr_array_unref (preparation->questions);
  preparation->questions = g_ptr_array_ref (self->questions);
  operation = onward_preparation_paper_create_operation (preparation, self->store);
  gtk_print_operation_set_allow_async (operation, TRUE);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, window, &error)
      == GTK_PRINT_OPERATION_RESULT_ERROR)
    onward_dialogs_show_error (widget, _ ("Nothing was printed"), error->message);
}

static void
print_clicked_cb (OnwardPreparePage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "prepare.print", NULL);
}

/* Back comes before the pause is over, or the disk has room again. */
static void
onward_prepare_page_unroot (GtkWidget *widget)
{
  OnwardPreparePage *self = ONWARD_PREPARE_PAGE (widget);

  if (self->keep_source != 0 || self->refused)
    keep (self);
  GTK_WIDGET_CLASS (onward_prepare_page_parent_class)->unroot (widget);
}

static void
onward_prepare_page_dispose (GObject *object)
{
  OnwardPreparePage *self = ONWARD_PREPARE_PAGE (object);

  g_clear_handle_id (&self->keep_source, g_source_remove);
  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_pointer (&self->scroll, gtk_widget_unparent);
  g_clear_pointer (&self->shown, onward_preparation_free);
  g_clear_pointer (&self->questions, g_ptr_array_unref);
  g_clear_pointer (&self->kept, g_free);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (onward_prepare_page_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, OnwardPreparePage, name)

static void
bind_children (GtkWidgetClass *widget_class)
{
  BIND (scroll);
  BIND (title);
  BIND (when);
  BIND (place);
  BIND (change);
  BIND (debrief);
  BIND (join);
  BIND (choose);
  BIND (stories);
  BIND (no_stories);
  BIND (theirs);
  BIND (mine);
  BIND (closing);
  BIND (closing_question);
  BIND (closing_advice);
  BIND (people);
  BIND (no_people);
  BIND (company_block);
  BIND (company);
  BIND (siblings_block);
  BIND (siblings);
}

static void
onward_prepare_page_class_init (OnwardPreparePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = onward_prepare_page_dispose;
  widget_class->unroot = onward_prepare_page_unroot;
  gtk_widget_class_install_action (widget_class, "prepare.print", NULL, print_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "prepare.print", NULL);
  g_type_ensure (ONWARD_TYPE_QUESTION_LIST);
  g_type_ensure (ONWARD_TYPE_BESIDE);
  g_type_ensure (ONWARD_TYPE_COLUMNS);
  gtk_widget_class_set_template_from_resource (widget_class, ONWARD_RESOURCE_PATH "/ui/capture/onward-prepare-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, question_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, question_added_cb);
  gtk_widget_class_bind_template_callback (widget_class, question_removed_cb);
}

static void
onward_prepare_page_init (OnwardPreparePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_label_set_label (self->closing_question, onward_preparation_words_get_closing_question ());
  gtk_label_set_label (self->closing_advice, onward_preparation_words_get_closing_advice ());
}

static void
set_action (GtkWidget *button, const char *action, gint64 interview)
{
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", interview);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
}

/* In the header: the page is what is printed. */
static void
add_print_button (OnwardPreparePage *self, OnwardWindow *window)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("printer-symbolic");

  gtk_widget_set_tooltip_text (button, _ ("Print on one page (Ctrl+P)"));
  onward_accessible_set_label (button, _ ("Print"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (print_clicked_cb), self, G_CONNECT_SWAPPED);
  onward_window_set_page_action (window, GTK_WIDGET (self), button);
}

/**
 * onward_prepare_page_push:
 * @window: the window
 * @interview: an interview
 *
 * Covers what the window shows with the preparation of an interview, until Back.
 */
void
onward_prepare_page_push (OnwardWindow *window, gint64 interview)
{
  OnwardStore *store = onward_window_get_store (window);
  g_autoptr (OnwardInterview) record = onward_store_get_record (store, ONWARD_TYPE_INTERVIEW, interview);
  OnwardPreparePage *self;

  if (record == NULL)
    return;
  self = g_object_new (ONWARD_TYPE_PREPARE_PAGE, NULL);
  self->store = g_object_ref (store);
  self->interview = interview;
  set_action (self->change, "win.edit-interview", interview);
  set_action (self->debrief, "win.debrief", interview);
  set_action (self->join, "win.join-interview", interview);
  set_action (self->choose, "win.choose-stories", interview);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
  onward_window_push_page (window, GTK_WIDGET (self), _ ("Prepare"), NULL);
  add_print_button (self, window);
  gtk_widget_grab_focus (GTK_WIDGET (self->theirs));
}
