/* onward-board-column-private.h - what the files of a column share */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-board-column.h"

G_BEGIN_DECLS

struct _OnwardBoardColumn
{
  GtkWidget parent_instance;

  OnwardStore *store;
  OnwardStage *stage;
  GArray *ids;       /* gint64, all of the stage */
  GHashTable *shown; /* id -> OnwardBoardCard, those that were made */
  guint n_shown;     /* the first of ids */
  int today;
  gboolean narrow;
  guint grow_source;
  GtkWidget *mark; /* where a dragged card would land */

  GtkWidget *content;
  GtkWidget *header;
  GtkLabel *name;
  GtkLabel *count;
  GtkWidget *fold;
  GtkWidget *add;
  GtkScrolledWindow *scroll;
  GtkBox *cards;
};

G_END_DECLS
