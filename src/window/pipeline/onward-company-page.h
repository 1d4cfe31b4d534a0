/* onward-company-page.h - one company: who and what is known there */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_COMPANY_PAGE (onward_company_page_get_type ())
G_DECLARE_FINAL_TYPE (OnwardCompanyPage, onward_company_page, ONWARD, COMPANY_PAGE, GtkWidget)

GtkWidget *onward_company_page_new (OnwardStore *store, gint64 company);
gint64 onward_company_page_get_id (OnwardCompanyPage *self);
const char *onward_company_page_get_name (OnwardCompanyPage *self);

G_END_DECLS
