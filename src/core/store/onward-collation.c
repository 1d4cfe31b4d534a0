/* onward-collation.c - the order of names: collation keys in one recorded locale */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-collation.h"

#include <locale.h>
#include <string.h>

struct _OnwardCollation
{
  locale_t locale;
};

/**
 * onward_collation_new:
 * @locale: (nullable): a locale's name, such as `de_DE.UTF-8`
 *
 * Returns: (transfer full) (nullable): the order of that locale; NULL when @locale is NULL or not on this machine
 */
OnwardCollation *
onward_collation_new (const char *locale)
{
  OnwardCollation *self;
  locale_t handle;

  if (locale == NULL)
    return NULL;
  handle = newlocale (LC_COLLATE_MASK | LC_CTYPE_MASK, locale, (locale_t)0);
  if (handle == (locale_t)0)
    return NULL;
  self = g_new0 (OnwardCollation, 1);
  self->locale = handle;
  return self;
}

/**
 * onward_collation_free:
 * @self: (transfer full): an order
 */
void
onward_collation_free (OnwardCollation *self)
{
  freelocale (self->locale);
  g_free (self);
}

/**
 * onward_collation_get_key:
 * @self: (nullable): an order
 * @text: (nullable): a name
 *
 * Names of different case sort together also in a locale that orders by code point.
 *
 * Returns: (transfer full) (nullable): bytes that compare as the names should; NULL without an order or a name, which
 *   leaves the key for a program that knows the locale
 */
GBytes *
onward_collation_get_key (OnwardCollation *self, const char *text)
{
  g_autofree char *folded = NULL;
  char *key;
  gsize size;

  if (self == NULL || text == NULL)
    return NULL;
  folded = g_utf8_casefold (text, -1);
  size = strxfrm_l (NULL, folded, 0, self->locale) + 1;
  key = g_malloc (size);
  strxfrm_l (key, folded, size, self->locale);
  return g_bytes_new_take (key, size - 1);
}
