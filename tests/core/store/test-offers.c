/* test-offers.c - an offer is written down, brings its card to Offer, and is taken back */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lib/onward-fixture.h"
#include "model/onward-opportunity.h"
#include "playbook/onward-wall.h"
#include "store/onward-offers.h"
#include "store/onward-opportunities.h"

static gint64
add (OnwardFixture *f)
{
  g_autoptr (GError) error = NULL;
  OnwardNewOpportunity data = { .company = (char *)"Meridian", .title = (char *)"Principal engineer" };

  onward_store_run (f->store, "Add", onward_opportunities_add, &data, &error);
  g_assert_no_error (error);
  return data.id;
}

static void
save (OnwardFixture *f, OnwardOffer *offer)
{
  g_autoptr (GError) error = NULL;

  onward_store_run (f->store, "Offer", onward_offers_save, offer, &error);
  g_assert_no_error (error);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_true (onward_store_run_finish (ONWARD_STORE (source), result, NULL));
  *(gboolean *)data = TRUE;
}

static void
undo (OnwardFixture *f)
{
  gboolean done = FALSE;

  onward_store_undo_async (f->store, done_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

static gint64
read_int (OnwardFixture *f, const char *sql)
{
  return onward_connection_read_int (onward_store_get_connection (f->store), sql, -1);
}

static void
test_an_offer_is_kept_and_its_card_stands_in_offer (OnwardFixture *f, gconstpointer data)
{
  gint64 id = add (f);
  g_autoptr (OnwardOffer) offer = onward_offer_new (id);
  g_autoptr (OnwardOffer) read = NULL;
  g_autoptr (OnwardOpportunity) opportunity = NULL;

  offer->received_on = g_strdup ("2026-03-02");
  offer->answer_by = g_strdup ("2026-03-09T17:00");
  offer->amount = g_strdup ("EUR 92,000 and a bonus");
  offer->notes = g_strdup ("Start on 1 April");
  save (f, offer);
  read = onward_offers_get (f->store, id);
  g_assert_cmpstr (read->received_on, ==, "2026-03-02");
  g_assert_cmpstr (read->answer_by, ==, "2026-03-09T17:00");
  g_assert_cmpstr (read->amount, ==, "EUR 92,000 and a bonus");
  g_assert_cmpstr (read->notes, ==, "Start on 1 April");
  opportunity = onward_store_get_record (f->store, ONWARD_TYPE_OPPORTUNITY, id);
  g_assert_cmpint (opportunity->stage, ==, onward_stages_find_kind (onward_store_get_connection (f->store), "offer"));
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM stage_events"), ==, 2);
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM follow_ups"), ==, 0);
  undo (f);
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM opportunities WHERE offer_received_on IS NOT NULL"), ==, 0);
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM stage_events"), ==, 1);
}

static gboolean
write_number (OnwardWriter *writer, gpointer id, GError **error)
{
  g_autoptr (OnwardOpportunity) opportunity =
      onward_writer_load (writer, ONWARD_TYPE_OPPORTUNITY, *(gint64 *)id, error);

  onward_set_text (&opportunity->offer_amount, "92000");
  return onward_writer_update (writer, opportunity, error);
}

static void
test_an_amount_that_came_as_a_number_stays_one (OnwardFixture *f, gconstpointer data)
{
  gint64 id = add (f);
  g_autoptr (OnwardOffer) offer = NULL;

  g_assert_true (onward_store_run (f->store, NULL, write_number, &id, NULL));
  offer = onward_offers_get (f->store, id);
  g_assert_cmpstr (offer->amount, ==, "92000");
  offer->received_on = g_strdup ("2026-03-02");
  save (f, offer);
  g_assert_cmpint (read_int (f, "SELECT offer_amount = '92000' FROM opportunities"), ==, 1);
}

static void
test_what_is_asked_about_it_is_a_follow_up (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardOffer) offer = onward_offer_new (add (f));

  offer->received_on = g_strdup ("2026-03-02");
  onward_day_parse ("2026-03-03", &offer->ask_on);
  offer->ask_title = g_strdup ("Talk about the offer");
  save (f, offer);
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM follow_ups WHERE rule = 'manual' AND state = 'open'"
                                " AND key = 'manual:' || uuid AND remind_at = '2026-03-03T09:00'"
                                " AND due = '2026-03-03T23:59' AND opportunity = 1"),
                   ==, 1);
}

static void
test_a_time_that_is_none_is_refused (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardOffer) offer = onward_offer_new (add (f));
  g_autoptr (GError) error = NULL;

  offer->received_on = g_strdup ("2026-03-02");
  offer->answer_by = g_strdup ("Friday");
  g_assert_false (onward_store_run (f->store, "Offer", onward_offers_save, offer, &error));
  g_assert_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "Friday"));
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM opportunities WHERE offer_received_on IS NOT NULL"), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                                            \
  g_test_add ("/offers/" name, OnwardFixture, NULL, onward_fixture_set_up, function, onward_fixture_tear_down)
  ADD ("an-offer-is-kept-and-its-card-stands-in-offer", test_an_offer_is_kept_and_its_card_stands_in_offer);
  ADD ("an-amount-that-came-as-a-number-stays-one", test_an_amount_that_came_as_a_number_stays_one);
  ADD ("what-is-asked-about-it-is-a-follow-up", test_what_is_asked_about_it_is_a_follow_up);
  ADD ("a-time-that-is-none-is-refused", test_a_time_that_is_none_is_refused);
  return g_test_run ();
}
