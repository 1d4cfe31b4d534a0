/* onward-due-done.c - asks how a follow-up was sent */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-due-done.h"

#include "playbook/onward-rules.h"
#include "shared/onward-popover.h"

#include <glib/gi18n-lib.h>

/* In the order of the exchange format; the proposed one goes first. */
static const struct
{
  const char *channel;
  const char *label;
} channels[] = {
  { "email", N_ ("By mail") },     { "letter", N_ ("By letter") },   { "card", N_ ("With a card") },
  { "linkedin", N_ ("LinkedIn") }, { "phone", N_ ("On the phone") }, { "meeting", N_ ("In person") },
  { "other", N_ ("Another way") },
};

/* An open question. */
typedef struct
{
  GtkPopover *popover;
  OnwardChannelFunc answer;
  gpointer data;
  gboolean chosen;
} Question;

static void
free_question (gpointer data, GClosure *closure)
{
  g_free (data);
}

static void
button_clicked_cb (GtkButton *button, Question *question)
{
  question->chosen = TRUE;
  question->answer (TRUE, g_object_get_data (G_OBJECT (button), "channel"), question->data);
  gtk_popover_popdown (question->popover);
}

static void
closed_cb (GtkPopover *popover, Question *question)
{
  if (!question->chosen)
    question->answer (FALSE, NULL, question->data);
}

static GtkWidget *
create_button (const char *label, const char *channel, Question *question)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  g_object_set_data (G_OBJECT (button), "channel", (gpointer)channel);
  g_signal_connect (button, "clicked", G_CALLBACK (button_clicked_cb), question);
  return button;
}

static GtkWidget *
create_choices (const char *proposed, Question *question)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *heading = gtk_label_new (_ ("How did you send it?"));

  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_set_margin_bottom (heading, 6);
  gtk_box_append (GTK_BOX (box), heading);
  for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
    {
      GtkWidget *button = create_button (_ (channels[i].label), channels[i].channel, question);

      if (g_strcmp0 (channels[i].channel, proposed) == 0)
        {
          gtk_widget_remove_css_class (button, "flat");
          gtk_box_insert_child_after (GTK_BOX (box), button, heading);
        }
      else
        gtk_box_append (GTK_BOX (box), button);
    }
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), create_button (_ ("Without a message"), NULL, question));
  return box;
}

/**
 * onward_due_done_needs_channel:
 * @rule: (nullable): of a follow-up
 *
 * Returns: whether somebody is written to or called, so that it matters how
 */
gboolean
onward_due_done_needs_channel (const char *rule)
{
  OnwardRuleId id = onward_rule_find (rule);

  return id >= ONWARD_N_RULES || onward_rule_get (id)->template != NULL;
}

/**
 * onward_due_done_asks_for_introduction:
 * @rule: (nullable): of a follow-up
 *
 * Returns: whether what comes back may be an introduction, or the answer to "may I use your name?"
 */
gboolean
onward_due_done_asks_for_introduction (const char *rule)
{
  OnwardRuleId id = onward_rule_find (rule);

  return id == ONWARD_RULE_REFERRAL_ASK || id == ONWARD_RULE_ASK_PERMISSION;
}

/**
 * onward_due_done_is_spoken:
 * @channel: (nullable): how somebody was asked
 *
 * Returns: whether the answer was heard at once
 */
gboolean
onward_due_done_is_spoken (const char *channel)
{
  return g_strcmp0 (channel, "phone") == 0 || g_strcmp0 (channel, "meeting") == 0;
}

/**
 * onward_due_done_get_channel:
 * @channel: (nullable): how something was sent, as it is stored
 *
 * Returns: (transfer none) (nullable): it in words: `By mail`
 */
const char *
onward_due_done_get_channel (const char *channel)
{
  for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
    if (g_strcmp0 (channels[i].channel, channel) == 0)
      return _ (channels[i].label);
  return NULL;
}

/**
 * onward_due_done_ask:
 * @widget: what the question is about; a popover opens at it
 * @proposed: (nullable): the channel that comes first
 * @answer: called once
 * @data: for @answer; must live as long as @widget
 */
void
onward_due_done_ask (GtkWidget *widget, const char *proposed, OnwardChannelFunc answer, gpointer data)
{
  Question *question = g_new0 (Question, 1);

  question->answer = answer;
  question->data = data;
  question->popover = onward_popover_show (widget, create_choices (proposed, question));
  g_signal_connect_data (question->popover, "closed", G_CALLBACK (closed_cb), question, free_question, 0);
}
