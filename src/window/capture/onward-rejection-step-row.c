/* onward-rejection-step-row.c - one step of a plan: its day, what and to whom, why; keep, move or skip */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-rejection-step-row.h"

#include "due/onward-due-move.h"
#include "playbook/onward-dates.h"
#include "shared/onward-accessible.h"

#include <glib/gi18n-lib.h>

/* A step this far away says its month instead of its weekday. */
#define FAR_DAYS 28

struct _OnwardRejectionStepRow
{
  OnwardPlainRow parent_instance;

  OnwardRejectionDraft *draft; /* of the sheet, which outlives its rows */
  OnwardRejectionStep *step;
  int today;

  GtkLabel *weekday;
  GtkLabel *number;
  GtkWidget *tile;
  GtkLabel *title;
  GtkLabel *why;
  GtkWidget *choices;
  GtkToggleButton *keep;
  GtkToggleButton *move;
  GtkToggleButton *skip;
  GtkWidget *more;
};

G_DEFINE_FINAL_TYPE (OnwardRejectionStepRow, onward_rejection_step_row, ONWARD_TYPE_PLAIN_ROW)

static void
update_tile (OnwardRejectionStepRow *self)
{
  int year, month, day;
  g_autoptr (GDateTime) date = NULL;
  g_autofree char *above = NULL;
  g_autofree char *number = NULL;

  onward_day_to_civil (self->step->day, &year, &month, &day);
  date = g_date_time_new_utc (year, month, day, 0, 0, 0);
  above = self->step->day - self->today >= FAR_DAYS ? g_date_time_format (date, "%b")
                                                    : onward_dates_format_weekday (self->step->day);
  number = g_strdup_printf ("%d", day);
  gtk_label_set_label (self->weekday, above);
  gtk_label_set_label (self->number, number);
}

/* What is done with the step, for who does not see the buttons. */
static const char *
get_state_words (OnwardStepChoice choice)
{
  switch (choice)
    {
    case ONWARD_STEP_MOVE:
      return _ ("moved");
    case ONWARD_STEP_SKIP:
      return _ ("skipped");
    case ONWARD_STEP_KEEP:
    default:
      return _ ("kept");
    }
}

static void
update (OnwardRejectionStepRow *self)
{
  OnwardStepChoice choice = self->step->choice;
  g_autofree char *day = onward_dates_format_sentence (self->step->day, self->today);
  /* Translators: for screen readers: what is to be done, the day, and whether that is kept, moved or skipped */
  g_autofree char *name = g_strdup_printf (_ ("%s, %s, %s"), self->step->step->title, day, get_state_words (choice));

  update_tile (self);
  gtk_widget_set_tooltip_text (self->tile, day);
  gtk_toggle_button_set_active (self->keep, choice == ONWARD_STEP_KEEP);
  gtk_toggle_button_set_active (self->move, choice == ONWARD_STEP_MOVE);
  gtk_toggle_button_set_active (self->skip, choice == ONWARD_STEP_SKIP);
  if (choice == ONWARD_STEP_SKIP)
    gtk_widget_add_css_class (GTK_WIDGET (self), "skipped");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "skipped");
  onward_accessible_set_label (GTK_WIDGET (self), name);
}

static void
choose (OnwardRejectionStepRow *self, OnwardStepChoice choice, int day)
{
  onward_rejection_draft_choose (self->draft, self->step, choice, day);
  update (self);
}

static void
day_chosen_cb (const char *moment, gpointer data)
{
  OnwardRejectionStepRow *self = data;
  gint64 wall;

  if (onward_wall_parse (moment, &wall))
    choose (self, ONWARD_STEP_MOVE, onward_wall_day (wall));
  gtk_widget_grab_focus (gtk_widget_get_visible (self->more) ? self->more : GTK_WIDGET (self->move));
}

/* Moved it is when a day was chosen. */
static void
ask_day (OnwardRejectionStepRow *self)
{
  char moment[ONWARD_WALL_SIZE];

  update (self);
  onward_due_move_ask (GTK_WIDGET (self), _ ("_Move"), onward_wall_format (onward_wall_at (self->step->day, 0), moment),
                       day_chosen_cb, self);
}

static void
keep_clicked_cb (OnwardRejectionStepRow *self)
{
  choose (self, ONWARD_STEP_KEEP, 0);
}

static void
move_clicked_cb (OnwardRejectionStepRow *self)
{
  ask_day (self);
}

static void
skip_clicked_cb (OnwardRejectionStepRow *self)
{
  choose (self, ONWARD_STEP_SKIP, 0);
}

static void
choose_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardRejectionStepRow *self = ONWARD_REJECTION_STEP_ROW (widget);

  if (g_str_equal (name, "step.move"))
    ask_day (self);
  else
    choose (self, g_str_equal (name, "step.skip") ? ONWARD_STEP_SKIP : ONWARD_STEP_KEEP, 0);
}

static void
onward_rejection_step_row_dispose (GObject *object)
{
  OnwardRejectionStepRow *self = ONWARD_REJECTION_STEP_ROW (object);
  GtkWidget *child;

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child); /* an open popover */
  G_OBJECT_CLASS (onward_rejection_step_row_parent_class)->dispose (object);
}

static void
onward_rejection_step_row_class_init (OnwardRejectionStepRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = onward_rejection_step_row_dispose;
  gtk_widget_class_install_action (widget_class, "step.keep", NULL, choose_cb);
  gtk_widget_class_install_action (widget_class, "step.move", NULL, choose_cb);
  gtk_widget_class_install_action (widget_class, "step.skip", NULL, choose_cb);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ONWARD_RESOURCE_PATH "/ui/capture/onward-rejection-step-row.ui");
  gtk_widget_class_bind_template_child (widget_class, OnwardRejectionStepRow, weekday);
  gtk_widget_class_bind_template_child (widget_class, OnwardRejectionStepRow, number);
  gtk_widget_class_bind_template_child (widget_class, OnwardRejectionStepRow, tile);
  gtk_widget_class_bind_template_child (widget_class, OnwardRejectionStepRow, title);
  gtk_widget_class_bind_template_child (widget_class, OnwardRejectionStepRow, why);
  gtk_widget_class_bind_template_child (widget_class, OnwardRejectionStepRow, choices);
  gtk_widget_class_bind_template_child (widget_class, OnwardRejectionStepRow, keep);
  gtk_widget_class_bind_template_child (widget_class, OnwardRejectionStepRow, move);
  gtk_widget_class_bind_template_child (widget_class, OnwardRejectionStepRow, skip);
  gtk_widget_class_bind_template_child (widget_class, OnwardRejectionStepRow, more);
  gtk_widget_class_bind_template_callback (widget_class, keep_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, move_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, skip_clicked_cb);
}

static void
onward_rejection_step_row_init (OnwardRejectionStepRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
name_button (GtkWidget *button, const char *words, const char *title)
{
  /* Translators: for screen readers: what a button does, and with which step of the plan */
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), words, title);

  onward_accessible_set_label (button, name);
}

/**
 * onward_rejection_step_row_new:
 * @draft: outlives the row
 * @step: one of its steps
 * @today: what day it is
 *
 * Returns: (transfer floating): its row
 */
GtkWidget *
onward_rejection_step_row_new (OnwardRejectionDraft *draft, OnwardRejectionStep *step, int today)
{
  OnwardRejectionStepRow *self = g_object_new (ONWARD_TYPE_REJECTION_STEP_ROW, NULL);
  const char *title = step->step->title != NULL ? step->step->title : "";

  self->draft = draft;
  self->step = step;
  self->today = today;
  gtk_label_set_label (self->title, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), title);
  gtk_label_set_label (self->why, step->step->why != NULL ? step->step->why : "");
  gtk_widget_set_visible (GTK_WIDGET (self->why), step->step->why != NULL);
  name_button (GTK_WIDGET (self->keep), _ ("Keep"), title);
  name_button (GTK_WIDGET (self->move), _ ("Move"), title);
  name_button (GTK_WIDGET (self->skip), _ ("Skip"), title);
  name_button (self->more, _ ("Keep, move or skip"), title);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * onward_rejection_step_row_set_narrow:
 * @self: a row
 * @narrow: whether keep, move and skip are in a menu
 */
void
onward_rejection_step_row_set_narrow (OnwardRejectionStepRow *self, gboolean narrow)
{
  gtk_widget_set_visible (self->choices, !narrow);
  gtk_widget_set_visible (self->more, narrow);
  gtk_label_set_wrap (self->title, narrow);
  gtk_label_set_lines (self->title, narrow ? 4 : 1);
}
