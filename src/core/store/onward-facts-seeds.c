/* onward-facts-seeds.c - where the scope of a command begins: at the rows it wrote */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-facts-seeds.h"

#include "model/onward-collections.h"
#include "playbook/onward-rules.h"

#include <string.h>

/* A command that wrote more rows than this is looked at as if it had written all. */
#define MOST_ROWS 500

typedef struct
{
  OnwardConnection *connection;
  gboolean all;
  gint64 first_contact; /* the new contacts, as a range of rows; 0 = none */
  gint64 last_contact;
  guint n_rows;
  GError *error;
} Seeds;

static void
add (Seeds *seeds, OnwardScopeSet set, gint64 id)
{
  if (seeds->error == NULL && id != 0)
    onward_facts_scope_add (seeds->connection, set, id, &seeds->error);
}

static gboolean
is_text_same (const char *a, const char *b)
{
  return g_strcmp0 (a, b) == 0;
}

/* A new contact asks for something only by a tier, or by what they are at their company; what else they have to do with
 * was written too. Of one that was there, the notes do not count. */
static void
add_contact (Seeds *seeds, gint64 id, const OnwardContact *before, const OnwardContact *now)
{
  if (before == NULL)
    {
      seeds->first_contact = seeds->first_contact == 0 ? id : MIN (seeds->first_contact, id);
      seeds->last_contact = MAX (seeds->last_contact, id);
      return;
    }
  seeds->n_rows++;
  if (now != NULL && is_text_same (before->name, now->name) && before->company == now->company
      && is_text_same (before->emails, now->emails) && is_text_same (before->phones, now->phones)
      && is_text_same (before->urls, now->urls) && is_text_same (before->address, now->address)
      && is_text_same (before->roles, now->roles) && is_text_same (before->tier, now->tier)
      && is_text_same (before->tier_since, now->tier_since)
      && is_text_same (before->preferred_channel, now->preferred_channel)
      && before->do_not_contact == now->do_not_contact && is_text_same (before->name_verified, now->name_verified))
    return;
  add (seeds, ONWARD_SET_WHOLE_CONTACTS, id);
  if (now != NULL && before->company == now->company && is_text_same (before->roles, now->roles))
    return;
  add (seeds, ONWARD_SET_FOCUS_COMPANIES, before->company);
  add (seeds, ONWARD_SET_FOCUS_COMPANIES, now != NULL ? now->company : 0);
}

/* The name of a company stands in titles. */
static void
add_company (Seeds *seeds, gint64 id, const OnwardCompany *before, const OnwardCompany *now)
{
  if (before == NULL)
    return;
  seeds->n_rows++;
  if (now == NULL || !is_text_same (before->name, now->name) || before->still_interested != now->still_interested
      || before->cooling_off_months != now->cooling_off_months
      || !is_text_same (before->cooling_off_until, now->cooling_off_until))
    add (seeds, ONWARD_SET_FOCUS_COMPANIES, id);
}

/* Whether the company sees no difference: it is open or not as before, quiet for as long, and as new. */
static gboolean
is_as_open (const OnwardOpportunity *before, const OnwardOpportunity *now)
{
  return before != NULL && now != NULL && before->search == now->search && before->company == now->company
         && is_text_same (before->kind, now->kind) && before->stage == now->stage
         && is_text_same (before->promise_on, now->promise_on)
         && is_text_same (before->promise_given_on, now->promise_given_on)
         && is_text_same (before->outcome_kind, now->outcome_kind) && is_text_same (before->outcome_on, now->outcome_on)
         && is_text_same (before->added_on, now->added_on) && is_text_same (before->applied_on, now->applied_on)
         && before->sibling_of == now->sibling_of;
}

/* Whether all that a rule looks at is the same. */
static gboolean
asks_for_the_same (const OnwardOpportunity *before, const OnwardOpportunity *now)
{
  return is_as_open (before, now) && is_text_same (before->title, now->title)
         && before->introduction == now->introduction && before->promise_by == now->promise_by
         && is_text_same (before->offer_received_on, now->offer_received_on)
         && is_text_same (before->offer_answer_by, now->offer_answer_by) && before->outcome_by == now->outcome_by;
}

/* Who made an introduction that an opportunity does not name any more. */
static void
add_introducer (Seeds *seeds, gint64 introduction)
{
  g_autoptr (OnwardStatement) statement = NULL;

  if (introduction == 0 || seeds->error != NULL)
    return;
  statement = onward_connection_prepare (
      seeds->connection, "INSERT OR IGNORE INTO temp.focus_contacts SELECT introducer FROM introductions WHERE id = ?",
      &seeds->error);
  if (statement == NULL)
    return;
  onward_statement_bind_int (statement, 1, introduction);
  onward_statement_run (statement, &seeds->error);
}

static void
add_opportunity (Seeds *seeds, gint64 id, const OnwardOpportunity *before, const OnwardOpportunity *now)
{
  if (asks_for_the_same (before, now))
    return;
  add (seeds, ONWARD_SET_FOCUS_OPPORTUNITIES, id);
  add_introducer (seeds, before != NULL ? before->introduction : 0);
  if (is_as_open (before, now))
    return;
  add (seeds, ONWARD_SET_QUIET_OPPORTUNITIES, id);
  add (seeds, ONWARD_SET_FOCUS_COMPANIES, before != NULL ? before->company : 0);
  add (seeds, ONWARD_SET_QUIET_OPPORTUNITIES, before != NULL ? before->sibling_of : 0);
  add (seeds, ONWARD_SET_QUIET_OPPORTUNITIES, now != NULL ? now->sibling_of : 0);
}

static gboolean
is_same_interview (const OnwardInterview *before, const OnwardInterview *now)
{
  return before != NULL && now != NULL && before->opportunity == now->opportunity && before->company == now->company
         && is_text_same (before->kind, now->kind) && is_text_same (before->starts_at, now->starts_at)
         && is_text_same (before->ends_at, now->ends_at) && is_text_same (before->status, now->status)
         && is_text_same (before->booked_on, now->booked_on) && is_text_same (before->promise_on, now->promise_on)
         && is_text_same (before->promise_given_on, now->promise_given_on) && before->promise_by == now->promise_by
         && is_text_same (before->stories, now->stories) && before->debrief_let_go == now->debrief_let_go
         && is_text_same (before->debrief_written_at, now->debrief_written_at);
}

static void
add_interview (Seeds *seeds, gint64 id, const OnwardInterview *before, const OnwardInterview *now)
{
  if (is_same_interview (before, now))
    return;
  add (seeds, ONWARD_SET_CHANGED_INTERVIEWS, id);
  if (before == NULL)
    return;
  add (seeds, ONWARD_SET_QUIET_OPPORTUNITIES, before->opportunity);
  add (seeds, ONWARD_SET_FOCUS_OPPORTUNITIES, before->opportunity);
}

/* What a touch ended may be open again when it is changed. */
static void
add_people_of_touch (Seeds *seeds, gint64 touch)
{
  g_autoptr (OnwardStatement) statement =
      onward_connection_prepare (seeds->connection,
                                 "INSERT OR IGNORE INTO temp.whole_contacts SELECT contact FROM touch_contacts"
                                 " WHERE touch = ?",
                                 seeds->error == NULL ? &seeds->error : NULL);

  if (statement == NULL)
    return;
  onward_statement_bind_int (statement, 1, touch);
  onward_statement_run (statement, seeds->error == NULL ? &seeds->error : NULL);
}

static void
add_touch (Seeds *seeds, gint64 id, const OnwardTouch *before)
{
  add (seeds, ONWARD_SET_CHANGED_TOUCHES, id);
  if (before == NULL)
    return;
  add_people_of_touch (seeds, id);
  add (seeds, is_text_same (before->kind, "reapply") ? ONWARD_SET_QUIET_OPPORTUNITIES : ONWARD_SET_FOCUS_OPPORTUNITIES,
       before->opportunity);
  add (seeds, ONWARD_SET_CHANGED_INTERVIEWS, before->interview);
}

/* Somebody a touch was made with, and is not any more, may still have something that it ended. */
static void
add_touch_contact (Seeds *seeds, gint64 touch, const OnwardTouchContact *before)
{
  add (seeds, ONWARD_SET_CHANGED_TOUCHES, touch);
  add (seeds, ONWARD_SET_WHOLE_CONTACTS, before != NULL ? before->contact : 0);
}

/* A follow-up that the user has done or moved leaves its day, one that is open again wants it back. */
static void
add_follow_up (Seeds *seeds, gint64 id, const OnwardFollowUp *before)
{
  add (seeds, ONWARD_SET_CHANGED_FOLLOW_UPS, id);
  if (before == NULL)
    return;
  add (seeds, ONWARD_SET_FOCUS_OPPORTUNITIES, before->opportunity);
  add (seeds, ONWARD_SET_FOCUS_INTERVIEWS, before->interview);
  add (seeds, ONWARD_SET_WHOLE_CONTACTS, before->contact);
  add (seeds, ONWARD_SET_FOCUS_COMPANIES, before->company);
}

/* Whatever else names an opportunity or a contact concerns it. */
static void
add_references (Seeds *seeds, OnwardRecord *record)
{
  const OnwardTable *table = onward_record_get_table (record);

  for (guint i = 0; i < table->n_fields; i++)
    {
      const OnwardField *field = &table->fields[i];
      gint64 id = field->type == ONWARD_FIELD_REFERENCE ? *ONWARD_FIELD_INT64 (record, field) : 0;

      if (id == 0)
        continue;
      if (strcmp (field->detail, "opportunities") == 0)
        add (seeds, ONWARD_SET_FOCUS_OPPORTUNITIES, id);
      else if (strcmp (field->detail, "interviews") == 0)
        add (seeds, ONWARD_SET_CHANGED_INTERVIEWS, id);
      else if (strcmp (field->detail, "contacts") == 0)
        add (seeds, ONWARD_SET_FOCUS_CONTACTS, id);
    }
}

static void
add_child (Seeds *seeds, GType type, OnwardRecord *record)
{
  if (type == ONWARD_TYPE_PARTICIPANT)
    {
      add (seeds, ONWARD_SET_CHANGED_INTERVIEWS, record->parent);
      add (seeds, ONWARD_SET_FOCUS_CONTACTS, ((OnwardParticipant *)record)->contact);
    }
  else
    {
      const char *role = ((OnwardOpportunityPerson *)record)->role;

      /* These may be asked about every opportunity of the company. */
      add (seeds,
           is_text_same (role, "hr") || is_text_same (role, "insider") ? ONWARD_SET_QUIET_OPPORTUNITIES
                                                                       : ONWARD_SET_FOCUS_OPPORTUNITIES,
           record->parent);
      add (seeds, ONWARD_SET_FOCUS_CONTACTS, ((OnwardOpportunityPerson *)record)->contact);
    }
}

/* An introduction may end the question for a referral, and a stage makes an opportunity a new one. */
static void
add_other (Seeds *seeds, GType type, OnwardRecord *record)
{
  if (type == ONWARD_TYPE_INTRODUCTION)
    add (seeds, ONWARD_SET_WHOLE_CONTACTS, ((OnwardIntroduction *)record)->introducer);
  else if (type == ONWARD_TYPE_STAGE_EVENT)
    add (seeds, ONWARD_SET_QUIET_OPPORTUNITIES, ((OnwardStageEvent *)record)->opportunity);
  add_references (seeds, record);
}

/* An end of a search and another kind of stage are rare, and concern much. */
static gboolean
concerns_all (GType type, OnwardRecord *before, OnwardRecord *now)
{
  if (before == NULL)
    return FALSE;
  if (type == ONWARD_TYPE_SEARCH)
    return now == NULL || !is_text_same (((OnwardSearch *)before)->ended_on, ((OnwardSearch *)now)->ended_on);
  return type == ONWARD_TYPE_STAGE
         && (now == NULL || !is_text_same (((OnwardStage *)before)->kind, ((OnwardStage *)now)->kind));
}

static gboolean
asks_for_nothing (GType type)
{
  return type == ONWARD_TYPE_STORY || type == ONWARD_TYPE_TEMPLATE || type == ONWARD_TYPE_VALUE_ITEM
         || type == ONWARD_TYPE_PRACTICE || type == ONWARD_TYPE_ATTACHMENT || type == ONWARD_TYPE_RUN_EXCLUDED
         || type == ONWARD_TYPE_RUN_SENT;
}

static void
add_image (Seeds *seeds, const OnwardImage *image, OnwardRecord *now)
{
  GType type = image->type;
  OnwardRecord *before = image->before;
  OnwardRecord *either = now != NULL ? now : before;

  seeds->all |= concerns_all (type, before, now);
  seeds->n_rows++;
  if (type == ONWARD_TYPE_OPPORTUNITY)
    add_opportunity (seeds, image->id, (OnwardOpportunity *)before, (OnwardOpportunity *)now);
  else if (type == ONWARD_TYPE_INTERVIEW)
    add_interview (seeds, image->id, (OnwardInterview *)before, (OnwardInterview *)now);
  else if (type == ONWARD_TYPE_TOUCH)
    add_touch (seeds, image->id, (OnwardTouch *)before);
  else if (type == ONWARD_TYPE_TOUCH_CONTACT)
    add_touch_contact (seeds, either->parent, (OnwardTouchContact *)before);
  else if (type == ONWARD_TYPE_FOLLOW_UP)
    add_follow_up (seeds, image->id, (OnwardFollowUp *)before);
  else if (type == ONWARD_TYPE_PARTICIPANT || type == ONWARD_TYPE_OPPORTUNITY_PERSON)
    {
      if (before != NULL)
        add_child (seeds, type, before);
      if (now != NULL)
        add_child (seeds, type, now);
    }
  else
    {
      if (before != NULL)
        add_other (seeds, type, before);
      if (now != NULL)
        add_other (seeds, type, now);
    }
}

static gboolean
add_new_contacts (Seeds *seeds, const char *sql, GError **error)
{
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (seeds->connection, sql, error);

  if (statement == NULL)
    return FALSE;
  onward_statement_bind_int (statement, 1, seeds->first_contact);
  onward_statement_bind_int (statement, 2, seeds->last_contact);
  return onward_statement_run (statement, error);
}

/**
 * onward_facts_seeds_add:
 * @writer: the writer, at the end of a command
 * @images: (element-type OnwardImage): what the command wrote
 * @all: (out): whether it wrote so much that everything is to be looked at
 * @error: return location
 *
 * Fills the sets with which the scope begins.
 *
 * Returns: whether that could be done
 */
gboolean
onward_facts_seeds_add (OnwardWriter *writer, GPtrArray *images, gboolean *all, GError **error)
{
  Seeds seeds = { onward_writer_get_connection (writer) };

  for (guint i = 0; i < images->len && seeds.error == NULL && !seeds.all; i++)
    {
      const OnwardImage *image = images->pdata[i];
      gboolean is_new_contact = image->type == ONWARD_TYPE_CONTACT && image->before == NULL;
      g_autoptr (OnwardRecord) now = NULL;

      if (asks_for_nothing (image->type))
        continue;
      if (!is_new_contact)
        now = onward_rows_load (seeds.connection, image->type, image->id, NULL);
      if (image->type == ONWARD_TYPE_CONTACT)
        add_contact (&seeds, image->id, (OnwardContact *)image->before, (OnwardContact *)now);
      else if (image->type == ONWARD_TYPE_COMPANY)
        add_company (&seeds, image->id, (OnwardCompany *)image->before, (OnwardCompany *)now);
      else if (image->before != NULL || now != NULL)
        add_image (&seeds, image, now);
      seeds.all |= seeds.n_rows > MOST_ROWS;
    }
  *all = seeds.all;
  if (seeds.error != NULL)
    {
      g_propagate_error (error, seeds.error);
      return FALSE;
    }
  if (seeds.first_contact == 0)
    return TRUE;
  return add_new_contacts (&seeds,
                           "INSERT OR IGNORE INTO temp.focus_contacts SELECT id FROM contacts"
                           " WHERE id BETWEEN ? AND ? AND tier IN ('monthly', 'quarterly', 'yearly')",
                           error)
         && add_new_contacts (&seeds,
                              "INSERT OR IGNORE INTO temp.focus_companies SELECT company FROM contacts"
                              " WHERE id BETWEEN ? AND ? AND roles IS NOT NULL"
                              " AND (roles LIKE '%\"hr\"%' OR roles LIKE '%\"insider\"%')",
                              error);
}
