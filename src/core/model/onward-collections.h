/* onward-collections.h - all record classes, in the order of the exchange format */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-announcement-run.h"
#include "onward-attachment.h"
#include "onward-company.h"
#include "onward-contact.h"
#include "onward-feedback.h"
#include "onward-follow-up.h"
#include "onward-interview.h"
#include "onward-introduction.h"
#include "onward-opportunity.h"
#include "onward-opportunity-person.h"
#include "onward-participant.h"
#include "onward-practice.h"
#include "onward-run-excluded.h"
#include "onward-run-sent.h"
#include "onward-search.h"
#include "onward-stage.h"
#include "onward-stage-event.h"
#include "onward-story.h"
#include "onward-template.h"
#include "onward-touch.h"
#include "onward-touch-contact.h"
#include "onward-value-item.h"

G_BEGIN_DECLS

const GType *onward_collections_get_types (guint *n_types);
GType onward_collections_find_type (const char *table);

G_END_DECLS
