/* ops-share.c - the share of cases a standard asks for, with that of its measurements.
 *
 * Either all of a standard's measurements say what share of the cases met it or none does,
 * so one cannot be changed without the others.
 */
#include "model/ops.h"

#include <glib/gi18n-lib.h>

#include "model/check.h"
#include "model/ops-cells.h"

/* What @text says, or that it cannot be read. */
static gboolean
read_share (const TlChart *chart,
            TlRecordKind   kind,
            const char    *text,
            double        *share,
            GError       **error)
{
  g_autoptr (TlRecord) probe = tl_record_new (kind);
  const TlField *field = tl_class_find_field (tl_class_get (kind), "share");
  g_autofree char *message = NULL;

  if (!tl_ops_read_value (chart, field, text, probe, error))
    return FALSE;
  *share = TL_FIELD_AT (probe, field, double);
  message = tl_check_field (chart, probe, field);
  return message == NULL || tl_ops_fail (error, TL_OPS_ERROR_REFUSED, message);
}

/* Measurements of @standard that would be wrong if it asked for @share. */
static void
append_wrong (const TlChart    *chart,
              const TlStandard *standard,
              double            share,
              GArray           *ids)
{
  for (guint i = 0; i < standard->head.children.n; i++) {
    TlId id = standard->head.children.ids[i];
    const TlMeasurement *measurement = TL_CHART_GET (chart, MEASUREMENT, TlMeasurement, id);

    if (measurement != NULL && isnan (measurement->share) == (share < 100))
      g_array_append_val (ids, id);
  }
}

void
tl_ops_shares_between (const TlChart *chart,
                       TlId           standard,
                       const char    *share,
                       GArray        *wanted,
                       GArray        *lost)
{
  const TlStandard *record = TL_CHART_GET (chart, STANDARD, TlStandard, standard);
  double value;

  if (record == NULL ||
      !read_share (chart, TL_RECORD_STANDARD, share, &value, NULL) || isnan (value))
    return;
  if (value < 100 && wanted != NULL)
    append_wrong (chart, record, value, wanted);
  else if (value >= 100 && lost != NULL)
    append_wrong (chart, record, value, lost);
}

static const char *
find_given (const TlGivenShare *given,
            guint               n_given,
            TlId                measurement)
{
  for (guint i = 0; i < n_given; i++) {
    if (given[i].measurement == measurement)
      return given[i].text != NULL ? given[i].text : "";
  }
  return NULL;
}

/* Gives each measurement what was written for it; those of which nothing is known go. */
static gboolean
give (TlChart            *chart,
      const GArray       *ids,
      const TlGivenShare *given,
      guint               n_given,
      GError            **error)
{
  for (guint i = 0; i < ids->len; i++) {
    TlId id = g_array_index (ids, TlId, i);
    const char *text = find_given (given, n_given, id);
    double share;

    if (text == NULL) {
      g_set_error (error, TL_OPS_ERROR, TL_OPS_ERROR_REFUSED,
                   g_dngettext (GETTEXT_PACKAGE,
                                "%u measurement does not say what share of the cases met the "
                                "standard; give it together with this.",
                                "%u measurements do not say what share of the cases met the "
                                "standard; give them together with this.",
                                ids->len), ids->len);
      return FALSE;
    }
    if (!read_share (chart, TL_RECORD_MEASUREMENT, text, &share, error))
      return FALSE;
    if (isnan (share)) {
      if (!tl_ops_delete (chart, &id, 1, error))
        return FALSE;
    } else {
      ((TlMeasurement *) tl_chart_edit (chart, id))->share = share;
    }
  }
  return TRUE;
}

gboolean
tl_ops_set_share (TlChart            *chart,
                  TlId                standard,
                  const char         *share,
                  const TlGivenShare *given,
                  guint               n_given,
                  GError            **error)
{
  g_autoptr (GArray) wrong = g_array_new (FALSE, FALSE, sizeof (TlId));
  double value;

  g_return_val_if_fail (tl_chart_is_open (chart), FALSE);

  if (!tl_ops_is_a (chart, TL_RECORD_STANDARD, standard, error) ||
      !read_share (chart, TL_RECORD_STANDARD, share, &value, error))
    return FALSE;
  if (!isnan (value))
    append_wrong (chart, TL_CHART_GET (chart, STANDARD, TlStandard, standard), value, wrong);
  if (value < 100 && !give (chart, wrong, given, n_given, error))
    return FALSE;
  for (guint i = 0; value >= 100 && i < wrong->len; i++)
    ((TlMeasurement *) tl_chart_edit (chart, g_array_index (wrong, TlId, i)))->share =
      TL_NO_NUMBER;
  return tl_ops_set (chart, standard, "share", share, error);
}
