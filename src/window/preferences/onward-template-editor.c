/* onward-template-editor.c - the words of one message, with their slots */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-template-editor.h"

#include "messages/onward-slots.h"
#include "messages/onward-template.h"
#include "onward-preferences-window.h"
#include "shared/onward-accessible.h"
#include "store/onward-own-templates.h"
#include "store/onward-templates.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _OnwardTemplateEditor
{
  GtkWidget parent_instance;

  OnwardStore *store;
  char *kind;
  char *channel;
  char *language;
  char *original_subject;
  char *original_body;
  char *stored_subject; /* the user's own, else the original */
  char *stored_body;
  char **shown; /* the slots that have rows */
  gboolean filling;

  GtkWidget *scroll;
  GtkLabel *title;
  GtkWidget *original;
  GtkEditable *subject;
  GtkTextView *body;
  GtkLabel *problem;
  GtkListBox *slots;
};

G_DEFINE_FINAL_TYPE (OnwardTemplateEditor, onward_template_editor, GTK_TYPE_WIDGET)

static void
set_text (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text != NULL ? text : "");
}

static char *
get_body (OnwardTemplateEditor *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->body);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strchomp (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static gboolean
is_like (OnwardTemplateEditor *self, const char *subject, const char *body)
{
  g_autofree char *now = get_body (self);

  return g_str_equal (now, body) && g_str_equal (gtk_editable_get_text (self->subject), subject);
}

/* The slot without its braces and conditions. */
static char *
read_slot (const char *open, const char *close)
{
  g_autofree char *inside = g_strndup (open + 1, (gsize)(close - open - 1));
  const char *name = inside;

  if (g_str_has_prefix (name, "if "))
    name += strlen ("if ");
  if (name != inside && g_str_has_prefix (name, "not "))
    name += strlen ("not ");
  return g_strdup (name);
}

static void
append_slot (OnwardTemplateEditor *self, const char *id)
{
  const OnwardSlot *slot = onward_slot_find (id);
  GtkWidget *row;
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;

  if (slot == NULL)
    return;
  row = adw_action_row_new ();
  title = g_strdup_printf ("{%s}", id);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ (slot->prompt));
  label = g_strdup_printf ("%s, %s", title, _ (slot->prompt));
  onward_accessible_set_label (row, label);
  gtk_list_box_append (self->slots, row);
}

static void
mark_slots (OnwardTemplateEditor *self, const char *body)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->body);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag_by_name (buffer, "slot", &start, &end);
  for (const char *open = strchr (body, '{'); open != NULL; open = strchr (open + 1, '{'))
    {
      const char *close = strchr (open, '}');

      if (close == NULL)
        break;
      gtk_text_buffer_get_iter_at_offset (buffer, &start, (int)g_utf8_pointer_to_offset (body, open));
      gtk_text_buffer_get_iter_at_offset (buffer, &end, (int)g_utf8_pointer_to_offset (body, close + 1));
      gtk_text_buffer_apply_tag_by_name (buffer, "slot", &start, &end);
    }
}

/* Each once, in the order of the words. */
static char **
find_slots (const char *words)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (const char *open = strchr (words, '{'); open != NULL; open = strchr (open + 1, '{'))
    {
      const char *close = strchr (open, '}');
      char *id = close != NULL ? read_slot (open, close) : NULL;

      if (id == NULL)
        break;
      if (g_hash_table_add (seen, id))
        g_strv_builder_add (builder, id);
    }
  return g_strv_builder_end (builder);
}

/* The rows stay while the slots do. */
static void
show_slots (OnwardTemplateEditor *self, const char *body)
{
  g_autofree char *words = g_strconcat (gtk_editable_get_text (self->subject), "\n", body, NULL);
  g_auto (GStrv) slots = find_slots (words);
  GtkWidget *child;

  mark_slots (self, body);
  if (self->shown != NULL && g_strv_equal ((const char *const *)slots, (const char *const *)self->shown))
    return;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->slots))) != NULL)
    gtk_list_box_remove (self->slots, child);
  for (guint i = 0; slots[i] != NULL; i++)
    append_slot (self, slots[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->slots), gtk_widget_get_first_child (GTK_WIDGET (self->slots)) != NULL);
  g_strfreev (self->shown);
  self->shown = g_steal_pointer (&slots);
}

static void
changed_cb (OnwardTemplateEditor *self)
{
  g_autofree char *body = NULL;
  g_autofree char *problem = NULL;

  if (self->filling)
    return;
  body = get_body (self);
  problem = onward_template_check (body);
  if (problem == NULL)
    problem = onward_template_check (gtk_editable_get_text (self->subject));
  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  gtk_widget_set_sensitive (self->original, !is_like (self, self->original_subject, self->original_body));
  show_slots (self, body);
}

static void
fill (OnwardTemplateEditor *self, const char *subject, const char *body)
{
  self->filling = TRUE;
  gtk_editable_set_text (self->subject, subject);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->body), body, -1);
  self->filling = FALSE;
  changed_cb (self);
}

static void
load_stored (OnwardTemplateEditor *self)
{
  g_autofree char *subject = NULL;
  g_autofree char *body = NULL;
  gboolean own = onward_templates_find (self->store, self->kind, self->channel, self->language, &subject, &body);

  set_text (&self->stored_subject, own ? subject : self->original_subject);
  set_text (&self->stored_body, own ? body : self->original_body);
}

/* Undo, or another process: what is shown follows, unless it is being edited. */
static void
store_changed_cb (OnwardTemplateEditor *self, const char *table, GArray *ids)
{
  gboolean editing;

  if (!g_str_equal (table, "templates") || self->kind == NULL)
    return;
  editing = !is_like (self, self->stored_subject, self->stored_body);
  load_stored (self);
  if (!editing)
    fill (self, self->stored_subject, self->stored_body);
}

static void
original_clicked_cb (OnwardTemplateEditor *self)
{
  fill (self, self->original_subject, self->original_body);
  gtk_widget_grab_focus (GTK_WIDGET (self->body));
}

static void
onward_template_editor_dispose (GObject *object)
{
  OnwardTemplateEditor *self = ONWARD_TEMPLATE_EDITOR (object);

  g_clear_pointer (&self->scroll, gtk_widget_unparent);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (onward_template_editor_parent_class)->dispose (object);
}

static void
onward_template_editor_finalize (GObject *object)
{
  OnwardTemplateEditor *self = ONWARD_TEMPLATE_EDITOR (object);

  g_free (self->kind);
  g_free (self->channel);
  g_free (self->language);
  g_free (self->original_subject);
  g_free (self->original_body);
  g_free (self->stored_subject);
  g_free (self->stored_body);
  g_strfreev (self->shown);
  G_OBJECT_CLASS (onward_template_editor_parent_class)->finalize (object);
}

static void
onward_template_editor_class_init (OnwardTemplateEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = onward_template_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = onward_template_editor_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ONWARD_RESOURCE_PATH "/ui/preferences/onward-template-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, OnwardTemplateEditor, scroll);
  gtk_widget_class_bind_template_child (widget_class, OnwardTemplateEditor, title);
  gtk_widget_class_bind_template_child (widget_class, OnwardTemplateEditor, original);
  gtk_widget_class_bind_template_child (widget_class, OnwardTemplateEditor, subject);
  gtk_widget_class_bind_template_child (widget_class, OnwardTemplateEditor, body);
  gtk_widget_class_bind_template_child (widget_class, OnwardTemplateEditor, problem);
  gtk_widget_class_bind_template_child (widget_class, OnwardTemplateEditor, slots);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, original_clicked_cb);
}

static void
onward_template_editor_init (OnwardTemplateEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_text_buffer_create_tag (gtk_text_view_get_buffer (self->body), "slot", "weight", PANGO_WEIGHT_SEMIBOLD, NULL);
  g_signal_connect_swapped (gtk_text_view_get_buffer (self->body), "changed", G_CALLBACK (changed_cb), self);
}

/**
 * onward_template_editor_show:
 * @self: the editor
 * @store: the database
 * @title: what the message is called
 * @kind: a draft of messages.md
 * @channel: how it travels
 * @language: two letters
 */
void
onward_template_editor_show (OnwardTemplateEditor *self, OnwardStore *store, const char *title, const char *kind,
                             const char *channel, const char *language)
{
  g_autoptr (OnwardTemplate) original = onward_template_load (kind, channel, language);

  if (g_set_object (&self->store, store))
    g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  set_text (&self->kind, kind);
  set_text (&self->channel, channel);
  set_text (&self->language, language);
  set_text (&self->original_subject, original != NULL ? original->subject : NULL);
  set_text (&self->original_body, original != NULL ? original->body : NULL);
  load_stored (self);
  gtk_label_set_label (self->title, title);
  gtk_widget_set_visible (GTK_WIDGET (self->subject),
                          g_str_equal (channel, "email") || g_str_equal (channel, "letter"));
  fill (self, self->stored_subject, self->stored_body);
  gtk_widget_grab_focus (GTK_WIDGET (self->body));
}

/**
 * onward_template_editor_keep:
 * @self: the editor
 *
 * Stores what was typed; the words of the original are not kept as the user's own.
 */
void
onward_template_editor_keep (OnwardTemplateEditor *self)
{
  OnwardTemplateEdit *edit;
  gboolean original;

  if (self->kind == NULL || is_like (self, self->stored_subject, self->stored_body))
    return;
  original = is_like (self, self->original_subject, self->original_body);
  edit = g_new0 (OnwardTemplateEdit, 1);
  edit->kind = g_strdup (self->kind);
  edit->channel = g_strdup (self->channel);
  edit->language = g_strdup (self->language);
  edit->subject = g_strdup (gtk_editable_get_text (self->subject));
  edit->body = original ? NULL : get_body (self);
  set_text (&self->stored_subject, edit->subject);
  g_free (self->stored_body);
  self->stored_body = get_body (self);
  onward_preferences_run (GTK_WIDGET (self), _ ("Change the words of a message"),
                          original ? _ ("The original is back") : _ ("Words kept"), onward_own_templates_save, edit,
                          (GDestroyNotify)onward_template_edit_free);
}
