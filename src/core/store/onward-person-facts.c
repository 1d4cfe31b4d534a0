/* onward-person-facts.c - what is known of a person that a message to them can use */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-person-facts.h"

#include "model/onward-contact.h"
#include "onward-lists.h"
#include "onward-present.h"
#include "onward-promises.h"
#include "onward-value-items.h"
#include "playbook/onward-dates.h"

#include <glib/gi18n-lib.h>

/* So many things of value are offered at a time. */
#define MOST_ITEMS 3

/**
 * onward_person_fact_free:
 * @fact: (transfer full): a fact
 */
void
onward_person_fact_free (OnwardPersonFact *fact)
{
  g_free (fact->text);
  g_free (fact->use);
  g_free (fact);
}

static void
add (GPtrArray *facts, OnwardPersonFactKind kind, const char *text, const char *use)
{
  OnwardPersonFact *fact;

  if (text == NULL || *text == '\0')
    return;
  fact = g_new0 (OnwardPersonFact, 1);
  fact->kind = kind;
  fact->text = g_strdup (text);
  fact->use = g_strdup (use);
  g_ptr_array_add (facts, fact);
}

/* What they said in interviews, the latest first. */
static void
add_said (GPtrArray *facts, OnwardStore *store, gint64 contact)
{
  g_autoptr (OnwardStatement) rows = onward_connection_prepare (
      onward_store_get_connection (store),
      "SELECT p.memorable, p.concern_text, p.concern_reaction FROM interview_people p"
      " JOIN interviews i ON i.id = p.interview WHERE p.contact = ?1 ORDER BY i.starts_unix DESC, i.id",
      NULL);

  if (rows == NULL)
    return;
  onward_statement_bind_int (rows, 1, contact);
  while (onward_statement_step (rows, NULL))
    {
      const char *memorable = onward_statement_get_text (rows, 0);
      const char *concern = onward_statement_get_text (rows, 1);
      const char *reaction = onward_statement_get_text (rows, 2);
      g_autofree char *both = reaction != NULL ? g_strdup_printf ("%s – %s", concern, reaction) : g_strdup (concern);

      add (facts, ONWARD_PERSON_FACT_MEMORABLE, memorable, memorable);
      if (concern != NULL)
        add (facts, ONWARD_PERSON_FACT_CONCERN, both, concern);
    }
}

static void
add_promise (GPtrArray *facts, OnwardStore *store, gint64 opportunity)
{
  OnwardPromiseFound promise;
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;

  if (opportunity == 0 || !onward_promises_find (store, opportunity, &promise))
    return;
  day = onward_dates_format_sentence (promise.on, onward_present_get_today (store));
  /* Translators: a day */
  text = g_strdup_printf (_ ("An answer by %s"), day);
  add (facts, ONWARD_PERSON_FACT_PROMISE, text, day);
}

static void
add_items (GPtrArray *facts, OnwardStore *store, gint64 contact)
{
  g_autoptr (GArray) items = onward_value_items_suggest (store, contact, MOST_ITEMS);

  for (guint i = 0; i < items->len; i++)
    {
      g_autoptr (OnwardValueItem) item =
          onward_store_get_record (store, ONWARD_TYPE_VALUE_ITEM, g_array_index (items, gint64, i));
      g_autofree char *use = NULL;

      if (item == NULL)
        continue;
      use =
          g_strjoin (": ", item->title != NULL ? item->title : item->url, item->title != NULL ? item->url : NULL, NULL);
      add (facts, ONWARD_PERSON_FACT_VALUE, item->title != NULL ? item->title : item->url, use);
    }
}

static int
compare_kinds (gconstpointer a, gconstpointer b)
{
  const OnwardPersonFact *first = *(OnwardPersonFact *const *)a;
  const OnwardPersonFact *second = *(OnwardPersonFact *const *)b;

  return (int)first->kind - (int)second->kind;
}

/**
 * onward_person_facts_collect:
 * @store: the store
 * @about: what the message is about, with its contact
 *
 * Main thread. Only what this person said and is: nothing of anybody else.
 *
 * Returns: (transfer full) (element-type OnwardPersonFact): in the order of their kinds
 */
GPtrArray *
onward_person_facts_collect (OnwardStore *store, OnwardFollowUp *about)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func ((GDestroyNotify)onward_person_fact_free);
  g_autoptr (OnwardContact) contact =
      about->contact != 0 ? onward_store_get_record (store, ONWARD_TYPE_CONTACT, about->contact) : NULL;
  g_auto (GStrv) hooks = onward_json_get_texts (contact != NULL ? contact->hooks : NULL);

  add_promise (facts, store, about->opportunity);
  if (contact == NULL)
    return facts;
  add_said (facts, store, about->contact);
  for (guint i = 0; hooks[i] != NULL; i++)
    add (facts, ONWARD_PERSON_FACT_HOOK, hooks[i], hooks[i]);
  add_items (facts, store, about->contact);
  add (facts, ONWARD_PERSON_FACT_HOW_MET, contact->how_met, NULL);
  g_ptr_array_sort (facts, compare_kinds);
  return facts;
}
