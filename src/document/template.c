/* template.c - charts to begin with. */
#include "document/template.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

#include "model/ops.h"

#define SUFFIX ".throughline"

char *
tl_template_folder (const char *installed)
{
  const char *data = g_getenv ("TL_DATA_DIR");

  return g_build_filename (data != NULL ? data : installed, "examples", NULL);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

GPtrArray *
tl_template_names (const char  *folder,
                   GError     **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  GPtrArray *names;
  const char *file;

  if (dir == NULL)
    return NULL;
  names = g_ptr_array_new_with_free_func (g_free);
  while ((file = g_dir_read_name (dir)) != NULL) {
    if (g_str_has_suffix (file, SUFFIX))
      g_ptr_array_add (names, g_strndup (file, strlen (file) - strlen (SUFFIX)));
  }
  g_ptr_array_sort (names, compare_names);
  return names;
}

char *
tl_template_path (const char *folder,
                  const char *name)
{
  g_autofree char *file = g_strconcat (name, SUFFIX, NULL);

  return g_build_filename (folder, file, NULL);
}

/* The currency of the user's country, where the system knows it. */
static void
set_local_currency (TlChartInfo *info)
{
  const char *symbol = localeconv ()->int_curr_symbol;
  g_autofree char *code = symbol != NULL && strlen (symbol) >= 3 ? g_strndup (symbol, 3) : NULL;

  tl_text_set (&info->currency, code != NULL ? code : "EUR");
}

static const struct {
  TlBand      band;
  const char *name;
} usual_lanes[] = {
  { TL_BAND_CUSTOMER, N_("Customer") },
  { TL_BAND_ONSTAGE, N_("Staff the customer meets") },
  { TL_BAND_BACKSTAGE, N_("Staff behind the scenes") },
  { TL_BAND_SUPPORT, N_("Systems and suppliers") },
};

const char *
tl_template_lane_name (TlBand band)
{
  for (guint i = 0; i < G_N_ELEMENTS (usual_lanes); i++) {
    if (usual_lanes[i].band == band)
      return _(usual_lanes[i].name);
  }
  g_return_val_if_reached (NULL);
}

static void
add_lane (TlChart    *chart,
          TlBand      band,
          const char *name)
{
  TlLane *lane = (TlLane *) tl_record_new (TL_RECORD_LANE);

  tl_text_set (&lane->name, name);
  lane->band = band;
  tl_chart_insert (chart, &lane->head, TL_ID_NONE, G_MAXUINT);
}

static void
add_phase (TlChart *chart)
{
  TlPhase *phase = (TlPhase *) tl_record_new (TL_RECORD_PHASE);

  tl_text_set (&phase->name, _("Service"));
  tl_chart_insert (chart, &phase->head, TL_ID_NONE, G_MAXUINT);
}

TlChart *
tl_template_blank (const char *what)
{
  TlChart *chart = tl_chart_new ();

  tl_chart_begin (chart, what);
  set_local_currency (tl_chart_edit (chart, tl_chart_info (chart)->head.id));
  for (guint i = 0; i < G_N_ELEMENTS (usual_lanes); i++)
    add_lane (chart, usual_lanes[i].band, _(usual_lanes[i].name));
  add_phase (chart);
  return chart;
}

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

/* A lane for each name between the commas. */
static void
add_lanes (TlChart    *chart,
           TlBand      band,
           const char *names)
{
  g_auto (GStrv) parts = g_strsplit (is_empty (names) ? "" : names, ",", -1);

  for (guint i = 0; parts[i] != NULL; i++) {
    g_strstrip (parts[i]);
    if (!is_empty (parts[i]))
      add_lane (chart, band, parts[i]);
  }
}

TlChart *
tl_template_answered (const TlServiceAnswers *answers)
{
  TlChart *chart = tl_chart_new ();
  TlChartInfo *info;
  TlCell cell = { 0 };
  TlId first, end;

  tl_chart_begin (chart, answers->service);
  info = tl_chart_edit (chart, tl_chart_info (chart)->head.id);
  set_local_currency (info);
  tl_text_set (&info->title, answers->service);
  tl_text_set (&info->service, answers->service);
  tl_text_set (&info->segment, answers->customer);
  info->created = tl_template_today ();
  add_lane (chart, TL_BAND_CUSTOMER,
            is_empty (answers->customer) ? tl_template_lane_name (TL_BAND_CUSTOMER)
                                         : answers->customer);
  for (TlBand band = TL_BAND_ONSTAGE; band <= TL_BAND_SUPPORT; band++)
    add_lanes (chart, band, answers->lanes[band]);
  add_phase (chart);
  cell.lane = tl_chart_nth (chart, TL_RECORD_LANE, 0)->id;
  cell.phase = tl_chart_nth (chart, TL_RECORD_PHASE, 0)->id;
  first = tl_ops_add_step (chart, TL_STEP_START, NULL, cell, NULL);
  end = tl_ops_next_step (chart, first, TL_STEP_END, NULL, NULL);
  g_assert (end != TL_ID_NONE);
  tl_chart_settle (chart);
  return chart;
}

TlDate
tl_template_today (void)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_time_t (&date, g_get_real_time () / G_USEC_PER_SEC);
  return g_date_get_julian (&date);
}
