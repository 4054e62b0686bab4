/* register-standards.c - standards beside what was measured, in document order. */
#include "analysis/register-rows.h"

#include <glib/gi18n-lib.h>

static const TlStandard *
standard_of (const TlRegister    *reg,
             const TlRegisterRow *row)
{
  return TL_CHART_GET (reg->figures->chart, STANDARD, TlStandard, row->record);
}

static TlMeasured
measured_of (const TlRegister    *reg,
             const TlRegisterRow *row)
{
  return tl_measure (reg->figures->chart, standard_of (reg, row));
}

TL_FILL (fill_target)
{
  tl_entry_set_measure (entry, standard_of (reg, row)->unit, standard_of (reg, row)->target);
}

TL_FILL (fill_share)
{
  tl_entry_set_measure (entry, TL_UNIT_PERCENT, standard_of (reg, row)->share);
}

TL_FILL (fill_last)
{
  TlMeasured measured = measured_of (reg, row);

  if (measured.last != NULL)
    tl_entry_set_measure (entry, standard_of (reg, row)->unit, measured.last->value);
}

TL_FILL (fill_last_share)
{
  TlMeasured measured = measured_of (reg, row);

  if (measured.last != NULL)
    tl_entry_set_measure (entry, TL_UNIT_PERCENT, measured.last->share);
}

TL_FILL (fill_last_date)
{
  TlMeasured measured = measured_of (reg, row);

  if (measured.last != NULL)
    tl_entry_set_date (entry, measured.last->date);
}

TL_FILL (fill_n)
{
  TlMeasured measured = measured_of (reg, row);

  if (measured.last != NULL)
    tl_entry_set (entry, TL_ENTRY_NUMBER, measured.last->n);
}

/* A number, for it has the sign of better and not of the unit. */
TL_FILL (fill_trend)
{
  tl_entry_set (entry, TL_ENTRY_NUMBER, measured_of (reg, row).trend);
}

TL_FILL (fill_verdict)
{
  TlVerdict verdict = measured_of (reg, row).verdict;

  tl_entry_set_text (entry, tl_verdict_text (verdict));
  tl_entry_set_word (entry, tl_verdict_word (verdict));
}

TL_FILL (fill_due)
{
  TlMeasured measured = measured_of (reg, row);

  tl_entry_set (entry, TL_ENTRY_YES_NO,
                tl_measure_is_due (standard_of (reg, row), &measured, reg->figures->today));
}

#define FIELD(key, is_main) TL_COLUMN_FIELD (STANDARD, key, is_main)
static const TlColumn columns[] = {
  TL_COLUMN ("id", N_("Id"), FALSE, tl_fill_id),
  FIELD ("name", TRUE),
  FIELD ("type", FALSE),
  FIELD ("dimension", FALSE),
  FIELD ("measure", FALSE),
  FIELD ("steps", FALSE),
  FIELD ("meets", FALSE),
  FIELD ("tier", FALSE),
  FIELD ("unit", FALSE),
  FIELD ("better", FALSE),
  TL_COLUMN ("target", N_("Target"), TRUE, fill_target),
  TL_COLUMN ("share", N_("Of cases"), TRUE, fill_share),
  TL_COLUMN ("last", N_("Last measured"), TRUE, fill_last),
  TL_COLUMN ("last-share", N_("Of cases, last"), TRUE, fill_last_share),
  TL_COLUMN ("last-date", N_("On"), TRUE, fill_last_date),
  TL_COLUMN ("n", N_("Cases"), FALSE, fill_n),
  TL_COLUMN ("trend", N_("Better by"), TRUE, fill_trend),
  TL_COLUMN ("verdict", N_("Verdict"), TRUE, fill_verdict),
  TL_COLUMN ("due", N_("To be measured"), TRUE, fill_due),
  FIELD ("every", FALSE),
  FIELD ("method", FALSE),
  FIELD ("owner", FALSE),
  FIELD ("note", FALSE),
};

static void
list (const TlRegister *reg,
      GArray           *rows)
{
  tl_rows_add_all (reg, TL_RECORD_STANDARD, rows);
}

const TlRegisterPlan tl_register_standards = {
  "standards", columns, G_N_ELEMENTS (columns), list,
};
