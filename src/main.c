/* main.c - onward, the program with a window */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-alerting.h"
#include "onward-autostarting.h"
#include "onward-importing.h"
#include "onward-mailing.h"
#include "onward-searching.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

int
main (int argc, char *argv[])
{
  const char *localedir = g_getenv ("ONWARD_LOCALEDIR"); /* the build tree's, set by ./dev run */
  g_autoptr (OnwardApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, localedir != NULL ? localedir : ONWARD_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name (_ ("Onward"));
  application = onward_application_new ();
  onward_alerting_connect (application);
  onward_autostarting_connect (application);
  onward_importing_connect (application);
  onward_mailing_connect (application);
  onward_searching_connect (application);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
