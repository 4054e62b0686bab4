/* test-document.c - a chart and its file: who is told what, and when they agree. */
#include "document/document.h"

#include <glib/gstdio.h>

#include "document/template.h"
#include "model/check.h"
#include "xml-support.h"

typedef struct {
  guint n_changed, n_modified, n_ids;
} Counts;

static void
changed_cb (TlDocument *document,
            gpointer    ids,
            guint       n,
            Counts     *counts)
{
  counts->n_changed++;
  counts->n_ids += n;
}

static void
modified_cb (TlDocument *document,
             GParamSpec *pspec,
             Counts     *counts)
{
  counts->n_modified++;
}

static void
retitle (TlDocument *document,
         const char *title)
{
  TlChart *chart = tl_document_get_chart (document);
  TlChartInfo *info;

  tl_chart_begin (chart, "Retitle");
  info = tl_chart_edit (chart, tl_chart_info (chart)->head.id);
  tl_text_set (&info->title, title);
  g_assert_true (tl_chart_commit (chart, NULL));
}

static void
test_life (void)
{
  g_autofree char *folder = g_dir_make_tmp ("tl-document-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.throughline", NULL);
  g_autofree char *other = g_build_filename (folder, "b.throughline", NULL);
  g_autofree char *text = tl_test_every_field ();
  g_autofree char *saved = NULL;
  g_autoptr (GPtrArray) problems = tl_read_problems_new ();
  g_autoptr (TlDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  Counts counts = { 0, 0, 0 };

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  document = tl_document_open (path, problems);
  g_assert_nonnull (document);
  g_signal_connect (document, "changed", G_CALLBACK (changed_cb), &counts);
  g_signal_connect (document, "notify::modified", G_CALLBACK (modified_cb), &counts);
  g_assert_false (tl_document_get_modified (document));

  retitle (document, "One");
  retitle (document, "One");   /* changes nothing, so tells nobody */
  retitle (document, "Two");
  g_assert_cmpuint (counts.n_changed, ==, 2);
  g_assert_cmpuint (counts.n_ids, ==, 2);
  g_assert_cmpuint (counts.n_modified, ==, 1);
  g_assert_true (tl_document_get_modified (document));

  tl_chart_undo (tl_document_get_chart (document));
  tl_chart_undo (tl_document_get_chart (document));
  g_assert_false (tl_document_get_modified (document));
  g_assert_cmpuint (counts.n_modified, ==, 2);
  tl_chart_redo (tl_document_get_chart (document));

  tl_document_save (document, NULL, FALSE, &error);
  g_assert_no_error (error);
  g_assert_false (tl_document_get_modified (document));
  tl_document_save (document, NULL, FALSE, &error);
  g_assert_no_error (error);

  g_assert_true (g_file_set_contents (path, "theirs", -1, NULL));
  retitle (document, "Three");
  g_assert_false (tl_document_save (document, NULL, FALSE, &error));
  g_assert_error (error, TL_SAVE_ERROR, TL_SAVE_ERROR_CHANGED);
  g_clear_error (&error);
  g_assert_true (tl_document_get_modified (document));
  g_assert_true (g_file_get_contents (path, &saved, NULL, NULL));
  g_assert_cmpstr (saved, ==, "theirs");

  tl_document_save (document, other, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tl_document_get_path (document), ==, other);
  g_assert_false (tl_document_get_modified (document));

  g_assert_null (tl_document_open (path, problems));
  g_assert_cmpuint (problems->len, >, 0);
  g_unlink (path);
  g_unlink (other);
  g_rmdir (folder);
}

static void
test_without_file (void)
{
  g_autofree char *text = tl_test_every_field ();
  g_autoptr (TlDocument) document = tl_document_new (tl_test_read (text));
  g_autoptr (GError) error = NULL;

  g_assert_null (tl_document_get_path (document));
  g_assert_false (tl_document_get_modified (document));
  g_assert_false (tl_document_save (document, "/no/such/folder/a.throughline", FALSE, &error));
  g_assert_error (error, TL_SAVE_ERROR, TL_SAVE_ERROR_FAILED);
  g_assert_null (tl_document_get_path (document));
}

/* What three answers make: lanes as named, a first contact that leads to an end. */
static void
test_answered (void)
{
  static const struct {
    TlServiceAnswers answers;
    const char      *lanes;   /* band and name of each */
  } cases[] = {
    { { "Repair", "Owner of a bicycle", { [TL_BAND_ONSTAGE] = "Mechanic, cashier ,,",
                                          [TL_BAND_SUPPORT] = " Spare parts " } },
      "1 Owner of a bicycle|2 Mechanic|2 cashier|4 Spare parts|" },
    { { "Repair", "", { [TL_BAND_BACKSTAGE] = "Kitchen" } }, "1 Customer|3 Kitchen|" },
    { { "Repair", NULL, { NULL } }, "1 Customer|" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (TlChart) chart = tl_template_answered (&cases[i].answers);
    g_autoptr (GString) lanes = g_string_new (NULL);
    g_autoptr (GPtrArray) problems = tl_problems_new ();
    const TlConnector *connector;

    tl_check_chart (chart, problems);
    g_assert_cmpuint (problems->len, ==, 0);
    g_assert_cmpstr (tl_chart_info (chart)->title, ==, "Repair");
    g_assert_cmpstr (tl_chart_info (chart)->service, ==, "Repair");
    g_assert_false (tl_chart_can_undo (chart));
    for (guint k = 0; k < tl_chart_n (chart, TL_RECORD_LANE); k++) {
      const TlLane *lane = TL_CHART_NTH (chart, LANE, TlLane, k);

      g_string_append_printf (lanes, "%d %s|", lane->band, lane->name);
    }
    g_assert_cmpstr (lanes->str, ==, cases[i].lanes);
    g_assert_cmpuint (tl_chart_n (chart, TL_RECORD_STEP), ==, 2);
    g_assert_cmpuint (tl_chart_n (chart, TL_RECORD_CONNECTOR), ==, 1);
    connector = TL_CHART_NTH (chart, CONNECTOR, TlConnector, 0);
    g_assert_cmpint (TL_CHART_GET (chart, STEP, TlStep, connector->from)->kind, ==, TL_STEP_START);
    g_assert_cmpint (TL_CHART_GET (chart, STEP, TlStep, connector->to)->kind, ==, TL_STEP_END);
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/life", test_life);
  g_test_add_func ("/document/without-file", test_without_file);
  g_test_add_func ("/document/answered", test_answered);
  return g_test_run ();
}
