/* page-private.h - what a printed page is made of.
 *
 * Private to page.c, page-text.c and page-draw.c.
 */
#pragma once

#include "report/page.h"

G_BEGIN_DECLS

typedef enum {
  TL_PAGE_MARK_TEXT, TL_PAGE_MARK_BOX, TL_PAGE_MARK_CIRCLE, TL_PAGE_MARK_LINE,
  TL_PAGE_MARK_SCENE, TL_PAGE_MARK_PLOT, TL_PAGE_MARK_NAME, TL_PAGE_MARK_LINK
} TlPageMarkKind;

typedef struct {
  TlPageMarkKind kind;
  TlBox          box;        /* of a line: from x, y by w, h, which may be negative */
  double         radius, width, dash, scale;
  TlColour       fill, edge;
  PangoLayout   *layout;     /* owned */
  guint          first, n;   /* its lines; n 0 = all of them */
  const TlScene *scene;      /* borrowed */
  const TlMarks *marks;      /* borrowed; NULL = no overlay */
  const TlPlot  *plot;       /* borrowed */
  TlBox          part;
  char          *name;       /* owned */
  TlPageZone     zone;
} TlPageMark;

struct _TlPage {
  /* Owned */
  GArray       *marks;       /* TlPageMark */
  PangoContext *context;

  /* State */
  double        width, height;
  gboolean      bare;
  TlPageZone    zone;        /* of the marks to come */
  double        zoom;        /* of the texts to come */
};

/* The iterator at a line, to be freed by the caller; and where the line's top is, in Pango
 * units. */
PangoLayoutIter *tl_layout_line_iter (PangoLayout *layout,
                                      guint        line,
                                      int         *top) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
