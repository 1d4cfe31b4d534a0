/* onward-zone-button.c - a time zone, found by what is typed of it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-zone-button.h"

#include "onward-accessible.h"
#include "playbook/onward-zone.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Where the names of the zones are, a line each, on every system that has them. */
#define ZONES "/usr/share/zoneinfo/zone.tab"

/* More are not looked through. */
#define MOST_ROWS 30

struct _OnwardZoneButton
{
  GtkWidget parent_instance;

  char *zone;
  gint64 instant; /* what the short names are those of: summer or winter */

  GtkMenuButton *button;
  GtkPopover *popover;
  GtkEditable *search;
  GtkListBox *list;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OnwardZoneButton, onward_zone_button, GTK_TYPE_WIDGET)

/* Country, place, name; `#` begins a remark. */
static char **
read_names (void)
{
  static char **names;
  g_autoptr (GStrvBuilder) builder = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (names != NULL)
    return names;
  builder = g_strv_builder_new ();
  g_strv_builder_add (builder, "UTC");
  if (g_file_get_contents (ZONES, &text, NULL, NULL))
    lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], "\t", -1);

      if (*lines[i] != '#' && g_strv_length (fields) >= 3)
        g_strv_builder_add (builder, fields[2]);
    }
  names = g_strv_builder_end (builder);
  return names;
}

static char *
name_zone (const char *zone)
{
  return g_strdelimit (g_strdup (zone), "_", ' ');
}

/* “CET, UTC+1”. */
static char *
describe_zone (OnwardZoneButton *self, const char *name)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (name);
  int interval, offset;

  if (zone == NULL)
    return NULL;
  interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, self->instant);
  offset = onward_zone_offset (zone, self->instant) / 60;
  if (offset % 60 != 0)
    return g_strdup_printf ("%s, UTC%+d:%02d", g_time_zone_get_abbreviation (zone, interval), offset / 60,
                            ABS (offset % 60));
  return g_strdup_printf ("%s, UTC%+d", g_time_zone_get_abbreviation (zone, interval), offset / 60);
}

static gboolean
has_words (const char *text, char **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (text, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static void
append_row (OnwardZoneButton *self, const char *zone, const char *caption)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *name = name_zone (zone);
  GtkWidget *title = gtk_label_new (name);
  GtkWidget *below = gtk_label_new (caption);
  g_autofree char *label = g_strdup_printf ("%s, %s", name, caption);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_xalign (GTK_LABEL (below), 0);
  gtk_widget_add_css_class (below, "caption");
  gtk_widget_add_css_class (below, "dim-label");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), below);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "onward-zone", g_strdup (zone), g_free);
  onward_accessible_set_label (row, label);
  gtk_list_box_append (self->list, row);
}

/* Those of which every word that is typed is a part, of the name or of the short name: `new york`, `cet`. */
static void
search (OnwardZoneButton *self)
{
  g_autofree char *typed = g_utf8_casefold (gtk_editable_get_text (self->search), -1);
  g_auto (GStrv) words = g_strsplit_set (g_strdelimit (g_strstrip (typed), "_/", ' '), " ", -1);
  char **names = read_names ();
  GtkWidget *row;
  guint n = 0;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; names[i] != NULL && n < MOST_ROWS; i++)
    {
      g_autofree char *caption = describe_zone (self, names[i]);
      g_autofree char *whole = caption != NULL ? g_strconcat (names[i], " ", caption, NULL) : NULL;
      g_autofree char *folded = whole != NULL ? g_utf8_casefold (whole, -1) : NULL;

      if (folded == NULL || !has_words (g_strdelimit (folded, "_/", ' '), words))
        continue;
      append_row (self, names[i], caption);
      n++;
    }
}

static void
update_label (OnwardZoneButton *self)
{
  g_autofree char *name = name_zone (self->zone != NULL ? self->zone : "");
  g_autofree char *label = g_strdup_printf ("%s, %s", _ ("Time zone"), name);

  gtk_menu_button_set_label (self->button, name);
  onward_accessible_set_label (GTK_WIDGET (self->button), label);
}

static void
choose (OnwardZoneButton *self, GtkListBoxRow *row)
{
  if (row == NULL)
    return;
  onward_zone_button_set_zone (self, g_object_get_data (G_OBJECT (row), "onward-zone"));
  gtk_popover_popdown (self->popover);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
row_activated_cb (OnwardZoneButton *self, GtkListBoxRow *row)
{
  choose (self, row);
}

static void
search_activate_cb (OnwardZoneButton *self)
{
  choose (self, gtk_list_box_get_row_at_index (self->list, 0));
}

static void
shown_cb (OnwardZoneButton *self)
{
  gtk_editable_set_text (self->search, "");
  search (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static gboolean
onward_zone_button_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (ONWARD_ZONE_BUTTON (widget)->button));
}

/* GTK's own way back would go from the button to this, which gives the focus to the button again. */
static gboolean
onward_zone_button_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (GTK_WIDGET (ONWARD_ZONE_BUTTON (widget)->button), direction);
}

static void
onward_zone_button_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  if (child != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&ONWARD_ZONE_BUTTON (object)->zone, g_free);
  G_OBJECT_CLASS (onward_zone_button_parent_class)->dispose (object);
}

static void
onward_zone_button_class_init (OnwardZoneButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = onward_zone_button_dispose;
  widget_class->grab_focus = onward_zone_button_grab_focus;
  widget_class->focus = onward_zone_button_focus;
  /* The user chose a zone. */
  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, ONWARD_RESOURCE_PATH "/ui/shared/onward-zone-button.ui");
  gtk_widget_class_bind_template_child (widget_class, OnwardZoneButton, button);
  gtk_widget_class_bind_template_child (widget_class, OnwardZoneButton, popover);
  gtk_widget_class_bind_template_child (widget_class, OnwardZoneButton, search);
  gtk_widget_class_bind_template_child (widget_class, OnwardZoneButton, list);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, search);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
onward_zone_button_init (OnwardZoneButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_label (self);
}

/**
 * onward_zone_button_set_zone:
 * @self: a zone button
 * @zone: (nullable): an IANA name
 */
void
onward_zone_button_set_zone (OnwardZoneButton *self, const char *zone)
{
  char *now = g_strdup (zone);

  g_free (self->zone);
  self->zone = now;
  update_label (self);
}

/**
 * onward_zone_button_get_zone:
 * @self: a zone button
 *
 * Returns: (transfer none) (nullable): the IANA name
 */
const char *
onward_zone_button_get_zone (OnwardZoneButton *self)
{
  return self->zone;
}

/**
 * onward_zone_button_set_instant:
 * @self: a zone button
 * @instant: seconds since 1970 UTC: what it is about, as short names differ in summer
 */
void
onward_zone_button_set_instant (OnwardZoneButton *self, gint64 instant)
{
  self->instant = instant;
}
