/* onward-linkedin.h - LinkedIn's Connections.csv */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "model/onward-proposal.h"

G_BEGIN_DECLS

OnwardProposal *
onward_linkedin_read_connections (const char *text, gsize length, GCancellable *cancellable, GError **error);

G_END_DECLS
