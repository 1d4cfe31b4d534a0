/* onward-announcement-page-actions.c - what can be done on the announcement page */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "contacts/onward-contact-words.h"
#include "model/onward-follow-up.h"
#include "model/onward-opportunity.h"
#include "onward-announcement-page-private.h"
#include "onward-composer-page.h"
#include "shared/onward-dialogs.h"
#include "store/onward-follow-ups.h"

#include <glib/gi18n-lib.h>

static void
run (OnwardAnnouncementPage *self, gint64 contact, const char *label, const char *toast, OnwardCommandFunc command)
{
  onward_window_run_with_toast (GTK_WIDGET (self), label, toast, command,
                                onward_announcement_new (self->opportunity, contact),
                                (GDestroyNotify)onward_announcement_free);
}

/* The follow-up that opens the run; its drafts are kept under it, one for each person. */
static gint64
find_follow_up (OnwardAnnouncementPage *self)
{
  g_autoptr (GPtrArray) due = onward_follow_ups_about (self->store, ONWARD_TYPE_OPPORTUNITY, self->opportunity, NULL);

  for (guint i = 0; due != NULL && i < due->len; i++)
    if (g_strcmp0 (((OnwardDue *)due->pdata[i])->rule, "announce-job") == 0)
      return ((OnwardDue *)due->pdata[i])->id;
  return 0;
}

static void
write_to (OnwardAnnouncementPage *self, gint64 contact)
{
  g_autoptr (OnwardFollowUp) about = g_object_new (ONWARD_TYPE_FOLLOW_UP, NULL);
  g_autoptr (GError) error = NULL;
  OnwardComposition *composition;

  about->record.id = find_follow_up (self);
  about->contact = contact;
  about->opportunity = self->opportunity;
  onward_set_text (&about->rule, "announce-job");
  composition = onward_composition_new (self->store, about, &error);
  if (composition == NULL)
    {
      onward_dialogs_show_error (GTK_WIDGET (self), _ ("There is nothing to write"), error->message);
      return;
    }
  self->writing = TRUE;
  onward_composer_page_push (onward_window_find (GTK_WIDGET (self)), composition);
}

static void
write_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  write_to (ONWARD_ANNOUNCEMENT_PAGE (widget), g_variant_get_int64 (parameter));
}

static void
next_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardAnnouncementPage *self = ONWARD_ANNOUNCEMENT_PAGE (widget);
  OnwardAnnounced *next = onward_announcement_page_find_next (self);

  if (next != NULL)
    write_to (self, next->contact);
}

static void
told_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  run (ONWARD_ANNOUNCEMENT_PAGE (widget), g_variant_get_int64 (parameter), _ ("Tell about the new job"), _ ("Told"),
       onward_announcement_runs_tell);
}

static void
exclude_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  run (ONWARD_ANNOUNCEMENT_PAGE (widget), g_variant_get_int64 (parameter), _ ("Leave somebody out"), _ ("Left out"),
       onward_announcement_runs_exclude);
}

static void
put_back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  run (ONWARD_ANNOUNCEMENT_PAGE (widget), g_variant_get_int64 (parameter), _ ("Put somebody back"), _ ("Put back"),
       onward_announcement_runs_put_back);
}

static void
finish_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  run (ONWARD_ANNOUNCEMENT_PAGE (widget), 0, _ ("Finish the announcement"), _ ("The run is over"),
       onward_announcement_runs_finish);
}

static void
stop_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardWindow *window = onward_window_find (widget);

  if (onward_window_get_page (window) == widget)
    onward_window_pop_page (window);
}

static const char *
get_chosen_tier (AdwComboRow *row)
{
  guint n;
  const OnwardChoice *tiers = onward_contact_words_get_tiers (&n);
  guint selected = adw_combo_row_get_selected (row);

  return selected < n && !g_str_equal (tiers[selected].value, "none") ? tiers[selected].value : NULL;
}

static void
keep_in_touch_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardAnnouncementPage *self = ONWARD_ANNOUNCEMENT_PAGE (widget);
  OnwardAnnounceTiers *tiers = g_new0 (OnwardAnnounceTiers, 1);

  tiers->opportunity = self->opportunity;
  for (guint group = 0; group < ONWARD_N_ANNOUNCE_GROUPS; group++)
    tiers->tiers[group] = get_chosen_tier (self->tier[group]);
  onward_window_run_with_toast (widget, _ ("Change how often to keep in touch"), _ ("Kept in touch with from now on"),
                                onward_announcement_runs_set_tiers, tiers, g_free);
}

/**
 * onward_announcement_page_find_next: (skip)
 * @self: the page
 *
 * Main thread.
 *
 * Returns: (transfer none) (nullable): who is to be told next; NULL when nobody is left
 */
OnwardAnnounced *
onward_announcement_page_find_next (OnwardAnnouncementPage *self)
{
  for (guint i = 0; i < self->people->len; i++)
    if (((OnwardAnnounced *)self->people->pdata[i])->state == ONWARD_ANNOUNCE_LEFT)
      return self->people->pdata[i];
  return NULL;
}

/**
 * onward_announcement_page_install_actions: (skip)
 * @widget_class: the class of the page
 *
 * Adds the `announcement` actions; those that are about somebody are given the contact.
 */
void
onward_announcement_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "announcement.write", "x", write_cb);
  gtk_widget_class_install_action (widget_class, "announcement.told", "x", told_cb);
  gtk_widget_class_install_action (widget_class, "announcement.exclude", "x", exclude_cb);
  gtk_widget_class_install_action (widget_class, "announcement.put-back", "x", put_back_cb);
  gtk_widget_class_install_action (widget_class, "announcement.next", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "announcement.stop", NULL, stop_cb);
  gtk_widget_class_install_action (widget_class, "announcement.finish", NULL, finish_cb);
  gtk_widget_class_install_action (widget_class, "announcement.keep-in-touch", NULL, keep_in_touch_cb);
}
