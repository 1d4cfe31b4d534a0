/* onward-announcement-runs.h - telling everyone about an accepted offer: whom, who knows, and who is left out */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-store.h"

G_BEGIN_DECLS

/**
 * OnwardAnnounceGroup:
 * @ONWARD_ANNOUNCE_HELPED: introduced the user, is an insider, gave feedback, or took part in mock interviews
 * @ONWARD_ANNOUNCE_CLOSE: is kept in touch with monthly or quarterly
 * @ONWARD_ANNOUNCE_MET: has a part in an interview or an opportunity
 * @ONWARD_ANNOUNCE_OTHERS: everybody else
 */
typedef enum
{
  ONWARD_ANNOUNCE_HELPED,
  ONWARD_ANNOUNCE_CLOSE,
  ONWARD_ANNOUNCE_MET,
  ONWARD_ANNOUNCE_OTHERS,
  ONWARD_N_ANNOUNCE_GROUPS,
} OnwardAnnounceGroup;

/**
 * OnwardAnnounceState:
 * @ONWARD_ANNOUNCE_LEFT: not told yet
 * @ONWARD_ANNOUNCE_TOLD: told
 * @ONWARD_ANNOUNCE_EXCLUDED: left out by the user
 */
typedef enum
{
  ONWARD_ANNOUNCE_LEFT,
  ONWARD_ANNOUNCE_TOLD,
  ONWARD_ANNOUNCE_EXCLUDED,
} OnwardAnnounceState;

/**
 * OnwardAnnounced:
 * @contact: somebody
 * @name: (nullable): their name
 * @tier: (nullable): how often they are kept in touch with
 * @group: by what they are close
 * @state: how far it is with them
 * @told_at: (nullable): the instant of the message
 * @introduced_to: (nullable): the company or person to whom they introduced the user
 * @n_mock: mock interviews they took part in
 * @gave_feedback: whether they gave feedback
 * @role: (nullable): their part in what they were met for last
 * @company: (nullable): the company of that, else their own
 * @headline: (nullable): what they do
 */
typedef struct
{
  gint64 contact;
  char *name;
  char *tier;
  OnwardAnnounceGroup group;
  OnwardAnnounceState state;
  char *told_at;
  char *introduced_to;
  guint n_mock;
  gboolean gave_feedback;
  char *role;
  char *company;
  char *headline;
} OnwardAnnounced;

void onward_announced_free (OnwardAnnounced *announced);

gint64 onward_announcement_runs_find (OnwardStore *store, gint64 opportunity);
gboolean onward_announcement_runs_is_finished (OnwardStore *store, gint64 opportunity);
GPtrArray *onward_announcement_runs_list (OnwardStore *store, gint64 opportunity, GError **error);

/**
 * OnwardAnnouncement:
 * @opportunity: the accepted one; its run is started when there is none
 * @contact: whom it is about; 0 = nobody, for finishing the run
 * @channel: (nullable): how they were told; NULL = another way
 */
typedef struct
{
  gint64 opportunity;
  gint64 contact;
  char *channel;
} OnwardAnnouncement;

OnwardAnnouncement *onward_announcement_new (gint64 opportunity, gint64 contact);
void onward_announcement_free (OnwardAnnouncement *announcement);

gboolean
onward_announcement_runs_note (OnwardWriter *writer, gint64 opportunity, gint64 contact, gint64 touch, GError **error);
gboolean onward_announcement_runs_tell (OnwardWriter *writer, gpointer announcement, GError **error);
gboolean onward_announcement_runs_exclude (OnwardWriter *writer, gpointer announcement, GError **error);
gboolean onward_announcement_runs_put_back (OnwardWriter *writer, gpointer announcement, GError **error);
gboolean onward_announcement_runs_finish (OnwardWriter *writer, gpointer announcement, GError **error);

/**
 * OnwardAnnounceTiers:
 * @opportunity: the accepted one
 * @tiers: (nullable): how often to keep in touch with everybody told of a group who has no tier; NULL leaves the group
 */
typedef struct
{
  gint64 opportunity;
  const char *tiers[ONWARD_N_ANNOUNCE_GROUPS];
} OnwardAnnounceTiers;

gboolean onward_announcement_runs_set_tiers (OnwardWriter *writer, gpointer announce_tiers, GError **error);

G_END_DECLS
