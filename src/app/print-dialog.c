/* print-dialog.c - what of a chart is printed, seen before it is.
 *
 * The preview shows the pages last made until those of a new choice are there.
 */
#include "app/print-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/compat.h"
#include "app/print-maker.h"
#include "app/print-run.h"
#include "app/recent.h"
#include "document/save.h"

#define SPIN_AFTER 200   /* milliseconds; what is made by then needs no word about it */

typedef enum { NOTHING, PRINT, EXPORT } Purpose;

struct _TlPrintDialog {
  AdwWindow       parent_instance;

  /* Template children */
  AdwWindowTitle *title_widget;
  GtkWidget      *busy;
  GtkWidget      *print_button;
  GtkWidget      *options;
  AdwPreferencesGroup *prints;
  AdwComboRow    *paper;
  AdwComboRow    *turn;
  AdwComboRow    *poster;
  AdwComboRow    *role;
  GtkSwitch      *black_white;
  GtkLabel       *hint;
  GtkStack       *stack;
  AdwStatusPage  *nothing;
  TlPrintPreview *preview;

  /* Owned */
  TlEditor       *editor;
  GSettings      *settings;
  TlPrintChoice  *choice;
  TlPrintMaker   *maker;
  TlPrintout     *printout;   /* the last one made; NULL until the first */
  GPtrArray      *roles;      /* XML ids, in the order of the rows; the first is NULL: all */
  char           *path;       /* of the PDF being made */

  /* Borrowed */
  GtkWidget      *rows[TL_N_PRINTS];
  GtkWidget      *checks[TL_N_PRINTS];
  GtkLabel       *places[TL_N_PRINTS];   /* at the end of the rows: which pages */

  /* State */
  gboolean        filling;    /* rows are being set, not chosen */
  gboolean        saving;
  Purpose         purpose;    /* what waits for the pages */
  guint           spin_source;
};

enum { CHOSEN, DONE, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlPrintDialog, tl_print_dialog, ADW_TYPE_WINDOW)

static void go_on (TlPrintDialog *self);

/* What is said about the pages. */

static char *
describe_run (const TlPageRun *run)
{
  if (run->n == 1)
    return g_strdup_printf (_("Page %u"), run->first + 1);
  /* Translators: from one page to another. */
  return g_strdup_printf (_("Pages %1$u–%2$u"), run->first + 1, run->first + run->n);
}

static char *
describe_error (TlPrintDialog *self,
                const GError  *error)
{
  guint row = adw_combo_row_get_selected (self->role);

  if (!g_error_matches (error, TL_PAGES_ERROR, TL_PAGES_ERROR_EMPTY))
    return g_strdup (error->message);
  if (row > 0 && row != GTK_INVALID_LIST_POSITION) {
    GtkStringObject *name = adw_combo_row_get_selected_item (self->role);

    /* Translators: about a print-out; %s is a role, such as "Receptionist". */
    return g_strdup_printf (_("Left out: the chart has nothing for %s"),
                            gtk_string_object_get_string (name));
  }
  return g_strdup (_("Left out: the chart has nothing to fill it with"));
}

/* Which pages it takes, or why none. */
static void
describe_print (TlPrintDialog *self,
                TlPrint        print)
{
  const TlPages *pages = tl_printout_get_pages (self->printout);
  const GError *error = tl_printout_get_error (self->printout, print);
  g_autofree char *place = g_strdup ("");
  g_autofree char *why = error != NULL ? describe_error (self, error) : g_strdup ("");
  g_autofree char *markup = g_markup_escape_text (why, -1);

  for (guint i = 0; pages != NULL && i < tl_pages_n_runs (pages); i++) {
    if (tl_pages_get_run (pages, i)->print != print)
      continue;
    g_free (place);
    place = describe_run (tl_pages_get_run (pages, i));
  }
  gtk_label_set_text (self->places[print], place);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->rows[print]), markup);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->checks[print]),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  error != NULL ? why : place, -1);
}

static void
describe_backs (TlPrintDialog *self)
{
  const TlPages *pages = tl_printout_get_pages (self->printout);
  const TlPageRun *backs = tl_print_find_backs (pages);

  gtk_widget_set_visible (GTK_WIDGET (self->hint), backs != NULL);
  if (backs == NULL)
    return;
  gtk_label_set_text (self->hint,
                      tl_print_turn (pages, backs) == GTK_PRINT_DUPLEX_HORIZONTAL
                      ? _("Cards have backs: print on both sides of the paper, turned over its "
                          "long edge.")
                      : _("Cards have backs: print on both sides of the paper, turned over its "
                          "short edge."));
}

/* Stands in the place of pages when there are none. */
static void
describe_nothing (TlPrintDialog *self)
{
  TlPrint prints[TL_N_PRINTS];
  guint n = tl_print_choice_list (self->choice, prints);
  const GError *error = n == 1 ? tl_printout_get_error (self->printout, prints[0]) : NULL;
  g_autofree char *why = error != NULL ? describe_error (self, error)
                                       : g_strdup (_("The list at the side says why."));
  g_autofree char *markup = g_markup_escape_text (why, -1);

  adw_status_page_set_title (self->nothing, n > 0 ? _("Nothing to Print")
                                                  : _("Choose What to Print"));
  adw_status_page_set_description (self->nothing, n > 0 ? markup
                                   : _("Tick at least one print-out in the list at the side."));
}

static void
describe (TlPrintDialog *self)
{
  guint n = tl_printout_n_pages (self->printout);
  /* Translators: %2$s is a size of paper, such as A4. */
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u page, %2$s",
                                                        "%1$u pages, %2$s", n),
                                           n, self->choice->paper->title);

  adw_window_title_set_subtitle (self->title_widget, n > 0 ? text : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
  for (TlPrint print = 0; print < TL_N_PRINTS; print++)
    describe_print (self, print);
  describe_backs (self);
  describe_nothing (self);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "pages" : "nothing");
}

/* Printing waits for pages that are on their way; for none, it is no use. */
static void
update_actions (TlPrintDialog *self)
{
  gboolean some = tl_print_maker_is_making (self->maker) ||
                  (self->printout != NULL && tl_printout_n_pages (self->printout) > 0);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "print.print", some && !self->saving);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "print.export", some && !self->saving);
  gtk_widget_set_sensitive (self->options, !self->saving);
}

/* Making pages. */

static gboolean
spin_cb (gpointer data)
{
  TlPrintDialog *self = data;

  self->spin_source = 0;
  gtk_widget_set_visible (self->busy, TRUE);
  gtk_spinner_start (GTK_SPINNER (self->busy));
  return G_SOURCE_REMOVE;
}

static void
set_busy (TlPrintDialog *self,
          gboolean       busy)
{
  if (busy && self->spin_source == 0 && !gtk_widget_get_visible (self->busy))
    self->spin_source = g_timeout_add (SPIN_AFTER, spin_cb, self);
  if (busy)
    return;
  g_clear_handle_id (&self->spin_source, g_source_remove);
  gtk_spinner_stop (GTK_SPINNER (self->busy));
  gtk_widget_set_visible (self->busy, FALSE);
}

static void
made_cb (TlPrintout   *printout,
         const GError *error,
         gpointer      data)
{
  TlPrintDialog *self = data;

  set_busy (self, FALSE);
  if (printout == NULL) {
    tl_tell (GTK_WINDOW (self), _("The Pages Could Not Be Made"), error->message);
    update_actions (self);
    return;
  }
  g_clear_pointer (&self->printout, tl_printout_unref);
  self->printout = tl_printout_ref (printout);
  describe (self);
  tl_print_preview_set_printout (self->preview, self->printout);
  update_actions (self);
  go_on (self);
}

static void
make_pages (TlPrintDialog *self)
{
  tl_print_maker_want (self->maker, self->editor, self->choice);
  set_busy (self, TRUE);
  update_actions (self);
}

/* What is chosen. */

static guint
get_row (AdwComboRow *combo)
{
  guint row = adw_combo_row_get_selected (combo);

  return row != GTK_INVALID_LIST_POSITION ? row : 0;
}

static void
update_rows (TlPrintDialog *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->poster), self->choice->prints[TL_PRINT_POSTER]);
}

static void
changed_cb (TlPrintDialog *self)
{
  g_autoptr (TlPrintChoice) choice = NULL;

  if (self->filling || self->editor == NULL)
    return;
  choice = tl_print_choice_copy (self->choice);
  for (TlPrint print = 0; print < TL_N_PRINTS; print++)
    choice->prints[print] = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->checks[print]));
  choice->paper = tl_paper_get (get_row (self->paper));
  choice->turn = (TlTurn) get_row (self->turn);
  choice->poster = (TlPosterWay) get_row (self->poster);
  g_free (choice->role);
  choice->role = g_strdup (g_ptr_array_index (self->roles, get_row (self->role)));
  choice->black_white = gtk_switch_get_active (self->black_white);
  if (tl_print_choice_equal (choice, self->choice))
    return;
  tl_print_choice_free (self->choice);
  self->choice = g_steal_pointer (&choice);
  update_rows (self);
  g_signal_emit (self, signals[CHOSEN], 0);
  make_pages (self);
}

static void
add_prints (TlPrintDialog *self)
{
  for (TlPrint print = 0; print < TL_N_PRINTS; print++) {
    GtkWidget *row = adw_action_row_new (), *check = gtk_check_button_new ();
    GtkWidget *place = gtk_label_new (NULL);

    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), tl_print_title (print));
    adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
    gtk_widget_add_css_class (row, "left-out");
    gtk_widget_set_focusable (row, FALSE);   /* the check mark is, and tells its state */
    gtk_widget_add_css_class (place, "dim-label");
    gtk_widget_add_css_class (place, "caption");
    gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
    gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    tl_print_title (print), -1);
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), place);
    adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
    adw_preferences_group_add (self->prints, row);
    g_signal_connect_swapped (check, "toggled", G_CALLBACK (changed_cb), self);
    self->rows[print] = row;
    self->checks[print] = check;
    self->places[print] = GTK_LABEL (place);
  }
}

static void
fill_papers (TlPrintDialog *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; tl_paper_get (i) != NULL; i++) {
    gtk_string_list_append (list, tl_paper_get (i)->title);
    if (tl_paper_get (i) == self->choice->paper)
      selected = i;
  }
  adw_combo_row_set_model (self->paper, G_LIST_MODEL (list));
  adw_combo_row_set_selected (self->paper, selected);
}

static void
fill_roles (TlPrintDialog *self)
{
  const TlChart *chart = tl_editor_get_chart (self->editor);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (list, _("Everybody"));
  g_ptr_array_add (self->roles, NULL);
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_ROLE); i++) {
    const TlRole *role = TL_CHART_NTH (chart, ROLE, TlRole, i);

    gtk_string_list_append (list, role->name);
    g_ptr_array_add (self->roles, g_strdup (role->head.name));
    if (g_strcmp0 (role->head.name, self->choice->role) == 0)
      selected = self->roles->len - 1;
  }
  adw_combo_row_set_model (self->role, G_LIST_MODEL (list));
  adw_combo_row_set_selected (self->role, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->role), self->roles->len > 1);
}

static void
fill (TlPrintDialog *self)
{
  self->filling = TRUE;
  for (TlPrint print = 0; print < TL_N_PRINTS; print++)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->checks[print]),
                                 self->choice->prints[print]);
  fill_papers (self);
  fill_roles (self);
  adw_combo_row_set_selected (self->turn, self->choice->turn);
  adw_combo_row_set_selected (self->poster, self->choice->poster);
  gtk_switch_set_active (self->black_white, self->choice->black_white);
  update_rows (self);
  self->filling = FALSE;
}

/* Printing and exporting. */

static const char *
get_title (TlPrintDialog *self)
{
  return tl_chart_info (tl_editor_get_chart (self->editor))->title;
}

static void
finish (TlPrintDialog *self,
        const char    *text)
{
  g_signal_emit (self, signals[DONE], 0, text);
  gtk_window_close (GTK_WINDOW (self));
}

static void
printed_cb (gboolean      printed,
            const GError *error,
            gpointer      data)
{
  g_autoptr (TlPrintDialog) self = data;
  g_autofree char *text = NULL;

  if (self->editor == NULL)
    return;
  if (error != NULL)
    tl_tell (GTK_WINDOW (self), _("The Pages Were Not Printed"), error->message);
  if (!printed)
    return;
  /* Translators: %s is the title of a chart. */
  text = g_strdup_printf (_("Sent “%s” to the printer"), get_title (self));
  finish (self, text);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (TlPrintDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = tl_printout_pdf_finish (result, &error);
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  self->saving = FALSE;
  if (self->editor == NULL)
    return;   /* closed meanwhile: nothing was written */
  set_busy (self, FALSE);
  update_actions (self);
  if (bytes != NULL)
    tl_save (self->path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, NULL,
             &error);
  if (error != NULL) {
    tl_tell (GTK_WINDOW (self), _("The PDF Was Not Made"), error->message);
    return;
  }
  name = g_filename_display_basename (self->path);
  text = g_strdup_printf (_("Exported as “%s”"), name);
  finish (self, text);
}

static void
save (TlPrintDialog *self)
{
  self->saving = TRUE;
  set_busy (self, TRUE);
  update_actions (self);
  tl_printout_pdf (self->printout, NULL, saved_cb, g_object_ref (self));
}

/* What waited for the pages; they are there now. */
static void
go_on (TlPrintDialog *self)
{
  Purpose purpose = self->purpose;

  if (tl_print_maker_is_making (self->maker) || self->printout == NULL)
    return;
  self->purpose = NOTHING;
  if (purpose == NOTHING || tl_printout_n_pages (self->printout) == 0)
    return;
  if (purpose == EXPORT)
    save (self);
  else
    tl_print_run (GTK_WINDOW (self), self->printout, self->choice->paper, get_title (self),
                  self->settings, printed_cb, g_object_ref (self));
}

void
tl_print_dialog_save (TlPrintDialog *self,
                      const char    *path)
{
  g_return_if_fail (TL_IS_PRINT_DIALOG (self));

  if (self->saving || self->editor == NULL)
    return;
  g_free (self->path);
  self->path = g_strdup (path);
  self->purpose = EXPORT;
  go_on (self);
}

static void
chosen_cb (const char *path,
           gpointer    data)
{
  if (path != NULL)
    tl_print_dialog_save (data, path);
}

static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  TlPrintDialog *self = TL_PRINT_DIALOG (widget);

  self->purpose = PRINT;
  go_on (self);
}

static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  TlPrintDialog *self = TL_PRINT_DIALOG (widget);
  const char *document = tl_document_get_path (tl_editor_get_document (self->editor));
  g_autofree char *folder = document != NULL ? g_path_get_dirname (document) : NULL;
  g_autofree char *file = tl_suggest_file (tl_editor_get_document (self->editor), ".pdf");

  tl_choose_to_export (GTK_WINDOW (self), folder, file, ".pdf", chosen_cb, self);
}

static void
zoom_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  tl_print_preview_zoom (TL_PRINT_DIALOG (widget)->preview,
                         g_str_equal (name, "print.zoom-in") ? 1
                         : g_str_equal (name, "print.zoom-out") ? -1 : 0);
}

static void
page_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TlPrintPreview *preview = TL_PRINT_DIALOG (widget)->preview;
  guint page = tl_print_preview_get_page (preview);

  if (g_str_equal (name, "print.next-page"))
    tl_print_preview_set_page (preview, page + 1);
  else if (page > 0)
    tl_print_preview_set_page (preview, page - 1);
}

/* The dialog. */

const TlPrintChoice *
tl_print_dialog_get_choice (TlPrintDialog *self)
{
  g_return_val_if_fail (TL_IS_PRINT_DIALOG (self), NULL);

  return self->choice;
}

gboolean
tl_print_dialog_is_ready (TlPrintDialog *self)
{
  g_return_val_if_fail (TL_IS_PRINT_DIALOG (self), FALSE);

  return !tl_print_maker_is_making (self->maker) && !self->saving && self->printout != NULL;
}

TlPrintout *
tl_print_dialog_get_printout (TlPrintDialog *self)
{
  g_return_val_if_fail (TL_IS_PRINT_DIALOG (self), NULL);

  return self->printout;
}

TlPrintPreview *
tl_print_dialog_get_preview (TlPrintDialog *self)
{
  g_return_val_if_fail (TL_IS_PRINT_DIALOG (self), NULL);

  return self->preview;
}

GtkWidget *
tl_print_dialog_get_row (TlPrintDialog *self,
                         TlPrint        print)
{
  g_return_val_if_fail (TL_IS_PRINT_DIALOG (self), NULL);
  g_return_val_if_fail (print < TL_N_PRINTS, NULL);

  return self->rows[print];
}

const char *
tl_print_dialog_get_place (TlPrintDialog *self,
                           TlPrint        print)
{
  g_return_val_if_fail (TL_IS_PRINT_DIALOG (self), NULL);
  g_return_val_if_fail (print < TL_N_PRINTS, NULL);

  return gtk_label_get_text (self->places[print]);
}

static void
tl_print_dialog_dispose (GObject *object)
{
  TlPrintDialog *self = TL_PRINT_DIALOG (object);

  g_clear_handle_id (&self->spin_source, g_source_remove);
  g_clear_pointer (&self->maker, tl_print_maker_free);
  g_clear_object (&self->editor);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->choice, tl_print_choice_free);
  g_clear_pointer (&self->printout, tl_printout_unref);
  g_clear_pointer (&self->roles, g_ptr_array_unref);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (tl_print_dialog_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "print.print", NULL, print_action);
  gtk_widget_class_install_action (klass, "print.export", NULL, export_action);
  gtk_widget_class_install_action (klass, "print.zoom-in", NULL, zoom_action);
  gtk_widget_class_install_action (klass, "print.zoom-out", NULL, zoom_action);
  gtk_widget_class_install_action (klass, "print.zoom-fit", NULL, zoom_action);
  gtk_widget_class_install_action (klass, "print.previous-page", NULL, page_action);
  gtk_widget_class_install_action (klass, "print.next-page", NULL, page_action);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_e, GDK_CONTROL_MASK, "print.export", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_plus, GDK_CONTROL_MASK, "print.zoom-in",
                                       NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_equal, GDK_CONTROL_MASK, "print.zoom-in",
                                       NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_minus, GDK_CONTROL_MASK, "print.zoom-out",
                                       NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_9, GDK_CONTROL_MASK, "print.zoom-fit", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Page_Down, GDK_ALT_MASK,
                                       "print.next-page", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Page_Up, GDK_ALT_MASK,
                                       "print.previous-page", NULL);
}

static void
tl_print_dialog_class_init (TlPrintDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_print_dialog_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", TL_TYPE_PRINT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  signals[DONE] = g_signal_new ("done", TL_TYPE_PRINT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (TL_TYPE_PRINT_PREVIEW);
  install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/throughline/Throughline/print-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, title_widget);
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, busy);
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, print_button);
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, options);
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, prints);
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, paper);
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, turn);
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, poster);
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, role);
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, black_white);
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, hint);
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, nothing);
  gtk_widget_class_bind_template_child (widget_class, TlPrintDialog, preview);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
tl_print_dialog_init (TlPrintDialog *self)
{
  self->roles = g_ptr_array_new_with_free_func (g_free);
  self->maker = tl_print_maker_new (made_cb, self);
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  add_prints (self);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->print_button);
}

TlPrintDialog *
tl_print_dialog_new (GtkWindow           *parent,
                     TlEditor            *editor,
                     const TlPrintChoice *choice,
                     GSettings           *settings)
{
  TlPrintDialog *self = g_object_new (TL_TYPE_PRINT_DIALOG, "transient-for", parent, NULL);

  self->editor = g_object_ref (editor);
  self->settings = g_object_ref (settings);
  self->choice = tl_print_choice_copy (choice);
  fill (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "print.previous-page", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "print.next-page", FALSE);
  g_signal_connect_object (editor, "changed", G_CALLBACK (make_pages), self, G_CONNECT_SWAPPED);
  gtk_window_set_focus (GTK_WINDOW (self), self->checks[0]);
  make_pages (self);
  return self;
}
