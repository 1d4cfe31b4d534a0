/* onward-contact-words.h - what a person's tier, roles and lines are called on screen */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/onward-contact.h"
#include "model/onward-introduction.h"
#include "store/onward-contact-match.h"
#include "store/onward-store.h"

G_BEGIN_DECLS

/**
 * OnwardChoice:
 * @value: the word of the exchange format
 * @words: what it is called on screen, to be translated
 */
typedef struct
{
  const char *value;
  const char *words;
} OnwardChoice;

const OnwardChoice *onward_contact_words_get_tiers (guint *n);
const OnwardChoice *onward_contact_words_get_roles (guint *n);

char *onward_contact_words_get_name (OnwardContact *contact);
char *onward_contact_words_get_line (OnwardContact *contact, const char *company);
const char *onward_contact_words_get_tier (const char *tier);
char *onward_contact_words_get_role (const char *role);
char *onward_contact_words_get_match (OnwardContactMatchKind kind, const char *text);
char *onward_contact_words_get_cadence (const char *tier, const char *next);

G_END_DECLS
