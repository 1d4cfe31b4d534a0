/* onward-world-store.h - a real database that follows a world */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lib/onward-world.h"
#include "store/onward-writer-private.h"

/* A database of its own in a folder of its own, and a clock that stands where the lines put it. */
typedef struct
{
  char *folder;
  OnwardWriter *writer;
  OnwardNow now;
  GPtrArray *images; /* of the last command, to take it back */
} OnwardWorldStore;

OnwardWorldStore *onward_world_store_new (void);
void onward_world_store_free (OnwardWorldStore *self);
void onward_world_store_set_now (OnwardWorldStore *self, OnwardWorld *world);
void onward_world_store_tell (OnwardWorldStore *self, GPtrArray *steps);
void onward_world_store_take_back (OnwardWorldStore *self);
void onward_world_store_reconcile_all (OnwardWorldStore *self);
void onward_world_tell (OnwardWriter *writer, const char *step);
char *onward_world_store_list (OnwardWorldStore *self);
char *onward_world_store_list_world (OnwardWorld *world);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnwardWorldStore, onward_world_store_free)
