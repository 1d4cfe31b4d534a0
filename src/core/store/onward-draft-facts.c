/* onward-draft-facts.c - what is known that a message can say */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-draft-facts.h"

#include "model/onward-collections.h"
#include "onward-json-writer.h"
#include "onward-lists.h"
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

static void
add_opportunity (Collect *self)
{
  OnwardOpportunity *opportunity = self->opportunity;
  gint64 company = opportunity != NULL ? opportunity->company : self->follow_up->company;

  if (company == 0 && self->contact != NULL)
    company = self->contact->company;
  take_fact (self, "company", read_text (self, "SELECT name FROM companies WHERE id = ?1", company, 0));
  take_fact (self, "cooling_off",
             read_text (self, "SELECT coalesce (cooling_off_until, cooling_off_months) FROM companies WHERE id = ?1",
                        company, 0));
  if (opportunity == NULL)
    return;
  set_fact (self, "title", opportunity->title);
  set_day (self, "applied_day", opportunity->applied_on);
  set_day (self, "promise_day", opportunity->promise_on);
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

static void
add_interview (Collect *self)
{
  g_autoptr (GDateTime) date = NULL;
  gint64 instant;
  int day;

  if (self->interview == NULL || self->interview->starts_at == NULL
      || !onward_instant_parse (self->interview->starts_at, &instant))
    return;
  day = onward_zone_day (self->zone, instant);
  take_fact (self, "interview_day", onward_dates_format_sentence (day, self->today));
  date = g_date_time_new_from_unix_utc (instant);
  take_fact (self, "month", g_date_time_format (date, "%B"));
  set_fact (self, "interview", name_interview (self->interview));
  if (self->interview->promise_on != NULL)
    set_day (self, "promise_day", self->interview->promise_on);
}

/* What this person said, and nobody else's: a concern never leaves the thank-you of who raised it. */
static void
add_part (Collect *self)
{
  g_auto (GStrv) hooks = onward_json_get_texts (self->contact != NULL ? self->contact->hooks : NULL);
  gboolean thanks = g_strcmp0 (self->follow_up->rule, "thank-you") == 0;

  set_fact (self, "particular", hooks[0]);
  if (self->part == NULL)
    return;
  set_fact (self, "particular", self->part->memorable);
  if (!thanks)
    return;
  set_fact (self, "missed_point", self->part->missed_point);
  if (!self->part->concern_dismissed)
    set_fact (self, "concern", self->part->concern_text);
}

/* An introducer is named only when they said that they may be; a refusal takes the name out again. */
static void
add_introduction (Collect *self)
{
  gint64 opportunity = self->follow_up->opportunity;
  gint64 contact = self->follow_up->contact;

  take_fact (self, "introducer",
             read_text (self,
                        "SELECT c.name FROM introductions i JOIN contacts c ON c.id = i.introducer"
                        " WHERE i.permission = 'granted' AND i.introducer <> ?2"
                        " AND (i.opportunity = ?1 OR i.person = ?2"
                        " OR i.id = (SELECT introduction FROM opportunities WHERE id = ?1))"
                        " ORDER BY i.recorded_on DESC, i.uuid LIMIT 1",
                        opportunity, contact));
  take_fact (self, "introduced",
             read_text (self,
                        "SELECT coalesce (p.name, k.name) FROM introductions i LEFT JOIN contacts p ON p.id = i.person"
                        " LEFT JOIN companies k ON k.id = i.company WHERE i.introducer = ?2"
                        " ORDER BY i.opportunity IS ?1 DESC, i.recorded_on DESC, i.uuid LIMIT 1",
                        opportunity, contact));
}

/* Something they were not sent yet: a value item about what they care for, else something personal. */
static void
add_value (Collect *self)
{
  g_autoptr (OnwardStatement) statement = NULL;
  g_auto (GStrv) hooks = NULL;

  if (g_strcmp0 (self->follow_up->rule, "keep-in-touch") != 0 || self->contact == NULL)
    return;
  statement = onward_connection_prepare (
      self->connection,
      "SELECT v.title, v.url FROM value_items v, json_each (coalesce (v.topics, '[]')) t, contacts c"
      " WHERE c.id = ?1 AND (instr (lower (coalesce (c.hooks, '')), lower (t.value)) > 0"
      " OR instr (lower (coalesce (c.tags, '')), lower (t.value)) > 0"
      " OR instr (lower (coalesce (c.notes, '')), lower (t.value)) > 0"
      " OR instr (lower (coalesce (c.headline, '')), lower (t.value)) > 0)"
      " AND NOT EXISTS (SELECT 1 FROM touches x JOIN touch_contacts y ON y.touch = x.id"
      "  WHERE y.contact = c.id AND (x.value_item = v.id OR (v.url IS NOT NULL AND instr (x.body, v.url) > 0)))"
      " ORDER BY v.id DESC LIMIT 1",
      NULL);
  if (statement == NULL)
    return;
  onward_statement_bind_int (statement, 1, self->contact->record.id);
  if (onward_statement_step (statement, NULL))
    {
      set_fact (self, "something_of_value", onward_statement_get_text (statement, 0));
      set_fact (self, "link", onward_statement_get_text (statement, 1));
      return;
    }
  hooks = onward_json_get_texts (self->contact->hooks);
  set_fact (self, "something_of_value", hooks[0]);
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
  self.interview = get_record (&self, ONWARD_TYPE_INTERVIEW, find_interview (&self));
  self.part = find_part (&self);
  add_person (&self);
  add_user (&self);
  add_opportunity (&self);
  add_recruiter (&self);
  add_interview (&self);
  add_part (&self);
  add_introduction (&self);
  add_value (&self);
  g_clear_object (&self.contact);
  g_clear_object (&self.opportunity);
  g_clear_object (&self.interview);
  g_clear_object (&self.part);
  return self.facts;
}

static char *
find_value (const char *list, const char *wanted)
{
  g_autoptr (JsonNode) node = list != NULL ? onward_json_parse (list, -1, NULL) : NULL;
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      const char *value = JSON_NODE_HOLDS_OBJECT (element)
                              ? json_object_get_string_member_with_default (json_node_get_object (element), "value", "")
                              : json_node_get_string (element);

      if (value != NULL && *value != '\0' && (wanted == NULL || strstr (value, wanted) != NULL))
        return g_strdup (value);
    }
  return NULL;
}

/**
 * onward_draft_facts_get_address:
 * @store: the store
 * @contact: a contact's row
 * @channel: a channel of exchange.md
 *
 * Returns: (transfer full) (nullable): where a message of that channel goes; NULL when it is not known
 */
char *
onward_draft_facts_get_address (OnwardStore *store, gint64 contact, const char *channel)
{
  g_autoptr (OnwardContact) record =
      contact != 0 ? onward_store_get_record (store, ONWARD_TYPE_CONTACT, contact) : NULL;

  if (record == NULL)
    return NULL;
  if (strcmp (channel, "email") == 0)
    return find_value (record->emails, NULL);
  if (strcmp (channel, "phone") == 0)
    return find_value (record->phones, NULL);
  if (strcmp (channel, "linkedin") == 0)
    return find_value (record->urls, "linkedin.com");
  if (strcmp (channel, "letter") == 0 || strcmp (channel, "card") == 0)
    return g_strdup (record->address);
  return NULL;
}
