/* onward-template.c - words with slots: what a draft begins from */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-template.h"

#include "onward-slots.h"
#include "onward-template-resources.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define FOLDER  "/io/github/onward_app/Onward/templates/"
#define SUBJECT "Subject: "
#define IF      "if "
#define NOT     "not "

/**
 * onward_template_new:
 * @subject: (nullable): the subject line
 * @body: the words
 *
 * Returns: (transfer full): a template, for example the user's own
 */
OnwardTemplate *
onward_template_new (const char *subject, const char *body)
{
  OnwardTemplate *self = g_new0 (OnwardTemplate, 1);

  self->subject = g_strdup (subject);
  self->body = g_strdup (body);
  return self;
}

/**
 * onward_template_free:
 * @self: (transfer full): a template
 */
void
onward_template_free (OnwardTemplate *self)
{
  g_free (self->subject);
  g_free (self->body);
  g_free (self);
}

/**
 * onward_template_load:
 * @name: a draft of messages.md, such as `thank-you`
 * @channel: how it travels
 * @language: two letters; English when there is none in that language
 *
 * Returns: (transfer full) (nullable): the template that comes with Onward; for a channel without words of its own
 *   those of e-mail; NULL when there is no such draft
 */
OnwardTemplate *
onward_template_load (const char *name, const char *channel, const char *language)
{
  const char *const languages[] = { language, "en" };
  const char *const channels[] = { channel, "email" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    for (guint j = 0; j < G_N_ELEMENTS (channels); j++)
      {
        g_autofree char *path = g_strdup_printf (FOLDER "%s/%s.%s.txt", languages[i], name, channels[j]);
        g_autoptr (GBytes) bytes = g_resource_lookup_data (onward_templates_get_resource (), path, 0, NULL);
        const char *text = bytes != NULL ? g_bytes_get_data (bytes, NULL) : NULL;
        const char *end = text != NULL ? strstr (text, "\n\n") : NULL;
        g_autofree char *subject = NULL;
        g_autofree char *body = NULL;

        if (text == NULL)
          continue;
        if (g_str_has_prefix (text, SUBJECT) && end != NULL)
          {
            subject = g_strndup (text + strlen (SUBJECT), end - text - strlen (SUBJECT));
            text = end + 2;
          }
        body = g_strchomp (g_strdup (text));
        return onward_template_new (subject, body);
      }
  return NULL;
}

/**
 * onward_template_get_prompt:
 * @slot: a slot
 * @facts: (element-type utf8 utf8): slot → words
 *
 * Returns: (transfer full): what an open slot says: what to write there
 */
char *
onward_template_get_prompt (const char *slot, GHashTable *facts)
{
  const OnwardSlot *known = onward_slot_find (slot);
  g_auto (GStrv) parts = g_regex_split_simple ("\\{([a-z_]+)\\}", known != NULL ? _ (known->prompt) : slot, 0, 0);
  g_autoptr (GString) prompt = g_string_new (NULL);

  /* Every second part is the name of a fact. */
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *fact = i % 2 == 1 ? g_hash_table_lookup (facts, parts[i]) : NULL;
      const OnwardSlot *named = i % 2 == 1 ? onward_slot_find (parts[i]) : NULL;

      if (fact != NULL)
        g_string_append (prompt, fact);
      else
        g_string_append (prompt, named != NULL ? _ (named->prompt) : parts[i]);
    }
  return g_strdup (prompt->str);
}

/* What stands between braces, and where it ends; NULL when @text does not begin with a slot. */
static char *
read_slot (const char *text, const char **end)
{
  const char *close = *text == '{' ? strchr (text, '}') : NULL;

  if (close == NULL)
    return NULL;
  *end = close + 1;
  return g_strndup (text + 1, close - text - 1);
}

static void
fill_text (GPtrArray *pieces, const char *text, const char *condition, GHashTable *facts)
{
  g_autoptr (GString) words = g_string_new (NULL);

  while (*text != '\0')
    {
      const char *end;
      g_autofree char *slot = read_slot (text, &end);
      g_autofree char *prompt = NULL;
      const char *fact;

      if (slot == NULL)
        {
          g_string_append_c (words, *text++);
          continue;
        }
      onward_pieces_add_full (pieces, ONWARD_PIECE_TEXT, NULL, condition, words->str);
      g_string_truncate (words, 0);
      fact = g_hash_table_lookup (facts, slot);
      if (fact == NULL)
        prompt = onward_template_get_prompt (slot, facts);
      onward_pieces_add_full (pieces, fact != NULL ? ONWARD_PIECE_FACT : ONWARD_PIECE_OPEN, slot, condition,
                              fact != NULL ? fact : prompt);
      text = end;
    }
  onward_pieces_add_full (pieces, ONWARD_PIECE_TEXT, NULL, condition, words->str);
}

static gboolean
check_condition (const char *condition, GHashTable *facts)
{
  gboolean wanted = !g_str_has_prefix (condition, NOT);

  return g_hash_table_contains (facts, wanted ? condition : condition + strlen (NOT)) == wanted;
}

/**
 * onward_template_check_conditions:
 * @conditions: (nullable): those of a paragraph, as a piece keeps them
 * @facts: (element-type utf8 utf8): slot → words
 *
 * Returns: whether all of them hold
 */
gboolean
onward_template_check_conditions (const char *conditions, GHashTable *facts)
{
  g_auto (GStrv) list = g_strsplit (conditions != NULL ? conditions : "", ",", -1);

  for (guint i = 0; list[i] != NULL; i++)
    if (!check_condition (list[i], facts))
      return FALSE;
  return TRUE;
}

/* Takes the conditions off the start of a paragraph; they are kept as `concern,not title`. */
static char *
take_conditions (const char **paragraph)
{
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();
  g_auto (GStrv) conditions = NULL;
  const char *end;
  char *slot;

  while ((slot = read_slot (*paragraph, &end)) != NULL && g_str_has_prefix (slot, IF))
    {
      g_strv_builder_add (list, slot + strlen (IF));
      g_free (slot);
      *paragraph = end;
    }
  g_free (slot);
  conditions = g_strv_builder_end (list);
  return conditions[0] != NULL ? g_strjoinv (",", conditions) : NULL;
}

static void
fill_paragraphs (GPtrArray *pieces, const char *text, GHashTable *facts)
{
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n\n", -1);

  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      const char *paragraph = paragraphs[i];
      g_autofree char *conditions = take_conditions (&paragraph);

      if (!onward_template_check_conditions (conditions, facts))
        continue;
      if (pieces->len > 0)
        onward_pieces_add_full (pieces, ONWARD_PIECE_TEXT, NULL, conditions, "\n\n");
      fill_text (pieces, paragraph, conditions, facts);
    }
}

/**
 * onward_template_fill:
 * @self: a template
 * @facts: (element-type utf8 utf8): slot → words
 * @channel: how it travels
 * @to: (nullable): the address
 *
 * A slot without a fact is marked, never blank and never invented.
 *
 * Returns: (transfer full): the draft
 */
OnwardDraft *
onward_template_fill (OnwardTemplate *self, GHashTable *facts, const char *channel, const char *to)
{
  OnwardDraft *draft = onward_draft_new (channel, to);

  if (self->subject != NULL && onward_draft_has_subject (channel))
    fill_paragraphs (draft->subject, self->subject, facts);
  fill_paragraphs (draft->body, self->body, facts);
  return draft;
}

/**
 * onward_template_find_banned:
 * @text: words
 *
 * Returns: (transfer full) (nullable): what in them says nothing, in a sentence; NULL when nothing does
 */
char *
onward_template_find_banned (const char *text)
{
  static const char *const banned[] = { "just checking in", "touching base", "circling back" };
  g_autofree char *lower = g_utf8_strdown (text, -1);

  for (guint i = 0; i < G_N_ELEMENTS (banned); i++)
    if (strstr (lower, banned[i]) != NULL)
      return g_strdup_printf (_ ("“%s” says nothing; write what is new instead."), banned[i]);
  return NULL;
}

/**
 * onward_template_check:
 * @text: subject or body of a template that somebody wrote
 *
 * Returns: (transfer full) (nullable): what is wrong with it in a sentence; NULL when nothing is
 */
char *
onward_template_check (const char *text)
{
  char *fault = onward_template_find_banned (text);

  if (fault != NULL)
    return fault;
  for (const char *p = strchr (text, '{'); p != NULL; p = strchr (p + 1, '{'))
    {
      const char *end;
      g_autofree char *slot = read_slot (p, &end);
      const char *name = slot;

      if (name != NULL && g_str_has_prefix (name, IF))
        name += strlen (IF);
      if (name != NULL && name != slot && g_str_has_prefix (name, NOT))
        name += strlen (NOT);
      if (name == NULL || onward_slot_find (name) == NULL)
        return g_strdup_printf (_ ("“{%s}” is no slot that Onward knows."), name != NULL ? name : p + 1);
    }
  return NULL;
}
