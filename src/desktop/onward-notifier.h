/* onward-notifier.h - shows alerts to the user: what all ways to do that have in common */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "alerts/onward-alert-status.h"
#include "alerts/onward-alert.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_NOTIFIER (onward_notifier_get_type ())
G_DECLARE_DERIVABLE_TYPE (OnwardNotifier, onward_notifier, ONWARD, NOTIFIER, GObject)

/**
 * OnwardNotifierClass:
 * @show: see onward_notifier_show()
 * @withdraw: see onward_notifier_withdraw()
 * @finish: see onward_notifier_finish()
 */
struct _OnwardNotifierClass
{
  GObjectClass parent_class;

  void (*show) (OnwardNotifier *self, OnwardAlert *alert);
  void (*withdraw) (OnwardNotifier *self, OnwardAlert *alert);
  void (*finish) (OnwardNotifier *self);
};

OnwardNotifier *onward_notifier_new (GApplication *application);
void onward_notifier_show (OnwardNotifier *self, OnwardAlert *alert);
void onward_notifier_withdraw (OnwardNotifier *self, OnwardAlert *alert);
void onward_notifier_finish (OnwardNotifier *self);

/* For those that implement it: */

/* The program does not wait longer for a server when it ends; in milliseconds. */
#define ONWARD_NOTIFIER_LAST_PATIENCE 2000

void onward_notifier_emit_shown (OnwardNotifier *self, OnwardAlert *alert);
void onward_notifier_emit_failed (OnwardNotifier *self, OnwardAlert *alert, const GError *error);
void onward_notifier_emit_unanswered (OnwardNotifier *self, OnwardAlert *alert, const GError *error);
gboolean onward_notifier_is_timeout (const GError *error);
void onward_notifier_emit_closed (OnwardNotifier *self, OnwardAlert *alert);
void onward_notifier_emit_action (OnwardNotifier *self, OnwardAlert *alert, const char *action);
void onward_notifier_emit_server (OnwardNotifier *self, const char *name, gboolean has_buttons);

G_END_DECLS
