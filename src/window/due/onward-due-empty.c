/* onward-due-empty.c - what the Due pane says when there is nothing to do */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-due-empty.h"

#include "playbook/onward-dates.h"
#include "store/onward-follow-ups.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * onward_due_empty_new:
 *
 * Returns: (transfer floating): a page that onward_due_empty_update() gives its words
 */
GtkWidget *
onward_due_empty_new (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "onward-rest-symbolic");
  gtk_widget_set_vexpand (page, TRUE);
  gtk_widget_add_css_class (page, "compact");
  return page;
}

/**
 * onward_due_empty_update:
 * @page: the page
 * @store: what nothing is due in
 * @today: the user's day
 *
 * Says until when; the words of the design, "Empty states".
 */
void
onward_due_empty_update (GtkWidget *page, OnwardStore *store, int today)
{
  AdwStatusPage *status = ADW_STATUS_PAGE (page);
  g_autofree char *next = onward_follow_ups_get_next_moment (store);
  g_autofree char *day = NULL;
  g_autofree char *title = NULL;
  gint64 moment;

  if (next == NULL || !onward_wall_parse (next, &moment))
    {
      adw_status_page_set_title (status, _ ("Nothing to do"));
      adw_status_page_set_description (status,
                                       _ ("Follow-ups come up here when an interview is over or an answer is late."));
      return;
    }
  day = onward_dates_format_sentence (onward_wall_day (moment), today);
  title = g_strdup_printf (_ ("Nothing to do until %s"), day);
  adw_status_page_set_title (status, title);
  adw_status_page_set_description (status, _ ("Rest is part of a search. Onward will tell you when it is time."));
}
