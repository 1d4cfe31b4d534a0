/* onward-fact-row.c - a fact that can be edited where it stands */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-fact-row.h"

#include "capture/onward-join-link.h"
#include "onward-fact-editors.h"
#include "shared/onward-accessible.h"
#include "shared/onward-dialogs.h"
#include "shared/onward-mnemonic.h"
#include "shared/onward-popover.h"
#include "shared/onward-tooltip.h"

#include <glib/gi18n-lib.h>

/* Of a long text so many lines are shown; all of them when it is edited. */
#define MOST_LINES 10

struct _OnwardFactRow
{
  GtkListBoxRow parent_instance;

  char *field;
  char *typed; /* as it would be typed; "" = not known */
  char *tried; /* what it was to become; shown again when that is refused */
  OnwardFactKind kind;
  GMenuModel *choices;
  GtkWidget *editor; /* in place of what is shown; NULL = it is shown */
  GtkWidget *popover;
  GtkWidget *button;

  GtkWidget *shown;
  GtkLabel *name;
  GtkLabel *value;
};

enum
{
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OnwardFactRow, onward_fact_row, GTK_TYPE_LIST_BOX_ROW)

static void
emit_edited (OnwardFactRow *self, const char *text)
{
  g_free (self->tried);
  self->tried = g_strdup (text);
  g_signal_emit (self, signals[EDITED], 0, text);
}

/* Leaves the entry; the focus is given back only when it was there. */
static void
stop_editing (OnwardFactRow *self, gboolean keep)
{
  GtkWidget *focus = gtk_widget_get_root (GTK_WIDGET (self)) != NULL
                         ? gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)))
                         : NULL;
  gboolean focused = self->editor != NULL && focus != NULL && gtk_widget_is_ancestor (focus, self->editor);
  g_autofree char *text = NULL;

  if (self->editor == NULL)
    return;
  text = onward_fact_editors_get_text (self->editor);
  self->editor = NULL;
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->shown);
  if (focused)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  if (keep && g_strcmp0 (text, self->typed) != 0)
    emit_edited (self, text);
}

static void
editor_done_cb (gboolean keep, gpointer data)
{
  stop_editing (data, keep);
}

static void
popover_closed_cb (OnwardFactRow *self)
{
  self->popover = NULL;
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
show_popover (OnwardFactRow *self, GtkWidget *popover)
{
  if (self->popover != NULL)
    return;
  self->popover = popover;
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_BOTTOM);
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  g_signal_connect_object (popover, "closed", G_CALLBACK (popover_closed_cb), self, G_CONNECT_SWAPPED);
  onward_popover_go_when_closed (GTK_POPOVER (popover));
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
set_typed (OnwardFactRow *self, const char *text)
{
  if (g_strcmp0 (text, self->typed) != 0)
    emit_edited (self, text);
}

static void
day_chosen_cb (const char *date, gpointer data)
{
  set_typed (data, date);
}

static void
edit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  onward_fact_row_edit (ONWARD_FACT_ROW (widget));
}

static void
choose_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_typed (ONWARD_FACT_ROW (widget), g_variant_get_string (parameter, NULL));
}

/* The entry again, with what was typed and the reason below it. Who writes elsewhere by now is not taken away from
 * there. */
static void
show_refused_text (OnwardFactRow *self, const char *reason)
{
  gboolean focused = gtk_widget_has_focus (GTK_WIDGET (self));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->editor = onward_fact_editors_create_text (gtk_label_get_label (self->name), self->tried,
                                                  self->kind == ONWARD_FACT_LONG, editor_done_cb, self);
  gtk_box_append (GTK_BOX (box), self->editor);
  gtk_box_append (GTK_BOX (box), onward_fact_editors_create_reason (self->editor, reason));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  if (focused)
    onward_fact_editors_focus (self->editor);
}

static void
refused_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardFactRow *self = ONWARD_FACT_ROW (widget);
  const char *reason = g_variant_get_string (parameter, NULL);
  gboolean is_text = self->kind != ONWARD_FACT_CHOICE && self->kind != ONWARD_FACT_DAY;

  if (self->tried == NULL || self->editor != NULL || self->popover != NULL || self->kind == ONWARD_FACT_CHOICE)
    onward_dialogs_show_error (widget, _ ("Nothing was changed"), reason);
  else if (is_text)
    show_refused_text (self, reason);
  else
    {
      GtkWidget *popover =
          onward_fact_editors_create_day (gtk_label_get_label (self->name), self->tried, day_chosen_cb, self);

      onward_fact_editors_create_reason (popover, reason);
      show_popover (self, popover);
    }
}

static gboolean
can_open (OnwardFactRow *self)
{
  g_autofree char *address = onward_join_link_complete (self->typed);

  return onward_join_link_is_valid (address);
}

/* A page or a call, and nothing that is on this computer: an address can come from a file that was imported. */
static void
open_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardFactRow *self = ONWARD_FACT_ROW (widget);
  g_autofree char *address = onward_join_link_complete (self->typed);

  onward_join_link_open (GTK_WINDOW (gtk_widget_get_root (widget)), address);
}

static void
onward_fact_row_dispose (GObject *object)
{
  OnwardFactRow *self = ONWARD_FACT_ROW (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  self->editor = NULL;
  g_clear_object (&self->shown);
  g_clear_object (&self->choices);
  G_OBJECT_CLASS (onward_fact_row_parent_class)->dispose (object);
}

static void
onward_fact_row_finalize (GObject *object)
{
  OnwardFactRow *self = ONWARD_FACT_ROW (object);

  g_free (self->field);
  g_free (self->typed);
  g_free (self->tried);
  G_OBJECT_CLASS (onward_fact_row_parent_class)->finalize (object);
}

static void
onward_fact_row_class_init (OnwardFactRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = onward_fact_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = onward_fact_row_finalize;

  /**
   * OnwardFactRow::edited:
   * @self: the row
   * @text: what was typed
   */
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);

  gtk_widget_class_install_action (widget_class, "fact.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "fact.choose", "s", choose_cb);
  gtk_widget_class_install_action (widget_class, "fact.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "field.refused", "s", refused_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "fact.edit", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, ONWARD_RESOURCE_PATH "/ui/pipeline/onward-fact-row.ui");
  gtk_widget_class_bind_template_child (widget_class, OnwardFactRow, shown);
  gtk_widget_class_bind_template_child (widget_class, OnwardFactRow, name);
  gtk_widget_class_bind_template_child (widget_class, OnwardFactRow, value);
}

static void
onward_fact_row_init (OnwardFactRow *self)
{
  self->typed = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_ref (self->shown);
  onward_tooltip_show_cut_off (self->value);
}

/* The name above, the text below it. */
static void
set_long (OnwardFactRow *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->shown), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self->shown), 3);
  gtk_label_set_xalign (self->value, 0);
  gtk_label_set_wrap (self->value, TRUE);
  gtk_label_set_wrap_mode (self->value, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (self->value, MOST_LINES);
  gtk_widget_set_hexpand (GTK_WIDGET (self->name), TRUE);
}

/**
 * onward_fact_row_new:
 * @field: what it is called in the data
 * @name: what it is called on screen
 * @kind: how it is edited
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
onward_fact_row_new (const char *field, const char *name, OnwardFactKind kind)
{
  OnwardFactRow *self = g_object_new (ONWARD_TYPE_FACT_ROW, NULL);

  self->field = g_strdup (field);
  self->kind = kind;
  gtk_label_set_label (self->name, name);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), kind != ONWARD_FACT_SEEN);
  if (kind != ONWARD_FACT_SEEN)
    gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "fact.edit");
  if (kind == ONWARD_FACT_LONG)
    set_long (self);
  if (kind == ONWARD_FACT_LINK)
    onward_fact_row_set_action (self, "adw-external-link-symbolic", _ ("Open the address"), "fact.open", NULL);
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
  if (self->button != NULL)
    gtk_widget_set_visible (self->button, shown != NULL && (self->kind != ONWARD_FACT_LINK || can_open (self)));
  label = g_strdup_printf ("%s: %s", gtk_label_get_label (self->name), value);
  onward_accessible_set_label (GTK_WIDGET (self), label);
}

/**
 * onward_fact_row_set_choices:
 * @self: a fact that is one of a few
 * @choices: a menu, made with onward_fact_row_create_choices()
 */
void
onward_fact_row_set_choices (OnwardFactRow *self, GMenuModel *choices)
{
  g_set_object (&self->choices, choices);
}

/**
 * onward_fact_row_set_action:
 * @self: a fact
 * @icon: of a button beside its value, while it is known
 * @label: what the button is called
 * @action: what it does
 * @target: (nullable) (transfer floating): with what
 */
void
onward_fact_row_set_action (OnwardFactRow *self, const char *icon, const char *label, const char *action,
                            GVariant *target)
{
  if (self->button == NULL)
    {
      self->button = gtk_button_new_from_icon_name (icon);
      gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
      gtk_widget_set_tooltip_text (self->button, label);
      gtk_widget_add_css_class (self->button, "flat");
      gtk_widget_add_css_class (self->button, "small");
      gtk_widget_add_css_class (self->button, "fact-button");
      onward_accessible_set_label (self->button, label);
      gtk_box_append (GTK_BOX (self->shown), self->button);
    }
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action);
}

/**
 * onward_fact_row_edit:
 * @self: a fact
 *
 * Puts an entry in its place, or opens a calendar or a menu. Enter and leaving it keep what was typed, Escape does not.
 */
void
onward_fact_row_edit (OnwardFactRow *self)
{
  const char *name = gtk_label_get_label (self->name);

  if (self->kind == ONWARD_FACT_SEEN || self->editor != NULL)
    return;
  if (self->kind == ONWARD_FACT_DAY)
    show_popover (self, onward_fact_editors_create_day (name, self->typed, day_chosen_cb, self));
  else if (self->kind == ONWARD_FACT_CHOICE && self->choices != NULL)
    show_popover (self, gtk_popover_menu_new_from_model (self->choices));
  else if (self->kind != ONWARD_FACT_CHOICE)
    {
      self->editor =
          onward_fact_editors_create_text (name, self->typed, self->kind == ONWARD_FACT_LONG, editor_done_cb, self);
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->editor);
      onward_fact_editors_focus (self->editor);
    }
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

/**
 * onward_fact_row_create_choices:
 *
 * Returns: (transfer full): an empty menu
 */
GMenuModel *
onward_fact_row_create_choices (void)
{
  return G_MENU_MODEL (g_menu_new ());
}

/**
 * onward_fact_row_add_choice:
 * @choices: a menu of onward_fact_row_create_choices()
 * @words: what it says
 * @typed: what the fact becomes, as typed; "" = not known
 */
void
onward_fact_row_add_choice (GMenuModel *choices, const char *words, const char *typed)
{
  g_autofree char *escaped = onward_mnemonic_escape (words);
  g_autoptr (GMenuItem) item = g_menu_item_new (escaped, NULL);

  g_menu_item_set_action_and_target (item, "fact.choose", "s", typed);
  g_menu_append_item (G_MENU (choices), item);
}
