/* onward-unanswered.h - alerts given to somebody who did not answer, until it is known what became of them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-notifier.h"

G_BEGIN_DECLS

typedef struct _OnwardUnanswered OnwardUnanswered;

/**
 * OnwardQuestion:
 * @name: who is asked, on the session bus
 * @path: an object there
 * @interface: what it is asked through
 * @method: the question
 * @property_of: (nullable): when that is `Get`: an interface
 * @property: (nullable): and a property of it
 */
typedef struct
{
  const char *name;
  const char *path;
  const char *interface;
  const char *method;
  const char *property_of;
  const char *property;
} OnwardQuestion;

void onward_question_ask (const OnwardQuestion *self, GDBusConnection *bus, GDBusCallFlags flags, int timeout,
                          GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);

gboolean onward_question_is_answered (const OnwardQuestion *self, GDBusConnection *bus, int timeout);

OnwardUnanswered *onward_unanswered_new (OnwardNotifier *notifier, const OnwardQuestion *of);
void onward_unanswered_free (OnwardUnanswered *self);
void onward_unanswered_add (OnwardUnanswered *self, OnwardAlert *alert, const GError *error);

G_END_DECLS
