/* onward-proposal.c - what an importer proposes: people, and the rows it could not use */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-proposal.h"

/* One block of the string store; a row of a connections file is about 150 bytes. */
#define STRING_BLOCK (64 * 1024)

static int
compare_remarks (gconstpointer a, gconstpointer b)
{
  const OnwardRowRemark *first = a;
  const OnwardRowRemark *second = b;

  return (first->line > second->line) - (first->line < second->line);
}

static void
add_remark (OnwardProposal *self, GArray *remarks, guint line, const char *why)
{
  /* The same few phrases come back for many rows: each is stored once. */
  OnwardRowRemark remark = { line, g_string_chunk_insert_const (self->strings, why) };

  g_array_append_val (remarks, remark);
}

/**
 * onward_proposal_new:
 *
 * Returns: (transfer full): a proposal that proposes nothing yet
 */
OnwardProposal *
onward_proposal_new (void)
{
  OnwardProposal *self = g_new0 (OnwardProposal, 1);

  self->contacts = g_array_new (FALSE, FALSE, sizeof (OnwardProposedContact));
  self->rejected = g_array_new (FALSE, FALSE, sizeof (OnwardRowRemark));
  self->notes = g_array_new (FALSE, FALSE, sizeof (OnwardRowRemark));
  self->strings = g_string_chunk_new (STRING_BLOCK);
  return self;
}

/**
 * onward_proposal_free:
 * @self: (transfer full): a proposal
 *
 * Frees the proposal and every string in it.
 */
void
onward_proposal_free (OnwardProposal *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->contacts);
  g_array_unref (self->rejected);
  g_array_unref (self->notes);
  g_string_chunk_free (self->strings);
  g_free (self);
}

/**
 * onward_proposal_keep:
 * @self: a proposal
 * @text: UTF-8 text, or ""
 *
 * Returns: (nullable): a copy of @text that lives as long as @self; %NULL for ""
 */
const char *
onward_proposal_keep (OnwardProposal *self, const char *text)
{
  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  return *text == '\0' ? NULL : g_string_chunk_insert (self->strings, text);
}

/**
 * onward_proposal_add_contact:
 * @self: a proposal
 * @contact: a person whose strings came from onward_proposal_keep(); copied
 *
 * Proposes one more person, and counts the row as read.
 */
void
onward_proposal_add_contact (OnwardProposal *self, const OnwardProposedContact *contact)
{
  g_return_if_fail (self != NULL && contact != NULL && contact->name != NULL);

  g_array_append_vals (self->contacts, contact, 1);
  self->n_read++;
}

/**
 * onward_proposal_reject:
 * @self: a proposal
 * @line: the line on which the row begins, from 1
 * @why: a translated phrase; copied
 *
 * Says that a row proposes nobody, and counts it as read.
 */
void
onward_proposal_reject (OnwardProposal *self, guint line, const char *why)
{
  g_return_if_fail (self != NULL && why != NULL);

  add_remark (self, self->rejected, line, why);
  self->n_read++;
}

/**
 * onward_proposal_note:
 * @self: a proposal
 * @line: the line on which the row begins, from 1
 * @why: a translated phrase; copied
 *
 * Says that a row is used, but without a part of it.
 */
void
onward_proposal_note (OnwardProposal *self, guint line, const char *why)
{
  g_return_if_fail (self != NULL && why != NULL);

  add_remark (self, self->notes, line, why);
}

/**
 * onward_proposal_sort_notes:
 * @self: a proposal
 *
 * Puts the notes in the order of the file, for readers that make some of them in a second pass.
 */
void
onward_proposal_sort_notes (OnwardProposal *self)
{
  g_return_if_fail (self != NULL);

  g_array_sort (self->notes, compare_remarks);
}
