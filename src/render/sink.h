/* sink.h - where a picture goes: a handful of primitives.
 *
 * The painter draws a scene through a sink; there are two, one that draws on
 * cairo (screen, paper, PDF, PNG) and one that writes SVG.  Coordinates are chart
 * units.  Groups nest; a sink that has no use for them leaves them out.
 */
#pragma once

#include "geometry/path.h"
#include "layout/scene.h"
#include "render/theme.h"

G_BEGIN_DECLS

/* A line: chart units. */
typedef struct {
  TlColour      colour;
  double        width;
  const double *dashes;   /* on, off, on, ... borrowed; NULL = solid */
  guint         n_dashes;
} TlPen;

typedef struct _TlSink TlSink;

typedef struct {
  /* @id: XML id, unique in the picture, or NULL; @kind: space-separated words for
   * what it is; @title: for readers and hover, or NULL. */
  void (*open_group)  (TlSink            *sink,
                       const char        *id,
                       const char        *kind,
                       const char        *title);
  void (*close_group) (TlSink            *sink);
  /* Fills unless @fill is TL_NO_COLOUR, then strokes unless @pen is NULL. */
  void (*path)        (TlSink            *sink,
                       const TlPathPiece *pieces,
                       guint              n_pieces,
                       TlColour           fill,
                       const TlPen       *pen);
  void (*text)        (TlSink            *sink,
                       const TlSceneText *text,
                       TlColour           colour);
  void (*free)        (TlSink            *sink);
} TlSinkClass;

struct _TlSink {
  const TlSinkClass *klass;
};

void tl_sink_free (TlSink *sink);

/* Where line @line of @text begins (its left end) and its baseline. */
void tl_sink_line_place (const TlSceneText *text,
                         guint              line,
                         double            *x,
                         double            *baseline);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlSink, tl_sink_free)

G_END_DECLS
