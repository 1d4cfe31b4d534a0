/* onward-debrief-text.c - a debrief that is being typed, as text that outlives the program */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-debrief-draft.h"

/* Contact, name, role, where the name is from; unmatched, attended, clicked, rapport; what was typed about them. */
#define PERSON "(xsmsmsbbbisssss)"
/* People; promise; by the book, let go, keep in touch; what to let go of, well, differently, questions, somebody
 * else. */
#define DRAFT "(a" PERSON "iibbbsasasss)"

static GVariant *
pack_person (OnwardPersonEdit *person)
{
  return g_variant_new (PERSON, person->contact, person->name, person->role, person->name_verified, person->unmatched,
                        person->attended, person->clicked, person->rapport, person->hook, person->memorable,
                        person->concern, person->reaction, person->missed_point);
}

static GVariant *
pack_points (char **points)
{
  const char *texts[ONWARD_DEBRIEF_POINTS];

  for (guint i = 0; i < ONWARD_DEBRIEF_POINTS; i++)
    texts[i] = points[i] != NULL ? points[i] : "";
  return g_variant_new_strv (texts, ONWARD_DEBRIEF_POINTS);
}

/**
 * onward_debrief_draft_to_text:
 * @draft: a draft
 *
 * Returns: (transfer full): all of it, for onward_debrief_draft_take_text(); the same when nothing is other
 */
char *
onward_debrief_draft_to_text (OnwardDebriefDraft *draft)
{
  GVariantBuilder people;
  g_autoptr (GVariant) whole = NULL;
  g_autofree char *questions = onward_questions_format (draft->questions);

  g_variant_builder_init (&people, G_VARIANT_TYPE ("a" PERSON));
  for (guint i = 0; i < draft->people->len; i++)
    g_variant_builder_add_value (&people, pack_person (draft->people->pdata[i]));
  whole = g_variant_ref_sink (
      g_variant_new ("(a" PERSON "iibbbs@as@asss)", &people, draft->promise_on, draft->promise_by, draft->by_the_book,
                     draft->let_go, draft->keep_in_touch, draft->let_go_of, pack_points (draft->well),
                     pack_points (draft->differently), questions != NULL ? questions : "", draft->somebody));
  return g_variant_print (whole, TRUE);
}

static void
take (char **field, char *text)
{
  g_free (*field);
  *field = text;
}

static void
unpack_people (OnwardDebriefDraft *draft, GVariantIter *people)
{
  gint64 contact;
  char *name, *role, *verified, *hook, *memorable, *concern, *reaction, *missed;
  gboolean unmatched, attended, clicked;
  int rapport;

  g_ptr_array_set_size (draft->people, 0);
  while (g_variant_iter_next (people, PERSON, &contact, &name, &role, &verified, &unmatched, &attended, &clicked,
                              &rapport, &hook, &memorable, &concern, &reaction, &missed))
    {
      OnwardPersonEdit *person = onward_debrief_draft_append_person (draft, contact, name);

      g_free (name);
      person->role = role;
      person->name_verified = verified;
      person->unmatched = unmatched;
      person->attended = attended;
      person->clicked = clicked;
      person->rapport = rapport;
      take (&person->hook, hook);
      take (&person->memorable, memorable);
      take (&person->concern, concern);
      take (&person->reaction, reaction);
      take (&person->missed_point, missed);
    }
}

static void
unpack_points (char **points, GVariant *texts)
{
  for (guint i = 0; i < ONWARD_DEBRIEF_POINTS && i < g_variant_n_children (texts); i++)
    {
      g_free (points[i]);
      g_variant_get_child (texts, i, "s", &points[i]);
    }
}

/**
 * onward_debrief_draft_take_text:
 * @draft: a draft
 * @text: (nullable): what onward_debrief_draft_to_text() wrote
 *
 * Takes over what was typed before.
 *
 * Returns: whether it could be read
 */
gboolean
onward_debrief_draft_take_text (OnwardDebriefDraft *draft, const char *text)
{
  g_autoptr (GVariant) whole = text != NULL ? g_variant_parse (G_VARIANT_TYPE (DRAFT), text, NULL, NULL, NULL) : NULL;
  g_autoptr (GVariantIter) people = NULL;
  g_autoptr (GVariant) well = NULL;
  g_autoptr (GVariant) differently = NULL;
  g_autofree char *questions = NULL;
  char *let_go_of, *somebody;

  if (whole == NULL)
    return FALSE;
  g_variant_get (whole, "(a" PERSON "iibbbs@as@asss)", &people, &draft->promise_on, &draft->promise_by,
                 &draft->by_the_book, &draft->let_go, &draft->keep_in_touch, &let_go_of, &well, &differently,
                 &questions, &somebody);
  unpack_people (draft, people);
  unpack_points (draft->well, well);
  unpack_points (draft->differently, differently);
  take (&draft->let_go_of, let_go_of);
  take (&draft->somebody, somebody);
  g_ptr_array_unref (draft->questions);
  draft->questions = onward_questions_parse (questions);
  return TRUE;
}
