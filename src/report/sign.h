/* sign.h - shapes that say the same as the words beside them, for those who look from
 * afar; they are told apart without colour.
 */
#pragma once

#include "report/page.h"

G_BEGIN_DECLS

typedef enum {
  TL_SIGN_NONE,
  TL_SIGN_BOX,        /* to be ticked */
  TL_SIGN_MET,        /* a tick in a black disc */
  TL_SIGN_MISSED,     /* a cross in a heavy ring */
  TL_SIGN_UP,
  TL_SIGN_LEVEL,
  TL_SIGN_DOWN,
  TL_SIGN_FULL,       /* a black disc, a half one, a ring */
  TL_SIGN_HALF,
  TL_SIGN_EMPTY
} TlSign;

/* Draws a sign in a square of @size points. */
void     tl_sign_put   (TlPage              *page,
                        const TlTheme       *theme,
                        TlSign               sign,
                        TlPoint              at,
                        double               size);

G_END_DECLS
