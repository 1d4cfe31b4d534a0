/* onward-opportunity-page-private.h - what the parts of the page of an opportunity share */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-opportunity-page.h"

#include "model/onward-company.h"
#include "model/onward-opportunity.h"
#include "onward-timeline-view.h"
#include "shared/onward-date-button.h"
#include "store/onward-promises.h"

#include <adwaita.h>

G_BEGIN_DECLS

struct _OnwardOpportunityPage
{
  GtkWidget parent_instance;

  OnwardStore *store;
  OnwardOpportunity *opportunity;
  OnwardCompany *company;
  gboolean all_facts;
  gboolean filling;
  guint update_source;
  OnwardPromiseFound promised;
  gboolean has_promise;

  GtkActionable *tile;
  GtkLabel *title;
  GtkLabel *sub;
  GtkMenuButton *stage;
  GtkButton *add_interview;
  GtkMenuButton *more;
  GtkWidget *promise;
  GtkLabel *promise_heading;
  GtkLabel *promise_text;
  OnwardDateButton *promise_on;
  GtkWidget *outcome;
  GtkLabel *outcome_heading;
  GtkLabel *outcome_text;
  GtkActionable *take_back;
  GtkWidget *interviews_block;
  GtkListBox *interviews;
  GtkListBox *follow_ups;
  GtkWidget *no_follow_ups;
  OnwardTimelineView *timeline;
  GtkMenuButton *add_person;
  GtkPopover *person_popover;
  GtkEditable *person_name;
  GtkDropDown *person_role;
  GtkListBox *people;
  GtkWidget *no_people;
  GtkListBox *facts;
  GtkListBox *texts;
  GtkWidget *skills_block;
  GtkListBox *skills;
  GtkWidget *siblings_block;
  GtkListBox *siblings;
  GtkActionable *add_sibling;
  GtkActionable *ask_sibling;
  GtkActionable *add_follow_up;
  GtkActionable *add_touch;
};

void onward_opportunity_page_show_top (OnwardOpportunityPage *self);
void onward_opportunity_page_show_promise (OnwardOpportunityPage *self, GPtrArray *follow_ups);
void onward_opportunity_page_show_outcome (OnwardOpportunityPage *self);
void onward_opportunity_page_show_interviews (OnwardOpportunityPage *self);
void onward_opportunity_page_show_follow_ups (OnwardOpportunityPage *self, GPtrArray *follow_ups);
void onward_opportunity_page_show_people (OnwardOpportunityPage *self);
void onward_opportunity_page_show_skills (OnwardOpportunityPage *self);
void onward_opportunity_page_show_siblings (OnwardOpportunityPage *self);

G_END_DECLS
