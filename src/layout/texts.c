/* texts.c - labels broken into lines, and the room that steps need for them. */
#include "layout/plan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Around a text that must not turn the order of what stands beside it. */
#define ISOLATE     "\342\201\250"   /* U+2068 */
#define END_ISOLATE "\342\201\251"   /* U+2069 */

#define LABEL_MAX        116.0   /* a connector's label breaks beyond this */
#define PILL_PADDING_X     7.0
#define PILL_PADDING_Y     2.0
#define BAR_LABEL_LEAST   60.0   /* width beside a bar */
#define MAX_WORD         360.0   /* a longer word is broken after all */

/* Text of a record, measured once until the record is touched. */
static const TlText *
cached (TlPlan     *plan,
        TlId        id,
        TlTextStyle style,
        const char *text,
        double      width)
{
  TlPlanText *slot = &g_array_index (plan->cache, TlPlanText, id);

  if (slot->text == NULL || slot->width < width || slot->width > width) {
    slot->text = tl_measure_layout (plan->measure, style, text, width);
    slot->width = width;
  }
  return slot->text;
}

/* Width of the longest word of @text, when a line of @broken ends inside a word
 * that would have been left whole had there been room; else 0.  Scripts that
 * break between any two characters have no such words. */
static double
longest_word (const TlPlan *plan,
              TlTextStyle   style,
              const TlText *broken)
{
  const char *text = broken->text;
  double widest = 0;

  for (guint i = 0; i + 1 < broken->n_lines; i++) {
    guint end = broken->lines[i].start + broken->lines[i].length;
    const char *from = text + end, *to = from;
    g_autofree char *word = NULL;
    gunichar before, after;

    if (end == 0 || broken->lines[i + 1].start != end)
      continue;
    before = g_utf8_get_char (g_utf8_prev_char (text + end));
    after = g_utf8_get_char (text + end);
    if (!g_unichar_isalnum (before) || !g_unichar_isalnum (after) ||
        g_unichar_iswide (before) || g_unichar_iswide (after))
      continue;
    while (from > text && !g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (from))))
      from = g_utf8_prev_char (from);
    while (*to != '\0' && !g_unichar_isspace (g_utf8_get_char (to)))
      to = g_utf8_next_char (to);
    word = g_strndup (from, (gsize) (to - from));
    widest = MAX (widest, tl_measure_layout (plan->measure, style, word, 0)->width);
  }
  return MIN (MAX_WORD, ceil (widest));
}

static gboolean
is_bar (TlStepKind kind)
{
  return kind == TL_STEP_FORK || kind == TL_STEP_JOIN;
}

/* How much wider and higher than its text the box of a step is. */
static TlBox
surplus (TlStepKind kind)
{
  TlBox box = { 0, 0, 1000, 1000 };
  TlBox inner = tl_shape_text_box (kind, box);

  return (TlBox) { 0, 0, box.w - inner.w, box.h - inner.h };
}

static void
measure_step (TlPlan     *plan,
              TlPlanStep *step)
{
  const TlStep *record = step->record;
  TlBox extra = surplus (record->kind);
  const char *label = record->label != NULL ? record->label : "";
  TlPlanText *slot = &g_array_index (plan->cache, TlPlanText, step->id);
  double word;

  step->width = MAX (step->width, TL_PLAN_BOX_WIDTH);
  step->height = TL_PLAN_BOX_HEIGHT;
  if (is_bar (record->kind)) {
    if (*label != '\0') {
      step->label = cached (plan, step->id, TL_TEXT_STEP, label, TL_PLAN_BOX_WIDTH);
      step->foot += step->label->height + TL_PLAN_BAR_GAP;   /* under its badges */
    }
    return;
  }

  if (slot->text == NULL) {
    const TlText *text = tl_measure_layout (plan->measure, TL_TEXT_STEP, label,
                                            TL_PLAN_BOX_WIDTH - extra.w);

    slot->text = text;
    slot->width = TL_PLAN_BOX_WIDTH - extra.w;
    slot->word = longest_word (plan, TL_TEXT_STEP, text);
  }
  word = slot->word + extra.w;
  step->width = MAX (step->width, ceil (word));
}

/* Every box of a column is as wide as the widest word in it needs. */
static void
settle_labels (TlPlan *plan)
{
  double *widths;

  g_array_set_size (plan->scratch2, plan->n_columns * 2);
  widths = (double *) (void *) plan->scratch2->data;
  for (guint i = 0; i < plan->n_columns; i++)
    widths[i] = TL_PLAN_BOX_WIDTH;
  for (guint i = 0; i < plan->steps->len; i++) {
    const TlPlanStep *step = TL_PLAN_STEP (plan, i);

    widths[step->column] = MAX (widths[step->column], step->width);
  }
  for (guint i = 0; i < plan->steps->len; i++) {
    TlPlanStep *step = TL_PLAN_STEP (plan, i);
    TlBox extra = surplus (step->record->kind);

    step->width = step->plain_width = widths[step->column];
    if (is_bar (step->record->kind))
      continue;
    step->label = cached (plan, step->id, TL_TEXT_STEP,
                          step->record->label != NULL ? step->record->label : "",
                          step->width - extra.w);
    /* Badges reach into the corners of the box. */
    if (step->n_failures > 0 || step->n_recoveries > 0 || step->capsule > 0)
      extra.h = MAX (extra.h, plan->circle_width + 4);
    step->height = MAX (TL_PLAN_BOX_HEIGHT, ceil (step->label->height + extra.h));
    {
      TlPlanLevel *level = TL_PLAN_LEVEL (plan, tl_plan_lev (plan, step));

      level->plain_height = MAX (level->plain_height, step->height);
    }
  }
}

/* Whether @text has letters that are written from right to left. */
static gboolean
has_right_to_left (const char *text)
{
  static const struct {
    gunichar first, last;
  } blocks[] = {
    { 0x590, 0x8ff }, { 0xfb1d, 0xfdff }, { 0xfe70, 0xfeff }, { 0x10800, 0x10fff },
    { 0x1e800, 0x1efff },
  };

  for (; *text != '\0'; text = g_utf8_next_char (text)) {
    gunichar c = g_utf8_get_char (text);

    for (guint i = 0; i < G_N_ELEMENTS (blocks); i++) {
      if (c >= blocks[i].first && c <= blocks[i].last)
        return TRUE;
    }
  }
  return FALSE;
}

/* "yes 92 %": the answer, and the share when it is known.  An answer written from
 * right to left is kept apart from the number, which would else change sides. */
static char *
connector_label (const TlConnector *record)
{
  gboolean labelled = record->label != NULL && *record->label != '\0';
  char share[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *answer = NULL;

  if (isnan (record->probability))
    return labelled ? g_strdup (record->label) : NULL;
  g_snprintf (share, sizeof share, "%.3g\302\240%%", record->probability * 100);
  if (!labelled)
    return g_strdup (share);
  if (has_right_to_left (record->label))
    answer = g_strconcat (ISOLATE, record->label, END_ISOLATE, NULL);
  /* Translators: the answer at the exit of a decision and its share, as in "yes 92 %". */
  return g_strdup_printf (_("%s %s"), answer != NULL ? answer : record->label, share);
}

static void
measure_course (TlPlan   *plan,
                TlCourse *course)
{
  TlPlanText *slot = &g_array_index (plan->cache, TlPlanText, course->id);

  if (slot->text == NULL && !(slot->width > 0)) {
    g_autofree char *label = connector_label (course->record);

    slot->width = LABEL_MAX;   /* also says that there is none */
    if (label != NULL)
      slot->text = tl_measure_layout (plan->measure, TL_TEXT_CONNECTOR, label, LABEL_MAX);
  }
  course->label = slot->text;
  if (course->label != NULL) {
    course->label_width = ceil (course->label->width) + 2 * PILL_PADDING_X;
    course->label_height = ceil (course->label->height) + 2 * PILL_PADDING_Y;
  }
}

void
tl_texts_measure (TlPlan *plan)
{
  guint limit = tl_chart_id_limit (plan->chart);

  if (plan->cache->len < limit)
    g_array_set_size (plan->cache, limit);   /* new slots are zero */
  tl_badge_measure (plan);
  for (guint i = 0; i < plan->steps->len; i++)
    measure_step (plan, TL_PLAN_STEP (plan, i));
  settle_labels (plan);
  for (guint i = 0; i < plan->courses->len; i++)
    measure_course (plan, TL_PLAN_COURSE (plan, i));
}

/* Room for the label of a bar beside it; the half of its column is its own. */
static void
settle_beside (TlPlan     *plan,
               TlPlanStep *step)
{
  double width = BAR_LABEL_LEAST;
  const TlText *text = cached (plan, step->id, TL_TEXT_STEP, step->record->label, width);
  double word = longest_word (plan, TL_TEXT_STEP, text);

  if (word > width)
    text = cached (plan, step->id, TL_TEXT_STEP, step->record->label, word);
  step->foot -= step->label->height + TL_PLAN_BAR_GAP;   /* it stood there until now */
  step->label = text;
  step->width = MAX (step->width, TL_PLAN_BAR_WIDTH + 2 * (text->width + 2 * TL_PLAN_BAR_GAP));
  step->height = MAX (step->height, ceil (text->height));
}

void
tl_texts_settle_bars (TlPlan *plan)
{
  for (guint i = 0; i < plan->steps->len; i++) {
    TlPlanStep *step = TL_PLAN_STEP (plan, i);

    if (!is_bar (step->record->kind) || step->label == NULL)
      continue;
    step->label_side = tl_route_label_side (step);
    if (tl_side_is_horizontal (step->label_side)) {
      settle_beside (plan, step);
    } else if (step->label_side == TL_SIDE_TOP) {
      step->head += step->label->height + TL_PLAN_BAR_GAP;
      step->foot -= step->label->height + TL_PLAN_BAR_GAP;
    }
  }
}
