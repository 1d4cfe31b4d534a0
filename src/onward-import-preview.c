/* onward-import-preview.c - says what a file would change, in figures and lists */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-import-preview.h"

#include "model/onward-collections.h"
#include "playbook/onward-dates.h"

#include <glib/gi18n-lib.h>

/* What the records of a class are called; all others are other things. */
static const struct
{
  GType (*get_type) (void);
  const char *words;
} classes[] = {
  { onward_contact_get_type, N_ ("People") },
  { onward_company_get_type, N_ ("Companies") },
  { onward_opportunity_get_type, N_ ("Opportunities") },
  { onward_interview_get_type, N_ ("Interviews") },
  { onward_touch_get_type, N_ ("Messages and calls") },
  { onward_follow_up_get_type, N_ ("Follow-ups") },
};

static OnwardImportPreview *
create_preview (const char *subtitle)
{
  OnwardImportPreview *preview = g_new0 (OnwardImportPreview, 1);

  preview->subtitle = g_strdup (subtitle);
  for (guint i = 0; i < ONWARD_IMPORT_LISTS; i++)
    preview->lists[i] = gtk_string_list_new (NULL);
  return preview;
}

static void
append (OnwardImportPreview *preview, guint list, const char *title, const char *more)
{
  char *text = more != NULL ? g_strdup_printf ("%s\n%s", title, more) : g_strdup (title);

  gtk_string_list_take (preview->lists[list], text);
}

/* `Product lead, Palisade · connected 12 March 2024`, as much of it as the file says. */
static char *
describe_person (const OnwardProposedContact *person)
{
  GString *text = g_string_new (person->position);
  g_autofree char *day_words = NULL;
  int day;

  if (person->company != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", person->company);
  if (person->connected_on == NULL || !onward_day_parse (person->connected_on, &day))
    return g_string_free (text, FALSE);
  day_words = onward_dates_format_fixed (day, TRUE);
  if (text->len > 0)
    g_string_append (text, " · ");
  /* Translators: a day: when somebody and the user were connected */
  g_string_append_printf (text, _ ("connected %s"), day_words);
  return g_string_free (text, FALSE);
}

static void
add_rejected (OnwardImportPreview *preview, const OnwardProposal *proposal)
{
  for (guint i = 0; i < proposal->rejected->len; i++)
    {
      const OnwardRowRemark *remark = &g_array_index (proposal->rejected, OnwardRowRemark, i);
      g_autofree char *line = g_strdup_printf (_ ("Line %u"), remark->line);

      append (preview, 2, line, remark->why);
    }
}

/**
 * onward_import_preview_people:
 * @import: a dry run that is over
 * @file: the name of the file
 *
 * Any thread: an import may have tens of thousands of rows.
 *
 * Returns: (transfer full): what it would change
 */
OnwardImportPreview *
onward_import_preview_people (OnwardContactImport *import, const char *file)
{
  const OnwardImportReport *report = onward_contact_import_get_report (import);
  const OnwardProposal *proposal = onward_contact_import_get_proposal (import);
  /* Translators: the name of a file */
  g_autofree char *subtitle = g_strdup_printf (_ ("%s from LinkedIn"), file);
  OnwardImportPreview *preview = create_preview (subtitle);
  guint n = report->added + report->updated;

  for (guint i = 0; i < proposal->contacts->len; i++)
    {
      const OnwardProposedContact *person = &g_array_index (proposal->contacts, OnwardProposedContact, i);
      OnwardContactOutcome outcome = onward_contact_import_get_outcome (import, i);
      g_autofree char *more = outcome != ONWARD_CONTACT_UNCHANGED ? describe_person (person) : NULL;

      if (outcome != ONWARD_CONTACT_UNCHANGED)
        append (preview, outcome == ONWARD_CONTACT_ADDED ? 0 : 1, person->name, *more != '\0' ? more : NULL);
    }
  add_rejected (preview, proposal);
  preview->people = TRUE;
  preview->figures[0] = report->added;
  preview->figures[1] = report->updated;
  preview->figures[2] = proposal->rejected->len;
  preview->words[0] = ngettext ("new person", "new people", report->added);
  preview->words[1] = _ ("already known, filled in");
  preview->words[2] = _ ("cannot be read");
  preview->tabs[0] = _ ("New");
  preview->tabs[1] = _ ("Filled in");
  preview->tabs[2] = _ ("Cannot be read");
  if (n > 0)
    preview->verb = g_strdup_printf (ngettext ("_Import %'u person", "_Import %'u people", n), n);
  return preview;
}

static const char *
find_words (GType type)
{
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (classes[i].get_type () == type)
      return _ (classes[i].words);
  return NULL;
}

static void
add_count (OnwardImportPreview *preview, const char *words, const OnwardImportCount *count)
{
  const guint counts[ONWARD_IMPORT_LISTS] = { count->added, count->updated, count->unchanged };

  for (guint i = 0; i < ONWARD_IMPORT_LISTS; i++)
    if (counts[i] > 0)
      {
        g_autofree char *more = g_strdup_printf ("%'u", counts[i]);

        append (preview, i, words, more);
      }
}

/**
 * onward_import_preview_document:
 * @import: a dry run that is over
 * @file: the name of the file
 *
 * Any thread: an import may have tens of thousands of rows.
 *
 * Returns: (transfer full): what it would change
 */
OnwardImportPreview *
onward_import_preview_document (OnwardJsonImport *import, const char *file)
{
  const OnwardImportReport *report = onward_json_import_get_report (import);
  /* Translators: the name of a file */
  g_autofree char *subtitle = g_strdup_printf (_ ("%s from Onward"), file);
  OnwardImportPreview *preview = create_preview (subtitle);
  OnwardImportCount other = { 0 };
  guint n_counts, n = report->added + report->updated;
  const OnwardImportCount *counts = onward_json_import_get_counts (import, &n_counts);

  for (guint i = 0; i < n_counts; i++)
    if (find_words (counts[i].type) != NULL)
      add_count (preview, find_words (counts[i].type), &counts[i]);
    else
      {
        other.added += counts[i].added;
        other.updated += counts[i].updated;
        other.unchanged += counts[i].unchanged;
      }
  add_count (preview, _ ("Other things"), &other);
  preview->figures[0] = report->added;
  preview->figures[1] = report->updated;
  preview->figures[2] = report->unchanged;
  preview->words[0] = _ ("new");
  preview->words[1] = _ ("already known, changed");
  preview->words[2] = _ ("as they are here");
  preview->tabs[0] = _ ("New");
  preview->tabs[1] = _ ("Changed");
  preview->tabs[2] = _ ("As they are");
  if (n == 0 && onward_json_import_changes_members (import))
    preview->verb = g_strdup (_ ("_Import"));
  if (n > 0)
    preview->verb = g_strdup_printf (ngettext ("_Import %'u entry", "_Import %'u entries", n), n);
  return preview;
}
