/* paint-marks.c - an overlay: frames, tags, the legend, and what steps back.
 *
 * A frame lies around the step, its ground tinted and covered with the pattern of its
 * hue, so that it tells the same on grey paper.  Only the part around the step is seen.
 */
#include <math.h>

#include "layout/shape.h"
#include "render/paint.h"

#define FRAME_WIDTH  1.6
#define FRAME_RADIUS 12.0
#define HATCH        7.0    /* from line to line */
#define HATCH_WIDTH  1.4
#define DOT          2.2    /* along a side */
#define UNDER_WIDTH  9.0    /* of the tint under a connector */
#define CORE_WIDTH   6.0
#define TAG_EDGE     1.2
#define KEY_RADIUS   4.0

static const double open_dashes[] = { 4, 3 };

/* Under a connector the patterns are dashes. */
static const struct {
  double dashes[4];
  guint  n;
} courses[TL_N_PATTERNS] = {
  [TL_PATTERN_SOLID]   = { { 0 }, 0 },
  [TL_PATTERN_CROSS]   = { { 10, 3 }, 2 },
  [TL_PATTERN_RISING]  = { { 6, 5 }, 2 },
  [TL_PATTERN_FALLING] = { { 2, 9 }, 2 },
  [TL_PATTERN_LEVEL]   = { { 16, 3, 3, 3 }, 4 },
  [TL_PATTERN_UPRIGHT] = { { 2, 3 }, 2 },
  [TL_PATTERN_GRID]    = { { 7, 2, 2, 2 }, 4 },
  [TL_PATTERN_DOTS]    = { { 2, 6 }, 2 },
};

const TlOverlayMark *
tl_paint_mark (const TlPainter *painter,
               TlId             at)
{
  const TlMarks *marks = painter->options->marks;

  return marks != NULL ? tl_overlay_mark (marks->overlay, at) : NULL;
}

static TlHue
hue_of (const TlPainter     *painter,
         const TlOverlayMark *mark)
{
  return tl_overlay_class (painter->options->marks->overlay->kind, mark->level)->hue;
}

const TlPaint *
tl_paint_hue (const TlPainter     *painter,
               const TlOverlayMark *mark)
{
  return &painter->options->theme->hues[hue_of (painter, mark)];
}

/* Stepping back. */

void
tl_paint_fade (TlPainter *painter,
               TlId       at)
{
  if (painter->options->marks != NULL && tl_paint_mark (painter, at) == NULL)
    painter->theme = &painter->faded;
}

void
tl_paint_fade_badge (TlPainter          *painter,
                     const TlSceneBadge *badge)
{
  const TlMarks *marks = painter->options->marks;

  if (marks != NULL && !tl_marks_keep_badge (marks, badge->kind, badge->at))
    painter->theme = &painter->faded;
}

void
tl_paint_unfade (TlPainter *painter)
{
  painter->theme = painter->options->theme;
}

/* Patterns. */

static void
add_line (TlPainter *painter,
          double     x0,
          double     y0,
          double     x1,
          double     y1)
{
  tl_paint_move_to (painter, (TlPoint) { x0, y0 });
  tl_paint_line_to (painter, (TlPoint) { x1, y1 });
}

/* Lines at 45 degrees, cut off at the sides of @box; they hang together from box to box. */
static void
hatch (TlPainter *painter,
       TlBox      box,
       double     apart,
       gboolean   rising)
{
  double width = box.w + box.h;

  for (double t = apart / 2; t < width; t += apart) {
    double x0 = MAX (0, t - box.h), x1 = MIN (box.w, t);
    double y0 = t - x0, y1 = t - x1;

    add_line (painter, box.x + (rising ? x0 : box.w - x0), box.y + y0,
              box.x + (rising ? x1 : box.w - x1), box.y + y1);
  }
}

static void
rule (TlPainter *painter,
      TlBox      box,
      double     apart,
      gboolean   upright)
{
  double length = upright ? box.w : box.h;

  for (double t = fmod (length, apart) / 2; t <= length; t += apart) {
    if (upright)
      add_line (painter, box.x + t, box.y, box.x + t, box.y + box.h);
    else
      add_line (painter, box.x, box.y + t, box.x + box.w, box.y + t);
  }
}

static void
add_dot (TlPainter *painter,
         double     x,
         double     y)
{
  tl_paint_box_to (painter, tl_box_grow ((TlBox) { x, y, 0, 0 }, DOT / 2));
}

/* A row of dots along each side, clear of the corners: what is further in lies under the
 * step. */
static void
dot (TlPainter *painter,
     TlBox      box,
     double     apart)
{
  TlBox row = tl_box_grow (box, -apart / 2);
  double round = MIN (FRAME_RADIUS / 2, MIN (row.w, row.h) / 4);

  for (double x = row.x + round; x <= row.x + row.w - round; x += apart) {
    add_dot (painter, x, row.y);
    add_dot (painter, x, row.y + row.h);
  }
  for (double y = row.y + round + apart; y < row.y + row.h - round; y += apart) {
    add_dot (painter, row.x, y);
    add_dot (painter, row.x + row.w, y);
  }
}

static void
paint_pattern (TlPainter *painter,
               TlPattern  pattern,
               TlBox      box,
               TlColour   colour)
{
  TlPen pen = { colour, HATCH_WIDTH, NULL, 0 };
  gboolean dots = pattern == TL_PATTERN_DOTS;

  tl_paint_begin_path (painter);
  if (pattern == TL_PATTERN_CROSS || pattern == TL_PATTERN_RISING)
    hatch (painter, box, HATCH, TRUE);
  if (pattern == TL_PATTERN_CROSS || pattern == TL_PATTERN_FALLING)
    hatch (painter, box, HATCH, FALSE);
  if (pattern == TL_PATTERN_GRID || pattern == TL_PATTERN_LEVEL)
    rule (painter, box, HATCH / 2, FALSE);
  if (pattern == TL_PATTERN_GRID || pattern == TL_PATTERN_UPRIGHT)
    rule (painter, box, HATCH / 2, TRUE);
  if (dots)
    dot (painter, box, HATCH);
  if (painter->pieces->len > 0)
    tl_paint_end_path (painter, dots ? colour : TL_NO_COLOUR, dots ? NULL : &pen);
}

/* A tinted, patterned, framed box. */
static void
paint_swatch (TlPainter *painter,
              TlHue     hue,
              TlBox      box,
              double     radius)
{
  const TlPaint *paint = &painter->options->theme->hues[hue];
  TlPattern pattern = tl_hue_pattern (hue);
  TlPen pen = { paint->edge, FRAME_WIDTH, NULL, 0 };
  TlPath path = { 0 };

  if (pattern == TL_PATTERN_EMPTY) {
    pen.dashes = open_dashes;
    pen.n_dashes = G_N_ELEMENTS (open_dashes);
  }
  tl_path_rounded (&path, box, radius);
  tl_paint_path (painter, &path, pattern == TL_PATTERN_SOLID ? paint->edge : paint->fill, NULL);
  /* Lines end inside of the corners, which are round. */
  paint_pattern (painter, pattern, pattern == TL_PATTERN_DOTS ? box
                                                              : tl_box_grow (box, -radius * 0.3),
                 paint->edge);
  tl_paint_path (painter, &path, TL_NO_COLOUR, &pen);
}

/* Frames. */

static void
paint_under (TlPainter              *painter,
             const TlSceneConnector *connector,
             const TlOverlayMark    *mark)
{
  const TlPaint *paint = tl_paint_hue (painter, mark);
  TlPattern pattern = tl_hue_pattern (hue_of (painter, mark));
  TlPen under = { paint->fill, UNDER_WIDTH, NULL, 0 };
  TlPen core = { paint->edge, CORE_WIDTH, NULL, 0 };

  tl_paint_course (painter, connector, 0, &under);
  if (pattern == TL_PATTERN_EMPTY || mark->tag == NULL)
    return;   /* nothing is to be told of it but that it belongs here */
  if (courses[pattern].n > 0) {
    core.dashes = courses[pattern].dashes;
    core.n_dashes = courses[pattern].n;
  }
  tl_paint_course (painter, connector, 0, &core);
}

/* Far away: all marked courses of a hue in one path. */
static void
paint_plain_courses (TlPainter *painter,
                     TlHue      hue)
{
  const TlScene *scene = painter->scene;
  TlPen pen = { painter->options->theme->hues[hue].edge, UNDER_WIDTH, NULL, 0 };

  tl_paint_begin_path (painter);
  for (guint i = 0; i < scene->n_connectors; i++) {
    const TlSceneConnector *connector = &scene->connectors[i];
    const TlOverlayMark *mark = tl_paint_mark (painter, connector->id);
    const TlPoint *points = scene->points + connector->first_point;

    if (mark == NULL || mark->tag == NULL || hue_of (painter, mark) != hue ||
        connector->n_points < 2 || !tl_paint_is_visible (painter, connector->bounds))
      continue;
    tl_paint_move_to (painter, points[0]);
    for (guint k = 1; k < connector->n_points; k++)
      tl_paint_line_to (painter, points[k]);
  }
  if (painter->pieces->len > 0)
    tl_paint_end_path (painter, TL_NO_COLOUR, &pen);
}

void
tl_paint_frames (TlPainter *painter)
{
  const TlScene *scene = painter->scene;

  if (painter->options->marks == NULL)
    return;
  for (TlHue hue = 0; painter->options->simplified && hue < TL_N_HUES; hue++)
    paint_plain_courses (painter, hue);
  if (painter->options->simplified)
    return;

  tl_paint_open_layer (painter, "overlay frames");
  for (guint i = 0; i < scene->n_connectors; i++) {
    const TlOverlayMark *mark = tl_paint_mark (painter, scene->connectors[i].id);

    if (mark != NULL && scene->connectors[i].n_points > 1 &&
        tl_paint_is_visible (painter, scene->connectors[i].bounds))
      paint_under (painter, &scene->connectors[i], mark);
  }
  for (guint i = 0; i < scene->n_steps; i++) {
    const TlOverlayMark *mark = tl_paint_mark (painter, scene->steps[i].id);
    TlBox box = tl_box_grow (scene->steps[i].box, tl_marks_frame (&scene->steps[i]));

    if (mark != NULL && tl_paint_is_visible (painter, box))
      paint_swatch (painter, hue_of (painter, mark), box, MIN (FRAME_RADIUS, box.w / 2));
  }
  tl_paint_close (painter);
}

/* Tags. */

static void
paint_tag (TlPainter           *painter,
           const TlOverlayMark *mark,
           TlPoint              origin)
{
  const TlMarkTag *tag = &painter->options->marks->tags[mark - painter->options->marks->overlay
                                                                ->marks];
  const TlPaint *paint = tl_paint_hue (painter, mark);
  TlPen pen = { painter->options->theme->page, TAG_EDGE, NULL, 0 };
  TlSceneText text = tag->text;
  TlPath path = { 0 };
  g_autofree char *kind = NULL;

  if (text.text == NULL)
    return;
  text.box.x += origin.x;
  text.box.y += origin.y;
  if (!tl_paint_is_visible (painter, text.box))
    return;
  kind = g_strdup_printf ("tag %s", tl_hue_word (hue_of (painter, mark)));
  tl_path_rounded (&path, text.box, text.box.h / 2);
  tl_paint_open_record (painter, TL_ID_NONE, kind,
                        painter->options->chart != NULL ? g_strdup (mark->text) : NULL);
  tl_paint_path (painter, &path, paint->edge, &pen);
  tl_paint_text (painter, &text, paint->text);
  tl_paint_close (painter);
}

void
tl_paint_tags (TlPainter *painter)
{
  const TlScene *scene = painter->scene;

  if (painter->options->marks == NULL || painter->options->simplified)
    return;

  tl_paint_open_layer (painter, "overlay tags");
  for (guint i = 0; i < scene->n_steps; i++) {
    const TlOverlayMark *mark = tl_paint_mark (painter, scene->steps[i].id);

    if (mark != NULL)
      paint_tag (painter, mark, (TlPoint) { scene->steps[i].box.x, scene->steps[i].box.y });
  }
  for (guint i = 0; i < scene->n_connectors; i++) {
    const TlOverlayMark *mark = tl_paint_mark (painter, scene->connectors[i].id);

    if (mark != NULL && scene->connectors[i].n_points > 1)
      paint_tag (painter, mark, scene->points[scene->connectors[i].first_point]);
  }
  tl_paint_close (painter);
}

/* The legend. */

static void
paint_swatch_of_key (TlPainter *painter,
                     gboolean   is_marked,
                     TlHue      hue,
                     TlBox      box)
{
  TlPen pale = { painter->faded.ink, 1, NULL, 0 };
  TlPath path = { 0 };

  if (is_marked) {
    paint_swatch (painter, hue, box, KEY_RADIUS);
    return;
  }
  tl_path_rounded (&path, box, KEY_RADIUS);
  tl_paint_path (painter, &path, painter->theme->sheet, &pale);
}

void
tl_paint_key (TlSink        *sink,
              const TlTheme *theme,
              gboolean       is_marked,
              TlHue          hue,
              TlBox          box)
{
  const TlPaintOptions options = { .theme = theme };
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (TlPathPiece));
  TlPainter painter = {
    .sink = sink, .options = &options, .theme = theme, .faded = tl_theme_faded (theme),
    .pieces = pieces,
  };

  paint_swatch_of_key (&painter, is_marked, hue, box);
}

void
tl_paint_legend (TlPainter *painter)
{
  const TlMarks *marks = painter->options->marks;
  TlPen edge = { painter->theme->separator, 1, NULL, 0 };

  if (marks == NULL || marks->legend.h <= 0 || painter->options->simplified ||
      !tl_paint_is_visible (painter, marks->legend))
    return;

  tl_paint_open_layer (painter, "legend");
  tl_paint_level (painter, marks->title.box.x, marks->title.box.x + marks->title.box.w,
                  marks->legend.y, &edge);
  tl_paint_text (painter, &marks->title, painter->theme->text);
  tl_paint_text (painter, &marks->about, painter->theme->muted);
  for (guint i = 0; i < marks->n_keys; i++) {
    const TlMarkKey *key = &marks->keys[i];

    paint_swatch_of_key (painter, key->is_marked, key->hue, key->swatch);
    tl_paint_text (painter, &key->text, painter->theme->text);
  }
  tl_paint_text (painter, &marks->note, painter->theme->muted);
  tl_paint_close (painter);
}
