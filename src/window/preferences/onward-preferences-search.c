/* onward-preferences-search.c - finds a setting by a word, on whatever page it is */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-preferences-search.h"

#include "store/onward-fold.h"

#include <string.h>

/* What is said of it, as it is searched. */
static char *
fold_row (GtkWidget *row)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));
  const char *subtitle = ADW_IS_ACTION_ROW (row) ? adw_action_row_get_subtitle (ADW_ACTION_ROW (row)) : NULL;
  g_autofree char *both = g_strconcat (title != NULL ? title : "", " ", subtitle, NULL);

  return onward_fold_words (both);
}

/* Every word begins a word of it. */
static gboolean
has_words (const char *folded, char **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *beginning = g_strconcat (" ", words[i], NULL);

      if (*words[i] != '\0' && strstr (folded, beginning) == NULL)
        return FALSE;
    }
  return TRUE;
}

/**
 * onward_preferences_search_create_row:
 * @found: a row of a page
 * @page: what its page is called
 *
 * Returns: (transfer floating): a row of the list of what was found
 */
GtkWidget *
onward_preferences_search_create_row (GtkWidget *found, const char *page)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (found));
  const char *const words[] = { title, page };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      GtkWidget *label = gtk_label_new (words[i]);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_box_append (GTK_BOX (box), label);
      if (i == 0)
        continue;
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, page, -1);
  g_object_set_data_full (G_OBJECT (row), "found", g_object_ref (found), g_object_unref);
  return row;
}

/**
 * onward_preferences_search_get_found:
 * @row: a row of the list of what was found
 *
 * Returns: (transfer none): the row of a page that it stands for
 */
GtkWidget *
onward_preferences_search_get_found (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "found");
}

static void
look (GtkListBox *list, GtkWidget *widget, const char *page, char **words)
{
  if (ADW_IS_PREFERENCES_ROW (widget))
    {
      g_autofree char *folded = fold_row (widget);

      if (gtk_widget_get_visible (widget) && has_words (folded, words))
        gtk_list_box_append (list, onward_preferences_search_create_row (widget, page));
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    look (list, child, page, words);
}

/**
 * onward_preferences_search_fill:
 * @list: what was found; it is emptied first
 * @stack: the pages, each with its title
 * @text: what the user typed
 */
void
onward_preferences_search_fill (GtkListBox *list, GtkStack *stack, const char *text)
{
  g_autofree char *folded = onward_fold_words (text);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (stack)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    look (list, page, gtk_stack_page_get_title (gtk_stack_get_page (stack, page)), words);
}
