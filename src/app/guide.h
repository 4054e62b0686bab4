/* guide.h - leads through the seven steps or the eight questions, one at a time.
 *
 * Stands beside the findings, which show what is behind the step or the question; after
 * the last comes a summary, which wants the whole width.
 */
#pragma once

#include <gtk/gtk.h>

#include "app/editor.h"
#include "app/series.h"

G_BEGIN_DECLS

#define TL_TYPE_GUIDE (tl_guide_get_type ())
G_DECLARE_FINAL_TYPE (TlGuide, tl_guide, TL, GUIDE, GtkWidget)

/* Signal "moved" (TlGuide *): it leads to another place, or leads no more. */

void                  tl_guide_set_editor (TlGuide   *self,
                                           TlEditor  *editor);
/* @index: tl_series_n() is the summary. */
void                  tl_guide_lead       (TlGuide   *self,
                                           TlSeries   series,
                                           guint      index);
void                  tl_guide_close      (TlGuide   *self);
gboolean              tl_guide_is_open    (TlGuide   *self);
gboolean              tl_guide_is_summary (TlGuide   *self);
TlSeries              tl_guide_get_series (TlGuide   *self);
/* Where it leads to, or did last in this series. */
guint                 tl_guide_get_index  (TlGuide   *self,
                                           TlSeries   series);
/* NULL when it is closed or at the summary. */
const TlProgressTest *tl_guide_get_test   (TlGuide   *self);
/* Lent, for tests: what stands there. */
const char           *tl_guide_get_title  (TlGuide   *self);
const char           *tl_guide_get_text   (TlGuide   *self);
GtkWidget            *tl_guide_get_list   (TlGuide   *self);

G_END_DECLS
