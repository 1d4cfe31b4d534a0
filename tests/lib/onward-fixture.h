/* onward-fixture.h - a store of its own and a clock of its own for each test */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-store.h"

#include <glib/gstdio.h>

/* A folder that is emptied at the end, a database in it, and a clock that stands where the test puts it. */
typedef struct
{
  char *folder;
  char *path;
  OnwardNow now;
  OnwardStore *store;
} OnwardFixture;

static inline OnwardNow
onward_fixture_get_now (gpointer data)
{
  return ((OnwardFixture *)data)->now;
}

static inline void
onward_fixture_open (OnwardFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->store = onward_store_open (fixture->path, onward_fixture_get_now, fixture, &error);
  g_assert_no_error (error);
}

static inline void
onward_fixture_set_up (OnwardFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("onward-test-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "data", "onward.db", NULL);
  fixture->now.unix_time = 1772442000; /* 2026-03-02T10:00:00+01:00 */
  g_strlcpy (fixture->now.zone, "Europe/Amsterdam", sizeof fixture->now.zone);
  onward_fixture_open (fixture);
}

static inline void
onward_fixture_close (OnwardFixture *fixture)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  onward_store_close (fixture->store);
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
}

static inline void
onward_fixture_remove (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        onward_fixture_remove (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static inline void
onward_fixture_tear_down (OnwardFixture *fixture, gconstpointer data)
{
  if (fixture->store != NULL)
    onward_fixture_close (fixture);
  onward_fixture_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}
