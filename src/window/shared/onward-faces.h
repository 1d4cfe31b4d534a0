/* onward-faces.h - the people of a card, small and round, one beside the other */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_FACES (onward_faces_get_type ())
G_DECLARE_FINAL_TYPE (OnwardFaces, onward_faces, ONWARD, FACES, GtkWidget)

GtkWidget *onward_faces_new (void);
void onward_faces_set_names (OnwardFaces *self, const char *const *names);

G_END_DECLS
