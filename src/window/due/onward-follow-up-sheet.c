/* onward-follow-up-sheet.c - asks for a follow-up of the user's own: what, for whom, about what, when and why */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-follow-up-sheet.h"

#include "capture/onward-interview-draft.h"
#include "capture/onward-person-field.h"
#include "model/onward-follow-up.h"
#include "onward-window-sheets.h"
#include "playbook/onward-dates.h"
#include "shared/onward-accessible.h"
#include "shared/onward-date-button.h"
#include "shared/onward-kept-sheet.h"
#include "shared/onward-sheet.h"
#include "store/onward-own-follow-ups.h"
#include "store/onward-present.h"

#include <glib/gi18n-lib.h>

/* A longer list can be searched. */
#define MOST_WITHOUT_SEARCH 12

#define ONWARD_TYPE_FOLLOW_UP_SHEET (onward_follow_up_sheet_get_type ())
G_DECLARE_FINAL_TYPE (OnwardFollowUpSheet, onward_follow_up_sheet, ONWARD, FOLLOW_UP_SHEET, OnwardSheet)

struct _OnwardFollowUpSheet
{
  OnwardSheet parent_instance;

  OnwardStore *store;
  gint64 id;           /* 0 = new */
  GPtrArray *subjects; /* OnwardSubject, as the list shows them below “Nothing” */

  GtkEditable *name;
  GtkEditable *note;
  OnwardPersonField *person;
  GtkDropDown *about;
  OnwardDateButton *day;
  GtkEditable *time;
  GtkLabel *problem;
  GtkWidget *remove;
};

/* Of what is kept when the sheet is left: whom it is for and what it is about. */
#define KEY_OF_NEW "follow-up-of-%" G_GINT64_FORMAT "-%" G_GINT64_FORMAT

G_DEFINE_FINAL_TYPE (OnwardFollowUpSheet, onward_follow_up_sheet, ONWARD_TYPE_SHEET)

static char *
get_text (GtkEditable *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}

static const char *
find_problem (OnwardFollowUpSheet *self)
{
  int minutes;

  if (onward_date_button_get_day (self->day) == ONWARD_NO_DAY)
    return _ ("Say on which day it comes up.");
  if (!onward_interview_draft_parse_time (gtk_editable_get_text (self->time), &minutes))
    return _ ("The time is one like 14:00.");
  if (onward_person_field_is_unclear (self->person))
    return _ ("Say which person is meant.");
  return NULL;
}

/* That nothing is written yet needs no words. */
static void
check (OnwardFollowUpSheet *self)
{
  const char *problem = find_problem (self);
  g_autofree char *title = get_text (self->name);

  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  onward_sheet_set_can_save (ONWARD_SHEET (self), problem == NULL && *title != '\0');
}

static void
entry_activated_cb (OnwardFollowUpSheet *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "sheet.save", NULL);
}

static OnwardOwnFollowUp *
build (OnwardFollowUpSheet *self)
{
  OnwardOwnFollowUp *own = g_new0 (OnwardOwnFollowUp, 1);
  guint about = gtk_drop_down_get_selected (self->about);

  own->id = self->id;
  own->title = get_text (self->name);
  own->note = get_text (self->note);
  own->contact = onward_person_field_get_contact (self->person);
  own->name = onward_person_field_get_name (self->person);
  if (about > 0 && about <= self->subjects->len)
    own->opportunity = ((OnwardSubject *)self->subjects->pdata[about - 1])->opportunity;
  own->day = onward_date_button_get_day (self->day);
  onward_interview_draft_parse_time (gtk_editable_get_text (self->time), &own->minutes);
  return own;
}

static void
onward_follow_up_sheet_save (OnwardSheet *sheet)
{
  OnwardFollowUpSheet *self = ONWARD_FOLLOW_UP_SHEET (sheet);

  onward_window_run_and_close (sheet, self->id != 0 ? _ ("Change a follow-up") : _ ("Add a follow-up"),
                               self->id != 0 ? _ ("Follow-up changed") : _ ("Follow-up added"),
                               onward_own_follow_ups_save, build (self), (GDestroyNotify)onward_own_follow_up_free,
                               NULL, NULL);
}

static void
remove_clicked_cb (OnwardFollowUpSheet *self)
{
  g_autofree char *title = get_text (self->name);
  g_autofree char *toast = g_strdup_printf (_ ("“%s” removed"), title);

  onward_window_run_with_toast (GTK_WIDGET (onward_window_find (GTK_WIDGET (self))), _ ("Remove a follow-up"), toast,
                                onward_own_follow_ups_remove, g_memdup2 (&self->id, sizeof self->id), g_free);
  onward_sheet_close (ONWARD_SHEET (self));
}

static void
onward_follow_up_sheet_dispose (GObject *object)
{
  OnwardFollowUpSheet *self = ONWARD_FOLLOW_UP_SHEET (object);

  g_clear_pointer (&self->subjects, g_ptr_array_unref);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (onward_follow_up_sheet_parent_class)->dispose (object);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget_class, OnwardFollowUpSheet, child)

static void
onward_follow_up_sheet_class_init (OnwardFollowUpSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = onward_follow_up_sheet_dispose;
  ONWARD_SHEET_CLASS (klass)->save = onward_follow_up_sheet_save;
  g_type_ensure (ONWARD_TYPE_DATE_BUTTON);
  g_type_ensure (ONWARD_TYPE_PERSON_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class, ONWARD_RESOURCE_PATH "/ui/due/onward-follow-up-sheet.ui");
  BIND (name);
  BIND (note);
  BIND (person);
  BIND (about);
  BIND (day);
  BIND (time);
  BIND (problem);
  BIND (remove);
  gtk_widget_class_bind_template_callback (widget_class, check);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
}

static void
onward_follow_up_sheet_init (OnwardFollowUpSheet *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The open opportunities; the chosen one also when it is closed. */
static void
fill_about (OnwardFollowUpSheet *self, gint64 chosen)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  self->subjects = onward_own_follow_ups_list_subjects (self->store, chosen);
  gtk_string_list_append (names, _ ("Nothing in particular"));
  for (guint i = 0; i < self->subjects->len; i++)
    {
      OnwardSubject *subject = self->subjects->pdata[i];
      const char *title = subject->title != NULL ? subject->title : _ ("Role not known yet");
      /* Translators: a company, and an interview or a role there */
      g_autofree char *both = subject->company != NULL ? g_strdup_printf (_ ("%s, %s"), subject->company, title) : NULL;

      gtk_string_list_append (names, both != NULL ? both : title);
      if (subject->opportunity == chosen)
        selected = i + 1;
    }
  gtk_drop_down_set_expression (self->about, gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  onward_accessible_set_choice_label (self->about, _ ("About"));
  gtk_drop_down_set_model (self->about, G_LIST_MODEL (names));
  gtk_drop_down_set_enable_search (self->about, self->subjects->len > MOST_WITHOUT_SEARCH);
  gtk_drop_down_set_selected (self->about, selected);
}

static void
set_text (GtkEditable *entry, const char *text)
{
  gtk_editable_set_text (entry, text != NULL ? text : "");
}

static void
fill (OnwardFollowUpSheet *self, OnwardFollowUp *follow_up)
{
  gint64 moment;
  g_autofree char *time = NULL;

  self->id = follow_up->record.id;
  set_text (self->name, follow_up->title);
  set_text (self->note, follow_up->why);
  gtk_widget_set_visible (self->remove, TRUE);
  if (!onward_wall_parse (follow_up->remind_at, &moment))
    return;
  time = onward_dates_format_time (onward_wall_minutes (moment));
  onward_date_button_set_day (self->day, onward_wall_day (moment));
  set_text (self->time, time);
}

static OnwardFollowUpSheet *
create (GtkWidget *parent, gint64 contact, gint64 opportunity, const char *title, const char *save)
{
  OnwardFollowUpSheet *self = g_object_new (ONWARD_TYPE_FOLLOW_UP_SHEET, "title", title, "save-label", save, NULL);
  g_autofree char *time = onward_dates_format_time (ONWARD_OWN_FOLLOW_UP_AT);

  self->store = g_object_ref (onward_window_get_store (onward_window_find (parent)));
  onward_person_field_set_store (self->person, self->store);
  if (contact != 0)
    onward_person_field_set_contact (self->person, contact);
  fill_about (self, opportunity);
  onward_date_button_set_store (self->day, self->store);
  onward_date_button_set_day (self->day, onward_present_get_today (self->store) + 1);
  set_text (self->time, time);
  return self;
}

static void
present (OnwardFollowUpSheet *self, GtkWidget *parent, const char *key)
{
  check (self);
  onward_kept_sheet_watch (ONWARD_SHEET (self), key);
  onward_sheet_present (ONWARD_SHEET (self), parent);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

/**
 * onward_follow_up_sheet_add:
 * @parent: a widget of the window
 * @contact: whom it is for, to begin with; 0 = nobody
 * @opportunity: what it is about, to begin with; 0 = nothing
 */
void
onward_follow_up_sheet_add (GtkWidget *parent, gint64 contact, gint64 opportunity)
{
  g_autofree char *key = g_strdup_printf (KEY_OF_NEW, contact, opportunity);

  if (onward_kept_sheet_show (parent, key) == NULL)
    present (create (parent, contact, opportunity, _ ("New follow-up"), _ ("_Add")), parent, key);
}

/**
 * onward_follow_up_sheet_add_at:
 * @parent: a widget of the window
 * @day: when it comes up, to begin with; days since 1970-01-01
 * @minutes: at what time of that day; -1 = at the usual one
 */
void
onward_follow_up_sheet_add_at (GtkWidget *parent, int day, int minutes)
{
  g_autofree char *key = g_strdup_printf (KEY_OF_NEW, (gint64)0, (gint64)0);
  g_autofree char *time = onward_dates_format_time (minutes >= 0 ? minutes : ONWARD_OWN_FOLLOW_UP_AT);
  OnwardSheet *kept = onward_kept_sheet_show (parent, key);
  OnwardFollowUpSheet *self =
      kept != NULL ? ONWARD_FOLLOW_UP_SHEET (kept) : create (parent, 0, 0, _ ("New follow-up"), _ ("_Add"));

  /* What was kept comes up at the time that was pointed at now. */
  onward_date_button_set_day (self->day, day);
  set_text (self->time, time);
  if (kept == NULL)
    present (self, parent, key);
}

/**
 * onward_follow_up_sheet_edit:
 * @parent: a widget of the window
 * @follow_up: an open one of the user's own
 */
void
onward_follow_up_sheet_edit (GtkWidget *parent, gint64 follow_up)
{
  OnwardStore *store = onward_window_get_store (onward_window_find (parent));
  g_autoptr (OnwardFollowUp) record = onward_store_get_record (store, ONWARD_TYPE_FOLLOW_UP, follow_up);
  g_autofree char *key = g_strdup_printf ("follow-up-%" G_GINT64_FORMAT, follow_up);
  OnwardFollowUpSheet *self;

  if (record == NULL || g_strcmp0 (record->rule, "manual") != 0 || onward_kept_sheet_show (parent, key) != NULL)
    return;
  self = create (parent, record->contact, record->opportunity, _ ("Edit follow-up"), _ ("_Save"));
  fill (self, record);
  present (self, parent, key);
}
