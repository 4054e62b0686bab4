/* intake-dialog.c - measurements from a table, looked at before they are added.
 *
 * Every change is planned anew in a thread; of several plans under way only the last is
 * shown.  What a person chose stays chosen; the rest is guessed again each time, for what is
 * to be guessed hangs on what is chosen.
 */
#include "app/intake-dialog-private.h"

#include "app/today.h"

enum { CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlIntakeDialog, tl_intake_dialog, ADW_TYPE_WINDOW)

/* Planning. */

static void
update_actions (TlIntakeDialog *self)
{
  gboolean ready = self->planning == NULL && self->result != NULL;

  gtk_widget_set_visible (self->busy, self->planning != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "intake.import",
                                 ready && self->result->plan->measurements->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "intake.copy",
                                 ready && self->result->plan->left_out->len > 0);
}

static void
planned_cb (GObject      *source,
            GAsyncResult *async,
            gpointer      data)
{
  g_autoptr (TlIntakeDialog) self = data;
  g_autoptr (GError) error = NULL;
  TlIntakeResult *result = tl_intake_finish (async, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->planning);
  g_clear_pointer (&self->result, tl_intake_result_free);
  self->result = result;
  if (result != NULL) {
    tl_intake_dialog_show (self);
  } else {
    gtk_label_set_text (self->summary_label, error->message);
    gtk_widget_set_visible (self->left_out_box, FALSE);
    gtk_widget_set_visible (GTK_WIDGET (self->notes_label), FALSE);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->preview), result != NULL);
  update_actions (self);
}

/* @again: the table is read in another way. */
static void
plan (TlIntakeDialog *self,
      gboolean        again)
{
  if (self->planning != NULL)
    g_cancellable_cancel (self->planning);
  g_clear_object (&self->planning);
  self->planning = g_cancellable_new ();
  tl_intake_begin (self->path, self->result != NULL ? self->result->bytes : NULL,
                   self->result != NULL && !again ? self->result->csv : NULL, &self->style,
                   self->targets, &self->choice, self->planning, planned_cb,
                   g_object_ref (self));
  update_actions (self);
}

/* Choosing. */

/* The columns are chosen as soon as one of them is: what was guessed stays. */
static void
keep_columns (TlIntakeDialog *self)
{
  TlIntakeChoice shown;

  if (self->choice.columns != NULL || self->result == NULL)
    return;
  tl_intake_choice_copy (&shown, &self->result->plan->choice);
  self->choice.columns = shown.columns;
  self->choice.n_columns = shown.n_columns;
  self->choice.header = shown.header;
}

/* What they hold is to be guessed again. */
static void
forget_columns (TlIntakeDialog *self)
{
  g_clear_pointer (&self->choice.columns, g_free);
  self->choice.n_columns = 0;
}

static void
take_unit (TlIntakeDialog *self)
{
  guint row = tl_combo_get_row (self->unit);
  int column;

  keep_columns (self);
  column = tl_intake_find_role (&self->choice, TL_INTAKE_VALUE);
  if (column >= 0 && row < self->units->len)
    self->choice.columns[column].unit = g_array_index (self->units, double, row);
}

static void
take_date (TlIntakeDialog *self)
{
  TlDate date = 0;

  self->choice.date =
    tl_cell_day (gtk_editable_get_text (self->date), self->choice.days, &date, NULL) ? date : 0;
}

static void
changed_cb (TlIntakeDialog *self,
            GParamSpec     *pspec,
            gpointer        row)
{
  if (self->showing)
    return;
  if (row == self->standard)
    self->choice.standard = g_array_index (self->standards, TlId,
                                            tl_combo_get_row (self->standard));
  else if (row == self->rows)
    self->choice.rows = tl_combo_get_row (self->rows) == 1 ? TL_INTAKE_ROWS_CASES
                                                           : TL_INTAKE_ROWS_MEASUREMENTS;
  else if (row == self->period)
    self->choice.period = tl_combo_get_row (self->period);
  else if (row == self->source)
    self->choice.source = (TlMethod) tl_combo_get_row (self->source);
  else if (row == self->days)
    self->choice.days = tl_combo_get_row (self->days);
  else if (row == self->decimal)
    self->choice.decimal = tl_combo_get_row (self->decimal) == 1 ? ',' : '.';
  else
    take_unit (self);
  plan (self, FALSE);
}

static void
date_changed_cb (TlIntakeDialog *self)
{
  if (self->showing)
    return;
  take_date (self);
  plan (self, FALSE);
}

static void
style_changed_cb (TlIntakeDialog *self)
{
  if (self->showing)
    return;
  self->style.delimiter = tl_intake_dialog_get_delimiter (self);
  self->style.encoding = tl_combo_get_row (self->encoding) + 1;
  self->choice.header = TL_INTAKE_HEADER_GUESS;
  self->choice.rows = TL_INTAKE_ROWS_GUESS;
  self->choice.decimal = '\0';
  forget_columns (self);
  plan (self, TRUE);
}

static void
header_changed_cb (TlIntakeDialog *self)
{
  if (self->showing)
    return;
  self->choice.header = gtk_switch_get_active (self->header) ? TL_INTAKE_HEADER_YES
                                                             : TL_INTAKE_HEADER_NO;
  forget_columns (self);
  plan (self, FALSE);
}

/* Roles that only one column can have give way. */
static void
role_chosen_cb (TlIntakePreview *preview,
                guint            column,
                TlIntakeDialog  *self)
{
  TlIntakeColumn chosen = tl_intake_preview_get (preview, column);

  keep_columns (self);
  if (column >= self->choice.n_columns)
    return;
  for (guint i = 0; i < self->choice.n_columns; i++) {
    TlIntakeColumn *other = &self->choice.columns[i];

    if (other->role == chosen.role && other->point == chosen.point &&
        other->standard == chosen.standard)
      other->role = TL_INTAKE_LEAVE;
  }
  self->choice.columns[column] = chosen;
  self->choice.rows = TL_INTAKE_ROWS_GUESS;
  plan (self, FALSE);
}

/* Done. */

static void
import_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  TlIntakeDialog *self = TL_INTAKE_DIALOG (widget);

  if (self->planning != NULL || self->result == NULL)
    return;
  g_signal_emit (self, signals[CHOSEN], 0, self->result->plan);
  gtk_window_close (GTK_WINDOW (self));
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TlIntakeDialog *self = TL_INTAKE_DIALOG (widget);
  g_autofree char *text = NULL;

  if (self->result == NULL)
    return;
  text = tl_intake_left_out_text (self->result->plan, self->result->csv);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

gboolean
tl_intake_dialog_is_ready (TlIntakeDialog *self)
{
  g_return_val_if_fail (TL_IS_INTAKE_DIALOG (self), FALSE);

  return self->planning == NULL;
}

const char *
tl_intake_dialog_get_summary (TlIntakeDialog *self)
{
  g_return_val_if_fail (TL_IS_INTAKE_DIALOG (self), NULL);

  return gtk_label_get_text (self->summary_label);
}

GtkWidget *
tl_intake_dialog_get_role (TlIntakeDialog *self,
                           guint           column)
{
  g_return_val_if_fail (TL_IS_INTAKE_DIALOG (self), NULL);

  return tl_intake_preview_get_role (self->preview, column);
}

GtkWidget *
tl_intake_dialog_get_import_button (TlIntakeDialog *self)
{
  g_return_val_if_fail (TL_IS_INTAKE_DIALOG (self), NULL);

  return self->import_button;
}

static gboolean
tl_intake_dialog_close_request (GtkWindow *window)
{
  TlIntakeDialog *self = TL_INTAKE_DIALOG (window);

  if (self->planning != NULL)
    g_cancellable_cancel (self->planning);
  return GTK_WINDOW_CLASS (tl_intake_dialog_parent_class)->close_request (window);
}

static void
tl_intake_dialog_finalize (GObject *object)
{
  TlIntakeDialog *self = TL_INTAKE_DIALOG (object);

  g_free (self->path);
  g_clear_pointer (&self->targets, tl_intake_targets_unref);
  g_clear_pointer (&self->result, tl_intake_result_free);
  g_clear_object (&self->planning);
  tl_intake_choice_clear (&self->choice);
  g_array_unref (self->standards);
  g_array_unref (self->units);

  G_OBJECT_CLASS (tl_intake_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, TlIntakeDialog, title);
  gtk_widget_class_bind_template_child (klass, TlIntakeDialog, busy);
  gtk_widget_class_bind_template_child (klass, TlIntakeDialog, preview);
  gtk_widget_class_bind_template_child (klass, TlIntakeDialog, summary_label);
  gtk_widget_class_bind_template_child (klass, TlIntakeDialog, notes_label);
  gtk_widget_class_bind_template_child (klass, TlIntakeDialog, left_out_box);
  gtk_widget_class_bind_template_child (klass, TlIntakeDialog, left_out_list);
  gtk_widget_class_bind_template_child (klass, TlIntakeDialog, import_button);
  gtk_widget_class_bind_template_child (klass, TlIntakeDialog, standard);
  gtk_widget_class_bind_template_child (klass, TlIntakeDialog, rows);
  gtk_widget_class_bind_template_child (klass, TlIntakeDialog, period);
  gtk_widget_class_bind_template_child (klass, TlIntakeDialog, source);
  gtk_widget_class_bind_template_child (klass, TlIntakeDialog, date);
  gtk_widget_class_bind_template_child (klass, TlIntakeDialog, days);
  gtk_widget_class_bind_template_child (klass, TlIntakeDialog, unit);
  gtk_widget_class_bind_template_child (klass, TlIntakeDialog, decimal);
  gtk_widget_class_bind_template_child (klass, TlIntakeDialog, delimiter);
  gtk_widget_class_bind_template_child (klass, TlIntakeDialog, encoding);
  gtk_widget_class_bind_template_child (klass, TlIntakeDialog, header);
}

static void
tl_intake_dialog_class_init (TlIntakeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tl_intake_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = tl_intake_dialog_close_request;

  signals[CHOSEN] = g_signal_new ("chosen", TL_TYPE_INTAKE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  g_type_ensure (TL_TYPE_INTAKE_PREVIEW);
  gtk_widget_class_install_action (widget_class, "intake.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "intake.copy", NULL, copy_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/throughline/Throughline/intake-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, date_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, style_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, header_changed_cb);
}

static void
tl_intake_dialog_init (TlIntakeDialog *self)
{
  self->showing = TRUE;
  self->standards = g_array_new (FALSE, FALSE, sizeof (TlId));
  self->units = g_array_new (FALSE, FALSE, sizeof (double));
  tl_intake_choice_init (&self->choice);
  gtk_widget_init_template (GTK_WIDGET (self));
  tl_intake_dialog_fill (self);
  g_signal_connect_object (self->preview, "chosen", G_CALLBACK (role_chosen_cb), self, 0);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->import_button);
}

TlIntakeDialog *
tl_intake_dialog_new (GtkWindow  *parent,
                      TlEditor   *editor,
                      const char *path,
                      TlId        standard)
{
  TlIntakeDialog *self = g_object_new (TL_TYPE_INTAKE_DIALOG, "transient-for", parent, NULL);
  const TlChart *chart = tl_editor_get_chart (editor);
  g_autofree char *name = g_filename_display_basename (path);

  self->path = g_strdup (path);
  self->targets = tl_intake_targets_new (chart);
  self->choice.standard = standard;
  self->choice.today = tl_today ();
  adw_window_title_set_subtitle (self->title, name);
  tl_intake_dialog_fill_standards (self, chart);
  tl_intake_preview_set_chart (self->preview, chart);
  self->showing = FALSE;
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->standard));
  plan (self, FALSE);
  return self;
}
