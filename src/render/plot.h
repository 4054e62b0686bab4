/* plot.h - pictures of numbers: failure points by weight, expectation beside perception,
 * standards over time, satisfaction along the journey.
 *
 *   TlPlot *plot = tl_plot_new (figures, order, measure, &options);
 *   if (plot->empty != NULL) ... says what to record to see something ...
 *   else tl_plot_paint (plot, sink, &paint);
 *
 * A plot is plain data in chart units, y downward: marks to be painted from the ground up,
 * spots that can be pointed at, and the same numbers as a table for whoever cannot see it.
 * It borrows texts from the measurer, which must outlive it, and refers to records by
 * handle; it stays as it is when the chart changes.  Colours come with the theme when it
 * is painted: shapes, hatching and words tell everything without them.
 *
 * Invariants (tests/test-plot.c measures them on every example):
 *   (1) no two texts overlap, and all lie on the page;
 *   (2) every spot has a text that says its numbers in full.
 */
#pragma once

#include "analysis/series.h"
#include "render/export.h"
#include "render/sink.h"

G_BEGIN_DECLS

/* Rows of the table of pictures; see tl_plot_name(). */
typedef enum {
  TL_PLOT_PARETO,
  TL_PLOT_SURVEY,
  TL_PLOT_STANDARDS,
  TL_PLOT_SATISFACTION,
  TL_N_PLOTS
} TlPlotKind;

/* What a picture in a file measures by itself. */
#define TL_PLOT_WIDTH  960.0
#define TL_PLOT_HEIGHT 540.0

typedef struct {
  TlPlotKind kind;
  guint      choice;         /* which of the picture's choices; a TlParetoBy */
  TlId       standard;       /* TL_PLOT_STANDARDS: only this; TL_ID_NONE = all */
  double     width, height;  /* wished for; a plot is larger when it cannot do with less */
  gboolean   titled;         /* says at its head what it is, and of which chart */
  gboolean   paged;          /* never wider: what is left goes on another page */
  guint      first;          /* what an earlier page ended before */
} TlPlotOptions;

/* What a mark means; the theme says how that looks. */
typedef enum {
  TL_INK_TEXT, TL_INK_MUTED, TL_INK_GRID, TL_INK_AXIS, TL_INK_PAGE,
  TL_INK_HIGH, TL_INK_MEDIUM, TL_INK_LOW, TL_INK_NONE,   /* priorities */
  TL_INK_LINE,      /* sums, targets */
  TL_INK_DRAWN,     /* as the chart has it, or as expected */
  TL_INK_MEASURED,  /* as customers find it */
  TL_INK_MET, TL_INK_MISSED,
  TL_N_INKS
} TlInk;

typedef enum { TL_MARK_TEXT, TL_MARK_LINE, TL_MARK_BAR, TL_MARK_POINT } TlPlotMarkKind;
typedef enum { TL_HATCH_FULL, TL_HATCH_STRIPES, TL_HATCH_EMPTY } TlHatch;
typedef enum {
  TL_MARKER_DISC, TL_MARKER_RING, TL_MARKER_SQUARE, TL_MARKER_CROSS, TL_MARKER_DIAMOND
} TlMarker;

typedef struct {
  TlPlotMarkKind  kind;
  TlInk      ink;
  TlBox       box;              /* of a text, bar or point */
  TlSceneText text;
  guint       first, n_points;  /* of a line, in plot->points */
  double      width;            /* of a line */
  gboolean    dashed;
  TlHatch     hatch;
  TlMarker    marker;
  guint       spot;             /* it is part of; G_MAXUINT = none */
} TlPlotMark;

typedef struct {
  guint  first_id, n_ids;       /* in plot->ids: what it shows and what a click selects */
  TlBox  box;                   /* where a pointer is on it */
  gboolean quiet;               /* part of another spot: no frame when it is selected */
  char  *text;                  /* "F3 Room not ready: RPN 336, high priority" */
} TlPlotSpot;

typedef struct {
  char    *title;
  gboolean number;              /* set to the right */
} TlPlotColumn;

typedef struct {
  /* Owned */
  char      *title;             /* "Failure points by RPN" */
  char      *summary;           /* what it shows in a sentence or two */
  char      *empty;             /* what to record to see something; NULL: there is something */
  GArray    *marks;             /* TlPlotMark */
  GArray    *points;            /* TlPoint */
  GArray    *spots;             /* TlPlotSpot, in reading order */
  GArray    *ids;               /* TlId */
  GArray    *columns;           /* TlPlotColumn */
  GPtrArray *cells;             /* char *, row by row; of all pages */

  /* State */
  double     width, height;
  guint      next;              /* where the next page begins; 0 = this is the last */
} TlPlot;

/* "pareto": as asked for at the command line. */
const char *tl_plot_name         (TlPlotKind            kind);
/* "Failure Points by Weight", translated. */
const char *tl_plot_title        (TlPlotKind            kind);
/* What the picture can go by; 0 = there is nothing to choose. */
guint       tl_plot_n_choices    (TlPlotKind            kind);
/* "rpn". */
const char *tl_plot_choice_name  (TlPlotKind            kind,
                                  guint                 choice);
/* "By RPN", translated. */
const char *tl_plot_choice_title (TlPlotKind            kind,
                                  guint                 choice);

#define TL_PLOT_ERROR (tl_plot_error_quark ())
typedef enum {
  TL_PLOT_ERROR_UNKNOWN,   /* no picture of that name, or it does not go by that */
  TL_PLOT_ERROR_EMPTY      /* the chart has nothing to show in it */
} TlPlotError;
GQuark      tl_plot_error_quark  (void);

/**
 * tl_plot_parse:
 * @text: "pareto", "pareto:cost", "standards:ID"
 * @options: kind, choice and standard are set
 * @error: where to put a %TL_PLOT_ERROR that lists what there is
 */
gboolean    tl_plot_parse        (const char           *text,
                                  const TlChart        *chart,
                                  TlPlotOptions        *options,
                                  GError              **error);

TlPlot     *tl_plot_new          (const TlFigures      *figures,
                                  const TlOrder        *order,
                                  const TlMeasure      *measure,
                                  const TlPlotOptions  *options) G_GNUC_WARN_UNUSED_RESULT;
void        tl_plot_free         (TlPlot               *plot);

typedef struct {
  const TlTheme *theme;
  const TlChart *chart;        /* gives groups ids; NULL = none */
  TlColour       accent;       /* around what is selected */
  const TlId    *selected;
  guint          n_selected;
  TlBox          clip;         /* leaves out what lies wholly outside; no width = nothing */
} TlPlotPaint;

void        tl_plot_paint        (const TlPlot         *plot,
                                  TlSink               *sink,
                                  const TlPlotPaint    *paint);
/* For files; the plot must stay. */
TlDrawing   tl_plot_drawing      (const TlPlot         *plot);
/* The spot under a point, or G_MAXUINT. */
guint       tl_plot_spot_at      (const TlPlot         *plot,
                                  TlPoint               point);
/* Whether a spot shows the record. */
gboolean    tl_plot_spot_shows   (const TlPlot         *plot,
                                  guint                 spot,
                                  TlId                  id);
guint       tl_plot_n_rows       (const TlPlot         *plot);
const char *tl_plot_cell         (const TlPlot         *plot,
                                  guint                 row,
                                  guint                 column);
/* Title, summary and every spot, a line each: what is read aloud; or why it is empty. */
char       *tl_plot_speak        (const TlPlot         *plot) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPlot, tl_plot_free)

G_END_DECLS
