/* onward-contact-page.c - everything known about one person, and what to do next */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-contact-page.h"

#include "model/onward-collections.h"
#include "onward-contact-channels.h"
#include "onward-contact-sections.h"
#include "onward-contact-words.h"
#include "onward-person-sheet.h"
#include "pipeline/onward-timeline-view.h"
#include "playbook/onward-dates.h"
#include "shared/onward-chip.h"
#include "shared/onward-width-bin.h"
#include "store/onward-contacts.h"
#include "store/onward-follow-ups.h"
#include "store/onward-present.h"

#include <glib/gi18n-lib.h>

/* In text-scaled pixels of the page: below, channels and introductions stand one above the other. */
#define PAIR_BELOW  560
#define TIGHT_BELOW 480

struct _OnwardContactPage
{
  GtkWidget parent_instance;

  OnwardStore *store;
  OnwardContact *contact; /* NULL = nobody */
  guint refresh_source;
  gboolean stale; /* something changed while nobody looked */

  OnwardWidthBin *width_bin;
  GtkWidget *scroll;
  GtkWidget *content;
  GtkWidget *top;
  AdwAvatar *avatar;
  GtkLabel *name;
  GtkLabel *line;
  GtkLabel *pronunciation;
  GtkBox *chips;
  GtkLabel *cadence;
  GtkLabel *cadence_why;
  GtkMenuButton *tier_button;
  GtkMenuButton *hook_button;
  GtkEditable *hook_entry;
  GtkListBox *hooks;
  GtkBox *pair;
  GtkListBox *channels;
  GtkWidget *channels_box;
  GtkListBox *introductions;
  GtkWidget *introductions_box;
  GtkListBox *follow_ups;
  GtkWidget *follow_ups_box;
  GtkListBox *facts;
  GtkWidget *facts_box;
  GtkMenuButton *note_button;
  GtkTextView *note_text;
  GtkLabel *notes;
  OnwardTimelineView *timeline;
  GtkWidget *no_timeline;
};

enum
{
  PROP_TIER = 1,
  PROP_DO_NOT_CONTACT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (OnwardContactPage, onward_contact_page, GTK_TYPE_WIDGET)

static void
show_optional (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
show_head (OnwardContactPage *self)
{
  g_autoptr (OnwardCompany) company =
      self->contact->company != 0 ? onward_store_get_record (self->store, ONWARD_TYPE_COMPANY, self->contact->company)
                                  : NULL;
  g_autofree char *name = onward_contact_words_get_name (self->contact);
  g_autofree char *line = onward_contact_words_get_line (self->contact, company != NULL ? company->name : NULL);
  g_autofree char *pronunciation = NULL;

  if (self->contact->pronunciation != NULL)
    /* Translators: how a name is said aloud */
    pronunciation = g_strdup_printf (_ ("pronounced %s"), self->contact->pronunciation);
  adw_avatar_set_text (self->avatar, name);
  gtk_label_set_text (self->name, name);
  show_optional (self->line, line);
  show_optional (self->pronunciation, pronunciation);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "contact.write", !self->contact->do_not_contact);
}

static void
add_chip (OnwardContactPage *self, const char *icon, const char *text, const char *kind)
{
  gtk_box_append (self->chips, onward_chip_new (icon, text, kind));
}

static void
show_chips (OnwardContactPage *self)
{
  OnwardContact *contact = self->contact;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    gtk_box_remove (self->chips, child);
  if (contact->do_not_contact)
    add_chip (self, "action-unavailable-symbolic", _ ("Do not contact"), "soon");
  if (contact->tier != NULL && !g_str_equal (contact->tier, "none"))
    add_chip (self, "view-refresh-symbolic", onward_contact_words_get_tier (contact->tier), NULL);
  if (onward_contacts_has_clicked (self->store, contact->record.id))
    add_chip (self, "onward-hook-symbolic", _ ("Clicked"), NULL);
  if (g_strcmp0 (contact->name_verified, "heard") == 0)
    add_chip (self, "dialog-question-symbolic", _ ("Name heard only"), "soon");
  else if (contact->name_verified != NULL)
    add_chip (self, "object-select-symbolic", _ ("Name verified"), "good");
  gtk_widget_set_visible (GTK_WIDGET (self->chips), gtk_widget_get_first_child (GTK_WIDGET (self->chips)) != NULL);
}

static const OnwardDue *
find_keep_in_touch (GPtrArray *follow_ups)
{
  for (guint i = 0; i < follow_ups->len; i++)
    if (g_strcmp0 (((OnwardDue *)follow_ups->pdata[i])->rule, "keep-in-touch") == 0)
      return follow_ups->pdata[i];
  return NULL;
}

static gboolean
has_cadence (OnwardContact *contact)
{
  static const char *const tiers[] = { "monthly", "quarterly", "yearly", NULL };

  return contact->tier != NULL && g_strv_contains (tiers, contact->tier);
}

static void
show_cadence (OnwardContactPage *self, GPtrArray *follow_ups)
{
  const OnwardDue *due = find_keep_in_touch (follow_ups);
  g_autofree char *next = NULL;
  g_autofree char *text = NULL;
  const char *why = NULL;
  gint64 moment;

  if (due != NULL && onward_wall_parse (due->moment, &moment))
    next = onward_dates_format_sentence (onward_wall_day (moment), onward_present_get_today (self->store));
  text = onward_contact_words_get_cadence (self->contact->tier, next);
  if (self->contact->do_not_contact)
    why = _ ("Nothing is planned, because this person is not to be contacted.");
  else if (due != NULL)
    why = due->why;
  else if (has_cadence (self->contact))
    why = _ ("Counted from the last time you were in touch; rests while an opportunity with them is open.");
  gtk_label_set_text (self->cadence, text);
  show_optional (self->cadence_why, why);
  gtk_menu_button_set_label (self->tier_button, onward_contact_words_get_tier (self->contact->tier));
}

static void
show_lists (OnwardContactPage *self, GPtrArray *follow_ups)
{
  gboolean channels = onward_contact_sections_fill_channels (self->channels, self->contact);
  gboolean introductions = onward_contact_sections_fill_introductions (self->introductions, self->store, self->contact);

  gtk_widget_set_visible (GTK_WIDGET (self->hooks), onward_contact_sections_fill_hooks (self->hooks, self->contact));
  gtk_widget_set_visible (self->channels_box, channels);
  gtk_widget_set_visible (self->introductions_box, introductions);
  gtk_widget_set_visible (GTK_WIDGET (self->pair), channels || introductions);
  gtk_widget_set_visible (self->follow_ups_box,
                          onward_contact_sections_fill_follow_ups (self->follow_ups, self->store, follow_ups));
  gtk_widget_set_visible (self->facts_box, onward_contact_sections_fill_facts (self->facts, self->contact));
}

static void
show_timeline (OnwardContactPage *self)
{
  gboolean empty;

  onward_timeline_view_show (self->timeline, self->store, ONWARD_TYPE_CONTACT, self->contact->record.id);
  empty = onward_timeline_view_is_empty (self->timeline);
  show_optional (self->notes, self->contact->notes);
  gtk_widget_set_visible (GTK_WIDGET (self->timeline), !empty);
  gtk_widget_set_visible (self->no_timeline, empty && self->contact->notes == NULL);
}

static void
refresh (OnwardContactPage *self)
{
  g_autoptr (GPtrArray) follow_ups = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  self->stale = FALSE;
  gtk_widget_set_visible (self->scroll, self->contact != NULL);
  if (self->contact == NULL)
    return;
  follow_ups = onward_follow_ups_about (self->store, ONWARD_TYPE_CONTACT, self->contact->record.id, &error);
  if (follow_ups == NULL)
    {
      g_message ("%s", error->message);
      follow_ups = g_ptr_array_new ();
    }
  show_head (self);
  show_chips (self);
  show_cadence (self, follow_ups);
  show_lists (self, follow_ups);
  show_timeline (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TIER]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DO_NOT_CONTACT]);
}

static gboolean
refresh_cb (gpointer data)
{
  OnwardContactPage *self = data;

  self->refresh_source = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

/* One command changes several tables, another process all of them: shown once, before the next frame. */
static void
store_changed_cb (OnwardContactPage *self, const char *table, GArray *ids)
{
  static const char *const tables[] = { "contacts",       "companies",        "follow_ups", "touches",
                                        "touch_contacts", "interview_people", "interviews", "introductions",
                                        "opportunities",  "stage_events",     "feedback",   NULL };

  if (!g_strv_contains (tables, table) || self->contact == NULL)
    return;
  self->stale = TRUE;
  if (self->refresh_source == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->refresh_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, refresh_cb, self, NULL);
}

static void
width_changed_cb (OnwardContactPage *self)
{
  int width = onward_width_bin_get_scaled_width (self->width_bin);
  gboolean tight = width < TIGHT_BELOW;
  int margin = tight ? 12 : 24;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->pair),
                                  width < PAIR_BELOW ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (self->pair, width >= PAIR_BELOW);
  gtk_box_set_spacing (GTK_BOX (self->top), tight ? 12 : 18);
  adw_avatar_set_size (self->avatar, tight ? 56 : 80);
  gtk_widget_set_margin_start (self->content, margin);
  gtk_widget_set_margin_end (self->content, margin);
}

static void
run_edit (OnwardContactPage *self, const char *label, const char *toast, OnwardCommandFunc command, const char *member,
          const char *value)
{
  OnwardContactEdit *edit = onward_contact_edit_new (self->contact->record.id, member, value);

  onward_window_run_full (GTK_WIDGET (self), label, toast, command, edit, (GDestroyNotify)onward_contact_edit_free,
                          NULL, NULL);
}

static void
hook_entered_cb (OnwardContactPage *self)
{
  g_autofree char *hook = g_strstrip (g_strdup (gtk_editable_get_text (self->hook_entry)));

  if (*hook == '\0' || self->contact == NULL)
    return;
  run_edit (self, _ ("Add a hook"), NULL, onward_contacts_add_hook, NULL, hook);
  gtk_editable_set_text (self->hook_entry, "");
  gtk_menu_button_popdown (self->hook_button);
}

static void
hook_popover_shown_cb (OnwardContactPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->hook_entry));
}

static void
note_popover_shown_cb (OnwardContactPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->note_text));
}

/* The text would take Ctrl+Enter for a new line. */
static gboolean
note_key_cb (OnwardContactPage *self, guint keyval, guint keycode, GdkModifierType state)
{
  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter) || (state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (GTK_WIDGET (self), "contact.keep-note", NULL);
  return GDK_EVENT_STOP;
}

static void
add_hook_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_menu_button_popup (ONWARD_CONTACT_PAGE (widget)->hook_button);
}

static void
remove_hook_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  run_edit (ONWARD_CONTACT_PAGE (widget), _ ("Remove a hook"), _ ("Hook removed"), onward_contacts_remove_hook, NULL,
            g_variant_get_string (parameter, NULL));
}

static void
add_note_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_menu_button_popup (ONWARD_CONTACT_PAGE (widget)->note_button);
}

static void
keep_note_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardContactPage *self = ONWARD_CONTACT_PAGE (widget);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->note_text);
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
  if (*text == '\0' || self->contact == NULL)
    return;
  run_edit (self, _ ("Add a note"), NULL, onward_contacts_add_note, NULL, text);
  gtk_text_buffer_set_text (buffer, "", 0);
  gtk_menu_button_popdown (self->note_button);
}

static void
open_uri (OnwardContactPage *self, const char *uri)
{
  gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), uri, GDK_CURRENT_TIME);
}

static void
write_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardContactPage *self = ONWARD_CONTACT_PAGE (widget);

  if (self->contact != NULL)
    gtk_widget_activate_action (widget, "win.write-to", "x", self->contact->record.id);
}

static void
edit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardContactPage *self = ONWARD_CONTACT_PAGE (widget);

  if (self->contact != NULL)
    onward_person_sheet_edit (widget, self->contact);
}

static void
add_introduction_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardContactPage *self = ONWARD_CONTACT_PAGE (widget);

  if (self->contact != NULL)
    gtk_widget_activate_action (widget, "win.new-introduction", "(xx)", self->contact->record.id, (gint64)0);
}

static void
add_feedback_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardContactPage *self = ONWARD_CONTACT_PAGE (widget);

  if (self->contact != NULL)
    gtk_widget_activate_action (widget, "win.new-feedback", "(xx)", self->contact->record.id, (gint64)0);
}

static void
row_activated_cb (OnwardContactPage *self, GtkListBoxRow *row)
{
  const char *uri = onward_contact_sections_get_uri (row);
  gint64 contact = onward_contact_sections_get_contact (row);

  if (uri != NULL)
    open_uri (self, uri);
  else if (contact != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-contact", "x", contact);
}

static void
onward_contact_page_map (GtkWidget *widget)
{
  OnwardContactPage *self = ONWARD_CONTACT_PAGE (widget);

  if (self->stale)
    refresh (self);
  GTK_WIDGET_CLASS (onward_contact_page_parent_class)->map (widget);
}

static void
onward_contact_page_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  OnwardContact *contact = ONWARD_CONTACT_PAGE (object)->contact;

  switch (property)
    {
    case PROP_TIER:
      g_value_set_string (value, contact != NULL && contact->tier != NULL ? contact->tier : "none");
      break;
    case PROP_DO_NOT_CONTACT:
      g_value_set_boolean (value, contact != NULL && contact->do_not_contact);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

/* Set by the menus: a command, whose result comes back as a change of the record. */
static void
onward_contact_page_set_property (GObject *object, guint property, const GValue *value, GParamSpec *pspec)
{
  OnwardContactPage *self = ONWARD_CONTACT_PAGE (object);

  if (self->contact == NULL)
    return;
  switch (property)
    {
    case PROP_TIER:
      run_edit (self, _ ("Change how often to keep in touch"), NULL, onward_contacts_set_member, "tier",
                g_value_get_string (value));
      break;
    case PROP_DO_NOT_CONTACT:
      run_edit (self, g_value_get_boolean (value) ? _ ("Do not contact") : _ ("Contact again"),
                g_value_get_boolean (value) ? _ ("Not to be contacted any more") : _ ("May be contacted again"),
                onward_contacts_set_member, "do_not_contact", g_value_get_boolean (value) ? "true" : "false");
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
onward_contact_page_dispose (GObject *object)
{
  OnwardContactPage *self = ONWARD_CONTACT_PAGE (object);

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  g_clear_pointer ((GtkWidget **)&self->width_bin, gtk_widget_unparent);
  g_clear_object (&self->contact);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (onward_contact_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ONWARD_RESOURCE_PATH "/ui/contacts/onward-contact-page.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, OnwardContactPage, child)
  BIND (width_bin);
  BIND (scroll);
  BIND (content);
  BIND (top);
  BIND (avatar);
  BIND (name);
  BIND (line);
  BIND (pronunciation);
  BIND (chips);
  BIND (cadence);
  BIND (cadence_why);
  BIND (tier_button);
  BIND (hook_button);
  BIND (hook_entry);
  BIND (hooks);
  BIND (pair);
  BIND (channels);
  BIND (channels_box);
  BIND (introductions);
  BIND (introductions_box);
  BIND (follow_ups);
  BIND (follow_ups_box);
  BIND (facts);
  BIND (facts_box);
  BIND (note_button);
  BIND (note_text);
  BIND (notes);
  BIND (timeline);
  BIND (no_timeline);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, width_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, hook_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, hook_popover_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_popover_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "contact.add-hook", NULL, add_hook_cb);
  gtk_widget_class_install_action (widget_class, "contact.remove-hook", "s", remove_hook_cb);
  gtk_widget_class_install_action (widget_class, "contact.add-note", NULL, add_note_cb);
  gtk_widget_class_install_action (widget_class, "contact.keep-note", NULL, keep_note_cb);
  gtk_widget_class_install_action (widget_class, "contact.write", NULL, write_cb);
  gtk_widget_class_install_action (widget_class, "contact.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "contact.add-introduction", NULL, add_introduction_cb);
  gtk_widget_class_install_action (widget_class, "contact.add-feedback", NULL, add_feedback_cb);
  gtk_widget_class_install_property_action (widget_class, "contact.tier", "tier");
  gtk_widget_class_install_property_action (widget_class, "contact.do-not-contact", "do-not-contact");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_h, GDK_CONTROL_MASK, "contact.add-hook", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_l, GDK_CONTROL_MASK, "contact.add-note", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "contact.write", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "contact.edit", NULL);
}

static void
onward_contact_page_class_init (OnwardContactPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = onward_contact_page_get_property;
  object_class->set_property = onward_contact_page_set_property;
  object_class->dispose = onward_contact_page_dispose;
  widget_class->map = onward_contact_page_map;

  properties[PROP_TIER] = g_param_spec_string ("tier", NULL, NULL, "none", flags);
  properties[PROP_DO_NOT_CONTACT] = g_param_spec_boolean ("do-not-contact", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (ONWARD_TYPE_WIDTH_BIN);
  g_type_ensure (ONWARD_TYPE_TIMELINE_VIEW);
  bind_template (widget_class);
  install_actions (widget_class);
}

static void
onward_contact_page_init (OnwardContactPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * onward_contact_page_push:
 * @window: the window
 * @contact: a row of contacts
 *
 * Covers what the window shows with the page of a person, until Back.
 */
void
onward_contact_page_push (OnwardWindow *window, gint64 contact)
{
  OnwardContactPage *self = g_object_new (ONWARD_TYPE_CONTACT_PAGE, NULL);
  g_autofree char *name = NULL;

  onward_contact_page_set_store (self, onward_window_get_store (window));
  onward_contact_page_set_contact (self, contact);
  name = self->contact != NULL ? onward_contact_words_get_name (self->contact) : g_strdup ("");
  onward_window_push_page (window, GTK_WIDGET (self), name, NULL);
}

/**
 * onward_contact_page_set_store:
 * @self: the page
 * @store: the database it shows
 *
 * Main thread; once.
 */
void
onward_contact_page_set_store (OnwardContactPage *self, OnwardStore *store)
{
  g_set_object (&self->store, store);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * onward_contact_page_set_contact:
 * @self: the page
 * @contact: a row of contacts; 0 = nobody
 */
void
onward_contact_page_set_contact (OnwardContactPage *self, gint64 contact)
{
  if (onward_contact_page_get_contact (self) == contact)
    return;
  g_clear_object (&self->contact);
  if (contact != 0)
    self->contact = onward_store_get_record (self->store, ONWARD_TYPE_CONTACT, contact);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroll)), 0);
  refresh (self);
}

/**
 * onward_contact_page_get_contact:
 * @self: the page
 *
 * Returns: the row of contacts that it shows; 0 = nobody
 */
gint64
onward_contact_page_get_contact (OnwardContactPage *self)
{
  return self->contact != NULL ? self->contact->record.id : 0;
}
