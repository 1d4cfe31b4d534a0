/* onward-composition-notices.h - what to think of before a message goes */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "messages/onward-composition.h"

G_BEGIN_DECLS

typedef enum
{
  ONWARD_NOTICE_PRESSURE, /* a third message without an answer: asks first */
  ONWARD_NOTICE_DO_NOT_CONTACT,
  ONWARD_NOTICE_UNNAMED,       /* somebody is named who did not say that they may be */
  ONWARD_NOTICE_SAME_SENTENCE, /* another person gets, or got, the same words */
  ONWARD_NOTICE_SAME_LINK,     /* they were sent it before */
  ONWARD_NOTICE_NOTHING_NEW,   /* keeps in touch with nothing to say */
  ONWARD_NOTICE_GENERAL,       /* asks for feedback in general */
  ONWARD_NOTICE_NOT_THREE,     /* asks for feedback, but not for three and three */
  ONWARD_NOTICE_BANNED,        /* words that say nothing */
  ONWARD_NOTICE_TOO_LONG_NOTE, /* LinkedIn cuts it */
  ONWARD_NOTICE_TOO_LONG,      /* more than anybody reads */
} OnwardNoticeKind;

/**
 * OnwardNotice:
 * @kind: what it is about
 * @text: a sentence that says it
 */
typedef struct
{
  OnwardNoticeKind kind;
  char *text;
} OnwardNotice;

GPtrArray *onward_composition_get_notices (OnwardComposition *self);
char *onward_composition_describe_pressure (OnwardComposition *self);
gboolean onward_composition_asks_in_general (const char *text);

G_END_DECLS
