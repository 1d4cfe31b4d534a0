/* onward-composition-notices.c - what to think of before a message goes */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-composition-notices.h"

#include "messages/onward-slots.h"
#include "messages/onward-template.h"
#include "model/onward-contact.h"
#include "playbook/onward-wall.h"
#include "playbook/onward-zone.h"
#include "store/onward-draft-facts.h"
#include "store/onward-fold.h"
#include "store/onward-follow-ups.h"
#include "store/onward-kept-drafts.h"
#include "store/onward-value-items.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Fewer words are an expression and not a sentence; what was sent longer ago is forgotten. */
#define SENTENCE_WORDS 4
#define SENT_DAYS      180

/* A feedback request asks for so many things done well, and as many to do differently. */
#define THINGS 3

static void
add (GPtrArray *notices, OnwardNoticeKind kind, char *text)
{
  OnwardNotice *notice;

  if (text == NULL)
    return;
  notice = g_new0 (OnwardNotice, 1);
  notice->kind = kind;
  notice->text = text;
  g_ptr_array_add (notices, notice);
}

static void
free_notice (gpointer data)
{
  OnwardNotice *notice = data;

  g_free (notice->text);
  g_free (notice);
}

static guint
count_words (const char *folded)
{
  guint spaces = 0;

  for (const char *p = folded; *p != '\0'; p++)
    spaces += *p == ' ';
  return spaces > 0 ? spaces - 1 : 0;
}

/* What is meant for one person: the user's own words, and facts that only that person stands for. */
static gboolean
is_personal (const OnwardPiece *piece)
{
  const OnwardSlot *slot = piece->slot != NULL ? onward_slot_find (piece->slot) : NULL;

  if (piece->kind != ONWARD_PIECE_TYPED && piece->kind != ONWARD_PIECE_FACT)
    return FALSE;
  return slot != NULL ? slot->personal : piece->kind == ONWARD_PIECE_TYPED;
}

/* The personal sentences of a draft, folded. */
static GPtrArray *
list_sentences (GPtrArray *pieces)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < pieces->len; i++)
    {
      OnwardPiece *piece = pieces->pdata[i];
      g_auto (GStrv) parts = NULL;

      if (!is_personal (piece))
        continue;
      parts = g_regex_split_simple ("[.?!\n]+", piece->text, 0, 0);
      for (guint j = 0; parts[j] != NULL; j++)
        {
          char *folded = onward_fold_words (parts[j]);

          if (count_words (folded) >= SENTENCE_WORDS)
            g_ptr_array_add (sentences, folded);
          else
            g_free (folded);
        }
    }
  return sentences;
}

static char *
get_name (OnwardStore *store, gint64 contact)
{
  g_autoptr (OnwardContact) record = onward_store_get_record (store, ONWARD_TYPE_CONTACT, contact);

  return g_strdup (record != NULL && record->name != NULL ? record->name : _ ("Somebody else"));
}

static gboolean
shares_sentence (GPtrArray *sentences, const char *text)
{
  g_autofree char *folded = onward_fold_words (text);

  for (guint i = 0; i < sentences->len; i++)
    if (strstr (folded, sentences->pdata[i]) != NULL)
      return TRUE;
  return FALSE;
}

static char *
describe_same_sentence (OnwardComposition *self)
{
  g_autoptr (GPtrArray) sentences = list_sentences (self->draft->body);
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (GPtrArray) sent = NULL;

  if (sentences->len == 0)
    return NULL;
  drafts = onward_kept_drafts_to_others (self->store, self->about->contact);
  for (guint i = 0; i < drafts->len; i++)
    {
      OnwardKeptDraft *draft = drafts->pdata[i];
      g_autoptr (GPtrArray) body = onward_composition_read_body (draft->text);
      g_autofree char *text = onward_pieces_to_message (body);
      g_autofree char *name = get_name (self->store, draft->contact);

      if (shares_sentence (sentences, text))
        return g_strdup_printf (_ ("The same sentence stands in the draft to %s."), name);
    }
  sent = onward_kept_drafts_sent_to_others (self->store, self->about->contact,
                                            onward_store_get_now (self->store).unix_time - SENT_DAYS * 24 * 60 * 60);
  for (guint i = 0; i < sent->len; i++)
    {
      OnwardKeptDraft *touch = sent->pdata[i];
      g_autofree char *name = get_name (self->store, touch->contact);

      if (shares_sentence (sentences, touch->text))
        return g_strdup_printf (_ ("%s was sent the same sentence."), name);
    }
  return NULL;
}

static char *
describe_same_link (OnwardComposition *self, const char *text)
{
  g_autofree char *link = onward_value_items_find_repeated_link (self->store, self->about->contact, text);

  return link != NULL ? g_strdup_printf (_ ("They were sent this link before: %s"), link) : NULL;
}

/* Keeping in touch is for something: an item, or something remembered, in the words of the user or of a fact. */
static char *
describe_nothing_new (OnwardComposition *self)
{
  GPtrArray *body = self->draft->body;

  if (g_strcmp0 (self->template, "keep-in-touch") != 0)
    return NULL;
  for (guint i = 0; i < body->len; i++)
    {
      OnwardPiece *piece = body->pdata[i];

      if (piece->kind == ONWARD_PIECE_TYPED || piece->kind == ONWARD_PIECE_OPEN
          || g_strcmp0 (piece->slot, "something_of_value") == 0)
        return NULL;
    }
  return g_strdup (_ ("Send something of value, or something you remember of them."));
}

/* How long the numbered lists in @text are: `3,3` for two lists of three. */
static char *
measure_lists (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) lists = g_string_new (NULL);
  guint last = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *end;
      guint64 number = g_ascii_strtoull (g_strchug (lines[i]), &end, 10);

      if (end == lines[i] || (*end != '.' && *end != ')') || number > 99)
        continue;
      if (number == 1 && last > 0)
        g_string_append_printf (lists, "%u,", last);
      last = (guint)number;
    }
  if (last > 0)
    g_string_append_printf (lists, "%u", last);
  return g_strdup (lists->str);
}

static gboolean
matches (const char *text, const char *pattern)
{
  return g_regex_match_simple (pattern, text, G_REGEX_CASELESS, 0);
}

/**
 * onward_composition_asks_in_general:
 * @text: a message
 *
 * Returns: whether it asks for feedback or a review without saying how many things: the answer to that is “looks fine”
 */
gboolean
onward_composition_asks_in_general (const char *text)
{
  g_autofree char *lists = measure_lists (text);

  if (!matches (text, "\\b(feedback|review|rückmeldung|einschätzung|impressed|beeindruckt)"))
    return FALSE;
  return *lists == '\0'
         && !matches (text, "\\b(one|two|three|four|five|[1-9]|ein|eine|zwei|drei|vier|fünf)\\s+(\\S+\\s+)?"
                            "(things?|points?|questions?|dinge?|punkte?|fragen?|,? ?die)\\b");
}

static gboolean
mentions_feedback (GPtrArray *pieces)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      OnwardPiece *piece = pieces->pdata[i];

      if (piece->kind == ONWARD_PIECE_TYPED && matches (piece->text, "\\b(feedback|review|rückmeldung|einschätzung)"))
        return TRUE;
    }
  return FALSE;
}

static void
add_feedback (GPtrArray *notices, OnwardComposition *self, const char *text)
{
  gboolean request =
      g_strcmp0 (self->template, "feedback-request") == 0 || g_strcmp0 (self->template, "mock-pack") == 0;
  g_autofree char *lists = measure_lists (text);
  g_autofree char *wanted = g_strdup_printf ("%d,%d", THINGS, THINGS);

  if (!request && !mentions_feedback (self->draft->body))
    return;
  if (onward_composition_asks_in_general (text))
    add (
        notices, ONWARD_NOTICE_GENERAL,
        g_strdup (_ ("This asks in general, and you will hear: looks fine. Ask for three things done well and three to "
                     "do differently, with numbers.")));
  else if (request && *lists != '\0' && strcmp (lists, wanted) != 0)
    add (notices, ONWARD_NOTICE_NOT_THREE,
         g_strdup (_ ("Ask for exactly three things done well, and exactly three to do differently.")));
}

static void
add_unnamed (GPtrArray *notices, OnwardComposition *self, const char *text)
{
  g_auto (GStrv) names = onward_draft_facts_get_unnamed (self->store, self->about);
  g_autofree char *folded = onward_fold_words (text);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (names[i], " ", -1);

      for (guint j = 0; parts[j] != NULL; j++)
        {
          g_autofree char *part = onward_fold_words (parts[j]);

          if (strlen (part) <= 3 || strstr (folded, part) == NULL)
            continue;
          add (notices, ONWARD_NOTICE_UNNAMED,
               g_strdup_printf (_ ("%s has not said that they may be named."), names[i]));
          break;
        }
    }
}

static void
add_length (GPtrArray *notices, OnwardComposition *self)
{
  glong characters = onward_draft_count_characters (self->draft);
  guint words = onward_draft_count_words (self->draft);

  if (g_strcmp0 (self->draft->channel, "linkedin") == 0)
    {
      if (characters > ONWARD_LINKEDIN_MOST)
        add (notices, ONWARD_NOTICE_TOO_LONG_NOTE,
             g_strdup_printf (_ ("LinkedIn takes %d characters in a note; this one has %ld."), ONWARD_LINKEDIN_MOST,
                              characters));
    }
  else if (words >= ONWARD_WORDS_MOST)
    add (notices, ONWARD_NOTICE_TOO_LONG,
         g_strdup_printf (_ ("%u words are more than most people read; stay under %d."), words, ONWARD_WORDS_MOST));
}

/**
 * onward_composition_describe_pressure:
 * @self: a message
 *
 * Main thread. Law 6 of playbook.md, at this moment.
 *
 * Returns: (transfer full) (nullable): why this message would press the person; NULL when it would not
 */
char *
onward_composition_describe_pressure (OnwardComposition *self)
{
  OnwardNow now = onward_store_get_now (self->store);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (now.zone);
  char wall[ONWARD_WALL_SIZE];
  OnwardDue due = { .contact = self->about->contact, .remind_at = wall };

  if (zone == NULL)
    return NULL;
  onward_wall_format (onward_zone_wall (zone, now.unix_time) + 1, wall);
  return onward_due_describe_pressure (self->store, &due);
}

/**
 * onward_composition_get_notices:
 * @self: a message
 *
 * Main thread. None of them keeps anybody from sending it.
 *
 * Returns: (transfer full) (element-type OnwardNotice): what to think of, the gravest first
 */
GPtrArray *
onward_composition_get_notices (OnwardComposition *self)
{
  GPtrArray *notices = g_ptr_array_new_with_free_func (free_notice);
  g_autofree char *text = onward_pieces_to_message (self->draft->body);
  g_autoptr (OnwardContact) contact =
      self->about->contact != 0 ? onward_store_get_record (self->store, ONWARD_TYPE_CONTACT, self->about->contact)
                                : NULL;

  if (contact != NULL && contact->do_not_contact)
    add (notices, ONWARD_NOTICE_DO_NOT_CONTACT, g_strdup (_ ("This person is not to be contacted.")));
  add (notices, ONWARD_NOTICE_PRESSURE, onward_composition_describe_pressure (self));
  add_unnamed (notices, self, text);
  add (notices, ONWARD_NOTICE_SAME_SENTENCE, describe_same_sentence (self));
  add (notices, ONWARD_NOTICE_SAME_LINK, describe_same_link (self, text));
  add (notices, ONWARD_NOTICE_NOTHING_NEW, describe_nothing_new (self));
  add_feedback (notices, self, text);
  add (notices, ONWARD_NOTICE_BANNED, onward_template_find_banned (text));
  add_length (notices, self);
  return notices;
}
