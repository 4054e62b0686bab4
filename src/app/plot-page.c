/* plot-page.c - the pictures under the chart. */
#include "app/plot-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/compat.h"
#include "app/copy-cells.h"
#include "app/spoken.h"
#include "document/save.h"

struct _TlPlotPage {
  GtkWidget           parent_instance;

  /* Owned */
  TlEditor           *editor;
  GtkWidget          *tools;
  GSimpleActionGroup *actions;    /* "picture." */
  GArray             *standards;  /* TlId, rows of @choices after "all" */

  /* Borrowed */
  GtkWidget          *overlay;
  TlPlotView         *view;
  GtkWidget          *nothing;    /* over it: why there is no picture */
  GtkWidget          *menu;       /* where it was asked for */
  GtkWidget          *kinds;
  GtkWidget          *choices;

  /* State */
  gboolean            filling;    /* the rows of a chooser */
};

enum { ACTIVATED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlPlotPage, tl_plot_page, GTK_TYPE_WIDGET)

static TlPlotKind
get_kind (TlPlotPage *self)
{
  guint row = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kinds));

  return row < TL_N_PLOTS ? (TlPlotKind) row : TL_PLOT_PARETO;
}

static TlPlotOptions
get_options (TlPlotPage *self)
{
  guint row = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->choices));
  TlPlotOptions options = { .kind = get_kind (self) };

  if (row == GTK_INVALID_LIST_POSITION)
    row = 0;
  if (row < tl_plot_n_choices (options.kind))
    options.choice = row;
  if (options.kind == TL_PLOT_STANDARDS && row > 0 && row <= self->standards->len)
    options.standard = g_array_index (self->standards, TlId, row - 1);
  return options;
}

/* What can be done with a picture. */
static void copy_action         (GSimpleAction *action,
                                 GVariant      *parameter,
                                 gpointer       data);
static void copy_numbers_action (GSimpleAction *action,
                                 GVariant      *parameter,
                                 gpointer       data);
static void export_action       (GSimpleAction *action,
                                 GVariant      *parameter,
                                 gpointer       data);

static const GActionEntry entries[] = {
  { .name = "copy", .activate = copy_action },
  { .name = "copy-numbers", .activate = copy_numbers_action },
  { .name = "export", .activate = export_action, .parameter_type = "s" },
};

/* What is shown */

/* The picture, or why there is none. */
static void
update_page (TlPlotPage *self)
{
  const TlPlot *plot = self->editor != NULL ? tl_plot_view_get_plot (self->view) : NULL;
  gboolean empty = plot == NULL || plot->empty != NULL;

  gtk_label_set_text (GTK_LABEL (self->nothing), plot != NULL && empty ? plot->empty : "");
  gtk_widget_set_visible (self->nothing, empty);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_simple_action_set_enabled (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions),
                                                   entries[i].name)), !empty);
}

static void
chosen_cb (TlPlotPage *self)
{
  TlPlotOptions options;

  if (self->filling)
    return;
  options = get_options (self);
  tl_plot_view_show (self->view, &options);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update_page (self);
}

static GtkStringList *
list_choices (TlPlotPage *self)
{
  TlPlotKind kind = get_kind (self);
  GtkStringList *list = gtk_string_list_new (NULL);

  g_array_set_size (self->standards, 0);
  for (guint i = 0; i < tl_plot_n_choices (kind); i++)
    gtk_string_list_append (list, tl_plot_choice_title (kind, i));
  if (kind == TL_PLOT_STANDARDS && self->editor != NULL) {
    TlChart *chart = tl_editor_get_chart (self->editor);

    gtk_string_list_append (list, _("All Standards"));
    for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_STANDARD); i++) {
      const TlStandard *standard = TL_CHART_NTH (chart, STANDARD, TlStandard, i);

      gtk_string_list_append (list, standard->name);
      g_array_append_val (self->standards, standard->head.id);
    }
  }
  return list;
}

static gboolean
same_rows (GListModel *a,
           GListModel *b)
{
  guint n = g_list_model_get_n_items (b);

  if (a == NULL || g_list_model_get_n_items (a) != n)
    return FALSE;
  for (guint i = 0; i < n; i++) {
    if (strcmp (gtk_string_list_get_string (GTK_STRING_LIST (a), i),
                gtk_string_list_get_string (GTK_STRING_LIST (b), i)) != 0)
      return FALSE;
  }
  return TRUE;
}

/* Rows of what the picture goes by; the standard that was chosen stays so while it is
 * there. */
static void
fill_choices (TlPlotPage *self)
{
  TlId standard = get_options (self).standard;
  g_autoptr (GtkStringList) list = list_choices (self);
  guint row = standard == TL_ID_NONE ? gtk_drop_down_get_selected (GTK_DROP_DOWN (self->choices))
                                     : 0;

  for (guint i = 0; i < self->standards->len; i++) {
    if (g_array_index (self->standards, TlId, i) == standard)
      row = i + 1;
  }
  self->filling = TRUE;
  if (!same_rows (gtk_drop_down_get_model (GTK_DROP_DOWN (self->choices)), G_LIST_MODEL (list))) {
    guint n = g_list_model_get_n_items (G_LIST_MODEL (list));

    gtk_drop_down_set_model (GTK_DROP_DOWN (self->choices), G_LIST_MODEL (list));
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->choices), row < n ? row : 0);
  }
  gtk_widget_set_visible (self->choices, g_list_model_get_n_items (G_LIST_MODEL (list)) > 1);
  self->filling = FALSE;
}

static void
kind_chosen_cb (TlPlotPage *self)
{
  self->filling = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->choices), 0);
  self->filling = FALSE;
  fill_choices (self);
  chosen_cb (self);
}

/* The chart changed. */
static void
remade_cb (TlPlotPage *self)
{
  fill_choices (self);
  chosen_cb (self);
}

static void
activated_cb (TlPlotView *view,
              guint       id,
              TlPlotPage *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0, id);
}

void
tl_plot_page_set_editor (TlPlotPage *self,
                         TlEditor   *editor)
{
  g_return_if_fail (TL_IS_PLOT_PAGE (self));

  g_set_object (&self->editor, editor);
  tl_plot_view_set_editor (self->view, editor);
  fill_choices (self);
  chosen_cb (self);
}

/* What can be done with it */

static void
say (TlPlotPage *self,
     const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s", text);
}

static void
copy_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  TlPlotPage *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) svg = tl_plot_view_export (self->view, TL_EXPORT_SVG, &error);
  g_autoptr (GBytes) png = svg != NULL ? tl_plot_view_export (self->view, TL_EXPORT_PNG, &error)
                                       : NULL;
  g_autoptr (GdkContentProvider) both = NULL;

  if (png == NULL) {
    say (self, error->message);
    return;
  }
  both = gdk_content_provider_new_union (
    (GdkContentProvider *[]) { gdk_content_provider_new_for_bytes ("image/png", png),
                               gdk_content_provider_new_for_bytes ("image/svg+xml", svg) }, 2);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), both);
  say (self, _("Picture copied; paste it into a document."));
}

static void
copy_numbers_action (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       data)
{
  TlPlotPage *self = data;
  const TlPlot *plot = tl_plot_view_get_plot (self->view);
  g_autoptr (TlCopy) copy = tl_copy_new ();
  g_autoptr (GdkContentProvider) provider = NULL;

  for (guint i = 0; i < plot->columns->len; i++)
    tl_copy_add_title (copy, g_array_index (plot->columns, TlPlotColumn, i).title);
  for (guint i = 0; i < tl_plot_n_rows (plot); i++) {
    tl_copy_add_row (copy);
    for (guint k = 0; k < plot->columns->len; k++)
      tl_copy_add_cell (copy, tl_plot_cell (plot, i, k));
  }
  provider = tl_copy_provider (copy);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), provider);
  say (self, _("Table copied; paste it into a spreadsheet or a document."));
}

void
tl_plot_page_save (TlPlotPage *self,
                   const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  TlExportFormat format;

  g_return_if_fail (TL_IS_PLOT_PAGE (self));

  if (self->editor == NULL)
    return;
  if (!tl_export_format_guess (path, &format)) {
    say (self, _("Give the name an ending: .svg, .pdf or .png."));
    return;
  }
  bytes = tl_plot_view_export (self->view, format, &error);
  if (bytes == NULL || !tl_save (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                 NULL, NULL, &error))
    text = g_strdup (error->message);
  else
    text = g_strdup_printf (_("Exported as “%s”"), name);
  say (self, text);
}

static void
file_chosen_cb (const char *path,
                gpointer    data)
{
  TlPlotPage *self = data;

  if (path != NULL)
    tl_plot_page_save (self, path);
  g_object_unref (self);
}

/* The parameter is the kind of file, such as "svg". */
static void
export_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  TlPlotPage *self = data;
  const char *format = g_variant_get_string (parameter, NULL);
  const char *document = tl_document_get_path (tl_editor_get_document (self->editor));
  g_autofree char *folder = document != NULL ? g_path_get_dirname (document) : NULL;
  g_autofree char *title =
    g_strdup (tl_chart_info (tl_editor_get_chart (self->editor))->title);
  g_autofree char *name = NULL, *suffix = g_strconcat (".", format, NULL);

  g_strdelimit (title, "/\\:*?\"<>|\n", '-');
  name = g_strdup_printf ("%s %s%s", title, tl_plot_name (get_kind (self)), suffix);
  tl_choose_to_export (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), folder, name, suffix,
                       file_chosen_cb, g_object_ref (self));
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        TlPlotPage            *self)
{
  if ((keyval != GDK_KEY_c && keyval != GDK_KEY_C) || (state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  g_action_group_activate_action (G_ACTION_GROUP (self->actions),
                                  (state & GDK_SHIFT_MASK) != 0 ? "copy-numbers" : "copy", NULL);
  return GDK_EVENT_STOP;
}

/* At the pointer, or @x < 0: where the keyboard is. */
static void
open_menu (TlPlotPage *self,
           double      x,
           double      y)
{
  GdkRectangle place = { (int) x, (int) y, 1, 1 };
  graphene_point_t at;

  if (x < 0 && !tl_plot_view_get_current (self->view, &place))
    place = (GdkRectangle) { 12, 12, 1, 1 };
  if (!gtk_widget_compute_point (GTK_WIDGET (self->view), GTK_WIDGET (self),
                                 &GRAPHENE_POINT_INIT ((float) place.x, (float) place.y), &at))
    return;
  place.x = (int) at.x;
  place.y = (int) at.y;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &place);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
menu_pressed_cb (GtkGestureClick *gesture,
                 int              n_press,
                 double           x,
                 double           y,
                 TlPlotPage      *self)
{
  open_menu (self, x, y);
}

static gboolean
menu_key_cb (GtkWidget *view,
             GVariant  *arguments,
             gpointer   data)
{
  open_menu (data, -1, -1);
  return GDK_EVENT_STOP;
}

/* Parts of the page */

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) copying = g_menu_new (), exporting = g_menu_new ();

  g_menu_append (copying, _("_Copy Picture"), "picture.copy");
  g_menu_append (copying, _("Copy _Numbers"), "picture.copy-numbers");
  g_menu_append (exporting, _("Export as _SVG…"), "picture.export::svg");
  g_menu_append (exporting, _("Export as _PDF…"), "picture.export::pdf");
  g_menu_append (exporting, _("Export as P_NG…"), "picture.export::png");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copying));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (exporting));
  return G_MENU_MODEL (menu);
}

static void
make_actions (TlPlotPage *self)
{
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "picture", G_ACTION_GROUP (self->actions));
  gtk_widget_insert_action_group (self->tools, "picture", G_ACTION_GROUP (self->actions));
}

static GtkWidget *
make_chooser (const char *label)
{
  GtkWidget *chooser = gtk_drop_down_new (NULL, NULL);

  gtk_widget_set_tooltip_text (chooser, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chooser), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  tl_spoken_mend (chooser);
  return chooser;
}

static void
make_tools (TlPlotPage *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);
  g_autoptr (GMenuModel) menu = make_menu ();
  GtkWidget *more = gtk_menu_button_new ();

  for (TlPlotKind kind = 0; kind < TL_N_PLOTS; kind++)
    gtk_string_list_append (kinds, tl_plot_title (kind));
  self->tools = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  self->kinds = make_chooser (_("Picture"));
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->kinds), G_LIST_MODEL (kinds));
  self->choices = make_chooser (_("What It Goes By"));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (more), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (more), menu);
  gtk_widget_set_tooltip_text (more, _("Copy or Export the Picture"));
  gtk_widget_add_css_class (more, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (more), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Copy or Export the Picture"), -1);
  gtk_box_append (GTK_BOX (self->tools), self->kinds);
  gtk_box_append (GTK_BOX (self->tools), self->choices);
  gtk_box_append (GTK_BOX (self->tools), more);
}

/* The same as the button has, at the picture itself. */
static void
make_context_menu (TlPlotPage *self)
{
  g_autoptr (GMenuModel) model = make_menu ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->menu = gtk_popover_menu_new_from_model (model);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (menu_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (click));
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Shift>F10|Menu"),
                      gtk_callback_action_new (menu_key_cb, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
}

static void
make_contents (TlPlotPage *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->overlay = gtk_overlay_new ();
  self->view = TL_PLOT_VIEW (tl_plot_view_new ());
  self->nothing = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->nothing), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->nothing), 60);
  gtk_label_set_justify (GTK_LABEL (self->nothing), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (self->nothing, "dim-label");
  gtk_widget_set_can_target (self->nothing, FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), scroller);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->nothing);
  gtk_widget_set_parent (self->overlay, GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), key);
  g_signal_connect_object (self->view, "activated", G_CALLBACK (activated_cb), self, 0);
  g_signal_connect_object (self->view, "remade", G_CALLBACK (remade_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
tl_plot_page_get_tools (TlPlotPage *self)
{
  g_return_val_if_fail (TL_IS_PLOT_PAGE (self), NULL);

  return self->tools;
}

TlPlotView *
tl_plot_page_get_view (TlPlotPage *self)
{
  g_return_val_if_fail (TL_IS_PLOT_PAGE (self), NULL);

  return self->view;
}

const char *
tl_plot_page_get_empty (TlPlotPage *self)
{
  g_return_val_if_fail (TL_IS_PLOT_PAGE (self), NULL);

  return gtk_widget_get_visible (self->nothing)
           ? gtk_label_get_text (GTK_LABEL (self->nothing)) : NULL;
}

GtkWidget *
tl_plot_page_get_kinds (TlPlotPage *self)
{
  g_return_val_if_fail (TL_IS_PLOT_PAGE (self), NULL);

  return self->kinds;
}

GtkWidget *
tl_plot_page_get_choices (TlPlotPage *self)
{
  g_return_val_if_fail (TL_IS_PLOT_PAGE (self), NULL);

  return self->choices;
}

static void
tl_plot_page_map (GtkWidget *widget)
{
  TlPlotPage *self = TL_PLOT_PAGE (widget);

  fill_choices (self);
  GTK_WIDGET_CLASS (tl_plot_page_parent_class)->map (widget);
  if (self->editor != NULL)
    chosen_cb (self);
}

static void
tl_plot_page_dispose (GObject *object)
{
  TlPlotPage *self = TL_PLOT_PAGE (object);

  if (self->overlay != NULL) {
    tl_plot_view_set_editor (self->view, NULL);
    g_clear_object (&self->editor);
    g_clear_pointer (&self->menu, gtk_widget_unparent);
    g_clear_pointer (&self->overlay, gtk_widget_unparent);
  }
  g_clear_object (&self->tools);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->standards, g_array_unref);

  G_OBJECT_CLASS (tl_plot_page_parent_class)->dispose (object);
}

static void
tl_plot_page_class_init (TlPlotPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_plot_page_dispose;
  widget_class->map = tl_plot_page_map;

  signals[ACTIVATED] = g_signal_new ("activated", TL_TYPE_PLOT_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "pictures");
}

static void
tl_plot_page_init (TlPlotPage *self)
{
  self->standards = g_array_new (FALSE, FALSE, sizeof (TlId));
  make_tools (self);
  make_contents (self);
  make_context_menu (self);
  make_actions (self);
  fill_choices (self);
  g_signal_connect_object (self->kinds, "notify::selected", G_CALLBACK (kind_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->choices, "notify::selected", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
tl_plot_page_new (void)
{
  return g_object_new (TL_TYPE_PLOT_PAGE, NULL);
}
