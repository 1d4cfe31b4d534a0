/* test-board-table.c - the table shows the rows of the board, in an order that its cells tell */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lib/onward-facts.h"
#include "playbook/onward-zone.h"
#include "store/onward-board-table.h"
#include "store/onward-board.h"
#include "store/onward-sort-keys.h"

#define TODAY 20514 /* 2026-03-02 */

#define STAGES                                                                                                         \
  "'stages':[{'id':'#1','name':'Prospect','position':0,'kind':'prospect'},"                                            \
  "{'id':'#2','name':'Applied','position':1,'kind':'applied'},"                                                        \
  "{'id':'#3','name':'Screening','position':2,'kind':'screening'},"                                                    \
  "{'id':'#4','name':'Interviewing','position':3,'kind':'interviewing'},"                                              \
  "{'id':'#5','name':'Offer','position':4,'kind':'offer'},{'id':'#6','name':'Closed','position':5,'kind':'closed'}]"

#define N_OPPORTUNITIES 120

typedef struct
{
  GRand *rand;
  GString *text;
  int id;
} Teller;

static void
begin (Teller *teller, const char *collection)
{
  g_string_append_printf (teller->text, ",'%s':[", collection);
}

static void
end (Teller *teller)
{
  if (g_str_has_suffix (teller->text->str, ","))
    g_string_truncate (teller->text, teller->text->len - 1);
  g_string_append_c (teller->text, ']');
}

static gboolean
chance (Teller *teller, int in)
{
  return g_rand_int_range (teller->rand, 0, in) == 0;
}

static int
pick (Teller *teller, int from, int end_before)
{
  return g_rand_int_range (teller->rand, from, end_before);
}

static void
tell_people (Teller *teller)
{
  begin (teller, "companies");
  for (int i = 0; i < 20; i++)
    g_string_append_printf (teller->text, "{'id':'#%d','name':'Company %c'},", 100 + i, 'A' + (i * 7) % 20);
  end (teller);
  begin (teller, "contacts");
  for (int i = 0; i < 20; i++)
    g_string_append_printf (teller->text, "{'id':'#%d','name':'Person %c'},", 200 + i, 'A' + (i * 11) % 20);
  end (teller);
}

static void
tell_opportunities (Teller *teller)
{
  begin (teller, "opportunities");
  for (int i = 0; i < N_OPPORTUNITIES; i++)
    {
      g_string_append_printf (teller->text, "{'id':'#%d','title':'Role %03d'", 1000 + i, pick (teller, 0, 60));
      if (!chance (teller, 8))
        g_string_append_printf (teller->text, ",'company':'#%d'", 100 + pick (teller, 0, 20));
      if (!chance (teller, 10))
        g_string_append_printf (teller->text, ",'stage':'#%d'", pick (teller, 1, 7));
      if (!chance (teller, 5))
        g_string_append_printf (teller->text, ",'added_on':'2026-01-%02d'", pick (teller, 1, 29));
      if (chance (teller, 2))
        g_string_append_printf (teller->text, ",'applied_on':'2026-02-%02d'", pick (teller, 1, 29));
      if (chance (teller, 4))
        g_string_append_printf (teller->text, ",'promise':{'on':'2026-03-%02d','given_on':'2026-02-27'}",
                                pick (teller, 1, 20));
      if (chance (teller, 4))
        g_string_append_printf (teller->text, ",'offer':{'received_on':'2026-02-%02d'}", pick (teller, 1, 29));
      if (chance (teller, 4))
        g_string_append_printf (teller->text, ",'outcome':{'kind':'%s','on':'2026-02-%02d'}",
                                chance (teller, 2) ? "rejected" : "withdrawn", pick (teller, 1, 29));
      if (chance (teller, 3))
        g_string_append_printf (teller->text, ",'people':[{'contact':'#%d'}]", 200 + pick (teller, 0, 20));
      g_string_append (teller->text, "},");
    }
  end (teller);
}

static void
tell_history (Teller *teller)
{
  begin (teller, "stage_events");
  for (int i = 0; i < N_OPPORTUNITIES; i += 2)
    g_string_append_printf (teller->text,
                            "{'id':'#%d','opportunity':'#%d','stage':'#1','at':'2026-02-%02dT12:00:00+01:00'},",
                            2000 + i, 1000 + i, pick (teller, 1, 29));
  end (teller);
  begin (teller, "touches");
  for (int i = 0; i < N_OPPORTUNITIES; i++)
    g_string_append_printf (teller->text,
                            "{'id':'#%d','opportunity':'#%d','direction':'out','channel':'email',"
                            "'at':'2026-%02d-02T09:00:00+01:00'},",
                            3000 + i, 1000 + pick (teller, 0, N_OPPORTUNITIES), pick (teller, 1, 4));
  end (teller);
  begin (teller, "interviews");
  for (int i = 0; i < N_OPPORTUNITIES; i++)
    g_string_append_printf (teller->text,
                            "{'id':'#%d','opportunity':'#%d','kind':'%s','starts_at':'2026-%02d-%02dT14:00:00+01:00',"
                            "'status':'%s','people':[{'contact':'#%d'}]},",
                            4000 + i, 1000 + pick (teller, 0, N_OPPORTUNITIES), chance (teller, 6) ? "mock" : "video",
                            pick (teller, 2, 4), pick (teller, 1, 28), chance (teller, 4) ? "cancelled" : "booked",
                            200 + pick (teller, 0, 20));
  end (teller);
  begin (teller, "follow_ups");
  for (int i = 0; i < N_OPPORTUNITIES; i++)
    {
      int day = chance (teller, 2) ? 2 : pick (teller, 1, 20);

      g_string_append_printf (teller->text,
                              "{'id':'#%d','key':'manual:%d','rule':'manual','title':'Ask','opportunity':'#%d',"
                              "'remind_at':'2026-03-%02dT09:00','due':'2026-03-%02dT%02d:00','state':'%s'},",
                              5000 + i, i, 1000 + pick (teller, 0, N_OPPORTUNITIES), day, day, pick (teller, 7, 14),
                              chance (teller, 4) ? "done" : "open");
      /* Put off until after it is late. */
      if (chance (teller, 4))
        g_string_insert (teller->text, (gssize)teller->text->len - 2, ",'snoozed_until':'2026-03-25T09:00'");
    }
  end (teller);
  begin (teller, "introductions");
  for (int i = 0; i < 10; i++)
    g_string_append_printf (teller->text,
                            "{'id':'#%d','introducer':'#200','opportunity':'#%d','recorded_on':'2026-02-01'},",
                            6000 + i, 1000 + pick (teller, 0, N_OPPORTUNITIES));
  end (teller);
}

static void
write_random (OnwardFixture *f, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GString) text = g_string_new (STAGES);
  Teller teller = { rand, text, 0 };

  g_assert_true (onward_store_run (f->store, NULL, onward_sort_keys_set_locale, (gpointer) "C", NULL));
  tell_people (&teller);
  tell_opportunities (&teller);
  tell_history (&teller);
  onward_facts_write (f, text->str);
}

static int
get_stage_place (OnwardFixture *f, const OnwardCard *card)
{
  static const char *const outcomes = "accepted declined rejected withdrawn no-response cancelled";
  g_autofree char *sql = g_strdup_printf ("SELECT position FROM stages WHERE id = %" G_GINT64_FORMAT, card->stage);

  return card->outcome != NULL ? 1000 + (int)(strstr (outcomes, card->outcome) - outcomes)
                               : (int)onward_connection_read_int (onward_store_get_connection (f->store), sql, -1);
}

static gint64
get_next (const OnwardCard *card)
{
  gint64 moment = card->next_moment - onward_wall_at (TODAY - 1000, 0);

  if (card->next == ONWARD_NEXT_LATE)
    return moment;
  return card->next == ONWARD_NEXT_TODAY ? 100000000 + moment : 200000000 + moment;
}

/* What a cell says, as a number; FALSE for an empty one. */
static gboolean
get_number (OnwardFixture *f, const OnwardCard *card, OnwardTableColumn column, gint64 *number)
{
  const char *text = NULL;

  switch (column)
    {
    case ONWARD_TABLE_STAGE:
      *number = get_stage_place (f, card);
      return TRUE;
    case ONWARD_TABLE_SPAN:
      *number = (gint64)TODAY - card->since;
      return card->span != ONWARD_SPAN_NONE;
    case ONWARD_TABLE_NEXT:
      *number = get_next (card);
      return card->next != ONWARD_NEXT_NONE;
    case ONWARD_TABLE_PEOPLE:
      text = card->people[0].name;
      *number = text != NULL ? text[strlen (text) - 1] : 0;
      return text != NULL;
    case ONWARD_TABLE_ROLE:
      *number = atoi (card->title + strlen ("Role "));
      return TRUE;
    default:
      text = card->company;
      *number = text != NULL ? text[strlen (text) - 1] : 0;
      return text != NULL;
    }
}

static void
check_order (OnwardFixture *f, GArray *ids, OnwardTableColumn column, gboolean descending)
{
  gboolean was_filled = TRUE;
  gint64 last = 0;

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (OnwardCard) card = onward_board_get_card (f->store, g_array_index (ids, gint64, i));
      gint64 number;
      gboolean filled = get_number (f, card, column, &number);

      if (filled && !was_filled)
        g_error ("column %d: %s stands below an empty one", column, card->title);
      if (filled && i > 0 && (descending ? number > last : number < last))
        g_error ("column %d, %s: %s is in the wrong place", column, descending ? "descending" : "ascending",
                 card->title);
      was_filled = filled;
      last = number;
    }
}

static void
test_orders_by_every_column (OnwardFixture *f, gconstpointer data)
{
  write_random (f, 20260302);
  for (guint filter = 0; filter < ONWARD_TABLE_N_FILTERS; filter++)
    for (guint column = 0; column < ONWARD_TABLE_N_COLUMNS; column++)
      for (int descending = 0; descending < 2; descending++)
        {
          g_autoptr (GArray) ids = onward_board_table_list (f->store, filter, column, descending, NULL);

          check_order (f, ids, column, descending);
        }
}

static gboolean
has_passed (const OnwardCard *card, OnwardTableFilter filter, gint64 closed)
{
  gboolean open = card->outcome == NULL && card->stage != closed;

  switch (filter)
    {
    case ONWARD_TABLE_OPEN:
      return open;
    case ONWARD_TABLE_CLOSED:
      return !open;
    case ONWARD_TABLE_OWED:
      return open && (card->next == ONWARD_NEXT_LATE || card->next == ONWARD_NEXT_TODAY);
    default:
      return open && card->span == ONWARD_SPAN_QUIET && card->since < TODAY;
    }
}

static void
test_filters_as_the_cards_say (OnwardFixture *f, gconstpointer data)
{
  guint counts[ONWARD_TABLE_N_FILTERS];

  write_random (f, 7);
  onward_board_table_count (f->store, counts);
  for (guint filter = 0; filter < ONWARD_TABLE_N_FILTERS; filter++)
    {
      g_autoptr (GArray) ids = onward_board_table_list (f->store, filter, ONWARD_TABLE_COMPANY, FALSE, NULL);
      guint expected = 0;

      g_assert_cmpuint (counts[filter], ==, ids->len);
      g_assert_cmpuint (ids->len, >, 0);
      for (int i = 0; filter != ONWARD_TABLE_INTRODUCED && i < N_OPPORTUNITIES; i++)
        {
          gint64 id = onward_facts_find (f, "opportunities", 1000 + i);
          g_autoptr (OnwardCard) card = onward_board_get_card (f->store, id);

          expected += has_passed (card, filter, onward_facts_find (f, "stages", 6));
        }
      if (filter != ONWARD_TABLE_INTRODUCED)
        g_assert_cmpuint (ids->len, ==, expected);
    }
}

static void
test_shows_only_what_is_searched (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (GHashTable) matches = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) all = NULL;
  g_autoptr (GArray) some = NULL;

  write_random (f, 7);
  all = onward_board_table_list (f->store, ONWARD_TABLE_OPEN, ONWARD_TABLE_NEXT, FALSE, NULL);
  g_hash_table_add (matches, &g_array_index (all, gint64, 9));
  g_hash_table_add (matches, &g_array_index (all, gint64, 4));
  some = onward_board_table_list (f->store, ONWARD_TABLE_OPEN, ONWARD_TABLE_NEXT, FALSE, matches);
  g_assert_cmpuint (some->len, ==, 2);
  g_assert_cmpint (g_array_index (some, gint64, 0), ==, g_array_index (all, gint64, 4));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                                            \
  g_test_add ("/board-table/" name, OnwardFixture, NULL, onward_fixture_set_up, function, onward_fixture_tear_down)
  ADD ("orders-by-every-column", test_orders_by_every_column);
  ADD ("filters-as-the-cards-say", test_filters_as_the_cards_say);
  ADD ("shows-only-what-is-searched", test_shows_only_what_is_searched);
#undef ADD
  return g_test_run ();
}
