/* onward-touches.c - messages and calls that are written down: added, changed and taken away */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-touches.h"

#include "model/onward-touch-contact.h"
#include "model/onward-touch.h"
#include "onward-references.h"
#include "onward-typed.h"
#include "playbook/onward-zone.h"

#include <glib/gi18n-lib.h>

void
onward_touch_edit_free (OnwardTouchEdit *edit)
{
  g_free (edit->direction);
  g_free (edit->channel);
  g_free (edit->subject);
  g_free (edit->body);
  g_free (edit);
}

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID, message);
  return FALSE;
}

/* Of another day only the day is known: its noon. Today it is now. */
static gboolean
set_day (OnwardWriter *writer, OnwardTouch *touch, int day, GError **error)
{
  const OnwardNow *now = onward_writer_get_now (writer);
  g_autoptr (GTimeZone) zone = onward_zone_find (now->zone);
  int today = onward_zone_day (zone, now->unix_time);
  gint64 instant = now->unix_time;
  char at[ONWARD_INSTANT_SIZE];

  if (day == ONWARD_NO_DAY)
    day = today;
  if (day > today)
    return refuse (error, _ ("That day is still to come. Write down what has happened."));
  if (touch->at != NULL && onward_instant_parse (touch->at, &instant) && onward_zone_day (zone, instant) == day)
    return TRUE;
  instant = day == today ? now->unix_time : onward_zone_instant (zone, onward_wall_at (day, 12 * 60));
  onward_set_text (&touch->at, onward_instant_format (instant, onward_zone_offset (zone, instant), at));
  return TRUE;
}

static gboolean
set_contact (OnwardWriter *writer, OnwardTouch *touch, gint64 contact, GError **error)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (g_object_unref);
  OnwardTouchContact *person = g_object_new (ONWARD_TYPE_TOUCH_CONTACT, NULL);

  person->contact = contact;
  g_ptr_array_add (people, person);
  return onward_writer_set_children (writer, touch, ONWARD_TYPE_TOUCH_CONTACT, people, error);
}

/**
 * onward_touches_save:
 * @writer: the writer
 * @touch_edit: an OnwardTouchEdit
 * @error: return location
 *
 * A command: writes down what was said to somebody or by them, or changes what is written. What it was about and whom a
 * message went to stays as it was.
 *
 * Returns: whether it is stored; a day that is still to come is refused
 */
gboolean
onward_touches_save (OnwardWriter *writer, gpointer touch_edit, GError **error)
{
  OnwardTouchEdit *edit = touch_edit;
  g_autoptr (OnwardTouch) touch = edit->touch != 0 ? onward_writer_load (writer, ONWARD_TYPE_TOUCH, edit->touch, error)
                                                   : g_object_new (ONWARD_TYPE_TOUCH, NULL);

  if (touch == NULL || !set_day (writer, touch, edit->day, error)
      || !onward_typed_set (touch, "direction", edit->direction, error)
      || !onward_typed_set (touch, "channel", edit->channel, error)
      || !onward_typed_set (touch, "subject", edit->subject, error))
    return FALSE;
  onward_set_text (&touch->body, edit->body != NULL && *edit->body != '\0' ? edit->body : NULL);
  if (edit->touch != 0)
    return onward_writer_update (writer, touch, error);
  if (edit->contact == 0)
    return refuse (error, _ ("Nobody is named. Choose who it was with."));
  touch->opportunity = edit->opportunity;
  return onward_writer_insert (writer, touch, error) && set_contact (writer, touch, edit->contact, error);
}

/**
 * onward_touches_remove:
 * @writer: the writer
 * @touch: (type gint64): points to the row
 * @error: return location
 *
 * A command: takes a touch away, as if it had not been. What the playbook had ended because of it comes back.
 *
 * Returns: whether it is gone
 */
gboolean
onward_touches_remove (OnwardWriter *writer, gpointer touch, GError **error)
{
  gint64 id = *(gint64 *)touch;

  return onward_references_replace (writer, ONWARD_TYPE_TOUCH, id, 0, error)
         && onward_writer_delete (writer, ONWARD_TYPE_TOUCH, id, error);
}
