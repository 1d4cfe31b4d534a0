/* onward-composer-actions.c - what the composer and the window can be asked to do about messages */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-composer-actions.h"

#include "messages/onward-composition-notices.h"
#include "model/onward-collections.h"
#include "onward-application.h"
#include "onward-composer-page-private.h"
#include "onward-composer-words.h"
#include "onward-letter.h"
#include "onward-window-private.h"
#include "shared/onward-dialogs.h"
#include "store/onward-sent.h"
#include "store/onward-value-items.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef void (*GoOnFunc) (OnwardComposerPage *self);

/* What is asked before it is done. */
typedef struct
{
  OnwardComposerPage *page;
  GoOnFunc go_on;
} Question;

static void
free_question (gpointer data)
{
  Question *question = data;

  g_object_unref (question->page);
  g_free (question);
}

static void
agreed_cb (gpointer data)
{
  Question *question = data;

  question->page->agreed = TRUE;
  question->go_on (question->page);
}

/* A third message without an answer asks before it leaves, once. */
static void
ask_first (OnwardComposerPage *self, GoOnFunc go_on)
{
  g_autofree char *pressure = self->agreed ? NULL : onward_composition_describe_pressure (self->composition);
  Question *question;

  if (pressure == NULL)
    {
      go_on (self);
      return;
    }
  question = g_new0 (Question, 1);
  question->page = g_object_ref (self);
  question->go_on = go_on;
  onward_dialogs_ask (GTK_WIDGET (self), _ ("Write again without an answer?"), pressure, _ ("_Write again"), agreed_cb,
                      question, free_question);
}

/* What leaves the composer before every slot is filled has them marked, and not blank. */
static char *
get_subject (OnwardComposerPage *self)
{
  OnwardDraft *draft = self->composition->draft;

  return onward_draft_has_subject (draft->channel) ? onward_pieces_to_text (draft->subject) : NULL;
}

/* To the first open slot from here, round the end. */
static void
go_to_slot (OnwardComposerPage *self, gboolean forward)
{
  OnwardSlotText *texts[] = { self->subject, self->body };
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  guint now = focus == (GtkWidget *)self->subject ? 0 : 1;
  gboolean inside = focus == (GtkWidget *)texts[now];

  if (onward_slot_text_go_to_slot (texts[now], forward, !inside))
    return;
  for (guint i = 1; i <= G_N_ELEMENTS (texts); i++)
    {
      OnwardSlotText *text = texts[(now + i) % G_N_ELEMENTS (texts)];

      if (gtk_widget_get_mapped (GTK_WIDGET (text)) && onward_slot_text_go_to_slot (text, forward, TRUE))
        return;
    }
}

static void
next_slot_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  go_to_slot (data, TRUE);
}

static void
previous_slot_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  go_to_slot (data, FALSE);
}

static void
use_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  OnwardComposerPage *self = data;

  gtk_popover_popdown (self->facts_popover);
  onward_slot_text_use (self->body, g_variant_get_string (parameter, NULL));
}

static void
show_toast (OnwardComposerPage *self, const char *text)
{
  OnwardWindow *window = onward_window_find (GTK_WIDGET (self));

  if (window != NULL)
    onward_window_show_done (window, text, FALSE);
}

static void
copy (OnwardComposerPage *self)
{
  g_autofree char *subject = get_subject (self);
  g_autofree char *body = onward_pieces_to_text (self->composition->draft->body);
  g_autofree char *text = subject != NULL ? g_strconcat (subject, "\n\n", body, NULL) : g_strdup (body);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  show_toast (self, _ ("Copied"));
}

static void
copy_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ask_first (data, copy);
}

/* Only a page of the web: an address book can hold anything. */
static void
open_link (OnwardComposerPage *self)
{
  const char *to = self->composition->draft->to;
  g_autofree char *link = to != NULL && strstr (to, "://") == NULL ? g_strconcat ("https://", to, NULL) : g_strdup (to);

  copy (self);
  if (link != NULL && (g_str_has_prefix (link, "https://") || g_str_has_prefix (link, "http://")))
    gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), link, GDK_CURRENT_TIME);
}

static void
open_message (OnwardComposerPage *self)
{
  OnwardDraft *draft = self->composition->draft;
  OnwardWindow *window = onward_window_find (GTK_WIDGET (self));
  g_autofree char *subject = get_subject (self);
  g_autofree char *body = onward_pieces_to_text (draft->body);

  if (g_strcmp0 (draft->channel, "linkedin") == 0)
    open_link (self);
  else if (window != NULL)
    onward_application_compose_mail (ONWARD_APPLICATION (gtk_window_get_application (GTK_WINDOW (window))), draft->to,
                                     subject, body, GTK_WIDGET (window));
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ask_first (data, open_message);
}

static void
print (OnwardComposerPage *self, gboolean card)
{
  OnwardLetter *letter = onward_letter_new (self->composition, card);
  g_autoptr (GError) error = NULL;

  if (!onward_letter_print (letter, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), &error))
    onward_dialogs_show_error (GTK_WIDGET (self), _ ("Nothing was printed"), error->message);
}

static void
print_letter (OnwardComposerPage *self)
{
  print (self, FALSE);
}

static void
print_card (OnwardComposerPage *self)
{
  print (self, TRUE);
}

static void
print_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  OnwardComposerPage *self = data;

  ask_first (self, g_strcmp0 (self->composition->draft->channel, "card") == 0 ? print_card : print_letter);
}

static void
print_letter_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ask_first (data, print_letter);
}

static void
print_card_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ask_first (data, print_card);
}

static void
start_again_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  OnwardComposerPage *self = data;

  if (!onward_composition_start_again (self->composition, NULL))
    return;
  onward_composer_page_keep (self);
  onward_composer_page_show (self);
}

static void
sent_cb (gboolean done, gpointer data)
{
  g_autoptr (OnwardComposerPage) self = data;
  OnwardWindow *window =
      gtk_widget_get_root (GTK_WIDGET (self)) != NULL ? onward_window_find (GTK_WIDGET (self)) : NULL;

  self->sent = done;
  if (!done)
    onward_composer_page_keep (self); /* what was typed meanwhile */
  onward_composer_page_update_actions (self);
  if (done && window != NULL && onward_window_get_page (window) == GTK_WIDGET (self))
    onward_window_pop_page (window);
}

/* An announcement's follow-up is about everybody, and is done when its run is. */
static gboolean
ends_follow_up (OnwardFollowUp *about)
{
  return g_strcmp0 (about->rule, "announce-job") != 0;
}

static OnwardSent *
create_sent (OnwardComposition *composition)
{
  OnwardFollowUp *about = composition->about;
  OnwardSent *sent = g_new0 (OnwardSent, 1);

  sent->follow_up = ends_follow_up (about) ? about->record.id : 0;
  sent->draft_of = about->record.id;
  sent->contact = about->contact;
  sent->opportunity = about->opportunity;
  sent->interview = about->interview;
  sent->channel = g_strdup (composition->draft->channel);
  sent->kind = g_strdup (about->record.id != 0 ? about->rule : composition->template);
  sent->body = onward_pieces_to_message (composition->draft->body);
  if (onward_draft_has_subject (sent->channel))
    sent->subject = onward_pieces_to_message (composition->draft->subject);
  sent->value_item = onward_value_items_find_in (composition->store, sent->body);
  return sent;
}

static void
mark_as_sent (OnwardComposerPage *self)
{
  OnwardSent *sent = create_sent (self->composition);
  g_autofree char *title = onward_composer_words_get_title (self->composition);
  g_autofree char *label = g_strdup_printf (_ ("“%s” sent"), title);

  onward_composer_page_flush (self);
  self->sent = TRUE;
  onward_composer_page_update_actions (self);
  onward_window_run_full (GTK_WIDGET (self), label, _ ("Marked as sent"), onward_sent_write, sent,
                          (GDestroyNotify)onward_sent_free, sent_cb, g_object_ref (self));
}

/* Ctrl+Enter leads to what is still open. What was sent was sent: asking is for what leaves the composer. */
static void
sent_action_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  OnwardComposerPage *self = data;

  if (self->sent)
    return;
  if (onward_composition_count_open (self->composition) > 0)
    go_to_slot (self, TRUE);
  else
    mark_as_sent (self);
}

void
onward_composer_page_add_actions (OnwardComposerPage *self)
{
  static const GActionEntry entries[] = {
    { "next-slot", next_slot_cb },
    { "previous-slot", previous_slot_cb },
    { "use", use_cb, "s" },
    { "copy", copy_cb },
    { "open", open_cb },
    { "print", print_cb },
    { "print-letter", print_letter_cb },
    { "print-card", print_card_cb },
    { "start-again", start_again_cb },
    { "sent", sent_action_cb },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "composer", G_ACTION_GROUP (self->actions));
  gtk_widget_insert_action_group (self->header_action, "composer", G_ACTION_GROUP (self->actions));
}

/* The button cannot be pressed while slots are open, and says so; its keys lead to the slot. */
void
onward_composer_page_update_actions (OnwardComposerPage *self)
{
  guint open = onward_composition_count_open (self->composition);
  gboolean can = open == 0 && !self->sent;

  gtk_widget_set_sensitive (GTK_WIDGET (self->sent_button), can);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->sent_button),
                               open > 0 ? _ ("Fill or dismiss the open slots first") : _ ("It was sent (Ctrl+Enter)"));
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), "next-slot")),
                               open > 0);
  g_simple_action_set_enabled (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), "previous-slot")), open > 0);
}

static gboolean
is_open_already (OnwardWindow *window, OnwardComposition *composition)
{
  GtkWidget *page = onward_window_get_page (window);
  OnwardFollowUp *about;

  if (page == NULL || !ONWARD_IS_COMPOSER_PAGE (page))
    return FALSE;
  about = ONWARD_COMPOSER_PAGE (page)->composition->about;
  return about->record.id == composition->about->record.id && about->contact == composition->about->contact;
}

static void
push (OnwardWindow *window, OnwardComposition *composition, GError *error)
{
  if (composition == NULL)
    onward_dialogs_show_error (GTK_WIDGET (window), _ ("There is nothing to write"), error->message);
  else if (is_open_already (window, composition))
    onward_composition_free (composition);
  else
    onward_composer_page_push (window, composition);
}

/* A debrief has a sheet of its own, and news for everyone a page. */
static void
write_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardWindow *window = ONWARD_WINDOW (widget);
  OnwardStore *store = onward_window_get_store (window);
  g_autoptr (OnwardFollowUp) about =
      onward_store_get_record (store, ONWARD_TYPE_FOLLOW_UP, g_variant_get_int64 (parameter));
  g_autoptr (GError) error = NULL;

  if (about == NULL)
    return;
  if (g_strcmp0 (about->rule, "debrief") == 0)
    gtk_widget_activate_action (widget, "win.debrief", "x", about->interview);
  else if (g_strcmp0 (about->rule, "announce-job") == 0 && about->contact == 0)
    gtk_widget_activate_action (widget, "win.announce", "x", about->opportunity);
  else if (g_strcmp0 (about->rule, "prep-stories") == 0)
    gtk_widget_activate_action (widget, "win.choose-stories", "x", about->interview);
  else
    push (window, onward_composition_new (store, about, &error), error);
}

static void
write_to_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardWindow *window = ONWARD_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  push (window, onward_composition_new_note (onward_window_get_store (window), g_variant_get_int64 (parameter), &error),
        error);
}

/**
 * onward_composer_can_write:
 * @rule: (nullable): of a follow-up
 * @contact: to whom, or 0
 *
 * Returns: whether it asks for messages, so that `win.write` leads to them
 */
gboolean
onward_composer_can_write (const char *rule, gint64 contact)
{
  return g_strcmp0 (rule, "announce-job") == 0 || onward_drafts_find_template (rule, contact) != NULL;
}

/**
 * onward_composer_install_actions:
 * @window_class: the class of the window
 *
 * Adds `win.write`, which is given a follow-up, and `win.write-to`, which is given a contact; their callbacks get the
 * #OnwardWindow.
 */
void
onward_composer_install_actions (GtkWidgetClass *window_class)
{
  gtk_widget_class_install_action (window_class, "win.write", "x", write_cb);
  gtk_widget_class_install_action (window_class, "win.write-to", "x", write_to_cb);
}
