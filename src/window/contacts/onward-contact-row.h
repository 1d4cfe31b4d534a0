/* onward-contact-row.h - one person in the list: who, where, when last in touch, and why they were found */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/onward-contact.h"
#include "store/onward-store.h"
#include "store/onward-tokenizer.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_CONTACT_ROW (onward_contact_row_get_type ())
G_DECLARE_FINAL_TYPE (OnwardContactRow, onward_contact_row, ONWARD, CONTACT_ROW, GtkWidget)

/**
 * OnwardContactRowContext:
 * @store: where the people are
 * @tokenizer: what cuts text into words
 * @words: (array zero-terminated=1): the words that are searched
 * @generation: counts the changes of @words
 * @height: of every row, without padding; 0 = not known with this font yet
 *
 * What all rows of a list share; outlives them.
 */
typedef struct
{
  OnwardStore *store;
  OnwardTokenizer *tokenizer;
  char **words;
  guint generation;
  int height;
} OnwardContactRowContext;

GtkWidget *onward_contact_row_new (OnwardContactRowContext *context, GtkListItem *item);
void onward_contact_row_set_contact (OnwardContactRow *self, OnwardContact *contact);
void onward_contact_row_show (OnwardContactRow *self);
guint onward_contact_row_get_position (OnwardContactRow *self);
gint64 onward_contact_row_get_id (OnwardContactRow *self);
void onward_contact_row_update_touch (OnwardContactRow *self);

G_END_DECLS
