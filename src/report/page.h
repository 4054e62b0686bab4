/* page.h - one printed page, as a list of what stands on it.
 *
 * Paper, PDF and the preview on screen draw the same list.  Measures are points
 * of 1/72 inch from the page's top left corner; texts are laid out when they
 * are put down, so that composing knows their height.
 *
 * Rules of use: what is put down first lies below.  A link leads to the place of that
 * name, on whatever page it is; one that leads nowhere is left out of the file.
 */
#pragma once

#include <pango/pangocairo.h>

#include "geometry/geometry.h"
#include "render/plot.h"
#include "render/marks.h"
#include "render/text.h"
#include "render/theme.h"

G_BEGIN_DECLS

/* Where a text begins that may be as wide as it is. */
static inline TlBox
tl_page_spot (double x,
              double y)
{
  return (TlBox) { x, y, 0, 0 };
}

/* Kinds of writing.  None is smaller than TL_FACE_SMALLEST points. */
typedef enum {
  TL_FACE_TITLE,      /* 18 bold */
  TL_FACE_HEADING,    /* 12 bold */
  TL_FACE_LARGE,      /* 14 bold: the first sentence to say */
  TL_FACE_BODY,       /* 10 */
  TL_FACE_STRONG,     /* 10 bold */
  TL_FACE_SMALL,      /* 9: the smallest on sheets; tables and running lines */
  TL_FACE_LABEL,      /* 9 bold: heads of tables */
  TL_FACE_NOTE,       /* 8: the smallest on cards */
  TL_FACE_FOOT,       /* 7.5: on posters only */
  TL_N_FACES
} TlFace;

#define TL_FACE_SMALLEST 7.5

typedef struct _TlPage TlPage;

/* @context: where texts are laid out; a reference is taken. */
TlPage      *tl_page_new       (double              width,
                                double              height,
                                PangoContext       *context) G_GNUC_WARN_UNUSED_RESULT;
void         tl_page_free      (TlPage             *page);
double       tl_page_width     (const TlPage       *page);
double       tl_page_height    (const TlPage       *page);

/* Texts laid out from now on are @zoom times as large as their faces say; 1 at first. */
void         tl_page_set_zoom  (TlPage             *page,
                                double              zoom);
/* A page that tells its title and version itself gets no running lines. */
void         tl_page_set_bare  (TlPage             *page);
gboolean     tl_page_is_bare   (const TlPage       *page);

/* Marks in the margins are lines to cut along and running lines; all others stand inside. */
typedef enum { TL_PAGE_INSIDE, TL_PAGE_MARGINS } TlPageZone;

/* Where marks put down from now on belong. */
void         tl_page_set_zone  (TlPage             *page,
                                TlPageZone          zone);
/* What the marks of a zone cover; an empty box when there are none. */
TlBox        tl_page_extents   (const TlPage       *page,
                                TlPageZone          zone);
/* Whether a text inside is cut off for want of room. */
gboolean     tl_page_is_cut    (const TlPage       *page);
/* The texts of a page in the order they were put down, a line each; of a text that goes on
 * from another page, the lines that stand here. */
char        *tl_page_words     (const TlPage       *page) G_GNUC_WARN_UNUSED_RESULT;
guint        tl_page_n_texts   (const TlPage       *page);
/* Puts down all that stands on @piece, its top left corner at @at. */
void         tl_page_paste     (TlPage             *page,
                                const TlPage       *piece,
                                TlPoint             at);

/* A layout for @text, to be measured before it is put down; unref it. */
PangoLayout *tl_page_layout    (const TlPage       *page,
                                TlFace              face,
                                double              width,
                                TlAlign             align,
                                const char         *text) G_GNUC_WARN_UNUSED_RESULT;
double       tl_layout_height  (PangoLayout        *layout);
/* Of the widest line. */
double       tl_layout_width   (PangoLayout        *layout);
/* From the top of line @first to the bottom of the last of @n. */
double       tl_layout_lines_height (PangoLayout   *layout,
                                     guint          first,
                                     guint          n);
/* Puts down @n of its lines, the top of line @first at @y. */
void         tl_page_put_lines (TlPage             *page,
                                PangoLayout        *layout,
                                guint               first,
                                guint               n,
                                TlPoint             at,
                                TlColour            colour);
/* Puts it down whole with its top at @y. */
void         tl_page_put       (TlPage             *page,
                                PangoLayout        *layout,
                                double              x,
                                double              y,
                                TlColour            colour);
/* Both at once; returns the height.  @width <= 0: one line for each paragraph, with
 * @x at its start, middle or end as @align says. */
double       tl_page_text      (TlPage             *page,
                                TlFace              face,
                                TlColour            colour,
                                TlBox               place,
                                TlAlign             align,
                                const char         *text);

/* @radius: of the corners; @width: of the edge. */
void         tl_page_box       (TlPage             *page,
                                TlBox               box,
                                double              radius,
                                TlColour            fill,
                                TlColour            edge,
                                double              width);
void         tl_page_circle    (TlPage             *page,
                                TlPoint             middle,
                                double              radius,
                                TlColour            fill,
                                TlColour            edge,
                                double              width);
/* @dash: length of dashes and of what is between them; 0 = a plain line. */
void         tl_page_line      (TlPage             *page,
                                TlPoint             from,
                                TlPoint             to,
                                TlColour            colour,
                                double              width,
                                double              dash);
/* @part of the scene, in its own units, with its corner at @at. @scale: points for each
 * chart unit. */
void         tl_page_scene     (TlPage             *page,
                                const TlScene      *scene,
                                TlBox               part,
                                TlPoint             at,
                                double              scale);

/* The same with an overlay laid on it, lent as the scene is; NULL = none. */
void         tl_page_marked    (TlPage             *page,
                                const TlScene      *scene,
                                const TlMarks      *marks,
                                TlBox               part,
                                TlPoint             at,
                                double              scale);

/* A picture of numbers with its corner at @at; lent as long as the page is. @scale: points for
 * each of its units. */
void         tl_page_plot      (TlPage             *page,
                                const TlPlot       *plot,
                                TlPoint             at,
                                double              scale);

/* Names the place at @y, for links to lead to. */
void         tl_page_name      (TlPage             *page,
                                double              y,
                                const char         *name);
void         tl_page_link      (TlPage             *page,
                                TlBox               box,
                                const char         *name);

/* What a page is drawn with. */
typedef struct {
  const TlTheme *theme;      /* of scenes */
  TlTextMeasurer *measurer;  /* of the scenes' texts */
  GHashTable    *places;     /* names that links may lead to; NULL = no links are drawn */
} TlPageInk;

void         tl_page_draw      (const TlPage       *page,
                                cairo_t            *cr,
                                const TlPageInk    *ink);
/* Adds the names of the page's places to a set. */
void         tl_page_add_places (const TlPage      *page,
                                 GHashTable        *places);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPage, tl_page_free)

G_END_DECLS
