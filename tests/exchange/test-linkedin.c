/* test-linkedin.c - LinkedIn's Connections.csv */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "corpus.h"
#include "onward-cell-text.h"
#include "onward-exchange-error.h"
#include "onward-linkedin.h"

#define HEADER "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"

static OnwardProposal *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  OnwardProposal *proposal = onward_linkedin_read_connections (text, strlen (text), NULL, &error);

  g_assert_no_error (error);
  return proposal;
}

static const OnwardProposedContact *
get_contact (OnwardProposal *proposal, guint i)
{
  g_assert_cmpuint (i, <, proposal->contacts->len);
  return &g_array_index (proposal->contacts, OnwardProposedContact, i);
}

/* "7: no name; 9: no name" */
static void
check_remarks (GArray *remarks, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < remarks->len; i++)
    {
      OnwardRowRemark *remark = &g_array_index (remarks, OnwardRowRemark, i);

      g_string_append_printf (text, "%s%u: %s", i == 0 ? "" : "; ", remark->line, remark->why);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* Every member of every person: line name|url|email|company|position|date, "-" for none. */
static void
check_contacts (const char *text, const char *expected)
{
  g_autoptr (OnwardProposal) proposal = read_text (text);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < proposal->contacts->len; i++)
    {
      const OnwardProposedContact *contact = get_contact (proposal, i);
      const char *const members[] = { contact->url, contact->email, contact->company, contact->position,
                                      contact->connected_on };

      g_string_append_printf (found, "%u %s", contact->line, contact->name);
      for (guint m = 0; m < G_N_ELEMENTS (members); m++)
        g_string_append_printf (found, "|%s", members[m] == NULL ? "-" : members[m]);
      g_string_append_c (found, '\n');
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_all_members (void)
{
  check_contacts (HEADER
                  "Ana,Cruz,https://www.linkedin.com/in/ana,ana@example.org,\"Helix, Inc.\",\"Lead \"\"R&D\"\"\","
                  "12 Mar 2024\n",
                  "2 Ana Cruz|https://www.linkedin.com/in/ana|ana@example.org|Helix, Inc.|Lead \"R&D\"|2024-03-12\n");
}

static void
test_preambles (void)
{
  static const char *const preambles[] = {
    "",
    "\n\n",
    "Notes:\n\"When exporting your connection data, you may notice that some\n of the \"\"email\"\" addresses are "
    "missing.\"\n\n",
    "Notes:\n\"An unclosed quotation mark\n",
    "sep=,\n",
    "First Name of everyone follows, Last Name too\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (preambles); i++)
    {
      g_autofree char *text = g_strconcat (preambles[i], HEADER, "Ana,,,,,,\n", NULL);
      g_autoptr (OnwardProposal) proposal = read_text (text);
      guint n_lines = 0;

      for (const char *at = preambles[i]; *at != '\0'; at++)
        n_lines += *at == '\n';
      g_assert_cmpuint (proposal->contacts->len, ==, 1);
      g_assert_cmpuint (get_contact (proposal, 0)->line, ==, n_lines + 2);
    }
}

static void
test_long_preamble (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "first name, \"last name, and more of this\r\n");
  g_string_append (text, HEADER "Ana,,,,,,\n");
  g_autoptr (OnwardProposal) proposal = read_text (text->str);
  g_assert_cmpuint (get_contact (proposal, 0)->line, ==, 100002);
}

static void
test_columns (void)
{
  check_contacts ("Connected On,Extra,COMPANY, last name ,First Name,Company\n7-Feb-22,x,Helix,Cruz,Ana,Other\n",
                  "2 Ana Cruz|-|-|Helix|-|2022-02-07\n");
  check_contacts ("First Name;Last Name;Connected On\nAna;Cruz, Dr.;03/15/2024\n",
                  "2 Ana Cruz, Dr.|-|-|-|-|2024-03-15\n");
  check_contacts ("First Name\tLast Name\tConnected On\nAna\tCruz\n", "2 Ana Cruz|-|-|-|-|-\n");
}

static void
test_line_ends (void)
{
  g_autoptr (GString) text = g_string_new (HEADER "Ana,Cruz,,,\"Two\nlines\",,\nBo,Berg,,,,,\n");
  const char *expected = "2 Ana Cruz|-|-|Two lines|-|-\n4 Bo Berg|-|-|-|-|-\n";

  check_contacts (text->str, expected);
  g_string_replace (text, "\n", "\r\n", 0);
  check_contacts (text->str, expected);
  g_string_replace (text, "\r\n", "\r", 0);
  check_contacts (text->str, expected);
}

static void
test_names (void)
{
  check_contacts (HEADER "  Ana  María , de la  Cruz ,,,,,\nCher,,,,,,\n,Prince,,,,,\n小明,王,,,,,\n",
                  "2 Ana María de la Cruz|-|-|-|-|-\n3 Cher|-|-|-|-|-\n4 Prince|-|-|-|-|-\n5 小明 王|-|-|-|-|-\n");
}

static void
test_nameless (void)
{
  g_autoptr (OnwardProposal) proposal =
      read_text (HEADER ",,https://www.linkedin.com/in/nobody,,,,\nAna,,,,,,\n\" \",\t,,,,,"
                        "12 Mar 2024\n\u200B,,,,,,\n");

  g_assert_cmpuint (proposal->n_read, ==, 4);
  g_assert_cmpuint (proposal->contacts->len, ==, 1);
  check_remarks (proposal->rejected, "2: no name; 4: no name; 5: no name");
  check_remarks (proposal->notes, "");
}

static void
test_blank_rows (void)
{
  g_autoptr (OnwardProposal) proposal = read_text (HEADER ",,,,,,\nAna,,,,,,,,,\n , ,\"\",,,,,,,\n\n,\n");

  g_assert_cmpuint (proposal->n_read, ==, 1);
  g_assert_cmpuint (proposal->contacts->len, ==, 1);
  check_remarks (proposal->rejected, "");
}

static void
test_moved_cells (void)
{
  g_autoptr (OnwardProposal) proposal = read_text (HEADER "Ana,Cruz,,,Helix, Inc.,Lead,12 Mar 2024\nBo,Berg,,,,,\n");

  g_assert_cmpuint (proposal->n_read, ==, 2);
  g_assert_cmpstr (get_contact (proposal, 0)->name, ==, "Bo Berg");
  check_remarks (proposal->rejected, "2: more cells than the header has");
}

static void
test_bad_cells (void)
{
  const char *text =
      HEADER "Ana,,javascript:alert(1),n/a,,,31 Feb 2024\nBo,,,,,,soon\nCy,,,\"c@x.org\nBcc: d@x.org\",,,\n";
  g_autoptr (OnwardProposal) proposal = read_text (text);

  check_contacts (text, "2 Ana|-|-|-|-|-\n3 Bo|-|-|-|-|-\n4 Cy|-|-|-|-|-\n");
  g_assert_cmpuint (proposal->n_read, ==, 3);
  check_remarks (proposal->rejected, "");
  check_remarks (proposal->notes, "2: the profile address is not a web address, and was left out; "
                                  "2: the mail address is not a mail address, and was left out; "
                                  "2: “31 Feb 2024” is not a date, and was left out; "
                                  "3: “soon” is not a date, and was left out; "
                                  "4: the mail address is not a mail address, and was left out");
}

static void
test_hostile_text (void)
{
  check_contacts (HEADER "=cmd|' /C calc'!A0,<b>Cruz</b>,,,\"'); DROP TABLE contacts; --\",@SUM(A1),\n",
                  "2 =cmd|' /C calc'!A0 <b>Cruz</b>|-|-|'); DROP TABLE contacts; --|@SUM(A1)|-\n");
}

static void
test_endless_name (void)
{
  g_autofree char *name = g_strnfill (1024 * 1024, 'x');
  g_autofree char *text = g_strconcat (HEADER, name, ",Cruz,,,", name, ",,\n", NULL);
  g_autoptr (OnwardProposal) proposal = read_text (text);

  g_assert_cmpuint (g_utf8_strlen (get_contact (proposal, 0)->name, -1), <=, ONWARD_CELL_TEXT_MAX + 6);
  g_assert_cmpuint (g_utf8_strlen (get_contact (proposal, 0)->company, -1), ==, ONWARD_CELL_TEXT_MAX + 1);
  check_remarks (proposal->notes, "2: the name is too long, and was cut; 2: the company is too long, and was cut");
}

static void
test_date_order (void)
{
  g_autofree char *month_first =
      g_strdup_printf ("First Name,Last Name,Connected On\nAna,,03/04/2024\nBo,,%s\n", "12/31/2023");
  g_autofree char *day_first =
      g_strdup_printf ("First Name,Last Name,Connected On\nAna,,03/04/2024\nBo,,%s\n", "31/12/2023");
  g_autofree char *both = g_strconcat (day_first, "Cy,,12/31/2023\n", NULL);

  check_contacts (month_first, "2 Ana|-|-|-|-|2024-03-04\n3 Bo|-|-|-|-|2023-12-31\n");
  check_contacts (day_first, "2 Ana|-|-|-|-|2024-04-03\n3 Bo|-|-|-|-|2023-12-31\n");
  check_contacts (both, "2 Ana|-|-|-|-|2024-03-04\n3 Bo|-|-|-|-|-\n4 Cy|-|-|-|-|2023-12-31\n");
}

static void
check_refused (const char *text, OnwardExchangeError code, const char *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (onward_linkedin_read_connections (text, strlen (text), NULL, &error));
  g_assert_error (error, ONWARD_EXCHANGE_ERROR, (int)code);
  g_assert_null (strchr (error->message, '\n'));
  if (message != NULL)
    g_assert_cmpstr (error->message, ==, message);
  g_assert_null (onward_linkedin_read_connections (text, strlen (text), NULL, NULL));
}

static void
test_refused (void)
{
  check_refused (HEADER "Ana,Cruz,,,,,\nBo,\"Berg,,,,,\nCy,,,,,,\n", ONWARD_EXCHANGE_ERROR_BROKEN,
                 "The quotation mark opened in line 3 is never closed: the file is cut off or damaged.");
  check_refused ("First Name,Last Name,Primary Email\nAna,Cruz,ana@example.org\n", ONWARD_EXCHANGE_ERROR_UNKNOWN, NULL);
  check_refused ("", ONWARD_EXCHANGE_ERROR_UNKNOWN, NULL);
}

static void
test_no_rows (void)
{
  check_contacts (HEADER, "");
  check_contacts ("First Name,Last Name,Connected On", "");
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (onward_linkedin_read_connections (HEADER "Ana\n", strlen (HEADER "Ana\n"), cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_corpus (void)
{
  if (!corpus_is_here ())
    return;
  g_autoptr (GString) text = corpus_read ("csv/linkedin-network-intelligence/Connections.csv");
  g_autoptr (OnwardProposal) proposal = read_text (text->str);

  g_assert_cmpuint (proposal->n_read, ==, 10);
  g_assert_cmpuint (proposal->contacts->len, ==, 10);
  g_assert_cmpuint (proposal->notes->len, ==, 0);
  g_assert_cmpstr (get_contact (proposal, 2)->name, ==, "Carol Davis");
  g_assert_null (get_contact (proposal, 2)->email);
  g_assert_cmpuint (get_contact (proposal, 9)->line, ==, 15);
  g_assert_cmpstr (get_contact (proposal, 9)->url, ==, "https://linkedin.com/in/jackanderson");
  g_assert_cmpstr (get_contact (proposal, 9)->email, ==, "jack.a@openai.com");
  g_assert_cmpstr (get_contact (proposal, 9)->company, ==, "OpenAI");
  g_assert_cmpstr (get_contact (proposal, 9)->position, ==, "Research Scientist");
  g_assert_cmpstr (get_contact (proposal, 9)->connected_on, ==, "2024-03-25");
}

static void
test_speed (void)
{
  g_autoptr (GString) text = g_string_new (HEADER);

  for (guint i = 0; i < 30000; i++)
    g_string_append_printf (text,
                            "Ana%u,Cruz-Østergaard,https://www.linkedin.com/in/ana-cruz-%u,ana%u@example.org,"
                            "\"Helix Robotics, Inc. %u\",Senior Engineering Manager,12 Mar 2024\r\n",
                            i, i, i, i % 900);
  g_test_timer_start ();
  g_autoptr (OnwardProposal) proposal = read_text (text->str);
  double seconds = g_test_timer_elapsed ();

  g_assert_cmpuint (proposal->contacts->len, ==, 30000);
  g_test_minimized_result (seconds, "30,000 rows of %.1f MB in %.0f ms", text->len / 1e6, seconds * 1000);
  /* Far more than it takes (0.04 s): only what grows with the square of the rows is more on a busy machine. */
  g_assert_cmpfloat (seconds, <, 5.0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/linkedin/a-row-gives-a-person-with-everything-it-says", test_all_members);
  g_test_add_func ("/linkedin/the-header-is-found-under-any-preamble", test_preambles);
  g_test_add_func ("/linkedin/a-preamble-may-be-of-any-length", test_long_preamble);
  g_test_add_func ("/linkedin/columns-stand-in-any-order-among-others", test_columns);
  g_test_add_func ("/linkedin/every-line-end-is-read", test_line_ends);
  g_test_add_func ("/linkedin/names-are-joined-as-people-write-them", test_names);
  g_test_add_func ("/linkedin/nameless-rows-are-rejected-with-line-and-reason", test_nameless);
  g_test_add_func ("/linkedin/rows-of-nothing-but-commas-are-passed-over", test_blank_rows);
  g_test_add_func ("/linkedin/a-row-with-moved-cells-is-rejected", test_moved_cells);
  g_test_add_func ("/linkedin/a-bad-cell-is-left-out-and-the-person-kept", test_bad_cells);
  g_test_add_func ("/linkedin/hostile-text-is-text", test_hostile_text);
  g_test_add_func ("/linkedin/an-endless-name-is-cut-and-noted", test_endless_name);
  g_test_add_func ("/linkedin/the-whole-file-tells-the-order-of-its-dates", test_date_order);
  g_test_add_func ("/linkedin/a-broken-or-foreign-file-gives-one-sentence", test_refused);
  g_test_add_func ("/linkedin/a-header-alone-proposes-nobody", test_no_rows);
  g_test_add_func ("/linkedin/reading-can-be-cancelled", test_cancelled);
  g_test_add_func ("/linkedin/the-sample-export-is-read-whole", test_corpus);
  g_test_add_func ("/linkedin/thirty-thousand-rows-are-read-at-once", test_speed);
  return g_test_run ();
}
