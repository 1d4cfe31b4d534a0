/* onward-due-section.c - a heading of the Due pane and the rows below it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-due-section.h"

#include "onward-due-group.h"

#include <glib/gi18n-lib.h>

/* So many rows are shown, and as many more each time the user asks: a backlog of thousands must not cost a second. */
#define ROWS_AT_A_TIME 12

struct _OnwardDueSection
{
  GtkWidget parent_instance;

  char *title;
  guint limit;
  guint room;     /* how many of these now; G_MAXUINT = all */
  gboolean alone; /* where nothing points, every row has its buttons */
  GtkWidget *show_more;
  GtkLabel *count;
  GtkListBox *list;
};

enum
{
  PROP_TITLE = 1,
  N_PROPS
};

enum
{
  SELECT,
  OUTDATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OnwardDueSection, onward_due_section, GTK_TYPE_WIDGET)

/* A row's place in the books: a follow-up or opportunity by its id, a group by its person's with a minus. */
static gint64
get_key (gpointer row)
{
  if (ONWARD_IS_DUE_ROW (row))
    return onward_due_row_get_id (row);
  if (ONWARD_IS_DUE_GROUP (row))
    return -onward_due_group_get_contact (row);
  return 0;
}

static gpointer
find_row (OnwardDueSection *self, gint64 key)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (get_key (row) == key)
      return row;
  return NULL;
}

static void
row_expired_cb (OnwardDueSection *self)
{
  g_signal_emit (self, signals[OUTDATED], 0);
}

static void
row_select_cb (OnwardDueSection *self, OnwardDueRow *row)
{
  g_signal_emit (self, signals[SELECT], 0, onward_due_row_get_id (row));
}

static OnwardDueRow *
ensure_row (OnwardDueSection *self, gint64 id)
{
  OnwardDueRow *row = find_row (self, id);

  if (row != NULL)
    return row;
  row = ONWARD_DUE_ROW (onward_due_row_new ());
  g_signal_connect_object (row, "expired", G_CALLBACK (row_expired_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "select", G_CALLBACK (row_select_cb), self, G_CONNECT_SWAPPED);
  return row;
}

/* What a row has taken is NULL in the list. */
static void
free_due (gpointer due)
{
  if (due != NULL)
    onward_due_free (due);
}

/* How many of the follow-ups from this one on, not placed yet, are to its person. */
static guint
count_to_person (GPtrArray *dues, guint first, guint n)
{
  gint64 contact = ((OnwardDue *)dues->pdata[first])->contact;
  guint count = 0;

  for (guint i = first; contact != 0 && i < n; i++)
    count += dues->pdata[i] != NULL && ((OnwardDue *)dues->pdata[i])->contact == contact;
  return count;
}

static void
add_due (OnwardDueSection *self, GPtrArray *order, OnwardStore *store, OnwardDue *due, gboolean visible)
{
  OnwardDueRow *row = ensure_row (self, due->id);

  onward_due_row_set_due (row, store, due);
  if (self->alone)
    onward_due_row_ensure_buttons (row);
  gtk_widget_set_visible (GTK_WIDGET (row), visible);
  g_ptr_array_add (order, g_object_ref_sink (row));
}

/* Several follow-ups to one person stand together below a row of their own, at the place of the first. */
static void
add_group (OnwardDueSection *self, GPtrArray *order, OnwardStore *store, GPtrArray *dues, guint first, guint n)
{
  OnwardDue *due = dues->pdata[first];
  gint64 contact = due->contact;
  OnwardDueGroup *group = find_row (self, -contact);

  if (group == NULL)
    group = ONWARD_DUE_GROUP (onward_due_group_new (contact));
  onward_due_group_set_words (group, due->contact_name != NULL ? due->contact_name : "",
                              count_to_person (dues, first, n));
  g_ptr_array_add (order, g_object_ref_sink (group));
  for (guint i = first; i < n; i++)
    {
      OnwardDue *member = dues->pdata[i];

      if (member == NULL || member->contact != contact)
        continue;
      dues->pdata[i] = NULL;
      add_due (self, order, store, member, onward_due_group_get_open (group));
    }
}

/* What was done a moment ago stays at its place. */
static void
keep_done (OnwardDueSection *self, GPtrArray *order)
{
  int i = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row), i++)
    if (ONWARD_IS_DUE_ROW (row) && onward_due_row_is_done (ONWARD_DUE_ROW (row))
        && !g_ptr_array_find (order, row, NULL))
      g_ptr_array_insert (order, MIN (i, (int)order->len), g_object_ref (row));
}

/* Rows that stay are not touched, so that the focus and an open popover stay as well. */
static void
apply_order (OnwardDueSection *self, GPtrArray *order)
{
  GtkWidget *next;

  /* What goes goes first: then what stays is at its place. */
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL; row = next)
    {
      next = gtk_widget_get_next_sibling (row);
      if (!g_ptr_array_find (order, row, NULL))
        gtk_list_box_remove (self->list, row);
    }
  for (guint i = 0; i < order->len; i++)
    {
      GtkWidget *row = order->pdata[i];

      if ((GtkWidget *)gtk_list_box_get_row_at_index (self->list, (int)i) == row)
        continue;
      if (gtk_widget_get_parent (row) != NULL)
        gtk_list_box_remove (self->list, row);
      gtk_list_box_insert (self->list, row, (int)i);
      if (ONWARD_IS_DUE_ROW (row))
        onward_due_row_was_moved (ONWARD_DUE_ROW (row));
    }
  gtk_widget_set_visible (GTK_WIDGET (self), order->len > 0);
}

static void
set_count (OnwardDueSection *self, guint n)
{
  g_autofree char *count = g_strdup_printf ("%u", n);

  gtk_label_set_label (self->count, count);
}

static void
row_activated_cb (OnwardDueSection *self, GtkListBoxRow *row)
{
  if (ONWARD_IS_DUE_ROW (row))
    onward_due_row_open (ONWARD_DUE_ROW (row));
  else if (ONWARD_IS_DUE_GROUP (row))
    onward_due_group_set_open (ONWARD_DUE_GROUP (row), !onward_due_group_get_open (ONWARD_DUE_GROUP (row)));
  else
    self->limit += ROWS_AT_A_TIME;
  if (!ONWARD_IS_DUE_ROW (row))
    g_signal_emit (self, signals[OUTDATED], 0);
}

static void
onward_due_section_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  if (property == PROP_TITLE)
    g_value_set_string (value, ONWARD_DUE_SECTION (object)->title);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
}

static void
onward_due_section_set_property (GObject *object, guint property, const GValue *value, GParamSpec *pspec)
{
  OnwardDueSection *self = ONWARD_DUE_SECTION (object);

  if (property != PROP_TITLE)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
      return;
    }
  g_free (self->title);
  self->title = g_value_dup_string (value);
  if (self->list != NULL && self->title != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, self->title, -1);
}

static void
onward_due_section_dispose (GObject *object)
{
  OnwardDueSection *self = ONWARD_DUE_SECTION (object);
  GtkWidget *child;

  g_clear_object (&self->show_more);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (onward_due_section_parent_class)->dispose (object);
}

static void
onward_due_section_finalize (GObject *object)
{
  g_free (ONWARD_DUE_SECTION (object)->title);
  G_OBJECT_CLASS (onward_due_section_parent_class)->finalize (object);
}

static void
onward_due_section_class_init (OnwardDueSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = onward_due_section_get_property;
  object_class->set_property = onward_due_section_set_property;
  object_class->dispose = onward_due_section_dispose;
  object_class->finalize = onward_due_section_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * OnwardDueSection::select:
   * @self: the section
   * @id: the row that has the focus now
   */
  signals[SELECT] = g_signal_new ("select", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT64);

  /**
   * OnwardDueSection::outdated:
   * @self: the section
   *
   * It should be told again what it shows.
   */
  signals[OUTDATED] =
      g_signal_new ("outdated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, ONWARD_RESOURCE_PATH "/ui/due/onward-due-section.ui");
  gtk_widget_class_bind_template_child (widget_class, OnwardDueSection, count);
  gtk_widget_class_bind_template_child (widget_class, OnwardDueSection, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
onward_due_section_init (OnwardDueSection *self)
{
  GtkWidget *label = gtk_label_new (_ ("Show more"));

  self->limit = ROWS_AT_A_TIME;
  self->room = G_MAXUINT;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->show_more = g_object_ref_sink (gtk_list_box_row_new ());
  gtk_widget_set_margin_top (label, 9);
  gtk_widget_set_margin_bottom (label, 9);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self->show_more), label);
}

/**
 * onward_due_section_set_dues:
 * @self: the section
 * @store: where they come from
 * @dues: (transfer full) (element-type OnwardDue): what it shows, in order; as many as onward_due_section_get_limit()
 *   says, or fewer
 * @total: how many there are
 */
void
onward_due_section_set_dues (OnwardDueSection *self, OnwardStore *store, GPtrArray *dues, guint total)
{
  g_autoptr (GPtrArray) order = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = dues->len;

  g_ptr_array_set_free_func (dues, free_due);
  set_count (self, total);
  for (guint i = 0; i < n; i++)
    {
      OnwardDue *due = dues->pdata[i];

      if (due == NULL)
        continue;
      if (count_to_person (dues, i, n) > 1)
        add_group (self, order, store, dues, i, n);
      else
        add_due (self, order, store, g_steal_pointer (&dues->pdata[i]), TRUE);
    }
  if (total > self->limit)
    g_ptr_array_add (order, g_object_ref (self->show_more));
  keep_done (self, order);
  apply_order (self, order);
  g_ptr_array_unref (dues);
}

/**
 * onward_due_section_is_concerned:
 * @self: the section
 * @change: what was changed since it was told what it shows
 *
 * Returns: whether one of its rows may say something else now
 */
gboolean
onward_due_section_is_concerned (OnwardDueSection *self, OnwardDueChange *change)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (ONWARD_IS_DUE_ROW (row) && onward_due_row_get_due (ONWARD_DUE_ROW (row)) != NULL
        && onward_due_change_concerns (change, onward_due_row_get_due (ONWARD_DUE_ROW (row))))
      return TRUE;
  return FALSE;
}

/**
 * onward_due_section_get_limit:
 * @self: the section
 *
 * Returns: how many rows it has room for now
 */
guint
onward_due_section_get_limit (OnwardDueSection *self)
{
  return MIN (self->limit, self->room);
}

/**
 * onward_due_section_set_room:
 * @self: the section
 * @rows: how many rows are made when it is told next what it shows; G_MAXUINT = all that it has to show
 */
void
onward_due_section_set_room (OnwardDueSection *self, guint rows)
{
  self->room = rows;
}

/**
 * onward_due_section_set_alone:
 * @self: the section
 * @alone: whether the pane is a view of its own, in a window where nothing points: every row has its buttons
 */
void
onward_due_section_set_alone (OnwardDueSection *self, gboolean alone)
{
  self->alone = alone;
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL && alone;
       row = gtk_widget_get_next_sibling (row))
    if (ONWARD_IS_DUE_ROW (row))
      onward_due_row_ensure_buttons (ONWARD_DUE_ROW (row));
}

/**
 * onward_due_section_set_waiting:
 * @self: the section
 * @waiting: (element-type OnwardWaiting): who has promised an answer, in order
 * @today: the user's day
 */
void
onward_due_section_set_waiting (OnwardDueSection *self, GPtrArray *waiting, int today)
{
  g_autoptr (GPtrArray) order = g_ptr_array_new_with_free_func (g_object_unref);

  set_count (self, waiting->len);
  for (guint i = 0; i < MIN (waiting->len, self->limit); i++)
    {
      const OnwardWaiting *one = waiting->pdata[i];
      OnwardDueRow *row = ensure_row (self, one->opportunity);

      onward_due_row_set_waiting (row, one, today);
      g_ptr_array_add (order, g_object_ref_sink (row));
    }
  if (waiting->len > self->limit)
    g_ptr_array_add (order, g_object_ref (self->show_more));
  apply_order (self, order);
}

/**
 * onward_due_section_find:
 * @self: the section
 * @id: a follow-up
 *
 * Returns: (transfer none) (nullable): its row, when it is in sight
 */
OnwardDueRow *
onward_due_section_find (OnwardDueSection *self, gint64 id)
{
  GtkWidget *row = find_row (self, id);

  return row != NULL && gtk_widget_get_visible (row) ? ONWARD_DUE_ROW (row) : NULL;
}

/**
 * onward_due_section_reveal:
 * @self: the section
 * @id: a follow-up
 *
 * Returns: (transfer none) (nullable): its row; a closed group around it is opened
 */
OnwardDueRow *
onward_due_section_reveal (OnwardDueSection *self, gint64 id)
{
  GtkWidget *row = find_row (self, id);

  for (GtkWidget *group = row; group != NULL; group = gtk_widget_get_prev_sibling (group))
    if (ONWARD_IS_DUE_GROUP (group) && !gtk_widget_get_visible (row))
      {
        onward_due_group_set_open (ONWARD_DUE_GROUP (group), TRUE);
        g_signal_emit (self, signals[OUTDATED], 0);
        gtk_widget_set_visible (row, TRUE);
      }
  return (OnwardDueRow *)row;
}

/**
 * onward_due_section_get_first:
 * @self: the section
 *
 * Returns: (transfer none) (nullable): the first row or group that is not done
 */
GtkWidget *
onward_due_section_get_first (OnwardDueSection *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (gtk_widget_get_visible (row) && !(ONWARD_IS_DUE_ROW (row) && onward_due_row_is_done (ONWARD_DUE_ROW (row))))
      return row;
  return NULL;
}

/**
 * onward_due_section_select:
 * @self: the section
 * @id: the follow-up whose row shows its buttons; 0 = none
 */
void
onward_due_section_select (OnwardDueSection *self, gint64 id)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (ONWARD_IS_DUE_ROW (row))
      onward_due_row_set_selected (ONWARD_DUE_ROW (row), id != 0 && onward_due_row_get_id (ONWARD_DUE_ROW (row)) == id);
}
