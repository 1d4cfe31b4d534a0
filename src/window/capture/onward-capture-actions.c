/* onward-capture-actions.c - what the window can be asked to write down */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-capture-actions.h"

#include "model/onward-follow-up.h"
#include "model/onward-interview.h"
#include "onward-debrief-sheet.h"
#include "onward-feedback-sheet.h"
#include "onward-interview-sheet.h"
#include "onward-introduction-sheet.h"
#include "onward-join-link.h"
#include "onward-offer-sheet.h"
#include "onward-opportunity-sheet.h"
#include "onward-outcome-sheet.h"
#include "onward-prepare-page.h"
#include "onward-shelf-page.h"
#include "onward-story-choice-sheet.h"
#include "onward-story-sheet.h"
#include "onward-value-item-sheet.h"
#include "onward-window.h"
#include "shared/onward-kept-sheet.h"
#include "store/onward-interviews.h"
#include "store/onward-introductions.h"
#include "store/onward-preparation.h"
#include "store/onward-stages.h"
#include "store/onward-start.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

static void
search_started_cb (gboolean done, gpointer data)
{
  g_autoptr (GtkWidget) window = data;

  if (done)
    onward_opportunity_sheet_present (window, 0);
}

/* Where people came before any search, the stages to choose from come first. */
static void
new_opportunity_cb (GtkWidget *window, const char *name, GVariant *parameter)
{
  g_autoptr (GPtrArray) stages = onward_stages_list (onward_window_get_store (ONWARD_WINDOW (window)));

  if (stages->len > 0)
    onward_opportunity_sheet_present (window, parameter != NULL ? g_variant_get_int64 (parameter) : 0);
  else
    onward_window_run_full (window, _ ("Start a search"), NULL, onward_start_search, NULL, NULL, search_started_cb,
                            g_object_ref (window));
}

static void
new_interview_cb (GtkWidget *window, const char *name, GVariant *parameter)
{
  onward_interview_sheet_add (window, g_variant_get_int64 (parameter));
}

static void
edit_interview_cb (GtkWidget *window, const char *name, GVariant *parameter)
{
  onward_interview_sheet_edit (window, g_variant_get_int64 (parameter));
}

static void
debrief_cb (GtkWidget *window, const char *name, GVariant *parameter)
{
  gint64 interview = g_variant_get_int64 (parameter);

  if (interview == 0)
    interview = onward_interviews_find_undebriefed (onward_window_get_store (ONWARD_WINDOW (window)));
  if (interview != 0)
    onward_debrief_sheet_present (window, interview);
  else
    onward_window_add_toast (ONWARD_WINDOW (window), adw_toast_new (_ ("Every interview is written down")));
}

static void
prepare_cb (GtkWidget *window, const char *name, GVariant *parameter)
{
  gint64 interview = g_variant_get_int64 (parameter);

  if (interview == 0)
    interview = onward_preparation_find_next (onward_window_get_store (ONWARD_WINDOW (window)));
  if (interview != 0)
    onward_prepare_page_push (ONWARD_WINDOW (window), interview);
  else
    onward_window_add_toast (ONWARD_WINDOW (window), adw_toast_new (_ ("No interview is booked")));
}

static void
join_interview_cb (GtkWidget *window, const char *name, GVariant *parameter)
{
  g_autoptr (OnwardInterview) interview = onward_store_get_record (
      onward_window_get_store (ONWARD_WINDOW (window)), ONWARD_TYPE_INTERVIEW, g_variant_get_int64 (parameter));

  if (interview != NULL)
    onward_join_link_open (GTK_WINDOW (window), interview->join_url);
}

static void
remove_interview_cb (GtkWidget *window, const char *name, GVariant *parameter)
{
  gint64 interview = g_variant_get_int64 (parameter);

  onward_window_run_with_toast (window, _ ("Remove an interview"), _ ("Interview removed"), onward_interviews_remove,
                                g_memdup2 (&interview, sizeof interview), g_free);
}

static void
set_outcome_cb (GtkWidget *window, const char *name, GVariant *parameter)
{
  onward_outcome_sheet_present (window, g_variant_get_int64 (parameter), NULL);
}

static void
offer_cb (GtkWidget *window, const char *name, GVariant *parameter)
{
  onward_offer_sheet_present (window, g_variant_get_int64 (parameter));
}

static void
set_status (GtkWidget *window, gint64 interview, const char *status, const char *label, const char *toast)
{
  OnwardInterviewStatusChange *change = g_new0 (OnwardInterviewStatusChange, 1);

  change->interview = interview;
  change->status = status;
  onward_window_run_with_toast (window, label, toast, onward_interviews_set_status, change, g_free);
}

static void
interview_status_cb (GtkWidget *window, const char *name, GVariant *parameter)
{
  gint64 interview = g_variant_get_int64 (parameter);

  if (g_str_equal (name, "win.cancel-interview"))
    set_status (window, interview, "cancelled", _ ("Cancel an interview"), _ ("Interview cancelled"));
  else if (g_str_equal (name, "win.no-show"))
    set_status (window, interview, "no-show", _ ("Nobody showed up"), _ ("Nobody showed up"));
  else
    set_status (window, interview, "booked", _ ("Book an interview again"), _ ("Interview booked again"));
}

static void
new_introduction_cb (GtkWidget *window, const char *name, GVariant *parameter)
{
  gint64 introducer, opportunity;

  g_variant_get (parameter, "(xx)", &introducer, &opportunity);
  onward_introduction_sheet_add (window, introducer, opportunity);
}

/* What the answer to a follow-up brought: another introduction, or leave to use the name. */
static void
introduction_from_cb (GtkWidget *window, const char *name, GVariant *parameter)
{
  OnwardStore *store = onward_window_get_store (ONWARD_WINDOW (window));
  g_autoptr (OnwardFollowUp) follow_up =
      onward_store_get_record (store, ONWARD_TYPE_FOLLOW_UP, g_variant_get_int64 (parameter));
  gint64 introduction;

  if (follow_up == NULL)
    return;
  introduction = onward_introductions_find_by_key (store, follow_up->key);
  if (introduction != 0)
    onward_introduction_sheet_edit (window, introduction);
  else
    onward_introduction_sheet_add (window, follow_up->contact, follow_up->opportunity);
}

static void
edit_introduction_cb (GtkWidget *window, const char *name, GVariant *parameter)
{
  onward_introduction_sheet_edit (window, g_variant_get_int64 (parameter));
}

static void
new_feedback_cb (GtkWidget *window, const char *name, GVariant *parameter)
{
  gint64 contact, opportunity;

  g_variant_get (parameter, "(xx)", &contact, &opportunity);
  onward_feedback_sheet_add (window, contact, opportunity);
}

static void
edit_feedback_cb (GtkWidget *window, const char *name, GVariant *parameter)
{
  onward_feedback_sheet_edit (window, g_variant_get_int64 (parameter));
}

static void
shelf_cb (GtkWidget *window, const char *name, GVariant *parameter)
{
  if (g_str_equal (name, "win.stories"))
    onward_shelf_page_push_stories (ONWARD_WINDOW (window));
  else
    onward_shelf_page_push_value_items (ONWARD_WINDOW (window));
}

static void
edit_story_cb (GtkWidget *window, const char *name, GVariant *parameter)
{
  onward_story_sheet_present (window, g_variant_get_int64 (parameter));
}

static void
choose_stories_cb (GtkWidget *window, const char *name, GVariant *parameter)
{
  onward_story_choice_sheet_present (window, g_variant_get_int64 (parameter));
}

static void
edit_value_item_cb (GtkWidget *window, const char *name, GVariant *parameter)
{
  onward_value_item_sheet_present (window, g_variant_get_int64 (parameter));
}

static void
open_kept_sheet_cb (GtkWidget *window, const char *name, GVariant *parameter)
{
  onward_kept_sheet_show (window, g_variant_get_string (parameter, NULL));
}

/**
 * onward_capture_install_actions:
 * @window_class: the class of the window
 *
 * Adds the actions; their callbacks get the #OnwardWindow. `win.new-opportunity-in` is given the stage,
 * `win.new-interview` the opportunity (0 = ask which), `win.debrief` the interview (0 = the latest without one),
 * `win.prepare` the interview (0 = the next one), `win.join-interview` and `win.remove-interview` the interview,
 * `win.set-outcome` and `win.offer` the opportunity, `win.new-introduction` and `win.new-feedback` who gave it and the
 * opportunity that was spoken of (0 = none),
 * `win.introduction-from` the follow-up that asked, `win.open-kept-sheet` what a sheet was kept under, the others the
 * record that they change.
 */
void
onward_capture_install_actions (GtkWidgetClass *window_class)
{
  gtk_widget_class_install_action (window_class, "win.new-opportunity", NULL, new_opportunity_cb);
  gtk_widget_class_install_action (window_class, "win.new-opportunity-in", "x", new_opportunity_cb);
  gtk_widget_class_install_action (window_class, "win.new-interview", "x", new_interview_cb);
  gtk_widget_class_install_action (window_class, "win.edit-interview", "x", edit_interview_cb);
  gtk_widget_class_install_action (window_class, "win.cancel-interview", "x", interview_status_cb);
  gtk_widget_class_install_action (window_class, "win.no-show", "x", interview_status_cb);
  gtk_widget_class_install_action (window_class, "win.book-interview-again", "x", interview_status_cb);
  gtk_widget_class_install_action (window_class, "win.debrief", "x", debrief_cb);
  gtk_widget_class_install_action (window_class, "win.prepare", "x", prepare_cb);
  gtk_widget_class_install_action (window_class, "win.join-interview", "x", join_interview_cb);
  gtk_widget_class_install_action (window_class, "win.remove-interview", "x", remove_interview_cb);
  gtk_widget_class_install_action (window_class, "win.set-outcome", "x", set_outcome_cb);
  gtk_widget_class_install_action (window_class, "win.offer", "x", offer_cb);
  gtk_widget_class_install_action (window_class, "win.new-introduction", "(xx)", new_introduction_cb);
  gtk_widget_class_install_action (window_class, "win.introduction-from", "x", introduction_from_cb);
  gtk_widget_class_install_action (window_class, "win.edit-introduction", "x", edit_introduction_cb);
  gtk_widget_class_install_action (window_class, "win.new-feedback", "(xx)", new_feedback_cb);
  gtk_widget_class_install_action (window_class, "win.edit-feedback", "x", edit_feedback_cb);
  gtk_widget_class_install_action (window_class, "win.stories", NULL, shelf_cb);
  gtk_widget_class_install_action (window_class, "win.worth-sending", NULL, shelf_cb);
  gtk_widget_class_install_action (window_class, "win.edit-story", "x", edit_story_cb);
  gtk_widget_class_install_action (window_class, "win.choose-stories", "x", choose_stories_cb);
  gtk_widget_class_install_action (window_class, "win.edit-value-item", "x", edit_value_item_cb);
  gtk_widget_class_install_action (window_class, "win.open-kept-sheet", "s", open_kept_sheet_cb);
}
