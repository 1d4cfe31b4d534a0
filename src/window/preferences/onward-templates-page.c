/* onward-templates-page.c - all messages that drafts begin from, by rule, channel and language */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-templates-page.h"

#include "onward-template-editor.h"
#include "playbook/onward-rules.h"
#include "store/onward-own-templates.h"
#include "store/onward-templates.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

struct _OnwardTemplatesPage
{
  GtkWidget parent_instance;

  OnwardStore *store;
  char **languages;
  gboolean filling;

  GtkStack *stack;
  AdwComboRow *language;
  GtkListBox *list;
  OnwardTemplateEditor *editor;
};

static const struct
{
  OnwardChannel channel;
  const char *words;
} channels[] = {
  { ONWARD_CHANNEL_EMAIL, N_ ("Mail") },         { ONWARD_CHANNEL_LETTER, N_ ("Letter") },
  { ONWARD_CHANNEL_CARD, N_ ("Card") },          { ONWARD_CHANNEL_LINKEDIN, N_ ("LinkedIn") },
  { ONWARD_CHANNEL_PHONE, N_ ("On the phone") },
};

/* What comes with Onward. */
static const struct
{
  const char *code;
  const char *name;
} own_languages[] = { { "en", "English" }, { "de", "Deutsch" }, { "fr", "Français" } };

G_DEFINE_FINAL_TYPE (OnwardTemplatesPage, onward_templates_page, GTK_TYPE_WIDGET)

static const char *
get_language (OnwardTemplatesPage *self)
{
  guint selected = adw_combo_row_get_selected (self->language);

  return self->languages != NULL && selected < g_strv_length (self->languages) ? self->languages[selected] : "en";
}

static void
append_row (OnwardTemplatesPage *self, const OnwardRule *rule, OnwardChannel channel, const char *words)
{
  const char *name = onward_channel_name (channel);
  g_autofree char *subject = NULL;
  g_autofree char *body = NULL;
  gboolean own = onward_templates_find (self->store, rule->template, name, get_language (self), &subject, &body);
  GtkWidget *row = adw_action_row_new ();
  /* Translators: a channel; the words of the message are the user's own */
  g_autofree char *subtitle = own ? g_strdup_printf (_ ("%s, your own words"), words) : g_strdup (words);
  g_autofree char *label = g_strdup_printf ("%s, %s", _ (rule->name), subtitle);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (rule->name));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (row), "onward-kind", (gpointer)rule->template);
  g_object_set_data (G_OBJECT (row), "onward-channel", (gpointer)name);
  g_object_set_data_full (G_OBJECT (row), "onward-title", g_strdup_printf ("%s – %s", _ (rule->name), words), g_free);
  gtk_list_box_append (self->list, row);
}

static gboolean
uses (const OnwardRule *rule, OnwardChannel channel)
{
  for (guint i = 0; i < G_N_ELEMENTS (rule->channels); i++)
    if (rule->channels[i] == channel)
      return TRUE;
  return rule->channels[0] == ONWARD_CHANNEL_NONE && channel == ONWARD_CHANNEL_EMAIL;
}

static void
fill_list (OnwardTemplatesPage *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (OnwardRuleId id = 0; id < ONWARD_N_RULES; id++)
    {
      const OnwardRule *rule = onward_rule_get (id);

      if (rule->template == NULL || !g_hash_table_add (seen, (gpointer)rule->template))
        continue;
      for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
        if (uses (rule, channels[i].channel))
          append_row (self, rule, channels[i].channel, _ (channels[i].words));
    }
}

static gboolean
comes_with_onward (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (own_languages); i++)
    if (g_str_equal (code, own_languages[i].code))
      return TRUE;
  return FALSE;
}

/* The session's language first of all is chosen, when there are words in it. */
static void
fill_languages (OnwardTemplatesPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) others = onward_own_templates_list_languages (self->store);
  const char *locale = setlocale (LC_MESSAGES, NULL);
  guint selected = 0;

  for (guint i = 0; i < G_N_ELEMENTS (own_languages); i++)
    {
      g_strv_builder_add (builder, own_languages[i].code);
      gtk_string_list_append (names, own_languages[i].name);
      if (locale != NULL && g_str_has_prefix (locale, own_languages[i].code))
        selected = i;
    }
  for (guint i = 0; others[i] != NULL; i++)
    {
      if (comes_with_onward (others[i]))
        continue;
      g_strv_builder_add (builder, others[i]);
      gtk_string_list_append (names, others[i]);
    }
  self->languages = g_strv_builder_end (builder);
  self->filling = TRUE;
  adw_combo_row_set_model (self->language, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->language, selected);
  self->filling = FALSE;
}

static void
language_changed_cb (OnwardTemplatesPage *self)
{
  if (!self->filling && self->store != NULL)
    fill_list (self);
}

static void
row_activated_cb (OnwardTemplatesPage *self, GtkListBoxRow *row)
{
  gtk_stack_set_visible_child_name (self->stack, "editor");
  onward_template_editor_show (self->editor, self->store, g_object_get_data (G_OBJECT (row), "onward-title"),
                               g_object_get_data (G_OBJECT (row), "onward-kind"),
                               g_object_get_data (G_OBJECT (row), "onward-channel"), get_language (self));
}

static gboolean
is_editing (OnwardTemplatesPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "editor") == 0;
}

static void
back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardTemplatesPage *self = ONWARD_TEMPLATES_PAGE (widget);

  onward_template_editor_keep (self->editor);
  gtk_stack_set_visible_child_name (self->stack, "list");
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  if (!is_editing (ONWARD_TEMPLATES_PAGE (widget)))
    return GDK_EVENT_PROPAGATE;
  back_cb (widget, NULL, NULL);
  return GDK_EVENT_STOP;
}

static void
store_changed_cb (OnwardTemplatesPage *self, const char *table, GArray *ids)
{
  if (g_str_equal (table, "templates") && !is_editing (self))
    fill_list (self);
}

/* Nothing typed is lost when another page is shown or the window is closed. */
static void
onward_templates_page_unmap (GtkWidget *widget)
{
  if (is_editing (ONWARD_TEMPLATES_PAGE (widget)))
    onward_template_editor_keep (ONWARD_TEMPLATES_PAGE (widget)->editor);
  GTK_WIDGET_CLASS (onward_templates_page_parent_class)->unmap (widget);
}

static void
onward_templates_page_dispose (GObject *object)
{
  OnwardTemplatesPage *self = ONWARD_TEMPLATES_PAGE (object);

  g_clear_pointer ((GtkWidget **)&self->stack, gtk_widget_unparent);
  g_clear_pointer (&self->languages, g_strfreev);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (onward_templates_page_parent_class)->dispose (object);
}

static void
onward_templates_page_class_init (OnwardTemplatesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = onward_templates_page_dispose;
  widget_class->unmap = onward_templates_page_unmap;
  g_type_ensure (ONWARD_TYPE_TEMPLATE_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ONWARD_RESOURCE_PATH "/ui/preferences/onward-templates-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OnwardTemplatesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, OnwardTemplatesPage, language);
  gtk_widget_class_bind_template_child (widget_class, OnwardTemplatesPage, list);
  gtk_widget_class_bind_template_child (widget_class, OnwardTemplatesPage, editor);
  gtk_widget_class_bind_template_callback (widget_class, language_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_action (widget_class, "templates.back", NULL, back_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
onward_templates_page_init (OnwardTemplatesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * onward_templates_page_set_store:
 * @self: the page
 * @store: the database; once
 */
void
onward_templates_page_set_store (OnwardTemplatesPage *self, OnwardStore *store)
{
  g_set_object (&self->store, store);
  fill_languages (self);
  fill_list (self);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
}
