/* onward-debrief-sheet.c - asks what an interview was like */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-debrief-sheet.h"

#include "model/onward-interview.h"
#include "onward-debrief-draft.h"
#include "onward-debrief-person-row.h"
#include "onward-question-list.h"
#include "onward-window-sheets.h"
#include "pipeline/onward-interview-words.h"
#include "playbook/onward-wall.h"
#include "shared/onward-accessible.h"
#include "shared/onward-date-button.h"
#include "shared/onward-plain-row.h"
#include "shared/onward-sheet.h"
#include "store/onward-kept-drafts.h"

#include <glib/gi18n-lib.h>

#define ONWARD_TYPE_DEBRIEF_SHEET (onward_debrief_sheet_get_type ())
G_DECLARE_FINAL_TYPE (OnwardDebriefSheet, onward_debrief_sheet, ONWARD, DEBRIEF_SHEET, OnwardSheet)

struct _OnwardDebriefSheet
{
  OnwardSheet parent_instance;

  OnwardDebriefDraft *draft;
  gboolean filling;

  GtkListBox *people;
  GtkWidget *else_row;
  GtkEditable *somebody;
  GtkWidget *incomplete;
  OnwardDateButton *promise_on;
  GtkWidget *promise_by_row;
  GtkDropDown *promise_by;
  GtkBox *lists;
  GtkEditable *well_1;
  GtkEditable *well_2;
  GtkEditable *well_3;
  GtkEditable *differently_1;
  GtkEditable *differently_2;
  GtkEditable *differently_3;
  OnwardQuestionList *questions;
  GtkCheckButton *by_the_book;
  GtkCheckButton *let_go;
  GtkEditable *let_go_of;
  GtkCheckButton *keep_in_touch;

  gint64 follow_up; /* under which it is kept while it is typed; 0 = nowhere */
  char *kept;
  guint keep_source;
};

/* At most so much of what was typed is lost with the program. */
#define KEEP_EVERY 1000

G_DEFINE_FINAL_TYPE (OnwardDebriefSheet, onward_debrief_sheet, ONWARD_TYPE_SHEET)

/* Who can have promised: nobody named, then everybody who was met, by their place in the draft. */
static void
fill_promise_by (OnwardDebriefSheet *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ ("Nobody named"));
  for (guint i = 0; i < self->draft->people->len; i++)
    gtk_string_list_append (names, ((OnwardPersonEdit *)self->draft->people->pdata[i])->name);
  self->filling = TRUE;
  gtk_drop_down_set_model (self->promise_by, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->promise_by, (guint)(self->draft->promise_by + 1));
  self->filling = FALSE;
}

static void
update (OnwardDebriefSheet *self)
{
  gtk_widget_set_visible (self->incomplete, !onward_debrief_draft_is_complete (self->draft));
  gtk_widget_set_visible (self->promise_by_row, self->draft->promise_on != ONWARD_NO_DAY);
  fill_promise_by (self);
}

static void
skipped_cb (GtkListBoxRow *row, OnwardDebriefSheet *self)
{
  int position = gtk_list_box_row_get_index (row);

  gtk_list_box_remove (self->people, GTK_WIDGET (row));
  onward_debrief_draft_skip_person (self->draft, (guint)position);
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->somebody));
}

static GtkWidget *
append_row (OnwardDebriefSheet *self, OnwardPersonEdit *person)
{
  GtkWidget *row = onward_debrief_person_row_new (self->draft, person);

  onward_debrief_person_row_set_narrow (ONWARD_DEBRIEF_PERSON_ROW (row), onward_sheet_get_narrow (ONWARD_SHEET (self)));
  g_signal_connect_swapped (row, "changed", G_CALLBACK (update), self);
  g_signal_connect (row, "skipped", G_CALLBACK (skipped_cb), self);
  gtk_list_box_insert (self->people, row, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self->else_row)));
  return row;
}

/* Enter adds them and stays in the entry, so that the next name can be typed. */
static void
add_somebody (OnwardDebriefSheet *self)
{
  if (onward_debrief_draft_add_person (self->draft, gtk_editable_get_text (self->somebody)))
    append_row (self, self->draft->people->pdata[self->draft->people->len - 1]);
  gtk_editable_set_text (self->somebody, "");
  update (self);
}

/* Enter goes on, as Tab does; Ctrl+Enter saves. */
static void
next_cb (OnwardDebriefSheet *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

/* With nothing typed there is nobody else. */
static void
somebody_activate_cb (OnwardDebriefSheet *self)
{
  if (*gtk_editable_get_text (self->somebody) == '\0')
    next_cb (self);
  else
    add_somebody (self);
}

static void
let_go_of_changed_cb (OnwardDebriefSheet *self)
{
  if (!self->filling && *gtk_editable_get_text (self->let_go_of) != '\0')
    gtk_check_button_set_active (self->let_go, TRUE);
}

static void
promise_changed_cb (OnwardDebriefSheet *self)
{
  self->draft->promise_on = onward_date_button_get_day (self->promise_on);
  /* With one person there is no doubt who said so. */
  if (self->draft->promise_by < 0 && self->draft->people->len == 1)
    self->draft->promise_by = 0;
  update (self);
}

static void
promise_by_changed_cb (OnwardDebriefSheet *self)
{
  guint selected = gtk_drop_down_get_selected (self->promise_by);

  if (!self->filling && selected != GTK_INVALID_LIST_POSITION)
    self->draft->promise_by = (int)selected - 1;
}

static void
narrow_changed_cb (OnwardDebriefSheet *self)
{
  gboolean narrow = onward_sheet_get_narrow (ONWARD_SHEET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->lists),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (self->lists, !narrow);
  for (int i = 0; gtk_list_box_get_row_at_index (self->people, i) != NULL; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->people, i);

      if (ONWARD_IS_DEBRIEF_PERSON_ROW (row))
        onward_debrief_person_row_set_narrow (ONWARD_DEBRIEF_PERSON_ROW (row), narrow);
    }
}

static void
take_text (char **field, GtkEditable *entry)
{
  g_free (*field);
  *field = g_strdup (gtk_editable_get_text (entry));
}

/* What the entries hold that do not tell while they are typed in. */
static void
take_texts (OnwardDebriefSheet *self)
{
  OnwardDebriefDraft *draft = self->draft;

  take_text (&draft->well[0], self->well_1);
  take_text (&draft->well[1], self->well_2);
  take_text (&draft->well[2], self->well_3);
  take_text (&draft->differently[0], self->differently_1);
  take_text (&draft->differently[1], self->differently_2);
  take_text (&draft->differently[2], self->differently_3);
  take_text (&draft->let_go_of, self->let_go_of);
  take_text (&draft->somebody, self->somebody);
  draft->by_the_book = gtk_check_button_get_active (self->by_the_book);
  draft->let_go = gtk_check_button_get_active (self->let_go);
  draft->keep_in_touch = gtk_check_button_get_active (self->keep_in_touch);
}

static void
keep_on_disk (OnwardDebriefSheet *self, const char *text)
{
  if (self->follow_up != 0)
    onward_store_run_async (self->draft->store, NULL, onward_kept_drafts_keep,
                            onward_kept_draft_new (self->follow_up, 0, text), (GDestroyNotify)onward_kept_draft_free,
                            NULL, NULL);
}

/* Nothing typed is lost with the program: what is other than a second ago is written beside the database's records. */
static gboolean
keep_cb (gpointer data)
{
  OnwardDebriefSheet *self = data;
  g_autofree char *now = NULL;

  take_texts (self);
  now = onward_debrief_draft_to_text (self->draft);
  if (g_str_equal (now, self->kept))
    return G_SOURCE_CONTINUE;
  keep_on_disk (self, now);
  g_free (self->kept);
  self->kept = g_steal_pointer (&now);
  return G_SOURCE_CONTINUE;
}

static void
take_all (OnwardDebriefSheet *self)
{
  onward_question_list_add_typed (self->questions);
  add_somebody (self);
  take_texts (self);
}

/* From here on the interview itself has it; what was refused is there when the sheet is opened again. */
static void
written_cb (gboolean done, gpointer data)
{
  g_autoptr (OnwardDebriefSheet) self = data;
  g_autofree char *text = done ? NULL : onward_debrief_draft_to_text (self->draft);

  if (done)
    g_clear_handle_id (&self->keep_source, g_source_remove);
  keep_on_disk (self, text);
}

static void
onward_debrief_sheet_save (OnwardSheet *sheet)
{
  OnwardDebriefSheet *self = ONWARD_DEBRIEF_SHEET (sheet);

  take_all (self);
  onward_window_run_and_close (sheet, _ ("Write a debrief"), _ ("Debrief written"), onward_interviews_write_debrief,
                               onward_debrief_draft_build (self->draft, TRUE), (GDestroyNotify)onward_debrief_edit_free,
                               written_cb, g_object_ref (self));
}

/* Later keeps what was typed; with nothing typed there is nothing to keep. Whatever becomes of it, the sheet is
 * left. */
static void
onward_debrief_sheet_cancel (OnwardSheet *sheet)
{
  OnwardDebriefSheet *self = ONWARD_DEBRIEF_SHEET (sheet);
  GtkWidget *window = GTK_WIDGET (onward_window_find (GTK_WIDGET (self)));

  take_all (self);
  if (onward_debrief_draft_has_changed (self->draft))
    onward_window_run_full (window, _ ("Keep a debrief for later"), _ ("Kept for later"),
                            onward_interviews_write_debrief, onward_debrief_draft_build (self->draft, FALSE),
                            (GDestroyNotify)onward_debrief_edit_free, written_cb, g_object_ref (self));
  else
    keep_on_disk (self, NULL);
  onward_sheet_close (sheet);
}

/* It may outlive its window until what it asked for is done. */
static void
onward_debrief_sheet_dispose (GObject *object)
{
  g_clear_handle_id (&ONWARD_DEBRIEF_SHEET (object)->keep_source, g_source_remove);
  G_OBJECT_CLASS (onward_debrief_sheet_parent_class)->dispose (object);
}

static void
onward_debrief_sheet_finalize (GObject *object)
{
  OnwardDebriefSheet *self = ONWARD_DEBRIEF_SHEET (object);

  g_clear_pointer (&self->draft, onward_debrief_draft_free);
  g_clear_pointer (&self->kept, g_free);
  G_OBJECT_CLASS (onward_debrief_sheet_parent_class)->finalize (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, OnwardDebriefSheet, name)

static void
bind_children (GtkWidgetClass *widget_class)
{
  BIND (people);
  BIND (else_row);
  BIND (somebody);
  BIND (incomplete);
  BIND (promise_on);
  BIND (promise_by_row);
  BIND (promise_by);
  BIND (lists);
  BIND (well_1);
  BIND (well_2);
  BIND (well_3);
  BIND (differently_1);
  BIND (differently_2);
  BIND (differently_3);
  BIND (questions);
  BIND (by_the_book);
  BIND (let_go);
  BIND (let_go_of);
  BIND (keep_in_touch);
}

static void
onward_debrief_sheet_class_init (OnwardDebriefSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = onward_debrief_sheet_dispose;
  G_OBJECT_CLASS (klass)->finalize = onward_debrief_sheet_finalize;
  ONWARD_SHEET_CLASS (klass)->save = onward_debrief_sheet_save;
  ONWARD_SHEET_CLASS (klass)->cancel = onward_debrief_sheet_cancel;
  g_type_ensure (ONWARD_TYPE_DATE_BUTTON);
  g_type_ensure (ONWARD_TYPE_PLAIN_ROW);
  g_type_ensure (ONWARD_TYPE_QUESTION_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ONWARD_RESOURCE_PATH "/ui/capture/onward-debrief-sheet.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, somebody_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, let_go_of_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, promise_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, promise_by_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_changed_cb);
}

static void
onward_debrief_sheet_init (OnwardDebriefSheet *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill_points (GtkEditable **entries, char **points, const char *heading)
{
  for (guint i = 0; i < ONWARD_DEBRIEF_POINTS; i++)
    {
      g_autofree char *label = g_strdup_printf ("%s, %u", heading, i + 1);

      gtk_editable_set_text (entries[i], points[i]);
      onward_accessible_set_label (GTK_WIDGET (entries[i]), label);
    }
}

static void
fill (OnwardDebriefSheet *self)
{
  OnwardDebriefDraft *draft = self->draft;
  GtkEditable *well[] = { self->well_1, self->well_2, self->well_3 };
  GtkEditable *differently[] = { self->differently_1, self->differently_2, self->differently_3 };

  for (guint i = 0; i < draft->people->len; i++)
    append_row (self, draft->people->pdata[i]);
  onward_date_button_set_store (self->promise_on, draft->store);
  onward_date_button_set_day (self->promise_on, draft->promise_on);
  fill_points (well, draft->well, _ ("Three that went well"));
  fill_points (differently, draft->differently, _ ("Three to do differently"));
  onward_question_list_show (self->questions, draft->questions, TRUE);
  gtk_check_button_set_active (self->by_the_book, draft->by_the_book);
  gtk_check_button_set_active (self->let_go, draft->let_go);
  self->filling = TRUE;
  gtk_editable_set_text (self->let_go_of, draft->let_go_of);
  self->filling = FALSE;
  gtk_editable_set_text (self->somebody, draft->somebody);
  gtk_check_button_set_active (self->keep_in_touch, draft->keep_in_touch);
  update (self);
}

/* What was being typed when the program ended. */
static void
restore (OnwardDebriefSheet *self)
{
  OnwardDebriefDraft *draft = self->draft;
  g_autofree char *text = NULL;

  self->follow_up = onward_interviews_find_debrief_follow_up (draft->store, draft->interview);
  if (self->follow_up != 0)
    text = onward_kept_drafts_get (draft->store, self->follow_up, 0);
  onward_debrief_draft_take_text (draft, text);
  self->kept = onward_debrief_draft_to_text (draft);
  self->keep_source = g_timeout_add (KEEP_EVERY, keep_cb, self);
}

/**
 * onward_debrief_sheet_present:
 * @parent: a widget of the window
 * @interview: the interview
 */
void
onward_debrief_sheet_present (GtkWidget *parent, gint64 interview)
{
  OnwardStore *store = onward_window_get_store (onward_window_find (parent));
  OnwardDebriefDraft *draft = onward_debrief_draft_load (store, interview);
  OnwardDebriefSheet *self;
  g_autofree char *subtitle = NULL;

  if (draft == NULL)
    return;
  self = g_object_new (ONWARD_TYPE_DEBRIEF_SHEET, NULL);
  self->draft = draft;
  subtitle = onward_interview_words_get_line (store, interview);
  g_object_set (self, "subtitle", subtitle, NULL);
  restore (self);
  fill (self);
  onward_sheet_present (ONWARD_SHEET (self), parent);
  gtk_widget_child_focus (GTK_WIDGET (self->people), GTK_DIR_TAB_FORWARD);
}
