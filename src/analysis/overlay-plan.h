/* overlay-plan.h - how the overlays make their marks; for the files of overlays only. */
#pragma once

#include "analysis/overlay.h"

G_BEGIN_DECLS

/* An overlay in the making. */
typedef struct {
  const TlChart *chart;
  TlDate         today;
  TlOverlay     *overlay;
  GArray        *marks;    /* TlOverlayMark, in any order */
} TlMarking;

/* Takes both texts; @tag may be NULL. */
void tl_marking_add      (TlMarking     *marking,
                          TlId           at,
                          guint          level,
                          double         value,
                          char          *tag,
                          char          *text);

/* The overlays: each marks what it is about, and may set note and title. */
void tl_mark_priority    (TlMarking     *marking);   /* overlay-failures.c */
void tl_mark_coverage    (TlMarking     *marking);
void tl_mark_time        (TlMarking     *marking);   /* overlay-journey.c */
void tl_mark_role        (TlMarking     *marking);
void tl_mark_gaps        (TlMarking     *marking);   /* overlay-findings.c */
void tl_mark_findings    (TlMarking     *marking);

/* Their classes, as indexes of the table in overlay.c. */
enum { TL_LEVEL_HIGH, TL_LEVEL_MEDIUM, TL_LEVEL_LOW, TL_LEVEL_UNRATED, TL_LEVEL_LIVED_WITH };
enum { TL_LEVEL_LARGE, TL_LEVEL_FAIR, TL_LEVEL_SMALL, TL_LEVEL_LITTLE };
enum { TL_LEVEL_EXPECTATION, TL_LEVEL_STANDARD, TL_LEVEL_DELIVERY, TL_LEVEL_PROMISE,
       TL_LEVEL_UNNAMED, TL_N_GAP_LEVELS };
enum { TL_LEVEL_NOTHING, TL_LEVEL_BEGUN, TL_LEVEL_READY, TL_LEVEL_CHOSEN };
enum { TL_LEVEL_OWN, TL_LEVEL_GIVES, TL_LEVEL_TAKES, TL_LEVEL_RECOVERS };
enum { TL_LEVEL_ERROR, TL_LEVEL_WARNING, TL_LEVEL_ADVICE, TL_LEVEL_ACCEPTED };

G_END_DECLS
