/* chart-index.h - what belongs to what, looked up at once: the failure points of a step, the
 * recovery procedures of a failure point, the ways out of a step.
 *
 * A picture of the chart at one moment; make another when the chart has changed.
 */
#pragma once

#include "app/editor.h"

G_BEGIN_DECLS

typedef struct _TlChartIndex TlChartIndex;

TlChartIndex *tl_chart_index_new        (TlEditor           *editor) G_GNUC_WARN_UNUSED_RESULT;
void          tl_chart_index_free       (TlChartIndex       *self);

/* In order of their numbers; of connectors in document order.  Lent; never NULL. */
const GArray *tl_chart_index_failures   (const TlChartIndex *self,
                                         TlId                at);
const GArray *tl_chart_index_recoveries (const TlChartIndex *self,
                                         TlId                failure);
const GArray *tl_chart_index_exits      (const TlChartIndex *self,
                                         TlId                step);

/* A step as it is read aloud: its number, label, lane, what follows, its failure points
 * with their priority, and whether the way on crosses the line of visibility. */
char         *tl_chart_index_speak_step (const TlChartIndex *self,
                                         TlEditor           *editor,
                                         TlId                id) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlChartIndex, tl_chart_index_free)

G_END_DECLS
