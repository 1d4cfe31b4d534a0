/* onward-composition.c - a message while it is written: what is filled, typed and dismissed, and kept */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-composition.h"

#include "messages/onward-template.h"
#include "store/onward-draft-facts.h"
#include "store/onward-json-writer.h"
#include "store/onward-kept-drafts.h"
#include "store/onward-reach.h"

#include <string.h>

/* The slot that a thank-you must have when there was a concern. */
#define CONCERN "concern"
#define ANSWER  "concern_answer"
#define NAMED   "introducer"

static GHashTable *
create_texts (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * onward_composition_free:
 * @self: (transfer full): a message
 */
void
onward_composition_free (OnwardComposition *self)
{
  g_clear_object (&self->store);
  g_clear_object (&self->about);
  g_free (self->template);
  g_clear_pointer (&self->draft, onward_draft_free);
  g_clear_pointer (&self->filled, g_hash_table_unref);
  g_clear_pointer (&self->dismissed, g_hash_table_unref);
  g_clear_pointer (&self->facts, g_hash_table_unref);
  g_free (self);
}

/* Puts what the user has typed and dismissed into words that come from the template. */
static GPtrArray *
apply_user (OnwardComposition *self, GPtrArray *fresh)
{
  GPtrArray *pieces = onward_pieces_new ();

  for (guint i = 0; i < fresh->len; i++)
    {
      OnwardPiece *piece = fresh->pdata[i];
      const char *typed = piece->slot != NULL ? g_hash_table_lookup (self->filled, piece->slot) : NULL;

      onward_pieces_add_full (pieces, typed != NULL ? ONWARD_PIECE_TYPED : piece->kind, piece->slot, piece->condition,
                              typed != NULL ? typed : piece->text);
    }
  /* A slot takes the sentence that leads to it along, which may be several pieces. */
  for (guint i = pieces->len; i > 0; i = MIN (i - 1, pieces->len))
    {
      OnwardPiece *piece = pieces->pdata[i - 1];

      if (piece->kind == ONWARD_PIECE_OPEN && g_hash_table_contains (self->dismissed, piece->slot))
        onward_pieces_dismiss (pieces, i - 1);
    }
  return pieces;
}

/* An introducer who may not be named is not, wherever the name came from. */
static void
hide_names (OnwardComposition *self, GPtrArray *pieces)
{
  g_auto (GStrv) names = onward_draft_facts_get_unnamed (self->store, self->about);
  g_autofree char *prompt = onward_template_get_prompt (NAMED, self->facts);

  for (guint i = 0; names[i] != NULL; i++)
    onward_pieces_open_words (pieces, names[i], NAMED, prompt);
}

/* The words of the template with what the user filled in. */
static OnwardDraft *
build (OnwardComposition *self, const char *template, const char *channel, GError **error)
{
  OnwardDraft *draft = onward_drafts_fill (self->store, self->about, template, channel, self->facts, error);
  GPtrArray *subject, *body;

  if (draft == NULL)
    return NULL;
  subject = apply_user (self, draft->subject);
  body = apply_user (self, draft->body);
  g_ptr_array_unref (draft->subject);
  g_ptr_array_unref (draft->body);
  draft->subject = subject;
  draft->body = body;
  hide_names (self, draft->subject);
  hide_names (self, draft->body);
  return draft;
}

static gboolean
rebuild (OnwardComposition *self, const char *template, const char *channel, GError **error)
{
  OnwardDraft *draft = build (self, template, channel, error);
  char *name = g_strdup (template);

  if (draft != NULL)
    {
      g_clear_pointer (&self->draft, onward_draft_free);
      self->draft = draft;
      g_free (self->template);
      self->template = name;
    }
  else
    g_free (name);
  return draft != NULL;
}

/* From a paragraph on that only stood for a fact that is gone, up to where it ends: did the user write in it? */
static guint
find_end (GPtrArray *pieces, guint start, gboolean *typed)
{
  OnwardPiece *first = pieces->pdata[start];
  guint end = start;

  *typed = FALSE;
  for (; end < pieces->len; end++)
    {
      OnwardPiece *piece = pieces->pdata[end];

      if (piece->kind == ONWARD_PIECE_TYPED)
        *typed = TRUE;
      else if (g_strcmp0 (piece->condition, first->condition) != 0)
        break;
    }
  return end;
}

/* Edited words with the facts as they are now: what has no fact any more is open, and a paragraph that stood only for
 * it goes, unless the user wrote in it. */
static GPtrArray *
renew (OnwardComposition *self, GPtrArray *old)
{
  GPtrArray *pieces = onward_pieces_new ();

  for (guint i = 0; i < old->len; i++)
    {
      OnwardPiece *piece = old->pdata[i];
      const char *fact = piece->slot != NULL ? g_hash_table_lookup (self->facts, piece->slot) : NULL;
      gboolean typed;
      guint end;

      if (piece->kind != ONWARD_PIECE_TYPED && !onward_template_check_conditions (piece->condition, self->facts)
          && (end = find_end (old, i, &typed)) > i && !typed)
        {
          i = end - 1;
          continue;
        }
      if (piece->kind == ONWARD_PIECE_FACT && fact == NULL)
        {
          g_autofree char *prompt = onward_template_get_prompt (piece->slot, self->facts);

          onward_pieces_add_full (pieces, ONWARD_PIECE_OPEN, piece->slot, piece->condition, prompt);
        }
      else
        onward_pieces_add_full (pieces, piece->kind, piece->slot, piece->condition,
                                piece->kind == ONWARD_PIECE_FACT ? fact : piece->text);
    }
  hide_names (self, pieces);
  return pieces;
}

static gboolean
has_slot (GPtrArray *pieces, const char *slot)
{
  for (guint i = 0; i < pieces->len; i++)
    if (g_strcmp0 (((OnwardPiece *)pieces->pdata[i])->slot, slot) == 0)
      return TRUE;
  return FALSE;
}

/* A concern that was written down after the user had begun: its paragraph is added, as it stands in the template. */
static void
add_concern (OnwardComposition *self)
{
  g_autoptr (OnwardDraft) fresh = NULL;
  GPtrArray *body = self->draft->body;

  if (!g_hash_table_contains (self->facts, CONCERN) || has_slot (body, ANSWER)
      || g_hash_table_contains (self->dismissed, ANSWER))
    return;
  fresh = onward_drafts_fill (self->store, self->about, self->template, self->draft->channel, self->facts, NULL);
  for (guint i = 0; fresh != NULL && i < fresh->body->len; i++)
    {
      OnwardPiece *piece = fresh->body->pdata[i];

      if (g_strcmp0 (piece->condition, CONCERN) == 0)
        onward_pieces_add_full (body, piece->kind, piece->slot, piece->condition, piece->text);
    }
}

static gboolean
read_kept (OnwardComposition *self)
{
  g_autofree char *text = onward_kept_drafts_get (self->store, self->about->record.id, self->about->contact);
  g_autoptr (JsonNode) node = text != NULL ? onward_json_parse (text, -1, NULL) : NULL;
  JsonObject *object = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonObject *filled;
  JsonArray *dismissed;

  if (object == NULL || !json_object_has_member (object, "template") || !json_object_has_member (object, "channel")
      || !json_object_has_member (object, "filled") || !json_object_has_member (object, "dismissed"))
    return FALSE;
  filled = json_object_get_object_member (object, "filled");
  dismissed = json_object_get_array_member (object, "dismissed");
  for (GList *slots = json_object_get_members (filled), *l = slots; l != NULL; l = g_list_delete_link (l, l))
    g_hash_table_insert (self->filled, g_strdup (l->data), g_strdup (json_object_get_string_member (filled, l->data)));
  for (guint i = 0; i < json_array_get_length (dismissed); i++)
    g_hash_table_add (self->dismissed, g_strdup (json_array_get_string_element (dismissed, i)));
  self->edited = json_object_get_boolean_member_with_default (object, "edited", FALSE);
  self->template = g_strdup (json_object_get_string_member (object, "template"));
  self->draft = onward_draft_new (json_object_get_string_member (object, "channel"), NULL);
  g_ptr_array_unref (self->draft->subject);
  g_ptr_array_unref (self->draft->body);
  self->draft->subject = onward_pieces_from_json (json_object_get_member (object, "subject"));
  self->draft->body = onward_pieces_from_json (json_object_get_member (object, "body"));
  return TRUE;
}

/**
 * onward_composition_new:
 * @store: the store
 * @about: what is owed; for what is not, a new #OnwardFollowUp with a draft's name as its rule
 * @error: return location
 *
 * Main thread. Goes on with what the user has begun, with the facts as they are now.
 *
 * Returns: (transfer full) (nullable): the message; NULL with @error set when the follow-up asks for none
 */
OnwardComposition *
onward_composition_new (OnwardStore *store, OnwardFollowUp *about, GError **error)
{
  g_autoptr (OnwardComposition) self = g_new0 (OnwardComposition, 1);
  const char *template = onward_drafts_get_template (about);
  g_autofree char *channel = NULL;

  self->store = g_object_ref (store);
  self->about = g_object_ref (about);
  self->filled = create_texts ();
  self->dismissed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->facts = onward_draft_facts_collect (store, about);
  if (read_kept (self))
    {
      onward_composition_refresh (self);
      return g_steal_pointer (&self);
    }
  if (template == NULL)
    {
      g_autoptr (OnwardDraft) none = onward_drafts_make (store, about, NULL, error);

      return NULL;
    }
  channel = onward_drafts_propose_channel (store, about, template);
  return rebuild (self, template, channel, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * onward_composition_new_note:
 * @store: the store
 * @contact: a row of contacts
 * @error: return location
 *
 * Main thread. A message to a person that no rule asks for.
 *
 * Returns: (transfer full) (nullable): the message; NULL with @error set
 */
OnwardComposition *
onward_composition_new_note (OnwardStore *store, gint64 contact, GError **error)
{
  g_autoptr (OnwardFollowUp) about = g_object_new (ONWARD_TYPE_FOLLOW_UP, NULL);

  about->contact = contact;
  onward_set_text (&about->rule, "note");
  return onward_composition_new (store, about, error);
}

/**
 * onward_composition_refresh:
 * @self: a message
 *
 * Reads the facts again: a name that may no longer be said is taken out, a concern written down since is asked about.
 *
 * Returns: whether the words are different now
 */
gboolean
onward_composition_refresh (OnwardComposition *self)
{
  g_autoptr (GPtrArray) subject = onward_pieces_copy (self->draft->subject);
  g_autoptr (GPtrArray) body = onward_pieces_copy (self->draft->body);

  g_hash_table_unref (self->facts);
  self->facts = onward_draft_facts_collect (self->store, self->about);
  g_free (self->draft->to);
  self->draft->to = onward_reach_get_address (self->store, self->about->contact, self->draft->channel);
  if (!self->edited)
    {
      g_autofree char *template = g_strdup (self->template);
      g_autofree char *channel = g_strdup (self->draft->channel);

      rebuild (self, template, channel, NULL);
    }
  else
    {
      g_ptr_array_unref (self->draft->subject);
      g_ptr_array_unref (self->draft->body);
      self->draft->subject = renew (self, subject);
      self->draft->body = renew (self, body);
      add_concern (self);
    }
  return !onward_pieces_equal (subject, self->draft->subject) || !onward_pieces_equal (body, self->draft->body);
}

/**
 * onward_composition_set_channel:
 * @self: a message
 * @channel: how it is to travel
 * @error: return location
 *
 * Words that the user changed stay; else they become those of that channel, with what was filled in.
 *
 * Returns: whether there is such a draft
 */
gboolean
onward_composition_set_channel (OnwardComposition *self, const char *channel, GError **error)
{
  g_autofree char *template = g_strdup (self->template);
  g_autofree char *wanted = g_strdup (channel);

  if (!self->edited)
    return rebuild (self, template, wanted, error);
  g_free (self->draft->channel);
  g_free (self->draft->to);
  self->draft->channel = g_steal_pointer (&wanted);
  self->draft->to = onward_reach_get_address (self->store, self->about->contact, self->draft->channel);
  return TRUE;
}

/**
 * onward_composition_set_template:
 * @self: a message
 * @template: the draft to begin from
 * @error: return location
 *
 * What was filled in is put where the other draft has the same slots; words outside of slots give way.
 *
 * Returns: whether there is such a draft
 */
gboolean
onward_composition_set_template (OnwardComposition *self, const char *template, GError **error)
{
  g_autofree char *channel = NULL;

  channel = onward_drafts_propose_channel (self->store, self->about, template);
  if (!rebuild (self, template, channel, error))
    return FALSE;
  self->edited = FALSE;
  return TRUE;
}

/**
 * onward_composition_start_again:
 * @self: a message
 * @error: return location
 *
 * The draft as it was before the user touched it.
 *
 * Returns: whether there is one
 */
gboolean
onward_composition_start_again (OnwardComposition *self, GError **error)
{
  g_autofree char *template = g_strdup (self->template);
  g_autofree char *channel = g_strdup (self->draft->channel);

  g_hash_table_remove_all (self->filled);
  g_hash_table_remove_all (self->dismissed);
  self->edited = FALSE;
  return rebuild (self, template, channel, error);
}

static void
note_slots (OnwardComposition *self, GPtrArray *before, GPtrArray *after)
{
  for (guint i = 0; i < before->len; i++)
    {
      OnwardPiece *piece = before->pdata[i];

      if (piece->kind == ONWARD_PIECE_OPEN && !has_slot (after, piece->slot))
        g_hash_table_add (self->dismissed, g_strdup (piece->slot));
    }
  for (guint i = 0; i < after->len; i++)
    {
      OnwardPiece *piece = after->pdata[i];

      if (piece->slot == NULL)
        continue;
      if (piece->kind == ONWARD_PIECE_TYPED)
        g_hash_table_insert (self->filled, g_strdup (piece->slot), g_strdup (piece->text));
      else
        g_hash_table_remove (self->filled, piece->slot);
      g_hash_table_remove (self->dismissed, piece->slot);
    }
}

/**
 * onward_composition_set_words:
 * @self: a message
 * @subject: (element-type OnwardPiece): as the user has it now
 * @body: (element-type OnwardPiece): as the user has it now
 *
 * An open slot that is gone without having been filled is dismissed.
 */
void
onward_composition_set_words (OnwardComposition *self, GPtrArray *subject, GPtrArray *body)
{
  g_autoptr (OnwardDraft) fresh = NULL;
  g_autoptr (GPtrArray) old_subject = g_steal_pointer (&self->draft->subject);
  g_autoptr (GPtrArray) old_body = g_steal_pointer (&self->draft->body);

  note_slots (self, old_subject, subject);
  note_slots (self, old_body, body);
  self->draft->subject = onward_pieces_copy (subject);
  self->draft->body = onward_pieces_copy (body);
  fresh = build (self, self->template, self->draft->channel, NULL);
  self->edited =
      fresh == NULL || !onward_pieces_equal (fresh->body, body) || !onward_pieces_equal (fresh->subject, subject);
}

/**
 * onward_composition_count_open:
 * @self: a message
 *
 * Returns: how many slots must still be filled or dismissed
 */
guint
onward_composition_count_open (OnwardComposition *self)
{
  guint subject = onward_draft_has_subject (self->draft->channel) ? onward_pieces_count_open (self->draft->subject) : 0;

  return subject + onward_pieces_count_open (self->draft->body);
}

/**
 * onward_composition_to_text:
 * @self: a message
 *
 * Returns: (transfer full): JSON, for onward_kept_drafts_keep()
 */
char *
onward_composition_to_text (OnwardComposition *self)
{
  JsonObject *object = json_object_new ();
  JsonObject *filled = json_object_new ();
  JsonArray *dismissed = json_array_new ();
  GHashTableIter iter;
  gpointer slot, text;
  char *json;

  g_hash_table_iter_init (&iter, self->filled);
  while (g_hash_table_iter_next (&iter, &slot, &text))
    json_object_set_string_member (filled, slot, text);
  g_hash_table_iter_init (&iter, self->dismissed);
  while (g_hash_table_iter_next (&iter, &slot, NULL))
    json_array_add_string_element (dismissed, slot);
  json_object_set_string_member (object, "template", self->template);
  json_object_set_string_member (object, "channel", self->draft->channel);
  json_object_set_boolean_member (object, "edited", self->edited);
  json_object_set_object_member (object, "filled", filled);
  json_object_set_array_member (object, "dismissed", dismissed);
  json_object_set_member (object, "subject", onward_pieces_to_json (self->draft->subject));
  json_object_set_member (object, "body", onward_pieces_to_json (self->draft->body));
  json = onward_json_object_to_text (object);
  json_object_unref (object);
  return json;
}

/**
 * onward_composition_read_body:
 * @text: what onward_composition_to_text() wrote
 *
 * Returns: (transfer full) (element-type OnwardPiece): its words
 */
GPtrArray *
onward_composition_read_body (const char *text)
{
  g_autoptr (JsonNode) node = onward_json_parse (text, -1, NULL);

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return onward_pieces_new ();
  return onward_pieces_from_json (json_object_get_member (json_node_get_object (node), "body"));
}
