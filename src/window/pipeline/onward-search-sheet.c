/* onward-search-sheet.c - asks for a new search, or when one ended and what becomes of what is open in it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-search-sheet.h"

#include "onward-window-sheets.h"
#include "playbook/onward-wall.h"
#include "shared/onward-date-button.h"
#include "shared/onward-kept-sheet.h"
#include "shared/onward-sheet.h"
#include "store/onward-present.h"
#include "store/onward-searches.h"

#include <glib/gi18n-lib.h>

#define ONWARD_TYPE_SEARCH_SHEET (onward_search_sheet_get_type ())
G_DECLARE_FINAL_TYPE (OnwardSearchSheet, onward_search_sheet, ONWARD, SEARCH_SHEET, OnwardSheet)

struct _OnwardSearchSheet
{
  OnwardSheet parent_instance;

  gboolean starts; /* else one ends */
  gint64 ends;     /* the search that ends; 0 = none does */
  char *ends_name;
  guint n_open;
  guint n_endings;

  GtkEditable *name;
  AdwPreferencesRow *day_row;
  OnwardDateButton *day;
  GtkWidget *open_group;
  AdwComboRow *ending;
  GtkLabel *words;
};

G_DEFINE_FINAL_TYPE (OnwardSearchSheet, onward_search_sheet, ONWARD_TYPE_SHEET)

static const struct
{
  OnwardSearchEnding ending;
  const char *words;
  const char *means;
} endings[] = {
  { ONWARD_ENDING_TAKE, N_ ("Come along to the new search"), N_ ("They stay on the board with all their follow-ups.") },
  { ONWARD_ENDING_WITHDRAW, N_ ("Are withdrawn"),
    N_ ("They are closed as withdrawn on that day. Nobody is told by Onward.") },
  { ONWARD_ENDING_LEAVE, N_ ("Stay as they are"),
    N_ ("They keep their stages in the old search, and nothing is owed for them any more.") },
};

/* Only a search that starts can take them along. */
static guint
get_ending (OnwardSearchSheet *self)
{
  guint selected = adw_combo_row_get_selected (self->ending);

  return MIN (selected, self->n_endings - 1) + (self->starts ? 0 : 1);
}

static void
show_words (OnwardSearchSheet *self)
{
  g_autofree char *ends = NULL;
  GString *text = g_string_new (NULL);

  if (self->starts && self->ends != 0)
    {
      /* Translators: the name of a search */
      ends = g_strdup_printf (_ ("“%s” ends on that day."), self->ends_name);
      g_string_append_printf (text, "%s ", ends);
    }
  if (self->n_open > 0)
    g_string_append_printf (text, "%s ", _ (endings[get_ending (self)].means));
  g_string_append (text, _ ("Everybody you know stays, whatever becomes of a search."));
  gtk_label_set_label (self->words, text->str);
  g_string_free (text, TRUE);
}

static void
check (OnwardSearchSheet *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));

  if (self->n_endings == 0)
    return;
  show_words (self);
  onward_sheet_set_can_save (ONWARD_SHEET (self), (!self->starts || *name != '\0')
                                                      && onward_date_button_get_day (self->day) != ONWARD_NO_DAY);
}

static void
entry_activated_cb (OnwardSearchSheet *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "sheet.save", NULL);
}

static void
save_start (OnwardSearchSheet *self)
{
  OnwardSearchStart *start = g_new0 (OnwardSearchStart, 1);

  start->name = g_strdup (gtk_editable_get_text (self->name));
  start->started_on = onward_date_button_get_date (self->day);
  start->ends = self->ends;
  start->ending = endings[get_ending (self)].ending;
  onward_window_run_and_close (ONWARD_SHEET (self), _ ("Start a search"), _ ("Search started"), onward_searches_start,
                               start, (GDestroyNotify)onward_search_start_free, NULL, NULL);
}

static void
save_end (OnwardSearchSheet *self)
{
  OnwardSearchEnd *end = g_new0 (OnwardSearchEnd, 1);

  end->search = self->ends;
  end->ended_on = onward_date_button_get_date (self->day);
  end->ending = endings[get_ending (self)].ending;
  onward_window_run_and_close (ONWARD_SHEET (self), _ ("End a search"), _ ("Search ended"), onward_searches_end, end,
                               (GDestroyNotify)onward_search_end_free, NULL, NULL);
}

static void
onward_search_sheet_save (OnwardSheet *sheet)
{
  OnwardSearchSheet *self = ONWARD_SEARCH_SHEET (sheet);

  if (self->starts)
    save_start (self);
  else
    save_end (self);
}

static void
onward_search_sheet_finalize (GObject *object)
{
  g_free (ONWARD_SEARCH_SHEET (object)->ends_name);
  G_OBJECT_CLASS (onward_search_sheet_parent_class)->finalize (object);
}

static void
onward_search_sheet_class_init (OnwardSearchSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = onward_search_sheet_finalize;
  ONWARD_SHEET_CLASS (klass)->save = onward_search_sheet_save;
  g_type_ensure (ONWARD_TYPE_DATE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ONWARD_RESOURCE_PATH "/ui/pipeline/onward-search-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, OnwardSearchSheet, name);
  gtk_widget_class_bind_template_child (widget_class, OnwardSearchSheet, day_row);
  gtk_widget_class_bind_template_child (widget_class, OnwardSearchSheet, day);
  gtk_widget_class_bind_template_child (widget_class, OnwardSearchSheet, open_group);
  gtk_widget_class_bind_template_child (widget_class, OnwardSearchSheet, ending);
  gtk_widget_class_bind_template_child (widget_class, OnwardSearchSheet, words);
  gtk_widget_class_bind_template_callback (widget_class, check);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
}

static void
onward_search_sheet_init (OnwardSearchSheet *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_ended (OnwardSearchSheet *self, OnwardStore *store, gint64 search)
{
  g_autoptr (GPtrArray) searches = onward_searches_list (store);

  for (guint i = 0; i < searches->len; i++)
    {
      OnwardSearchSummary *summary = searches->pdata[i];

      if (summary->search != search)
        continue;
      self->ends = search;
      self->ends_name = g_strdup (summary->name);
      self->n_open = summary->n_open;
    }
}

static void
present (OnwardSearchSheet *self, GtkWidget *parent, OnwardStore *store)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  const char *day = self->starts ? _ ("First day") : _ ("Last day");
  g_autofree char *open =
      g_strdup_printf (ngettext ("%u open opportunity", "%u open opportunities", self->n_open), self->n_open);

  self->n_endings = G_N_ELEMENTS (endings) - (self->starts ? 0 : 1);
  for (guint i = 0; i < self->n_endings; i++)
    gtk_string_list_append (words, _ (endings[i + (self->starts ? 0 : 1)].words));
  adw_combo_row_set_model (self->ending, G_LIST_MODEL (words));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->ending), open);
  gtk_widget_set_visible (self->open_group, self->n_open > 0);
  adw_preferences_row_set_title (self->day_row, day);
  g_object_set (self->day, "title", day, NULL);
  onward_date_button_set_store (self->day, store);
  onward_date_button_set_day (self->day, onward_present_get_today (store));
  check (self);
  onward_sheet_present (ONWARD_SHEET (self), parent);
}

/**
 * onward_search_sheet_start:
 * @parent: a widget of the window
 *
 * Asks for a new search. The one that goes on ends with it.
 */
void
onward_search_sheet_start (GtkWidget *parent)
{
  OnwardStore *store = onward_window_get_store (onward_window_find (parent));
  OnwardSearchSheet *self;

  if (onward_kept_sheet_show (parent, "search") != NULL)
    return;
  self = g_object_new (ONWARD_TYPE_SEARCH_SHEET, "title", _ ("Start a new search"), "save-label", _ ("_Start"), NULL);
  self->starts = TRUE;
  set_ended (self, store, onward_searches_find_current (store));
  present (self, parent, store);
  onward_kept_sheet_watch (ONWARD_SHEET (self), "search");
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

/**
 * onward_search_sheet_end:
 * @parent: a widget of the window
 * @search: the search that is over
 */
void
onward_search_sheet_end (GtkWidget *parent, gint64 search)
{
  OnwardStore *store = onward_window_get_store (onward_window_find (parent));
  OnwardSearchSheet *self = g_object_new (ONWARD_TYPE_SEARCH_SHEET, "save-label", _ ("_End"), NULL);
  g_autofree char *title = NULL;

  set_ended (self, store, search);
  /* Translators: the name of a search */
  title = g_strdup_printf (_ ("End “%s”"), self->ends_name != NULL ? self->ends_name : "");
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_widget_set_visible (GTK_WIDGET (self->name), FALSE);
  present (self, parent, store);
}
