/* bottom-pane.c - tables and pictures under the chart. */
#include "app/bottom-pane.h"

#include <glib/gi18n-lib.h>

#define LOWEST   140         /* widget pixels: a title, tools and a few rows */
#define FINDINGS "findings"   /* the table the guide goes with */

struct _TlBottomPane {
  GtkWidget  parent_instance;

  /* Template children */
  GtkWidget *content;
  GtkStack  *tables;
  GtkStack  *tools;
  TlGuide   *guide;

  /* Owned */
  GSettings *settings;
  TlEditor  *editor;
  char      *before;    /* table that was shown when the guide came; NULL: it is not led */

  /* State */
  gboolean   made;      /* the tables are there */
  guint      placing;   /* tick callback, or 0 */
  gboolean   was_shown; /* the pane, when the guide came */
};

enum { ACTIVATED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const TlTable * const tables[] = {
  &tl_table_steps,     &tl_table_failures, &tl_table_recoveries, &tl_table_gaps,
  &tl_table_standards, &tl_table_findings, &tl_table_items,
};

G_DEFINE_FINAL_TYPE (TlBottomPane, tl_bottom_pane, GTK_TYPE_WIDGET)

static void
activated_cb (GtkWidget    *page,
              guint         id,
              TlBottomPane *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0, id);
}

/* The guide goes with the findings. */
static void
place_guide (TlBottomPane *self)
{
  gboolean here = tl_guide_is_open (self->guide) &&
                  g_strcmp0 (gtk_stack_get_visible_child_name (self->tables), FINDINGS) == 0;

  gtk_widget_set_visible (GTK_WIDGET (self->guide), here);
  gtk_widget_set_visible (GTK_WIDGET (self->tables),
                          !here || !tl_guide_is_summary (self->guide));
}

static void
table_shown_cb (TlBottomPane *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->tables);

  if (name == NULL)
    return;
  gtk_stack_set_visible_child_name (self->tools, name);
  g_settings_set_string (self->settings, "bottom-table", name);
  place_guide (self);
}

/* @tools is lent; it stands beside the page while that is shown. */
static void
add_page (TlBottomPane *self,
          GtkWidget    *page,
          GtkWidget    *tools,
          const char   *name,
          const char   *title)
{
  gtk_stack_add_titled (self->tables, page, name, title);
  gtk_stack_add_named (self->tools, tools, name);
  g_signal_connect_object (page, "activated", G_CALLBACK (activated_cb), self, 0);
}

/* What comes into a table from outside. */
static void
add_import (TlTableView *view)
{
  GtkWidget *button = gtk_button_new_with_label (_("Import…"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.import-measurements");
  gtk_widget_set_tooltip_text (button, _("Import Measurements From a Table"));
  gtk_box_append (GTK_BOX (tl_table_view_get_tools (view)), button);
}

/* Most windows are closed before somebody looks at a table. */
static void
make_tables (TlBottomPane *self)
{
  g_autofree char *shown = g_settings_get_string (self->settings, "bottom-table");
  GtkWidget *pictures = tl_plot_page_new ();

  self->made = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++) {
    GtkWidget *view = tl_table_view_new (tables[i]);

    add_page (self, view, tl_table_view_get_tools (TL_TABLE_VIEW (view)), tables[i]->name,
              g_dgettext (GETTEXT_PACKAGE, tables[i]->title));
    if (tables[i] == &tl_table_standards)
      add_import (TL_TABLE_VIEW (view));
    tl_table_view_set_editor (TL_TABLE_VIEW (view), self->editor);
  }
  add_page (self, pictures, tl_plot_page_get_tools (TL_PLOT_PAGE (pictures)), TL_PLOT_PAGE_NAME,
            _("Pictures"));
  tl_plot_page_set_editor (TL_PLOT_PAGE (pictures), self->editor);
  if (gtk_stack_get_child_by_name (self->tables, shown) != NULL)
    gtk_stack_set_visible_child_name (self->tables, shown);
  table_shown_cb (self);
  g_signal_connect_swapped (self->tables, "notify::visible-child", G_CALLBACK (table_shown_cb),
                            self);
}

static void
guide_moved_cb (TlBottomPane *self)
{
  if (!self->made && !tl_guide_is_open (self->guide))
    return;
  tl_table_view_set_topic (tl_bottom_pane_get_view (self, FINDINGS),
                           tl_guide_get_test (self->guide));
  if (!tl_guide_is_open (self->guide) && self->before != NULL) {
    g_autofree char *before = g_steal_pointer (&self->before);

    if (g_strcmp0 (gtk_stack_get_visible_child_name (self->tables), FINDINGS) == 0)
      tl_bottom_pane_show (self, before);
    gtk_widget_set_visible (GTK_WIDGET (self), self->was_shown);
  }
  place_guide (self);
}

void
tl_bottom_pane_lead (TlBottomPane *self,
                     TlSeries      series,
                     guint         index)
{
  g_return_if_fail (TL_IS_BOTTOM_PANE (self));

  if (!self->made)
    make_tables (self);
  if (self->before == NULL) {
    self->before = g_strdup (gtk_stack_get_visible_child_name (self->tables));
    self->was_shown = gtk_widget_get_visible (GTK_WIDGET (self));
  }
  tl_bottom_pane_show (self, FINDINGS);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  tl_guide_lead (self->guide, series, index);
}

TlGuide *
tl_bottom_pane_get_guide (TlBottomPane *self)
{
  g_return_val_if_fail (TL_IS_BOTTOM_PANE (self), NULL);

  return self->guide;
}

void
tl_bottom_pane_set_editor (TlBottomPane *self,
                           TlEditor     *editor)
{
  g_return_if_fail (TL_IS_BOTTOM_PANE (self));

  g_set_object (&self->editor, editor);
  tl_guide_set_editor (self->guide, editor);
  for (guint i = 0; self->made && i < G_N_ELEMENTS (tables); i++)
    tl_table_view_set_editor (tl_bottom_pane_get_view (self, tables[i]->name), editor);
  if (self->made)
    tl_plot_page_set_editor (tl_bottom_pane_get_pictures (self), editor);
}

TlTableView *
tl_bottom_pane_get_view (TlBottomPane *self,
                         const char   *name)
{
  GtkWidget *view;

  g_return_val_if_fail (TL_IS_BOTTOM_PANE (self), NULL);

  if (!self->made)
    make_tables (self);
  view = gtk_stack_get_child_by_name (self->tables, name);
  return TL_IS_TABLE_VIEW (view) ? TL_TABLE_VIEW (view) : NULL;
}

TlPlotPage *
tl_bottom_pane_get_pictures (TlBottomPane *self)
{
  g_return_val_if_fail (TL_IS_BOTTOM_PANE (self), NULL);

  if (!self->made)
    make_tables (self);
  return TL_PLOT_PAGE (gtk_stack_get_child_by_name (self->tables, TL_PLOT_PAGE_NAME));
}

void
tl_bottom_pane_show (TlBottomPane *self,
                     const char   *name)
{
  g_return_if_fail (TL_IS_BOTTOM_PANE (self));

  if (!self->made)
    make_tables (self);
  gtk_stack_set_visible_child_name (self->tables, name);
}

/* Height. */

/* The paned knows how high it is only when it has been laid out. */
static gboolean
place_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       data)
{
  TlBottomPane *self = TL_BOTTOM_PANE (widget);
  GtkWidget *paned = gtk_widget_get_parent (widget);
  int height = GTK_IS_PANED (paned) ? gtk_widget_get_height (paned) : 0;

  if (height == 0)
    return G_SOURCE_CONTINUE;
  gtk_paned_set_position (GTK_PANED (paned),
                          MAX (height - g_settings_get_int (self->settings, "bottom-height"), 0));
  self->placing = 0;
  return G_SOURCE_REMOVE;
}

static void
tl_bottom_pane_map (GtkWidget *widget)
{
  TlBottomPane *self = TL_BOTTOM_PANE (widget);

  if (!self->made)
    make_tables (self);
  GTK_WIDGET_CLASS (tl_bottom_pane_parent_class)->map (widget);
  if (self->placing == 0)
    self->placing = gtk_widget_add_tick_callback (widget, place_cb, NULL, NULL);
}

static void
tl_bottom_pane_unmap (GtkWidget *widget)
{
  TlBottomPane *self = TL_BOTTOM_PANE (widget);

  if (self->placing == 0)
    g_settings_set_int (self->settings, "bottom-height",
                        CLAMP (gtk_widget_get_height (widget), LOWEST, 2000));
  else
    gtk_widget_remove_tick_callback (widget, self->placing);
  self->placing = 0;
  GTK_WIDGET_CLASS (tl_bottom_pane_parent_class)->unmap (widget);
}

static void
tl_bottom_pane_dispose (GObject *object)
{
  TlBottomPane *self = TL_BOTTOM_PANE (object);

  if (self->content != NULL) {
    g_signal_handlers_disconnect_by_data (self->tables, self);
    tl_bottom_pane_set_editor (self, NULL);
  }
  g_clear_object (&self->settings);
  g_clear_pointer (&self->before, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_BOTTOM_PANE);

  G_OBJECT_CLASS (tl_bottom_pane_parent_class)->dispose (object);
}

static void
tl_bottom_pane_class_init (TlBottomPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_bottom_pane_dispose;
  widget_class->map = tl_bottom_pane_map;
  widget_class->unmap = tl_bottom_pane_unmap;

  signals[ACTIVATED] = g_signal_new ("activated", TL_TYPE_BOTTOM_PANE, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  g_type_ensure (TL_TYPE_GUIDE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/throughline/Throughline/bottom-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, TlBottomPane, content);
  gtk_widget_class_bind_template_child (widget_class, TlBottomPane, tables);
  gtk_widget_class_bind_template_child (widget_class, TlBottomPane, tools);
  gtk_widget_class_bind_template_child (widget_class, TlBottomPane, guide);
  gtk_widget_class_set_css_name (widget_class, "bottompane");
}

static void
tl_bottom_pane_init (TlBottomPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new (TL_APP_ID);
  place_guide (self);
  g_signal_connect_object (self->guide, "moved", G_CALLBACK (guide_moved_cb), self,
                           G_CONNECT_SWAPPED);
}
