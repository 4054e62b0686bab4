/* outline.c - the chart as a list. */
#include "app/outline.h"

#include <glib/gi18n-lib.h>

#include "app/chart-index.h"
#include "app/outline-model.h"
#include "app/record-words.h"
#include "app/row-list.h"
#include "app/tooltip.h"

struct _TlOutline {
  GtkWidget       parent_instance;

  /* Template children */
  GtkWidget      *search;
  GtkWidget      *stack;
  GtkWidget      *list;
  GtkWidget      *nothing_label;

  /* Owned */
  TlEditor       *editor;
  TlOutlineModel *model;
  TlChartIndex   *index;        /* NULL: not made since the last change */

  /* Borrowed */
  GtkSelectionModel *rows;      /* the list's */

  /* State */
  gboolean        syncing;      /* one selection is being copied to the other */
};

enum { ACTIVATED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlOutline, tl_outline, GTK_TYPE_WIDGET)

/* Rows: a dot in the lane's colour, the label, and badges. */

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *dot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (dot, "lane-dot");
  gtk_widget_set_valign (dot, GTK_ALIGN_CENTER);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), dot);
  gtk_box_append (GTK_BOX (row), label);
  gtk_list_item_set_child (item, row);
}

static void
append_badge (GtkWidget  *row,
              char        letter,
              guint       number,
              const char *css_class)
{
  g_autofree char *text = g_strdup_printf ("%c%u", letter, number);
  GtkWidget *badge = gtk_label_new (text);

  gtk_widget_add_css_class (badge, "badge");
  if (css_class != NULL)
    gtk_widget_add_css_class (badge, css_class);
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), badge);
}

/* Made when a row is first asked for after a change. */
static const TlChartIndex *
get_index (TlOutline *self)
{
  if (self->index == NULL)
    self->index = tl_chart_index_new (self->editor);
  return self->index;
}

static void
forget_index (TlOutline *self)
{
  g_clear_pointer (&self->index, tl_chart_index_free);
}

static void
append_badges (TlOutline *self,
               GtkWidget *row,
               TlId       step)
{
  TlChart *chart = tl_editor_get_chart (self->editor);
  const TlOrder *order = tl_editor_get_order (self->editor);
  const GArray *failures = tl_chart_index_failures (get_index (self), step);
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < failures->len; i++) {
    TlId id = g_array_index (failures, TlId, i);

    append_badge (row, 'F', tl_order_number (order, id),
                  tl_priority_css_class (
                    tl_failure_priority (TL_CHART_GET (chart, FAILURE, TlFailure, id))));
  }
  for (guint i = 0; i < failures->len; i++) {
    const GArray *ids =
      tl_chart_index_recoveries (get_index (self), g_array_index (failures, TlId, i));

    for (guint k = 0; k < ids->len; k++) {
      TlId id = g_array_index (ids, TlId, k);

      if (g_hash_table_add (told, GUINT_TO_POINTER (id)))
        append_badge (row, 'R', tl_order_number (order, id), "recovery");
    }
  }
}

static void
bind_step (TlOutline    *self,
           GtkWidget    *row,
           const TlStep *step)
{
  static const char * const bands[] = { NULL, "customer", "onstage", "backstage", "support" };
  TlChart *chart = tl_editor_get_chart (self->editor);
  const TlLane *lane = TL_CHART_GET (chart, LANE, TlLane, step->lane);
  GtkWidget *dot = gtk_widget_get_first_child (row);
  GtkWidget *label = gtk_widget_get_next_sibling (dot);
  g_autofree char *spoken = NULL;
  const char *classes[] = { "lane-dot", bands[lane->band], NULL };

  gtk_widget_set_css_classes (dot, classes);
  gtk_widget_set_visible (dot, TRUE);
  gtk_widget_remove_css_class (label, "caption-heading");
  gtk_label_set_text (GTK_LABEL (label), step->label);
  tl_tooltip_hold (row, lane->name);
  append_badges (self, row, step->head.id);
  spoken = tl_chart_index_speak_step (get_index (self), self->editor, step->head.id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
bind_phase (GtkWidget     *row,
            const TlPhase *phase)
{
  GtkWidget *dot = gtk_widget_get_first_child (row);
  GtkWidget *label = gtk_widget_get_next_sibling (dot);

  gtk_widget_set_visible (dot, FALSE);
  gtk_label_set_text (GTK_LABEL (label), phase->name);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, phase->name,
                                  -1);
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item,
         TlOutline          *self)
{
  TlId id = tl_outline_item_get_id (gtk_list_item_get_item (item));
  TlChart *chart = tl_editor_get_chart (self->editor);
  const TlStep *step = TL_CHART_GET (chart, STEP, TlStep, id);
  const TlPhase *phase = TL_CHART_GET (chart, PHASE, TlPhase, id);

  if (step != NULL)
    bind_step (self, gtk_list_item_get_child (item), step);
  else if (phase != NULL)
    bind_phase (gtk_list_item_get_child (item), phase);
  /* The focus is on what the list puts around each row, which has no name of its own. */
  gtk_accessible_update_relation (GTK_ACCESSIBLE (gtk_widget_get_parent (gtk_list_item_get_child (item))),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  gtk_list_item_get_child (item), NULL, -1);
}

static void
unbind_cb (GtkListItemFactory *factory,
           GtkListItem        *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  GtkWidget *label = gtk_widget_get_next_sibling (gtk_widget_get_first_child (row));
  GtkWidget *badge;

  while ((badge = gtk_widget_get_next_sibling (label)) != NULL)
    gtk_box_remove (GTK_BOX (row), badge);
  tl_tooltip_hold (row, NULL);
}

/* One selection, two views of it. */

static void
rows_selected_cb (TlOutline *self)
{
  if (self->syncing || self->editor == NULL)
    return;
  self->syncing = TRUE;
  tl_row_list_tell_selection (self->rows, self->model, (TlGetRowId) tl_outline_model_get_id,
                              tl_editor_get_selection (self->editor));
  self->syncing = FALSE;
}

static void
selection_changed_cb (TlOutline *self)
{
  guint last;

  if (self->syncing)
    return;
  self->syncing = TRUE;
  last = tl_row_list_follow_selection (self->rows, self->model,
                                       (TlFindRowId) tl_outline_model_find_id,
                                       tl_editor_get_selection (self->editor));
  self->syncing = FALSE;
  if (last != G_MAXUINT)
    gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", last);
}

static void
row_activated_cb (GtkListView *list,
                  guint        position,
                  TlOutline   *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0, tl_outline_model_get_id (self->model, position));
}

/* Finding. */

static void
update_stack (TlOutline *self)
{
  gboolean empty = self->model == NULL || g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0;
  g_autofree char *text = NULL;

  if (empty)
    text = g_strdup_printf (_("Nothing holds “%s”"),
                            gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_label_set_text (GTK_LABEL (self->nothing_label), text != NULL ? text : "");
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), empty ? "nothing" : "list");
}

static void
search_changed_cb (TlOutline *self)
{
  if (self->model == NULL)
    return;
  tl_outline_model_set_find (self->model, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  update_stack (self);
  selection_changed_cb (self);
}

/* The first step that was found; a phase when no step was. */
static void
search_activate_cb (TlOutline *self)
{
  TlChart *chart = tl_editor_get_chart (self->editor);
  TlId found = TL_ID_NONE;

  /* The box tells of a change a little later, Enter may come before. */
  search_changed_cb (self);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->model)); i++) {
    TlId id = tl_outline_model_get_id (self->model, i);

    if (found == TL_ID_NONE || TL_CHART_GET (chart, STEP, TlStep, id) != NULL)
      found = id;
    if (TL_CHART_GET (chart, STEP, TlStep, id) != NULL)
      break;
  }
  if (found == TL_ID_NONE)
    return;
  tl_selection_set_one (tl_editor_get_selection (self->editor), found);
  g_signal_emit (self, signals[ACTIVATED], 0, found);
}

static void
search_stop_cb (TlOutline *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

void
tl_outline_find (TlOutline *self)
{
  g_return_if_fail (TL_IS_OUTLINE (self));

  gtk_widget_grab_focus (self->search);
  gtk_editable_select_region (GTK_EDITABLE (self->search), 0, -1);
}

GtkWidget *
tl_outline_get_search (TlOutline *self)
{
  g_return_val_if_fail (TL_IS_OUTLINE (self), NULL);

  return self->search;
}

void
tl_outline_set_editor (TlOutline *self,
                       TlEditor  *editor)
{
  g_return_if_fail (TL_IS_OUTLINE (self));

  if (self->editor == editor)
    return;
  if (self->editor != NULL)
    g_signal_handlers_disconnect_by_data (tl_editor_get_selection (self->editor), self);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), NULL);
  self->rows = NULL;
  if (self->editor != NULL)
    g_signal_handlers_disconnect_by_data (self->editor, self);
  forget_index (self);
  g_clear_object (&self->model);
  g_set_object (&self->editor, editor);
  if (editor == NULL)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  /* Before the model, which asks for rows again. */
  g_signal_connect_object (editor, "changed", G_CALLBACK (forget_index), self,
                           G_CONNECT_SWAPPED);
  self->model = tl_outline_model_new (editor);
  self->rows = GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->model))));
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), self->rows);
  g_object_unref (self->rows);
  g_signal_connect_object (self->rows, "selection-changed", G_CALLBACK (rows_selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (tl_editor_get_selection (editor), "changed",
                           G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  update_stack (self);
  selection_changed_cb (self);
}

static void
tl_outline_dispose (GObject *object)
{
  TlOutline *self = TL_OUTLINE (object);

  if (self->list != NULL)
    tl_outline_set_editor (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_OUTLINE);

  G_OBJECT_CLASS (tl_outline_parent_class)->dispose (object);
}

static void
tl_outline_class_init (TlOutlineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_outline_dispose;

  signals[ACTIVATED] = g_signal_new ("activated", TL_TYPE_OUTLINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/throughline/Throughline/outline.ui");
  gtk_widget_class_bind_template_child (widget_class, TlOutline, search);
  gtk_widget_class_bind_template_child (widget_class, TlOutline, stack);
  gtk_widget_class_bind_template_child (widget_class, TlOutline, list);
  gtk_widget_class_bind_template_child (widget_class, TlOutline, nothing_label);
  gtk_widget_class_set_css_name (widget_class, "outline");
}

static void
tl_outline_init (TlOutline *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->list), factory);
  g_signal_connect (self->list, "activate", G_CALLBACK (row_activated_cb), self);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (search_activate_cb), self);
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (search_stop_cb), self);
}
