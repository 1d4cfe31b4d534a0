/* onward-composer-facts.c - what is known of the person, beside the draft */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-composer-facts.h"

#include "contacts/onward-contact-words.h"
#include "model/onward-collections.h"
#include "onward-composer-words.h"
#include "pipeline/onward-timeline-words.h"
#include "shared/onward-accessible.h"
#include "store/onward-present.h"

#include <glib/gi18n-lib.h>

/* So many of the last things that happened are shown. */
#define MOST_ENTRIES 4

static GtkWidget *
create_label (const char *text, const char *const *classes, gboolean wrap)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), wrap);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (!wrap)
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  for (guint i = 0; classes[i] != NULL; i++)
    gtk_widget_add_css_class (label, classes[i]);
  return label;
}

/* Icon, heading, and a button that puts the fact into the draft. */
static GtkWidget *
create_heading (const char *icon, const char *text, const char *use, const char *what)
{
  static const char *const classes[] = { "caption-heading", "dim-label", NULL };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = create_label (text, classes, FALSE);
  g_autofree char *name = use != NULL ? g_strdup_printf (_ ("Use: %s"), what) : NULL;
  GtkWidget *button;

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (box), label);
  if (use == NULL)
    return box;
  button = gtk_button_new_with_label (_ ("Use"));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "small-text");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", use);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "composer.use");
  onward_accessible_set_label (button, name);
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

static void
add_fact (GtkBox *box, const char *icon, const char *heading, const char *text, const char *use)
{
  static const char *const none[] = { NULL };
  GtkWidget *fact = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_box_append (GTK_BOX (fact), create_heading (icon, heading, use, text));
  gtk_box_append (GTK_BOX (fact), create_label (text, none, TRUE));
  gtk_box_append (box, fact);
}

static void
add_person (GtkBox *box, OnwardStore *store, OnwardContact *contact)
{
  static const char *const heading[] = { "heading", NULL };
  static const char *const caption[] = { "caption", "dim-label", NULL };
  g_autoptr (OnwardCompany) company =
      contact->company != 0 ? onward_store_get_record (store, ONWARD_TYPE_COMPANY, contact->company) : NULL;
  g_autofree char *name = onward_contact_words_get_name (contact);
  g_autofree char *line = onward_contact_words_get_line (contact, company != NULL ? company->name : NULL);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *names = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_valign (names, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), adw_avatar_new (48, name, TRUE));
  gtk_box_append (GTK_BOX (names), create_label (name, heading, FALSE));
  if (line != NULL && *line != '\0')
    gtk_box_append (GTK_BOX (names), create_label (line, caption, TRUE));
  gtk_box_append (GTK_BOX (row), names);
  gtk_box_append (box, row);
}

/* What happened lately, one line each. */
static void
add_timeline (GtkBox *box, OnwardStore *store, gint64 contact)
{
  g_autoptr (GPtrArray) entries = NULL;
  gboolean more;
  int today = onward_present_get_today (store);

  entries = onward_timeline_of_contact (store, contact, MOST_ENTRIES, &more);
  for (guint i = 0; i < entries->len; i++)
    {
      const OnwardTimelineEntry *entry = entries->pdata[i];
      g_autofree char *title = onward_timeline_words_get_title (entry, today);
      g_autofree char *when = onward_timeline_words_get_when (entry, today);
      g_autofree char *text = onward_timeline_words_get_text (entry);

      add_fact (box, onward_timeline_words_get_icon (entry), when, title, NULL);
    }
}

/**
 * onward_composer_facts_fill:
 * @box: what it stands in; emptied first
 * @composition: the message
 *
 * The person, what they said and like, and what happened lately.
 */
void
onward_composer_facts_fill (GtkBox *box, OnwardComposition *composition)
{
  OnwardFollowUp *about = composition->about;
  g_autoptr (OnwardContact) contact =
      about->contact != 0 ? onward_store_get_record (composition->store, ONWARD_TYPE_CONTACT, about->contact) : NULL;
  g_autoptr (GPtrArray) facts = onward_person_facts_collect (composition->store, about);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  if (contact != NULL)
    add_person (box, composition->store, contact);
  for (guint i = 0; i < facts->len; i++)
    {
      OnwardPersonFact *fact = facts->pdata[i];

      add_fact (box, onward_composer_words_get_fact_icon (fact->kind), onward_composer_words_get_fact (fact->kind),
                fact->text, fact->use);
    }
  if (contact != NULL)
    add_timeline (box, composition->store, about->contact);
}
