/* compose.h - what the print-outs share while they compose their pages; nobody outside
 * report/ includes it.
 *
 * A print-out is one function: it opens sections and pages, puts things down, and
 * returns FALSE with an error when it cannot be made.  Running lines (title, version, date,
 * page n of m) are put on every page at the end, inside the margin.
 */
#pragma once

#include "layout/layout.h"
#include "model/order.h"
#include "report/page.h"
#include "report/pages.h"

G_BEGIN_DECLS

/* Space at the edges that printers need and running lines stand in. */
#define TL_PAGE_MARGIN 36.0

typedef struct {
  char *title;
  guint page;     /* from 0 */
  guint level;    /* 0: a print-out, 1: inside it */
} TlOutlineEntry;

struct _TlPages {
  /* Owned */
  GPtrArray      *list;        /* TlPage */
  GArray         *outline;     /* TlOutlineEntry */
  PangoContext   *context;
  TlTextMeasurer *measurer;
  TlLayout       *layout;
  TlOrder        *order;
  char           *title;       /* of the chart */

  /* Borrowed */
  const TlChart  *chart;       /* while composing; then NULL */
  const TlScene  *scene;       /* the layout's */
  const TlTheme  *theme;

  /* State */
  TlPrintOptions  options;
  TlDate          version;     /* when the chart was revised, else made; 0 = not told */
};

/* Opens a page.  @turned: lie it down, when the options leave it open. */
TlPage  *tl_compose_page    (TlPages    *pages,
                             gboolean     turned);
TlPage  *tl_compose_page_of (TlPages    *pages,
                             double       width,
                             double       height);
/* What is inside the margins of a page. */
TlBox    tl_compose_area    (const TlPage *page);
/* The outline leads to the last page opened. */
void     tl_compose_outline (TlPages    *pages,
                             guint        level,
                             const char  *title);
/* "12 October 2026", as the language writes dates; "" for none. */
char    *tl_compose_date    (TlDate       date) G_GNUC_WARN_UNUSED_RESULT;
/* "step-s1", "recovery-r1": the place of a record's card. */
char    *tl_compose_place   (const TlPages *pages,
                             TlId            id) G_GNUC_WARN_UNUSED_RESULT;

/* The print-outs. */
gboolean tl_print_poster    (TlPages    *pages,
                             GError     **error);

G_END_DECLS
