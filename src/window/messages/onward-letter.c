/* onward-letter.c - a message on paper: a letter or a card */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-letter.h"

#include "model/onward-collections.h"
#include "playbook/onward-dates.h"
#include "store/onward-present.h"
#include "store/onward-reach.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* In points of 1/72 inch. A letter has room for a hand that holds it; the recipient stands where the window of an
 * envelope is (45 mm from the top, DIN 5008), on any paper. */
#define SIDE           68
#define TOP            57
#define BOTTOM         57
#define RECIPIENT_TOP  128
#define RECIPIENT_LEFT 68
#define CARD_SIDE      34
#define GAP            14

#define LETTER_FONT "Serif 11"
#define CARD_FONT   "Serif 12"

/* What is being printed. */
typedef struct
{
  OnwardLetter *letter;
  PangoLayout *body;
  double body_top; /* on the first page */
  GArray *breaks;  /* the first line of each page but the first */
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  onward_letter_free (job->letter);
  g_clear_object (&job->body);
  g_array_unref (job->breaks);
  g_free (job);
}

static PangoLayout *
create_layout (GtkPrintContext *context, OnwardLetter *letter, const char *text, double width)
{
  PangoLayout *layout = gtk_print_context_create_pango_layout (context);
  PangoFontDescription *font = pango_font_description_from_string (letter->card ? CARD_FONT : LETTER_FONT);

  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, (int)(width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing (layout, 1.25F);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static double
get_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return (double)height / PANGO_SCALE;
}

/* A block of lines; returns where the next may begin. */
static double
place_block (GtkPrintContext *context, OnwardLetter *letter, cairo_t *cr, const char *text, double top,
             PangoAlignment alignment, gboolean bold)
{
  double width = gtk_print_context_get_width (context) - 2 * SIDE;
  g_autoptr (PangoLayout) layout = NULL;

  if (text == NULL || *text == '\0')
    return top;
  layout = create_layout (context, letter, text, width);
  pango_layout_set_alignment (layout, alignment);
  if (bold)
    {
      PangoAttrList *attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_layout_set_attributes (layout, attributes);
      pango_attr_list_unref (attributes);
    }
  if (cr != NULL)
    {
      cairo_move_to (cr, SIDE, top);
      pango_cairo_show_layout (cr, layout);
    }
  return top + get_height (layout);
}

/* Sender, recipient, date and subject of the first page; draws when there is something to draw on. */
static double
place_head (GtkPrintContext *context, OnwardLetter *letter, cairo_t *cr)
{
  double top;

  place_block (context, letter, cr, letter->sender, TOP, PANGO_ALIGN_RIGHT, FALSE);
  top = place_block (context, letter, NULL, letter->sender, TOP, PANGO_ALIGN_RIGHT, FALSE);
  top = MAX (top + GAP, RECIPIENT_TOP);
  top = place_block (context, letter, cr, letter->recipient, top, PANGO_ALIGN_LEFT, FALSE);
  top = place_block (context, letter, cr, letter->date, top + 2 * GAP, PANGO_ALIGN_RIGHT, FALSE);
  top = place_block (context, letter, cr, letter->subject, top + 2 * GAP, PANGO_ALIGN_LEFT, TRUE);
  return top + (letter->subject != NULL && *letter->subject != '\0' ? GAP : 0);
}

/* A line that would pass the bottom begins another page. */
static void
break_pages (Job *job, GtkPrintContext *context)
{
  double bottom = gtk_print_context_get_height (context) - (job->letter->card ? CARD_SIDE : BOTTOM);
  double shift = job->body_top;
  PangoLayoutIter *iter = pango_layout_get_iter (job->body);
  int line = 0;

  do
    {
      PangoRectangle rectangle;

      pango_layout_iter_get_line_extents (iter, NULL, &rectangle);
      if (line > 0 && shift + (double)(rectangle.y + rectangle.height) / PANGO_SCALE > bottom)
        {
          g_array_append_val (job->breaks, line);
          shift = (job->letter->card ? CARD_SIDE : TOP) - (double)rectangle.y / PANGO_SCALE;
        }
      line++;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, Job *job)
{
  OnwardLetter *letter = job->letter;
  double side = letter->card ? CARD_SIDE : SIDE;
  double width = gtk_print_context_get_width (context) - 2 * side;

  g_clear_object (&job->body);
  g_array_set_size (job->breaks, 0);
  job->body = create_layout (context, letter, letter->body, width);
  if (letter->card)
    job->body_top = MAX (side, (gtk_print_context_get_height (context) - get_height (job->body)) / 2);
  else
    job->body_top = place_head (context, letter, NULL);
  break_pages (job, context);
  gtk_print_operation_set_n_pages (operation, (int)job->breaks->len + 1);
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, Job *job)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double side = job->letter->card ? CARD_SIDE : SIDE;
  double top = page == 0 ? job->body_top : job->letter->card ? CARD_SIDE : TOP;
  int first = page > 0 ? g_array_index (job->breaks, int, page - 1) : 0;
  int end = page < (int)job->breaks->len ? g_array_index (job->breaks, int, page) : G_MAXINT;
  PangoLayoutIter *iter = pango_layout_get_iter (job->body);
  double shift = top;
  int line = 0;

  if (page == 0 && !job->letter->card)
    place_head (context, job->letter, cr);
  do
    {
      PangoRectangle rectangle;

      pango_layout_iter_get_line_extents (iter, NULL, &rectangle);
      if (line == first)
        shift = top - (double)rectangle.y / PANGO_SCALE;
      if (line >= first && line < end)
        {
          cairo_move_to (cr, side + (double)rectangle.x / PANGO_SCALE,
                         shift + (double)pango_layout_iter_get_baseline (iter) / PANGO_SCALE);
          pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
        }
      line++;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static char *
join_lines (const char *first, const char *second, const char *third)
{
  const char *lines[] = { first, second, third };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (lines[i] != NULL && *lines[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", lines[i]);
  return g_string_free (text, FALSE);
}

static char *
get_recipient (OnwardComposition *composition)
{
  OnwardFollowUp *about = composition->about;
  g_autoptr (OnwardContact) contact =
      about->contact != 0 ? onward_store_get_record (composition->store, ONWARD_TYPE_CONTACT, about->contact) : NULL;
  g_autofree char *address = onward_reach_get_address (composition->store, about->contact, "letter");
  const char *company = g_hash_table_lookup (composition->facts, "company");

  /* An address book's address often has the company in it already. */
  if (address != NULL && company != NULL && strstr (address, company) != NULL)
    company = NULL;
  return join_lines (contact != NULL ? contact->name : NULL, company, address);
}

/**
 * onward_letter_new:
 * @composition: a message
 * @card: whether it goes on a card
 *
 * Returns: (transfer full): what is printed of it: open slots are marked
 */
OnwardLetter *
onward_letter_new (OnwardComposition *composition, gboolean card)
{
  OnwardLetter *self = g_new0 (OnwardLetter, 1);
  int today = onward_present_get_today (composition->store);

  self->card = card;
  self->body = onward_pieces_to_text (composition->draft->body);
  self->sender = join_lines (g_hash_table_lookup (composition->facts, "my_name"),
                             g_hash_table_lookup (composition->facts, "my_address"),
                             g_hash_table_lookup (composition->facts, "my_phone"));
  self->recipient = get_recipient (composition);
  self->date = onward_dates_format_fixed (today, TRUE);
  self->subject = onward_draft_has_subject (composition->draft->channel)
                      ? onward_pieces_to_text (composition->draft->subject)
                      : NULL;
  return self;
}

/**
 * onward_letter_free:
 * @self: (transfer full): a letter
 */
void
onward_letter_free (OnwardLetter *self)
{
  g_free (self->sender);
  g_free (self->recipient);
  g_free (self->date);
  g_free (self->subject);
  g_free (self->body);
  g_free (self);
}

static GtkPageSetup *
create_card_setup (void)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *paper = gtk_paper_size_new ("iso_a6");

  gtk_page_setup_set_paper_size_and_default_margins (setup, paper);
  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_paper_size_free (paper);
  return setup;
}

/**
 * onward_letter_create_operation:
 * @self: (transfer full): a letter
 *
 * A letter goes on the paper that is usual where the user lives, A4 or US Letter, unless they choose another.
 *
 * Returns: (transfer full): what prints it, shows a preview, or writes a PDF
 */
GtkPrintOperation *
onward_letter_create_operation (OnwardLetter *self)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = self->card ? create_card_setup () : NULL;
  Job *job = g_new0 (Job, 1);

  job->letter = self;
  job->breaks = g_array_new (FALSE, FALSE, sizeof (int));
  if (setup != NULL)
    gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_job_name (operation, self->card ? _ ("Card") : _ ("Letter"));
  g_object_set_data_full (G_OBJECT (operation), "job", job, free_job);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), job);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), job);
  return operation;
}

/**
 * onward_letter_print:
 * @self: (transfer full): a letter
 * @parent: the window
 * @error: return location
 *
 * Asks for printer and paper in the desktop's own dialog, which also previews.
 *
 * Returns: whether nothing went wrong; also when the user thought better of it
 */
gboolean
onward_letter_print (OnwardLetter *self, GtkWindow *parent, GError **error)
{
  g_autoptr (GtkPrintOperation) operation = onward_letter_create_operation (self);

  gtk_print_operation_set_allow_async (operation, TRUE);
  return gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, error)
         != GTK_PRINT_OPERATION_RESULT_ERROR;
}
