/* onward-interview-sheet-people.c - who is expected at an interview: a row each, one after another */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-interview-sheet-private.h"

#include "onward-interview-person-row.h"

static void
another_cb (OnwardInterviewPersonRow *row, OnwardInterviewSheet *self)
{
  guint position = (guint)gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + 1;
  GtkListBoxRow *next = gtk_list_box_get_row_at_index (self->people, (int)position);

  /* An empty row that is there already is the next one. */
  if (next != NULL
      && onward_interview_person_row_get_person (ONWARD_INTERVIEW_PERSON_ROW (next))->match == ONWARD_DRAFT_EMPTY)
    gtk_widget_grab_focus (GTK_WIDGET (next));
  else if (onward_interview_person_row_get_person (row)->match != ONWARD_DRAFT_EMPTY)
    gtk_widget_grab_focus (
        onward_interview_sheet_insert_row (self, position, onward_interview_draft_add_person (self->draft, position)));
}

/* Names that were pasted into one row. */
static void
several_cb (OnwardInterviewPersonRow *row, guint n, OnwardInterviewSheet *self)
{
  guint position = (guint)gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  GtkWidget *last = GTK_WIDGET (row);

  for (guint i = 1; i <= n; i++)
    last = onward_interview_sheet_insert_row (self, position + i, self->draft->people->pdata[position + i]);
  gtk_widget_grab_focus (last);
  onward_interview_sheet_check (self);
}

static void
remove_cb (OnwardInterviewPersonRow *row, OnwardInterviewSheet *self)
{
  int position = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  GtkListBoxRow *next;

  gtk_list_box_remove (self->people, GTK_WIDGET (row));
  onward_interview_draft_remove_person (self->draft, (guint)position);
  if (self->draft->people->len == 0)
    onward_interview_sheet_insert_row (self, 0, onward_interview_draft_add_person (self->draft, 0));
  next = gtk_list_box_get_row_at_index (self->people, MIN (position, (int)self->draft->people->len - 1));
  gtk_widget_grab_focus (GTK_WIDGET (next));
  onward_interview_sheet_check (self);
}

GtkWidget *
onward_interview_sheet_insert_row (OnwardInterviewSheet *self, guint position, OnwardDraftPerson *person)
{
  GtkWidget *row = onward_interview_person_row_new (self->draft, person);

  onward_interview_person_row_set_narrow (ONWARD_INTERVIEW_PERSON_ROW (row),
                                          onward_sheet_get_narrow (ONWARD_SHEET (self)));
  g_signal_connect_swapped (row, "changed", G_CALLBACK (onward_interview_sheet_check), self);
  g_signal_connect (row, "another", G_CALLBACK (another_cb), self);
  g_signal_connect (row, "several", G_CALLBACK (several_cb), self);
  g_signal_connect (row, "remove", G_CALLBACK (remove_cb), self);
  gtk_list_box_insert (self->people, row, (int)position);
  return row;
}

void
onward_interview_sheet_add_row (OnwardInterviewSheet *self)
{
  guint position = self->draft->people->len;

  gtk_widget_grab_focus (
      onward_interview_sheet_insert_row (self, position, onward_interview_draft_add_person (self->draft, position)));
}
