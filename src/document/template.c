/* template.c - charts to begin with. */
#include "document/template.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

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

TlChart *
tl_template_blank (const char *what)
{
  static const struct {
    TlBand      band;
    const char *name;
  } lanes[] = {
    { TL_BAND_CUSTOMER, N_("Customer") },
    { TL_BAND_ONSTAGE, N_("Staff the customer meets") },
    { TL_BAND_BACKSTAGE, N_("Staff behind the scenes") },
    { TL_BAND_SUPPORT, N_("Systems and suppliers") },
  };
  TlChart *chart = tl_chart_new ();
  TlPhase *phase = (TlPhase *) tl_record_new (TL_RECORD_PHASE);

  tl_chart_begin (chart, what);
  set_local_currency (tl_chart_edit (chart, tl_chart_info (chart)->head.id));
  for (guint i = 0; i < G_N_ELEMENTS (lanes); i++) {
    TlLane *lane = (TlLane *) tl_record_new (TL_RECORD_LANE);

    tl_text_set (&lane->name, _(lanes[i].name));
    lane->band = lanes[i].band;
    tl_chart_insert (chart, &lane->head, TL_ID_NONE, G_MAXUINT);
  }
  tl_text_set (&phase->name, _("Service"));
  tl_chart_insert (chart, &phase->head, TL_ID_NONE, G_MAXUINT);
  return chart;
}
