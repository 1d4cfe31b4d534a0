/* onward-introductions.c - who introduced whom */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-introductions.h"

#include "model/onward-company.h"
#include "model/onward-contact.h"
#include "model/onward-opportunity.h"
#include "onward-contact-changes.h"
#include "onward-opportunities.h"
#include "onward-opportunity-people.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
onward_introduction_edit_free (OnwardIntroductionEdit *edit)
{
  g_free (edit->introducer_name);
  g_free (edit->person_name);
  g_free (edit->email);
  g_free (edit->company);
  g_free (edit->permission);
  g_free (edit->permission_on);
  g_free (edit->notes);
  g_free (edit->title);
  g_free (edit);
}

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID, message);
  return FALSE;
}

static gint64
add_contact (OnwardWriter *writer, const char *name, gint64 company, const char *how_met, GError **error)
{
  g_autoptr (OnwardContact) contact = g_object_new (ONWARD_TYPE_CONTACT, NULL);
  g_autofree char *today = onward_writer_format_today (writer);

  onward_set_text (&contact->name, name);
  onward_set_text (&contact->added_on, today);
  onward_set_text (&contact->how_met, how_met);
  contact->company = company;
  return onward_writer_insert (writer, contact, error) ? contact->record.id : 0;
}

static gboolean
find_introducer (OnwardWriter *writer, OnwardIntroductionEdit *edit, GError **error)
{
  if (edit->introducer == 0 && is_empty (edit->introducer_name))
    return refuse (error, _ ("An introduction comes from somebody. Write who it was and try again."));
  if (edit->introducer == 0)
    edit->introducer = add_contact (writer, edit->introducer_name, 0, NULL, error);
  return edit->introducer != 0;
}

/* The company is that of the person when no other is named. */
static gboolean
find_introduced (OnwardWriter *writer, OnwardIntroduction *introduction, OnwardIntroductionEdit *edit, GError **error)
{
  g_autoptr (OnwardContact) introducer = onward_writer_load (writer, ONWARD_TYPE_CONTACT, edit->introducer, error);
  g_autoptr (OnwardContact) person = NULL;

  if (introducer == NULL)
    return FALSE;
  introduction->company = is_empty (edit->company) ? 0 : onward_companies_find_or_add (writer, edit->company, error);
  if (!is_empty (edit->company) && introduction->company == 0)
    return FALSE;
  if (edit->person == 0 && !is_empty (edit->person_name))
    {
      /* Translators: how the user met somebody: through the person who introduced them */
      g_autofree char *how =
          introducer->name != NULL ? g_strdup_printf (_ ("Introduced by %s"), introducer->name) : NULL;

      edit->person = add_contact (writer, edit->person_name, introduction->company, how, error);
      if (edit->person == 0)
        return FALSE;
    }
  introduction->person = edit->person;
  if (edit->person == edit->introducer)
    return refuse (error, _ ("Nobody introduces themselves. Write who is introduced and try again."));
  if (edit->person != 0)
    person = onward_writer_load (writer, ONWARD_TYPE_CONTACT, edit->person, error);
  if (edit->person != 0 && person == NULL)
    return FALSE;
  if (introduction->company == 0 && person != NULL)
    introduction->company = person->company;
  if (introduction->company == 0 && introduction->person == 0)
    return refuse (error, _ ("An introduction leads to a company or a person. Write one and try again."));
  return person == NULL || is_empty (edit->email)
         || onward_contacts_add_email (writer, edit->person, edit->email, error);
}

static void
fill_permission (OnwardWriter *writer, OnwardIntroduction *introduction, OnwardIntroductionEdit *edit)
{
  const char *permission = is_empty (edit->permission) ? "not-asked" : edit->permission;
  gboolean asked = !g_str_equal (permission, "not-asked");
  g_autofree char *today = onward_writer_format_today (writer);

  onward_set_text (&introduction->permission, permission);
  onward_set_text (&introduction->permission_on, !asked                            ? NULL
                                                 : !is_empty (edit->permission_on) ? edit->permission_on
                                                                                   : today);
}

static gboolean
set_origin (OnwardWriter *writer, gint64 opportunity, gint64 introduction, GError **error)
{
  g_autoptr (OnwardOpportunity) record = onward_writer_load (writer, ONWARD_TYPE_OPPORTUNITY, opportunity, error);

  if (record == NULL)
    return FALSE;
  record->introduction = introduction;
  return onward_writer_update (writer, record, error);
}

static gboolean
add_opportunity (OnwardWriter *writer, OnwardIntroduction *introduction, OnwardIntroductionEdit *edit, GError **error)
{
  g_autoptr (OnwardCompany) company = NULL;
  OnwardNewOpportunity data = { NULL };
  OnwardPartChange part = { .contact = introduction->person, .role = (char *)"insider" };

  if (introduction->company == 0)
    return refuse (error, _ ("An opportunity is at a company. Write which one and try again."));
  company = onward_writer_load (writer, ONWARD_TYPE_COMPANY, introduction->company, error);
  if (company == NULL)
    return FALSE;
  data.company = company->name;
  data.title = is_empty (edit->title) ? NULL : edit->title;
  data.kind = (char *)(is_empty (edit->title) ? "informational" : "role");
  if (!onward_opportunities_add (writer, &data, error))
    return FALSE;
  edit->opportunity = part.opportunity = data.id;
  return part.contact == 0 || onward_opportunities_change_people (writer, &part, error);
}

/* The introduction and the opportunity it led to name each other; the one it led to before does so no longer. */
static gboolean
link_opportunity (OnwardWriter *writer, OnwardIntroduction *introduction, OnwardIntroductionEdit *edit, GError **error)
{
  if (edit->leads_to && !add_opportunity (writer, introduction, edit, error))
    return FALSE;
  if (introduction->opportunity == edit->opportunity)
    return TRUE;
  if (introduction->opportunity != 0 && !set_origin (writer, introduction->opportunity, 0, error))
    return FALSE;
  introduction->opportunity = edit->opportunity;
  return onward_writer_update (writer, introduction, error)
         && (edit->opportunity == 0 || set_origin (writer, edit->opportunity, introduction->record.id, error));
}

/**
 * onward_introductions_save:
 * @writer: the writer
 * @introduction_edit: an OnwardIntroductionEdit
 * @error: return location
 *
 * Writes down where somebody told the user to look, whom to contact there, and whether their name may be used
 * (the design, "Introductions"). Names that are not known become contacts and a company; with a new opportunity both
 * remember each other.
 *
 * Returns: whether it is stored; it needs an introducer, and a company or a person. Its row is in the struct.
 */
gboolean
onward_introductions_save (OnwardWriter *writer, gpointer introduction_edit, GError **error)
{
  OnwardIntroductionEdit *edit = introduction_edit;
  g_autoptr (OnwardIntroduction) introduction = NULL;
  g_autofree char *today = onward_writer_format_today (writer);

  introduction = edit->id != 0 ? onward_writer_load (writer, ONWARD_TYPE_INTRODUCTION, edit->id, error)
                               : g_object_new (ONWARD_TYPE_INTRODUCTION, NULL);
  if (introduction == NULL || !find_introducer (writer, edit, error)
      || !find_introduced (writer, introduction, edit, error))
    return FALSE;
  introduction->introducer = edit->introducer;
  if (introduction->recorded_on == NULL)
    onward_set_text (&introduction->recorded_on, today);
  fill_permission (writer, introduction, edit);
  onward_set_text (&introduction->notes, is_empty (edit->notes) ? NULL : edit->notes);
  if (edit->id != 0 ? !onward_writer_update (writer, introduction, error)
                    : !onward_writer_insert (writer, introduction, error))
    return FALSE;
  edit->id = introduction->record.id;
  return link_opportunity (writer, introduction, edit, error);
}

static gboolean
forget_origin (OnwardWriter *writer, gint64 introduction, GError **error)
{
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (
      onward_writer_get_connection (writer), "SELECT id FROM opportunities WHERE introduction = ?", error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (statement == NULL)
    return FALSE;
  onward_statement_bind_int (statement, 1, introduction);
  if (!onward_statement_read_ids (statement, ids, error))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!set_origin (writer, g_array_index (ids, gint64, i), 0, error))
      return FALSE;
  return TRUE;
}

/**
 * onward_introductions_remove:
 * @writer: the writer
 * @introduction: (type gint64*): an introduction
 * @error: return location
 *
 * Takes an introduction away; the people, the company and the opportunity stay.
 *
 * Returns: whether it is gone
 */
gboolean
onward_introductions_remove (OnwardWriter *writer, gpointer introduction, GError **error)
{
  gint64 id = *(gint64 *)introduction;

  return forget_origin (writer, id, error) && onward_writer_delete (writer, ONWARD_TYPE_INTRODUCTION, id, error);
}

/**
 * onward_introductions_find_by_key:
 * @store: the store
 * @key: (nullable): of a follow-up
 *
 * Main thread.
 *
 * Returns: the introduction that an `ask-permission` is about; 0 for other follow-ups
 */
gint64
onward_introductions_find_by_key (OnwardStore *store, const char *key)
{
  g_autoptr (OnwardStatement) statement = NULL;

  if (key == NULL || !g_str_has_prefix (key, "ask-permission:"))
    return 0;
  statement = onward_connection_prepare (onward_store_get_connection (store),
                                         "SELECT id FROM introductions WHERE lower (uuid) = ?", NULL);
  if (statement == NULL)
    return 0;
  onward_statement_bind_text (statement, 1, key + strlen ("ask-permission:"));
  return onward_statement_step (statement, NULL) ? onward_statement_get_int (statement, 0) : 0;
}

/* The ids first: a record is read with a statement of its own. */
static GPtrArray *
read_records (OnwardStore *store, OnwardStatement *statement, GType type, gint64 parameter)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (statement == NULL)
    return list;
  onward_statement_bind_int (statement, 1, parameter);
  onward_statement_read_ids (statement, ids, NULL);
  for (guint i = 0; i < ids->len; i++)
    {
      gpointer record = onward_store_get_record (store, type, g_array_index (ids, gint64, i));

      if (record != NULL)
        g_ptr_array_add (list, record);
    }
  return list;
}

/**
 * onward_introductions_of_contact:
 * @store: the store
 * @contact: a row of contacts
 *
 * Main thread.
 *
 * Returns: (transfer full) (element-type OnwardIntroduction): those that this person gave and those that led to them,
 *   newest first
 */
GPtrArray *
onward_introductions_of_contact (OnwardStore *store, gint64 contact)
{
  g_autoptr (OnwardStatement) statement =
      onward_connection_prepare (onward_store_get_connection (store),
                                 "SELECT id FROM introductions WHERE introducer = ?1 "
                                 "UNION SELECT id FROM introductions WHERE person = ?1 ORDER BY id DESC",
                                 NULL);

  return read_records (store, statement, ONWARD_TYPE_INTRODUCTION, contact);
}

/**
 * onward_introductions_list_to_company:
 * @store: the store
 * @company: a company
 *
 * Main thread.
 *
 * Returns: (transfer full) (element-type OnwardIntroduction): those that led there or to somebody there, newest first
 */
GPtrArray *
onward_introductions_list_to_company (OnwardStore *store, gint64 company)
{
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (
      onward_store_get_connection (store),
      "SELECT id FROM introductions WHERE company = ?1 OR person IN (SELECT id FROM contacts "
      "WHERE company = ?1) ORDER BY id DESC LIMIT 50",
      NULL);

  return read_records (store, statement, ONWARD_TYPE_INTRODUCTION, company);
}

/**
 * onward_introductions_list_places:
 * @store: the store
 * @company: a company
 *
 * Main thread.
 *
 * Returns: (transfer full) (element-type OnwardOpportunity): the opportunities there that an introduction can have led
 *   to, newest first
 */
GPtrArray *
onward_introductions_list_places (OnwardStore *store, gint64 company)
{
  g_autoptr (OnwardStatement) statement =
      onward_connection_prepare (onward_store_get_connection (store),
                                 "SELECT id FROM opportunities WHERE company = ? ORDER BY id DESC LIMIT 50", NULL);

  return read_records (store, statement, ONWARD_TYPE_OPPORTUNITY, company);
}
