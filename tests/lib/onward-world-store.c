/* onward-world-store.c - a real database that follows a world */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/onward-world-store.h"

#include "lib/onward-fixture.h"
#include "store/onward-reconcile-store.h"
#include "store/onward-undo.h"

static gboolean
tell_steps (OnwardWriter *writer, gpointer data, GError **error)
{
  GPtrArray *steps = data;

  for (guint i = 0; i < steps->len; i++)
    onward_world_tell (writer, steps->pdata[i]);
  return TRUE;
}

static gboolean
set_own_address (OnwardWriter *writer, gpointer data, GError **error)
{
  return onward_writer_set_member (writer, "profile", "email", "\"me@example.org\"", error);
}

static gboolean
look_at_everything (OnwardWriter *writer, gpointer data, GError **error)
{
  onward_writer_set_reconcile_all (writer);
  return TRUE;
}

static void
run (OnwardWorldStore *self, OnwardCommandFunc command, gpointer data)
{
  g_autoptr (GError) error = NULL;
  OnwardOutcome outcome;

  onward_writer_run (self->writer, command, data, &outcome, &error);
  g_assert_no_error (error);
  g_clear_pointer (&self->images, g_ptr_array_unref);
  self->images = g_steal_pointer (&outcome.images);
  onward_outcome_clear (&outcome);
}

static OnwardNow
get_now_cb (gpointer data)
{
  return ((OnwardWorldStore *)data)->now;
}

OnwardWorldStore *
onward_world_store_new (void)
{
  OnwardWorldStore *self = g_new0 (OnwardWorldStore, 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  self->folder = g_dir_make_tmp ("onward-test-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (self->folder, "onward.db", NULL);
  g_strlcpy (self->now.zone, "Europe/Amsterdam", sizeof self->now.zone);
  self->writer = onward_writer_new (path, NULL, get_now_cb, self, &error);
  g_assert_no_error (error);
  /* Nobody pulls a plug here, and a thousand commits are to be quick. */
  onward_connection_execute (onward_writer_get_connection (self->writer), "PRAGMA synchronous = OFF", &error);
  g_assert_no_error (error);
  run (self, set_own_address, NULL);
  onward_writer_set_reconcile (self->writer, onward_reconcile);
  return self;
}

void
onward_world_store_free (OnwardWorldStore *self)
{
  g_clear_pointer (&self->images, g_ptr_array_unref);
  onward_writer_free (self->writer);
  onward_fixture_remove (self->folder);
  g_free (self->folder);
  g_free (self);
}

/* The moment and the zone of a world. */
void
onward_world_store_set_now (OnwardWorldStore *self, OnwardWorld *world)
{
  g_autoptr (OnwardFacts) facts = onward_world_get_facts (world);

  self->now.unix_time = facts->now;
  g_strlcpy (self->now.zone, g_time_zone_get_identifier (facts->zone), sizeof self->now.zone);
}

/* One command: all of @steps; the playbook reconciles at its end. */
void
onward_world_store_tell (OnwardWorldStore *self, GPtrArray *steps)
{
  run (self, tell_steps, steps);
}

/* Undo: what the last command wrote is as it was before, and the playbook reconciles. */
void
onward_world_store_take_back (OnwardWorldStore *self)
{
  OnwardUndoStep *step = onward_undo_step_new ("take back", g_steal_pointer (&self->images));

  run (self, onward_undo_step_run, step);
  onward_undo_step_free (step);
}

/* A reconcile of everything, as at the start. */
void
onward_world_store_reconcile_all (OnwardWorldStore *self)
{
  run (self, look_at_everything, NULL);
}
