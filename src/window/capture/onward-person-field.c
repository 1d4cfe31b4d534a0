/* onward-person-field.c - an entry for a name that says whom it means */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-person-field.h"

#include "model/onward-contact.h"
#include "shared/onward-accessible.h"
#include "store/onward-names.h"

#include <glib/gi18n-lib.h>

struct _OnwardPersonField
{
  AdwEntryRow parent_instance;

  OnwardStore *store;
  gint64 company;       /* where a name is looked for first */
  gint64 contact;       /* who it is; 0 = nobody known */
  gboolean chosen;      /* several have the name, and the user has said which, or that it is somebody new */
  gboolean given;       /* it is the one the field was filled with */
  GPtrArray *namesakes; /* OnwardNamesake */
  gboolean setting;

  GtkLabel *words;
  GtkMenuButton *which;
};

enum
{
  SETTLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OnwardPersonField, onward_person_field, ADW_TYPE_ENTRY_ROW)

static OnwardNamesake *
find_chosen (OnwardPersonField *self)
{
  for (guint i = 0; self->namesakes != NULL && i < self->namesakes->len; i++)
    if (((OnwardNamesake *)self->namesakes->pdata[i])->contact == self->contact)
      return self->namesakes->pdata[i];
  return NULL;
}

static char *
describe (OnwardPersonField *self, const char *name)
{
  OnwardNamesake *chosen = find_chosen (self);

  if (*name == '\0')
    return NULL;
  if (onward_person_field_is_unclear (self))
    return g_strdup (_ ("Several people have this name"));
  if (self->contact == 0)
    return g_strdup (_ ("New contact"));
  if (chosen != NULL && chosen->company != NULL)
    /* Translators: the typed name is somebody who is known, of that company */
    return g_strdup_printf (_ ("Known, %s"), chosen->company);
  return g_strdup (_ ("Known"));
}

static char *
describe_namesake (OnwardNamesake *namesake)
{
  const char *more = namesake->company != NULL ? namesake->company : namesake->headline;

  return more != NULL ? g_strdup_printf ("%s · %s", namesake->name, more) : g_strdup (namesake->name);
}

static void
append_choice (GMenu *menu, const char *label, gint64 contact)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "person-field.choose", "x", contact);
  g_menu_append_item (menu, item);
}

static GMenuModel *
create_choices (OnwardPersonField *self)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < self->namesakes->len; i++)
    {
      g_autofree char *label = describe_namesake (self->namesakes->pdata[i]);

      append_choice (menu, label, ((OnwardNamesake *)self->namesakes->pdata[i])->contact);
    }
  append_choice (menu, _ ("Somebody new"), 0);
  return G_MENU_MODEL (menu);
}

static void
update (OnwardPersonField *self)
{
  g_autofree char *name = onward_person_field_get_name (self);
  g_autofree char *words = describe (self, name);
  /* Where the sheet was opened about one person there is no question. */
  gboolean can_choose = self->namesakes != NULL && self->namesakes->len > (self->given ? 1 : 0);
  g_autoptr (GMenuModel) choices = can_choose ? create_choices (self) : NULL;
  /* Translators: for screen readers: a button that asks which person of a name is meant */
  g_auto (GStrv) parts = g_strsplit (_ ("Which %s?"), "%s", 2);
  g_autofree char *which = g_strjoinv (name, parts);

  gtk_label_set_label (self->words, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->words), words != NULL);
  if (onward_person_field_is_unclear (self))
    gtk_widget_add_css_class (GTK_WIDGET (self->words), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->words), "warning");
  gtk_menu_button_set_menu_model (self->which, choices);
  gtk_widget_set_visible (GTK_WIDGET (self->which), can_choose);
  onward_accessible_set_label (GTK_WIDGET (self->which), which);
}

/* One of that name is taken, none is a new contact, several are a question. */
static void
look (OnwardPersonField *self)
{
  g_autofree char *name = onward_person_field_get_name (self);

  g_clear_pointer (&self->namesakes, g_ptr_array_unref);
  self->contact = 0;
  self->chosen = self->given = FALSE;
  if (self->store != NULL)
    self->namesakes = onward_names_find (self->store, name, self->company);
  if (self->namesakes != NULL && self->namesakes->len == 1)
    self->contact = ((OnwardNamesake *)self->namesakes->pdata[0])->contact;
  update (self);
}

static void
changed_cb (OnwardPersonField *self)
{
  if (self->setting)
    return;
  look (self);
  g_signal_emit (self, signals[SETTLED], 0);
}

static void
choose_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardPersonField *self = ONWARD_PERSON_FIELD (widget);

  self->contact = g_variant_get_int64 (parameter);
  self->chosen = TRUE;
  update (self);
  g_signal_emit (self, signals[SETTLED], 0);
}

static void
onward_person_field_dispose (GObject *object)
{
  OnwardPersonField *self = ONWARD_PERSON_FIELD (object);

  g_clear_pointer (&self->namesakes, g_ptr_array_unref);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (onward_person_field_parent_class)->dispose (object);
}

static void
onward_person_field_class_init (OnwardPersonFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = onward_person_field_dispose;
  /* The name is another one, or the user has said whom it means. */
  signals[SETTLED] =
      g_signal_new ("settled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "person-field.choose", "x", choose_cb);
}

static void
onward_person_field_init (OnwardPersonField *self)
{
  GtkWidget *words = gtk_label_new (NULL);
  GtkWidget *which = gtk_menu_button_new ();

  self->words = GTK_LABEL (words);
  self->which = GTK_MENU_BUTTON (which);
  gtk_label_set_ellipsize (self->words, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (words, "caption");
  gtk_widget_set_visible (words, FALSE);
  gtk_menu_button_set_label (self->which, _ ("Which one?"));
  gtk_widget_set_valign (which, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (which, FALSE);
  gtk_widget_add_css_class (which, "flat");
  gtk_widget_add_css_class (which, "small-text");
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), words);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), which);
  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
}

/**
 * onward_person_field_set_store:
 * @self: a field
 * @store: where names are looked for
 */
void
onward_person_field_set_store (OnwardPersonField *self, OnwardStore *store)
{
  g_set_object (&self->store, store);
}

/**
 * onward_person_field_set_company:
 * @self: a field
 * @company: the company whose people come first; 0 = none
 */
void
onward_person_field_set_company (OnwardPersonField *self, gint64 company)
{
  if (self->company == company)
    return;
  self->company = company;
  if (!self->chosen)
    look (self);
}

/**
 * onward_person_field_set_contact:
 * @self: a field
 * @contact: who it is; 0 = nobody
 */
void
onward_person_field_set_contact (OnwardPersonField *self, gint64 contact)
{
  g_autoptr (OnwardContact) record = onward_store_get_record (self->store, ONWARD_TYPE_CONTACT, contact);

  self->setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self), record != NULL && record->name != NULL ? record->name : "");
  self->setting = FALSE;
  look (self);
  self->contact = record != NULL ? contact : 0;
  self->chosen = self->given = record != NULL;
  update (self);
}

/**
 * onward_person_field_get_contact:
 * @self: a field
 *
 * Returns: who it is; 0 = nobody known
 */
gint64
onward_person_field_get_contact (OnwardPersonField *self)
{
  return self->contact;
}

/**
 * onward_person_field_get_name:
 * @self: a field
 *
 * Returns: (transfer full): the name as it was typed, without spaces around it; empty when there is none
 */
char *
onward_person_field_get_name (OnwardPersonField *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self))));
}

/**
 * onward_person_field_is_unclear:
 * @self: a field
 *
 * Returns: whether several people have the name, and the user has not said yet which one it is
 */
gboolean
onward_person_field_is_unclear (OnwardPersonField *self)
{
  return self->contact == 0 && !self->chosen && self->namesakes != NULL && self->namesakes->len > 1;
}
