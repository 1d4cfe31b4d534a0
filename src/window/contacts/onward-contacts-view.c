/* onward-contacts-view.c - everyone met: a list with instant search, and the page of one person */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-contacts-view-private.h"

#include "onward-contact-words.h"
#include "onward-contacts-filters.h"
#include "onward-window.h"
#include "shared/onward-sight.h"
#include "store/onward-rows.h"
#include "store/onward-search-query.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LIST_WIDTH 340

enum
{
  PROP_NARROW = 1,
  PROP_SEARCH_MODE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (OnwardContactsView, onward_contacts_view, GTK_TYPE_WIDGET)

static const char *
get_text (OnwardContactsView *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search));
}

static void
show_count (OnwardContactsView *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->ids));
  g_autofree char *text = g_strdup_printf (ngettext ("%'u person", "%'u people", n), n);

  gtk_label_set_text (self->count, text);
}

static void
show_nothing (OnwardContactsView *self)
{
  const char *text = get_text (self);
  g_autofree char *title = NULL;
  g_autofree char *escaped = NULL;

  if (*text != '\0')
    /* Translators: what was typed into the search */
    title = g_strdup_printf (_ ("Nothing found for “%s”"), text);
  else
    title = g_strdup (_ ("Nobody matches these filters"));
  escaped = g_markup_escape_text (title, -1);
  adw_status_page_set_title (self->nothing, escaped);
  adw_status_page_set_description (
      self->nothing, *text != '\0' ? _ ("Try a part of a name, a company or something you remember.") : NULL);
}

/* A person that was removed makes room for the one after. */
static void
keep_selection (OnwardContactsView *self, guint position)
{
  gint64 id = onward_id_selection_get_id (self->selection);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->ids));

  if (self->narrow || (id != 0 && onward_contact_order_has (self->order, id)))
    return;
  onward_id_selection_set_id (self->selection, n > 0 ? onward_id_list_get_id (self->ids, MIN (position, n - 1)) : 0);
}

static void
update_words (OnwardContactsView *self)
{
  g_clear_pointer (&self->context.words, g_strfreev);
  self->context.words = onward_search_query_get_words (self->context.tokenizer, get_text (self));
  self->context.generation++;
}

/* Returns whether the list widget could keep its place and its focus. */
static gboolean
apply_filter (OnwardContactsView *self)
{
  OnwardContactFilter filter = onward_contacts_choices_get_filter (self);
  g_autoptr (GArray) found = onward_contact_order_query (self->order, &filter);
  gboolean kept;
  guint position;

  if (!onward_id_selection_get_position (self->selection, &position))
    position = 0;
  update_words (self);
  kept = onward_id_list_set_ids (self->ids, found);
  onward_contacts_list_show_sight (self);
  gtk_stack_set_visible_child_name (self->stack,
                                    onward_contact_order_get_ids (self->order)->len > 0 ? "people" : "empty");
  if (found->len == 0)
    show_nothing (self);
  gtk_stack_set_visible_child_name (self->result, found->len > 0 ? "list" : "nothing");
  show_count (self);
  keep_selection (self, position);
  return kept;
}

/* Whoever stood at the top stays in sight, however many came before them, and whoever had the focus has it. */
static void
order_changed_cb (OnwardContactsView *self)
{
  guint top = onward_sight_get_top (self->scroll, onward_contacts_list_count (self));
  gint64 id = onward_id_list_get_id (self->ids, top);
  gint64 focused = onward_contacts_list_get_focused (self);
  gboolean kept = apply_filter (self);
  guint position;

  if (!kept && top > 0 && onward_id_list_find (self->ids, id, &position) && position != top)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
  if (focused != 0 && onward_contacts_list_get_focused (self) != focused)
    onward_contacts_list_focus_row (self, focused);
  if (!kept && top > 0)
    onward_contacts_list_settle (self, id, focused);
}

static void
filter_changed_cb (OnwardContactsView *self)
{
  if (self->order == NULL)
    return;
  apply_filter (self);
  onward_contacts_selection_follow_results (self);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->ids)) > 0)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", 0);
  if (*get_text (self) != '\0' && !self->search_mode)
    g_object_set (self, "search-mode", TRUE, NULL);
}

static void
choice_changed_cb (OnwardContactsView *self)
{
  OnwardContactFilter filter;

  if (self->order == NULL)
    return;
  filter = onward_contacts_choices_get_filter (self);
  onward_contacts_filters_keep (self->more, &filter);
  filter_changed_cb (self);
}

static void
selection_changed_cb (OnwardContactsView *self)
{
  if (!self->narrow)
    onward_contact_page_set_contact (self->page, onward_id_selection_get_id (self->selection));
}

/* In a narrow window the page covers the list, with a way back. */
static void
push_page (OnwardContactsView *self, gint64 contact)
{
  OnwardWindow *window = onward_window_find (GTK_WIDGET (self));

  if (window != NULL)
    onward_contact_page_push (window, contact);
}

static void
row_activated_cb (OnwardContactsView *self, guint position)
{
  gint64 id = onward_id_list_get_id (self->ids, position);

  if (self->selecting)
    {
      onward_contacts_selection_toggle (self, position);
      return;
    }
  onward_id_selection_set_id (self->selection, id);
  if (self->narrow)
    push_page (self, id);
}

/* Enter in the search opens what stands first. */
static void
search_activate_cb (OnwardContactsView *self)
{
  if (self->ids == NULL || g_list_model_get_n_items (G_LIST_MODEL (self->ids)) == 0)
    return;
  row_activated_cb (self, 0);
  if (!self->narrow)
    onward_contacts_list_focus (self);
}

static void
stop_search_cb (OnwardContactsView *self)
{
  g_object_set (self, "search-mode", FALSE, NULL);
}

static gboolean
search_key_cb (OnwardContactsView *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_DOWN);
  return GDK_EVENT_STOP;
}

/* Ctrl+H, Ctrl+L and the like concern the person that is shown, wherever the focus is in the window. */
static gboolean
forward_key_cb (GtkWidget *widget, GVariant *action, gpointer data)
{
  OnwardContactsView *self = ONWARD_CONTACTS_VIEW (widget);

  return !self->narrow && gtk_widget_get_mapped (widget) && onward_contact_page_get_contact (self->page) != 0
         && gtk_widget_activate_action (GTK_WIDGET (self->page), g_variant_get_string (action, NULL), NULL);
}

static GtkStringList *
create_choices (const char *everybody, const OnwardChoice *choices, guint n, const char *context)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, everybody);
  for (guint i = 0; i < n; i++)
    gtk_string_list_append (list,
                            context != NULL ? g_dpgettext2 (NULL, context, choices[i].words) : _ (choices[i].words));
  return list;
}

static void
fill_choices (OnwardContactsView *self)
{
  guint n;
  const OnwardChoice *choices = onward_contact_words_get_tiers (&n);
  g_autoptr (GtkStringList) tiers = create_choices (_ ("Every tier"), choices, n, "tier");
  g_autoptr (GtkStringList) roles = NULL;

  choices = onward_contact_words_get_roles (&n);
  roles = create_choices (_ ("Every role"), choices, n, NULL);
  gtk_drop_down_set_model (self->tier, G_LIST_MODEL (tiers));
  gtk_drop_down_set_model (self->role, G_LIST_MODEL (roles));
}

/* Not before somebody looks: 200 rows are not built for a window that starts in another view. */
static void
ensure_loaded (OnwardContactsView *self)
{
  if (self->order != NULL || self->store == NULL)
    return;
  self->order = onward_contact_order_new (self->store);
  self->context.store = self->store;
  self->context.tokenizer = onward_contact_order_get_tokenizer (self->order);
  self->ids = onward_id_list_new (self->store, ONWARD_TYPE_CONTACT);
  self->selection = onward_id_selection_new (self->ids);
  g_signal_connect_object (self->selection, "notify::id", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->order, "changed", G_CALLBACK (order_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (onward_contacts_list_update), self, G_CONNECT_SWAPPED);
  onward_contacts_list_fill (self);
  onward_contacts_selection_init (self);
  onward_contacts_filters_init (self->more, self->store);
  onward_contacts_filters_restore (self->more, self->tier, self->role);
  gtk_toggle_button_set_active (self->more_toggle, onward_filter_bar_is_active (self->more));
  apply_filter (self);
}

static void
set_narrow (OnwardContactsView *self, gboolean narrow)
{
  OnwardWindow *window = onward_window_find (GTK_WIDGET (self));
  GtkWidget *open = window != NULL ? onward_window_get_page (window) : NULL;

  self->narrow = narrow;
  gtk_widget_set_visible (self->separator, !narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->page), !narrow);
  gtk_widget_set_hexpand (self->list_side, narrow);
  gtk_widget_set_size_request (self->list_side, narrow ? -1 : LIST_WIDTH, -1);
  gtk_list_view_set_single_click_activate (self->list, narrow);
  if (narrow || self->order == NULL)
    return;
  /* What covered the list now stands beside it. */
  if (open != NULL && ONWARD_IS_CONTACT_PAGE (open) && g_strcmp0 (onward_window_get_view (window), "contacts") == 0)
    onward_window_pop_page (window);
  selection_changed_cb (self);
  keep_selection (self, 0);
}

static void
onward_contacts_view_map (GtkWidget *widget)
{
  ensure_loaded (ONWARD_CONTACTS_VIEW (widget));
  GTK_WIDGET_CLASS (onward_contacts_view_parent_class)->map (widget);
}

static void
onward_contacts_view_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  OnwardContactsView *self = ONWARD_CONTACTS_VIEW (object);

  switch (property)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_SEARCH_MODE:
      g_value_set_boolean (value, self->search_mode);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
onward_contacts_view_set_property (GObject *object, guint property, const GValue *value, GParamSpec *pspec)
{
  OnwardContactsView *self = ONWARD_CONTACTS_VIEW (object);

  switch (property)
    {
    case PROP_NARROW:
      if (self->narrow != g_value_get_boolean (value))
        set_narrow (self, g_value_get_boolean (value));
      break;
    case PROP_SEARCH_MODE:
      onward_contacts_choices_set_search_mode (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
onward_contacts_view_dispose (GObject *object)
{
  OnwardContactsView *self = ONWARD_CONTACTS_VIEW (object);

  g_clear_handle_id (&self->follow_source, g_source_remove);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_pointer ((GtkWidget **)&self->stack, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->ids);
  g_clear_object (&self->order);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (onward_contacts_view_parent_class)->dispose (object);
}

static void
onward_contacts_view_finalize (GObject *object)
{
  OnwardContactsView *self = ONWARD_CONTACTS_VIEW (object);

  g_ptr_array_unref (self->rows);
  g_strfreev (self->context.words);
  G_OBJECT_CLASS (onward_contacts_view_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ONWARD_RESOURCE_PATH "/ui/contacts/onward-contacts-view.ui");
  gtk_widget_class_bind_template_child (widget_class, OnwardContactsView, stack);
  gtk_widget_class_bind_template_child (widget_class, OnwardContactsView, list_side);
  gtk_widget_class_bind_template_child (widget_class, OnwardContactsView, search);
  gtk_widget_class_bind_template_child (widget_class, OnwardContactsView, tier);
  gtk_widget_class_bind_template_child (widget_class, OnwardContactsView, role);
  gtk_widget_class_bind_template_child (widget_class, OnwardContactsView, more_toggle);
  gtk_widget_class_bind_template_child (widget_class, OnwardContactsView, more);
  gtk_widget_class_bind_template_child (widget_class, OnwardContactsView, result);
  gtk_widget_class_bind_template_child (widget_class, OnwardContactsView, list);
  gtk_widget_class_bind_template_child (widget_class, OnwardContactsView, nothing);
  gtk_widget_class_bind_template_child (widget_class, OnwardContactsView, count);
  gtk_widget_class_bind_template_child (widget_class, OnwardContactsView, separator);
  gtk_widget_class_bind_template_child (widget_class, OnwardContactsView, page);
  gtk_widget_class_bind_template_child (widget_class, OnwardContactsView, bar);
  gtk_widget_class_bind_template_child (widget_class, OnwardContactsView, chosen);
  gtk_widget_class_bind_template_child (widget_class, OnwardContactsView, change_button);
  gtk_widget_class_bind_template_child (widget_class, OnwardContactsView, people_menu);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
onward_contacts_view_class_init (OnwardContactsViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = onward_contacts_view_get_property;
  object_class->set_property = onward_contacts_view_set_property;
  object_class->dispose = onward_contacts_view_dispose;
  object_class->finalize = onward_contacts_view_finalize;
  widget_class->map = onward_contacts_view_map;

  properties[PROP_NARROW] =
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SEARCH_MODE] =
      g_param_spec_boolean ("search-mode", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (ONWARD_TYPE_CONTACT_PAGE);
  g_type_ensure (ONWARD_TYPE_FILTER_BAR);
  bind_template (widget_class);
  onward_contacts_selection_install (widget_class);
}

static void
add_keys (OnwardContactsView *self)
{
  static const struct
  {
    guint key;
    const char *action;
  } keys[] = { { GDK_KEY_h, "contact.add-hook" }, { GDK_KEY_l, "contact.add-note" }, { GDK_KEY_e, "contact.write" } };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, GDK_CONTROL_MASK),
                                                gtk_callback_action_new (forward_key_cb, NULL, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_string (keys[i].action));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
onward_contacts_view_init (OnwardContactsView *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  add_keys (self);
  fill_choices (self);
}

/**
 * onward_contacts_view_set_store:
 * @self: the view
 * @store: the database it shows
 *
 * Main thread; once, before the view is shown.
 */
void
onward_contacts_view_set_store (OnwardContactsView *self, OnwardStore *store)
{
  g_set_object (&self->store, store);
  onward_contact_page_set_store (self->page, store);
}

/**
 * onward_contacts_view_open:
 * @self: the view
 * @contact: a row of contacts
 *
 * Shows that person: beside the list, or over it in a narrow window. What hides them from the list is cleared.
 */
void
onward_contacts_view_open (OnwardContactsView *self, gint64 contact)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  guint position;

  ensure_loaded (self);
  if (!onward_id_list_find (self->ids, contact, NULL))
    onward_contacts_choices_clear (self);
  onward_id_selection_forget_others (self->selection);
  onward_id_selection_set_id (self->selection, contact);
  if (onward_id_selection_get_position (self->selection, &position))
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
  if (self->narrow)
    push_page (self, contact);
  /* What had the focus is gone, such as the quick switcher. */
  else if (focus == NULL || !gtk_widget_get_mapped (focus))
    onward_contacts_list_focus (self);
}

/**
 * onward_contacts_view_get_contact:
 * @self: the view
 *
 * Returns: who is shown beside the list; 0 = nobody
 */
gint64
onward_contacts_view_get_contact (OnwardContactsView *self)
{
  return self->narrow ? 0 : onward_contact_page_get_contact (self->page);
}
