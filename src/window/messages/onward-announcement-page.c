/* onward-announcement-page.c - telling everyone about a new job: who is left, who is told, one message each */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-announcement-page-private.h"

#include "contacts/onward-contact-words.h"
#include "model/onward-company.h"
#include "model/onward-opportunity.h"
#include "onward-announcement-words.h"
#include "shared/onward-accessible.h"
#include "shared/onward-dialogs.h"
#include "store/onward-announcement-runs.h"

#include <glib/gi18n-lib.h>

/* Below this the buttons stand on a line of their own; below that the margins are small (the design). */
#define BUTTONS_BELOW 700
#define MARGINS_BELOW 600

enum
{
  PROP_NARROW = 1,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (OnwardAnnouncementPage, onward_announcement_page, ADW_TYPE_BIN)

/* What is offered afterwards; where nobody is close, nothing. */
static const char *const proposed_tiers[ONWARD_N_ANNOUNCE_GROUPS] = { "quarterly", "quarterly", "yearly", "none" };

static guint
count_state (OnwardAnnouncementPage *self, OnwardAnnounceState state)
{
  guint n = 0;

  for (guint i = 0; i < self->people->len; i++)
    n += ((OnwardAnnounced *)self->people->pdata[i])->state == state ? 1 : 0;
  return n;
}

/* When the page opens, who is left stands before who is told in each group; nobody moves while it is open. */
static int
compare_people (gconstpointer a, gconstpointer b, gpointer data)
{
  OnwardAnnouncementPage *self = data;
  const OnwardAnnounced *first = *(OnwardAnnounced *const *)a;
  const OnwardAnnounced *second = *(OnwardAnnounced *const *)b;
  int one, two;

  if (first->group != second->group)
    return first->group < second->group ? -1 : 1;
  one = GPOINTER_TO_INT (g_hash_table_lookup (self->places, &first->contact));
  two = GPOINTER_TO_INT (g_hash_table_lookup (self->places, &second->contact));
  if (one != 0 && two != 0)
    return one - two;
  return (int)first->state - (int)second->state;
}

static void
remember_places (OnwardAnnouncementPage *self)
{
  g_hash_table_remove_all (self->places);
  for (guint i = 0; i < self->people->len; i++)
    {
      gint64 *contact = g_memdup2 (&((OnwardAnnounced *)self->people->pdata[i])->contact, sizeof (gint64));

      g_hash_table_insert (self->places, contact, GINT_TO_POINTER (i + 1));
    }
}

static void
show_groups (OnwardAnnouncementPage *self)
{
  OnwardNow now = onward_store_get_now (self->store);

  for (guint group = 0; group < ONWARD_N_ANNOUNCE_GROUPS; group++)
    {
      g_autoptr (GPtrArray) people = g_ptr_array_new ();

      for (guint i = 0; i < self->people->len; i++)
        if (((OnwardAnnounced *)self->people->pdata[i])->group == group)
          g_ptr_array_add (people, self->people->pdata[i]);
      onward_announcement_group_set_people (self->group[group], people, now);
    }
}

static char *
format_left (guint left, guint excluded)
{
  g_autofree char *rest = g_strdup_printf (ngettext ("%u left", "%u left", left), left);
  g_autofree char *out = g_strdup_printf (ngettext ("%u left out", "%u left out", excluded), excluded);

  return excluded > 0 ? g_strdup_printf ("%s · %s", rest, out) : g_steal_pointer (&rest);
}

static void
show_progress (OnwardAnnouncementPage *self)
{
  guint total = self->people->len;
  guint told = count_state (self, ONWARD_ANNOUNCE_TOLD);
  guint excluded = count_state (self, ONWARD_ANNOUNCE_EXCLUDED);
  g_autofree char *words = g_strdup_printf (ngettext ("%u of %u told", "%u of %u told", told), told, total);
  g_autofree char *left = format_left (total - told - excluded, excluded);
  OnwardAnnounced *next = onward_announcement_page_find_next (self);

  gtk_label_set_label (self->told, words);
  gtk_label_set_label (self->left, left);
  gtk_progress_bar_set_fraction (self->progress, total > 0 ? (double)told / total : 0);
  gtk_label_set_label (self->hint, self->finished ? _ ("The run is over. Whoever is put back can still be told.")
                                                  : _ ("Stop whenever you like; it goes on where you stopped."));
  gtk_widget_set_visible (self->next, next != NULL && !self->finished);
  gtk_widget_set_visible (self->stop, !self->finished);
  gtk_widget_set_visible (self->finish, next != NULL && !self->finished);
  if (next != NULL)
    {
      /* Translators: a button; %s is the name of who is written to next */
      g_autofree char *label =
          g_strdup_printf (_ ("Next: %s"), next->name != NULL ? next->name : _ ("Somebody without a name"));

      gtk_label_set_label (self->next_label, label);
      onward_accessible_set_label (self->next, label);
    }
}

static void
show_explanation (OnwardAnnouncementPage *self)
{
  guint n = self->people->len;
  /* Translators: %1$s is the company, %2$u the number of people */
  g_autofree char *words = g_strdup_printf (
      ngettext ("You said yes to %1$s. %2$u person helped or wished you well, and gets a few words of their own.",
                "You said yes to %1$s. %2$u people helped or wished you well; each gets a few words of their own.", n),
      self->company, n);

  gtk_label_set_label (self->explanation, words);
}

/* Only groups in which somebody was told and has no tier are asked about. */
static void
show_afterwards (OnwardAnnouncementPage *self)
{
  gboolean any = FALSE;

  for (guint group = 0; group < ONWARD_N_ANNOUNCE_GROUPS; group++)
    {
      gboolean asks = FALSE;

      for (guint i = 0; i < self->people->len && !asks; i++)
        {
          OnwardAnnounced *person = self->people->pdata[i];

          asks = person->group == group && person->state == ONWARD_ANNOUNCE_TOLD && person->tier == NULL;
        }
      gtk_widget_set_visible (GTK_WIDGET (self->tier[group]), asks);
      any = any || asks;
    }
  gtk_widget_set_visible (self->afterwards, self->finished && any);
}

static void
update (OnwardAnnouncementPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = onward_announcement_runs_list (self->store, self->opportunity, &error);

  if (people == NULL)
    {
      if (!self->unreadable)
        onward_dialogs_show_error (GTK_WIDGET (self), _ ("The people cannot be read"), error->message);
      self->unreadable = TRUE;
      return;
    }
  self->unreadable = FALSE;
  g_ptr_array_sort_with_data (people, compare_people, self);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  self->people = g_steal_pointer (&people);
  remember_places (self);
  self->finished = onward_announcement_runs_is_finished (self->store, self->opportunity);
  show_explanation (self);
  show_progress (self);
  show_groups (self);
  show_afterwards (self);
}

static gboolean
update_cb (gpointer data)
{
  OnwardAnnouncementPage *self = data;

  self->update_source = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (OnwardAnnouncementPage *self, const char *table)
{
  static const char *const tables[] = { "announcement_runs", "run_sent", "run_excluded", "contacts", "touches", NULL };

  if (self->update_source == 0 && g_strv_contains (tables, table))
    self->update_source = g_idle_add (update_cb, self);
}

/* Back from a message, the next one is at hand. */
static void
mapped_cb (OnwardAnnouncementPage *self)
{
  if (!self->writing)
    return;
  self->writing = FALSE;
  g_clear_handle_id (&self->update_source, g_source_remove);
  update (self);
  if (gtk_widget_get_visible (self->next))
    gtk_widget_grab_focus (self->next);
}

/* The window tells each time its width has changed. */
static void
fit (OnwardAnnouncementPage *self, int width)
{
  gboolean own_line = width < BUTTONS_BELOW;
  int margin = width < MARGINS_BELOW ? 12 : 24;

  gtk_orientable_set_orientation (self->bar, own_line ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_margin_start (self->page, margin);
  gtk_widget_set_margin_end (self->page, margin);
  gtk_widget_set_margin_top (self->page, margin);
}

static void
onward_announcement_page_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  if (property == PROP_NARROW)
    g_value_set_boolean (value, gtk_orientable_get_orientation (ONWARD_ANNOUNCEMENT_PAGE (object)->bar)
                                    == GTK_ORIENTATION_VERTICAL);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
}

static void
onward_announcement_page_set_property (GObject *object, guint property, const GValue *value, GParamSpec *pspec)
{
  OnwardWindow *window = onward_window_find (GTK_WIDGET (object));

  if (property != PROP_NARROW)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
  else if (window != NULL)
    fit (ONWARD_ANNOUNCEMENT_PAGE (object), onward_window_get_scaled_width (window));
}

static void
onward_announcement_page_dispose (GObject *object)
{
  OnwardAnnouncementPage *self = ONWARD_ANNOUNCEMENT_PAGE (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_object (&self->store);
  g_clear_pointer (&self->company, g_free);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_hash_table_unref);
  G_OBJECT_CLASS (onward_announcement_page_parent_class)->dispose (object);
}

static void
onward_announcement_page_class_init (OnwardAnnouncementPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = onward_announcement_page_get_property;
  object_class->set_property = onward_announcement_page_set_property;
  object_class->dispose = onward_announcement_page_dispose;
  g_object_class_install_property (
      object_class, PROP_NARROW,
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  onward_announcement_page_install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ONWARD_RESOURCE_PATH "/ui/messages/onward-announcement-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OnwardAnnouncementPage, page);
  gtk_widget_class_bind_template_child (widget_class, OnwardAnnouncementPage, explanation);
  gtk_widget_class_bind_template_child (widget_class, OnwardAnnouncementPage, told);
  gtk_widget_class_bind_template_child (widget_class, OnwardAnnouncementPage, left);
  gtk_widget_class_bind_template_child (widget_class, OnwardAnnouncementPage, progress);
  gtk_widget_class_bind_template_child (widget_class, OnwardAnnouncementPage, bar);
  gtk_widget_class_bind_template_child (widget_class, OnwardAnnouncementPage, hint);
  gtk_widget_class_bind_template_child (widget_class, OnwardAnnouncementPage, stop);
  gtk_widget_class_bind_template_child (widget_class, OnwardAnnouncementPage, next);
  gtk_widget_class_bind_template_child (widget_class, OnwardAnnouncementPage, next_label);
  gtk_widget_class_bind_template_child (widget_class, OnwardAnnouncementPage, afterwards);
  gtk_widget_class_bind_template_child (widget_class, OnwardAnnouncementPage, groups);
  gtk_widget_class_bind_template_child (widget_class, OnwardAnnouncementPage, finish);
  gtk_widget_class_bind_template_callback (widget_class, mapped_cb);
}

static AdwComboRow *
create_tier_row (OnwardAnnounceGroup group)
{
  guint n, selected = 0;
  const OnwardChoice *tiers = onward_contact_words_get_tiers (&n);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *row = adw_combo_row_new ();

  for (guint i = 0; i < n; i++)
    {
      gtk_string_list_append (names, onward_contact_words_get_tier (tiers[i].value));
      if (g_str_equal (tiers[i].value, proposed_tiers[group]))
        selected = i;
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), onward_announcement_words_get_group (group));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  return ADW_COMBO_ROW (row);
}

static void
onward_announcement_page_init (OnwardAnnouncementPage *self)
{
  self->places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->people = g_ptr_array_new (); /* as long as they cannot be read */
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint group = 0; group < ONWARD_N_ANNOUNCE_GROUPS; group++)
    {
      self->group[group] = ONWARD_ANNOUNCEMENT_GROUP (onward_announcement_group_new (group));
      gtk_box_append (self->groups, GTK_WIDGET (self->group[group]));
      self->tier[group] = create_tier_row (group);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->afterwards), GTK_WIDGET (self->tier[group]));
    }
}

/**
 * onward_announcement_page_push:
 * @window: the window
 * @opportunity: an accepted one
 *
 * Opens its run; nothing is written before somebody is told or left out.
 */
void
onward_announcement_page_push (OnwardWindow *window, gint64 opportunity)
{
  OnwardStore *store = onward_window_get_store (window);
  g_autoptr (OnwardOpportunity) record = onward_store_get_record (store, ONWARD_TYPE_OPPORTUNITY, opportunity);
  g_autoptr (OnwardCompany) company =
      record != NULL ? onward_store_get_record (store, ONWARD_TYPE_COMPANY, record->company) : NULL;
  GtkWidget *open = onward_window_get_page (window);
  g_autofree char *subtitle = NULL;
  OnwardAnnouncementPage *self;

  if (record == NULL
      || (open != NULL && ONWARD_IS_ANNOUNCEMENT_PAGE (open)
          && ONWARD_ANNOUNCEMENT_PAGE (open)->opportunity == opportunity))
    return;
  self = g_object_new (ONWARD_TYPE_ANNOUNCEMENT_PAGE, NULL);
  self->store = g_object_ref (store);
  self->opportunity = opportunity;
  self->company = g_strdup (company != NULL && company->name != NULL ? company->name : _ ("The company"));
  subtitle =
      record->title != NULL ? g_strdup_printf ("%s, %s", self->company, record->title) : g_strdup (self->company);
  update (self);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  fit (self, onward_window_get_scaled_width (window));
  onward_window_push_page (window, GTK_WIDGET (self), _ ("Announcement"), subtitle);
  gtk_widget_grab_focus (gtk_widget_get_visible (self->next) ? self->next : self->stop);
}

static void
announce_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  onward_announcement_page_push (ONWARD_WINDOW (widget), g_variant_get_int64 (parameter));
}

/**
 * onward_announcement_install_actions:
 * @window_class: the class of the window
 *
 * Adds `win.announce`, which is given an accepted opportunity.
 */
void
onward_announcement_install_actions (GtkWidgetClass *window_class)
{
  gtk_widget_class_install_action (window_class, "win.announce", "x", announce_cb);
}
