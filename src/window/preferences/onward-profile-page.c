/* onward-profile-page.c - the user's own details */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-profile-page.h"

#include "onward-preferences-window.h"
#include "playbook/onward-dates.h"
#include "store/onward-present.h"
#include "store/onward-profile.h"

#include <glib/gi18n-lib.h>

struct _OnwardProfilePage
{
  GtkWidget parent_instance;

  OnwardStore *store;
  GPtrArray *former_rows; /* GtkWidget, owned by their group */

  GtkWidget *page;
  GtkEditable *name;
  GtkEditable *email;
  GtkEditable *other_emails;
  GtkEditable *phone;
  GtkEditable *url;
  GtkEditable *address;
  GtkSwitch *keep_former;
  AdwPreferencesGroup *former;
};

G_DEFINE_FINAL_TYPE (OnwardProfilePage, onward_profile_page, GTK_TYPE_WIDGET)

static char *
get_text (GtkEditable *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}

/* Addresses between commas or spaces: neither is part of one. */
static char **
split_addresses (const char *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text, ", ;\t", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_strv_builder_add (builder, parts[i]);
  return g_strv_builder_end (builder);
}

static gboolean
is_same (const char *stored, GtkEditable *entry)
{
  g_autofree char *text = get_text (entry);

  return g_str_equal (stored != NULL ? stored : "", text);
}

static gboolean
has_changes (OnwardProfilePage *self)
{
  g_autoptr (OnwardProfile) stored = onward_profile_load (self->store);
  g_autofree char *others_text = get_text (self->other_emails);
  g_auto (GStrv) others = split_addresses (others_text);

  return !is_same (stored->name, self->name) || !is_same (stored->email, self->email)
         || !is_same (stored->phone, self->phone) || !is_same (stored->url, self->url)
         || !is_same (stored->address, self->address)
         || !g_strv_equal ((const char *const *)stored->other_emails, (const char *const *)others);
}

static void
save_cb (OnwardProfilePage *self)
{
  OnwardProfile *profile;
  g_autofree char *others = NULL;

  if (self->store == NULL || !has_changes (self))
    return;
  profile = g_new0 (OnwardProfile, 1);
  others = get_text (self->other_emails);
  profile->name = get_text (self->name);
  profile->email = get_text (self->email);
  profile->phone = get_text (self->phone);
  profile->url = get_text (self->url);
  profile->address = get_text (self->address);
  profile->other_emails = split_addresses (others);
  profile->keep_former = gtk_switch_get_active (self->keep_former);
  onward_preferences_run (GTK_WIDGET (self), _ ("Change your details"), _ ("Details changed"), onward_profile_save,
                          profile, (GDestroyNotify)onward_profile_free);
}

/* As it stands in the entries, also what is not kept yet. */
static void
copy_cb (OnwardProfilePage *self, GtkButton *button)
{
  g_autoptr (OnwardProfile) profile = NULL;
  g_autofree char *text = NULL;

  save_cb (self);
  profile = g_new0 (OnwardProfile, 1);
  profile->name = get_text (self->name);
  profile->email = get_text (self->email);
  profile->phone = get_text (self->phone);
  profile->url = get_text (self->url);
  profile->address = get_text (self->address);
  text = onward_profile_to_text (profile);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  gtk_button_set_label (button, _ ("Copied"));
}

/* What is being typed stays: it is stored when it is applied, or when the page is left. */
static void
set_text (GtkEditable *entry, const char *text)
{
  const char *before = g_object_get_data (G_OBJECT (entry), "shown");
  const char *typed = gtk_editable_get_text (entry);

  if (text == NULL)
    text = "";
  if (g_str_equal (typed, before != NULL ? before : "") && !g_str_equal (typed, text))
    gtk_editable_set_text (entry, text);
  g_object_set_data_full (G_OBJECT (entry), "shown", g_strdup (text), g_free);
}

static GtkWidget *
create_former_row (OnwardProfilePage *self, const OnwardFormerDetails *former)
{
  GtkWidget *row = adw_action_row_new ();
  const char *parts[] = { former->email, former->phone, former->address };
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *escaped = NULL;
  g_autofree char *until = NULL;
  int day;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", parts[i]);
  if (onward_day_parse (former->until, &day))
    {
      g_autofree char *date = onward_dates_format_list (day, onward_present_get_today (self->store));

      /* Translators: a day: details were good until then */
      until = g_strdup_printf (_ ("Until %s"), date);
    }
  escaped = g_markup_escape_text (line->str, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  if (until != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), until);
  return row;
}

static void
show_former (OnwardProfilePage *self)
{
  g_autoptr (GPtrArray) list = onward_profile_list_former (self->store);

  for (guint i = 0; i < self->former_rows->len; i++)
    adw_preferences_group_remove (self->former, self->former_rows->pdata[i]);
  g_ptr_array_set_size (self->former_rows, 0);
  for (guint i = 0; i < list->len; i++)
    {
      GtkWidget *row = create_former_row (self, list->pdata[i]);

      adw_preferences_group_add (self->former, row);
      g_ptr_array_add (self->former_rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->former), list->len > 0);
}

static void
show_stored (OnwardProfilePage *self)
{
  g_autoptr (OnwardProfile) profile = onward_profile_load (self->store);
  g_autofree char *others = g_strjoinv (", ", profile->other_emails);

  set_text (self->name, profile->name);
  set_text (self->email, profile->email);
  set_text (self->other_emails, others);
  set_text (self->phone, profile->phone);
  set_text (self->url, profile->url);
  set_text (self->address, profile->address);
  show_former (self);
}

static void
store_changed_cb (OnwardProfilePage *self, const char *table, GArray *ids)
{
  if (g_str_equal (table, "members"))
    show_stored (self);
}

/* Nothing typed is lost when another page is shown or the window is closed. */
static void
onward_profile_page_unmap (GtkWidget *widget)
{
  OnwardProfilePage *self = ONWARD_PROFILE_PAGE (widget);

  if (onward_window_find (widget) != NULL)
    save_cb (self);
  GTK_WIDGET_CLASS (onward_profile_page_parent_class)->unmap (widget);
}

static void
onward_profile_page_dispose (GObject *object)
{
  OnwardProfilePage *self = ONWARD_PROFILE_PAGE (object);

  g_clear_pointer (&self->page, gtk_widget_unparent);
  g_clear_pointer (&self->former_rows, g_ptr_array_unref);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (onward_profile_page_parent_class)->dispose (object);
}

static void
onward_profile_page_class_init (OnwardProfilePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = onward_profile_page_dispose;
  widget_class->unmap = onward_profile_page_unmap;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ONWARD_RESOURCE_PATH "/ui/preferences/onward-profile-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OnwardProfilePage, page);
  gtk_widget_class_bind_template_child (widget_class, OnwardProfilePage, name);
  gtk_widget_class_bind_template_child (widget_class, OnwardProfilePage, email);
  gtk_widget_class_bind_template_child (widget_class, OnwardProfilePage, other_emails);
  gtk_widget_class_bind_template_child (widget_class, OnwardProfilePage, phone);
  gtk_widget_class_bind_template_child (widget_class, OnwardProfilePage, url);
  gtk_widget_class_bind_template_child (widget_class, OnwardProfilePage, address);
  gtk_widget_class_bind_template_child (widget_class, OnwardProfilePage, keep_former);
  gtk_widget_class_bind_template_child (widget_class, OnwardProfilePage, former);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
}

static void
onward_profile_page_init (OnwardProfilePage *self)
{
  self->former_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * onward_profile_page_set_store:
 * @self: the page
 * @store: the database; once
 */
void
onward_profile_page_set_store (OnwardProfilePage *self, OnwardStore *store)
{
  g_set_object (&self->store, store);
  show_stored (self);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
}
