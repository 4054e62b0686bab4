/* series.c - the seven steps and the eight questions as the window shows them. */
#include "app/series.h"

#include <glib/gi18n-lib.h>

guint
tl_series_n (TlSeries series)
{
  return series == TL_SERIES_STEPS ? TL_N_PROGRESS_STEPS : TL_N_PROGRESS_QUESTIONS;
}

const TlProgressRow *
tl_series_row (TlSeries          series,
               const TlProgress *progress,
               guint             index)
{
  g_return_val_if_fail (index < tl_series_n (series), NULL);

  return series == TL_SERIES_STEPS ? &progress->steps[index] : &progress->questions[index];
}

char *
tl_series_place (TlSeries series,
                 guint    index)
{
  if (series == TL_SERIES_STEPS)
    /* Translators: of the seven steps to better service. */
    return g_strdup_printf (_("Step %u of %u"), index + 1, tl_series_n (series));
  return g_strdup_printf (_("Question %u of %u"), index + 1, tl_series_n (series));
}

static const struct {
  const char *icon, *css_class;
} marks[] = {
  [TL_PROGRESS_NOTHING] = { "progress-nothing-symbolic", "nothing" },
  [TL_PROGRESS_OPEN] = { "progress-open-symbolic", "open" },
  [TL_PROGRESS_DONE] = { "progress-done-symbolic", "done" },
};

const char *
tl_progress_icon (TlProgressState state)
{
  return marks[state].icon;
}

const char *
tl_progress_css_class (TlProgressState state)
{
  return marks[state].css_class;
}

char *
tl_progress_brief (const TlProgressRow *row)
{
  if (row->state == TL_PROGRESS_OPEN && row->n_open > 0)
    /* Translators: findings that are open. */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u open", "%u open", row->n_open),
                            row->n_open);
  if (row->state == TL_PROGRESS_NOTHING)
    return g_strdup (C_("progress", "Nothing yet"));
  return g_strdup (tl_progress_state_text (row->state));
}
