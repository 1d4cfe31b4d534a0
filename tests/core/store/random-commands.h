/* random-commands.h - every command of the store, with something at random for it to do */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/onward-store.h"

/* @make gives what the command is asked for, or NULL when there is nothing it could be asked now. */
typedef struct
{
  const char *name;
  OnwardCommandFunc run;
  gpointer (*make) (OnwardStore *store, GRand *rand);
  GDestroyNotify destroy;
} RandomCommand;

/* Commands that are never a step of their own for Undo, and why. */
typedef struct
{
  const char *name;
  const char *why;
} LastingCommand;

extern const RandomCommand random_commands_about_work[];
extern const RandomCommand random_commands_about_people[];
extern const RandomCommand random_commands_about_places[];
extern const RandomCommand random_commands_at_the_start[];
extern const LastingCommand lasting_commands[];

gint64 pick_row (OnwardStore *store, GRand *rand, const char *from);
void keep_drafts (OnwardStore *store);
char *make_words (GRand *rand);
char *make_day (GRand *rand);
