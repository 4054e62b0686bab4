/* start-page.c - what a window shows before there is a chart. */
#include "app/start-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "app/chart-picture.h"
#include "app/recent.h"
#include "document/template.h"
#include "document/xml-read.h"

#define PICTURE_WIDTH  396   /* widget pixels */
#define PICTURE_HEIGHT 190

struct _TlStartPage {
  GtkWidget  parent_instance;

  /* Template children */
  GtkWidget *scroller;
  GtkWidget *templates_box;
  GtkWidget *templates;
  GtkWidget *recent_box;
  GtkWidget *recent;
  GtkWidget *new_button;
  GtkWidget *questions_button;
  GtkWidget *open_button;

  /* State */
  gboolean   loaded;        /* the examples were read */
  gboolean   dark;          /* as they were painted */
};

enum { OPEN_TEMPLATE, OPEN_RECENT, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlStartPage, tl_start_page, GTK_TYPE_WIDGET)

static void
template_clicked_cb (GtkWidget   *button,
                     TlStartPage *self)
{
  g_signal_emit (self, signals[OPEN_TEMPLATE], 0, g_object_get_data (G_OBJECT (button), "path"));
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_card (TlStartPage   *self,
           const TlChart *chart,
           const char    *path)
{
  const TlChartInfo *info = tl_chart_info (chart);
  guint n = tl_chart_n (chart, TL_RECORD_STEP);
  guint failures = tl_chart_n (chart, TL_RECORD_FAILURE);
  g_autoptr (GdkTexture) texture =
    tl_chart_picture_new (chart, PICTURE_WIDTH, PICTURE_HEIGHT,
                          MAX (gtk_widget_get_scale_factor (GTK_WIDGET (self)), 1), self->dark);
  g_autofree char *steps = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u step", "%u steps", n),
                                            n);
  g_autofree char *points =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u failure point", "%u failure points",
                                  failures), failures);
  g_autofree char *counts = g_strdup_printf ("%s · %s", steps, points);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *names = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *picture = gtk_picture_new_for_paintable (GDK_PAINTABLE (texture));

  gtk_widget_set_size_request (picture, 200, PICTURE_HEIGHT);
  gtk_picture_set_can_shrink (GTK_PICTURE (picture), TRUE);
  gtk_widget_add_css_class (picture, "sheet");
  gtk_widget_set_overflow (picture, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (names, "names");
  gtk_box_append (GTK_BOX (names), make_label (info->title, "heading"));
  gtk_box_append (GTK_BOX (names), make_label (counts, "dim-label"));
  gtk_box_append (GTK_BOX (box), picture);
  gtk_box_append (GTK_BOX (box), names);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "card");
  gtk_widget_add_css_class (button, "template-card");
  gtk_widget_set_overflow (button, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_tooltip_text (button, info->service);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  info->title, -1);
  g_object_set_data_full (G_OBJECT (button), "path", g_strdup (path), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (template_clicked_cb), self);
  return button;
}

static void
load_templates (TlStartPage *self)
{
  g_autofree char *folder = tl_template_folder (TL_DATA_DIR);
  g_autoptr (GPtrArray) names = tl_template_names (folder, NULL);
  GtkWidget *child;
  gboolean any = FALSE;

  while ((child = gtk_widget_get_first_child (self->templates)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (self->templates), child);
  for (guint i = 0; names != NULL && i < names->len; i++) {
    g_autofree char *path = tl_template_path (folder, g_ptr_array_index (names, i));
    g_autoptr (GPtrArray) problems = tl_read_problems_new ();
    g_autoptr (TlChart) chart = tl_xml_read_file (path, NULL, problems);
    GtkWidget *card;

    if (chart == NULL)
      continue;
    card = make_card (self, chart, path);
    gtk_flow_box_append (GTK_FLOW_BOX (self->templates), card);
    /* The card takes the focus, not the cell around it. */
    gtk_widget_set_focusable (gtk_widget_get_parent (card), FALSE);
    any = TRUE;
  }
  gtk_widget_set_visible (self->templates_box, any);
}

static void
recent_activated_cb (GtkListBox    *list,
                     GtkListBoxRow *row,
                     TlStartPage   *self)
{
  g_signal_emit (self, signals[OPEN_RECENT], 0, g_object_get_data (G_OBJECT (row), "path"));
}

static void
load_recent (TlStartPage *self)
{
  g_autoptr (GPtrArray) paths = tl_recent_paths ();
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->recent)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->recent), child);
  for (guint i = 0; i < paths->len; i++) {
    const char *path = g_ptr_array_index (paths, i);
    g_autofree char *name = tl_path_title (path);
    g_autofree char *folder = tl_path_folder (path);
    GtkWidget *row = adw_action_row_new ();

    adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), folder);
    gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
    adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                               gtk_image_new_from_icon_name ("go-next-symbolic"));
    g_object_set_data_full (G_OBJECT (row), "path", g_strdup (path), g_free);
    gtk_list_box_append (GTK_LIST_BOX (self->recent), row);
  }
  gtk_widget_set_visible (self->recent_box, paths->len > 0);
}

static void
load_page (TlStartPage *self)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  if (!self->loaded || self->dark != dark) {
    self->dark = dark;
    self->loaded = TRUE;
    load_templates (self);
  }
  load_recent (self);
}

static void
dark_changed_cb (TlStartPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    load_page (self);
}

/* Each time it is shown; a window that opens a chart never shows it. */
static void
tl_start_page_map (GtkWidget *widget)
{
  load_page (TL_START_PAGE (widget));
  GTK_WIDGET_CLASS (tl_start_page_parent_class)->map (widget);
}

static void
tl_start_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_START_PAGE);

  G_OBJECT_CLASS (tl_start_page_parent_class)->dispose (object);
}

static void
tl_start_page_class_init (TlStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_start_page_dispose;
  widget_class->map = tl_start_page_map;

  signals[OPEN_TEMPLATE] = g_signal_new ("open-template", TL_TYPE_START_PAGE, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[OPEN_RECENT] = g_signal_new ("open-recent", TL_TYPE_START_PAGE, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/throughline/Throughline/start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TlStartPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, TlStartPage, templates_box);
  gtk_widget_class_bind_template_child (widget_class, TlStartPage, templates);
  gtk_widget_class_bind_template_child (widget_class, TlStartPage, recent_box);
  gtk_widget_class_bind_template_child (widget_class, TlStartPage, recent);
  gtk_widget_class_bind_template_child (widget_class, TlStartPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, TlStartPage, questions_button);
  gtk_widget_class_bind_template_child (widget_class, TlStartPage, open_button);
}

static void
tl_start_page_init (TlStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Otherwise the name read aloud still holds the underscore. */
  gtk_accessible_reset_property (GTK_ACCESSIBLE (self->new_button), GTK_ACCESSIBLE_PROPERTY_LABEL);
  gtk_accessible_reset_property (GTK_ACCESSIBLE (self->questions_button),
                                 GTK_ACCESSIBLE_PROPERTY_LABEL);
  gtk_accessible_reset_property (GTK_ACCESSIBLE (self->open_button), GTK_ACCESSIBLE_PROPERTY_LABEL);
  g_signal_connect (self->recent, "row-activated", G_CALLBACK (recent_activated_cb), self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (dark_changed_cb), self, G_CONNECT_SWAPPED);
}
