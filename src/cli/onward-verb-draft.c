/* onward-verb-draft.c - onward-cli draft: the message that a follow-up asks for */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-cli.h"
#include "onward-output.h"

#include "messages/onward-drafts.h"
#include "store/onward-follow-ups.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

static void
set_text (JsonObject *object, const char *member, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, member, text);
  else
    json_object_set_null_member (object, member);
}

static void
print_json (OnwardDraft *draft, const char *subject, const char *body)
{
  JsonObject *object = json_object_new ();
  JsonArray *open = json_array_new ();
  JsonNode *node = json_node_alloc ();
  g_auto (GStrv) slots = onward_draft_get_open_slots (draft);

  for (guint i = 0; slots[i] != NULL; i++)
    json_array_add_string_element (open, slots[i]);
  set_text (object, "to", draft->to);
  set_text (object, "channel", draft->channel);
  set_text (object, "subject", draft->subject->len > 0 ? subject : NULL);
  set_text (object, "body", body);
  json_object_set_array_member (object, "open_slots", open);
  json_node_init (node, JSON_NODE_OBJECT);
  json_node_take_object (node, object);
  onward_output_print_json (node);
}

static void
print_lines (const char *body)
{
  g_auto (GStrv) lines = g_strsplit (body, "\n", -1);

  onward_output_print_line ("%s", "");
  for (guint i = 0; lines[i] != NULL; i++)
    onward_output_print_line ("%s", lines[i]);
}

static gboolean
run_draft (OnwardCli *cli, char **arguments, GError **error)
{
  gint64 id = onward_follow_ups_find (cli->store, arguments[0], error);
  g_autoptr (OnwardFollowUp) follow_up =
      id != 0 ? onward_store_get_record (cli->store, ONWARD_TYPE_FOLLOW_UP, id) : NULL;
  g_autoptr (OnwardDraft) draft = follow_up != NULL ? onward_drafts_make (cli->store, follow_up, NULL, error) : NULL;
  g_autofree char *subject = draft != NULL ? onward_pieces_to_text (draft->subject) : NULL;
  g_autofree char *body = draft != NULL ? onward_pieces_to_text (draft->body) : NULL;

  if (draft == NULL)
    return FALSE;
  if (cli->json)
    {
      print_json (draft, subject, body);
      return TRUE;
    }
  if (draft->to != NULL)
    onward_output_print_line (_ ("To: %s"), draft->to);
  if (draft->subject->len > 0)
    onward_output_print_line (_ ("Subject: %s"), subject);
  print_lines (body);
  return TRUE;
}

const OnwardVerb onward_verb_draft = {
  .name = "draft",
  .arguments = N_ ("KEY"),
  .summary = N_ ("The message that a follow-up asks for"),
  .description = N_ ("What only you can say stands in square brackets. Onward sends nothing."),
  .least = 1,
  .most = 1,
  .run = run_draft,
};
