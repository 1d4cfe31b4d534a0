/* onward-preparation-paper.h - the preparation of an interview on one page of paper */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-preparation.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkPrintOperation *onward_preparation_paper_create_operation (OnwardPreparation *preparation, OnwardStore *store);

G_END_DECLS
