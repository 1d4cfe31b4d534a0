/* onward-introduction-sheet.c - asks where somebody told the user to look, whom to contact, and whose name to use */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-introduction-sheet.h"

#include "model/onward-company.h"
#include "model/onward-opportunity.h"
#include "onward-person-field.h"
#include "onward-window-sheets.h"
#include "playbook/onward-wall.h"
#include "shared/onward-date-button.h"
#include "shared/onward-kept-sheet.h"
#include "store/onward-companies.h"
#include "store/onward-introductions.h"
#include "store/onward-present.h"

#include <glib/gi18n-lib.h>

#define ONWARD_TYPE_INTRODUCTION_SHEET (onward_introduction_sheet_get_type ())
G_DECLARE_FINAL_TYPE (OnwardIntroductionSheet, onward_introduction_sheet, ONWARD, INTRODUCTION_SHEET, OnwardSheet)

/* The first rows of the combo of opportunities. */
enum
{
  PLACE_NONE,
  PLACE_NEW,
  N_FIXED_PLACES
};

struct _OnwardIntroductionSheet
{
  OnwardSheet parent_instance;

  OnwardStore *store;
  gint64 id; /* 0 = a new introduction */
  char *key; /* under which it is kept when it is left */
  gint64 company_id;
  GPtrArray *places; /* OnwardOpportunity at the company */
  gboolean filling;

  OnwardPersonField *introducer;
  GtkEditable *company;
  GtkLabel *company_words;
  OnwardPersonField *person;
  GtkEditable *email;
  AdwComboRow *permission;
  GtkWidget *permission_on_row;
  OnwardDateButton *permission_on;
  AdwComboRow *place;
  GtkWidget *role;
  GtkEditable *notes;
  GtkLabel *problem;
  GtkWidget *remove;
};

static const struct
{
  const char *value;
  const char *words;
} permissions[] = {
  { "not-asked", N_ ("Not asked yet") },
  { "asked", N_ ("Asked, no answer yet") },
  { "granted", N_ ("Yes") },
  { "refused", N_ ("No") },
};

G_DEFINE_FINAL_TYPE (OnwardIntroductionSheet, onward_introduction_sheet, ONWARD_TYPE_SHEET)

static char *
get_text (GtkEditable *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}

static guint
find_permission (const char *value)
{
  for (guint i = 0; i < G_N_ELEMENTS (permissions); i++)
    if (g_strcmp0 (permissions[i].value, value) == 0)
      return i;
  return 0;
}

static const char *
get_problem (OnwardIntroductionSheet *self)
{
  g_autofree char *introducer = onward_person_field_get_name (self->introducer);
  g_autofree char *person = onward_person_field_get_name (self->person);
  g_autofree char *company = get_text (self->company);

  if (*introducer == '\0')
    return _ ("Write who told you");
  if (*person == '\0' && *company == '\0')
    return _ ("Write a company or a person");
  if (onward_person_field_is_unclear (self->introducer) || onward_person_field_is_unclear (self->person))
    return _ ("Say which person of that name it is");
  if (adw_combo_row_get_selected (self->place) == PLACE_NEW && *company == '\0'
      && onward_person_field_get_contact (self->person) == 0)
    return _ ("Write the company of the new opportunity");
  return NULL;
}

static void
check (OnwardIntroductionSheet *self)
{
  const char *problem = get_problem (self);

  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  onward_sheet_set_can_save (ONWARD_SHEET (self), problem == NULL);
}

static void
settled_cb (OnwardIntroductionSheet *self)
{
  if (!self->filling)
    check (self);
}

/* The opportunities there: none, a new one, then those that are known. */
static void
fill_places (OnwardIntroductionSheet *self, gint64 chosen)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = PLACE_NONE;

  g_clear_pointer (&self->places, g_ptr_array_unref);
  self->places = onward_introductions_list_places (self->store, self->company_id);
  gtk_string_list_append (names, _ ("None yet"));
  gtk_string_list_append (names, _ ("A new one"));
  for (guint i = 0; i < self->places->len; i++)
    {
      OnwardOpportunity *opportunity = self->places->pdata[i];

      gtk_string_list_append (names, opportunity->title != NULL ? opportunity->title : _ ("A conversation"));
      if (opportunity->record.id == chosen)
        selected = i + N_FIXED_PLACES;
    }
  adw_combo_row_set_model (self->place, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->place, selected);
}

static void
look_for_company (OnwardIntroductionSheet *self, gint64 chosen)
{
  g_autofree char *name = get_text (self->company);
  gint64 company = onward_companies_find (onward_store_get_connection (self->store), name);
  guint place = adw_combo_row_get_selected (self->place);

  gtk_label_set_label (self->company_words, *name == '\0' ? "" : company != 0 ? _ ("Known") : _ ("New company"));
  if (company == self->company_id && self->places != NULL)
    return;
  self->company_id = company;
  onward_person_field_set_company (self->person, company);
  fill_places (self, chosen);
  if (chosen == 0 && place == PLACE_NEW)
    adw_combo_row_set_selected (self->place, PLACE_NEW);
}

static void
company_changed_cb (OnwardIntroductionSheet *self)
{
  if (self->filling)
    return;
  look_for_company (self, 0);
  check (self);
}

static void
permission_changed_cb (OnwardIntroductionSheet *self)
{
  gtk_widget_set_visible (self->permission_on_row, adw_combo_row_get_selected (self->permission) > 0);
}

static void
place_changed_cb (OnwardIntroductionSheet *self)
{
  gtk_widget_set_visible (self->role, adw_combo_row_get_selected (self->place) == PLACE_NEW);
  if (!self->filling)
    check (self);
}

static void
entry_activated_cb (OnwardIntroductionSheet *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "sheet.save", NULL);
}

static OnwardIntroductionEdit *
build (OnwardIntroductionSheet *self)
{
  OnwardIntroductionEdit *edit = g_new0 (OnwardIntroductionEdit, 1);
  guint permission = adw_combo_row_get_selected (self->permission);
  guint place = adw_combo_row_get_selected (self->place);

  edit->id = self->id;
  edit->introducer = onward_person_field_get_contact (self->introducer);
  edit->introducer_name = onward_person_field_get_name (self->introducer);
  edit->person = onward_person_field_get_contact (self->person);
  edit->person_name = onward_person_field_get_name (self->person);
  edit->email = get_text (self->email);
  edit->company = get_text (self->company);
  edit->permission = g_strdup (permissions[MIN (permission, G_N_ELEMENTS (permissions) - 1)].value);
  edit->permission_on = onward_date_button_get_date (self->permission_on);
  edit->notes = get_text (self->notes);
  edit->leads_to = place == PLACE_NEW;
  if (edit->leads_to)
    edit->title = get_text (GTK_EDITABLE (self->role));
  else if (place >= N_FIXED_PLACES && place - N_FIXED_PLACES < self->places->len)
    edit->opportunity = ((OnwardOpportunity *)self->places->pdata[place - N_FIXED_PLACES])->record.id;
  return edit;
}

/* All that can be typed or chosen, to tell whether anything was. */
static void
onward_introduction_sheet_save (OnwardSheet *sheet)
{
  OnwardIntroductionSheet *self = ONWARD_INTRODUCTION_SHEET (sheet);
  OnwardIntroductionEdit *edit = build (self);
  const char *label = self->id != 0 ? _ ("Change an introduction") : _ ("Write down an introduction");
  const char *toast = self->id != 0    ? _ ("Introduction changed")
                      : edit->leads_to ? _ ("Introduction written down, and a new opportunity")
                                       : _ ("Introduction written down");

  onward_window_run_and_close (sheet, label, toast, onward_introductions_save, edit,
                               (GDestroyNotify)onward_introduction_edit_free, NULL, NULL);
}

static void
remove_clicked_cb (OnwardIntroductionSheet *self)
{
  onward_window_run_with_toast (GTK_WIDGET (onward_window_find (GTK_WIDGET (self))), _ ("Remove an introduction"),
                                _ ("Introduction removed"), onward_introductions_remove,
                                g_memdup2 (&self->id, sizeof self->id), g_free);
  onward_sheet_close (ONWARD_SHEET (self));
}

static void
onward_introduction_sheet_finalize (GObject *object)
{
  OnwardIntroductionSheet *self = ONWARD_INTRODUCTION_SHEET (object);

  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_object (&self->store);
  g_free (self->key);
  G_OBJECT_CLASS (onward_introduction_sheet_parent_class)->finalize (object);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget_class, OnwardIntroductionSheet, child)

static void
onward_introduction_sheet_class_init (OnwardIntroductionSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = onward_introduction_sheet_finalize;
  ONWARD_SHEET_CLASS (klass)->save = onward_introduction_sheet_save;
  g_type_ensure (ONWARD_TYPE_DATE_BUTTON);
  g_type_ensure (ONWARD_TYPE_PERSON_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ONWARD_RESOURCE_PATH "/ui/capture/onward-introduction-sheet.ui");
  BIND (introducer);
  BIND (company);
  BIND (company_words);
  BIND (person);
  BIND (email);
  BIND (permission);
  BIND (permission_on_row);
  BIND (permission_on);
  BIND (place);
  BIND (role);
  BIND (notes);
  BIND (problem);
  BIND (remove);
  gtk_widget_class_bind_template_callback (widget_class, settled_cb);
  gtk_widget_class_bind_template_callback (widget_class, company_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, permission_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
}

static void
onward_introduction_sheet_init (OnwardIntroductionSheet *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (permissions); i++)
    gtk_string_list_append (names, _ (permissions[i].words));
  adw_combo_row_set_model (self->permission, G_LIST_MODEL (names));
}

static OnwardIntroductionSheet *
create (GtkWidget *parent, char *key)
{
  OnwardIntroductionSheet *self = g_object_new (ONWARD_TYPE_INTRODUCTION_SHEET, NULL);

  self->store = g_object_ref (onward_window_get_store (onward_window_find (parent)));
  self->key = key;
  onward_person_field_set_store (self->introducer, self->store);
  onward_person_field_set_store (self->person, self->store);
  onward_date_button_set_store (self->permission_on, self->store);
  onward_date_button_set_day (self->permission_on, onward_present_get_today (self->store));
  return self;
}

static void
present (OnwardIntroductionSheet *self, GtkWidget *parent, gint64 opportunity)
{
  look_for_company (self, opportunity);
  permission_changed_cb (self);
  place_changed_cb (self);
  self->filling = FALSE;
  check (self);
  onward_kept_sheet_watch (ONWARD_SHEET (self), self->key);
  onward_sheet_present (ONWARD_SHEET (self), parent);
  if (onward_person_field_get_contact (self->introducer) == 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->introducer));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->company));
}

/**
 * onward_introduction_sheet_add:
 * @parent: a widget of the window
 * @introducer: who told the user; 0 = the sheet asks
 * @opportunity: the opportunity that was spoken of, whose company's people are meant first; 0 = none
 *
 * Asks for a new introduction, or shows the one that was begun about the same.
 */
void
onward_introduction_sheet_add (GtkWidget *parent, gint64 introducer, gint64 opportunity)
{
  g_autofree char *key =
      g_strdup_printf ("introduction-of-%" G_GINT64_FORMAT "-%" G_GINT64_FORMAT, introducer, opportunity);
  g_autoptr (OnwardOpportunity) spoken_of = NULL;
  OnwardIntroductionSheet *self;

  if (onward_kept_sheet_show (parent, key))
    return;
  self = create (parent, g_steal_pointer (&key));
  spoken_of = onward_store_get_record (self->store, ONWARD_TYPE_OPPORTUNITY, opportunity);
  if (spoken_of != NULL)
    onward_person_field_set_company (self->introducer, spoken_of->company);
  onward_person_field_set_contact (self->introducer, introducer);
  present (self, parent, 0);
}

/**
 * onward_introduction_sheet_edit:
 * @parent: a widget of the window
 * @introduction: an introduction that is to be changed
 */
void
onward_introduction_sheet_edit (GtkWidget *parent, gint64 introduction)
{
  OnwardStore *store = onward_window_get_store (onward_window_find (parent));
  g_autoptr (OnwardIntroduction) record = onward_store_get_record (store, ONWARD_TYPE_INTRODUCTION, introduction);
  g_autoptr (OnwardCompany) company = NULL;
  g_autofree char *key = g_strdup_printf ("introduction-%" G_GINT64_FORMAT, introduction);
  OnwardIntroductionSheet *self;
  int day;

  if (record == NULL || onward_kept_sheet_show (parent, key))
    return;
  self = create (parent, g_steal_pointer (&key));
  self->id = introduction;
  company = onward_store_get_record (store, ONWARD_TYPE_COMPANY, record->company);
  g_object_set (self, "title", _ ("Introduction"), NULL);
  onward_person_field_set_contact (self->introducer, record->introducer);
  onward_person_field_set_contact (self->person, record->person);
  gtk_editable_set_text (self->company, company != NULL && company->name != NULL ? company->name : "");
  gtk_editable_set_text (self->notes, record->notes != NULL ? record->notes : "");
  adw_combo_row_set_selected (self->permission, find_permission (record->permission));
  if (onward_day_parse (record->permission_on, &day))
    onward_date_button_set_day (self->permission_on, day);
  gtk_widget_set_visible (self->remove, TRUE);
  present (self, parent, record->opportunity);
}
