/* test-interviews.c - an interview knows who was there, and its debrief what they said */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lib/onward-fixture.h"
#include "model/onward-collections.h"
#include "playbook/onward-wall.h"
#include "store/onward-interviews.h"
#include "store/onward-names.h"
#include "store/onward-opportunities.h"
#include "store/onward-opportunity-people.h"
#include "store/onward-reconcile-store.h"

static gint64
add_opportunity (OnwardFixture *f, const char *company)
{
  OnwardNewOpportunity data = { .company = (char *)company, .title = (char *)"Engineer" };

  g_assert_true (onward_store_run (f->store, NULL, onward_opportunities_add, &data, NULL));
  return data.id;
}

static OnwardInterviewEdit *
new_interview (gint64 opportunity)
{
  OnwardInterviewEdit *edit = onward_interview_edit_new ();

  edit->opportunity = opportunity;
  edit->kind = g_strdup ("panel");
  edit->starts_at = g_strdup ("2026-03-02T09:00:00+01:00");
  edit->ends_at = g_strdup ("2026-03-02T10:00:00+01:00");
  edit->zone = g_strdup ("Europe/Amsterdam");
  return edit;
}

static void
expect (OnwardInterviewEdit *edit, gint64 contact, const char *name, const char *role)
{
  g_ptr_array_add (edit->people, onward_person_edit_new (contact, name, role));
}

static gint64
save (OnwardFixture *f, OnwardInterviewEdit *edit)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  onward_store_run (f->store, "Interview", onward_interviews_save, edit, &error);
  g_assert_no_error (error);
  id = edit->id;
  onward_interview_edit_free (edit);
  return id;
}

static GPtrArray *
get_people (OnwardFixture *f, gint64 interview)
{
  g_autoptr (OnwardInterview) record = onward_store_get_record (f->store, ONWARD_TYPE_INTERVIEW, interview);

  return onward_store_get_children (f->store, record, ONWARD_TYPE_PARTICIPANT);
}

static gint64
read_int (OnwardFixture *f, const char *sql)
{
  return onward_connection_read_int (onward_store_get_connection (f->store), sql, -1);
}

/* Jonas and Birgit are expected at Fjord Energy this morning; contacts 1 and 2. */
static gint64
add_fjord (OnwardFixture *f)
{
  OnwardInterviewEdit *edit = new_interview (add_opportunity (f, "Fjord Energy"));

  expect (edit, 0, "Jonas Lindqvist", "hiring-manager");
  expect (edit, 0, "Birgit Solheim", NULL);
  return save (f, edit);
}

static void
test_names_become_contacts (OnwardFixture *f, gconstpointer data)
{
  gint64 id = add_fjord (f);
  g_autoptr (OnwardInterview) interview = onward_store_get_record (f->store, ONWARD_TYPE_INTERVIEW, id);
  g_autoptr (OnwardContact) jonas = onward_store_get_record (f->store, ONWARD_TYPE_CONTACT, 1);
  g_autoptr (GPtrArray) people = get_people (f, id);

  g_assert_cmpstr (interview->status, ==, "booked");
  g_assert_cmpstr (interview->booked_on, ==, "2026-03-02");
  g_assert_cmpint (interview->round, ==, 1);
  g_assert_cmpuint (people->len, ==, 2);
  g_assert_cmpstr (((OnwardParticipant *)people->pdata[0])->role, ==, "hiring-manager");
  g_assert_null (((OnwardParticipant *)people->pdata[1])->role);
  g_assert_cmpstr (jonas->name, ==, "Jonas Lindqvist");
  g_assert_cmpstr (jonas->roles, ==, "[\"hiring-manager\"]");
  g_assert_cmpint (jonas->company, ==, 1);
  g_assert_cmpstr (jonas->added_on, ==, "2026-03-02");
}

static void
test_rounds_are_counted (OnwardFixture *f, gconstpointer data)
{
  gint64 first = add_fjord (f);
  OnwardInterviewStatusChange cancelled = { first, "cancelled" };
  OnwardInterviewEdit *mock = new_interview (1);
  gint64 ids[3];

  g_free (mock->kind);
  mock->kind = g_strdup ("mock");
  ids[0] = save (f, mock);
  ids[1] = save (f, new_interview (1));
  g_assert_true (onward_store_run (f->store, "Cancel", onward_interviews_set_status, &cancelled, NULL));
  ids[2] = save (f, new_interview (1));
  for (int i = 1; i < 3; i++)
    {
      g_autoptr (OnwardInterview) interview = onward_store_get_record (f->store, ONWARD_TYPE_INTERVIEW, ids[i]);

      g_assert_cmpint (interview->round, ==, i + 1);
    }
}

static void
test_impossible_times_are_refused (OnwardFixture *f, gconstpointer data)
{
  const char *bad[][2] = { { "tomorrow", NULL },
                           { "2026-03-02T10:00:00+01:00", "2026-03-02T09:00:00+01:00" },
                           { "2026-03-02T10:00:00+01:00", "later" } };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      OnwardInterviewEdit *edit = new_interview (add_opportunity (f, "Fjord Energy"));
      g_autoptr (GError) error = NULL;

      g_free (edit->starts_at);
      g_free (edit->ends_at);
      edit->starts_at = g_strdup (bad[i][0]);
      edit->ends_at = g_strdup (bad[i][1]);
      expect (edit, 0, "Somebody", NULL);
      g_assert_false (onward_store_run (f->store, "Interview", onward_interviews_save, edit, &error));
      g_assert_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID);
      onward_interview_edit_free (edit);
    }
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM contacts"), ==, 0);
}

static void
test_debrief_is_kept (OnwardFixture *f, gconstpointer data)
{
  gint64 id = add_fjord (f);
  g_autoptr (OnwardInterview) interview = onward_store_get_record (f->store, ONWARD_TYPE_INTERVIEW, id);
  g_autoptr (OnwardContact) jonas = onward_store_get_record (f->store, ONWARD_TYPE_CONTACT, 1);
  g_autoptr (OnwardContact) birgit = onward_store_get_record (f->store, ONWARD_TYPE_CONTACT, 2);
  g_autoptr (GPtrArray) people = NULL;
  OnwardDebriefEdit *edit = onward_debrief_edit_new (id);
  OnwardPersonEdit *person = onward_person_edit_new (1, NULL, "hiring-manager");
  OnwardParticipant *part;

  f->now.unix_time += 3 * 3600;
  g_assert_cmpint (onward_interviews_find_undebriefed (f->store), ==, id);
  person->clicked = TRUE;
  person->rapport = 2;
  person->hook = g_strdup ("Restoring a wooden boat");
  person->concern = g_strdup ("Few PLC projects");
  person->reaction = g_strdup ("relay story");
  g_ptr_array_add (edit->people, person);
  g_ptr_array_add (edit->people, onward_person_edit_new (2, NULL, NULL));
  edit->promise_on = g_strdup ("2026-03-13");
  edit->promise_by = 0;
  edit->well[0] = g_strdup ("Explained the safety case clearly");
  edit->well[2] = g_strdup ("Asked about the team early");
  edit->differently[1] = g_strdup ("Draw before talking");
  edit->let_go_of = g_strdup ("The late tram");
  edit->written = TRUE;
  edit->keep_in_touch = TRUE;
  g_assert_true (onward_store_run (f->store, "Debrief", onward_interviews_write_debrief, edit, NULL));
  onward_debrief_edit_free (edit);
  people = get_people (f, id);
  part = people->pdata[0];
  g_assert_true (part->clicked);
  g_assert_cmpint (part->rapport, ==, 2);
  g_assert_cmpstr (part->memorable, ==, "Restoring a wooden boat");
  g_assert_cmpstr (part->concern_text, ==, "Few PLC projects");
  g_assert_cmpstr (part->concern_reaction, ==, "relay story");
  g_assert_cmpint (((OnwardParticipant *)people->pdata[1])->rapport, ==, ONWARD_NO_NUMBER);
  g_assert_cmpstr (interview->promise_on, ==, "2026-03-13");
  g_assert_cmpstr (interview->promise_given_on, ==, "2026-03-02");
  g_assert_cmpint (interview->promise_by, ==, 1);
  g_assert_cmpstr (interview->debrief_well, ==,
                   "[\"Explained the safety case clearly\",\"Asked about the team early\"]");
  g_assert_cmpstr (interview->debrief_differently, ==, "[\"Draw before talking\"]");
  g_assert_true (interview->debrief_let_go);
  g_assert_cmpstr (interview->debrief_written_at, ==, "2026-03-02T13:00:00+01:00");
  g_assert_cmpstr (interview->status, ==, "held");
  g_assert_cmpstr (jonas->hooks, ==, "[\"Restoring a wooden boat\"]");
  g_assert_cmpstr (jonas->tier, ==, "monthly");
  g_assert_cmpstr (birgit->tier, ==, "quarterly");
  g_assert_cmpstr (birgit->tier_since, ==, "2026-03-02");
  g_assert_cmpint (onward_interviews_find_undebriefed (f->store), ==, 0);
}

static void
test_later_keeps_what_was_typed (OnwardFixture *f, gconstpointer data)
{
  gint64 id = add_fjord (f);
  g_autoptr (OnwardInterview) interview = onward_store_get_record (f->store, ONWARD_TYPE_INTERVIEW, id);
  g_autoptr (OnwardContact) jonas = onward_store_get_record (f->store, ONWARD_TYPE_CONTACT, 1);
  OnwardDebriefEdit *edit = onward_debrief_edit_new (id);
  OnwardPersonEdit *person = onward_person_edit_new (1, NULL, NULL);

  f->now.unix_time += 3 * 3600;
  person->hook = g_strdup ("A boat");
  g_ptr_array_add (edit->people, person);
  edit->well[0] = g_strdup ("Calm");
  edit->let_go_of = g_strdup ("The tram");
  for (int i = 0; i < 2; i++)
    {
      edit->written = i > 0;
      g_assert_true (onward_store_run (f->store, "Debrief", onward_interviews_write_debrief, edit, NULL));
      g_assert_cmpstr (interview->debrief_well, ==, "[\"Calm\"]");
      g_assert_cmpstr (interview->debrief_let_go_of, ==, "The tram");
      g_assert_cmpint (interview->debrief_let_go, ==, i);
      g_assert_true ((interview->debrief_written_at != NULL) == (i > 0));
      g_assert_cmpstr (jonas->hooks, ==, i > 0 ? "[\"A boat\"]" : NULL);
      g_assert_null (jonas->tier);
    }
  /* Writing it down again does not say the hook twice. */
  g_assert_true (onward_store_run (f->store, "Debrief", onward_interviews_write_debrief, edit, NULL));
  g_assert_cmpstr (jonas->hooks, ==, "[\"A boat\"]");
  onward_debrief_edit_free (edit);
}

static void
test_whom_nobody_knows_stays_unmatched (OnwardFixture *f, gconstpointer data)
{
  gint64 id = add_fjord (f);
  OnwardDebriefEdit *edit = onward_debrief_edit_new (id);
  OnwardPersonEdit *person = onward_person_edit_new (0, "Someone from safety", NULL);
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GPtrArray) matched = NULL;
  g_autofree char *name = NULL;

  person->unmatched = TRUE;
  person->concern = g_strdup ("Night shifts");
  g_ptr_array_add (edit->people, person);
  edit->written = TRUE;
  g_assert_true (onward_store_run (f->store, "Debrief", onward_interviews_write_debrief, edit, NULL));
  people = get_people (f, id);
  name = onward_participant_get_own_name (people->pdata[0]);
  g_assert_cmpuint (people->len, ==, 1);
  g_assert_cmpstr (name, ==, "Someone from safety");
  g_assert_false (onward_interviews_is_complete (f->store, id));
  person->unmatched = FALSE;
  g_assert_true (onward_store_run (f->store, "Debrief", onward_interviews_write_debrief, edit, NULL));
  matched = get_people (f, id);
  g_assert_cmpint (((OnwardParticipant *)matched->pdata[0])->contact, ==, 3);
  g_assert_cmpstr (((OnwardParticipant *)matched->pdata[0])->concern_text, ==, "Night shifts");
  g_assert_null (((OnwardParticipant *)matched->pdata[0])->record.extra);
  g_assert_true (onward_interviews_is_complete (f->store, id));
  onward_debrief_edit_free (edit);
}

static void
test_editing_keeps_the_debrief (OnwardFixture *f, gconstpointer data)
{
  gint64 id = add_fjord (f);
  OnwardDebriefEdit *debrief = onward_debrief_edit_new (id);
  OnwardInterviewEdit *edit = new_interview (1);
  g_autoptr (GPtrArray) people = NULL;

  g_ptr_array_add (debrief->people, onward_person_edit_new (1, NULL, NULL));
  ((OnwardPersonEdit *)debrief->people->pdata[0])->clicked = TRUE;
  g_ptr_array_add (debrief->people, onward_person_edit_new (2, NULL, NULL));
  g_assert_true (onward_store_run (f->store, "Debrief", onward_interviews_write_debrief, debrief, NULL));
  onward_debrief_edit_free (debrief);
  edit->id = id;
  edit->round = 2;
  expect (edit, 2, NULL, "recruiter");
  expect (edit, 1, NULL, NULL);
  save (f, edit);
  people = get_people (f, id);
  g_assert_cmpint (((OnwardParticipant *)people->pdata[0])->contact, ==, 2);
  g_assert_false (((OnwardParticipant *)people->pdata[0])->clicked);
  g_assert_cmpint (((OnwardParticipant *)people->pdata[1])->contact, ==, 1);
  g_assert_true (((OnwardParticipant *)people->pdata[1])->clicked);
}

static gboolean
add_contact (OnwardWriter *writer, gpointer name, GError **error)
{
  g_autoptr (OnwardContact) contact = g_object_new (ONWARD_TYPE_CONTACT, NULL);

  onward_set_text (&contact->name, name);
  return onward_writer_insert (writer, contact, error);
}

static guint
count_namesakes (OnwardFixture *f, const char *name, gint64 company)
{
  g_autoptr (GPtrArray) found = onward_names_find (f->store, name, company);

  return found->len;
}

static void
test_a_name_is_matched (OnwardFixture *f, gconstpointer data)
{
  add_fjord (f);
  g_assert_cmpuint (count_namesakes (f, "  jonas  LINDQVIST", 1), ==, 1);
  g_assert_cmpuint (count_namesakes (f, "Jonas Lindqvist", 0), ==, 1);
  g_assert_cmpuint (count_namesakes (f, "Jonas", 1), ==, 0);
  g_assert_cmpuint (count_namesakes (f, "Jonas Lindqvist Berg", 1), ==, 0);
  g_assert_cmpuint (count_namesakes (f, "\"; DROP", 1), ==, 0);
  g_assert_cmpuint (count_namesakes (f, "…", 1), ==, 0);
  /* Another Jonas elsewhere: the one of the company is meant; without a company it is a question. */
  onward_store_run (f->store, NULL, add_contact, (gpointer) "Jonas Lindqvist", NULL);
  g_assert_cmpuint (count_namesakes (f, "Jonas Lindqvist", 1), ==, 1);
  g_assert_cmpuint (count_namesakes (f, "Jonas Lindqvist", 0), ==, 2);
  g_assert_cmpuint (count_namesakes (f, "Jonas Lindqvist", add_opportunity (f, "Orrery")), ==, 2);
  onward_store_run (f->store, NULL, add_contact, (gpointer) "Łukasz Zieliński", NULL);
  g_assert_cmpuint (count_namesakes (f, "Łukasz Zielinski", 0), ==, 1);
}

static void
test_people_of_an_opportunity (OnwardFixture *f, gconstpointer data)
{
  OnwardPartChange ines = { .opportunity = 1, .name = (char *)"Ines Carvalho", .role = (char *)"recruiter" };
  OnwardPartChange jonas = { .opportunity = 1, .contact = 1, .role = (char *)"insider" };
  g_autoptr (GPtrArray) parts = NULL;
  g_autoptr (GPtrArray) fewer = NULL;

  add_fjord (f);
  g_assert_true (onward_store_run (f->store, "Person", onward_opportunities_change_people, &ines, NULL));
  g_assert_true (onward_store_run (f->store, "Person", onward_opportunities_change_people, &jonas, NULL));
  f->now.unix_time += 3 * 3600;
  parts = onward_opportunities_list_people (f->store, 1);
  g_assert_cmpuint (parts->len, ==, 3);
  g_assert_cmpstr (((OnwardPart *)parts->pdata[0])->name, ==, "Ines Carvalho");
  g_assert_cmpuint (((OnwardPart *)parts->pdata[0])->n_met, ==, 0);
  g_assert_cmpstr (((OnwardPart *)parts->pdata[1])->role, ==, "insider");
  g_assert_cmpuint (((OnwardPart *)parts->pdata[1])->n_met, ==, 1);
  g_assert_cmpstr (((OnwardPart *)parts->pdata[2])->role, ==, "interviewer");
  jonas.remove = TRUE;
  g_assert_true (onward_store_run (f->store, "Person", onward_opportunities_change_people, &jonas, NULL));
  fewer = onward_opportunities_list_people (f->store, 1);
  g_assert_cmpstr (((OnwardPart *)fewer->pdata[1])->role, ==, "hiring-manager");
}

static void
test_a_company_is_enough (OnwardFixture *f, gconstpointer data)
{
  OnwardInterviewEdit *edit = new_interview (0);
  g_autoptr (OnwardInterview) interview = NULL;
  g_autoptr (OnwardContact) tove = NULL;
  gint64 id;

  edit->company_name = g_strdup ("Kestrel Motion");
  edit->join_url = g_strdup ("https://call.example/kestrel");
  expect (edit, 0, "Tove Madsen", NULL);
  id = save (f, edit);
  interview = onward_store_get_record (f->store, ONWARD_TYPE_INTERVIEW, id);
  tove = onward_store_get_record (f->store, ONWARD_TYPE_CONTACT, 1);
  g_assert_cmpint (interview->opportunity, ==, 0);
  g_assert_cmpint (interview->company, ==, 1);
  g_assert_cmpint (tove->company, ==, 1);
  g_assert_cmpstr (interview->join_url, ==, "https://call.example/kestrel");
  /* Booked again, from what is stored. */
  edit = new_interview (0);
  edit->id = id;
  edit->company = 1;
  edit->status = g_strdup ("no-show");
  save (f, edit);
  g_clear_object (&interview);
  interview = onward_store_get_record (f->store, ONWARD_TYPE_INTERVIEW, id);
  g_assert_cmpint (interview->company, ==, 1);
  g_assert_cmpint (interview->round, ==, 1);
  g_assert_cmpstr (interview->status, ==, "no-show");
  g_assert_null (interview->join_url);
}

static guint
count_conflicts (OnwardFixture *f, const char *from, const char *to, gint64 except)
{
  g_autoptr (GArray) ids = NULL;
  gint64 start, end;

  g_assert_true (onward_instant_parse (from, &start) && onward_instant_parse (to, &end));
  ids = onward_interviews_find_conflicts (f->store, start, end, except);
  return ids->len;
}

static void
test_conflicts_are_found (OnwardFixture *f, gconstpointer data)
{
  gint64 id = add_fjord (f); /* 9 to 10 in Amsterdam */
  OnwardInterviewStatusChange cancelled = { id, "cancelled" };

  g_assert_cmpuint (count_conflicts (f, "2026-03-02T09:30:00+01:00", "2026-03-02T11:00:00+01:00", 0), ==, 1);
  g_assert_cmpuint (count_conflicts (f, "2026-03-02T08:00:00+01:00", "2026-03-02T09:01:00+01:00", 0), ==, 1);
  g_assert_cmpuint (count_conflicts (f, "2026-03-02T08:15:00+00:00", "2026-03-02T08:30:00+00:00", 0), ==, 1);
  g_assert_cmpuint (count_conflicts (f, "2026-03-02T10:00:00+01:00", "2026-03-02T11:00:00+01:00", 0), ==, 0);
  g_assert_cmpuint (count_conflicts (f, "2026-03-02T08:00:00+01:00", "2026-03-02T09:00:00+01:00", 0), ==, 0);
  g_assert_cmpuint (count_conflicts (f, "2026-03-02T09:30:00+01:00", "2026-03-02T11:00:00+01:00", id), ==, 0);
  g_assert_true (onward_store_run (f->store, "Cancel", onward_interviews_set_status, &cancelled, NULL));
  g_assert_cmpuint (count_conflicts (f, "2026-03-02T09:30:00+01:00", "2026-03-02T11:00:00+01:00", 0), ==, 0);
}

static void
test_a_hook_is_not_what_they_said (OnwardFixture *f, gconstpointer data)
{
  gint64 id = add_fjord (f);
  g_autoptr (OnwardContact) jonas = onward_store_get_record (f->store, ONWARD_TYPE_CONTACT, 1);
  OnwardDebriefEdit *edit = onward_debrief_edit_new (id);
  OnwardPersonEdit *person = onward_person_edit_new (1, NULL, NULL);
  g_autoptr (GPtrArray) people = NULL;
  g_autofree char *hook = NULL;
  g_autofree char *memorable = NULL;

  person->hook = g_strdup ("A boat");
  person->memorable = g_strdup ("Nobody dared to replace the relay");
  person->missed_point = g_strdup ("The night shift at Sable");
  g_ptr_array_add (edit->people, person);
  edit->by_the_book = edit->let_go = edit->written = TRUE;
  g_assert_true (onward_store_run (f->store, "Debrief", onward_interviews_write_debrief, edit, NULL));
  onward_debrief_edit_free (edit);
  people = get_people (f, id);
  hook = onward_participant_get_hook (f->store, people->pdata[0]);
  memorable = onward_participant_get_memorable (f->store, people->pdata[0]);
  g_assert_cmpstr (hook, ==, "A boat");
  g_assert_cmpstr (memorable, ==, "Nobody dared to replace the relay");
  g_assert_cmpstr (((OnwardParticipant *)people->pdata[0])->missed_point, ==, "The night shift at Sable");
  g_assert_cmpstr (jonas->hooks, ==, "[\"A boat\"]");
  g_assert_cmpint (read_int (f, "SELECT debrief_by_the_book + debrief_let_go FROM interviews"), ==, 2);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (onward_store_run_finish (ONWARD_STORE (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *)data = TRUE;
}

static void
wait_for (gboolean *done)
{
  while (!*done)
    g_main_context_iteration (NULL, TRUE);
  *done = FALSE;
}

/* A follow-up refers to its interview: it has to go with it, and come back with it. */
static void
test_undo_takes_what_was_planned (OnwardFixture *f, gconstpointer data)
{
  OnwardInterviewEdit *edit;
  gboolean done = FALSE;

  onward_store_set_reconcile (f->store, onward_reconcile);
  add_opportunity (f, "Fjord Energy");
  f->now.unix_time += 3 * 3600;
  edit = new_interview (1);
  expect (edit, 0, "Jonas Lindqvist", NULL);
  g_assert_true (onward_store_run (f->store, "Interview", onward_interviews_save, edit, NULL));
  onward_interview_edit_free (edit);
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM follow_ups WHERE rule = 'thank-you' AND state = 'open'"), ==, 1);
  onward_store_undo_async (f->store, done_cb, &done);
  wait_for (&done);
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM interviews"), ==, 0);
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM contacts"), ==, 0);
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM follow_ups WHERE interview IS NOT NULL"), ==, 0);
  onward_store_redo_async (f->store, done_cb, &done);
  wait_for (&done);
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM interviews"), ==, 1);
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM follow_ups WHERE rule = 'thank-you' AND state = 'open'"), ==, 1);
}

/* Jonas was thanked. */
static gboolean
add_touch (OnwardWriter *writer, gpointer interview, GError **error)
{
  g_autoptr (OnwardTouch) touch = g_object_new (ONWARD_TYPE_TOUCH, NULL);
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (g_object_unref);
  OnwardTouchContact *person = g_object_new (ONWARD_TYPE_TOUCH_CONTACT, NULL);

  onward_set_text (&touch->at, "2026-03-02T12:00:00+01:00");
  onward_set_text (&touch->kind, "thank-you");
  onward_set_text (&touch->direction, "out");
  onward_set_text (&touch->channel, "email");
  touch->interview = *(gint64 *)interview;
  person->contact = 1;
  g_ptr_array_add (people, person);
  return onward_writer_insert (writer, touch, error)
         && onward_writer_set_children (writer, touch, ONWARD_TYPE_TOUCH_CONTACT, people, error);
}

/* What it asked for is not asked for any more; what was written stays, about the opportunity. */
static void
test_removing_follows_the_playbook (OnwardFixture *f, gconstpointer data)
{
  gint64 id;
  gboolean done = FALSE;

  onward_store_set_reconcile (f->store, onward_reconcile);
  id = add_fjord (f);
  f->now.unix_time += 3 * 3600;
  g_assert_true (onward_store_run (f->store, NULL, add_touch, &id, NULL));
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM follow_ups WHERE interview = 1 AND state = 'open'"), ==, 3);
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM follow_ups WHERE interview = 1 AND state = 'done'"), ==, 1);
  g_assert_true (onward_store_run (f->store, "Remove", onward_interviews_remove, &id, NULL));
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM interviews"), ==, 0);
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM interview_people"), ==, 0);
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM follow_ups WHERE state = 'open'"), ==, 0);
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM follow_ups WHERE state = 'done'"), ==, 1);
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM touches WHERE interview IS NULL AND opportunity = 1"), ==, 1);
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM contacts"), ==, 2);
  onward_store_undo_async (f->store, done_cb, &done);
  wait_for (&done);
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM follow_ups WHERE interview = 1 AND state = 'open'"), ==, 3);
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM touches WHERE interview = 1"), ==, 1);
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM interview_people"), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function)                                                                                            \
  g_test_add ("/interviews/" path, OnwardFixture, NULL, onward_fixture_set_up, function, onward_fixture_tear_down)
  ADD ("names-become-contacts", test_names_become_contacts);
  ADD ("rounds-are-counted", test_rounds_are_counted);
  ADD ("impossible-times-are-refused", test_impossible_times_are_refused);
  ADD ("a-debrief-is-kept", test_debrief_is_kept);
  ADD ("later-keeps-what-was-typed", test_later_keeps_what_was_typed);
  ADD ("whom-nobody-knows-stays-unmatched", test_whom_nobody_knows_stays_unmatched);
  ADD ("editing-keeps-the-debrief", test_editing_keeps_the_debrief);
  ADD ("a-name-is-matched", test_a_name_is_matched);
  ADD ("the-people-of-an-opportunity", test_people_of_an_opportunity);
  ADD ("a-company-is-enough", test_a_company_is_enough);
  ADD ("conflicts-are-found", test_conflicts_are_found);
  ADD ("a-hook-is-not-what-they-said", test_a_hook_is_not_what_they_said);
  ADD ("removing-follows-the-playbook", test_removing_follows_the_playbook);
  ADD ("undo-takes-what-was-planned-with-it", test_undo_takes_what_was_planned);
  return g_test_run ();
}
