/* onward-due-row-private.h - what the files of a row of the Due pane share */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-due-row.h"

#include "shared/onward-lines.h"

G_BEGIN_DECLS

struct _OnwardDueRow
{
  GtkListBoxRow parent_instance;

  OnwardStore *store;
  OnwardDue *due;     /* NULL for one who has promised an answer */
  gint64 opportunity; /* of that one */
  gboolean done;      /* struck through, for a while */
  gboolean marked;    /* one of several that something is to be done with */
  gboolean setting;   /* the check is set by the program */
  guint done_source;
  char *said; /* the accessible name, so that one that stays is not told again */

  GtkOverlay *overlay;
  GtkCheckButton *check;
  OnwardLines *words;

  /* NULL until they are needed */
  GtkWidget *actions;
  GtkWidget *write;
  GtkMenuButton *snooze;
  GtkMenuButton *more;
};

void onward_due_row_set_check (OnwardDueRow *self, gboolean active);
void onward_due_row_set_done (OnwardDueRow *self, gboolean done);
void onward_due_row_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
