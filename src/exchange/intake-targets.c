/* intake-targets.c - the standards of a chart, as far as an import needs them.
 *
 * A copy, so that it may be asked in any thread while people go on with the chart.
 */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/intake-private.h"

static void
clear_target (gpointer data)
{
  TlIntakeTarget *target = data;

  g_free (target->name);
  g_free (target->had);
}

static void
take_had (const TlChart    *chart,
          const TlStandard *standard,
          TlIntakeTarget   *target)
{
  const TlIdList *children = &standard->head.children;

  target->had = g_new0 (TlMeasurement, children->n + 1);
  for (guint i = 0; i < children->n; i++) {
    const TlMeasurement *one = TL_CHART_GET (chart, MEASUREMENT, TlMeasurement, children->ids[i]);

    if (one != NULL) {
      target->had[target->n_had].date = one->date;
      target->had[target->n_had++].source = one->source;
    }
  }
}

/* A name that two share is nobody's. */
static void
add_name (TlIntakeTargets *targets,
          const char      *name,
          guint            index)
{
  g_autofree char *plain = tl_cell_plain (name != NULL ? name : "");
  gpointer had;

  if (*plain == '\0')
    return;
  if (g_hash_table_lookup_extended (targets->names, plain, NULL, &had) &&
      GPOINTER_TO_UINT (had) != index + 1)
    index = G_MAXUINT;
  g_hash_table_insert (targets->names, g_steal_pointer (&plain), GUINT_TO_POINTER (index + 1));
}

static void
add_step (TlIntakeTargets *targets,
          const char      *name,
          guint            index)
{
  g_autofree char *plain = tl_cell_plain (name != NULL ? name : "");
  GArray *list = g_hash_table_lookup (targets->steps, plain);

  if (*plain == '\0')
    return;
  if (list == NULL) {
    list = g_array_new (FALSE, FALSE, sizeof (guint));
    g_hash_table_insert (targets->steps, g_steal_pointer (&plain), list);
  }
  if (list->len == 0 || g_array_index (list, guint, list->len - 1) != index)
    g_array_append_val (list, index);
}

static void
add_standard (TlIntakeTargets  *targets,
              const TlChart    *chart,
              const TlStandard *standard)
{
  TlIntakeTarget target = {
    .id = standard->head.id, .name = g_strdup (standard->name), .type = standard->type,
    .unit = standard->unit, .better = standard->better, .target = standard->target,
    .share = standard->share, .method = standard->method,
  };
  guint index = targets->all->len;

  take_had (chart, standard, &target);
  g_array_append_val (targets->all, target);
  add_name (targets, standard->head.name, index);
  add_name (targets, standard->name, index);
  for (guint i = 0; i < standard->steps.n; i++) {
    const TlStep *step = TL_CHART_GET (chart, STEP, TlStep, standard->steps.ids[i]);

    if (step != NULL) {
      add_step (targets, step->head.name, index);
      add_step (targets, step->label, index);
    }
  }
}

TlIntakeTargets *
tl_intake_targets_new (const TlChart *chart)
{
  TlIntakeTargets *targets = g_atomic_rc_box_new0 (TlIntakeTargets);

  targets->all = g_array_new (FALSE, FALSE, sizeof (TlIntakeTarget));
  g_array_set_clear_func (targets->all, clear_target);
  targets->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  targets->steps = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                          (GDestroyNotify) g_array_unref);
  targets->scale = tl_chart_info (chart)->scale;
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_STANDARD); i++)
    add_standard (targets, chart, TL_CHART_NTH (chart, STANDARD, TlStandard, i));
  return targets;
}

TlIntakeTargets *
tl_intake_targets_ref (TlIntakeTargets *targets)
{
  return g_atomic_rc_box_acquire (targets);
}

static void
clear (gpointer data)
{
  TlIntakeTargets *targets = data;

  g_array_unref (targets->all);
  g_hash_table_unref (targets->names);
  g_hash_table_unref (targets->steps);
}

void
tl_intake_targets_unref (TlIntakeTargets *targets)
{
  g_atomic_rc_box_release_full (targets, clear);
}

const TlIntakeTarget *
tl_targets_get (const TlIntakeTargets *targets,
                TlId                   id)
{
  for (guint i = 0; i < targets->all->len; i++) {
    const TlIntakeTarget *target = &g_array_index (targets->all, TlIntakeTarget, i);

    if (target->id == id)
      return target;
  }
  return NULL;
}

TlUnit
tl_intake_targets_unit (const TlIntakeTargets *targets,
                        TlId                   standard)
{
  const TlIntakeTarget *target = tl_targets_get (targets, standard);

  return target != NULL ? target->unit : TL_UNIT_NONE;
}

const TlIntakeTarget *
tl_targets_find (const TlIntakeTargets *targets,
                 const char            *text,
                 char                 **reason)
{
  g_autofree char *plain = tl_cell_plain (text);
  GArray *list = g_hash_table_lookup (targets->steps, plain);
  gpointer index;

  if (g_hash_table_lookup_extended (targets->names, plain, NULL, &index)) {
    if (index != NULL)
      return &g_array_index (targets->all, TlIntakeTarget, GPOINTER_TO_UINT (index) - 1);
    *reason = g_strdup (_("is the name of more than one standard; write its id"));
    return NULL;
  }
  if (list != NULL && list->len == 1)
    return &g_array_index (targets->all, TlIntakeTarget, g_array_index (list, guint, 0));
  if (list != NULL)
    *reason = g_strdup (_("is a step that more than one standard is about; name the standard"));
  else if (*plain == '\0')
    *reason = g_strdup (_("names no standard"));
  else
    *reason = g_strdup (_("is no standard of the chart, and no step that has one"));
  return NULL;
}

int
tl_targets_points (const TlIntakeTargets *targets,
                   const TlIntakeTarget  *target)
{
  return target->unit == TL_UNIT_NPS ? TL_NPS_POINTS : targets->scale;
}
