/* field-set.h - what a person wrote into rows, set in the chart.
 *
 * A step's lane and phase, a failure point's place and a phase's columns are more than
 * values: setting them moves things, and makes room.
 */
#pragma once

#include "model/ops.h"

G_BEGIN_DECLS

/**
 * tl_field_set:
 * @chart: a chart with an open transaction
 * @fields: of the record's class, each once
 * @texts: what a person wrote for each, as tl_field_text() gives it
 *
 * On failure the caller aborts: a part may be set already.
 *
 * Returns: whether all were set; they may be valid only together
 */
gboolean tl_field_set (TlChart               *chart,
                       TlId                   id,
                       const TlField * const *fields,
                       const char * const    *texts,
                       guint                  n,
                       GError               **error);

G_END_DECLS
