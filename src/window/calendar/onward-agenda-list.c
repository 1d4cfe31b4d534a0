/* onward-agenda-list.c - the days that have something, one below the other */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-agenda-list.h"

#include "onward-event-chip.h"
#include "playbook/onward-dates.h"
#include "store/onward-agenda.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define TILE_WIDTH 44

struct _OnwardAgendaList
{
  GtkWidget parent_instance;

  GtkStack *stack;
  GtkScrolledWindow *scroll;
  GtkBox *days;
  AdwStatusPage *nothing;
  GtkWidget *go;
  int shown; /* the first day */
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

/* One day: its tile, and the list that is returned. */
static GtkWidget *
append_day (OnwardAgendaList *self, int day, int today)
{
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
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_box_append (GTK_BOX (box), create_tile (day, day == today));
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (self->days, box);
  return list;
}

static void
show_nothing (OnwardAgendaList *self, OnwardStore *store, int day, int today)
{
  int next = onward_agenda_find_next (store, day + ONWARD_AGENDA_DAYS - 1);
  g_autofree char *words = next != ONWARD_NO_DAY ? onward_dates_format_sentence (next, today) : NULL;
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
onward_agenda_list_dispose (GObject *object)
{
  g_clear_pointer ((GtkWidget **)&ONWARD_AGENDA_LIST (object)->stack, gtk_widget_unparent);
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
}

/**
 * onward_agenda_list_show:
 * @self: the list
 * @store: the database
 * @day: the first day, days since 1970-01-01
 * @today: the user's day
 *
 * Shows two weeks as the database has them now, without the days that have nothing.
 */
void
onward_agenda_list_show (OnwardAgendaList *self, OnwardStore *store, int day, int today)
{
  g_autoptr (GPtrArray) events = onward_calendar_events_get (store, day, day + ONWARD_AGENDA_DAYS - 1);
  GtkWidget *list = NULL;
  GtkWidget *child;
  int last = ONWARD_NO_DAY;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->days))) != NULL)
    gtk_box_remove (self->days, child);
  for (guint i = 0; i < events->len; i++)
    {
      const OnwardCalendarEvent *event = events->pdata[i];

      if (event->day != last)
        list = append_day (self, event->day, today);
      last = event->day;
      gtk_list_box_append (GTK_LIST_BOX (list), onward_event_row_new (event));
    }
  if (events->len == 0)
    show_nothing (self, store, day, today);
  if (day != self->shown)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroll), 0);
  self->shown = day;
  gtk_stack_set_visible_child_name (self->stack, events->len > 0 ? "days" : "nothing");
}
