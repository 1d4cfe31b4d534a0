/* onward-announcement-page-private.h - what the files of the announcement page share */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-announcement-group.h"
#include "onward-announcement-page.h"
#include "store/onward-announcement-runs.h"

G_BEGIN_DECLS

struct _OnwardAnnouncementPage
{
  AdwBin parent_instance;

  OnwardStore *store;
  gint64 opportunity;
  char *company;
  GPtrArray *people;   /* OnwardAnnounced, as they stand */
  gboolean unreadable; /* that was told */
  GHashTable *places;  /* contact -> place in the page + 1; those who were there keep theirs */
  guint update_source;
  gboolean finished;
  gboolean writing; /* the composer covers the page */

  GtkWidget *page;
  GtkLabel *explanation;
  GtkLabel *told;
  GtkLabel *left;
  GtkProgressBar *progress;
  GtkOrientable *bar;
  GtkLabel *hint;
  GtkWidget *stop;
  GtkWidget *next;
  GtkLabel *next_label;
  GtkWidget *afterwards;
  GtkBox *groups;
  GtkWidget *finish;
  OnwardAnnouncementGroup *group[ONWARD_N_ANNOUNCE_GROUPS];
  AdwComboRow *tier[ONWARD_N_ANNOUNCE_GROUPS];
};

OnwardAnnounced *onward_announcement_page_find_next (OnwardAnnouncementPage *self);
void onward_announcement_page_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
