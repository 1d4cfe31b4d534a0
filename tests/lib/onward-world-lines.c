/* onward-world-lines.c - reads the lines of a world as facts */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/onward-world-private.h"
#include "playbook/onward-zone.h"

#include <string.h>

/* One line, cut at its blanks. */
typedef struct
{
  const char *text;
  char **words;
  guint n;
} Line;

typedef struct
{
  OnwardFacts *facts;
  GHashTable *ids; /* the world's */
} Reader;

static const char *
get_word (const Line *line, guint n)
{
  if (n >= line->n)
    g_error ("a word is missing: %s", line->text);
  return line->words[n];
}

static gboolean
has (const Line *line, const char *word)
{
  return g_strv_contains ((const char *const *)line->words, word);
}

/* The value of `name=`, NULL when it is not there. */
static const char *
get (const Line *line, const char *name)
{
  gsize length = strlen (name);

  for (guint i = 1; i < line->n; i++)
    if (strncmp (line->words[i], name, length) == 0 && line->words[i][length] == '=')
      return line->words[i] + length + 1;
  return NULL;
}

static int
get_day (const Line *line, const char *name)
{
  const char *text = get (line, name);
  int day = ONWARD_NO_DAY;

  if (text && !onward_day_parse (text, &day))
    g_error ("%s is not a date: %s", name, line->text);
  return day;
}

static gint64
get_wall (const Line *line, const char *name)
{
  const char *text = get (line, name);
  gint64 wall = ONWARD_NO_WALL;

  if (text && !onward_wall_parse (text, &wall))
    g_error ("%s is not a wall time: %s", name, line->text);
  return wall;
}

/* A date alone is its last minute. */
static gint64
get_moment (const Line *line, const char *name)
{
  const char *text = get (line, name);

  return text && strlen (text) == 10 ? onward_wall_at (get_day (line, name), 24 * 60 - 1) : get_wall (line, name);
}

static gint64
get_instant (const Line *line, const char *name)
{
  const char *text = get (line, name);
  gint64 instant = ONWARD_NO_INSTANT;

  if (text && !onward_instant_parse (text, &instant))
    g_error ("%s is not an instant: %s", name, line->text);
  return instant;
}

/* Ids are small numbers in the order in which names are met. */
static gint64
get_id (Reader *reader, const char *kind, const char *name)
{
  g_autofree char *key = g_strdup_printf ("%s %s", kind, name ? name : "");
  gint64 id;

  if (!name || !*name)
    return 0;
  id = GPOINTER_TO_INT (g_hash_table_lookup (reader->ids, key));
  if (id == 0)
    {
      id = g_hash_table_size (reader->ids) + 1;
      g_hash_table_insert (reader->ids, g_steal_pointer (&key), GINT_TO_POINTER ((int)id));
    }
  return id;
}

static const char *
keep (Reader *reader, const char *text)
{
  g_autofree char *copy = g_strdup (text);

  return onward_facts_text (reader->facts, copy ? g_strdelimit (copy, "_", ' ') : NULL);
}

static OnwardNameSource
get_name_source (const Line *line)
{
  return has (line, "heard") ? ONWARD_NAME_HEARD : has (line, "card") ? ONWARD_NAME_VERIFIED : ONWARD_NAME_UNKNOWN;
}

static guint
get_channels (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text ? text : "", ",", -1);
  guint channels = 0;

  for (guint i = 0; words[i]; i++)
    channels |= onward_channel_parse (words[i]);
  return channels;
}

static void
read_settings (OnwardSettings *settings, const Line *line)
{
  const char *history = get (line, "history_days"), *per_day = get (line, "per_day");

  if (get (line, "thank_you"))
    settings->thank_you = onward_thank_you_parse (get (line, "thank_you"));
  if (history)
    settings->history_days = atoi (history);
  if (per_day)
    settings->keep_in_touch_per_day = atoi (per_day);
}

static void
read_rule (OnwardSettings *settings, const Line *line)
{
  OnwardRuleId rule = onward_rule_find (get_word (line, 1));
  g_auto (GStrv) days = g_strsplit (get (line, "days") ? get (line, "days") : "", ",", -1);

  if (rule >= ONWARD_N_RULES)
    g_error ("no such rule: %s", line->text);
  if (has (line, "off") || has (line, "on"))
    settings->rules[rule].enabled = has (line, "on");
  for (guint i = 0; days[i]; i++)
    onward_settings_set_days (settings, rule, (int)i, atoi (days[i]));
}

static void
read_only (OnwardSettings *settings, const Line *line)
{
  for (int i = 0; i < ONWARD_N_RULES; i++)
    settings->rules[i].enabled = has (line, onward_rule_id (i));
  for (guint i = 1; i < line->n; i++)
    if (onward_rule_find (line->words[i]) >= ONWARD_N_RULES)
      g_error ("no such rule: %s", line->text);
}

static void
read_hours (OnwardHours *hours, const Line *line)
{
  g_auto (GStrv) days = NULL;

  if (strcmp (line->words[0], "alert") == 0)
    {
      if (!onward_hours_set_alert (hours, get_word (line, 1), get_word (line, 2)))
        g_error ("not alert hours: %s", line->text);
      return;
    }
  hours->working_days = 0;
  days = g_strsplit (get_word (line, 1), ",", -1);
  for (guint i = 0; days[i] && !has (line, "every-day"); i++)
    hours->working_days |= 1u << atoi (days[i]);
}

static void
read_company (Reader *reader, const Line *line)
{
  OnwardCompanyFact fact = { .cooling_off_months = -1, .cooling_off_until = ONWARD_NO_DAY, .focus = TRUE };

  fact.id = get_id (reader, "company", get_word (line, 1));
  fact.uuid = onward_facts_text (reader->facts, get_word (line, 1));
  fact.name = keep (reader, get_word (line, 1));
  fact.not_interested = has (line, "not-interested");
  if (get (line, "cooling"))
    fact.cooling_off_months = atoi (get (line, "cooling"));
  fact.cooling_off_until = get_day (line, "until");
  g_array_append_val (reader->facts->companies, fact);
}

static void
read_search (Reader *reader, const Line *line)
{
  OnwardSearchFact fact = { .ended_on = get_day (line, "ended") };

  fact.id = get_id (reader, "search", get_word (line, 1));
  fact.uuid = onward_facts_text (reader->facts, get_word (line, 1));
  g_array_append_val (reader->facts->searches, fact);
}

static void
read_contact (Reader *reader, const Line *line)
{
  OnwardContactFact fact = { .last_touch_at = ONWARD_NO_INSTANT, .focus = TRUE };
  g_auto (GStrv) roles = g_strsplit (get (line, "roles") ? get (line, "roles") : "", ",", -1);

  fact.id = get_id (reader, "contact", get_word (line, 1));
  fact.uuid = onward_facts_text (reader->facts, get_word (line, 1));
  fact.name = keep (reader, get_word (line, 1));
  fact.company_id = get_id (reader, "company", get (line, "company"));
  for (guint i = 0; roles[i] && *roles[i]; i++)
    fact.roles |= 1u << onward_role_parse (roles[i]);
  fact.tier = onward_tier_parse (get (line, "tier"));
  fact.tier_since = get_day (line, "since");
  fact.name_source = get_name_source (line);
  fact.reach = get_channels (get (line, "reach"));
  fact.preferred = onward_channel_parse (get (line, "prefers"));
  fact.do_not_contact = has (line, "dnc");
  fact.is_user = has (line, "user");
  g_array_append_val (reader->facts->contacts, fact);
}

static OnwardPromise
get_promise (Reader *reader, const Line *line)
{
  return (OnwardPromise){
    .on = get_day (line, "promise"),
    .given_on = get_day (line, "given"),
    .by_id = get_id (reader, "contact", get (line, "by")),
  };
}

static void
read_opportunity (Reader *reader, const Line *line)
{
  OnwardOpportunityFact fact = { .focus = TRUE, .last_incoming_at = ONWARD_NO_INSTANT };

  fact.id = get_id (reader, "opportunity", get_word (line, 1));
  fact.uuid = onward_facts_text (reader->facts, get_word (line, 1));
  fact.title = keep (reader, get_word (line, 1));
  fact.company_id = get_id (reader, "company", get (line, "company"));
  fact.search_id = get_id (reader, "search", get (line, "search"));
  fact.informational = has (line, "informational");
  fact.stage = has (line, "closed") ? ONWARD_STAGE_CLOSED : onward_stage_kind_parse (get (line, "stage"));
  fact.added_on = get_day (line, "added");
  fact.applied_on = get_day (line, "applied");
  fact.promise = get_promise (reader, line);
  fact.outcome = onward_outcome_parse (get (line, "outcome"));
  fact.outcome_on = get_day (line, "on");
  fact.outcome_by_id = get_id (reader, "contact", get (line, "told"));
  fact.sibling_of_id = get_id (reader, "opportunity", get (line, "sibling"));
  fact.introduction_id = get_id (reader, "introduction", get (line, "introduction"));
  fact.offer_received_on = get_day (line, "received");
  fact.offer_answer_by = get_moment (line, "offer");
  g_array_append_val (reader->facts->opportunities, fact);
}

static void
read_person (Reader *reader, const Line *line)
{
  OnwardPersonFact fact = { 0 };

  fact.opportunity_id = get_id (reader, "opportunity", get_word (line, 1));
  fact.contact_id = get_id (reader, "contact", get_word (line, 2));
  fact.role = onward_role_parse (line->n > 3 ? line->words[3] : NULL);
  g_array_append_val (reader->facts->people, fact);
}

static OnwardInterviewStatus
get_status (const Line *line)
{
  if (has (line, "cancelled"))
    return ONWARD_STATUS_CANCELLED;
  if (has (line, "no-show"))
    return ONWARD_STATUS_NO_SHOW;
  return has (line, "held") ? ONWARD_STATUS_HELD : ONWARD_STATUS_BOOKED;
}

static void
read_interview (Reader *reader, const Line *line)
{
  OnwardInterviewFact fact = { .booked_on = get_day (line, "booked"), .focus = TRUE };

  fact.id = get_id (reader, "interview", get_word (line, 1));
  fact.uuid = onward_facts_text (reader->facts, get_word (line, 1));
  fact.opportunity_id = get_id (reader, "opportunity", get (line, "of"));
  fact.company_id = get_id (reader, "company", get (line, "company"));
  fact.kind = onward_interview_kind_parse (has (line, "mock")            ? "mock"
                                           : has (line, "informational") ? "informational"
                                                                         : NULL);
  fact.status = get_status (line);
  fact.starts_at = get_instant (line, "at");
  fact.ends_at = get_instant (line, "until");
  fact.promise = get_promise (reader, line);
  fact.stories_chosen = has (line, "stories");
  fact.debriefed = has (line, "written");
  g_array_append_val (reader->facts->interviews, fact);
}

static void
read_part (Reader *reader, const Line *line)
{
  static const char *const words[] = { "absent", "clicked", "heard", "card", NULL };
  OnwardPartFact fact = { .rapport = -1 };

  fact.interview_id = get_id (reader, "interview", get_word (line, 1));
  fact.contact_id = get_id (reader, "contact", get_word (line, 2));
  if (line->n > 3 && !g_strv_contains (words, line->words[3]) && !strchr (line->words[3], '='))
    fact.role = onward_role_parse (line->words[3]);
  fact.absent = has (line, "absent");
  fact.clicked = has (line, "clicked");
  if (get (line, "rapport"))
    fact.rapport = atoi (get (line, "rapport"));
  fact.name_source = get_name_source (line);
  g_array_append_val (reader->facts->parts, fact);
}

static void
read_stage (Reader *reader, const Line *line)
{
  OnwardStageFact fact = { .at = get_instant (line, "at") };

  get_id (reader, "stage", get_word (line, 1));
  fact.opportunity_id = get_id (reader, "opportunity", get (line, "of"));
  g_array_append_val (reader->facts->stages, fact);
}

static void
read_run (Reader *reader, const Line *line)
{
  OnwardRunFact fact = { .finished = has (line, "finished") };

  get_id (reader, "run", get_word (line, 1));
  fact.opportunity_id = get_id (reader, "opportunity", get (line, "of"));
  g_array_append_val (reader->facts->runs, fact);
}

static void
read_introduction (Reader *reader, const Line *line)
{
  OnwardIntroductionFact fact = { .recorded_on = get_day (line, "on"), .focus = TRUE };

  fact.id = get_id (reader, "introduction", get_word (line, 1));
  fact.uuid = onward_facts_text (reader->facts, get_word (line, 1));
  fact.introducer_id = get_id (reader, "contact", get (line, "by"));
  fact.person_id = get_id (reader, "contact", get (line, "to"));
  fact.company_id = get_id (reader, "company", get (line, "company"));
  fact.opportunity_id = get_id (reader, "opportunity", get (line, "of"));
  fact.permission = has (line, "asked")     ? ONWARD_PERMISSION_ASKED
                    : has (line, "granted") ? ONWARD_PERMISSION_GRANTED
                    : has (line, "refused") ? ONWARD_PERMISSION_REFUSED
                                            : ONWARD_PERMISSION_NOT_ASKED;
  g_array_append_val (reader->facts->introductions, fact);
}

static void
read_feedback (Reader *reader, const Line *line)
{
  OnwardFeedbackFact fact = { .received_on = get_day (line, "on"), .focus = TRUE };

  fact.id = get_id (reader, "feedback", get_word (line, 1));
  fact.uuid = onward_facts_text (reader->facts, get_word (line, 1));
  fact.contact_id = get_id (reader, "contact", get (line, "from"));
  fact.opportunity_id = get_id (reader, "opportunity", get (line, "of"));
  fact.interview_id = get_id (reader, "interview", get (line, "interview"));
  fact.source = onward_feedback_source_parse (get (line, "source"));
  fact.channel = onward_channel_parse (get (line, "channel"));
  g_array_append_val (reader->facts->feedback, fact);
}

static void
read_touch (Reader *reader, const Line *line)
{
  OnwardTouchFact fact = { 0 };
  g_auto (GStrv) people = g_strsplit (get (line, "to") ? get (line, "to") : "", ",", -1);

  fact.id = get_id (reader, "touch", get_word (line, 1));
  fact.uuid = onward_facts_text (reader->facts, get_word (line, 1));
  fact.opportunity_id = get_id (reader, "opportunity", get (line, "of"));
  fact.interview_id = get_id (reader, "interview", get (line, "interview"));
  fact.at = get_instant (line, "at");
  fact.incoming = has (line, "in");
  fact.kind = onward_rule_find (get (line, "kind"));
  g_array_append_val (reader->facts->touches, fact);
  for (guint i = 0; people[i] && *people[i]; i++)
    {
      OnwardTouchContactFact link = { .touch_id = fact.id, .contact_id = get_id (reader, "contact", people[i]) };

      g_array_append_val (reader->facts->touch_contacts, link);
    }
}

/* Rows that are stored already when the story begins; later ones live in the world. */
static OnwardStoredFact
read_stored (Reader *reader, const Line *line)
{
  OnwardStoredFact fact = { .focus = TRUE, .key = line->words[1] };
  g_autofree char *rule = g_strndup (fact.key, strcspn (fact.key, ":"));

  fact.rule = onward_rule_find (rule);
  fact.state = has (line, "done")        ? ONWARD_STATE_DONE
               : has (line, "skipped")   ? ONWARD_STATE_SKIPPED
               : has (line, "cancelled") ? ONWARD_STATE_CANCELLED
                                         : ONWARD_STATE_OPEN;
  fact.contact_id = get_id (reader, "contact", get (line, "contact"));
  fact.opportunity_id = get_id (reader, "opportunity", get (line, "of"));
  fact.interview_id = get_id (reader, "interview", get (line, "interview"));
  fact.company_id = get_id (reader, "company", get (line, "company"));
  fact.remind_at = get_wall (line, "remind");
  fact.due = get_wall (line, "due");
  fact.snoozed_until = get_wall (line, "snoozed");
  fact.own_day = get_day (line, "own");
  fact.moved = has (line, "moved");
  fact.done_at = get_instant (line, "at");
  return fact;
}

static const struct
{
  const char *kind;
  void (*read) (Reader *reader, const Line *line);
} readers[] = {
  { "company", read_company }, { "search", read_search },
  { "contact", read_contact }, { "opportunity", read_opportunity },
  { "person", read_person },   { "interview", read_interview },
  { "part", read_part },       { "touch", read_touch },
  { "stage", read_stage },     { "introduction", read_introduction },
  { "run", read_run },         { "feedback", read_feedback },
};

static void
read_line (Reader *reader, const Line *line)
{
  OnwardSettings *settings = &reader->facts->settings;
  const char *kind = line->words[0];

  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    if (strcmp (readers[i].kind, kind) == 0)
      {
        readers[i].read (reader, line);
        return;
      }
  if (strcmp (kind, "set") == 0)
    read_settings (settings, line);
  else if (strcmp (kind, "rule") == 0)
    read_rule (settings, line);
  else if (strcmp (kind, "only") == 0)
    read_only (settings, line);
  else if (strcmp (kind, "alert") == 0 || strcmp (kind, "works") == 0)
    read_hours (&settings->hours, line);
  else if (strcmp (kind, "now") != 0 && strcmp (kind, "zone") != 0 && strcmp (kind, "stored") != 0)
    g_error ("not a line of a story: %s", line->text);
}

static void
clear_line (Line *line)
{
  g_strfreev (line->words);
}

static Line
cut_line (const char *text)
{
  Line line = { .text = text };
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  GPtrArray *kept = g_ptr_array_new ();

  for (guint i = 0; words[i]; i++)
    if (*words[i])
      g_ptr_array_add (kept, g_strdup (words[i]));
  line.n = kept->len;
  g_ptr_array_add (kept, NULL);
  line.words = (char **)g_ptr_array_free (kept, FALSE);
  return line;
}

static const char *
find_setting (OnwardWorld *world, const char *kind, const char *fallback)
{
  for (guint i = world->lines->len; i > 0; i--)
    {
      const char *line = world->lines->pdata[i - 1];

      if (g_str_has_prefix (line, kind) && line[strlen (kind)] == ' ')
        return line + strlen (kind) + 1;
    }
  return fallback;
}

/* Zones are kept: making one reads a file and works out years of transitions. */
static GTimeZone *
get_zone (const char *name)
{
  static GHashTable *zones;
  GTimeZone *zone;

  if (!zones)
    zones = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_time_zone_unref);
  zone = g_hash_table_lookup (zones, name);
  if (!zone && (zone = g_time_zone_new_identifier (name)))
    g_hash_table_insert (zones, g_strdup (name), zone);
  return zone;
}

static void
begin_reader (Reader *reader, OnwardWorld *world)
{
  const char *name = find_setting (world, "zone", "Europe/Amsterdam");
  GTimeZone *zone = get_zone (name);
  gint64 now;

  if (!zone || !onward_wall_parse (find_setting (world, "now", "2026-03-02T10:00"), &now))
    g_error ("no such moment or zone: %s", name);
  reader->ids = world->ids;
  reader->facts = onward_facts_new (onward_zone_instant (zone, now), zone);
}

/* The facts of all lines, not linked yet, and without stored rows. */
OnwardFacts *
onward_world_read (OnwardWorld *world)
{
  Reader reader;

  begin_reader (&reader, world);
  for (guint i = 0; i < world->lines->len; i++)
    {
      Line line = cut_line (world->lines->pdata[i]);

      if (line.n > 0)
        read_line (&reader, &line);
      clear_line (&line);
    }
  return reader.facts;
}

/* Calls @keep_row with the row of every `stored` line; its texts are there for the call only. */
void
onward_world_read_stored (OnwardWorld *world, void (*keep_row) (OnwardWorld *, const OnwardStoredFact *))
{
  Reader reader = { .ids = world->ids };

  for (guint i = 0; i < world->lines->len; i++)
    {
      Line line = cut_line (world->lines->pdata[i]);

      if (line.n > 1 && strcmp (line.words[0], "stored") == 0)
        {
          OnwardStoredFact row = read_stored (&reader, &line);

          keep_row (world, &row);
        }
      clear_line (&line);
    }
}
