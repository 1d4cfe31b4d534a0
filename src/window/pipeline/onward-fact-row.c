/* onward-fact-row.c - a fact that can be edited where it stands */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-fact-row.h"

#include "shared/onward-accessible.h"
#include "shared/onward-tooltip.h"

#include <glib/gi18n-lib.h>

struct _OnwardFactRow
{
  GtkListBoxRow parent_instance;

  char *field;
  char *typed; /* as it would be typed; "" = not known */
  gboolean editable;

  GtkStack *stack;
  GtkWidget *shown;
  GtkLabel *name;
  GtkLabel *value;
  GtkEditable *entry;
};

enum
{
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OnwardFactRow, onward_fact_row, GTK_TYPE_LIST_BOX_ROW)

static gboolean
is_editing (OnwardFactRow *self)
{
  return gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->entry);
}

/* Leaves the entry; the focus is given back only when it was there. */
static void
stop_editing (OnwardFactRow *self, gboolean keep)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
  gboolean focused = gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (self->entry)));

  if (!is_editing (self))
    return;
  gtk_stack_set_visible_child (self->stack, self->shown);
  if (focused)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  if (keep && g_strcmp0 (text, self->typed) != 0)
    g_signal_emit (self, signals[EDITED], 0, text);
}

static void
entry_activate_cb (OnwardFactRow *self)
{
  stop_editing (self, TRUE);
}

static void
entry_left_cb (OnwardFactRow *self)
{
  stop_editing (self, TRUE);
}

static gboolean
entry_key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, gpointer data)
{
  GtkWidget *entry = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  if (key != GDK_KEY_Escape)
    return FALSE;
  stop_editing (ONWARD_FACT_ROW (gtk_widget_get_ancestor (entry, ONWARD_TYPE_FACT_ROW)), FALSE);
  return TRUE;
}

static void
edit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  onward_fact_row_edit (ONWARD_FACT_ROW (widget));
}

static void
onward_fact_row_finalize (GObject *object)
{
  OnwardFactRow *self = ONWARD_FACT_ROW (object);

  g_free (self->field);
  g_free (self->typed);
  G_OBJECT_CLASS (onward_fact_row_parent_class)->finalize (object);
}

static void
onward_fact_row_class_init (OnwardFactRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = onward_fact_row_finalize;

  /**
   * OnwardFactRow::edited:
   * @self: the row
   * @text: what was typed
   */
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);

  gtk_widget_class_install_action (widget_class, "fact.edit", NULL, edit_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "fact.edit", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, ONWARD_RESOURCE_PATH "/ui/pipeline/onward-fact-row.ui");
  gtk_widget_class_bind_template_child (widget_class, OnwardFactRow, stack);
  gtk_widget_class_bind_template_child (widget_class, OnwardFactRow, shown);
  gtk_widget_class_bind_template_child (widget_class, OnwardFactRow, name);
  gtk_widget_class_bind_template_child (widget_class, OnwardFactRow, value);
  gtk_widget_class_bind_template_child (widget_class, OnwardFactRow, entry);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_key_cb);
}

static void
onward_fact_row_init (OnwardFactRow *self)
{
  self->typed = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  onward_tooltip_show_cut_off (self->value);
}

/**
 * onward_fact_row_new:
 * @field: what it is called in the data
 * @name: what it is called on screen
 * @editable: whether a press edits it
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
onward_fact_row_new (const char *field, const char *name, gboolean editable)
{
  OnwardFactRow *self = g_object_new (ONWARD_TYPE_FACT_ROW, NULL);

  self->field = g_strdup (field);
  self->editable = editable;
  gtk_label_set_label (self->name, name);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), editable);
  if (editable)
    gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "fact.edit");
  onward_accessible_set_label (GTK_WIDGET (self->entry), name);
  return GTK_WIDGET (self);
}

/**
 * onward_fact_row_set:
 * @self: a fact
 * @shown: (nullable): its value in words; NULL = not known
 * @typed: (nullable): its value as it would be typed
 */
void
onward_fact_row_set (OnwardFactRow *self, const char *shown, const char *typed)
{
  g_autofree char *label = NULL;
  const char *value = shown != NULL ? shown : _ ("Not known yet");

  g_free (self->typed);
  self->typed = g_strdup (typed != NULL ? typed : "");
  gtk_label_set_label (self->value, value);
  if (shown == NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->value), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->value), "dim-label");
  label = g_strdup_printf ("%s: %s", gtk_label_get_label (self->name), value);
  onward_accessible_set_label (GTK_WIDGET (self), label);
}

/**
 * onward_fact_row_edit:
 * @self: a fact that is editable
 *
 * Puts an entry in its place. Enter and leaving it keep what was typed, Escape does not.
 */
void
onward_fact_row_edit (OnwardFactRow *self)
{
  if (!self->editable || is_editing (self))
    return;
  gtk_editable_set_text (self->entry, self->typed);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->entry));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
}

const char *
onward_fact_row_get_field (OnwardFactRow *self)
{
  return self->field;
}

gboolean
onward_fact_row_is_empty (OnwardFactRow *self)
{
  return *self->typed == '\0';
}
