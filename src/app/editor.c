/* editor.c - one document at work in one window. */
#include "app/editor.h"

#include <glib/gi18n-lib.h>

#include "app/today.h"
#include "model/check.h"

struct _TlEditor {
  GObject         parent_instance;

  /* Owned */
  TlDocument     *document;
  TlSelection    *selection;
  TlTextMeasurer *measurer;
  TlLayout       *layout;
  char          **without;    /* rules whose advice nobody wants; or NULL */

  /* Owned; NULL: not worked out since the last change */
  TlOrder        *order;
  TlFindings     *findings;
  TlProgress     *progress;

  /* State */
  gboolean        without_advice;
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlEditor, tl_editor, G_TYPE_OBJECT)

/* Forgets what was worked out from the chart as it was. */
static void
forget (TlEditor *self)
{
  g_clear_pointer (&self->order, tl_order_free);
  g_clear_pointer (&self->progress, tl_progress_free);
  g_clear_pointer (&self->findings, tl_findings_free);
}

static void
tl_editor_finalize (GObject *object)
{
  TlEditor *self = TL_EDITOR (object);

  forget (self);
  g_strfreev (self->without);
  g_clear_pointer (&self->layout, tl_layout_free);
  g_clear_pointer (&self->measurer, tl_text_measurer_free);
  g_clear_object (&self->selection);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (tl_editor_parent_class)->finalize (object);
}

static void
tl_editor_class_init (TlEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_editor_finalize;

  signals[CHANGED] = g_signal_new ("changed", TL_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
tl_editor_init (TlEditor *self)
{
  self->selection = tl_selection_new ();
}

/* Leaves out of the selection what is no longer in the chart. */
static void
purge_selection (TlEditor *self)
{
  TlChart *chart = tl_editor_get_chart (self);
  const TlId *ids = tl_selection_get_ids (self->selection);
  guint n = tl_selection_get_n (self->selection);
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (TlId));

  for (guint i = 0; i < n; i++) {
    if (tl_chart_get (chart, ids[i]) != NULL)
      g_array_append_val (kept, ids[i]);
  }
  if (kept->len < n)
    tl_selection_set (self->selection, (const TlId *) (const void *) kept->data, kept->len);
}

static void
document_changed_cb (TlDocument *document,
                     gpointer    touched,
                     guint       n_touched,
                     TlEditor   *self)
{
  g_autoptr (TlFindings) findings = g_steal_pointer (&self->findings);
  g_autoptr (TlOrder) order = g_steal_pointer (&self->order);

  /* Who borrowed these lets go of them when told, and not before. */
  tl_layout_touch (self->layout, touched, n_touched);
  forget (self);
  purge_selection (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

TlLayout *
tl_editor_lay_out (TlDocument     *document,
                   TlTextMeasurer *measurer)
{
  /* The title stands in the header bar and the legend in the panes. */
  const TlLayoutOptions options = { .evidence = TRUE, .satisfaction = TRUE, .titles = FALSE };

  return tl_layout_new (tl_document_get_chart (document), tl_text_measurer_measure (measurer),
                        &options);
}

TlEditor *
tl_editor_new_laid_out (TlDocument     *document,
                        TlTextMeasurer *measurer,
                        TlLayout       *layout)
{
  TlEditor *self = g_object_new (TL_TYPE_EDITOR, NULL);

  self->document = g_object_ref (document);
  self->measurer = measurer;
  self->layout = layout;
  g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self, 0);
  return self;
}

TlEditor *
tl_editor_new (TlDocument *document)
{
  TlTextMeasurer *measurer = tl_text_measurer_new (NULL);

  return tl_editor_new_laid_out (document, measurer, tl_editor_lay_out (document, measurer));
}

TlDocument *
tl_editor_get_document (TlEditor *self)
{
  g_return_val_if_fail (TL_IS_EDITOR (self), NULL);

  return self->document;
}

TlChart *
tl_editor_get_chart (TlEditor *self)
{
  g_return_val_if_fail (TL_IS_EDITOR (self), NULL);

  return tl_document_get_chart (self->document);
}

TlSelection *
tl_editor_get_selection (TlEditor *self)
{
  g_return_val_if_fail (TL_IS_EDITOR (self), NULL);

  return self->selection;
}

TlTextMeasurer *
tl_editor_get_measurer (TlEditor *self)
{
  g_return_val_if_fail (TL_IS_EDITOR (self), NULL);

  return self->measurer;
}

const TlScene *
tl_editor_get_scene (TlEditor *self)
{
  g_return_val_if_fail (TL_IS_EDITOR (self), NULL);

  return tl_layout_scene (self->layout);
}

TlLayout *
tl_editor_get_layout (TlEditor *self)
{
  g_return_val_if_fail (TL_IS_EDITOR (self), NULL);

  return self->layout;
}

const TlOrder *
tl_editor_get_order (TlEditor *self)
{
  g_return_val_if_fail (TL_IS_EDITOR (self), NULL);

  if (self->order == NULL)
    self->order = tl_order_new (tl_editor_get_chart (self));
  return self->order;
}

const TlFindings *
tl_editor_get_findings (TlEditor *self)
{
  TlFindingsOptions options;

  g_return_val_if_fail (TL_IS_EDITOR (self), NULL);

  options = (TlFindingsOptions) {
    .today = tl_today (), .without_advice = self->without_advice,
    .without = (const char *const *) self->without,
  };
  if (self->findings == NULL)
    self->findings = tl_findings_new (tl_editor_get_chart (self), &options);
  return self->findings;
}

const TlProgress *
tl_editor_get_progress (TlEditor *self)
{
  g_return_val_if_fail (TL_IS_EDITOR (self), NULL);

  if (self->progress == NULL)
    self->progress = tl_progress_new (tl_editor_get_chart (self), tl_editor_get_findings (self),
                                      tl_today ());
  return self->progress;
}

void
tl_editor_set_advice (TlEditor          *self,
                      gboolean           all,
                      const char *const *without)
{
  static const char *const none[] = { NULL };
  const char *const *before;
  g_autoptr (TlFindings) old = NULL;

  g_return_if_fail (TL_IS_EDITOR (self));

  before = self->without != NULL ? (const char *const *) self->without : none;
  without = without != NULL ? without : none;
  if (all == !self->without_advice && g_strv_equal (before, without))
    return;
  self->without_advice = !all;
  g_strfreev (self->without);
  self->without = g_strdupv ((char **) without);
  old = g_steal_pointer (&self->findings);
  forget (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
tl_editor_cell_at (TlEditor *self,
                   TlPoint   point,
                   TlCell   *cell)
{
  g_return_val_if_fail (TL_IS_EDITOR (self), FALSE);

  return tl_layout_cell_at (self->layout, point, cell);
}

void
tl_editor_begin (TlEditor   *self,
                 const char *label)
{
  g_return_if_fail (TL_IS_EDITOR (self));

  tl_chart_begin (tl_editor_get_chart (self), label);
}

gboolean
tl_editor_finish (TlEditor  *self,
                  gboolean   done,
                  GError   **error)
{
  g_return_val_if_fail (TL_IS_EDITOR (self), FALSE);

  if (done)
    return tl_chart_commit (tl_editor_get_chart (self), error);
  tl_chart_abort (tl_editor_get_chart (self));
  return FALSE;
}

char *
tl_editor_name_kind (TlEditor *self,
                     TlId      id)
{
  const TlRecord *record;
  guint number;

  g_return_val_if_fail (TL_IS_EDITOR (self), NULL);

  record = tl_chart_get (tl_editor_get_chart (self), id);
  g_return_val_if_fail (record != NULL, NULL);
  number = tl_order_number (tl_editor_get_order (self), id);
  if (record->kind == TL_RECORD_FAILURE)
    return g_strdup_printf (_("Failure point F%u"), number);
  if (record->kind == TL_RECORD_RECOVERY)
    return g_strdup_printf (_("Recovery procedure R%u"), number);
  return g_strdup (g_dgettext (GETTEXT_PACKAGE, tl_class_get (record->kind)->label));
}

const char *
tl_editor_get_label (TlEditor *self,
                     TlId      id)
{
  const TlRecord *record;

  g_return_val_if_fail (TL_IS_EDITOR (self), NULL);

  record = tl_chart_get (tl_editor_get_chart (self), id);
  g_return_val_if_fail (record != NULL, NULL);
  return tl_record_label (record);
}
