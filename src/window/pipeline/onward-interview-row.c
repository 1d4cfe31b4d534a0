/* onward-interview-row.c - an interview about which something is left to do */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-interview-row.h"

#include "capture/onward-join-link.h"
#include "model/onward-contact.h"
#include "onward-card-words.h"
#include "shared/onward-accessible.h"
#include "shared/onward-beside.h"
#include "shared/onward-chip.h"
#include "store/onward-interviews.h"
#include "store/onward-lists.h"

#include <glib/gi18n-lib.h>

struct _OnwardInterviewRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *title;
  GtkLabel *when;
  AdwBin *chip;
  GtkWidget *join;
  GtkButton *act;
  GtkMenuButton *more;
};

G_DEFINE_FINAL_TYPE (OnwardInterviewRow, onward_interview_row, GTK_TYPE_LIST_BOX_ROW)

static void
onward_interview_row_class_init (OnwardInterviewRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (ONWARD_TYPE_BESIDE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ONWARD_RESOURCE_PATH "/ui/pipeline/onward-interview-row.ui");
  gtk_widget_class_bind_template_child (widget_class, OnwardInterviewRow, title);
  gtk_widget_class_bind_template_child (widget_class, OnwardInterviewRow, when);
  gtk_widget_class_bind_template_child (widget_class, OnwardInterviewRow, chip);
  gtk_widget_class_bind_template_child (widget_class, OnwardInterviewRow, join);
  gtk_widget_class_bind_template_child (widget_class, OnwardInterviewRow, act);
  gtk_widget_class_bind_template_child (widget_class, OnwardInterviewRow, more);
}

static void
onward_interview_row_init (OnwardInterviewRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* “Panel with Ana Ruiz, Ben Oduya and 2 others”. */
static char *
describe (OnwardStore *store, OnwardInterview *interview)
{
  g_autoptr (GPtrArray) parts = onward_store_get_children (store, interview, ONWARD_TYPE_PARTICIPANT);
  g_autoptr (GString) names = g_string_new (NULL);
  const char *kind = onward_card_words_get_interview (interview->kind);

  for (guint i = 0; i < parts->len; i++)
    {
      OnwardParticipant *part = parts->pdata[i];
      g_autoptr (OnwardContact) contact = onward_store_get_record (store, ONWARD_TYPE_CONTACT, part->contact);
      g_autofree char *own = contact == NULL ? onward_participant_get_own_name (part) : NULL;
      const char *name = contact != NULL ? contact->name : own;

      if (name != NULL)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
    }
  if (names->len == 0)
    return g_strdup (kind);
  /* Translators: a kind of interview, and the people in it */
  return g_strdup_printf (C_ ("interview", "%s with %s"), kind, names->str);
}

static char *
describe_stories (OnwardInterview *interview)
{
  g_auto (GStrv) stories = onward_json_get_texts (interview->stories);
  guint n = g_strv_length (stories);

  return n > 0 ? g_strdup_printf (ngettext ("%u story", "%u stories", n), n) : NULL;
}

static void
show_act (OnwardInterviewRow *self, OnwardInterview *interview, OnwardInterviewState state, const char *title)
{
  gboolean write = state != ONWARD_INTERVIEW_COMING;
  const char *verb = write ? _ ("Write") : _ ("Prepare");
  g_autofree char *label = g_strdup_printf ("%s: %s", verb, title);
  g_autofree char *more = g_strdup_printf (_ ("More about: %s"), title);
  g_autoptr (GMenuModel) menu = onward_interview_words_create_menu (interview->record.id, interview->status, write);

  gtk_button_set_label (self->act, verb);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->act), "x", interview->record.id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->act), write ? "win.debrief" : "win.prepare");
  gtk_menu_button_set_menu_model (self->more, menu);
  onward_accessible_set_label (GTK_WIDGET (self->act), label);
  onward_accessible_set_label (GTK_WIDGET (self->more), more);
}

/* A call that is to come can be joined from here. */
static void
show_join (OnwardInterviewRow *self, OnwardInterview *interview, OnwardInterviewState state, const char *title)
{
  g_autofree char *label = g_strdup_printf ("%s: %s", _ ("Join"), title);

  gtk_widget_set_visible (self->join,
                          state == ONWARD_INTERVIEW_COMING && onward_join_link_is_valid (interview->join_url));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->join), "x", interview->record.id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->join), "win.join-interview");
  onward_accessible_set_label (self->join, label);
}

/**
 * onward_interview_row_new:
 * @store: the database
 * @interview: an interview that is not over and done with
 *
 * Returns: (transfer floating): its row
 */
GtkWidget *
onward_interview_row_new (OnwardStore *store, OnwardInterview *interview)
{
  OnwardInterviewRow *self = g_object_new (ONWARD_TYPE_INTERVIEW_ROW, NULL);
  OnwardInterviewState state = onward_interview_words_get_state (store, interview);
  g_autofree char *title = describe (store, interview);
  g_autofree char *when = onward_interview_words_get_when (store, interview);
  const char *more = state == ONWARD_INTERVIEW_UNWRITTEN ? _ ("not written down yet") : interview->location;
  g_autofree char *stories = describe_stories (interview);
  g_autofree char *place = more != NULL ? g_strdup_printf ("%s · %s", when, more) : g_strdup (when);
  g_autofree char *line = stories != NULL ? g_strdup_printf ("%s · %s", place, stories) : g_strdup (place);
  g_autofree char *label = g_strdup_printf ("%s, %s", title, line);

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->when, line);
  if (state == ONWARD_INTERVIEW_INCOMPLETE)
    adw_bin_set_child (self->chip, onward_chip_new (NULL, _ ("Not complete"), "soon"));
  show_join (self, interview, state, title);
  show_act (self, interview, state, title);
  onward_accessible_set_label (GTK_WIDGET (self), label);
  return GTK_WIDGET (self);
}
