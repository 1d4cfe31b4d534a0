/* onward-facts-settings.h - the user's settings and addresses, as the playbook sees them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-connection.h"
#include "playbook/onward-facts.h"

G_BEGIN_DECLS

gboolean onward_facts_settings_load (OnwardConnection *connection, OnwardFacts *facts, GError **error);

G_END_DECLS
