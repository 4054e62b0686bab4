/* sink-svg.h - writes SVG by hand: real text with ids and titles.
 *
 * An exported SVG can be searched, read aloud and edited, and it carries the
 * chart's own XML in its metadata, so that it can be opened as a chart again.
 * Numbers have two decimals at most and do not depend on the locale.
 */
#pragma once

#include "render/sink.h"

G_BEGIN_DECLS

typedef struct {
  TlBox       page;    /* chart units */
  double      scale;   /* of the size on the page; 1 = one unit is 1/96 inch */
  const char *title;   /* read out for the whole picture */
  TlColour    ground;  /* TL_NO_COLOUR: none */
  TlColour    ink;     /* the colour of most texts, written once */
} TlSvgPage;

TlSink *tl_sink_svg_new    (const TlSvgPage *page) G_GNUC_WARN_UNUSED_RESULT;
/* Ends the picture and takes it from the sink, which can only be freed then.
 * @xml: the chart as XML text, to be read back, or NULL. */
GBytes *tl_sink_svg_finish (TlSink          *sink,
                            const char      *xml) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
