/* onward-offer-sheet.c - asks what was offered, and leads on to the answer */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-offer-sheet.h"

#include "model/onward-company.h"
#include "model/onward-contact.h"
#include "model/onward-opportunity.h"
#include "onward-interview-draft.h"
#include "onward-outcome-sheet.h"
#include "onward-window-sheets.h"
#include "playbook/onward-wall.h"
#include "shared/onward-accessible.h"
#include "shared/onward-date-button.h"
#include "shared/onward-kept-sheet.h"
#include "shared/onward-sheet.h"
#include "store/onward-offers.h"
#include "store/onward-opportunity-people.h"
#include "store/onward-present.h"

#include <glib/gi18n-lib.h>

#define ONWARD_TYPE_OFFER_SHEET (onward_offer_sheet_get_type ())
G_DECLARE_FINAL_TYPE (OnwardOfferSheet, onward_offer_sheet, ONWARD, OFFER_SHEET, OnwardSheet)

struct _OnwardOfferSheet
{
  OnwardSheet parent_instance;

  OnwardStore *store; /* of the window */
  gint64 opportunity;
  char *company;

  GtkLabel *heading;
  OnwardDateButton *received_on;
  OnwardDateButton *answer_by;
  GtkWidget *answer_time;
  GtkEditable *amount;
  GtkTextBuffer *notes;
  GtkWidget *notes_view;
};

G_DEFINE_FINAL_TYPE (OnwardOfferSheet, onward_offer_sheet, ONWARD_TYPE_SHEET)

static gboolean
read_time (OnwardOfferSheet *self, int *minutes)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->answer_time))));

  *minutes = -1;
  return *text == '\0' || onward_interview_draft_parse_time (text, minutes);
}

static void
update (OnwardOfferSheet *self)
{
  int minutes;
  gboolean fits = read_time (self, &minutes);

  gtk_widget_set_sensitive (self->answer_time, onward_date_button_get_day (self->answer_by) != ONWARD_NO_DAY);
  if (fits)
    gtk_widget_remove_css_class (self->answer_time, "error");
  else
    gtk_widget_add_css_class (self->answer_time, "error");
  onward_sheet_set_can_save (ONWARD_SHEET (self), fits);
}

static char *
build_answer_by (OnwardOfferSheet *self)
{
  int day = onward_date_button_get_day (self->answer_by);
  char text[ONWARD_WALL_SIZE];
  int minutes;

  if (day == ONWARD_NO_DAY)
    return NULL;
  if (!read_time (self, &minutes) || minutes < 0)
    return onward_date_button_get_date (self->answer_by);
  return g_strdup (onward_wall_format (onward_wall_at (day, minutes), text));
}

static OnwardOffer *
build (OnwardOfferSheet *self)
{
  OnwardOffer *offer = onward_offer_new (self->opportunity);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->notes, &start, &end);
  offer->received_on = onward_date_button_get_date (self->received_on);
  offer->answer_by = build_answer_by (self);
  offer->amount = g_strstrip (g_strdup (gtk_editable_get_text (self->amount)));
  offer->notes = g_strstrip (gtk_text_buffer_get_text (self->notes, &start, &end, FALSE));
  return offer;
}

static void
run (OnwardOfferSheet *self, OnwardOffer *offer, const char *toast)
{
  onward_window_run_and_close (ONWARD_SHEET (self), _ ("Write an offer down"), toast, onward_offers_save, offer,
                               (GDestroyNotify)onward_offer_free, NULL, NULL);
}

static void
onward_offer_sheet_save (OnwardSheet *sheet)
{
  OnwardOfferSheet *self = ONWARD_OFFER_SHEET (sheet);

  run (self, build (self), _ ("Offer written down"));
}

/* The offer is written down first: commands run one after another. */
static void
answer (OnwardOfferSheet *self, const char *kind)
{
  GtkWidget *window = GTK_WIDGET (onward_window_find (GTK_WIDGET (self)));
  gint64 opportunity = self->opportunity;

  run (self, build (self), NULL);
  onward_outcome_sheet_present (window, opportunity, kind);
}

/* A recruiter is asked, else a hiring manager, else nobody is named; never who is not to be written to. */
static void
choose_speaker (OnwardOfferSheet *self, OnwardOffer *offer)
{
  g_autoptr (GPtrArray) people = onward_opportunities_list_people (self->store, self->opportunity);

  for (guint i = 0; i < people->len; i++)
    {
      OnwardPart *part = people->pdata[i];
      g_autoptr (OnwardContact) contact = onward_store_get_record (self->store, ONWARD_TYPE_CONTACT, part->contact);

      if (contact == NULL || contact->do_not_contact)
        continue;
      if (g_strcmp0 (part->role, "recruiter") != 0
          && (g_strcmp0 (part->role, "hiring-manager") != 0 || offer->ask != 0))
        continue;
      offer->ask = part->contact;
      if (g_strcmp0 (part->role, "recruiter") == 0)
        return;
    }
}

static void
answer_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardOfferSheet *self = ONWARD_OFFER_SHEET (widget);
  OnwardOffer *offer;

  if (g_str_equal (name, "offer.accept"))
    answer (self, "accepted");
  else if (g_str_equal (name, "offer.decline"))
    answer (self, "declined");
  else
    {
      offer = build (self);
      offer->ask_on = onward_present_get_today (self->store) + 1;
      /* Translators: a follow-up; %s is a company */
      offer->ask_title = g_strdup_printf (_ ("Talk with %s about the offer"), self->company);
      choose_speaker (self, offer);
      run (self, offer, _ ("It comes up tomorrow"));
    }
}

static void
changed_cb (OnwardOfferSheet *self)
{
  update (self);
}

static void
entry_activated_cb (OnwardOfferSheet *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "sheet.save", NULL);
}

static void
onward_offer_sheet_finalize (GObject *object)
{
  g_free (ONWARD_OFFER_SHEET (object)->company);
  G_OBJECT_CLASS (onward_offer_sheet_parent_class)->finalize (object);
}

static void
onward_offer_sheet_class_init (OnwardOfferSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = onward_offer_sheet_finalize;
  ONWARD_SHEET_CLASS (klass)->save = onward_offer_sheet_save;
  g_type_ensure (ONWARD_TYPE_DATE_BUTTON);
  gtk_widget_class_install_action (widget_class, "offer.accept", NULL, answer_cb);
  gtk_widget_class_install_action (widget_class, "offer.decline", NULL, answer_cb);
  gtk_widget_class_install_action (widget_class, "offer.negotiate", NULL, answer_cb);
  gtk_widget_class_set_template_from_resource (widget_class, ONWARD_RESOURCE_PATH "/ui/capture/onward-offer-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, OnwardOfferSheet, heading);
  gtk_widget_class_bind_template_child (widget_class, OnwardOfferSheet, received_on);
  gtk_widget_class_bind_template_child (widget_class, OnwardOfferSheet, answer_by);
  gtk_widget_class_bind_template_child (widget_class, OnwardOfferSheet, answer_time);
  gtk_widget_class_bind_template_child (widget_class, OnwardOfferSheet, amount);
  gtk_widget_class_bind_template_child (widget_class, OnwardOfferSheet, notes);
  gtk_widget_class_bind_template_child (widget_class, OnwardOfferSheet, notes_view);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
}

static void
onward_offer_sheet_init (OnwardOfferSheet *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill_answer_by (OnwardOfferSheet *self, const char *text)
{
  int day = ONWARD_NO_DAY;
  gint64 wall;

  onward_date_button_set_store (self->answer_by, self->store);
  if (!onward_day_parse (text, &day) && onward_wall_parse (text, &wall))
    {
      g_autofree char *time = NULL;
      int minutes = onward_wall_minutes (wall);

      day = onward_wall_day (wall);
      time = g_strdup_printf ("%02d:%02d", minutes / 60, minutes % 60);
      gtk_editable_set_text (GTK_EDITABLE (self->answer_time), time);
    }
  onward_date_button_set_day (self->answer_by, day);
}

static void
fill (OnwardOfferSheet *self, OnwardOpportunity *opportunity, OnwardOffer *offer)
{
  g_autoptr (OnwardCompany) company = onward_store_get_record (self->store, ONWARD_TYPE_COMPANY, opportunity->company);
  g_autofree char *subtitle = NULL;
  g_autofree char *heading = NULL;
  int day = onward_present_get_today (self->store);

  self->company = g_strdup (company != NULL && company->name != NULL ? company->name : _ ("The company"));
  subtitle = opportunity->title != NULL ? g_strdup_printf ("%s, %s", self->company, opportunity->title)
                                        : g_strdup (self->company);
  g_object_set (self, "subtitle", subtitle, NULL);
  heading = g_strdup_printf (_ ("An offer from %s"), self->company);
  gtk_label_set_label (self->heading, heading);
  onward_day_parse (offer->received_on, &day);
  onward_date_button_set_store (self->received_on, self->store);
  onward_date_button_set_day (self->received_on, day);
  fill_answer_by (self, offer->answer_by);
  gtk_editable_set_text (self->amount, offer->amount != NULL ? offer->amount : "");
  gtk_text_buffer_set_text (self->notes, offer->notes != NULL ? offer->notes : "", -1);
  onward_accessible_set_label (self->notes_view, _ ("Notes"));
  update (self);
}

/**
 * onward_offer_sheet_present:
 * @parent: a widget of the window
 * @opportunity: what was offered
 */
void
onward_offer_sheet_present (GtkWidget *parent, gint64 opportunity)
{
  OnwardStore *store = onward_window_get_store (onward_window_find (parent));
  g_autoptr (OnwardOpportunity) record = onward_store_get_record (store, ONWARD_TYPE_OPPORTUNITY, opportunity);
  g_autoptr (OnwardOffer) offer = record != NULL ? onward_offers_get (store, opportunity) : NULL;
  g_autofree char *key = g_strdup_printf ("offer-%" G_GINT64_FORMAT, opportunity);
  OnwardOfferSheet *self;

  if (offer == NULL || onward_kept_sheet_show (parent, key) != NULL)
    return;
  self = g_object_new (ONWARD_TYPE_OFFER_SHEET, NULL);
  self->store = store;
  self->opportunity = opportunity;
  fill (self, record, offer);
  onward_kept_sheet_watch (ONWARD_SHEET (self), key);
  onward_sheet_present (ONWARD_SHEET (self), parent);
  gtk_widget_grab_focus (GTK_WIDGET (self->answer_by));
}
