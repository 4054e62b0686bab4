/* head.c - what stands above the lanes: title, phases, satisfaction, evidence. */
#include "layout/plan.h"

#include "model/units.h"

#include <glib/gi18n-lib.h>

#define TITLE_GAP        4.0
#define HEAD_GAP        20.0   /* from the subtitle to the phases */
#define PHASE_HEIGHT    30.0
#define PHASE_PADDING    6.0
#define PHASE_GAP       12.0   /* between two chevrons */
#define PHASE_INDENT    14.0   /* from the left end of a chevron to its name */
#define BAND_GAP         8.0
#define CURVE_HEIGHT    96.0
#define CURVE_PADDING   20.0
#define SHEET_HEIGHT    52.0
#define SHEET_PADDING   12.0
#define SHEET_GAP       10.0
#define EVIDENCE_PADDING 22.0

/* Lines of the subtitle stand side by side, each a whole text of its own. */
static const TlText *
subtitle (TlPlan *plan,
          double  width)
{
  const TlChartInfo *info = tl_chart_info (plan->chart);
  g_autoptr (GString) text = g_string_new (NULL);
  const char *parts[] = { info->service, info->segment, info->scenario };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    if (parts[i] == NULL || *parts[i] == '\0')
      continue;
    /* What an import called both by its only name stands in the title already. */
    if (parts[i] == info->service && g_strcmp0 (info->service, info->title) == 0)
      continue;
    g_string_append_printf (text, "%s%s", text->len > 0 ? " \302\267 " : "", parts[i]);
  }
  if (info->tolerance != TL_NO_INT && info->tolerance > 0) {
    g_autofree char *time = tl_duration_text (info->tolerance);

    if (text->len > 0)
      g_string_append (text, " \302\267 ");
    /* Translators: the longest a customer accepts for the whole service, such as "5 min". */
    g_string_append_printf (text, _("at most %s"), time);
  }
  if (text->len == 0)
    return NULL;
  return tl_measure_layout (plan->measure, TL_TEXT_SUBTITLE, text->str, width);
}

static double
place_title (TlPlan *plan,
             double  y)
{
  const TlChartInfo *info = tl_chart_info (plan->chart);
  double width = MAX (TL_PLAN_LEAST_WIDTH, plan->grid_right - TL_PLAN_MARGIN);
  TlScene *scene = &plan->scene;

  scene->title = scene->subtitle = (TlSceneText) { .text = NULL };
  if (!plan->options.titles)
    return y;
  if (info->title != NULL && *info->title != '\0') {
    const TlText *text = tl_measure_layout (plan->measure, TL_TEXT_TITLE, info->title, width);

    scene->title = (TlSceneText) { text, { TL_PLAN_MARGIN, y, text->width, text->height },
                                   TL_ALIGN_START };
    y += text->height + TITLE_GAP;
  }
  {
    const TlText *text = subtitle (plan, width);

    if (text != NULL) {
      scene->subtitle = (TlSceneText) { text, { TL_PLAN_MARGIN, y, text->width, text->height },
                                        TL_ALIGN_START };
      y += text->height;
    }
  }
  return y + HEAD_GAP;
}

/* Where the phase that begins with column @column starts: the middle of the gutter. */
static double
phase_start (const TlPlan *plan,
             guint         column)
{
  const TlPlanStrip *gutter;

  if (column == 0)
    return plan->grid_x;
  gutter = TL_PLAN_PSTRIP (plan, 2 * column);
  return gutter->start + (column == plan->n_columns ? gutter->size : gutter->size / 2);
}

static double
place_phases (TlPlan *plan,
              double  y)
{
  double height = PHASE_HEIGHT;

  g_array_set_size (plan->parts.phases, 0);
  if (plan->phases->len < 2)
    return y;
  for (guint i = 0; i < plan->phases->len; i++) {
    const TlPlanPhase *phase = &g_array_index (plan->phases, TlPlanPhase, i);
    const TlPhase *record = TL_CHART_NTH (plan->chart, PHASE, TlPhase, i);
    double x0 = phase_start (plan, phase->first_column) + (i > 0 ? PHASE_GAP / 2 : 0);
    double x1 = phase_start (plan, phase->first_column + phase->n_columns);
    double indent = PHASE_INDENT + (i > 0 ? TL_SHAPE_ARROW : 0);
    TlScenePhase out = { .id = phase->id };
    const TlText *text;

    /* Tips reach into the next phase's notch. */
    x1 += i + 1 < plan->phases->len ? TL_SHAPE_ARROW - PHASE_GAP / 2 : 0;
    text = tl_measure_layout (plan->measure, TL_TEXT_PHASE,
                              record->name != NULL ? record->name : "",
                              x1 - x0 - indent - TL_SHAPE_ARROW - PHASE_PADDING);
    out.box = (TlBox) { x0, y, x1 - x0, 0 };
    out.name = (TlSceneText) { text, { x0 + indent, y, text->width, 0 }, TL_ALIGN_START };
    height = MAX (height, text->height + 2 * PHASE_PADDING);
    g_array_append_val (plan->parts.phases, out);
  }
  for (guint i = 0; i < plan->parts.phases->len; i++) {
    TlScenePhase *phase = &g_array_index (plan->parts.phases, TlScenePhase, i);

    phase->box.h = phase->name.box.h = height;
  }
  return y + height + BAND_GAP;
}

/* One point a column: where several customer steps happen at once, the worst. */
static void
collect_moods (TlPlan *plan)
{
  guint column = TL_PLAN_NONE;

  g_array_set_size (plan->parts.moods, 0);
  for (guint i = 0; i < plan->by_column->len; i++) {
    const TlPlanStep *step = TL_PLAN_STEP (plan, g_array_index (plan->by_column, guint, i));
    const TlPlanLane *lane = &g_array_index (plan->lanes, TlPlanLane, step->lane);
    const TlPlanStrip *strip = TL_PLAN_PSTRIP (plan, tl_plan_pos (step));
    TlSceneMood mood = { step->id, step->record->emotion,
                         { strip->start + strip->size / 2, 0 } };

    if (lane->band != TL_BAND_CUSTOMER || mood.emotion == TL_NO_INT)
      continue;
    if (step->column == column) {
      TlSceneMood *last = &g_array_index (plan->parts.moods, TlSceneMood,
                                          plan->parts.moods->len - 1);

      if (mood.emotion < last->emotion)
        *last = mood;
    } else {
      g_array_append_val (plan->parts.moods, mood);
    }
    column = step->column;
  }
}

static double
place_curve (TlPlan *plan,
             double  y)
{
  TlScene *scene = &plan->scene;
  double half = CURVE_HEIGHT / 2 - CURVE_PADDING;
  double word_right = TL_PLAN_MARGIN + TL_PLAN_HEADER - 8;

  plan->curve_height = 0;
  scene->curve_top = scene->curve_bottom = (TlSceneText) { .text = NULL };
  collect_moods (plan);
  if (!plan->options.satisfaction || plan->parts.moods->len < 2) {
    g_array_set_size (plan->parts.moods, 0);
    return y;
  }
  plan->curve_y = y;
  plan->curve_height = CURVE_HEIGHT;
  scene->curve_zero = y + CURVE_HEIGHT / 2;
  for (guint i = 0; i < plan->parts.moods->len; i++) {
    TlSceneMood *mood = &g_array_index (plan->parts.moods, TlSceneMood, i);

    mood->point.y = scene->curve_zero - CLAMP (mood->emotion, -2, 2) * half / 2;
  }
  {
    const TlText *top = tl_measure_layout (plan->measure, TL_TEXT_LINE, _("delighted"), 0);
    const TlText *bottom = tl_measure_layout (plan->measure, TL_TEXT_LINE, _("dissatisfied"), 0);

    scene->curve_top = (TlSceneText) {
      top, { word_right - top->width, scene->curve_zero - half - top->height / 2, top->width,
             top->height }, TL_ALIGN_END };
    scene->curve_bottom = (TlSceneText) {
      bottom, { word_right - bottom->width, scene->curve_zero + half - bottom->height / 2,
                bottom->width, bottom->height }, TL_ALIGN_END };
  }
  return y + CURVE_HEIGHT;
}

/* The touchpoints of a step, one a line. */
static const TlText *
sheet_text (TlPlan           *plan,
            const TlPlanStep *step,
            double            width)
{
  const TlIdList *children = &step->record->head.children;
  TlPlanText *slot = &g_array_index (plan->sheets, TlPlanText, step->id);

  if (slot->text == NULL || slot->width < width || slot->width > width) {
    g_autoptr (GString) text = g_string_new (NULL);

    for (guint i = 0; i < children->n; i++) {
      const TlTouchpoint *touchpoint = TL_CHART_GET (plan->chart, TOUCHPOINT, TlTouchpoint,
                                                     children->ids[i]);

      if (touchpoint == NULL || touchpoint->name == NULL)
        continue;
      g_string_append_printf (text, "%s%s%s", text->len > 0 ? "\n" : "",
                              children->n > 1 ? "\342\200\242 " : "", touchpoint->name);
    }
    slot->text = tl_measure_layout (plan->measure, TL_TEXT_EVIDENCE, text->str, width);
    slot->width = width;
  }
  return slot->text;
}

static double
place_evidence (TlPlan *plan,
                double  y)
{
  guint limit = tl_chart_id_limit (plan->chart);
  guint column = TL_PLAN_NONE;
  double at = 0, height = 0;

  plan->evidence_height = 0;
  g_array_set_size (plan->parts.evidence, 0);
  if (!plan->options.evidence)
    return y;
  if (plan->sheets->len < limit)
    g_array_set_size (plan->sheets, limit);
  for (guint i = 0; i < plan->by_column->len; i++) {
    const TlPlanStep *step = TL_PLAN_STEP (plan, g_array_index (plan->by_column, guint, i));
    const TlPlanStrip *strip = TL_PLAN_PSTRIP (plan, tl_plan_pos (step));
    guint n = step->record->head.children.n;
    TlSceneEvidence sheet = { .step = step->id, .n_touchpoints = n };
    const TlText *text;

    if (n == 0)
      continue;
    at = step->column == column ? at + SHEET_GAP : y + EVIDENCE_PADDING;
    column = step->column;
    text = sheet_text (plan, step, step->plain_width - 2 * SHEET_PADDING);
    sheet.box = (TlBox) { strip->start + (strip->size - step->plain_width) / 2, at,
                          step->plain_width,
                          MAX (SHEET_HEIGHT, ceil (text->height) + 2 * SHEET_PADDING) };
    sheet.text = (TlSceneText) { text, tl_box_grow (sheet.box, -SHEET_PADDING),
                                 n > 1 ? TL_ALIGN_START : TL_ALIGN_CENTRE };
    at += sheet.box.h;
    height = MAX (height, at - y + EVIDENCE_PADDING);
    g_array_append_val (plan->parts.evidence, sheet);
  }
  plan->evidence_y = y;
  plan->evidence_height = height;
  return y + height;
}

double
tl_head_place (TlPlan *plan,
               double  y)
{
  y = place_title (plan, y);
  y = place_phases (plan, y);
  y = place_curve (plan, y);
  return place_evidence (plan, y);
}
