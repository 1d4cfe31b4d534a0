/* onward-proposal.h - what an importer proposes: people, and the rows it could not use */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OnwardProposedContact:
 * @line: the line of the file on which the person's row begins, from 1
 * @name: the whole name; never empty
 * @url: (nullable): address of a profile, with its scheme
 * @email: (nullable): a mail address
 * @company: (nullable): name of the employer
 * @position: (nullable): title there
 * @connected_on: (nullable): when the user met the person, `YYYY-MM-DD`
 *
 * One person as a foreign file describes them. A member the file leaves empty is %NULL, never "".
 */
typedef struct
{
  guint line;
  const char *name;
  const char *url;
  const char *email;
  const char *company;
  const char *position;
  const char *connected_on;
} OnwardProposedContact;

/**
 * OnwardRowRemark:
 * @line: the line of the file on which the row begins, from 1
 * @why: a translated phrase that follows "line 12: "
 */
typedef struct
{
  guint line;
  const char *why;
} OnwardRowRemark;

/**
 * OnwardProposal:
 * @n_read: rows that hold something: the proposed ones and the rejected ones
 * @contacts: (element-type OnwardProposedContact): in the order of the file
 * @rejected: (element-type OnwardRowRemark): rows that propose nobody, in the order of the file
 * @notes: (element-type OnwardRowRemark): rows that are used without a part that cannot be read
 *
 * What a file would change, before anything is changed. Plain data without a thread of its own: it
 * is made on one thread and handed whole to another. All strings live as long as the proposal.
 */
typedef struct
{
  guint n_read;
  GArray *contacts;
  GArray *rejected;
  GArray *notes;
  /*< private >*/
  GStringChunk *strings;
} OnwardProposal;

OnwardProposal *onward_proposal_new (void);
void onward_proposal_free (OnwardProposal *self);
const char *onward_proposal_keep (OnwardProposal *self, const char *text);
void onward_proposal_add_contact (OnwardProposal *self, const OnwardProposedContact *contact);
void onward_proposal_reject (OnwardProposal *self, guint line, const char *why);
void onward_proposal_note (OnwardProposal *self, guint line, const char *why);
void onward_proposal_sort_notes (OnwardProposal *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnwardProposal, onward_proposal_free)

G_END_DECLS
