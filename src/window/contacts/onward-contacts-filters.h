/* onward-contacts-filters.h - company, tag and how long not in touch: the filters of contacts that are seldom needed */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shared/onward-filter-bar.h"
#include "store/onward-contact-order.h"

G_BEGIN_DECLS

void onward_contacts_filters_init (OnwardFilterBar *bar, OnwardStore *store);
void onward_contacts_filters_fill (OnwardFilterBar *bar, OnwardStore *store, OnwardContactFilter *filter);
void onward_contacts_filters_restore (OnwardFilterBar *bar, GtkDropDown *tier, GtkDropDown *role);
void onward_contacts_filters_keep (OnwardFilterBar *bar, const OnwardContactFilter *filter);

G_END_DECLS
