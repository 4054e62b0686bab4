/* intake.c - the plan of an import, and carrying it out. */
#include "exchange/intake.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/intake-private.h"

#define SHOWN 80u   /* characters of a cell that is told about */

/* What is known of a standard, a time and a source. */
enum { UNKNOWN, IN_CHART, IN_FILE };

G_DEFINE_QUARK (tl-intake-error-quark, tl_intake_error)

void
tl_intake_choice_init (TlIntakeChoice *choice)
{
  *choice = (TlIntakeChoice) { .period = TL_INTAKE_PER_MONTH };
}

void
tl_intake_choice_clear (TlIntakeChoice *choice)
{
  g_clear_pointer (&choice->columns, g_free);
  choice->n_columns = 0;
}

void
tl_intake_choice_copy (TlIntakeChoice       *to,
                       const TlIntakeChoice *from)
{
  *to = *from;
  to->columns = NULL;
  if (from->columns != NULL) {
    /* One more, so that an empty list is not NULL, which would be guessed again. */
    to->columns = g_new0 (TlIntakeColumn, from->n_columns + 1);
    memcpy (to->columns, from->columns, from->n_columns * sizeof *to->columns);
  }
}

static void
free_skip (gpointer data)
{
  TlIntakeSkip *skip = data;

  g_free (skip->text);
  g_free (skip->reason);
  g_free (skip);
}

TlIntakePlan *
tl_intake_plan_new (const TlIntakeChoice *choice)
{
  TlIntakePlan *plan = g_new0 (TlIntakePlan, 1);

  tl_intake_choice_copy (&plan->choice, choice);
  plan->measurements = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_record_free);
  plan->left_out = g_ptr_array_new_with_free_func (free_skip);
  plan->notes = g_ptr_array_new_with_free_func (g_free);
  plan->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return plan;
}

void
tl_intake_plan_free (TlIntakePlan *plan)
{
  tl_intake_choice_clear (&plan->choice);
  g_free (plan->message);
  g_ptr_array_unref (plan->measurements);
  g_ptr_array_unref (plan->left_out);
  g_ptr_array_unref (plan->notes);
  g_hash_table_unref (plan->known);
  g_free (plan);
}

/* Taking and leaving out. */

/* The cases of a period have its last day, which moves when more of them come in; so they
 * are told apart by their periods.  Where nothing says how, it was done as the standard has
 * it. */
static char *
make_key (const TlIntakePlan   *plan,
          const TlIntakeTarget *target,
          TlDate                date,
          TlMethod              source)
{
  guint time = plan->choice.rows == TL_INTAKE_ROWS_CASES
                 ? tl_intake_period_of (plan->choice.period, date) : date;

  if (source == TL_METHOD_NONE)
    source = target->method;
  return g_strdup_printf ("%u %u %d", target->id, time, (int) source);
}

void
tl_intake_plan_know (TlIntakePlan          *plan,
                     const TlIntakeTargets *targets)
{
  for (guint i = 0; i < targets->all->len; i++) {
    const TlIntakeTarget *target = &g_array_index (targets->all, TlIntakeTarget, i);

    for (guint k = 0; k < target->n_had; k++)
      g_hash_table_insert (plan->known,
                           make_key (plan, target, target->had[k].date, target->had[k].source),
                           GINT_TO_POINTER (IN_CHART));
  }
}

static TlIntakeSkip *
add_skip (TlIntakePlan *plan,
          const TlCsv  *csv,
          guint         row,
          int           column,
          char         *reason)
{
  TlIntakeSkip *skip = g_new0 (TlIntakeSkip, 1);
  const char *text = column >= 0 ? tl_csv_cell (csv, row, (guint) column) : "";

  skip->row = row;
  skip->line = tl_csv_line (csv, row);
  skip->column = column;
  skip->text = g_utf8_strlen (text, -1) > (glong) SHOWN ? g_utf8_substring (text, 0, SHOWN)
                                                        : g_strdup (text);
  g_strdelimit (skip->text, "\n\t", ' ');
  skip->reason = reason;
  g_ptr_array_add (plan->left_out, skip);
  return skip;
}

void
tl_intake_skip (TlIntakePlan *plan,
                const TlCsv  *csv,
                guint         row,
                int           column,
                char         *reason)
{
  add_skip (plan, csv, row, column, reason);
}

void
tl_intake_skip_again (TlIntakePlan *plan,
                      const TlCsv  *csv,
                      guint         row,
                      int           column)
{
  TlIntakeSkip *skip = add_skip (plan, csv, row, column, NULL);

  skip->is_twice = TRUE;
  skip->reason = g_strdup (_("is of a time that the chart has a measurement of already"));
}

gboolean
tl_intake_take (TlIntakePlan         *plan,
                const TlCsv          *csv,
                const TlIntakeTarget *target,
                TlMeasurement        *measurement,
                guint                 row,
                int                   column)
{
  g_autofree char *key = make_key (plan, target, measurement->date, measurement->source);
  int known = GPOINTER_TO_INT (g_hash_table_lookup (plan->known, key));

  measurement->head.parent = target->id;
  if (known == UNKNOWN) {
    g_hash_table_insert (plan->known, g_steal_pointer (&key), GINT_TO_POINTER (IN_FILE));
    g_ptr_array_add (plan->measurements, measurement);
    return TRUE;
  }
  if (plan->choice.rows == TL_INTAKE_ROWS_CASES) {
    tl_intake_skip_again (plan, csv, row, column);
  } else {
    TlIntakeSkip *skip = add_skip (plan, csv, row, column, NULL);

    skip->is_twice = TRUE;
    skip->reason =
      g_strdup (known == IN_CHART
                ? _("is in the chart already: same standard, day and source")
                : _("stands further up in the file already: same standard, day and source"));
  }
  tl_record_free (&measurement->head);
  return FALSE;
}

/* Carrying it out. */

/* After those of the same day and before, so that the list of a standard stays in order. */
static guint
place_of (const TlChart    *chart,
          const TlStandard *standard,
          TlDate            date)
{
  const TlIdList *children = &standard->head.children;
  guint index = children->n;

  while (index > 0) {
    const TlMeasurement *one = TL_CHART_GET (chart, MEASUREMENT, TlMeasurement,
                                             children->ids[index - 1]);

    if (one == NULL || one->date <= date)
      break;
    index--;
  }
  return index;
}

gboolean
tl_intake_apply (TlChart            *chart,
                 const TlIntakePlan *plan,
                 GError            **error)
{
  guint n = plan->measurements->len;
  g_autofree char *label = g_strdup_printf (ngettext ("Import %u Measurement",
                                                      "Import %u Measurements", n), n);

  if (n == 0) {
    g_set_error_literal (error, TL_INTAKE_ERROR, TL_INTAKE_ERROR_NOTHING,
                         plan->message != NULL ? plan->message
                                               : _("There is nothing to add."));
    return FALSE;
  }
  tl_chart_begin (chart, label);
  for (guint i = 0; i < n; i++) {
    const TlMeasurement *one = g_ptr_array_index (plan->measurements, i);
    const TlStandard *standard = TL_CHART_GET (chart, STANDARD, TlStandard, one->head.parent);
    TlRecord *record;

    if (standard == NULL) {
      tl_chart_abort (chart);
      g_set_error_literal (error, TL_INTAKE_ERROR, TL_INTAKE_ERROR_CHANGED,
                           _("The chart has changed, and a standard is gone.  Choose again."));
      return FALSE;
    }
    record = tl_record_copy (&one->head);
    tl_chart_insert (chart, record, one->head.parent, place_of (chart, standard, one->date));
  }
  return tl_chart_commit (chart, error);
}

/* Telling. */

/* Whole sentences, one after the other, for each has a number of its own. */
char *
tl_intake_summary (const TlIntakePlan *plan,
                   gboolean            done)
{
  guint n = plan->measurements->len, n_rows = plan->n_rows_used, n_out = plan->n_rows_left_out;
  gboolean cases = plan->choice.rows == TL_INTAKE_ROWS_CASES;
  gboolean alike = !cases && n == n_rows;
  GString *text = g_string_new (plan->message);

  if (plan->message != NULL)
    return g_string_free (text, FALSE);
  if (alike && done)
    g_string_printf (text, ngettext ("%u row was added.", "%u rows were added.", n), n);
  else if (alike)
    g_string_printf (text, ngettext ("%u row will be added.", "%u rows will be added.", n), n);
  else if (done)
    g_string_printf (text, ngettext ("%u measurement was added.", "%u measurements were added.", n),
                     n);
  else
    g_string_printf (text, ngettext ("%u measurement will be added.",
                                     "%u measurements will be added.", n), n);
  if (cases && n > 0)
    g_string_append_printf (text, ngettext (" %u row is summed up.", " %u rows are summed up.",
                                            n_rows), n_rows);
  if (n_out > 0 && done)
    g_string_append_printf (text, ngettext (" %u row was left out.", " %u rows were left out.",
                                            n_out), n_out);
  else if (n_out > 0)
    g_string_append_printf (text, ngettext (" %u row is left out.", " %u rows are left out.",
                                            n_out), n_out);
  return g_string_free (text, FALSE);
}

char *
tl_intake_column_name (const TlCsv          *csv,
                       const TlIntakeChoice *choice,
                       guint                 column)
{
  const char *name = choice->header == TL_INTAKE_HEADER_YES ? tl_csv_cell (csv, 0, column) : "";

  return *name != '\0' ? g_strdup (name) : g_strdup_printf (_("Column %u"), column + 1);
}

char *
tl_intake_skip_text (const TlIntakePlan *plan,
                     const TlCsv        *csv,
                     const TlIntakeSkip *skip)
{
  g_autofree char *name = NULL;

  if (skip->column < 0)
    /* Translators: what is the matter with a row of a table, such as "has no answers". */
    return g_strdup_printf (_("the row %s"), skip->reason);
  name = tl_intake_column_name (csv, &plan->choice, (guint) skip->column);
  if (*skip->text == '\0')
    /* Translators: the name of a column, and what is the matter there, such as "has no
     * date". */
    return g_strdup_printf (_("“%s” %s"), name, skip->reason);
  /* Translators: the name of a column, what stands there, and what is the matter with it,
   * such as "is no date". */
  return g_strdup_printf (_("“%s”: “%s” %s"), name, skip->text, skip->reason);
}

char *
tl_intake_left_out_text (const TlIntakePlan *plan,
                         const TlCsv        *csv)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < plan->left_out->len; i++) {
    const TlIntakeSkip *skip = g_ptr_array_index (plan->left_out, i);
    g_autofree char *text = tl_intake_skip_text (plan, csv, skip);

    /* Translators: the number of a line of a file, and what is the matter there. */
    g_string_append_printf (all, _("Line %u: %s"), skip->line, text);
    g_string_append_c (all, '\n');
  }
  return g_string_free (all, FALSE);
}

const char *
tl_intake_role_text (TlIntakeRole role)
{
  static const char * const texts[TL_INTAKE_N_ROLES] = {
    [TL_INTAKE_LEAVE] = N_("Not used"),       [TL_INTAKE_DATE] = N_("Date"),
    [TL_INTAKE_STANDARD] = N_("Standard"),    [TL_INTAKE_VALUE] = N_("Value"),
    [TL_INTAKE_SHARE] = N_("Share of cases"), [TL_INTAKE_N] = N_("Number of cases"),
    [TL_INTAKE_SOURCE] = N_("Source"),        [TL_INTAKE_COUNT] = N_("Answers"),
    [TL_INTAKE_YES] = N_("Cases that met it"), [TL_INTAKE_NO] = N_("Cases that did not"),
    [TL_INTAKE_START] = N_("Begin of a case"), [TL_INTAKE_END] = N_("End of a case"),
  };

  g_return_val_if_fail (role < TL_INTAKE_N_ROLES, NULL);

  return _(texts[role]);
}

const char *
tl_intake_role_word (TlIntakeRole role)
{
  static const char * const words[TL_INTAKE_N_ROLES] = {
    "none", "date", "standard", "value", "share", "n", "source", "count", "yes", "no", "start",
    "end",
  };

  g_return_val_if_fail (role < TL_INTAKE_N_ROLES, NULL);

  return words[role];
}

const char *
tl_intake_period_text (TlIntakePeriod period)
{
  static const char * const texts[TL_INTAKE_N_PERIODS] = {
    [TL_INTAKE_PER_DAY] = N_("Each day"),         [TL_INTAKE_PER_WEEK] = N_("Each week"),
    [TL_INTAKE_PER_MONTH] = N_("Each month"),     [TL_INTAKE_PER_QUARTER] = N_("Each quarter"),
    [TL_INTAKE_PER_YEAR] = N_("Each year"),       [TL_INTAKE_PER_FILE] = N_("The whole file"),
  };

  g_return_val_if_fail (period < TL_INTAKE_N_PERIODS, NULL);

  return _(texts[period]);
}

const char *
tl_intake_period_word (TlIntakePeriod period)
{
  static const char * const words[TL_INTAKE_N_PERIODS] = {
    "day", "week", "month", "quarter", "year", "file",
  };

  g_return_val_if_fail (period < TL_INTAKE_N_PERIODS, NULL);

  return words[period];
}
