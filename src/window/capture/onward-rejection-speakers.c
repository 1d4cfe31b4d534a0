/* onward-rejection-speakers.c - the choice of who told how it ended */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-rejection-speakers.h"

#include "model/onward-contact.h"
#include "shared/onward-accessible.h"
#include "store/onward-opportunity-people.h"

#include <glib/gi18n-lib.h>

static guint
append_speaker (GArray *speakers, GtkStringList *names, gint64 contact, const char *name)
{
  gtk_string_list_append (names, name != NULL ? name : "");
  g_array_append_val (speakers, contact);
  return speakers->len;
}

/**
 * onward_rejection_speakers_fill:
 * @by: the drop-down
 * @draft: whose people can be chosen; who told so far is
 *
 * Nobody named comes first, then the people of the opportunity, and who told before.
 *
 * Returns: (transfer full) (element-type gint64): the contacts, without the first place
 */
GArray *
onward_rejection_speakers_fill (GtkDropDown *by, OnwardRejectionDraft *draft)
{
  GArray *speakers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) people = onward_opportunities_list_people (draft->store, draft->opportunity);
  g_autoptr (OnwardContact) told = onward_store_get_record (draft->store, ONWARD_TYPE_CONTACT, draft->by);
  guint selected = 0;

  gtk_string_list_append (names, _ ("Nobody named"));
  for (guint i = 0; i < people->len; i++)
    {
      OnwardPart *part = people->pdata[i];
      guint place = append_speaker (speakers, names, part->contact, part->name);

      if (part->contact == draft->by)
        selected = place;
    }
  if (told != NULL && selected == 0)
    selected = append_speaker (speakers, names, draft->by, told->name);
  gtk_drop_down_set_model (by, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (by, selected);
  onward_accessible_set_choice_label (by, _ ("Told by"));
  return speakers;
}
