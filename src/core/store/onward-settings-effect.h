/* onward-settings-effect.h - what other settings would do to the open follow-ups */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-store.h"

G_BEGIN_DECLS

typedef enum
{
  ONWARD_EFFECT_MOVED,     /* to another time, or late at another */
  ONWARD_EFFECT_CANCELLED, /* not asked for any more */
  ONWARD_EFFECT_OPENED,    /* asked for, and was not */
} OnwardEffectKind;

/**
 * OnwardEffectRow:
 * @kind: what would happen
 * @key: of the follow-up
 * @title: as it is, or as it would be when it is not open now
 * @contact: the person, 0 = none
 * @remind_at: (nullable): wall time as it is; %NULL when it is not open now
 * @new_remind_at: (nullable): wall time as it would be; %NULL when it would be cancelled
 */
typedef struct
{
  OnwardEffectKind kind;
  char *key;
  char *title;
  gint64 contact;
  char *remind_at;
  char *new_remind_at;
} OnwardEffectRow;

/**
 * OnwardSettingsEffect:
 * @n_moved: how many open follow-ups would move
 * @n_cancelled: how many would be cancelled
 * @n_opened: how many would open
 * @rows: (element-type OnwardEffectRow): all of these, the earliest first
 */
typedef struct
{
  guint n_moved;
  guint n_cancelled;
  guint n_opened;
  GPtrArray *rows;
} OnwardSettingsEffect;

void onward_settings_effect_async (OnwardStore *store, OnwardCommandFunc change, gpointer data, GDestroyNotify destroy,
                                   GAsyncReadyCallback callback, gpointer user_data);
OnwardSettingsEffect *onward_settings_effect_finish (OnwardStore *store, GAsyncResult *result, GError **error);
void onward_settings_effect_free (OnwardSettingsEffect *effect);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnwardSettingsEffect, onward_settings_effect_free)

G_END_DECLS
