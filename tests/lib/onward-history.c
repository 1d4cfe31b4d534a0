/* onward-history.c - job searches made up at random, and the smallest one that breaks a law */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/onward-history.h"
#include "playbook/onward-zone.h"

#include <string.h>

/* Clusters share nothing but the days of keep-in-touch, as strangers do. */
#define N_CLUSTERS      3
#define N_CONTACTS      3
#define N_OPPORTUNITIES 3
#define N_INTERVIEWS    3
#define N_TOUCHES       5
#define N_INTRODUCTIONS 2

static const char *const zones[] = { "Europe/Amsterdam", "America/New_York",    "Asia/Tokyo",
                                     "Asia/Kathmandu",   "Pacific/Apia",        "America/Los_Angeles",
                                     "Europe/Dublin",    "Australia/Lord_Howe", "Africa/Casablanca",
                                     "America/St_Johns", "Pacific/Kiritimati",  "UTC" };

/* Days on or before which clocks change somewhere. */
static const char *const starts[] = { "2025-03-01", "2025-10-15", "2026-02-25", "2026-10-20", "2027-03-10",
                                      "2025-01-15", "2026-06-01", "2027-12-20", "2024-02-20", "2026-11-25" };

static guint
pick (GRand *rand, guint n)
{
  return (guint)g_rand_int_range (rand, 0, (int)n);
}

static gboolean
chance (GRand *rand, guint percent)
{
  return pick (rand, 100) < percent;
}

static char *
name (GRand *rand, char letter, guint cluster, guint n)
{
  return g_strdup_printf ("%c%u%u", letter, cluster, pick (rand, n));
}

static gint64
get_now (OnwardWorld *world)
{
  gint64 now = 0;

  for (guint i = 0; i < world->lines->len; i++)
    if (g_str_has_prefix (world->lines->pdata[i], "now "))
      onward_wall_parse ((char *)world->lines->pdata[i] + 4, &now);
  return now;
}

static void
append_day (GString *line, const char *word, int day)
{
  char date[ONWARD_DATE_SIZE];

  g_string_append_printf (line, " %s=%s", word, onward_day_format (day, date));
}

/* The wall time in no zone in particular: an hour here or there is part of the game. */
static void
append_instant (GString *line, const char *word, gint64 wall)
{
  char instant[ONWARD_INSTANT_SIZE];

  g_string_append_printf (line, " %s=%s", word, onward_instant_format (wall * 60, 0, instant));
}

static void
append_one_of (GString *line, GRand *rand, const char *const *words)
{
  const char *word = words[pick (rand, g_strv_length ((char **)words))];

  if (*word)
    g_string_append_printf (line, " %s", word);
}

static void
append_promise (GString *line, GRand *rand, guint cluster, int today)
{
  g_autofree char *by = name (rand, 'p', cluster, N_CONTACTS);

  append_day (line, "promise", today + g_rand_int_range (rand, -2, chance (rand, 50) ? 4 : 15));
  if (chance (rand, 70))
    append_day (line, "given", today - (int)pick (rand, 6));
  if (chance (rand, 70))
    g_string_append_printf (line, " by=%s", by);
}

static void
make_contact (GString *line, GRand *rand, guint cluster, int today)
{
  static const char *const tiers[] = { "", "", "tier=monthly", "tier=monthly", "tier=quarterly", NULL };
  static const char *const flags[] = {
    "", "", "", "", "dnc", "user", "heard", "card", "roles=recruiter", "roles=hr", "roles=insider,reviewer", NULL
  };
  g_autofree char *person = name (rand, 'p', cluster, N_CONTACTS);

  g_string_printf (line, "contact %s", person);
  if (chance (rand, 60))
    g_string_append_printf (line, " company=c%u", cluster);
  append_one_of (line, rand, tiers);
  if (chance (rand, 80))
    append_day (line, "since", today - (int)pick (rand, chance (rand, 30) ? 90 : 2));
  append_one_of (line, rand, flags);
}

static void
make_opportunity (GString *line, GRand *rand, guint cluster, int today)
{
  static const char *const kinds[] = { "", "", "", "", "", "informational", "closed", "search=s0", NULL };
  static const char *const outcomes[] = {
    "rejected", "rejected", "rejected", "cancelled", "withdrawn", "accepted", NULL
  };
  g_autofree char *sibling = name (rand, 'o', cluster, N_OPPORTUNITIES);
  g_autofree char *introduction = name (rand, 'n', cluster, N_INTRODUCTIONS);
  g_autofree char *opportunity = name (rand, 'o', cluster, N_OPPORTUNITIES);
  g_autofree char *told = name (rand, 'p', cluster, N_CONTACTS);

  g_string_printf (line, "opportunity %s", opportunity);
  if (chance (rand, 80))
    g_string_append_printf (line, " company=c%u", cluster);
  append_one_of (line, rand, kinds);
  if (chance (rand, 30))
    append_day (line, "added", today - (int)pick (rand, 20));
  if (chance (rand, 40))
    append_day (line, "applied", today - (int)pick (rand, 20));
  if (chance (rand, 10))
    g_string_append_printf (line, " sibling=%s", sibling);
  if (chance (rand, 15))
    g_string_append_printf (line, " introduction=%s", introduction);
  if (chance (rand, 15))
    append_day (line, "offer", today + (int)pick (rand, 10));
  if (chance (rand, 15))
    append_day (line, "received", today - (int)pick (rand, 10));
  if (chance (rand, 40))
    append_promise (line, rand, cluster, today);
  if (chance (rand, 40))
    {
      g_string_append_printf (line, " outcome=%s", outcomes[pick (rand, 6)]);
      append_day (line, "on", today - (int)pick (rand, chance (rand, 20) ? 25 : 3));
      if (chance (rand, 50))
        g_string_append_printf (line, " told=%s", told);
    }
}

static void
make_interview (GString *line, GRand *rand, guint cluster, gint64 now)
{
  static const char *const kinds[] = { "",          "",        "",        "",        "",        "informational", "mock",
                                       "cancelled", "no-show", "no-show", "written", "written", "stories",       NULL };
  g_autofree char *interview = name (rand, 'i', cluster, N_INTERVIEWS);
  g_autofree char *opportunity = name (rand, 'o', cluster, N_OPPORTUNITIES);
  gint64 start = now + g_rand_int_range (rand, -12 * 1440, 4 * 1440);

  if (chance (rand, 40))
    start -= start % 1440; /* so that some end together */
  g_string_printf (line, "interview %s", interview);
  if (chance (rand, 85))
    g_string_append_printf (line, " of=%s", opportunity);
  else if (chance (rand, 50))
    g_string_append_printf (line, " company=c%u", cluster);
  if (chance (rand, 40))
    append_day (line, "booked", onward_wall_day (now) - (int)pick (rand, 10));
  append_instant (line, "at", start);
  if (chance (rand, 80))
    append_instant (line, "until", start + g_rand_int_range (rand, 15, 300));
  append_one_of (line, rand, kinds);
  if (chance (rand, 30))
    append_promise (line, rand, cluster, onward_wall_day (now));
}

static void
make_touch (GString *line, GRand *rand, guint cluster, gint64 now)
{
  static const char *const kinds[] = { "kind=thank-you",
                                       "kind=thank-you",
                                       "kind=decision-check-in",
                                       "kind=decision-check-in",
                                       "kind=keep-in-touch",
                                       "kind=rejection-thank-you",
                                       "kind=rejection-thank-you",
                                       "kind=verify-names",
                                       "kind=prep-names",
                                       "kind=no-show",
                                       "kind=second-check-in",
                                       "kind=application-nudge",
                                       "kind=connection-note",
                                       "kind=other-openings",
                                       "kind=reapply",
                                       "kind=thank-introducer",
                                       "kind=thank-for-feedback",
                                       "in",
                                       "in",
                                       "in",
                                       "",
                                       NULL };
  g_autofree char *touch = name (rand, 't', cluster, N_TOUCHES);
  g_autofree char *first = name (rand, 'p', cluster, N_CONTACTS);
  g_autofree char *second = name (rand, 'p', cluster, N_CONTACTS);
  g_autofree char *opportunity = name (rand, 'o', cluster, N_OPPORTUNITIES);
  g_autofree char *interview = name (rand, 'i', cluster, N_INTERVIEWS);

  g_string_printf (line, "touch %s to=%s", touch, first);
  if (chance (rand, 20) && strcmp (first, second) != 0)
    g_string_append_printf (line, ",%s", second);
  append_instant (line, "at", now - (chance (rand, 50) ? pick (rand, 600) : pick (rand, 20 * 1440)));
  append_one_of (line, rand, kinds);
  if (chance (rand, 30))
    g_string_append_printf (line, " of=%s", opportunity);
  else if (chance (rand, 20))
    g_string_append_printf (line, " interview=%s", interview);
}

static void
make_role (GString *line, GRand *rand, guint cluster)
{
  static const char *const roles[] = { "recruiter",   "recruiter", "hiring-manager",
                                       "coordinator", "insider",   "interviewer",
                                       "hr",          NULL };
  static const char *const flags[] = { "", "", "", "absent", "heard", "heard", "card", "clicked", "rapport=4", NULL };
  g_autofree char *opportunity = name (rand, 'o', cluster, N_OPPORTUNITIES);
  g_autofree char *interview = name (rand, 'i', cluster, N_INTERVIEWS);
  g_autofree char *person = name (rand, 'p', cluster, N_CONTACTS);

  if (chance (rand, 50))
    g_string_printf (line, "person %s %s %s", opportunity, person, roles[pick (rand, 7)]);
  else
    {
      g_string_printf (line, "part %s %s %s", interview, person, roles[pick (rand, 7)]);
      append_one_of (line, rand, flags);
    }
}

static void
make_introduction (GString *line, GRand *rand, guint cluster, int today)
{
  static const char *const states[] = { "", "", "", "asked", "granted", NULL };
  g_autofree char *introduction = name (rand, 'n', cluster, N_INTRODUCTIONS);
  g_autofree char *by = name (rand, 'p', cluster, N_CONTACTS);
  g_autofree char *to = name (rand, 'p', cluster, N_CONTACTS);
  g_autofree char *opportunity = name (rand, 'o', cluster, N_OPPORTUNITIES);

  g_string_printf (line, "introduction %s by=%s", introduction, by);
  if (chance (rand, 70))
    g_string_append_printf (line, " to=%s", to);
  if (chance (rand, 40))
    g_string_append_printf (line, " of=%s", opportunity);
  if (chance (rand, 90))
    append_day (line, "on", today - (int)pick (rand, 10));
  append_one_of (line, rand, states);
}

static void
make_feedback (GString *line, GRand *rand, guint cluster, int today)
{
  static const char *const sources[] = { "source=interviewer", "source=insider", "source=recruiter", "", NULL };
  g_autofree char *feedback = name (rand, 'f', cluster, 2);
  g_autofree char *from = name (rand, 'p', cluster, N_CONTACTS);
  g_autofree char *opportunity = name (rand, 'o', cluster, N_OPPORTUNITIES);
  g_autofree char *interview = name (rand, 'i', cluster, N_INTERVIEWS);

  g_string_printf (line, "feedback %s from=%s", feedback, from);
  append_one_of (line, rand, sources);
  if (chance (rand, 40))
    g_string_append_printf (line, " of=%s", opportunity);
  else if (chance (rand, 60))
    g_string_append_printf (line, " interview=%s", interview);
  append_day (line, "on", today - (int)pick (rand, 5));
}

/* What a company wants between applications, a stage, or an announcement run. */
static void
make_rest (GString *line, GRand *rand, guint cluster, gint64 now)
{
  static const char *const coolings[] = { "cooling=1", "cooling=6 not-interested", "cooling=0", "", NULL };
  g_autofree char *opportunity = name (rand, 'o', cluster, N_OPPORTUNITIES);

  if (chance (rand, 40))
    {
      g_string_printf (line, "company c%u", cluster);
      append_one_of (line, rand, coolings);
      if (chance (rand, 30))
        append_day (line, "until", onward_wall_day (now) + (int)pick (rand, 30));
    }
  else if (chance (rand, 70))
    {
      g_string_printf (line, "stage e%u%u of=%s", cluster, pick (rand, 2), opportunity);
      append_instant (line, "at", now - (int)pick (rand, 10 * 1440));
    }
  else
    g_string_printf (line, "run r%u of=%s%s", cluster, opportunity, chance (rand, 50) ? " finished" : "");
}

static void
make_setting (GString *line, GRand *rand, int today)
{
  static const char *const settings[] = { "alert 08:00 20:00",
                                          "alert 10:30 24:00",
                                          "alert 00:00 01:00",
                                          "alert 06:00 08:15",
                                          "works every-day",
                                          "works 1,2,3,4,5",
                                          "works 3",
                                          "set thank_you=48h",
                                          "set thank_you=same-day per_day=1",
                                          "set per_day=1 history_days=3",
                                          "set per_day=2 history_days=30",
                                          "rule thank-you off",
                                          "rule thank-you on",
                                          "rule keep-in-touch days=3,10,20",
                                          "rule keep-in-touch days=0,0,0",
                                          "rule decision-check-in days=2",
                                          "rule rejection-thank-you days=0",
                                          "rule prep-stories days=0",
                                          "rule answer-offer days=1,2",
                                          "rule second-check-in days=2",
                                          "rule close-as-silent days=6",
                                          "rule application-nudge days=3",
                                          "rule connection-note days=1",
                                          "rule other-openings off",
                                          "rule announce-job days=20",
                                          "rule thank-introducer days=0" };

  if (chance (rand, 20))
    {
      g_string_assign (line, "search s0");
      append_day (line, "ended", today + g_rand_int_range (rand, -3, 5));
    }
  else if (chance (rand, 20))
    g_string_printf (line, "zone %s", zones[pick (rand, G_N_ELEMENTS (zones))]);
  else
    g_string_assign (line, settings[pick (rand, G_N_ELEMENTS (settings))]);
}

static void
make_deed (GString *line, GRand *rand, OnwardWorld *world, gint64 now)
{
  static const char *const deeds[] = { "done", "skip", "move", "snooze" };
  const OnwardStoredFact *row = world->rows->len > 0 ? world->rows->pdata[pick (rand, world->rows->len)] : NULL;
  const char *deed = deeds[pick (rand, 4)];
  char when[ONWARD_WALL_SIZE];

  if (!row || row->state != ONWARD_STATE_OPEN)
    return;
  g_string_printf (line, "do %s %s", deed, row->key);
  if (deed[0] == 'm' || deed[1] == 'n')
    g_string_append_printf (line, " %s", onward_wall_format (now + g_rand_int_range (rand, 10, 20 * 1440), when));
}

static void
make_drop (GString *line, GRand *rand, OnwardWorld *world)
{
  const char *victim = world->lines->pdata[pick (rand, world->lines->len)];
  g_auto (GStrv) words = g_strsplit (victim, " ", -1);
  guint n = g_str_has_prefix (victim, "person") || g_str_has_prefix (victim, "part") ? 3 : 2;

  if (!strstr ("person part touch interview opportunity introduction feedback stage run", words[0]))
    return;
  g_string_assign (line, "drop");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (line, " %s", words[i]);
}

/* The lines of a world in which nothing has happened yet. */
static GPtrArray *
begin_history (GRand *rand)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func (g_free);
  int day;
  char now[ONWARD_WALL_SIZE];

  onward_day_parse (starts[pick (rand, G_N_ELEMENTS (starts))], &day);
  onward_wall_format (onward_wall_at (day + (int)pick (rand, 30), (int)pick (rand, 1440)), now);
  g_ptr_array_add (steps, g_strdup_printf ("zone %s", zones[pick (rand, G_N_ELEMENTS (zones))]));
  g_ptr_array_add (steps, g_strdup_printf ("now %s", now));
  for (guint cluster = 0; cluster < N_CLUSTERS; cluster++)
    {
      g_ptr_array_add (steps, g_strdup_printf ("company c%u", cluster));
      if (chance (rand, 40))
        g_ptr_array_add (steps, g_strdup_printf ("person o%u0 p%u0 recruiter", cluster, cluster));
      if (chance (rand, 40))
        g_ptr_array_add (steps, g_strdup_printf ("person o%u1 p%u0 recruiter", cluster, cluster));
    }
  return steps;
}

/* What happens next; may be empty. */
static char *
make_step (GRand *rand, OnwardWorld *world)
{
  GString *line = g_string_new (NULL);
  guint cluster = chance (rand, 75) ? 0 : pick (rand, N_CLUSTERS), what = pick (rand, 100);
  gint64 now = get_now (world);
  int today = onward_wall_day (now);
  char when[ONWARD_WALL_SIZE];

  if (what < 10)
    make_contact (line, rand, cluster, today);
  else if (what < 24)
    make_opportunity (line, rand, cluster, today);
  else if (what < 36)
    make_interview (line, rand, cluster, now);
  else if (what < 50)
    make_role (line, rand, cluster);
  else if (what < 64)
    make_touch (line, rand, cluster, now);
  else if (what < 68)
    make_introduction (line, rand, cluster, today);
  else if (what < 71)
    make_feedback (line, rand, cluster, today);
  else if (what < 74)
    make_rest (line, rand, cluster, now);
  else if (what < 77)
    make_setting (line, rand, today);
  else if (what < 86)
    make_deed (line, rand, world, now);
  else if (what < 89)
    make_drop (line, rand, world);
  else
    g_string_printf (line, "now %s",
                     onward_wall_format (now + g_rand_int_range (rand, 1, chance (rand, 40) ? 7 * 1440 : 500), when));
  return g_string_free (line, FALSE);
}

/* Takes a step; FALSE when it makes no sense in this world, as after shrinking. */
static gboolean
apply_step (OnwardWorld *world, const char *step)
{
  g_auto (GStrv) words = g_strsplit (step, " ", -1);
  OnwardStoredFact *row;

  if (!*step)
    return FALSE;
  if (g_str_has_prefix (step, "drop "))
    return onward_world_drop (world, step + 5);
  if (!g_str_has_prefix (step, "do "))
    {
      onward_world_set (world, step);
      return TRUE;
    }
  row = onward_world_get_row (world, words[2]);
  if (!row || row->state != ONWARD_STATE_OPEN)
    return FALSE;
  onward_world_act (world, step + 3);
  return TRUE;
}

static char *
take_step (const OnwardHistoryTest *test, OnwardWorld *world, const char *step)
{
  g_autoptr (OnwardWorld) past = onward_world_copy (world), before = NULL;

  /* Whoever the prelude names stays. */
  if (test->prelude
      && (g_str_has_prefix (step, "drop opportunity") || g_str_has_prefix (step, "drop interview")
          || g_str_has_prefix (step, "drop introduction")))
    return NULL;
  if (!apply_step (world, step))
    return NULL;
  before = onward_world_copy (world);
  onward_world_reconcile (world);
  return test->check (past, before, world, step);
}

/* Plays the steps but for those in [from, to); returns what is broken. */
static char *
play_without (const OnwardHistoryTest *test, GPtrArray *steps, guint from, guint to)
{
  g_autoptr (OnwardWorld) world = onward_world_new (test->prelude ? test->prelude : "");
  char *broken = NULL;

  for (guint i = 0; i < steps->len && !broken; i++)
    if (i < from || i >= to)
      broken = take_step (test, world, steps->pdata[i]);
  return broken;
}

/* Takes out runs of steps, shorter and shorter, as long as something stays broken. */
static void
shrink (const OnwardHistoryTest *test, GPtrArray *steps)
{
  for (guint length = MAX (steps->len / 2, 1); length > 0;)
    {
      gboolean smaller = FALSE;

      for (guint from = 0; from + length <= steps->len;)
        {
          g_autofree char *broken = play_without (test, steps, from, from + length);

          if (broken)
            g_ptr_array_remove_range (steps, from, length);
          else
            from++;
          smaller |= broken != NULL;
        }
      if (!smaller)
        length /= 2;
    }
}

static void
report (const OnwardHistoryTest *test, GPtrArray *steps, guint32 seed)
{
  g_autofree char *broken = NULL;
  GString *text = g_string_new (test->prelude);

  shrink (test, steps);
  broken = play_without (test, steps, 0, 0);
  for (guint i = 0; i < steps->len; i++)
    g_string_append_printf (text, "%s\n", (char *)steps->pdata[i]);
  g_error ("%s (history %u): %s\nthe smallest history:\n%s", test->name, seed, broken, text->str);
}

static void
run_history (const OnwardHistoryTest *test, guint32 seed)
{
  GRand *rand = g_rand_new_with_seed (seed);
  g_autoptr (GPtrArray) steps = begin_history (rand);
  g_autoptr (OnwardWorld) world = onward_world_new (test->prelude ? test->prelude : "");

  for (guint taken = 0; taken < test->n_steps || taken < steps->len; taken++)
    {
      g_autofree char *broken = NULL;

      if (taken == steps->len)
        g_ptr_array_add (steps, make_step (rand, world));
      broken = take_step (test, world, steps->pdata[taken]);
      if (broken)
        report (test, steps, seed);
    }
  g_rand_free (rand);
}

/* How many histories to try: ONWARD_HISTORIES, else the number for a normal run. */
guint
onward_history_count (guint normal)
{
  const char *text = g_getenv ("ONWARD_HISTORIES");

  return text ? (guint)g_ascii_strtoull (text, NULL, 10) : normal;
}

/* Makes up histories and checks every step of each. */
void
onward_history_run (const OnwardHistoryTest *test)
{
  for (guint n = 0; n < test->n_histories; n++)
    run_history (test, (guint32)g_test_rand_int ());
}
