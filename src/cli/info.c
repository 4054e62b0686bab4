/* info.c - tline info: what is in a chart, counted. */
#include "analysis/figures.h"
#include "cli/options.h"
#include "cli/tell.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* Kinds that get a line of their own, in this order; steps and connectors, which
 * are split up by kind, come before them. */
static const struct {
  TlRecordKind kind;
  const char  *key;     /* in JSON */
  const char  *label;   /* translatable */
} counted[] = {
  { TL_RECORD_LANE, "lanes", N_("lanes") },
  { TL_RECORD_PHASE, "phases", N_("phases") },
  { TL_RECORD_ROLE, "roles", N_("roles") },
  { TL_RECORD_FAILURE, "failures", N_("failure points") },
  { TL_RECORD_RECOVERY, "recoveries", N_("recovery procedures") },
  { TL_RECORD_EXPECTATION, "expectations", N_("expectations") },
  { TL_RECORD_PROMISE, "promises", N_("promises") },
  { TL_RECORD_STANDARD, "standards", N_("standards") },
  { TL_RECORD_MEASUREMENT, "measurements", N_("measurements") },
  { TL_RECORD_ITEM, "items", N_("action items") },
};

/* The figures that say most, by key; `tline figures` has them all. */
static const char *const headlines[] = {
  "clean.T", "withfail.T", "withfail.out.resolved", "withfail.out.lost", "FTR", "coverage",
  "failure-cost",
};

/* How many records of @kind have @value in the enumeration @field. */
static guint
count_value (const TlChart *chart,
             TlRecordKind   kind,
             const TlField *field,
             int            value)
{
  guint n = 0;

  for (guint i = 0; i < tl_chart_n (chart, kind); i++) {
    const TlRecord *record = tl_chart_nth (chart, kind, i);

    n += TL_FIELD_AT (record, field, int) == value;
  }
  return n;
}

static const TlField *
kind_field (TlRecordKind kind)
{
  return tl_class_find_field (tl_class_get (kind), "kind");
}

/* Failure points that no recovery procedure is for. */
static guint
count_unrecovered (const TlChart *chart)
{
  guint n = tl_chart_n (chart, TL_RECORD_FAILURE);
  g_autoptr (GHashTable) served = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_RECOVERY); i++) {
    const TlRecovery *recovery = TL_CHART_NTH (chart, RECOVERY, TlRecovery, i);

    for (guint j = 0; j < recovery->failures.n; j++)
      g_hash_table_add (served, GUINT_TO_POINTER (recovery->failures.ids[j]));
  }
  return n - g_hash_table_size (served);
}

static void
print_split (const TlChart *chart,
             TlRecordKind   kind,
             const char    *label)
{
  g_autoptr (GString) parts = g_string_new (NULL);

  for (const TlEnumRow *row = kind_field (kind)->rows; row->word != NULL; row++) {
    guint n = count_value (chart, kind, kind_field (kind), row->value);

    if (n > 0)
      g_string_append_printf (parts, "%s%s %u", parts->len > 0 ? ", " : "", row->word, n);
  }
  printf ("  %s: %u", label, tl_chart_n (chart, kind));
  if (parts->len > 0)
    printf (" (%s)", parts->str);
  printf ("\n");
}

static void
print_headlines (const TlFigures *figures)
{
  const char *group = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (headlines); i++) {
    const TlFigure *figure = tl_figure_find (headlines[i]);
    g_autofree char *text = tl_figure_text (figures, figure);

    if (g_strcmp0 (group, figure->group) != 0)
      printf ("  %s\n", _(figure->group));
    group = figure->group;
    printf ("    %s: %s\n", _(figure->label), text);
  }
}

static void
print_info (const TlChart *chart,
            const char    *name)
{
  g_autoptr (TlFigures) figures = tl_figures_new (chart, 0);

  printf ("%s: %s\n", name, tl_chart_info (chart)->title);
  print_split (chart, TL_RECORD_STEP, _("steps"));
  print_split (chart, TL_RECORD_CONNECTOR, _("connectors"));
  for (guint i = 0; i < G_N_ELEMENTS (counted); i++) {
    printf ("  %s: %u\n", _(counted[i].label), tl_chart_n (chart, counted[i].kind));
    if (counted[i].kind == TL_RECORD_FAILURE)
      printf ("  %s: %u\n", _("failure points without a recovery procedure"),
              count_unrecovered (chart));
  }
  print_headlines (figures);
}

static void
add_split (JsonBuilder   *json,
           const TlChart *chart,
           TlRecordKind   kind,
           const char    *key)
{
  json_builder_set_member_name (json, key);
  json_builder_begin_object (json);
  tl_json_int (json, "total", tl_chart_n (chart, kind));
  for (const TlEnumRow *row = kind_field (kind)->rows; row->word != NULL; row++)
    tl_json_int (json, row->word, count_value (chart, kind, kind_field (kind), row->value));
  json_builder_end_object (json);
}

static void
add_headlines (JsonBuilder   *json,
               const TlChart *chart)
{
  g_autoptr (TlFigures) figures = tl_figures_new (chart, 0);

  json_builder_set_member_name (json, "figures");
  json_builder_begin_object (json);
  for (guint i = 0; i < G_N_ELEMENTS (headlines); i++)
    tl_json_number (json, headlines[i],
                    tl_figure_number (figures, tl_figure_find (headlines[i])));
  json_builder_end_object (json);
}

static void
add_info (JsonBuilder   *json,
          const TlChart *chart,
          const char    *name)
{
  json_builder_begin_object (json);
  tl_json_text (json, "file", name);
  tl_json_text (json, "title", tl_chart_info (chart)->title);
  tl_json_text (json, "service", tl_chart_info (chart)->service);
  add_split (json, chart, TL_RECORD_STEP, "steps");
  add_split (json, chart, TL_RECORD_CONNECTOR, "connectors");
  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    tl_json_int (json, counted[i].key, tl_chart_n (chart, counted[i].kind));
  tl_json_int (json, "failures-without-recovery", count_unrecovered (chart));
  add_headlines (json, chart);
  json_builder_end_object (json);
}

static TlExit
tell (const TlToldFile *file,
      JsonBuilder      *json,
      gpointer          data)
{
  if (json != NULL)
    add_info (json, file->chart, file->name);
  else
    print_info (file->chart, file->name);
  return TL_EXIT_FINE;
}

TlExit
tl_verb_info (const TlVerb       *verb,
              const char * const *arguments)
{
  g_auto (GStrv) paths = NULL;
  gboolean as_json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Print JSON: a list, one object a file"),
      NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &paths, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  TlExit status;

  if (!tl_options_parse (verb, entries, arguments, &status))
    return status;
  return tl_tell_files (verb, paths, as_json, tell, NULL, NULL);
}
