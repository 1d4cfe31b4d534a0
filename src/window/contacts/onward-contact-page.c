/* onward-contact-page.c - everything known about one person, and what to do next */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-contact-page-private.h"

#include "onward-contact-sections.h"
#include "onward-contact-words.h"
#include "shared/onward-accessible.h"
#include "shared/onward-beside.h"
#include "shared/onward-focus-place.h"
#include "shared/onward-text-scale.h"
#include "store/onward-contacts.h"
#include "store/onward-follow-ups.h"

#include <glib/gi18n-lib.h>

/* In text-scaled pixels of the page: below, channels and introductions stand one above the other. */
#define PAIR_BELOW  560
#define TIGHT_BELOW 480

enum
{
  PROP_TIER = 1,
  PROP_DO_NOT_CONTACT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (OnwardContactPage, onward_contact_page, GTK_TYPE_WIDGET)

static gboolean
is_there (OnwardContactPage *self)
{
  return self->contact != NULL && onward_store_has_record (self->store, ONWARD_TYPE_CONTACT, self->contact->record.id);
}

/* A page that covered the list goes with its person, at the latest when one comes back to it; beside the list somebody
 * else is chosen. Returns whether the page is gone. */
static gboolean
leave_removed (OnwardContactPage *self)
{
  OnwardWindow *window = onward_window_find (GTK_WIDGET (self));

  if (is_there (self))
    return FALSE;
  g_clear_object (&self->contact);
  if (window != NULL && onward_window_get_page (window) == GTK_WIDGET (self))
    {
      onward_window_pop_page (window);
      return TRUE;
    }
  self->stale = TRUE;
  return FALSE;
}

/* Over the list the header says who it is. */
static void
show_title (OnwardContactPage *self)
{
  OnwardWindow *window = onward_window_find (GTK_WIDGET (self));
  g_autofree char *name = onward_contact_words_get_name (self->contact);

  if (window != NULL)
    onward_window_set_page_title (window, GTK_WIDGET (self), name, NULL);
}

static void
refresh (OnwardContactPage *self)
{
  OnwardFocusPlace *focus;

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  self->stale = FALSE;
  if (leave_removed (self))
    return;
  gtk_widget_set_visible (self->scroll, self->contact != NULL);
  if (self->contact == NULL)
    return;
  focus = onward_focus_place_find (self->content);
  onward_contact_page_show (self);
  onward_focus_place_restore (focus);
  show_title (self);
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
open_uri (OnwardContactPage *self, const char *uri)
{
  gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), uri, GDK_CURRENT_TIME);
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

  if (self->stale && is_there (self))
    refresh (self);
  /* Without its person it goes, but not while it comes. */
  else if (self->stale && self->refresh_source == 0)
    self->refresh_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, refresh_cb, self, NULL);
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

/* What a person who is left alone does not get any more, in words. */
static char *
describe_silence (OnwardContactPage *self)
{
  g_autoptr (GPtrArray) stopped =
      onward_follow_ups_about (self->store, ONWARD_TYPE_CONTACT, self->contact->record.id, NULL);

  if (stopped == NULL || stopped->len == 0)
    return g_strdup (_ ("Not to be contacted any more"));
  return g_strdup_printf (ngettext ("Not to be contacted any more; %u follow-up was taken away",
                                    "Not to be contacted any more; %u follow-ups were taken away", stopped->len),
                          stopped->len);
}

static void
set_do_not_contact (OnwardContactPage *self, gboolean silent)
{
  g_autofree char *toast = silent ? describe_silence (self) : g_strdup (_ ("May be contacted again"));

  onward_contact_page_run (self, silent ? _ ("Do not contact") : _ ("Contact again"), toast, onward_contacts_set_member,
                           "do_not_contact", silent ? "true" : "false");
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
      onward_contact_page_run (self, _ ("Change how often to keep in touch"), NULL, onward_contacts_set_member, "tier",
                               g_value_get_string (value));
      break;
    case PROP_DO_NOT_CONTACT:
      set_do_not_contact (self, g_value_get_boolean (value));
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
onward_contact_page_finalize (GObject *object)
{
  g_hash_table_unref (ONWARD_CONTACT_PAGE (object)->unkept);
  G_OBJECT_CLASS (onward_contact_page_parent_class)->finalize (object);
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
  BIND (photo_button);
  BIND (more);
  BIND (line);
  BIND (company);
  BIND (pronunciation);
  BIND (chips);
  BIND (silence);
  BIND (pressure_box);
  BIND (pressure);
  BIND (namesake_box);
  BIND (cadence_box);
  BIND (cadence);
  BIND (cadence_why);
  BIND (tier_button);
  BIND (hook_button);
  BIND (hooks);
  BIND (pair);
  BIND (channels);
  BIND (channels_add);
  BIND (introductions);
  BIND (introductions_box);
  BIND (follow_ups);
  BIND (follow_ups_box);
  BIND (work);
  BIND (work_box);
  BIND (facts);
  BIND (facts_add);
  BIND (positions);
  BIND (positions_box);
  BIND (note_button);
  BIND (note_text);
  BIND (notes);
  BIND (timeline);
  BIND (no_timeline);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, width_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_popover_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
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
  object_class->finalize = onward_contact_page_finalize;
  widget_class->map = onward_contact_page_map;

  properties[PROP_TIER] = g_param_spec_string ("tier", NULL, NULL, "none", flags);
  properties[PROP_DO_NOT_CONTACT] = g_param_spec_boolean ("do-not-contact", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (ONWARD_TYPE_BESIDE);
  g_type_ensure (ONWARD_TYPE_WIDTH_BIN);
  g_type_ensure (ONWARD_TYPE_TIMELINE_VIEW);
  g_type_ensure (ONWARD_TYPE_CONTACT_FACTS);
  bind_template (widget_class);
  onward_contact_page_install_actions (widget_class);
}

static void
onward_contact_page_init (OnwardContactPage *self)
{
  self->unkept = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  onward_text_scale_fit_clamps (GTK_WIDGET (self));
  onward_accessible_set_label (self->channels_add, _ ("Add a channel"));
  onward_accessible_set_label (self->facts_add, _ ("Add a detail"));
  onward_accessible_set_label (GTK_WIDGET (self->photo_button), _ ("Picture"));
  onward_accessible_set_label (self->more, _ ("More"));
}

/**
 * onward_contact_page_run: (skip)
 * @self: the page, with a person
 * @label: what is done, in the user's words, for Undo
 * @toast: (nullable): what was done
 * @command: takes an #OnwardContactEdit
 * @member: (nullable): of the edit
 * @value: (nullable): of the edit
 */
void
onward_contact_page_run (OnwardContactPage *self, const char *label, const char *toast, OnwardCommandFunc command,
                         const char *member, const char *value)
{
  OnwardContactEdit *edit = onward_contact_edit_new (self->contact->record.id, member, value);

  onward_window_run_full (GTK_WIDGET (self), label, toast, command, edit, (GDestroyNotify)onward_contact_edit_free,
                          NULL, NULL);
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
  onward_contact_page_put_note (self);
  g_clear_object (&self->contact);
  if (contact != 0)
    self->contact = onward_store_get_record (self->store, ONWARD_TYPE_CONTACT, contact);
  onward_contact_page_take_note (self);
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
