/* onward-import-sheet.c - shows what a file would change before it changes anything */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-import-sheet.h"

#include "shared/onward-sheet.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FACE         32
#define ROWS_A_FRAME 8
#define ROWS_BUILT   208 /* a GtkListView of GTK 4 builds no more than about these */

#define ONWARD_TYPE_IMPORT_SHEET (onward_import_sheet_get_type ())
G_DECLARE_FINAL_TYPE (OnwardImportSheet, onward_import_sheet, ONWARD, IMPORT_SHEET, OnwardSheet)

struct _OnwardImportSheet
{
  OnwardSheet parent_instance;

  GtkStringList *lists[ONWARD_IMPORT_LISTS];
  gboolean people;
  OnwardAnswerFunc agreed;
  gpointer data;
  GDestroyNotify destroy;

  GtkWidget *content;
  GtkWidget *nothing;
  GtkBox *numbers;
  GtkToggleButton *tab_new;
  GtkToggleButton *tab_changed;
  GtkToggleButton *tab_left_out;
  GtkListView *list;
  GtkWidget *scroll;
};

G_DEFINE_FINAL_TYPE (OnwardImportSheet, onward_import_sheet, ONWARD_TYPE_SHEET)

void
onward_import_preview_free (OnwardImportPreview *preview)
{
  g_free (preview->subtitle);
  for (guint i = 0; i < ONWARD_IMPORT_LISTS; i++)
    g_clear_object (&preview->lists[i]);
  g_free (preview->verb);
  g_free (preview);
}

static guint
get_shown (OnwardImportSheet *self)
{
  if (gtk_toggle_button_get_active (self->tab_new))
    return 0;
  return gtk_toggle_button_get_active (self->tab_changed) ? 1 : 2;
}

/* A list builds two hundred rows at once, far more than are in sight: here they come a few a frame. */
static gboolean
add_rows_cb (GtkWidget *list, GdkFrameClock *clock, gpointer data)
{
  GtkSliceListModel *some = data;
  guint n = gtk_slice_list_model_get_size (some);

  gtk_slice_list_model_set_size (some, n < ROWS_BUILT ? n + ROWS_A_FRAME : G_MAXUINT);
  return n < ROWS_BUILT ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
show_list (OnwardImportSheet *self)
{
  GListModel *list = G_LIST_MODEL (self->lists[get_shown (self)]);
  GtkSliceListModel *some = gtk_slice_list_model_new (g_object_ref (list), 0, ROWS_A_FRAME);
  g_autoptr (GtkNoSelection) rows = gtk_no_selection_new (G_LIST_MODEL (some));

  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (rows));
  gtk_widget_add_tick_callback (GTK_WIDGET (self->list), add_rows_cb, g_object_ref (some), g_object_unref);
  gtk_widget_set_visible (self->scroll, g_list_model_get_n_items (list) > 0);
}

static void
tab_toggled_cb (OnwardImportSheet *self, GtkToggleButton *tab)
{
  if (gtk_toggle_button_get_active (tab))
    show_list (self);
}

static GtkWidget *
create_label (GtkWidget *box, const char *first_class, const char *second_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (first_class != NULL)
    gtk_widget_add_css_class (label, first_class);
  if (second_class != NULL)
    gtk_widget_add_css_class (label, second_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, OnwardImportSheet *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *face = adw_avatar_new (FACE, NULL, TRUE);

  gtk_widget_add_css_class (row, "compact-row");
  gtk_widget_set_valign (face, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), face);
  gtk_box_append (GTK_BOX (row), lines);
  g_object_set_data (G_OBJECT (row), "face", face);
  g_object_set_data (G_OBJECT (row), "title", create_label (lines, NULL, NULL));
  g_object_set_data (G_OBJECT (row), "more", create_label (lines, "caption", "dim-label"));
  gtk_list_item_set_child (item, row);
  gtk_list_item_set_activatable (item, FALSE);
}

/* The list item takes the focus, so its name is what is read. */
static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, OnwardImportSheet *self)
{
  GObject *row = G_OBJECT (gtk_list_item_get_child (item));
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));
  g_auto (GStrv) parts = g_strsplit (text, "\n", 2);
  const char *more = parts[0] != NULL && parts[1] != NULL ? parts[1] : "";
  g_autofree char *name = *more != '\0' ? g_strdup_printf ("%s, %s", parts[0], more) : g_strdup (parts[0]);
  GtkWidget *place = gtk_widget_get_parent (GTK_WIDGET (row));

  gtk_label_set_label (g_object_get_data (row, "title"), parts[0]);
  gtk_label_set_label (g_object_get_data (row, "more"), more);
  gtk_widget_set_visible (g_object_get_data (row, "more"), *more != '\0');
  gtk_widget_set_visible (g_object_get_data (row, "face"), self->people && get_shown (self) < 2);
  adw_avatar_set_text (g_object_get_data (row, "face"), parts[0]);
  if (place != NULL && name != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (place), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* The sheet is gone before the import says how far it is. */
static void
onward_import_sheet_save (OnwardSheet *sheet)
{
  OnwardImportSheet *self = ONWARD_IMPORT_SHEET (sheet);
  OnwardAnswerFunc agreed = self->agreed;
  gpointer data = g_steal_pointer (&self->data);

  self->agreed = NULL;
  onward_sheet_close (sheet);
  if (agreed != NULL)
    agreed (data);
}

static void
onward_import_sheet_dispose (GObject *object)
{
  OnwardImportSheet *self = ONWARD_IMPORT_SHEET (object);

  if (self->data != NULL)
    self->destroy (g_steal_pointer (&self->data));
  for (guint i = 0; i < ONWARD_IMPORT_LISTS; i++)
    g_clear_object (&self->lists[i]);
  G_OBJECT_CLASS (onward_import_sheet_parent_class)->dispose (object);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget_class, OnwardImportSheet, child)

static void
onward_import_sheet_class_init (OnwardImportSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = onward_import_sheet_dispose;
  ONWARD_SHEET_CLASS (klass)->save = onward_import_sheet_save;
  gtk_widget_class_set_template_from_resource (widget_class, ONWARD_RESOURCE_PATH "/ui/import/onward-import-sheet.ui");
  BIND (content);
  BIND (nothing);
  BIND (numbers);
  BIND (tab_new);
  BIND (tab_changed);
  BIND (tab_left_out);
  BIND (list);
  BIND (scroll);
  gtk_widget_class_bind_template_callback (widget_class, tab_toggled_cb);
}

static void
onward_import_sheet_init (OnwardImportSheet *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  gtk_list_view_set_factory (self->list, factory);
}

static void
add_figure (OnwardImportSheet *self, guint figure, const char *words)
{
  GtkWidget *tile = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *text = g_strdup_printf ("%'u", figure);
  GtkWidget *number = create_label (tile, "title-1", "numeric");
  GtkWidget *label = create_label (tile, "caption", "dim-label");

  gtk_label_set_xalign (GTK_LABEL (number), 0.5);
  gtk_label_set_label (GTK_LABEL (number), text);
  gtk_label_set_xalign (GTK_LABEL (label), 0.5);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_label (GTK_LABEL (label), words);
  gtk_box_append (self->numbers, tile);
}

/* The first list that has something is what is looked at. */
static void
fill (OnwardImportSheet *self, const OnwardImportPreview *preview)
{
  GtkToggleButton *tabs[] = { self->tab_new, self->tab_changed, self->tab_left_out };
  guint first = ONWARD_IMPORT_LISTS;

  self->people = preview->people;
  for (guint i = 0; i < ONWARD_IMPORT_LISTS; i++)
    {
      self->lists[i] = preview->lists[i] != NULL ? g_object_ref (preview->lists[i]) : gtk_string_list_new (NULL);
      add_figure (self, preview->figures[i], preview->words[i]);
      gtk_button_set_label (GTK_BUTTON (tabs[i]), preview->tabs[i]);
      gtk_widget_set_sensitive (GTK_WIDGET (tabs[i]), g_list_model_get_n_items (G_LIST_MODEL (self->lists[i])) > 0);
      if (first == ONWARD_IMPORT_LISTS && gtk_widget_get_sensitive (GTK_WIDGET (tabs[i])))
        first = i;
    }
  gtk_toggle_button_set_active (tabs[first < ONWARD_IMPORT_LISTS ? first : 0], TRUE);
  /* Rows that cannot be read are told even when nothing would change. */
  gtk_widget_set_visible (self->nothing, preview->verb == NULL);
  gtk_widget_set_visible (self->content, preview->verb != NULL || preview->figures[2] > 0);
}

/**
 * onward_import_sheet_present:
 * @window: the window
 * @preview: what the file would change
 * @agreed: called when the user wants that; then @data is its own
 * @data: for @agreed
 * @destroy: frees @data when the user does not
 */
void
onward_import_sheet_present (OnwardWindow *window, const OnwardImportPreview *preview, OnwardAnswerFunc agreed,
                             gpointer data, GDestroyNotify destroy)
{
  OnwardImportSheet *self = g_object_new (ONWARD_TYPE_IMPORT_SHEET, "subtitle", preview->subtitle, NULL);

  self->agreed = agreed;
  self->data = data;
  self->destroy = destroy;
  if (preview->verb != NULL)
    g_object_set (self, "save-label", preview->verb, NULL);
  else
    g_object_set (self, "cancel-label", _ ("_Close"), NULL);
  fill (self, preview);
  onward_sheet_set_can_save (ONWARD_SHEET (self), preview->verb != NULL);
  onward_sheet_present (ONWARD_SHEET (self), GTK_WIDGET (window));
}
