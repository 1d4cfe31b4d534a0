/* test-card.c - a card says who, how long and what next */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lib/onward-fixture.h"
#include "model/onward-collections.h"
#include "playbook/onward-wall.h"
#include "store/onward-board-change.h"
#include "store/onward-board.h"
#include "store/onward-opportunities.h"

static gboolean
insert (OnwardWriter *writer, gpointer data, GError **error)
{
  return onward_writer_insert (writer, data, error);
}

static gint64
store_record (OnwardFixture *f, gpointer record)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  onward_store_run (f->store, NULL, insert, record, &error);
  g_assert_no_error (error);
  id = ONWARD_RECORD (record)->id;
  g_object_unref (record);
  return id;
}

static gint64
add_opportunity (OnwardFixture *f, const char *stage)
{
  OnwardNewOpportunity data = { .company = (char *)"Northwind Labs", .title = (char *)"Senior C developer" };
  OnwardMove move = { 0 };

  g_assert_true (onward_store_run (f->store, NULL, onward_opportunities_add, &data, NULL));
  move.opportunity = data.id;
  move.stage = onward_stages_find_kind (onward_store_get_connection (f->store), stage);
  g_assert_true (onward_store_run (f->store, NULL, onward_opportunities_move, &move, NULL));
  return data.id;
}

static gint64
add_contact (OnwardFixture *f, const char *name)
{
  OnwardContact *contact = g_object_new (ONWARD_TYPE_CONTACT, NULL);

  onward_set_text (&contact->name, name);
  return store_record (f, contact);
}

static gint64
add_interview (OnwardFixture *f, gint64 opportunity, const char *kind, const char *start, const char *status)
{
  OnwardInterview *interview = g_object_new (ONWARD_TYPE_INTERVIEW, NULL);

  interview->opportunity = opportunity;
  onward_set_text (&interview->kind, kind);
  onward_set_text (&interview->starts_at, start);
  onward_set_text (&interview->status, status);
  return store_record (f, interview);
}

static void
add_participant (OnwardFixture *f, gint64 interview, gint64 contact, int position)
{
  OnwardParticipant *participant = g_object_new (ONWARD_TYPE_PARTICIPANT, NULL);

  participant->record.parent = interview;
  participant->record.position = position;
  participant->contact = contact;
  store_record (f, participant);
}

static gint64
add_follow_up (OnwardFixture *f, const char *rule, gint64 opportunity, gint64 contact, const char *remind,
               const char *due)
{
  OnwardFollowUp *follow_up = g_object_new (ONWARD_TYPE_FOLLOW_UP, NULL);

  follow_up->opportunity = opportunity;
  follow_up->contact = contact;
  onward_set_text (&follow_up->rule, rule);
  onward_set_text (&follow_up->state, "open");
  onward_set_text (&follow_up->remind_at, remind);
  onward_set_text (&follow_up->due, due);
  return store_record (f, follow_up);
}

static int
day (const char *text)
{
  int value;

  g_assert_true (onward_day_parse (text, &value));
  return value;
}

static void
test_what_and_who (OnwardFixture *f, gconstpointer data)
{
  gint64 id = add_opportunity (f, "interviewing");
  gint64 first = add_interview (f, id, "phone", "2026-02-20T10:00:00+01:00", "held");
  gint64 cancelled = add_interview (f, id, "phone", "2026-02-21T10:00:00+01:00", "cancelled");
  gint64 mock = add_interview (f, id, "mock", "2026-02-22T10:00:00+01:00", "held");
  const char *names[] = { "Amara Okafor", "Lea Wirth", "Ravi Anand", "Jonas Lindqvist", "Birgit Solheim" };
  g_autoptr (OnwardCard) card = NULL;

  for (int i = 0; i < 5; i++)
    add_participant (f, first, add_contact (f, names[i]), i);
  add_participant (f, first, 2, 5);
  add_participant (f, cancelled, add_contact (f, "Not met"), 0);
  add_participant (f, mock, add_contact (f, "A friend"), 0);
  card = onward_board_get_card (f->store, id);
  g_assert_cmpstr (card->company, ==, "Northwind Labs");
  g_assert_cmpstr (card->title, ==, "Senior C developer");
  g_assert_cmpuint (card->n_people, ==, 5);
  g_assert_cmpstr (card->people[0].name, ==, "Amara Okafor");
  g_assert_cmpstr (card->people[2].name, ==, "Ravi Anand");
  g_assert_cmpint (card->stage, ==, onward_stages_find_kind (onward_store_get_connection (f->store), "interviewing"));
  g_assert_null (onward_board_get_card (f->store, 4711));
}

static void
test_how_long (OnwardFixture *f, gconstpointer data)
{
  const char *stages[] = { "prospect", "applied", "screening", "offer" };
  OnwardCardSpan spans[] = { ONWARD_SPAN_ADDED, ONWARD_SPAN_WAITING, ONWARD_SPAN_QUIET, ONWARD_SPAN_OFFER };
  OnwardOutcomeChange change = { .kind = (char *)"withdrawn", .on = (char *)"2026-02-26", .still_interested = -1 };

  for (int i = 0; i < 4; i++)
    {
      g_autoptr (OnwardCard) card = onward_board_get_card (f->store, add_opportunity (f, stages[i]));

      g_assert_cmpint (card->span, ==, spans[i]);
      g_assert_cmpint (card->since, ==, day ("2026-03-02"));
      change.opportunity = card->id;
    }
  onward_store_run (f->store, NULL, onward_opportunities_set_outcome, &change, NULL);
  {
    g_autoptr (OnwardCard) card = onward_board_get_card (f->store, change.opportunity);

    g_assert_cmpint (card->span, ==, ONWARD_SPAN_CLOSED);
    g_assert_cmpint (card->since, ==, day ("2026-02-26"));
    g_assert_cmpstr (card->outcome, ==, "withdrawn");
  }
}

static void
test_quiet_counts_from_the_last_word (OnwardFixture *f, gconstpointer data)
{
  gint64 id = add_opportunity (f, "screening");
  g_autoptr (OnwardCard) after_interview = NULL;
  g_autoptr (OnwardCard) after_touch = NULL;
  OnwardTouch *touch;

  /* A day and a half later in UTC, and past midnight in Amsterdam. */
  add_interview (f, id, "phone", "2026-03-03T22:30:00Z", "held");
  add_interview (f, id, "phone", "2026-03-04T10:00:00Z", "no-show");
  f->now.unix_time += 4 * 86400;
  after_interview = onward_board_get_card (f->store, id);
  g_assert_cmpint (after_interview->since, ==, day ("2026-03-04"));
  touch = g_object_new (ONWARD_TYPE_TOUCH, NULL);
  touch->opportunity = id;
  onward_set_text (&touch->at, "2026-03-05T09:00:00+01:00");
  onward_set_text (&touch->direction, "in");
  store_record (f, touch);
  after_touch = onward_board_get_card (f->store, id);
  g_assert_cmpint (after_touch->since, ==, day ("2026-03-05"));
}

static void
test_what_is_late_comes_first (OnwardFixture *f, gconstpointer data)
{
  gint64 id = add_opportunity (f, "interviewing");
  gint64 amara = add_contact (f, "Amara Okafor");
  gint64 lea = add_contact (f, "Lea Wirth");
  gint64 late;
  g_autoptr (OnwardCard) today = NULL;
  g_autoptr (OnwardCard) two_late = NULL;
  g_autoptr (OnwardCard) one_late = NULL;

  add_interview (f, id, "panel", "2026-03-09T14:00:00+01:00", "booked");
  add_follow_up (f, "debrief", id, 0, "2026-03-02T09:00", "2026-03-02T23:59");
  today = onward_board_get_card (f->store, id);
  g_assert_cmpint (today->next, ==, ONWARD_NEXT_TODAY);
  g_assert_cmpint (today->rule, ==, ONWARD_RULE_DEBRIEF);
  late = add_follow_up (f, "thank-you", id, amara, "2026-02-27T12:00", "2026-02-28T10:00");
  one_late = onward_board_get_card (f->store, id);
  g_assert_cmpint (one_late->next, ==, ONWARD_NEXT_LATE);
  g_assert_cmpint (one_late->rule, ==, ONWARD_RULE_THANK_YOU);
  g_assert_cmpstr (one_late->next_who, ==, "Amara Okafor");
  g_assert_cmpint (late, >, 0);
  add_follow_up (f, "thank-you", id, lea, "2026-02-27T12:00", "2026-02-28T10:00");
  two_late = onward_board_get_card (f->store, id);
  g_assert_cmpuint (two_late->next_count, ==, 2);
  g_assert_null (two_late->next_who);
}

static void
test_then_interview_promise_and_other_days (OnwardFixture *f, gconstpointer data)
{
  gint64 id = add_opportunity (f, "interviewing");
  OnwardOpportunityEdit *promise = onward_opportunity_edit_new (id, "promise.on", "2026-03-06");
  g_autoptr (OnwardCard) later = NULL;
  g_autoptr (OnwardCard) quiet = NULL;
  g_autoptr (OnwardCard) interview = NULL;
  g_autoptr (OnwardCard) past = NULL;
  gint64 wall;

  add_follow_up (f, "decision-check-in", id, 0, "2026-03-09T09:00", "2026-03-09T23:59");
  later = onward_board_get_card (f->store, id);
  g_assert_cmpint (later->next, ==, ONWARD_NEXT_LATER);
  g_assert_true (onward_store_run (f->store, NULL, onward_opportunities_edit, promise, NULL));
  onward_opportunity_edit_free (promise);
  quiet = onward_board_get_card (f->store, id);
  g_assert_cmpint (quiet->next, ==, ONWARD_NEXT_QUIET);
  g_assert_cmpint (onward_wall_day (quiet->next_moment), ==, day ("2026-03-06"));
  add_interview (f, id, "panel", "2026-03-09T13:00:00Z", NULL);
  add_interview (f, id, "phone", "2026-03-08T13:00:00Z", "cancelled");
  interview = onward_board_get_card (f->store, id);
  g_assert_cmpint (interview->next, ==, ONWARD_NEXT_INTERVIEW);
  g_assert_cmpstr (interview->next_title, ==, "panel");
  g_assert_true (onward_wall_parse ("2026-03-09T14:00", &wall));
  g_assert_cmpint (interview->next_moment, ==, wall);
  f->now.unix_time += 5 * 86400;
  add_interview (f, id, "final", "2026-03-07T08:00:00Z", "held");
  past = onward_board_get_card (f->store, id);
  g_assert_cmpint (past->next, ==, ONWARD_NEXT_INTERVIEW);
}

static void
test_nothing_next_when_nothing_is_owed (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardCard) card = onward_board_get_card (f->store, add_opportunity (f, "applied"));

  g_assert_cmpint (card->next, ==, ONWARD_NEXT_NONE);
  g_assert_null (card->next_title);
}

static void
note_cb (OnwardStore *store, const char *table, GArray *ids, OnwardBoardChange *change)
{
  onward_board_change_note (change, store, table, ids);
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gboolean
concerns (OnwardBoardChange *change, gint64 opportunity)
{
  settle ();
  return !change->all && g_hash_table_size (change->cards) == 1 && g_hash_table_contains (change->cards, &opportunity);
}

/* Whatever a card is made of, its change is known to be a change of this card and no other. */
static void
test_changes_are_told_by_card (OnwardFixture *f, gconstpointer data)
{
  OnwardBoardChange *change = onward_board_change_new ();
  gint64 one = add_opportunity (f, "screening"), two = add_opportunity (f, "screening");
  gint64 contact = add_contact (f, "Ines");
  OnwardMove move = { .opportunity = one };
  gint64 interview;

  settle ();
  g_signal_connect (f->store, "changed", G_CALLBACK (note_cb), change);
  interview = add_interview (f, two, "video", "2026-03-06T10:00:00+01:00", "booked");
  g_assert_true (concerns (change, two));
  g_assert_false (change->places);
  onward_board_change_clear (change);
  add_participant (f, interview, contact, 0);
  g_assert_true (concerns (change, two));
  onward_board_change_clear (change);
  move.stage = onward_stages_find_kind (onward_store_get_connection (f->store), "offer");
  g_assert_true (onward_store_run (f->store, NULL, onward_opportunities_move, &move, NULL));
  g_assert_true (concerns (change, one));
  g_assert_true (change->places);
  onward_board_change_clear (change);
  g_assert_true (onward_board_change_is_empty (change));
  add_contact (f, "Anybody");
  settle ();
  g_assert_true (change->all);
  g_signal_handlers_disconnect_by_data (f->store, change);
  onward_board_change_free (change);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function)                                                                                            \
  g_test_add ("/card/" path, OnwardFixture, NULL, onward_fixture_set_up, function, onward_fixture_tear_down)
  ADD ("says-what-and-who", test_what_and_who);
  ADD ("says-how-long", test_how_long);
  ADD ("quiet-counts-from-the-last-word", test_quiet_counts_from_the_last_word);
  ADD ("what-is-late-comes-first", test_what_is_late_comes_first);
  ADD ("then-an-interview-a-promise-and-other-days", test_then_interview_promise_and_other_days);
  ADD ("shows-nothing-next-when-nothing-is-owed", test_nothing_next_when_nothing_is_owed);
  ADD ("changes-are-told-by-card", test_changes_are_told_by_card);
  return g_test_run ();
}
