/* onward-announcement-row.c - somebody in an announcement run: to write to, told, or left out */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-announcement-row.h"

#include "onward-announcement-words.h"
#include "shared/onward-accessible.h"
#include "shared/onward-chip.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _OnwardAnnouncementRow
{
  GtkListBoxRow parent_instance;

  gint64 contact;
  OnwardAnnounceState state;

  AdwAvatar *avatar;
  GtkLabel *name;
  GtkLabel *line;
  AdwBin *chip;
  GtkWidget *write;
  GtkWidget *put_back;
  GtkMenuButton *more;
};

G_DEFINE_FINAL_TYPE (OnwardAnnouncementRow, onward_announcement_row, GTK_TYPE_LIST_BOX_ROW)

static GMenuModel *
create_menu (gint64 contact)
{
  GMenu *menu = g_menu_new ();
  static const struct
  {
    const char *label;
    const char *action;
  } items[] = {
    { N_ ("_Told Already"), "announcement.told" },
    { N_ ("_Leave Out"), "announcement.exclude" },
    { N_ ("_Open the Person"), "win.open-contact" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (items[i].label), NULL);

      g_menu_item_set_action_and_target (item, items[i].action, "x", contact);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static void
name_button (GtkWidget *button, const char *words, const char *name)
{
  /* Translators: for screen readers: what a button does, and with whom */
  g_autofree char *label = g_strdup_printf (_ ("%s: %s"), words, name);

  onward_accessible_set_label (button, label);
}

/* The words of the chip, which stand in the row's name as well. */
static char *
get_state_words (const OnwardAnnounced *person, OnwardNow now)
{
  switch (person->state)
    {
    case ONWARD_ANNOUNCE_TOLD:
      return onward_announcement_words_get_told (person, now);
    case ONWARD_ANNOUNCE_EXCLUDED:
      return g_strdup (_ ("Left out"));
    case ONWARD_ANNOUNCE_LEFT:
    default:
      return NULL;
    }
}

static void
show_state (OnwardAnnouncementRow *self, const char *name, const char *words)
{
  gboolean told = self->state == ONWARD_ANNOUNCE_TOLD;

  adw_bin_set_child (
      self->chip,
      words == NULL ? NULL : onward_chip_new (told ? "object-select-symbolic" : NULL, words, told ? "good" : "calm"));
  gtk_widget_set_visible (self->write, self->state == ONWARD_ANNOUNCE_LEFT);
  gtk_widget_set_visible (GTK_WIDGET (self->more), self->state == ONWARD_ANNOUNCE_LEFT);
  gtk_widget_set_visible (self->put_back, self->state == ONWARD_ANNOUNCE_EXCLUDED);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), self->state == ONWARD_ANNOUNCE_LEFT);
  name_button (self->write, _ ("Write"), name);
  name_button (self->put_back, _ ("Put back"), name);
  name_button (GTK_WIDGET (self->more), _ ("More"), name);
}

static gboolean
exclude_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  OnwardAnnouncementRow *self = ONWARD_ANNOUNCEMENT_ROW (widget);

  return self->state == ONWARD_ANNOUNCE_LEFT
         && gtk_widget_activate_action (widget, "announcement.exclude", "x", self->contact);
}

static void
onward_announcement_row_class_init (OnwardAnnouncementRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, exclude_cb, NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ONWARD_RESOURCE_PATH "/ui/messages/onward-announcement-row.ui");
  gtk_widget_class_bind_template_child (widget_class, OnwardAnnouncementRow, avatar);
  gtk_widget_class_bind_template_child (widget_class, OnwardAnnouncementRow, name);
  gtk_widget_class_bind_template_child (widget_class, OnwardAnnouncementRow, line);
  gtk_widget_class_bind_template_child (widget_class, OnwardAnnouncementRow, chip);
  gtk_widget_class_bind_template_child (widget_class, OnwardAnnouncementRow, write);
  gtk_widget_class_bind_template_child (widget_class, OnwardAnnouncementRow, put_back);
  gtk_widget_class_bind_template_child (widget_class, OnwardAnnouncementRow, more);
}

static void
onward_announcement_row_init (OnwardAnnouncementRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * onward_announcement_row_new:
 *
 * Returns: (transfer floating): a row for somebody
 */
GtkWidget *
onward_announcement_row_new (void)
{
  return g_object_new (ONWARD_TYPE_ANNOUNCEMENT_ROW, NULL);
}

/**
 * onward_announcement_row_set_person:
 * @self: a row
 * @person: whom it shows
 * @now: the moment
 */
void
onward_announcement_row_set_person (OnwardAnnouncementRow *self, const OnwardAnnounced *person, OnwardNow now)
{
  const char *name = person->name != NULL ? person->name : _ ("Somebody without a name");
  g_autofree char *line = onward_announcement_words_get_line (person);
  g_autofree char *words = get_state_words (person, now);
  g_autofree char *label = words != NULL ? g_strdup_printf ("%s, %s", name, words) : g_strdup (name);
  g_autoptr (GMenuModel) menu = create_menu (person->contact);

  self->contact = person->contact;
  self->state = person->state;
  adw_avatar_set_text (self->avatar, name);
  gtk_label_set_label (self->name, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), name);
  gtk_label_set_label (self->line, line);
  gtk_widget_set_visible (GTK_WIDGET (self->line), *line != '\0');
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->write), "x", person->contact);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->put_back), "x", person->contact);
  gtk_menu_button_set_menu_model (self->more, menu);
  show_state (self, name, words);
  onward_accessible_set_label (GTK_WIDGET (self), label);
}

/**
 * onward_announcement_row_get_contact:
 * @self: a row
 *
 * Returns: whom it shows
 */
gint64
onward_announcement_row_get_contact (OnwardAnnouncementRow *self)
{
  return self->contact;
}
