/* onward-linkedin.c - LinkedIn's Connections.csv */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-linkedin.h"

#include "onward-cell-text.h"
#include "onward-csv.h"
#include "onward-date-text.h"
#include "onward-exchange-error.h"
#include "onward-linkedin-header.h"

#include <glib/gi18n-lib.h>

/* LinkedIn ends at 30,000 connections, which are 6 MB. */
#define TEXT_MAX          ((gsize)64 * 1024 * 1024)
#define ROWS_MAX          500000
#define ROWS_PER_LOOK     1000
#define QUOTED_DATE_CHARS 40

typedef struct
{
  OnwardLinkedinHeader header;
  OnwardCsvReader *rows;
  OnwardProposal *proposal;
  OnwardDateOrder date_order;
  gboolean date_orders_differ;
  GString *cell;
  GString *name;
} Reading;

static gboolean
read_cell (Reading *self, OnwardLinkedinColumn column)
{
  int index = self->header.columns[column];

  return onward_cell_text_clean (index < 0 ? "" : onward_csv_reader_get_cell (self->rows, index), self->cell);
}

static const char *
get_raw_cell (Reading *self, OnwardLinkedinColumn column)
{
  int index = self->header.columns[column];

  return index < 0 ? "" : onward_csv_reader_get_cell (self->rows, index);
}

static gboolean
is_row_blank (Reading *self, guint first_cell)
{
  for (guint i = first_cell; i < onward_csv_reader_get_n_cells (self->rows); i++)
    {
      const char *cell = onward_csv_reader_get_cell (self->rows, i);

      if (*cell == '\0')
        continue;
      onward_cell_text_clean (cell, self->cell);
      if (self->cell->len > 0)
        return FALSE;
    }
  return TRUE;
}

/* First and last name with a space between, whichever of them there is. */
static gboolean
read_name (Reading *self)
{
  gboolean whole = read_cell (self, ONWARD_LINKEDIN_FIRST_NAME);

  g_string_assign (self->name, self->cell->str);
  whole &= read_cell (self, ONWARD_LINKEDIN_LAST_NAME);
  if (self->name->len > 0 && self->cell->len > 0)
    g_string_append_c (self->name, ' ');
  g_string_append (self->name, self->cell->str);
  return whole;
}

static void
read_details (Reading *self, OnwardProposedContact *contact)
{
  OnwardProposal *proposal = self->proposal;

  if (!onward_cell_text_read_url (get_raw_cell (self, ONWARD_LINKEDIN_URL), self->cell))
    onward_proposal_note (proposal, contact->line, _ ("the profile address is not a web address, and was left out"));
  contact->url = onward_proposal_keep (proposal, self->cell->str);

  if (!onward_cell_text_read_email (get_raw_cell (self, ONWARD_LINKEDIN_EMAIL), self->cell))
    onward_proposal_note (proposal, contact->line, _ ("the mail address is not a mail address, and was left out"));
  contact->email = onward_proposal_keep (proposal, self->cell->str);

  if (!read_cell (self, ONWARD_LINKEDIN_COMPANY))
    onward_proposal_note (proposal, contact->line, _ ("the company is too long, and was cut"));
  contact->company = onward_proposal_keep (proposal, self->cell->str);

  if (!read_cell (self, ONWARD_LINKEDIN_POSITION))
    onward_proposal_note (proposal, contact->line, _ ("the position is too long, and was cut"));
  contact->position = onward_proposal_keep (proposal, self->cell->str);
}

/* Dates wait as text until the whole file has shown which way round it writes them. */
static void
read_date (Reading *self, OnwardProposedContact *contact)
{
  OnwardDateOrder order;

  read_cell (self, ONWARD_LINKEDIN_CONNECTED_ON);
  contact->connected_on = onward_proposal_keep (self->proposal, self->cell->str);
  order = onward_date_text_find_order (self->cell->str);
  if (order == ONWARD_DATE_ORDER_EITHER)
    return;
  self->date_orders_differ |= self->date_order != ONWARD_DATE_ORDER_EITHER && self->date_order != order;
  self->date_order = order;
}

static void
read_row (Reading *self)
{
  OnwardProposedContact contact = { .line = onward_csv_reader_get_line (self->rows) };

  if (is_row_blank (self, 0))
    return;
  if (!is_row_blank (self, self->header.n_cells))
    {
      /* An unquoted comma has moved the cells: none of them can be trusted to be what its column says. */
      onward_proposal_reject (self->proposal, contact.line, _ ("more cells than the header has"));
      return;
    }

  gboolean whole_name = read_name (self);
  if (!onward_cell_text_is_visible (self->name->str))
    {
      onward_proposal_reject (self->proposal, contact.line, _ ("no name"));
      return;
    }
  if (!whole_name)
    onward_proposal_note (self->proposal, contact.line, _ ("the name is too long, and was cut"));
  contact.name = onward_proposal_keep (self->proposal, self->name->str);
  read_details (self, &contact);
  read_date (self, &contact);
  onward_proposal_add_contact (self->proposal, &contact);
}

static gboolean
read_rows (Reading *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) broken = NULL;
  guint n_rows = 0;

  while (onward_csv_reader_next (self->rows, &broken))
    {
      if (n_rows % ROWS_PER_LOOK == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (++n_rows > ROWS_MAX)
        {
          g_set_error (error, ONWARD_EXCHANGE_ERROR, ONWARD_EXCHANGE_ERROR_TOO_LARGE,
                       _ ("The file has more than %d rows, the most that can be imported."), ROWS_MAX);
          return FALSE;
        }
      read_row (self);
    }
  if (broken == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&broken));
  return FALSE;
}

static void
note_unreadable_date (Reading *self, const OnwardProposedContact *contact)
{
  g_autofree char *start =
      g_utf8_substring (contact->connected_on, 0, MIN (g_utf8_strlen (contact->connected_on, -1), QUOTED_DATE_CHARS));
  /* Translators: %s is what the file has instead of a date. */
  g_autofree char *why = g_strdup_printf (_ ("“%s” is not a date, and was left out"), start);

  onward_proposal_note (self->proposal, contact->line, why);
}

static void
read_dates (Reading *self)
{
  OnwardDateOrder order = self->date_orders_differ ? ONWARD_DATE_ORDER_MONTH_FIRST : self->date_order;

  for (guint i = 0; i < self->proposal->contacts->len; i++)
    {
      OnwardProposedContact *contact = &g_array_index (self->proposal->contacts, OnwardProposedContact, i);
      GDate date;
      char text[16];

      if (contact->connected_on == NULL)
        continue;
      if (onward_date_text_read (contact->connected_on, order, &date))
        {
          g_snprintf (text, sizeof text, "%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date),
                      g_date_get_day (&date));
          contact->connected_on = onward_proposal_keep (self->proposal, text);
        }
      else
        {
          note_unreadable_date (self, contact);
          contact->connected_on = NULL;
        }
    }
  onward_proposal_sort_notes (self->proposal);
}

/**
 * onward_linkedin_read_connections:
 * @text: UTF-8 text without a zero byte, as onward_text_input_read() gives it
 * @length: its bytes
 * @cancellable: (nullable): ends the reading
 * @error: return location of an %ONWARD_EXCHANGE_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Reads the file that LinkedIn calls Connections.csv, on any thread. A row without a name, or with more
 * cells than the header, is rejected. A person is never lost over one bad cell: what cannot be read is left
 * out, or cut, and noted. Rows without any text are passed over.
 *
 * Returns: (transfer full) (nullable): what the file proposes; %NULL with @error set, and nothing
 *   proposed, if the file is no such file or is broken
 */
OnwardProposal *
onward_linkedin_read_connections (const char *text, gsize length, GCancellable *cancellable, GError **error)
{
  g_autoptr (OnwardProposal) proposal = onward_proposal_new ();
  g_autoptr (GString) cell = g_string_new (NULL);
  g_autoptr (GString) name = g_string_new (NULL);
  g_autoptr (OnwardCsvReader) rows = NULL;
  Reading reading = { .proposal = proposal, .cell = cell, .name = name };

  g_return_val_if_fail (text != NULL, NULL);

  if (length > TEXT_MAX)
    {
      g_set_error_literal (error, ONWARD_EXCHANGE_ERROR, ONWARD_EXCHANGE_ERROR_TOO_LARGE,
                           _ ("The file is larger than any list of connections can be."));
      return NULL;
    }
  if (!onward_linkedin_header_find (text, length, &reading.header))
    {
      g_set_error_literal (error, ONWARD_EXCHANGE_ERROR, ONWARD_EXCHANGE_ERROR_UNKNOWN,
                           _ ("No line names the columns of LinkedIn's Connections.csv: First Name, Last Name, "
                              "URL, Email Address, Company, Position, Connected On."));
      return NULL;
    }

  rows = onward_csv_reader_new (text + reading.header.rows, length - reading.header.rows, reading.header.delimiter,
                                reading.header.line);
  reading.rows = rows;
  if (!read_rows (&reading, cancellable, error))
    return NULL;
  read_dates (&reading);
  return g_steal_pointer (&proposal);
}
