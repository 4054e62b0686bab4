/* window-status.c - what the window says about its chart: title, status line, and what
 * can be done now. */
#include "app/window-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "analysis/flow.h"
#include "app/recent.h"
#include "app/tooltip.h"
#include "model/units.h"

void
tl_window_update_title (TlWindow *self)
{
  const char *page = gtk_stack_get_visible_child_name (self->pages);
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  if (self->editor != NULL) {
    TlDocument *document = tl_editor_get_document (self->editor);
    const char *path = tl_document_get_path (document);
    const char *name = tl_chart_info (tl_editor_get_chart (self->editor))->title;

    title = tl_document_get_modified (document) ? g_strdup_printf ("%s •", name) : g_strdup (name);
    if (path != NULL) {
      g_autofree char *folder = tl_path_folder (path);
      g_autofree char *base = g_filename_display_basename (path);

      subtitle = g_build_filename (folder, base, NULL);
    } else {
      subtitle = g_strdup (_("Not saved yet"));
    }
  } else if (self->load != NULL) {
    title = g_filename_display_basename (self->loading_path);
    subtitle = tl_path_folder (self->loading_path);
  } else if (g_strcmp0 (page, "report") == 0) {
    title = g_filename_display_basename (tl_report_page_get_path (self->report_page));
    subtitle = tl_path_folder (tl_report_page_get_path (self->report_page));
  } else {
    title = g_strdup (_("Throughline"));
  }
  adw_window_title_set_title (self->title_widget, title);
  adw_window_title_set_subtitle (self->title_widget, subtitle != NULL ? subtitle : "");
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static guint
count_recovered (const TlChart *chart)
{
  g_autoptr (GHashTable) recovered = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_RECOVERY); i++) {
    const TlRecovery *recovery = TL_CHART_NTH (chart, RECOVERY, TlRecovery, i);

    for (guint k = 0; k < recovery->failures.n; k++)
      g_hash_table_add (recovered, GUINT_TO_POINTER (recovery->failures.ids[k]));
  }
  return g_hash_table_size (recovered);
}

static void
update_counts (TlWindow *self)
{
  TlChart *chart = tl_editor_get_chart (self->editor);
  guint n_steps = tl_chart_n (chart, TL_RECORD_STEP);
  guint n_failures = tl_chart_n (chart, TL_RECORD_FAILURE);
  guint n_recovered = count_recovered (chart);
  g_autofree char *steps =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u step", "%u steps", n_steps), n_steps);
  g_autofree char *failures =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u failure point, %u with recovery",
                                  "%u failure points, %u with recovery", n_failures),
                     n_failures, n_recovered);

  gtk_label_set_text (self->steps_label, steps);
  gtk_label_set_text (self->failures_label, n_failures > 0 ? failures : _("No failure points yet"));
  gtk_widget_set_visible (self->empty_hint, n_steps == 0);
}

/* How long a journey is expected to take when nothing goes wrong; nothing where that cannot
 * be told. */
static gboolean
update_time_cb (gpointer data)
{
  TlWindow *self = data;
  g_autofree char *text = NULL;
  double time = NAN;

  self->time_source = 0;
  if (self->editor != NULL) {
    const TlChart *chart = tl_editor_get_chart (self->editor);
    g_autoptr (TlGraph) graph = tl_graph_new (chart);
    g_autoptr (TlRecoveryIndex) recoveries = tl_recovery_index_new (chart);
    g_autoptr (TlFlow) flow = tl_flow_new (graph, recoveries, FALSE);

    time = flow->why_not == NULL ? flow->time : NAN;
  }
  if (isfinite (time) && time > 0 && time < G_MAXINT)
    text = tl_duration_text ((int) round (time));
  gtk_label_set_text (self->time_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->time_label), text != NULL);
  return G_SOURCE_REMOVE;
}

void
tl_window_update_selected (TlWindow *self)
{
  TlSelection *selection = tl_editor_get_selection (self->editor);
  guint n = tl_selection_get_n (selection);
  g_autofree char *text = NULL;

  if (n > 1) {
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u selected", "%u selected", n), n);
  } else if (n == 1) {
    TlId id = tl_selection_get_last (selection);
    g_autofree char *kind = tl_editor_name_kind (self->editor, id);
    const char *label = tl_editor_get_label (self->editor, id);

    text = label != NULL ? g_strdup_printf ("%s: %s", kind, label) : g_strdup (kind);
  }
  gtk_label_set_text (self->selected_label, text != NULL ? text : "");
  tl_window_place_overlay_card (self);
}

void
tl_window_update_zoom (TlWindow *self)
{
  double zoom = tl_canvas_get_zoom (self->canvas);
  g_autofree char *text = g_strdup_printf (_("%.0f %%"), zoom * 100);

  gtk_menu_button_set_label (self->zoom_button, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.zoom-in",
                                 self->editor != NULL && zoom < TL_ZOOM_MAX);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.zoom-out",
                                 self->editor != NULL && zoom > TL_ZOOM_MIN);
}

static void
update_history (TlWindow *self)
{
  TlChart *chart = self->editor != NULL ? tl_editor_get_chart (self->editor) : NULL;
  gboolean undo = chart != NULL && tl_chart_can_undo (chart);
  gboolean redo = chart != NULL && tl_chart_can_redo (chart);
  /* Translators: %s is what is undone, such as "Move Step". */
  g_autofree char *undo_text = undo ? g_strdup_printf (_("Undo %s"), tl_chart_undo_label (chart))
                                    : g_strdup (_("Undo"));
  g_autofree char *redo_text = redo ? g_strdup_printf (_("Redo %s"), tl_chart_redo_label (chart))
                                    : g_strdup (_("Redo"));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", undo);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", redo);
  tl_tooltip_set (self->undo_button, undo_text);
  tl_tooltip_set (self->redo_button, redo_text);
}

/* Only to something, and away from something. */
static gboolean
can_revert (TlWindow *self)
{
  TlDocument *document = self->editor != NULL ? tl_editor_get_document (self->editor) : NULL;

  return document != NULL && tl_document_get_path (document) != NULL &&
         tl_document_get_modified (document);
}

void
tl_window_update (TlWindow *self)
{
  gboolean chart = self->editor != NULL;
  static const char * const needing[] = {
    "win.save", "win.save-as", "win.save-copy", "win.export", "win.export-page",
    "win.print",
    "win.zoom-original", "win.zoom-fit", "win.find", "win.find-next",
    "win.find-previous", "win.walk-questions", "win.progress-step",
  };

  for (guint i = 0; i < G_N_ELEMENTS (needing); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), needing[i], chart);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.revert", can_revert (self));
  gtk_widget_set_visible (self->undo_box, chart);
  gtk_widget_set_visible (self->outline_button, chart);
  gtk_widget_set_visible (self->inspector_button, chart);
  gtk_widget_set_visible (self->print_button, chart);
  gtk_widget_set_visible (self->bottom_button, chart);
  tl_window_update_title (self);
  tl_window_update_zoom (self);
  update_history (self);
  tl_window_update_commands (self);
  if (chart) {
    update_counts (self);
    if (self->time_source == 0)   /* it takes a while in a large chart: not in this frame */
      self->time_source = g_idle_add_full (G_PRIORITY_LOW, update_time_cb, self, NULL);
    tl_window_update_selected (self);
  }
}
