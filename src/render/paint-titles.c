/* paint-titles.c - what a screen reader says of a thing, and a browser on hover. */
#include <glib/gi18n-lib.h>

#include "render/paint.h"

/* Translators: %s is what a person wrote in the step. */
static const char *const step_titles[] = {
  [TL_STEP_START]    = N_("Start: %s"),
  [TL_STEP_ACTION]   = "%s",
  [TL_STEP_DECISION] = N_("Decision: %s"),
  [TL_STEP_WAIT]     = N_("Wait: %s"),
  [TL_STEP_FORK]     = N_("Split: %s"),
  [TL_STEP_JOIN]     = N_("Join: %s"),
  [TL_STEP_END]      = N_("End: %s"),
};

/* Translators: the first %s is a number such as F2, the second the failure. */
static const char *const failure_titles[] = {
  [TL_PRIORITY_NONE]   = N_("%s: %s (not rated)"),
  [TL_PRIORITY_LOW]    = N_("%s: %s (low priority)"),
  [TL_PRIORITY_MEDIUM] = N_("%s: %s (medium priority)"),
  [TL_PRIORITY_HIGH]   = N_("%s: %s (high priority)"),
};

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"

static char *
format_one (const char *format,
            const char *text)
{
  return g_strdup_printf (format, text);
}

static char *
format_two (const char *format,
            const char *one,
            const char *two)
{
  return g_strdup_printf (format, one, two);
}

#pragma GCC diagnostic pop

static const char *
step_label (const TlChart *chart,
            TlId           id)
{
  const TlStep *step = TL_CHART_GET (chart, STEP, TlStep, id);

  return step != NULL && step->label != NULL ? step->label : "";
}

char *
tl_paint_step_title (const TlPainter   *painter,
                     const TlSceneStep *step)
{
  const TlChart *chart = painter->options->chart;
  char *title, *more;

  if (chart == NULL)
    return NULL;

  title = format_one (_(step_titles[step->kind]), step_label (chart, step->id));
  if (!step->moment_of_truth)
    return title;

  /* Translators: %s is a step; a moment of truth is where customers judge a service. */
  more = g_strdup_printf (_("%s (moment of truth)"), title);
  g_free (title);
  return more;
}

char *
tl_paint_connector_title (const TlPainter        *painter,
                          const TlSceneConnector *connector)
{
  const TlChart *chart = painter->options->chart;
  const TlConnector *record;
  const char *from, *to;

  if (chart == NULL)
    return NULL;
  record = TL_CHART_GET (chart, CONNECTOR, TlConnector, connector->id);
  if (record == NULL)
    return NULL;

  from = step_label (chart, record->from);
  to = step_label (chart, record->to);
  if (connector->kind == TL_CONNECTOR_SUPPORT)
    return g_strdup_printf (_("“%s” supports “%s”"), from, to);
  if (connector->label.text != NULL)
    return g_strdup_printf (_("From “%s” to “%s”: %s"), from, to, connector->label.text->text);
  return g_strdup_printf (_("From “%s” to “%s”"), from, to);
}

char *
tl_paint_badge_title (const TlPainter    *painter,
                      const TlSceneBadge *badge)
{
  const TlChart *chart = painter->options->chart;
  const char *number = badge->text.text != NULL ? badge->text.text->text : "";

  if (chart == NULL)
    return NULL;

  if (badge->kind == TL_BADGE_FAILURE) {
    const TlFailure *failure = TL_CHART_GET (chart, FAILURE, TlFailure, badge->id);

    return failure != NULL ? format_two (_(failure_titles[badge->priority]), number,
                                         failure->title != NULL ? failure->title : "")
                           : NULL;
  }
  if (badge->kind == TL_BADGE_RECOVERY) {
    const TlRecovery *recovery = TL_CHART_GET (chart, RECOVERY, TlRecovery, badge->id);

    /* Translators: the first %s is a number such as R1, the second a procedure. */
    return recovery != NULL ? g_strdup_printf (_("%s: %s"), number,
                                               recovery->name != NULL ? recovery->name : "")
                            : NULL;
  }
  return NULL;
}
