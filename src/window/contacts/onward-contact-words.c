/* onward-contact-words.c - what a person's tier, roles and lines are called on screen */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-contact-words.h"

#include <glib/gi18n-lib.h>

static const OnwardChoice tiers[] = {
  /* Translators: how often to keep in touch */
  { "monthly", NC_ ("tier", "Monthly") },
  { "quarterly", NC_ ("tier", "Quarterly") },
  { "yearly", NC_ ("tier", "Yearly") },
  /* Translators: no longer kept in touch with, for now */
  { "dormant", NC_ ("tier", "Dormant") },
  { "none", NC_ ("tier", "No tier") },
};

static const OnwardChoice roles[] = {
  { "interviewer", N_ ("Interviewer") },
  { "hiring-manager", N_ ("Hiring manager") },
  { "recruiter", N_ ("Recruiter") },
  { "coordinator", N_ ("Coordinator") },
  { "hr", N_ ("HR") },
  { "insider", N_ ("Insider") },
  { "reviewer", N_ ("Reviewer") },
};

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

/**
 * onward_contact_words_get_tiers:
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): the tiers; their words are translated with the context `tier`
 */
const OnwardChoice *
onward_contact_words_get_tiers (guint *n)
{
  *n = G_N_ELEMENTS (tiers);
  return tiers;
}

/**
 * onward_contact_words_get_roles:
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): the roles that a rule of the playbook asks for
 */
const OnwardChoice *
onward_contact_words_get_roles (guint *n)
{
  *n = G_N_ELEMENTS (roles);
  return roles;
}

/**
 * onward_contact_words_get_name:
 * @contact: a person
 *
 * Returns: (transfer full): their name, on one line; other words for somebody without one, as imports may bring
 */
char *
onward_contact_words_get_name (OnwardContact *contact)
{
  char *name;

  if (is_empty (contact->name))
    return g_strdup (_ ("Somebody without a name"));
  name = g_strdup (contact->name);
  return g_strdelimit (name, "\r\n\t", ' ');
}

/**
 * onward_contact_words_get_line:
 * @contact: a person
 * @company: (nullable): where they work
 *
 * Returns: (transfer full): `Engineering manager, Helix Robotics`
 */
char *
onward_contact_words_get_line (OnwardContact *contact, const char *company)
{
  char *line;

  if (is_empty (contact->headline) || is_empty (company))
    line = g_strdup (is_empty (contact->headline) ? company : contact->headline);
  else
    /* Translators: what somebody does, and the company where they do it */
    line = g_strdup_printf (C_ ("person", "%s, %s"), contact->headline, company);
  return line != NULL ? g_strdelimit (line, "\r\n\t", ' ') : g_strdup ("");
}

/**
 * onward_contact_words_get_tier:
 * @tier: (nullable): of the exchange format
 *
 * Returns: (transfer none): what it is called
 */
const char *
onward_contact_words_get_tier (const char *tier)
{
  for (guint i = 0; i < G_N_ELEMENTS (tiers); i++)
    if (g_strcmp0 (tiers[i].value, tier) == 0)
      return g_dpgettext2 (NULL, "tier", tiers[i].words);
  return C_ ("tier", "No tier");
}

/**
 * onward_contact_words_get_role:
 * @role: (nullable): of the exchange format; left out means interviewer
 *
 * Returns: (transfer full): what it is called; a role of the user's own as they wrote it
 */
char *
onward_contact_words_get_role (const char *role)
{
  if (is_empty (role))
    role = "interviewer";
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (g_str_equal (roles[i].value, role))
      return g_strdup (_ (roles[i].words));
  return g_strdup (role);
}

/**
 * onward_contact_words_get_match:
 * @kind: where a search found something
 * @text: what it found
 *
 * Returns: (transfer full): `hook: kayaking`; @text stands at its end
 */
char *
onward_contact_words_get_match (OnwardContactMatchKind kind, const char *text)
{
  switch (kind)
    {
    case ONWARD_CONTACT_MATCH_HOOK:
      /* Translators: a search found this in something personal about somebody; it stays at the end */
      return g_strdup_printf (_ ("hook: %s"), text);
    case ONWARD_CONTACT_MATCH_NOTE:
      /* Translators: a search found this in a note; it stays at the end */
      return g_strdup_printf (_ ("note: %s"), text);
    case ONWARD_CONTACT_MATCH_HOW_MET:
      /* Translators: a search found this in how the user met somebody; it stays at the end */
      return g_strdup_printf (_ ("how you met: %s"), text);
    case ONWARD_CONTACT_MATCH_ADDRESS:
      /* Translators: a search found this in somebody's mail address; it stays at the end */
      return g_strdup_printf (_ ("mail: %s"), text);
    case ONWARD_CONTACT_MATCH_PHONE:
      /* Translators: a search found this in somebody's telephone number; it stays at the end */
      return g_strdup_printf (_ ("phone: %s"), text);
    case ONWARD_CONTACT_MATCH_POSITION:
      /* Translators: a search found this in a company where somebody worked; it stays at the end */
      return g_strdup_printf (_ ("worked at: %s"), text);
    case ONWARD_CONTACT_MATCH_TAG:
      /* Translators: a search found this in a tag; it stays at the end */
      return g_strdup_printf (_ ("tag: %s"), text);
    case ONWARD_CONTACT_MATCH_PRONUNCIATION:
      /* Translators: a search found this in how a name is said; it stays at the end */
      return g_strdup_printf (_ ("pronounced: %s"), text);
    case ONWARD_CONTACT_MATCH_HOME:
      /* Translators: a search found this in somebody's postal address; it stays at the end */
      return g_strdup_printf (_ ("address: %s"), text);
    case ONWARD_CONTACT_MATCH_NONE:
    default:
      return g_strdup (text);
    }
}

/**
 * onward_contact_words_get_cadence:
 * @tier: (nullable): of the exchange format
 * @next: (nullable): the day of the next follow-up that keeps in touch, in words
 *
 * Returns: (transfer full): how often to keep in touch, and when it is next
 */
char *
onward_contact_words_get_cadence (const char *tier, const char *next)
{
  if (g_strcmp0 (tier, "dormant") == 0)
    return g_strdup (_ ("Not kept in touch with for now"));
  if (g_strcmp0 (tier, "monthly") == 0)
    return next != NULL ? g_strdup_printf (_ ("Keep in touch every month – next on %s"), next)
                        : g_strdup (_ ("Keep in touch every month"));
  if (g_strcmp0 (tier, "quarterly") == 0)
    return next != NULL ? g_strdup_printf (_ ("Keep in touch every three months – next on %s"), next)
                        : g_strdup (_ ("Keep in touch every three months"));
  if (g_strcmp0 (tier, "yearly") == 0)
    return next != NULL ? g_strdup_printf (_ ("Keep in touch every year – next on %s"), next)
                        : g_strdup (_ ("Keep in touch every year"));
  return g_strdup (_ ("No reminder to keep in touch"));
}
