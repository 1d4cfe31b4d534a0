/* onward-contacts-commands.c - what is done with one person or with many, and how it is told */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-contacts-commands.h"

#include "onward-contact-words.h"
#include "shared/onward-dialogs.h"
#include "store/onward-contact-changes.h"
#include "store/onward-contact-forgetting.h"
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

/* Who is to be forgotten once the user agrees. */
typedef struct
{
  OnwardWindow *window;
  GArray *contacts;
} Forgetting;

static void
free_forgetting (gpointer data)
{
  Forgetting *forgetting = data;

  g_object_unref (forgetting->window);
  g_array_unref (forgetting->contacts);
  g_free (forgetting);
}

/* No name, and no Undo. */
static void
forgotten_cb (gboolean done, gpointer data)
{
  g_autoptr (OnwardWindow) window = data;

  if (done)
    onward_window_show_done (window, _ ("Forgotten"), FALSE);
}

static void
forget_cb (gpointer data)
{
  Forgetting *forgetting = data;

  onward_window_run_full (GTK_WIDGET (forgetting->window), NULL, NULL, onward_contacts_forget,
                          g_array_ref (forgetting->contacts), (GDestroyNotify)g_array_unref, forgotten_cb,
                          g_object_ref (forgetting->window));
}

static char *
create_question (OnwardStore *store, GArray *contacts)
{
  g_autoptr (OnwardContact) contact =
      onward_store_get_record (store, ONWARD_TYPE_CONTACT, g_array_index (contacts, gint64, 0));
  g_autofree char *name = contact != NULL ? onward_contact_words_get_name (contact) : g_strdup ("");

  if (contacts->len > 1)
    return g_strdup_printf (ngettext ("Forget %u person?", "Forget %u people?", contacts->len), contacts->len);
  /* Translators: a person's name */
  return g_strdup_printf (_ ("Forget %s?"), name);
}

/**
 * onward_contacts_ask_forget:
 * @widget: a widget in the window
 * @contacts: (element-type gint64): whom
 *
 * Asks first, since it cannot be undone, and then leaves no trace of them.
 */
void
onward_contacts_ask_forget (GtkWidget *widget, GArray *contacts)
{
  OnwardWindow *window = onward_window_find (widget);
  Forgetting *forgetting;
  g_autofree char *heading = NULL;

  if (window == NULL || contacts->len == 0)
    return;
  heading = create_question (onward_window_get_store (window), contacts);
  forgetting = g_new0 (Forgetting, 1);
  forgetting->window = g_object_ref (window);
  forgetting->contacts = g_array_copy (contacts);
  onward_dialogs_ask (GTK_WIDGET (window), heading,
                      _ ("Everything kept about them goes, and every message with them alone. This cannot be undone, "
                         "nor can anything you did before it. Your notes about others and backups made until now stay "
                         "as they are."),
                      _ ("_Forget"), forget_cb, forgetting, free_forgetting);
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
