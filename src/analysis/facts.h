/* facts.h - what several rules ask of a chart, worked out once.
 *
 * Borrows the chart and its records: good until the chart changes.  What is indexed is
 * so by handle, and asking costs one look.
 */
#pragma once

#include "analysis/flow.h"
#include "analysis/happy-path.h"
#include "analysis/survey.h"

G_BEGIN_DECLS

/* Records by the handle they hang on, in document order. */
typedef struct {
  guint       *first;   /* by handle: where its rows begin; one more marks the end */
  const void **rows;
} TlIndex;

static inline guint
tl_index_n (const TlIndex *index,
            TlId           id)
{
  return index->first[id + 1] - index->first[id];
}

static inline const void *
tl_index_nth (const TlIndex *index,
              TlId           id,
              guint          n)
{
  return index->rows[index->first[id] + n];
}

/* Answers of yes or no about one record. */
typedef enum {
  TL_FACT_REACHED   = 1 << 0,   /* step: the flow leads to it from first contact */
  TL_FACT_ENDS      = 1 << 1,   /* step: the flow leads from it to an end */
  TL_FACT_HELPS     = 1 << 2,   /* step: reached, or supports one that is, step by step */
  TL_FACT_EXPECTED  = 1 << 3,   /* step: an expectation names it */
  TL_FACT_NAMED     = 1 << 4,   /* tier: a promise names it */
  TL_FACT_ACTS      = 1 << 5,   /* role: does a step or an action */
  TL_FACT_SERVES    = 1 << 6,   /* role: does an onstage or backstage step */
  TL_FACT_GUARDED   = 1 << 7,   /* failure: a safeguard is in place */
  TL_FACT_WORKED_ON = 1 << 8    /* any: an open or doing action item is about it */
} TlFact;

typedef struct _TlFacts TlFacts;

struct _TlFacts {
  const TlChart *chart;
  TlDate         today;        /* 0: nothing is judged by its age */
  guint          limit;        /* handles are below it */
  guint16       *facts;        /* TlFact flags, by handle */

  TlIndex        entries;      /* flow connectors, by the step they lead to */
  TlIndex        suppliers;    /* support connectors, by the step they lead to */
  TlIndex        failures;     /* failure points, by step or connector */
  TlIndex        standards;    /* standards, by expectation or promise they meet */

  TlGraph         *graph;
  TlRecoveryIndex *procedures;
  TlFlow          *flow;         /* failures off */
  TlHappyPath     *path;         /* when all goes well */
  TlServqual       servqual;
};

TlFacts             *tl_facts_new       (const TlChart *chart,
                                         TlDate         today) G_GNUC_WARN_UNUSED_RESULT;
void                 tl_facts_free      (TlFacts       *facts);

static inline gboolean
tl_facts_has (const TlFacts *facts,
              TlId           id,
              TlFact         fact)
{
  return (facts->facts[id] & fact) != 0;
}

/* The ways out of a step, in document order. */
static inline const TlGraphWay *
tl_facts_ways (const TlFacts *facts,
               TlId           step,
               guint         *n)
{
  const guint *first = facts->graph->first_way + facts->graph->place[step];

  *n = first[1] - first[0];
  return facts->graph->ways + first[0];
}

/* Record lookups, NULL when there is none. */
const TlStep        *tl_facts_step      (const TlFacts *facts,
                                         TlId           id);
const TlRole        *tl_facts_role      (const TlFacts *facts,
                                         TlId           id);
TlBand               tl_facts_band      (const TlFacts *facts,
                                         const TlStep  *step);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlFacts, tl_facts_free)

G_END_DECLS
