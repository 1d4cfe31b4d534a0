/* onward-opportunity-page.h - one opportunity: what is owed, who is there, what happened */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_OPPORTUNITY_PAGE (onward_opportunity_page_get_type ())
G_DECLARE_FINAL_TYPE (OnwardOpportunityPage, onward_opportunity_page, ONWARD, OPPORTUNITY_PAGE, GtkWidget)

GtkWidget *onward_opportunity_page_new (OnwardStore *store, gint64 opportunity);
gint64 onward_opportunity_page_get_id (OnwardOpportunityPage *self);
const char *onward_opportunity_page_get_company (OnwardOpportunityPage *self);
const char *onward_opportunity_page_get_title (OnwardOpportunityPage *self);

G_END_DECLS
