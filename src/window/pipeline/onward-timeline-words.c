/* onward-timeline-words.c - what happened, in words */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-timeline-words.h"

#include "due/onward-due-done.h"
#include "onward-card-words.h"
#include "playbook/onward-dates.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The longest excerpt of a message, in characters. */
#define MOST_TEXT 200

/* A format of the translation is not one that the compiler can check, so it is cut and joined. */
static char *
insert_name (const char *format, const char *name)
{
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);

  return g_strjoinv (name, parts);
}

static char *
get_first_name (const char *name)
{
  const char *end = name != NULL ? strchr (name, ' ') : NULL;

  return end != NULL && end > name ? g_strndup (name, end - name) : g_strdup (name);
}

/* “Ana, Ben, Cy” → “Ana, Ben and Cy”. */
static char *
join_names (const char *names)
{
  const char *last = names != NULL ? g_strrstr (names, ", ") : NULL;
  g_autofree char *before = last != NULL ? g_strndup (names, last - names) : NULL;

  if (before == NULL)
    return g_strdup (names);
  /* Translators: the last two of a list of people */
  return g_strdup_printf (_ ("%s and %s"), before, last + 2);
}

/* Several people are named as the first and a number. */
static char *
describe_people (const OnwardTimelineEntry *entry)
{
  g_autofree char *first = get_first_name (entry->first);
  guint others = entry->n_people > 0 ? entry->n_people - 1 : 0;

  if (first == NULL || others == 0)
    return g_steal_pointer (&first);
  /* Translators: somebody and so many others */
  return g_strdup_printf (ngettext ("%s and %u other", "%s and %u others", others), first, others);
}

static char *
describe_sent (const OnwardTimelineEntry *entry)
{
  g_autofree char *people = describe_people (entry);

  if (people == NULL)
    return g_strdup (_ ("You wrote"));
  if (entry->what != NULL && strstr (entry->what, "thank") != NULL)
    return insert_name (_ ("You thanked %s"), people);
  if (g_strcmp0 (entry->channel, "phone") == 0)
    return insert_name (_ ("You called %s"), people);
  if (g_strcmp0 (entry->channel, "meeting") == 0)
    return insert_name (_ ("You met %s"), people);
  return insert_name (_ ("You wrote to %s"), people);
}

static char *
describe_received (const OnwardTimelineEntry *entry)
{
  g_autofree char *people = describe_people (entry);

  if (people == NULL)
    return g_strdup (_ ("They wrote to you"));
  if (g_strcmp0 (entry->channel, "phone") == 0)
    return insert_name (_ ("%s called you"), people);
  if (g_strcmp0 (entry->channel, "meeting") == 0)
    return insert_name (_ ("You met %s"), people);
  return insert_name (_ ("%s wrote to you"), people);
}

static char *
describe_interview (const OnwardTimelineEntry *entry)
{
  const char *kind = onward_card_words_get_interview (entry->what);
  g_autofree char *people = join_names (entry->who);

  if (g_strcmp0 (entry->status, "cancelled") == 0)
    return insert_name (_ ("%s was cancelled"), kind);
  if (g_strcmp0 (entry->status, "no-show") == 0)
    return insert_name (_ ("%s: nobody showed up"), kind);
  if (people == NULL)
    return g_strdup (kind);
  /* Translators: a kind of interview, and the people in it */
  return g_strdup_printf (C_ ("interview", "%s with %s"), kind, people);
}

static char *
describe_promise (const OnwardTimelineEntry *entry, int today)
{
  g_autofree char *first = get_first_name (entry->first);
  g_autofree char *day = entry->on != ONWARD_NO_DAY ? onward_dates_format_past (entry->on, today) : g_strdup ("");

  if (first == NULL)
    return insert_name (_ ("An answer was promised by %s"), day);
  /* Translators: somebody, and the day of the promised answer */
  return g_strdup_printf (_ ("%s promised an answer by %s"), first, day);
}

static char *
describe_feedback (const OnwardTimelineEntry *entry)
{
  g_autofree char *first = get_first_name (entry->first);

  return first != NULL ? insert_name (_ ("Feedback from %s"), first) : g_strdup (_ ("Feedback"));
}

static char *
describe_follow_up (const OnwardTimelineEntry *entry)
{
  const char *title = entry->what != NULL ? entry->what : _ ("Follow up");

  if (onward_timeline_words_is_quiet (entry))
    /* Translators: a follow-up that the user left out */
    return insert_name (_ ("Skipped: %s"), title);
  return insert_name (_ ("Done: %s"), title);
}

/**
 * onward_timeline_words_get_title:
 * @entry: what happened
 * @today: the user's day
 *
 * Returns: (transfer full): it in a line; who did it is said in words
 */
char *
onward_timeline_words_get_title (const OnwardTimelineEntry *entry, int today)
{
  switch (entry->kind)
    {
    case ONWARD_TIMELINE_SENT:
      return describe_sent (entry);
    case ONWARD_TIMELINE_RECEIVED:
      return describe_received (entry);
    case ONWARD_TIMELINE_STAGE:
      if (entry->from == NULL)
        return insert_name (_ ("Added to %s"), entry->what != NULL ? entry->what : "");
      /* Translators: the stage before, and the stage now */
      return g_strdup_printf (_ ("Moved from %s to %s"), entry->from, entry->what != NULL ? entry->what : "");
    case ONWARD_TIMELINE_INTERVIEW:
      return describe_interview (entry);
    case ONWARD_TIMELINE_PROMISE:
      return describe_promise (entry, today);
    case ONWARD_TIMELINE_APPLIED:
      return g_strdup (_ ("Applied"));
    case ONWARD_TIMELINE_FEEDBACK:
      return describe_feedback (entry);
    case ONWARD_TIMELINE_FOLLOW_UP:
      return describe_follow_up (entry);
    case ONWARD_TIMELINE_OUTCOME:
    default:
      return g_strdup (onward_card_words_get_outcome (entry->what));
    }
}

/* The first lines of a message say enough. */
static char *
shorten (const char *text)
{
  g_autofree char *line = text != NULL ? g_strdup (text) : NULL;

  if (line == NULL || *line == '\0')
    return NULL;
  g_strdelimit (line, "\n\r\t", ' ');
  if (g_utf8_strlen (line, -1) <= MOST_TEXT)
    return g_steal_pointer (&line);
  *g_utf8_offset_to_pointer (line, MOST_TEXT) = '\0';
  return g_strconcat (line, "…", NULL);
}

static void
append_sentence (GString *text, char *sentence)
{
  if (sentence != NULL && *sentence != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
  g_free (sentence);
}

/* How it was sent, where the title does not say so. */
static const char *
get_channel (const OnwardTimelineEntry *entry)
{
  gboolean sent = entry->kind == ONWARD_TIMELINE_SENT && !onward_due_done_is_spoken (entry->channel)
                  && g_strcmp0 (entry->channel, "other") != 0;

  return sent || entry->kind == ONWARD_TIMELINE_FOLLOW_UP ? onward_due_done_get_channel (entry->channel) : NULL;
}

/**
 * onward_timeline_words_get_text:
 * @entry: what happened
 *
 * Returns: (transfer full) (nullable): what else is known about it; NULL when that is nothing
 */
char *
onward_timeline_words_get_text (const OnwardTimelineEntry *entry)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *about = NULL;
  g_autofree char *clicked = join_names (entry->clicked);

  if (entry->kind != ONWARD_TIMELINE_OUTCOME && entry->company != NULL)
    {
      about = entry->title != NULL ? g_strdup_printf ("%s, %s.", entry->company, entry->title)
                                   : g_strdup_printf ("%s.", entry->company);
      append_sentence (text, g_strdup (about));
    }
  if (entry->kind == ONWARD_TIMELINE_OUTCOME && entry->first != NULL)
    append_sentence (text, insert_name (_ ("Told by %s."), entry->first));
  if (entry->kind == ONWARD_TIMELINE_INTERVIEW)
    {
      append_sentence (text, clicked != NULL ? insert_name (_ ("Clicked with %s."), clicked) : NULL);
      append_sentence (text, entry->text != NULL ? insert_name (_ ("To do differently: %s."), entry->text) : NULL);
    }
  else if (entry->kind == ONWARD_TIMELINE_FEEDBACK)
    {
      append_sentence (text, entry->text != NULL ? insert_name (_ ("Good: %s."), entry->text) : NULL);
      append_sentence (text, entry->from != NULL ? insert_name (_ ("To improve: %s."), entry->from) : NULL);
    }
  else
    append_sentence (text, shorten (entry->kind == ONWARD_TIMELINE_APPLIED ? entry->channel : entry->text));
  if (get_channel (entry) != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", get_channel (entry));
  return text->len > 0 ? g_strdup (text->str) : NULL;
}

/**
 * onward_timeline_words_get_when:
 * @entry: what happened
 * @today: the user's day
 *
 * Returns: (transfer full): its day: `Today`, `Friday`, `25 February`
 */
char *
onward_timeline_words_get_when (const OnwardTimelineEntry *entry, int today)
{
  int day = onward_wall_day (entry->moment);

  return day >= today ? onward_dates_format_list (day, today) : onward_dates_format_past (day, today);
}

/**
 * onward_timeline_words_get_icon:
 * @entry: what happened
 *
 * Returns: (transfer none): its icon
 */
const char *
onward_timeline_words_get_icon (const OnwardTimelineEntry *entry)
{
  switch (entry->kind)
    {
    case ONWARD_TIMELINE_STAGE:
      return "onward-stage-symbolic";
    case ONWARD_TIMELINE_INTERVIEW:
      return "onward-interview-symbolic";
    case ONWARD_TIMELINE_PROMISE:
      return "onward-promise-symbolic";
    case ONWARD_TIMELINE_APPLIED:
      return "onward-offer-symbolic";
    case ONWARD_TIMELINE_OUTCOME:
      return "onward-rest-symbolic";
    case ONWARD_TIMELINE_FEEDBACK:
      return "onward-feedback-symbolic";
    case ONWARD_TIMELINE_FOLLOW_UP:
      return onward_timeline_words_is_quiet (entry) ? "onward-due-symbolic" : "object-select-symbolic";
    case ONWARD_TIMELINE_SENT:
    case ONWARD_TIMELINE_RECEIVED:
    default:
      return "onward-thanks-symbolic";
    }
}

/**
 * onward_timeline_words_get_class:
 * @entry: what happened
 *
 * Returns: (transfer none) (nullable): the class of style.css for its icon; what it means is said in words as well
 */
const char *
onward_timeline_words_get_class (const OnwardTimelineEntry *entry)
{
  if (entry->kind == ONWARD_TIMELINE_RECEIVED || entry->kind == ONWARD_TIMELINE_FEEDBACK)
    return "in";
  if (entry->kind == ONWARD_TIMELINE_OUTCOME && g_strcmp0 (entry->what, "rejected") == 0)
    return "no";
  return NULL;
}

/**
 * onward_timeline_words_is_quiet:
 * @entry: what happened
 *
 * Returns: whether nothing came of it, so that it stands back behind the rest
 */
gboolean
onward_timeline_words_is_quiet (const OnwardTimelineEntry *entry)
{
  return entry->kind == ONWARD_TIMELINE_FOLLOW_UP && g_strcmp0 (entry->status, "skipped") == 0;
}
