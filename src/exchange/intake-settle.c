/* intake-settle.c - how cells are written, told from all of a column once it is known what it
 * holds. */
#include <glib/gi18n-lib.h>

#include "exchange/intake-private.h"

static gboolean
is_day_role (TlIntakeRole role)
{
  return role == TL_INTAKE_DATE || role == TL_INTAKE_START || role == TL_INTAKE_END;
}

static void
settle_days (const TlCsv    *csv,
             TlIntakeChoice *choice,
             GPtrArray      *notes)
{
  guint n[TL_DAY_EITHER + 1] = { 0 };
  guint first = tl_intake_first_row (choice);

  for (guint k = 0; choice->days == TL_DAYS_GUESS && k < choice->n_columns; k++) {
    for (guint i = first; is_day_role (choice->columns[k].role) && i < tl_csv_n_rows (csv); i++)
      n[tl_cell_day_hint (tl_csv_cell (csv, i, k))]++;
  }
  if (choice->days != TL_DAYS_GUESS || (n[TL_DAY_EITHER] > 0 && n[TL_DAY_DAY_FIRST] == 0 &&
                                        n[TL_DAY_MONTH_FIRST] == 0))
    return;
  choice->days = n[TL_DAY_MONTH_FIRST] > n[TL_DAY_DAY_FIRST] ? TL_DAYS_MONTH_FIRST
                                                             : TL_DAYS_DAY_FIRST;
  if (n[TL_DAY_EITHER] > 0)
    g_ptr_array_add (notes, g_strdup (choice->days == TL_DAYS_DAY_FIRST
                                      ? _("Days are written with the day first.")
                                      : _("Days are written with the month first.")));
}

static gboolean
is_number_role (TlIntakeRole role)
{
  return role == TL_INTAKE_VALUE || role == TL_INTAKE_SHARE || role == TL_INTAKE_N ||
         role == TL_INTAKE_COUNT || role == TL_INTAKE_YES || role == TL_INTAKE_NO;
}

static void
settle_decimal (const TlCsv    *csv,
                TlIntakeChoice *choice)
{
  guint n_points = 0, n_commas = 0;

  for (guint k = 0; choice->decimal == '\0' && k < choice->n_columns; k++) {
    for (guint i = tl_intake_first_row (choice);
         is_number_role (choice->columns[k].role) && i < tl_csv_n_rows (csv); i++) {
      char hint = tl_cell_decimal_hint (tl_csv_cell (csv, i, k));

      n_points += hint == '.';
      n_commas += hint == ',';
    }
  }
  if (choice->decimal != '\0')
    return;
  /* Without a sign either way: where commas are decimals, semicolons part cells. */
  if (n_points == n_commas)
    choice->decimal = tl_csv_style (csv).delimiter == ';' ? ',' : '.';
  else
    choice->decimal = n_commas > n_points ? ',' : '.';
}

static const TlIntakeTarget *
target_of (const TlIntakeTargets *targets,
           const TlIntakeChoice  *choice,
           guint                  column)
{
  TlId id = choice->columns[column].standard;

  return tl_targets_get (targets, id != TL_ID_NONE ? id : choice->standard);
}

/* A share written as 0.92 where others write 92: all cells lie between 0 and 1, and not only
 * at the ends. */
static gboolean
is_fraction (const TlCsv          *csv,
             const TlIntakeChoice *choice,
             guint                 column)
{
  gboolean between = FALSE;

  for (guint i = tl_intake_first_row (choice); i < tl_csv_n_rows (csv); i++) {
    const char *text = tl_csv_cell (csv, i, column);
    double value;

    if (!tl_cell_number (text, choice->decimal, &value))
      continue;
    if (value < 0 || value > 1)
      return FALSE;
    between = between || (value > 0 && value < 1);
  }
  return between;
}

static void
settle_percent (const TlCsv          *csv,
                TlIntakeChoice       *choice,
                guint                 column,
                GPtrArray            *notes)
{
  double *unit = &choice->columns[column].unit;
  g_autofree char *name = NULL;

  if (*unit == 0 && is_fraction (csv, choice, column)) {
    name = tl_intake_column_name (csv, choice, column);
    /* Translators: %s is the name of a column of a table. */
    g_ptr_array_add (notes, g_strdup_printf (_("“%s” is read as fractions: 0.92 is 92 %%."),
                                             name));
    *unit = 100;
  } else if (*unit != 100) {
    *unit = 1;
  }
}

static gboolean
has_bare_number (const TlCsv          *csv,
                 const TlIntakeChoice *choice,
                 guint                 column)
{
  for (guint i = tl_intake_first_row (choice); i < tl_csv_n_rows (csv); i++) {
    double number;

    if (tl_cell_number (tl_csv_cell (csv, i, column), choice->decimal, &number))
      return TRUE;
  }
  return FALSE;
}

static void
settle_units (const TlCsv           *csv,
              const TlIntakeTargets *targets,
              TlIntakeChoice        *choice,
              GPtrArray             *notes)
{
  for (guint i = 0; i < choice->n_columns; i++) {
    TlIntakeColumn *column = &choice->columns[i];
    const TlIntakeTarget *target = target_of (targets, choice, i);
    TlUnit unit = column->role == TL_INTAKE_SHARE ? TL_UNIT_PERCENT
                  : column->role == TL_INTAKE_VALUE && target != NULL ? target->unit
                  : TL_UNIT_NONE;

    if (unit == TL_UNIT_PERCENT) {
      settle_percent (csv, choice, i, notes);
    } else if (column->unit == 0) {
      g_autofree char *name = tl_intake_column_name (csv, choice, i);

      column->unit = 1;
      if (unit == TL_UNIT_SECONDS && has_bare_number (csv, choice, i))
        g_ptr_array_add (notes, g_strdup_printf (_("Numbers without a unit in “%s” are read as "
                                                   "seconds."), name));
    }
  }
}

/* Whether a row is a measurement: it counts its cases, or is the only one of its day. */
static gboolean
rows_are_measurements (const TlCsv          *csv,
                       const TlIntakeChoice *choice)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  int date = tl_intake_find_role (choice, TL_INTAKE_DATE);
  int standard = tl_intake_find_role (choice, TL_INTAKE_STANDARD);
  int source = tl_intake_find_role (choice, TL_INTAKE_SOURCE);
  int value = tl_intake_find_role (choice, TL_INTAKE_VALUE);
  static const TlIntakeRole of_measurements[] = {
    TL_INTAKE_N, TL_INTAKE_COUNT, TL_INTAKE_SHARE, TL_INTAKE_YES,
  };
  guint n_twice = 0, n_words = 0, n = 0;
  gboolean says_so = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (of_measurements); i++)
    says_so = says_so || tl_intake_find_role (choice, of_measurements[i]) >= 0;
  if (says_so)
    return TRUE;
  if (tl_intake_find_role (choice, TL_INTAKE_START) >= 0 || date < 0)
    return FALSE;
  for (guint i = tl_intake_first_row (choice); i < tl_csv_n_rows (csv); i++) {
    const char *day = tl_csv_cell (csv, i, (guint) date);
    const char *cell = value >= 0 ? tl_csv_cell (csv, i, (guint) value) : "";
    double number;
    gboolean yes;
    char *key = g_strdup_printf ("%s\n%s\n%s", day,
                                 standard >= 0 ? tl_csv_cell (csv, i, (guint) standard) : "",
                                 source >= 0 ? tl_csv_cell (csv, i, (guint) source) : "");

    n++;
    n_words += (tl_cell_yes_no (cell, &yes) || tl_cell_point (cell) > 0) &&
               !tl_cell_number (cell, choice->decimal, &number);
    n_twice += !g_hash_table_add (seen, key);
  }
  return n_twice * 10 <= n && n_words * 2 <= n;
}

void
tl_intake_settle (const TlCsv           *csv,
                  const TlIntakeTargets *targets,
                  TlIntakeChoice        *choice,
                  GPtrArray             *notes)
{
  if (choice->standard == TL_ID_NONE && targets->all->len == 1)
    choice->standard = g_array_index (targets->all, TlIntakeTarget, 0).id;
  settle_days (csv, choice, notes);
  settle_decimal (csv, choice);
  settle_units (csv, targets, choice, notes);
  if (choice->rows == TL_INTAKE_ROWS_GUESS)
    choice->rows = rows_are_measurements (csv, choice) ? TL_INTAKE_ROWS_MEASUREMENTS
                                                       : TL_INTAKE_ROWS_CASES;
}
