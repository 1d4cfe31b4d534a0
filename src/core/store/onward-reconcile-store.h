/* onward-reconcile-store.h - the playbook at the end of every command */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-writer.h"

G_BEGIN_DECLS

gboolean onward_reconcile (OnwardWriter *writer, GError **error);

G_END_DECLS
