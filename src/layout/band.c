/* band.c - lanes, the lines between them, and the names of both. */
#include "layout/plan.h"

#include <glib/gi18n-lib.h>

#define NAME_START     12.0   /* from the left end of a header to its name */
#define NAME_END        8.0
#define NAME_ABOVE      2.0   /* from the name of a line to the line */
#define NAME_MARGIN     8.0   /* from the name of a line to what is left and right of it */

static const TlText *
lane_text (TlPlan           *plan,
           const TlPlanLane *lane)
{
  TlPlanText *slot = &g_array_index (plan->cache, TlPlanText, lane->id);

  if (slot->text == NULL)
    slot->text = tl_measure_layout (plan->measure, TL_TEXT_LANE,
                                    lane->name != NULL ? lane->name : "",
                                    TL_PLAN_HEADER - NAME_START - NAME_END);
  return slot->text;
}

void
tl_band_measure (TlPlan *plan)
{
  for (guint i = 0; i < plan->lanes->len; i++) {
    TlPlanLane *lane = &g_array_index (plan->lanes, TlPlanLane, i);

    lane->text = lane_text (plan, lane);
    lane->header_height = lane->text->height + 2 * NAME_END;
  }
}

/* The line between two neighbouring lanes; where a band is missing its two lines
 * fall together and the higher one is drawn. */
static gboolean
line_between (TlBand      above,
              TlBand      below,
              TlLineKind *kind)
{
  if (above == below)
    return FALSE;
  if (above == TL_BAND_CUSTOMER)
    *kind = TL_LINE_INTERACTION;
  else if (above == TL_BAND_ONSTAGE)
    *kind = TL_LINE_VISIBILITY;
  else
    *kind = TL_LINE_INTERNAL;
  return above < below;
}

static const char *
line_name (TlLineKind kind)
{
  switch (kind) {
  case TL_LINE_INTERACTION:
    return _("Line of interaction");
  case TL_LINE_VISIBILITY:
    return _("Line of visibility");
  case TL_LINE_INTERNAL:
  default:
    return _("Line of internal interaction");
  }
}

static void
add_if_right (GArray *boxes,
              double  x,
              TlBox   box)
{
  if (box.x + box.w > x)
    g_array_append_val (boxes, box);
}

/* Boxes of all that is drawn right of @x; runs are boxes without width or height. */
static void
collect_right_of (TlPlan *plan,
                  double  x)
{
  const TlSceneParts *parts = &plan->parts;
  GArray *boxes = plan->boxes;

  g_array_set_size (boxes, 0);
  for (guint i = 0; i < parts->connectors->len; i++) {
    const TlSceneConnector *c = &g_array_index (parts->connectors, TlSceneConnector, i);
    const TlPoint *points = &g_array_index (parts->points, TlPoint, c->first_point);

    if (c->bounds.x + c->bounds.w <= x)
      continue;
    if (c->label.text != NULL)
      add_if_right (boxes, x, c->label_box);
    for (guint k = 0; k + 1 < c->n_points; k++)
      add_if_right (boxes, x, tl_box_from_corners (points[k], points[k + 1]));
  }
  for (guint i = 0; i < parts->badges->len; i++)
    add_if_right (boxes, x, g_array_index (parts->badges, TlSceneBadge, i).box);
  for (guint i = 0; i < plan->steps->len; i++) {
    const TlPlanStep *step = TL_PLAN_STEP (plan, i);
    const TlSceneText *label = &g_array_index (parts->steps, TlSceneStep, i).label;

    add_if_right (boxes, x, step->box);
    if (label->text != NULL)
      add_if_right (boxes, x, label->box);
  }
}

/* Right end of what is drawn between @top and @bottom, @right at the least. */
static double
right_end (const TlPlan *plan,
           double        top,
           double        bottom,
           double        right)
{
  for (guint i = 0; i < plan->boxes->len; i++) {
    TlBox box = g_array_index (plan->boxes, TlBox, i);

    if (box.y < bottom && box.y + box.h > top)
      right = MAX (right, box.x + box.w);
  }
  return right;
}

double
tl_line_place (TlPlan *plan)
{
  double right = MAX (plan->grid_right, TL_PLAN_MARGIN + TL_PLAN_LEAST_WIDTH), widest = 0;
  GArray *lines = plan->parts.lines;

  g_array_set_size (lines, 0);
  for (guint i = 0; i + 1 < plan->lanes->len; i++) {
    const TlPlanLane *above = &g_array_index (plan->lanes, TlPlanLane, i);
    const TlPlanLane *below = &g_array_index (plan->lanes, TlPlanLane, i + 1);
    TlSceneLine line = { .x0 = TL_PLAN_MARGIN, .y = below->y };
    const TlText *text;

    if (!line_between (above->band, below->band, &line.kind))
      continue;
    text = tl_measure_layout (plan->measure, TL_TEXT_LINE, line_name (line.kind), 0);
    line.name = (TlSceneText) { text, { 0, line.y - NAME_ABOVE - text->height, text->width,
                                        text->height }, TL_ALIGN_END };
    widest = MAX (widest, text->width + 2 * NAME_MARGIN);
    g_array_append_val (lines, line);
  }
  collect_right_of (plan, right - widest);
  for (guint i = 0; i < lines->len; i++) {
    const TlSceneLine *line = &g_array_index (lines, TlSceneLine, i);
    double room = line->name.box.w + 2 * NAME_MARGIN;

    right = MAX (right, right_end (plan, line->name.box.y - 1, line->y, right - room) + room);
  }
  return ceil (right);
}

static void
add_band (TlPlan         *plan,
          TlSceneBandKind kind,
          const TlPlanLane *lane,
          double          y,
          double          height,
          double          right,
          const TlText   *text)
{
  TlSceneBand band = { .kind = kind,
                       .box = { TL_PLAN_MARGIN, y, right - TL_PLAN_MARGIN, height },
                       .header = { TL_PLAN_MARGIN, y, TL_PLAN_HEADER, height } };

  if (lane != NULL) {
    band.id = lane->id;
    band.band = lane->band;
  }
  band.name = (TlSceneText) { text, { TL_PLAN_MARGIN + NAME_START, y,
                                      TL_PLAN_HEADER - NAME_START - NAME_END, height },
                              TL_ALIGN_START };
  g_array_append_val (plan->parts.bands, band);
}

void
tl_band_place (TlPlan *plan,
               double  right)
{
  double width = TL_PLAN_HEADER - NAME_START - NAME_END;

  g_array_set_size (plan->parts.bands, 0);
  if (plan->curve_height > 0)
    add_band (plan, TL_SCENE_SATISFACTION, NULL, plan->curve_y, plan->curve_height, right,
              tl_measure_layout (plan->measure, TL_TEXT_LANE, _("Satisfaction"), width));
  if (plan->evidence_height > 0)
    add_band (plan, TL_SCENE_EVIDENCE, NULL, plan->evidence_y, plan->evidence_height, right,
              tl_measure_layout (plan->measure, TL_TEXT_LANE, _("Physical evidence"), width));
  for (guint i = 0; i < plan->lanes->len; i++) {
    const TlPlanLane *lane = &g_array_index (plan->lanes, TlPlanLane, i);

    add_band (plan, TL_SCENE_LANE, lane, lane->y, lane->height, right, lane->text);
  }
  for (guint i = 0; i < plan->parts.lines->len; i++) {
    TlSceneLine *line = &g_array_index (plan->parts.lines, TlSceneLine, i);

    line->x1 = right;
    line->name.box.x = right - NAME_MARGIN - line->name.box.w;
  }
}
