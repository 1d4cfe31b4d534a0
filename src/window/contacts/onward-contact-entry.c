/* onward-contact-entry.c - asks for one entry of a person's lists: an address, a position, a hook */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-contact-entry.h"

#include "onward-window.h"
#include "playbook/onward-wall.h"
#include "shared/onward-accessible.h"
#include "shared/onward-popover.h"
#include "store/onward-contact-changes.h"
#include "store/onward-json-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_PARTS 4

typedef enum
{
  PART_TEXT,
  PART_MAIL,
  PART_PHONE,
  PART_URL,
  PART_DAY,
  PART_LABEL, /* what kind of address it is */
} PartKind;

/* @name is the member of the entry; NULL = the entry is a text and not an object. */
typedef struct
{
  const char *name;
  const char *words;
  PartKind kind;
} Part;

static const struct
{
  const char *member;
  const char *add, *change, *remove, *removed;
  Part parts[MOST_PARTS];
} kinds[] = {
  { "emails",
    N_ ("Add a mail address"),
    N_ ("Change a mail address"),
    N_ ("Remove a mail address"),
    N_ ("Mail address removed"),
    { { "value", N_ ("Mail address"), PART_MAIL }, { "label", N_ ("What kind"), PART_LABEL } } },
  { "phones",
    N_ ("Add a telephone number"),
    N_ ("Change a telephone number"),
    N_ ("Remove a telephone number"),
    N_ ("Telephone number removed"),
    { { "value", N_ ("Telephone"), PART_PHONE }, { "label", N_ ("What kind"), PART_LABEL } } },
  { "urls",
    N_ ("Add a web address"),
    N_ ("Change a web address"),
    N_ ("Remove a web address"),
    N_ ("Web address removed"),
    { { "value", N_ ("Web or LinkedIn"), PART_URL }, { "label", N_ ("What kind"), PART_LABEL } } },
  { "positions",
    N_ ("Add a position"),
    N_ ("Change a position"),
    N_ ("Remove a position"),
    N_ ("Position removed"),
    { { "title", N_ ("What they did"), PART_TEXT },
      { "company", N_ ("Company"), PART_TEXT },
      { "from", N_ ("From, such as 2019 or 2019-03"), PART_DAY },
      { "to", N_ ("Until; empty means still"), PART_DAY } } },
  { "hooks",
    N_ ("Add a hook"),
    N_ ("Change a hook"),
    N_ ("Remove a hook"),
    N_ ("Hook removed"),
    { { NULL, N_ ("Hook"), PART_TEXT } } },
};

static const struct
{
  const char *value;
  const char *words;
} labels[] = { { "work", N_ ("work") }, { "home", N_ ("home") }, { "mobile", N_ ("mobile") }, { "", N_ ("other") } };

/* What is asked for, as long as its popover is open. */
typedef struct
{
  GtkWidget *parent; /* outlives its popover */
  GtkPopover *popover;
  guint kind;
  gint64 contact;
  char *was;       /* JSON; NULL = new */
  JsonNode *entry; /* what is changed, with the members that nobody asks for */
  GtkWidget *fields[MOST_PARTS];
} Question;

static void
free_question (gpointer data)
{
  Question *question = data;

  g_free (question->was);
  g_clear_pointer (&question->entry, json_node_unref);
  g_free (question);
}

static int
find_kind (const char *member)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].member, member))
      return (int)i;
  return -1;
}

static JsonObject *
get_object (JsonNode *entry)
{
  return entry != NULL && JSON_NODE_HOLDS_OBJECT (entry) ? json_node_get_object (entry) : NULL;
}

/* The text of one part as it is stored; "" for none. */
static const char *
get_stored (JsonNode *entry, const Part *part)
{
  JsonObject *object = get_object (entry);

  if (part->name == NULL)
    return entry != NULL && JSON_NODE_HOLDS_VALUE (entry) && json_node_get_string (entry) != NULL
               ? json_node_get_string (entry)
               : "";
  return object != NULL ? json_object_get_string_member_with_default (object, part->name, "") : "";
}

/* A year for its first day, as it was typed. */
static char *
shorten_day (const char *day)
{
  if (strlen (day) == 10 && g_str_has_suffix (day, "-01-01"))
    return g_strndup (day, 4);
  return g_strndup (day, strlen (day) == 10 && g_str_has_suffix (day, "-01") ? 7 : strlen (day));
}

static void
set_label_choices (GtkDropDown *drop_down, const char *stored)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  guint selected = G_N_ELEMENTS (labels);

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      gtk_string_list_append (list, _ (labels[i].words));
      if (g_str_equal (labels[i].value, stored))
        selected = i;
    }
  /* A word of the user's own, or from an import. */
  if (selected == G_N_ELEMENTS (labels))
    gtk_string_list_append (list, stored);
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (drop_down, selected);
}

static JsonObject *
copy_members (JsonObject *stored)
{
  JsonObject *object = json_object_new ();
  g_autoptr (GList) members = stored != NULL ? json_object_get_members (stored) : NULL;

  for (GList *member = members; member != NULL; member = member->next)
    json_object_set_member (object, member->data, json_object_dup_member (stored, member->data));
  return object;
}

/* What stands in one field, as it is stored; NULL when it is no day and should be one. */
static char *
read_field (Question *question, guint i)
{
  const Part *part = &kinds[question->kind].parts[i];
  g_autofree char *typed = NULL;
  guint selected;

  if (part->kind == PART_LABEL)
    {
      selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (question->fields[i]));
      return g_strdup (selected < G_N_ELEMENTS (labels) ? labels[selected].value : get_stored (question->entry, part));
    }
  typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (question->fields[i]))));
  if (part->kind != PART_DAY || *typed == '\0')
    return g_steal_pointer (&typed);
  return onward_contact_entry_read_day (typed);
}

/* The entry as it was typed, as JSON; NULL for nothing. FALSE when something cannot be read. */
static gboolean
read_entry (Question *question, char **becomes)
{
  const Part *parts = kinds[question->kind].parts;
  g_autoptr (JsonObject) object = copy_members (get_object (question->entry));
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean said = FALSE;

  for (guint i = 0; i < MOST_PARTS && question->fields[i] != NULL; i++)
    {
      g_autofree char *typed = read_field (question, i);

      if (typed == NULL)
        {
          gtk_widget_add_css_class (question->fields[i], "error");
          gtk_widget_grab_focus (question->fields[i]);
          return FALSE;
        }
      said = said || (*typed != '\0' && parts[i].kind != PART_LABEL);
      if (parts[i].name == NULL)
        onward_json_append_text (text, typed);
      else if (*typed != '\0')
        json_object_set_string_member (object, parts[i].name, typed);
      else
        json_object_remove_member (object, parts[i].name);
    }
  if (said)
    *becomes = text->len > 0 ? g_strdup (text->str) : onward_json_object_to_text (object);
  return TRUE;
}

static void
run (GtkWidget *widget, guint kind, gint64 contact, const char *was, const char *becomes)
{
  const char *label = was == NULL ? kinds[kind].add : becomes == NULL ? kinds[kind].remove : kinds[kind].change;

  onward_window_run_full (widget, _ (label), becomes == NULL ? _ (kinds[kind].removed) : NULL, onward_contacts_set_item,
                          onward_contact_item_new (contact, kinds[kind].member, was, becomes),
                          (GDestroyNotify)onward_contact_item_free, NULL, NULL);
}

static void
become (Question *question, const char *becomes)
{
  GtkPopover *popover = question->popover;

  if ((question->was != NULL || becomes != NULL) && g_strcmp0 (question->was, becomes) != 0)
    run (question->parent, question->kind, question->contact, question->was, becomes);
  gtk_popover_popdown (popover);
}

static void
keep_cb (Question *question)
{
  g_autofree char *becomes = NULL;

  if (read_entry (question, &becomes))
    become (question, becomes);
}

static void
remove_cb (Question *question)
{
  become (question, NULL);
}

static GtkInputPurpose
get_purpose (PartKind kind)
{
  switch (kind)
    {
    case PART_MAIL:
      return GTK_INPUT_PURPOSE_EMAIL;
    case PART_PHONE:
      return GTK_INPUT_PURPOSE_PHONE;
    case PART_URL:
      return GTK_INPUT_PURPOSE_URL;
    case PART_TEXT:
    case PART_DAY:
    case PART_LABEL:
    default:
      return GTK_INPUT_PURPOSE_FREE_FORM;
    }
}

static GtkWidget *
create_field (Question *question, const Part *part)
{
  const char *stored = get_stored (question->entry, part);
  g_autofree char *shown = part->kind == PART_DAY ? shorten_day (stored) : g_strdup (stored);
  GtkWidget *field;

  if (part->kind == PART_LABEL)
    {
      field = gtk_drop_down_new (NULL, NULL);
      set_label_choices (GTK_DROP_DOWN (field), question->entry != NULL ? stored : "work");
      onward_accessible_set_choice_label (GTK_DROP_DOWN (field), _ (part->words));
      return field;
    }
  field = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (field), shown);
  gtk_editable_set_width_chars (GTK_EDITABLE (field), 30);
  gtk_entry_set_placeholder_text (GTK_ENTRY (field), _ (part->words));
  gtk_entry_set_input_purpose (GTK_ENTRY (field), get_purpose (part->kind));
  onward_accessible_set_label (field, _ (part->words));
  g_signal_connect_swapped (field, "activate", G_CALLBACK (keep_cb), question);
  return field;
}

static GtkWidget *
create_buttons (Question *question)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *keep = gtk_button_new_with_mnemonic (_ ("_Keep"));

  gtk_widget_set_hexpand (keep, TRUE);
  gtk_widget_set_halign (keep, GTK_ALIGN_END);
  g_signal_connect_swapped (keep, "clicked", G_CALLBACK (keep_cb), question);
  if (question->was != NULL)
    {
      GtkWidget *remove = gtk_button_new_with_mnemonic (_ ("_Remove"));

      gtk_widget_add_css_class (remove, "flat");
      g_signal_connect_swapped (remove, "clicked", G_CALLBACK (remove_cb), question);
      gtk_box_append (GTK_BOX (box), remove);
    }
  gtk_box_append (GTK_BOX (box), keep);
  return box;
}

/**
 * onward_contact_entry_has:
 * @member: a member of the exchange format
 *
 * Returns: whether its entries can be asked for
 */
gboolean
onward_contact_entry_has (const char *member)
{
  return find_kind (member) >= 0;
}

/**
 * onward_contact_entry_ask:
 * @parent: the page; takes away the children it does not know when it is disposed
 * @at: (nullable): what the question points to; in @parent
 * @contact: a row of contacts
 * @member: a list that onward_contact_entry_has()
 * @entry: (nullable): what is changed, as JSON; NULL or empty adds one
 *
 * Opens a popover; what is kept is one step of Undo. Emptied, an entry is removed.
 */
void
onward_contact_entry_ask (GtkWidget *parent, GtkWidget *at, gint64 contact, const char *member, const char *entry)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  Question *question = g_new0 (Question, 1);
  graphene_rect_t bounds;

  question->parent = parent;
  question->kind = (guint)find_kind (member);
  question->contact = contact;
  question->was = entry != NULL && *entry != '\0' ? g_strdup (entry) : NULL;
  question->entry = question->was != NULL ? onward_json_parse (question->was, -1, NULL) : NULL;
  for (guint i = 0; i < MOST_PARTS && kinds[question->kind].parts[i].words != NULL; i++)
    {
      question->fields[i] = create_field (question, &kinds[question->kind].parts[i]);
      gtk_box_append (GTK_BOX (box), question->fields[i]);
    }
  gtk_box_append (GTK_BOX (box), create_buttons (question));
  question->popover = onward_popover_show (parent, box);
  g_object_set_data_full (G_OBJECT (question->popover), "onward-question", question, free_question);
  if (at != NULL && gtk_widget_compute_bounds (at, parent, &bounds))
    gtk_popover_set_pointing_to (question->popover, &(GdkRectangle){ (int)bounds.origin.x, (int)bounds.origin.y,
                                                                     (int)bounds.size.width, (int)bounds.size.height });
  gtk_widget_grab_focus (question->fields[0]);
}

/**
 * onward_contact_entry_remove:
 * @widget: a widget in the window
 * @contact: a row of contacts
 * @member: a list that onward_contact_entry_has()
 * @entry: what goes, as JSON
 *
 * Says so, with Undo.
 */
void
onward_contact_entry_remove (GtkWidget *widget, gint64 contact, const char *member, const char *entry)
{
  run (widget, (guint)find_kind (member), contact, entry, NULL);
}

/**
 * onward_contact_entry_read_day:
 * @text: a year, a month or a day, as ISO 8601 writes them
 *
 * Returns: (transfer full) (nullable): its first day, YYYY-MM-DD; NULL when it is none of these
 */
char *
onward_contact_entry_read_day (const char *text)
{
  static const char *const rests[] = { "", "-01", "-01-01" };
  int day;

  for (guint i = 0; i < G_N_ELEMENTS (rests); i++)
    {
      g_autofree char *whole = g_strconcat (text, rests[i], NULL);

      if (onward_day_parse (whole, &day))
        return g_steal_pointer (&whole);
    }
  return NULL;
}
