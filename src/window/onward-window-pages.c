/* onward-window-pages.c - the pages that cover a view, with a way back, and what the header says about them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-window-private.h"

#include "shared/onward-text-scale.h"
#include "shared/onward-window-settings.h"

#include <glib/gi18n-lib.h>

/* Below this the page of an opportunity is one column. */
#define PAGE_NARROW_BELOW 900

typedef struct
{
  GtkWidget *page;
  GtkWidget *action; /* in the header while the page is visible; or NULL */
  char *title;
  char *subtitle;
} OpenPage;

static void
clear_page (gpointer data)
{
  OpenPage *open = data;

  g_free (open->title);
  g_free (open->subtitle);
}

static OpenPage *
get_last (OnwardWindow *self)
{
  guint n = self->open_pages->len;

  return n > 0 ? &g_array_index (self->open_pages, OpenPage, n - 1) : NULL;
}

static const char *
get_new_label (OnwardWindow *self)
{
  const char *view = onward_window_get_view (self);

  if (g_strcmp0 (view, "contacts") == 0)
    return _ ("New person");
  if (g_strcmp0 (view, "calendar") == 0)
    return _ ("New interview");
  if (g_strcmp0 (view, "due") == 0)
    return _ ("New follow-up");
  return _ ("New opportunity");
}

static void
update_new_button (OnwardWindow *self)
{
  const char *label = get_new_label (self);
  /* Translators: what a button does, and its keys */
  g_autofree char *tooltip = g_strdup_printf (_ ("%s (Ctrl+N)"), label);

  gtk_widget_set_tooltip_text (self->new_button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->new_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
remove_last (OnwardWindow *self)
{
  GtkWidget *page = get_last (self)->page;

  if (get_last (self)->action != NULL)
    adw_header_bar_remove (self->header, get_last (self)->action);
  g_array_set_size (self->open_pages, self->open_pages->len - 1);
  gtk_stack_set_visible_child (self->pages, get_last (self) != NULL ? get_last (self)->page : GTK_WIDGET (self->views));
  gtk_stack_remove (self->pages, page);
}

/* Every page that can be narrow has a property for it. */
static void
set_narrow (GtkWidget *page, gboolean narrow)
{
  if (g_object_class_find_property (G_OBJECT_GET_CLASS (page), "narrow") != NULL)
    g_object_set (page, "narrow", narrow, NULL);
}

/**
 * onward_window_update_header: (skip)
 * @self: the window
 *
 * Back and a title over an open page; else New, and the view switcher or the view's title.
 */
void
onward_window_update_header (OnwardWindow *self)
{
  OpenPage *last = get_last (self);
  GtkWidget *view = adw_view_stack_get_visible_child (self->views);
  AdwViewStackPage *view_page = view != NULL ? adw_view_stack_get_page (self->views, view) : NULL;
  const char *title = view_page != NULL ? adw_view_stack_page_get_title (view_page) : "";

  for (guint i = 0; i < self->open_pages->len; i++)
    {
      OpenPage *open = &g_array_index (self->open_pages, OpenPage, i);

      if (open->action != NULL)
        gtk_widget_set_visible (open->action, open == last);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->search_toggle), last == NULL || last->action == NULL);
  gtk_widget_set_visible (self->back_button, last != NULL);
  gtk_widget_set_visible (self->new_button, last == NULL);
  gtk_widget_set_visible (self->mode_switch, last == NULL && !self->narrow && onward_window_settings_get () != NULL
                                                 && g_strcmp0 (onward_window_get_view (self), "pipeline") == 0);
  update_new_button (self);
  adw_window_title_set_title (self->title, last != NULL ? last->title : title);
  adw_window_title_set_subtitle (self->title, last != NULL && last->subtitle != NULL ? last->subtitle : "");
  gtk_stack_set_visible_child (self->title_stack, last != NULL || self->switcher_below ? GTK_WIDGET (self->title)
                                                                                       : GTK_WIDGET (self->switcher));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.back", last != NULL);
}

/**
 * onward_window_update_pages: (skip)
 * @self: the window
 *
 * Tells the open pages whether they are narrow.
 */
void
onward_window_update_pages (OnwardWindow *self)
{
  gboolean narrow = onward_window_get_scaled_width (self) < PAGE_NARROW_BELOW;

  for (guint i = 0; i < self->open_pages->len; i++)
    set_narrow (g_array_index (self->open_pages, OpenPage, i).page, narrow);
}

void
onward_window_init_pages (OnwardWindow *self)
{
  self->open_pages = g_array_new (FALSE, FALSE, sizeof (OpenPage));
  g_array_set_clear_func (self->open_pages, clear_page);
}

void
onward_window_free_pages (OnwardWindow *self)
{
  g_clear_pointer (&self->open_pages, g_array_unref);
}

/**
 * onward_window_push_page:
 * @self: the window
 * @page: (transfer floating): covers what is shown, until Back or Escape; destroyed then. A page with a boolean
 *   property `narrow` is told when the window is narrower than 900 px.
 * @title: for the header
 * @subtitle: (nullable): below it
 */
void
onward_window_push_page (OnwardWindow *self, GtkWidget *page, const char *title, const char *subtitle)
{
  OpenPage open = { page, NULL, g_strdup (title), g_strdup (subtitle) };

  onward_text_scale_fit_clamps (page);
  set_narrow (page, onward_window_get_scaled_width (self) < PAGE_NARROW_BELOW);
  g_array_append_val (self->open_pages, open);
  gtk_stack_add_child (self->pages, page);
  gtk_stack_set_visible_child (self->pages, page);
  onward_window_uncover (self);
  onward_window_update_header (self);
  gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

/**
 * onward_window_set_page_title:
 * @self: the window
 * @page: an open page
 * @title: for the header
 * @subtitle: (nullable): below it
 *
 * What the page shows is called something else now.
 */
void
onward_window_set_page_title (OnwardWindow *self, GtkWidget *page, const char *title, const char *subtitle)
{
  for (guint i = 0; i < self->open_pages->len; i++)
    {
      OpenPage *open = &g_array_index (self->open_pages, OpenPage, i);

      if (open->page != page)
        continue;
      clear_page (open);
      open->title = g_strdup (title);
      open->subtitle = g_strdup (subtitle);
    }
  onward_window_update_header (self);
}

/**
 * onward_window_set_page_action:
 * @self: the window
 * @page: an open page
 * @action: (transfer floating): what stands at the end of the header as long as the page is visible
 */
void
onward_window_set_page_action (OnwardWindow *self, GtkWidget *page, GtkWidget *action)
{
  for (guint i = 0; i < self->open_pages->len; i++)
    if (g_array_index (self->open_pages, OpenPage, i).page == page)
      {
        g_array_index (self->open_pages, OpenPage, i).action = action;
        adw_header_bar_pack_end (self->header, action);
      }
  onward_window_update_header (self);
}

/**
 * onward_window_pop_page:
 * @self: the window
 *
 * Back to what the visible page covers; nothing when no page is open.
 */
void
onward_window_pop_page (OnwardWindow *self)
{
  if (get_last (self) != NULL)
    remove_last (self);
  onward_window_update_header (self);
}

/**
 * onward_window_get_page:
 * @self: the window
 *
 * Returns: (transfer none) (nullable): the page that covers the view
 */
GtkWidget *
onward_window_get_page (OnwardWindow *self)
{
  return get_last (self) != NULL ? get_last (self)->page : NULL;
}

/**
 * onward_window_show_view:
 * @self: the window
 * @name: `pipeline`, `contacts`, `calendar`, or `due` in a narrow window
 *
 * Shows that view, and closes the pages that were open.
 */
void
onward_window_show_view (OnwardWindow *self, const char *name)
{
  if (adw_view_stack_get_child_by_name (self->views, name) == NULL)
    return;
  while (get_last (self) != NULL)
    remove_last (self);
  adw_view_stack_set_visible_child_name (self->views, name);
  onward_window_update_header (self);
}

/**
 * onward_window_get_view:
 * @self: the window
 *
 * Returns: (transfer none) (nullable): the name of the view that is shown, or covered by a page
 */
const char *
onward_window_get_view (OnwardWindow *self)
{
  return adw_view_stack_get_visible_child_name (self->views);
}
