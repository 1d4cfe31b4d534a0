/* onward-story.c - a career story: situation, task, action, result, and the skills it shows */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-story.h"

static const OnwardField fields[] = {
  { "title", ONWARD_FIELD_TEXT, G_STRUCT_OFFSET (OnwardStory, title) },
  { "situation", ONWARD_FIELD_TEXT, G_STRUCT_OFFSET (OnwardStory, situation) },
  { "task", ONWARD_FIELD_TEXT, G_STRUCT_OFFSET (OnwardStory, task) },
  { "action", ONWARD_FIELD_TEXT, G_STRUCT_OFFSET (OnwardStory, action) },
  { "result", ONWARD_FIELD_TEXT, G_STRUCT_OFFSET (OnwardStory, result) },
  { "skills", ONWARD_FIELD_LIST, G_STRUCT_OFFSET (OnwardStory, skills) },
};

static const OnwardTable table = {
  .name = "stories",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};

ONWARD_DEFINE_RECORD (OnwardStory, onward_story, table)
