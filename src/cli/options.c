/* options.c - reading a verb's options, and telling people what was wrong with them. */
#include "cli/options.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "model/units.h"

void
tl_say (const char *format,
        ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  fprintf (stderr, "tline: %s\n", text);
}

/* Letters to add, drop or replace to make @b from @a. */
static guint
distance (const char *a,
          const char *b)
{
  gsize n = strlen (b);
  g_autofree guint *row = g_new (guint, n + 1);

  for (gsize j = 0; j <= n; j++)
    row[j] = (guint) j;
  for (gsize i = 0; a[i] != '\0'; i++) {
    guint diagonal = row[0];

    row[0] = (guint) i + 1;
    for (gsize j = 1; j <= n; j++) {
      guint above = row[j];

      row[j] = MIN (MIN (above, row[j - 1]) + 1, diagonal + (a[i] == b[j - 1] ? 0 : 1));
      diagonal = above;
    }
  }
  return row[n];
}

gboolean
tl_options_today (const TlVerb *verb,
                  const char   *text,
                  TlDate       *today,
                  TlExit       *status)
{
  GDate date;

  if (text != NULL && !tl_date_parse (text, today)) {
    *status = tl_options_misused (verb, _("--today must be a day, written like 2026-11-22"));
    return FALSE;
  }
  if (text == NULL) {
    g_date_clear (&date, 1);
    g_date_set_time_t (&date, g_get_real_time () / G_USEC_PER_SEC);
    *today = g_date_get_julian (&date);
  }
  return TRUE;
}

gboolean
tl_options_overlay (const TlVerb  *verb,
                    const char    *text,
                    TlOverlayKind *overlay,
                    TlExit        *status)
{
  g_autofree char *words = NULL;
  g_autofree char *message = NULL;

  *overlay = TL_OVERLAY_NONE;
  if (text == NULL || tl_overlay_parse (text, overlay))
    return TRUE;
  words = tl_overlay_words ();
  /* Translators: the first %s is what the user typed, the second a list of names. */
  message = g_strdup_printf (_("--overlay “%s” is not known; there are %s"), text, words);
  *status = tl_options_misused (verb, message);
  return FALSE;
}

gboolean
tl_options_role (const char    *path,
                 const TlChart *chart,
                 const char    *text,
                 TlId          *role)
{
  g_autoptr (GString) ids = g_string_new (NULL);
  TlId found;

  *role = TL_ID_NONE;
  if (text == NULL)
    return TRUE;
  found = tl_chart_find (chart, text);
  if (TL_CHART_GET (chart, ROLE, TlRole, found) != NULL) {
    *role = found;
    return TRUE;
  }
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_ROLE); i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "",
                            tl_chart_nth (chart, TL_RECORD_ROLE, i)->name);
  if (ids->len > 0)
    /* Translators: a file, an id, and a list of ids. */
    tl_say (_("%s: there is no role with the id “%s”; there are %s"), path, text, ids->str);
  else
    tl_say (_("%s: there is no role with the id “%s”; the chart has no role"), path, text);
  return FALSE;
}

const char *
tl_options_nearest (const char         *word,
                    const char * const *words)
{
  const char *nearest = NULL;
  /* At most a third of the letters wrong, or else any short word is like any other. */
  guint least = 2 * ((guint) strlen (word) / 3 + 2);

  for (guint i = 0; words[i] != NULL; i++) {
    g_autofree char *beginning = g_strndup (words[i], strlen (word));
    /* A beginning will do, but the whole word is better. */
    guint d = MIN (2 * distance (word, words[i]), 2 * distance (word, beginning) + 1);

    if (d < least) {
      least = d;
      nearest = words[i];
    }
  }
  return nearest;
}

void
tl_options_hint (const char *nearest)
{
  if (nearest != NULL) {
    /* Translators: %s is an option or a command, such as --json */
    tl_say (_("Did you mean %s?"), nearest);
  }
}

TlExit
tl_options_misused (const TlVerb *verb,
                    const char   *message)
{
  tl_say ("%s: %s", verb->name, message);
  tl_say (_("See: tline %s --help"), verb->name);
  return TL_EXIT_USAGE;
}

/* GOption names an unknown option only inside a translated sentence, so look it up again. */
static void
hint_option (const GOptionEntry *entries,
             const char * const *arguments)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; entries[i].long_name != NULL; i++) {
    if (entries[i].long_name[0] != '\0')
      g_ptr_array_add (names, g_strconcat ("--", entries[i].long_name, NULL));
  }
  g_ptr_array_add (names, g_strdup ("--help"));
  g_ptr_array_add (names, NULL);

  for (guint i = 0; arguments[i] != NULL && !g_str_equal (arguments[i], "--"); i++) {
    g_autofree char *name = g_strndup (arguments[i], strcspn (arguments[i], "="));

    if (g_str_has_prefix (name, "--") &&
        !g_strv_contains ((const char * const *) names->pdata, name)) {
      tl_options_hint (tl_options_nearest (name, (const char * const *) names->pdata));
      return;
    }
  }
}

gboolean
tl_options_parse (const TlVerb       *verb,
                  const GOptionEntry *entries,
                  const char * const *arguments,
                  TlExit             *status)
{
  g_autoptr (GOptionContext) context = g_option_context_new (_(verb->arguments));
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strconcat ("tline ", verb->name, NULL);
  g_auto (GStrv) words = NULL;
  gboolean help = FALSE;
  GOptionEntry help_entries[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_("Show this help"), NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  g_set_prgname (name);
  g_ptr_array_add (all, name);
  for (guint i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (all, (gpointer) arguments[i]);
  g_ptr_array_add (all, NULL);
  words = g_strdupv ((char **) all->pdata);

  /* GOption's own --help ends the program then and there. */
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_summary (context, _(verb->summary));
  if (verb->description != NULL)
    g_option_context_set_description (context, _(verb->description));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, help_entries, GETTEXT_PACKAGE);

  if (!g_option_context_parse_strv (context, &words, &error)) {
    tl_say ("%s: %s", verb->name, error->message);
    if (g_error_matches (error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION))
      hint_option (entries, arguments);
    tl_say (_("See: tline %s --help"), verb->name);
    *status = TL_EXIT_USAGE;
    return FALSE;
  }
  if (help) {
    g_autofree char *text = g_option_context_get_help (context, TRUE, NULL);

    fputs (text, stdout);
    *status = TL_EXIT_FINE;
    return FALSE;
  }
  return TRUE;
}
