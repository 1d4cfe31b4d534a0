/* onward-person-facts.h - what is known of a person that a message to them can use */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/onward-follow-up.h"
#include "onward-store.h"

G_BEGIN_DECLS

typedef enum
{
  ONWARD_PERSON_FACT_MEMORABLE, /* something they said */
  ONWARD_PERSON_FACT_CONCERN,   /* a concern they raised, with how it went */
  ONWARD_PERSON_FACT_HOOK,      /* something personal */
  ONWARD_PERSON_FACT_PROMISE,   /* until when an answer was promised */
  ONWARD_PERSON_FACT_VALUE,     /* something of value that they were not sent yet */
  ONWARD_PERSON_FACT_HOW_MET,
  ONWARD_N_PERSON_FACTS,
} OnwardPersonFactKind;

/**
 * OnwardPersonFact:
 * @kind: what it is
 * @text: in words
 * @use: (nullable): what it puts into a message
 */
typedef struct
{
  OnwardPersonFactKind kind;
  char *text;
  char *use;
} OnwardPersonFact;

void onward_person_fact_free (OnwardPersonFact *fact);
GPtrArray *onward_person_facts_collect (OnwardStore *store, OnwardFollowUp *about);

G_END_DECLS
