/* onward-known-people.c - who a proposed person is among the contacts there are */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-known-people.h"

#include "onward-addresses.h"
#include "onward-companies.h"

#include <string.h>

/* Nobody knows more people of one name at one company; a file that claims so must not take for ever. */
#define MOST_NAMESAKES 200

typedef struct
{
  const char *key; /* name and company */
  OnwardKnownPerson *first;
  OnwardKnownPerson *last;
  OnwardKnownPerson *oldest;
} Namesakes;

struct _OnwardKnownPerson
{
  gint64 id;
  const char *hosts; /* of the web addresses, each with a space before and after; "" for none */
  gboolean has_email;
  gboolean is_new;
  Namesakes *namesakes;
  OnwardKnownPerson *next;
};

struct _OnwardKnownPeople
{
  GPtrArray *people;     /* OnwardKnownPerson, those of the database by id, then the new ones */
  GHashTable *urls;      /* key -> OnwardKnownPerson; the oldest who has it */
  GHashTable *emails;    /* key -> OnwardKnownPerson; the oldest who has it */
  GHashTable *names;     /* key of name and company -> Namesakes */
  GHashTable *companies; /* key -> row id */
  GStringChunk *hosts;
};

static void
join_namesakes (OnwardKnownPeople *self, OnwardKnownPerson *person, const char *key)
{
  Namesakes *namesakes = g_hash_table_lookup (self->names, key);

  if (namesakes == NULL)
    {
      char *own_key = g_strdup (key);

      namesakes = g_new0 (Namesakes, 1);
      namesakes->key = own_key;
      g_hash_table_insert (self->names, own_key, namesakes);
    }
  if (namesakes->first == NULL)
    namesakes->first = person;
  else
    namesakes->last->next = person;
  namesakes->last = person;
  if (namesakes->oldest == NULL || person->id < namesakes->oldest->id)
    namesakes->oldest = person;
  person->namesakes = namesakes;
}

static void
leave_namesakes (OnwardKnownPerson *person)
{
  Namesakes *namesakes = person->namesakes;
  OnwardKnownPerson *kept = namesakes->first;

  *namesakes = (Namesakes){ .key = namesakes->key };
  while (kept != NULL)
    {
      OnwardKnownPerson *next = kept->next;

      kept->next = NULL;
      if (kept != person)
        {
          if (namesakes->first == NULL)
            namesakes->first = kept;
          else
            namesakes->last->next = kept;
          namesakes->last = kept;
          if (namesakes->oldest == NULL || kept->id < namesakes->oldest->id)
            namesakes->oldest = kept;
        }
      kept = next;
    }
}

static char *
get_host (const char *url_key)
{
  gsize length = strcspn (url_key, "/");
  char *host = g_malloc (length + 3);

  memcpy (host + 1, url_key, length);
  host[0] = host[length + 1] = ' ';
  host[length + 2] = '\0';
  return host;
}

/* `key` is taken over. */
static void
learn_url (OnwardKnownPeople *self, OnwardKnownPerson *person, char *key)
{
  g_autofree char *host = get_host (key);

  if (strstr (person->hosts, host) == NULL)
    {
      g_autofree char *hosts = g_strconcat (person->hosts, host, NULL);

      person->hosts = g_string_chunk_insert_const (self->hosts, hosts);
    }
  if (g_hash_table_contains (self->urls, key))
    g_free (key);
  else
    g_hash_table_insert (self->urls, key, person);
}

/* `key` is taken over. An address that somebody else has is not given to a second contact. */
static void
learn_email (OnwardKnownPeople *self, OnwardKnownPerson *person, char *key)
{
  OnwardKnownPerson *holder = g_hash_table_lookup (self->emails, key);

  person->has_email |= holder == NULL || holder == person;
  if (holder != NULL)
    g_free (key);
  else
    g_hash_table_insert (self->emails, key, person);
}

/* What a contact has, it has, also when an older one has the same. */
static void
load_email (OnwardKnownPeople *self, OnwardKnownPerson *person, char *key)
{
  learn_email (self, person, key);
  person->has_email = TRUE;
}

static OnwardKnownPerson *
add_person (OnwardKnownPeople *self, gint64 id, const char *key)
{
  OnwardKnownPerson *person = g_new0 (OnwardKnownPerson, 1);

  person->id = id;
  person->hosts = "";
  g_ptr_array_add (self->people, person);
  join_namesakes (self, person, key);
  return person;
}

static gboolean
load_people (OnwardKnownPeople *self, OnwardConnection *connection, GError **error)
{
  g_autoptr (GHashTable) company_keys = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (OnwardStatement) companies =
      onward_connection_prepare (connection, "SELECT id, name FROM companies ORDER BY id", error);
  g_autoptr (OnwardStatement) people =
      onward_connection_prepare (connection, "SELECT id, name, company FROM contacts ORDER BY id", error);
  GError *failure = NULL;

  if (companies == NULL || people == NULL)
    return FALSE;
  while (onward_statement_step (companies, &failure))
    {
      gint64 id = onward_statement_get_int (companies, 0);
      OnwardContactKeys keys = { .company = onward_name_fold (onward_statement_get_text (companies, 1)) };

      if (onward_known_people_find_company (self, &keys) == 0)
        onward_known_people_add_company (self, &keys, id);
      g_hash_table_insert (company_keys, g_memdup2 (&id, sizeof id), keys.company);
    }
  while (failure == NULL && onward_statement_step (people, &failure))
    {
      gint64 company = onward_statement_get_int (people, 2);
      const char *company_key = g_hash_table_lookup (company_keys, &company);
      g_autofree char *name = onward_name_fold (onward_statement_get_text (people, 1));
      g_autofree char *key = onward_contact_keys_join (name, company_key != NULL ? company_key : "");

      add_person (self, onward_statement_get_int (people, 0), key);
    }
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

/* Elements are objects, or bare texts in documents written by hand. */
#define SELECT_ADDRESSES(column)                                                                                       \
  "SELECT contacts.id, iif (each.type = 'object', each.value ->> 'value', each.value) FROM contacts, json_each "       \
  "(contacts." column ") AS each WHERE each.type IN ('object', 'text') ORDER BY contacts.id"

static gboolean
load_addresses (OnwardKnownPeople *self, OnwardConnection *connection, const char *sql, char *(*fold) (const char *),
                void (*load) (OnwardKnownPeople *, OnwardKnownPerson *, char *), GError **error)
{
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (connection, sql, error);
  GError *failure = NULL;
  guint i = 0;

  if (statement == NULL)
    return FALSE;
  while (onward_statement_step (statement, &failure))
    {
      gint64 id = onward_statement_get_int (statement, 0);
      g_autofree char *key = fold (onward_statement_get_text (statement, 1));

      /* Both are in the order of ids. */
      while (i < self->people->len && ((OnwardKnownPerson *)self->people->pdata[i])->id < id)
        i++;
      if (key != NULL && i < self->people->len)
        load (self, self->people->pdata[i], g_steal_pointer (&key));
    }
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

/**
 * onward_known_people_new:
 * @connection: any connection
 * @error: return location
 *
 * Reads what all contacts are known by: half a second and 60 MB for 100,000 of them.
 *
 * Returns: (transfer full) (nullable): the people, or NULL with @error set
 */
OnwardKnownPeople *
onward_known_people_new (OnwardConnection *connection, GError **error)
{
  g_autoptr (OnwardKnownPeople) self = g_new0 (OnwardKnownPeople, 1);

  self->people = g_ptr_array_new_with_free_func (g_free);
  self->urls = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->emails = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->companies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->hosts = g_string_chunk_new (1024);
  if (!load_people (self, connection, error)
      || !load_addresses (self, connection, SELECT_ADDRESSES ("urls"), onward_url_fold, learn_url, error)
      || !load_addresses (self, connection, SELECT_ADDRESSES ("emails"), onward_email_fold, load_email, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * onward_known_people_free:
 * @self: (transfer full): known people
 */
void
onward_known_people_free (OnwardKnownPeople *self)
{
  g_ptr_array_unref (self->people);
  g_hash_table_unref (self->urls);
  g_hash_table_unref (self->emails);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->companies);
  g_string_chunk_free (self->hosts);
  g_free (self);
}

/* Nothing says that it is somebody else: no mail address and no page of the same site that differs. */
static gboolean
can_be (OnwardKnownPerson *person, const OnwardContactKeys *keys)
{
  return (keys->email == NULL || !person->has_email)
         && (keys->url == NULL || onward_known_person_can_take_url (person, keys));
}

/**
 * onward_known_people_find:
 * @self: known people
 * @keys: what a proposed person is known by
 *
 * The same person is who has the same profile, else the same mail address, else the same name at the same company (or
 * both at none) when neither has a profile or mail address that differs. Of several the oldest.
 *
 * Returns: (transfer none) (nullable): the contact; NULL when it is somebody new
 */
OnwardKnownPerson *
onward_known_people_find (OnwardKnownPeople *self, const OnwardContactKeys *keys)
{
  OnwardKnownPerson *person = keys->url != NULL ? g_hash_table_lookup (self->urls, keys->url) : NULL;
  Namesakes *namesakes;

  if (person == NULL && keys->email != NULL)
    person = g_hash_table_lookup (self->emails, keys->email);
  if (person != NULL)
    return person;
  namesakes = g_hash_table_lookup (self->names, keys->person);
  if (namesakes == NULL)
    return NULL;
  if (keys->url == NULL && keys->email == NULL)
    return namesakes->oldest;
  person = namesakes->first;
  for (guint n = 0; person != NULL && n < MOST_NAMESAKES; n++, person = person->next)
    if (can_be (person, keys))
      return person;
  return NULL;
}

/**
 * onward_known_people_add:
 * @self: known people
 * @id: the row of a contact that is new
 * @keys: what it is known by
 *
 * Returns: (transfer none): the contact
 */
OnwardKnownPerson *
onward_known_people_add (OnwardKnownPeople *self, gint64 id, const OnwardContactKeys *keys)
{
  OnwardKnownPerson *person = add_person (self, id, keys->person);

  person->is_new = TRUE;
  onward_known_people_learn (self, person, keys);
  return person;
}

/**
 * onward_known_people_learn:
 * @self: known people
 * @person: who was found
 * @keys: what the file knows them by
 *
 * From now on the person is found by these addresses too, also where the contact keeps others.
 */
void
onward_known_people_learn (OnwardKnownPeople *self, OnwardKnownPerson *person, const OnwardContactKeys *keys)
{
  if (keys->url != NULL)
    learn_url (self, person, g_strdup (keys->url));
  if (keys->email != NULL)
    learn_email (self, person, g_strdup (keys->email));
}

/**
 * onward_known_people_move:
 * @self: known people
 * @person: a contact whose name or company was filled in
 * @name: its name
 * @company_key: (nullable): the key of its company; NULL when it is at the same as before
 */
void
onward_known_people_move (OnwardKnownPeople *self, OnwardKnownPerson *person, const char *name, const char *company_key)
{
  g_autofree char *folded = onward_name_fold (name);
  const char *same_company = strchr (person->namesakes->key, '\n') + 1;
  g_autofree char *key = onward_contact_keys_join (folded, company_key != NULL ? company_key : same_company);

  leave_namesakes (person);
  join_namesakes (self, person, key);
}

/**
 * onward_known_people_find_company:
 * @self: known people
 * @keys: what a person is known by
 *
 * Returns: the company of that name, the oldest when there are several; 0 when there is none
 */
gint64
onward_known_people_find_company (OnwardKnownPeople *self, const OnwardContactKeys *keys)
{
  gint64 *id = g_hash_table_lookup (self->companies, keys->company);

  return id != NULL ? *id : 0;
}

/**
 * onward_known_people_add_company:
 * @self: known people
 * @keys: what a person is known by
 * @id: the row of the company they are at, which is new
 */
void
onward_known_people_add_company (OnwardKnownPeople *self, const OnwardContactKeys *keys, gint64 id)
{
  g_hash_table_insert (self->companies, g_strdup (keys->company), g_memdup2 (&id, sizeof id));
}

/**
 * onward_known_person_get_id:
 * @person: a contact
 *
 * Returns: its row
 */
gint64
onward_known_person_get_id (OnwardKnownPerson *person)
{
  return person->id;
}

/**
 * onward_known_person_is_new:
 * @person: a contact
 *
 * Returns: whether it was added since the people were read
 */
gboolean
onward_known_person_is_new (OnwardKnownPerson *person)
{
  return person->is_new;
}

/**
 * onward_known_person_can_take_url:
 * @person: a contact
 * @keys: with a profile
 *
 * Returns: whether the contact has no page of that site yet
 */
gboolean
onward_known_person_can_take_url (OnwardKnownPerson *person, const OnwardContactKeys *keys)
{
  g_autofree char *host = get_host (keys->url);

  return strstr (person->hosts, host) == NULL;
}

/**
 * onward_known_people_can_take_email:
 * @self: known people
 * @keys: with a mail address
 *
 * Returns: whether nobody has this address yet
 */
gboolean
onward_known_people_can_take_email (OnwardKnownPeople *self, const OnwardContactKeys *keys)
{
  return !g_hash_table_contains (self->emails, keys->email);
}
