/* onward-rule-rows.h - a row for each rule and number of the playbook */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "playbook/onward-settings.h"

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _OnwardRuleRows OnwardRuleRows;

OnwardRuleRows *onward_rule_rows_new (GtkBox *box, OnwardSettings *settings, GCallback changed, gpointer data);
void onward_rule_rows_free (OnwardRuleRows *self);
void onward_rule_rows_update (OnwardRuleRows *self);

G_END_DECLS
