/* onward-due-move.c - asks for the day to which a follow-up is moved, or until which it is snoozed */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-due-move.h"

#include "playbook/onward-wall.h"
#include "shared/onward-accessible.h"
#include "shared/onward-popover.h"

#include <glib/gi18n-lib.h>

/* An open question. */
typedef struct
{
  GtkPopover *popover;
  GtkEditable *entry;
  GtkCalendar *calendar;
  gint64 moment;
  gboolean filling;
  OnwardMomentFunc answer;
  gpointer data;
} Question;

static void
free_question (gpointer data, GClosure *closure)
{
  g_free (data);
}

static int
get_day (Question *question)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (question->calendar);

  return onward_day_from_civil (g_date_time_get_year (date), g_date_time_get_month (date),
                                g_date_time_get_day_of_month (date));
}

static void
show_day (Question *question, int shown)
{
  g_autoptr (GDateTime) date = NULL;
  int year, month, day;

  onward_day_to_civil (shown, &year, &month, &day);
  date = g_date_time_new_utc (year, month, day, 0, 0, 0);
  question->filling = TRUE;
  gtk_calendar_select_day (question->calendar, date);
  question->filling = FALSE;
}

static void
day_selected_cb (GtkCalendar *calendar, Question *question)
{
  char text[ONWARD_DATE_SIZE];

  if (question->filling)
    return;
  question->filling = TRUE;
  gtk_editable_set_text (question->entry, onward_day_format (get_day (question), text));
  question->filling = FALSE;
}

static void
typed_cb (GtkEditable *entry, Question *question)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));
  int day;

  if (!question->filling && onward_day_parse (text, &day))
    show_day (question, day);
}

/* The time of the day stays. */
static void
move_clicked_cb (GtkWidget *widget, Question *question)
{
  int day = get_day (question);
  char text[ONWARD_WALL_SIZE];

  onward_wall_format (onward_wall_at (day, onward_wall_minutes (question->moment)), text);
  gtk_popover_popdown (question->popover);
  question->answer (text, question->data);
}

/* To type the day is quicker by keyboard than to walk through the calendar. */
static GtkWidget *
create_entry (Question *question)
{
  GtkWidget *entry = gtk_entry_new ();
  char text[ONWARD_DATE_SIZE];

  question->entry = GTK_EDITABLE (entry);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("YYYY-MM-DD"));
  onward_accessible_set_label (entry, _ ("Day, as YYYY-MM-DD"));
  gtk_editable_set_text (question->entry, onward_day_format (onward_wall_day (question->moment), text));
  g_signal_connect (entry, "changed", G_CALLBACK (typed_cb), question);
  g_signal_connect (entry, "activate", G_CALLBACK (move_clicked_cb), question);
  return entry;
}

static GtkWidget *
create_calendar (Question *question)
{
  question->calendar = GTK_CALENDAR (gtk_calendar_new ());
  show_day (question, onward_wall_day (question->moment));
  g_signal_connect (question->calendar, "day-selected", G_CALLBACK (day_selected_cb), question);
  return GTK_WIDGET (question->calendar);
}

/**
 * onward_due_move_ask:
 * @widget: what the question is about; a popover opens at it
 * @verb: what the button says, with a mnemonic
 * @moment: the wall time that is shown first, such as that at which it comes up now
 * @answer: called when the user chose a day
 * @data: for @answer; must live as long as @widget
 */
void
onward_due_move_ask (GtkWidget *widget, const char *verb, const char *moment, OnwardMomentFunc answer, gpointer data)
{
  Question *question = g_new0 (Question, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *button = gtk_button_new_with_mnemonic (verb);

  question->answer = answer;
  question->data = data;
  onward_wall_parse (moment, &question->moment);
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_box_append (GTK_BOX (box), create_entry (question));
  gtk_box_append (GTK_BOX (box), create_calendar (question));
  gtk_box_append (GTK_BOX (box), button);
  question->popover = onward_popover_show (widget, box);
  gtk_widget_grab_focus (GTK_WIDGET (question->entry));
  g_signal_connect_data (button, "clicked", G_CALLBACK (move_clicked_cb), question, free_question, 0);
}
