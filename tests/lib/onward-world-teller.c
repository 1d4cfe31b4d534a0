/* onward-world-teller.c - the lines of a world as rows of a real database */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/onward-world-store.h"

#include "model/onward-collections.h"
#include "playbook/onward-rules.h"

#include <string.h>

/* Names serve as uuid, so keys are the same as in a world. */
typedef struct
{
  OnwardWriter *writer;
  char **words;
} Teller;

static const char *
get (Teller *teller, const char *name)
{
  gsize length = strlen (name);

  for (guint i = 1; teller->words[i]; i++)
    if (strncmp (teller->words[i], name, length) == 0 && teller->words[i][length] == '=')
      return teller->words[i] + length + 1;
  return NULL;
}

static gboolean
has (Teller *teller, const char *word)
{
  return g_strv_contains ((const char *const *)teller->words, word);
}

static gint64
find (Teller *teller, GType type, const char *name)
{
  return name ? onward_rows_find_uuid (onward_writer_get_connection (teller->writer), type, name) : 0;
}

/* The record of that name, new when there is none. */
static gpointer
get_record (Teller *teller, GType type, const char *name)
{
  gint64 id = find (teller, type, name);
  g_autoptr (GError) error = NULL;
  OnwardRecord *record = id ? onward_writer_load (teller->writer, type, id, &error) : g_object_new (type, NULL);

  g_assert_no_error (error);
  onward_set_text (&record->uuid, name);
  return record;
}

static void
put_record (Teller *teller, gpointer record)
{
  g_autoptr (GError) error = NULL;

  if (ONWARD_RECORD (record)->id)
    onward_writer_update (teller->writer, record, &error);
  else
    onward_writer_insert (teller->writer, record, &error);
  g_assert_no_error (error);
}

static char *
make_json_list (const char *words, const char *quote)
{
  g_auto (GStrv) list = g_strsplit (words ? words : "", ",", -1);
  GString *text = g_string_new ("[");

  for (guint i = 0; list[i] && *list[i]; i++)
    {
      g_string_append (text, i ? "," : "");
      g_string_append_printf (text, "%s%s%s", quote, list[i], quote);
    }
  g_string_append_c (text, ']');
  return g_string_free (text, FALSE);
}

static void
tell_company (Teller *teller)
{
  g_autoptr (OnwardCompany) company = get_record (teller, ONWARD_TYPE_COMPANY, teller->words[1]);

  onward_set_text (&company->name, teller->words[1]);
  company->still_interested = !has (teller, "not-interested");
  company->cooling_off_months = get (teller, "cooling") ? atoi (get (teller, "cooling")) : ONWARD_NO_NUMBER;
  onward_set_text (&company->cooling_off_until, get (teller, "until"));
  put_record (teller, company);
}

static void
tell_search (Teller *teller)
{
  g_autoptr (OnwardSearch) search = get_record (teller, ONWARD_TYPE_SEARCH, teller->words[1]);

  onward_set_text (&search->ended_on, get (teller, "ended"));
  put_record (teller, search);
}

static void
tell_contact (Teller *teller)
{
  g_autoptr (OnwardContact) contact = get_record (teller, ONWARD_TYPE_CONTACT, teller->words[1]);
  g_autofree char *roles = get (teller, "roles") ? make_json_list (get (teller, "roles"), "\"") : NULL;

  onward_set_text (&contact->name, teller->words[1]);
  contact->company = find (teller, ONWARD_TYPE_COMPANY, get (teller, "company"));
  onward_set_text (&contact->roles, roles);
  onward_set_text (&contact->tier, get (teller, "tier"));
  onward_set_text (&contact->tier_since, get (teller, "since"));
  onward_set_text (&contact->name_verified, has (teller, "heard") ? "heard" : has (teller, "card") ? "card" : NULL);
  onward_set_text (&contact->emails, has (teller, "user") ? "[{\"label\":\"\",\"value\":\"Me@Example.org\"}]" : NULL);
  contact->do_not_contact = has (teller, "dnc");
  put_record (teller, contact);
}

static gint64
find_closed_stage (Teller *teller)
{
  g_autoptr (OnwardStage) stage = get_record (teller, ONWARD_TYPE_STAGE, "closed");

  if (stage->record.id == 0)
    {
      onward_set_text (&stage->kind, "closed");
      put_record (teller, stage);
    }
  return stage->record.id;
}

static void
tell_opportunity (Teller *teller)
{
  g_autoptr (OnwardOpportunity) opportunity = get_record (teller, ONWARD_TYPE_OPPORTUNITY, teller->words[1]);

  onward_set_text (&opportunity->title, teller->words[1]);
  opportunity->company = find (teller, ONWARD_TYPE_COMPANY, get (teller, "company"));
  opportunity->search = find (teller, ONWARD_TYPE_SEARCH, get (teller, "search"));
  onward_set_text (&opportunity->kind, has (teller, "informational") ? "informational" : NULL);
  opportunity->stage = has (teller, "closed") ? find_closed_stage (teller) : 0;
  onward_set_text (&opportunity->added_on, get (teller, "added"));
  onward_set_text (&opportunity->applied_on, get (teller, "applied"));
  opportunity->sibling_of = find (teller, ONWARD_TYPE_OPPORTUNITY, get (teller, "sibling"));
  opportunity->introduction = find (teller, ONWARD_TYPE_INTRODUCTION, get (teller, "introduction"));
  onward_set_text (&opportunity->offer_received_on, get (teller, "received"));
  onward_set_text (&opportunity->offer_answer_by, get (teller, "offer"));
  onward_set_text (&opportunity->promise_on, get (teller, "promise"));
  onward_set_text (&opportunity->promise_given_on, get (teller, "given"));
  opportunity->promise_by = find (teller, ONWARD_TYPE_CONTACT, get (teller, "by"));
  onward_set_text (&opportunity->outcome_kind, get (teller, "outcome"));
  onward_set_text (&opportunity->outcome_on, get (teller, "on"));
  opportunity->outcome_by = find (teller, ONWARD_TYPE_CONTACT, get (teller, "told"));
  put_record (teller, opportunity);
}

static void
tell_interview (Teller *teller)
{
  g_autoptr (OnwardInterview) interview = get_record (teller, ONWARD_TYPE_INTERVIEW, teller->words[1]);

  interview->opportunity = find (teller, ONWARD_TYPE_OPPORTUNITY, get (teller, "of"));
  interview->company = find (teller, ONWARD_TYPE_COMPANY, get (teller, "company"));
  onward_set_text (&interview->kind, has (teller, "mock")            ? "mock"
                                     : has (teller, "informational") ? "informational"
                                                                     : NULL);
  onward_set_text (&interview->status, has (teller, "cancelled") ? "cancelled"
                                       : has (teller, "no-show") ? "no-show"
                                                                 : NULL);
  onward_set_text (&interview->starts_at, get (teller, "at"));
  onward_set_text (&interview->ends_at, get (teller, "until"));
  onward_set_text (&interview->booked_on, get (teller, "booked"));
  onward_set_text (&interview->stories, has (teller, "stories") ? "[\"s1\"]" : NULL);
  onward_set_text (&interview->promise_on, get (teller, "promise"));
  onward_set_text (&interview->promise_given_on, get (teller, "given"));
  interview->promise_by = find (teller, ONWARD_TYPE_CONTACT, get (teller, "by"));
  onward_set_text (&interview->debrief_written_at, has (teller, "written") ? "2020-01-01T00:00:00Z" : NULL);
  put_record (teller, interview);
}

/* The children of @parent without the one of @contact. */
static GPtrArray *
load_others (Teller *teller, GType child_type, gint64 parent, gint64 contact)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *children =
      onward_rows_load_children (onward_writer_get_connection (teller->writer), child_type, parent, &error);

  g_assert_no_error (error);
  for (guint i = children->len; i > 0; i--)
    {
      gint64 other = child_type == ONWARD_TYPE_PARTICIPANT
                         ? ((OnwardParticipant *)children->pdata[i - 1])->contact
                         : ((OnwardOpportunityPerson *)children->pdata[i - 1])->contact;

      if (other == contact)
        g_ptr_array_remove_index (children, i - 1);
    }
  return children;
}

static void
put_children (Teller *teller, GType parent_type, const char *parent, GType child_type, OnwardRecord *child)
{
  g_autoptr (OnwardRecord) record = get_record (teller, parent_type, parent);
  gint64 contact = find (teller, ONWARD_TYPE_CONTACT, teller->words[g_str_equal (teller->words[0], "drop") ? 3 : 2]);
  g_autoptr (GPtrArray) children = load_others (teller, child_type, record->id, contact);
  g_autoptr (GError) error = NULL;

  if (child)
    g_ptr_array_add (children, child);
  onward_writer_set_children (teller->writer, record, child_type, children, &error);
  g_assert_no_error (error);
}

static void
tell_person (Teller *teller)
{
  OnwardOpportunityPerson *person = g_object_new (ONWARD_TYPE_OPPORTUNITY_PERSON, NULL);

  person->contact = find (teller, ONWARD_TYPE_CONTACT, teller->words[2]);
  onward_set_text (&person->role, teller->words[3]);
  put_children (teller, ONWARD_TYPE_OPPORTUNITY, teller->words[1], ONWARD_TYPE_OPPORTUNITY_PERSON, &person->record);
}

static void
tell_part (Teller *teller)
{
  OnwardParticipant *part = g_object_new (ONWARD_TYPE_PARTICIPANT, NULL);

  part->contact = find (teller, ONWARD_TYPE_CONTACT, teller->words[2]);
  onward_set_text (&part->role, teller->words[3]);
  part->attended = !has (teller, "absent");
  part->clicked = has (teller, "clicked");
  part->rapport = get (teller, "rapport") ? atoi (get (teller, "rapport")) : ONWARD_NO_NUMBER;
  onward_set_text (&part->name_verified, has (teller, "heard") ? "heard" : has (teller, "card") ? "card" : NULL);
  put_children (teller, ONWARD_TYPE_INTERVIEW, teller->words[1], ONWARD_TYPE_PARTICIPANT, &part->record);
}

static void
tell_touch (Teller *teller)
{
  g_autoptr (OnwardTouch) touch = get_record (teller, ONWARD_TYPE_TOUCH, teller->words[1]);
  g_auto (GStrv) names = g_strsplit (get (teller, "to"), ",", -1);
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  touch->opportunity = find (teller, ONWARD_TYPE_OPPORTUNITY, get (teller, "of"));
  touch->interview = find (teller, ONWARD_TYPE_INTERVIEW, get (teller, "interview"));
  onward_set_text (&touch->at, get (teller, "at"));
  onward_set_text (&touch->direction, has (teller, "in") ? "in" : "out");
  onward_set_text (&touch->kind, get (teller, "kind"));
  put_record (teller, touch);
  for (guint i = 0; names[i]; i++)
    {
      OnwardTouchContact *person = g_object_new (ONWARD_TYPE_TOUCH_CONTACT, NULL);

      person->contact = find (teller, ONWARD_TYPE_CONTACT, names[i]);
      g_ptr_array_add (people, person);
    }
  onward_writer_set_children (teller->writer, touch, ONWARD_TYPE_TOUCH_CONTACT, people, &error);
  g_assert_no_error (error);
}

static void
tell_introduction (Teller *teller)
{
  g_autoptr (OnwardIntroduction) introduction = get_record (teller, ONWARD_TYPE_INTRODUCTION, teller->words[1]);

  introduction->introducer = find (teller, ONWARD_TYPE_CONTACT, get (teller, "by"));
  introduction->person = find (teller, ONWARD_TYPE_CONTACT, get (teller, "to"));
  introduction->company = find (teller, ONWARD_TYPE_COMPANY, get (teller, "company"));
  introduction->opportunity = find (teller, ONWARD_TYPE_OPPORTUNITY, get (teller, "of"));
  onward_set_text (&introduction->recorded_on, get (teller, "on"));
  onward_set_text (&introduction->permission, has (teller, "asked")     ? "asked"
                                              : has (teller, "granted") ? "granted"
                                              : has (teller, "refused") ? "refused"
                                                                        : NULL);
  put_record (teller, introduction);
}

static void
tell_feedback (Teller *teller)
{
  g_autoptr (OnwardFeedback) feedback = get_record (teller, ONWARD_TYPE_FEEDBACK, teller->words[1]);

  feedback->contact = find (teller, ONWARD_TYPE_CONTACT, get (teller, "from"));
  feedback->opportunity = find (teller, ONWARD_TYPE_OPPORTUNITY, get (teller, "of"));
  feedback->interview = find (teller, ONWARD_TYPE_INTERVIEW, get (teller, "interview"));
  onward_set_text (&feedback->source, get (teller, "source"));
  onward_set_text (&feedback->channel, get (teller, "channel"));
  onward_set_text (&feedback->received_on, get (teller, "on"));
  put_record (teller, feedback);
}

static void
tell_stage (Teller *teller)
{
  g_autoptr (OnwardStageEvent) event = get_record (teller, ONWARD_TYPE_STAGE_EVENT, teller->words[1]);

  event->opportunity = find (teller, ONWARD_TYPE_OPPORTUNITY, get (teller, "of"));
  onward_set_text (&event->at, get (teller, "at"));
  put_record (teller, event);
}

static void
tell_run (Teller *teller)
{
  g_autoptr (OnwardAnnouncementRun) run = get_record (teller, ONWARD_TYPE_ANNOUNCEMENT_RUN, teller->words[1]);

  run->opportunity = find (teller, ONWARD_TYPE_OPPORTUNITY, get (teller, "of"));
  onward_set_text (&run->finished_at, has (teller, "finished") ? "2020-01-01T00:00:00Z" : NULL);
  put_record (teller, run);
}

static void
set_member (Teller *teller, const char *member, const char *json)
{
  g_autoptr (GError) error = NULL;

  onward_writer_set_member (teller->writer, "settings", member, json, &error);
  g_assert_no_error (error);
}

/* As `rules.<id>`, which keeps the other rules. */
static void
tell_rule (Teller *teller)
{
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (
      onward_writer_get_connection (teller->writer),
      "SELECT json_set (coalesce ((SELECT value FROM members WHERE part = 'settings' AND member = 'rules'), '{}'),"
      " '$.' || json_quote (?1), json (?2))",
      NULL);
  const char *days = get (teller, "days");
  g_auto (GStrv) n = g_strsplit (days ? days : "", ",", -1);
  g_autofree char *number = !days   ? NULL
                            : !n[1] ? g_strdup (days)
                            : !n[2]
                                ? g_strdup_printf ("[%s,%s]", n[0], n[1])
                                : g_strdup_printf ("{\"monthly\":%s,\"quarterly\":%s,\"yearly\":%s}", n[0], n[1], n[2]);
  g_autofree char *rule = g_strdup_printf ("{\"enabled\":%s%s%s}", has (teller, "off") ? "false" : "true",
                                           number ? ",\"days\":" : "", number ? number : "");

  onward_statement_bind_text (statement, 1, teller->words[1]);
  onward_statement_bind_text (statement, 2, rule);
  g_assert_true (onward_statement_step (statement, NULL));
  set_member (teller, "rules", onward_statement_get_text (statement, 0));
}

static void
tell_setting (Teller *teller)
{
  const char *kind = teller->words[0];
  g_autofree char *json = NULL;

  if (strcmp (kind, "alert") == 0)
    {
      json = g_strdup_printf ("[\"%s\",\"%s\"]", teller->words[1], teller->words[2]);
      set_member (teller, "alert_hours", json);
    }
  else if (strcmp (kind, "works") == 0)
    {
      json = make_json_list (has (teller, "every-day") ? "" : teller->words[1], "");
      set_member (teller, "working_days", json);
    }
  else
    {
      const char *preset = get (teller, "thank_you");

      json = preset ? g_strdup_printf ("\"%s\"", preset) : NULL;
      set_member (teller, "thank_you", json);
      set_member (teller, "history_days", get (teller, "history_days"));
      set_member (teller, "keep_in_touch_per_day", get (teller, "per_day"));
    }
}

/* The open row of that key; 0 when it is not there or not open. */
static gint64
find_row (Teller *teller, const char *key)
{
  g_autoptr (OnwardStatement) statement =
      onward_connection_prepare (onward_writer_get_connection (teller->writer),
                                 "SELECT id FROM follow_ups WHERE key = ? AND state = 'open'", NULL);

  onward_statement_bind_text (statement, 1, key);
  return onward_statement_step (statement, NULL) ? onward_statement_get_int (statement, 0) : 0;
}

static void
move_row (OnwardFollowUp *row, const char *to)
{
  char text[ONWARD_WALL_SIZE];
  gint64 when, remind_at, due;

  g_assert_true (onward_wall_parse (to, &when) && onward_wall_parse (row->remind_at, &remind_at)
                 && onward_wall_parse (row->due, &due));
  if (!(onward_rule_get (onward_rule_find (row->rule))->flags & ONWARD_RULE_KEEPS_DUE))
    due += (onward_wall_day (when) - onward_wall_day (remind_at)) * ONWARD_DAY_MINUTES;
  onward_set_text (&row->due, onward_wall_format (due, text));
  onward_set_text (&row->remind_at, to);
  row->moved_by_user = TRUE;
}

static void
tell_deed (Teller *teller)
{
  gint64 id = find_row (teller, teller->words[2]);
  g_autoptr (OnwardFollowUp) row = id ? onward_writer_load (teller->writer, ONWARD_TYPE_FOLLOW_UP, id, NULL) : NULL;
  g_autofree char *now = onward_writer_format_now (teller->writer);

  if (!row)
    return;

  if (strcmp (teller->words[1], "move") == 0)
    move_row (row, teller->words[3]);
  else if (strcmp (teller->words[1], "snooze") == 0)
    onward_set_text (&row->snoozed_until, teller->words[3]);
  else
    {
      onward_set_text (&row->state, strcmp (teller->words[1], "skip") == 0 ? "skipped" : "done");
      onward_set_text (&row->done_at, now);
    }
  put_record (teller, row);
}

/* What was taken back before may be gone already. */
static void
tell_drop (Teller *teller)
{
  static const char *const kinds[] = { "touch", "feedback", "stage", "run" };
  const GType types[] = { ONWARD_TYPE_TOUCH, ONWARD_TYPE_FEEDBACK, ONWARD_TYPE_STAGE_EVENT,
                          ONWARD_TYPE_ANNOUNCEMENT_RUN };
  g_autoptr (GError) error = NULL;

  if (strcmp (teller->words[1], "person") == 0)
    put_children (teller, ONWARD_TYPE_OPPORTUNITY, teller->words[2], ONWARD_TYPE_OPPORTUNITY_PERSON, NULL);
  else if (strcmp (teller->words[1], "part") == 0)
    put_children (teller, ONWARD_TYPE_INTERVIEW, teller->words[2], ONWARD_TYPE_PARTICIPANT, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gint64 id = strcmp (teller->words[1], kinds[i]) == 0 ? find (teller, types[i], teller->words[2]) : 0;

      if (id)
        onward_writer_delete (teller->writer, types[i], id, &error);
    }
  g_assert_no_error (error);
}

/* One step of a world as part of a command. */
void
onward_world_tell (OnwardWriter *writer, const char *step)
{
  g_auto (GStrv) words = g_strsplit (step, " ", -1);
  Teller teller = { writer, words };
  static const struct
  {
    const char *kind;
    void (*tell) (Teller *teller);
  } kinds[] = { { "company", tell_company },
                { "search", tell_search },
                { "contact", tell_contact },
                { "opportunity", tell_opportunity },
                { "interview", tell_interview },
                { "person", tell_person },
                { "part", tell_part },
                { "touch", tell_touch },
                { "introduction", tell_introduction },
                { "feedback", tell_feedback },
                { "stage", tell_stage },
                { "run", tell_run },
                { "rule", tell_rule },
                { "alert", tell_setting },
                { "works", tell_setting },
                { "set", tell_setting },
                { "do", tell_deed },
                { "drop", tell_drop } };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].kind, words[0]) == 0)
      kinds[i].tell (&teller);
}
