/* intake-dialog-show.c - what can be chosen of a table, and what the plan of it comes to. */
#include "app/intake-dialog-private.h"

#include <glib/gi18n-lib.h>

static const char delimiters[] = ",;\t|";   /* rows of the combo */

/* What there is to choose. */

guint
tl_combo_get_row (AdwComboRow *combo)
{
  guint row = adw_combo_row_get_selected (combo);

  return row != GTK_INVALID_LIST_POSITION ? row : 0;
}

static void
set_row (AdwComboRow *combo,
         guint        row)
{
  if (tl_combo_get_row (combo) != row)
    adw_combo_row_set_selected (combo, row);
}

static void
set_names (AdwComboRow        *combo,
           const char * const *names)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (names);

  adw_combo_row_set_model (combo, G_LIST_MODEL (list));
}

void
tl_intake_dialog_fill_standards (TlIntakeDialog *self,
                                 const TlChart  *chart)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  TlId none = TL_ID_NONE;

  g_ptr_array_add (names, (gpointer) _("As the table says"));
  g_array_append_val (self->standards, none);
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_STANDARD); i++) {
    const TlStandard *standard = TL_CHART_NTH (chart, STANDARD, TlStandard, i);

    g_ptr_array_add (names, standard->name);
    g_array_append_val (self->standards, standard->head.id);
  }
  g_ptr_array_add (names, NULL);
  set_names (self->standard, (const char * const *) names->pdata);
}

static void
fill_periods (TlIntakeDialog *self)
{
  const char *names[TL_INTAKE_N_PERIODS + 1] = { NULL };

  for (guint i = 0; i < TL_INTAKE_N_PERIODS; i++)
    names[i] = tl_intake_period_text (i);
  set_names (self->period, names);
}

/* The standard's own way first, then each by its value. */
static void
fill_sources (TlIntakeDialog *self)
{
  const TlField *field = tl_class_find_field (tl_class_get (TL_RECORD_MEASUREMENT), "source");
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  g_ptr_array_add (names, (gpointer) _("As the standard says"));
  for (const TlEnumRow *row = field->rows; row->word != NULL; row++)
    g_ptr_array_add (names, (gpointer) g_dgettext (GETTEXT_PACKAGE, row->label));
  g_ptr_array_add (names, NULL);
  set_names (self->source, (const char * const *) names->pdata);
}

static void
fill_encodings (TlIntakeDialog *self)
{
  const char *names[TL_CSV_N_ENCODINGS] = { NULL };

  for (guint i = 1; i < TL_CSV_N_ENCODINGS; i++)
    names[i - 1] = tl_csv_encoding_name (i);
  set_names (self->encoding, names);
}

char
tl_intake_dialog_get_delimiter (TlIntakeDialog *self)
{
  return delimiters[MIN (tl_combo_get_row (self->delimiter), 3)];
}

/* The list of what is left out. */

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_list_item_set_child (item, label);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  GtkStringObject *line = gtk_list_item_get_item (item);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (line));
}

void
tl_intake_dialog_fill (TlIntakeDialog *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  fill_periods (self);
  fill_sources (self);
  fill_encodings (self);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_list_view_set_factory (self->left_out_list, factory);
}

/* Showing the plan. */

/* Units of the column of values, as they fit the standard; none: numbers are what they are. */
static void
fill_units (TlIntakeDialog *self,
            gboolean        times,
            gboolean        percents)
{
  static const double seconds[] = { 1, 60, 3600, 86400 }, shares[] = { 1, 100 };
  const char *time_names[] = { _("Seconds"), _("Minutes"), _("Hours"), _("Days"), NULL };
  const char *share_names[] = { _("Percent: 92"), _("Fractions: 0.92"), NULL };

  g_array_set_size (self->units, 0);
  if (times)
    g_array_append_vals (self->units, seconds, G_N_ELEMENTS (seconds));
  else if (percents)
    g_array_append_vals (self->units, shares, G_N_ELEMENTS (shares));
  if (times || percents)
    set_names (self->unit, times ? time_names : share_names);
  gtk_widget_set_visible (GTK_WIDGET (self->unit), times || percents);
}

/* Showing the plan. */

static void
show_unit (TlIntakeDialog       *self,
           const TlIntakeChoice *choice)
{
  int column = tl_intake_find_role (choice, TL_INTAKE_VALUE);
  TlId standard = column < 0 ? TL_ID_NONE
                  : choice->columns[column].standard != TL_ID_NONE
                      ? choice->columns[column].standard : choice->standard;

  TlUnit unit = tl_intake_targets_unit (self->targets, standard);

  fill_units (self, unit == TL_UNIT_SECONDS, unit == TL_UNIT_PERCENT);
  for (guint i = 0; i < self->units->len; i++) {
    if (g_array_index (self->units, double, i) == choice->columns[column].unit)
      set_row (self->unit, i);
  }
}

static void
show_choice (TlIntakeDialog *self)
{
  const TlIntakeChoice *choice = &self->result->plan->choice;
  TlCsvStyle style = tl_csv_style (self->result->csv);
  gboolean cases = choice->rows == TL_INTAKE_ROWS_CASES;
  gboolean has_date = tl_intake_find_role (choice, TL_INTAKE_DATE) >= 0 ||
                      (cases && tl_intake_find_role (choice, TL_INTAKE_START) >= 0);

  for (guint i = 0; i < self->standards->len; i++) {
    if (g_array_index (self->standards, TlId, i) == choice->standard)
      set_row (self->standard, i);
  }
  set_row (self->rows, cases ? 1 : 0);
  set_row (self->period, choice->period);
  gtk_widget_set_visible (GTK_WIDGET (self->period), cases);
  gtk_widget_set_visible (GTK_WIDGET (self->source),
                          tl_intake_find_role (choice, TL_INTAKE_SOURCE) < 0);
  gtk_widget_set_visible (GTK_WIDGET (self->date), !has_date);
  set_row (self->days, choice->days);
  gtk_widget_set_visible (GTK_WIDGET (self->days), has_date);
  set_row (self->decimal, choice->decimal == ',' ? 1 : 0);
  set_row (self->delimiter, (guint) (strchr (delimiters, style.delimiter) - delimiters));
  set_row (self->encoding, style.encoding - 1);
  gtk_switch_set_active (self->header, choice->header == TL_INTAKE_HEADER_YES);
  show_unit (self, choice);
}

static void
show_left_out (TlIntakeDialog *self)
{
  const TlIntakePlan *plan = self->result->plan;
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  g_autoptr (GtkNoSelection) rows = NULL;
  g_autofree char *text = tl_intake_left_out_text (plan, self->result->csv);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n = g_strv_length (lines);

  if (n > 0)
    g_clear_pointer (&lines[n - 1], g_free);   /* after the last line end there is nothing */
  gtk_string_list_splice (list, 0, 0, (const char * const *) lines);
  rows = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (list)));
  gtk_list_view_set_model (self->left_out_list, GTK_SELECTION_MODEL (rows));
  gtk_widget_set_visible (self->left_out_box, plan->left_out->len > 0);
}

void
tl_intake_dialog_show (TlIntakeDialog *self)
{
  const TlIntakePlan *plan = self->result->plan;
  g_autofree char *summary = tl_intake_summary (plan, FALSE);
  g_autofree char *notes = NULL;

  self->showing = TRUE;
  show_choice (self);
  self->showing = FALSE;
  tl_intake_preview_show (self->preview, self->result->csv, plan);
  show_left_out (self);
  gtk_label_set_text (self->summary_label, summary);
  g_ptr_array_add (plan->notes, NULL);
  notes = g_strjoinv ("\n", (char **) plan->notes->pdata);
  g_ptr_array_remove_index (plan->notes, plan->notes->len - 1);
  gtk_label_set_text (self->notes_label, notes);
  gtk_widget_set_visible (GTK_WIDGET (self->notes_label), *notes != '\0');
}
