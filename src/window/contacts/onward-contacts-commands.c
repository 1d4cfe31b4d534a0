/* onward-contacts-commands.c - what is done with one person or with many, and how it is told */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-contacts-commands.h"

#include "onward-contact-words.h"
#include "store/onward-contact-changes.h"
#include "store/onward-contact-removal.h"

#include <glib/gi18n-lib.h>

static char *
describe_one (OnwardStore *store, gint64 id, guint places)
{
  g_autoptr (OnwardContact) contact = onward_store_get_record (store, ONWARD_TYPE_CONTACT, id);
  g_autofree char *name = contact != NULL ? onward_contact_words_get_name (contact) : g_strdup ("");

  if (places == 0)
    /* Translators: a person's name */
    return g_strdup_printf (_ ("%s removed"), name);
  /* Translators: a person's name; how many interviews, opportunities, introductions and messages named them */
  return g_strdup_printf (ngettext ("%s removed, and from %u place that named them",
                                    "%s removed, and from %u places that named them", places),
                          name, places);
}

static char *
describe_removal (OnwardStore *store, GArray *contacts)
{
  if (contacts->len == 1)
    return describe_one (store, g_array_index (contacts, gint64, 0), onward_contacts_count_places (store, contacts));
  return g_strdup_printf (ngettext ("%u person removed", "%u people removed", contacts->len), contacts->len);
}

/**
 * onward_contacts_ask_remove:
 * @widget: a widget in the window
 * @contacts: (element-type gint64): whom
 *
 * Takes people out at once, says so, and offers Undo.
 */
void
onward_contacts_ask_remove (GtkWidget *widget, GArray *contacts)
{
  OnwardWindow *window = onward_window_find (widget);
  g_autofree char *toast = NULL;

  if (window == NULL || contacts->len == 0)
    return;
  toast = describe_removal (onward_window_get_store (window), contacts);
  onward_window_run_with_toast (GTK_WIDGET (window), contacts->len == 1 ? _ ("Remove a person") : _ ("Remove people"),
                                toast, onward_contacts_remove, g_array_copy (contacts), (GDestroyNotify)g_array_unref);
}

static const char *
name_change (const char *member, const char *value)
{
  if (g_str_equal (member, "tier"))
    return _ ("Change how often to keep in touch");
  if (g_str_equal (member, "tags"))
    return _ ("Add a tag");
  return g_strcmp0 (value, "true") == 0 ? _ ("Do not contact") : _ ("Contact again");
}

/**
 * onward_contacts_ask_change:
 * @widget: a widget in the window
 * @contacts: (element-type gint64): whom
 * @member: `tier`, `do_not_contact` or `tags`
 * @value: (nullable): as for onward_contacts_change_all()
 *
 * The same for many, in one step of Undo.
 */
void
onward_contacts_ask_change (GtkWidget *widget, GArray *contacts, const char *member, const char *value)
{
  g_autofree char *toast =
      g_strdup_printf (ngettext ("%u person changed", "%u people changed", contacts->len), contacts->len);

  onward_window_run_with_toast (widget, name_change (member, value), toast, onward_contacts_change_all,
                                onward_contacts_change_new (contacts, member, value),
                                (GDestroyNotify)onward_contacts_change_free);
}
