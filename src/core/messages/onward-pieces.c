/* onward-pieces.c - words and slots in a row: what a draft is made of */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-pieces.h"

#include <string.h>

static const char *const kinds[] = { "text", "fact", "open", "typed" };

static void
free_piece (gpointer data)
{
  OnwardPiece *piece = data;

  g_free (piece->slot);
  g_free (piece->condition);
  g_free (piece->text);
  g_free (piece);
}

static OnwardPiece *
get_piece (GPtrArray *pieces, guint index)
{
  return index < pieces->len ? pieces->pdata[index] : NULL;
}

/**
 * onward_pieces_new:
 *
 * Returns: (transfer full) (element-type OnwardPiece): no words
 */
GPtrArray *
onward_pieces_new (void)
{
  return g_ptr_array_new_with_free_func (free_piece);
}

/* Words in a row that come from the same place are one piece; slots stay apart. */
static gboolean
joins (const OnwardPiece *last, OnwardPieceKind kind, const char *slot, const char *condition)
{
  return last != NULL && last->kind == kind && (kind == ONWARD_PIECE_TEXT || kind == ONWARD_PIECE_TYPED)
         && g_strcmp0 (last->slot, slot) == 0 && g_strcmp0 (last->condition, condition) == 0;
}

/**
 * onward_pieces_add_full:
 * @pieces: (element-type OnwardPiece): words
 * @kind: where the words come from
 * @slot: (nullable): the slot they fill
 * @condition: (nullable): of their paragraph
 * @text: the words; plain text next to plain text becomes one piece
 */
void
onward_pieces_add_full (GPtrArray *pieces, OnwardPieceKind kind, const char *slot, const char *condition,
                        const char *text)
{
  OnwardPiece *last = pieces->len > 0 ? get_piece (pieces, pieces->len - 1) : NULL;
  OnwardPiece *piece;

  if (*text == '\0')
    return;
  if (joins (last, kind, slot, condition))
    {
      char *longer = g_strconcat (last->text, text, NULL);

      g_free (last->text);
      last->text = longer;
      return;
    }
  piece = g_new0 (OnwardPiece, 1);
  piece->kind = kind;
  piece->slot = g_strdup (slot);
  piece->condition = g_strdup (condition);
  piece->text = g_strdup (text);
  g_ptr_array_add (pieces, piece);
}

/**
 * onward_pieces_add:
 * @pieces: (element-type OnwardPiece): words
 * @kind: where the words come from
 * @slot: (nullable): the slot they fill
 * @text: the words; plain text next to plain text becomes one piece
 */
void
onward_pieces_add (GPtrArray *pieces, OnwardPieceKind kind, const char *slot, const char *text)
{
  onward_pieces_add_full (pieces, kind, slot, NULL, text);
}

/**
 * onward_pieces_copy:
 * @pieces: (element-type OnwardPiece): words
 *
 * Returns: (transfer full) (element-type OnwardPiece): the same words
 */
GPtrArray *
onward_pieces_copy (GPtrArray *pieces)
{
  GPtrArray *copy = onward_pieces_new ();

  for (guint i = 0; i < pieces->len; i++)
    {
      OnwardPiece *piece = get_piece (pieces, i);

      onward_pieces_add_full (copy, piece->kind, piece->slot, piece->condition, piece->text);
    }
  return copy;
}

static gboolean
ends_sentence (char c)
{
  return c == '.' || c == '?' || c == '!';
}

/* Behind the slot nothing but the end of the sentence; @length gets how much of that is punctuation. */
static gboolean
closes_sentence (const OnwardPiece *next, gsize *length)
{
  const char *p = next != NULL ? next->text : "";

  *length = 0;
  if (next != NULL && next->kind != ONWARD_PIECE_TEXT && next->kind != ONWARD_PIECE_TYPED)
    return FALSE;
  while (ends_sentence (p[*length]))
    (*length)++;
  return p[*length] == '\0' || p[*length] == ' ' || p[*length] == '\n';
}

/* Where the last sentence of @text begins; -1 when it begins further back. */
static gssize
find_sentence (const char *text)
{
  for (gssize i = (gssize)strlen (text) - 1; i >= 0; i--)
    if (text[i] == '\n' || (i > 0 && text[i] == ' ' && ends_sentence (text[i - 1])))
      return i + 1;
  return -1;
}

/* The piece in which the sentence begins that ends with the slot at @index, and where in it; FALSE when the user wrote
 * in that sentence, or when it has another slot that is open: then it is more than the slot. */
static gboolean
find_start (GPtrArray *pieces, guint index, guint *piece, gsize *offset)
{
  for (guint i = index; i > 0; i--)
    {
      OnwardPiece *before = get_piece (pieces, i - 1);
      gssize start;

      if (before->kind == ONWARD_PIECE_OPEN)
        return FALSE;
      if (before->kind == ONWARD_PIECE_FACT)
        continue;
      start = find_sentence (before->text);
      if (start < 0 && before->kind == ONWARD_PIECE_TYPED)
        return FALSE;
      if (start < 0)
        continue;
      if (before->kind == ONWARD_PIECE_TYPED && before->text[start] != '\0')
        return FALSE;
      *piece = i - 1;
      *offset = (gsize)start;
      return TRUE;
    }
  *piece = 0;
  *offset = 0;
  return TRUE;
}

static void
set_text (OnwardPiece *piece, char *text)
{
  g_free (piece->text);
  piece->text = text;
}

/* What lies around a gap closes up: no space before punctuation, no paragraph without words. */
static void
close_gap (GPtrArray *pieces, guint index)
{
  OnwardPiece *before = index > 0 ? get_piece (pieces, index - 1) : NULL;
  OnwardPiece *after = get_piece (pieces, index);
  gsize length = before != NULL ? strlen (before->text) : 0;
  gboolean line_before = before == NULL || (length > 0 && before->text[length - 1] == '\n');

  if (after != NULL && (after->kind == ONWARD_PIECE_TEXT || after->kind == ONWARD_PIECE_TYPED))
    {
      const char *rest = after->text;

      if (line_before)
        while (*rest == ' ' || *rest == '\n')
          rest++;
      else if (length > 0 && before->text[length - 1] == ' ' && strchr (" ,.;:!?\n", *rest) != NULL)
        length--;
      if (rest != after->text)
        set_text (after, g_strdup (rest));
    }
  if (after == NULL)
    while (length > 0 && g_ascii_isspace (before->text[length - 1]))
      length--;
  if (before != NULL && before->text[length] != '\0')
    set_text (before, g_strndup (before->text, length));
}

static void
remove_empty (GPtrArray *pieces)
{
  for (guint i = pieces->len; i > 0; i--)
    if (*get_piece (pieces, i - 1)->text == '\0')
      g_ptr_array_remove_index (pieces, i - 1);
}

/**
 * onward_pieces_dismiss:
 * @pieces: (element-type OnwardPiece): words
 * @index: an open slot
 *
 * Takes the slot out, and the sentence that leads to it when nothing follows and nobody wrote in it: “What I wish I had
 * said:” says nothing alone.
 */
void
onward_pieces_dismiss (GPtrArray *pieces, guint index)
{
  OnwardPiece *next = get_piece (pieces, index + 1);
  guint first = index;
  gsize offset = 0, closing;

  if (closes_sentence (next, &closing) && find_start (pieces, index, &first, &offset))
    {
      OnwardPiece *start = get_piece (pieces, first);

      if (next != NULL && closing > 0)
        set_text (next, g_strdup (next->text + closing));
      if (first < index && offset > 0)
        {
          set_text (start, g_strndup (start->text, offset));
          first++;
        }
    }
  else
    first = index;
  g_ptr_array_remove_range (pieces, first, index - first + 1);
  if (next != NULL && *next->text == '\0')
    g_ptr_array_remove_index (pieces, first);
  close_gap (pieces, first);
  remove_empty (pieces);
}

/**
 * onward_pieces_open_words:
 * @pieces: (element-type OnwardPiece): words
 * @words: what must not stand there any more, such as a name
 * @slot: the open slot that takes its place
 * @prompt: what that says
 */
void
onward_pieces_open_words (GPtrArray *pieces, const char *words, const char *slot, const char *prompt)
{
  g_autoptr (GPtrArray) old = onward_pieces_copy (pieces);

  g_ptr_array_set_size (pieces, 0);
  for (guint i = 0; i < old->len; i++)
    {
      OnwardPiece *piece = get_piece (old, i);
      const char *rest = piece->text;
      const char *found;

      while (*words != '\0' && piece->kind != ONWARD_PIECE_OPEN && (found = strstr (rest, words)) != NULL)
        {
          g_autofree char *before = g_strndup (rest, found - rest);

          onward_pieces_add_full (pieces, piece->kind, piece->slot, piece->condition, before);
          onward_pieces_add_full (pieces, ONWARD_PIECE_OPEN, slot, piece->condition, prompt);
          rest = found + strlen (words);
        }
      onward_pieces_add_full (pieces, piece->kind, piece->slot, piece->condition, rest);
    }
}

static char *
join_text (GPtrArray *pieces, gboolean with_open)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < pieces->len; i++)
    {
      OnwardPiece *piece = get_piece (pieces, i);

      if (piece->kind != ONWARD_PIECE_OPEN)
        g_string_append (text, piece->text);
      else if (with_open)
        g_string_append_printf (text, "[%s]", piece->text);
    }
  return g_string_free (text, FALSE);
}

/**
 * onward_pieces_to_text:
 * @pieces: (element-type OnwardPiece): words
 *
 * Returns: (transfer full): the words; an open slot stands in square brackets
 */
char *
onward_pieces_to_text (GPtrArray *pieces)
{
  return join_text (pieces, TRUE);
}

/**
 * onward_pieces_to_message:
 * @pieces: (element-type OnwardPiece): words
 *
 * Returns: (transfer full): the words as they would be sent: an open slot says nothing
 */
char *
onward_pieces_to_message (GPtrArray *pieces)
{
  return join_text (pieces, FALSE);
}

/**
 * onward_pieces_count_open:
 * @pieces: (element-type OnwardPiece): words
 *
 * Returns: how many slots wait for the user
 */
guint
onward_pieces_count_open (GPtrArray *pieces)
{
  guint count = 0;

  for (guint i = 0; i < pieces->len; i++)
    count += get_piece (pieces, i)->kind == ONWARD_PIECE_OPEN;
  return count;
}

/**
 * onward_pieces_equal:
 * @a: (element-type OnwardPiece): words
 * @b: (element-type OnwardPiece): words
 *
 * Returns: whether they read the same, with the same slots open
 */
gboolean
onward_pieces_equal (GPtrArray *a, GPtrArray *b)
{
  g_autofree char *first = onward_pieces_to_text (a);
  g_autofree char *second = onward_pieces_to_text (b);

  return strcmp (first, second) == 0 && onward_pieces_count_open (a) == onward_pieces_count_open (b);
}

/**
 * onward_pieces_to_json:
 * @pieces: (element-type OnwardPiece): words
 *
 * Returns: (transfer full): an array that onward_pieces_from_json() reads
 */
JsonNode *
onward_pieces_to_json (GPtrArray *pieces)
{
  JsonArray *array = json_array_new ();
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  for (guint i = 0; i < pieces->len; i++)
    {
      OnwardPiece *piece = get_piece (pieces, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "kind", kinds[piece->kind]);
      if (piece->slot != NULL)
        json_object_set_string_member (object, "slot", piece->slot);
      if (piece->condition != NULL)
        json_object_set_string_member (object, "condition", piece->condition);
      json_object_set_string_member (object, "text", piece->text);
      json_array_add_object_element (array, object);
    }
  json_node_take_array (node, array);
  return node;
}

/**
 * onward_pieces_from_json:
 * @node: (nullable): what onward_pieces_to_json() wrote
 *
 * Returns: (transfer full) (element-type OnwardPiece): the words; what is no piece is passed over
 */
GPtrArray *
onward_pieces_from_json (JsonNode *node)
{
  GPtrArray *pieces = onward_pieces_new ();
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      JsonObject *object = JSON_NODE_HOLDS_OBJECT (element) ? json_node_get_object (element) : NULL;
      const char *kind = object != NULL ? json_object_get_string_member_with_default (object, "kind", "typed") : NULL;

      for (guint j = 0; object != NULL && j < G_N_ELEMENTS (kinds); j++)
        if (strcmp (kind, kinds[j]) == 0)
          onward_pieces_add_full (pieces, (OnwardPieceKind)j,
                                  json_object_get_string_member_with_default (object, "slot", NULL),
                                  json_object_get_string_member_with_default (object, "condition", NULL),
                                  json_object_get_string_member_with_default (object, "text", ""));
    }
  return pieces;
}
