/* random-commands-work.c - commands about the pipeline, interviews, follow-ups and what is sent */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-commands.h"

#include "playbook/onward-settings.h"
#include "playbook/onward-wall.h"
#include "store/onward-interview-alerts.h"
#include "store/onward-announcement-runs.h"
#include "store/onward-follow-up-batch.h"
#include "store/onward-follow-up-change.h"
#include "store/onward-interview-move.h"
#include "store/onward-interviews.h"
#include "store/onward-kept-drafts.h"
#include "store/onward-offers.h"
#include "store/onward-opportunities.h"
#include "store/onward-opportunity-batch.h"
#include "store/onward-opportunity-people.h"
#include "store/onward-own-follow-ups.h"
#include "store/onward-outcome-plan.h"
#include "store/onward-questions.h"
#include "store/onward-sent.h"
#include "store/onward-settings-store.h"
#include "store/onward-stage-edits.h"
#include "store/onward-start.h"

#define CHANCE(one_in) (g_rand_int_range (rand, 0, one_in) == 0)
#define ONE_OF(...)    pick_word (rand, (const char *const[]){ __VA_ARGS__, NULL })

static char *
pick_word (GRand *rand, const char *const *words)
{
  return g_strdup (words[g_rand_int_range (rand, 0, g_strv_length ((char **)words))]);
}

/* A row of `table WHERE …`, 0 when there is none. */
gint64
pick_row (OnwardStore *store, GRand *rand, const char *from)
{
  OnwardConnection *connection = onward_store_get_connection (store);
  g_autofree char *count_sql = g_strdup_printf ("SELECT count (*) FROM %s", from);
  g_autofree char *sql = NULL;
  gint64 n = onward_connection_read_int (connection, count_sql, 0);

  if (n == 0)
    return 0;
  sql = g_strdup_printf ("SELECT id FROM %s ORDER BY id LIMIT 1 OFFSET %d", from, g_rand_int_range (rand, 0, (int)n));
  return onward_connection_read_int (connection, sql, 0);
}

char *
make_words (GRand *rand)
{
  return g_strdup_printf ("%s %d", ((const char *[]){ "Ines", "Bench", "Zoë", "kayak" })[g_rand_int_range (rand, 0, 4)],
                          g_rand_int_range (rand, 0, 1000000));
}

char *
make_day (GRand *rand)
{
  return g_strdup_printf ("2026-%02d-%02d", g_rand_int_range (rand, 1, 7), g_rand_int_range (rand, 1, 28));
}

static char *
make_moment (GRand *rand)
{
  g_autofree char *day = make_day (rand);

  return g_strconcat (day, CHANCE (2) ? "T09:00" : "T15:30", NULL);
}

static gpointer
add_opportunity (OnwardStore *store, GRand *rand)
{
  OnwardNewOpportunity *data = g_new0 (OnwardNewOpportunity, 1);

  data->company = make_words (rand);
  data->title = make_words (rand);
  data->kind = g_strdup ("role");
  data->stage = pick_row (store, rand, "stages");
  data->applied_on = CHANCE (2) ? make_day (rand) : NULL;
  return data;
}

static gpointer
edit_opportunity (OnwardStore *store, GRand *rand)
{
  gint64 id = pick_row (store, rand, "opportunities");
  g_autofree char *day = make_day (rand);
  g_autofree char *words = make_words (rand);

  switch (g_rand_int_range (rand, 0, 3))
    {
    case 0:
      return onward_opportunity_edit_new (id, "title", words);
    case 1:
      return onward_opportunity_edit_new (id, "promise.on", day);
    default:
      return onward_opportunity_edit_new (id, "applied_on", day);
    }
}

static gpointer
move_opportunity (OnwardStore *store, GRand *rand)
{
  OnwardMove *data = g_new0 (OnwardMove, 1);

  data->opportunity = pick_row (store, rand, "opportunities");
  data->stage = pick_row (store, rand, "stages");
  return data;
}

static OnwardOutcomeChange *
make_outcome (OnwardStore *store, GRand *rand)
{
  OnwardOutcomeChange *data = g_new0 (OnwardOutcomeChange, 1);

  data->opportunity = pick_row (store, rand, "opportunities");
  /* Telling everyone needs one that was accepted; it may be closed otherwise, or gone, since. */
  data->kind = pick_row (store, rand, "opportunities WHERE outcome_kind = 'accepted'") == 0
                   ? g_strdup ("accepted")
                   : ONE_OF ("rejected", "cancelled", "withdrawn", "accepted");
  data->on = make_day (rand);
  data->still_interested = g_rand_int_range (rand, -1, 2);
  return data;
}

static gpointer
set_outcome (OnwardStore *store, GRand *rand)
{
  return make_outcome (store, rand);
}

static gpointer
keep_outcome_plan (OnwardStore *store, GRand *rand)
{
  gint64 id = pick_row (store, rand, "opportunities WHERE outcome_kind IS NULL");
  OnwardOutcomePlan *plan;
  g_autoptr (GError) error = NULL;

  if (id == 0)
    return NULL;
  plan = onward_outcome_plan_new (id, "rejected");
  g_free (plan->outcome->on);
  plan->outcome->on = g_strdup ("2026-03-02");
  onward_outcome_plan_add_person (plan, pick_row (store, rand, "contacts"), "quarterly");
  onward_store_run (store, NULL, onward_outcome_plan_preview, plan, &error);
  g_assert_no_error (error);
  if (plan->steps->len > 0)
    onward_outcome_plan_skip (plan, ((OnwardStep *)plan->steps->pdata[0])->key);
  if (plan->steps->len > 1)
    onward_outcome_plan_move (plan, ((OnwardStep *)plan->steps->pdata[1])->key,
                              ((OnwardStep *)plan->steps->pdata[1])->day + 3);
  return plan;
}

static gpointer
change_people (OnwardStore *store, GRand *rand)
{
  OnwardPartChange *data = g_new0 (OnwardPartChange, 1);
  gint64 part = pick_row (store, rand, "opportunity_people WHERE contact IS NOT NULL");

  data->remove = part != 0 && CHANCE (2);
  if (data->remove)
    {
      g_autofree char *of = g_strdup_printf ("SELECT opportunity FROM opportunity_people WHERE id = %d", (int)part);
      g_autofree char *who = g_strdup_printf ("SELECT contact FROM opportunity_people WHERE id = %d", (int)part);

      data->opportunity = onward_connection_read_int (onward_store_get_connection (store), of, 0);
      data->contact = onward_connection_read_int (onward_store_get_connection (store), who, 0);
      return data;
    }
  data->opportunity = pick_row (store, rand, "opportunities");
  data->role = ONE_OF ("hr", "insider", "interviewer");
  if (CHANCE (2))
    data->name = make_words (rand);
  else
    data->contact = pick_row (store, rand, "contacts");
  return data;
}

static gpointer
save_interview (OnwardStore *store, GRand *rand)
{
  OnwardInterviewEdit *data = onward_interview_edit_new ();
  int day = g_rand_int_range (rand, 10, 28);

  data->id = CHANCE (2) ? pick_row (store, rand, "interviews") : 0;
  data->opportunity = CHANCE (4) ? 0 : pick_row (store, rand, "opportunities");
  if (data->opportunity == 0 && CHANCE (2))
    data->company_name = make_words (rand);
  else if (data->opportunity == 0)
    data->company = pick_row (store, rand, "companies");
  data->stage = CHANCE (2) ? pick_row (store, rand, "stages") : 0;
  data->kind = g_strdup ("onsite");
  data->join_url = CHANCE (2) ? g_strdup ("https://call.example/1") : NULL;
  data->status = CHANCE (3) ? g_strdup ("cancelled") : NULL;
  data->starts_at = g_strdup_printf ("2026-0%d-%dT10:00:00+01:00", g_rand_int_range (rand, 1, 4), day);
  data->zone = g_strdup ("Europe/Amsterdam");
  for (int i = g_rand_int_range (rand, 0, 4); i > 0; i--)
    {
      g_autofree char *name = make_words (rand);

      g_ptr_array_add (data->people, onward_person_edit_new (CHANCE (2) ? pick_row (store, rand, "contacts") : 0, name,
                                                             "interviewer"));
    }
  return data;
}

static gpointer
remove_interview (OnwardStore *store, GRand *rand)
{
  gint64 id = pick_row (store, rand, "interviews");

  return id != 0 ? g_memdup2 (&id, sizeof id) : NULL;
}

static gpointer
save_questions (OnwardStore *store, GRand *rand)
{
  g_autoptr (GPtrArray) questions = g_ptr_array_new_with_free_func ((GDestroyNotify)onward_question_free);
  g_autofree char *words = make_words (rand);
  gint64 id = pick_row (store, rand, "interviews");

  g_ptr_array_add (questions, onward_question_new (words, CHANCE (2)));
  ((OnwardQuestion *)questions->pdata[0])->rating = g_rand_int_range (rand, 0, 6);
  return id != 0 ? onward_questions_edit_new (id, questions) : NULL;
}

static gpointer
set_status (OnwardStore *store, GRand *rand)
{
  static const char *const states[] = { "scheduled", "held", "cancelled", "no-show" };
  OnwardInterviewStatusChange *data = g_new0 (OnwardInterviewStatusChange, 1);

  data->interview = pick_row (store, rand, "interviews");
  data->status = states[g_rand_int_range (rand, 0, G_N_ELEMENTS (states))];
  return data;
}

static gpointer
move_interview (OnwardStore *store, GRand *rand)
{
  OnwardInterviewMove *data = g_new0 (OnwardInterviewMove, 1);

  data->interview = pick_row (store, rand, "interviews");
  data->starts_at = 1772442000 + (gint64)g_rand_int_range (rand, -400, 4000) * 900;
  data->ends_at = data->starts_at + g_rand_int_range (rand, 1, 9) * 900;
  return data;
}

static gpointer
write_debrief (OnwardStore *store, GRand *rand)
{
  OnwardDebriefEdit *data = onward_debrief_edit_new (pick_row (store, rand, "interviews"));
  g_autofree char *name = make_words (rand);
  OnwardPersonEdit *person = onward_person_edit_new (pick_row (store, rand, "contacts"), name, "interviewer");

  person->attended = person->clicked = TRUE;
  person->hook = CHANCE (2) ? make_words (rand) : NULL;
  person->memorable = CHANCE (2) ? make_words (rand) : NULL;
  person->missed_point = make_words (rand);
  g_ptr_array_add (data->people, person);
  data->promise_on = make_day (rand);
  data->well[0] = make_words (rand);
  data->let_go_of = make_words (rand);
  data->by_the_book = CHANCE (2);
  data->written = data->keep_in_touch = TRUE;
  return data;
}

static gpointer
save_offer (OnwardStore *store, GRand *rand)
{
  OnwardOffer *data = onward_offer_new (pick_row (store, rand, "opportunities"));

  data->received_on = make_day (rand);
  data->answer_by = make_moment (rand);
  data->amount = make_words (rand);
  data->notes = make_words (rand);
  onward_day_parse ("2026-03-05", &data->ask_on);
  data->ask = pick_row (store, rand, "contacts");
  data->ask_title = make_words (rand);
  return data;
}

static gpointer
change_follow_up (OnwardStore *store, GRand *rand)
{
  gint64 id = pick_row (store, rand, "follow_ups WHERE state = 'open'");
  g_autofree char *moment = make_moment (rand);

  if (id == 0)
    return NULL;
  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      return onward_follow_up_change_done (id, NULL);
    case 1:
      return onward_follow_up_change_skip (id);
    case 2:
      return onward_follow_up_change_snooze (id, moment);
    default:
      return onward_follow_up_change_move (id, moment);
    }
}

static gpointer
save_own_follow_up (OnwardStore *store, GRand *rand)
{
  OnwardOwnFollowUp *own = g_new0 (OnwardOwnFollowUp, 1);

  own->id = CHANCE (2) ? pick_row (store, rand, "follow_ups WHERE state = 'open' AND rule = 'manual'") : 0;
  own->title = make_words (rand);
  own->contact = CHANCE (2) ? pick_row (store, rand, "contacts") : 0;
  own->name = CHANCE (4) ? make_words (rand) : NULL;
  own->opportunity = CHANCE (2) ? pick_row (store, rand, "opportunities") : 0;
  own->day = onward_day_from_civil (2026, g_rand_int_range (rand, 1, 7), g_rand_int_range (rand, 1, 28));
  own->minutes = g_rand_int_range (rand, 0, 24 * 60);
  own->note = CHANCE (2) ? make_words (rand) : NULL;
  return own;
}

static gpointer
remove_own_follow_up (OnwardStore *store, GRand *rand)
{
  gint64 id = pick_row (store, rand, "follow_ups WHERE state = 'open' AND rule = 'manual'");

  return id != 0 ? g_memdup2 (&id, sizeof id) : NULL;
}

/* Up to three of them, put off or left. */
static gpointer
change_follow_ups (OnwardStore *store, GRand *rand)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify)onward_follow_up_change_free);
  gint64 last = 0;

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *from = g_strdup_printf ("follow_ups WHERE state = 'open' AND id > %d", (int)last);
      g_autofree char *moment = make_moment (rand);
      gint64 id = pick_row (store, rand, from);

      if (id == 0)
        break;
      last = id;
      g_ptr_array_add (changes,
                       CHANCE (2) ? onward_follow_up_change_skip (id) : onward_follow_up_change_snooze (id, moment));
    }
  return changes;
}

/* A draft that becomes the message, if there is one. */
static gpointer
write_sent (OnwardStore *store, GRand *rand)
{
  OnwardConnection *connection = onward_store_get_connection (store);
  OnwardSent *data = g_new0 (OnwardSent, 1);
  gint64 draft = pick_row (store, rand, "drafts WHERE touch IS NULL");
  g_autofree char *of = g_strdup_printf ("SELECT follow_up FROM drafts WHERE id = %d", (int)draft);
  g_autofree char *to = g_strdup_printf ("SELECT contact FROM drafts WHERE id = %d", (int)draft);

  data->contact = onward_connection_read_int (connection, to, 0);
  if (data->contact == 0)
    data->contact = pick_row (store, rand, "contacts");
  data->follow_up = data->draft_of = onward_connection_read_int (connection, of, 0);
  data->channel = g_strdup ("email");
  data->kind = g_strdup ("other");
  data->body = make_words (rand);
  return data;
}

/* Somebody has begun to write to everybody who is owed something; that is never a step of Undo. */
void
keep_drafts (OnwardStore *store)
{
  g_autoptr (OnwardStatement) rows =
      onward_connection_prepare (onward_store_get_connection (store),
                                 "SELECT id, contact FROM follow_ups WHERE state = 'open' AND contact > 0", NULL);
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify)onward_kept_draft_free);

  while (onward_statement_step (rows, NULL))
    g_ptr_array_add (
        drafts, onward_kept_draft_new (onward_statement_get_int (rows, 0), onward_statement_get_int (rows, 1), "{}"));
  for (guint i = 0; i < drafts->len; i++)
    g_assert_true (onward_store_run (store, NULL, onward_kept_drafts_keep, drafts->pdata[i], NULL));
}

static gpointer
make_announcement (OnwardStore *store, GRand *rand)
{
  gint64 id = pick_row (store, rand, "opportunities WHERE outcome_kind = 'accepted'");
  OnwardAnnouncement *data;
  gint64 untold;

  if (id == 0)
    return NULL;
  /* Who is told and has no tier is offered one afterwards. */
  untold = pick_row (store, rand, "contacts WHERE coalesce (tier, 'none') = 'none'");
  data = onward_announcement_new (id, untold != 0 ? untold : pick_row (store, rand, "contacts"));
  onward_set_text (&data->channel, "email");
  return data;
}

static gpointer
put_back (OnwardStore *store, GRand *rand)
{
  gint64 id = pick_row (store, rand, "run_excluded");
  g_autofree char *of = g_strdup_printf ("SELECT r.opportunity FROM announcement_runs r JOIN run_excluded e ON"
                                         " e.announcement_run = r.id WHERE e.id = %d",
                                         (int)id);
  g_autofree char *who = g_strdup_printf ("SELECT contact FROM run_excluded WHERE id = %d", (int)id);
  OnwardConnection *connection = onward_store_get_connection (store);

  return id == 0 ? NULL
                 : onward_announcement_new (onward_connection_read_int (connection, of, 0),
                                            onward_connection_read_int (connection, who, 0));
}

static gpointer
set_tiers (OnwardStore *store, GRand *rand)
{
  gint64 id = pick_row (store, rand, "opportunities WHERE outcome_kind = 'accepted'");
  OnwardAnnounceTiers *data;

  if (id == 0)
    return NULL;
  data = g_new0 (OnwardAnnounceTiers, 1);
  data->opportunity = id;
  for (guint i = 0; i < ONWARD_N_ANNOUNCE_GROUPS; i++)
    data->tiers[i] = CHANCE (2) ? "yearly" : "quarterly";
  return data;
}

static gpointer
choose_minutes (OnwardStore *store, GRand *rand)
{
  GArray *minutes = g_array_new (FALSE, FALSE, sizeof (int));

  for (int n = g_rand_int_range (rand, 0, 3); n > 0; n--)
    {
      int value = g_rand_int_range (rand, 0, ONWARD_INTERVIEW_ALERT_LONGEST);

      g_array_append_val (minutes, value);
    }
  return minutes;
}

static gpointer
save_settings (OnwardStore *store, GRand *rand)
{
  OnwardSettings *data = g_new0 (OnwardSettings, 1);

  onward_settings_init (data);
  data->thank_you = g_rand_int_range (rand, 0, 3);
  data->history_days = g_rand_int_range (rand, 1, 60);
  data->keep_in_touch_per_day = g_rand_int_range (rand, 1, 5);
  for (guint i = 0; i < ONWARD_N_RULES; i++)
    data->rules[i].enabled = !CHANCE (4);
  return data;
}

#define SHOWN "stages WHERE " ONWARD_STAGE_IS_SHOWN

/* Of one stage: each command reads of it what it needs. */
static gpointer
edit_stage (OnwardStore *store, GRand *rand)
{
  g_autofree char *name = make_words (rand);
  OnwardStageEdit *data = onward_stage_edit_new (pick_row (store, rand, SHOWN), name);

  data->after = CHANCE (4) ? 0 : pick_row (store, rand, SHOWN);
  data->to = pick_row (store, rand, SHOWN);
  return data;
}

/* There are others when it is gone. */
static gpointer
remove_stage (OnwardStore *store, GRand *rand)
{
  return CHANCE (3) ? edit_stage (store, rand) : NULL;
}

static gpointer
make_batch (OnwardStore *store, GRand *rand)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  OnwardBatch *data;

  for (int i = g_rand_int_range (rand, 1, 5); i > 0; i--)
    {
      gint64 id = pick_row (store, rand, "opportunities");

      g_array_append_val (ids, id);
    }
  data = onward_batch_new (ids);
  data->stage = pick_row (store, rand, SHOWN);
  data->place = CHANCE (2);
  data->after = pick_row (store, rand, "opportunities");
  data->outcome = ONE_OF ("rejected", "withdrawn", "no-response");
  return data;
}

/* The same struct wherever nothing is asked for. */
static gpointer
make_nothing (OnwardStore *store, GRand *rand)
{
  return g_new0 (char, 1);
}

const RandomCommand random_commands_about_work[] = {
  { "onward_opportunities_add", onward_opportunities_add, add_opportunity,
    (GDestroyNotify)onward_new_opportunity_free },
  { "onward_opportunities_edit", onward_opportunities_edit, edit_opportunity,
    (GDestroyNotify)onward_opportunity_edit_free },
  { "onward_opportunities_move", onward_opportunities_move, move_opportunity, g_free },
  { "onward_opportunities_set_outcome", onward_opportunities_set_outcome, set_outcome,
    (GDestroyNotify)onward_outcome_change_free },
  { "onward_outcome_plan_keep", onward_outcome_plan_keep, keep_outcome_plan, (GDestroyNotify)onward_outcome_plan_free },
  { "onward_opportunities_change_people", onward_opportunities_change_people, change_people,
    (GDestroyNotify)onward_part_change_free },
  { "onward_interviews_save", onward_interviews_save, save_interview, (GDestroyNotify)onward_interview_edit_free },
  { "onward_interviews_remove", onward_interviews_remove, remove_interview, g_free },
  { "onward_questions_save", onward_questions_save, save_questions, (GDestroyNotify)onward_questions_edit_free },
  { "onward_interviews_move", onward_interviews_move, move_interview, g_free },
  { "onward_interviews_set_status", onward_interviews_set_status, set_status, g_free },
  { "onward_interviews_write_debrief", onward_interviews_write_debrief, write_debrief,
    (GDestroyNotify)onward_debrief_edit_free },
  { "onward_offers_save", onward_offers_save, save_offer, (GDestroyNotify)onward_offer_free },
  { "onward_follow_up_change_apply", onward_follow_up_change_apply, change_follow_up,
    (GDestroyNotify)onward_follow_up_change_free },
  { "onward_follow_up_batch_apply", onward_follow_up_batch_apply, change_follow_ups,
    (GDestroyNotify)g_ptr_array_unref },
  { "onward_own_follow_ups_save", onward_own_follow_ups_save, save_own_follow_up,
    (GDestroyNotify)onward_own_follow_up_free },
  { "onward_own_follow_ups_remove", onward_own_follow_ups_remove, remove_own_follow_up, g_free },
  { "onward_sent_write", onward_sent_write, write_sent, (GDestroyNotify)onward_sent_free },
  { "onward_announcement_runs_tell", onward_announcement_runs_tell, make_announcement,
    (GDestroyNotify)onward_announcement_free },
  { "onward_announcement_runs_exclude", onward_announcement_runs_exclude, make_announcement,
    (GDestroyNotify)onward_announcement_free },
  { "onward_announcement_runs_put_back", onward_announcement_runs_put_back, put_back,
    (GDestroyNotify)onward_announcement_free },
  { "onward_announcement_runs_finish", onward_announcement_runs_finish, make_announcement,
    (GDestroyNotify)onward_announcement_free },
  { "onward_announcement_runs_set_tiers", onward_announcement_runs_set_tiers, set_tiers, g_free },
  { "onward_settings_store_save", onward_settings_store_save, save_settings, g_free },
  { "onward_interview_alerts_set_minutes", onward_interview_alerts_set_minutes, choose_minutes,
    (GDestroyNotify)g_array_unref },
  { "onward_opportunities_move_all", onward_opportunities_move_all, make_batch, (GDestroyNotify)onward_batch_free },
  { "onward_opportunities_close_all", onward_opportunities_close_all, make_batch, (GDestroyNotify)onward_batch_free },
  { "onward_stages_add", onward_stages_add, edit_stage, (GDestroyNotify)onward_stage_edit_free },
  { "onward_stages_rename", onward_stages_rename, edit_stage, (GDestroyNotify)onward_stage_edit_free },
  { "onward_stages_place", onward_stages_place, edit_stage, (GDestroyNotify)onward_stage_edit_free },
  { "onward_stages_remove", onward_stages_remove, remove_stage, (GDestroyNotify)onward_stage_edit_free },
  { NULL },
};

/* Does something only where there is nothing yet. */
const RandomCommand random_commands_at_the_start[] = {
  { "onward_start_search", onward_start_search, make_nothing, g_free },
  { NULL },
};
