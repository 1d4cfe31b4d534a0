/* onward-agenda-list.c - the days that have something, one below the other */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-agenda-list.h"

#include "shared/onward-text-scale.h"
#include "onward-calendar-events.h"
#include "onward-event-popover.h"
#include "onward-event-row.h"
#include "onward-month.h"
#include "playbook/onward-dates.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define TILE_WIDTH 44
#define WEEK       7   /* days in which something must be, else the next one is named */
#define AHEAD      300 /* px below the edge that are filled before they come into sight */
#define MARGIN     12  /* px above and below what has the focus */
#define LOOKS      10  /* frames in which a row that is new gets its place */

struct _OnwardAgendaList
{
  GtkWidget parent_instance;

  GtkStack *stack;
  GtkScrolledWindow *scroll;
  GtkBox *days;
  AdwStatusPage *nothing;
  GtkWidget *go;
  OnwardStore *store; /* of the last time it was shown */
  int today;
  int shown;     /* the first day */
  int read_to;   /* the last day that was read; ONWARD_NO_DAY = everything was */
  int first_day; /* the first day that has rows; ONWARD_NO_DAY = none has */
  int last_day;  /* the last one */
  guint more_source;
  guint look; /* until what has the focus is in sight */
  guint looks;
};

G_DEFINE_FINAL_TYPE (OnwardAgendaList, onward_agenda_list, GTK_TYPE_WIDGET)

static GtkWidget *
create_tile (int day, gboolean today)
{
  GtkWidget *tile = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *weekday = onward_dates_format_weekday (day);
  g_autofree char *number = NULL;
  GtkWidget *labels[2];
  int year, month, day_of_month;

  onward_day_to_civil (day, &year, &month, &day_of_month);
  number = g_strdup_printf ("%d", day_of_month);
  labels[0] = gtk_label_new (weekday);
  labels[1] = gtk_label_new (number);
  gtk_widget_add_css_class (labels[0], "caption");
  if (!today)
    gtk_widget_add_css_class (labels[0], "dim-label");
  gtk_widget_add_css_class (labels[1], "title-4");
  gtk_widget_add_css_class (labels[1], "numeric");
  gtk_box_append (GTK_BOX (tile), labels[0]);
  gtk_box_append (GTK_BOX (tile), labels[1]);
  gtk_widget_add_css_class (tile, "day-tile");
  if (today)
    gtk_widget_add_css_class (tile, "today");
  gtk_widget_set_size_request (tile, TILE_WIDTH, -1);
  gtk_widget_set_valign (tile, GTK_ALIGN_START);
  return tile;
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row)
{
  onward_event_popover_show (GTK_WIDGET (row), onward_event_row_get_event (GTK_WIDGET (row)));
}

/* The tiles have no month, so it is named where it begins. */
static void
append_month (OnwardAgendaList *self, int day)
{
  g_autofree char *month = onward_dates_format_month (day);
  GtkWidget *label = gtk_label_new (month);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_top (label, 24);
  gtk_box_append (self->days, label);
}

/* One day: its tile, and the list that is returned. */
static GtkWidget *
append_day (OnwardAgendaList *self, int day)
{
  const int today = self->today;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *list = gtk_list_box_new ();
  g_autofree char *words = onward_dates_format_sentence (day, today);

  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 12);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_set_hexpand (list, TRUE);
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  gtk_widget_add_css_class (list, "boxed-list");
  g_signal_connect (list, "row-activated", G_CALLBACK (row_activated_cb), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_box_append (GTK_BOX (box), create_tile (day, day == today));
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (self->days, box);
  return list;
}

static void
show_nothing (OnwardAgendaList *self, int next)
{
  g_autofree char *words = next != ONWARD_NO_DAY ? onward_dates_format_sentence (next, self->today) : NULL;
  g_autofree char *text = NULL;

  if (words != NULL)
    /* Translators: a day in a sentence */
    text = g_strdup_printf (_ ("The next one is on %s."), words);
  adw_status_page_set_description (self->nothing, text);
  gtk_widget_set_visible (self->go, words != NULL);
  if (words != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->go), "i", next);
}

static void
append_events (OnwardAgendaList *self, GPtrArray *events, int from)
{
  GtkWidget *list = NULL;

  for (guint i = 0; i < events->len; i++)
    {
      OnwardCalendarEvent *event = events->pdata[i];

      if (event->day < from)
        continue;
      if (event->day != self->last_day || list == NULL)
        {
          if (!onward_month_has (event->day, self->last_day))
            append_month (self, event->day);
          list = append_day (self, event->day);
        }
      self->last_day = event->day;
      if (self->first_day == ONWARD_NO_DAY)
        self->first_day = event->day;
      gtk_list_box_append (GTK_LIST_BOX (list), onward_event_row_new (event));
    }
}

/* Some days more, as many as a window shows at once. */
static void
append_page (OnwardAgendaList *self, int from)
{
  guint n = 0;

  while (n == 0)
    {
      g_autoptr (GPtrArray) events = onward_calendar_events_get_page (self->store, from, &self->read_to);

      append_events (self, events, from);
      n = self->read_to != ONWARD_NO_DAY ? events->len : 1;
      from = self->read_to + 1;
    }
}

static gboolean
needs_more (OnwardAgendaList *self)
{
  GtkAdjustment *scroll = gtk_scrolled_window_get_vadjustment (self->scroll);

  return self->store != NULL && self->read_to != ONWARD_NO_DAY
         && gtk_adjustment_get_value (scroll) + gtk_adjustment_get_page_size (scroll) + AHEAD
                > gtk_adjustment_get_upper (scroll);
}

static gboolean
more_cb (gpointer data)
{
  OnwardAgendaList *self = data;

  self->more_source = 0;
  if (needs_more (self))
    append_page (self, self->read_to + 1);
  return G_SOURCE_REMOVE;
}

/* Not at once: sizes are being given. */
static void
scrolled_cb (OnwardAgendaList *self)
{
  if (self->more_source == 0 && needs_more (self))
    self->more_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, more_cb, self, NULL);
}

static GtkWidget *
get_focus (OnwardAgendaList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) ? focus : NULL;
}

static gboolean
show_focus_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  OnwardAgendaList *self = ONWARD_AGENDA_LIST (widget);
  GtkWidget *focus = get_focus (self);
  graphene_rect_t place;

  if (focus != NULL && gtk_widget_get_height (focus) == 0 && ++self->looks < LOOKS)
    return G_SOURCE_CONTINUE;
  self->look = 0;
  if (focus != NULL && gtk_widget_compute_bounds (focus, GTK_WIDGET (self->days), &place))
    gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (self->scroll), place.origin.y - MARGIN,
                               place.origin.y + place.size.height + MARGIN);
  return G_SOURCE_REMOVE;
}

/* A row that is new has no place yet: the viewport would go to the beginning. */
static gboolean
grab (OnwardAgendaList *self, GtkWidget *row)
{
  GtkViewport *viewport = GTK_VIEWPORT (gtk_widget_get_ancestor (GTK_WIDGET (self->days), GTK_TYPE_VIEWPORT));
  gboolean grabbed;

  gtk_viewport_set_scroll_to_focus (viewport, FALSE);
  grabbed = row != NULL && gtk_widget_grab_focus (row);
  gtk_viewport_set_scroll_to_focus (viewport, TRUE);
  self->looks = 0;
  if (grabbed && self->look == 0)
    self->look = gtk_widget_add_tick_callback (GTK_WIDGET (self), show_focus_cb, NULL, NULL);
  return grabbed;
}

/* The row of an event, else the first from its day on, else the last. */
static GtkWidget *
find_row (OnwardAgendaList *self, const OnwardCalendarEvent *event)
{
  GtkWidget *nearest = NULL;

  for (GtkWidget *box = gtk_widget_get_first_child (GTK_WIDGET (self->days)); box != NULL;
       box = gtk_widget_get_next_sibling (box))
    for (GtkWidget *row = GTK_IS_BOX (box) ? gtk_widget_get_first_child (gtk_widget_get_last_child (box)) : NULL;
         row != NULL; row = gtk_widget_get_next_sibling (row))
      {
        if (onward_calendar_event_is (onward_event_row_get_event (row), event))
          return row;
        if (nearest == NULL || onward_event_row_get_event (nearest)->day < event->day)
          nearest = row;
      }
  return nearest;
}

static void
onward_agenda_list_dispose (GObject *object)
{
  g_clear_pointer ((GtkWidget **)&ONWARD_AGENDA_LIST (object)->stack, gtk_widget_unparent);
  g_clear_handle_id (&ONWARD_AGENDA_LIST (object)->more_source, g_source_remove);
  g_clear_object (&ONWARD_AGENDA_LIST (object)->store);
  G_OBJECT_CLASS (onward_agenda_list_parent_class)->dispose (object);
}

static void
onward_agenda_list_class_init (OnwardAgendaListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = onward_agenda_list_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, ONWARD_RESOURCE_PATH "/ui/calendar/onward-agenda-list.ui");
  gtk_widget_class_bind_template_child (widget_class, OnwardAgendaList, stack);
  gtk_widget_class_bind_template_child (widget_class, OnwardAgendaList, scroll);
  gtk_widget_class_bind_template_child (widget_class, OnwardAgendaList, days);
  gtk_widget_class_bind_template_child (widget_class, OnwardAgendaList, nothing);
  gtk_widget_class_bind_template_child (widget_class, OnwardAgendaList, go);
}

static void
onward_agenda_list_init (OnwardAgendaList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  onward_text_scale_fit_clamps (GTK_WIDGET (self));
  self->read_to = ONWARD_NO_DAY;
  g_signal_connect_swapped (gtk_scrolled_window_get_vadjustment (self->scroll), "value-changed",
                            G_CALLBACK (scrolled_cb), self);
  g_signal_connect_swapped (gtk_scrolled_window_get_vadjustment (self->scroll), "changed", G_CALLBACK (scrolled_cb),
                            self);
}

/**
 * onward_agenda_list_show:
 * @self: the list
 * @store: the database
 * @day: the first day, days since 1970-01-01
 * @today: the user's day
 *
 * Shows the days from @day on that have something, as the database has them now: as many as there is room for, and the
 * next ones when they are scrolled to. When there is nothing within a week, it says when the next is. The keyboard focus
 * stays on its event.
 */
void
onward_agenda_list_show (OnwardAgendaList *self, OnwardStore *store, int day, int today)
{
  int read_to = day == self->shown ? self->read_to : ONWARD_NO_DAY;
  gboolean same = self->store == store && day == self->shown;
  gboolean soon;
  GtkWidget *child, *focus = get_focus (self);
  OnwardCalendarEvent *event = focus != NULL ? onward_event_row_get_event (focus) : NULL;
  g_autoptr (OnwardCalendarEvent) focused = event != NULL ? onward_calendar_event_ref (event) : NULL;

  g_set_object (&self->store, store);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->days))) != NULL)
    gtk_box_remove (self->days, child);
  self->today = today;
  self->shown = self->last_day = day;
  self->first_day = ONWARD_NO_DAY;
  append_page (self, day);
  /* As far as it was scrolled. */
  while (same && self->read_to != ONWARD_NO_DAY && read_to != ONWARD_NO_DAY && self->read_to < read_to)
    append_page (self, self->read_to + 1);
  if (!same)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroll), 0);
  soon = self->first_day != ONWARD_NO_DAY && self->first_day < day + WEEK;
  if (!soon)
    show_nothing (self, self->first_day);
  gtk_stack_set_visible_child_name (self->stack, soon ? "days" : "nothing");
  if (focused != NULL)
    onward_agenda_list_focus_event (self, focused);
}

/**
 * onward_agenda_list_focus_event:
 * @self: the list
 * @event: an event, as it was
 *
 * Gives the keyboard focus to it, wherever it is now; to what comes after it when it is gone.
 *
 * Returns: whether there is anything that has the focus now
 */
gboolean
onward_agenda_list_focus_event (OnwardAgendaList *self, const OnwardCalendarEvent *event)
{
  return grab (self, find_row (self, event)) || gtk_widget_grab_focus (self->go);
}
