/* paint.h - what the parts of the painter share; nobody else includes it. */
#pragma once

#include "render/painter.h"

G_BEGIN_DECLS

typedef struct {
  /* Borrowed */
  const TlScene        *scene;
  TlSink               *sink;
  const TlPaintOptions *options;
  const TlTheme        *theme;    /* of what is being painted: the options', or faded */

  /* Owned */
  TlTheme               faded;    /* where there are marks */
  GArray               *pieces;   /* TlPathPiece, for outlines longer than a TlPath */
} TlPainter;

/* The parts, in their own files. */
void        tl_paint_bands        (TlPainter         *painter);
void        tl_paint_headings     (TlPainter         *painter);
void        tl_paint_curve        (TlPainter         *painter);
void        tl_paint_connectors   (TlPainter         *painter);
void        tl_paint_evidence     (TlPainter         *painter);
void        tl_paint_steps        (TlPainter         *painter);
void        tl_paint_badges       (TlPainter         *painter);
void        tl_paint_footer       (TlPainter         *painter);
/* What an overlay puts under connectors and steps, and on everything. */
void        tl_paint_frames       (TlPainter         *painter);
void        tl_paint_tags         (TlPainter         *painter);
void        tl_paint_legend       (TlPainter         *painter);

/* Chooses the theme for what belongs to a step or connector: unless an overlay is about
 * it, it steps back.  To be ended by tl_paint_unfade(). */
void        tl_paint_fade         (TlPainter         *painter,
                                   TlId               at);
void        tl_paint_fade_badge   (TlPainter         *painter,
                                   const TlSceneBadge *badge);
void        tl_paint_unfade       (TlPainter         *painter);
/* The mark of a step or connector; NULL when no overlay is about it. */
const TlOverlayMark *tl_paint_mark (const TlPainter  *painter,
                                    TlId              at);
const TlPaint *tl_paint_hue      (const TlPainter   *painter,
                                   const TlOverlayMark *mark);
/* The course of a connector without its last @short_by units. */
void        tl_paint_course       (TlPainter              *painter,
                                   const TlSceneConnector *connector,
                                   double                  short_by,
                                   const TlPen            *pen);

/* Whether any of @box is to be painted. */
gboolean    tl_paint_is_visible   (const TlPainter   *painter,
                                   TlBox              box);
void        tl_paint_path         (TlPainter         *painter,
                                   const TlPath      *path,
                                   TlColour           fill,
                                   const TlPen       *pen);
/* A level line, of which only what is visible is drawn: dashes of a line as long as
 * a big chart would cost more than all else in view.  They keep their places. */
void        tl_paint_level        (TlPainter         *painter,
                                   double             x0,
                                   double             x1,
                                   double             y,
                                   const TlPen       *pen);
/* Nothing when there is no text, or texts are left out. */
void        tl_paint_text         (TlPainter         *painter,
                                   const TlSceneText *text,
                                   TlColour           colour);

/* Groups.  Ids and titles only where the options give the chart. */
void        tl_paint_open_layer   (TlPainter         *painter,
                                   const char        *kind);
void        tl_paint_open_record  (TlPainter         *painter,
                                   TlId               id,
                                   const char        *kind,
                                   char              *title);
void        tl_paint_close        (TlPainter         *painter);

/* Pieces of the path under construction. */
void        tl_paint_begin_path   (TlPainter         *painter);
void        tl_paint_move_to      (TlPainter         *painter,
                                   TlPoint            to);
void        tl_paint_line_to      (TlPainter         *painter,
                                   TlPoint            to);
void        tl_paint_curve_to     (TlPainter         *painter,
                                   TlPoint            handle1,
                                   TlPoint            handle2,
                                   TlPoint            to);
void        tl_paint_box_to       (TlPainter         *painter,
                                   TlBox              box);
void        tl_paint_end_path     (TlPainter         *painter,
                                   TlColour           fill,
                                   const TlPen       *pen);

/* Titles for readers and hover: NULL without a chart or such a record. */
char       *tl_paint_step_title      (const TlPainter        *painter,
                                      const TlSceneStep      *step) G_GNUC_WARN_UNUSED_RESULT;
char       *tl_paint_connector_title (const TlPainter        *painter,
                                      const TlSceneConnector *connector) G_GNUC_WARN_UNUSED_RESULT;
char       *tl_paint_badge_title     (const TlPainter        *painter,
                                      const TlSceneBadge     *badge) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
