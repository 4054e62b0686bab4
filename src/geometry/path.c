/* path.c - an outline of a few straight and curved pieces, as a value. */
#include "geometry/path.h"

/* How far the handles of a Bezier quarter circle lie from its ends, as a share
 * of the radius; off the true circle by less than 0.03 %. */
#define QUARTER 0.5522847498

static void
append (TlPath     *path,
        TlPathPiece piece)
{
  g_return_if_fail (path->n < TL_PATH_MAX);

  path->pieces[path->n++] = piece;
}

void
tl_path_start (TlPath *path,
               TlPoint to)
{
  append (path, (TlPathPiece) { TL_PATH_MOVE, { to } });
}

void
tl_path_line (TlPath *path,
              TlPoint to)
{
  append (path, (TlPathPiece) { TL_PATH_LINE, { to } });
}

void
tl_path_curve (TlPath *path,
               TlPoint handle1,
               TlPoint handle2,
               TlPoint to)
{
  append (path, (TlPathPiece) { TL_PATH_CURVE, { handle1, handle2, to } });
}

void
tl_path_close (TlPath *path)
{
  append (path, (TlPathPiece) { .op = TL_PATH_CLOSE });
}

void
tl_path_box (TlPath *path,
             TlBox   b)
{
  tl_path_start (path, (TlPoint) { b.x, b.y });
  tl_path_line (path, (TlPoint) { b.x + b.w, b.y });
  tl_path_line (path, (TlPoint) { b.x + b.w, b.y + b.h });
  tl_path_line (path, (TlPoint) { b.x, b.y + b.h });
  tl_path_close (path);
}

void
tl_path_rounded (TlPath *path,
                 TlBox   b,
                 double  radius)
{
  double r = MIN (radius, MIN (b.w, b.h) / 2);
  double k = r * (1 - QUARTER);
  double right = b.x + b.w, bottom = b.y + b.h;

  tl_path_start (path, (TlPoint) { b.x + r, b.y });
  tl_path_line (path, (TlPoint) { right - r, b.y });
  tl_path_curve (path, (TlPoint) { right - k, b.y }, (TlPoint) { right, b.y + k },
                 (TlPoint) { right, b.y + r });
  tl_path_line (path, (TlPoint) { right, bottom - r });
  tl_path_curve (path, (TlPoint) { right, bottom - k }, (TlPoint) { right - k, bottom },
                 (TlPoint) { right - r, bottom });
  tl_path_line (path, (TlPoint) { b.x + r, bottom });
  tl_path_curve (path, (TlPoint) { b.x + k, bottom }, (TlPoint) { b.x, bottom - k },
                 (TlPoint) { b.x, bottom - r });
  tl_path_line (path, (TlPoint) { b.x, b.y + r });
  tl_path_curve (path, (TlPoint) { b.x, b.y + k }, (TlPoint) { b.x + k, b.y },
                 (TlPoint) { b.x + r, b.y });
  tl_path_close (path);
}
