/* onward-interview-sheet.c - asks for an interview and who is expected there */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-interview-sheet.h"

#include "model/onward-stage.h"
#include "onward-interview-draft.h"
#include "onward-interview-person-row.h"
#include "onward-window.h"
#include "pipeline/onward-card-words.h"
#include "shared/onward-date-button.h"
#include "shared/onward-sheet.h"
#include "store/onward-board.h"
#include "store/onward-stages.h"

#include <glib/gi18n-lib.h>

#define ONWARD_TYPE_INTERVIEW_SHEET (onward_interview_sheet_get_type ())
G_DECLARE_FINAL_TYPE (OnwardInterviewSheet, onward_interview_sheet, ONWARD, INTERVIEW_SHEET, OnwardSheet)

struct _OnwardInterviewSheet
{
  OnwardSheet parent_instance;

  OnwardInterviewDraft *draft;
  GArray *opportunities; /* gint64, as the combo lists them; NULL when it is known what it is about */

  AdwComboRow *about;
  AdwComboRow *kind;
  OnwardDateButton *day;
  GtkEditable *time;
  AdwComboRow *length;
  GtkEditable *zone;
  GtkEditable *location;
  GtkListBox *people;
  GtkCheckButton *invited;
  GtkLabel *problem;
};

static const char *const kinds[] = { "phone", "video", "onsite", "panel", "final", "informational", "mock" };
static const int lengths[] = { 15, 30, 45, 60, 75, 90, 120, 150, 180, 240, 300, 360, 420, 480 };

G_DEFINE_FINAL_TYPE (OnwardInterviewSheet, onward_interview_sheet, ONWARD_TYPE_SHEET)

static void
set_text (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

static void
check (OnwardInterviewSheet *self)
{
  const char *problem = onward_interview_draft_get_problem (self->draft);

  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  onward_sheet_set_can_save (ONWARD_SHEET (self), problem == NULL);
}

static void
about_changed_cb (OnwardInterviewSheet *self)
{
  guint selected = adw_combo_row_get_selected (self->about);

  if (self->opportunities == NULL || selected >= self->opportunities->len)
    return;
  onward_interview_draft_set_opportunity (self->draft, g_array_index (self->opportunities, gint64, selected));
  check (self);
}

static void
kind_changed_cb (OnwardInterviewSheet *self)
{
  guint selected = adw_combo_row_get_selected (self->kind);

  if (self->draft != NULL && selected < G_N_ELEMENTS (kinds))
    set_text (&self->draft->kind, kinds[selected]);
}

static void
day_changed_cb (OnwardInterviewSheet *self)
{
  self->draft->day = onward_date_button_get_day (self->day);
  check (self);
}

static void
time_changed_cb (OnwardInterviewSheet *self)
{
  set_text (&self->draft->time, gtk_editable_get_text (self->time));
  check (self);
}

static void
length_changed_cb (OnwardInterviewSheet *self)
{
  guint selected = adw_combo_row_get_selected (self->length);

  if (self->draft != NULL && selected < G_N_ELEMENTS (lengths))
    self->draft->minutes = lengths[selected];
}

static void
zone_changed_cb (OnwardInterviewSheet *self)
{
  g_autofree char *zone = g_strstrip (g_strdup (gtk_editable_get_text (self->zone)));

  set_text (&self->draft->zone, zone);
  check (self);
}

static void
location_changed_cb (OnwardInterviewSheet *self)
{
  set_text (&self->draft->location, gtk_editable_get_text (self->location));
}

static void
invited_toggled_cb (OnwardInterviewSheet *self)
{
  self->draft->invited = gtk_check_button_get_active (self->invited);
}

static void
entry_activated_cb (OnwardInterviewSheet *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "sheet.save", NULL);
}

static GtkWidget *insert_row (OnwardInterviewSheet *self, guint position, OnwardDraftPerson *person);

static void
another_cb (OnwardInterviewPersonRow *row, OnwardInterviewSheet *self)
{
  guint position = (guint)gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + 1;
  GtkListBoxRow *next = gtk_list_box_get_row_at_index (self->people, (int)position);

  /* An empty row that is there already is the next one. */
  if (next != NULL
      && onward_interview_person_row_get_person (ONWARD_INTERVIEW_PERSON_ROW (next))->match == ONWARD_DRAFT_EMPTY)
    gtk_widget_grab_focus (GTK_WIDGET (next));
  else if (onward_interview_person_row_get_person (row)->match != ONWARD_DRAFT_EMPTY)
    gtk_widget_grab_focus (insert_row (self, position, onward_interview_draft_add_person (self->draft, position)));
}

static void
add_clicked_cb (OnwardInterviewSheet *self)
{
  guint position = self->draft->people->len;

  gtk_widget_grab_focus (insert_row (self, position, onward_interview_draft_add_person (self->draft, position)));
}

static void
remove_cb (OnwardInterviewPersonRow *row, OnwardInterviewSheet *self)
{
  int position = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  GtkListBoxRow *next;

  gtk_list_box_remove (self->people, GTK_WIDGET (row));
  onward_interview_draft_remove_person (self->draft, (guint)position);
  if (self->draft->people->len == 0)
    insert_row (self, 0, onward_interview_draft_add_person (self->draft, 0));
  next = gtk_list_box_get_row_at_index (self->people, MIN (position, (int)self->draft->people->len - 1));
  gtk_widget_grab_focus (GTK_WIDGET (next));
  check (self);
}

static GtkWidget *
insert_row (OnwardInterviewSheet *self, guint position, OnwardDraftPerson *person)
{
  GtkWidget *row = onward_interview_person_row_new (self->draft, person);

  onward_interview_person_row_set_narrow (ONWARD_INTERVIEW_PERSON_ROW (row),
                                          onward_sheet_get_narrow (ONWARD_SHEET (self)));
  g_signal_connect_swapped (row, "changed", G_CALLBACK (check), self);
  g_signal_connect (row, "another", G_CALLBACK (another_cb), self);
  g_signal_connect (row, "remove", G_CALLBACK (remove_cb), self);
  gtk_list_box_insert (self->people, row, (int)position);
  return row;
}

static void
narrow_changed_cb (OnwardInterviewSheet *self)
{
  gboolean narrow = onward_sheet_get_narrow (ONWARD_SHEET (self));

  for (int i = 0; gtk_list_box_get_row_at_index (self->people, i) != NULL; i++)
    onward_interview_person_row_set_narrow (
        ONWARD_INTERVIEW_PERSON_ROW (gtk_list_box_get_row_at_index (self->people, i)), narrow);
}

static void
onward_interview_sheet_save (OnwardSheet *sheet)
{
  OnwardInterviewSheet *self = ONWARD_INTERVIEW_SHEET (sheet);
  OnwardWindow *window = onward_window_find (GTK_WIDGET (self));
  const char *label = self->draft->interview != 0 ? _ ("Change an interview") : _ ("Add an interview");

  onward_window_run_with_toast (
      GTK_WIDGET (window), label, self->draft->interview != 0 ? _ ("Interview changed") : _ ("Interview added"),
      onward_interviews_save, onward_interview_draft_build (self->draft), (GDestroyNotify)onward_interview_edit_free);
  onward_sheet_close (sheet);
}

static void
onward_interview_sheet_finalize (GObject *object)
{
  OnwardInterviewSheet *self = ONWARD_INTERVIEW_SHEET (object);

  g_clear_pointer (&self->draft, onward_interview_draft_free);
  g_clear_pointer (&self->opportunities, g_array_unref);
  G_OBJECT_CLASS (onward_interview_sheet_parent_class)->finalize (object);
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, narrow_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, about_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, time_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, length_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, zone_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, location_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, invited_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
}

static void
onward_interview_sheet_class_init (OnwardInterviewSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = onward_interview_sheet_finalize;
  ONWARD_SHEET_CLASS (klass)->save = onward_interview_sheet_save;
  g_type_ensure (ONWARD_TYPE_DATE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ONWARD_RESOURCE_PATH "/ui/capture/onward-interview-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, OnwardInterviewSheet, about);
  gtk_widget_class_bind_template_child (widget_class, OnwardInterviewSheet, kind);
  gtk_widget_class_bind_template_child (widget_class, OnwardInterviewSheet, day);
  gtk_widget_class_bind_template_child (widget_class, OnwardInterviewSheet, time);
  gtk_widget_class_bind_template_child (widget_class, OnwardInterviewSheet, length);
  gtk_widget_class_bind_template_child (widget_class, OnwardInterviewSheet, zone);
  gtk_widget_class_bind_template_child (widget_class, OnwardInterviewSheet, location);
  gtk_widget_class_bind_template_child (widget_class, OnwardInterviewSheet, people);
  gtk_widget_class_bind_template_child (widget_class, OnwardInterviewSheet, invited);
  gtk_widget_class_bind_template_child (widget_class, OnwardInterviewSheet, problem);
  bind_callbacks (widget_class);
}

static void
onward_interview_sheet_init (OnwardInterviewSheet *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The open opportunities, in the order of the board, for a sheet that was opened about none. */
static void
fill_about (OnwardInterviewSheet *self, OnwardStore *store)
{
  g_autoptr (GPtrArray) stages = onward_stages_list (store);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GArray *opportunities = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < stages->len; i++)
    {
      OnwardStage *stage = stages->pdata[i];
      g_autoptr (GArray) ids = onward_board_list (store, stage->record.id);

      for (guint j = 0; j < ids->len && g_strcmp0 (stage->kind, "closed") != 0; j++)
        {
          g_autoptr (OnwardCard) card = onward_board_get_card (store, g_array_index (ids, gint64, j));
          g_autofree char *title = onward_card_words_get_title (card);
          g_autofree char *name =
              card->company != NULL ? g_strdup_printf ("%s, %s", card->company, title) : g_strdup (title);

          gtk_string_list_append (names, name);
          g_array_append_val (opportunities, card->id);
        }
    }
  self->opportunities = opportunities;
  adw_combo_row_set_model (self->about, G_LIST_MODEL (names));
  about_changed_cb (self);
}

static void
fill_choices (OnwardInterviewSheet *self)
{
  g_autoptr (GtkStringList) kind_names = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) length_names = gtk_string_list_new (NULL);
  /* Setting a model chooses its first row. */
  g_autofree char *kind = g_strdup (self->draft->kind);
  int minutes = self->draft->minutes;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_string_list_append (kind_names, onward_card_words_get_interview (kinds[i]));
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree char *name = onward_interview_draft_format_length (lengths[i]);

      gtk_string_list_append (length_names, name);
    }
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (kind_names));
  adw_combo_row_set_model (self->length, G_LIST_MODEL (length_names));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i], kind))
      adw_combo_row_set_selected (self->kind, i);
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    if (lengths[i] <= minutes)
      adw_combo_row_set_selected (self->length, i);
  set_text (&self->draft->kind, kind);
  self->draft->minutes = minutes;
}

static void
fill (OnwardInterviewSheet *self, OnwardStore *store)
{
  OnwardInterviewDraft *draft = self->draft;
  g_autofree char *location = g_strdup (draft->location != NULL ? draft->location : "");

  gtk_widget_set_visible (GTK_WIDGET (self->about), draft->opportunity == 0 && draft->company == 0);
  if (gtk_widget_get_visible (GTK_WIDGET (self->about)))
    fill_about (self, store);
  fill_choices (self);
  onward_date_button_set_store (self->day, store);
  onward_date_button_set_day (self->day, draft->day);
  gtk_editable_set_text (self->time, draft->time);
  gtk_editable_set_text (self->zone, draft->zone);
  gtk_editable_set_text (self->location, location);
  for (guint i = 0; i < draft->people->len; i++)
    insert_row (self, i, draft->people->pdata[i]);
  check (self);
}

static void
present (OnwardInterviewDraft *draft, GtkWidget *parent)
{
  OnwardInterviewSheet *self = g_object_new (ONWARD_TYPE_INTERVIEW_SHEET, NULL);
  g_autoptr (OnwardCard) card = onward_board_get_card (draft->store, draft->opportunity);
  g_autofree char *title = card != NULL ? onward_card_words_get_title (card) : NULL;
  g_autofree char *subtitle = NULL;

  if (card != NULL)
    subtitle = card->company != NULL ? g_strdup_printf ("%s, %s", card->company, title) : g_strdup (title);
  g_object_set (self, "subtitle", subtitle, NULL);
  self->draft = draft;
  fill (self, draft->store);
  onward_sheet_present (ONWARD_SHEET (self), parent);
  gtk_widget_grab_focus (gtk_widget_get_visible (GTK_WIDGET (self->about)) ? GTK_WIDGET (self->about)
                                                                           : GTK_WIDGET (self->kind));
}

/**
 * onward_interview_sheet_add:
 * @parent: a widget of the window
 * @opportunity: what the interview is about; 0 = the sheet asks
 */
void
onward_interview_sheet_add (GtkWidget *parent, gint64 opportunity)
{
  present (onward_interview_draft_new (onward_window_get_store (onward_window_find (parent)), opportunity), parent);
}

/**
 * onward_interview_sheet_add_at:
 * @parent: a widget of the window
 * @day: when it is, to begin with; days since 1970-01-01
 * @minutes: at what time of that day; -1 = at the usual one
 * @length: how long, minutes; 0 = as long as usual
 */
void
onward_interview_sheet_add_at (GtkWidget *parent, int day, int minutes, int length)
{
  OnwardInterviewDraft *draft = onward_interview_draft_new (onward_window_get_store (onward_window_find (parent)), 0);

  draft->day = day;
  if (minutes >= 0)
    {
      g_free (draft->time);
      draft->time = g_strdup_printf ("%02d:%02d", minutes / 60, minutes % 60);
    }
  if (length > 0)
    draft->minutes = length;
  present (draft, parent);
}

/**
 * onward_interview_sheet_edit:
 * @parent: a widget of the window
 * @interview: an interview that is to be changed
 */
void
onward_interview_sheet_edit (GtkWidget *parent, gint64 interview)
{
  OnwardInterviewDraft *draft =
      onward_interview_draft_load (onward_window_get_store (onward_window_find (parent)), interview);

  if (draft != NULL)
    present (draft, parent);
}
