/* sanitizer-quarks.c - keeps LeakSanitizer from taking GLib's first table of quarks for a leak */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* GLib 2.74 leaves its first table, of 2048 names, behind on purpose when one more is needed; a program with GTK needs
 * more. It is made before main (), deep in a library without names, so no suppression can tell it from another block:
 * the first block of its size is remembered here, which makes it reachable. In builds with the sanitizer only. */

#include <stddef.h>

/* Of the sanitizer's run-time library; its header is not in every package. */
int __sanitizer_install_malloc_and_free_hooks (void (*allocated) (const volatile void *block, size_t size),
                                               void (*freed) (const volatile void *block));

static const volatile void *table;

static void
remember_block (const volatile void *block, size_t size)
{
  if (table == NULL && size == 2048 * sizeof (char *))
    table = block;
}

static void
forget_block (const volatile void *block)
{
}

static void
install_hooks (void)
{
  __sanitizer_install_malloc_and_free_hooks (remember_block, forget_block);
}

/* Before the constructors of the libraries. */
__attribute__ ((section (".preinit_array"), used)) static void (*const preinit) (void) = install_hooks;
