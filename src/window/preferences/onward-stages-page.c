/* onward-stages-page.c - the stages of the pipeline: what they are called, and their order */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-stages-page.h"

#include "model/onward-stage.h"
#include "onward-preferences-window.h"
#include "shared/onward-accessible.h"
#include "store/onward-stage-edits.h"

#include <glib/gi18n-lib.h>

struct _OnwardStagesPage
{
  AdwBin parent_instance;

  OnwardStore *store;
  GPtrArray *stages; /* OnwardStage, as they are listed */
  GPtrArray *rows;   /* in the group */
  AdwPreferencesGroup *group;
  GtkEditable *added;
  char *adding; /* (nullable): the name that is on its way to the disk */
};

G_DEFINE_FINAL_TYPE (OnwardStagesPage, onward_stages_page, ADW_TYPE_BIN)

static OnwardStage *
get_stage (OnwardStagesPage *self, guint index)
{
  return index < self->stages->len ? self->stages->pdata[index] : NULL;
}

static gboolean
is_closed (OnwardStage *stage)
{
  return g_strcmp0 (stage->kind, "closed") == 0;
}

/* Of the stages that can be moved. */
static guint
count_open (OnwardStagesPage *self)
{
  guint n = 0;

  while (n < self->stages->len && !is_closed (self->stages->pdata[n]))
    n++;
  return n;
}

static void
run (OnwardStagesPage *self, const char *label, const char *toast, OnwardCommandFunc command, OnwardStageEdit *edit)
{
  onward_preferences_run (GTK_WIDGET (self), label, toast, command, edit, (GDestroyNotify)onward_stage_edit_free);
}

static guint
get_index (GtkWidget *row)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "index"));
}

static void
renamed_cb (GtkWidget *row, OnwardStagesPage *self)
{
  OnwardStage *stage = get_stage (self, get_index (row));
  const char *name = gtk_editable_get_text (GTK_EDITABLE (row));

  if (stage != NULL && g_strcmp0 (stage->name, name) != 0)
    run (self, _ ("Rename a stage"), _ ("Stage renamed"), onward_stages_rename,
         onward_stage_edit_new (stage->record.id, name));
}

/* Behind the stage that it changes places with. */
static void
place (OnwardStagesPage *self, guint index, int by)
{
  int after = (int)index + (by < 0 ? by - 1 : by);
  OnwardStageEdit *edit = onward_stage_edit_new (get_stage (self, index)->record.id, NULL);

  edit->after = after >= 0 ? get_stage (self, (guint)after)->record.id : 0;
  run (self, _ ("Move a stage"), _ ("Stage moved"), onward_stages_place, edit);
}

static void
earlier_cb (GtkWidget *button, OnwardStagesPage *self)
{
  place (self, get_index (button), -1);
}

static void
later_cb (GtkWidget *button, OnwardStagesPage *self)
{
  place (self, get_index (button), 1);
}

static void
remove_cb (GtkWidget *button, OnwardStagesPage *self)
{
  OnwardStage *stage = get_stage (self, get_index (button));
  /* Translators: %s is a stage */
  g_autofree char *toast = g_strdup_printf (_ ("“%s” removed"), stage->name != NULL ? stage->name : "");

  run (self, _ ("Remove a stage"), toast, onward_stages_remove, onward_stage_edit_new (stage->record.id, NULL));
}

static void
added_cb (GtkWidget *row, OnwardStagesPage *self)
{
  OnwardStageEdit *edit = onward_stage_edit_new (0, gtk_editable_get_text (self->added));
  guint n = count_open (self);

  edit->after = n > 0 ? get_stage (self, n - 1)->record.id : 0;
  g_free (self->adding);
  self->adding = g_strstrip (g_strdup (gtk_editable_get_text (self->added)));
  run (self, _ ("Add a stage"), _ ("Stage added"), onward_stages_add, edit);
}

static void
add_button (OnwardStagesPage *self, GtkWidget *row, const char *icon, const char *tooltip, const char *name,
            GCallback clicked, gboolean sensitive)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  OnwardStage *stage = get_stage (self, get_index (row));
  g_autofree char *label = g_strdup_printf ("%s: %s", name, stage->name != NULL ? stage->name : "");

  g_object_set_data (G_OBJECT (button), "index", GUINT_TO_POINTER (get_index (row)));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_sensitive (button, sensitive);
  onward_accessible_set_label (button, label);
  g_signal_connect_object (button, "clicked", clicked, self, 0);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), button);
}

static GtkWidget *
create_row (OnwardStagesPage *self, guint index)
{
  OnwardStage *stage = get_stage (self, index);
  GtkWidget *row = adw_entry_row_new ();
  /* Translators: the number of a column of the pipeline */
  g_autofree char *title = g_strdup_printf (_ ("Stage %u"), index + 1);
  guint n = count_open (self);
  gboolean used;

  g_object_set_data (G_OBJECT (row), "index", GUINT_TO_POINTER (index));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), stage->name != NULL ? stage->name : "");
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect_object (row, "apply", G_CALLBACK (renamed_cb), self, 0);
  if (is_closed (stage))
    return row;
  used = onward_stages_count_kept (self->store, stage->record.id) > 0;
  add_button (self, row, "go-up-symbolic", _ ("Earlier"), _ ("Earlier"), G_CALLBACK (earlier_cb), index > 0);
  add_button (self, row, "go-down-symbolic", _ ("Later"), _ ("Later"), G_CALLBACK (later_cb), index + 1 < n);
  add_button (self, row, "user-trash-symbolic",
              used ? _ ("Opportunities stand here: remove it on the board, which asks where they go") : _ ("Remove"),
              _ ("Remove"), G_CALLBACK (remove_cb), !used && n > 1);
  return row;
}

/* A row whose name was typed and not applied yet. */
static gboolean
is_typed (OnwardStagesPage *self, GtkWidget *row)
{
  OnwardStage *stage = get_stage (self, get_index (row));

  return stage != NULL
         && !g_str_equal (gtk_editable_get_text (GTK_EDITABLE (row)), stage->name != NULL ? stage->name : "");
}

/* What was typed into the rows, by their stages; and the stage whose row has the focus, or 0. */
static GHashTable *
take_typed (OnwardStagesPage *self, gint64 *focused)
{
  GHashTable *typed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  *focused = 0;
  for (guint i = 0; i < self->rows->len && i < self->stages->len; i++)
    {
      GtkWidget *row = self->rows->pdata[i];
      gint64 id = get_stage (self, i)->record.id;

      if (is_typed (self, row))
        g_hash_table_insert (typed, g_memdup2 (&id, sizeof id), g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
      if (focus != NULL && gtk_widget_is_ancestor (focus, row))
        *focused = id;
    }
  return typed;
}

/* The name that was added is in the list now, and in the entry the next one may be. */
static void
clear_added (OnwardStagesPage *self)
{
  for (guint i = 0; self->adding != NULL && i < self->stages->len; i++)
    if (g_strcmp0 (get_stage (self, i)->name, self->adding) == 0)
      {
        g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (self->added)));

        if (g_str_equal (typed, self->adding))
          gtk_editable_set_text (self->added, "");
        g_clear_pointer (&self->adding, g_free);
      }
}

static void
refresh (OnwardStagesPage *self)
{
  gint64 focused;
  g_autoptr (GHashTable) typed = take_typed (self, &focused);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  self->stages = onward_stages_list (self->store);
  for (guint i = 0; i < self->stages->len; i++)
    {
      GtkWidget *row = create_row (self, i);
      gint64 id = get_stage (self, i)->record.id;
      const char *text = g_hash_table_lookup (typed, &id);

      adw_preferences_group_add (self->group, row);
      g_ptr_array_add (self->rows, row);
      if (id == focused)
        gtk_widget_grab_focus (row);
      if (text != NULL)
        gtk_editable_set_text (GTK_EDITABLE (row), text);
      if (text != NULL && id == focused)
        gtk_editable_set_position (GTK_EDITABLE (row), -1);
    }
  clear_added (self);
}

static void
changed_cb (OnwardStagesPage *self, const char *table)
{
  if (g_str_equal (table, "stages")
      || (g_str_equal (table, "opportunities") && gtk_widget_get_mapped (GTK_WIDGET (self))))
    refresh (self);
}

/* Nothing typed is lost when another page is shown or the window is closed. */
static void
onward_stages_page_unmap (GtkWidget *widget)
{
  OnwardStagesPage *self = ONWARD_STAGES_PAGE (widget);

  if (onward_window_find (widget) != NULL)
    for (guint i = 0; i < self->rows->len; i++)
      if (is_typed (self, self->rows->pdata[i]))
        renamed_cb (self->rows->pdata[i], self);
  GTK_WIDGET_CLASS (onward_stages_page_parent_class)->unmap (widget);
}

static void
onward_stages_page_dispose (GObject *object)
{
  OnwardStagesPage *self = ONWARD_STAGES_PAGE (object);

  g_clear_pointer (&self->stages, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->adding, g_free);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (onward_stages_page_parent_class)->dispose (object);
}

static void
onward_stages_page_class_init (OnwardStagesPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = onward_stages_page_dispose;
  GTK_WIDGET_CLASS (klass)->unmap = onward_stages_page_unmap;
}

static void
onward_stages_page_init (OnwardStagesPage *self)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *below = adw_preferences_group_new ();
  GtkWidget *added = adw_entry_row_new ();

  self->rows = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->added = GTK_EDITABLE (added);
  adw_preferences_group_set_title (self->group, _ ("Stages"));
  adw_preferences_group_set_description (self->group, _ ("The columns of the pipeline, from left to right."));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (added), _ ("Add a stage"));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (added), TRUE);
  g_signal_connect_object (added, "apply", G_CALLBACK (added_cb), self, 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (below), added);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), self->group);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (below));
  adw_bin_set_child (ADW_BIN (self), page);
}

/**
 * onward_stages_page_set_store:
 * @self: the page
 * @store: the database
 */
void
onward_stages_page_set_store (OnwardStagesPage *self, OnwardStore *store)
{
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  refresh (self);
}
