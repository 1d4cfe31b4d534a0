/* onward-facts-contact.h - a contact as the playbook has them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-connection.h"
#include "playbook/onward-facts.h"

G_BEGIN_DECLS

void onward_facts_add_contact (OnwardFacts *facts, OnwardStatement *row);

G_END_DECLS
