/* onward-contact-references.h - every place where a person is named */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/onward-record.h"
#include "onward-writer.h"

G_BEGIN_DECLS

/**
 * OnwardContactReferences:
 * @in_record: called for each record of a collection that names the person in @field
 * @in_list: called for each record that has the person in its list of @child_type; @parent_type and @parent say which
 *
 * What becomes of the places where somebody is named. Both return whether it was written.
 */
typedef struct
{
  gboolean (*in_record) (OnwardWriter *writer, gpointer record, const OnwardField *field, gpointer data,
                         GError **error);
  gboolean (*in_list) (OnwardWriter *writer, GType parent_type, gint64 parent, GType child_type, gpointer data,
                       GError **error);
} OnwardContactReferences;

gboolean onward_contact_references_walk (OnwardWriter *writer, gint64 contact, const OnwardContactReferences *calls,
                                         gpointer data, GError **error);

G_END_DECLS
