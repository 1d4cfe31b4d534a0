/* random-commands-people.c - commands about people, what they said and what is kept for them, and imports */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-commands.h"

#include "store/onward-contact-changes.h"
#include "store/onward-contact-import.h"
#include "store/onward-contact-merge.h"
#include "store/onward-contact-removal.h"
#include "store/onward-contacts.h"
#include "store/onward-feedbacks.h"
#include "store/onward-introductions.h"
#include "store/onward-json-import.h"
#include "store/onward-own-templates.h"
#include "store/onward-profile.h"
#include "store/onward-stories.h"
#include "store/onward-value-item-edits.h"

#define CHANCE(one_in) (g_rand_int_range (rand, 0, one_in) == 0)

static gpointer
add_contact (OnwardStore *store, GRand *rand)
{
  OnwardContactDraft *data = g_new0 (OnwardContactDraft, 1);
  g_autofree char *name = make_words (rand);
  g_autofree char *company = make_words (rand);

  data->members = g_ptr_array_new_with_free_func ((GDestroyNotify)onward_contact_edit_free);
  g_ptr_array_add (data->members, onward_contact_edit_new (0, "name", name));
  g_ptr_array_add (data->members, onward_contact_edit_new (0, "company", company));
  g_ptr_array_add (data->members, onward_contact_edit_new (0, "tier", "monthly"));
  return data;
}

static gpointer
set_member (OnwardStore *store, GRand *rand)
{
  gint64 id = pick_row (store, rand, "contacts");
  g_autofree char *words = make_words (rand);

  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      return onward_contact_edit_new (id, "tier", CHANCE (2) ? "yearly" : "monthly");
    case 1:
      return onward_contact_edit_new (id, "company", words);
    case 2:
      return onward_contact_edit_new (id, "name", words);
    default:
      return onward_contact_edit_new (id, "headline", words);
    }
}

static gpointer
set_members (OnwardStore *store, GRand *rand)
{
  GPtrArray *edits = g_ptr_array_new_with_free_func ((GDestroyNotify)onward_contact_edit_free);
  OnwardContactEdit *first = set_member (store, rand);
  OnwardContactEdit *second = set_member (store, rand);

  second->contact = first->contact;
  g_ptr_array_add (edits, first);
  g_ptr_array_add (edits, second);
  return edits;
}

static gpointer
add_words (OnwardStore *store, GRand *rand)
{
  g_autofree char *words = make_words (rand);

  return onward_contact_edit_new (pick_row (store, rand, "contacts"), NULL, words);
}

static gpointer
remove_hook (OnwardStore *store, GRand *rand)
{
  gint64 id = pick_row (store, rand, "contacts WHERE json_array_length (hooks) > 0");
  g_autofree char *hook = NULL;
  g_autoptr (OnwardStatement) row = onward_connection_prepare (
      onward_store_get_connection (store),
      "SELECT coalesce (hooks ->> '$[0].value', hooks ->> 0) FROM contacts WHERE id = ?", NULL);

  onward_statement_bind_int (row, 1, id);
  if (id == 0 || !onward_statement_step (row, NULL))
    return NULL;
  return onward_contact_edit_new (id, NULL, onward_statement_get_text (row, 0));
}

static gpointer
set_item (OnwardStore *store, GRand *rand)
{
  g_autofree char *words = make_words (rand);
  g_autofree char *becomes = g_strdup_printf ("{\"label\":\"work\",\"value\":\"%s\"}", words);

  return onward_contact_item_new (pick_row (store, rand, "contacts"), "emails", NULL, becomes);
}

static GArray *
pick_contacts (OnwardStore *store, GRand *rand)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (int i = g_rand_int_range (rand, 1, 3); i > 0; i--)
    {
      gint64 id = pick_row (store, rand, "contacts");

      if (id != 0 && (ids->len == 0 || g_array_index (ids, gint64, 0) != id))
        g_array_append_val (ids, id);
    }
  return ids;
}

static gpointer
change_all (OnwardStore *store, GRand *rand)
{
  g_autoptr (GArray) ids = pick_contacts (store, rand);
  g_autofree char *words = make_words (rand);

  switch (g_rand_int_range (rand, 0, 3))
    {
    case 0:
      return onward_contacts_change_new (ids, "tags", words);
    case 1:
      return onward_contacts_change_new (ids, "do_not_contact", CHANCE (2) ? "true" : "false");
    default:
      return onward_contacts_change_new (ids, "tier", CHANCE (2) ? "quarterly" : NULL);
    }
}

static gpointer
remove_contacts (OnwardStore *store, GRand *rand)
{
  return pick_contacts (store, rand);
}

static gpointer
merge_contacts (OnwardStore *store, GRand *rand)
{
  g_autoptr (GArray) ids = pick_contacts (store, rand);

  return onward_contact_merge_new (pick_row (store, rand, "contacts"), ids);
}

static gpointer
save_feedback (OnwardStore *store, GRand *rand)
{
  OnwardFeedbackEdit *data = g_new0 (OnwardFeedbackEdit, 1);

  data->id = CHANCE (2) ? pick_row (store, rand, "feedback") : 0;
  data->contact = pick_row (store, rand, "contacts");
  data->source = g_strdup ("insider");
  data->received_on = make_day (rand);
  data->strengths[0] = make_words (rand);
  data->improvements[0] = make_words (rand);
  data->improvements[1] = make_words (rand);
  return data;
}

static gpointer
pick_id (OnwardStore *store, GRand *rand, const char *table)
{
  gint64 id = pick_row (store, rand, table);

  return id != 0 ? g_memdup2 (&id, sizeof id) : NULL;
}

static gpointer
remove_feedback (OnwardStore *store, GRand *rand)
{
  return pick_id (store, rand, "feedback");
}

static gpointer
save_introduction (OnwardStore *store, GRand *rand)
{
  OnwardIntroductionEdit *data = g_new0 (OnwardIntroductionEdit, 1);

  data->id = CHANCE (2) ? pick_row (store, rand, "introductions") : 0;
  data->introducer = pick_row (store, rand, "contacts");
  data->person_name = make_words (rand);
  data->company = make_words (rand);
  data->permission = g_strdup (CHANCE (2) ? "granted" : "asked");
  data->permission_on = make_day (rand);
  data->leads_to = CHANCE (2);
  data->title = make_words (rand);
  return data;
}

static gpointer
remove_introduction (OnwardStore *store, GRand *rand)
{
  return pick_id (store, rand, "introductions");
}

static gpointer
save_story (OnwardStore *store, GRand *rand)
{
  OnwardStoryEdit *data = g_new0 (OnwardStoryEdit, 1);

  data->id = CHANCE (2) ? pick_row (store, rand, "stories") : 0;
  data->title = make_words (rand);
  data->situation = make_words (rand);
  return data;
}

static gpointer
remove_story (OnwardStore *store, GRand *rand)
{
  return pick_id (store, rand, "stories");
}

static gpointer
choose_stories (OnwardStore *store, GRand *rand)
{
  OnwardStoryChoice *data = g_new0 (OnwardStoryChoice, 1);
  g_autoptr (GStrvBuilder) stories = g_strv_builder_new ();

  data->interview = pick_row (store, rand, "interviews");
  for (int i = 0; i < 2; i++)
    {
      gint64 id = pick_row (store, rand, "stories");
      g_autofree char *uuid = onward_rows_get_uuid (onward_store_get_connection (store), "stories", id);

      if (uuid != NULL)
        g_strv_builder_add (stories, uuid);
    }
  data->stories = g_strv_builder_end (stories);
  return data;
}

static gpointer
save_value_item (OnwardStore *store, GRand *rand)
{
  OnwardValueItemEdit *data = g_new0 (OnwardValueItemEdit, 1);

  data->id = CHANCE (2) ? pick_row (store, rand, "value_items") : 0;
  data->kind = g_strdup ("article");
  data->title = make_words (rand);
  return data;
}

static gpointer
remove_value_item (OnwardStore *store, GRand *rand)
{
  return pick_id (store, rand, "value_items");
}

static gpointer
save_template (OnwardStore *store, GRand *rand)
{
  OnwardTemplateEdit *data = g_new0 (OnwardTemplateEdit, 1);

  data->kind = g_strdup (CHANCE (2) ? "thank-you" : "check-in");
  data->channel = g_strdup ("email");
  data->language = g_strdup ("en");
  data->body = CHANCE (3) ? NULL : make_words (rand);
  return data;
}

static gpointer
save_profile (OnwardStore *store, GRand *rand)
{
  OnwardProfile *data = onward_profile_load (store);

  g_free (data->name);
  data->name = CHANCE (3) ? NULL : make_words (rand);
  g_free (data->phone);
  data->phone = CHANCE (3) ? NULL : make_words (rand);
  g_free (data->email);
  data->email = g_strdup ("somebody@example.org");
  data->keep_former = CHANCE (2);
  return data;
}

/* New people, known people with something new, and a company that is new. */
static gpointer
import_contacts (OnwardStore *store, GRand *rand)
{
  OnwardProposal *proposal = onward_proposal_new ();
  int n = CHANCE (3) ? 300 : 3;

  for (int i = 0; i < n; i++)
    {
      OnwardProposedContact contact = { .line = i + 2 };
      g_autofree char *name = make_words (rand);
      g_autofree char *company = make_words (rand);
      const char **members[] = { &contact.company, &contact.url, &contact.position, &contact.connected_on };

      for (guint m = 0; m < G_N_ELEMENTS (members); m++)
        *members[m] = "";
      contact.name = onward_proposal_keep (proposal, name);
      contact.email = onward_proposal_keep (proposal, i == 0 ? "ines@example.org" : "");
      contact.company = onward_proposal_keep (proposal, company);
      onward_proposal_add_contact (proposal, &contact);
    }
  return onward_contact_import_new (proposal, FALSE, NULL);
}

/* A document in which some is known already, and some is not. */
static gpointer
import_json (OnwardStore *store, GRand *rand)
{
  g_autofree char *words = make_words (rand);
  g_autofree char *new_uuid = g_uuid_string_random ();
  g_autofree char *work = g_uuid_string_random ();
  gint64 id = pick_row (store, rand, "contacts");
  g_autofree char *uuid = onward_rows_get_uuid (onward_store_get_connection (store), "contacts", id);
  g_autofree char *text = g_strdup_printf (
      "{\"format\":\"onward\",\"version\":1,\"settings\":{\"history_days\":%d},\"contacts\":["
      "{\"id\":\"%s\",\"name\":\"%s\",\"tier\":\"monthly\"},{\"id\":\"%s\",\"name\":\"%s known\"}],"
      "\"opportunities\":[{\"id\":\"%s\",\"title\":\"%s\",\"people\":[{\"contact\":\"%s\",\"role\":\"hr\"}]}]}",
      g_rand_int_range (rand, 5, 50), new_uuid, words, uuid != NULL ? uuid : new_uuid, words, work, words, new_uuid);

  return onward_json_import_new (text, strlen (text), FALSE, FALSE);
}

const RandomCommand random_commands_about_people[] = {
  { "onward_contacts_add", onward_contacts_add, add_contact, (GDestroyNotify)onward_contact_draft_free },
  { "onward_contacts_set_member", onward_contacts_set_member, set_member, (GDestroyNotify)onward_contact_edit_free },
  { "onward_contacts_set_members", onward_contacts_set_members, set_members, (GDestroyNotify)g_ptr_array_unref },
  { "onward_contacts_add_hook", onward_contacts_add_hook, add_words, (GDestroyNotify)onward_contact_edit_free },
  { "onward_contacts_remove_hook", onward_contacts_remove_hook, remove_hook, (GDestroyNotify)onward_contact_edit_free },
  { "onward_contacts_add_note", onward_contacts_add_note, add_words, (GDestroyNotify)onward_contact_edit_free },
  { "onward_contacts_set_item", onward_contacts_set_item, set_item, (GDestroyNotify)onward_contact_item_free },
  { "onward_contacts_change_all", onward_contacts_change_all, change_all, (GDestroyNotify)onward_contacts_change_free },
  { "onward_contacts_remove", onward_contacts_remove, remove_contacts, (GDestroyNotify)g_array_unref },
  { "onward_contacts_merge", onward_contacts_merge, merge_contacts, (GDestroyNotify)onward_contact_merge_free },
  { "onward_feedbacks_save", onward_feedbacks_save, save_feedback, (GDestroyNotify)onward_feedback_edit_free },
  { "onward_feedbacks_remove", onward_feedbacks_remove, remove_feedback, g_free },
  { "onward_introductions_save", onward_introductions_save, save_introduction,
    (GDestroyNotify)onward_introduction_edit_free },
  { "onward_introductions_remove", onward_introductions_remove, remove_introduction, g_free },
  { "onward_stories_save", onward_stories_save, save_story, (GDestroyNotify)onward_story_edit_free },
  { "onward_stories_remove", onward_stories_remove, remove_story, g_free },
  { "onward_stories_choose", onward_stories_choose, choose_stories, (GDestroyNotify)onward_story_choice_free },
  { "onward_value_items_save", onward_value_items_save, save_value_item, (GDestroyNotify)onward_value_item_edit_free },
  { "onward_value_items_remove", onward_value_items_remove, remove_value_item, g_free },
  { "onward_own_templates_save", onward_own_templates_save, save_template, (GDestroyNotify)onward_template_edit_free },
  { "onward_profile_save", onward_profile_save, save_profile, (GDestroyNotify)onward_profile_free },
  { "onward_contact_import_run", onward_contact_import_run, import_contacts, onward_contact_import_free },
  { "onward_json_import_run", onward_json_import_run, import_json, onward_json_import_free },
  { NULL },
};

const LastingCommand lasting_commands[] = {
  { "onward_alerts_decide", "an alert that was raised was raised" },
  { "onward_alerts_set_shown", "an alert that was shown was shown" },
  { "onward_alerts_tidy", "at the start, when there is nothing to take back" },
  { "onward_alert_log_choose", "a button that was pressed was pressed" },
  { "onward_check_run", "repairs what is broken" },
  { "onward_contacts_forget", "is to leave nothing that could be brought back" },
  { "onward_kept_drafts_keep", "typing is taken back where it is typed" },
  { "onward_kept_drafts_tidy", "at the start, when there is nothing to take back" },
  { "onward_outcome_plan_preview", "a dry run" },
  { "onward_sort_keys_set_locale", "the order of names, not the user's data" },
  { "onward_stages_ensure_command", "what every search has, made when it is first needed" },
  { "onward_undo_step_run", "is Undo itself" },
  { "run_preview", "a dry run" },
  { "run_import", "one of the two imports, for the window" },
  { "do_nothing", "writes nothing" },
  { "reconcile", "the playbook alone" },
  { "reconcile_all", "the playbook alone" },
  { NULL },
};
