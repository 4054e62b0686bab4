/* series.h - the seven steps and the eight questions as the window shows them: walked one
 * by one, each with a mark for its state. */
#pragma once

#include "analysis/progress.h"

G_BEGIN_DECLS

typedef enum {
  TL_SERIES_STEPS,
  TL_SERIES_QUESTIONS
} TlSeries;

guint                tl_series_n     (TlSeries             series);
const TlProgressRow *tl_series_row   (TlSeries             series,
                                      const TlProgress    *progress,
                                      guint                index);
/* "Step 3 of 7", translated. */
char                *tl_series_place (TlSeries             series,
                                      guint                index) G_GNUC_WARN_UNUSED_RESULT;

/* Marks differ in shape. */
const char          *tl_progress_icon      (TlProgressState state);
/* For the style sheet. */
const char          *tl_progress_css_class (TlProgressState state);
/* "Done", "3 open", "Open", "Nothing yet", translated. */
char                *tl_progress_brief     (const TlProgressRow *row) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
