/* onward-calendar-popover.c - popovers of the calendar: a heading, a few words, and what can be done */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-calendar-popover.h"

#include "onward-calendar-view-private.h"
#include "onward-event-block.h"
#include "onward-event-row.h"
#include "shared/onward-popover.h"

#define LEAST_WIDTH 240
#define MOST_CHARS  38

typedef struct
{
  GtkWidget *widget;          /* (nullable): weak */
  OnwardCalendarEvent *event; /* (nullable): what it stood for */
} Pointed;

/* An event is looked for: its block or row is made anew, or stands for another, when anything changes meanwhile. */
static void
give_focus_back (GtkWidget *view, const Pointed *pointed)
{
  if (view != NULL && pointed->event != NULL
      && onward_calendar_view_focus_event (ONWARD_CALENDAR_VIEW (view), pointed->event))
    return;
  if (pointed->widget != NULL && gtk_widget_get_mapped (pointed->widget) && gtk_widget_get_focusable (pointed->widget))
    gtk_widget_grab_focus (pointed->widget);
}

static void
closed_cb (GtkPopover *popover, Pointed *pointed)
{
  give_focus_back (gtk_widget_get_parent (GTK_WIDGET (popover)), pointed);
}

static void
free_pointed (gpointer data, GClosure *closure)
{
  Pointed *pointed = data;

  g_clear_weak_pointer (&pointed->widget);
  g_clear_pointer (&pointed->event, onward_calendar_event_unref);
  g_free (pointed);
}

static void
add_label (GtkWidget *content, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_CHARS);
  gtk_widget_set_margin_start (label, 6);
  gtk_widget_set_margin_end (label, 6);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (content), label);
}

/**
 * onward_calendar_popover_new_content:
 * @heading: what it is about
 *
 * Returns: (transfer floating): what a popover holds, to begin with
 */
GtkWidget *
onward_calendar_popover_new_content (const char *heading)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_set_size_request (content, LEAST_WIDTH, -1);
  add_label (content, heading, "heading");
  return content;
}

/**
 * onward_calendar_popover_add_words:
 * @content: of a popover
 * @words: (nullable): a line of small text; nothing happens without
 */
void
onward_calendar_popover_add_words (GtkWidget *content, const char *words)
{
  if (words == NULL || *words == '\0')
    return;
  add_label (content, words, "caption");
  gtk_widget_add_css_class (gtk_widget_get_last_child (content), "dim-label");
}

/**
 * onward_calendar_popover_add_button:
 * @content: of a popover
 * @words: what it does, with a mnemonic
 * @callback: (scope notified): a handler of GtkButton::clicked
 * @data: for @callback; must live as long as @content
 */
void
onward_calendar_popover_add_button (GtkWidget *content, const char *words, GCallback callback, gpointer data)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new_with_mnemonic (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "plain-item");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (GTK_LABEL (label)), -1);
  g_signal_connect (button, "clicked", callback, data);
  gtk_box_append (GTK_BOX (content), button);
}

/* It belongs to the view: days and events are made anew when anything changes. */
static void
point_at (GtkPopover *popover, GtkWidget *widget, const GdkRectangle *area, GtkWidget *view)
{
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (widget, view, &bounds))
    return;
  if (area != NULL)
    graphene_rect_init (&bounds, bounds.origin.x + (float)area->x, bounds.origin.y + (float)area->y, (float)area->width,
                        (float)area->height);
  gtk_popover_set_pointing_to (popover, &(GdkRectangle){ (int)bounds.origin.x, (int)bounds.origin.y,
                                                         (int)bounds.size.width, (int)bounds.size.height });
}

/**
 * onward_calendar_popover_open:
 * @widget: what it points at, in the calendar; it has the focus again afterwards
 * @area: (nullable): what is meant of @widget
 * @content: (transfer floating): what it holds
 * @name: what those hear to whom it opens
 *
 * Opens a popover with the focus on its first button.
 *
 * Returns: (transfer none): it; gone when it is closed
 */
GtkPopover *
onward_calendar_popover_open (GtkWidget *widget, const GdkRectangle *area, GtkWidget *content, const char *name)
{
  GtkWidget *view = gtk_widget_get_ancestor (widget, ONWARD_TYPE_CALENDAR_VIEW);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *button = gtk_widget_get_first_child (content);
  OnwardCalendarEvent *event = ONWARD_IS_EVENT_BLOCK (widget)
                                   ? onward_event_block_get_event (ONWARD_EVENT_BLOCK (widget))
                                   : onward_event_row_get_event (widget);
  Pointed *pointed = g_new0 (Pointed, 1);

  g_set_weak_pointer (&pointed->widget, widget);
  if (event != NULL)
    pointed->event = onward_calendar_event_ref (event);
  gtk_popover_set_child (GTK_POPOVER (popover), content);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_parent (popover, view);
  point_at (GTK_POPOVER (popover), widget, area, view);
  g_signal_connect_data (popover, "closed", G_CALLBACK (closed_cb), pointed, free_pointed, 0);
  onward_popover_go_when_closed (GTK_POPOVER (popover));
  gtk_popover_popup (GTK_POPOVER (popover));
  while (button != NULL && !GTK_IS_BUTTON (button))
    button = gtk_widget_get_next_sibling (button);
  if (button != NULL)
    gtk_widget_grab_focus (button);
  return GTK_POPOVER (popover);
}
