/* onward-preparation-rows.h - rows that are read: people, stories, facts of an interview */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-preparation.h"

#include <adwaita.h>

G_BEGIN_DECLS

void onward_preparation_rows_show_people (GtkListBox *list, OnwardPreparation *preparation);
void onward_preparation_rows_show_stories (GtkListBox *list, OnwardPreparation *preparation);
void onward_preparation_rows_show_lines (GtkListBox *list, char **lines);

G_END_DECLS
