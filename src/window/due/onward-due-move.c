/* onward-due-move.c - asks for the day to which a follow-up is moved */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-due-move.h"

#include "playbook/onward-wall.h"
#include "shared/onward-popover.h"

#include <glib/gi18n-lib.h>

/* An open question. */
typedef struct
{
  GtkPopover *popover;
  GtkCalendar *calendar;
  gint64 moment;
  OnwardMomentFunc answer;
  gpointer data;
} Question;

static void
free_question (gpointer data, GClosure *closure)
{
  g_free (data);
}

/* The time of the day stays. */
static void
move_clicked_cb (GtkButton *button, Question *question)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (question->calendar);
  int day = onward_day_from_civil (g_date_time_get_year (date), g_date_time_get_month (date),
                                   g_date_time_get_day_of_month (date));
  char text[ONWARD_WALL_SIZE];

  onward_wall_format (onward_wall_at (day, onward_wall_minutes (question->moment)), text);
  gtk_popover_popdown (question->popover);
  question->answer (text, question->data);
}

/**
 * onward_due_move_ask:
 * @widget: what the question is about; a popover opens at it
 * @moment: the wall time at which it comes up now
 * @answer: called when the user chose a day
 * @data: for @answer; must live as long as @widget
 */
void
onward_due_move_ask (GtkWidget *widget, const char *moment, OnwardMomentFunc answer, gpointer data)
{
  Question *question = g_new0 (Question, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Move"));
  g_autoptr (GDateTime) date = NULL;
  int year, month, day;

  question->answer = answer;
  question->data = data;
  question->calendar = GTK_CALENDAR (gtk_calendar_new ());
  onward_wall_parse (moment, &question->moment);
  onward_day_to_civil (onward_wall_day (question->moment), &year, &month, &day);
  date = g_date_time_new_utc (year, month, day, 0, 0, 0);
  gtk_calendar_select_day (question->calendar, date);
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (question->calendar));
  gtk_box_append (GTK_BOX (box), button);
  question->popover = onward_popover_show (widget, box);
  g_signal_connect_data (button, "clicked", G_CALLBACK (move_clicked_cb), question, free_question, 0);
}
