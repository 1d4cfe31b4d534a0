/* onward-value-item-sheet.c - asks for something worth sending: a link or a note, and its topics */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-value-item-sheet.h"

#include "onward-window-sheets.h"
#include "shared/onward-kept-sheet.h"
#include "store/onward-lists.h"
#include "store/onward-value-item-edits.h"

#include <glib/gi18n-lib.h>

#define ONWARD_TYPE_VALUE_ITEM_SHEET (onward_value_item_sheet_get_type ())
G_DECLARE_FINAL_TYPE (OnwardValueItemSheet, onward_value_item_sheet, ONWARD, VALUE_ITEM_SHEET, OnwardSheet)

struct _OnwardValueItemSheet
{
  OnwardSheet parent_instance;

  gint64 id; /* 0 = new */

  GtkEditable *name;
  GtkEditable *url;
  AdwComboRow *kind;
  GtkEditable *topics;
  GtkEditable *notes;
  GtkWidget *remove;
};

static const struct
{
  const char *value;
  const char *words;
} kinds[] = {
  { "article", N_ ("Article") },
  { "event", N_ ("Event") },
  { "news", N_ ("News") },
  { "personal", N_ ("Something personal") },
};

G_DEFINE_FINAL_TYPE (OnwardValueItemSheet, onward_value_item_sheet, ONWARD_TYPE_SHEET)

static char *
get_text (GtkEditable *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}

static void
set_text (GtkEditable *entry, const char *text)
{
  gtk_editable_set_text (entry, text != NULL ? text : "");
}

static void
check (OnwardValueItemSheet *self)
{
  g_autofree char *name = get_text (self->name);
  g_autofree char *url = get_text (self->url);

  onward_sheet_set_can_save (ONWARD_SHEET (self), *name != '\0' || *url != '\0');
}

static void
entry_activated_cb (OnwardValueItemSheet *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "sheet.save", NULL);
}

static char **
split_list (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      g_strv_builder_add (builder, parts[i]);
  return g_strv_builder_end (builder);
}

static OnwardValueItemEdit *
build (OnwardValueItemSheet *self)
{
  OnwardValueItemEdit *edit = g_new0 (OnwardValueItemEdit, 1);

  edit->id = self->id;
  edit->kind = g_strdup (kinds[adw_combo_row_get_selected (self->kind)].value);
  edit->title = get_text (self->name);
  edit->url = get_text (self->url);
  edit->topics = split_list (gtk_editable_get_text (self->topics));
  edit->notes = get_text (self->notes);
  return edit;
}

static void
onward_value_item_sheet_save (OnwardSheet *sheet)
{
  OnwardValueItemSheet *self = ONWARD_VALUE_ITEM_SHEET (sheet);

  onward_window_run_and_close (sheet,
                               self->id != 0 ? _ ("Change what is worth sending") : _ ("Keep something worth sending"),
                               self->id != 0 ? _ ("Changed") : _ ("Kept"), onward_value_items_save, build (self),
                               (GDestroyNotify)onward_value_item_edit_free, NULL, NULL);
}

static void
remove_clicked_cb (OnwardValueItemSheet *self)
{
  onward_window_run_with_toast (GTK_WIDGET (onward_window_find (GTK_WIDGET (self))),
                                _ ("Remove what was worth sending"), _ ("Removed"), onward_value_items_remove,
                                g_memdup2 (&self->id, sizeof self->id), g_free);
  onward_sheet_close (ONWARD_SHEET (self));
}

static void
onward_value_item_sheet_class_init (OnwardValueItemSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  ONWARD_SHEET_CLASS (klass)->save = onward_value_item_sheet_save;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ONWARD_RESOURCE_PATH "/ui/capture/onward-value-item-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, OnwardValueItemSheet, name);
  gtk_widget_class_bind_template_child (widget_class, OnwardValueItemSheet, url);
  gtk_widget_class_bind_template_child (widget_class, OnwardValueItemSheet, kind);
  gtk_widget_class_bind_template_child (widget_class, OnwardValueItemSheet, topics);
  gtk_widget_class_bind_template_child (widget_class, OnwardValueItemSheet, notes);
  gtk_widget_class_bind_template_child (widget_class, OnwardValueItemSheet, remove);
  gtk_widget_class_bind_template_callback (widget_class, check);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
}

static void
onward_value_item_sheet_init (OnwardValueItemSheet *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_string_list_append (names, _ (kinds[i].words));
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (names));
}

static void
fill (OnwardValueItemSheet *self, OnwardValueItem *item)
{
  g_auto (GStrv) topics = onward_json_get_texts (item->topics);
  g_autofree char *joined = g_strjoinv (", ", topics);

  self->id = item->record.id;
  set_text (self->name, item->title);
  set_text (self->url, item->url);
  set_text (self->topics, joined);
  set_text (self->notes, item->notes);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].value, item->kind) == 0)
      adw_combo_row_set_selected (self->kind, i);
  gtk_widget_set_visible (self->remove, TRUE);
}

/**
 * onward_value_item_sheet_present:
 * @parent: a widget of the window
 * @value_item: something that is to be changed; 0 = something new
 */
void
onward_value_item_sheet_present (GtkWidget *parent, gint64 value_item)
{
  OnwardStore *store = onward_window_get_store (onward_window_find (parent));
  g_autoptr (OnwardValueItem) record = onward_store_get_record (store, ONWARD_TYPE_VALUE_ITEM, value_item);
  g_autofree char *key = g_strdup_printf ("value-item-%" G_GINT64_FORMAT, value_item);
  OnwardValueItemSheet *self;

  if (onward_kept_sheet_show (parent, key))
    return;
  self = g_object_new (ONWARD_TYPE_VALUE_ITEM_SHEET, NULL);
  if (record != NULL)
    fill (self, record);
  check (self);
  onward_kept_sheet_watch (ONWARD_SHEET (self), key);
  onward_sheet_present (ONWARD_SHEET (self), parent);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}
