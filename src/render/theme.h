/* theme.h - the colours of a picture, as const tables.
 *
 * Colour never carries meaning alone: priorities are also rings of ticks, lines
 * are dash patterns, kinds are shapes.  Every text stands out from its ground by
 * a contrast of at least 4.5 (tests compute it), and the print theme needs no
 * colour at all.
 */
#pragma once

#include "analysis/overlay.h"
#include "layout/scene.h"

G_BEGIN_DECLS

typedef guint32 TlColour;   /* 0xRRGGBB */
#define TL_NO_COLOUR ((TlColour) 0xff000000)

/* Something filled, outlined and written on. */
typedef struct {
  TlColour fill, edge, text;
} TlPaint;

typedef struct {
  TlColour ground;    /* of the band */
  TlColour edge;      /* of its steps, and of its stripe at the left */
} TlBandPaint;

/* Without colour an overlay's classes are told apart by these. */
typedef enum {
  TL_PATTERN_EMPTY, TL_PATTERN_SOLID, TL_PATTERN_CROSS, TL_PATTERN_RISING, TL_PATTERN_FALLING,
  TL_PATTERN_LEVEL, TL_PATTERN_UPRIGHT, TL_PATTERN_GRID, TL_PATTERN_DOTS, TL_N_PATTERNS
} TlPattern;

typedef struct {
  const char *name;           /* as asked for at the command line */
  gboolean    hatched;        /* stripes and separators are patterns, not tints */
  TlColour    page;
  TlColour    text;           /* of titles, headers and steps */
  TlColour    muted;          /* of everything that steps back */
  TlColour    ink;            /* of connectors and their labels */
  TlColour    rule;           /* of the three lines and their names */
  TlColour    separator;      /* between bands without a named line */
  TlColour    sheet;          /* inside steps and evidence */
  TlPaint     phase;
  TlPaint     pill;           /* under connector labels */
  TlPaint     failure[TL_PRIORITY_HIGH + 1];
  TlPaint     recovery;
  TlPaint     wait;
  TlColour    curve, curve_zero;
  TlBandPaint evidence;
  TlBandPaint bands[TL_BAND_SUPPORT + 1];
  TlPaint     hues[TL_N_HUES];   /* of overlays: the ground; frame, pattern and tag; on the tag */
} TlTheme;

typedef enum { TL_THEME_LIGHT, TL_THEME_DARK, TL_THEME_PRINT, TL_N_THEMES } TlThemeId;

const TlTheme *tl_theme_get  (TlThemeId   id);
/* NULL when there is no theme of that name. */
const TlTheme *tl_theme_find (const char *name);

/* The same theme for what steps back: paler, with words that can still be read. */
TlTheme        tl_theme_faded (const TlTheme *theme);

TlPattern      tl_hue_pattern (TlHue       hue);
/* "grave", for who styles a picture from outside. */
const char    *tl_hue_word    (TlHue       hue);

/* 1 (none) to 21 (black on white), as WCAG 2 counts it. */
double         tl_colour_contrast (TlColour a,
                                   TlColour b);

G_END_DECLS
