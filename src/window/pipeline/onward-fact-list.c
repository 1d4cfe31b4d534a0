/* onward-fact-list.c - a list of facts about a record, each edited in place */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-fact-list.h"

#include "playbook/onward-dates.h"
#include "playbook/onward-wall.h"
#include "store/onward-present.h"
#include "store/onward-typed.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * onward_fact_list_build:
 * @list: an empty list
 * @facts: what it shows, in this order
 * @n_facts: how many
 * @edited: called as for OnwardFactRow::edited
 * @data: for @edited; lives as long as @list
 */
void
onward_fact_list_build (GtkListBox *list, const OnwardFact *facts, guint n_facts, GCallback edited, gpointer data)
{
  for (guint i = 0; i < n_facts; i++)
    {
      GtkWidget *row = onward_fact_row_new (facts[i].field, _ (facts[i].name), facts[i].kind);

      g_signal_connect (row, "edited", edited, data);
      gtk_list_box_append (list, row);
    }
}

/* The address without what every address begins with. */
static const char *
shorten_url (const char *url)
{
  static const char *const prefixes[] = { "https://", "http://", "www." };

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (url, prefixes[i]))
      url += strlen (prefixes[i]);
  return url;
}

/**
 * onward_fact_list_show:
 * @row: a row of the list whose field is a member of @record
 * @kind: how it is edited
 * @store: the database
 * @record: what it is about
 */
void
onward_fact_list_show (OnwardFactRow *row, OnwardFactKind kind, OnwardStore *store, gpointer record)
{
  g_autofree char *typed = onward_typed_get (record, onward_fact_row_get_field (row));
  g_autofree char *sentence = NULL;
  int day;

  if (kind == ONWARD_FACT_DAY && onward_day_parse (typed, &day))
    sentence = onward_dates_format_sentence (day, onward_present_get_today (store));
  else if (kind == ONWARD_FACT_LINK && typed != NULL)
    sentence = g_strdup (shorten_url (typed));
  onward_fact_row_set (row, sentence != NULL ? sentence : typed, typed);
}

/**
 * onward_fact_list_hide_empty:
 * @list: a list of facts
 * @hide: whether facts that are not known are left out
 */
void
onward_fact_list_hide_empty (GtkListBox *list, gboolean hide)
{
  for (int i = 0; gtk_list_box_get_row_at_index (list, i) != NULL; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, i);

      gtk_widget_set_visible (GTK_WIDGET (row), !hide || !onward_fact_row_is_empty (ONWARD_FACT_ROW (row)));
    }
}

/**
 * onward_fact_list_edit_first:
 * @list: a list of facts
 */
void
onward_fact_list_edit_first (GtkListBox *list)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, 0);

  if (row != NULL)
    onward_fact_row_edit (ONWARD_FACT_ROW (row));
}
