/* onward-draft-facts.c - what is known that a message can say */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-draft-facts.h"

#include "model/onward-collections.h"
#include "onward-lists.h"
#include "onward-promises.h"
#include "onward-value-items.h"
#include "playbook/onward-dates.h"
#include "playbook/onward-zone.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  OnwardStore *store;
  OnwardConnection *connection;
  OnwardFollowUp *follow_up;
  OnwardContact *contact;
  OnwardOpportunity *opportunity;
  OnwardCompany *company;
  OnwardInterview *interview;
  OnwardParticipant *part;
  GTimeZone *zone;
  int today;
  GHashTable *facts;
} Collect;

static void
set_fact (Collect *self, const char *slot, const char *words)
{
  if (words != NULL && *words != '\0')
    g_hash_table_insert (self->facts, g_strdup (slot), g_strdup (words));
}

static void
take_fact (Collect *self, const char *slot, char *words)
{
  set_fact (self, slot, words);
  g_free (words);
}

static void
set_day (Collect *self, const char *slot, const char *date)
{
  int day;

  if (date != NULL && onward_day_parse (date, &day))
    take_fact (self, slot, onward_dates_format_sentence (day, self->today));
}

static char *
read_text (Collect *self, const char *sql, gint64 first, gint64 second)
{
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (self->connection, sql, NULL);

  if (statement == NULL)
    return NULL;
  onward_statement_bind_int (statement, 1, first);
  if (strstr (sql, "?2") != NULL)
    onward_statement_bind_int (statement, 2, second);
  return onward_statement_step (statement, NULL) ? g_strdup (onward_statement_get_text (statement, 0)) : NULL;
}

/* How a person is addressed: by the first of their names; whoever has only one, by that. */
static void
add_person (Collect *self)
{
  const char *name = self->contact != NULL ? self->contact->name : NULL;
  g_auto (GStrv) names = name != NULL ? g_strsplit (name, " ", 2) : NULL;

  if (name == NULL)
    return;
  set_fact (self, "first_name", names[0]);
  set_fact (self, "full_name", name);
}

static void
add_user (Collect *self)
{
  static const struct
  {
    const char *member;
    const char *slot;
  } members[] = {
    { "name", "my_name" }, { "email", "my_email" }, { "phone", "my_phone" }, { "address", "my_address" }
  };
  g_autoptr (GString) details = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_autoptr (OnwardStatement) statement = onward_connection_prepare (
          self->connection, "SELECT value ->> '$' FROM members WHERE part = 'profile' AND member = ?", NULL);
      const char *value;

      if (statement == NULL)
        return;
      onward_statement_bind_text (statement, 1, members[i].member);
      if (!onward_statement_step (statement, NULL))
        continue;
      value = onward_statement_get_text (statement, 0);
      set_fact (self, members[i].slot, value);
      if (i > 0)
        g_string_append_printf (details, "%s%s", details->len > 0 ? "\n" : "", value);
    }
  set_fact (self, "contact_details", details->str);
}

/* `six months`, or the day until which they want to wait. */
static void
add_cooling_off (Collect *self)
{
  gint64 months = self->company->cooling_off_months;

  if (self->company->cooling_off_until != NULL)
    set_day (self, "cooling_off", self->company->cooling_off_until);
  else if (months != ONWARD_NO_NUMBER)
    take_fact (self, "cooling_off", g_strdup_printf (ngettext ("%d month", "%d months", (gulong)months), (int)months));
}

static void
add_opportunity (Collect *self)
{
  OnwardOpportunity *opportunity = self->opportunity;

  if (self->company != NULL)
    {
      set_fact (self, "company", self->company->name);
      add_cooling_off (self);
    }
  if (opportunity == NULL)
    return;
  set_fact (self, "title", opportunity->title);
  set_fact (self, "job_link", opportunity->url);
  set_day (self, "applied_day", opportunity->applied_on);
  if (g_strcmp0 (opportunity->outcome_kind, "accepted") == 0 && self->company != NULL)
    set_fact (self, "new_company", self->company->name);
}

/* Who told the user; not when it is the reader. */
static void
add_recruiter (Collect *self)
{
  gint64 by = self->opportunity != NULL ? self->opportunity->outcome_by : 0;

  if (by != 0 && by != self->follow_up->contact)
    take_fact (self, "recruiter", read_text (self, "SELECT name FROM contacts WHERE id = ?1", by, 0));
}

static const char *
name_interview (OnwardInterview *interview)
{
  if (g_strcmp0 (interview->kind, "phone") == 0)
    return _ ("telephone conversation");
  if (g_strcmp0 (interview->kind, "panel") == 0)
    return _ ("conversation with you and your colleagues");
  return _ ("conversation");
}

static char *
format_month (int day)
{
  int year, month, day_of_month;
  g_autoptr (GDateTime) date = NULL;

  onward_day_to_civil (day, &year, &month, &day_of_month);
  date = g_date_time_new_utc (year, month, day_of_month, 0, 0, 0);
  return g_date_time_format (date, "%OB");
}

static void
add_interview (Collect *self)
{
  gint64 instant, wall;
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;

  if (self->interview == NULL || self->interview->starts_at == NULL
      || !onward_instant_parse (self->interview->starts_at, &instant))
    return;
  wall = onward_zone_wall (self->zone, instant);
  day = onward_dates_format_sentence (onward_wall_day (wall), self->today);
  time = onward_dates_format_time (onward_wall_minutes (wall));
  set_fact (self, "interview_day", day);
  /* Translators: a day and a time, in a sentence */
  take_fact (self, "agreed_time", g_strdup_printf (_ ("%s at %s"), day, time));
  take_fact (self, "month", format_month (onward_wall_day (wall)));
  set_fact (self, "interview", name_interview (self->interview));
  take_fact (
      self, "expected_questions",
      read_text (self,
                 "SELECT group_concat (q.value ->> 'text', char (10)) FROM interviews i, json_each (i.questions) q"
                 " WHERE i.id = ?1 AND q.type = 'object' AND coalesce (q.value ->> 'mine', 0) = 0",
                 self->interview->record.id, 0));
}

/* The promise that is in force, of all that were made. */
static void
add_promise (Collect *self)
{
  OnwardPromiseFound promise;

  if (self->opportunity != NULL && onward_promises_find (self->store, self->opportunity->record.id, &promise))
    take_fact (self, "promise_day", onward_dates_format_sentence (promise.on, self->today));
  else if (self->opportunity == NULL && self->interview != NULL)
    set_day (self, "promise_day", self->interview->promise_on);
}

static gboolean
is_informational (Collect *self)
{
  return (self->interview != NULL && g_strcmp0 (self->interview->kind, "informational") == 0)
         || (self->opportunity != NULL && g_strcmp0 (self->opportunity->kind, "informational") == 0);
}

/* What decides which paragraphs stand; never shown. */
static void
add_conditions (Collect *self)
{
  if (is_informational (self))
    set_fact (self, "informational", "1");
  else if (self->opportunity != NULL && self->opportunity->outcome_kind != NULL)
    set_fact (self, "over", "1");
  else
    set_fact (self, "applying", "1");
  if (self->opportunity != NULL && g_strcmp0 (self->opportunity->outcome_kind, "cancelled") == 0)
    set_fact (self, "cancelled", "1");
  if (self->company == NULL || self->company->still_interested)
    set_fact (self, "still_interested", "1");
}

/* The first of what is remembered of them that no message to them has said yet. */
static const char *
find_new (Collect *self, char **hooks)
{
  for (guint i = 0; hooks[i] != NULL; i++)
    if (!onward_value_items_was_offered (self->store, self->follow_up->contact, hooks[i]))
      return hooks[i];
  return NULL;
}

/* What this person said, and nobody else's: a concern never leaves the thank-you of who raised it. */
static void
add_part (Collect *self)
{
  g_auto (GStrv) hooks = onward_json_get_texts (self->contact != NULL ? self->contact->hooks : NULL);
  gboolean thanks = g_strcmp0 (self->follow_up->rule, "thank-you") == 0;

  set_fact (self, "particular", find_new (self, hooks));
  if (self->part == NULL)
    return;
  if (self->part->memorable != NULL
      && !onward_value_items_was_offered (self->store, self->follow_up->contact, self->part->memorable))
    set_fact (self, "particular", self->part->memorable);
  if (!thanks)
    return;
  set_fact (self, "missed_point", self->part->missed_point);
  if (!self->part->concern_dismissed)
    set_fact (self, "concern", self->part->concern_text);
}

/* The introductions that lead to what the message is about. */
#define LEADS_HERE                                                                                                     \
  " i.introducer <> ?2 AND (i.opportunity = ?1 OR i.person = ?2"                                                       \
  " OR i.id = (SELECT introduction FROM opportunities WHERE id = ?1))"

/* An introducer is named only when they said that they may be; a refusal takes the name out again. */
static void
add_introducer (Collect *self)
{
  take_fact (self, "introducer",
             read_text (self,
                        "SELECT c.name FROM introductions i JOIN contacts c ON c.id = i.introducer"
                        " WHERE i.permission = 'granted' AND" LEADS_HERE " ORDER BY i.recorded_on DESC, i.uuid LIMIT 1",
                        self->follow_up->opportunity, self->follow_up->contact));
}

/* Whom or what this person named: that of the introduction which the follow-up is about, else the latest. */
static void
add_introduced (Collect *self)
{
  g_autoptr (OnwardStatement) row = onward_connection_prepare (
      self->connection,
      "SELECT p.name, k.name FROM introductions i LEFT JOIN contacts p ON p.id = i.person"
      " LEFT JOIN companies k ON k.id = coalesce (i.company, p.company) WHERE i.introducer = ?2"
      " ORDER BY coalesce (instr (?3, i.uuid) > 0, 0) DESC, i.opportunity IS ?1 DESC, i.recorded_on DESC, i.uuid LIMIT "
      "1",
      NULL);
  const char *person, *company;

  if (row == NULL)
    return;
  onward_statement_bind_int (row, 1, self->follow_up->opportunity);
  onward_statement_bind_int (row, 2, self->follow_up->contact);
  onward_statement_bind_text (row, 3, self->follow_up->key);
  if (!onward_statement_step (row, NULL))
    return;
  person = onward_statement_get_text (row, 0);
  company = onward_statement_get_text (row, 1);
  if (person != NULL && company != NULL)
    /* Translators: a person and their company */
    take_fact (self, "introduced", g_strdup_printf (_ ("%s of %s"), person, company));
  else
    set_fact (self, "introduced", person != NULL ? person : company);
}

/* Something they were not sent yet: a value item about what they care for, else something personal. */
static void
add_value (Collect *self)
{
  g_autoptr (GArray) items = NULL;
  g_autoptr (OnwardValueItem) item = NULL;
  g_auto (GStrv) hooks = NULL;

  if (g_strcmp0 (self->follow_up->rule, "keep-in-touch") != 0 || self->contact == NULL)
    return;
  items = onward_value_items_suggest (self->store, self->contact->record.id, 1);
  if (items->len > 0)
    item = onward_store_get_record (self->store, ONWARD_TYPE_VALUE_ITEM, g_array_index (items, gint64, 0));
  hooks = onward_json_get_texts (self->contact->hooks);
  set_fact (self, "something_of_value", item != NULL ? item->title : find_new (self, hooks));
  if (item != NULL)
    set_fact (self, "link", item->url);
}

/* The interview it is about; for what comes later, the last one at which this person was met. */
static gint64
find_interview (Collect *self)
{
  g_autoptr (OnwardStatement) statement = NULL;

  if (self->follow_up->interview != 0)
    return self->follow_up->interview;
  statement = onward_connection_prepare (
      self->connection,
      "SELECT i.id FROM interviews i LEFT JOIN interview_people p ON p.interview = i.id AND p.contact = ?2"
      " WHERE i.opportunity = ?1 AND i.status IS NOT 'cancelled' AND i.kind IS NOT 'mock' AND i.ends_unix <= ?3"
      " ORDER BY p.id IS NULL, i.ends_unix DESC LIMIT 1",
      NULL);
  if (statement == NULL)
    return 0;
  onward_statement_bind_int (statement, 1, self->follow_up->opportunity);
  onward_statement_bind_int (statement, 2, self->follow_up->contact);
  onward_statement_bind_int (statement, 3, onward_store_get_now (self->store).unix_time);
  return onward_statement_step (statement, NULL) ? onward_statement_get_int (statement, 0) : 0;
}

static OnwardParticipant *
find_part (Collect *self)
{
  g_autoptr (GPtrArray) people = NULL;

  if (self->interview == NULL)
    return NULL;
  people = onward_store_get_children (self->store, self->interview, ONWARD_TYPE_PARTICIPANT);
  for (guint i = 0; i < people->len; i++)
    if (((OnwardParticipant *)people->pdata[i])->contact == self->follow_up->contact)
      return g_object_ref (people->pdata[i]);
  return NULL;
}

static gpointer
get_record (Collect *self, GType type, gint64 id)
{
  return id != 0 ? onward_store_get_record (self->store, type, id) : NULL;
}

static gint64
find_company (Collect *self)
{
  if (self->opportunity != NULL && self->opportunity->company != 0)
    return self->opportunity->company;
  if (self->follow_up->company != 0)
    return self->follow_up->company;
  return self->contact != NULL ? self->contact->company : 0;
}

static void
add_everything (Collect *self)
{
  add_person (self);
  add_user (self);
  add_opportunity (self);
  add_recruiter (self);
  add_interview (self);
  add_promise (self);
  add_part (self);
  add_introducer (self);
  add_introduced (self);
  add_value (self);
  add_conditions (self);
}

/**
 * onward_draft_facts_collect:
 * @store: the store
 * @follow_up: what is owed
 *
 * Main thread. What is not known is not there: a slot without a fact is marked for the user, never invented.
 *
 * Returns: (transfer full) (element-type utf8 utf8): slot → words
 */
GHashTable *
onward_draft_facts_collect (OnwardStore *store, OnwardFollowUp *follow_up)
{
  OnwardNow now = onward_store_get_now (store);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (now.zone);
  Collect self = { .store = store, .connection = onward_store_get_connection (store), .follow_up = follow_up };

  self.zone = zone;
  self.today = onward_zone_day (zone, now.unix_time);
  self.facts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self.contact = get_record (&self, ONWARD_TYPE_CONTACT, follow_up->contact);
  self.opportunity = get_record (&self, ONWARD_TYPE_OPPORTUNITY, follow_up->opportunity);
  self.company = get_record (&self, ONWARD_TYPE_COMPANY, find_company (&self));
  self.interview = get_record (&self, ONWARD_TYPE_INTERVIEW, find_interview (&self));
  self.part = find_part (&self);
  add_everything (&self);
  g_clear_object (&self.contact);
  g_clear_object (&self.opportunity);
  g_clear_object (&self.company);
  g_clear_object (&self.interview);
  g_clear_object (&self.part);
  return self.facts;
}

/**
 * onward_draft_facts_get_unnamed:
 * @store: the store
 * @follow_up: what is owed
 *
 * Main thread.
 *
 * Returns: (transfer full): the names of introducers who have not said, or no longer say, that they may be named in
 *   that message; NULL-terminated
 */
char **
onward_draft_facts_get_unnamed (OnwardStore *store, OnwardFollowUp *follow_up)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (OnwardStatement) rows = onward_connection_prepare (
      onward_store_get_connection (store),
      "SELECT DISTINCT c.name FROM introductions i JOIN contacts c ON c.id = i.introducer"
      " WHERE c.name <> '' AND" LEADS_HERE " GROUP BY i.introducer HAVING max (i.permission IS 'granted') = 0",
      NULL);

  if (rows == NULL)
    return g_strv_builder_end (names);
  onward_statement_bind_int (rows, 1, follow_up->opportunity);
  onward_statement_bind_int (rows, 2, follow_up->contact);
  while (onward_statement_step (rows, NULL))
    g_strv_builder_add (names, onward_statement_get_text (rows, 0));
  return g_strv_builder_end (names);
}
