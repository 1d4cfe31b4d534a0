/* onward-company.h - an employer or agency */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-record.h"

G_BEGIN_DECLS

/**
 * OnwardCompany:
 *
 * An employer or agency. Members as in exchange.md, `companies`.
 */
typedef struct
{
  OnwardRecord record;
  char *name;
  char *website;
  char *industry;
  char *notes;
  gboolean still_interested;
  gint64 cooling_off_months;
  char *cooling_off_until;
  char *cooling_off_source;
  char *tags;
} OnwardCompany;

#define ONWARD_TYPE_COMPANY (onward_company_get_type ())
ONWARD_DECLARE_RECORD (OnwardCompany, onward_company, ONWARD_COMPANY)

G_END_DECLS
