/* connections.h - a Connections.csv as LinkedIn gives it away, as long as wanted, the same every time */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* Of ten rows one is about somebody of fill.c's database, whose mail address it has. Companies have ten people. */
static inline GString *
bench_make_connections (int rows)
{
  static const char *const first[] = { "Amara", "Birgit", "Élodie", "Grzegorz", "Jonas", "Łukasz", "Noor", "Xóchitl" };
  static const char *const last[] = {
    "Okafor", "Solheim", "Nguyễn", "Szczepańska", "van den Berg", "O'Brien", "Müller"
  };
  static const char *const work[] = { "Engineering Manager", "Recruiter", "\"Director, Engineering\"",
                                      "Test engineer" };
  static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
  GString *text = g_string_new ("Notes:\n\"When exporting your connection data, you may notice that some of the email "
                                "addresses are missing.\"\n\n"
                                "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n");

  for (int i = 1; i <= rows; i++)
    {
      g_string_append_printf (text, "%s,%s %d,https://www.linkedin.com/in/person-%d,", first[i % G_N_ELEMENTS (first)],
                              last[i / 3 % G_N_ELEMENTS (last)], i, i);
      if (i % 10 == 0)
        g_string_append_printf (text, "p%d@example.org", i);
      g_string_append_printf (text, ",Guild %d,%s,%02d %s %d\n", i * 7 % (rows / 10 + 1), work[i % G_N_ELEMENTS (work)],
                              i % 28 + 1, months[i % 12], 2008 + i % 17);
    }
  return text;
}
