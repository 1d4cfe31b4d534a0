/* onward-pipeline-filters.h - stage, outcome, company and tag of the opportunities that are looked for */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shared/onward-filter-bar.h"
#include "store/onward-board-search.h"

G_BEGIN_DECLS

void onward_pipeline_filters_init (OnwardFilterBar *bar, OnwardStore *store);
void onward_pipeline_filters_fill (OnwardFilterBar *bar, OnwardStore *store, OnwardBoardFilter *filter);

GVariant *onward_pipeline_filters_describe (OnwardFilterBar *bar, const char *words);
void onward_pipeline_filters_apply (OnwardFilterBar *bar, GtkEditable *entry, GVariant *filter);

G_END_DECLS
