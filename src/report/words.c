/* words.c - how the print-outs put things into words. */
#include "report/compose.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/check.h"

/* Takes @text.  A number and its unit stay on one line. */
static char *
tie_units (char *text)
{
  g_autoptr (GString) tied = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++) {
    if (*at == ' ' && at > text && g_ascii_isdigit (at[-1]))
      g_string_append (tied, "\302\240");
    else
      g_string_append_c (tied, *at);
  }
  g_free (text);
  return g_string_free (g_steal_pointer (&tied), FALSE);
}

char *
tl_compose_date (TlDate date)
{
  g_autoptr (GDateTime) moment = NULL;
  GDate day;

  if (date == 0)
    return g_strdup ("");
  g_date_clear (&day, 1);
  g_date_set_julian (&day, date);
  moment = g_date_time_new_utc (g_date_get_year (&day), g_date_get_month (&day),
                                g_date_get_day (&day), 0, 0, 0);
  /* Translators: a date as on a letter, as strftime() writes it: 12 October 2026. */
  return g_date_time_format (moment, _("%-d %B %Y"));
}

char *
tl_compose_time (int seconds)
{
  return tie_units (tl_duration_text (seconds));
}

char *
tl_compose_money (const TlPages *pages,
                  TlMoney        money)
{
  return tie_units (tl_measure_money_text (pages->chart, (double) money));
}

char *
tl_compose_place (const TlPages *pages,
                  TlId            id)
{
  const TlRecord *record = tl_chart_get (pages->chart, id);

  return g_strdup_printf ("%s-%u", record->kind == TL_RECORD_STEP ? "step" : "card", id);
}

char *
tl_compose_spot (TlId step)
{
  return g_strdup_printf ("chart-%u", step);
}

char *
tl_compose_mark (const TlPages *pages,
                 TlId           id)
{
  gboolean failure = tl_chart_get (pages->chart, id)->kind == TL_RECORD_FAILURE;

  return g_strdup_printf (failure ? "F%u" : "R%u", tl_order_number (pages->order, id));
}

const char *
tl_compose_word (TlRecordKind  kind,
                 const char   *field,
                 int           value)
{
  const TlField *found = tl_class_find_field (tl_class_get (kind), field);
  const TlEnumRow *row = tl_enum_find_value (found->rows, value);

  return row != NULL ? _(row->label) : "";
}

const char *
tl_compose_role (const TlPages *pages,
                 TlId           role)
{
  const TlRole *found = TL_CHART_GET (pages->chart, ROLE, TlRole, role);

  return found != NULL ? found->name : "";
}

char *
tl_compose_subject (const TlPages *pages)
{
  const TlChartInfo *info = tl_chart_info (pages->chart);
  g_autoptr (GString) text = g_string_new (pages->title);

  if (info->segment != NULL)
    g_string_append_printf (text, " · %s", info->segment);
  if (info->state == TL_STATE_TO_BE)
    g_string_append_printf (text, " · %s", tl_compose_word (TL_RECORD_CHART, "state", info->state));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
tl_compose_label (const TlPages *pages,
                  TlId           id)
{
  const TlRecord *record = tl_chart_get (pages->chart, id);
  const char *label = record != NULL ? tl_record_label (record) : NULL;
  g_autofree char *mark = NULL;

  if (label == NULL)
    return record != NULL ? tl_record_describe (pages->chart, record) : g_strdup ("");
  if (record->kind != TL_RECORD_FAILURE && record->kind != TL_RECORD_RECOVERY)
    return g_strdup (label);
  mark = tl_compose_mark (pages, id);
  return g_strdup_printf ("%s %s", mark, label);
}

char *
tl_compose_labels (const TlPages  *pages,
                   const TlIdList *ids)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < ids->n; i++) {
    g_autofree char *label = tl_compose_label (pages, ids->ids[i]);

    g_string_append_printf (all, i > 0 ? "\n%s" : "%s", label);
  }
  return g_string_free (g_steal_pointer (&all), FALSE);
}

char *
tl_compose_target (const TlPages    *pages,
                   const TlStandard *standard)
{
  return tie_units (tl_measure_target_text (pages->chart, standard));
}

char *
tl_compose_result (const TlPages    *pages,
                   const TlStandard *standard,
                   const TlMeasured *measured)
{
  if (measured->last == NULL)
    return g_strdup ("");
  return tie_units (tl_measure_share_text (pages->chart, standard, measured->last->share,
                                           tl_measure_text (pages->chart, standard->unit,
                                                            measured->last->value)));
}

/* The marks of a keyboard around all of @text, and none inside. */
static gboolean
is_typed_quote (const char *text)
{
  const char *end = *text == '"' ? strchr (text + 1, '"') : NULL;

  return end != NULL && end > text + 1 && end[1] == '\0';
}

char *
tl_compose_words (const char *text)
{
  gboolean typed = is_typed_quote (text);
  g_autofree char *bare = typed ? g_strndup (text + 1, strlen (text) - 2) : g_strdup (text);

  /* People often write the marks themselves. */
  if (!typed &&
      (g_unichar_type (g_utf8_get_char (text)) == G_UNICODE_INITIAL_PUNCTUATION || *text == '"'))
    return g_steal_pointer (&bare);
  /* Translators: words that somebody says, in quotation marks. */
  return g_strdup_printf (_("“%s”"), bare);
}

char *
tl_compose_lacks (const char *what)
{
  /* Translators: a warning on a card or sheet; %s is what is missing, "no words for the
   * customer". */
  return g_strdup_printf (_("NOT COMPLETE: %s"), what);
}
