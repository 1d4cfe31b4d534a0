/* onward-part-row.c - somebody's part in an opportunity */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-part-row.h"

#include "contacts/onward-contact-words.h"
#include "shared/onward-accessible.h"
#include "shared/onward-chip.h"
#include "shared/onward-popover.h"

#include <glib/gi18n-lib.h>

struct _OnwardPartRow
{
  GtkListBoxRow parent_instance;

  AdwAvatar *avatar;
  GtkLabel *name;
  GtkLabel *role;
  AdwBin *chip;
  GtkMenuButton *more;
};

G_DEFINE_FINAL_TYPE (OnwardPartRow, onward_part_row, GTK_TYPE_LIST_BOX_ROW)

static void
onward_part_row_class_init (OnwardPartRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, ONWARD_RESOURCE_PATH "/ui/pipeline/onward-part-row.ui");
  gtk_widget_class_bind_template_child (widget_class, OnwardPartRow, avatar);
  gtk_widget_class_bind_template_child (widget_class, OnwardPartRow, name);
  gtk_widget_class_bind_template_child (widget_class, OnwardPartRow, role);
  gtk_widget_class_bind_template_child (widget_class, OnwardPartRow, chip);
  gtk_widget_class_bind_template_child (widget_class, OnwardPartRow, more);
}

static void
onward_part_row_init (OnwardPartRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The role, and the one thing about them that counts most here. */
static char *
describe (const OnwardPart *part, gboolean promised)
{
  g_autofree char *role = part->role != NULL ? onward_contact_words_get_role (part->role) : NULL;
  g_autofree char *more = NULL;

  if (promised)
    more = g_strdup (_ ("gave the promise"));
  else if (part->introduced && role != NULL)
    more = g_strdup (_ ("introduced you"));
  else if (part->n_met > 1)
    more = g_strdup_printf (ngettext ("met %u time", "met %u times", part->n_met), part->n_met);
  else if (part->n_met == 1)
    more = g_strdup (_ ("met once"));
  if (role == NULL)
    return g_strdup (part->introduced ? _ ("Introduced you") : more != NULL ? more : "");
  return more != NULL ? g_strdup_printf ("%s · %s", role, more) : g_steal_pointer (&role);
}

static void
append_change (GMenu *menu, const char *words, gint64 opportunity, gint64 contact, const char *role)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (words, NULL);

  g_menu_item_set_action_and_target (item, "win.change-part", "(xxs)", opportunity, contact, role);
  g_menu_append_item (menu, item);
}

/**
 * onward_part_row_set_menu:
 * @self: a row
 * @part: whose it is
 * @opportunity: the opportunity
 * @named: whether they are named for it, and not only met in its interviews: they can be taken off then
 *
 * Offers the roles they can have in it.
 */
void
onward_part_row_set_menu (OnwardPartRow *self, const OnwardPart *part, gint64 opportunity, gboolean named)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) roles_section = g_menu_new ();
  g_autoptr (GMenu) remove = g_menu_new ();
  g_autofree char *label =
      g_strdup_printf (_ ("More about: %s"), part->name != NULL ? part->name : _ ("Name not known yet"));
  guint n;
  const OnwardChoice *roles = onward_contact_words_get_roles (&n);

  for (guint i = 0; i < n; i++)
    append_change (roles_section, _ (roles[i].words), opportunity, part->contact, roles[i].value);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (roles_section));
  if (named)
    {
      append_change (remove, _ ("_Remove"), opportunity, part->contact, "");
      g_menu_append_section (menu, NULL, G_MENU_MODEL (remove));
    }
  onward_popover_set_menu (self->more, G_MENU_MODEL (menu));
  onward_accessible_set_label (GTK_WIDGET (self->more), label);
}

/**
 * onward_part_row_new:
 * @part: somebody
 * @promised: whether they gave the promise in force
 *
 * Returns: (transfer floating): their row
 */
GtkWidget *
onward_part_row_new (const OnwardPart *part, gboolean promised)
{
  OnwardPartRow *self = g_object_new (ONWARD_TYPE_PART_ROW, NULL);
  const char *name = part->name != NULL ? part->name : _ ("Name not known yet");
  g_autofree char *words = describe (part, promised);
  g_autofree char *label = *words != '\0' ? g_strdup_printf ("%s, %s", name, words) : g_strdup (name);

  adw_avatar_set_text (self->avatar, part->name);
  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->role, words);
  gtk_widget_set_visible (GTK_WIDGET (self->role), *words != '\0');
  if (part->clicked)
    adw_bin_set_child (self->chip, onward_chip_new ("onward-hook-symbolic", _ ("Clicked"), "calm"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.open-contact");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "x", part->contact);
  onward_accessible_set_label (GTK_WIDGET (self), label);
  return GTK_WIDGET (self);
}
