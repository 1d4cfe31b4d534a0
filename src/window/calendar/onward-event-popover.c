/* onward-event-popover.c - what an event is, and what can be done with it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-event-popover.h"

#include "due/onward-due-move.h"
#include "model/onward-interview.h"
#include "onward-calendar-move.h"
#include "onward-calendar-popover.h"
#include "onward-calendar-view.h"
#include "onward-window.h"

#include <glib/gi18n-lib.h>

/* An open popover; it belongs to what the popover holds. */
typedef struct
{
  GtkPopover *popover;
  GtkWidget *view;
  GtkWidget *content;
  OnwardCalendarEvent *event;
  OnwardInterview *interview; /* or NULL */
} Popover;

static void
free_popover (Popover *self)
{
  g_clear_object (&self->interview);
  onward_calendar_event_unref (self->event);
  g_free (self);
}

static void
add_conflict (Popover *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  gtk_box_append (GTK_BOX (line), gtk_label_new (_ ("At the same time as another interview")));
  gtk_widget_add_css_class (line, "chip");
  gtk_widget_add_css_class (line, "soon");
  gtk_widget_add_css_class (line, "caption");
  gtk_widget_set_halign (line, GTK_ALIGN_START);
  gtk_widget_set_margin_start (line, 6);
  gtk_box_append (GTK_BOX (self->content), line);
}

static void
add_button (Popover *self, const char *words, GCallback callback)
{
  onward_calendar_popover_add_button (self->content, words, callback, self);
}

/* Closed first: what is opened now has the focus. */
static void
activate (Popover *self, const char *action, gint64 target)
{
  GtkWidget *view = self->view;

  gtk_popover_popdown (self->popover);
  if (target != 0)
    gtk_widget_activate_action (view, action, "x", target);
  else
    gtk_widget_activate_action (view, action, NULL);
}

static void
open_cb (GtkButton *button, Popover *self)
{
  activate (self, self->event->action, self->event->target);
}

static void
join_cb (GtkButton *button, Popover *self)
{
  activate (self, "win.join-interview", self->event->row);
}

static void
prepare_cb (GtkButton *button, Popover *self)
{
  activate (self, "win.prepare", self->event->row);
}

static void
debrief_cb (GtkButton *button, Popover *self)
{
  activate (self, "win.debrief", self->event->row);
}

static void
change_cb (GtkButton *button, Popover *self)
{
  activate (self, "win.edit-interview", self->event->row);
}

static void
cancel_cb (GtkButton *button, Popover *self)
{
  activate (self, "win.cancel-interview", self->event->row);
}

static void
write_cb (GtkButton *button, Popover *self)
{
  activate (self, "win.write", self->event->row);
}

static void
done_cb (GtkButton *button, Popover *self)
{
  g_autofree char *toast = g_strdup_printf (_ ("“%s” done"), self->event->text);

  gtk_popover_popdown (self->popover);
  onward_window_change_follow_up (self->view, onward_follow_up_change_done (self->event->row, NULL), toast, NULL, NULL);
}

static void
skip_cb (GtkButton *button, Popover *self)
{
  g_autofree char *toast = g_strdup_printf (_ ("“%s” skipped"), self->event->text);

  gtk_popover_popdown (self->popover);
  onward_window_change_follow_up (self->view, onward_follow_up_change_skip (self->event->row), toast, NULL, NULL);
}

static void
moment_cb (const char *moment, gpointer data)
{
  Popover *self = data;
  gint64 wall;

  gtk_popover_popdown (self->popover);
  if (onward_wall_parse (moment, &wall))
    onward_calendar_move_to (self->view, self->event, wall);
}

static void
move_cb (GtkButton *button, Popover *self)
{
  char moment[ONWARD_WALL_SIZE];

  onward_due_move_ask (GTK_WIDGET (self->content), _ ("_Move"), onward_wall_format (self->event->start, moment),
                       moment_cb, self);
}

static void
add_interview (Popover *self)
{
  const OnwardInterview *interview = self->interview;

  if (interview == NULL)
    return;
  onward_calendar_popover_add_words (self->content, interview->location);
  if (self->event->conflict)
    add_conflict (self);
  add_button (self, _ ("_Open"), G_CALLBACK (open_cb));
  if (interview->join_url != NULL && !self->event->past)
    add_button (self, _ ("_Join"), G_CALLBACK (join_cb));
  if (!self->event->past)
    add_button (self, _ ("_Prepare"), G_CALLBACK (prepare_cb));
  if (self->event->past && interview->debrief_written_at == NULL)
    add_button (self, _ ("_Write It Down"), G_CALLBACK (debrief_cb));
  add_button (self, _ ("_Move or Change…"), G_CALLBACK (change_cb));
  if (!self->event->past)
    add_button (self, _ ("_Cancel the Interview"), G_CALLBACK (cancel_cb));
}

static void
add_follow_up (Popover *self)
{
  if (self->event->action != NULL)
    add_button (self, _ ("_Open"), G_CALLBACK (open_cb));
  if (self->event->count > 1)
    return;
  if (self->event->can_write)
    add_button (self, _ ("_Write"), G_CALLBACK (write_cb));
  add_button (self, _ ("_Done"), G_CALLBACK (done_cb));
  add_button (self, _ ("_Move…"), G_CALLBACK (move_cb));
  add_button (self, _ ("_Skip"), G_CALLBACK (skip_cb));
}

static void
fill (Popover *self)
{
  onward_calendar_popover_add_words (self->content, self->event->detail);
  if (self->event->kind == ONWARD_CALENDAR_INTERVIEW)
    add_interview (self);
  else if (self->event->kind == ONWARD_CALENDAR_FOLLOW_UP)
    add_follow_up (self);
  else
    add_button (self, _ ("_Open"), G_CALLBACK (open_cb));
}

/**
 * onward_event_popover_show:
 * @widget: what stands for the event, in the calendar
 * @event: an event
 */
void
onward_event_popover_show (GtkWidget *widget, OnwardCalendarEvent *event)
{
  Popover *self = g_new0 (Popover, 1);
  OnwardStore *store = onward_window_get_store (onward_window_find (widget));
  g_autofree char *words = onward_calendar_event_describe (event);

  self->view = gtk_widget_get_ancestor (widget, ONWARD_TYPE_CALENDAR_VIEW);
  self->event = onward_calendar_event_ref (event);
  if (event->kind == ONWARD_CALENDAR_INTERVIEW)
    self->interview = onward_store_get_record (store, ONWARD_TYPE_INTERVIEW, event->row);
  self->content = onward_calendar_popover_new_content (event->title);
  g_object_set_data_full (G_OBJECT (self->content), "popover", self, (GDestroyNotify)free_popover);
  fill (self);
  self->popover = onward_calendar_popover_open (widget, NULL, self->content, words);
}
