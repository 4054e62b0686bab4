/* paint-bands.c - the ground of the chart: bands, lines, headings, the curve. */
#include "layout/shape.h"
#include "render/paint.h"

#define STRIPE 4.0   /* width of the coloured edge of a band */

/* Without colour a band's stripe tells by its pattern who acts. */
static const double customer_dashes[] = { 12, 0.001 };
static const double onstage_dashes[] = { 8, 2 };
static const double backstage_dashes[] = { 2, 2 };
static const double support_dashes[] = { 1, 4 };
static const double evidence_dashes[] = { 0.5, 1.5 };
static const double hatch_dashes[] = { 0.8, 2.8 };

static const double visibility_dashes[] = { 9, 5 };
static const double internal_dashes[] = { 2, 4 };
static const double zero_dashes[] = { 3, 4 };

static const double *const stripe_dashes[] = {
  evidence_dashes, customer_dashes, onstage_dashes, backstage_dashes, support_dashes,
};

/* The names of the bands are in the order of TlBand, so that a picture can be
 * styled from outside. */
static const char *const band_kinds[] = {
  "band evidence", "band customer", "band onstage", "band backstage", "band support",
};

static void
paint_stripe (TlPainter         *painter,
              const TlSceneBand *band,
              TlColour           colour)
{
  double x = band->box.x + STRIPE / 2;
  TlPen pen = { colour, STRIPE, NULL, 0 };
  TlPath path = { 0 };

  if (!tl_paint_is_visible (painter, (TlBox) { band->box.x, band->box.y, STRIPE, band->box.h }))
    return;

  if (painter->theme->hatched) {
    pen.dashes = stripe_dashes[band->band];
    pen.n_dashes = 2;
  }
  tl_path_start (&path, (TlPoint) { x, band->box.y });
  tl_path_line (&path, (TlPoint) { x, band->box.y + band->box.h });
  tl_paint_path (painter, &path, TL_NO_COLOUR, &pen);
}

static gboolean
has_line_at (const TlScene *scene,
             double         y)
{
  for (guint i = 0; i < scene->n_lines; i++) {
    if (ABS (scene->lines[i].y - y) < 1)
      return TRUE;
  }
  return FALSE;
}

static void
paint_separator (TlPainter *painter,
                 TlBox      below)
{
  TlPen plain = { painter->theme->separator, 1, NULL, 0 };
  TlPen hatched = { painter->theme->separator, 3.5, hatch_dashes, G_N_ELEMENTS (hatch_dashes) };

  if (!has_line_at (painter->scene, below.y))
    tl_paint_level (painter, below.x, below.x + below.w, below.y,
                    painter->theme->hatched ? &hatched : &plain);
}

static void
paint_band (TlPainter         *painter,
            const TlSceneBand *band,
            gboolean           first)
{
  const TlBandPaint *paint = band->kind == TL_SCENE_EVIDENCE ? &painter->theme->evidence
                                                             : &painter->theme->bands[band->band];

  tl_paint_open_record (painter, band->id,
                        band->kind == TL_SCENE_SATISFACTION ? "band satisfaction"
                                                            : band_kinds[band->band], NULL);
  if (band->kind != TL_SCENE_SATISFACTION) {
    TlPath ground = { 0 };

    tl_path_box (&ground, band->box);
    tl_paint_path (painter, &ground, paint->ground, NULL);
    if (!first)
      paint_separator (painter, band->box);
    paint_stripe (painter, band, paint->edge);
  }
  tl_paint_text (painter, &band->name, painter->theme->text);
  tl_paint_close (painter);
}

static void
paint_lines (TlPainter *painter)
{
  const TlColour colour = painter->theme->rule;
  const TlPen pens[] = {
    [TL_LINE_INTERACTION] = { colour, 1.4, NULL, 0 },
    [TL_LINE_VISIBILITY]  = { colour, 1.8, visibility_dashes, G_N_ELEMENTS (visibility_dashes) },
    [TL_LINE_INTERNAL]    = { colour, 1.4, internal_dashes, G_N_ELEMENTS (internal_dashes) },
  };

  tl_paint_open_layer (painter, "lines");
  for (guint i = 0; i < painter->scene->n_lines; i++) {
    const TlSceneLine *line = &painter->scene->lines[i];
    TlBox box = tl_box_union ((TlBox) { line->x0, line->y, line->x1 - line->x0, 0 },
                              line->name.text != NULL ? line->name.box
                                                      : (TlBox) { line->x0, line->y, 0, 0 });

    if (!tl_paint_is_visible (painter, box))
      continue;
    tl_paint_level (painter, line->x0, line->x1, line->y, &pens[line->kind]);
    tl_paint_text (painter, &line->name, colour);
  }
  tl_paint_close (painter);
}

void
tl_paint_bands (TlPainter *painter)
{
  const TlScene *scene = painter->scene;
  gboolean first = TRUE;

  tl_paint_open_layer (painter, "bands");
  for (guint i = 0; i < scene->n_bands; i++) {
    if (tl_paint_is_visible (painter, scene->bands[i].box))
      paint_band (painter, &scene->bands[i], first);
    first = scene->bands[i].kind == TL_SCENE_SATISFACTION;
  }
  tl_paint_close (painter);
  if (scene->n_lines > 0)
    paint_lines (painter);
}

/* Title, subtitle and the phases. */
void
tl_paint_headings (TlPainter *painter)
{
  const TlScene *scene = painter->scene;
  const TlTheme *theme = painter->theme;
  TlPen pen = { theme->phase.edge, 1.2, NULL, 0 };

  tl_paint_open_layer (painter, "headings");
  if (scene->title.text != NULL && tl_paint_is_visible (painter, scene->title.box))
    tl_paint_text (painter, &scene->title, theme->text);
  if (scene->subtitle.text != NULL && tl_paint_is_visible (painter, scene->subtitle.box))
    tl_paint_text (painter, &scene->subtitle, theme->muted);
  for (guint i = 0; i < scene->n_phases; i++) {
    const TlScenePhase *phase = &scene->phases[i];
    TlPath path = { 0 };

    if (!tl_paint_is_visible (painter, phase->box))
      continue;
    tl_shape_chevron (phase->box, i > 0, &path);
    tl_paint_open_record (painter, phase->id, "phase", NULL);
    tl_paint_path (painter, &path, theme->phase.fill,
                   theme->phase.edge != TL_NO_COLOUR ? &pen : NULL);
    tl_paint_text (painter, &phase->name, theme->phase.text);
    tl_paint_close (painter);
  }
  tl_paint_close (painter);
}

static double
slope (const TlSceneMood *moods,
       guint              i)
{
  double run = moods[i + 1].point.x - moods[i].point.x;

  return run > 0 ? (moods[i + 1].point.y - moods[i].point.y) / run : 0;
}

/* The tangent at a point of a monotone cubic (Fritsch and Carlson): flat where
 * the curve turns, else the harmonic mean of the slopes around, so that it never
 * swings beyond a value that was given. */
static double
tangent (const TlSceneMood *moods,
         guint              n,
         guint              i)
{
  double before, after;

  if (i == 0 || i == n - 1)
    return 0;

  before = slope (moods, i - 1);
  after = slope (moods, i);
  return before * after > 0 ? 2 * before * after / (before + after) : 0;
}

/* Pieces out of view are left out; a piece in view follows one that is, or begins
 * anew. */
static void
trace_curve (TlPainter *painter)
{
  const TlSceneMood *moods = painter->scene->moods;
  guint n = painter->scene->n_moods;
  gboolean joined = FALSE;

  tl_paint_begin_path (painter);
  for (guint i = 0; i + 1 < n; i++) {
    TlPoint a = moods[i].point, b = moods[i + 1].point;
    double third = (b.x - a.x) / 3;

    if (!tl_paint_is_visible (painter, tl_box_from_corners (a, b))) {
      joined = FALSE;
      continue;
    }
    if (!joined)
      tl_paint_move_to (painter, a);
    joined = TRUE;
    tl_paint_curve_to (painter, (TlPoint) { a.x + third, a.y + tangent (moods, n, i) * third },
                       (TlPoint) { b.x - third, b.y - tangent (moods, n, i + 1) * third }, b);
  }
}

static const TlSceneBand *
find_curve_band (const TlScene *scene)
{
  for (guint i = 0; i < scene->n_bands; i++) {
    if (scene->bands[i].kind == TL_SCENE_SATISFACTION)
      return &scene->bands[i];
  }
  return NULL;
}

void
tl_paint_curve (TlPainter *painter)
{
  const TlScene *scene = painter->scene;
  const TlTheme *theme = painter->theme;
  const TlSceneBand *band = find_curve_band (scene);
  TlPen zero = { theme->curve_zero, 1, zero_dashes, G_N_ELEMENTS (zero_dashes) };
  TlPen line = { theme->curve, 2.4, NULL, 0 }, ring = { theme->curve, 2, NULL, 0 };

  if (scene->n_moods < 2 || band == NULL || !tl_paint_is_visible (painter, band->box))
    return;

  tl_paint_open_layer (painter, "curve");
  tl_paint_level (painter, band->header.x + band->header.w, band->box.x + band->box.w,
                  scene->curve_zero, &zero);
  tl_paint_text (painter, &scene->curve_top, theme->muted);
  tl_paint_text (painter, &scene->curve_bottom, theme->muted);
  trace_curve (painter);
  if (painter->pieces->len > 0)
    tl_paint_end_path (painter, TL_NO_COLOUR, &line);
  for (guint i = 0; i < scene->n_moods; i++) {
    TlPoint p = scene->moods[i].point;
    TlBox box = { p.x - 4.5, p.y - 4.5, 9, 9 };
    TlPath dot = { 0 };

    if (!tl_paint_is_visible (painter, box))
      continue;
    tl_path_rounded (&dot, box, 4.5);
    tl_paint_path (painter, &dot, theme->sheet, &ring);
  }
  tl_paint_close (painter);
}
