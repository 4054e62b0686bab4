/* print-run.c - sends pages to a printer. */
#include "app/print-run.h"

typedef struct {
  /* Owned */
  TlPrintout  *printout;
  GSettings   *settings;
  GArray      *sides;     /* see tl_print_lay_out_sides() */

  /* Borrowed */
  const TlPaper *paper;

  TlPrintDone  done;
  gpointer     data;
} Run;

static void
run_free (gpointer  data,
          GClosure *closure)
{
  Run *run = data;

  tl_printout_unref (run->printout);
  g_object_unref (run->settings);
  g_array_unref (run->sides);
  g_free (run);
}

const TlPageRun *
tl_print_find_backs (const TlPages *pages)
{
  for (guint i = 0; pages != NULL && i < tl_pages_n_runs (pages); i++) {
    if (tl_pages_get_run (pages, i)->two_sided)
      return tl_pages_get_run (pages, i);
  }
  return NULL;
}

/* Fronts and backs mirror each other from left to right. */
GtkPrintDuplex
tl_print_turn (const TlPages   *pages,
               const TlPageRun *run)
{
  double width, height;

  tl_pages_page_size (pages, run->first, &width, &height);
  return width > height ? GTK_PRINT_DUPLEX_VERTICAL : GTK_PRINT_DUPLEX_HORIZONTAL;
}

/* Only when all is printed: whoever names pages means the pages as they are numbered. */
static gboolean
wants_blanks (GtkPrintSettings *settings)
{
  return settings != NULL &&
         gtk_print_settings_get_duplex (settings) != GTK_PRINT_DUPLEX_SIMPLEX &&
         gtk_print_settings_get_print_pages (settings) == GTK_PRINT_PAGES_ALL;
}

GArray *
tl_print_lay_out_sides (const TlPages *pages,
                        gboolean       blanks)
{
  GArray *sides = g_array_new (FALSE, FALSE, sizeof (guint));
  const guint blank = TL_PRINT_BLANK;

  for (guint i = 0; i < tl_pages_n_runs (pages); i++) {
    const TlPageRun *run = tl_pages_get_run (pages, i);

    if (blanks && sides->len % 2 == 1)
      g_array_append_val (sides, blank);
    for (guint page = run->first; page < run->first + run->n; page++)
      g_array_append_val (sides, page);
  }
  return sides;
}

static void
begin_cb (GtkPrintOperation *operation,
          GtkPrintContext   *context,
          Run               *run)
{
  gboolean blanks = wants_blanks (gtk_print_operation_get_print_settings (operation));

  g_array_unref (run->sides);
  run->sides = tl_print_lay_out_sides (tl_printout_get_pages (run->printout), blanks);
  gtk_print_operation_set_n_pages (operation, (int) run->sides->len);
}

static GtkPaperSize *
make_size (const TlPaper *paper)
{
  g_autofree char *name = g_str_equal (paper->name, "letter") ? g_strdup (GTK_PAPER_NAME_LETTER)
                        : g_str_equal (paper->name, "legal") ? g_strdup (GTK_PAPER_NAME_LEGAL)
                        : g_str_equal (paper->name, "tabloid") ? g_strdup ("na_ledger")
                        : g_strconcat ("iso_", paper->name, NULL);

  return gtk_paper_size_new (name);
}

static void
set_up_page (const Run    *run,
             guint         index,
             GtkPageSetup *setup)
{
  GtkPaperSize *size = make_size (run->paper);
  double width, height;

  tl_pages_page_size (tl_printout_get_pages (run->printout), index, &width, &height);
  gtk_page_setup_set_paper_size (setup, size);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                        : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_paper_size_free (size);
}

/* A blank side lies as the page before it. */
static guint
page_at (const Run *run,
         int        side)
{
  guint page = g_array_index (run->sides, guint, side);

  return page == TL_PRINT_BLANK ? g_array_index (run->sides, guint, side - 1) : page;
}

static void
set_up_cb (GtkPrintOperation *operation,
           GtkPrintContext   *context,
           int                side,
           GtkPageSetup      *setup,
           Run               *run)
{
  set_up_page (run, page_at (run, side), setup);
}

static void
draw_cb (GtkPrintOperation *operation,
         GtkPrintContext   *context,
         int                side,
         Run               *run)
{
  guint page = g_array_index (run->sides, guint, side);

  if (page != TL_PRINT_BLANK)
    tl_printout_draw (run->printout, page, gtk_print_context_get_cairo_context (context));
}

static void
done_cb (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         Run                     *run)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    gtk_print_operation_get_error (operation, &error);
  if (result == GTK_PRINT_OPERATION_RESULT_APPLY) {
    GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);
    const char *printer = gtk_print_settings_get_printer (settings);

    g_settings_set_string (run->settings, "printer", printer != NULL ? printer : "");
  }
  run->done (result == GTK_PRINT_OPERATION_RESULT_APPLY, error, run->data);
}

static GtkPrintSettings *
make_settings (const Run *run)
{
  GtkPrintSettings *settings = gtk_print_settings_new ();
  const TlPages *pages = tl_printout_get_pages (run->printout);
  const TlPageRun *backs = tl_print_find_backs (pages);
  g_autofree char *printer = g_settings_get_string (run->settings, "printer");

  if (*printer != '\0')
    gtk_print_settings_set_printer (settings, printer);
  if (backs != NULL)
    gtk_print_settings_set_duplex (settings, tl_print_turn (pages, backs));
  return settings;
}

void
tl_print_run (GtkWindow     *parent,
              TlPrintout    *printout,
              const TlPaper *paper,
              const char    *title,
              GSettings     *settings,
              TlPrintDone    done,
              gpointer       data)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPrintSettings) chosen = NULL;
  Run *run = g_new0 (Run, 1);

  *run = (Run) { tl_printout_ref (printout), g_object_ref (settings),
                 tl_print_lay_out_sides (tl_printout_get_pages (printout), FALSE), paper, done,
                 data };
  set_up_page (run, 0, setup);
  chosen = make_settings (run);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_print_settings (operation, chosen);
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_n_pages (operation, (int) run->sides->len);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_cb), run);
  g_signal_connect (operation, "request-page-setup", G_CALLBACK (set_up_cb), run);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_cb), run);
  g_signal_connect_data (operation, "done", G_CALLBACK (done_cb), run, run_free, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}
