/* onward-sheet.h - a modal window that asks for something: cancel and save above, what is asked for below */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_SHEET (onward_sheet_get_type ())
G_DECLARE_DERIVABLE_TYPE (OnwardSheet, onward_sheet, ONWARD, SHEET, AdwWindow)

/**
 * OnwardSheetClass:
 * @save: what Save and Ctrl+Enter do; the sheet closes itself with onward_sheet_close() when it is done
 * @cancel: what Cancel and Escape do; closes
 */
struct _OnwardSheetClass
{
  AdwWindowClass parent_class;

  void (*save) (OnwardSheet *self);
  void (*cancel) (OnwardSheet *self);
};

void onward_sheet_present (OnwardSheet *self, GtkWidget *parent);
void onward_sheet_close (OnwardSheet *self);
void onward_sheet_set_kept (OnwardSheet *self);
void onward_sheet_set_body (OnwardSheet *self, GtkWidget *body);
void onward_sheet_set_can_save (OnwardSheet *self, gboolean can_save);
gboolean onward_sheet_get_narrow (OnwardSheet *self);

G_END_DECLS
