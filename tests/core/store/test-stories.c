/* test-stories.c - stories are told in interviews, and what is worth sending is kept */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lib/onward-fixture.h"
#include "model/onward-collections.h"
#include "store/onward-interviews.h"
#include "store/onward-opportunities.h"
#include "store/onward-reconcile-store.h"
#include "store/onward-stories.h"
#include "store/onward-value-item-edits.h"

static gint64
add_story (OnwardFixture *f, const char *title)
{
  const char *skills[] = { "C", "patience", NULL };
  OnwardStoryEdit edit = { .title = (char *)title, .result = (char *)"Six seconds", .skills = (char **)skills };
  g_autoptr (GError) error = NULL;

  onward_store_run (f->store, "Story", onward_stories_save, &edit, &error);
  g_assert_no_error (error);
  return edit.id;
}

static gint64
book_interview (OnwardFixture *f)
{
  OnwardNewOpportunity opportunity = { .company = (char *)"Fjord Energy", .title = (char *)"Engineer" };
  OnwardInterviewEdit *edit = onward_interview_edit_new ();
  gint64 id;

  g_assert_true (onward_store_run (f->store, NULL, onward_opportunities_add, &opportunity, NULL));
  edit->opportunity = opportunity.id;
  edit->kind = g_strdup ("video");
  edit->starts_at = g_strdup ("2026-03-09T09:00:00+01:00");
  edit->ends_at = g_strdup ("2026-03-09T10:00:00+01:00");
  edit->zone = g_strdup ("Europe/Amsterdam");
  g_assert_true (onward_store_run (f->store, NULL, onward_interviews_save, edit, NULL));
  id = edit->id;
  onward_interview_edit_free (edit);
  return id;
}

static gint64
read_int (OnwardFixture *f, const char *sql)
{
  return onward_connection_read_int (onward_store_get_connection (f->store), sql, -1);
}

static void
test_a_story_is_kept (OnwardFixture *f, gconstpointer data)
{
  OnwardStoryEdit untitled = { .result = (char *)"Six seconds" };
  g_autoptr (GPtrArray) stories = NULL;
  OnwardStory *story;

  add_story (f, "the relay that stuck");
  add_story (f, "Boot time");
  g_assert_false (onward_store_run (f->store, "Story", onward_stories_save, &untitled, NULL));
  stories = onward_stories_list (f->store);
  g_assert_cmpuint (stories->len, ==, 2);
  story = stories->pdata[0];
  g_assert_cmpstr (story->title, ==, "Boot time");
  g_assert_cmpstr (story->skills, ==, "[\"C\",\"patience\"]");
  g_assert_null (story->task);
}

static void
test_choosing_stories_ends_the_preparation (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardStory) story = onward_store_get_record (f->store, ONWARD_TYPE_STORY, add_story (f, "Boot time"));
  gint64 interview = book_interview (f);
  g_autoptr (OnwardInterview) record = onward_store_get_record (f->store, ONWARD_TYPE_INTERVIEW, interview);
  char *chosen[] = { story->record.uuid, NULL };
  OnwardStoryChoice choice = { interview, chosen };
  g_autofree char *expected = g_strdup_printf ("[\"%s\"]", story->record.uuid);
  const char *open = "SELECT count (*) FROM follow_ups WHERE rule = 'prep-stories' AND state = 'open'";
  gint64 id = story->record.id;

  g_assert_cmpint (read_int (f, open), ==, 1);
  g_assert_true (onward_store_run (f->store, "Choose", onward_stories_choose, &choice, NULL));
  g_assert_cmpstr (record->stories, ==, expected);
  g_assert_cmpint (read_int (f, open), ==, 0);
  g_assert_true (onward_store_run (f->store, "Remove", onward_stories_remove, &id, NULL));
  g_assert_null (record->stories);
  g_assert_cmpint (read_int (f, open), ==, 1);
}

static void
test_what_is_worth_sending_is_kept (OnwardFixture *f, gconstpointer data)
{
  const char *topics[] = { "boot loaders", "C", NULL };
  OnwardValueItemEdit edit = { .kind = (char *)"article",
                               .url = (char *)"https://a.example",
                               .topics = (char **)topics };
  OnwardValueItemEdit empty = { .kind = (char *)"article", .notes = (char *)"Nothing" };
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GPtrArray) none = NULL;
  OnwardValueItem *item;

  g_assert_true (onward_store_run (f->store, "Keep", onward_value_items_save, &edit, NULL));
  g_assert_false (onward_store_run (f->store, "Keep", onward_value_items_save, &empty, NULL));
  edit.title = (char *)"Boot loaders";
  g_assert_true (onward_store_run (f->store, "Keep", onward_value_items_save, &edit, NULL));
  items = onward_value_items_list (f->store);
  g_assert_cmpuint (items->len, ==, 1);
  item = items->pdata[0];
  g_assert_cmpstr (item->title, ==, "Boot loaders");
  g_assert_cmpstr (item->url, ==, "https://a.example");
  g_assert_cmpstr (item->topics, ==, "[\"boot loaders\",\"C\"]");
  g_assert_null (onward_value_items_get_offered (f->store, item->record.id));
  g_assert_true (onward_store_run (f->store, "Remove", onward_value_items_remove, &edit.id, NULL));
  none = onward_value_items_list (f->store);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
set_up (OnwardFixture *f, gconstpointer data)
{
  onward_fixture_set_up (f, data);
  onward_store_set_reconcile (f->store, onward_reconcile);
}

#define ADD(name, test) g_test_add ("/stories/" name, OnwardFixture, NULL, set_up, test, onward_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a-story-is-kept", test_a_story_is_kept);
  ADD ("choosing-stories-ends-the-preparation", test_choosing_stories_ends_the_preparation);
  ADD ("what-is-worth-sending-is-kept", test_what_is_worth_sending_is_kept);
  return g_test_run ();
}
