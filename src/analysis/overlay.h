/* overlay.h - what an overlay says of the steps and connectors of a chart.
 *
 *   TlOverlay *overlay = tl_overlay_new (chart, TL_OVERLAY_TIME, TL_ID_NONE, today);
 *   const TlOverlayMark *mark = tl_overlay_mark (overlay, step);
 *   if (mark != NULL)
 *     ... tl_overlay_class (overlay->kind, mark->level)->hue, mark->tag ...
 *
 * An overlay answers one question about the whole chart at a glance: each step or
 * connector that it is about has a mark, of one of the overlay's few classes, with a few
 * characters to be read beside it.  What has no mark steps back.  How a class looks is
 * told by its hue, and render/ gives every hue a colour and a pattern of its own, so
 * that classes differ on grey paper too; no two classes of an overlay share a hue.
 *
 * An overlay is a value: it borrows nothing from the chart, and stays as it is when the
 * chart changes.
 */
#pragma once

#include "model/chart.h"

G_BEGIN_DECLS

typedef enum {
  TL_OVERLAY_NONE,
  TL_OVERLAY_PRIORITY,   /* the worst rated failure point */
  TL_OVERLAY_TIME,       /* expected time of a journey, failures off */
  TL_OVERLAY_GAPS,       /* where expectation, standard, delivery and promise part */
  TL_OVERLAY_COVERAGE,   /* failure points with a complete recovery procedure */
  TL_OVERLAY_ROLE,       /* what one role does, and whom it works with */
  TL_OVERLAY_FINDINGS,   /* what the rules find */
  TL_N_OVERLAYS
} TlOverlayKind;

typedef enum {
  TL_HUE_GRAVE,         /* a scale, from the gravest down */
  TL_HUE_STRONG,
  TL_HUE_MIDDLE,
  TL_HUE_SLIGHT,
  TL_HUE_GOOD,
  TL_HUE_ASIDE,         /* somebody decided to live with it */
  TL_HUE_OPEN,          /* nobody has said yet */
  TL_HUE_FIRST,         /* kinds, without an order */
  TL_HUE_SECOND,
  TL_HUE_THIRD,
  TL_HUE_FOURTH,
  TL_N_HUES
} TlHue;

#define TL_OVERLAY_MOST_CLASSES 6

typedef struct {
  const char *name;      /* translatable; see tl_overlay_class_name() */
  TlHue      hue;
  int         value;     /* what the class stands for, where that names it */
} TlOverlayClass;

typedef struct {
  TlId   at;             /* step or connector */
  guint  level;          /* index of its class */
  double value;          /* what the class was told from: RPN, seconds, how many */
  char  *tag;            /* owned: to be read beside it; NULL = nothing */
  char  *text;           /* owned: the same in a sentence, translated */
} TlOverlayMark;

typedef struct {
  TlOverlayKind  kind;
  TlId           role;         /* of the role focus */
  char          *title;        /* translated: "Where the time goes" */
  char          *note;         /* translated: what is not on the chart, or why nothing is;
                                * NULL = nothing to add */
  TlOverlayMark *marks;        /* steps, then connectors, each in document order */
  guint          n_marks;
  guint          n_of[TL_OVERLAY_MOST_CLASSES];   /* marks with a tag, by class */
  guint         *index;        /* by handle: where its mark is, and 1; 0 = it has none */
  guint          n_index;
} TlOverlay;

/**
 * tl_overlay_new:
 * @role: of the role focus; TL_ID_NONE takes the one that does most of the steps
 * @today: 0 = nothing is judged by its age
 *
 * Works out what the overlay needs; with %TL_OVERLAY_NONE there is nothing to mark.
 */
TlOverlay            *tl_overlay_new        (const TlChart      *chart,
                                             TlOverlayKind       kind,
                                             TlId                role,
                                             TlDate              today) G_GNUC_WARN_UNUSED_RESULT;
void                  tl_overlay_free       (TlOverlay          *overlay);

/* NULL when it has none. */
const TlOverlayMark  *tl_overlay_mark       (const TlOverlay    *overlay,
                                             TlId                id);
/* Whether both say the same in the same words. */
gboolean              tl_overlay_equal      (const TlOverlay    *a,
                                             const TlOverlay    *b);

/* "priority", as asked for at the command line and kept in settings. */
const char           *tl_overlay_word       (TlOverlayKind       kind);
/* FALSE, and @kind untouched, when @word is none; "none" is one. */
gboolean              tl_overlay_parse      (const char         *word,
                                             TlOverlayKind      *kind);
/* The words of all but none, with commas, for who asked for another. */
char                 *tl_overlay_words      (void) G_GNUC_WARN_UNUSED_RESULT;
/* "Priority Heat", translated, for menus. */
const char           *tl_overlay_label      (TlOverlayKind       kind);
/* What classes and tags tell, and what it means to have no mark: translated. */
const char           *tl_overlay_about      (TlOverlayKind       kind);
const char           *tl_overlay_unmarked   (TlOverlayKind       kind);

guint                 tl_overlay_n_classes  (TlOverlayKind       kind);
const TlOverlayClass *tl_overlay_class      (TlOverlayKind       kind,
                                             guint               level);
/* "High", translated. */
const char           *tl_overlay_class_name (TlOverlayKind       kind,
                                             guint               level);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlOverlay, tl_overlay_free)

G_END_DECLS
