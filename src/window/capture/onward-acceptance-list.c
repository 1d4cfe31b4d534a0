/* onward-acceptance-list.c - what happens to the other open opportunities after a yes */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-acceptance-list.h"

#include "onward-acceptance-row.h"
#include "store/onward-opportunity-people.h"

#include <glib/gi18n-lib.h>

struct _OnwardAcceptanceList
{
  GtkBox parent_instance;

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (OnwardAcceptanceList, onward_acceptance_list, GTK_TYPE_BOX)

static void
onward_acceptance_list_class_init (OnwardAcceptanceListClass *klass)
{
}

static void
onward_acceptance_list_init (OnwardAcceptanceList *self)
{
  GtkWidget *heading = gtk_label_new (_ ("What else is open"));
  GtkWidget *text = gtk_label_new (_ ("Whoever waits for you is told that you withdraw; it comes up on its day."));
  GtkWidget *headings = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_widget_add_css_class (text, "caption");
  gtk_widget_add_css_class (text, "dim-label");
  gtk_box_append (GTK_BOX (headings), heading);
  gtk_box_append (GTK_BOX (headings), text);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_box_append (GTK_BOX (self), headings);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
}

/**
 * onward_acceptance_list_fill:
 * @self: a list
 * @store: the store
 * @accepted: the opportunity that is not in it
 *
 * Shows the others that are open; hidden when there are none.
 */
void
onward_acceptance_list_fill (OnwardAcceptanceList *self, OnwardStore *store, gint64 accepted)
{
  g_autoptr (GArray) others = onward_opportunities_list_open_others (store, accepted);

  for (guint i = 0; i < others->len; i++)
    {
      GtkWidget *row = onward_acceptance_row_new (store, g_array_index (others, gint64, i));

      if (row != NULL)
        gtk_list_box_append (self->list, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), others->len > 0);
}

/**
 * onward_acceptance_list_add_to:
 * @self: a list
 * @plan: of the accepted one; takes what is chosen here
 */
void
onward_acceptance_list_add_to (OnwardAcceptanceList *self, OnwardOutcomePlan *plan)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    onward_acceptance_row_add_to (ONWARD_ACCEPTANCE_ROW (row), plan);
}

/**
 * onward_acceptance_list_set_narrow:
 * @self: a list
 * @narrow: whether the choices stand below the names
 */
void
onward_acceptance_list_set_narrow (OnwardAcceptanceList *self, gboolean narrow)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    onward_acceptance_row_set_narrow (ONWARD_ACCEPTANCE_ROW (row), narrow);
}
