/* onward-touch-sheet.c - asks for a message, a call or a talk that has been */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-touch-sheet.h"

#include "model/onward-contact.h"
#include "model/onward-touch.h"
#include "onward-window-sheets.h"
#include "playbook/onward-wall.h"
#include "shared/onward-date-button.h"
#include "shared/onward-kept-sheet.h"
#include "shared/onward-sheet.h"
#include "store/onward-opportunity-people.h"
#include "store/onward-present.h"
#include "store/onward-touches.h"

#include <glib/gi18n-lib.h>

#define ONWARD_TYPE_TOUCH_SHEET (onward_touch_sheet_get_type ())
G_DECLARE_FINAL_TYPE (OnwardTouchSheet, onward_touch_sheet, ONWARD, TOUCH_SHEET, OnwardSheet)

struct _OnwardTouchSheet
{
  OnwardSheet parent_instance;

  gint64 id; /* 0 = new */
  gint64 opportunity;
  GArray *contacts; /* gint64, as the combo lists them */

  AdwComboRow *who;
  AdwComboRow *direction;
  AdwComboRow *channel;
  OnwardDateButton *day;
  GtkEditable *subject;
  GtkTextView *body;
};

typedef struct
{
  const char *value;
  const char *words;
} Choice;

static const Choice directions[] = {
  { "in", N_ ("They wrote or called") },
  { "out", N_ ("You wrote or called") },
};

static const Choice channels[] = {
  { "email", N_ ("Mail") },        { "phone", N_ ("Phone") },   { "linkedin", N_ ("LinkedIn") },
  { "meeting", N_ ("In person") }, { "letter", N_ ("Letter") }, { "card", N_ ("Card") },
  { "other", N_ ("Another way") },
};

G_DEFINE_FINAL_TYPE (OnwardTouchSheet, onward_touch_sheet, ONWARD_TYPE_SHEET)

static void
entry_activated_cb (OnwardTouchSheet *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->body));
}

/* A text takes Ctrl+Enter as a new line before the sheet sees it. */
static gboolean
body_key_cb (GtkEventController *controller, guint key, guint code, GdkModifierType state, OnwardTouchSheet *self)
{
  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) || (state & GDK_CONTROL_MASK) == 0)
    return FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self), "sheet.save", NULL);
  return TRUE;
}

static OnwardTouchEdit *
build (OnwardTouchSheet *self)
{
  OnwardTouchEdit *edit = g_new0 (OnwardTouchEdit, 1);
  guint who = adw_combo_row_get_selected (self->who);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->body);
  GtkTextIter first, last;

  gtk_text_buffer_get_bounds (buffer, &first, &last);
  edit->touch = self->id;
  edit->opportunity = self->opportunity;
  edit->contact = who < self->contacts->len ? g_array_index (self->contacts, gint64, who) : 0;
  edit->day = onward_date_button_get_day (self->day);
  edit->direction = g_strdup (directions[adw_combo_row_get_selected (self->direction)].value);
  edit->channel = g_strdup (channels[adw_combo_row_get_selected (self->channel)].value);
  edit->subject = g_strdup (gtk_editable_get_text (self->subject));
  edit->body = g_strstrip (gtk_text_buffer_get_text (buffer, &first, &last, FALSE));
  return edit;
}

static void
onward_touch_sheet_save (OnwardSheet *sheet)
{
  OnwardTouchSheet *self = ONWARD_TOUCH_SHEET (sheet);

  onward_window_run_and_close (sheet, self->id != 0 ? _ ("Change what was said") : _ ("Write down what was said"),
                               self->id != 0 ? _ ("Changed") : _ ("Written down"), onward_touches_save, build (self),
                               (GDestroyNotify)onward_touch_edit_free, NULL, NULL);
}

static void
onward_touch_sheet_dispose (GObject *object)
{
  g_clear_pointer (&ONWARD_TOUCH_SHEET (object)->contacts, g_array_unref);
  G_OBJECT_CLASS (onward_touch_sheet_parent_class)->dispose (object);
}

static void
onward_touch_sheet_class_init (OnwardTouchSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = onward_touch_sheet_dispose;
  ONWARD_SHEET_CLASS (klass)->save = onward_touch_sheet_save;
  g_type_ensure (ONWARD_TYPE_DATE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, ONWARD_RESOURCE_PATH "/ui/pipeline/onward-touch-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, OnwardTouchSheet, who);
  gtk_widget_class_bind_template_child (widget_class, OnwardTouchSheet, direction);
  gtk_widget_class_bind_template_child (widget_class, OnwardTouchSheet, channel);
  gtk_widget_class_bind_template_child (widget_class, OnwardTouchSheet, day);
  gtk_widget_class_bind_template_child (widget_class, OnwardTouchSheet, subject);
  gtk_widget_class_bind_template_child (widget_class, OnwardTouchSheet, body);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, body_key_cb);
}

static void
set_choices (AdwComboRow *row, const Choice *choices, guint n)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (words, _ (choices[i].words));
  adw_combo_row_set_model (row, G_LIST_MODEL (words));
}

static void
select_choice (AdwComboRow *row, const Choice *choices, guint n, const char *value)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (choices[i].value, value) == 0)
      adw_combo_row_set_selected (row, i);
}

static void
onward_touch_sheet_init (OnwardTouchSheet *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->contacts = g_array_new (FALSE, FALSE, sizeof (gint64));
  set_choices (self->direction, directions, G_N_ELEMENTS (directions));
  set_choices (self->channel, channels, G_N_ELEMENTS (channels));
}

static void
add_contact (OnwardTouchSheet *self, OnwardStore *store, gint64 contact, GtkStringList *names)
{
  g_autoptr (OnwardContact) record = onward_store_get_record (store, ONWARD_TYPE_CONTACT, contact);

  if (record == NULL)
    return;
  g_array_append_val (self->contacts, contact);
  gtk_string_list_append (names, record->name != NULL ? record->name : _ ("Name not known yet"));
}

static OnwardTouchSheet *
create (OnwardStore *store)
{
  OnwardTouchSheet *self = g_object_new (ONWARD_TYPE_TOUCH_SHEET, NULL);

  onward_date_button_set_store (self->day, store);
  onward_date_button_set_day (self->day, onward_present_get_today (store));
  return self;
}

/**
 * onward_touch_sheet_add:
 * @parent: a widget of the window
 * @contact: with whom; 0 = one of the people of @opportunity is chosen
 * @opportunity: about what; 0 = nothing in particular
 */
void
onward_touch_sheet_add (GtkWidget *parent, gint64 contact, gint64 opportunity)
{
  OnwardStore *store = onward_window_get_store (onward_window_find (parent));
  g_autofree char *key = g_strdup_printf ("touch-of-%" G_GINT64_FORMAT "-%" G_GINT64_FORMAT, contact, opportunity);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) parts = contact == 0 ? onward_opportunities_list_people (store, opportunity) : NULL;
  OnwardTouchSheet *self;

  if (onward_kept_sheet_show (parent, key) != NULL)
    return;
  self = create (store);
  self->opportunity = opportunity;
  if (contact != 0)
    add_contact (self, store, contact, names);
  for (guint i = 0; parts != NULL && i < parts->len; i++)
    add_contact (self, store, ((OnwardPart *)parts->pdata[i])->contact, names);
  adw_combo_row_set_model (self->who, G_LIST_MODEL (names));
  if (self->contacts->len == 0)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self->who), _ ("Nobody is known here yet: add a person first"));
  onward_sheet_set_can_save (ONWARD_SHEET (self), self->contacts->len > 0);
  onward_kept_sheet_watch (ONWARD_SHEET (self), key);
  onward_sheet_present (ONWARD_SHEET (self), parent);
}

static void
fill (OnwardTouchSheet *self, OnwardStore *store, OnwardTouch *touch)
{
  gint64 instant;

  self->id = touch->record.id;
  self->opportunity = touch->opportunity;
  select_choice (self->direction, directions, G_N_ELEMENTS (directions), touch->direction);
  select_choice (self->channel, channels, G_N_ELEMENTS (channels), touch->channel);
  if (touch->at != NULL && onward_instant_parse (touch->at, &instant))
    onward_date_button_set_day (self->day, onward_present_get_day (store, instant));
  gtk_editable_set_text (self->subject, touch->subject != NULL ? touch->subject : "");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->body), touch->body != NULL ? touch->body : "", -1);
}

/**
 * onward_touch_sheet_edit:
 * @parent: a widget of the window
 * @touch: what is changed
 */
void
onward_touch_sheet_edit (GtkWidget *parent, gint64 touch)
{
  OnwardStore *store = onward_window_get_store (onward_window_find (parent));
  g_autoptr (OnwardTouch) record = onward_store_get_record (store, ONWARD_TYPE_TOUCH, touch);
  g_autofree char *key = g_strdup_printf ("touch-%" G_GINT64_FORMAT, touch);
  OnwardTouchSheet *self;

  if (record == NULL || onward_kept_sheet_show (parent, key) != NULL)
    return;
  self = create (store);
  gtk_widget_set_visible (GTK_WIDGET (self->who), FALSE);
  fill (self, store, record);
  onward_kept_sheet_watch (ONWARD_SHEET (self), key);
  onward_sheet_present (ONWARD_SHEET (self), parent);
}
