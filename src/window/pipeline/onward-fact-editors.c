/* onward-fact-editors.c - what stands in the place of a fact while it is edited */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-fact-editors.h"

#include "playbook/onward-wall.h"
#include "shared/onward-accessible.h"

#include <glib/gi18n-lib.h>

/* Paragraphs scroll when they are longer than this. */
#define MOST_HEIGHT 320

typedef struct
{
  GtkWidget *text; /* an entry or a text view */
  OnwardEditorFunc done;
  gpointer data;
  gboolean is_done;
} Editor;

typedef struct
{
  GtkPopover *popover;
  GtkEditable *entry;
  GtkCalendar *calendar;
  int month; /* that is shown, counted from year 0 */
  OnwardDayFunc chosen;
  gpointer data;
} Day;

static Editor *
get_editor (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "onward-editor");
}

/* Leaving the entry says the same as Enter, and comes when it is taken away, too. */
static void
end (Editor *editor, gboolean keep)
{
  if (editor->is_done)
    return;
  editor->is_done = TRUE;
  editor->done (keep, editor->data);
}

static void
activate_cb (Editor *editor)
{
  end (editor, TRUE);
}

/* Its menu takes the focus and gives it back: the window the focus is in stays the same. */
static void
left_cb (GtkEventController *controller, Editor *editor)
{
  GtkWidget *widget = gtk_event_controller_get_widget (controller);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW));

  if (window == NULL || gtk_window_is_active (window))
    end (editor, TRUE);
}

static gboolean
key_cb (GtkEventController *controller, guint key, guint code, GdkModifierType state, Editor *editor)
{
  gboolean enter = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter;

  if (key == GDK_KEY_Escape)
    end (editor, FALSE);
  else if (enter && (state & GDK_CONTROL_MASK) != 0)
    end (editor, TRUE);
  else
    return FALSE;
  return TRUE;
}

static GtkWidget *
wrap_long (GtkWidget *view)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 6);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 6);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 6);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 6);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), 96);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MOST_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_widget_add_css_class (scrolled, "frame");
  gtk_widget_set_tooltip_text (view, _ ("Ctrl+Enter keeps it, Escape does not"));
  return scrolled;
}

/**
 * onward_fact_editors_create_text:
 * @name: the fact's name
 * @text: what it is
 * @is_long: whether it has paragraphs
 * @done: called once: Enter (in paragraphs Ctrl+Enter) and leaving it keep what was typed, Escape does not
 * @data: for @done
 *
 * Returns: (transfer floating): the editor
 */
GtkWidget *
onward_fact_editors_create_text (const char *name, const char *text, gboolean is_long, OnwardEditorFunc done,
                                 gpointer data)
{
  GtkWidget *widget = is_long ? gtk_text_view_new () : gtk_entry_new ();
  GtkWidget *outer = is_long ? wrap_long (widget) : widget;
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  Editor *editor = g_new0 (Editor, 1);

  editor->text = widget;
  editor->done = done;
  editor->data = data;
  g_object_set_data_full (G_OBJECT (outer), "onward-editor", editor, g_free);
  if (is_long)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (widget), text);
  onward_accessible_set_label (widget, name);
  if (!is_long)
    g_signal_connect_swapped (widget, "activate", G_CALLBACK (activate_cb), editor);
  g_signal_connect (focus, "leave", G_CALLBACK (left_cb), editor);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), editor);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (widget, focus);
  gtk_widget_add_controller (widget, keys);
  return outer;
}

/**
 * onward_fact_editors_get_text:
 * @editor: from onward_fact_editors_create_text()
 *
 * Returns: (transfer full): what is in it, without the spaces around it
 */
char *
onward_fact_editors_get_text (GtkWidget *editor)
{
  GtkWidget *text = get_editor (editor)->text;
  GtkTextIter first, last;

  if (!GTK_IS_TEXT_VIEW (text))
    return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (text))));
  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), &first, &last);
  return g_strstrip (gtk_text_buffer_get_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), &first, &last, FALSE));
}

/**
 * onward_fact_editors_focus:
 * @editor: from onward_fact_editors_create_text(), in a window
 */
void
onward_fact_editors_focus (GtkWidget *editor)
{
  GtkWidget *text = get_editor (editor)->text;

  gtk_widget_grab_focus (text);
  if (!GTK_IS_TEXT_VIEW (text))
    gtk_editable_select_region (GTK_EDITABLE (text), 0, -1);
}

static GtkWidget *
create_reason (GtkWidget *text, const char *reason)
{
  GtkWidget *label = gtk_label_new (reason);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "error");
  gtk_widget_add_css_class (text, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, reason, -1);
  return label;
}

/**
 * onward_fact_editors_create_reason:
 * @editor: from onward_fact_editors_create_text() or onward_fact_editors_create_day()
 * @reason: why what is in it was refused
 *
 * Marks it as wrong. Into a popover the reason is put as well.
 *
 * Returns: (transfer floating) (nullable): the reason, to be put below an editor that is no popover
 */
GtkWidget *
onward_fact_editors_create_reason (GtkWidget *editor, const char *reason)
{
  GtkWidget *entry;

  if (!GTK_IS_POPOVER (editor))
    return create_reason (get_editor (editor)->text, reason);
  entry = gtk_widget_get_first_child (gtk_popover_get_child (GTK_POPOVER (editor)));
  gtk_box_insert_child_after (GTK_BOX (gtk_popover_get_child (GTK_POPOVER (editor))), create_reason (entry, reason),
                              entry);
  return NULL;
}

static void
choose (Day *day, const char *date)
{
  day->chosen (date, day->data);
  gtk_popover_popdown (day->popover);
}

static void
day_typed_cb (Day *day)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (day->entry)));

  choose (day, text);
}

/* Turning the pages of the calendar selects a day as well; a day of the month that is shown was meant. */
static void
day_selected_cb (Day *day)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (day->calendar);
  int month = g_date_time_get_year (date) * 12 + g_date_time_get_month (date);
  gboolean turned = month != day->month;
  char text[ONWARD_DATE_SIZE];

  day->month = month;
  onward_day_format (onward_day_from_civil (g_date_time_get_year (date), g_date_time_get_month (date),
                                            g_date_time_get_day_of_month (date)),
                     text);
  if (turned)
    gtk_editable_set_text (day->entry, text);
  else
    choose (day, text);
}

static void
no_day_cb (Day *day)
{
  choose (day, "");
}

static GtkWidget *
create_calendar (const char *text)
{
  GtkWidget *calendar = gtk_calendar_new ();
  int number, year, month, day;

  if (onward_day_parse (text, &number))
    {
      g_autoptr (GDateTime) date = NULL;

      onward_day_to_civil (number, &year, &month, &day);
      date = g_date_time_new_local (year, month, day, 12, 0, 0);
      gtk_calendar_select_day (GTK_CALENDAR (calendar), date);
    }
  return calendar;
}

/**
 * onward_fact_editors_create_day:
 * @name: the fact's name
 * @text: the day as YYYY-MM-DD; "" = none
 * @chosen: called when a day was typed or chosen, or taken away
 * @data: for @chosen
 *
 * Returns: (transfer floating): a popover
 */
GtkWidget *
onward_fact_editors_create_day (const char *name, const char *text, OnwardDayFunc chosen, gpointer data)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *none = gtk_button_new_with_label (_ ("No day"));
  GtkWidget *calendar = create_calendar (text);
  g_autofree char *label = g_strdup_printf ("%s, %s", name, _ ("YYYY-MM-DD"));
  g_autoptr (GDateTime) shown = gtk_calendar_get_date (GTK_CALENDAR (calendar));
  int month = g_date_time_get_year (shown) * 12 + g_date_time_get_month (shown);
  Day *day = g_new0 (Day, 1);

  *day = (Day){ GTK_POPOVER (popover), GTK_EDITABLE (entry), GTK_CALENDAR (calendar), month, chosen, data };
  g_object_set_data_full (G_OBJECT (popover), "onward-day", day, g_free);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("YYYY-MM-DD"));
  onward_accessible_set_label (entry, label);
  gtk_widget_add_css_class (none, "flat");
  gtk_widget_set_visible (none, *text != '\0');
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (day_typed_cb), day);
  g_signal_connect_swapped (calendar, "day-selected", G_CALLBACK (day_selected_cb), day);
  g_signal_connect_swapped (none, "clicked", G_CALLBACK (no_day_cb), day);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), calendar);
  gtk_box_append (GTK_BOX (box), none);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  return popover;
}
