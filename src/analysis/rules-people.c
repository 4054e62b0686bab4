/* rules-people.c - G28 to G30, G32: trained, rehearsed, replaceable, on time. */
#include "analysis/rules.h"

#include <glib/gi18n-lib.h>

#include "model/units.h"

static gboolean
is_staff (const TlRole *role)
{
  return role != NULL && role->kind == TL_ROLE_STAFF;
}

void
tl_rule_g28 (const TlFacts  *facts,
             const TlRecord *record,
             TlReport       *report)
{
  const TlRole *role = (const TlRole *) (const void *) record;

  if (!is_staff (role) || !tl_facts_has (facts, record->id, TL_FACT_ACTS) ||
      (role->trained != 0 && role->trained >= tl_chart_info (facts->chart)->revised))
    return;
  tl_report (report, TL_SEVERITY_WARNING, record,
             role->trained == 0
               ? g_strdup_printf (_("“%s” was never trained."), role->name)
               : g_strdup_printf (_("“%s” was not trained since the chart changed."),
                                  role->name));
}

static gboolean
has_staff (const TlFacts  *facts,
           const TlRecord *recovery)
{
  for (guint i = 0; i < recovery->children.n; i++) {
    const TlAction *action = TL_CHART_GET (facts->chart, ACTION, TlAction,
                                           recovery->children.ids[i]);

    if (is_staff (tl_facts_role (facts, action->role)))
      return TRUE;
  }
  return FALSE;
}

void
tl_rule_g29 (const TlFacts  *facts,
             const TlRecord *record,
             TlReport       *report)
{
  const TlRecovery *recovery = (const TlRecovery *) (const void *) record;

  if ((recovery->rehearsed != 0 &&
       recovery->rehearsed >= tl_chart_info (facts->chart)->revised) ||
      !has_staff (facts, record))
    return;
  tl_report (report, TL_SEVERITY_ADVICE, record,
             g_strdup_printf (_("“%s” was never rehearsed in this version."), recovery->name));
}

void
tl_rule_g30 (const TlFacts  *facts,
             const TlRecord *record,
             TlReport       *report)
{
  const TlRole *role = (const TlRole *) (const void *) record;

  if (is_staff (role) && role->backup == TL_ID_NONE &&
      tl_facts_has (facts, record->id, TL_FACT_SERVES))
    tl_report (report, TL_SEVERITY_ADVICE, record,
               g_strdup_printf (_("Who stands in for “%s”?"), role->name));
}

/* Three things may be wrong with an item; the first that is, is told. */
void
tl_rule_g32 (const TlFacts  *facts,
             const TlRecord *record,
             TlReport       *report)
{
  const TlItem *item = (const TlItem *) (const void *) record;
  char due[TL_UNITS_SIZE];

  if (item->status != TL_ITEM_OPEN && item->status != TL_ITEM_DOING)
    return;
  if (item->due != 0 && item->due < facts->today)
    tl_report (report, TL_SEVERITY_WARNING, record,
               g_strdup_printf (_("Overdue since %s: “%s”."), tl_date_text (item->due, due),
                                item->text))->fix = TL_FIX_CLOSE_ITEM;
  else if (item->owner == NULL)
    tl_report (report, TL_SEVERITY_WARNING, record,
               g_strdup_printf (_("Nobody owns “%s”."), item->text))->fix = TL_FIX_SET_OWNER;
  else if (item->due == 0)
    tl_report (report, TL_SEVERITY_WARNING, record,
               g_strdup_printf (_("No date is set for “%s”."), item->text))
      ->fix = TL_FIX_SET_DUE;
}
