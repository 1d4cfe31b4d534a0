/* onward-rejection-words.c - what is said when an opportunity has ended */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-rejection-words.h"

#include <glib/gi18n-lib.h>

/* The outcomes of exchange.md, the commonest first; what the sheet is called, what each says, %s being the company, and
 * what follows from it. */
static const struct
{
  const char *kind;
  const char *title;
  const char *heading;
  const char *explanation;
} outcomes[] = {
  { "rejected", N_ ("After a no"), N_ ("%s said no this time"),
    N_ ("Here is a plan that keeps the door open; change anything you like.") },
  { "no-response", N_ ("Outcome"), N_ ("%s did not answer"),
    N_ ("It rests here, and can be taken up again at any time.") },
  { "withdrawn", N_ ("Outcome"), N_ ("You withdrew at %s"), N_ ("The people you met there stay with you.") },
  { "cancelled", N_ ("After a no"), N_ ("The role at %s was withdrawn"),
    N_ ("It was pulled, frozen or changed, and may come back. Here is a plan; change anything you like.") },
  { "accepted", N_ ("After a yes"), N_ ("You said yes to %s"),
    N_ ("What was still planned about it ends. Then tell everyone who helped you get there.") },
  { "declined", N_ ("Outcome"), N_ ("You said no to %s"), N_ ("The people you met there stay with you.") },
};

static guint
find_place (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    if (g_strcmp0 (outcomes[i].kind, kind) == 0)
      return i;
  return 0;
}

/**
 * onward_rejection_words_get_kind:
 * @place: from 0
 *
 * Returns: (transfer none) (nullable): the outcome at that place, the commonest first; NULL behind the last one
 */
const char *
onward_rejection_words_get_kind (guint place)
{
  return place < G_N_ELEMENTS (outcomes) ? outcomes[place].kind : NULL;
}

/**
 * onward_rejection_words_get_title:
 * @kind: an outcome
 *
 * Returns: (transfer none): what its sheet is called
 */
const char *
onward_rejection_words_get_title (const char *kind)
{
  return _ (outcomes[find_place (kind)].title);
}

/**
 * onward_rejection_words_get_heading:
 * @kind: an outcome
 * @company: of the opportunity
 *
 * Returns: (transfer full): what happened
 */
char *
onward_rejection_words_get_heading (const char *kind, const char *company)
{
  g_auto (GStrv) parts = g_strsplit (_ (outcomes[find_place (kind)].heading), "%s", 2);

  return g_strjoinv (company, parts);
}

/**
 * onward_rejection_words_get_explanation:
 * @draft: a draft
 *
 * Returns: (transfer full): what follows from it
 */
char *
onward_rejection_words_get_explanation (OnwardRejectionDraft *draft)
{
  const char *explanation = _ (outcomes[find_place (draft->kind)].explanation);
  guint n = draft->people->len;
  g_autofree char *met = NULL;

  if (n == 0 || !onward_rejection_draft_asks_interest (draft))
    return g_strdup (explanation);
  /* Translators: stands before “Here is a plan …” */
  met = g_strdup_printf (ngettext ("You met %u person there.", "You met %u people there.", n), n);
  return g_strdup_printf ("%s %s", met, explanation);
}

/**
 * onward_rejection_words_get_save_label:
 * @draft: a draft
 *
 * Returns: (transfer none): what the button does
 */
const char *
onward_rejection_words_get_save_label (OnwardRejectionDraft *draft)
{
  if (g_str_equal (draft->kind, "accepted"))
    return _ ("_Tell everyone");
  return onward_rejection_draft_asks_interest (draft) ? _ ("_Keep this plan") : _ ("_Save");
}

/**
 * onward_rejection_words_get_note:
 * @draft: a draft
 *
 * Returns: (transfer none): what is said below the steps; empty when there is nothing to say
 */
const char *
onward_rejection_words_get_note (OnwardRejectionDraft *draft)
{
  if (draft->steps->len > 0)
    return _ ("Nothing is sent by Onward. Each step comes up in the Due pane on its day, with a draft.");
  if (onward_rejection_draft_asks_interest (draft))
    return _ ("Nobody is known there to whom a step could go. Add the people you met, and it comes up on its day.");
  return "";
}
