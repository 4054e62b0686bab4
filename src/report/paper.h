/* paper.h - sizes of paper, in points of 1/72 inch. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TL_POINTS_PER_MM   (72.0 / 25.4)
/* A chart unit is 1/96 inch. */
#define TL_POINTS_PER_UNIT (72.0 / 96.0)

typedef struct {
  const char *name;            /* as asked for at the command line: "a4" */
  const char *title;           /* "A4" */
  double      width, height;   /* points, upright */
} TlPaper;

/* Letter case aside; NULL when there is no paper of that name. */
const TlPaper *tl_paper_find (const char *name);
/* From the smallest on, NULL after the last. */
const TlPaper *tl_paper_get  (guint       index);

G_END_DECLS
