/* onward-facts-loader.h - the facts of a scope, from the database */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-facts-scope.h"
#include "playbook/onward-facts.h"

G_BEGIN_DECLS

OnwardFacts *onward_facts_load (OnwardWriter *writer, OnwardScope scope, GError **error);

G_END_DECLS
