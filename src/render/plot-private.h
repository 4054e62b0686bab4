/* plot-private.h - what the pictures share while they put their marks down; nobody else
 * includes it.
 *
 * A picture is one function.  It begins spots for what can be pointed at, puts marks down
 * from the ground up, and adds a row to the table for each number it shows.
 */
#pragma once

#include "render/plot-ticks.h"
#include "render/plot.h"

G_BEGIN_DECLS

#define TL_PLOT_GAP 6.0   /* between a text and what stands beside it */

typedef struct {
  /* Borrowed */
  const TlFigures     *figures;
  const TlChart       *chart;
  const TlOrder       *order;
  const TlMeasure     *measure;
  const TlPlotOptions *options;
  TlPlot              *plot;

  /* State */
  TlBox                area;     /* what is left of the page under the head */
  guint                spot;     /* marks put down now are part of it; G_MAXUINT = none */
  guint                from;     /* marks before it are too far away for words to meet */
} TlPlotter;

/* The pictures. */
void          tl_plot_pareto       (TlPlotter   *plotter);   /* plot-pareto.c */
void          tl_plot_survey       (TlPlotter   *plotter);   /* plot-survey.c */
void          tl_plot_standards    (TlPlotter   *plotter);   /* plot-standards.c */
void          tl_plot_satisfaction (TlPlotter   *plotter);   /* plot-mood.c */

/* A sample of a mark in the row under the head, and what it stands for. */
typedef struct {
  const char *label;    /* translated */
  TlInk      ink;
  TlPlotMarkKind  kind;     /* bar, line, or point */
  gboolean    dashed, line;   /* of a point: with a line through it */
  TlHatch     hatch;
  TlMarker    marker;
} TlPlotKey;

/* Title, of which chart, summary and keys, as the options ask for; the area begins under
 * it.  Made last of all what it tells is known, put down first. */
void          tl_plot_head         (TlPlotter         *plotter,
                                    const TlPlotKey   *keys,
                                    guint              n_keys);

/* Texts. */
const TlText *tl_plot_words        (TlPlotter         *plotter,
                                    TlTextStyle        style,
                                    const char        *text);
/* In at most @most lines of @width, the last one ending in "…" when that is too little. */
const TlText *tl_plot_fit          (TlPlotter         *plotter,
                                    TlTextStyle        style,
                                    const char        *text,
                                    double             width,
                                    guint              most);
/* Puts a text down with its upper edge at @y; @x is its start, middle or end. */
void          tl_plot_text         (TlPlotter         *plotter,
                                    const TlText      *text,
                                    TlInk             ink,
                                    double             x,
                                    double             y,
                                    TlAlign            align);
/* The same where it overlaps no other text and leaves the page nowhere; else nothing.
 * @backed: on a patch of the page's colour, for what crosses lines. */
gboolean      tl_plot_text_if_free (TlPlotter         *plotter,
                                    const TlText      *text,
                                    TlInk             ink,
                                    double             x,
                                    double             y,
                                    TlAlign            align,
                                    gboolean           backed);

/* Marks. */
void          tl_plot_line         (TlPlotter         *plotter,
                                    TlInk             ink,
                                    double             width,
                                    gboolean           dashed,
                                    const TlPoint     *points,
                                    guint              n_points);
void          tl_plot_level        (TlPlotter         *plotter,
                                    TlInk             ink,
                                    double             width,
                                    gboolean           dashed,
                                    double             x0,
                                    double             x1,
                                    double             y);
void          tl_plot_bar          (TlPlotter         *plotter,
                                    TlInk             ink,
                                    TlHatch            hatch,
                                    TlBox              box);
void          tl_plot_point        (TlPlotter         *plotter,
                                    TlInk             ink,
                                    TlMarker           marker,
                                    TlPoint            at);

/* Spots.  @text is taken. */
guint         tl_plot_spot_begin   (TlPlotter         *plotter,
                                    TlId               id,
                                    TlBox              box,
                                    char              *text);
/* Another record that the spot shows. */
void          tl_plot_spot_add     (TlPlotter         *plotter,
                                    TlId               id);
void          tl_plot_spot_end     (TlPlotter         *plotter);

/* The table. */
void          tl_plot_column       (TlPlotter         *plotter,
                                    const char        *title,
                                    gboolean           number);
/* As many as there are columns make a row.  Taken; NULL is an empty cell. */
void          tl_plot_add_cell     (TlPlotter         *plotter,
                                    char              *text);

/* Axes. */
typedef char *(*TlPlotTickText)    (const TlPlotter   *plotter,
                                    double             value,
                                    gconstpointer      data);

/* Ticks that stand apart enough to be read along @length. */
TlTicks       tl_plot_ticks_upright (double            low,
                                     double            high,
                                     double            length,
                                     TlTickUnit        unit);
/* The width of the widest of the texts along an upright axis. */
double        tl_plot_axis_width   (TlPlotter         *plotter,
                                    const TlTicks     *ticks,
                                    TlPlotTickText     text,
                                    gconstpointer      data);
/* Grid lines across @area, and the texts at its left. */
void          tl_plot_axis         (TlPlotter         *plotter,
                                    const TlTicks     *ticks,
                                    TlBox              area,
                                    TlPlotTickText     text,
                                    gconstpointer      data);
double        tl_plot_y            (const TlTicks     *ticks,
                                    TlBox              area,
                                    double             value);

G_END_DECLS
