/* onward-interview-sheet-fill.c - the choices of the interview sheet, and what they say at first */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-interview-sheet-private.h"

#include "model/onward-company.h"
#include "model/onward-stage.h"
#include "pipeline/onward-card-words.h"
#include "store/onward-board.h"
#include "store/onward-stages.h"

#include <glib/gi18n-lib.h>

/* More rounds nobody has. */
#define MOST_ROUNDS 12

static const char *const state_names[] = { NC_ ("interview", "Booked"), NC_ ("interview", "Held"),
                                           NC_ ("interview", "Cancelled"), NC_ ("interview", "Nobody showed up") };

static void
set_text (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

static void
append_opportunity (OnwardInterviewSheet *self, GArray *opportunities, GtkStringList *names, gint64 opportunity)
{
  g_autoptr (OnwardCard) card = onward_board_get_card (self->draft->store, opportunity);
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;

  if (card == NULL)
    return;
  title = onward_card_words_get_title (card);
  name = card->company != NULL ? g_strdup_printf ("%s, %s", card->company, title) : g_strdup (title);
  gtk_string_list_append (names, name);
  g_array_append_val (opportunities, opportunity);
}

static guint
find_place (GArray *opportunities, gint64 opportunity)
{
  guint place = 0;

  while (place < opportunities->len && g_array_index (opportunities, gint64, place) != opportunity)
    place++;
  return place;
}

/* The open opportunities, in the order of the board, and the one that an interview is about already. */
static void
fill_about (OnwardInterviewSheet *self, OnwardStore *store)
{
  g_autoptr (GPtrArray) stages = onward_stages_list (store);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GArray *opportunities = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 about = self->draft->opportunity;

  for (guint i = 0; i < stages->len; i++)
    {
      OnwardStage *stage = stages->pdata[i];
      g_autoptr (GArray) ids = onward_board_list (store, stage->record.id);

      for (guint j = 0; j < ids->len && g_strcmp0 (stage->kind, "closed") != 0; j++)
        append_opportunity (self, opportunities, names, g_array_index (ids, gint64, j));
    }
  if (about != 0 && find_place (opportunities, about) == opportunities->len)
    append_opportunity (self, opportunities, names, about);
  gtk_string_list_append (names, _ ("A company alone"));
  adw_combo_row_set_model (self->about, G_LIST_MODEL (names));
  if (self->draft->interview != 0)
    adw_combo_row_set_selected (self->about, find_place (opportunities, about));
  /* From here on a choice is the user's. */
  self->opportunities = opportunities;
  if (self->draft->interview == 0)
    onward_interview_sheet_take_about (self);
}

static void
fill_company (OnwardInterviewSheet *self, OnwardStore *store)
{
  g_autoptr (OnwardCompany) company = onward_store_get_record (store, ONWARD_TYPE_COMPANY, self->draft->company);

  if (self->draft->interview == 0 || self->draft->opportunity != 0 || company == NULL || company->name == NULL)
    return;
  gtk_editable_set_text (self->company, company->name);
  self->draft->company = company->record.id;
}

/**
 * onward_interview_sheet_show_about:
 * @self: a sheet with its draft
 *
 * Says below the title what it is about, and asks for a company when it is about no opportunity.
 */
void
onward_interview_sheet_show_about (OnwardInterviewSheet *self)
{
  OnwardInterviewDraft *draft = self->draft;
  g_autoptr (OnwardCard) card = onward_board_get_card (draft->store, draft->opportunity);
  g_autofree char *title = card != NULL ? onward_card_words_get_title (card) : NULL;
  g_autofree char *subtitle = NULL;

  if (card != NULL && (draft->interview != 0 || self->opportunities == NULL))
    subtitle = card->company != NULL ? g_strdup_printf ("%s, %s", card->company, title) : g_strdup (title);
  g_object_set (self, "subtitle", subtitle, NULL);
  /* The last choice is a company alone. */
  gtk_widget_set_visible (GTK_WIDGET (self->company), self->opportunities != NULL && draft->opportunity == 0);
}

/**
 * onward_interview_sheet_choose_length:
 * @self: a sheet whose choices are filled in
 * @minutes: how long the interview is
 *
 * Chooses the longest of the usual lengths that is not longer.
 */
void
onward_interview_sheet_choose_length (OnwardInterviewSheet *self, int minutes)
{
  for (guint i = 0; onward_interview_sheet_lengths[i] != 0; i++)
    if (onward_interview_sheet_lengths[i] <= minutes)
      adw_combo_row_set_selected (self->length, i);
  self->draft->minutes = minutes;
}

static void
fill_choices (OnwardInterviewSheet *self)
{
  g_autoptr (GtkStringList) kind_names = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) length_names = gtk_string_list_new (NULL);
  /* Setting a model chooses its first row. */
  g_autofree char *kind = g_strdup (self->draft->kind);
  int minutes = self->draft->minutes;

  for (guint i = 0; onward_interview_sheet_kinds[i] != NULL; i++)
    gtk_string_list_append (kind_names, onward_card_words_get_interview (onward_interview_sheet_kinds[i]));
  for (guint i = 0; onward_interview_sheet_lengths[i] != 0; i++)
    {
      g_autofree char *name = onward_interview_draft_format_length (onward_interview_sheet_lengths[i]);

      gtk_string_list_append (length_names, name);
    }
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (kind_names));
  adw_combo_row_set_model (self->length, G_LIST_MODEL (length_names));
  for (guint i = 0; onward_interview_sheet_kinds[i] != NULL; i++)
    if (g_str_equal (onward_interview_sheet_kinds[i], kind))
      adw_combo_row_set_selected (self->kind, i);
  onward_interview_sheet_choose_length (self, minutes);
  set_text (&self->draft->kind, kind);
}

/* Rounds, and what became of it; a new one is booked. */
static void
fill_status (OnwardInterviewSheet *self)
{
  g_autoptr (GtkStringList) rounds = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *status = g_strdup (self->draft->status);
  gint64 round = self->draft->round;

  for (guint i = 1; i <= MOST_ROUNDS; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);

      gtk_string_list_append (rounds, number);
    }
  for (guint i = 0; i < G_N_ELEMENTS (state_names); i++)
    gtk_string_list_append (names, g_dpgettext2 (GETTEXT_PACKAGE, "interview", state_names[i]));
  adw_combo_row_set_model (self->round, G_LIST_MODEL (rounds));
  adw_combo_row_set_model (self->status, G_LIST_MODEL (names));
  self->draft->round = round;
  onward_interview_sheet_show_round (self);
  for (guint i = 0; onward_interview_sheet_states[i] != NULL; i++)
    if (g_strcmp0 (onward_interview_sheet_states[i], status) == 0)
      adw_combo_row_set_selected (self->status, i);
  set_text (&self->draft->status, status);
  gtk_widget_set_visible (GTK_WIDGET (self->status), self->draft->interview != 0);
}

/**
 * onward_interview_sheet_fill: (skip)
 * @self: a sheet with its draft
 * @store: the database
 */
void
onward_interview_sheet_fill (OnwardInterviewSheet *self, OnwardStore *store)
{
  OnwardInterviewDraft *draft = self->draft;
  g_autofree char *location = g_strdup (draft->location != NULL ? draft->location : "");
  g_autofree char *join = g_strdup (draft->join_url != NULL ? draft->join_url : "");

  fill_company (self, store);
  /* A new one that was asked for about an opportunity is about that. */
  gtk_widget_set_visible (self->about_group, draft->interview != 0 || draft->opportunity == 0);
  if (gtk_widget_get_visible (self->about_group))
    fill_about (self, store);
  onward_interview_sheet_show_about (self);
  fill_choices (self);
  fill_status (self);
  onward_date_button_set_store (self->day, store);
  onward_date_button_set_day (self->day, draft->day);
  gtk_editable_set_text (self->time, draft->time);
  onward_zone_button_set_zone (self->zone, draft->zone);
  gtk_editable_set_text (self->location, location);
  gtk_editable_set_text (self->join, join);
  gtk_widget_set_visible (self->remove, draft->interview != 0);
  for (guint i = 0; i < draft->people->len; i++)
    onward_interview_sheet_insert_row (self, i, draft->people->pdata[i]);
  onward_interview_sheet_check (self);
}
