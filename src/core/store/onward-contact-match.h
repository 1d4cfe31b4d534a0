/* onward-contact-match.h - why a person was found: the words in what the list shows, or where else they stand */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/onward-contact.h"
#include "onward-tokenizer.h"

G_BEGIN_DECLS

typedef enum
{
  ONWARD_CONTACT_MATCH_NONE, /* what is shown has all the words */
  ONWARD_CONTACT_MATCH_HOOK,
  ONWARD_CONTACT_MATCH_NOTE,
  ONWARD_CONTACT_MATCH_HOW_MET,
  ONWARD_CONTACT_MATCH_ADDRESS,
  ONWARD_CONTACT_MATCH_PHONE,
  ONWARD_CONTACT_MATCH_POSITION,
  ONWARD_CONTACT_MATCH_TAG,
  ONWARD_CONTACT_MATCH_PRONUNCIATION,
  ONWARD_CONTACT_MATCH_HOME,
} OnwardContactMatchKind;

gboolean onward_contact_match_find_in_text (OnwardTokenizer *tokenizer, const char *const *words, guint64 shown,
                                            const char *text, char **found);
OnwardContactMatchKind onward_contact_match_find (OnwardTokenizer *tokenizer, const char *const *words, guint64 shown,
                                                  OnwardContact *contact, char **text);

G_END_DECLS
