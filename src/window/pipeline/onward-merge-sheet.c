/* onward-merge-sheet.c - asks with which company another one is merged */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-merge-sheet.h"

#include "model/onward-company.h"
#include "onward-window-sheets.h"
#include "shared/onward-sheet.h"
#include "store/onward-company-edits.h"

#include <glib/gi18n-lib.h>

#define ONWARD_TYPE_MERGE_SHEET (onward_merge_sheet_get_type ())
G_DECLARE_FINAL_TYPE (OnwardMergeSheet, onward_merge_sheet, ONWARD, MERGE_SHEET, OnwardSheet)

struct _OnwardMergeSheet
{
  OnwardSheet parent_instance;

  OnwardStore *store;
  gint64 company; /* goes */
  gint64 into;    /* 0 = not known yet */
  char *company_name;

  GtkEditable *name;
  GtkLabel *words;
};

G_DEFINE_FINAL_TYPE (OnwardMergeSheet, onward_merge_sheet, ONWARD_TYPE_SHEET)

/* What stands in the way, or what will be. */
static void
check (OnwardMergeSheet *self)
{
  const char *text = gtk_editable_get_text (self->name);
  gint64 found = onward_companies_find (onward_store_get_connection (self->store), text);
  g_autofree char *words = NULL;

  self->into = found != self->company ? found : 0;
  if (self->into != 0)
    words = g_strdup_printf (_ ("All that is at “%s” comes to “%s”. What only one of them has is kept."),
                             self->company_name, text);
  else if (*text != '\0')
    words = g_strdup_printf (_ ("There is no other company called “%s”."), text);
  else
    words = g_strdup (_ ("Write the name of the company that stays."));
  gtk_label_set_label (self->words, words);
  onward_sheet_set_can_save (ONWARD_SHEET (self), self->into != 0);
}

/* The page of the one that goes closes, and the other one opens in its place. */
static void
onward_merge_sheet_save (OnwardSheet *sheet)
{
  OnwardMergeSheet *self = ONWARD_MERGE_SHEET (sheet);
  OnwardCompanyMerge *merge = g_new0 (OnwardCompanyMerge, 1);

  *merge = (OnwardCompanyMerge){ self->company, self->into };
  onward_window_run_and_open (sheet, _ ("Merge two companies"), _ ("Companies merged"), onward_companies_merge, merge,
                              g_free, "win.open-company", &merge->into);
}

static void
onward_merge_sheet_dispose (GObject *object)
{
  g_clear_object (&ONWARD_MERGE_SHEET (object)->store);
  g_clear_pointer (&ONWARD_MERGE_SHEET (object)->company_name, g_free);
  G_OBJECT_CLASS (onward_merge_sheet_parent_class)->dispose (object);
}

static void
onward_merge_sheet_class_init (OnwardMergeSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = onward_merge_sheet_dispose;
  ONWARD_SHEET_CLASS (klass)->save = onward_merge_sheet_save;
}

static void
entry_activated_cb (OnwardMergeSheet *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "sheet.save", NULL);
}

static void
onward_merge_sheet_init (OnwardMergeSheet *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *name = adw_entry_row_new ();

  self->name = GTK_EDITABLE (name);
  self->words = GTK_LABEL (gtk_label_new (NULL));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (name), _ ("Company that stays"));
  gtk_label_set_xalign (self->words, 0);
  gtk_label_set_wrap (self->words, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->words), "dim-label");
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_widget_set_margin_top (box, 18);
  gtk_widget_set_margin_bottom (box, 18);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), name);
  gtk_box_append (GTK_BOX (box), group);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->words));
  onward_sheet_set_body (ONWARD_SHEET (self), box);
  g_signal_connect_swapped (name, "changed", G_CALLBACK (check), self);
  g_signal_connect_swapped (name, "entry-activated", G_CALLBACK (entry_activated_cb), self);
}

/**
 * onward_merge_sheet_present:
 * @parent: a widget of the window
 * @company: the company that becomes part of another one
 */
void
onward_merge_sheet_present (GtkWidget *parent, gint64 company)
{
  OnwardStore *store = onward_window_get_store (onward_window_find (parent));
  g_autoptr (OnwardCompany) record = onward_store_get_record (store, ONWARD_TYPE_COMPANY, company);
  OnwardMergeSheet *self;

  if (record == NULL)
    return;
  self = g_object_new (ONWARD_TYPE_MERGE_SHEET, "title", _ ("Merge with another company"), "save-label", _ ("_Merge"),
                       "default-width", 480, NULL);
  self->store = g_object_ref (store);
  self->company = company;
  self->company_name = g_strdup (record->name != NULL ? record->name : "");
  check (self);
  onward_sheet_present (ONWARD_SHEET (self), parent);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}
