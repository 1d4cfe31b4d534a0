/* onward-pipeline-view.h - the pipeline page of the window */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_PIPELINE_VIEW (onward_pipeline_view_get_type ())
G_DECLARE_FINAL_TYPE (OnwardPipelineView, onward_pipeline_view, ONWARD, PIPELINE_VIEW, GtkWidget)

void onward_pipeline_view_set_store (OnwardPipelineView *self, OnwardStore *store);
void onward_pipeline_view_show_company (OnwardPipelineView *self, gint64 company);
void onward_pipeline_view_focus_opportunity (OnwardPipelineView *self, gint64 opportunity);

G_END_DECLS
