/* onward-interview-sheet-private.h - what the files of the interview sheet share */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-interview-draft.h"
#include "onward-interview-sheet.h"
#include "shared/onward-date-button.h"
#include "shared/onward-sheet.h"
#include "shared/onward-zone-button.h"

G_BEGIN_DECLS

#define ONWARD_TYPE_INTERVIEW_SHEET (onward_interview_sheet_get_type ())
G_DECLARE_FINAL_TYPE (OnwardInterviewSheet, onward_interview_sheet, ONWARD, INTERVIEW_SHEET, OnwardSheet)

struct _OnwardInterviewSheet
{
  OnwardSheet parent_instance;

  OnwardInterviewDraft *draft;
  OnwardInterviewDraft *stored; /* the interview as it was when the sheet came up; NULL for a new one */
  GArray *opportunities;        /* gint64, as the combo lists them; NULL when it is known what it is about */

  GtkWidget *about_group;
  AdwComboRow *about;
  GtkEditable *company;
  AdwComboRow *kind;
  GtkWidget *course; /* its round, what became of it, and where the opportunity goes */
  AdwComboRow *round;
  AdwComboRow *status;
  AdwPreferencesRow *move_row;
  GtkSwitch *move;
  OnwardDateButton *day;
  GtkEditable *time;
  AdwComboRow *length;
  AdwActionRow *zone_row;
  OnwardZoneButton *zone;
  GtkWidget *conflict;
  GtkLabel *conflict_words;
  GtkEditable *location;
  GtkEditable *join;
  GtkWidget *open;
  GtkWidget *remove;
  GtkListBox *people;
  GtkCheckButton *invited;
  GtkLabel *problem;
};

/* As the choices list them; NULL and 0 at the end. */
extern const char *const onward_interview_sheet_kinds[];
extern const char *const onward_interview_sheet_states[];
extern const int onward_interview_sheet_lengths[];

GtkWidget *onward_interview_sheet_insert_row (OnwardInterviewSheet *self, guint position, OnwardDraftPerson *person);
void onward_interview_sheet_add_row (OnwardInterviewSheet *self);
void onward_interview_sheet_show_about (OnwardInterviewSheet *self);
void onward_interview_sheet_choose_length (OnwardInterviewSheet *self, int minutes);
void onward_interview_sheet_take_about (OnwardInterviewSheet *self);
void onward_interview_sheet_show_round (OnwardInterviewSheet *self);
void onward_interview_sheet_check (OnwardInterviewSheet *self);
void onward_interview_sheet_fill (OnwardInterviewSheet *self, OnwardStore *store);

G_END_DECLS
