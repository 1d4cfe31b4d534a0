/* onward-facts-scope.h - what a command concerns: whose follow-ups are planned anew, and what that depends on */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-writer.h"

G_BEGIN_DECLS

/*
 * The scope lives in temporary tables of the writer's connection, each with one column `id`:
 *   focus_opportunities, focus_interviews (those without an opportunity), focus_contacts, focus_companies
 *     - the subjects whose follow-ups are planned anew;
 *   load_opportunities, load_interviews, load_contacts, load_companies, load_touches, load_follow_ups
 *     - these, and what their planning looks at.
 */
typedef enum
{
  ONWARD_SCOPE_NOTHING,
  ONWARD_SCOPE_SOME,
  ONWARD_SCOPE_ALL,
} OnwardScope;

gboolean onward_facts_scope_find (OnwardWriter *writer, OnwardScope *scope, GError **error);
gboolean onward_facts_scope_remember (OnwardWriter *writer, OnwardScope scope, GError **error);

G_END_DECLS
