/* onward-place-actions.c - what the window can be asked to do about companies, searches and what was said */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-place-actions.h"

#include "capture/onward-opportunity-sheet.h"
#include "model/onward-opportunity.h"
#include "onward-company-page.h"
#include "onward-merge-sheet.h"
#include "onward-search-choice.h"
#include "onward-search-sheet.h"
#include "onward-searches-page.h"
#include "onward-touch-sheet.h"
#include "onward-window.h"
#include "store/onward-company-edits.h"
#include "store/onward-opportunity-people.h"
#include "store/onward-opportunity-removal.h"
#include "store/onward-touches.h"

#include <glib/gi18n-lib.h>

/* The page that is open already stays. */
static void
open_company_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardWindow *window = ONWARD_WINDOW (widget);
  GtkWidget *open = onward_window_get_page (window);
  gint64 company = g_variant_get_int64 (parameter);
  GtkWidget *page;

  if (open != NULL && ONWARD_IS_COMPANY_PAGE (open)
      && onward_company_page_get_id (ONWARD_COMPANY_PAGE (open)) == company)
    return;
  page = onward_company_page_new (onward_window_get_store (window), company);
  if (page != NULL)
    onward_window_push_page (window, page, onward_company_page_get_name (ONWARD_COMPANY_PAGE (page)), NULL);
}

static void
new_opportunity_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardStore *store = onward_window_get_store (ONWARD_WINDOW (widget));
  gint64 id = g_variant_get_int64 (parameter);
  g_autoptr (OnwardOpportunity) sibling = NULL;

  if (g_str_equal (name, "win.new-opportunity-at"))
    {
      onward_opportunity_sheet_present_at (widget, id, 0);
      return;
    }
  sibling = onward_store_get_record (store, ONWARD_TYPE_OPPORTUNITY, id);
  if (sibling != NULL)
    onward_opportunity_sheet_present_at (widget, sibling->company, id);
}

static void
run_about (GtkWidget *widget, GVariant *parameter, const char *label, const char *toast, OnwardCommandFunc command)
{
  gint64 id = g_variant_get_int64 (parameter);

  onward_window_run_with_toast (widget, label, toast, command, g_memdup2 (&id, sizeof id), g_free);
}

static void
remove_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (g_str_equal (name, "win.remove-opportunity"))
    run_about (widget, parameter, _ ("Remove an opportunity"),
               _ ("Opportunity removed with its interviews and follow-ups; its people stay"),
               onward_opportunities_remove);
  else if (g_str_equal (name, "win.remove-company"))
    run_about (widget, parameter, _ ("Remove a company"), _ ("Company removed"), onward_companies_remove);
  else if (g_str_equal (name, "win.remove-search"))
    run_about (widget, parameter, _ ("Remove a search"), _ ("Search removed"), onward_searches_remove);
  else
    run_about (widget, parameter, _ ("Remove what was said"), _ ("Removed"), onward_touches_remove);
}

static void
change_part_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardPartChange *change = g_new0 (OnwardPartChange, 1);
  const char *role;

  g_variant_get (parameter, "(xx&s)", &change->opportunity, &change->contact, &role);
  change->remove = *role == '\0';
  change->role = *role != '\0' ? g_strdup (role) : NULL;
  onward_window_run_with_toast (widget, _ ("Change somebody’s part"), change->remove ? _ ("Removed") : _ ("Changed"),
                                onward_opportunities_change_people, change, (GDestroyNotify)onward_part_change_free);
}

static void
merge_company_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  onward_merge_sheet_present (widget, g_variant_get_int64 (parameter));
}

static void
new_touch_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gint64 contact, opportunity;

  g_variant_get (parameter, "(xx)", &contact, &opportunity);
  onward_touch_sheet_add (widget, contact, opportunity);
}

static void
edit_touch_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  onward_touch_sheet_edit (widget, g_variant_get_int64 (parameter));
}

static void
searches_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardWindow *window = ONWARD_WINDOW (widget);
  GtkWidget *open = onward_window_get_page (window);

  if (open == NULL || !ONWARD_IS_SEARCHES_PAGE (open))
    onward_window_push_page (window, onward_searches_page_new (onward_window_get_store (window)), _ ("Searches"), NULL);
}

static void
start_search_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  onward_search_sheet_start (widget);
}

static void
end_search_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  onward_search_sheet_end (widget, g_variant_get_int64 (parameter));
}

static void
resume_search_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  onward_window_run_with_toast (widget, _ ("Go on with a search"), _ ("The search goes on"), onward_searches_edit,
                                onward_search_edit_new (g_variant_get_int64 (parameter), "ended_on", NULL),
                                (GDestroyNotify)onward_search_edit_free);
}

/* Where it can be seen. */
static void
show_search_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardWindow *window = ONWARD_WINDOW (widget);

  onward_search_choice_set (onward_window_get_store (window), g_variant_get_int64 (parameter));
  onward_window_show_view (window, "pipeline");
}

/**
 * onward_place_install_actions:
 * @window_class: the class of the window
 *
 * Adds the actions; their callbacks get the #OnwardWindow. Each is given the record it is about;
 * `win.new-opportunity-at` the company, `win.new-sibling` the other role there, `win.new-touch` with whom and about
 * which opportunity (0 = none), `win.show-search` a search, -1 for what goes on, or 0 for all.
 */
void
onward_place_install_actions (GtkWidgetClass *window_class)
{
  gtk_widget_class_install_action (window_class, "win.open-company", "x", open_company_cb);
  gtk_widget_class_install_action (window_class, "win.new-opportunity-at", "x", new_opportunity_cb);
  gtk_widget_class_install_action (window_class, "win.new-sibling", "x", new_opportunity_cb);
  gtk_widget_class_install_action (window_class, "win.remove-opportunity", "x", remove_cb);
  gtk_widget_class_install_action (window_class, "win.remove-company", "x", remove_cb);
  gtk_widget_class_install_action (window_class, "win.remove-search", "x", remove_cb);
  gtk_widget_class_install_action (window_class, "win.remove-touch", "x", remove_cb);
  gtk_widget_class_install_action (window_class, "win.change-part", "(xxs)", change_part_cb);
  gtk_widget_class_install_action (window_class, "win.merge-company", "x", merge_company_cb);
  gtk_widget_class_install_action (window_class, "win.new-touch", "(xx)", new_touch_cb);
  gtk_widget_class_install_action (window_class, "win.edit-touch", "x", edit_touch_cb);
  gtk_widget_class_install_action (window_class, "win.searches", NULL, searches_cb);
  gtk_widget_class_install_action (window_class, "win.begin-search", NULL, start_search_cb);
  gtk_widget_class_install_action (window_class, "win.end-search", "x", end_search_cb);
  gtk_widget_class_install_action (window_class, "win.resume-search", "x", resume_search_cb);
  gtk_widget_class_install_action (window_class, "win.show-search", "x", show_search_cb);
}
