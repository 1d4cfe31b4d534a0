/* onward-opportunity-page-lists.c - the lists of the page: interviews, follow-ups, people, skills, other roles there */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-opportunity-page-private.h"

#include "model/onward-interview.h"
#include "model/onward-opportunity-person.h"
#include "onward-follow-up-row.h"
#include "onward-interview-row.h"
#include "onward-part-row.h"
#include "onward-place-row.h"
#include "store/onward-companies.h"
#include "store/onward-company-facts.h"
#include "store/onward-lists.h"
#include "store/onward-opportunity-people.h"
#include "store/onward-stories.h"

#include <glib/gi18n-lib.h>

/**
 * onward_opportunity_page_show_interviews: (skip)
 * @self: the page
 *
 * Those that are to come or not written down.
 */
void
onward_opportunity_page_show_interviews (OnwardOpportunityPage *self)
{
  g_autoptr (GArray) ids = onward_opportunities_list_interviews (self->store, self->opportunity->record.id);
  guint shown = 0;

  onward_place_row_clear (self->interviews);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (OnwardInterview) interview =
          onward_store_get_record (self->store, ONWARD_TYPE_INTERVIEW, g_array_index (ids, gint64, i));

      if (interview == NULL || onward_interview_words_get_state (self->store, interview) == ONWARD_INTERVIEW_OVER)
        continue;
      gtk_list_box_prepend (self->interviews, onward_interview_row_new (self->store, interview));
      shown++;
    }
  gtk_widget_set_visible (self->interviews_block, shown > 0);
}

/**
 * onward_opportunity_page_show_follow_ups: (skip)
 * @self: the page
 * @follow_ups: (element-type OnwardDue): they become rows
 *
 * What is owed, with why.
 */
void
onward_opportunity_page_show_follow_ups (OnwardOpportunityPage *self, GPtrArray *follow_ups)
{
  onward_place_row_clear (self->follow_ups);
  while (follow_ups->len > 0)
    gtk_list_box_append (self->follow_ups,
                         onward_follow_up_row_new (self->store, g_ptr_array_steal_index (follow_ups, 0)));
  gtk_widget_set_visible (GTK_WIDGET (self->follow_ups),
                          gtk_widget_get_first_child (GTK_WIDGET (self->follow_ups)) != NULL);
  gtk_widget_set_visible (self->no_follow_ups, !gtk_widget_get_visible (GTK_WIDGET (self->follow_ups)));
}

static gboolean
is_named (GPtrArray *people, gint64 contact)
{
  for (guint i = 0; people != NULL && i < people->len; i++)
    if (((OnwardOpportunityPerson *)people->pdata[i])->contact == contact)
      return TRUE;
  return FALSE;
}

/**
 * onward_opportunity_page_show_people: (skip)
 * @self: the page
 *
 * Everybody who has a part in it.
 */
void
onward_opportunity_page_show_people (OnwardOpportunityPage *self)
{
  g_autoptr (GPtrArray) parts = onward_opportunities_list_people (self->store, self->opportunity->record.id);
  g_autoptr (GPtrArray) named =
      onward_store_get_children (self->store, self->opportunity, ONWARD_TYPE_OPPORTUNITY_PERSON);

  onward_place_row_clear (self->people);
  for (guint i = 0; i < parts->len; i++)
    {
      OnwardPart *part = parts->pdata[i];

      GtkWidget *row = onward_part_row_new (part, self->has_promise && self->promised.by == part->contact);

      onward_part_row_set_menu (ONWARD_PART_ROW (row), part, self->opportunity->record.id,
                                is_named (named, part->contact));
      gtk_list_box_append (self->people, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->people), parts->len > 0);
  gtk_widget_set_visible (self->no_people, parts->len == 0);
}

/* The titles of the stories that show it. */
static char *
find_stories (GPtrArray *stories, const char *skill)
{
  g_autofree char *wanted = onward_name_fold (skill);
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();

  for (guint i = 0; i < stories->len; i++)
    {
      OnwardStory *story = stories->pdata[i];
      g_auto (GStrv) shows = onward_json_get_texts (story->skills);

      for (guint j = 0; shows[j] != NULL; j++)
        {
          g_autofree char *shown = onward_name_fold (shows[j]);

          if (g_str_equal (shown, wanted))
            g_ptr_array_add (titles, story->title != NULL ? story->title : (char *)_ ("A story without a title"));
        }
    }
  if (titles->len == 0)
    return NULL;
  g_ptr_array_add (titles, NULL);
  return g_strjoinv (", ", (char **)titles->pdata);
}

/**
 * onward_opportunity_page_show_skills: (skip)
 * @self: the page
 *
 * What is asked for, and the stories that show it.
 */
void
onward_opportunity_page_show_skills (OnwardOpportunityPage *self)
{
  g_auto (GStrv) skills = onward_json_get_texts (self->opportunity->skills);
  g_autoptr (GPtrArray) stories = skills[0] != NULL ? onward_stories_list (self->store) : NULL;

  onward_place_row_clear (self->skills);
  for (guint i = 0; skills[i] != NULL; i++)
    {
      g_autofree char *titles = find_stories (stories, skills[i]);
      GtkWidget *icon =
          onward_place_row_create_icon (titles != NULL ? "object-select-symbolic" : "onward-note-symbolic");
      GtkWidget *row = onward_place_row_create (icon, skills[i], titles != NULL ? titles : _ ("No story shows it yet"));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.stories");
      gtk_list_box_append (self->skills, row);
    }
  gtk_widget_set_visible (self->skills_block, skills[0] != NULL);
}

/* How the two are related; NULL = only by the company. */
static const char *
describe_relation (OnwardOpportunityPage *self, gint64 other)
{
  g_autoptr (OnwardOpportunity) record = onward_store_get_record (self->store, ONWARD_TYPE_OPPORTUNITY, other);

  if (other == self->opportunity->sibling_of)
    return _ ("this one came after it");
  return record != NULL && record->sibling_of == self->opportunity->record.id ? _ ("came after this one") : NULL;
}

/**
 * onward_opportunity_page_show_siblings: (skip)
 * @self: the page
 *
 * The other roles at that company.
 */
void
onward_opportunity_page_show_siblings (OnwardOpportunityPage *self)
{
  g_autoptr (GPtrArray) places = onward_companies_list_opportunities (self->store, self->opportunity->company);
  gint64 id = self->opportunity->record.id;

  onward_place_row_clear (self->siblings);
  for (guint i = 0; i < places->len; i++)
    {
      OnwardPlace *place = places->pdata[i];
      GtkWidget *row = place->opportunity != id ? onward_place_row_new (self->store, place->opportunity,
                                                                        describe_relation (self, place->opportunity))
                                                : NULL;

      if (row != NULL)
        gtk_list_box_append (self->siblings, row);
    }
  gtk_widget_set_visible (self->siblings_block, gtk_list_box_get_row_at_index (self->siblings, 0) != NULL);
}
