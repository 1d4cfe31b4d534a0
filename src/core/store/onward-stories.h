/* onward-stories.h - career stories, and those chosen for an interview */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/onward-story.h"
#include "onward-store.h"

G_BEGIN_DECLS

/**
 * OnwardStoryEdit:
 * @id: the story; 0 = new
 * @title: (nullable):
 * @situation: (nullable):
 * @task: (nullable):
 * @action: (nullable):
 * @result: (nullable):
 * @skills: (nullable) (array zero-terminated=1): what it shows
 */
typedef struct
{
  gint64 id;
  char *title;
  char *situation;
  char *task;
  char *action;
  char *result;
  char **skills;
} OnwardStoryEdit;

void onward_story_edit_free (OnwardStoryEdit *edit);
gboolean onward_stories_save (OnwardWriter *writer, gpointer story_edit, GError **error);
gboolean onward_stories_remove (OnwardWriter *writer, gpointer story, GError **error);
GPtrArray *onward_stories_list (OnwardStore *store);

/**
 * OnwardStoryChoice:
 * @interview: an interview
 * @stories: (array zero-terminated=1): the ids of exchange.md of those that are to be told there
 */
typedef struct
{
  gint64 interview;
  char **stories;
} OnwardStoryChoice;

void onward_story_choice_free (OnwardStoryChoice *choice);
gboolean onward_stories_choose (OnwardWriter *writer, gpointer story_choice, GError **error);

G_END_DECLS
