/* onward-effect-bar.c - what changed numbers would do to the open follow-ups, before they apply */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-effect-bar.h"

#include "playbook/onward-dates.h"

#include <glib/gi18n-lib.h>

struct _OnwardEffectBar
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *words;
  GtkWidget *show;
  GtkListBox *rows;
};

G_DEFINE_FINAL_TYPE (OnwardEffectBar, onward_effect_bar, GTK_TYPE_WIDGET)

static int
get_day (const char *wall)
{
  gint64 moment;

  return wall != NULL && onward_wall_parse (wall, &moment) ? onward_wall_day (moment) : ONWARD_NO_DAY;
}

/* The day to which all that move would move; none when they go to several. */
static int
find_common_day (const OnwardSettingsEffect *effect)
{
  int day = ONWARD_NO_DAY;

  for (guint i = 0; i < effect->rows->len; i++)
    {
      const OnwardEffectRow *row = effect->rows->pdata[i];

      if (row->kind != ONWARD_EFFECT_MOVED)
        continue;
      if (day != ONWARD_NO_DAY && day != get_day (row->new_remind_at))
        return ONWARD_NO_DAY;
      day = get_day (row->new_remind_at);
    }
  return day;
}

static void
append_moved (GString *words, const OnwardSettingsEffect *effect, int today)
{
  int day = find_common_day (effect);
  g_autofree char *date = day != ONWARD_NO_DAY ? onward_dates_format_sentence (day, today) : NULL;

  if (effect->n_moved == 0)
    return;
  if (date != NULL)
    /* Translators: %s is a day */
    g_string_append_printf (
        words,
        ngettext ("%u open follow-up would move to %s.", "%u open follow-ups would move to %s.", effect->n_moved),
        effect->n_moved, date);
  else
    g_string_append_printf (
        words, ngettext ("%u open follow-up would move.", "%u open follow-ups would move.", effect->n_moved),
        effect->n_moved);
}

static void
append_sentence (GString *words, char *sentence)
{
  if (words->len > 0)
    g_string_append_c (words, ' ');
  g_string_append (words, sentence);
  g_free (sentence);
}

/**
 * onward_effect_bar_describe:
 * @effect: what would change
 * @today: the user's day
 *
 * Returns: (transfer full): it in a sentence or a few
 */
char *
onward_effect_bar_describe (const OnwardSettingsEffect *effect, int today)
{
  GString *words = g_string_new (NULL);

  append_moved (words, effect, today);
  if (effect->n_cancelled > 0)
    append_sentence (words, g_strdup_printf (ngettext ("%u would not be asked for any more.",
                                                       "%u would not be asked for any more.", effect->n_cancelled),
                                             effect->n_cancelled));
  if (effect->n_opened > 0)
    append_sentence (
        words, g_strdup_printf (ngettext ("%u would be new.", "%u would be new.", effect->n_opened), effect->n_opened));
  if (words->len == 0)
    g_string_append (words, _ ("No open follow-up would change."));
  return g_string_free (words, FALSE);
}

static char *
describe_row (const OnwardEffectRow *row, int today)
{
  int from = get_day (row->remind_at);
  int to = get_day (row->new_remind_at);
  g_autofree char *from_words = from != ONWARD_NO_DAY ? onward_dates_format_sentence (from, today) : NULL;
  g_autofree char *to_words = to != ONWARD_NO_DAY ? onward_dates_format_sentence (to, today) : NULL;

  if (row->kind == ONWARD_EFFECT_CANCELLED || to_words == NULL)
    return g_strdup (_ ("Not asked for any more"));
  if (row->kind == ONWARD_EFFECT_OPENED || from_words == NULL)
    /* Translators: a day: a follow-up that would be new */
    return g_strdup_printf (_ ("New, on %s"), to_words);
  if (from == to)
    /* Translators: a day: a follow-up that stays on its day, at another time */
    return g_strdup_printf (_ ("On %s, at another time"), to_words);
  /* Translators: two days: a follow-up that would move */
  return g_strdup_printf (_ ("From %s to %s"), from_words, to_words);
}

static void
append_row (OnwardEffectBar *self, const OnwardEffectRow *effect, int today)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *title = gtk_label_new (effect->title != NULL ? effect->title : effect->key);
  g_autofree char *words = describe_row (effect, today);
  g_autofree char *name = g_strdup_printf ("%s: %s", gtk_label_get_text (GTK_LABEL (title)), words);
  GtkWidget *what = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_xalign (GTK_LABEL (what), 0);
  gtk_label_set_wrap (GTK_LABEL (what), TRUE);
  gtk_widget_add_css_class (what, "caption");
  gtk_widget_add_css_class (what, "dim-label");
  gtk_widget_add_css_class (row, "compact-row");
  gtk_box_append (GTK_BOX (lines), title);
  gtk_box_append (GTK_BOX (lines), what);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), lines);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (self->rows, row);
}

static void
onward_effect_bar_dispose (GObject *object)
{
  g_clear_pointer (&ONWARD_EFFECT_BAR (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (onward_effect_bar_parent_class)->dispose (object);
}

static void
onward_effect_bar_class_init (OnwardEffectBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = onward_effect_bar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ONWARD_RESOURCE_PATH "/ui/preferences/onward-effect-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, OnwardEffectBar, box);
  gtk_widget_class_bind_template_child (widget_class, OnwardEffectBar, words);
  gtk_widget_class_bind_template_child (widget_class, OnwardEffectBar, show);
  gtk_widget_class_bind_template_child (widget_class, OnwardEffectBar, rows);
}

static void
onward_effect_bar_init (OnwardEffectBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * onward_effect_bar_show:
 * @self: the bar
 * @effect: what would change
 * @today: the user's day
 *
 * Says so, with each follow-up under a button.
 */
void
onward_effect_bar_show (OnwardEffectBar *self, OnwardSettingsEffect *effect, int today)
{
  g_autofree char *words = onward_effect_bar_describe (effect, today);
  GtkWidget *child;

  gtk_label_set_label (self->words, words);
  gtk_widget_set_visible (self->show, effect->rows->len > 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_list_box_remove (self->rows, child);
  for (guint i = 0; i < effect->rows->len; i++)
    append_row (self, effect->rows->pdata[i], today);
}

/**
 * onward_effect_bar_show_problem:
 * @self: the bar
 * @problem: why these numbers are not possible
 */
void
onward_effect_bar_show_problem (OnwardEffectBar *self, const char *problem)
{
  gtk_label_set_label (self->words, problem);
  gtk_widget_set_visible (self->show, FALSE);
}

/**
 * onward_effect_bar_set_narrow:
 * @self: the bar
 * @narrow: whether the buttons stand below the words
 */
void
onward_effect_bar_set_narrow (OnwardEffectBar *self, gboolean narrow)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}
