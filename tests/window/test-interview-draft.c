/* test-interview-draft.c - an interview as it is being typed */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "capture/onward-interview-draft.h"
#include "lib/onward-fixture.h"
#include "model/onward-collections.h"
#include "playbook/onward-wall.h"
#include "store/onward-opportunities.h"

static void
add_opportunity (OnwardFixture *f, const char *company)
{
  OnwardNewOpportunity data = { .company = (char *)company, .title = (char *)"Engineer" };

  g_assert_true (onward_store_run (f->store, NULL, onward_opportunities_add, &data, NULL));
}

static gint64
save (OnwardFixture *f, OnwardInterviewDraft *draft)
{
  OnwardInterviewEdit *edit = onward_interview_draft_build (draft);
  g_autoptr (GError) error = NULL;
  gint64 id;

  onward_store_run (f->store, "Interview", onward_interviews_save, edit, &error);
  g_assert_no_error (error);
  id = edit->id;
  onward_interview_edit_free (edit);
  return id;
}

static OnwardDraftPerson *
get_person (OnwardInterviewDraft *draft, guint position)
{
  return draft->people->pdata[position];
}

static void
test_proposes_the_next_weekday (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardInterviewDraft) monday = NULL;
  g_autoptr (OnwardInterviewDraft) friday = NULL;

  add_opportunity (f, "Kestrel");
  monday = onward_interview_draft_new (f->store, 1);
  g_assert_cmpint (monday->day, ==, onward_day_from_civil (2026, 3, 3));
  g_assert_cmpstr (monday->zone, ==, "Europe/Amsterdam");
  g_assert_cmpuint (monday->people->len, ==, 1);
  g_assert_null (onward_interview_draft_get_problem (monday));
  f->now.unix_time += 4 * 86400;
  friday = onward_interview_draft_new (f->store, 1);
  g_assert_cmpint (friday->day, ==, onward_day_from_civil (2026, 3, 9));
}

static void
test_times_are_read_as_people_type_them (void)
{
  struct
  {
    const char *text;
    int minutes;
  } times[] = { { "14:00", 840 },         { "9", 540 },       { "09:05", 545 }, { "0930", 570 },
                { "9.30", 570 },          { "2:30 pm", 870 }, { "12 am", 0 },   { "12:15pm", 735 },
                { " 7 ", 420 },           { "14h30", 870 },   { "24:00", -1 },  { "9:5", -1 },
                { "soon", -1 },           { "", -1 },         { NULL, -1 },     { "13 pm", -1 },
                { "10:00 tomorrow", -1 }, { "10:61", -1 },    { "1234567", -1 } };

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      int minutes = -1;

      g_assert_cmpint (onward_interview_draft_parse_time (times[i].text, &minutes), ==, times[i].minutes >= 0);
      if (times[i].minutes >= 0)
        g_assert_cmpint (minutes, ==, times[i].minutes);
    }
}

static void
test_a_panel_of_three (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardInterviewDraft) draft = NULL;
  g_autoptr (OnwardInterview) interview = NULL;
  g_autoptr (GPtrArray) people = NULL;

  add_opportunity (f, "Kestrel");
  draft = onward_interview_draft_new (f->store, 1);
  onward_interview_draft_set_name (draft, 0, " Diego Parra");
  onward_interview_draft_add_person (draft, 1);
  onward_interview_draft_set_name (draft, 1, "Yusuf Demir");
  get_person (draft, 1)->role = g_strdup ("hiring-manager");
  onward_interview_draft_add_person (draft, 2);
  onward_interview_draft_add_person (draft, 3);
  onward_interview_draft_set_name (draft, 3, "Tove Madsen");
  g_assert_cmpint (get_person (draft, 0)->match, ==, ONWARD_DRAFT_NEW);
  g_assert_cmpint (get_person (draft, 2)->match, ==, ONWARD_DRAFT_EMPTY);
  g_free (draft->time);
  draft->time = g_strdup ("2 pm");
  draft->minutes = 90;
  draft->invited = TRUE;
  interview = onward_store_get_record (f->store, ONWARD_TYPE_INTERVIEW, save (f, draft));
  g_assert_cmpstr (interview->starts_at, ==, "2026-03-03T14:00:00+01:00");
  g_assert_cmpstr (interview->ends_at, ==, "2026-03-03T15:30:00+01:00");
  people = onward_store_get_children (f->store, interview, ONWARD_TYPE_PARTICIPANT);
  g_assert_cmpuint (people->len, ==, 3);
  g_assert_cmpstr (((OnwardParticipant *)people->pdata[1])->role, ==, "hiring-manager");
  g_assert_cmpstr (((OnwardParticipant *)people->pdata[2])->name_verified, ==, "invitation");
  {
    g_autoptr (OnwardContact) diego = onward_store_get_record (f->store, ONWARD_TYPE_CONTACT, 1);

    g_assert_cmpstr (diego->name, ==, "Diego Parra");
  }
}

static void
test_another_zone_and_the_night_of_the_clocks (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardInterviewDraft) draft = NULL;
  g_autoptr (OnwardInterview) interview = NULL;

  add_opportunity (f, "Kestrel");
  draft = onward_interview_draft_new (f->store, 1);
  draft->day = onward_day_from_civil (2026, 3, 29);
  g_free (draft->time);
  draft->time = g_strdup ("01:30");
  interview = onward_store_get_record (f->store, ONWARD_TYPE_INTERVIEW, save (f, draft));
  g_assert_cmpstr (interview->starts_at, ==, "2026-03-29T01:30:00+01:00");
  g_assert_cmpstr (interview->ends_at, ==, "2026-03-29T03:30:00+02:00");
  g_free (draft->zone);
  draft->zone = g_strdup ("America/New_York");
  draft->interview = interview->record.id;
  save (f, draft);
  g_assert_cmpstr (interview->starts_at, ==, "2026-03-29T01:30:00-04:00");
  g_assert_cmpstr (interview->zone, ==, "America/New_York");
}

static void
test_names_are_matched_or_asked_about (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardInterviewDraft) first = NULL;
  g_autoptr (OnwardInterviewDraft) second = NULL;
  g_autoptr (OnwardInterviewDraft) third = NULL;

  add_opportunity (f, "Kestrel");
  add_opportunity (f, "Orrery");
  add_opportunity (f, "Palisade");
  first = onward_interview_draft_new (f->store, 1);
  onward_interview_draft_set_name (first, 0, "Yusuf Demir");
  save (f, first);
  second = onward_interview_draft_new (f->store, 2);
  onward_interview_draft_set_name (second, 0, "Yusuf Demir");
  g_assert_cmpint (get_person (second, 0)->match, ==, ONWARD_DRAFT_KNOWN);
  onward_interview_draft_choose (second, 0, 0);
  save (f, second);
  /* Now two people have the name: each company means its own, a third one has to ask. */
  third = onward_interview_draft_new (f->store, 3);
  onward_interview_draft_set_name (third, 0, "yusuf demir");
  g_assert_cmpint (get_person (third, 0)->match, ==, ONWARD_DRAFT_UNCLEAR);
  g_assert_cmpuint (get_person (third, 0)->namesakes->len, ==, 2);
  g_assert_nonnull (onward_interview_draft_get_problem (third));
  onward_interview_draft_choose (third, 0, 2);
  g_assert_null (onward_interview_draft_get_problem (third));
  onward_interview_draft_add_person (third, 1);
  onward_interview_draft_set_name (third, 1, "Yusuf Demir");
  onward_interview_draft_choose (third, 1, 2);
  {
    OnwardInterviewEdit *edit = onward_interview_draft_build (third);

    g_assert_cmpuint (edit->people->len, ==, 1);
    g_assert_cmpint (((OnwardPersonEdit *)edit->people->pdata[0])->contact, ==, 2);
    onward_interview_edit_free (edit);
  }
}

static void
test_says_what_is_missing (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardInterviewDraft) draft = onward_interview_draft_new (f->store, 0);

  g_assert_nonnull (onward_interview_draft_get_problem (draft));
  add_opportunity (f, "Kestrel");
  draft->opportunity = 1;
  g_assert_null (onward_interview_draft_get_problem (draft));
  g_free (draft->time);
  draft->time = g_strdup ("late");
  g_assert_nonnull (onward_interview_draft_get_problem (draft));
  g_free (draft->time);
  draft->time = g_strdup ("9");
  g_free (draft->zone);
  draft->zone = g_strdup ("Europe/Atlantis");
  g_assert_nonnull (onward_interview_draft_get_problem (draft));
}

static void
test_what_is_stored_comes_back (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardInterviewDraft) draft = NULL;
  g_autoptr (OnwardInterviewDraft) again = NULL;
  OnwardDebriefEdit *debrief;
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (OnwardInterview) interview = NULL;

  add_opportunity (f, "Kestrel");
  draft = onward_interview_draft_new (f->store, 1);
  onward_interview_draft_set_name (draft, 0, "Tove Madsen");
  get_person (draft, 0)->role = g_strdup ("recruiter");
  draft->location = g_strdup ("Platform 9");
  save (f, draft);
  debrief = onward_debrief_edit_new (1);
  g_ptr_array_add (debrief->people, onward_person_edit_new (1, NULL, "recruiter"));
  g_ptr_array_add (debrief->people, onward_person_edit_new (0, "Someone", NULL));
  ((OnwardPersonEdit *)debrief->people->pdata[1])->unmatched = TRUE;
  g_assert_true (onward_store_run (f->store, NULL, onward_interviews_write_debrief, debrief, NULL));
  onward_debrief_edit_free (debrief);
  again = onward_interview_draft_load (f->store, 1);
  g_assert_cmpint (again->day, ==, draft->day);
  g_assert_cmpstr (again->time, ==, "10:00");
  g_assert_cmpint (again->minutes, ==, 60);
  g_assert_cmpstr (again->location, ==, "Platform 9");
  g_assert_cmpuint (again->people->len, ==, 3);
  g_assert_cmpstr (get_person (again, 0)->name, ==, "Tove Madsen");
  g_assert_cmpint (get_person (again, 1)->match, ==, ONWARD_DRAFT_UNMATCHED);
  save (f, again);
  interview = onward_store_get_record (f->store, ONWARD_TYPE_INTERVIEW, 1);
  people = onward_store_get_children (f->store, interview, ONWARD_TYPE_PARTICIPANT);
  g_assert_cmpuint (people->len, ==, 2);
  g_assert_cmpint (((OnwardParticipant *)people->pdata[1])->contact, ==, 0);
  g_assert_null (onward_interview_draft_load (f->store, 4711));
}

static void
test_several_names_at_once (OnwardFixture *f, gconstpointer data)
{
  struct
  {
    const char *text;
    const char *names[4];
  } cases[] = { { "Diego Parra, Yusuf Demir", { "Diego Parra", "Yusuf Demir" } },
                { "Parra, Diego", { NULL } },
                { "Diego Parra", { NULL } },
                { "Diego Parra <diego@kestrel.example>; Yusuf Demir <y@kestrel.example>;",
                  { "Diego Parra", "Yusuf Demir" } },
                { "Parra, Diego\nDemir, Yusuf\n", { "Parra, Diego", "Demir, Yusuf" } },
                { "Ana\r\n\r\n\tTove Madsen", { "Ana", "Tove Madsen" } },
                { "Ana, Tove, Yusuf", { "Ana", "Tove", "Yusuf" } },
                { "\"Parra, Diego\" <diego@kestrel.example>", { NULL } },
                { "Parra, Diego <diego@kestrel.example>", { NULL } },
                { "\"Parra, Diego\" <diego@kestrel.example>, \"Demir, Yusuf\" <y@kestrel.example>",
                  { "Parra, Diego", "Demir, Yusuf" } } };

  add_opportunity (f, "Kestrel");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (OnwardInterviewDraft) draft = onward_interview_draft_new (f->store, 1);
      guint n = g_strv_length ((char **)cases[i].names);

      g_assert_cmpuint (onward_interview_draft_add_names (draft, 0, cases[i].text), ==, n > 0 ? n - 1 : 0);
      for (guint j = 0; j < n; j++)
        g_assert_cmpstr (get_person (draft, j)->name, ==, cases[i].names[j]);
    }
}

/* It becomes a channel of somebody new and of somebody known, once, and one step takes it back. */
static void
test_a_mail_that_comes_with_a_name (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardInterviewDraft) first = NULL;
  g_autoptr (OnwardInterviewDraft) again = NULL;
  g_autoptr (OnwardContact) diego = NULL;
  g_autoptr (OnwardContact) ana = NULL;
  g_autofree char *line = NULL;
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  add_opportunity (f, "Kestrel");
  first = onward_interview_draft_new (f->store, 1);
  onward_interview_draft_set_name (first, 0, "Diego Parra <diego@kestrel.example>");
  g_assert_cmpstr (get_person (first, 0)->name, ==, "Diego Parra");
  line = onward_draft_person_format (get_person (first, 0));
  g_assert_cmpstr (line, ==, "Diego Parra <diego@kestrel.example>");
  onward_interview_draft_add_person (first, 1);
  onward_interview_draft_set_name (first, 1, "ana@kestrel.example");
  save (f, first);
  diego = onward_store_get_record (f->store, ONWARD_TYPE_CONTACT, 1);
  g_assert_cmpstr (diego->name, ==, "Diego Parra");
  g_assert_cmpstr (diego->emails, ==, "[{\"value\":\"diego@kestrel.example\"}]");
  ana = onward_store_get_record (f->store, ONWARD_TYPE_CONTACT, 2);
  g_assert_cmpstr (ana->name, ==, "ana@kestrel.example");
  g_assert_cmpstr (ana->emails, ==, "[{\"value\":\"ana@kestrel.example\"}]");
  again = onward_interview_draft_new (f->store, 1);
  onward_interview_draft_set_name (again, 0, "diego parra <Diego@Kestrel.example>");
  onward_interview_draft_add_names (again, 0, "diego parra <Diego@Kestrel.example>\nAna <ana@home.example>");
  onward_interview_draft_choose (again, 1, 2);
  save (f, again);
  g_assert_cmpstr (diego->emails, ==, "[{\"value\":\"diego@kestrel.example\"}]");
  g_assert_cmpstr (ana->emails, ==, "[{\"value\":\"ana@kestrel.example\"},{\"value\":\"ana@home.example\"}]");
  onward_store_undo_async (f->store, NULL, NULL);
  while (onward_store_get_redo_label (f->store) == NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpstr (ana->emails, ==, "[{\"value\":\"ana@kestrel.example\"}]");
}

static void
test_where_and_when_it_is_for_the_user (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardInterviewDraft) draft = NULL;
  g_autoptr (OnwardInterviewDraft) other = NULL;
  g_autofree char *same = NULL;
  g_autofree char *here = NULL;
  g_autofree char *conflict = NULL;
  g_autofree char *free = NULL;

  add_opportunity (f, "Kestrel");
  draft = onward_interview_draft_new (f->store, 1);
  same = onward_interview_draft_describe_here (draft);
  g_assert_null (same);
  onward_set_text (&draft->zone, "America/New_York");
  here = onward_interview_draft_describe_here (draft);
  g_assert_cmpstr (here, ==, "For you: Tuesday\u00a03\u00a0March, 16:00");
  save (f, draft);
  other = onward_interview_draft_new (f->store, 1);
  g_assert_cmpint (other->round, ==, 2);
  onward_set_text (&other->time, "15:30");
  conflict = onward_interview_draft_describe_conflict (other);
  g_assert_nonnull (strstr (conflict, "Kestrel, first interview"));
  onward_set_text (&other->time, "17:00");
  free = onward_interview_draft_describe_conflict (other);
  g_assert_null (free);
}

static void
test_links_companies_and_rounds (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardInterviewDraft) draft = onward_interview_draft_new (f->store, 0);
  g_autoptr (OnwardInterviewDraft) again = NULL;
  g_autoptr (OnwardInterview) interview = NULL;

  g_assert_nonnull (onward_interview_draft_get_problem (draft));
  draft->company_name = g_strdup (" Orrery ");
  g_assert_null (onward_interview_draft_get_problem (draft));
  draft->join_url = g_strdup ("file:///etc/passwd");
  g_assert_nonnull (onward_interview_draft_get_problem (draft));
  onward_set_text (&draft->join_url, "meet.example/orrery");
  g_assert_null (onward_interview_draft_get_problem (draft));
  g_assert_false (onward_interview_draft_is_counted (draft));
  interview = onward_store_get_record (f->store, ONWARD_TYPE_INTERVIEW, save (f, draft));
  g_assert_cmpstr (interview->join_url, ==, "https://meet.example/orrery");
  g_assert_cmpint (interview->company, ==, 1);
  again = onward_interview_draft_load (f->store, interview->record.id);
  g_assert_cmpint (again->company, ==, 1);
  g_assert_null (onward_interview_draft_get_problem (again));
}

/* One to which nobody came is booked again when it gets a later time, and only then. */
static void
test_rescheduling (OnwardFixture *f, gconstpointer data)
{
  OnwardInterviewStatusChange change = { 1, "no-show" };
  g_autoptr (OnwardInterviewDraft) draft = NULL;
  g_autoptr (OnwardInterviewDraft) late = NULL;
  g_autoptr (OnwardInterview) interview = NULL;

  add_opportunity (f, "Kestrel");
  draft = onward_interview_draft_new (f->store, 1);
  save (f, draft);
  g_assert_true (onward_store_run (f->store, NULL, onward_interviews_set_status, &change, NULL));
  late = onward_interview_draft_load (f->store, 1);
  g_assert_cmpstr (late->status, ==, "no-show");
  g_assert_false (onward_interview_draft_is_rescheduled (late));
  late->day += 2;
  g_assert_true (onward_interview_draft_is_rescheduled (late));
  save (f, late);
  interview = onward_store_get_record (f->store, ONWARD_TYPE_INTERVIEW, 1);
  g_assert_cmpstr (interview->status, ==, "booked");
}

static gint64
get_stage (OnwardFixture *f)
{
  g_autoptr (OnwardOpportunity) opportunity = onward_store_get_record (f->store, ONWARD_TYPE_OPPORTUNITY, 1);

  return opportunity->stage;
}

/* Unless it is practice or a talk for information, or the user says no; and once, not back again from an offer. */
static void
test_the_first_moves_the_opportunity (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardInterviewDraft) first = NULL;
  g_autoptr (OnwardInterviewDraft) second = NULL;
  g_autoptr (OnwardInterviewDraft) stored = NULL;
  gint64 prospect, interviewing;

  add_opportunity (f, "Kestrel");
  prospect = get_stage (f);
  interviewing = onward_stages_find_kind (onward_store_get_connection (f->store), "interviewing");
  first = onward_interview_draft_new (f->store, 1);
  g_assert_cmpint (first->stage, ==, interviewing);
  g_assert_true (onward_interview_draft_get_moves (first));
  onward_set_text (&first->kind, "mock");
  g_assert_false (onward_interview_draft_get_moves (first));
  onward_set_text (&first->kind, "video");
  first->moves = FALSE;
  save (f, first);
  g_assert_cmpint (get_stage (f), ==, prospect);
  stored = onward_interview_draft_load (f->store, 1);
  g_assert_cmpint (stored->stage, ==, 0);
  second = onward_interview_draft_new (f->store, 1);
  save (f, second);
  g_assert_cmpint (get_stage (f), ==, interviewing);
  onward_interview_draft_set_opportunity (second, 1);
  g_assert_cmpint (second->stage, ==, 0);
  g_assert_false (onward_interview_draft_get_moves (second));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function)                                                                                            \
  g_test_add ("/interview-draft/" path, OnwardFixture, NULL, onward_fixture_set_up, function, onward_fixture_tear_down)
  ADD ("proposes-the-next-weekday", test_proposes_the_next_weekday);
  g_test_add_func ("/interview-draft/times-are-read-as-people-type-them", test_times_are_read_as_people_type_them);
  ADD ("a-panel-of-three", test_a_panel_of_three);
  ADD ("another-zone-and-the-night-of-the-clocks", test_another_zone_and_the_night_of_the_clocks);
  ADD ("names-are-matched-or-asked-about", test_names_are_matched_or_asked_about);
  ADD ("says-what-is-missing", test_says_what_is_missing);
  ADD ("several-names-at-once", test_several_names_at_once);
  ADD ("a-mail-that-comes-with-a-name", test_a_mail_that_comes_with_a_name);
  ADD ("where-and-when-it-is-for-the-user", test_where_and_when_it_is_for_the_user);
  ADD ("links-companies-and-rounds", test_links_companies_and_rounds);
  ADD ("the-first-moves-the-opportunity", test_the_first_moves_the_opportunity);
  ADD ("rescheduling", test_rescheduling);
  ADD ("what-is-stored-comes-back", test_what_is_stored_comes_back);
  return g_test_run ();
}
