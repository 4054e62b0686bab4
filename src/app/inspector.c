/* inspector.c - what is selected, as pages of rows.
 *
 * One page for each kind of record, made when it is first needed and kept: to select
 * another step only fills the rows of the page that is there.  Pages lead to each other by
 * selecting: the one selection of the window says what is shown, and the trail remembers
 * the way back.
 */
#include "app/inspector.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/inspector-private.h"
#include "app/record-words.h"

struct _TlInspector {
  GtkWidget  parent_instance;

  /* Template children */
  GtkWidget *content;
  GtkWidget *scroller;
  GtkWidget *pages;
  GtkWidget *back;
  GtkWidget *back_label;

  /* Owned */
  TlEditor  *editor;
  GArray    *trail;      /* TlId of what was shown before, TL_ID_NONE for the chart */

  /* Borrowed */
  TlRecordPage *by_kind[TL_N_RECORD_KINDS];   /* NULL until it is needed */

  /* State */
  gboolean   busy;       /* what was written is being handed over */
  gboolean   walking;    /* a page leads to another */
};

G_DEFINE_FINAL_TYPE (TlInspector, tl_inspector, GTK_TYPE_WIDGET)

/* The way back. */

/* Where a record belongs: a failure point to its step, nearly everything to the chart. */
static gboolean
find_parent (TlInspector *self,
             TlId         id,
             TlId        *parent)
{
  const TlRecord *record = tl_chart_get (tl_editor_get_chart (self->editor), id);
  const TlRecovery *recovery;

  *parent = TL_ID_NONE;
  if (record == NULL || record->kind == TL_RECORD_STEP || record->kind == TL_RECORD_CONNECTOR ||
      record->kind == TL_RECORD_CHART)
    return FALSE;
  recovery = TL_CHART_GET (tl_editor_get_chart (self->editor), RECOVERY, TlRecovery, id);
  if (record->kind == TL_RECORD_FAILURE)
    *parent = ((const TlFailure *) (const void *) record)->at;
  else if (recovery != NULL && recovery->failures.n > 0)
    *parent = recovery->failures.ids[0];
  return TRUE;
}

/* What Back leads to; FALSE: nothing. */
static gboolean
find_back (TlInspector *self,
           TlId        *id)
{
  TlSelection *selection = tl_editor_get_selection (self->editor);
  TlChart *chart = tl_editor_get_chart (self->editor);

  while (self->trail->len > 0) {
    *id = g_array_index (self->trail, TlId, self->trail->len - 1);
    if (*id == TL_ID_NONE || tl_chart_get (chart, *id) != NULL)
      return TRUE;
    g_array_set_size (self->trail, self->trail->len - 1);
  }
  return tl_selection_get_n (selection) == 1 &&
         find_parent (self, tl_selection_get_last (selection), id);
}

static void
update_back (TlInspector *self)
{
  TlId id;
  gboolean any = find_back (self, &id);
  g_autofree char *title = NULL;
  g_autofree char *spoken = NULL;

  gtk_widget_set_visible (self->back, any);
  if (!any)
    return;
  title = id != TL_ID_NONE ? tl_record_title (self->editor, id) : g_strdup (_("Chart"));
  /* Translators: %s is what was shown before. */
  spoken = g_strdup_printf (_("Back to %s"), title);
  gtk_label_set_text (GTK_LABEL (self->back_label), title);
  gtk_widget_set_tooltip_text (self->back, spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->back), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
}

/* Pages. */

static TlRecordPage *
get_page (TlInspector  *self,
          TlRecordKind  kind)
{
  if (self->by_kind[kind] == NULL) {
    GtkWidget *page = tl_record_page_new (self->editor, kind);

    gtk_box_append (GTK_BOX (self->pages), page);
    self->by_kind[kind] = TL_RECORD_PAGE (page);
  }
  return self->by_kind[kind];
}

/* Of each kind those that are selected; of nothing the chart. */
static void
show_selection (TlInspector *self)
{
  TlChart *chart = tl_editor_get_chart (self->editor);
  TlSelection *selection = tl_editor_get_selection (self->editor);
  const TlId *ids = tl_selection_get_ids (selection);
  guint n = tl_selection_get_n (selection);
  const TlId whole[] = { tl_chart_info (chart)->head.id };

  if (n == 0) {
    ids = whole;
    n = G_N_ELEMENTS (whole);
  }
  for (guint kind = 0; kind < TL_N_RECORD_KINDS; kind++) {
    g_autoptr (GArray) some = g_array_new (FALSE, FALSE, sizeof (TlId));

    for (guint i = 0; i < n; i++) {
      const TlRecord *record = tl_chart_get (chart, ids[i]);

      if (record != NULL && record->kind == kind)
        g_array_append_val (some, ids[i]);
    }
    if (some->len > 0 || self->by_kind[kind] != NULL)
      tl_record_page_set_records (get_page (self, (TlRecordKind) kind),
                                  (const TlId *) (const void *) some->data, some->len);
  }
}

/* What was written and not handed over must not be lost with its row. */
static void
commit_all (TlInspector *self)
{
  self->busy = TRUE;
  for (guint kind = 0; kind < TL_N_RECORD_KINDS; kind++) {
    if (self->by_kind[kind] != NULL)
      tl_record_page_commit (self->by_kind[kind]);
  }
  self->busy = FALSE;
}

static void
update_pages (TlInspector *self)
{
  for (guint kind = 0; kind < TL_N_RECORD_KINDS; kind++) {
    if (self->by_kind[kind] != NULL)
      tl_record_page_update (self->by_kind[kind]);
  }
}

/* Otherwise the focus would fall on whatever comes to stand first, and what is typed
 * next would be written there. */
static void
give_focus_away (TlInspector *self)
{
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-chart", NULL);
}

static void
selection_changed_cb (TlInspector *self)
{
  if (self->busy)
    return;
  commit_all (self);
  if (!self->walking) {
    g_array_set_size (self->trail, 0);
    give_focus_away (self);
  }
  show_selection (self);
  update_back (self);
  gtk_adjustment_set_value (
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

static void
editor_changed_cb (TlInspector *self)
{
  update_pages (self);
  update_back (self);
}

/* Walking. */

static void
walk_to (TlInspector *self,
         TlId         id)
{
  self->walking = TRUE;
  tl_selection_set_one (tl_editor_get_selection (self->editor), id);
  self->walking = FALSE;
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TlInspector *self = TL_INSPECTOR (widget);
  TlId from = self->editor != NULL
                ? tl_selection_get_last (tl_editor_get_selection (self->editor)) : TL_ID_NONE;
  TlId id = g_variant_get_uint32 (parameter);
  const TlRecord *record =
    self->editor != NULL ? tl_chart_get (tl_editor_get_chart (self->editor), id) : NULL;

  if (record == NULL)
    return;
  g_array_append_val (self->trail, from);
  walk_to (self, id);
  if (g_str_equal (name, "inspector.open-new"))
    tl_record_page_focus_name (get_page (self, record->kind));
  else
    gtk_widget_grab_focus (self->back);
}

static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TlInspector *self = TL_INSPECTOR (widget);
  TlId id;

  if (self->editor == NULL || !find_back (self, &id))
    return;
  if (self->trail->len > 0)
    g_array_set_size (self->trail, self->trail->len - 1);
  walk_to (self, id);
  if (gtk_widget_get_visible (self->back))
    gtk_widget_grab_focus (self->back);
  else
    gtk_widget_child_focus (self->pages, GTK_DIR_TAB_FORWARD);
}

/* The editor. */

static void
clear (TlInspector *self)
{
  GtkWidget *child;

  if (self->editor != NULL)
    give_focus_away (self);
  memset (self->by_kind, 0, sizeof self->by_kind);
  g_array_set_size (self->trail, 0);
  while ((child = gtk_widget_get_first_child (self->pages)) != NULL)
    gtk_box_remove (GTK_BOX (self->pages), child);
}

void
tl_inspector_set_editor (TlInspector *self,
                         TlEditor    *editor)
{
  g_return_if_fail (TL_IS_INSPECTOR (self));

  if (self->editor == editor)
    return;
  if (self->editor != NULL) {
    g_signal_handlers_disconnect_by_data (self->editor, self);
    g_signal_handlers_disconnect_by_data (tl_editor_get_selection (self->editor), self);
  }
  clear (self);
  g_set_object (&self->editor, editor);
  if (editor == NULL)
    return;
  g_signal_connect_object (editor, "changed", G_CALLBACK (editor_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (tl_editor_get_selection (editor), "changed",
                           G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  show_selection (self);
  update_back (self);
}

GtkWidget *
tl_inspector_get_row (TlInspector *self,
                      TlId         id,
                      const char  *xml)
{
  g_return_val_if_fail (TL_IS_INSPECTOR (self), NULL);

  for (guint kind = 0; kind < TL_N_RECORD_KINDS; kind++) {
    GtkWidget *row = self->by_kind[kind] != NULL
                       ? tl_record_page_get_row (self->by_kind[kind], id, xml) : NULL;

    if (row != NULL)
      return row;
  }
  return NULL;
}

static void
tl_inspector_dispose (GObject *object)
{
  TlInspector *self = TL_INSPECTOR (object);

  if (self->pages != NULL)
    tl_inspector_set_editor (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_INSPECTOR);

  G_OBJECT_CLASS (tl_inspector_parent_class)->dispose (object);
}

static void
tl_inspector_finalize (GObject *object)
{
  g_array_unref (TL_INSPECTOR (object)->trail);

  G_OBJECT_CLASS (tl_inspector_parent_class)->finalize (object);
}

static void
tl_inspector_class_init (TlInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_inspector_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_inspector_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/throughline/Throughline/inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, TlInspector, content);
  gtk_widget_class_bind_template_child (widget_class, TlInspector, scroller);
  gtk_widget_class_bind_template_child (widget_class, TlInspector, pages);
  gtk_widget_class_bind_template_child (widget_class, TlInspector, back);
  gtk_widget_class_bind_template_child (widget_class, TlInspector, back_label);
  gtk_widget_class_install_action (widget_class, "inspector.open", "u", open_action);
  gtk_widget_class_install_action (widget_class, "inspector.open-new", "u", open_action);
  gtk_widget_class_install_action (widget_class, "inspector.back", NULL, back_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK,
                                       "inspector.back", NULL);
  gtk_widget_class_set_css_name (widget_class, "inspector");
}

static void
tl_inspector_init (TlInspector *self)
{
  self->trail = g_array_new (FALSE, FALSE, sizeof (TlId));
  gtk_widget_init_template (GTK_WIDGET (self));
}
