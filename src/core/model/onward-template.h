/* onward-template.h - the words of a draft, as the user changed them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-record.h"

G_BEGIN_DECLS

/**
 * OnwardTemplate:
 *
 * The words of a draft, as the user changed them. Members as in exchange.md, `templates`.
 */
typedef struct
{
  OnwardRecord record;
  char *kind;
  char *channel;
  char *language;
  char *subject;
  char *body;
} OnwardTemplate;

#define ONWARD_TYPE_TEMPLATE (onward_template_get_type ())
ONWARD_DECLARE_RECORD (OnwardTemplate, onward_template, ONWARD_TEMPLATE)

G_END_DECLS
