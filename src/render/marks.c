/* marks.c - an overlay laid on a scene: where its tags stand, and its legend.
 *
 * A step's tag sits on its bottom edge, at the left, where nothing else of the notation
 * has its place; when something does stand there it slides along the edges, the lower one
 * first, and then outside of the frame.  A connector's stands beside its course, near the
 * badges or the words of it.
 */
#include "render/marks.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "layout/room.h"

/* How far a frame reaches out; a bar's word stands near it. */
#define FRAME        7.0
#define FRAME_OF_BAR 4.0

#define TAG_HEIGHT   15.0
#define TAG_PADDING  10.0   /* both sides together */
#define SLIDE        12.0   /* from one try to the next */
#define INSET        4.0    /* from the step's corner */
#define BESIDE       6.0    /* from a connector, and so much further for each next try */
#define FEW_ROUNDS   3
#define MANY_ROUNDS  12
#define REACH        180.0  /* along a connector, from where its tag is wanted */

#define MARGIN       20.0   /* left and right of the legend, as of the one above it */
#define LEGEND_GAP   10.0
#define SWATCH_W     30.0
#define SWATCH_H     18.0
#define SWATCH_GAP   8.0
#define KEYS_GAP     26.0
#define LINE_GAP     8.0
#define NARROWEST    360.0  /* a page with a legend */

/* Tags. */

/* The best place so far. */
typedef struct {
  TlPoint at;
  double  cost;       /* what it covers */
  double  distance;   /* from where it is wanted */
} Try;

static void
try_place (const TlRoom *room,
           TlBox         box,
           TlId          own,
           double        distance,
           Try          *best)
{
  double cost;

  if (best->cost == 0 && distance >= best->distance)
    return;
  cost = tl_room_covered (room, box, own);
  if (cost < best->cost || (cost == best->cost && distance < best->distance))
    *best = (Try) { { box.x, box.y }, cost, distance };
}

/* Whether to look further away: a few rounds for a place that covers nothing, many for one
 * that covers nothing but lines. */
static gboolean
goes_on (const Try *best,
         guint      round)
{
  return round < FEW_ROUNDS ? best->cost > 0 : round < MANY_ROUNDS && best->cost >= TL_ROOM_MARK;
}

/* Along an edge, from the left. */
static void
slide_across (const TlRoom *room,
              TlBox         tag,
              TlBox         step,
              TlId          own,
              double        y,
              Try          *best)
{
  double middle = step.x + (step.w - tag.w) / 2;
  double from = MIN (step.x + INSET, middle), to = MAX (step.x + step.w - INSET - tag.w, middle);

  for (double x = from; x <= to && best->cost > 0; x += SLIDE)
    try_place (room, (TlBox) { x, y, tag.w, tag.h }, own, 0, best);
}

static void
slide_down (const TlRoom *room,
            TlBox         tag,
            TlBox         step,
            TlId          own,
            double        x,
            Try          *best)
{
  for (double y = step.y + step.h - tag.h; y >= step.y && best->cost > 0; y -= SLIDE)
    try_place (room, (TlBox) { x, y, tag.w, tag.h }, own, 0, best);
}

static TlPoint
place_at_step (const TlRoom      *room,
               TlBox              tag,
               const TlSceneStep *step)
{
  TlBox box = step->box;
  double out = tl_marks_frame (step);
  Try best = { { box.x + INSET, box.y + box.h - tag.h / 2 }, HUGE_VAL, 0 };

  slide_across (room, tag, box, step->id, box.y + box.h - tag.h / 2, &best);
  slide_across (room, tag, box, step->id, box.y - tag.h / 2, &best);
  for (guint i = 0; goes_on (&best, i); i++, out += tag.h) {
    slide_across (room, tag, box, TL_ID_NONE, box.y + box.h + out, &best);
    slide_across (room, tag, box, TL_ID_NONE, box.y - out - tag.h, &best);
    slide_down (room, tag, box, TL_ID_NONE, box.x - out - tag.w, &best);
    slide_down (room, tag, box, TL_ID_NONE, box.x + box.w + out, &best);
  }
  return best.at;
}

/* Where a connector is talked about: at its badges, else its label, else the middle of its
 * longest run. */
static TlPoint
home_of (const TlScene          *scene,
         const TlSceneConnector *connector,
         const TlSceneBadge     *badge)
{
  const TlPoint *points = scene->points + connector->first_point;
  TlBox longest = { 0, 0, -1, 0 };

  if (badge != NULL)
    return tl_box_centre (badge->box);
  if (connector->label.text != NULL)
    return tl_box_centre (connector->label_box);
  for (guint i = 0; i + 1 < connector->n_points; i++) {
    TlBox run = tl_box_from_corners (points[i], points[i + 1]);

    if (run.w + run.h > longest.w + longest.h)
      longest = run;
  }
  return tl_box_centre (longest);
}

/* Both sides of a run, around @home, @beside it. */
static void
slide_along (const TlRoom *room,
             TlBox         tag,
             TlBox         run,
             TlPoint       home,
             double        beside,
             Try          *best)
{
  gboolean level = run.w > run.h;
  double at = level ? CLAMP (home.x, run.x, run.x + run.w) : CLAMP (home.y, run.y, run.y + run.h);
  double from = MAX (at - REACH, level ? run.x : run.y);
  double to = MIN (at + REACH, level ? run.x + run.w : run.y + run.h);

  for (double t = from; t <= to; t += SLIDE) {
    TlPoint near = level ? (TlPoint) { t, run.y } : (TlPoint) { run.x, t };
    double distance = hypot (near.x - home.x, near.y - home.y) + 2 * beside;
    TlBox one = level ? (TlBox) { t - tag.w / 2, run.y + beside, tag.w, tag.h }
                      : (TlBox) { run.x + beside, t - tag.h / 2, tag.w, tag.h };
    TlBox other = level ? (TlBox) { t - tag.w / 2, run.y - beside - tag.h, tag.w, tag.h }
                        : (TlBox) { run.x - beside - tag.w, t - tag.h / 2, tag.w, tag.h };

    try_place (room, one, TL_ID_NONE, distance, best);
    try_place (room, other, TL_ID_NONE, distance + 0.1, best);
  }
}

static TlPoint
place_at_connector (const TlRoom           *room,
                    const TlScene          *scene,
                    TlBox                   tag,
                    const TlSceneConnector *connector,
                    const TlSceneBadge     *badge)
{
  const TlPoint *points = scene->points + connector->first_point;
  TlPoint home = home_of (scene, connector, badge);
  Try best = { home, HUGE_VAL, HUGE_VAL };

  for (guint round = 0; goes_on (&best, round); round++) {
    for (guint i = 0; i + 1 < connector->n_points; i++)
      slide_along (room, tag, tl_box_from_corners (points[i], points[i + 1]), home,
                   BESIDE * (round + 1), &best);
  }
  return best.at;
}

/* What places are looked up in. */
typedef struct {
  const TlSceneStep      **steps;        /* by mark */
  const TlSceneConnector **connectors;
  const TlSceneBadge     **badges;       /* the first one there */
} Found;

static void
find_marked (const TlOverlay *overlay,
             const TlScene   *scene,
             Found           *found)
{
  found->steps = g_new0 (const TlSceneStep *, overlay->n_marks + 1);
  found->connectors = g_new0 (const TlSceneConnector *, overlay->n_marks + 1);
  found->badges = g_new0 (const TlSceneBadge *, overlay->n_marks + 1);
  for (guint i = 0; i < scene->n_steps; i++) {
    const TlOverlayMark *mark = tl_overlay_mark (overlay, scene->steps[i].id);

    if (mark != NULL)
      found->steps[mark - overlay->marks] = &scene->steps[i];
  }
  for (guint i = 0; i < scene->n_connectors; i++) {
    const TlOverlayMark *mark = tl_overlay_mark (overlay, scene->connectors[i].id);

    if (mark != NULL && scene->connectors[i].n_points > 1)
      found->connectors[mark - overlay->marks] = &scene->connectors[i];
  }
  for (guint i = scene->n_badges; i > 0; i--) {
    const TlOverlayMark *mark = tl_overlay_mark (overlay, scene->badges[i - 1].at);

    if (mark != NULL && scene->badges[i - 1].kind == TL_BADGE_FAILURE)
      found->badges[mark - overlay->marks] = &scene->badges[i - 1];
  }
}

static void
place_tag (TlMarks         *marks,
           guint            index,
           const Found     *found,
           const TlScene   *scene,
           const TlMeasure *measure,
           TlRoom          *room)
{
  const TlOverlayMark *mark = &marks->overlay->marks[index];
  const TlSceneStep *step = found->steps[index];
  const TlSceneConnector *connector = found->connectors[index];
  TlMarkTag *tag = &marks->tags[index];
  TlPoint at, origin;
  TlBox box = { 0, 0, 0, TAG_HEIGHT };

  if (mark->tag == NULL || (step == NULL && connector == NULL))
    return;
  tag->text.text = tl_measure_layout (measure, TL_TEXT_BADGE, mark->tag, 0);
  tag->text.align = TL_ALIGN_CENTRE;
  box.w = ceil (tag->text.text->width) + TAG_PADDING;
  if (step != NULL) {
    origin = (TlPoint) { step->box.x, step->box.y };
    at = place_at_step (room, box, step);
  } else {
    origin = scene->points[connector->first_point];
    at = place_at_connector (room, scene, box, connector, found->badges[index]);
  }
  tl_room_take (room, (TlBox) { at.x, at.y, box.w, box.h });
  tag->box = (TlBox) { at.x - origin.x, at.y - origin.y, box.w, box.h };
  tag->text.box = tag->box;
}

static void
place_tags (TlMarks         *marks,
            const TlScene   *scene,
            const TlMeasure *measure)
{
  guint n = marks->overlay->n_marks;
  g_autoptr (TlRoom) room = NULL;
  Found found;

  marks->tags = g_new0 (TlMarkTag, n + 1);
  if (n == 0)
    return;
  room = tl_room_new (scene);
  find_marked (marks->overlay, scene, &found);
  for (guint i = 0; i < n; i++)
    place_tag (marks, i, &found, scene, measure, room);
  g_free (found.steps);
  g_free (found.connectors);
  g_free (found.badges);
}

/* The legend. */

char *
tl_marks_key_text (const TlOverlay *overlay,
                   guint            level)
{
  /* Translators: a class in a legend, such as "High", and how many there are. */
  return g_strdup_printf (_("%s (%u)"), tl_overlay_class_name (overlay->kind, level),
                          overlay->n_of[level]);
}

/* A line or more of words; moves @y on. */
static TlSceneText
put_words (const TlMeasure *measure,
           TlTextStyle      style,
           const char      *words,
           double           x,
           double           width,
           double          *y)
{
  TlSceneText text = { .align = TL_ALIGN_START };

  text.text = tl_measure_layout (measure, style, words, width);
  text.box = (TlBox) { x, *y, width, text.text->height };
  *y += text.text->height + LINE_GAP;
  return text;
}

/* Sets a key at @at, on a new line when it would pass @right. */
static void
put_key (TlMarks         *marks,
         const TlMeasure *measure,
         const char      *words,
         double           left,
         double           right,
         TlPoint         *at)
{
  TlMarkKey *key = &marks->keys[marks->n_keys++];
  const TlText *text = tl_measure_layout (measure, TL_TEXT_FOOTER, words,
                                          MAX (1, right - left - SWATCH_W - SWATCH_GAP));
  double height = MAX (SWATCH_H, text->height);

  if (at->x > left && at->x + SWATCH_W + SWATCH_GAP + text->width > right) {
    at->x = left;
    at->y += SWATCH_H + LINE_GAP;
  }
  key->swatch = (TlBox) { at->x, at->y + (height - SWATCH_H) / 2, SWATCH_W, SWATCH_H };
  key->text = (TlSceneText) {
    text, { at->x + SWATCH_W + SWATCH_GAP, at->y, text->width, height }, TL_ALIGN_START };
  at->x = key->text.box.x + text->width + KEYS_GAP;
  at->y += height - SWATCH_H;
}

static void
put_keys (TlMarks         *marks,
          const TlMeasure *measure,
          double           left,
          double           right,
          double          *y)
{
  TlOverlay *overlay = marks->overlay;
  TlPoint at = { left, *y };

  for (guint i = 0; i < tl_overlay_n_classes (overlay->kind); i++) {
    g_autofree char *words = tl_marks_key_text (overlay, i);

    marks->keys[marks->n_keys].is_marked = TRUE;
    marks->keys[marks->n_keys].hue = tl_overlay_class (overlay->kind, i)->hue;
    put_key (marks, measure, words, left, right, &at);
  }
  put_key (marks, measure, tl_overlay_unmarked (overlay->kind), left, right, &at);
  *y = at.y + SWATCH_H + LINE_GAP;
}

static void
put_legend (TlMarks         *marks,
            const TlScene   *scene,
            const TlMeasure *measure)
{
  double width = MAX (scene->page.w, NARROWEST);
  double left = scene->page.x + MARGIN, right = scene->page.x + width - MARGIN;
  double top = scene->page.y + scene->page.h, y = top + LEGEND_GAP;

  marks->title = put_words (measure, TL_TEXT_LANE, marks->overlay->title, left, right - left, &y);
  marks->about = put_words (measure, TL_TEXT_FOOTER, tl_overlay_about (marks->overlay->kind), left,
                            right - left, &y);
  put_keys (marks, measure, left, right, &y);
  if (marks->overlay->note != NULL)
    marks->note = put_words (measure, TL_TEXT_FOOTER, marks->overlay->note, left, right - left,
                             &y);
  marks->legend = (TlBox) { scene->page.x, top, width, y + LEGEND_GAP - top };
  marks->page = tl_box_union (scene->page, marks->legend);
}

TlMarks *
tl_marks_new (TlOverlay       *overlay,
              const TlScene   *scene,
              const TlMeasure *measure,
              gboolean         legend)
{
  TlMarks *marks = g_new0 (TlMarks, 1);

  marks->overlay = overlay;
  marks->page = scene->page;
  place_tags (marks, scene, measure);
  if (legend)
    put_legend (marks, scene, measure);
  return marks;
}

void
tl_marks_free (TlMarks *marks)
{
  if (marks == NULL)
    return;

  tl_overlay_free (marks->overlay);
  g_free (marks->tags);
  g_free (marks);
}

double
tl_marks_frame (const TlSceneStep *step)
{
  gboolean bar = step->kind == TL_STEP_FORK || step->kind == TL_STEP_JOIN;

  return bar ? FRAME_OF_BAR : FRAME;
}

gboolean
tl_marks_equal (const TlMarks *a,
                const TlMarks *b)
{
  if (!tl_overlay_equal (a->overlay, b->overlay))
    return FALSE;
  for (guint i = 0; i < a->overlay->n_marks; i++) {
    if (memcmp (&a->tags[i].box, &b->tags[i].box, sizeof (TlBox)) != 0)
      return FALSE;
  }
  return TRUE;
}

gboolean
tl_marks_keep_badge (const TlMarks *marks,
                     TlBadgeKind    kind,
                     TlId           at)
{
#define ABOUT(kind) (1u << TL_BADGE_##kind)
  static const guint about[TL_N_OVERLAYS] = {
    [TL_OVERLAY_NONE] = ABOUT (FAILURE) | ABOUT (RECOVERY) | ABOUT (WAIT),
    [TL_OVERLAY_PRIORITY] = ABOUT (FAILURE),
    [TL_OVERLAY_TIME] = ABOUT (WAIT),
    [TL_OVERLAY_GAPS] = ABOUT (FAILURE),
    [TL_OVERLAY_COVERAGE] = ABOUT (FAILURE) | ABOUT (RECOVERY),
    [TL_OVERLAY_ROLE] = ABOUT (FAILURE) | ABOUT (RECOVERY) | ABOUT (WAIT),
    [TL_OVERLAY_FINDINGS] = ABOUT (FAILURE) | ABOUT (RECOVERY) | ABOUT (WAIT),
  };
#undef ABOUT

  return (about[marks->overlay->kind] & 1u << kind) != 0 &&
         tl_overlay_mark (marks->overlay, at) != NULL;
}
