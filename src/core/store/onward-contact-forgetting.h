/* onward-contact-forgetting.h - leaves no trace of people who ask for it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-writer.h"

G_BEGIN_DECLS

gboolean onward_contacts_forget (OnwardWriter *writer, gpointer contacts, GError **error);

G_END_DECLS
