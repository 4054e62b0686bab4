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
#include "model/units.h"
#include "report/page.h"
#include "report/pages.h"

G_BEGIN_DECLS

/* Space at the edges that printers need and running lines stand in. */
#define TL_PAGE_MARGIN 36.0

struct _TlPages {
  /* Owned */
  GPtrArray      *list;        /* TlPage */
  GArray         *runs;        /* TlPageRun */
  GArray         *outline;     /* TlOutlineEntry */
  GArray         *parts;       /* TlPagePart */
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
  gboolean        two_sided;   /* of the print-out being composed */
};

/* Opens a page.  @turned: lie it down, when the options leave it open. */
TlPage  *tl_compose_page    (TlPages    *pages,
                             gboolean     turned);
TlPage  *tl_compose_page_of (TlPages    *pages,
                             double       width,
                             double       height);
/* What is inside the margins of a page. */
TlBox    tl_compose_area    (const TlPage *page);
/* The outline leads to the last page opened, or to its front. */
void     tl_compose_outline (TlPages    *pages,
                             guint        level,
                             const char  *title);
/* The last page opened shows @own of the scene.  @name is taken, and the other members of
 * a TlPagePart are its own. */
void     tl_compose_part    (TlPages    *pages,
                             char       *name,
                             TlBox       own,
                             TlBox       shown,
                             TlPoint     at,
                             double      scale);
/* "12 October 2026", as the language writes dates; "" for none. */
char    *tl_compose_date    (TlDate       date) G_GNUC_WARN_UNUSED_RESULT;
/* "F3", "R2": as on the chart. */
char    *tl_compose_mark    (const TlPages *pages,
                             TlId           id) G_GNUC_WARN_UNUSED_RESULT;
/* The label of a value of an enumeration, translated; "" when it is not given. */
const char *tl_compose_word (TlRecordKind   kind,
                             const char    *field,
                             int            value);
/* A name from the chart; "" for TL_ID_NONE. */
const char *tl_compose_role (const TlPages *pages,
                             TlId           role);
/* "step-12", "card-40": the place of a record's card. */
char    *tl_compose_place   (const TlPages *pages,
                             TlId            id) G_GNUC_WARN_UNUSED_RESULT;

/* FALSE with an error when a print-out came to nothing: @n is 0. */
gboolean tl_compose_any     (const TlPages *pages,
                             TlPrint        print,
                             guint          n,
                             GError       **error);

/* The print-outs. */
gboolean tl_print_poster     (TlPages     *pages,
                              GError     **error);   /* poster.c */
gboolean tl_print_steps      (TlPages     *pages,
                              GError     **error);   /* step-cards.c */
gboolean tl_print_recoveries (TlPages     *pages,
                              GError     **error);   /* recovery-cards.c */

G_END_DECLS
