/* onward-searches-page.h - all searches: what goes on, and what was */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_SEARCHES_PAGE (onward_searches_page_get_type ())
G_DECLARE_FINAL_TYPE (OnwardSearchesPage, onward_searches_page, ONWARD, SEARCHES_PAGE, GtkWidget)

GtkWidget *onward_searches_page_new (OnwardStore *store);

G_END_DECLS
