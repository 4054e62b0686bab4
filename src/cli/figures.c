/* figures.c - tline figures: every figure of a chart, as a table or as JSON. */
#include "analysis/figures.h"
#include "cli/options.h"
#include "cli/tell.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* In JSON money is in the currency's own units, as in the file. */
static double
money (const TlFigures *figures,
       double           minor)
{
  return minor / tl_money_unit (figures->chart);
}

static void
set_number (JsonObject *object,
            const char *key,
            double      value)
{
  if (isfinite (value))
    json_object_set_double_member (object, key, value);
  else
    json_object_set_null_member (object, key);
}

static void
set_int (JsonObject *object,
         const char *key,
         int         value)
{
  if (value != TL_NO_INT && value != 0)
    json_object_set_int_member (object, key, value);
  else
    json_object_set_null_member (object, key);
}

static void
set_text (JsonObject *object,
          const char *key,
          const char *text)
{
  if (text != NULL && text[0] != '\0')
    json_object_set_string_member (object, key, text);
  else
    json_object_set_null_member (object, key);
}

static const char *
name_of (const TlFigures *figures,
         TlId             id)
{
  const TlRecord *record = id != TL_ID_NONE ? tl_chart_get (figures->chart, id) : NULL;

  return record != NULL ? record->name : NULL;
}

static JsonObject *
need_object (JsonObject *object,
             const char *key)
{
  if (!json_object_has_member (object, key))
    json_object_set_object_member (object, key, json_object_new ());
  return json_object_get_object_member (object, key);
}

/* The figures of the table; "clean.T" is T in the object clean. */
static void
set_figures (JsonObject      *object,
             const TlFigures *figures)
{
  for (guint i = 0; i < tl_n_figures (); i++) {
    const TlFigure *figure = tl_figure_nth (i);
    double value = tl_figure_number (figures, figure);
    g_auto (GStrv) path = g_strsplit (figure->key, ".", -1);
    JsonObject *at = object;
    guint k = 0;

    for (; path[k + 1] != NULL; k++)
      at = need_object (at, path[k]);
    if (figure->unit == TL_FIGURE_COUNT)
      json_object_set_int_member (at, path[k], (gint64) value);
    else
      set_number (at, path[k], value);
  }
}

static void
set_why_not (JsonObject      *object,
             const TlFigures *figures)
{
  JsonObject *why_not = need_object (object, "why-not");

  for (guint i = 0; i < tl_n_figures (); i++) {
    g_autofree char *why = tl_figure_why_not (figures, tl_figure_nth (i));

    if (why != NULL)
      json_object_set_string_member (why_not, tl_figure_nth (i)->key, why);
  }
}

static void
set_visits (JsonObject      *object,
            const TlFigures *figures,
            const TlFlow    *flow)
{
  JsonObject *visits = need_object (object, "V");

  if (flow->why_not != NULL)
    return;
  for (guint i = 0; i < figures->graph->n; i++) {
    const TlRecord *step = &figures->graph->steps[i]->head;

    set_number (visits, step->name, tl_flow_visits (flow, step->id));
  }
  for (guint i = 0; i < figures->n_failures; i++) {
    const TlRecord *failure = &figures->failures[i].failure->head;
    g_autofree char *key = g_strconcat ("R:", failure->name, NULL);

    if (tl_flow_visits (flow, failure->id) > 0)
      set_number (visits, key, tl_flow_visits (flow, failure->id));
  }
  if (flow->given_up > 0)
    set_number (visits, "LOST", flow->given_up);
}

static JsonArray *
list_path (const TlFigures *figures)
{
  JsonArray *steps = json_array_new ();

  for (guint i = 0; i < figures->path->n && figures->path->why_not == NULL; i++)
    json_array_add_string_element (steps, name_of (figures, figures->path->steps[i]));
  return steps;
}

static JsonArray *
list_slack (const TlFigures *figures)
{
  const TlHappyPath *path = figures->path;
  JsonArray *steps = json_array_new ();

  for (guint i = 0; i < path->n && path->why_not == NULL; i++) {
    JsonObject *step = json_object_new ();

    json_object_set_string_member (step, "id", name_of (figures, path->steps[i]));
    set_number (step, "earliest", path->earliest[i]);
    set_number (step, "slack", path->slack[i]);
    json_object_set_boolean_member (step, "critical", path->slack[i] == 0);
    json_array_add_object_element (steps, step);
  }
  return steps;
}

static JsonArray *
list_coverage (const TlFigures *figures)
{
  const TlCoverage *coverage = &figures->coverage;
  JsonArray *numbers = json_array_new ();

  json_array_add_int_element (numbers, coverage->n_covered);
  json_array_add_int_element (numbers, coverage->n);
  json_array_add_int_element (numbers, coverage->rpn_covered);
  json_array_add_int_element (numbers, coverage->rpn);
  return numbers;
}

static JsonObject *
tell_failure (const TlFigures        *figures,
              const TlFailureFigures *f)
{
  JsonObject *object = json_object_new ();
  double loss = NAN, break_even = NAN, needed = NAN, cost = NAN;

  json_object_set_string_member (object, "id", f->failure->head.name);
  set_int (object, "rpn", f->before.rpn);
  set_text (object, "ap", tl_priority_letter (f->before.priority));
  set_number (object, "rate", f->rate);
  set_int (object, "rpn-after", f->after.rpn);
  set_text (object, "ap-after", tl_priority_letter (f->after.priority));
  set_int (object, "O", f->failure->o);
  set_int (object, "O-from-rate", f->rating_of_rate);
  set_number (object, "cases-a-year", f->cases);
  set_text (object, "recovery", f->recovery != NULL ? f->recovery->head.name : NULL);
  json_object_set_boolean_member (object, "covered", f->covered);
  if (f->stakes.value > 0)
    loss = money (figures, tl_stakes_unrecovered (&f->stakes));
  set_number (object, "loss", loss);
  if (f->stakes.recovered) {
    break_even = money (figures, tl_stakes_break_even (&f->stakes));
    needed = tl_stakes_needed (&f->stakes);
    cost = money (figures, f->stakes.cost);
  }
  set_number (object, "break-even", isnan (loss) ? NAN : break_even);
  set_number (object, "success-needed", needed);
  set_number (object, "recovery-cost", cost);
  set_number (object, "cost-a-year", money (figures, f->cost_a_year));
  return object;
}

static JsonArray *
list_failures (const TlFigures *figures)
{
  JsonArray *failures = json_array_new ();

  for (guint i = 0; i < figures->n_failures; i++)
    json_array_add_object_element (failures, tell_failure (figures, &figures->failures[i]));
  return failures;
}

static JsonObject *
tell_dimensions (const TlServqual *servqual)
{
  JsonObject *object = json_object_new ();

  for (int d = TL_DIMENSION_RELIABILITY; d < TL_N_DIMENSIONS; d++) {
    JsonObject *dimension = need_object (object, tl_dimension_word (d));

    set_number (dimension, "expected", servqual->expected[d]);
    set_number (dimension, "perceived", servqual->perceived[d]);
    set_number (dimension, "gap", servqual->gap[d]);
    json_object_set_int_member (dimension, "weight", servqual->weight[d]);
    set_text (dimension, "category", tl_category_word (servqual->category[d]));
  }
  return object;
}

static JsonArray *
list_standards (const TlFigures *figures)
{
  const TlChart *chart = figures->chart;
  JsonArray *standards = json_array_new ();

  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_STANDARD); i++) {
    const TlStandard *standard = TL_CHART_NTH (chart, STANDARD, TlStandard, i);
    TlMeasured measured = tl_measure (chart, standard);
    JsonObject *object = json_object_new ();

    json_object_set_string_member (object, "id", standard->head.name);
    json_object_set_string_member (object, "verdict", tl_verdict_word (measured.verdict));
    set_number (object, "target", standard->target);
    set_number (object, "last", measured.last != NULL ? measured.last->value : NAN);
    set_number (object, "last-share", measured.last != NULL ? measured.last->share : NAN);
    set_number (object, "trend", measured.trend);
    json_object_set_boolean_member (object, "due",
                                    tl_measure_is_due (standard, &measured, figures->today));
    json_array_add_object_element (standards, object);
  }
  return standards;
}

static JsonObject *
tell_categories (const TlFigures *figures)
{
  JsonObject *object = json_object_new ();

  for (guint i = 0; i < tl_chart_n (figures->chart, TL_RECORD_EXPECTATION); i++) {
    const TlExpectation *expectation = TL_CHART_NTH (figures->chart, EXPECTATION, TlExpectation,
                                                     i);

    set_text (object, expectation->head.name,
              tl_category_word (tl_category_of_expectation (figures->chart, expectation)));
  }
  return object;
}

static JsonObject *
tell_profits (const TlFigures *figures)
{
  JsonObject *object = json_object_new ();

  for (guint i = 0; i < tl_chart_n (figures->chart, TL_RECORD_TIER); i++) {
    const TlTier *tier = TL_CHART_NTH (figures->chart, TIER, TlTier, i);

    set_number (object, tier->head.name, money (figures, tl_figures_profit (figures, tier)));
  }
  return object;
}

static JsonNode *
make_json (const TlFigures *figures,
           const char      *file)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "file", file);
  json_object_set_string_member (object, "title", tl_chart_info (figures->chart)->title);
  json_object_set_string_member (object, "currency", tl_chart_info (figures->chart)->currency);
  set_figures (object, figures);
  set_visits (need_object (object, "clean"), figures, figures->clean);
  set_visits (need_object (object, "withfail"), figures, figures->withfail);
  json_object_set_array_member (object, "happy", list_path (figures));
  json_object_set_array_member (object, "critical-path", list_slack (figures));
  json_object_set_array_member (object, "cover", list_coverage (figures));
  json_object_set_array_member (object, "failures", list_failures (figures));
  json_object_set_object_member (need_object (object, "servqual"), "dimensions",
                                 tell_dimensions (&figures->servqual));
  json_object_set_array_member (object, "standards", list_standards (figures));
  json_object_set_object_member (object, "expectations", tell_categories (figures));
  json_object_set_object_member (object, "profit", tell_profits (figures));
  set_why_not (object, figures);
  json_node_take_object (node, object);
  return node;
}

/* Why not is said once, for many figures have the same reason. */
static void
print_figures (const TlFigures *figures,
               const char      *file)
{
  g_autoptr (GHashTable) said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *group = NULL;

  printf ("%s: %s\n", file, tl_chart_info (figures->chart)->title);
  for (guint i = 0; i < tl_n_figures (); i++) {
    const TlFigure *figure = tl_figure_nth (i);
    g_autofree char *text = tl_figure_text (figures, figure);
    g_autofree char *why = tl_figure_why_not (figures, figure);

    if (g_strcmp0 (group, figure->group) != 0)
      printf ("  %s\n", _(figure->group));
    group = figure->group;
    printf ("    %s: %s", _(figure->label), text);
    if (why != NULL && g_hash_table_add (said, g_strdup (why)))
      printf (" (%s)", why);
    printf ("\n");
  }
}

static TlExit
tell (const TlToldFile *file,
      JsonBuilder      *json,
      gpointer          data)
{
  const TlDate *today = data;
  g_autoptr (TlFigures) figures = tl_figures_new (file->chart, *today);

  if (json != NULL)
    json_builder_add_value (json, make_json (figures, file->name));
  else
    print_figures (figures, file->name);
  return TL_EXIT_FINE;
}

TlExit
tl_verb_figures (const TlVerb       *verb,
                 const char * const *arguments)
{
  g_auto (GStrv) paths = NULL;
  g_autofree char *today_text = NULL;
  gboolean as_json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Print JSON: a list, one object a file"),
      NULL },
    { "today", 0, 0, G_OPTION_ARG_STRING, &today_text,
      N_("The day to judge dates by; the current day if not given"), N_("YYYY-MM-DD") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &paths, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  TlDate today;
  TlExit status;

  if (!tl_options_parse (verb, entries, arguments, &status) ||
      !tl_options_today (verb, today_text, &today, &status))
    return status;
  return tl_tell_files (verb, paths, as_json, tell, NULL, &today);
}
