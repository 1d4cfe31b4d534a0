/* onward-due-group.c - stands for several follow-ups to one person, and opens in place */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-due-group.h"

#include <glib/gi18n-lib.h>

struct _OnwardDueGroup
{
  GtkListBoxRow parent_instance;

  gint64 contact;
  gboolean open;
  GtkWidget *title;
  GtkWidget *count;
  GtkWidget *arrow;
};

G_DEFINE_FINAL_TYPE (OnwardDueGroup, onward_due_group, GTK_TYPE_LIST_BOX_ROW)

static void
onward_due_group_class_init (OnwardDueGroupClass *klass)
{
}

static GtkWidget *
create_label (GtkWidget *box)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
onward_due_group_init (OnwardDueGroup *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_add_css_class (GTK_WIDGET (self), "due-row");
  self->arrow = gtk_image_new ();
  self->title = create_label (lines);
  self->count = create_label (lines);
  gtk_widget_add_css_class (self->count, "caption");
  gtk_widget_add_css_class (self->count, "dim-label");
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (row), lines);
  gtk_box_append (GTK_BOX (row), self->arrow);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), row);
  onward_due_group_set_open (self, FALSE);
}

/**
 * onward_due_group_new:
 * @contact: the person
 *
 * Returns: (transfer floating): a closed group
 */
GtkWidget *
onward_due_group_new (gint64 contact)
{
  OnwardDueGroup *self = g_object_new (ONWARD_TYPE_DUE_GROUP, NULL);

  self->contact = contact;
  return GTK_WIDGET (self);
}

/**
 * onward_due_group_get_contact:
 * @self: a group
 *
 * Returns: the person
 */
gint64
onward_due_group_get_contact (OnwardDueGroup *self)
{
  return self->contact;
}

/**
 * onward_due_group_set_words:
 * @self: a group
 * @name: the person's
 * @n: how many follow-ups there are
 */
void
onward_due_group_set_words (OnwardDueGroup *self, const char *name, guint n)
{
  g_autofree char *count = g_strdup_printf (ngettext ("%u follow-up", "%u follow-ups", n), n);
  g_autofree char *label = g_strdup_printf ("%s, %s", name, count);

  gtk_label_set_label (GTK_LABEL (self->title), name);
  gtk_label_set_label (GTK_LABEL (self->count), count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * onward_due_group_get_open:
 * @self: a group
 *
 * Returns: whether its follow-ups are shown
 */
gboolean
onward_due_group_get_open (OnwardDueGroup *self)
{
  return self->open;
}

/**
 * onward_due_group_set_open:
 * @self: a group
 * @open: whether its follow-ups are shown
 */
void
onward_due_group_set_open (OnwardDueGroup *self, gboolean open)
{
  self->open = open;
  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow), open ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, open, -1);
}
