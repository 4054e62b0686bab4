/* export-dialog.c - makes a picture of the chart.
 *
 * Preview and picture are made in a thread from the chart's text.  Of several previews
 * under way only the last is shown: the others are cancelled.
 */
#include "app/export-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/commands.h"
#include "app/compat.h"
#include "app/picture-job.h"
#include "app/recent.h"
#include "app/today.h"
#include "document/fragment.h"
#include "document/save.h"
#include "document/xml-write.h"

#define PREVIEW_WIDTH  560   /* widget pixels */
#define PREVIEW_HEIGHT 420
#define INCH           96.0  /* chart units */
#define MILLIMETRES    25.4  /* to the inch */

struct _TlExportDialog {
  AdwWindow     parent_instance;

  /* Template children */
  GtkWidget    *picture;
  GtkWidget    *busy;
  GtkLabel     *size_label;
  GtkWidget    *format;
  GtkWidget    *theme;
  GtkWidget    *part;
  GtkWidget    *dpi_row;
  GtkSpinButton *dpi;
  GtkWidget    *percent_row;
  GtkSpinButton *percent;
  GtkSwitch    *background;
  GtkSwitch    *titles;
  GtkWidget    *overlay_row;
  GtkSwitch    *overlay;
  GtkWidget    *options;
  GtkWidget    *export_button;

  /* Owned */
  TlEditor     *editor;
  GArray       *steps;         /* TlId, selected when the dialog opened */
  GSettings    *settings;
  GCancellable *previewing;    /* NULL: the preview shows what is chosen */
  GCancellable *exporting;     /* NULL: nothing is being made */
  char         *path;          /* of what is being made */

  char         *role;          /* XML id, of the role focus; or NULL */

  /* State */
  TlOverlayKind kind;          /* what can be laid on it */
  double        page_width, page_height;   /* of the preview, in chart units */
};

enum { EXPORTED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlExportDialog, tl_export_dialog, ADW_TYPE_WINDOW)

/* Rows of the combos, in this order. */
static const TlExportFormat formats[] = { TL_EXPORT_PNG, TL_EXPORT_SVG, TL_EXPORT_PDF };
enum { PART_WHOLE, PART_SELECTION };

static guint
get_row (GtkWidget *combo)
{
  guint row = adw_combo_row_get_selected (ADW_COMBO_ROW (combo));

  return row != GTK_INVALID_LIST_POSITION ? row : 0;
}

static void
get_choice (TlExportDialog  *self,
            TlPictureChoice *choice)
{
  gboolean png = formats[get_row (self->format)] == TL_EXPORT_PNG;

  *choice = (TlPictureChoice) {
    .format = formats[get_row (self->format)],
    .theme = (TlThemeId) get_row (self->theme),
    .scale = png ? gtk_spin_button_get_value (self->dpi) / INCH
                 : gtk_spin_button_get_value (self->percent) / 100,
    .background = gtk_switch_get_active (self->background),
    .titles = gtk_switch_get_active (self->titles),
    .overlay = gtk_switch_get_active (self->overlay) ? self->kind : TL_OVERLAY_NONE,
    .role = self->role,
    .today = tl_today (),
  };
}

static char *
get_xml (TlExportDialog *self,
         gsize          *length)
{
  TlChart *chart = tl_editor_get_chart (self->editor);
  char *xml;

  if (get_row (self->part) != PART_SELECTION)
    return tl_xml_write (chart, length);
  xml = tl_fragment_write (chart, (const TlId *) (const void *) self->steps->data,
                           self->steps->len);
  *length = strlen (xml);
  return xml;
}

/* The preview. */

static void
update_size (TlExportDialog *self)
{
  g_autofree char *text = NULL;
  TlPictureChoice choice;

  get_choice (self, &choice);
  if (choice.format == TL_EXPORT_PNG)
    text = g_strdup_printf (_("%.0f × %.0f pixels"), ceil (self->page_width * choice.scale),
                            ceil (self->page_height * choice.scale));
  else
    text = g_strdup_printf (_("%.0f × %.0f mm"),
                            self->page_width * choice.scale / INCH * MILLIMETRES,
                            self->page_height * choice.scale / INCH * MILLIMETRES);
  gtk_label_set_text (self->size_label, self->page_width > 0 ? text : "");
}

static void
previewed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (TlExportDialog) self = data;
  g_autoptr (TlPicture) picture = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GError) error = NULL;

  picture = tl_picture_finish (result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->previewing);
  gtk_widget_set_visible (self->busy, FALSE);
  if (picture == NULL) {
    gtk_label_set_text (self->size_label, error->message);
    return;
  }
  texture = gdk_memory_texture_new (picture->width, picture->height, GDK_MEMORY_DEFAULT,
                                    picture->bytes, (gsize) picture->width * 4);
  gtk_picture_set_paintable (GTK_PICTURE (self->picture), GDK_PAINTABLE (texture));
  self->page_width = picture->page_width;
  self->page_height = picture->page_height;
  update_size (self);
}

static void
update_preview (TlExportDialog *self)
{
  int device = MAX (gtk_widget_get_scale_factor (GTK_WIDGET (self)), 1);
  TlPictureChoice choice;
  gsize length;
  char *xml;

  if (self->editor == NULL)
    return;
  if (self->previewing != NULL)
    g_cancellable_cancel (self->previewing);
  g_clear_object (&self->previewing);
  self->previewing = g_cancellable_new ();
  gtk_widget_set_visible (self->busy, TRUE);
  get_choice (self, &choice);
  xml = get_xml (self, &length);
  tl_picture_begin (xml, length, &choice, PREVIEW_WIDTH * device, PREVIEW_HEIGHT * device,
                    self->previewing, previewed_cb, g_object_ref (self));
}

/* What is chosen. */

static void
changed_cb (TlExportDialog *self)
{
  gboolean png = formats[get_row (self->format)] == TL_EXPORT_PNG;

  gtk_widget_set_visible (self->dpi_row, png);
  gtk_widget_set_visible (self->percent_row, !png);
  update_preview (self);
}

static void
scaled_cb (TlExportDialog *self)
{
  update_size (self);
}

static void
remember (TlExportDialog *self)
{
  TlPictureChoice choice;

  get_choice (self, &choice);
  g_settings_set_string (self->settings, "export-format", tl_export_format_name (choice.format));
  g_settings_set_string (self->settings, "export-theme", tl_theme_get (choice.theme)->name);
  g_settings_set_double (self->settings, "export-dpi", gtk_spin_button_get_value (self->dpi));
  g_settings_set_double (self->settings, "export-percent",
                         gtk_spin_button_get_value (self->percent));
  g_settings_set_boolean (self->settings, "export-background", choice.background);
  g_settings_set_boolean (self->settings, "export-titles", choice.titles);
  if (self->kind != TL_OVERLAY_NONE)
    g_settings_set_boolean (self->settings, "export-overlay",
                            gtk_switch_get_active (self->overlay));
}

static void
recall (TlExportDialog *self)
{
  g_autofree char *format = g_settings_get_string (self->settings, "export-format");
  g_autofree char *theme = g_settings_get_string (self->settings, "export-theme");

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++) {
    if (g_str_equal (tl_export_format_name (formats[i]), format))
      adw_combo_row_set_selected (ADW_COMBO_ROW (self->format), i);
  }
  for (guint i = 0; i < TL_N_THEMES; i++) {
    if (g_str_equal (tl_theme_get (i)->name, theme))
      adw_combo_row_set_selected (ADW_COMBO_ROW (self->theme), i);
  }
  gtk_spin_button_set_value (self->dpi, g_settings_get_double (self->settings, "export-dpi"));
  gtk_spin_button_set_value (self->percent,
                             g_settings_get_double (self->settings, "export-percent"));
  gtk_switch_set_active (self->background,
                         g_settings_get_boolean (self->settings, "export-background"));
  gtk_switch_set_active (self->titles, g_settings_get_boolean (self->settings, "export-titles"));
  gtk_switch_set_active (self->overlay, g_settings_get_boolean (self->settings, "export-overlay"));
}

/* Making the picture. */

static void
set_busy (TlExportDialog *self,
          gboolean        busy)
{
  gtk_widget_set_sensitive (self->options, !busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.choose", !busy);
  gtk_widget_set_visible (self->busy, busy);
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (TlExportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlPicture) picture = tl_picture_finish (result, &error);
  gconstpointer bytes;
  gsize length;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;   /* closed meanwhile: nothing was written */
  g_clear_object (&self->exporting);
  set_busy (self, FALSE);
  if (picture != NULL) {
    bytes = g_bytes_get_data (picture->bytes, &length);
    tl_save (self->path, bytes, length, NULL, NULL, &error);
  }
  if (error != NULL) {
    tl_tell (GTK_WINDOW (self), _("The Picture Was Not Made"), error->message);
    return;
  }
  remember (self);
  g_signal_emit (self, signals[EXPORTED], 0, self->path);
  gtk_window_close (GTK_WINDOW (self));
}

void
tl_export_dialog_save (TlExportDialog *self,
                       const char     *path)
{
  TlPictureChoice choice;
  gsize length;
  char *xml;

  g_return_if_fail (TL_IS_EXPORT_DIALOG (self));

  if (self->exporting != NULL || self->editor == NULL)
    return;
  self->exporting = g_cancellable_new ();
  g_free (self->path);
  self->path = g_strdup (path);
  get_choice (self, &choice);
  xml = get_xml (self, &length);
  set_busy (self, TRUE);
  tl_picture_begin (xml, length, &choice, 0, 0, self->exporting, made_cb, g_object_ref (self));
}

static void
chosen_cb (const char *path,
           gpointer    data)
{
  if (path != NULL)
    tl_export_dialog_save (data, path);
}

static void
choose_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  TlExportDialog *self = TL_EXPORT_DIALOG (widget);
  const char *document = tl_document_get_path (tl_editor_get_document (self->editor));
  g_autofree char *folder = document != NULL ? g_path_get_dirname (document) : NULL;
  g_autofree char *suffix =
    g_strconcat (".", tl_export_format_name (formats[get_row (self->format)]), NULL);
  g_autofree char *name = tl_suggest_file (tl_editor_get_document (self->editor), suffix);

  tl_choose_to_export (GTK_WINDOW (self), folder, name, suffix, chosen_cb, self);
}

gboolean
tl_export_dialog_is_ready (TlExportDialog *self)
{
  g_return_val_if_fail (TL_IS_EXPORT_DIALOG (self), FALSE);

  return self->previewing == NULL && self->exporting == NULL;
}

static gboolean
tl_export_dialog_close_request (GtkWindow *window)
{
  TlExportDialog *self = TL_EXPORT_DIALOG (window);

  if (self->previewing != NULL)
    g_cancellable_cancel (self->previewing);
  if (self->exporting != NULL)
    g_cancellable_cancel (self->exporting);
  return GTK_WINDOW_CLASS (tl_export_dialog_parent_class)->close_request (window);
}

static void
tl_export_dialog_dispose (GObject *object)
{
  TlExportDialog *self = TL_EXPORT_DIALOG (object);

  g_clear_object (&self->editor);
  g_clear_object (&self->settings);
  g_clear_object (&self->previewing);
  g_clear_object (&self->exporting);
  g_clear_pointer (&self->steps, g_array_unref);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->role, g_free);

  G_OBJECT_CLASS (tl_export_dialog_parent_class)->dispose (object);
}

static void
tl_export_dialog_class_init (TlExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_export_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = tl_export_dialog_close_request;

  signals[EXPORTED] = g_signal_new ("exported", TL_TYPE_EXPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_install_action (widget_class, "export.choose", NULL, choose_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/throughline/Throughline/export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TlExportDialog, picture);
  gtk_widget_class_bind_template_child (widget_class, TlExportDialog, busy);
  gtk_widget_class_bind_template_child (widget_class, TlExportDialog, size_label);
  gtk_widget_class_bind_template_child (widget_class, TlExportDialog, format);
  gtk_widget_class_bind_template_child (widget_class, TlExportDialog, theme);
  gtk_widget_class_bind_template_child (widget_class, TlExportDialog, part);
  gtk_widget_class_bind_template_child (widget_class, TlExportDialog, dpi_row);
  gtk_widget_class_bind_template_child (widget_class, TlExportDialog, dpi);
  gtk_widget_class_bind_template_child (widget_class, TlExportDialog, percent_row);
  gtk_widget_class_bind_template_child (widget_class, TlExportDialog, percent);
  gtk_widget_class_bind_template_child (widget_class, TlExportDialog, background);
  gtk_widget_class_bind_template_child (widget_class, TlExportDialog, titles);
  gtk_widget_class_bind_template_child (widget_class, TlExportDialog, overlay_row);
  gtk_widget_class_bind_template_child (widget_class, TlExportDialog, overlay);
  gtk_widget_class_bind_template_child (widget_class, TlExportDialog, options);
  gtk_widget_class_bind_template_child (widget_class, TlExportDialog, export_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, scaled_cb);
}

static void
tl_export_dialog_init (TlExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_default_widget (GTK_WINDOW (self), self->export_button);
}

static void
offer_overlay (TlExportDialog  *self,
               const TlOverlay *overlay)
{
  const TlRole *role = TL_CHART_GET (tl_editor_get_chart (self->editor), ROLE, TlRole,
                                     overlay->role);

  self->kind = overlay->kind;
  self->role = role != NULL ? g_strdup (role->head.name) : NULL;
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->overlay_row), overlay->title);
  gtk_widget_set_visible (self->overlay_row, TRUE);
}

TlExportDialog *
tl_export_dialog_new (GtkWindow       *parent,
                      TlEditor        *editor,
                      const TlOverlay *overlay,
                      GSettings       *settings)
{
  TlExportDialog *self = g_object_new (TL_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);

  self->settings = g_object_ref (settings);
  recall (self);
  self->steps = tl_command_get_steps (editor);
  gtk_widget_set_sensitive (self->part, self->steps->len > 0);
  self->editor = g_object_ref (editor);
  if (overlay != NULL)
    offer_overlay (self, overlay);
  changed_cb (self);
  gtk_window_set_focus (GTK_WINDOW (self), self->format);
  return self;
}
