/* onward-place-row.c - an opportunity as a row: the role, and what became of it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-place-row.h"

#include "model/onward-opportunity.h"
#include "model/onward-stage.h"
#include "onward-card-words.h"
#include "playbook/onward-dates.h"
#include "playbook/onward-wall.h"
#include "shared/onward-accessible.h"
#include "shared/onward-tooltip.h"
#include "store/onward-present.h"

#include <glib/gi18n-lib.h>

static char *
describe_date (OnwardStore *store, const char *date)
{
  int day;

  return onward_day_parse (date, &day) ? onward_dates_format_list (day, onward_present_get_today (store)) : NULL;
}

/* The outcome with its day, else the stage with the day of the application. */
static char *
describe (OnwardStore *store, OnwardOpportunity *opportunity)
{
  g_autoptr (OnwardStage) stage = onward_store_get_record (store, ONWARD_TYPE_STAGE, opportunity->stage);
  gboolean over = opportunity->outcome_kind != NULL;
  const char *state = over                                   ? onward_card_words_get_outcome (opportunity->outcome_kind)
                      : stage != NULL && stage->name != NULL ? stage->name
                                                             : _ ("No stage");
  const char *when = over                              ? opportunity->outcome_on
                     : opportunity->applied_on != NULL ? opportunity->applied_on
                                                       : opportunity->added_on;
  g_autofree char *date = describe_date (store, when);

  return date != NULL ? g_strdup_printf ("%s · %s", state, date) : g_strdup (state);
}

static GtkWidget *
create_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  onward_tooltip_show_cut_off (GTK_LABEL (label));
  return label;
}

/**
 * onward_place_row_create_icon:
 * @icon: its name
 *
 * Returns: (transfer floating): what stands at the beginning of a row that is about no person
 */
GtkWidget *
onward_place_row_create_icon (const char *icon)
{
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

  gtk_widget_add_css_class (image, "dim-label");
  return image;
}

/**
 * onward_place_row_create:
 * @start: (transfer floating): at its beginning
 * @title: the first line; plain text
 * @line: (nullable): the second one
 *
 * Returns: (transfer floating): a row of two lines, named by both
 */
GtkWidget *
onward_place_row_create (GtkWidget *start, const char *title, const char *line)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *label = line != NULL ? g_strdup_printf ("%s, %s", title, line) : g_strdup (title);

  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (lines), create_label (title));
  if (line != NULL)
    {
      GtkWidget *second = create_label (line);

      gtk_widget_add_css_class (second, "caption");
      gtk_widget_add_css_class (second, "dim-label");
      gtk_box_append (GTK_BOX (lines), second);
    }
  gtk_widget_set_valign (start, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), start);
  gtk_box_append (GTK_BOX (box), lines);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_add_css_class (row, "compact-row");
  onward_accessible_set_label (row, label);
  return row;
}

/**
 * onward_place_row_new:
 * @store: the database
 * @opportunity: an opportunity
 * @more: (nullable): what else is said about it
 *
 * Returns: (transfer floating) (nullable): its row, which opens it; NULL when it is gone
 */
GtkWidget *
onward_place_row_new (OnwardStore *store, gint64 opportunity, const char *more)
{
  g_autoptr (OnwardOpportunity) record = onward_store_get_record (store, ONWARD_TYPE_OPPORTUNITY, opportunity);
  g_autofree char *state = NULL;
  g_autofree char *line = NULL;
  const char *title;
  GtkWidget *row;

  if (record == NULL)
    return NULL;
  state = describe (store, record);
  line = more != NULL ? g_strdup_printf ("%s · %s", state, more) : g_strdup (state);
  title = record->title != NULL                            ? record->title
          : g_strcmp0 (record->kind, "informational") == 0 ? _ ("Informational")
                                                           : _ ("Role not known yet");
  row = onward_place_row_create (onward_place_row_create_icon ("onward-board-symbolic"), title, line);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", opportunity);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-opportunity");
  return row;
}

/**
 * onward_place_row_clear:
 * @list: a list; loses all its rows
 */
void
onward_place_row_clear (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}
