/* onward-board-stages.c - the stages of the board are renamed, added, put in order and removed */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-pipeline-board-private.h"

#include "onward-card-menu.h"
#include "onward-window.h"
#include "shared/onward-accessible.h"
#include "shared/onward-popover.h"
#include "store/onward-stage-edits.h"

#include <glib/gi18n-lib.h>

/* What a popover about a stage asks for. */
typedef struct
{
  OnwardPipelineBoard *board; /* outlives its popovers */
  GtkPopover *popover;
  GtkWidget *entry;     /* a name, or NULL */
  GtkWidget *drop_down; /* where its opportunities go, or NULL */
  GArray *choices;      /* gint64, the stages in the drop-down */
  OnwardStageEdit *edit;
  OnwardCommandFunc command;
} Question;

static void
free_question (gpointer data)
{
  Question *question = data;

  g_clear_pointer (&question->choices, g_array_unref);
  g_clear_pointer (&question->edit, onward_stage_edit_free);
  g_free (question);
}

static OnwardBoardColumn *
find_column (OnwardPipelineBoard *self, gint64 stage, guint *index)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (onward_board_column_get_stage (self->columns->pdata[i])->record.id == stage)
      {
        if (index != NULL)
          *index = i;
        return self->columns->pdata[i];
      }
  return NULL;
}

/* What stands for the stage now, and is pointed at. */
static GtkWidget *
find_anchor (OnwardPipelineBoard *self, guint index)
{
  if (self->narrow)
    return GTK_WIDGET (self->stage_menu);
  if (onward_pipeline_board_is_folded (self, index))
    return self->folded->pdata[index];
  return onward_board_column_get_more (self->columns->pdata[index]);
}

static void
run (OnwardPipelineBoard *self, OnwardCommandFunc command, OnwardStageEdit *edit)
{
  g_autofree char *toast = NULL;
  const char *label;

  if (command == onward_stages_remove)
    {
      OnwardBoardColumn *column = find_column (self, edit->stage, NULL);

      label = _ ("Remove a stage");
      /* Translators: %s is a stage */
      toast = g_strdup_printf (_ ("“%s” removed"), column != NULL ? onward_board_column_get_stage (column)->name : "");
    }
  else if (command == onward_stages_rename)
    label = _ ("Rename a stage");
  else
    label = command == onward_stages_add ? _ ("Add a stage") : _ ("Move a stage");
  onward_window_run_full (GTK_WIDGET (self), label, toast, command, edit, (GDestroyNotify)onward_stage_edit_free, NULL,
                          NULL);
}

static void
answer_cb (Question *question)
{
  OnwardStageEdit *edit = question->edit;

  if (edit == NULL || (question->entry != NULL && *gtk_editable_get_text (GTK_EDITABLE (question->entry)) == '\0'))
    return;
  question->edit = NULL;
  if (question->entry != NULL)
    onward_set_text (&edit->name, gtk_editable_get_text (GTK_EDITABLE (question->entry)));
  if (question->drop_down != NULL)
    edit->to =
        g_array_index (question->choices, gint64, gtk_drop_down_get_selected (GTK_DROP_DOWN (question->drop_down)));
  question->board->wanted_stage = edit->stage;
  run (question->board, question->command, edit);
  gtk_popover_popdown (question->popover);
}

/* Opens a popover at the stage; it goes, with the question, when it is closed. */
static void
show_question (Question *question, guint index, GtkWidget *body)
{
  GtkWidget *board = GTK_WIDGET (question->board);
  GtkWidget *popover = gtk_popover_new ();
  graphene_rect_t bounds;

  question->popover = GTK_POPOVER (popover);
  gtk_popover_set_child (question->popover, body);
  gtk_popover_set_position (question->popover, GTK_POS_BOTTOM);
  gtk_widget_set_parent (popover, board);
  if (gtk_widget_compute_bounds (find_anchor (question->board, index), board, &bounds))
    gtk_popover_set_pointing_to (question->popover, &(GdkRectangle){ (int)bounds.origin.x, (int)bounds.origin.y,
                                                                     (int)bounds.size.width, (int)bounds.size.height });
  g_object_set_data_full (G_OBJECT (popover), "question", question, free_question);
  onward_popover_go_when_closed (question->popover);
  gtk_popover_popup (question->popover);
}

static GtkWidget *
create_body (void)
{
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_set_margin_start (body, 6);
  gtk_widget_set_margin_end (body, 6);
  gtk_widget_set_margin_top (body, 6);
  gtk_widget_set_margin_bottom (body, 6);
  return body;
}

static GtkWidget *
append_button (GtkWidget *body, Question *question, const char *label, const char *style)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, style);
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (answer_cb), question);
  gtk_box_append (GTK_BOX (body), button);
  return button;
}

static void
ask_name (OnwardPipelineBoard *self, guint index, OnwardCommandFunc command, const char *verb)
{
  OnwardStage *stage = onward_board_column_get_stage (self->columns->pdata[index]);
  gboolean add = command == onward_stages_add;
  Question *question = g_new0 (Question, 1);
  GtkWidget *body = create_body ();

  question->board = self;
  question->command = command;
  question->edit = onward_stage_edit_new (add ? 0 : stage->record.id, NULL);
  question->edit->after = stage->record.id;
  question->entry = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (question->entry), add || stage->name == NULL ? "" : stage->name);
  gtk_editable_set_width_chars (GTK_EDITABLE (question->entry), 20);
  gtk_entry_set_placeholder_text (GTK_ENTRY (question->entry), _ ("Name of the stage"));
  onward_accessible_set_label (question->entry, _ ("Name of the stage"));
  g_signal_connect_swapped (question->entry, "activate", G_CALLBACK (answer_cb), question);
  gtk_box_append (GTK_BOX (body), question->entry);
  append_button (body, question, verb, "suggested-action");
  show_question (question, index, body);
  gtk_widget_grab_focus (question->entry);
}

/* The other open stages, the nearest one chosen. */
static void
add_choices (OnwardPipelineBoard *self, Question *question, guint index)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint nearest = 0;

  question->choices = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < self->columns->len; i++)
    {
      OnwardStage *stage = onward_board_column_get_stage (self->columns->pdata[i]);

      if (i == index || onward_board_column_is_closed (self->columns->pdata[i]))
        continue;
      if (i < index)
        nearest = question->choices->len;
      g_array_append_val (question->choices, stage->record.id);
      gtk_string_list_append (names, stage->name != NULL ? stage->name : "");
    }
  question->drop_down = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (question->drop_down), nearest);
  onward_accessible_set_choice_label (GTK_DROP_DOWN (question->drop_down), _ ("Where its opportunities go"));
}

static void
ask_where (OnwardPipelineBoard *self, guint index, guint n)
{
  OnwardStage *stage = onward_board_column_get_stage (self->columns->pdata[index]);
  g_autofree char *text = g_strdup_printf (ngettext ("Its %u opportunity goes to", "Its %u opportunities go to", n), n);
  Question *question = g_new0 (Question, 1);
  GtkWidget *body = create_body ();
  GtkWidget *words = gtk_label_new (text);

  question->board = self;
  question->command = onward_stages_remove;
  question->edit = onward_stage_edit_new (stage->record.id, NULL);
  add_choices (self, question, index);
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_box_append (GTK_BOX (body), words);
  gtk_box_append (GTK_BOX (body), question->drop_down);
  append_button (body, question, _ ("Remove"), "destructive-action");
  show_question (question, index, body);
}

static void
rename_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardPipelineBoard *self = ONWARD_PIPELINE_BOARD (widget);
  guint index;

  if (find_column (self, g_variant_get_int64 (parameter), &index) != NULL)
    ask_name (self, index, onward_stages_rename, _ ("Rename"));
}

static void
add_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardPipelineBoard *self = ONWARD_PIPELINE_BOARD (widget);
  guint index;

  if (find_column (self, g_variant_get_int64 (parameter), &index) != NULL)
    ask_name (self, index, onward_stages_add, _ ("Add"));
}

/* Where to is asked only when there is something that has to go. */
static void
remove_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardPipelineBoard *self = ONWARD_PIPELINE_BOARD (widget);
  gint64 stage = g_variant_get_int64 (parameter);
  guint n = onward_stages_count_kept (self->store, stage);
  guint index;

  if (find_column (self, stage, &index) == NULL)
    return;
  if (n > 0)
    ask_where (self, index, n);
  else
    run (self, onward_stages_remove, onward_stage_edit_new (stage, NULL));
}

/* Earlier or later by one; what is closed stays last. */
static void
shift_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardPipelineBoard *self = ONWARD_PIPELINE_BOARD (widget);
  OnwardStageEdit *edit;
  OnwardBoardColumn *column;
  gint64 stage;
  int by, place;
  guint index;

  g_variant_get (parameter, "(xi)", &stage, &by);
  column = find_column (self, stage, &index);
  place = (int)index + (by < 0 ? by - 1 : by); /* of the one it then stands behind */
  if (column == NULL || onward_board_column_is_closed (column) || place < -1 || place >= (int)self->columns->len
      || (by > 0 && onward_board_column_is_closed (self->columns->pdata[place])))
    return;
  edit = onward_stage_edit_new (stage, NULL);
  edit->after = place >= 0 ? onward_board_column_get_stage (self->columns->pdata[place])->record.id : 0;
  self->wanted_stage = stage;
  run (self, onward_stages_place, edit);
}

static void
select_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardPipelineBoard *self = ONWARD_PIPELINE_BOARD (widget);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  OnwardBoardColumn *column = find_column (self, g_variant_get_int64 (parameter), NULL);

  if (column == NULL)
    return;
  onward_board_column_append_ids (column, ids);
  onward_card_selection_set (self->selection, ids);
}

static void
append_item (GMenu *menu, const char *label, const char *action, GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

/**
 * onward_pipeline_board_create_stage_menu: (skip)
 * @self: the board
 * @index: a stage
 *
 * Returns: (transfer full): what can be done with it
 */
GMenuModel *
onward_pipeline_board_create_stage_menu (OnwardPipelineBoard *self, guint index)
{
  OnwardBoardColumn *column = self->columns->pdata[index];
  gint64 stage = onward_board_column_get_stage (column)->record.id;
  gboolean closed = onward_board_column_is_closed (column);
  gboolean folded = onward_pipeline_board_is_folded (self, index);
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) change = g_menu_new ();
  g_autoptr (GMenu) rest = g_menu_new ();

  append_item (change, _ ("Re_name…"), "board.rename-stage", g_variant_new_int64 (stage));
  if (!closed)
    append_item (change, _ ("_Add a Stage After…"), "board.add-stage", g_variant_new_int64 (stage));
  if (!closed && index > 0)
    append_item (change, _ ("Move _Earlier"), "board.shift-stage", g_variant_new ("(xi)", stage, -1));
  if (!closed && index + 1 < self->columns->len && !onward_board_column_is_closed (self->columns->pdata[index + 1]))
    append_item (change, _ ("Move _Later"), "board.shift-stage", g_variant_new ("(xi)", stage, 1));
  if (!folded && onward_board_column_get_count (column) > 0)
    append_item (rest, _ ("_Select All"), "board.select-stage", g_variant_new_int64 (stage));
  if (!self->narrow)
    append_item (rest, folded ? _ ("Un_fold") : _ ("_Fold"), folded ? "board.unfold" : "board.fold",
                 g_variant_new_int64 (stage));
  if (!closed)
    append_item (rest, _ ("_Remove…"), "board.remove-stage", g_variant_new_int64 (stage));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (change));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rest));
  return G_MENU_MODEL (menu);
}

/**
 * onward_pipeline_board_popup_stage_menu: (skip)
 * @self: the board
 * @index: a stage
 */
void
onward_pipeline_board_popup_stage_menu (OnwardPipelineBoard *self, guint index)
{
  onward_card_menu_popup (GTK_WIDGET (self), find_anchor (self, index),
                          onward_pipeline_board_create_stage_menu (self, index));
}

static void
menu_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardPipelineBoard *self = ONWARD_PIPELINE_BOARD (widget);
  guint index;

  if (find_column (self, g_variant_get_int64 (parameter), &index) != NULL)
    onward_pipeline_board_popup_stage_menu (self, index);
}

/**
 * onward_pipeline_board_focus_wanted_stage: (skip)
 * @self: the board
 *
 * The stage that was moved, or renamed, has the focus where it stands now.
 */
void
onward_pipeline_board_focus_wanted_stage (OnwardPipelineBoard *self)
{
  guint index;

  if (self->wanted_stage == 0 || find_column (self, self->wanted_stage, &index) == NULL)
    return;
  self->wanted_stage = 0;
  gtk_widget_grab_focus (find_anchor (self, index));
}

/**
 * onward_pipeline_board_install_stages: (skip)
 * @widget_class: the class of the board
 */
void
onward_pipeline_board_install_stages (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "board.stage-menu", "x", menu_cb);
  gtk_widget_class_install_action (widget_class, "board.rename-stage", "x", rename_cb);
  gtk_widget_class_install_action (widget_class, "board.add-stage", "x", add_cb);
  gtk_widget_class_install_action (widget_class, "board.shift-stage", "(xi)", shift_cb);
  gtk_widget_class_install_action (widget_class, "board.select-stage", "x", select_cb);
  gtk_widget_class_install_action (widget_class, "board.remove-stage", "x", remove_cb);
}
