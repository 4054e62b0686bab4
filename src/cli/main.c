/* main.c - tline: charts without the mouse.  A table of verbs; each lives in its own file. */
#include "cli/options.h"
#include "cli/verb.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

static const TlVerb verbs[] = {
  { "new", N_("OUT"), N_("Make a new chart, empty or from a template"), NULL, tl_verb_new },
  { "check", N_("FILE…"), N_("Say everything that is wrong with charts"), NULL, tl_verb_check },
  { "fmt", N_("FILE…"), N_("Write charts anew in their canonical form, in place"), NULL,
    tl_verb_fmt },
  { "export", N_("FILE -o OUT"), N_("Draw a chart as a picture: SVG, PDF or PNG"), NULL,
    tl_verb_export },
  { "info", N_("FILE…"), N_("Count what is in charts"), NULL, tl_verb_info },
  { "figures", N_("FILE…"), N_("Work out times, costs, yields and what failure costs"),
    NULL, tl_verb_figures },
  { "register", N_("--of WHAT FILE"), N_("List failure points, gaps, standards and such"), NULL,
    tl_verb_register },
  { "arrange", N_("FILE…"), N_("Choose a place for every step, tidily"), NULL, tl_verb_arrange },
  { "convert", N_("IN OUT"), N_("Convert from and to other formats"), NULL, tl_verb_convert },
  { "import-measurements", N_("CHART CSV"), N_("Add measurements from a table to the standards"),
    NULL, tl_verb_import_measurements },
  { "print", N_("FILE -o OUT.pdf"), N_("Print posters, cards and sheets, as a PDF"), NULL,
    tl_verb_print },
  { "schema", "", N_("Print the RELAX NG schema of the format"), NULL, tl_verb_schema },
};

static void
print_help (FILE *out)
{
  fprintf (out, "%s\n  tline %s\n\n%s\n\n%s\n", _("Usage:"), _("COMMAND [OPTION…] [FILE…]"),
           _("Reads, checks, draws and converts service-delivery flowcharts."), _("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    fprintf (out, "  %-20s %s\n", verbs[i].name, _(verbs[i].summary));
  fprintf (out, "\n%s\n  -h, --help     %s\n  --version      %s\n\n%s\n", _("Options:"),
           _("Show this help, or that of a command: tline COMMAND --help"),
           _("Show the version"),
           _("Where a file is read or written, - is standard input or output.  The exit\n"
             "status is 0 when all is fine, 1 for findings or differences, 2 when\n"
             "something cannot be read, used or written, and 64 for wrong usage."));
}

static TlExit
run_verb (const char         *name,
          const char * const *arguments)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++) {
    if (g_str_equal (verbs[i].name, name))
      return verbs[i].run (&verbs[i], arguments);
    g_ptr_array_add (names, (gpointer) verbs[i].name);
  }
  g_ptr_array_add (names, (gpointer) "--help");
  g_ptr_array_add (names, (gpointer) "--version");
  g_ptr_array_add (names, NULL);

  if (name[0] == '-')
    tl_say (_("%s: no such option"), name);
  else
    tl_say (_("%s: no such command"), name);
  tl_options_hint (tl_options_nearest (name, (const char * const *) names->pdata));
  tl_say (_("See: tline --help"));
  return TL_EXIT_USAGE;
}

int
main (int    argc,
      char **argv)
{
  TlExit status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, TL_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("tline");

  if (argc < 2) {
    print_help (stderr);
    status = TL_EXIT_USAGE;
  } else if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h")) {
    print_help (stdout);
    status = TL_EXIT_FINE;
  } else if (g_str_equal (argv[1], "--version")) {
    printf ("tline %s\n", TL_VERSION);
    status = TL_EXIT_FINE;
  } else {
    status = run_verb (argv[1], (const char * const *) argv + 2);
  }

  /* A full disk behind a redirection shows only here. */
  errno = 0;
  if (fflush (stdout) != 0 || ferror (stdout)) {
    tl_say (_("cannot write the output: %s"), g_strerror (errno != 0 ? errno : EIO));
    status = MAX (status, TL_EXIT_BAD_INPUT);
  }
  return status;
}
