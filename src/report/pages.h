/* pages.h - what is printed and handed over: pages made from a chart.
 *
 * They are a list of pages made once from a chart and drawn as often as needed,
 * on paper, into a PDF, or as a preview; it stays as it is when the chart changes.
 * Each print-out begins on a page of its own.  Measures are points of 1/72 inch.
 */
#pragma once

#include <cairo.h>

#include "analysis/overlay.h"
#include "geometry/geometry.h"
#include "model/chart.h"
#include "report/paper.h"

G_BEGIN_DECLS

/* Rows of the table of print-outs; see tl_print_name(). */
typedef enum {
  TL_PRINT_POSTER,
  TL_PRINT_JOURNEY,
  TL_PRINT_STEPS,
  TL_PRINT_RECOVERIES,
  TL_PRINT_ROLES,
  TL_PRINT_PROMISES,
  TL_PRINT_STANDARDS,
  TL_PRINT_SURVEY,
  TL_PRINT_MYSTERY,
  TL_PRINT_GAPS,
  TL_PRINT_PICTURES,
  TL_PRINT_SIGN_OFF,
  TL_PRINT_ROLE_PLAY,
  TL_N_PRINTS
} TlPrint;

typedef enum {
  TL_POSTER_AUTO,   /* one page where its words can be read, else tiles */
  TL_POSTER_FIT,    /* one page */
  TL_POSTER_TILE,   /* sheets to be glued together */
  TL_POSTER_FOLD    /* the journey wrapped into rows, read like a text */
} TlPosterWay;

typedef enum { TL_TURN_AUTO, TL_TURN_UPRIGHT, TL_TURN_LANDSCAPE } TlTurn;

typedef struct {
  const TlPaper *paper;          /* NULL = A4 */
  TlTurn         turn;           /* AUTO: what suits each print-out */
  TlPosterWay    poster;
  TlId           role;           /* only what concerns it; TL_ID_NONE = all */
  gboolean       black_white;    /* no colour at all; all print-outs can be read without */
  TlDate         today;          /* what "in force" and "late" are told by */
  TlOverlayKind  overlay;        /* laid on the poster; the role focus is about @role */
} TlPrintOptions;

#define TL_PAGES_ERROR (tl_pages_error_quark ())
typedef enum {
  TL_PAGES_ERROR_EMPTY,         /* the chart has nothing to fill the print-out with */
  TL_PAGES_ERROR_TOO_SMALL,     /* the words could not be read on that paper */
  TL_PAGES_ERROR_FAILED         /* the drawing library gave up */
} TlPagesError;
GQuark      tl_pages_error_quark (void);

/* "poster": as asked for at the command line. */
const char *tl_print_name       (TlPrint                print);
/* "Chart Poster", translated. */
const char *tl_print_title      (TlPrint                print);
/* FALSE when there is none of that name. */
gboolean    tl_print_find       (const char            *name,
                                 TlPrint               *print);

typedef struct _TlPages TlPages;

/**
 * tl_pages_new:
 * @prints: which, in this order; none twice
 * @error: where to put a %TL_PAGES_ERROR
 *
 * Returns: the pages, at least one, or %NULL when a print-out cannot be made
 */
TlPages   *tl_pages_new       (const TlChart         *chart,
                                 const TlPrint         *prints,
                                 guint                  n_prints,
                                 const TlPrintOptions  *options,
                                 GError               **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same, but what cannot be made is left out: errors[i] says why prints[i] was, or is
 * %NULL.  Returns %NULL when nothing can be made. */
TlPages   *tl_pages_new_possible (const TlChart       *chart,
                                 const TlPrint         *prints,
                                 guint                  n_prints,
                                 const TlPrintOptions  *options,
                                 GError               **errors) G_GNUC_WARN_UNUSED_RESULT;
void        tl_pages_free      (TlPages              *pages);

guint       tl_pages_n_pages   (const TlPages        *pages);
void        tl_pages_page_size (const TlPages        *pages,
                                 guint                  index,
                                 double                *width,
                                 double                *height);
/* @cr's user space is points from the page's top left corner. */
void        tl_pages_draw_page (const TlPages        *pages,
                                 guint                  index,
                                 cairo_t               *cr);

/* What is where. */

/* The pages of one print-out. */
typedef struct {
  TlPrint  print;
  guint    first, n;
  gboolean two_sided;      /* every other page is the back of the one before */
} TlPageRun;

typedef struct {
  char *title;
  guint page;              /* from 0 */
  guint level;             /* 0: a print-out, 1: inside it */
} TlOutlineEntry;

/* What a page shows of the chart.  @box is its own part, in chart units from the top left
 * corner of the grid; all parts together are the whole poster, without overlaps.  In a
 * folded poster a page holds several, each from top to bottom with empty room left out, so
 * that only the edges to the left and right count. */
typedef struct {
  guint   page;            /* from 0 */
  char   *name;            /* "B3", "Row 2" */
  TlBox   box;
  TlBox   shown;           /* with what the next parts show again */
  TlPoint at;              /* the corner of @shown on the page, points */
  double  scale;           /* points for each chart unit */
} TlPagePart;

guint       tl_pages_n_runs     (const TlPages       *pages);
const TlPageRun      *tl_pages_get_run   (const TlPages *pages, guint index);
guint       tl_pages_n_entries  (const TlPages       *pages);
/* In the order of pages. */
const TlOutlineEntry *tl_pages_get_entry (const TlPages *pages, guint index);
/* None where there is no poster. */
guint       tl_pages_n_parts    (const TlPages       *pages);
const TlPagePart     *tl_pages_get_part  (const TlPages *pages, guint index);

/* One file of all pages: real text, an outline, links from steps to their cards; dated as
 * the chart is, so that the same chart makes the same bytes. */
GBytes     *tl_pages_pdf       (const TlPages        *pages,
                                 GError               **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPages, tl_pages_free)

G_END_DECLS
