/* scene-check.c - the measuring of scenes.
 *
 * Charts are wide and low, so everything is sorted by x and searched in a window
 * of x: a chart of thousands of steps is measured in milliseconds.
 */
#include "scene-check.h"

#include <string.h>

#define SLACK      0.5    /* chart units below which two places are the same to the eye */
#define MAX_STORY  24     /* faults told in words */

typedef struct {
  guint   connector, index;   /* run index..index + 1 of the connector's points */
  TlPoint a, b;
  double  x0, x1, y0, y1;
  gboolean flat;              /* horizontal */
} Run;

typedef enum { THING_STEP, THING_BADGE, THING_EVIDENCE, THING_LABEL, THING_WORD,
               THING_NAME } ThingKind;

/* Anything with a box that others must keep out of. */
typedef struct {
  ThingKind kind;
  TlId      id;          /* of the step, badge, connector */
  TlId      at;          /* what it is attached to */
  TlBox     box;
} Thing;

typedef struct {
  const TlScene     *scene;
  const TlSceneEnds *ends;
  TlSceneReport     *report;
  GArray            *runs;      /* Run, by connector */
  GArray            *things;    /* Thing, by box.x */
  double             widest;    /* of the things */
  GHashTable        *steps;     /* handle -> TlSceneStep */
  GArray           **crossings; /* by connector: TlPoint of crossings with earlier ones */
} Check;

static const char *const fault_names[TL_N_FAULTS] = {
  "through-step", "through-badge", "through-evidence", "through-label", "shared", "touch",
  "diagonal", "backtrack", "loose-end", "step-overlap", "label-overlap", "badge-overlap",
  "evidence-overlap", "through-name", "name-overlap", "clipped", "off-page", "hops", "missing",
};

G_GNUC_PRINTF (3, 4)
static void
add_fault (TlSceneReport *report,
           TlFault        fault,
           const char    *format,
           ...)
{
  va_list args;

  report->faults[fault]++;
  if (++report->n_faults > MAX_STORY)
    return;
  g_string_append_printf (report->story, "%s: ", fault_names[fault]);
  va_start (args, format);
  g_string_append_vprintf (report->story, format, args);
  va_end (args);
  g_string_append_c (report->story, '\n');
}

static const TlSceneStep *
find_step (const Check *check,
           TlId         id)
{
  return g_hash_table_lookup (check->steps, GUINT_TO_POINTER (id));
}

/* Boxes that only touch, or by less than the eye sees, do not overlap. */
static gboolean
overlap (TlBox a,
         TlBox b)
{
  return tl_box_overlaps (tl_box_grow (a, -SLACK / 2), tl_box_grow (b, -SLACK / 2));
}

static gboolean
is_bar (const TlSceneStep *step)
{
  return step->kind == TL_STEP_FORK || step->kind == TL_STEP_JOIN;
}

/* The box that the lines of a text really take. */
static TlBox
ink_of (const TlSceneText *text)
{
  double w = text->text->width, h = text->text->height;
  double x = text->box.x;

  if (text->align == TL_ALIGN_CENTRE)
    x += (text->box.w - w) / 2;
  else if (text->align == TL_ALIGN_END)
    x += text->box.w - w;
  return (TlBox) { x, text->box.y + (text->box.h - h) / 2, w, h };
}

static int
compare_things (gconstpointer a,
                gconstpointer b)
{
  double d = ((const Thing *) a)->box.x - ((const Thing *) b)->box.x;

  return (d > 0) - (d < 0);
}

static void
add_thing (Check    *check,
           ThingKind kind,
           TlId      id,
           TlId      at,
           TlBox     box)
{
  Thing thing = { kind, id, at, box };

  check->widest = MAX (check->widest, box.w);
  g_array_append_val (check->things, thing);
}

static void
collect_things (Check *check)
{
  const TlScene *scene = check->scene;

  for (guint i = 0; i < scene->n_steps; i++) {
    const TlSceneStep *step = &scene->steps[i];

    g_hash_table_insert (check->steps, GUINT_TO_POINTER (step->id), (gpointer) step);
    add_thing (check, THING_STEP, step->id, TL_ID_NONE, step->box);
    if (is_bar (step) && step->label.text != NULL)
      add_thing (check, THING_WORD, step->id, step->id, ink_of (&step->label));
  }
  for (guint i = 0; i < scene->n_badges; i++)
    add_thing (check, THING_BADGE, scene->badges[i].id, scene->badges[i].at, scene->badges[i].box);
  for (guint i = 0; i < scene->n_evidence; i++)
    add_thing (check, THING_EVIDENCE, scene->evidence[i].step, scene->evidence[i].step,
               scene->evidence[i].box);
  for (guint i = 0; i < scene->n_connectors; i++) {
    if (scene->connectors[i].label.text != NULL)
      add_thing (check, THING_LABEL, scene->connectors[i].id, scene->connectors[i].id,
                 scene->connectors[i].label_box);
  }
  for (guint i = 0; i < scene->n_lines; i++) {
    if (scene->lines[i].name.text != NULL)
      add_thing (check, THING_NAME, i, TL_ID_NONE, ink_of (&scene->lines[i].name));
  }
  g_array_sort (check->things, compare_things);
}

/* Index of the first thing that can reach @x from the left. */
static guint
first_thing (const Check *check,
             double       x)
{
  guint low = 0, high = check->things->len;

  while (low < high) {
    guint middle = (low + high) / 2;

    if (g_array_index (check->things, Thing, middle).box.x < x - check->widest)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* Runs of one connector: straight, without turning back. */
static void
collect_runs (Check *check,
              guint  index)
{
  const TlSceneConnector *connector = &check->scene->connectors[index];
  const TlPoint *points = &check->scene->points[connector->first_point];

  if (connector->n_points < 2) {
    add_fault (check->report, TL_FAULT_DIAGONAL, "connector %u has %u points", connector->id,
               connector->n_points);
    return;
  }
  for (guint i = 0; i + 1 < connector->n_points; i++) {
    TlPoint a = points[i], b = points[i + 1];
    Run run = {
      index, i, a, b, MIN (a.x, b.x), MAX (a.x, b.x), MIN (a.y, b.y), MAX (a.y, b.y),
      ABS (a.y - b.y) <= ABS (a.x - b.x),
    };

    check->report->length += ABS (a.x - b.x) + ABS (a.y - b.y);
    if (!(ABS (a.x - b.x) < 1e-6 || ABS (a.y - b.y) < 1e-6))
      add_fault (check->report, TL_FAULT_DIAGONAL, "connector %u from %g,%g to %g,%g",
                 connector->id, a.x, a.y, b.x, b.y);
    g_array_append_val (check->runs, run);
    if (i > 0) {
      TlPoint before = points[i - 1];
      double along = (a.x - before.x) * (b.x - a.x) + (a.y - before.y) * (b.y - a.y);
      double across = (a.x - before.x) * (b.y - a.y) - (a.y - before.y) * (b.x - a.x);

      if (ABS (across) > 1e-9)
        check->report->bends++;
      if (along < -1e-9)
        add_fault (check->report, TL_FAULT_BACKTRACK, "connector %u at %g,%g", connector->id,
                   a.x, a.y);
    }
  }
}

/* Whether @point is on the outline of @step.  Pills and hexagons have corners cut
 * off, so that there an end may lie inside the box by as much as the cut. */
static gboolean
is_on_outline (const TlSceneStep *step,
               TlPoint            point)
{
  TlBox box = step->box;
  double dx = MIN (ABS (point.x - box.x), ABS (point.x - box.x - box.w));
  double dy = MIN (ABS (point.y - box.y), ABS (point.y - box.y - box.h));
  double r = box.h / 2;
  double off = ABS (point.y - box.y - r);

  if (!tl_box_contains (tl_box_grow (box, SLACK), point))
    return FALSE;
  if (dx <= SLACK || dy <= SLACK)
    return TRUE;
  if (step->kind == TL_STEP_START || step->kind == TL_STEP_END)
    return ABS (dx - (r - sqrt (MAX (0, r * r - off * off)))) <= 1.5;
  return step->kind == TL_STEP_DECISION && dx <= off * MIN (1, box.w / 4 / r) + 1.5;
}

static void
check_end (Check   *check,
           guint    connector,
           TlId     id,
           TlPoint  end)
{
  const TlSceneStep *step = find_step (check, id);

  if (step == NULL || !is_on_outline (step, end))
    add_fault (check->report, TL_FAULT_LOOSE_END, "connector %u ends at %g,%g, not on step %u",
               check->scene->connectors[connector].id, end.x, end.y, id);
}

/* At its own step a run may be inside the box only where the shape's cut corner lets it. */
static gboolean
is_own_end (const Check *check,
            const Run   *run,
            const Thing *thing)
{
  const TlSceneConnector *connector = &check->scene->connectors[run->connector];
  const TlSceneStep *step = find_step (check, thing->id);
  TlBox box = thing->box;
  TlPoint outside;
  double depth;

  if (run->index == 0 && thing->id == check->ends[run->connector].from)
    outside = run->b;
  else if (run->index + 2 == connector->n_points && thing->id == check->ends[run->connector].to)
    outside = run->a;
  else
    return FALSE;

  if (tl_box_contains (tl_box_grow (box, -2 * SLACK), outside))
    return FALSE;
  depth = run->flat ? MIN (run->x1, box.x + box.w) - MAX (run->x0, box.x)
                    : MIN (run->y1, box.y + box.h) - MAX (run->y0, box.y);
  if (step->kind == TL_STEP_START || step->kind == TL_STEP_END || step->kind == TL_STEP_DECISION)
    return depth <= box.h / 2 + SLACK;
  return depth <= 2 * SLACK;
}

static void
check_run_against (Check       *check,
                   const Run   *run,
                   const Thing *thing)
{
  static const TlFault faults[] = {
    [THING_STEP] = TL_FAULT_THROUGH_STEP,         [THING_BADGE] = TL_FAULT_THROUGH_BADGE,
    [THING_EVIDENCE] = TL_FAULT_THROUGH_EVIDENCE, [THING_LABEL] = TL_FAULT_THROUGH_LABEL,
    [THING_WORD] = TL_FAULT_THROUGH_LABEL,        [THING_NAME] = TL_FAULT_THROUGH_NAME,
  };
  TlId id = check->scene->connectors[run->connector].id;

  if (!tl_box_cut_by_run (tl_box_grow (thing->box, -SLACK / 2), run->a, run->b))
    return;
  if (thing->kind == THING_LABEL && thing->id == id)
    return;
  if (thing->kind == THING_BADGE && thing->at == id)
    return;
  if (thing->kind == THING_STEP && is_own_end (check, run, thing))
    return;
  add_fault (check->report, faults[thing->kind],
             "connector %u from %g,%g to %g,%g enters %u (%g,%g %gx%g)", id, run->a.x, run->a.y,
             run->b.x, run->b.y, thing->id, thing->box.x, thing->box.y, thing->box.w,
             thing->box.h);
}

static void
check_runs_against_things (Check *check)
{
  for (guint i = 0; i < check->runs->len; i++) {
    const Run *run = &g_array_index (check->runs, Run, i);

    for (guint k = first_thing (check, run->x0); k < check->things->len; k++) {
      const Thing *thing = &g_array_index (check->things, Thing, k);

      if (thing->box.x > run->x1)
        break;
      check_run_against (check, run, thing);
    }
  }
}

static TlFault
overlap_fault (ThingKind a,
               ThingKind b)
{
  if (a == THING_NAME || b == THING_NAME)
    return TL_FAULT_NAME_OVERLAP;
  if (a == THING_BADGE || b == THING_BADGE)
    return TL_FAULT_BADGE_OVERLAP;
  if (a == THING_LABEL || b == THING_LABEL || a == THING_WORD || b == THING_WORD)
    return TL_FAULT_LABEL_OVERLAP;
  if (a == THING_EVIDENCE || b == THING_EVIDENCE)
    return TL_FAULT_EVIDENCE_OVERLAP;
  return TL_FAULT_STEP_OVERLAP;
}

/* A badge may lie over the step it sits on, though not over its words. */
static gboolean
may_overlap (const Check *check,
             const Thing *a,
             const Thing *b)
{
  const Thing *badge = a->kind == THING_BADGE ? a : b;
  const Thing *other = badge == a ? b : a;
  const TlSceneStep *step;

  if (badge->kind != THING_BADGE || other->kind != THING_STEP || badge->at != other->id)
    return FALSE;
  step = find_step (check, other->id);
  return step->label.text == NULL || is_bar (step) || !overlap (badge->box, ink_of (&step->label));
}

static void
check_overlaps (Check *check)
{
  for (guint i = 0; i < check->things->len; i++) {
    const Thing *a = &g_array_index (check->things, Thing, i);

    for (guint k = i + 1; k < check->things->len; k++) {
      const Thing *b = &g_array_index (check->things, Thing, k);

      if (b->box.x > a->box.x + a->box.w)
        break;
      if (overlap (a->box, b->box) && !may_overlap (check, a, b))
        add_fault (check->report, overlap_fault (a->kind, b->kind),
                   "%u (%g,%g %gx%g) and %u (%g,%g %gx%g)", a->id, a->box.x, a->box.y, a->box.w,
                   a->box.h, b->id, b->box.x, b->box.y, b->box.w, b->box.h);
    }
  }
}

/* Shared stretches: runs of one direction, sorted by the line they lie on. */

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const Run *r = *(const Run *const *) a, *s = *(const Run *const *) b;
  double d = r->flat ? r->y0 - s->y0 : r->x0 - s->x0;

  return (d > 0) - (d < 0);
}

static int
compare_starts (gconstpointer a,
                gconstpointer b)
{
  const Run *r = *(const Run *const *) a, *s = *(const Run *const *) b;
  double d = r->flat ? r->x0 - s->x0 : r->y0 - s->y0;

  return (d > 0) - (d < 0);
}

/* The runs @runs[0..n) lie on about one line and are sorted by their starts. */
static void
check_line (Check      *check,
            const Run **runs,
            guint       n)
{
  for (guint i = 0; i < n; i++) {
    const Run *r = runs[i];
    double end = r->flat ? r->x1 : r->y1;

    for (guint k = i + 1; k < n; k++) {
      const Run *s = runs[k];
      double start = s->flat ? s->x0 : s->y0;
      double until = MIN (end, s->flat ? s->x1 : s->y1);
      double apart = r->flat ? s->y0 - r->y0 : s->x0 - r->x0;

      if (start >= end - SLACK)
        break;
      if (r->connector != s->connector && ABS (apart) <= SLACK && until - start > SLACK)
        add_fault (check->report, TL_FAULT_SHARED,
                   "connectors %u and %u near %g,%g for %g",
                   check->scene->connectors[r->connector].id,
                   check->scene->connectors[s->connector].id, s->x0, s->y0, until - start);
    }
  }
}

static void
check_shared (Check   *check,
              gboolean flat)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  for (guint i = 0; i < check->runs->len; i++) {
    Run *run = &g_array_index (check->runs, Run, i);

    if (run->flat == flat)
      g_ptr_array_add (sorted, run);
  }
  g_ptr_array_sort (sorted, compare_lines);
  for (guint first = 0, last; first < sorted->len; first = last) {
    const Run **runs = (const Run **) sorted->pdata;

    for (last = first + 1; last < sorted->len; last++) {
      double gap = flat ? runs[last]->y0 - runs[last - 1]->y0 : runs[last]->x0 - runs[last - 1]->x0;

      if (gap > SLACK)
        break;
    }
    qsort (runs + first, last - first, sizeof (Run *), compare_starts);
    check_line (check, runs + first, last - first);
  }
}

/* Crossings and touches: each horizontal run against the vertical ones in its x. */

static void
check_meeting (Check     *check,
               const Run *flat,
               const Run *upright)
{
  double x = upright->x0, y = flat->y0;
  gboolean inside_x = x > flat->x0 + SLACK && x < flat->x1 - SLACK;
  gboolean inside_y = y > upright->y0 + SLACK && y < upright->y1 - SLACK;
  gboolean near_x = x >= flat->x0 - SLACK && x <= flat->x1 + SLACK;
  gboolean near_y = y >= upright->y0 - SLACK && y <= upright->y1 + SLACK;
  TlPoint point = { x, y };

  if (!near_x || !near_y)
    return;
  if (flat->connector == upright->connector) {
    guint apart = MAX (flat->index, upright->index) - MIN (flat->index, upright->index);

    if (apart > 1 && (inside_x || inside_y))
      add_fault (check->report, TL_FAULT_BACKTRACK, "connector %u meets itself at %g,%g",
                 check->scene->connectors[flat->connector].id, x, y);
  } else if (inside_x && inside_y) {
    check->report->crossings++;
    g_array_append_val (check->crossings[MAX (flat->connector, upright->connector)], point);
  } else if (inside_x || inside_y) {
    add_fault (check->report, TL_FAULT_TOUCH, "connectors %u and %u at %g,%g",
               check->scene->connectors[flat->connector].id,
               check->scene->connectors[upright->connector].id, x, y);
  }
}

static void
check_meetings (Check *check)
{
  g_autoptr (GPtrArray) uprights = g_ptr_array_new ();

  for (guint i = 0; i < check->runs->len; i++) {
    Run *run = &g_array_index (check->runs, Run, i);

    if (!run->flat)
      g_ptr_array_add (uprights, run);
  }
  g_ptr_array_sort (uprights, compare_lines);
  for (guint i = 0; i < check->runs->len; i++) {
    const Run *run = &g_array_index (check->runs, Run, i);
    guint low = 0, high = uprights->len;

    if (!run->flat)
      continue;
    while (low < high) {
      guint middle = (low + high) / 2;

      if (((const Run *) uprights->pdata[middle])->x0 < run->x0 - SLACK)
        low = middle + 1;
      else
        high = middle;
    }
    for (; low < uprights->len; low++) {
      const Run *upright = uprights->pdata[low];

      if (upright->x0 > run->x1 + SLACK)
        break;
      check_meeting (check, run, upright);
    }
  }
}

static void
check_hops (Check *check,
            guint  index)
{
  const TlSceneConnector *connector = &check->scene->connectors[index];
  const GArray *crossings = check->crossings[index];
  guint matched = 0;

  for (guint i = 0; i < crossings->len; i++) {
    TlPoint p = g_array_index (crossings, TlPoint, i);
    gboolean found = FALSE;

    for (guint k = 0; k < connector->n_hops && !found; k++) {
      TlPoint hop = check->scene->hops[connector->first_hop + k];

      found = ABS (hop.x - p.x) <= SLACK && ABS (hop.y - p.y) <= SLACK;
    }
    if (found)
      matched++;
    else
      add_fault (check->report, TL_FAULT_HOPS, "connector %u does not hop at %g,%g",
                 connector->id, p.x, p.y);
  }
  if (connector->n_hops != crossings->len && matched == crossings->len)
    add_fault (check->report, TL_FAULT_HOPS, "connector %u hops %u times over %u crossings",
               connector->id, connector->n_hops, crossings->len);
}

/* Every letter must stand on some line: what no line holds may only be blank. */
static gboolean
is_whole (const TlText *text)
{
  gsize at = 0, length = strlen (text->text);

  for (guint i = 0; i <= text->n_lines; i++) {
    gsize until = i < text->n_lines ? text->lines[i].start : length;

    for (; at < until; at++) {
      if (!g_ascii_isspace (text->text[at]) && (guchar) text->text[at] < 0x80)
        return FALSE;
    }
    if (i < text->n_lines)
      at = MAX (at, text->lines[i].start + text->lines[i].length);
  }
  return at <= length;
}

static void
check_text (Check             *check,
            const char        *what,
            TlId               id,
            const TlSceneText *text,
            const TlBox       *holder)
{
  if (text->text == NULL)
    return;
  if (text->text->width > text->box.w + SLACK || text->text->height > text->box.h + SLACK)
    add_fault (check->report, TL_FAULT_CLIPPED, "%s %u: \"%.40s\" takes %gx%g of %gx%g", what, id,
               text->text->text, text->text->width, text->text->height, text->box.w, text->box.h);
  else if (!is_whole (text->text))
    add_fault (check->report, TL_FAULT_CLIPPED, "%s %u: letters of \"%.40s\" are missing", what, id,
               text->text->text);
  if (holder != NULL) {
    TlBox ink = ink_of (text), all = tl_box_union (*holder, ink);

    if (all.w > holder->w + SLACK || all.h > holder->h + SLACK)
      add_fault (check->report, TL_FAULT_CLIPPED, "%s %u: \"%.40s\" leaves its box", what, id,
                 text->text->text);
  }
}

static void
check_texts (Check *check)
{
  const TlScene *scene = check->scene;

  check_text (check, "title", 0, &scene->title, &scene->page);
  check_text (check, "subtitle", 0, &scene->subtitle, &scene->page);
  check_text (check, "totals", 0, &scene->totals, &scene->page);
  for (guint i = 0; i < scene->n_phases; i++)
    check_text (check, "phase", scene->phases[i].id, &scene->phases[i].name, &scene->phases[i].box);
  for (guint i = 0; i < scene->n_bands; i++)
    check_text (check, "band", scene->bands[i].id, &scene->bands[i].name, &scene->bands[i].box);
  for (guint i = 0; i < scene->n_steps; i++)
    check_text (check, "step", scene->steps[i].id, &scene->steps[i].label,
                is_bar (&scene->steps[i]) ? NULL : &scene->steps[i].box);
  for (guint i = 0; i < scene->n_evidence; i++)
    check_text (check, "evidence", scene->evidence[i].step, &scene->evidence[i].text,
                &scene->evidence[i].box);
  for (guint i = 0; i < scene->n_connectors; i++)
    check_text (check, "connector", scene->connectors[i].id, &scene->connectors[i].label,
                &scene->connectors[i].label_box);
  for (guint i = 0; i < scene->n_lines; i++)
    check_text (check, "line", i, &scene->lines[i].name, NULL);
  for (guint i = 0; i < scene->n_badges; i++)
    check_text (check, "badge", scene->badges[i].id, &scene->badges[i].text, &scene->badges[i].box);
}

static void
check_page (Check *check)
{
  TlBox page = tl_box_grow (check->scene->page, SLACK);

  for (guint i = 0; i < check->things->len; i++) {
    const Thing *thing = &g_array_index (check->things, Thing, i);
    TlBox b = thing->box;

    if (!tl_box_contains (page, (TlPoint) { b.x, b.y }) ||
        !tl_box_contains (page, (TlPoint) { b.x + b.w, b.y + b.h }))
      add_fault (check->report, TL_FAULT_OFF_PAGE, "%u (%g,%g %gx%g)", thing->id, b.x, b.y, b.w,
                 b.h);
  }
  for (guint i = 0; i < check->runs->len; i++) {
    const Run *run = &g_array_index (check->runs, Run, i);

    if (!tl_box_contains (page, run->a) || !tl_box_contains (page, run->b))
      add_fault (check->report, TL_FAULT_OFF_PAGE, "connector %u",
                 check->scene->connectors[run->connector].id);
  }
}

void
tl_scene_check (const TlScene     *scene,
                const TlSceneEnds *ends,
                TlSceneReport     *report)
{
  Check check = { .scene = scene, .ends = ends, .report = report };

  *report = (TlSceneReport) { .story = g_string_new (NULL) };
  check.runs = g_array_new (FALSE, FALSE, sizeof (Run));
  check.things = g_array_new (FALSE, FALSE, sizeof (Thing));
  check.steps = g_hash_table_new (NULL, NULL);
  check.crossings = g_new0 (GArray *, scene->n_connectors);

  collect_things (&check);
  for (guint i = 0; i < scene->n_connectors; i++) {
    check.crossings[i] = g_array_new (FALSE, FALSE, sizeof (TlPoint));
    collect_runs (&check, i);
    if (scene->connectors[i].n_points >= 2) {
      guint first = scene->connectors[i].first_point;

      check_end (&check, i, ends[i].from, scene->points[first]);
      check_end (&check, i, ends[i].to, scene->points[first + scene->connectors[i].n_points - 1]);
    }
  }
  check_runs_against_things (&check);
  check_overlaps (&check);
  check_shared (&check, TRUE);
  check_shared (&check, FALSE);
  check_meetings (&check);
  check_texts (&check);
  check_page (&check);
  for (guint i = 0; i < scene->n_connectors; i++) {
    check_hops (&check, i);
    g_array_unref (check.crossings[i]);
  }
  g_free (check.crossings);
  g_array_unref (check.runs);
  g_array_unref (check.things);
  g_hash_table_unref (check.steps);
}

/* The scene against the chart: how often each record is shown. */

static void
expect_shown (TlSceneReport  *report,
              const TlChart  *chart,
              const guint    *shown,
              TlRecordKind    kind)
{
  for (guint i = 0; i < tl_chart_n (chart, kind); i++) {
    const TlRecord *record = tl_chart_nth (chart, kind, i);

    if (shown[record->id] != 1)
      add_fault (report, TL_FAULT_MISSING, "%s %s is shown %u times", tl_class_get (kind)->xml,
                 record->name, shown[record->id]);
  }
}

static void
check_steps_shown (const TlScene *scene,
                   const TlChart *chart,
                   guint         *shown,
                   TlSceneReport *report)
{
  for (guint i = 0; i < scene->n_steps; i++) {
    const TlSceneStep *shape = &scene->steps[i];
    const TlStep *step = TL_CHART_GET (chart, STEP, TlStep, shape->id);

    if (step == NULL || step->kind != shape->kind || shape->label.text == NULL ||
        strcmp (step->label, shape->label.text->text) != 0)
      add_fault (report, TL_FAULT_MISSING, "step %u does not show its label", shape->id);
    else
      shown[shape->id]++;
  }
  expect_shown (report, chart, shown, TL_RECORD_STEP);
}

static void
check_badges_shown (const TlScene *scene,
                    const TlChart *chart,
                    guint         *shown,
                    TlSceneReport *report)
{
  for (guint i = 0; i < scene->n_badges; i++) {
    const TlSceneBadge *badge = &scene->badges[i];
    const TlFailure *failure = TL_CHART_GET (chart, FAILURE, TlFailure, badge->id);

    if (badge->kind != TL_BADGE_FAILURE)
      continue;
    if (failure == NULL || failure->at != badge->at ||
        tl_priority (failure->s, failure->o, failure->d) != badge->priority)
      add_fault (report, TL_FAULT_MISSING, "badge %u is not that of its failure", badge->id);
    else
      shown[badge->id]++;
  }
  expect_shown (report, chart, shown, TL_RECORD_FAILURE);
}

static void
check_evidence_shown (const TlScene *scene,
                      const TlChart *chart,
                      TlSceneReport *report)
{
  guint n_shown = 0, n_touchpoints = tl_chart_n (chart, TL_RECORD_TOUCHPOINT);

  for (guint i = 0; i < scene->n_evidence; i++)
    n_shown += scene->evidence[i].n_touchpoints;
  if (n_shown != n_touchpoints)
    add_fault (report, TL_FAULT_MISSING, "%u of %u touchpoints are shown", n_shown, n_touchpoints);
}

/* The answer first, bare or between marks that keep its direction apart. */
static gboolean
shows_answer (const char *shown,
              const char *answer)
{
  if (g_str_has_prefix (shown, "\342\201\250"))
    shown = g_utf8_next_char (shown);
  return g_str_has_prefix (shown, answer);
}

void
tl_scene_check_chart (const TlScene *scene,
                      const TlChart *chart,
                      TlSceneReport *report)
{
  g_autofree TlSceneEnds *ends = g_new0 (TlSceneEnds, scene->n_connectors + 1);
  g_autofree guint *shown = g_new0 (guint, tl_chart_id_limit (chart));

  for (guint i = 0; i < scene->n_connectors; i++) {
    const TlConnector *connector = TL_CHART_GET (chart, CONNECTOR, TlConnector,
                                                 scene->connectors[i].id);

    if (connector == NULL)
      continue;
    ends[i] = (TlSceneEnds) { connector->from, connector->to };
    if (connector->label == NULL ||
        (scene->connectors[i].label.text != NULL &&
         shows_answer (scene->connectors[i].label.text->text, connector->label)))
      shown[connector->head.id]++;
  }
  tl_scene_check (scene, ends, report);
  expect_shown (report, chart, shown, TL_RECORD_CONNECTOR);
  check_steps_shown (scene, chart, shown, report);
  check_badges_shown (scene, chart, shown, report);
  check_evidence_shown (scene, chart, report);
}

void
tl_scene_report_clear (TlSceneReport *report)
{
  if (report->story != NULL)
    g_string_free (report->story, TRUE);
  report->story = NULL;
}

const char *
tl_fault_name (TlFault fault)
{
  return fault_names[fault];
}
