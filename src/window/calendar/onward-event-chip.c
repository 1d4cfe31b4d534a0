/* onward-event-chip.c - an event in the little room of a day, and in a row of its own */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-event-chip.h"

#include "shared/onward-tooltip.h"

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_state_classes (GtkWidget *widget, const OnwardCalendarEvent *event)
{
  static const char *const kinds[] = { "interview", "promise", "followup" };

  gtk_widget_add_css_class (widget, "event");
  gtk_widget_add_css_class (widget, kinds[event->kind]);
  if (event->past)
    gtk_widget_add_css_class (widget, "past");
  if (event->overdue)
    gtk_widget_add_css_class (widget, "overdue");
  if (event->conflict)
    gtk_widget_add_css_class (widget, "conflict");
}

/**
 * onward_event_chip_new:
 * @event: what it shows; not kept
 *
 * A button that opens it. Interviews are filled and have their time, what is owed has an icon.
 *
 * Returns: (transfer floating): the chip
 */
GtkWidget *
onward_event_chip_new (const OnwardCalendarEvent *event)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *text = create_label (event->text, "caption");
  g_autofree char *words = onward_calendar_event_describe (event);

  if (event->kind != ONWARD_CALENDAR_INTERVIEW)
    {
      GtkWidget *icon = gtk_image_new_from_icon_name (event->icon);

      gtk_image_set_pixel_size (GTK_IMAGE (icon), 12);
      gtk_box_append (GTK_BOX (box), icon);
    }
  else
    {
      GtkWidget *time = create_label (event->time, "caption");

      gtk_widget_add_css_class (time, "numeric");
      gtk_box_append (GTK_BOX (box), time);
    }
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (box), text);
  gtk_button_set_child (GTK_BUTTON (button), box);
  add_state_classes (button, event);
  onward_tooltip_set (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  if (event->action != NULL)
    {
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", event->target);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), event->action);
    }
  return button;
}

/**
 * onward_event_row_new:
 * @event: what it shows; not kept
 *
 * Returns: (transfer floating): a row of a list that opens it
 */
GtkWidget *
onward_event_row_new (const OnwardCalendarEvent *event)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *icon = gtk_image_new_from_icon_name (event->icon);
  GtkWidget *title = create_label (event->title, NULL);
  GtkWidget *detail = create_label (event->detail, "caption");
  g_autofree char *words = onward_calendar_event_describe (event);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_margin_top (icon, 3);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_wrap (GTK_LABEL (detail), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (detail), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (detail, "numeric");
  gtk_widget_add_css_class (detail, event->overdue ? "when" : "dim-label");
  if (event->overdue)
    gtk_widget_add_css_class (detail, "overdue");
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (lines), title);
  gtk_box_append (GTK_BOX (lines), detail);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), lines);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_add_css_class (row, "compact-row");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), event->action != NULL);
  if (event->action != NULL)
    {
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", event->target);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), event->action);
    }
  return row;
}
