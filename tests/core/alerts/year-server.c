/* year-server.c - the notification server of a simulated year: it works, is gone, refuses or hangs */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "year.h"

/* A word of the server on its way. */
typedef struct
{
  Year *year;
  Shown *shown;
  GSourceFunc what;
} Word;

static void
clear_shown (gpointer data)
{
  Shown *shown = data;

  onward_alert_unref (shown->alert);
  g_ptr_array_unref (shown->keys);
}

static void
free_shown (gpointer data)
{
  g_atomic_rc_box_release_full (data, clear_shown);
}

static char *
read_text (Year *year, const char *sql, gint64 id)
{
  g_autoptr (OnwardStatement) row = onward_connection_prepare (onward_store_get_connection (year->store), sql, NULL);

  onward_statement_bind_int (row, 1, id);
  return onward_statement_step (row, NULL) ? g_strdup (onward_statement_get_text (row, 0)) : NULL;
}

static Shown *
create_shown (Year *year, OnwardAlert *alert)
{
  Shown *shown = g_atomic_rc_box_new0 (Shown);

  shown->alert = onward_alert_ref (alert);
  shown->keys = g_ptr_array_new_with_free_func (g_free);
  shown->run = year->run;
  for (guint i = 0; i < alert->follow_ups->len; i++)
    g_ptr_array_add (shown->keys,
                     read_text (year, "SELECT 'f' || id || ' ' || raised_for FROM follow_ups WHERE id = ?1",
                                g_array_index (alert->follow_ups, gint64, i)));
  for (guint i = 0; i < alert->interviews->len; i++)
    g_ptr_array_add (shown->keys, read_text (year,
                                             "SELECT 'i' || interview || ' ' || minutes || ' ' || starts_unix"
                                             " FROM interview_alerts WHERE id = ?1",
                                             g_array_index (alert->interviews, gint64, i)));
  return shown;
}

static void
count (GHashTable *counts, const char *key, int by)
{
  int n = GPOINTER_TO_INT (g_hash_table_lookup (counts, key));

  g_hash_table_insert (counts, g_strdup (key), GINT_TO_POINTER (n + by));
}

/* The user sees it: once, or once more where the program was killed before it could write that down. */
static void
display (Year *year, Shown *shown)
{
  for (guint i = 0; i < shown->keys->len; i++)
    {
      const char *key = shown->keys->pdata[i];
      g_auto (GStrv) parts = g_strsplit (key, " ", 2);
      const char *last = g_hash_table_lookup (year->last, parts[0]);

      count (year->counts, key, 1);
      if (GPOINTER_TO_INT (g_hash_table_lookup (year->counts, key))
          > 1 + GPOINTER_TO_INT (g_hash_table_lookup (year->allowed, key)))
        g_error ("seed %u: %s was shown again", year->seed, key);
      if (last == NULL || g_strcmp0 (last, parts[1]) < 0)
        g_hash_table_insert (year->last, g_strdup (parts[0]), g_strdup (parts[1]));
      year->n_shown++;
    }
  if (shown->alert->follow_ups->len == 1)
    year->n_singles++;
  else if (shown->alert->follow_ups->len > 1)
    year->n_groups++;
  g_hash_table_replace (year->displayed, g_strdup (shown->alert->id), g_atomic_rc_box_acquire (shown));
}

static gboolean
is_alive (Word *word)
{
  return word->year->scheduler != NULL && word->shown->run == word->year->run;
}

static gboolean
answer_cb (gpointer data)
{
  Word *word = data;

  if (is_alive (word))
    onward_scheduler_alert_shown (word->year->scheduler, word->shown->alert);
  return G_SOURCE_REMOVE;
}

static gboolean
fail_cb (gpointer data)
{
  Word *word = data;

  if (is_alive (word))
    onward_scheduler_alert_failed (word->year->scheduler, word->shown->alert);
  return G_SOURCE_REMOVE;
}

static void
free_word (gpointer data)
{
  free_shown (((Word *)data)->shown);
  g_free (data);
}

/* The next one of all that are on their way. */
static gboolean
speak_cb (gpointer data)
{
  Year *year = data;
  Word *word = g_queue_pop_head (&year->words);

  if (word == NULL)
    return G_SOURCE_REMOVE;
  word->what (word);
  free_word (word);
  return G_SOURCE_REMOVE;
}

static void
say (Year *year, Shown *shown, GSourceFunc what)
{
  Word *word = g_new0 (Word, 1);

  word->year = year;
  word->shown = g_atomic_rc_box_acquire (shown);
  word->what = what;
  g_queue_push_tail (&year->words, word);
  g_idle_add_full (G_PRIORITY_DEFAULT, speak_cb, year, NULL);
}

/* It was displayed, and the answer is on its way. */
static void
take (Year *year, Shown *shown)
{
  display (year, shown);
  if (shown->run != year->run || year->scheduler == NULL)
    return;
  g_ptr_array_add (year->in_flight, g_atomic_rc_box_acquire (shown));
  say (year, shown, answer_cb);
}

/* The call arrives: until then a program that is killed has said nothing. */
static gboolean
arrive_cb (gpointer data)
{
  Word *word = data;
  Year *year = word->year;

  if (!is_alive (word))
    return G_SOURCE_REMOVE;
  if (year->server == SERVER_WORKS)
    take (year, word->shown);
  else if (year->server == SERVER_HANGS)
    g_ptr_array_add (year->waiting, g_atomic_rc_box_acquire (word->shown));
  else
    say (year, word->shown, fail_cb);
  return G_SOURCE_REMOVE;
}

static void
raise_cb (OnwardScheduler *scheduler, OnwardAlert *alert, Year *year)
{
  Shown *shown = create_shown (year, alert);

  say (year, shown, arrive_cb);
  free_shown (shown);
}

static void
withdraw_cb (OnwardScheduler *scheduler, OnwardAlert *alert, Year *year)
{
  g_hash_table_remove (year->displayed, alert->id);
}

void
year_server_connect (Year *year)
{
  g_signal_connect (year->scheduler, "raise", G_CALLBACK (raise_cb), year);
  g_signal_connect (year->scheduler, "withdraw", G_CALLBACK (withdraw_cb), year);
}

/* Those who wait for a server that hangs hear from it when it goes on, and from the bus when it dies. */
void
year_server_set (Year *year, ServerMode mode)
{
  g_autoptr (GPtrArray) waiting = g_steal_pointer (&year->waiting);

  year->waiting = g_ptr_array_new_with_free_func (free_shown);
  if (mode == SERVER_HANGS && year->server == SERVER_HANGS)
    {
      year->waiting = (g_ptr_array_unref (year->waiting), g_steal_pointer (&waiting));
      return;
    }
  year->server = mode;
  if (mode != SERVER_WORKS)
    g_hash_table_remove_all (year->displayed);
  for (guint i = 0; i < waiting->len; i++)
    if (mode == SERVER_WORKS)
      take (year, waiting->pdata[i]);
    else
      say (year, waiting->pdata[i], fail_cb);
  year->n_singles = 0; /* they were given at different times */
}

/* The program ends by itself: what was given before is shown, and it hears of it, unless the server hangs. */
void
year_server_finish (Year *year)
{
  while (!g_queue_is_empty (&year->words))
    speak_cb (year);
  g_ptr_array_set_size (year->in_flight, 0);
}

/* The program was killed: what it had not stored yet it may show once more. */
void
year_server_forget_run (Year *year)
{
  for (guint i = 0; i < year->in_flight->len; i++)
    for (guint j = 0; j < ((Shown *)year->in_flight->pdata[i])->keys->len; j++)
      count (year->allowed, ((Shown *)year->in_flight->pdata[i])->keys->pdata[j], 1);
  for (guint i = 0; i < year->waiting->len; i++)
    for (guint j = 0; j < ((Shown *)year->waiting->pdata[i])->keys->len; j++)
      if (((Shown *)year->waiting->pdata[i])->run == year->run)
        count (year->allowed, ((Shown *)year->waiting->pdata[i])->keys->pdata[j], 1);
  g_ptr_array_set_size (year->in_flight, 0);
}

void
year_server_init (Year *year)
{
  year->waiting = g_ptr_array_new_with_free_func (free_shown);
  year->in_flight = g_ptr_array_new_with_free_func (free_shown);
  year->displayed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_shown);
  year->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  year->allowed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  year->last = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

void
year_server_clear (Year *year)
{
  g_queue_clear_full (&year->words, free_word);
  g_ptr_array_unref (year->waiting);
  g_ptr_array_unref (year->in_flight);
  g_hash_table_unref (year->displayed);
  g_hash_table_unref (year->counts);
  g_hash_table_unref (year->allowed);
  g_hash_table_unref (year->last);
}
