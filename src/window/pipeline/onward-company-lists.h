/* onward-company-lists.h - the lists of the page of a company: notices, opportunities, interviews, people */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void onward_company_lists_fill_notices (GtkBox *box, OnwardStore *store, gint64 company);
gboolean onward_company_lists_fill_places (GtkBox *box, OnwardStore *store, gint64 company);
gboolean onward_company_lists_fill_interviews (GtkListBox *list, OnwardStore *store, gint64 company);
gboolean onward_company_lists_fill_people (GtkListBox *list, OnwardStore *store, gint64 company);

char *onward_company_lists_describe_cooling_off (OnwardStore *store, gint64 company, char **why);

G_END_DECLS
