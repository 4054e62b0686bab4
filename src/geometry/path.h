/* path.h - an outline of a few straight and curved pieces, as a value.
 *
 * A TlPath holds at most TL_PATH_MAX pieces, which is enough for every shape of
 * the notation; it lives on the stack and copies by assignment.  Coordinates
 * are chart units.
 */
#pragma once

#include "geometry/geometry.h"

G_BEGIN_DECLS

#define TL_PATH_MAX 16

typedef enum {
  TL_PATH_MOVE,    /* to p[0] */
  TL_PATH_LINE,    /* to p[0] */
  TL_PATH_CURVE,   /* Bezier with handles p[0], p[1], to p[2] */
  TL_PATH_CLOSE
} TlPathOp;

typedef struct {
  TlPathOp op;
  TlPoint  p[3];
} TlPathPiece;

typedef struct {
  guint       n;
  TlPathPiece pieces[TL_PATH_MAX];
} TlPath;

void tl_path_start (TlPath *path,
                    TlPoint to);
void tl_path_line  (TlPath *path,
                    TlPoint to);
void tl_path_curve (TlPath *path,
                    TlPoint handle1,
                    TlPoint handle2,
                    TlPoint to);
void tl_path_close (TlPath *path);

/* Appends a whole closed shape. */
void tl_path_box     (TlPath *path,
                      TlBox   box);
void tl_path_rounded (TlPath *path,
                      TlBox   box,
                      double  radius);

G_END_DECLS
