/* onward-pipeline-view.c - the pipeline page of the window: the board or the table, and what is searched in it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-pipeline-view.h"

#include "onward-pipeline-board.h"
#include "onward-pipeline-filters.h"
#include "onward-pipeline-table.h"
#include "onward-saved-filters.h"
#include "onward-search-strip.h"
#include "onward-selection-bar.h"
#include "shared/onward-window-settings.h"
#include "store/onward-board-search.h"
#include "store/onward-board.h"
#include "store/onward-present.h"
#include "store/onward-rows.h"
#include "store/onward-stages.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* Days pass and follow-ups become late while nobody writes anything. */
#define LOOK_AGAIN 60 /* s */

struct _OnwardPipelineView
{
  GtkWidget parent_instance;

  OnwardStore *store;
  gboolean narrow;
  gboolean search_mode;
  gboolean has_filters; /* they are made when something is searched for */
  gboolean asked_for_stages;
  gint64 wanted; /* gets the focus when it is there */
  guint update_source;
  OnwardBoardChange *change; /* since it was read */
  guint look_source;

  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  OnwardFilterBar *filters;
  GtkScrolledWindow *saved;
  OnwardSavedFilters *saved_filters; /* NULL until something is searched for */
  OnwardSearchStrip *search_strip;
  OnwardCardSelection *selection;
  GtkStack *stack;
  OnwardPipelineBoard *board;
  OnwardPipelineTable *table; /* NULL until it was looked at */
  GtkWidget *empty;           /* both NULL until one of them is shown */
  AdwStatusPage *nothing_found;
  OnwardSelectionBar *selection_bar;
};

enum
{
  PROP_NARROW = 1,
  PROP_SEARCH_MODE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (OnwardPipelineView, onward_pipeline_view, GTK_TYPE_WIDGET)

/* What is searched for; NULL = nothing. */
static const char *
get_words (OnwardPipelineView *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  while (g_ascii_isspace (*text))
    text++;
  return self->search_mode && *text != '\0' ? text : NULL;
}

static GHashTable *
find_matches (OnwardPipelineView *self)
{
  OnwardBoardFilter filter = { .text = get_words (self) };

  if (!self->search_mode)
    return NULL;
  onward_pipeline_filters_fill (self->filters, self->store, &filter);
  return onward_board_search_filtered (self->store, &filter);
}

static void
update_saved_filters (OnwardPipelineView *self)
{
  if (self->saved_filters != NULL && self->search_mode)
    onward_saved_filters_update (self->saved_filters,
                                 onward_pipeline_filters_describe (self->filters, get_words (self)));
}

static void
ensure_status_pages (OnwardPipelineView *self)
{
  g_autoptr (GtkBuilder) builder = NULL;

  if (self->empty != NULL)
    return;
  builder = gtk_builder_new_from_resource (ONWARD_RESOURCE_PATH "/ui/pipeline/onward-pipeline-empty.ui");
  self->empty = GTK_WIDGET (gtk_builder_get_object (builder, "empty"));
  self->nothing_found = ADW_STATUS_PAGE (gtk_builder_get_object (builder, "nothing_found"));
  gtk_stack_add_child (self->stack, self->empty);
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->nothing_found));
}

static void
show_nothing_found (OnwardPipelineView *self, const char *words)
{
  g_autofree char *title = words != NULL ? g_strdup_printf (_ ("Nothing found for “%s”"), words)
                                         : g_strdup (_ ("Nothing matches these filters"));
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  ensure_status_pages (self);
  adw_status_page_set_title (self->nothing_found, escaped);
  adw_status_page_set_description (
      self->nothing_found, words != NULL ? _ ("Try a part of a name, a company or something you remember.") : NULL);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->nothing_found));
}

/* Opportunities that came without stages get the six of the design. */
static void
ask_for_stages (OnwardPipelineView *self)
{
  g_autoptr (GPtrArray) stages = onward_stages_list (self->store);

  if (stages->len > 0 || self->asked_for_stages)
    return;
  self->asked_for_stages = TRUE;
  onward_store_run_async (self->store, NULL, onward_stages_ensure_command, NULL, NULL, NULL, NULL);
}

static gboolean
wants_table (void)
{
  GSettings *settings = onward_window_settings_get ();

  return settings != NULL && g_settings_get_enum (settings, "pipeline-mode") == 1;
}

static void
ensure_table (OnwardPipelineView *self)
{
  if (self->table != NULL)
    return;
  self->table = ONWARD_PIPELINE_TABLE (onward_pipeline_table_new (self->store, self->selection));
  onward_pipeline_table_set_narrow (self->table, self->narrow);
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->table));
}

/* Reads what is shown, as a board or a table. */
static GtkWidget *
update_rows (OnwardPipelineView *self, GHashTable *matches)
{
  int today = onward_present_get_today (self->store);

  if (!wants_table ())
    {
      onward_selection_bar_set_least (self->selection_bar, 1);
      onward_pipeline_board_update (self->board, matches, today);
      return GTK_WIDGET (self->board);
    }
  ensure_table (self);
  onward_selection_bar_set_least (self->selection_bar, 2);
  onward_pipeline_table_update (self->table, matches, today);
  return GTK_WIDGET (self->table);
}

static gboolean
focus_wanted (OnwardPipelineView *self)
{
  return wants_table () ? onward_pipeline_table_focus_row (self->table, self->wanted)
                        : onward_pipeline_board_focus_card (self->board, self->wanted);
}

static void
update (OnwardPipelineView *self)
{
  const char *words = get_words (self);
  g_autoptr (GHashTable) matches = find_matches (self);
  GtkWidget *rows;

  g_clear_handle_id (&self->update_source, g_source_remove);
  onward_board_change_clear (self->change);
  rows = update_rows (self, matches);
  update_saved_filters (self);
  if (onward_board_is_empty (self->store))
    {
      ensure_status_pages (self);
      gtk_stack_set_visible_child (self->stack, self->empty);
      return;
    }
  ask_for_stages (self);
  if (matches != NULL && g_hash_table_size (matches) == 0)
    show_nothing_found (self, words);
  else
    gtk_stack_set_visible_child (self->stack, rows);
  if (self->wanted != 0 && focus_wanted (self))
    self->wanted = 0;
}

/* A card that is changed is read alone where nothing else can have come of it: on the board, without a search. */
static gboolean
can_update_some (OnwardPipelineView *self)
{
  return !self->change->all && !self->search_mode && self->wanted == 0
         && gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->board)
         && !onward_board_is_empty (self->store);
}

static gboolean
update_cb (gpointer data)
{
  OnwardPipelineView *self = data;

  self->update_source = 0;
  if (can_update_some (self))
    {
      onward_pipeline_board_update_some (self->board, self->change, onward_present_get_today (self->store));
      onward_board_change_clear (self->change);
    }
  else
    update (self);
  return G_SOURCE_REMOVE;
}

/* The tables of one command are announced one after another; they become one look. Nobody looks at a hidden page. */
static void
changed_cb (OnwardPipelineView *self, const char *table, GArray *ids)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  onward_board_change_note (self->change, self->store, table, ids);
  if (self->update_source == 0)
    self->update_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

/* What had the focus has it in the other one, too. */
static void
mode_changed_cb (OnwardPipelineView *self)
{
  gint64 focused;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  focused = wants_table ()        ? onward_pipeline_board_get_focus (self->board)
            : self->table != NULL ? onward_pipeline_table_get_focus (self->table)
                                  : 0;
  if (focused != 0)
    self->wanted = focused;
  onward_card_selection_clear (self->selection);
  update (self);
}

static gboolean
look_again_cb (gpointer data)
{
  changed_cb (data, NULL, NULL);
  return G_SOURCE_CONTINUE;
}

static void
search_changed_cb (OnwardPipelineView *self)
{
  update (self);
}

/* Where there is room for one stage only, it is the one that was chosen. */
static void
filters_changed_cb (OnwardPipelineView *self)
{
  int stage = onward_filter_bar_get_position (self->filters, "stage");

  update (self);
  if (self->narrow && stage >= 0)
    gtk_widget_activate_action (GTK_WIDGET (self->board), "board.show-page", "i", stage);
}

static void
stop_search_cb (OnwardPipelineView *self)
{
  g_object_set (self, "search-mode", FALSE, NULL);
}

static void
set_search_mode (OnwardPipelineView *self, gboolean search_mode)
{
  if (self->search_mode == search_mode)
    return;
  self->search_mode = search_mode;
  if (search_mode && !self->has_filters && self->store != NULL)
    {
      self->has_filters = TRUE;
      onward_pipeline_filters_init (self->filters, self->store);
      self->saved_filters = ONWARD_SAVED_FILTERS (onward_saved_filters_new (self->store, TRUE));
      gtk_scrolled_window_set_child (self->saved, GTK_WIDGET (self->saved_filters));
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCH_MODE]);
  if (search_mode)
    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  else
    {
      gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
      onward_filter_bar_clear (self->filters);
    }
  if (self->store != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}

/* As if it had been typed and chosen again. */
static void
apply_filter_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardPipelineView *self = ONWARD_PIPELINE_VIEW (widget);
  g_autoptr (GVariant) filter = onward_saved_filters_find (g_variant_get_string (parameter, NULL));

  if (filter == NULL)
    return;
  set_search_mode (self, TRUE);
  onward_pipeline_filters_apply (self->filters, GTK_EDITABLE (self->search_entry), filter);
  update (self);
}

static void
onward_pipeline_view_map (GtkWidget *widget)
{
  OnwardPipelineView *self = ONWARD_PIPELINE_VIEW (widget);

  update (self);
  GTK_WIDGET_CLASS (onward_pipeline_view_parent_class)->map (widget);
  self->look_source = g_timeout_add_seconds (LOOK_AGAIN, look_again_cb, self);
}

static void
onward_pipeline_view_unmap (GtkWidget *widget)
{
  OnwardPipelineView *self = ONWARD_PIPELINE_VIEW (widget);

  g_clear_handle_id (&self->look_source, g_source_remove);
  g_clear_handle_id (&self->update_source, g_source_remove);
  GTK_WIDGET_CLASS (onward_pipeline_view_parent_class)->unmap (widget);
}

static void
onward_pipeline_view_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  OnwardPipelineView *self = ONWARD_PIPELINE_VIEW (object);

  switch (property)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_SEARCH_MODE:
      g_value_set_boolean (value, self->search_mode);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
onward_pipeline_view_set_property (GObject *object, guint property, const GValue *value, GParamSpec *pspec)
{
  OnwardPipelineView *self = ONWARD_PIPELINE_VIEW (object);

  switch (property)
    {
    case PROP_NARROW:
      self->narrow = g_value_get_boolean (value);
      onward_pipeline_board_set_narrow (self->board, self->narrow);
      onward_filter_bar_set_columns (self->filters, self->narrow ? 2 : 4);
      if (self->table != NULL)
        onward_pipeline_table_set_narrow (self->table, self->narrow);
      break;
    case PROP_SEARCH_MODE:
      /* Asked for from a card while it is open, as if anew: Escape ends it there. */
      if (self->search_mode && g_value_get_boolean (value))
        gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
      else
        set_search_mode (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
onward_pipeline_view_dispose (GObject *object)
{
  OnwardPipelineView *self = ONWARD_PIPELINE_VIEW (object);
  GtkWidget *child;

  g_clear_handle_id (&self->look_source, g_source_remove);
  g_clear_handle_id (&self->update_source, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->selection);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (onward_pipeline_view_parent_class)->dispose (object);
}

static void
onward_pipeline_view_finalize (GObject *object)
{
  onward_board_change_free (ONWARD_PIPELINE_VIEW (object)->change);
  G_OBJECT_CLASS (onward_pipeline_view_parent_class)->finalize (object);
}

static void
onward_pipeline_view_class_init (OnwardPipelineViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = onward_pipeline_view_get_property;
  object_class->set_property = onward_pipeline_view_set_property;
  object_class->dispose = onward_pipeline_view_dispose;
  object_class->finalize = onward_pipeline_view_finalize;
  widget_class->map = onward_pipeline_view_map;
  widget_class->unmap = onward_pipeline_view_unmap;

  properties[PROP_NARROW] =
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SEARCH_MODE] = g_param_spec_boolean (
      "search-mode", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (ONWARD_TYPE_PIPELINE_BOARD);
  g_type_ensure (ONWARD_TYPE_FILTER_BAR);
  g_type_ensure (ONWARD_TYPE_SEARCH_STRIP);
  g_type_ensure (ONWARD_TYPE_SELECTION_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ONWARD_RESOURCE_PATH "/ui/pipeline/onward-pipeline-view.ui");
  gtk_widget_class_bind_template_child (widget_class, OnwardPipelineView, search_bar);
  gtk_widget_class_bind_template_child (widget_class, OnwardPipelineView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, OnwardPipelineView, filters);
  gtk_widget_class_bind_template_child (widget_class, OnwardPipelineView, saved);
  gtk_widget_class_install_action (widget_class, "pipeline.apply-filter", "s", apply_filter_cb);
  gtk_widget_class_bind_template_child (widget_class, OnwardPipelineView, search_strip);
  gtk_widget_class_bind_template_child (widget_class, OnwardPipelineView, stack);
  gtk_widget_class_bind_template_child (widget_class, OnwardPipelineView, board);
  gtk_widget_class_bind_template_child (widget_class, OnwardPipelineView, selection_bar);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filters_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
onward_pipeline_view_init (OnwardPipelineView *self)
{
  self->change = onward_board_change_new ();
  self->selection = onward_card_selection_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
}

/* In the order in which they are shown. */
static GArray *
list_selected (gpointer data)
{
  OnwardPipelineView *self = data;

  return wants_table () && self->table != NULL ? onward_pipeline_table_list_selected (self->table)
                                               : onward_pipeline_board_list_selected (self->board);
}

/**
 * onward_pipeline_view_set_store:
 * @self: the view
 * @store: the database it shows
 *
 * Main thread; once, before the view is shown.
 */
void
onward_pipeline_view_set_store (OnwardPipelineView *self, OnwardStore *store)
{
  g_set_object (&self->store, store);
  onward_search_strip_set_store (self->search_strip, store);
  onward_pipeline_board_set_store (self->board, store, self->selection);
  onward_selection_bar_set_up (self->selection_bar, store, self->selection, list_selected, self);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  if (onward_window_settings_get () != NULL)
    g_signal_connect_object (onward_window_settings_get (), "changed::pipeline-mode", G_CALLBACK (mode_changed_cb),
                             self, G_CONNECT_SWAPPED);
}

/**
 * onward_pipeline_view_focus_opportunity:
 * @self: the view
 * @opportunity: an opportunity
 *
 * Gives its card the focus, now or as soon as it is there.
 */
void
onward_pipeline_view_focus_opportunity (OnwardPipelineView *self, gint64 opportunity)
{
  self->wanted = opportunity;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}

/**
 * onward_pipeline_view_show_company:
 * @self: the view
 * @company: a row of companies
 *
 * Leaves only the opportunities at that company.
 */
void
onward_pipeline_view_show_company (OnwardPipelineView *self, gint64 company)
{
  g_autofree char *uuid = onward_rows_get_uuid (onward_store_get_connection (self->store), "companies", company);

  g_object_set (self, "search-mode", FALSE, NULL);
  g_object_set (self, "search-mode", TRUE, NULL);
  onward_filter_bar_set (self->filters, "company", uuid);
}
