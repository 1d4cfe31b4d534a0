/* test-announcement-runs.c - everybody is told once, who is left out stays so, and what was begun goes on */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lib/onward-fixture.h"
#include "model/onward-contact.h"
#include "store/onward-announcement-runs.h"
#include "store/onward-json-import.h"

#define ID(n) "\"00000000-0000-4000-8000-0000000000" n "\""

/* Meridian, accepted; who helped, who is close, who was met, and others; one must not be written to, one is the user. */
static const char facts[] =
    "{\"format\": \"onward\", \"version\": 1,"
    "\"profile\": {\"email\": \"me@home.example\", \"addresses_me\": [\"Old@Home.example\"]},"
    "\"companies\": [{\"id\": " ID ("11") ", \"name\": \"Meridian\"}, {\"id\": " ID (
        "12") ", \"name\": \"Lumen\"}],"
              "\"contacts\": [{\"id\": " ID (
                  "21") ", \"name\": \"Zoe Noor\", \"tier\": \"yearly\"},"
                        "{\"id\": " ID ("22") ", \"name\": \"Mo Mock\"}, {\"id\": " ID (
                            "23") ", \"name\": \"Cleo Close\", \"tier\": \"monthly\"},"
                                  "{\"id\": " ID (
                                      "24") ", \"name\": \"Quentin\", \"tier\": \"quarterly\"}, "
                                            "{\"id\": " ID (
                                                "25") ", \"name\": \"Met\"},"
                                                      "{\"id\": " ID (
                                                          "26") ", \"name\": \"Part\"}, "
                                                                "{\"id\": " ID (
                                                                    "27") ", \"name\": "
                                                                          "\"Anna "
                                                                          "Other\"},"
                                                                          "{\"id\":"
                                                                          " " ID ("28") ", "
                                                                                        "\""
                                                                                        "na"
                                                                                        "me"
                                                                                        "\""
                                                                                        ": "
                                                                                        "\""
                                                                                        "Ne"
                                                                                        "ve"
                                                                                        "r"
                                                                                        "\""
                                                                                        ", "
                                                                                        "\""
                                                                                        "do"
                                                                                        "_n"
                                                                                        "ot"
                                                                                        "_c"
                                                                                        "on"
                                                                                        "ta"
                                                                                        "ct"
                                                                                        "\""
                                                                                        ": "
                                                                                        "tr"
                                                                                        "ue"
                                                                                        "},"
                                                                                        "{"
                                                                                        "\""
                                                                                        "id"
                                                                                        "\""
                                                                                        ":"
                                                                                        " " ID (
                                                                                            "29") ", \"name\": \"Me\", "
                                                                                                  "\"emails\": "
                                                                                                  "[{\"value\": "
                                                                                                  "\"old@home."
                                                                                                  "example\"}]}],"
                                                                                                  "\"opportunities\": "
                                                                                                  "[{\"id\": " ID ("31") ", \"kind\": \"role\", \"title\": \"Principal\", \"company\": " ID (
                                                                                                      "11") ","
                                                                                                            " \"outcome"
                                                                                                            "\": "
                                                                                                            "{\"kind\":"
                                                                                                            " \"accepte"
                                                                                                            "d\", "
                                                                                                            "\"on\": "
                                                                                                            "\"2026-03-"
                                                                                                            "01\"}, "
                                                                                                            "\"people\""
                                                                                                            ": "
                                                                                                            "[{"
                                                                                                            "\"contact"
                                                                                                            "\": " ID (
                                                                                                                "26") ","
                                                                                                                      " \"role\": \"recruiter\"}]}],"
                                                                                                                      "\"interviews\": [{\"id\": " ID ("41") ", \"kind\": \"video\", \"opportunity\": " ID (
                                                                                                                          "31") ","
                                                                                                                                " \"starts_at\": \"2026-02-20T10:00:00+01:00\", \"people\": [{\"contact\": " ID (
                                                                                                                                    "25") "}]},"
                                                                                                                                          "{\"id\": " ID (
                                                                                                                                              "42") ", \"kind\": \"mock\", \"starts_at\": \"2026-01-20T10:00:00+01:00\","
                                                                                                                                                    " \"people\": [{\"contact\": " ID (
                                                                                                                                                        "22") "}]},"
                                                                                                                                                              "{\"id\": " ID (
                                                                                                                                                                  "43") ", \"kind\": \"mock\", \"starts_at\": \"2026-01-21T10:00:00+01:00\","
                                                                                                                                                                        " \"people\": [{\"contact\": " ID (
                                                                                                                                                                            "22") "}]}],"
                                                                                                                                                                                  "\"introductions\": [{\"id\": " ID ("51") ", \"introducer\": " ID (
                                                                                                                                                                                      "21") ", \"company\": " ID ("12") "}]}";

static void
set_up (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardJsonImport) import = onward_json_import_new (facts, strlen (facts), FALSE, FALSE);
  g_autoptr (GError) error = NULL;

  onward_fixture_set_up (f, data);
  onward_store_run (f->store, "Import", onward_json_import_run, import, &error);
  g_assert_no_error (error);
}

static gint64
read_int (OnwardFixture *f, const char *sql)
{
  return onward_connection_read_int (onward_store_get_connection (f->store), sql, -1);
}

static gint64
find (OnwardFixture *f, const char *name)
{
  g_autoptr (OnwardStatement) row = onward_connection_prepare (onward_store_get_connection (f->store),
                                                               "SELECT id FROM contacts WHERE name = ?", NULL);

  onward_statement_bind_text (row, 1, name);
  g_assert_true (onward_statement_step (row, NULL));
  return onward_statement_get_int (row, 0);
}

/* `0:Zoe Noor 1:Cleo Close+` : the group, the name, + when told, - when left out. */
static char *
describe (OnwardFixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = onward_announcement_runs_list (f->store, 1, &error);
  GString *text = g_string_new (NULL);
  static const char *const marks[] = { "", "+", "-" };

  g_assert_no_error (error);
  for (guint i = 0; i < people->len; i++)
    {
      OnwardAnnounced *person = people->pdata[i];

      g_string_append_printf (text, "%s%d:%s%s", i > 0 ? " " : "", person->group, person->name, marks[person->state]);
    }
  return g_string_free (text, FALSE);
}

#define assert_people(f, expected)                                                                                     \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *found = describe (f);                                                                             \
    g_assert_cmpstr (found, ==, expected);                                                                             \
  }                                                                                                                    \
  G_STMT_END

static gboolean
run (OnwardFixture *f, OnwardCommandFunc command, const char *name, GError **error)
{
  OnwardAnnouncement data = { .opportunity = 1,
                              .contact = name != NULL ? find (f, name) : 0,
                              .channel = (char *)"email" };

  return onward_store_run (f->store, "Tell", command, &data, error);
}

#define do_it(f, command, name)                                                                                        \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autoptr (GError) failure = NULL;                                                                                 \
    run (f, command, name, &failure);                                                                                  \
    g_assert_no_error (failure);                                                                                       \
  }                                                                                                                    \
  G_STMT_END

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_true (onward_store_run_finish (ONWARD_STORE (source), result, NULL));
  *(gboolean *)data = TRUE;
}

static void
undo (OnwardFixture *f)
{
  gboolean done = FALSE;

  onward_store_undo_async (f->store, done_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_everybody_stands_where_they_helped (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) people = NULL;
  OnwardAnnounced *first, *second;

  assert_people (f, "0:Zoe Noor 0:Mo Mock 1:Cleo Close 1:Quentin 2:Met 2:Part 3:Anna Other");
  people = onward_announcement_runs_list (f->store, 1, NULL);
  first = people->pdata[0];
  second = people->pdata[1];
  g_assert_cmpstr (first->introduced_to, ==, "Lumen");
  g_assert_cmpuint (second->n_mock, ==, 2);
  g_assert_cmpstr (((OnwardAnnounced *)people->pdata[5])->role, ==, "recruiter");
  g_assert_cmpstr (((OnwardAnnounced *)people->pdata[5])->company, ==, "Meridian");
  g_assert_cmpint (onward_announcement_runs_find (f->store, 1), ==, 0);
}

static void
test_who_is_told_is_told_once_and_kept (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  do_it (f, onward_announcement_runs_tell, "Zoe Noor");
  do_it (f, onward_announcement_runs_exclude, "Met");
  do_it (f, onward_announcement_runs_tell, "Quentin");
  assert_people (f, "0:Zoe Noor+ 0:Mo Mock 1:Cleo Close 1:Quentin+ 2:Met- 2:Part 3:Anna Other");
  g_assert_false (run (f, onward_announcement_runs_tell, "Zoe Noor", &error));
  g_assert_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID);
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM announcement_runs"), ==, 1);
  g_assert_cmpint (read_int (f,
                             "SELECT count (*) FROM touches t JOIN run_sent s ON s.touch = t.id JOIN touch_contacts p"
                             " ON p.touch = t.id AND p.contact = s.contact WHERE t.kind = 'announce-job'"
                             " AND t.direction = 'out' AND t.opportunity = 1 AND t.channel = 'email'"),
                   ==, 2);

  /* Another program, another day: the same run. */
  onward_fixture_close (f);
  onward_fixture_open (f);
  assert_people (f, "0:Zoe Noor+ 0:Mo Mock 1:Cleo Close 1:Quentin+ 2:Met- 2:Part 3:Anna Other");
  do_it (f, onward_announcement_runs_put_back, "Met");
  assert_people (f, "0:Zoe Noor+ 0:Mo Mock 1:Cleo Close 1:Quentin+ 2:Met 2:Part 3:Anna Other");
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM announcement_runs"), ==, 1);
}

static void
test_one_undo_takes_back_the_touch_and_the_row (OnwardFixture *f, gconstpointer data)
{
  do_it (f, onward_announcement_runs_exclude, "Mo Mock");
  do_it (f, onward_announcement_runs_tell, "Mo Mock");
  assert_people (f, "0:Zoe Noor 0:Mo Mock+ 1:Cleo Close 1:Quentin 2:Met 2:Part 3:Anna Other");
  undo (f);
  assert_people (f, "0:Zoe Noor 0:Mo Mock- 1:Cleo Close 1:Quentin 2:Met 2:Part 3:Anna Other");
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM touches"), ==, 0);
}

static void
test_the_run_is_over_when_nobody_is_left (OnwardFixture *f, gconstpointer data)
{
  static const char *const names[] = { "Zoe Noor", "Mo Mock", "Cleo Close", "Quentin", "Met", "Part" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    do_it (f, onward_announcement_runs_tell, names[i]);
  g_assert_false (onward_announcement_runs_is_finished (f->store, 1));
  do_it (f, onward_announcement_runs_exclude, "Anna Other");
  g_assert_true (onward_announcement_runs_is_finished (f->store, 1));
  do_it (f, onward_announcement_runs_put_back, "Anna Other");
  g_assert_false (onward_announcement_runs_is_finished (f->store, 1));
  do_it (f, onward_announcement_runs_finish, NULL);
  g_assert_true (onward_announcement_runs_is_finished (f->store, 1));
  assert_people (f, "0:Zoe Noor+ 0:Mo Mock+ 1:Cleo Close+ 1:Quentin+ 2:Met+ 2:Part+ 3:Anna Other");
}

static void
test_afterwards_who_has_no_tier_gets_one (OnwardFixture *f, gconstpointer data)
{
  OnwardAnnounceTiers tiers = { .opportunity = 1, .tiers = { "quarterly", NULL, "yearly", "yearly" } };
  g_autoptr (GError) error = NULL;

  do_it (f, onward_announcement_runs_tell, "Zoe Noor");
  do_it (f, onward_announcement_runs_tell, "Mo Mock");
  do_it (f, onward_announcement_runs_tell, "Part");
  do_it (f, onward_announcement_runs_exclude, "Anna Other");
  onward_store_run (f->store, "Tiers", onward_announcement_runs_set_tiers, &tiers, &error);
  g_assert_no_error (error);
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM contacts WHERE name = 'Zoe Noor' AND tier = 'yearly'"), ==, 1);
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM contacts WHERE name = 'Mo Mock' AND tier = 'quarterly'"), ==, 1);
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM contacts WHERE name = 'Part' AND tier = 'yearly'"
                                " AND tier_since = '2026-03-02'"),
                   ==, 1);
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM contacts WHERE name IN ('Anna Other', 'Met') AND tier IS NULL"),
                   ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                                            \
  g_test_add ("/announcement-runs/" name, OnwardFixture, NULL, set_up, function, onward_fixture_tear_down)
  ADD ("everybody-stands-where-they-helped", test_everybody_stands_where_they_helped);
  ADD ("who-is-told-is-told-once-and-kept", test_who_is_told_is_told_once_and_kept);
  ADD ("one-undo-takes-back-the-touch-and-the-row", test_one_undo_takes_back_the_touch_and_the_row);
  ADD ("the-run-is-over-when-nobody-is-left", test_the_run_is_over_when_nobody_is_left);
  ADD ("afterwards-who-has-no-tier-gets-one", test_afterwards_who_has_no_tier_gets_one);
  return g_test_run ();
}
