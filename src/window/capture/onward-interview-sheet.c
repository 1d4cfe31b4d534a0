/* onward-interview-sheet.c - asks for an interview and who is expected there */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-interview-sheet-private.h"

#include "model/onward-stage.h"
#include "onward-interview-person-row.h"
#include "onward-join-link.h"
#include "onward-window.h"
#include "pipeline/onward-card-words.h"
#include "pipeline/onward-interview-words.h"
#include "shared/onward-accessible.h"
#include "store/onward-board.h"

#include <glib/gi18n-lib.h>

const char *const onward_interview_sheet_kinds[] = { "phone", "video",         "onsite", "panel",
                                                     "final", "informational", "mock",   NULL };
const char *const onward_interview_sheet_states[] = { "booked", "held", "cancelled", "no-show", NULL };
const int onward_interview_sheet_lengths[] = { 15, 30, 45, 60, 75, 90, 120, 150, 180, 240, 300, 360, 420, 480, 0 };

G_DEFINE_FINAL_TYPE (OnwardInterviewSheet, onward_interview_sheet, ONWARD_TYPE_SHEET)

static void
set_text (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

/* What the day and the time mean: for the user's clock, and for what is there already. */
static void
show_when (OnwardInterviewSheet *self)
{
  g_autofree char *here = onward_interview_draft_describe_here (self->draft);
  g_autofree char *conflict = onward_interview_draft_describe_conflict (self->draft);
  gint64 start = onward_interview_draft_get_start (self->draft);

  adw_action_row_set_subtitle (self->zone_row, here != NULL ? here : "");
  gtk_label_set_label (self->conflict_words, conflict != NULL ? conflict : "");
  gtk_widget_set_visible (self->conflict, conflict != NULL);
  if (start != ONWARD_NO_INSTANT)
    onward_zone_button_set_instant (self->zone, start);
  if (onward_interview_draft_is_rescheduled (self->draft))
    adw_combo_row_set_selected (self->status, 0);
}

/* An opportunity that stands before the stage of interviews goes there with the first one. */
static void
show_move (OnwardInterviewSheet *self)
{
  g_autoptr (OnwardStage) stage = onward_store_get_record (self->draft->store, ONWARD_TYPE_STAGE, self->draft->stage);
  g_autofree char *title = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->move_row), stage != NULL);
  if (stage == NULL)
    return;
  title = g_strdup_printf (_ ("Move to %s"), stage->name);
  adw_preferences_row_set_title (self->move_row, title);
  onward_accessible_set_label (GTK_WIDGET (self->move), title);
  gtk_switch_set_active (self->move, onward_interview_draft_get_moves (self->draft));
}

/* What is missing, and whether there is something to open; who calls it has changed the draft. */
void
onward_interview_sheet_check (OnwardInterviewSheet *self)
{
  const char *problem = onward_interview_draft_get_problem (self->draft);
  g_autofree char *link = onward_join_link_complete (self->draft->join_url);

  show_when (self);
  show_move (self);
  gtk_widget_set_visible (self->open, onward_join_link_is_valid (link));
  gtk_widget_set_visible (GTK_WIDGET (self->round), onward_interview_draft_is_counted (self->draft));

  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  onward_sheet_set_can_save (ONWARD_SHEET (self), problem == NULL);
}

void
onward_interview_sheet_show_round (OnwardInterviewSheet *self)
{
  adw_combo_row_set_selected (self->round, (guint)MAX (self->draft->round, 1) - 1);
}

void
onward_interview_sheet_take_about (OnwardInterviewSheet *self)
{
  guint selected = adw_combo_row_get_selected (self->about);

  if (self->opportunities == NULL || selected > self->opportunities->len)
    return;
  /* The last choice is a company alone. */
  gtk_widget_set_visible (GTK_WIDGET (self->company), selected == self->opportunities->len);
  onward_interview_draft_set_opportunity (
      self->draft, selected < self->opportunities->len ? g_array_index (self->opportunities, gint64, selected) : 0);
  onward_interview_sheet_show_round (self);
  onward_interview_sheet_check (self);
}

static void
about_changed_cb (OnwardInterviewSheet *self)
{
  onward_interview_sheet_take_about (self);
}

static void
company_changed_cb (OnwardInterviewSheet *self)
{
  set_text (&self->draft->company_name, gtk_editable_get_text (self->company));
  onward_interview_sheet_check (self);
}

static void
round_changed_cb (OnwardInterviewSheet *self)
{
  guint selected = adw_combo_row_get_selected (self->round);

  if (self->draft != NULL && selected != GTK_INVALID_LIST_POSITION)
    self->draft->round = (gint64)selected + 1;
}

static void
status_changed_cb (OnwardInterviewSheet *self)
{
  guint selected = adw_combo_row_get_selected (self->status);

  if (self->draft != NULL && self->draft->interview != 0
      && selected < g_strv_length ((char **)onward_interview_sheet_states))
    set_text (&self->draft->status, onward_interview_sheet_states[selected]);
}

static void
kind_changed_cb (OnwardInterviewSheet *self)
{
  guint selected = adw_combo_row_get_selected (self->kind);

  if (self->draft != NULL && selected < g_strv_length ((char **)onward_interview_sheet_kinds))
    {
      set_text (&self->draft->kind, onward_interview_sheet_kinds[selected]);
      onward_interview_sheet_check (self);
    }
}

/* The usual, shown, is not the user's word. */
static void
move_changed_cb (OnwardInterviewSheet *self)
{
  gboolean moves = gtk_switch_get_active (self->move);

  if (self->draft != NULL && moves != onward_interview_draft_get_moves (self->draft))
    self->draft->moves = moves;
}

static void
day_changed_cb (OnwardInterviewSheet *self)
{
  self->draft->day = onward_date_button_get_day (self->day);
  onward_interview_sheet_check (self);
}

static void
time_changed_cb (OnwardInterviewSheet *self)
{
  set_text (&self->draft->time, gtk_editable_get_text (self->time));
  onward_interview_sheet_check (self);
}

static void
length_changed_cb (OnwardInterviewSheet *self)
{
  guint selected = adw_combo_row_get_selected (self->length);

  if (self->draft != NULL && selected != GTK_INVALID_LIST_POSITION)
    {
      self->draft->minutes = onward_interview_sheet_lengths[selected];
      onward_interview_sheet_check (self);
    }
}

static void
zone_changed_cb (OnwardInterviewSheet *self)
{
  set_text (&self->draft->zone, onward_zone_button_get_zone (self->zone));
  onward_interview_sheet_check (self);
}

static void
join_changed_cb (OnwardInterviewSheet *self)
{
  set_text (&self->draft->join_url, gtk_editable_get_text (self->join));
  onward_interview_sheet_check (self);
}

static void
open_clicked_cb (OnwardInterviewSheet *self)
{
  g_autofree char *link = onward_join_link_complete (self->draft->join_url);

  onward_join_link_open (GTK_WINDOW (self), link);
}

/* Over the window, which shows Undo. */
static void
remove_clicked_cb (OnwardInterviewSheet *self)
{
  gtk_widget_activate_action (GTK_WIDGET (onward_window_find (GTK_WIDGET (self))), "win.remove-interview", "x",
                              self->draft->interview);
  onward_sheet_close (ONWARD_SHEET (self));
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
    gtk_widget_grab_focus (
        onward_interview_sheet_insert_row (self, position, onward_interview_draft_add_person (self->draft, position)));
}

static void
add_clicked_cb (OnwardInterviewSheet *self)
{
  guint position = self->draft->people->len;

  gtk_widget_grab_focus (
      onward_interview_sheet_insert_row (self, position, onward_interview_draft_add_person (self->draft, position)));
}

/* Names that were pasted into one row. */
static void
several_cb (OnwardInterviewPersonRow *row, guint n, OnwardInterviewSheet *self)
{
  guint position = (guint)gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  GtkWidget *last = GTK_WIDGET (row);

  for (guint i = 1; i <= n; i++)
    last = onward_interview_sheet_insert_row (self, position + i, self->draft->people->pdata[position + i]);
  gtk_widget_grab_focus (last);
  onward_interview_sheet_check (self);
}

static void
remove_cb (OnwardInterviewPersonRow *row, OnwardInterviewSheet *self)
{
  int position = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  GtkListBoxRow *next;

  gtk_list_box_remove (self->people, GTK_WIDGET (row));
  onward_interview_draft_remove_person (self->draft, (guint)position);
  if (self->draft->people->len == 0)
    onward_interview_sheet_insert_row (self, 0, onward_interview_draft_add_person (self->draft, 0));
  next = gtk_list_box_get_row_at_index (self->people, MIN (position, (int)self->draft->people->len - 1));
  gtk_widget_grab_focus (GTK_WIDGET (next));
  onward_interview_sheet_check (self);
}

GtkWidget *
onward_interview_sheet_insert_row (OnwardInterviewSheet *self, guint position, OnwardDraftPerson *person)
{
  GtkWidget *row = onward_interview_person_row_new (self->draft, person);

  onward_interview_person_row_set_narrow (ONWARD_INTERVIEW_PERSON_ROW (row),
                                          onward_sheet_get_narrow (ONWARD_SHEET (self)));
  g_signal_connect_swapped (row, "changed", G_CALLBACK (onward_interview_sheet_check), self);
  g_signal_connect (row, "another", G_CALLBACK (another_cb), self);
  g_signal_connect (row, "several", G_CALLBACK (several_cb), self);
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

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, OnwardInterviewSheet, name)

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
  gtk_widget_class_bind_template_callback (widget_class, company_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, round_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, status_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, move_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, join_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
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
  g_type_ensure (ONWARD_TYPE_ZONE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ONWARD_RESOURCE_PATH "/ui/capture/onward-interview-sheet.ui");
  BIND (about);
  BIND (kind);
  BIND (day);
  BIND (time);
  BIND (length);
  BIND (company);
  BIND (round);
  BIND (status);
  BIND (move_row);
  BIND (move);
  BIND (zone_row);
  BIND (zone);
  BIND (conflict);
  BIND (conflict_words);
  BIND (join);
  BIND (open);
  BIND (remove);
  BIND (location);
  BIND (people);
  BIND (invited);
  BIND (problem);
  bind_callbacks (widget_class);
}

static void
onward_interview_sheet_init (OnwardInterviewSheet *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
present (OnwardInterviewDraft *draft, GtkWidget *parent)
{
  OnwardInterviewSheet *self = g_object_new (ONWARD_TYPE_INTERVIEW_SHEET, NULL);
  g_autoptr (OnwardCard) card = onward_board_get_card (draft->store, draft->opportunity);
  g_autofree char *title = card != NULL ? onward_card_words_get_title (card) : NULL;
  g_autofree char *subtitle = NULL;

  if (draft->interview != 0)
    gtk_window_set_title (GTK_WINDOW (self), _ ("Interview"));
  if (card != NULL)
    subtitle = card->company != NULL ? g_strdup_printf ("%s, %s", card->company, title) : g_strdup (title);
  else if (draft->interview != 0)
    subtitle = onward_interview_words_get_line (draft->store, draft->interview);
  g_object_set (self, "subtitle", subtitle, NULL);
  self->draft = draft;
  onward_interview_sheet_fill (self, draft->store);
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
