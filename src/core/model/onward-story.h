/* onward-story.h - a career story: situation, task, action, result, and the skills it shows */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-record.h"

G_BEGIN_DECLS

/**
 * OnwardStory:
 *
 * A career story: situation, task, action, result, and the skills it shows. Members as in exchange.md, `stories`.
 */
typedef struct
{
  OnwardRecord record;
  char *title;
  char *situation;
  char *task;
  char *action;
  char *result;
  char *skills;
} OnwardStory;

#define ONWARD_TYPE_STORY (onward_story_get_type ())
ONWARD_DECLARE_RECORD (OnwardStory, onward_story, ONWARD_STORY)

G_END_DECLS
