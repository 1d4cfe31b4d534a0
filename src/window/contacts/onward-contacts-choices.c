/* onward-contacts-choices.c - who is looked for in the list: what is typed, the tier, the role, and more */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-contacts-view-private.h"

#include "onward-contact-words.h"
#include "onward-contacts-filters.h"

/* The first entry of each drop-down is everybody. */
static const char *
get_choice (GtkDropDown *drop_down, const OnwardChoice *choices)
{
  guint selected = gtk_drop_down_get_selected (drop_down);

  return selected == 0 || selected == GTK_INVALID_LIST_POSITION ? NULL : choices[selected - 1].value;
}

/**
 * onward_contacts_choices_get_filter: (skip)
 * @self: the view
 *
 * Returns: what is looked for; its words are the entry's and the drop-downs'
 */
OnwardContactFilter
onward_contacts_choices_get_filter (OnwardContactsView *self)
{
  guint n;
  OnwardContactFilter filter = { .text = gtk_editable_get_text (GTK_EDITABLE (self->search)),
                                 .tier = get_choice (self->tier, onward_contact_words_get_tiers (&n)),
                                 .role = get_choice (self->role, onward_contact_words_get_roles (&n)) };

  onward_contacts_filters_fill (self->more, self->store, &filter);
  return filter;
}

/**
 * onward_contacts_choices_clear: (skip)
 * @self: the view
 *
 * Everybody is looked for.
 */
void
onward_contacts_choices_clear (OnwardContactsView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_drop_down_set_selected (self->tier, 0);
  gtk_drop_down_set_selected (self->role, 0);
  onward_filter_bar_clear (self->more);
}

/**
 * onward_contacts_choices_set_search_mode: (skip)
 * @self: the view
 * @search_mode: whether something is looked for by typing; without, what was typed goes
 */
void
onward_contacts_choices_set_search_mode (OnwardContactsView *self, gboolean search_mode)
{
  gboolean again = self->search_mode;

  self->search_mode = search_mode;
  if (search_mode)
    {
      if (!gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->search)))))
        gtk_widget_grab_focus (GTK_WIDGET (self->search));
      /* Asked for again, what was looked for before is in nobody's way; typing into the entry starts the mode as
       * well. */
      if (again)
        gtk_editable_select_region (GTK_EDITABLE (self->search), 0, -1);
      return;
    }
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  if (self->order != NULL)
    onward_contacts_list_focus (self);
}
