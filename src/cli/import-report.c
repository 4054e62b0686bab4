/* import-report.c - what came of importing measurements, as lines and as JSON. */
#include "cli/import-report.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "cli/json.h"
#include "model/units.h"

static const char *
word_of_source (TlMethod source)
{
  const TlField *field = tl_class_find_field (tl_class_get (TL_RECORD_MEASUREMENT), "source");
  const TlEnumRow *row = tl_enum_find_value (field->rows, (int) source);

  return row != NULL ? row->word : "";
}

void
tl_import_print_measurements (const TlChart      *chart,
                              const TlIntakePlan *plan)
{
  for (guint i = 0; i < plan->measurements->len; i++) {
    const TlMeasurement *one = g_ptr_array_index (plan->measurements, i);
    char date[TL_UNITS_SIZE], value[TL_UNITS_SIZE], share[TL_UNITS_SIZE];

    printf ("%s\t%s\t%s\t%s\t%d\t%s\t", tl_chart_get (chart, one->head.parent)->name,
            tl_date_write (one->date, date), tl_number_write (one->value, value),
            isnan (one->share) ? "" : tl_number_write (one->share, share), one->n,
            word_of_source (one->source));
    for (guint k = 0; k < one->counts.n; k++)
      printf ("%s%d", k > 0 ? " " : "", one->counts.values[k]);
    printf ("\n");
  }
}

void
tl_import_say (const TlCsv        *csv,
               const TlIntakePlan *plan,
               const char         *name,
               gboolean            done)
{
  g_autofree char *summary = tl_intake_summary (plan, done);

  for (guint i = 0; !done && i < plan->choice.n_columns; i++) {
    g_autofree char *column = tl_intake_column_name (csv, &plan->choice, i);

    if (plan->choice.columns[i].role != TL_INTAKE_LEAVE)
      /* Translators: a file, the name of one of its columns, and what is in it. */
      fprintf (stderr, _("%s: “%s” is read as: %s\n"), name, column,
               tl_intake_role_text (plan->choice.columns[i].role));
  }
  for (guint i = 0; i < plan->notes->len; i++)
    fprintf (stderr, "%s: %s\n", name, (const char *) g_ptr_array_index (plan->notes, i));
  for (guint i = 0; i < plan->left_out->len; i++) {
    const TlIntakeSkip *skip = g_ptr_array_index (plan->left_out, i);
    g_autofree char *text = tl_intake_skip_text (plan, csv, skip);

    fprintf (stderr, "%s:%u: %s\n", name, skip->line, text);
  }
  fprintf (stderr, "%s: %s\n", name, summary);
}

static void
add_columns (JsonBuilder        *json,
             const TlChart      *chart,
             const TlCsv        *csv,
             const TlIntakePlan *plan)
{
  json_builder_set_member_name (json, "columns");
  json_builder_begin_array (json);
  for (guint i = 0; i < plan->choice.n_columns; i++) {
    const TlIntakeColumn *column = &plan->choice.columns[i];
    const TlRecord *standard = tl_chart_get (chart, column->standard);
    g_autofree char *name = tl_intake_column_name (csv, &plan->choice, i);

    json_builder_begin_object (json);
    tl_json_text (json, "name", name);
    tl_json_text (json, "role", tl_intake_role_word (column->role));
    tl_json_text (json, "standard", standard != NULL ? standard->name : NULL);
    json_builder_end_object (json);
  }
  json_builder_end_array (json);
}

static void
add_measurements (JsonBuilder        *json,
                  const TlChart      *chart,
                  const TlIntakePlan *plan)
{
  json_builder_set_member_name (json, "measurements");
  json_builder_begin_array (json);
  for (guint i = 0; i < plan->measurements->len; i++) {
    const TlMeasurement *one = g_ptr_array_index (plan->measurements, i);
    char date[TL_UNITS_SIZE];

    json_builder_begin_object (json);
    tl_json_text (json, "standard", tl_chart_get (chart, one->head.parent)->name);
    tl_json_text (json, "date", tl_date_write (one->date, date));
    tl_json_number (json, "value", one->value);
    tl_json_number (json, "share", one->share);
    tl_json_int (json, "n", one->n);
    tl_json_text (json, "source", one->source != 0 ? word_of_source (one->source) : NULL);
    json_builder_set_member_name (json, "counts");
    json_builder_begin_array (json);
    for (guint k = 0; k < one->counts.n; k++)
      json_builder_add_int_value (json, one->counts.values[k]);
    json_builder_end_array (json);
    json_builder_end_object (json);
  }
  json_builder_end_array (json);
}

static void
add_left_out (JsonBuilder        *json,
              const TlCsv        *csv,
              const TlIntakePlan *plan)
{
  json_builder_set_member_name (json, "left_out");
  json_builder_begin_array (json);
  for (guint i = 0; i < plan->left_out->len; i++) {
    const TlIntakeSkip *skip = g_ptr_array_index (plan->left_out, i);
    g_autofree char *name = skip->column >= 0
      ? tl_intake_column_name (csv, &plan->choice, (guint) skip->column) : NULL;

    json_builder_begin_object (json);
    tl_json_int (json, "line", skip->line);
    tl_json_text (json, "column", name);
    tl_json_text (json, "text", skip->text);
    tl_json_text (json, "reason", skip->reason);
    tl_json_bool (json, "twice", skip->is_twice);
    json_builder_end_object (json);
  }
  json_builder_end_array (json);
}

void
tl_import_print_json (const TlChart      *chart,
                      const TlCsv        *csv,
                      const TlIntakePlan *plan,
                      const char         *name,
                      gboolean            done)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  tl_json_text (json, "file", name);
  tl_json_bool (json, "imported", done);
  tl_json_text (json, "needed", plan->message);
  tl_json_int (json, "rows", plan->n_rows);
  tl_json_int (json, "rows_used", plan->n_rows_used);
  tl_json_int (json, "rows_left_out", plan->n_rows_left_out);
  add_columns (json, chart, csv, plan);
  json_builder_set_member_name (json, "notes");
  json_builder_begin_array (json);
  for (guint i = 0; i < plan->notes->len; i++)
    json_builder_add_string_value (json, g_ptr_array_index (plan->notes, i));
  json_builder_end_array (json);
  add_left_out (json, csv, plan);
  add_measurements (json, chart, plan);
  json_builder_end_object (json);
  tl_json_print (json);
}
