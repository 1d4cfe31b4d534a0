/* onward-interview-sheet.c - asks for an interview and who is expected there */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-interview-sheet-private.h"

#include "model/onward-stage.h"
#include "onward-interview-person-row.h"
#include "onward-join-link.h"
#include "onward-window-sheets.h"
#include "playbook/onward-wall.h"
#include "shared/onward-accessible.h"
#include "shared/onward-kept-sheet.h"

#include <glib/gi18n-lib.h>

const char *const onward_interview_sheet_kinds[] = { "phone", "video",         "onsite", "panel",
                                                     "final", "informational", "mock",   NULL };
const char *const onward_interview_sheet_states[] = { "booked", "held", "cancelled", "no-show", NULL };
const int onward_interview_sheet_lengths[] = { 15, 30, 45, 60, 75, 90, 120, 150, 180, 240, 300, 360, 420, 480, 0 };

/* Of what is kept when the sheet is left: what it is about. */
#define KEY_OF_NEW "interview-of-%" G_GINT64_FORMAT

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
  gtk_widget_set_visible (self->course, gtk_widget_get_visible (GTK_WIDGET (self->round))
                                            || gtk_widget_get_visible (GTK_WIDGET (self->status))
                                            || gtk_widget_get_visible (GTK_WIDGET (self->move_row)));
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
  onward_interview_draft_set_opportunity (
      self->draft, selected < self->opportunities->len ? g_array_index (self->opportunities, gint64, selected) : 0);
  onward_interview_sheet_show_about (self);
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
  if (self->draft->opportunity == 0)
    self->draft->company = 0;
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
add_clicked_cb (OnwardInterviewSheet *self)
{
  onward_interview_sheet_add_row (self);
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
  const char *label = self->draft->interview != 0 ? _ ("Change an interview") : _ ("Add an interview");

  onward_window_run_and_close (sheet, label,
                               self->draft->interview != 0 ? _ ("Interview changed") : _ ("Interview added"),
                               onward_interviews_save, onward_interview_draft_build (self->draft),
                               (GDestroyNotify)onward_interview_edit_free, NULL, NULL);
}

static void
onward_interview_sheet_finalize (GObject *object)
{
  OnwardInterviewSheet *self = ONWARD_INTERVIEW_SHEET (object);

  g_clear_pointer (&self->draft, onward_interview_draft_free);
  g_clear_pointer (&self->stored, onward_interview_draft_free);
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
  BIND (about_group);
  BIND (about);
  BIND (kind);
  BIND (day);
  BIND (time);
  BIND (length);
  BIND (company);
  BIND (course);
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

static OnwardInterviewSheet *
present (OnwardInterviewDraft *draft, GtkWidget *parent, const char *key)
{
  OnwardInterviewSheet *self = g_object_new (ONWARD_TYPE_INTERVIEW_SHEET, NULL);

  if (draft->interview != 0)
    gtk_window_set_title (GTK_WINDOW (self), _ ("Interview"));
  self->draft = draft;
  onward_interview_sheet_fill (self, draft->store);
  onward_kept_sheet_watch (ONWARD_SHEET (self), key);
  onward_sheet_present (ONWARD_SHEET (self), parent);
  gtk_widget_grab_focus (draft->interview == 0 && gtk_widget_get_visible (self->about_group) ? GTK_WIDGET (self->about)
                                                                                             : GTK_WIDGET (self->day));
  return self;
}

static void
show_times (OnwardInterviewSheet *self, int day, const char *time, int minutes)
{
  onward_date_button_set_day (self->day, day);
  day_changed_cb (self);
  gtk_editable_set_text (self->time, time);
  onward_interview_sheet_choose_length (self, minutes);
}

/**
 * onward_interview_sheet_add:
 * @parent: a widget of the window
 * @opportunity: what the interview is about; 0 = the sheet asks
 */
void
onward_interview_sheet_add (GtkWidget *parent, gint64 opportunity)
{
  g_autofree char *key = g_strdup_printf (KEY_OF_NEW, opportunity);

  if (onward_kept_sheet_show (parent, key) == NULL)
    present (onward_interview_draft_new (onward_window_get_store (onward_window_find (parent)), opportunity), parent,
             key);
}

/**
 * onward_interview_sheet_add_at:
 * @parent: a widget of the window
 * @day: when it is, to begin with; days since 1970-01-01
 * @minutes: at what time of that day; -1 = at the usual one
 * @length: how long, minutes; 0 = as long as usual
 *
 * What was kept when the sheet was left comes up again, at the time that is asked for now.
 */
void
onward_interview_sheet_add_at (GtkWidget *parent, int day, int minutes, int length)
{
  OnwardInterviewDraft *draft = onward_interview_draft_new (onward_window_get_store (onward_window_find (parent)), 0);
  g_autofree char *key = g_strdup_printf (KEY_OF_NEW, (gint64)0);
  OnwardSheet *kept = onward_kept_sheet_show (parent, key);

  draft->day = day;
  if (minutes >= 0)
    {
      g_free (draft->time);
      draft->time = g_strdup_printf ("%02d:%02d", minutes / 60, minutes % 60);
    }
  if (length > 0)
    draft->minutes = length;
  if (kept == NULL)
    {
      present (draft, parent, key);
      return;
    }
  show_times (ONWARD_INTERVIEW_SHEET (kept), day, draft->time, draft->minutes);
  onward_interview_draft_free (draft);
}

static gboolean
is_at_the_same_time (OnwardInterviewDraft *one, OnwardInterviewDraft *other)
{
  return one->day == other->day && g_str_equal (one->time, other->time) && one->minutes == other->minutes;
}

/* Moved while the sheet was out of sight: that is not taken back by what the sheet said before. */
static void
take_move (OnwardInterviewSheet *self, OnwardInterviewDraft *now)
{
  if (!is_at_the_same_time (self->stored, now))
    show_times (self, now->day, now->time, now->minutes);
}

/**
 * onward_interview_sheet_edit:
 * @parent: a widget of the window
 * @interview: an interview that is to be changed
 */
void
onward_interview_sheet_edit (GtkWidget *parent, gint64 interview)
{
  OnwardStore *store = onward_window_get_store (onward_window_find (parent));
  OnwardInterviewDraft *now = onward_interview_draft_load (store, interview);
  g_autofree char *key = g_strdup_printf ("interview-%" G_GINT64_FORMAT, interview);
  OnwardSheet *kept;
  OnwardInterviewSheet *self;

  if (now == NULL)
    return;
  kept = onward_kept_sheet_show (parent, key);
  self = kept != NULL ? ONWARD_INTERVIEW_SHEET (kept)
                      : present (onward_interview_draft_load (store, interview), parent, key);
  if (kept != NULL)
    take_move (self, now);
  g_clear_pointer (&self->stored, onward_interview_draft_free);
  self->stored = now;
}
