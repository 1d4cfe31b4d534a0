/* onward-preparation.h - all that is worth knowing before an interview */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/onward-company.h"
#include "model/onward-contact.h"
#include "model/onward-interview.h"
#include "model/onward-opportunity.h"
#include "onward-store.h"

G_BEGIN_DECLS

/**
 * OnwardPreparedPerson:
 * @contact: (nullable): who it is; NULL when only a name is known
 * @name: what they are called
 * @role: (nullable): NULL = interviewer
 * @hooks: (array zero-terminated=1): something to remember them by, newest last
 * @said: (array zero-terminated=1): what they said in other interviews, newest first
 * @concerns: (array zero-terminated=1): what they were worried about there, newest first
 */
typedef struct
{
  OnwardContact *contact;
  char *name;
  char *role;
  char **hooks;
  char **said;
  char **concerns;
} OnwardPreparedPerson;

/**
 * OnwardPreparation:
 * @interview: the interview
 * @opportunity: (nullable): what it is about
 * @company: (nullable): where it is
 * @people: (element-type OnwardPreparedPerson): who is expected, in order
 * @stories: (element-type OnwardStory): those that are to be told, in the order of their choice
 * @questions: (element-type OnwardQuestion): theirs and the user's own (onward-questions.h)
 * @siblings: (element-type OnwardOpportunity): other roles at the company, the latest first
 */
typedef struct
{
  OnwardInterview *interview;
  OnwardOpportunity *opportunity;
  OnwardCompany *company;
  GPtrArray *people;
  GPtrArray *stories;
  GPtrArray *questions;
  GPtrArray *siblings;
} OnwardPreparation;

OnwardPreparation *onward_preparation_load (OnwardStore *store, gint64 interview);
void onward_preparation_free (OnwardPreparation *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnwardPreparation, onward_preparation_free)

gboolean onward_preparation_wants_closing_question (OnwardPreparation *self);
gint64 onward_preparation_find_next (OnwardStore *store);

G_END_DECLS
