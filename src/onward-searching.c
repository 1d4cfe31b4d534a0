/* onward-searching.c - between the program and the desktop's search */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-searching.h"

#include "onward-search-provider.h"

static void
export_cb (OnwardApplication *application, GDBusConnection *connection, const char *path,
           OnwardSearchProvider *provider)
{
  g_autoptr (GError) error = NULL;

  if (!onward_search_provider_export (provider, connection, path, &error))
    g_message ("The desktop's search will not find what is in Onward: %s", error->message);
}

/* Once there is a store. */
static void
startup_cb (OnwardApplication *application, OnwardSearchProvider *provider)
{
  onward_search_provider_set_store (provider, onward_application_get_store (application));
}

static void
shutdown_cb (OnwardApplication *application, OnwardSearchProvider *provider)
{
  g_object_run_dispose (G_OBJECT (provider));
}

/**
 * onward_searching_connect:
 * @application: the program, before it runs
 *
 * As long as it runs the desktop's search finds what is in it, with and without a window.
 */
void
onward_searching_connect (OnwardApplication *application)
{
  OnwardSearchProvider *provider = onward_search_provider_new (G_APPLICATION (application));

  g_object_set_data_full (G_OBJECT (application), "search-provider", provider, g_object_unref);
  g_signal_connect (application, "export", G_CALLBACK (export_cb), provider);
  g_signal_connect_after (application, "startup", G_CALLBACK (startup_cb), provider);
  g_signal_connect (application, "shutdown", G_CALLBACK (shutdown_cb), provider);
}
