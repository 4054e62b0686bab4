/* text.h - what layout asks of whoever can measure text.
 *
 * Layout never draws and knows no font: it hands a text, a style and a width to
 * a TlMeasure and gets broken lines back.  The result is lent and stays good
 * for the life of the measurer, so a scene may keep it.  Measures are in chart
 * units and do not depend on zoom.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  TL_TEXT_TITLE,        /* 22 bold */
  TL_TEXT_SUBTITLE,     /* 12, grey */
  TL_TEXT_PHASE,        /* 12 bold */
  TL_TEXT_LANE,         /* 12 bold */
  TL_TEXT_STEP,         /* 12 */
  TL_TEXT_EVIDENCE,     /* 12 */
  TL_TEXT_CONNECTOR,    /* 11 */
  TL_TEXT_LINE,         /* 10, grey: names of the lines, ends of the curve */
  TL_TEXT_BADGE,        /* 10 bold: F1, R1, W 4 min */
  TL_TEXT_FOOTER,       /* 11, grey: legend and totals */
  TL_N_TEXT_STYLES
} TlTextStyle;

typedef struct {
  guint  start, length;   /* bytes of the text; trailing blanks are left out */
  double width;           /* ink advance of this line */
  gboolean rtl;           /* base direction of the paragraph this line is part of */
} TlTextLine;

typedef struct {
  const char       *text;         /* owned by the measurer */
  TlTextStyle       style;
  double            max_width;    /* as asked; lines are never wider than this */
  double            width;        /* of the widest line */
  double            height;       /* n_lines * line_height */
  double            line_height;
  double            ascent;       /* from the top of a line to its baseline */
  guint             n_lines;
  const TlTextLine *lines;
} TlText;

typedef struct {
  /* Breaks at words, and inside a word only when it is wider than @max_width on
   * its own; newlines in @text always break.  @max_width <= 0: one line a
   * paragraph, as wide as it is. */
  const TlText * (*layout) (gpointer     data,
                            TlTextStyle  style,
                            const char  *text,
                            double       max_width);
  gpointer         data;
} TlMeasure;

static inline const TlText *
tl_measure_layout (const TlMeasure *measure,
                   TlTextStyle      style,
                   const char      *text,
                   double           max_width)
{
  return measure->layout (measure->data, style, text, max_width);
}

G_END_DECLS
