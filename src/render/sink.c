/* sink.c - what all sinks share. */
#include "render/sink.h"

void
tl_sink_free (TlSink *sink)
{
  if (sink != NULL)
    sink->klass->free (sink);
}

void
tl_sink_line_place (const TlSceneText *text,
                    guint              line,
                    double            *x,
                    double            *baseline)
{
  const TlText *t = text->text;
  double spare = text->box.w - t->lines[line].width;

  *x = text->box.x;
  if (text->align == TL_ALIGN_CENTRE)
    *x += spare / 2;
  else if (text->align == TL_ALIGN_END)
    *x += spare;
  *baseline = text->box.y + (text->box.h - t->height) / 2 + line * t->line_height + t->ascent;
}
