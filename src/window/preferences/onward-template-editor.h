/* onward-template-editor.h - the words of one message, with their slots */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_TEMPLATE_EDITOR (onward_template_editor_get_type ())
G_DECLARE_FINAL_TYPE (OnwardTemplateEditor, onward_template_editor, ONWARD, TEMPLATE_EDITOR, GtkWidget)

void onward_template_editor_show (OnwardTemplateEditor *self, OnwardStore *store, const char *title, const char *kind,
                                  const char *channel, const char *language);
void onward_template_editor_keep (OnwardTemplateEditor *self);

G_END_DECLS
