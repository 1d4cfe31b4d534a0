/* onward-letter.h - a message on paper: a letter or a card */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "messages/onward-composition.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * OnwardLetter:
 * @card: a card of A6 with the words alone, else a letter with addresses and date
 * @sender: (nullable): name and address of the user, in lines
 * @recipient: (nullable): name, company and address, in lines
 * @date: (nullable): the day, in words
 * @subject: (nullable): the subject
 * @body: the words, paragraphs parted by an empty line
 */
typedef struct
{
  gboolean card;
  char *sender;
  char *recipient;
  char *date;
  char *subject;
  char *body;
} OnwardLetter;

OnwardLetter *onward_letter_new (OnwardComposition *composition, gboolean card);
void onward_letter_free (OnwardLetter *self);
GtkPrintOperation *onward_letter_create_operation (OnwardLetter *self);
gboolean onward_letter_print (OnwardLetter *self, GtkWindow *parent, GError **error);

G_END_DECLS
