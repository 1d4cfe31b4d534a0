/* onward-contact-import.c - proposed people into the database: all of them or nobody */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-contact-import.h"

#include "model/onward-company.h"
#include "model/onward-contact.h"
#include "onward-addresses.h"
#include "onward-known-people.h"

#include <gio/gio.h>

#define ROWS_PER_LOOK 200

/* A profile says who it is, a mail address nearly so, a name and company least. The sure ones come first: what they
 * fill in is then there for all others, in the first import as in the second. */
typedef enum
{
  RANK_PROFILE,
  RANK_EMAIL,
  RANK_NAME,
  N_RANKS,
} Rank;

struct _OnwardContactImport
{
  OnwardProposal *proposal;
  gboolean dry_run;
  GCancellable *cancellable;
  OnwardImportReport report;
  OnwardContactOutcome *outcomes; /* one for each proposed person */
  guint n_applied;                /* people so far; atomic */

  /* While the command runs: */
  OnwardWriter *writer;
  OnwardKnownPeople *known;
};

/**
 * onward_contact_import_new:
 * @proposal: (transfer full): the people of a file
 * @dry_run: do everything, then take it back
 * @cancellable: (nullable): ends the import, and nothing of it stays
 *
 * Returns: (transfer full): the data of an onward_contact_import_run() command
 */
OnwardContactImport *
onward_contact_import_new (OnwardProposal *proposal, gboolean dry_run, GCancellable *cancellable)
{
  OnwardContactImport *self = g_new0 (OnwardContactImport, 1);

  self->proposal = proposal;
  self->dry_run = dry_run;
  g_set_object (&self->cancellable, cancellable);
  self->outcomes = g_new0 (OnwardContactOutcome, proposal->contacts->len);
  self->report.not_opened = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

/**
 * onward_contact_import_free:
 * @import: (transfer full): an #OnwardContactImport
 */
void
onward_contact_import_free (gpointer import)
{
  OnwardContactImport *self = import;

  onward_proposal_free (self->proposal);
  g_clear_object (&self->cancellable);
  g_free (self->outcomes);
  g_ptr_array_unref (self->report.not_opened);
  g_free (self);
}

/**
 * onward_contact_import_get_report:
 * @self: an import whose command is over
 *
 * Returns: (transfer none): what it did, counted in people; `read` counts the rejected rows too
 */
const OnwardImportReport *
onward_contact_import_get_report (OnwardContactImport *self)
{
  return &self->report;
}

/**
 * onward_contact_import_get_progress:
 * @self: an import, whose command may be running
 *
 * Any thread.
 *
 * Returns: how much of it is written, 0 to 1; at 1 the search and the playbook are still to follow
 */
double
onward_contact_import_get_progress (OnwardContactImport *self)
{
  return (guint)g_atomic_int_get (&self->n_applied) / (double)MAX (self->proposal->contacts->len, 1);
}

/**
 * onward_contact_import_renew:
 * @self: a dry run whose command is over
 *
 * The next time it is in earnest.
 */
void
onward_contact_import_renew (OnwardContactImport *self)
{
  self->dry_run = FALSE;
  self->report.read = self->report.added = self->report.updated = self->report.unchanged = 0;
  g_ptr_array_set_size (self->report.not_opened, 0);
  g_atomic_int_set (&self->n_applied, 0);
}

/**
 * onward_contact_import_get_proposal:
 * @self: an import
 *
 * Returns: (transfer none): the people it is about, and the rows that are rejected
 */
const OnwardProposal *
onward_contact_import_get_proposal (OnwardContactImport *self)
{
  return self->proposal;
}

/**
 * onward_contact_import_get_outcome:
 * @self: an import whose command is over
 * @index: the place of a person in the proposal
 *
 * Returns: what became of this person
 */
OnwardContactOutcome
onward_contact_import_get_outcome (OnwardContactImport *self, guint index)
{
  g_return_val_if_fail (index < self->proposal->contacts->len, ONWARD_CONTACT_UNCHANGED);

  return self->outcomes[index];
}

static gboolean
take_company (OnwardContactImport *self, OnwardContact *contact, const OnwardProposedContact *proposed,
              const OnwardContactKeys *keys, GError **error)
{
  g_autoptr (OnwardCompany) company = NULL;

  if (contact->company != 0 || *keys->company == '\0')
    return TRUE;
  contact->company = onward_known_people_find_company (self->known, keys);
  if (contact->company != 0)
    return TRUE;
  company = g_object_new (ONWARD_TYPE_COMPANY, NULL);
  onward_set_text (&company->name, proposed->company);
  if (!onward_writer_insert (self->writer, company, error))
    return FALSE;
  contact->company = company->record.id;
  onward_known_people_add_company (self->known, keys, contact->company);
  return TRUE;
}

static gboolean
take_text (char **field, const char *value)
{
  if (*field != NULL || value == NULL)
    return FALSE;
  onward_set_text (field, value);
  return TRUE;
}

static void
take_address (char **list, const char *label, const char *value)
{
  char *longer = onward_addresses_add (*list, label, value);

  g_free (*list);
  *list = longer;
}

static gboolean
add_contact (OnwardContactImport *self, const OnwardProposedContact *proposed, const OnwardContactKeys *keys,
             GError **error)
{
  g_autoptr (OnwardContact) contact = g_object_new (ONWARD_TYPE_CONTACT, NULL);

  onward_set_text (&contact->name, proposed->name);
  onward_set_text (&contact->headline, proposed->position);
  onward_set_text (&contact->added_on, proposed->connected_on);
  if (keys->url != NULL)
    take_address (&contact->urls, "LinkedIn", proposed->url);
  if (keys->email != NULL)
    take_address (&contact->emails, NULL, proposed->email);
  if (!take_company (self, contact, proposed, keys, error) || !onward_writer_insert (self->writer, contact, error))
    return FALSE;
  onward_known_people_add (self->known, contact->record.id, keys);
  return TRUE;
}

/* What the user typed stays: only what is empty is filled in, and addresses are added to those there are. */
static gboolean
fill_contact (OnwardContactImport *self, OnwardKnownPerson *person, const OnwardProposedContact *proposed,
              const OnwardContactKeys *keys, gboolean *changed, GError **error)
{
  g_autoptr (OnwardContact) contact =
      onward_writer_load (self->writer, ONWARD_TYPE_CONTACT, onward_known_person_get_id (person), error);
  gint64 company;
  gboolean named;

  if (contact == NULL)
    return FALSE;
  company = contact->company;
  named = take_text (&contact->name, proposed->name);
  *changed = named;
  *changed |= take_text (&contact->headline, proposed->position);
  *changed |= take_text (&contact->added_on, proposed->connected_on);
  if (keys->url != NULL && onward_known_person_can_take_url (person, keys))
    {
      take_address (&contact->urls, "LinkedIn", proposed->url);
      *changed = TRUE;
    }
  if (keys->email != NULL && onward_known_people_can_take_email (self->known, keys))
    {
      take_address (&contact->emails, NULL, proposed->email);
      *changed = TRUE;
    }
  if (!take_company (self, contact, proposed, keys, error))
    return FALSE;
  if (named || contact->company != company)
    {
      *changed = TRUE;
      onward_known_people_move (self->known, person, contact->name, contact->company != company ? keys->company : NULL);
    }
  onward_known_people_learn (self->known, person, keys);
  return !*changed || onward_writer_update (self->writer, contact, error);
}

static gboolean
apply_contact (OnwardContactImport *self, guint index, const OnwardContactKeys *keys, GError **error)
{
  const OnwardProposedContact *proposed = &g_array_index (self->proposal->contacts, OnwardProposedContact, index);
  OnwardKnownPerson *person = onward_known_people_find (self->known, keys);
  gboolean changed = FALSE;

  if (person == NULL)
    {
      self->report.added++;
      self->outcomes[index] = ONWARD_CONTACT_ADDED;
      return add_contact (self, proposed, keys, error);
    }
  if (!fill_contact (self, person, proposed, keys, &changed, error))
    return FALSE;
  /* A second row about somebody whom the first one added. */
  changed &= !onward_known_person_is_new (person);
  if (changed)
    self->report.updated++;
  else
    self->report.unchanged++;
  self->outcomes[index] = changed ? ONWARD_CONTACT_UPDATED : ONWARD_CONTACT_UNCHANGED;
  return TRUE;
}

static Rank
get_rank (const OnwardContactKeys *keys)
{
  if (keys->url != NULL)
    return RANK_PROFILE;
  return keys->email != NULL ? RANK_EMAIL : RANK_NAME;
}

static gboolean
apply_all (OnwardContactImport *self, GError **error)
{
  GArray *contacts = self->proposal->contacts;
  g_autoptr (GArray) all_keys = g_array_sized_new (FALSE, TRUE, sizeof (OnwardContactKeys), contacts->len);

  g_array_set_clear_func (all_keys, (GDestroyNotify)onward_contact_keys_clear);
  g_array_set_size (all_keys, contacts->len);
  for (guint i = 0; i < contacts->len; i++)
    {
      const OnwardProposedContact *proposed = &g_array_index (contacts, OnwardProposedContact, i);

      onward_contact_keys_init (&g_array_index (all_keys, OnwardContactKeys, i), proposed->name, proposed->company,
                                proposed->url, proposed->email);
    }
  for (Rank rank = RANK_PROFILE; rank < N_RANKS; rank++)
    for (guint i = 0; i < contacts->len; i++)
      {
        const OnwardContactKeys *keys = &g_array_index (all_keys, OnwardContactKeys, i);

        if (i % ROWS_PER_LOOK == 0 && g_cancellable_set_error_if_cancelled (self->cancellable, error))
          return FALSE;
        if (get_rank (keys) != rank)
          continue;
        if (!apply_contact (self, i, keys, error))
          return FALSE;
        g_atomic_int_inc (&self->n_applied);
      }
  return TRUE;
}

static gboolean
keep_not_opened (OnwardWriter *writer, gpointer data, GError **error)
{
  OnwardContactImport *self = data;
  GPtrArray *not_opened = onward_writer_get_not_opened (writer);

  for (guint i = 0; i < not_opened->len; i++)
    g_ptr_array_add (self->report.not_opened, g_object_ref (not_opened->pdata[i]));
  return TRUE;
}

/**
 * onward_contact_import_run:
 * @writer: the writer
 * @import: an #OnwardContactImport
 * @error: return location of an %ONWARD_STORE_ERROR or %G_IO_ERROR_CANCELLED
 *
 * A command: adds the proposed people that are not there, without a tier, and fills in what is empty at those that are;
 * onward_known_people_find() says who is who. Companies are found by name or made. The day of the connection becomes
 * `added_on`. The same proposal a second time changes nothing.
 *
 * Returns: whether all of it was taken
 */
gboolean
onward_contact_import_run (OnwardWriter *writer, gpointer import, GError **error)
{
  OnwardContactImport *self = import;
  gboolean applied;

  self->writer = writer;
  self->report.read = self->proposal->n_read;
  onward_writer_set_cancellable (writer, self->cancellable);
  self->known = onward_known_people_new (onward_writer_get_connection (writer), error);
  applied = self->known != NULL && onward_writer_defer_search (writer, error) && apply_all (self, error);
  g_clear_pointer (&self->known, onward_known_people_free);
  if (!applied)
    return FALSE;
  if (self->dry_run)
    onward_writer_set_dry_run (writer);
  onward_writer_set_finish (writer, keep_not_opened, self);
  return TRUE;
}
