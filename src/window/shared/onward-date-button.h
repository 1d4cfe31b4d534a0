/* onward-date-button.h - a day, chosen in a calendar or typed */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_DATE_BUTTON (onward_date_button_get_type ())
G_DECLARE_FINAL_TYPE (OnwardDateButton, onward_date_button, ONWARD, DATE_BUTTON, GtkWidget)

void onward_date_button_set_store (OnwardDateButton *self, OnwardStore *store);
void onward_date_button_set_day (OnwardDateButton *self, int day);
int onward_date_button_get_day (OnwardDateButton *self);
int onward_date_button_get_today (OnwardDateButton *self);
char *onward_date_button_get_date (OnwardDateButton *self);

G_END_DECLS
