/* canvas-spoken.c - what is heard of the chart.
 *
 * A screen reader says the description of what has the focus when it changes, so a walk
 * through the chart by keys is heard step by step.  The chart as a whole is told by the
 * outline, to which the canvas refers.
 */
#include "app/canvas-private.h"

#include <glib/gi18n-lib.h>

#include "app/chart-index.h"
#include "app/record-words.h"

/* "Failure point F3, Line too long, medium priority". */
static char *
describe_record (TlEditor *editor,
                 TlId      id)
{
  const TlRecord *record = tl_chart_get (tl_editor_get_chart (editor), id);
  g_autofree char *kind = tl_editor_name_kind (editor, id);
  const char *label = tl_editor_get_label (editor, id);
  g_autofree char *title = record->kind == TL_RECORD_CONNECTOR ? tl_record_title (editor, id)
                                                               : g_strdup (label);
  g_autofree char *more = tl_record_subtitle (editor, id);
  const char *parts[4] = { kind, NULL, NULL, NULL };
  guint n = 1;

  if (title != NULL && *title != '\0')
    parts[n++] = title;
  if (more != NULL && *more != '\0')
    parts[n++] = more;
  return g_strjoinv (", ", (char **) parts);
}

/* What the overlay that is on says of it: ". 1 failure point; Action Priority: High". */
static void
add_overlay (TlCanvas  *self,
             TlId       id,
             char     **text)
{
  const TlOverlayMark *mark = self->marks != NULL ? tl_overlay_mark (self->marks->overlay, id)
                                                  : NULL;
  g_autofree char *before = NULL;

  if (mark == NULL)
    return;
  before = g_steal_pointer (text);
  *text = g_strdup_printf ("%s. %s", before, mark->text);
}

void
tl_canvas_describe (TlCanvas *self)
{
  TlSelection *selection = tl_editor_get_selection (self->editor);
  TlChart *chart = tl_editor_get_chart (self->editor);
  TlId id = tl_selection_get_last (selection);
  guint n = tl_selection_get_n (selection);
  guint n_steps = tl_chart_n (chart, TL_RECORD_STEP);
  g_autofree char *text = NULL;

  if (n == 0) {
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u step", "%u steps", n_steps), n_steps);
  } else if (n > 1) {
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u selected", "%u selected", n), n);
  } else if (TL_CHART_GET (chart, STEP, TlStep, id) != NULL) {
    g_autoptr (TlChartIndex) index = tl_chart_index_new (self->editor);

    text = tl_chart_index_speak_step (index, self->editor, id);
  } else {
    text = describe_record (self->editor, id);
  }
  if (n == 1)
    add_overlay (self, id, &text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
}

void
tl_canvas_set_told_by (TlCanvas  *self,
                       GtkWidget *outline,
                       GtkWidget *inspector)
{
  g_return_if_fail (TL_IS_CANVAS (self));

  gtk_accessible_update_relation (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_RELATION_DETAILS, outline, NULL,
                                  GTK_ACCESSIBLE_RELATION_CONTROLS, inspector, NULL,
                                  -1);
}
