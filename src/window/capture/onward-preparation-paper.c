/* onward-preparation-paper.c - the preparation of an interview on one page of paper */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-preparation-paper.h"

#include "model/onward-story.h"
#include "onward-preparation-words.h"
#include "store/onward-questions.h"

#include <glib/gi18n-lib.h>

/* In points of 1/72 inch. */
#define MARGIN     42
#define INDENT     12
#define GAP        9
#define SMALL_GAP  3
#define NOTE_LINES 2 /* empty ones, for what they answer */

/* What is a lot gets small letters; below the smallest it would not be read in an interview. */
#define LARGEST  11.0
#define SMALLEST 6.5
#define STEP     0.25

typedef enum
{
  PIECE_TITLE,
  PIECE_HEADING,
  PIECE_ITEM,
  PIECE_LINE,
  PIECE_RULE,
} PieceKind;

/* A paragraph, or an empty line to write on. */
typedef struct
{
  PieceKind kind;
  char *text;
} Piece;

typedef struct
{
  GPtrArray *pieces;
  double size; /* of the letters */
} Job;

static void
free_piece (Piece *piece)
{
  g_free (piece->text);
  g_free (piece);
}

static void
free_job (gpointer data)
{
  Job *job = data;

  g_ptr_array_unref (job->pieces);
  g_free (job);
}

static void
add (Job *job, PieceKind kind, const char *text)
{
  Piece *piece = g_new0 (Piece, 1);

  piece->kind = kind;
  piece->text = g_strdup (text != NULL ? text : "");
  g_ptr_array_add (job->pieces, piece);
}

static void
add_lines (Job *job, PieceKind kind, char **lines)
{
  for (guint i = 0; lines[i] != NULL; i++)
    add (job, kind, lines[i]);
}

static void
add_people (Job *job, OnwardPreparation *preparation)
{
  if (preparation->people->len > 0)
    add (job, PIECE_HEADING, _ ("People"));
  for (guint i = 0; i < preparation->people->len; i++)
    {
      OnwardPreparedPerson *person = preparation->people->pdata[i];
      g_autofree char *caption = onward_preparation_words_get_person (person);
      g_autofree char *item = g_strdup_printf ("%s · %s", person->name, caption);
      g_auto (GStrv) lines = onward_preparation_words_list_about_person (person);

      add (job, PIECE_ITEM, item);
      add_lines (job, PIECE_LINE, lines);
    }
}

static void
add_stories (Job *job, OnwardPreparation *preparation)
{
  if (preparation->stories->len > 0)
    add (job, PIECE_HEADING, _ ("Stories to tell"));
  for (guint i = 0; i < preparation->stories->len; i++)
    {
      OnwardStory *story = preparation->stories->pdata[i];
      g_auto (GStrv) lines = onward_preparation_words_list_story (preparation, i);

      add (job, PIECE_ITEM, story->title != NULL ? story->title : _ ("Without a title"));
      add_lines (job, PIECE_LINE, lines);
    }
}

static void
add_questions (Job *job, OnwardPreparation *preparation, gboolean mine)
{
  gboolean any = FALSE;

  for (guint i = 0; i < preparation->questions->len; i++)
    {
      OnwardQuestion *question = preparation->questions->pdata[i];

      if (question->mine != mine)
        continue;
      if (!any)
        add (job, PIECE_HEADING, mine ? _ ("Questions to ask") : _ ("Questions you expect"));
      any = TRUE;
      add (job, PIECE_ITEM, question->text);
      if (*question->answer != '\0')
        add (job, PIECE_LINE, question->answer);
      /* Room for what they say. */
      for (guint j = 0; mine && *question->answer == '\0' && j < NOTE_LINES; j++)
        add (job, PIECE_RULE, NULL);
    }
}

static void
collect (Job *job, OnwardPreparation *preparation, OnwardStore *store)
{
  g_autofree char *title = onward_preparation_words_get_title (preparation);
  g_autofree char *when = onward_preparation_words_get_when (preparation, store);
  g_auto (GStrv) facts = onward_preparation_words_list_about_company (preparation);
  g_auto (GStrv) siblings = onward_preparation_words_list_siblings (preparation, store);

  add (job, PIECE_TITLE, title);
  add (job, PIECE_LINE, when);
  if (preparation->interview->location != NULL)
    add (job, PIECE_LINE, preparation->interview->location);
  if (preparation->interview->join_url != NULL)
    add (job, PIECE_LINE, preparation->interview->join_url);
  add_people (job, preparation);
  add_stories (job, preparation);
  add_questions (job, preparation, FALSE);
  add_questions (job, preparation, TRUE);
  if (onward_preparation_wants_closing_question (preparation))
    {
      add (job, PIECE_HEADING, _ ("Your last question"));
      add (job, PIECE_ITEM, onward_preparation_words_get_closing_question ());
      add (job, PIECE_LINE, onward_preparation_words_get_closing_advice ());
    }
  if (facts[0] != NULL)
    add (job, PIECE_HEADING, _ ("Facts"));
  add_lines (job, PIECE_LINE, facts);
  if (siblings[0] != NULL)
    add (job, PIECE_HEADING, _ ("Other roles there"));
  add_lines (job, PIECE_LINE, siblings);
}

static PangoLayout *
create_layout (GtkPrintContext *context, const Piece *piece, double size, double width)
{
  PangoLayout *layout = gtk_print_context_create_pango_layout (context);
  PangoFontDescription *font = pango_font_description_from_string ("Sans");
  gboolean bold = piece->kind == PIECE_TITLE || piece->kind == PIECE_HEADING;

  if (piece->kind == PIECE_TITLE)
    size *= 1.5;
  pango_font_description_set_size (font, (int)(size * PANGO_SCALE));
  pango_font_description_set_weight (font, bold                        ? PANGO_WEIGHT_BOLD
                                           : piece->kind == PIECE_ITEM ? PANGO_WEIGHT_MEDIUM
                                                                       : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, (int)(width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, piece->text, -1);
  return layout;
}

static double
get_gap (PieceKind kind, double size)
{
  double scale = size / LARGEST;

  return scale * (kind == PIECE_HEADING ? GAP : kind == PIECE_ITEM ? SMALL_GAP : 1);
}

/* A line to write on leaves the height of a hand, whatever the size of the letters. */
static double
draw_rule (cairo_t *cr, double left, double width, double top)
{
  static const double height = 18;

  if (cr != NULL)
    {
      cairo_set_line_width (cr, 0.4);
      cairo_move_to (cr, left, top + height);
      cairo_line_to (cr, left + width, top + height);
      cairo_stroke (cr);
    }
  return top + height;
}

/* From top to bottom, drawn when there is something to draw on; returns where it ends. */
static double
place (Job *job, GtkPrintContext *context, cairo_t *cr, double size, double bottom)
{
  double width = gtk_print_context_get_width (context) - 2 * MARGIN;
  double top = MARGIN;
  gboolean below = FALSE; /* a heading */

  for (guint i = 0; i < job->pieces->len; i++)
    {
      Piece *piece = job->pieces->pdata[i];
      double indent = below && piece->kind >= PIECE_LINE ? INDENT : 0;
      g_autoptr (PangoLayout) layout = NULL;
      int height;

      below |= piece->kind == PIECE_HEADING;
      top += i > 0 ? get_gap (piece->kind, size) : 0;
      if (piece->kind == PIECE_RULE)
        {
          top = draw_rule (cr != NULL && top + 18 <= bottom ? cr : NULL, MARGIN + indent, width - indent, top);
          continue;
        }
      layout = create_layout (context, piece, size, width - indent);
      pango_layout_get_size (layout, NULL, &height);
      if (cr != NULL && top + (double)height / PANGO_SCALE <= bottom)
        {
          cairo_move_to (cr, MARGIN + indent, top);
          pango_cairo_show_layout (cr, layout);
        }
      top += (double)height / PANGO_SCALE;
    }
  return top;
}

/* Lines to write on go first when the page is full: they are no words. */
static gboolean
drop_rules (Job *job)
{
  guint n = job->pieces->len;

  for (guint i = job->pieces->len; i > 0; i--)
    if (((Piece *)job->pieces->pdata[i - 1])->kind == PIECE_RULE)
      g_ptr_array_remove_index (job->pieces, i - 1);
  return job->pieces->len < n;
}

static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, Job *job)
{
  double bottom = gtk_print_context_get_height (context) - MARGIN;
  gboolean again = TRUE;

  while (again)
    {
      job->size = LARGEST;
      while (job->size > SMALLEST && place (job, context, NULL, job->size, bottom) > bottom)
        job->size -= STEP;
      again = place (job, context, NULL, job->size, bottom) > bottom && drop_rules (job);
    }
  gtk_print_operation_set_n_pages (operation, 1);
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, Job *job)
{
  place (job, context, gtk_print_context_get_cairo_context (context), job->size,
         gtk_print_context_get_height (context) - MARGIN);
}

/**
 * onward_preparation_paper_create_operation:
 * @preparation: what is worth knowing before an interview
 * @store: the database
 *
 * One page, whatever the paper: the letters get smaller until all of it fits; what would need letters that nobody can
 * read is left out at the end, where the facts are.
 *
 * Returns: (transfer full): what prints it, shows a preview, or writes a PDF
 */
GtkPrintOperation *
onward_preparation_paper_create_operation (OnwardPreparation *preparation, OnwardStore *store)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  Job *job = g_new0 (Job, 1);

  job->pieces = g_ptr_array_new_with_free_func ((GDestroyNotify)free_piece);
  collect (job, preparation, store);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_job_name (operation, _ ("Interview"));
  g_object_set_data_full (G_OBJECT (operation), "job", job, free_job);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), job);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), job);
  return operation;
}
