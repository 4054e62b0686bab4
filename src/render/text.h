/* text.h - measuring and drawing text with Pango, without a display.
 *
 * One measurer serves layout (as its TlMeasure) and the cairo sink (which draws
 * the very lines that were measured).  Everything is laid out at one size for
 * each weight and scaled, so that measures do not depend on zoom and fonts are
 * looked up twice at most.  Results are kept for the life of the measurer.
 *
 * A paragraph of plain Latin words is broken from cached word advances, at a
 * fraction of the cost of a Pango layout; tests compare the two line for line.
 * All other paragraphs go through Pango whole.
 */
#pragma once

#include <pango/pangocairo.h>

#include "layout/text.h"

G_BEGIN_DECLS

typedef struct _TlTextMeasurer TlTextMeasurer;

/* @family: font families, best first, separated by commas; NULL = Cantarell if
 * there, else the system's sans. */
TlTextMeasurer  *tl_text_measurer_new     (const char           *family) G_GNUC_WARN_UNUSED_RESULT;
void             tl_text_measurer_free    (TlTextMeasurer       *measurer);
/* Lent; texts must be valid UTF-8. */
const TlMeasure *tl_text_measurer_measure (TlTextMeasurer       *measurer);
/* The same answer as layout gets, always worked out by Pango alone: what the
 * tests hold the fast way against. */
const TlText    *tl_text_measurer_slow    (TlTextMeasurer       *measurer,
                                           TlTextStyle           style,
                                           const char           *text,
                                           double                max_width);
/* Older cairo sets glyphs on whole pixels.  FINE draws them as outlines where
 * that would show: for pictures that are kept. */
typedef enum { TL_TEXT_FAST, TL_TEXT_FINE } TlTextQuality;

/* Draws one line of @text, which must be this measurer's, in the current source
 * of @cr, starting at @x on the baseline @y. */
void             tl_text_draw_line        (TlTextMeasurer       *measurer,
                                           cairo_t              *cr,
                                           const TlText         *text,
                                           guint                 line,
                                           double                x,
                                           double                y,
                                           TlTextQuality         quality);

/* Chart units, from the top of the em to its bottom. */
double           tl_text_style_size       (TlTextStyle           style);
gboolean         tl_text_style_is_bold    (TlTextStyle           style);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlTextMeasurer, tl_text_measurer_free)

G_END_DECLS
