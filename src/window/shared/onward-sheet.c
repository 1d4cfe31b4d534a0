/* onward-sheet.c - a modal window that asks for something: cancel and save above, what is asked for below */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-sheet.h"

#include "onward-text-scale.h"

#include <glib/gi18n-lib.h>

/* From here on a sheet leaves its parent visible around it. */
#define NARROW_BELOW 600
#define ROOM_AROUND  48

/* Below and above what has the focus, so that it is seen to belong to something. */
#define ROOM_AROUND_FOCUS 24
#define LOOKS             3

typedef struct
{
  GtkWidget *scroll;
  GtkWidget *discard;
  char *subtitle;
  char *save_label;
  char *cancel_label;
  gboolean can_save;
  gboolean narrow;
  int usual;   /* how wide it is where text is as it comes; 0 = not shown yet */
  guint look;  /* until what has the focus is in sight */
  guint looks; /* how often was looked */
} OnwardSheetPrivate;

enum
{
  PROP_BODY = 1,
  PROP_SUBTITLE,
  PROP_SAVE_LABEL,
  PROP_CANCEL_LABEL,
  PROP_CAN_SAVE,
  PROP_NARROW,
  N_PROPS
};

enum
{
  SAVE,
  CANCEL,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_TYPE_WITH_PRIVATE (OnwardSheet, onward_sheet, ADW_TYPE_WINDOW)

static OnwardSheetPrivate *
get_private (OnwardSheet *self)
{
  return onward_sheet_get_instance_private (self);
}

/* A row that is new has its place after the next frame only, and the viewport has looked before. Nothing but an entry
 * is brought into sight, and only one that is not: what is pressed must not move away from the pointer. */
static gboolean
show_focus_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  OnwardSheetPrivate *private = get_private (ONWARD_SHEET (widget));
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (private->scroll));
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (widget));
  graphene_rect_t place;
  double y;

  if (++private->looks < LOOKS)
    return G_SOURCE_CONTINUE;
  private->look = 0;
  if (!GTK_IS_TEXT (focus) || !gtk_widget_is_ancestor (focus, private->scroll)
      || !gtk_widget_compute_bounds (focus, private->scroll, &place)
      || (place.origin.y >= 0 && place.origin.y + place.size.height <= gtk_widget_get_height (private->scroll)))
    return G_SOURCE_REMOVE;
  y = gtk_adjustment_get_value (adjustment) + place.origin.y;
  gtk_adjustment_clamp_page (adjustment, y - ROOM_AROUND_FOCUS, y + place.size.height + ROOM_AROUND_FOCUS);
  return G_SOURCE_REMOVE;
}

static void
focus_moved_cb (OnwardSheet *self)
{
  OnwardSheetPrivate *private = get_private (self);

  private->looks = 0;
  if (private->look == 0)
  private->look = gtk_widget_add_tick_callback (GTK_WIDGET (self), show_focus_cb, NULL, NULL);
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SAVE], 0);
}

static void
cancel_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[CANCEL], 0);
}

static void
discard_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  onward_sheet_close (ONWARD_SHEET (widget));
}

/* As high as its content, at most the parent less some room; below 600 px as large as the parent. */
static void
fit_to_parent (OnwardSheet *self, GtkWidget *parent)
{
  OnwardSheetPrivate *private = get_private (self);
  int parent_width = gtk_widget_get_width (parent);
  int parent_height = gtk_widget_get_height (parent);
  int width, natural;

  if (private->usual == 0)
    gtk_window_get_default_size (GTK_WINDOW (self), &private->usual, &natural);
  private->narrow = parent_width > 0 && parent_width / onward_text_scale_get (parent) < NARROW_BELOW;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
  if (parent_width <= 0)
    return;
  if (private->narrow)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
      gtk_window_set_default_size (GTK_WINDOW (self), parent_width, parent_height);
      return;
    }
  /* One that was kept comes back to a window that may have another size. */
  gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  width = MIN ((int)(private->usual * onward_text_scale_get (parent)), parent_width - ROOM_AROUND);
  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  gtk_window_set_default_size (GTK_WINDOW (self), width, MIN (natural, parent_height - ROOM_AROUND));
}

/* The window manager's close is Cancel. */
static gboolean
onward_sheet_close_request (GtkWindow *window)
{
  g_signal_emit (window, signals[CANCEL], 0);
  return TRUE;
}

static void
onward_sheet_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  OnwardSheetPrivate *private = get_private (ONWARD_SHEET (object));

  switch (property)
    {
    case PROP_BODY:
      g_value_set_object (value, gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (private->scroll)));
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, private->subtitle);
      break;
    case PROP_SAVE_LABEL:
      g_value_set_string (value, private->save_label);
      break;
    case PROP_CANCEL_LABEL:
      g_value_set_string (value, private->cancel_label);
      break;
    case PROP_CAN_SAVE:
      g_value_set_boolean (value, private->can_save);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, private->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
onward_sheet_set_property (GObject *object, guint property, const GValue *value, GParamSpec *pspec)
{
  OnwardSheet *self = ONWARD_SHEET (object);
  OnwardSheetPrivate *private = get_private (self);

  switch (property)
    {
    case PROP_BODY:
      onward_sheet_set_body (self, g_value_get_object (value));
      break;
    case PROP_SUBTITLE:
      g_free (private->subtitle);
      private->subtitle = g_value_dup_string (value);
      break;
    case PROP_SAVE_LABEL:
      g_free (private->save_label);
      private->save_label = g_value_dup_string (value);
      break;
    case PROP_CANCEL_LABEL:
      g_free (private->cancel_label);
      private->cancel_label = g_value_dup_string (value);
      break;
    case PROP_CAN_SAVE:
      onward_sheet_set_can_save (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
onward_sheet_finalize (GObject *object)
{
  OnwardSheetPrivate *private = get_private (ONWARD_SHEET (object));

  g_free (private->subtitle);
  g_free (private->save_label);
  g_free (private->cancel_label);
  G_OBJECT_CLASS (onward_sheet_parent_class)->finalize (object);
}

static void
onward_sheet_class_init (OnwardSheetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = onward_sheet_get_property;
  object_class->set_property = onward_sheet_set_property;
  object_class->finalize = onward_sheet_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = onward_sheet_close_request;
  klass->cancel = onward_sheet_close;

  properties[PROP_BODY] = g_param_spec_object ("body", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  properties[PROP_SAVE_LABEL] = g_param_spec_string ("save-label", NULL, NULL, NULL, flags);
  properties[PROP_CANCEL_LABEL] = g_param_spec_string ("cancel-label", NULL, NULL, NULL, flags);
  properties[PROP_CAN_SAVE] = g_param_spec_boolean ("can-save", NULL, NULL, TRUE, flags);
  properties[PROP_NARROW] =
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SAVE] = g_signal_new ("save", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                G_STRUCT_OFFSET (OnwardSheetClass, save), NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CANCEL] = g_signal_new ("cancel", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  G_STRUCT_OFFSET (OnwardSheetClass, cancel), NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "sheet.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "sheet.cancel", NULL, cancel_cb);
  gtk_widget_class_install_action (widget_class, "sheet.discard", NULL, discard_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "sheet.cancel", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "sheet.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "sheet.save", NULL);

  gtk_widget_class_set_template_from_resource (widget_class, ONWARD_RESOURCE_PATH "/ui/shared/onward-sheet.ui");
  gtk_widget_class_bind_template_child_private (widget_class, OnwardSheet, scroll);
  gtk_widget_class_bind_template_child_private (widget_class, OnwardSheet, discard);
}

static void
onward_sheet_init (OnwardSheet *self)
{
  OnwardSheetPrivate *private = get_private (self);

  private->can_save = TRUE;
  private->save_label = g_strdup (_ ("_Save"));
  private->cancel_label = g_strdup (_ ("_Cancel"));
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (focus_moved_cb), NULL);
}

/**
 * onward_sheet_present:
 * @self: a sheet
 * @parent: a widget of the window that it stands over
 *
 * Shows the sheet over the window, which waits for it.
 */
void
onward_sheet_present (OnwardSheet *self, GtkWidget *parent)
{
  GtkRoot *root = gtk_widget_get_root (parent);

  if (GTK_IS_WINDOW (root))
    {
      gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
      fit_to_parent (self, GTK_WIDGET (root));
    }
  gtk_window_present (GTK_WINDOW (self));
}

/**
 * onward_sheet_close:
 * @self: a sheet
 *
 * Closes and destroys it.
 */
void
onward_sheet_close (OnwardSheet *self)
{
  gtk_window_destroy (GTK_WINDOW (self));
}

/**
 * onward_sheet_set_kept:
 * @self: a sheet that was left with something typed in it
 *
 * When it is shown again, what was kept can be thrown away.
 */
void
onward_sheet_set_kept (OnwardSheet *self)
{
  gtk_widget_set_visible (get_private (self)->discard, TRUE);
}

/**
 * onward_sheet_set_body:
 * @self: a sheet
 * @body: (nullable): what is asked for; it scrolls when it is higher than the window
 */
void
onward_sheet_set_body (OnwardSheet *self, GtkWidget *body)
{
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (get_private (self)->scroll), body);
  if (body != NULL)
    onward_text_scale_fit_clamps (body);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BODY]);
}

/**
 * onward_sheet_set_can_save:
 * @self: a sheet
 * @can_save: whether enough is filled in
 */
void
onward_sheet_set_can_save (OnwardSheet *self, gboolean can_save)
{
  OnwardSheetPrivate *private = get_private (self);

  if (private->can_save == can_save)
    return;
  private->can_save = can_save;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.save", can_save);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_SAVE]);
}

/**
 * onward_sheet_get_narrow:
 * @self: a sheet
 *
 * Returns: whether it fills a window narrower than 600 px
 */
gboolean
onward_sheet_get_narrow (OnwardSheet *self)
{
  return get_private (self)->narrow;
}
