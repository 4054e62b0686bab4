/* bench.h - what the parts of the benchmark share.
 *
 * Every figure is taken in a child process of its own, so that the memory of one
 * job is not that of another, and is the median of several runs.  Times do not
 * travel from machine to machine; ratios of two figures of one run do.
 */
#pragma once

#include "layout/layout.h"
#include "render/text.h"

G_BEGIN_DECLS

#define BENCH_RUNS 5

/* One size: a made chart and the files that hold it. */
typedef struct {
  guint       n_steps;
  guint       index;        /* 0, 1, 2 for 100, 1,000, 10,000: which target holds */
  const char *folder;       /* for what is written */
  char       *chart;        /* the chart as .throughline */
  char       *dia, *dot;    /* the same for the peers */
} BenchCase;

/* What a job works on; made once before it is timed.  Nothing is freed: the child
 * ends with the job. */
typedef struct {
  const BenchCase *size;
  char            *bytes;       /* of the chart file */
  gsize            length;
  TlChart         *chart;
  TlTextMeasurer  *measurer;
  TlLayout        *layout;
  const TlScene   *scene;
  TlId             touched;
  TlId             added;       /* connector; TL_ID_NONE = none now */
  gpointer         cairo;       /* cairo_t of the window */
  GPtrArray       *layouts;     /* PangoLayout of each text, for the floors */
} BenchWork;

typedef enum {
  BENCH_NEEDS_BYTES = 0,
  BENCH_NEEDS_CHART = 1,
  BENCH_NEEDS_FLOW  = 2,   /* a chart whose splits are decisions, see bench_prepare() */
  BENCH_NEEDS_SCENE = 3
} BenchNeeds;

typedef struct {
  gboolean ok;
  double   ms;              /* median */
  double   mb;              /* most memory the process held */
} BenchFigure;

typedef void (*BenchJob) (BenchWork *work);

/* Reads what @needs says into @work; ends the program when it cannot. */
void        bench_prepare      (BenchWork        *work,
                                const BenchCase  *size,
                                BenchNeeds        needs);
BenchFigure bench_job          (const BenchCase  *size,
                                BenchNeeds        needs,
                                BenchJob          job);
/* A whole program, @runs times; its output is thrown away. */
BenchFigure bench_program      (char            **argv,
                                guint             runs);
double      bench_median       (double           *values,
                                guint             n);

/* Our work. */
void        bench_read         (BenchWork *work);
void        bench_save         (BenchWork *work);
void        bench_rules        (BenchWork *work);
void        bench_figures      (BenchWork *work);
void        bench_arrange      (BenchWork *work);
void        bench_layout       (BenchWork *work);
void        bench_touch        (BenchWork *work);
void        bench_connect      (BenchWork *work);
void        bench_paint        (BenchWork *work);
void        bench_svg          (BenchWork *work);
void        bench_pdf          (BenchWork *work);
void        bench_png          (BenchWork *work);

/* The same without us: what the machine and the libraries need. */
void        floor_read         (BenchWork *work);
void        floor_save         (BenchWork *work);
void        floor_measure      (BenchWork *work);
void        floor_paint        (BenchWork *work);
void        floor_svg          (BenchWork *work);
void        floor_pdf          (BenchWork *work);
void        floor_png          (BenchWork *work);

/* Files for the peers: positions and courses given for Dia, none for Graphviz. */
char       *bench_write_dia    (const TlScene *scene);
char       *bench_write_dot    (const TlChart *chart);

G_END_DECLS
