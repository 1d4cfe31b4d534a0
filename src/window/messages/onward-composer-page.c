/* onward-composer-page.c - a draft with its open slots, and what is known of the person beside it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-composer-page-private.h"

#include "messages/onward-composition-notices.h"
#include "model/onward-collections.h"
#include "onward-composer-facts.h"
#include "onward-composer-words.h"
#include "store/onward-kept-drafts.h"
#include "shared/onward-plain-row.h"
#include "shared/onward-text-scale.h"

#include <glib/gi18n-lib.h>

/* Notices wait until typing pauses. */
#define LOOK_AFTER 300

/* In text-scaled pixels: what is known beside the letter, and a line of it. */
#define SIDE_WIDTH 320
#define LINE_WIDTH 760

enum
{
  PROP_NARROW = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (OnwardComposerPage, onward_composer_page, ADW_TYPE_BIN)

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (OnwardComposerPage) self = data;
  g_autoptr (GError) error = NULL;

  if (!onward_store_run_finish (ONWARD_STORE (source), result, &error))
    g_message ("%s", error->message);
  self->keeping = FALSE;
  if (self->keep_again)
    onward_composer_page_keep (self);
}

/* One write at a time, and another at once when something was typed meanwhile: what can be lost is what was typed while
 * the disk was busy with the last letter. */
void
onward_composer_page_keep (OnwardComposerPage *self)
{
  OnwardComposition *composition = self->composition;
  g_autofree char *text = NULL;

  if (self->sent)
    return;
  self->keep_again = self->keeping;
  if (self->keeping)
    return;
  self->keeping = TRUE;
  text = onward_composition_to_text (composition);
  onward_store_run_async (composition->store, NULL, onward_kept_drafts_keep,
                          onward_kept_draft_new (composition->about->record.id, composition->about->contact, text),
                          (GDestroyNotify)onward_kept_draft_free, kept_cb, g_object_ref (self));
}

/* What was typed while the disk was busy goes now: nobody waits for the answer any more. */
void
onward_composer_page_flush (OnwardComposerPage *self)
{
  if (!self->keep_again)
    return;
  self->keeping = FALSE;
  onward_composer_page_keep (self);
}

static GtkWidget *
create_notice (const OnwardNotice *notice)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  GtkWidget *label = gtk_label_new (notice->text);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (box, "notice");
  gtk_widget_add_css_class (box, "tight");
  gtk_widget_add_css_class (box, "look");
  return box;
}

static void
show_notices (OnwardComposerPage *self)
{
  g_autoptr (GPtrArray) notices = onward_composition_get_notices (self->composition);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->notices))) != NULL)
    gtk_box_remove (self->notices, child);
  for (guint i = 0; i < notices->len; i++)
    gtk_box_append (self->notices, create_notice (notices->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->notices), notices->len > 0);
}

static gboolean
look_cb (gpointer data)
{
  OnwardComposerPage *self = data;

  self->look_source = 0;
  show_notices (self);
  return G_SOURCE_REMOVE;
}

static void
look_later (OnwardComposerPage *self)
{
  g_clear_handle_id (&self->look_source, g_source_remove);
  self->look_source = g_timeout_add (LOOK_AFTER, look_cb, self);
}

static void
show_length (OnwardComposerPage *self)
{
  OnwardDraft *draft = self->composition->draft;
  g_autofree char *meter = onward_composer_words_get_meter (draft);
  g_autofree char *open = onward_composer_words_get_open_count (onward_composition_count_open (self->composition));
  gboolean over =
      g_strcmp0 (draft->channel, "linkedin") == 0 && onward_draft_count_characters (draft) > ONWARD_LINKEDIN_MOST;

  gtk_label_set_label (self->meter, meter);
  gtk_label_set_label (self->open_count, open);
  if (over)
    gtk_widget_add_css_class (GTK_WIDGET (self->meter), "over");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->meter), "over");
  onward_composer_page_update_actions (self);
}

static void
edited_cb (OnwardComposerPage *self)
{
  g_autoptr (GPtrArray) subject = NULL;
  g_autoptr (GPtrArray) body = NULL;

  if (self->loading)
    return;
  body = onward_slot_text_get_pieces (self->body);
  if (onward_draft_has_subject (self->composition->draft->channel))
    subject = onward_slot_text_get_pieces (self->subject);
  else
    subject = onward_pieces_copy (self->composition->draft->subject);
  onward_composition_set_words (self->composition, subject, body);
  onward_composer_page_keep (self);
  show_length (self);
  look_later (self);
}

static void
show_recipient (OnwardComposerPage *self)
{
  OnwardComposition *composition = self->composition;
  g_autoptr (OnwardContact) contact =
      composition->about->contact != 0
          ? onward_store_get_record (composition->store, ONWARD_TYPE_CONTACT, composition->about->contact)
          : NULL;
  const char *company = g_hash_table_lookup (composition->facts, "company");
  const char *to = composition->draft->to;

  gtk_label_set_label (self->to, contact != NULL && contact->name != NULL ? contact->name
                                 : company != NULL                        ? company
                                                                          : _ ("Nobody chosen"));
  gtk_label_set_label (self->address, to != NULL ? to : _ ("No address known"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->address), to);
}

static guint
find_template (const char *name)
{
  guint n;
  const OnwardDraftName *names = onward_drafts_get_names (&n);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (names[i].name, name) == 0)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

/* The list is made anew only when it is another one: it may be open. */
static void
show_channels (OnwardComposerPage *self)
{
  OnwardComposition *composition = self->composition;
  g_auto (GStrv) channels = onward_drafts_get_channels (composition->store, composition->about, composition->template);

  if (self->channels == NULL || !g_strv_equal ((const char *const *)channels, (const char *const *)self->channels))
    {
      g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

      for (guint i = 0; channels[i] != NULL; i++)
        gtk_string_list_append (labels, onward_composer_words_get_channel (channels[i]));
      g_strfreev (self->channels);
      self->channels = g_steal_pointer (&channels);
      gtk_drop_down_set_model (self->channel, G_LIST_MODEL (labels));
    }
  for (guint i = 0; self->channels[i] != NULL; i++)
    if (g_strcmp0 (self->channels[i], composition->draft->channel) == 0)
      gtk_drop_down_set_selected (self->channel, i);
}

/* Everything as the message has it now. */
void
onward_composer_page_show (OnwardComposerPage *self)
{
  OnwardComposition *composition = self->composition;
  const char *channel = composition->draft->channel;
  const char *open = onward_composer_words_get_open (channel);

  self->loading = TRUE;
  show_channels (self);
  gtk_drop_down_set_selected (self->template, find_template (composition->template));
  show_recipient (self);
  onward_slot_text_set_pieces (self->subject, composition->draft->subject);
  onward_slot_text_set_pieces (self->body, composition->draft->body);
  gtk_widget_set_visible (self->subject_row, onward_draft_has_subject (channel));
  gtk_widget_set_visible (GTK_WIDGET (self->open), open != NULL);
  gtk_button_set_label (self->open, open != NULL ? open : "");
  gtk_button_set_label (self->sent_button, onward_composer_words_get_sent (channel));
  self->loading = FALSE;
  show_length (self);
  show_notices (self);
}

static void
channel_selected_cb (OnwardComposerPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->channel);

  if (self->loading || self->channels == NULL || selected >= g_strv_length (self->channels)
      || g_strcmp0 (self->channels[selected], self->composition->draft->channel) == 0)
    return;
  onward_composition_set_channel (self->composition, self->channels[selected], NULL);
  onward_composer_page_keep (self);
  onward_composer_page_show (self);
}

static void
template_selected_cb (OnwardComposerPage *self)
{
  guint n, selected = gtk_drop_down_get_selected (self->template);
  const OnwardDraftName *names = onward_drafts_get_names (&n);

  if (self->loading || selected >= n || g_strcmp0 (names[selected].name, self->composition->template) == 0)
    return;
  onward_composition_set_template (self->composition, names[selected].name, NULL);
  onward_composer_page_keep (self);
  onward_composer_page_show (self);
}

static void
sent_clicked_cb (OnwardComposerPage *self)
{
  g_action_group_activate_action (G_ACTION_GROUP (self->actions), "sent", NULL);
}

/* A permission taken back, a concern written down, another address. */
static void
changed_cb (OnwardComposerPage *self, const char *table, GArray *ids)
{
  static const char *const tables[] = { "introductions", "interview_people", "interviews",  "contacts", "opportunities",
                                        "companies",     "members",          "value_items", "touches",  NULL };

  if (self->sent || !g_strv_contains (tables, table))
    return;
  if (onward_composition_refresh (self->composition))
    {
      onward_composer_page_keep (self);
      onward_composer_page_show (self);
    }
  else
    {
      show_recipient (self);
      look_later (self);
    }
  onward_composer_facts_fill (self->facts, self->composition);
}

/* There is no room for it in a narrow header. */
static void
move_sent_button (OnwardComposerPage *self)
{
  GtkWidget *button = GTK_WIDGET (self->sent_button);
  GtkWidget *box = self->narrow ? GTK_WIDGET (self->foot) : self->header_action;
  g_autoptr (GtkWidget) held = g_object_ref (button);

  if (gtk_widget_get_parent (button) == box)
    return;
  gtk_box_remove (GTK_BOX (gtk_widget_get_parent (button)), button);
  gtk_box_append (GTK_BOX (box), button);
}

/* The facts stand beside the letter, or behind a button. */
static void
set_narrow (OnwardComposerPage *self, gboolean narrow)
{
  AdwBin *from = narrow ? self->facts_beside : self->facts_in_popover;
  AdwBin *to = narrow ? self->facts_in_popover : self->facts_beside;
  g_autoptr (GtkWidget) facts = adw_bin_get_child (from) != NULL ? g_object_ref (adw_bin_get_child (from)) : NULL;
  double scale = onward_text_scale_get (GTK_WIDGET (self));
  int margin = narrow ? 12 : 18;

  self->narrow = narrow;
  if (facts != NULL)
    {
      adw_bin_set_child (from, NULL);
      adw_bin_set_child (to, facts);
    }
  move_sent_button (self);
  gtk_widget_set_size_request (self->side, (int)(SIDE_WIDTH * scale), -1);
  adw_clamp_set_maximum_size (self->clamp, (int)(LINE_WIDTH * scale));
  adw_clamp_set_tightening_threshold (self->clamp, (int)(LINE_WIDTH * scale));
  gtk_widget_set_visible (self->side, !narrow);
  gtk_widget_set_visible (self->side_line, !narrow);
  gtk_widget_set_visible (self->facts_button, narrow);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->choices),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->foot),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_margin_start (self->letter, margin);
  gtk_widget_set_margin_end (self->letter, margin);
}

static void
onward_composer_page_set_property (GObject *object, guint property, const GValue *value, GParamSpec *pspec)
{
  if (property == PROP_NARROW)
    set_narrow (ONWARD_COMPOSER_PAGE (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
}

static void
onward_composer_page_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  if (property == PROP_NARROW)
    g_value_set_boolean (value, ONWARD_COMPOSER_PAGE (object)->narrow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
}

/* The page is left, or the program ends. */
static void
onward_composer_page_unroot (GtkWidget *widget)
{
  onward_composer_page_flush (ONWARD_COMPOSER_PAGE (widget));
  GTK_WIDGET_CLASS (onward_composer_page_parent_class)->unroot (widget);
}

static void
onward_composer_page_dispose (GObject *object)
{
  OnwardComposerPage *self = ONWARD_COMPOSER_PAGE (object);

  g_clear_handle_id (&self->look_source, g_source_remove);
  g_clear_object (&self->header_action);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (onward_composer_page_parent_class)->dispose (object);
}

static void
onward_composer_page_finalize (GObject *object)
{
  OnwardComposerPage *self = ONWARD_COMPOSER_PAGE (object);

  g_clear_pointer (&self->composition, onward_composition_free);
  g_strfreev (self->channels);
  G_OBJECT_CLASS (onward_composer_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ONWARD_RESOURCE_PATH "/ui/messages/onward-composer-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OnwardComposerPage, letter);
  gtk_widget_class_bind_template_child (widget_class, OnwardComposerPage, choices);
  gtk_widget_class_bind_template_child (widget_class, OnwardComposerPage, channel);
  gtk_widget_class_bind_template_child (widget_class, OnwardComposerPage, template);
  gtk_widget_class_bind_template_child (widget_class, OnwardComposerPage, open_count);
  gtk_widget_class_bind_template_child (widget_class, OnwardComposerPage, facts_button);
  gtk_widget_class_bind_template_child (widget_class, OnwardComposerPage, facts_popover);
  gtk_widget_class_bind_template_child (widget_class, OnwardComposerPage, facts_in_popover);
  gtk_widget_class_bind_template_child (widget_class, OnwardComposerPage, facts_beside);
  gtk_widget_class_bind_template_child (widget_class, OnwardComposerPage, facts);
  gtk_widget_class_bind_template_child (widget_class, OnwardComposerPage, to);
  gtk_widget_class_bind_template_child (widget_class, OnwardComposerPage, address);
  gtk_widget_class_bind_template_child (widget_class, OnwardComposerPage, subject_row);
  gtk_widget_class_bind_template_child (widget_class, OnwardComposerPage, subject);
  gtk_widget_class_bind_template_child (widget_class, OnwardComposerPage, notices);
  gtk_widget_class_bind_template_child (widget_class, OnwardComposerPage, body);
  gtk_widget_class_bind_template_child (widget_class, OnwardComposerPage, foot);
  gtk_widget_class_bind_template_child (widget_class, OnwardComposerPage, meter);
  gtk_widget_class_bind_template_child (widget_class, OnwardComposerPage, open);
  gtk_widget_class_bind_template_child (widget_class, OnwardComposerPage, side_line);
  gtk_widget_class_bind_template_child (widget_class, OnwardComposerPage, clamp);
  gtk_widget_class_bind_template_child (widget_class, OnwardComposerPage, side);
  gtk_widget_class_bind_template_child (widget_class, OnwardComposerPage, header_action);
  gtk_widget_class_bind_template_child (widget_class, OnwardComposerPage, sent_button);
  gtk_widget_class_bind_template_callback (widget_class, channel_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, template_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, sent_clicked_cb);
}

static void
onward_composer_page_class_init (OnwardComposerPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = onward_composer_page_set_property;
  object_class->get_property = onward_composer_page_get_property;
  object_class->dispose = onward_composer_page_dispose;
  object_class->finalize = onward_composer_page_finalize;
  GTK_WIDGET_CLASS (klass)->unroot = onward_composer_page_unroot;

  properties[PROP_NARROW] =
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (ONWARD_TYPE_PLAIN_ROW);
  g_type_ensure (ONWARD_TYPE_SLOT_TEXT);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
onward_composer_page_init (OnwardComposerPage *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint n;
  const OnwardDraftName *names = onward_drafts_get_names (&n);

  self->loading = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_ref (self->header_action);
  for (guint i = 0; i < n; i++)
    gtk_string_list_append (labels, _ (names[i].label));
  gtk_drop_down_set_model (self->template, G_LIST_MODEL (labels));
  onward_composer_page_add_actions (self);
}

/* What the message is about: the company and the role. */
static char *
get_subtitle (OnwardComposition *composition)
{
  const char *company = g_hash_table_lookup (composition->facts, "company");
  const char *title = composition->about->opportunity != 0 ? g_hash_table_lookup (composition->facts, "title") : NULL;

  if (company != NULL && title != NULL)
    return g_strjoin (" · ", company, title, NULL);
  return g_strdup (company);
}

/**
 * onward_composer_page_push:
 * @window: the window
 * @composition: (transfer full): the message
 *
 * Covers what the window shows with the composer, until Back; the first open slot is ready to be filled.
 */
void
onward_composer_page_push (OnwardWindow *window, OnwardComposition *composition)
{
  OnwardComposerPage *self = g_object_new (ONWARD_TYPE_COMPOSER_PAGE, NULL);
  g_autofree char *title = onward_composer_words_get_title (composition);
  g_autofree char *subtitle = get_subtitle (composition);

  self->composition = composition;
  onward_composer_page_show (self);
  onward_slot_text_forget_history (self->body);
  onward_slot_text_forget_history (self->subject);
  onward_composer_facts_fill (self->facts, composition);
  g_signal_connect_object (composition->store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  onward_window_uncover (window);
  onward_window_push_page (window, GTK_WIDGET (self), title, subtitle);
  onward_window_set_page_action (window, GTK_WIDGET (self), self->header_action);
  if (!onward_slot_text_go_to_slot (self->body, TRUE, TRUE))
    gtk_widget_grab_focus (GTK_WIDGET (self->body));
}
