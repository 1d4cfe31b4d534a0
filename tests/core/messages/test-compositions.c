/* test-compositions.c - a message while it is written: nothing invented, nobody named against their will, nothing lost */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lib/onward-facts.h"
#include "messages/onward-composition-notices.h"
#include "model/onward-collections.h"
#include "store/onward-kept-drafts.h"
#include "store/onward-sent.h"
#include "store/onward-timeline.h"

#define PEOPLE                                                                                                         \
  "'profile':{'name':'Ela Novak'},'companies':[{'id':'#1','name':'Fjord Energy'}],"                                    \
  "'contacts':[{'id':'#2','name':'Jonas Lindqvist','company':'#1','emails':[{'label':'work',"                          \
  "'value':'jonas@fjord.example'}],'urls':[{'label':'','value':'https://www.linkedin.com/in/jonas'}]},"                \
  "{'id':'#3','name':'Amara Okafor','company':'#1'},{'id':'#4','name':'Ines Marques'}],"                               \
  "'opportunities':[{'id':'#5','company':'#1','title':'Control engineer','applied_on':'2026-02-02',"                   \
  "'people':[{'contact':'#2','role':'recruiter'}]}]"
#define TALK                                                                                                           \
  PEOPLE ",'interviews':[{'id':'#6','opportunity':'#5','kind':'panel','starts_at':'2026-03-02T08:00:00+01:00',"        \
         "'ends_at':'2026-03-02T09:00:00+01:00','status':'held','people':["                                            \
         "{'contact':'#2','role':'hiring-manager','memorable':'the relay that nobody dared to replace',"               \
         "'concern':{'text':'few PLC projects'}},{'contact':'#3','role':'interviewer'}]}]"

static OnwardComposition *
compose_rule (OnwardFixture *f, const char *rule, int contact, int opportunity, int interview)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OnwardFollowUp) about = g_object_new (ONWARD_TYPE_FOLLOW_UP, NULL);
  OnwardComposition *composition;

  about->contact = contact != 0 ? onward_facts_find (f, "contacts", contact) : 0;
  about->opportunity = opportunity != 0 ? onward_facts_find (f, "opportunities", opportunity) : 0;
  about->interview = interview != 0 ? onward_facts_find (f, "interviews", interview) : 0;
  onward_set_text (&about->rule, rule);
  composition = onward_composition_new (f->store, about, &error);
  g_assert_no_error (error);
  return composition;
}

/* The thank-you that the playbook asks for. */
static OnwardComposition *
compose_thanks (OnwardFixture *f, int contact)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM follow_ups WHERE rule = 'thank-you' AND state = 'open'"
                                          " AND contact = %" G_GINT64_FORMAT,
                                          onward_facts_find (f, "contacts", contact));
  gint64 id = onward_connection_read_int (onward_store_get_connection (f->store), sql, 0);
  g_autoptr (OnwardFollowUp) about = onward_store_get_record (f->store, ONWARD_TYPE_FOLLOW_UP, id);
  OnwardComposition *composition;

  g_assert_nonnull (about);
  composition = onward_composition_new (f->store, about, &error);
  g_assert_no_error (error);
  return composition;
}

static char *
get_text (OnwardComposition *composition)
{
  return onward_pieces_to_text (composition->draft->body);
}

#define assert_says(composition, words)                                                                                \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *text_ = get_text (composition);                                                                   \
    if (strstr (text_, words) == NULL)                                                                                 \
      g_error ("“%s” is not in:\n%s", words, text_);                                                                   \
  }                                                                                                                    \
  G_STMT_END

#define assert_never_says(composition, words)                                                                          \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *text_ = get_text (composition);                                                                   \
    if (strstr (text_, words) != NULL)                                                                                 \
      g_error ("“%s” is in:\n%s", words, text_);                                                                       \
  }                                                                                                                    \
  G_STMT_END

/* What the user does: types into an open slot, dismisses one, writes behind the last word. */
static void
fill (OnwardComposition *composition, const char *slot, const char *words)
{
  g_autoptr (GPtrArray) body = onward_pieces_new ();
  gboolean found = FALSE;

  for (guint i = 0; i < composition->draft->body->len; i++)
    {
      OnwardPiece *piece = composition->draft->body->pdata[i];
      gboolean here = piece->kind == ONWARD_PIECE_OPEN && strcmp (piece->slot, slot) == 0;

      found |= here;
      onward_pieces_add_full (body, here ? ONWARD_PIECE_TYPED : piece->kind, piece->slot, piece->condition,
                              here ? words : piece->text);
    }
  g_assert_true (found);
  onward_composition_set_words (composition, composition->draft->subject, body);
}

static void
dismiss (OnwardComposition *composition, const char *slot)
{
  g_autoptr (GPtrArray) body = onward_pieces_copy (composition->draft->body);

  for (guint i = 0; i < body->len; i++)
    if (g_strcmp0 (((OnwardPiece *)body->pdata[i])->slot, slot) == 0)
      {
        onward_pieces_dismiss (body, i);
        onward_composition_set_words (composition, composition->draft->subject, body);
        return;
      }
  g_assert_not_reached ();
}

static void
add_words (OnwardComposition *composition, const char *words)
{
  g_autoptr (GPtrArray) body = onward_pieces_copy (composition->draft->body);

  onward_pieces_add (body, ONWARD_PIECE_TYPED, NULL, words);
  onward_composition_set_words (composition, composition->draft->subject, body);
}

static void
keep (OnwardFixture *f, OnwardComposition *composition)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = onward_composition_to_text (composition);
  g_autoptr (OnwardKeptDraft) draft =
      onward_kept_draft_new (composition->about->record.id, composition->about->contact, text);

  onward_store_run (f->store, NULL, onward_kept_drafts_keep, draft, &error);
  g_assert_no_error (error);
}

static gboolean
has_notice (OnwardComposition *composition, OnwardNoticeKind kind)
{
  g_autoptr (GPtrArray) notices = onward_composition_get_notices (composition);

  for (guint i = 0; i < notices->len; i++)
    if (((OnwardNotice *)notices->pdata[i])->kind == kind)
      return TRUE;
  return FALSE;
}

static gboolean
is_open (OnwardComposition *composition, const char *slot)
{
  g_auto (GStrv) open = onward_draft_get_open_slots (composition->draft);

  return g_strv_contains ((const char *const *)open, slot);
}

static void
test_concern (OnwardFixture *f, gconstpointer data)
{
  static const char *const others[] = { "rejection-thank-you", "connection-note",   "referral-ask",  "feedback-request",
                                        "other-openings",      "decision-check-in", "keep-in-touch", "note" };
  g_autoptr (OnwardComposition) jonas = NULL;
  g_autoptr (OnwardComposition) amara = NULL;

  onward_facts_write (f, TALK);
  jonas = compose_thanks (f, 2);
  amara = compose_thanks (f, 3);
  g_assert_true (is_open (jonas, "concern_answer"));
  assert_says (jonas, "few PLC projects");
  g_assert_false (is_open (amara, "concern_answer"));
  assert_never_says (amara, "PLC");
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (OnwardComposition) other = compose_rule (f, others[i], 2, 5, 6);

      assert_never_says (other, "PLC");
    }
}

/* Not even where the user's own words ask for it. */
static void
test_concern_in_own_words (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardComposition) thanks = NULL;
  g_autoptr (OnwardComposition) note = NULL;

  onward_facts_write (f, TALK ",'templates':["
                              "{'id':'#13','kind':'thank-you','body':'{if concern}On {concern}: {concern_answer}'},"
                              "{'id':'#14','kind':'connection-note','body':'On {concern}: {concern_answer}'}]");
  thanks = compose_thanks (f, 2);
  assert_says (thanks, "On few PLC projects");
  note = compose_rule (f, "connection-note", 2, 5, 6);
  assert_never_says (note, "PLC");
}

static void
test_late_concern (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardComposition) begun = NULL;
  g_autoptr (OnwardComposition) again = NULL;

  onward_facts_write (f, PEOPLE ",'interviews':[{'id':'#6','opportunity':'#5','kind':'video','starts_at':"
                                "'2026-03-02T08:00:00+01:00','status':'held','people':[{'contact':'#2'}]}]");
  begun = compose_thanks (f, 2);
  g_assert_false (is_open (begun, "concern_answer"));
  add_words (begun, "\n\nMine.");
  keep (f, begun);
  onward_facts_write (f, "'interviews':[{'id':'#6','opportunity':'#5','kind':'video','starts_at':"
                         "'2026-03-02T08:00:00+01:00','status':'held','people':[{'contact':'#2',"
                         "'concern':{'text':'no SCADA'}}]}]");
  again = compose_thanks (f, 2);
  assert_says (again, "Mine.");
  g_assert_true (is_open (again, "concern_answer"));
}

#define INTRODUCED(permission)                                                                                         \
  "'introductions':[{'id':'#7','introducer':'#4','company':'#1','opportunity':'#5','recorded_on':'2026-02-01',"        \
  "'permission':'" permission "'}]"

static void
test_introducer (OnwardFixture *f, gconstpointer data)
{
  static const char *const refusals[] = { INTRODUCED ("not-asked"), INTRODUCED ("asked"), INTRODUCED ("refused") };
  g_autoptr (OnwardComposition) granted = NULL;

  onward_facts_write (f, PEOPLE);
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autoptr (OnwardComposition) composition = NULL;
      g_autoptr (OnwardDraft) draft = NULL;
      g_autofree char *text = NULL;

      onward_facts_write (f, refusals[i]);
      composition = compose_rule (f, "application-nudge", 2, 5, 0);
      assert_never_says (composition, "Ines");
      draft = onward_drafts_make (f->store, composition->about, NULL, NULL);
      text = onward_pieces_to_text (draft->body);
      g_assert_null (strstr (text, "Ines"));
    }
  onward_facts_write (f, INTRODUCED ("granted"));
  granted = compose_rule (f, "application-nudge", 2, 5, 0);
  assert_says (granted, "Ines Marques suggested");
}

static void
test_refusal (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardComposition) filled = NULL;
  g_autoptr (OnwardComposition) edited = NULL;
  g_autoptr (OnwardComposition) again = NULL;

  onward_facts_write (f, PEOPLE "," INTRODUCED ("granted"));
  filled = compose_rule (f, "application-nudge", 2, 5, 0);
  fill (filled, "why_line", "I build what you run");
  edited = compose_rule (f, "application-nudge", 2, 5, 0);
  add_words (edited, "\nAs Ines Marques told me, you run it.");
  keep (f, edited);
  onward_facts_write (f, INTRODUCED ("refused"));
  g_assert_true (onward_composition_refresh (filled));
  assert_never_says (filled, "Ines");
  assert_says (filled, "I build what you run");
  again = compose_rule (f, "application-nudge", 2, 5, 0);
  assert_never_says (again, "Ines Marques");
  assert_says (again, "told me, you run it.");
  g_assert_true (is_open (again, "introducer"));
  add_words (again, " Ines said so.");
  g_assert_true (has_notice (again, ONWARD_NOTICE_UNNAMED));
}

static void
test_kept (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardComposition) begun = NULL;
  g_autoptr (OnwardComposition) again = NULL;
  g_autoptr (OnwardComposition) fresh = NULL;
  guint count;

  onward_facts_write (f, TALK);
  begun = compose_thanks (f, 2);
  fill (begun, "fit", "I have run such plants");
  dismiss (begun, "idea");
  keep (f, begun);
  again = compose_thanks (f, 2);
  assert_says (again, "because I have run such plants.");
  g_assert_false (again->edited);
  g_assert_false (is_open (again, "idea"));
  add_words (again, "\nP.S. Mine");
  g_assert_true (again->edited);
  keep (f, again);
  count = onward_composition_count_open (again);
  g_clear_pointer (&begun, onward_composition_free);
  g_clear_pointer (&again, onward_composition_free);
  onward_fixture_close (f);
  onward_fixture_open (f);
  onward_store_set_reconcile (f->store, onward_reconcile);
  fresh = compose_thanks (f, 2);
  assert_says (fresh, "P.S. Mine");
  assert_says (fresh, "because I have run such plants.");
  g_assert_cmpuint (onward_composition_count_open (fresh), ==, count);
}

static void
test_dismissed_sentence (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardComposition) composition = NULL;

  onward_facts_write (f, TALK);
  composition = compose_thanks (f, 2);
  dismiss (composition, "missed_point");
  assert_never_says (composition, "I wish I had said");
  assert_never_says (composition, "\n\n\n");
  dismiss (composition, "concern_answer");
  assert_never_says (composition, "You raised a point");
  assert_never_says (composition, "\n\n\n");
  dismiss (composition, "idea");
  assert_never_says (composition, "\n\n\n");
  dismiss (composition, "fit");
  assert_never_says (composition, "\n\n\n");
  assert_never_says (composition, "appeals to me");
  assert_says (composition, "Thank you for the conversation with you and your colleagues");
  assert_says (composition, "the relay that nobody dared to replace.");
  g_assert_false (composition->edited);
}

static void
test_channels (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OnwardComposition) composition = NULL;
  g_auto (GStrv) channels = NULL;
  g_auto (GStrv) feedback = NULL;

  onward_facts_write (f, TALK);
  composition = compose_thanks (f, 2);
  g_assert_cmpstr (composition->draft->channel, ==, "email");
  g_assert_cmpstr (composition->draft->to, ==, "jonas@fjord.example");
  fill (composition, "fit", "I have run such plants");
  onward_composition_set_channel (composition, "linkedin", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (composition->draft->to, ==, "https://www.linkedin.com/in/jonas");
  g_assert_cmpuint (composition->draft->subject->len, ==, 0);
  assert_says (composition, "I am right for it because I have run such plants.");
  channels = onward_drafts_get_channels (f->store, composition->about, "thank-you");
  g_assert_cmpstr (channels[0], ==, "email");
  g_assert_cmpstr (channels[1], ==, "linkedin");
  feedback = onward_drafts_get_channels (f->store, composition->about, "feedback-request");
  g_assert_false (g_strv_contains ((const char *const *)feedback, "phone"));
}

static void
test_same_sentence (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardComposition) jonas = NULL;
  g_autoptr (OnwardComposition) amara = NULL;

  onward_facts_write (f, TALK);
  jonas = compose_thanks (f, 2);
  amara = compose_thanks (f, 3);
  g_assert_false (has_notice (amara, ONWARD_NOTICE_SAME_SENTENCE));
  fill (jonas, "fit", "I have run such plants for years");
  keep (f, jonas);
  fill (amara, "fit", "I have RUN such plants, for years");
  g_assert_true (has_notice (amara, ONWARD_NOTICE_SAME_SENTENCE));
  g_assert_false (has_notice (jonas, ONWARD_NOTICE_SAME_SENTENCE));
  keep (f, amara);
  g_assert_true (has_notice (jonas, ONWARD_NOTICE_SAME_SENTENCE));
}

static void
test_feedback (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardComposition) request = NULL;
  g_autoptr (OnwardComposition) note = NULL;
  g_autoptr (GPtrArray) four = NULL;

  onward_facts_write (f, TALK);
  request = compose_rule (f, "feedback-request", 2, 5, 0);
  g_assert_false (has_notice (request, ONWARD_NOTICE_GENERAL));
  g_assert_false (has_notice (request, ONWARD_NOTICE_NOT_THREE));
  add_words (request, "\n4. And another:");
  g_assert_true (has_notice (request, ONWARD_NOTICE_NOT_THREE));
  note = compose_rule (f, "note", 3, 5, 0);
  fill (note, "message", "would you give me some feedback on how I did?");
  g_assert_true (has_notice (note, ONWARD_NOTICE_GENERAL));
  add_words (note, "\n\nPlease name three things.");
  g_assert_false (has_notice (note, ONWARD_NOTICE_GENERAL));
}

static void
test_linkedin (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OnwardComposition) note = NULL;
  g_autofree char *long_words = g_strnfill (290, 'x');
  glong before;

  onward_facts_write (f, TALK);
  note = compose_rule (f, "note", 2, 5, 0);
  onward_composition_set_channel (note, "linkedin", &error);
  g_assert_no_error (error);
  before = onward_draft_count_characters (note->draft);
  add_words (note, "é😀");
  g_assert_cmpint (onward_draft_count_characters (note->draft), ==, before + 3);
  g_assert_false (has_notice (note, ONWARD_NOTICE_TOO_LONG_NOTE));
  add_words (note, long_words);
  g_assert_true (has_notice (note, ONWARD_NOTICE_TOO_LONG_NOTE));
}

static void
test_keep_in_touch (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardComposition) nothing = NULL;
  g_autoptr (OnwardComposition) item = NULL;
  g_autoptr (OnwardComposition) again = NULL;

  onward_facts_write (f, PEOPLE);
  nothing = compose_rule (f, "keep-in-touch", 2, 0, 0);
  g_assert_true (is_open (nothing, "something_of_value"));
  dismiss (nothing, "something_of_value");
  g_assert_true (has_notice (nothing, ONWARD_NOTICE_NOTHING_NEW));
  onward_facts_write (f,
                      "'contacts':[{'id':'#2','name':'Jonas Lindqvist','hooks':['wooden boat']}],"
                      "'value_items':[{'id':'#8','title':'Boats','url':'https://boats.example/1','topics':['boat']}]");
  item = compose_rule (f, "keep-in-touch", 2, 0, 0);
  assert_says (item, "Boats\n\nhttps://boats.example/1");
  g_assert_false (has_notice (item, ONWARD_NOTICE_NOTHING_NEW));
  onward_facts_write (f, "'touches':[{'id':'#9','contacts':['#2'],'at':'2026-02-01T10:00:00+01:00','direction':'out',"
                         "'channel':'email','value_item':'#8','body':'https://boats.example/1 and the wooden boat'}]");
  again = compose_rule (f, "keep-in-touch", 2, 0, 0);
  assert_never_says (again, "boat");
  g_assert_true (is_open (again, "something_of_value"));
  fill (again, "something_of_value", "look at https://boats.example/1 please");
  g_assert_true (has_notice (again, ONWARD_NOTICE_SAME_LINK));
}

#define SENT(id, day)                                                                                                  \
  "{'id':'" id "','contacts':['#2'],'at':'2026-02-" day "T10:00:00+01:00','direction':'out','channel':'email'}"

static void
test_pressure (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardComposition) note = NULL;

  onward_facts_write (f, PEOPLE ",'touches':[" SENT ("#10", "20") "]");
  note = compose_rule (f, "note", 2, 0, 0);
  g_assert_false (has_notice (note, ONWARD_NOTICE_PRESSURE));
  onward_facts_write (f, "'touches':[" SENT ("#11", "25") "]");
  g_assert_true (has_notice (note, ONWARD_NOTICE_PRESSURE));
  onward_facts_write (f, "'touches':[{'id':'#12','contacts':['#2'],'at':'2026-02-26T10:00:00+01:00','direction':'in',"
                         "'channel':'email'}]");
  g_assert_false (has_notice (note, ONWARD_NOTICE_PRESSURE));
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_true (onward_store_run_finish (ONWARD_STORE (source), result, NULL));
  *(gboolean *)data = TRUE;
}

static void
test_sent (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OnwardComposition) jonas = NULL;
  g_autoptr (OnwardComposition) again = NULL;
  g_autoptr (OnwardSent) sent = g_new0 (OnwardSent, 1);
  g_autoptr (OnwardFollowUp) follow_up = NULL;
  gint64 contact;
  gboolean undone = FALSE;

  onward_facts_write (f, TALK);
  contact = onward_facts_find (f, "contacts", 2);
  jonas = compose_thanks (f, 2);
  fill (jonas, "fit", "I have run such plants");
  keep (f, jonas);
  follow_up = onward_store_get_record (f->store, ONWARD_TYPE_FOLLOW_UP, jonas->about->record.id);
  sent->follow_up = jonas->about->record.id;
  sent->contact = contact;
  sent->interview = jonas->about->interview;
  sent->opportunity = jonas->about->opportunity;
  sent->channel = g_strdup ("email");
  sent->kind = g_strdup ("thank-you");
  sent->body = get_text (jonas);
  onward_store_run (f->store, "Sent", onward_sent_write, sent, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (follow_up->state, ==, "done");
  g_assert_null (onward_kept_drafts_get (f->store, sent->follow_up, contact));
  onward_store_undo_async (f->store, undone_cb, &undone);
  while (!undone)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (follow_up->state, ==, "open");
  again = compose_thanks (f, 2);
  assert_says (again, "I have run such plants");
  sent->follow_up = 0;
  sent->channel[0] = 'x';
  g_assert_false (onward_store_run (f->store, "Sent", onward_sent_write, sent, NULL));
}

static void
test_own_words (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardComposition) composition = NULL;
  g_autofree char *subject = NULL;

  onward_facts_write (f, TALK
                      ",'templates':[{'id':'#13','kind':'thank-you','channel':'email','subject':'Hey {first_name}',"
                      "'body':'Ahoy {first_name}, {fit}!'}]");
  composition = compose_thanks (f, 2);
  subject = onward_pieces_to_text (composition->draft->subject);
  g_assert_cmpstr (subject, ==, "Hey Jonas");
  assert_says (composition, "Ahoy Jonas, [why you are right for it]!");
}

static void
test_promise (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardComposition) composition = NULL;

  onward_facts_write (f, PEOPLE ",'interviews':[{'id':'#6','opportunity':'#5','kind':'video','starts_at':"
                                "'2026-02-02T08:00:00+01:00','status':'held','people':[{'contact':'#2'}],"
                                "'promise':{'on':'2026-02-10','given_on':'2026-02-02'}}]");
  onward_facts_write (f, "'opportunities':[{'id':'#5','company':'#1','title':'Control engineer',"
                         "'promise':{'on':'2026-02-27','given_on':'2026-02-11'}}]");
  composition = compose_rule (f, "decision-check-in", 2, 5, 6);
  assert_says (composition, "Friday\u00a027\u00a0February");
  assert_never_says (composition, "10\u00a0February");
}

#define ADD(name, function)                                                                                            \
  g_test_add ("/compositions/" name, OnwardFixture, NULL, onward_facts_set_up, function, onward_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a concern is asked about in the thank-you to who raised it, and nowhere else", test_concern);
  ADD ("a concern is not said to anybody else in the user's own words either", test_concern_in_own_words);
  ADD ("a concern written down later comes into a draft that was begun", test_late_concern);
  ADD ("an introducer is named only when they said so", test_introducer);
  ADD ("a later refusal takes the name out of open drafts and keeps what was typed", test_refusal);
  ADD ("what was typed and dismissed is there again after a restart", test_kept);
  ADD ("a dismissed slot takes the sentence along that leads to it", test_dismissed_sentence);
  ADD ("another channel has its own words and keeps what was filled in", test_channels);
  ADD ("the same personal sentence to two people is pointed out", test_same_sentence);
  ADD ("a request for feedback asks for three and three, and not in general", test_feedback);
  ADD ("a LinkedIn note is measured as LinkedIn counts", test_linkedin);
  ADD ("keeping in touch has something to say, and no link twice", test_keep_in_touch);
  ADD ("a third message without an answer is pointed out", test_pressure);
  ADD ("what was sent is a touch, and Undo brings the draft back", test_sent);
  ADD ("the user's own template is used", test_own_words);
  ADD ("the promise in force is the one that is named", test_promise);
  return g_test_run ();
}
