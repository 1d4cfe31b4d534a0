/* onward-feedback-sheet.c - asks what somebody said about the user */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-feedback-sheet.h"

#include "model/onward-company.h"
#include "model/onward-contact.h"
#include "model/onward-opportunity.h"
#include "onward-person-field.h"
#include "onward-window-sheets.h"
#include "playbook/onward-wall.h"
#include "shared/onward-date-button.h"
#include "shared/onward-kept-sheet.h"
#include "store/onward-feedbacks.h"
#include "store/onward-interview-people.h"
#include "store/onward-lists.h"
#include "store/onward-present.h"

#include <glib/gi18n-lib.h>

#define ONWARD_TYPE_FEEDBACK_SHEET (onward_feedback_sheet_get_type ())
G_DECLARE_FINAL_TYPE (OnwardFeedbackSheet, onward_feedback_sheet, ONWARD, FEEDBACK_SHEET, OnwardSheet)

struct _OnwardFeedbackSheet
{
  OnwardSheet parent_instance;

  OnwardStore *store;
  gint64 id;             /* 0 = new */
  char *key;             /* under which it is kept when it is left */
  GArray *opportunities; /* gint64, as the combo lists them; the first is 0 */
  gint64 given;          /* the opportunity the sheet was opened about */
  gboolean filling;

  OnwardPersonField *person;
  AdwComboRow *source;
  AdwComboRow *about;
  AdwComboRow *channel;
  OnwardDateButton *day;
  GtkEditable *strength_1;
  GtkEditable *strength_2;
  GtkEditable *strength_3;
  GtkEditable *improvement_1;
  GtkEditable *improvement_2;
  GtkEditable *improvement_3;
  AdwComboRow *scope;
  AdwComboRow *usefulness;
  GtkEditable *themes;
  GtkEditable *words;
  GtkLabel *problem;
  GtkWidget *remove;
};

/* A word of the exchange format, NULL = left out, and what it is called. */
typedef struct
{
  const char *value;
  const char *words;
} Choice;

static const Choice sources[] = {
  { "interviewer", N_ ("Interviewer") },
  { "insider", N_ ("Somebody inside") },
  { "recruiter", N_ ("Recruiter") },
  { "reviewer", N_ ("Reviewer of a mock interview") },
  { NULL, NULL },
};

static const Choice channels[] = {
  { "email", N_ ("By mail") },     { "phone", N_ ("On the phone") },
  { "meeting", N_ ("In person") }, { "letter", N_ ("By letter") },
  { "card", N_ ("With a card") },  { "linkedin", N_ ("LinkedIn") },
  { "other", N_ ("Another way") }, { NULL, NULL },
};

static const Choice scopes[] = {
  { NULL, N_ ("Not said") },
  { "role", N_ ("The role") },
  { "team", N_ ("The team") },
  { "company", N_ ("The company") },
  { NULL, NULL },
};

static const Choice usefulness[] = {
  { NULL, N_ ("Not said") },
  { "generic", N_ ("General") },
  { "specific", N_ ("Specific") },
  { "actionable", N_ ("Something to act on") },
  { NULL, NULL },
};

G_DEFINE_FINAL_TYPE (OnwardFeedbackSheet, onward_feedback_sheet, ONWARD_TYPE_SHEET)

static void
fill_choices (AdwComboRow *row, const Choice *choices)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; choices[i].words != NULL; i++)
    gtk_string_list_append (names, _ (choices[i].words));
  adw_combo_row_set_model (row, G_LIST_MODEL (names));
}

static void
choose (AdwComboRow *row, const Choice *choices, const char *value)
{
  for (guint i = 0; choices[i].words != NULL; i++)
    if (g_strcmp0 (choices[i].value, value) == 0)
      adw_combo_row_set_selected (row, i);
}

static char *
get_choice (AdwComboRow *row, const Choice *choices)
{
  return g_strdup (choices[adw_combo_row_get_selected (row)].value);
}

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

static gboolean
is_silent (OnwardFeedbackSheet *self)
{
  GtkEditable *entries[] = { self->strength_1,    self->strength_2,    self->strength_3, self->improvement_1,
                             self->improvement_2, self->improvement_3, self->words };

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_autofree char *text = get_text (entries[i]);

      if (*text != '\0')
        return FALSE;
    }
  return TRUE;
}

static void
check (OnwardFeedbackSheet *self)
{
  g_autofree char *name = onward_person_field_get_name (self->person);
  const char *problem = *name == '\0'                                   ? _ ("Write who said it")
                        : onward_person_field_is_unclear (self->person) ? _ ("Say which person of that name it is")
                        : is_silent (self)                              ? _ ("Write what was said")
                                                                        : NULL;

  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  onward_sheet_set_can_save (ONWARD_SHEET (self), problem == NULL);
}

static void
changed_cb (OnwardFeedbackSheet *self)
{
  if (!self->filling)
    check (self);
}

static void
append_opportunity (OnwardFeedbackSheet *self, GtkStringList *names, OnwardOpportunity *opportunity)
{
  g_autoptr (OnwardCompany) company = onward_store_get_record (self->store, ONWARD_TYPE_COMPANY, opportunity->company);
  const char *title = opportunity->title != NULL ? opportunity->title : _ ("A conversation");
  g_autofree char *name =
      company != NULL && company->name != NULL ? g_strdup_printf ("%s, %s", company->name, title) : g_strdup (title);

  g_array_append_val (self->opportunities, opportunity->record.id);
  gtk_string_list_append (names, name);
}

/* None, the one the sheet is about, and those the person had a part in. With one there is no doubt. */
static void
fill_opportunities (OnwardFeedbackSheet *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) known =
      onward_feedbacks_list_opportunities (self->store, onward_person_field_get_contact (self->person));
  g_autoptr (OnwardOpportunity) given = onward_store_get_record (self->store, ONWARD_TYPE_OPPORTUNITY, self->given);
  const gint64 none = 0;

  g_array_set_size (self->opportunities, 0);
  g_array_append_val (self->opportunities, none);
  gtk_string_list_append (names, _ ("None"));
  if (given != NULL)
    append_opportunity (self, names, given);
  for (guint i = 0; i < known->len; i++)
    if (known->pdata[i] != (gpointer)given)
      append_opportunity (self, names, known->pdata[i]);
  adw_combo_row_set_model (self->about, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->about, given != NULL || known->len == 1 ? 1 : 0);
}

static void
propose_source (OnwardFeedbackSheet *self)
{
  g_autoptr (OnwardContact) contact =
      onward_store_get_record (self->store, ONWARD_TYPE_CONTACT, onward_person_field_get_contact (self->person));
  const char *proposed[] = { "recruiter", "insider", "reviewer" };

  for (guint i = 0; contact != NULL && i < G_N_ELEMENTS (proposed); i++)
    if (onward_list_contains (contact->roles, proposed[i]))
      choose (self->source, sources, proposed[i]);
}

static void
settled_cb (OnwardFeedbackSheet *self)
{
  if (self->filling)
    return;
  fill_opportunities (self);
  propose_source (self);
  check (self);
}

static void
entry_activated_cb (OnwardFeedbackSheet *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "sheet.save", NULL);
}

static char **
split_themes (GtkEditable *entry)
{
  g_auto (GStrv) parts = g_strsplit (gtk_editable_get_text (entry), ",", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      g_strv_builder_add (builder, parts[i]);
  return g_strv_builder_end (builder);
}

static OnwardFeedbackEdit *
build (OnwardFeedbackSheet *self)
{
  OnwardFeedbackEdit *edit = g_new0 (OnwardFeedbackEdit, 1);
  GtkEditable *strengths[] = { self->strength_1, self->strength_2, self->strength_3 };
  GtkEditable *improvements[] = { self->improvement_1, self->improvement_2, self->improvement_3 };
  guint about = adw_combo_row_get_selected (self->about);

  edit->id = self->id;
  edit->contact = onward_person_field_get_contact (self->person);
  edit->contact_name = onward_person_field_get_name (self->person);
  edit->opportunity = about < self->opportunities->len ? g_array_index (self->opportunities, gint64, about) : 0;
  edit->source = get_choice (self->source, sources);
  edit->channel = get_choice (self->channel, channels);
  edit->scope = get_choice (self->scope, scopes);
  edit->usefulness = get_choice (self->usefulness, usefulness);
  edit->received_on = onward_date_button_get_date (self->day);
  for (guint i = 0; i < ONWARD_FEEDBACK_POINTS; i++)
    {
      edit->strengths[i] = get_text (strengths[i]);
      edit->improvements[i] = get_text (improvements[i]);
    }
  edit->themes = split_themes (self->themes);
  edit->text = get_text (self->words);
  return edit;
}

/* All that can be typed or chosen, to tell whether anything was. */
static void
onward_feedback_sheet_save (OnwardSheet *sheet)
{
  OnwardFeedbackSheet *self = ONWARD_FEEDBACK_SHEET (sheet);

  onward_window_run_and_close (sheet, self->id != 0 ? _ ("Change a feedback") : _ ("Write down feedback"),
                               self->id != 0 ? _ ("Feedback changed") : _ ("Feedback written down"),
                               onward_feedbacks_save, build (self), (GDestroyNotify)onward_feedback_edit_free, NULL,
                               NULL);
}

static void
remove_clicked_cb (OnwardFeedbackSheet *self)
{
  onward_window_run_with_toast (GTK_WIDGET (onward_window_find (GTK_WIDGET (self))), _ ("Remove a feedback"),
                                _ ("Feedback removed"), onward_feedbacks_remove, g_memdup2 (&self->id, sizeof self->id),
                                g_free);
  onward_sheet_close (ONWARD_SHEET (self));
}

static void
onward_feedback_sheet_finalize (GObject *object)
{
  OnwardFeedbackSheet *self = ONWARD_FEEDBACK_SHEET (object);

  g_clear_pointer (&self->opportunities, g_array_unref);
  g_clear_object (&self->store);
  g_free (self->key);
  G_OBJECT_CLASS (onward_feedback_sheet_parent_class)->finalize (object);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget_class, OnwardFeedbackSheet, child)

static void
bind_children (GtkWidgetClass *widget_class)
{
  BIND (person);
  BIND (source);
  BIND (about);
  BIND (channel);
  BIND (day);
  BIND (strength_1);
  BIND (strength_2);
  BIND (strength_3);
  BIND (improvement_1);
  BIND (improvement_2);
  BIND (improvement_3);
  BIND (scope);
  BIND (usefulness);
  BIND (themes);
  BIND (words);
  BIND (problem);
  BIND (remove);
}

static void
onward_feedback_sheet_class_init (OnwardFeedbackSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = onward_feedback_sheet_finalize;
  ONWARD_SHEET_CLASS (klass)->save = onward_feedback_sheet_save;
  g_type_ensure (ONWARD_TYPE_DATE_BUTTON);
  g_type_ensure (ONWARD_TYPE_PERSON_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ONWARD_RESOURCE_PATH "/ui/capture/onward-feedback-sheet.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, settled_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
}

static void
onward_feedback_sheet_init (OnwardFeedbackSheet *self)
{
  self->filling = TRUE;
  self->opportunities = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_choices (self->source, sources);
  fill_choices (self->channel, channels);
  fill_choices (self->scope, scopes);
  fill_choices (self->usefulness, usefulness);
}

static OnwardFeedbackSheet *
create (GtkWidget *parent, char *key, gint64 contact, gint64 opportunity)
{
  OnwardFeedbackSheet *self = g_object_new (ONWARD_TYPE_FEEDBACK_SHEET, NULL);
  g_autoptr (OnwardOpportunity) record = NULL;

  self->store = g_object_ref (onward_window_get_store (onward_window_find (parent)));
  self->key = key;
  self->given = opportunity;
  record = onward_store_get_record (self->store, ONWARD_TYPE_OPPORTUNITY, opportunity);
  onward_person_field_set_store (self->person, self->store);
  if (record != NULL)
    onward_person_field_set_company (self->person, record->company);
  onward_person_field_set_contact (self->person, contact);
  onward_date_button_set_store (self->day, self->store);
  onward_date_button_set_day (self->day, onward_present_get_today (self->store));
  fill_opportunities (self);
  propose_source (self);
  return self;
}

static void
present (OnwardFeedbackSheet *self, GtkWidget *parent)
{
  self->filling = FALSE;
  check (self);
  onward_kept_sheet_watch (ONWARD_SHEET (self), self->key);
  onward_sheet_present (ONWARD_SHEET (self), parent);
  if (onward_person_field_get_contact (self->person) == 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->person));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->strength_1));
}

/**
 * onward_feedback_sheet_add:
 * @parent: a widget of the window
 * @contact: who gave it; 0 = the sheet asks
 * @opportunity: what it is about; 0 = the sheet asks
 *
 * Asks for new feedback, or shows the one that was begun about the same.
 */
void
onward_feedback_sheet_add (GtkWidget *parent, gint64 contact, gint64 opportunity)
{
  g_autofree char *key = g_strdup_printf ("feedback-of-%" G_GINT64_FORMAT "-%" G_GINT64_FORMAT, contact, opportunity);

  if (!onward_kept_sheet_show (parent, key))
    present (create (parent, g_steal_pointer (&key), contact, opportunity), parent);
}

static void
fill_points (GtkEditable **entries, const char *list)
{
  g_auto (GStrv) points = onward_json_get_texts (list);

  for (guint i = 0; i < ONWARD_FEEDBACK_POINTS && points[i] != NULL; i++)
    set_text (entries[i], points[i]);
}

static void
fill (OnwardFeedbackSheet *self, OnwardFeedback *feedback)
{
  GtkEditable *strengths[] = { self->strength_1, self->strength_2, self->strength_3 };
  GtkEditable *improvements[] = { self->improvement_1, self->improvement_2, self->improvement_3 };
  g_auto (GStrv) themes = onward_json_get_texts (feedback->themes);
  g_autofree char *joined = g_strjoinv (", ", themes);
  int day;

  choose (self->source, sources, feedback->source);
  choose (self->channel, channels, feedback->channel);
  choose (self->scope, scopes, feedback->scope);
  choose (self->usefulness, usefulness, feedback->usefulness);
  adw_combo_row_set_selected (self->about, feedback->opportunity != 0 ? 1 : 0);
  fill_points (strengths, feedback->strengths);
  fill_points (improvements, feedback->improvements);
  set_text (self->themes, joined);
  set_text (self->words, feedback->text);
  if (onward_day_parse (feedback->received_on, &day))
    onward_date_button_set_day (self->day, day);
}

/**
 * onward_feedback_sheet_edit:
 * @parent: a widget of the window
 * @feedback: a feedback that is to be changed
 */
void
onward_feedback_sheet_edit (GtkWidget *parent, gint64 feedback)
{
  OnwardStore *store = onward_window_get_store (onward_window_find (parent));
  g_autoptr (OnwardFeedback) record = onward_store_get_record (store, ONWARD_TYPE_FEEDBACK, feedback);
  g_autofree char *key = g_strdup_printf ("feedback-%" G_GINT64_FORMAT, feedback);
  OnwardFeedbackSheet *self;

  if (record == NULL || onward_kept_sheet_show (parent, key))
    return;
  self = create (parent, g_steal_pointer (&key), record->contact, record->opportunity);
  self->id = feedback;
  fill (self, record);
  gtk_widget_set_visible (self->remove, TRUE);
  present (self, parent);
}
