/* sign.c - shapes that say the same as the words beside them. */
#include "report/sign.h"

static void
stroke (TlPage        *page,
        const TlPoint *points,
        guint          n,
        TlPoint        at,
        double         size,
        TlColour       colour,
        double         width)
{
  for (guint i = 0; i + 1 < n; i++)
    tl_page_line (page, (TlPoint) { at.x + points[i].x * size, at.y + points[i].y * size },
                  (TlPoint) { at.x + points[i + 1].x * size, at.y + points[i + 1].y * size },
                  colour, width, 0);
}

static void
put_arrow (TlPage   *page,
           TlSign    sign,
           TlPoint   at,
           double    size,
           TlColour  colour)
{
  static const TlPoint arrows[][5] = {
    [TL_SIGN_UP] = { { .5, .95 }, { .5, .05 }, { .15, .45 }, { .5, .05 }, { .85, .45 } },
    [TL_SIGN_LEVEL] = { { .05, .5 }, { .95, .5 }, { .55, .15 }, { .95, .5 }, { .55, .85 } },
    [TL_SIGN_DOWN] = { { .5, .05 }, { .5, .95 }, { .15, .55 }, { .5, .95 }, { .85, .55 } },
  };

  stroke (page, arrows[sign], 5, at, size, colour, 1.3);
}

void
tl_sign_put (TlPage        *page,
             const TlTheme *theme,
             TlSign         sign,
             TlPoint        at,
             double         size)
{
  static const TlPoint tick[] = { { .24, .52 }, { .43, .72 }, { .76, .3 } };
  static const TlPoint cross[][2] = { { { .3, .3 }, { .7, .7 } }, { { .7, .3 }, { .3, .7 } } };
  TlPoint middle = { at.x + size / 2, at.y + size / 2 };
  TlColour ink = theme->text, paper = theme->page;
  double radius = size / 2 - 0.5;

  switch (sign) {
  case TL_SIGN_BOX:
    tl_page_box (page, (TlBox) { at.x + 0.5, at.y + 0.5, size - 1, size - 1 }, 0, TL_NO_COLOUR,
                 ink, 0.8);
    break;
  case TL_SIGN_MET:
    tl_page_circle (page, middle, radius, ink, ink, 0.8);
    stroke (page, tick, 3, at, size, paper, 1.2);
    break;
  case TL_SIGN_MISSED:
    tl_page_circle (page, middle, radius, TL_NO_COLOUR, ink, 1.2);
    stroke (page, cross[0], 2, at, size, ink, 1.2);
    stroke (page, cross[1], 2, at, size, ink, 1.2);
    break;
  case TL_SIGN_UP:
  case TL_SIGN_LEVEL:
  case TL_SIGN_DOWN:
    put_arrow (page, sign, at, size, ink);
    break;
  case TL_SIGN_FULL:
    tl_page_circle (page, middle, radius, ink, ink, 0.8);
    break;
  case TL_SIGN_HALF:
    tl_page_circle (page, middle, radius, TL_NO_COLOUR, ink, 0.8);
    tl_page_circle (page, middle, radius / 2, ink, ink, 0.8);
    break;
  case TL_SIGN_EMPTY:
    tl_page_circle (page, middle, radius, TL_NO_COLOUR, ink, 0.8);
    break;
  case TL_SIGN_NONE:
  default:
    break;
  }
}
