/* onward-contact-rows.c - what the rows of a person's page are made of */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-contact-rows.h"

#include "shared/onward-accessible.h"

/**
 * onward_contact_rows_clear:
 * @list: a list
 *
 * Takes all rows out of it.
 */
void
onward_contact_rows_clear (GtkListBox *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
}

/**
 * onward_contact_rows_create_label:
 * @text: (nullable): plain text
 * @xalign: 0 = at the start, 1 = at the end
 * @first_class: (nullable): a style class
 * @second_class: (nullable): another
 *
 * Returns: (transfer floating): a label of one line
 */
GtkWidget *
onward_contact_rows_create_label (const char *text, float xalign, const char *first_class, const char *second_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (first_class != NULL)
    gtk_widget_add_css_class (label, first_class);
  if (second_class != NULL)
    gtk_widget_add_css_class (label, second_class);
  return label;
}

/**
 * onward_contact_rows_wrap:
 * @label: a label
 *
 * Gives it as many lines as it needs.
 */
void
onward_contact_rows_wrap (GtkWidget *label)
{
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
}

/**
 * onward_contact_rows_create_tool:
 * @icon: a symbolic icon
 * @tooltip: what it does
 * @words: the same for a screen reader, and with what
 * @action: the action
 * @target: (nullable): its target; taken when it is floating
 *
 * Returns: (transfer floating): a small button at the end of a row
 */
GtkWidget *
onward_contact_rows_create_tool (const char *icon, const char *tooltip, const char *words, const char *action,
                                 GVariant *target)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  if (target != NULL)
    gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "small");
  onward_accessible_set_label (button, words);
  return button;
}

/**
 * onward_contact_rows_add_tool:
 * @row: a row from onward_contact_rows_append()
 * @tool: (transfer floating): from onward_contact_rows_create_tool()
 *
 * Tools lie over the end of a row, and are seen when it has the pointer or the focus.
 */
void
onward_contact_rows_add_tool (GtkWidget *row, GtkWidget *tool)
{
  GtkWidget *overlay = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));
  GtkWidget *tools = g_object_get_data (G_OBJECT (overlay), "onward-tools");

  if (tools == NULL)
    {
      tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
      gtk_widget_set_halign (tools, GTK_ALIGN_END);
      gtk_widget_set_valign (tools, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (tools, "row-tools");
      gtk_overlay_add_overlay (GTK_OVERLAY (overlay), tools);
      g_object_set_data (G_OBJECT (overlay), "onward-tools", tools);
    }
  gtk_box_append (GTK_BOX (tools), tool);
}

/**
 * onward_contact_rows_append:
 * @list: a list
 * @content: (transfer floating): what stands in the row
 * @words: what a screen reader says; what stands in it is seen only
 * @activatable: whether a press does something
 *
 * Returns: (transfer none): the row
 */
GtkWidget *
onward_contact_rows_append (GtkListBox *list, GtkWidget *content, const char *words, gboolean activatable)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *overlay = gtk_overlay_new ();

  gtk_overlay_set_child (GTK_OVERLAY (overlay), content);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), overlay);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), activatable);
  gtk_widget_add_css_class (row, "compact-row");
  onward_accessible_set_label (row, words);
  gtk_list_box_append (list, row);
  return row;
}

static gboolean
has_letters (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalpha (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

/**
 * onward_contact_rows_append_fact:
 * @list: a list
 * @name: what it is called
 * @value: what it is
 * @activatable: whether a press does something
 *
 * Returns: (transfer none): the row
 */
GtkWidget *
onward_contact_rows_append_fact (GtkListBox *list, const char *name, const char *value, gboolean activatable)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  /* A phone number reads from left to right in every script. */
  g_autofree char *shown = g_strconcat (has_letters (value) ? "" : "\u200e", value, NULL);
  GtkWidget *label = onward_contact_rows_create_label (shown, 1, "numeric", NULL);
  g_autofree char *words = g_strdup_printf ("%s: %s", name, value);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (label, value);
  gtk_box_append (GTK_BOX (box), onward_contact_rows_create_label (name, 0, "dim-label", NULL));
  gtk_label_set_ellipsize (GTK_LABEL (gtk_widget_get_first_child (box)), PANGO_ELLIPSIZE_NONE);
  gtk_box_append (GTK_BOX (box), label);
  return onward_contact_rows_append (list, box, words, activatable);
}
