/* onward-composer-page-private.h - what the files of the composer share */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-composer-page.h"
#include "onward-slot-text.h"

G_BEGIN_DECLS

struct _OnwardComposerPage
{
  AdwBin parent_instance;

  OnwardComposition *composition;
  GSimpleActionGroup *actions;
  char **channels; /* in the order of the drop-down */
  gboolean loading;
  gboolean narrow;
  gboolean keeping;    /* a draft is on its way to the disk */
  gboolean keep_again; /* and it has changed since */
  gboolean sent;
  gboolean agreed; /* to a third message without an answer */
  guint look_source;

  GtkWidget *letter;
  GtkBox *choices;
  GtkDropDown *channel;
  GtkDropDown *template;
  GtkLabel *open_count;
  GtkWidget *facts_button;
  GtkPopover *facts_popover;
  AdwBin *facts_in_popover;
  AdwBin *facts_beside;
  GtkBox *facts;
  GtkLabel *to;
  GtkLabel *address;
  GtkWidget *subject_row;
  OnwardSlotText *subject;
  GtkBox *notices;
  OnwardSlotText *body;
  GtkBox *foot;
  GtkLabel *meter;
  GtkButton *open;
  AdwClamp *clamp;
  GtkWidget *side_line;
  GtkWidget *side;
  GtkWidget *header_action;
  GtkButton *sent_button;
};

void onward_composer_page_add_actions (OnwardComposerPage *self);
void onward_composer_page_update_actions (OnwardComposerPage *self);
void onward_composer_page_show (OnwardComposerPage *self);
void onward_composer_page_keep (OnwardComposerPage *self);
void onward_composer_page_flush (OnwardComposerPage *self);

G_END_DECLS
