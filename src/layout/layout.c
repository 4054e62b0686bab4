/* layout.c - keeps a plan and makes its scene when it is asked for. */
#include "layout/plan.h"

#include <string.h>

struct _TlLayout {
  TlPlan   plan;
  gboolean stale;   /* the scene does not show the chart as it is now */
};

static GArray **
part_arrays (TlSceneParts *parts,
             guint         i,
             guint        *size)
{
  const struct {
    GArray **array;
    guint    size;
  } all[] = {
    { &parts->phases, sizeof (TlScenePhase) },
    { &parts->bands, sizeof (TlSceneBand) },
    { &parts->lines, sizeof (TlSceneLine) },
    { &parts->evidence, sizeof (TlSceneEvidence) },
    { &parts->steps, sizeof (TlSceneStep) },
    { &parts->connectors, sizeof (TlSceneConnector) },
    { &parts->points, sizeof (TlPoint) },
    { &parts->hops, sizeof (TlPoint) },
    { &parts->badges, sizeof (TlSceneBadge) },
    { &parts->moods, sizeof (TlSceneMood) },
    { &parts->keys, sizeof (TlSceneKey) },
  };

  if (i >= G_N_ELEMENTS (all))
    return NULL;
  *size = all[i].size;
  return all[i].array;
}

/* Every array of the plan with the size of its elements. */
static GArray **
plan_arrays (TlPlan *plan,
             guint   i,
             guint  *size)
{
  const struct {
    GArray **array;
    gsize    size;
  } all[] = {
    { &plan->lanes, sizeof (TlPlanLane) },
    { &plan->phases, sizeof (TlPlanPhase) },
    { &plan->steps, sizeof (TlPlanStep) },
    { &plan->courses, sizeof (TlCourse) },
    { &plan->ends, sizeof (TlPlanEnd) },
    { &plan->levels, sizeof (TlPlanLevel) },
    { &plan->level_strips, sizeof (TlPlanStrip) },
    { &plan->pos_strips, sizeof (TlPlanStrip) },
    { &plan->row_levels, sizeof (guint) },
    { &plan->index, sizeof (guint) },
    { &plan->cache, sizeof (TlPlanText) },
    { &plan->capsules, sizeof (TlPlanText) },
    { &plan->sheets, sizeof (TlPlanText) },
    { &plan->by_row, sizeof (guint) },
    { &plan->by_column, sizeof (guint) },
    { &plan->scratch, sizeof (guint) },
    { &plan->scratch2, sizeof (guint) },
    { &plan->scratch3, sizeof (guint) },
    { &plan->vertical_use, sizeof (guint16) },
    { &plan->horizontal_use, sizeof (guint16) },
    { &plan->circle_texts, sizeof (const TlText *) },
    { &plan->tag_texts, sizeof (const TlText *) },
    { &plan->choices, sizeof (TlChoice) },
    { &plan->last_choices, sizeof (TlChoice) },
    { &plan->choice_order, sizeof (guint) },
    { &plan->last_spots, sizeof (TlPlanSpot) },
    { &plan->last_index, sizeof (guint) },
    { &plan->doubtful_steps, sizeof (guint8) },
    { &plan->doubtful_across, sizeof (guint8) },
    { &plan->doubtful_along, sizeof (guint8) },
    { &plan->last_row_levels, sizeof (guint) },
    { &plan->kept_steps, tl_keep_step_size () },
    { &plan->kept_courses, tl_keep_course_size () },
    { &plan->kept_row_levels, sizeof (guint) },
    { &plan->kept_level_tracks, sizeof (guint) },
    { &plan->kept_pos_tracks, sizeof (guint) },
    { &plan->boxes, sizeof (TlBox) },
    { &plan->pieces, tl_track_piece_size () },
    { &plan->runs, tl_hop_run_size () },
    { &plan->hops, tl_hop_size () },
  };

  if (i >= G_N_ELEMENTS (all))
    return part_arrays (&plan->parts, i - G_N_ELEMENTS (all), size);
  *size = (guint) all[i].size;
  return all[i].array;
}

TlLayout *
tl_layout_new (const TlChart         *chart,
               const TlMeasure       *measure,
               const TlLayoutOptions *options)
{
  TlLayout *layout;
  GArray **array;
  guint size;

  g_return_val_if_fail (chart != NULL && measure != NULL, NULL);

  layout = g_new0 (TlLayout, 1);
  layout->stale = TRUE;
  layout->plan.chart = chart;
  layout->plan.measure = measure;
  layout->plan.options = options != NULL ? *options : TL_LAYOUT_OPTIONS_FULL;
  for (guint i = 0; (array = plan_arrays (&layout->plan, i, &size)) != NULL; i++) {
    *array = g_array_new (FALSE, TRUE, size);   /* caches rely on cleared new slots */
  }
  return layout;
}

void
tl_layout_free (TlLayout *layout)
{
  GArray **array;
  guint size;

  if (layout == NULL)
    return;
  for (guint i = 0; (array = plan_arrays (&layout->plan, i, &size)) != NULL; i++)
    g_array_unref (*array);
  tl_order_free (layout->plan.order);
  g_free (layout);
}

static void
forget (GArray *cache,
        TlId    id)
{
  if (id < cache->len)
    g_array_index (cache, TlPlanText, id) = (TlPlanText) { .text = NULL };
}

static gboolean
was_connector (const TlPlan *plan,
               TlId          id)
{
  guint place = id < plan->index->len ? g_array_index (plan->index, guint, id) : TL_PLAN_NONE;

  return place < plan->courses->len && TL_PLAN_COURSE (plan, place)->id == id;
}

static gboolean
carries_failure (const TlChart *chart,
                 TlId           connector)
{
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_FAILURE); i++) {
    if (TL_CHART_NTH (chart, FAILURE, TlFailure, i)->at == connector)
      return TRUE;
  }
  return FALSE;
}

/* Whether the touched record @id reads in another place than when the order was made:
 * what is new, gone or of a kind that others are ordered by is taken to.  Of connectors
 * only those matter that failure points are on; one that came to or left a connector is
 * touched itself. */
static gboolean
reads_elsewhere (const TlPlan   *plan,
                 TlId            id,
                 const TlRecord *record)
{
  guint place;

  if (record != NULL && record->kind == TL_RECORD_CONNECTOR)
    return carries_failure (plan->chart, id);
  if (record == NULL || id >= plan->index->len)
    return !was_connector (plan, id);
  place = g_array_index (plan->index, guint, record->id);
  if (record->kind == TL_RECORD_STEP && place < plan->steps->len) {
    const TlStep *step = (const TlStep *) (const void *) record;
    const TlPlanStep *last = TL_PLAN_STEP (plan, place);
    const TlPlanPhase *phase = &g_array_index (plan->phases, TlPlanPhase, last->phase);
    const TlPlanLane *lane = &g_array_index (plan->lanes, TlPlanLane, last->lane);

    return last->id != record->id || step->phase != phase->id || step->lane != lane->id ||
           step->column != (int) (last->column - phase->first_column) ||
           step->row != (int) (last->row - lane->first_row) ||
           place >= tl_chart_n (plan->chart, TL_RECORD_STEP) ||
           tl_chart_nth (plan->chart, TL_RECORD_STEP, place) != record;
  }
  return record->kind != TL_RECORD_CHART && record->kind != TL_RECORD_TOUCHPOINT;
}

void
tl_layout_touch (TlLayout   *layout,
                 const TlId *touched,
                 guint       n_touched)
{
  TlPlan *plan = &layout->plan;

  g_return_if_fail (layout != NULL);

  layout->stale = TRUE;
  if (touched == NULL) {
    g_array_set_size (plan->cache, 0);
    g_array_set_size (plan->capsules, 0);
    g_array_set_size (plan->sheets, 0);
    g_clear_pointer (&plan->order, tl_order_free);
    return;
  }
  for (guint i = 0; i < n_touched; i++) {
    const TlRecord *record = tl_chart_get (plan->chart, touched[i]);

    if (plan->order != NULL && reads_elsewhere (plan, touched[i], record))
      g_clear_pointer (&plan->order, tl_order_free);
    forget (plan->cache, touched[i]);
    forget (plan->capsules, touched[i]);
    forget (plan->sheets, touched[i]);
    if (record != NULL && record->parent != TL_ID_NONE)
      forget (plan->sheets, record->parent);
  }
}

/* The label of a fork or join stands outside of its bar, beyond its badges. */
static TlBox
bar_label_box (const TlPlanStep *step)
{
  TlPoint centre = tl_box_centre (step->box);
  double w, h;

  if (step->label == NULL)
    return step->box;
  w = step->label->width;
  h = step->label->height;
  switch (step->label_side) {
  case TL_SIDE_TOP:
    return (TlBox) { centre.x - w / 2, step->box.y - step->head, w, h };
  case TL_SIDE_RIGHT:
    return (TlBox) { step->box.x + step->box.w + TL_PLAN_BAR_GAP, centre.y - h / 2, w, h };
  case TL_SIDE_LEFT:
    return (TlBox) { step->box.x - TL_PLAN_BAR_GAP - w, centre.y - h / 2, w, h };
  case TL_SIDE_BOTTOM:
  case TL_N_SIDES:
  default:
    return (TlBox) { centre.x - w / 2, step->box.y + step->box.h + step->foot - h, w, h };
  }
}

static void
place_steps (TlPlan *plan)
{
  GArray *steps = plan->parts.steps;

  g_array_set_size (steps, plan->steps->len);
  for (guint i = 0; i < plan->steps->len; i++) {
    const TlPlanStep *step = TL_PLAN_STEP (plan, i);
    const TlStep *record = step->record;
    TlSceneStep out = { .id = step->id, .kind = record->kind, .box = step->box,
                        .band = g_array_index (plan->lanes, TlPlanLane, step->lane).band,
                        .moment_of_truth = record->moment_of_truth };

    out.label = (TlSceneText) { step->label, tl_shape_text_box (record->kind, step->box),
                                TL_ALIGN_CENTRE };
    if (record->kind == TL_STEP_FORK || record->kind == TL_STEP_JOIN)
      out.label.box = bar_label_box (step);
    g_array_index (steps, TlSceneStep, i) = out;
  }
}

static void
hand_over (TlPlan *plan,
           double  right,
           double  bottom)
{
  TlScene *s = &plan->scene;
  TlSceneParts *p = &plan->parts;

  s->page = (TlBox) { 0, 0, right + TL_PLAN_MARGIN, bottom + TL_PLAN_MARGIN };
  s->grid = (TlBox) { plan->grid_x, plan->grid_y, right - plan->grid_x,
                      plan->grid_bottom - plan->grid_y };
#define HAND_OVER(name, Type) \
  s->name = (Type *) (void *) p->name->data; \
  s->n_##name = p->name->len
  HAND_OVER (phases, TlScenePhase);
  HAND_OVER (bands, TlSceneBand);
  HAND_OVER (lines, TlSceneLine);
  HAND_OVER (evidence, TlSceneEvidence);
  HAND_OVER (steps, TlSceneStep);
  HAND_OVER (connectors, TlSceneConnector);
  HAND_OVER (points, TlPoint);
  HAND_OVER (hops, TlPoint);
  HAND_OVER (badges, TlSceneBadge);
  HAND_OVER (moods, TlSceneMood);
  HAND_OVER (keys, TlSceneKey);
#undef HAND_OVER
}

static void
make_scene (TlPlan *plan)
{
  double y, right, bottom;

  if (plan->order == NULL)
    plan->order = tl_order_new (plan->chart);
  tl_grid_build (plan);
  tl_texts_measure (plan);
  if (!tl_keep_restore (plan)) {
    tl_route_choose (plan);
    tl_track_assign (plan);
    tl_keep_store (plan);
  }
  tl_texts_settle_bars (plan);
  tl_port_assign (plan);

  tl_band_measure (plan);
  tl_place_columns (plan, TL_PLAN_MARGIN + TL_PLAN_HEADER);
  y = tl_head_place (plan, TL_PLAN_MARGIN);
  bottom = tl_place_levels (plan, y);
  place_steps (plan);
  tl_trace_courses (plan);
  tl_hop_find (plan);
  tl_badge_place (plan);
  right = tl_line_place (plan);
  tl_band_place (plan, right);
  bottom = tl_foot_place (plan, bottom, right);
  hand_over (plan, right, bottom);
}

const TlScene *
tl_layout_scene (TlLayout *layout)
{
  g_return_val_if_fail (layout != NULL, NULL);

  if (layout->stale)
    make_scene (&layout->plan);
  layout->stale = FALSE;
  return &layout->plan.scene;
}

gboolean
tl_layout_cell_at (TlLayout *layout,
                   TlPoint   point,
                   TlCell   *cell)
{
  g_return_val_if_fail (layout != NULL && cell != NULL, FALSE);

  tl_layout_scene (layout);
  return tl_cell_find (&layout->plan, point, cell);
}

TlBox
tl_layout_cell_box (TlLayout     *layout,
                    const TlCell *cell)
{
  TlBox none = { 0, 0, 0, 0 };

  g_return_val_if_fail (layout != NULL && cell != NULL, none);

  tl_layout_scene (layout);
  return tl_cell_box (&layout->plan, cell);
}

gboolean
tl_layout_cut_at (TlLayout     *layout,
                  const TlCell *cell,
                  TlPoint      *cut)
{
  g_return_val_if_fail (layout != NULL && cell != NULL && cut != NULL, FALSE);

  tl_layout_scene (layout);
  return tl_cell_cut (&layout->plan, cell, cut);
}
