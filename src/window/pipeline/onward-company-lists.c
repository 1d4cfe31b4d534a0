/* onward-company-lists.c - the lists of the page of a company: notices, opportunities, interviews, people */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-company-lists.h"

#include "model/onward-interview.h"
#include "model/onward-opportunity.h"
#include "onward-interview-row.h"
#include "onward-interview-words.h"
#include "onward-card-words.h"
#include "onward-place-row.h"
#include "playbook/onward-dates.h"
#include "store/onward-company-facts.h"
#include "store/onward-present.h"
#include "store/onward-promises.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* More interviews stand on the pages of the opportunities. */
#define MOST_INTERVIEWS 20

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static GtkWidget *
create_words (const char *text, const char *first_class, const char *second_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, first_class);
  if (second_class != NULL)
    gtk_widget_add_css_class (label, second_class);
  return label;
}

static void
add_notice (GtkBox *box, const char *icon, const char *heading, const char *text, const char *class)
{
  GtkWidget *notice = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

  gtk_image_set_pixel_size (GTK_IMAGE (image), 20);
  gtk_widget_add_css_class (notice, "notice");
  if (class != NULL)
    gtk_widget_add_css_class (notice, class);
  gtk_box_append (GTK_BOX (lines), create_words (heading, "heading", NULL));
  if (text != NULL && *text != '\0')
    gtk_box_append (GTK_BOX (lines), create_words (text, "caption", "dim-label"));
  gtk_box_append (GTK_BOX (notice), image);
  gtk_box_append (GTK_BOX (notice), lines);
  gtk_box_append (box, notice);
}

/**
 * onward_company_lists_describe_cooling_off:
 * @store: the database
 * @company: a company; 0 = none
 * @why: (out) (transfer full): how that is known; may be the empty text
 *
 * Returns: (transfer full) (nullable): until when they want no application; NULL when one is welcome
 */
char *
onward_company_lists_describe_cooling_off (OnwardStore *store, gint64 company, char **why)
{
  g_autoptr (OnwardCoolingOff) found = onward_companies_get_cooling_off (store, company);
  int today = onward_present_get_today (store);
  g_autofree char *until = NULL;
  GString *text;

  *why = NULL;
  if (found == NULL)
    return NULL;
  until = onward_dates_format_sentence (found->until, today);
  text = g_string_new (NULL);
  if (found->rejected_on != ONWARD_NO_DAY)
    {
      g_autofree char *on = onward_dates_format_past (found->rejected_on, today);

      /* Translators: a day */
      g_string_append_printf (text, _ ("It counts from the no on %s."), on);
    }
  if (found->source != NULL)
    {
      g_string_append (text, text->len > 0 ? " " : "");
      /* Translators: how the user knows it */
      g_string_append_printf (text, _ ("How you know: %s."), found->source);
    }
  *why = g_string_free (text, FALSE);
  /* Translators: a day */
  return g_strdup_printf (_ ("They want no application before %s"), until);
}

static void
add_promise (GtkBox *box, OnwardStore *store, gint64 opportunity)
{
  g_autoptr (OnwardOpportunity) record = onward_store_get_record (store, ONWARD_TYPE_OPPORTUNITY, opportunity);
  int today = onward_present_get_today (store);
  OnwardPromiseFound found;
  g_autofree char *day = NULL;
  g_autofree char *heading = NULL;

  if (record == NULL || record->outcome_kind != NULL || !onward_promises_find (store, opportunity, &found))
    return;
  day = onward_dates_format_sentence (found.on, today);
  heading = found.on >= today ? g_strdup_printf (_ ("Answer promised by %s – quiet until then"), day)
                              : g_strdup_printf (_ ("An answer was promised by %s"), day);
  add_notice (box, "onward-quiet-symbolic", heading, record->title, NULL);
}

/**
 * onward_company_lists_fill_notices:
 * @box: where they go
 * @store: the database
 * @company: a company
 *
 * The time they want between applications, and the answers that were promised there.
 */
void
onward_company_lists_fill_notices (GtkBox *box, OnwardStore *store, gint64 company)
{
  g_autoptr (GPtrArray) places = onward_companies_list_opportunities (store, company);
  g_autofree char *why = NULL;
  g_autofree char *cooling_off = onward_company_lists_describe_cooling_off (store, company, &why);

  clear_box (box);
  if (cooling_off != NULL)
    add_notice (box, "onward-clock-symbolic", cooling_off, why, "look");
  for (guint i = 0; i < places->len; i++)
    add_promise (box, store, ((OnwardPlace *)places->pdata[i])->opportunity);
  gtk_widget_set_visible (GTK_WIDGET (box), gtk_widget_get_first_child (GTK_WIDGET (box)) != NULL);
}

static GtkListBox *
add_list (GtkBox *box, const char *label)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_box_append (box, list);
  return GTK_LIST_BOX (list);
}

/**
 * onward_company_lists_fill_places:
 * @box: where they go
 * @store: the database
 * @company: a company
 *
 * Its opportunities; with a heading a search when there were several.
 *
 * Returns: whether there are any
 */
gboolean
onward_company_lists_fill_places (GtkBox *box, OnwardStore *store, gint64 company)
{
  g_autoptr (GPtrArray) places = onward_companies_list_opportunities (store, company);
  const char *search = NULL;
  GtkListBox *list = NULL;
  gboolean several =
      places->len > 0
      && g_strcmp0 (((OnwardPlace *)places->pdata[0])->search, ((OnwardPlace *)places->pdata[places->len - 1])->search)
             != 0;

  clear_box (box);
  for (guint i = 0; i < places->len; i++)
    {
      OnwardPlace *place = places->pdata[i];
      GtkWidget *row = onward_place_row_new (store, place->opportunity, NULL);

      if (list == NULL || g_strcmp0 (search, place->search) != 0)
        {
          const char *name = place->search != NULL ? place->search : _ ("In no search");

          if (several)
            gtk_box_append (box, create_words (name, "caption-heading", "dim-label"));
          list = add_list (box, several ? name : _ ("Opportunities"));
        }
      search = place->search;
      if (row != NULL)
        gtk_list_box_append (list, row);
    }
  return places->len > 0;
}

static GtkWidget *
create_past_interview (OnwardStore *store, OnwardInterview *interview)
{
  g_autofree char *when = onward_interview_words_get_when (store, interview);
  GtkWidget *row = onward_place_row_create (onward_place_row_create_icon ("onward-interview-symbolic"),
                                            onward_card_words_get_interview (interview->kind), when);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", interview->record.id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.edit-interview");
  return row;
}

/**
 * onward_company_lists_fill_interviews:
 * @list: where they go
 * @store: the database
 * @company: a company
 *
 * Returns: whether there are any
 */
gboolean
onward_company_lists_fill_interviews (GtkListBox *list, OnwardStore *store, gint64 company)
{
  g_autoptr (GArray) ids = onward_companies_list_interviews (store, company);

  onward_place_row_clear (list);
  for (guint i = 0; i < MIN (ids->len, MOST_INTERVIEWS); i++)
    {
      g_autoptr (OnwardInterview) interview =
          onward_store_get_record (store, ONWARD_TYPE_INTERVIEW, g_array_index (ids, gint64, i));

      if (interview == NULL)
        continue;
      gtk_list_box_append (list, onward_interview_words_get_state (store, interview) == ONWARD_INTERVIEW_OVER
                                     ? create_past_interview (store, interview)
                                     : onward_interview_row_new (store, interview));
    }
  return ids->len > 0;
}

static GtkWidget *
create_person (OnwardColleague *colleague)
{
  const char *name = colleague->name != NULL ? colleague->name : _ ("Name not known yet");
  g_autofree char *line = NULL;
  GtkWidget *row;

  if (colleague->former)
    line = colleague->line != NULL ? g_strdup_printf ("%s · %s", _ ("Was there before"), colleague->line)
                                   : g_strdup (_ ("Was there before"));
  row =
      onward_place_row_create (adw_avatar_new (32, colleague->name, TRUE), name, line != NULL ? line : colleague->line);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", colleague->contact);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-contact");
  return row;
}

/**
 * onward_company_lists_fill_people:
 * @list: where they go
 * @store: the database
 * @company: a company
 *
 * Returns: whether anybody is known there
 */
gboolean
onward_company_lists_fill_people (GtkListBox *list, OnwardStore *store, gint64 company)
{
  g_autoptr (GPtrArray) people = onward_companies_list_people (store, company);

  onward_place_row_clear (list);
  for (guint i = 0; i < people->len; i++)
    gtk_list_box_append (list, create_person (people->pdata[i]));
  return people->len > 0;
}
