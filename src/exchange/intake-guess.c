/* intake-guess.c - what columns hold, told from their names and their cells. */
#include <string.h>

#include "exchange/intake-private.h"

#define LOOKED_AT 500u   /* cells of a column */

/* What the cells of a column look like; each is a count. */
typedef struct {
  guint n_all;
  guint n;             /* that hold anything */
  guint days, numbers, times, words;   /* words: yes, no, points of a scale */
  guint sources, standards;
} Look;

static gboolean
is_mostly (guint n,
           guint of)
{
  return of > 0 && n * 5 >= of * 4;
}

static gboolean
is_time (const char *text)
{
  double seconds, number;

  return !tl_cell_number (text, '.', &number) && tl_cell_duration (text, '.', 1, &seconds);
}

static Look
look_at (const TlCsv           *csv,
         const TlIntakeTargets *targets,
         guint                  column,
         guint                  first)
{
  guint end = MIN (tl_csv_n_rows (csv), first + LOOKED_AT);
  Look look = { .n_all = end - first };

  for (guint i = first; i < end; i++) {
    const char *text = tl_csv_cell (csv, i, column);
    g_autofree char *reason = NULL;
    gboolean yes;
    double value;

    if (*text == '\0')
      continue;
    look.n++;
    look.days += tl_cell_day_hint (text) != TL_DAY_NONE;
    look.numbers += tl_cell_percent (text, '.', &value) || tl_cell_percent (text, ',', &value);
    look.times += is_time (text);
    look.words += tl_cell_yes_no (text, &yes) || tl_cell_point (text) > 0;
    look.sources += tl_intake_read_source (text) != TL_METHOD_NONE;
    look.standards += tl_targets_find (targets, text, &reason) != NULL;
  }
  return look;
}

/* Names are words; a row with a day or a number in it is data. */
static gboolean
has_header (const TlCsv *csv)
{
  for (guint i = 0; i < tl_csv_n_columns (csv); i++) {
    const char *text = tl_csv_cell (csv, 0, i);
    double value;

    if (tl_cell_day_hint (text) != TL_DAY_NONE)
      return FALSE;
    /* Counts of answers stand under the numbers of their points. */
    if (tl_cell_number (text, '.', &value) && (value != floor (value) || value > 10 || value < 0))
      return FALSE;
  }
  return TRUE;
}

guint
tl_intake_first_row (const TlIntakeChoice *choice)
{
  return choice->header == TL_INTAKE_HEADER_YES ? 1 : 0;
}

int
tl_intake_find_role (const TlIntakeChoice *choice,
                     TlIntakeRole          role)
{
  for (guint i = 0; i < choice->n_columns; i++) {
    if (choice->columns[i].role == role)
      return (int) i;
  }
  return -1;
}

/* Whether what the name says can be so, by the cells. */
static gboolean
suits (TlIntakeRole role,
       const Look  *look)
{
  switch (role) {
  case TL_INTAKE_DATE:
  case TL_INTAKE_START:
    return look->days * 2 >= look->n_all;
  case TL_INTAKE_END:   /* many may not have ended */
    return look->days * 2 >= look->n;
  case TL_INTAKE_STANDARD:
    return look->standards > 0;
  case TL_INTAKE_SOURCE:
    return look->sources * 2 >= look->n;
  case TL_INTAKE_N:
  case TL_INTAKE_SHARE:
  case TL_INTAKE_COUNT:
  case TL_INTAKE_YES:
  case TL_INTAKE_NO:
    return look->numbers * 2 >= look->n;
  case TL_INTAKE_VALUE:
    return (look->numbers + look->times + look->words) * 2 >= look->n && !is_mostly (look->days,
                                                                                     look->n);
  case TL_INTAKE_LEAVE:
  case TL_INTAKE_N_ROLES:
  default:
    return FALSE;
  }
}

/* Columns named after standards, as mystery shoppers' sheets have them. */
static guint
find_standards (const TlCsv           *csv,
                const TlIntakeTargets *targets,
                TlIntakeChoice        *choice)
{
  guint n = 0;

  for (guint i = 0; choice->header == TL_INTAKE_HEADER_YES && i < choice->n_columns; i++) {
    const char *name = tl_csv_cell (csv, 0, i);
    gsize length = strcspn (name, "([");
    g_autofree char *bare = g_strndup (name, length);
    g_autofree char *reason = NULL;
    g_autofree char *again = NULL;
    const TlIntakeTarget *target = tl_targets_find (targets, name, &reason);

    if (target == NULL && *bare != '\0')
      target = tl_targets_find (targets, bare, &again);
    if (target == NULL)
      continue;
    choice->columns[i].role = TL_INTAKE_VALUE;
    choice->columns[i].standard = target->id;
    choice->columns[i].unit = tl_intake_read_name (name).unit;
    n++;
  }
  return n;
}

/* Columns under the numbers, or words, of the points of a scale: most of them, or none. */
static gboolean
find_counts (TlIntakeChoice     *choice,
             const TlIntakeHint *hints,
             const Look         *looks)
{
  int at[TL_NPS_POINTS];
  guint n = 0;

  for (guint i = 0; i < TL_NPS_POINTS; i++)
    at[i] = -1;
  for (guint i = 0; i < choice->n_columns; i++) {
    if (hints[i].point >= 0 && at[hints[i].point] < 0 && suits (TL_INTAKE_COUNT, &looks[i])) {
      at[hints[i].point] = (int) i;
      n++;
    }
  }
  for (int i = 0; n >= 3 && i < TL_NPS_POINTS; i++) {
    if (at[i] >= 0) {
      choice->columns[at[i]].role = TL_INTAKE_COUNT;
      choice->columns[at[i]].point = i;
    }
  }
  return n >= 3;
}

/* What the row says of its one standard. */
static gboolean
is_whole_row (TlIntakeRole role)
{
  return role == TL_INTAKE_VALUE || role == TL_INTAKE_YES || role == TL_INTAKE_NO;
}

/* The columns whose name says it best; each role but once.  Beside columns of standards
 * there is no other value; beside counts there may be what they come to. */
static void
find_names (TlIntakeChoice     *choice,
            const TlIntakeHint *hints,
            const Look         *looks,
            gboolean            has_standards,
            gboolean            has_counts)
{
  for (int sure = 2; sure > 0; sure--) {
    for (guint i = 0; i < choice->n_columns; i++) {
      TlIntakeRole role = hints[i].role;

      if (hints[i].sure != sure || choice->columns[i].role != TL_INTAKE_LEAVE ||
          (has_standards && is_whole_row (role)) ||
          (has_counts && is_whole_row (role) && (role != TL_INTAKE_VALUE || sure < 2)) ||
          tl_intake_find_role (choice, role) >= 0 || !suits (role, &looks[i]))
        continue;
      choice->columns[i].role = role;
      choice->columns[i].unit = role == TL_INTAKE_VALUE ? hints[i].unit : 0;
    }
  }
}

/* The one column whose cells look like it, or none. */
static void
find_looks (TlIntakeChoice *choice,
            TlIntakeRole    role,
            const Look     *looks)
{
  int only = -1;

  if (tl_intake_find_role (choice, role) >= 0)
    return;
  for (guint i = 0; i < choice->n_columns; i++) {
    const Look *look = &looks[i];
    gboolean fits = role == TL_INTAKE_DATE ? is_mostly (look->days, look->n_all)
                    : role == TL_INTAKE_STANDARD ? is_mostly (look->standards, look->n)
                    : look->n > 0 && suits (TL_INTAKE_VALUE, look);

    if (choice->columns[i].role != TL_INTAKE_LEAVE || !fits)
      continue;
    if (only >= 0 && role != TL_INTAKE_DATE)
      return;
    if (only < 0)
      only = (int) i;
  }
  if (only >= 0)
    choice->columns[only].role = role;
}

/* A beginning without an end is a day, and a time of its own needs both. */
static void
mend_times (TlIntakeChoice     *choice,
            const TlIntakeHint *hints,
            gboolean            has_values)
{
  int start = tl_intake_find_role (choice, TL_INTAKE_START);
  int end = tl_intake_find_role (choice, TL_INTAKE_END);
  gboolean both = start >= 0 && end >= 0 && !has_values &&
                  tl_intake_find_role (choice, TL_INTAKE_VALUE) < 0;
  int date = tl_intake_find_role (choice, TL_INTAKE_DATE);

  if (both) {
    if (date >= 0 && hints[date].sure < 2)   /* "Due date": a case is of the day it began */
      choice->columns[date].role = TL_INTAKE_LEAVE;
    return;
  }
  if (end >= 0)
    choice->columns[end].role = start < 0 && date < 0 ? TL_INTAKE_DATE : TL_INTAKE_LEAVE;
  if (start >= 0)
    choice->columns[start].role = date < 0 ? TL_INTAKE_DATE : TL_INTAKE_LEAVE;
}

void
tl_intake_guess (const TlCsv     *csv,
                 TlIntakeTargets *targets,
                 TlIntakeChoice  *choice)
{
  g_autofree TlIntakeHint *hints = NULL;
  g_autofree Look *looks = NULL;
  gboolean has_standards, has_counts, has_values;
  guint n = tl_csv_n_columns (csv);

  if (choice->header == TL_INTAKE_HEADER_GUESS)
    choice->header = has_header (csv) ? TL_INTAKE_HEADER_YES : TL_INTAKE_HEADER_NO;
  if (choice->columns != NULL)
    return;
  choice->columns = g_new0 (TlIntakeColumn, n + 1);
  choice->n_columns = n;
  hints = g_new0 (TlIntakeHint, n + 1);
  looks = g_new0 (Look, n + 1);
  for (guint i = 0; i < n; i++) {
    looks[i] = look_at (csv, targets, i, tl_intake_first_row (choice));
    hints[i].point = -1;
    if (choice->header == TL_INTAKE_HEADER_YES)
      hints[i] = tl_intake_read_name (tl_csv_cell (csv, 0, i));
  }
  has_standards = find_standards (csv, targets, choice) > 0;
  has_counts = !has_standards && find_counts (choice, hints, looks);
  has_values = has_standards || has_counts;
  find_names (choice, hints, looks, has_standards, has_counts);
  find_looks (choice, TL_INTAKE_DATE, looks);
  mend_times (choice, hints, has_values);
  if (choice->standard == TL_ID_NONE && !has_values)
    find_looks (choice, TL_INTAKE_STANDARD, looks);
  has_values = has_values || tl_intake_find_role (choice, TL_INTAKE_START) >= 0 ||
               tl_intake_find_role (choice, TL_INTAKE_YES) >= 0;
  if (!has_values)
    find_looks (choice, TL_INTAKE_VALUE, looks);
}
