/* test-preparation-paper.c - what to know, to tell and to ask in an interview goes on one page of paper */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "capture/onward-join-link.h"
#include "capture/onward-preparation-paper.h"
#include "lib/onward-fixture.h"
#include "model/onward-collections.h"
#include "store/onward-questions.h"

#include <string.h>

/* PDFs stay there when somebody wants to look at them. */
#define FOLDER "ONWARD_LETTERS"

static gboolean
add_sibling (OnwardWriter *writer, gint64 company, GError **error)
{
  g_autoptr (OnwardOpportunity) sibling = g_object_new (ONWARD_TYPE_OPPORTUNITY, NULL);

  sibling->company = company;
  onward_set_text (&sibling->title, "Firmware lead");
  onward_set_text (&sibling->outcome_kind, "rejected");
  onward_set_text (&sibling->outcome_on, "2025-11-04");
  return onward_writer_insert (writer, sibling, error);
}

static OnwardContact *
add_person (OnwardWriter *writer, gint64 company)
{
  OnwardContact *person = g_object_new (ONWARD_TYPE_CONTACT, NULL);

  person->company = company;
  onward_set_text (&person->name, "Siobhán Reilly");
  onward_set_text (&person->pronunciation, "shi-VAWN");
  onward_set_text (&person->hooks, "[\"Rows on Sundays\"]");
  g_assert_true (onward_writer_insert (writer, person, NULL));
  return person;
}

static OnwardInterview *
add_interview (OnwardWriter *writer, gint64 opportunity, const char *starts_at, const char *stories)
{
  OnwardInterview *interview = g_object_new (ONWARD_TYPE_INTERVIEW, NULL);

  interview->opportunity = opportunity;
  onward_set_text (&interview->kind, "panel");
  onward_set_text (&interview->starts_at, starts_at);
  onward_set_text (&interview->zone, "Europe/Amsterdam");
  onward_set_text (&interview->location, "Room 4");
  onward_set_text (&interview->stories, stories);
  g_assert_true (onward_writer_insert (writer, interview, NULL));
  return interview;
}

static void
add_part (OnwardWriter *writer, OnwardInterview *interview, OnwardContact *person, const char *concern)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_object_unref);
  OnwardParticipant *part = g_object_new (ONWARD_TYPE_PARTICIPANT, NULL);

  part->contact = person->record.id;
  onward_set_text (&part->role, "hiring-manager");
  onward_set_text (&part->concern_text, concern);
  g_ptr_array_add (parts, part);
  g_assert_true (onward_writer_set_children (writer, interview, ONWARD_TYPE_PARTICIPANT, parts, NULL));
}

/* A panel at Kestrel with Siobhán, who was worried about something in the first interview. */
static gboolean
add_all (OnwardWriter *writer, gpointer data, GError **error)
{
  g_autoptr (OnwardCompany) company = g_object_new (ONWARD_TYPE_COMPANY, NULL);
  g_autoptr (OnwardOpportunity) opportunity = g_object_new (ONWARD_TYPE_OPPORTUNITY, NULL);
  g_autoptr (OnwardStory) story = g_object_new (ONWARD_TYPE_STORY, NULL);
  g_autoptr (OnwardInterview) first = NULL;
  g_autoptr (OnwardInterview) panel = NULL;
  g_autoptr (OnwardContact) person = NULL;
  g_autofree char *stories = NULL;

  onward_set_text (&company->name, "Kestrel Motion");
  onward_set_text (&company->notes, "Makes arms for laboratories.");
  g_assert_true (onward_writer_insert (writer, company, error));
  opportunity->company = company->record.id;
  onward_set_text (&opportunity->title, "Staff engineer");
  onward_set_text (&opportunity->salary, "\"€70,000\"");
  onward_set_text (&opportunity->skills, "[\"C\",\"testing\"]");
  onward_set_text (&story->title, "The relay that stuck");
  onward_set_text (&story->result, "No stop in two winters.");
  g_assert_true (onward_writer_insert (writer, opportunity, error) && onward_writer_insert (writer, story, error)
                 && add_sibling (writer, company->record.id, error));
  stories = g_strdup_printf ("[\"%s\"]", story->record.uuid);
  person = add_person (writer, company->record.id);
  first = add_interview (writer, opportunity->record.id, "2026-02-20T09:00:00+01:00", NULL);
  add_part (writer, first, person, "Few PLC projects");
  panel = add_interview (writer, opportunity->record.id, "2026-03-04T14:00:00+01:00", stories);
  add_part (writer, panel, person, NULL);
  *(gint64 *)data = panel->record.id;
  return TRUE;
}

static OnwardPreparation *
prepare (OnwardFixture *f, guint n_questions)
{
  OnwardPreparation *preparation;
  gint64 interview = 0;

  g_assert_true (onward_store_run (f->store, NULL, add_all, &interview, NULL));
  g_assert_cmpint (onward_preparation_find_next (f->store), ==, interview);
  preparation = onward_preparation_load (f->store, interview);
  for (guint i = 0; i < n_questions; i++)
    {
      g_autofree char *text = g_strdup_printf ("Question number %u, which is about what?", i + 1);
      OnwardQuestion *question = onward_question_new (text, i % 2 == 1);

      question->answer = (g_free (question->answer), g_strdup (i % 2 == 0 ? "What I would say to it." : ""));
      g_ptr_array_add (preparation->questions, question);
    }
  return preparation;
}

static char *
get_path (const char *name)
{
  const char *folder = g_getenv (FOLDER);

  return g_build_filename (folder != NULL ? folder : g_getenv ("SESSION_DIR"), name, NULL);
}

/* Writes the PDF; its words, by poppler. */
static char *
print (OnwardFixture *f, OnwardPreparation *preparation, const char *paper, const char *name)
{
  g_autoptr (GtkPrintOperation) operation = onward_preparation_paper_create_operation (preparation, f->store);
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *size = gtk_paper_size_new (paper);
  g_autofree char *path = get_path (name);
  const char *const call[] = { "pdftotext", "-layout", path, "-", NULL };
  g_autoptr (GError) error = NULL;
  char *words = NULL;
  int pages;

  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_paper_size_free (size);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_object_get (operation, "n-pages", &pages, NULL);
  g_assert_cmpint (pages, ==, 1);
  g_assert_true (g_spawn_sync (NULL, (char **)call, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &words, NULL, NULL, NULL));
  return words;
}

static void
assert_says (const char *words, const char *part)
{
  if (strstr (words, part) == NULL)
    g_error ("“%s” is missing in:\n%s", part, words);
}

static void
test_all_of_it (OnwardFixture *f, gconstpointer data)
{
  static const char *const parts[] = { "Kestrel Motion, panel interview",
                                       "Wednesday 4 March, 14:00",
                                       "Room 4",
                                       "Siobhán Reilly",
                                       "Hiring manager · say “shi-VAWN”",
                                       "Rows on Sundays",
                                       "Was concerned about: Few PLC projects",
                                       "The relay that stuck",
                                       "Result: No stop in two winters.",
                                       "Questions you expect",
                                       "What I would say to it.",
                                       "Questions to ask",
                                       "Do you have any",
                                       "do not react",
                                       "They look for: C, testing",
                                       "Salary: €70,000",
                                       "Makes arms for laboratories.",
                                       "Firmware lead · Said no" };
  g_autoptr (OnwardPreparation) preparation = prepare (f, 4);
  g_autofree char *name = g_strdup_printf ("preparation-%s.pdf", (const char *)data);
  g_autofree char *words = print (f, preparation, data, name);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    assert_says (words, parts[i]);
}

static void
test_a_lot (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardPreparation) preparation = prepare (f, 32);
  g_autofree char *words = print (f, preparation, "iso_a4", "preparation-full.pdf");

  assert_says (words, "Question number 1,");
  assert_says (words, "Question number 32,");
  assert_says (words, "Firmware lead");
}

static void
test_nobody_decides (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardPreparation) preparation = prepare (f, 1);
  g_autofree char *words = NULL;

  onward_set_text (&preparation->interview->kind, "informational");
  words = print (f, preparation, "iso_a4", "preparation-informational.pdf");
  assert_says (words, "informational interview");
  g_assert_null (strstr (words, "hesitations"));
}

static void
test_links (void)
{
  static const char *const links[][2] = {
    { " meet.example/abc ", "https://meet.example/abc" },
    { "meet.example:8443/x", "https://meet.example:8443/x" },
    { "https://meet.example/a?b=c", "https://meet.example/a?b=c" },
    { "zoommtg://zoom.example/join?confno=1", "zoommtg://zoom.example/join?confno=1" },
    { "tel:+31201234567", "tel:+31201234567" },
    { "http://meet.example", "http://meet.example" },
  };
  static const char *const bad[] = {
    "file:///etc/passwd", "javascript:alert(1)", "room four", "https://", "tel:", "soon", "https://a b.example", ""
  };

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autofree char *link = onward_join_link_complete (links[i][0]);

      g_assert_cmpstr (link, ==, links[i][1]);
      g_assert_true (onward_join_link_is_valid (link));
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *link = onward_join_link_complete (bad[i]);

      g_assert_false (onward_join_link_is_valid (link));
    }
}

#define ADD(path, data, function)                                                                                      \
  g_test_add ("/preparation-paper/" path, OnwardFixture, data, onward_fixture_set_up, function,                        \
              onward_fixture_tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  ADD ("all of it is on one page of A4", "iso_a4", test_all_of_it);
  ADD ("and of US Letter", "na_letter", test_all_of_it);
  ADD ("a lot of it gets smaller letters", NULL, test_a_lot);
  ADD ("the last question is for those who decide", NULL, test_nobody_decides);
  g_test_add_func ("/preparation-paper/a link joins a call and nothing else", test_links);
  return g_test_run ();
}
