/* print.c - tline print: what staff use on the floor, as pages of a PDF. */
#include "report/pages.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/files.h"
#include "cli/options.h"
#include "cli/verb.h"

typedef struct {
  /* As typed */
  char     *out, *what, *paper, *role, *today, *overlay;
  gboolean  upright, landscape, fit, tile, fold, black_white;
  GStrv     paths;

  /* What it means */
  TlPrint        prints[TL_N_PRINTS];
  guint          n_prints;
  gboolean       all;        /* leave out what the chart has nothing for */
  TlPrintOptions how;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->out);
  g_free (options->what);
  g_free (options->paper);
  g_free (options->role);
  g_free (options->today);
  g_free (options->overlay);
  g_strfreev (options->paths);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
has_print (const Options *options,
           TlPrint        print)
{
  for (guint i = 0; i < options->n_prints; i++) {
    if (options->prints[i] == print)
      return TRUE;
  }
  return FALSE;
}

static gboolean
add_print (Options    *options,
           const char *name)
{
  TlPrint print;

  if (!tl_print_find (name, &print))
    return FALSE;
  if (has_print (options, print))
    return TRUE;
  options->prints[options->n_prints++] = print;
  return TRUE;
}

/* The print-outs named, "poster,steps"; for "all" all that the chart has something for.  Returns the name that is
 * none of them, or NULL. */
static char *
read_prints (Options *options)
{
  g_auto (GStrv) names = g_strsplit (options->what, ",", -1);

  for (guint i = 0; names[i] != NULL; i++) {
    const char *name = g_strstrip (names[i]);

    if (g_str_equal (name, "all")) {
      for (TlPrint print = 0; print < TL_N_PRINTS; print++)
        add_print (options, tl_print_name (print));
      options->all = TRUE;
    } else if (!add_print (options, name)) {
      return g_strdup (name);
    }
  }
  return NULL;
}

static TlExit
say_no_print (const TlVerb *verb,
              const char   *name)
{
  const char *names[TL_N_PRINTS + 1] = { NULL };
  g_autofree char *list = NULL;
  g_autofree char *message = NULL;

  for (TlPrint print = 0; print < TL_N_PRINTS; print++)
    names[print] = tl_print_name (print);
  list = g_strjoinv (", ", (GStrv) names);
  /* Translators: the first %s is what the user typed, the second a list of names. */
  message = g_strdup_printf (_("--what “%s” is not known; there are %s, and all"), name, list);
  return tl_options_misused (verb, message);
}

/* Fills in what the options mean.  Returns what is wrong with them, or NULL. */
static const char *
understand (Options *options)
{
  if (options->paths == NULL || options->paths[1] != NULL)
    return _("name one file to print");
  if (options->out == NULL)
    return _("say with -o where the pages go");
  if (options->fit + options->tile + options->fold > 1)
    return _("--fit, --tile and --fold exclude each other");
  if (options->upright && options->landscape)
    return _("--portrait and --landscape exclude each other");
  options->how.paper = tl_paper_find (options->paper != NULL ? options->paper : "a4");
  if (options->how.paper == NULL)
    return _("--paper is a0 to a6, letter, legal or tabloid");
  options->how.poster = options->fit ? TL_POSTER_FIT : options->tile ? TL_POSTER_TILE
                      : options->fold ? TL_POSTER_FOLD : TL_POSTER_AUTO;
  options->how.turn = options->upright ? TL_TURN_UPRIGHT
                    : options->landscape ? TL_TURN_LANDSCAPE : TL_TURN_AUTO;
  options->how.black_white = options->black_white;
  return NULL;
}

/* All that can be made; fails when nothing can, or when something is there and cannot be
 * printed. */
static TlPages *
make_all (const TlChart  *chart,
          const Options  *options,
          GError        **error)
{
  GError *errors[TL_N_PRINTS] = { NULL };
  g_autoptr (TlPages) pages = tl_pages_new_possible (chart, options->prints, options->n_prints,
                                                     &options->how, errors);
  GError *first = NULL;

  for (guint i = 0; i < options->n_prints; i++) {
    gboolean empty = g_error_matches (errors[i], TL_PAGES_ERROR, TL_PAGES_ERROR_EMPTY);

    if (first == NULL && errors[i] != NULL && (pages == NULL || !empty))
      first = g_steal_pointer (&errors[i]);
    g_clear_error (&errors[i]);
  }
  if (first == NULL)
    return g_steal_pointer (&pages);
  g_propagate_error (error, first);
  return NULL;
}

static TlExit
print_chart (const TlChart *chart,
             const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlPages) pages =
    options->all ? make_all (chart, options, &error)
                 : tl_pages_new (chart, options->prints, options->n_prints, &options->how, &error);
  g_autoptr (GBytes) bytes = pages != NULL ? tl_pages_pdf (pages, &error) : NULL;

  if (bytes == NULL) {
    tl_say ("%s: %s", options->paths[0], error->message);
    return TL_EXIT_BAD_INPUT;
  }
  if (!tl_file_write (options->out, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL))
    return TL_EXIT_BAD_INPUT;
  return TL_EXIT_FINE;
}

TlExit
tl_verb_print (const TlVerb       *verb,
               const char * const *arguments)
{
  g_auto (Options) options = { .n_prints = 0 };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.out, N_("Where the PDF goes"), N_("OUT") },
    { "what", 0, 0, G_OPTION_ARG_STRING, &options.what,
      N_("What to print, names with commas between; poster if not told"), N_("WHAT") },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &options.paper, N_("a0 to a6, letter, legal, tabloid"),
      N_("PAPER") },
    { "portrait", 0, 0, G_OPTION_ARG_NONE, &options.upright, N_("Paper upright"), NULL },
    { "landscape", 0, 0, G_OPTION_ARG_NONE, &options.landscape, N_("Paper lying"), NULL },
    { "fit", 0, 0, G_OPTION_ARG_NONE, &options.fit, N_("Poster: on one page"), NULL },
    { "tile", 0, 0, G_OPTION_ARG_NONE, &options.tile,
      N_("Poster: on sheets to be glued together"), NULL },
    { "fold", 0, 0, G_OPTION_ARG_NONE, &options.fold,
      N_("Poster: the journey wrapped into rows"), NULL },
    { "role", 0, 0, G_OPTION_ARG_STRING, &options.role, N_("Only what concerns this role"),
      N_("ID") },
    { "overlay", 0, 0, G_OPTION_ARG_STRING, &options.overlay,
      N_("Poster: with priority, time, gaps, coverage, role or findings laid on it"), N_("NAME") },
    { "bw", 0, 0, G_OPTION_ARG_NONE, &options.black_white, N_("Black and white"), NULL },
    { "today", 0, 0, G_OPTION_ARG_STRING, &options.today,
      N_("The day to go by, instead of today"), N_("YYYY-MM-DD") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.paths, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (TlChart) chart = NULL;
  g_autofree char *unknown = NULL;
  const char *wrong;
  TlExit status;

  if (!tl_options_parse (verb, entries, arguments, &status) ||
      !tl_options_today (verb, options.today, &options.how.today, &status) ||
      !tl_options_overlay (verb, options.overlay, &options.how.overlay, &status))
    return status;
  wrong = understand (&options);
  if (wrong != NULL)
    return tl_options_misused (verb, wrong);
  if (options.what == NULL)
    options.what = g_strdup ("poster");
  unknown = read_prints (&options);
  if (unknown != NULL)
    return say_no_print (verb, unknown);
  if (options.how.overlay != TL_OVERLAY_NONE && !has_print (&options, TL_PRINT_POSTER))
    return tl_options_misused (verb, _("--overlay is for the poster, and none is printed"));

  chart = tl_file_read_chart (options.paths[0], NULL, NULL);
  if (chart == NULL ||
      !tl_options_role (options.paths[0], chart, options.role, &options.how.role))
    return TL_EXIT_BAD_INPUT;
  return print_chart (chart, &options);
}
