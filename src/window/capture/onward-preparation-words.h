/* onward-preparation-words.h - what is worth knowing before an interview, in lines for the screen and for paper */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-preparation.h"

G_BEGIN_DECLS

char *onward_preparation_words_get_title (OnwardPreparation *self);
char *onward_preparation_words_get_when (OnwardPreparation *self, OnwardStore *store);

char *onward_preparation_words_get_person (OnwardPreparedPerson *person);
char **onward_preparation_words_list_about_person (OnwardPreparedPerson *person);
char **onward_preparation_words_list_about_company (OnwardPreparation *self);
char **onward_preparation_words_list_siblings (OnwardPreparation *self, OnwardStore *store);
char **onward_preparation_words_list_story (OnwardPreparation *self, guint story);

const char *onward_preparation_words_get_closing_question (void);
const char *onward_preparation_words_get_closing_advice (void);

const char *const *onward_preparation_words_get_ratings (void);

G_END_DECLS
