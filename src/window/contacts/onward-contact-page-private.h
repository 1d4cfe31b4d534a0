/* onward-contact-page-private.h - the page of a person as its own files see it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-contact-page.h"

#include "model/onward-contact.h"
#include "onward-contact-facts.h"
#include "pipeline/onward-timeline-view.h"
#include "shared/onward-width-bin.h"

G_BEGIN_DECLS

struct _OnwardContactPage
{
  GtkWidget parent_instance;

  OnwardStore *store;
  OnwardContact *contact; /* NULL = nobody */
  guint refresh_source;
  gboolean stale;     /* something changed while nobody looked */
  GHashTable *unkept; /* row of contacts -> note that was begun and not kept */

  OnwardWidthBin *width_bin;
  GtkWidget *scroll;
  guint frames;                           /* since a button was asked into sight; 0 = none is */
  void (*open) (OnwardContactPage *self); /* what opens there */
  GtkWidget *content;
  GtkWidget *top;
  AdwAvatar *avatar;
  GtkMenuButton *photo_button;
  GtkLabel *name;
  GtkWidget *more;
  GtkLabel *line;
  GtkButton *company;
  GtkLabel *pronunciation;
  GtkBox *chips;
  GtkWidget *silence; /* the notice of somebody not to be contacted */
  GtkWidget *pressure_box;
  GtkLabel *pressure;
  GtkWidget *namesake_box;
  GtkWidget *cadence_box;
  GtkLabel *cadence;
  GtkLabel *cadence_why;
  GtkMenuButton *tier_button;
  GtkWidget *hook_button;
  GtkListBox *hooks;
  GtkBox *pair;
  GtkListBox *channels;
  GtkWidget *channels_add;
  GtkListBox *introductions;
  GtkWidget *introductions_box;
  GtkListBox *follow_ups;
  GtkWidget *follow_ups_box;
  GtkListBox *work;
  GtkWidget *work_box;
  OnwardContactFacts *facts;
  GtkWidget *facts_add;
  GtkListBox *positions;
  GtkWidget *positions_box;
  GtkMenuButton *note_button;
  GtkTextView *note_text;
  GtkLabel *notes;
  OnwardTimelineView *timeline;
  GtkWidget *no_timeline;
};

void onward_contact_page_show (OnwardContactPage *self);
void onward_contact_page_run (OnwardContactPage *self, const char *label, const char *toast, OnwardCommandFunc command,
                              const char *member, const char *value);
void onward_contact_page_put_note (OnwardContactPage *self);
void onward_contact_page_take_note (OnwardContactPage *self);
void onward_contact_page_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
