/* test-rescue.c - what a document leaves behind when its program just stops, and how it
 * comes back.
 *
 * A document that "crashed" is one whose journal was copied aside while it was open, for
 * letting go of a document puts its journal away.
 */
#include "document/rescue.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <signal.h>

#include "document/journal.h"
#include "document/xml-write.h"
#include "xml-support.h"

typedef struct {
  char       *folder;     /* of the journals */
  char       *left;       /* of what is left behind */
  char       *path;       /* of the document */
  TlDocument *document;
  guint       n_troubles;
} Fixture;

static void
trouble_cb (TlDocument *document,
            const char *message,
            Fixture    *f)
{
  g_assert_true (strlen (message) > 20);
  f->n_troubles++;
}

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  g_autofree char *text = tl_test_every_field ();
  g_autofree char *top = g_dir_make_tmp ("tl-rescue-XXXXXX", NULL);
  g_autoptr (GPtrArray) problems = tl_read_problems_new ();

  f->folder = g_build_filename (top, "journals", NULL);
  f->left = g_build_filename (top, "left", NULL);
  f->path = g_build_filename (top, "a chart.throughline", NULL);
  g_assert_cmpint (g_mkdir (f->left, 0700), ==, 0);
  g_assert_true (g_file_set_contents (f->path, text, -1, NULL));
  f->document = tl_document_open (f->path, problems);
  g_assert_nonnull (f->document);
  tl_document_keep (f->document, f->folder);
  g_signal_connect (f->document, "trouble", G_CALLBACK (trouble_cb), f);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *file;

  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL) {
    g_autofree char *inside = g_build_filename (path, file, NULL);

    g_unlink (inside);
  }
  g_rmdir (path);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_autofree char *top = g_path_get_dirname (f->path);

  g_clear_object (&f->document);
  remove_folder (f->folder);
  remove_folder (f->left);
  remove_folder (top);
  g_free (f->folder);
  g_free (f->left);
  g_free (f->path);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* As if the program stopped now. */
static void
crash (Fixture *f)
{
  g_autoptr (GDir) dir = g_dir_open (f->folder, 0, NULL);
  const char *file;

  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL) {
    g_autofree char *from = g_build_filename (f->folder, file, NULL);
    g_autofree char *to = g_build_filename (f->left, file, NULL);
    g_autofree char *bytes = NULL;
    gsize length;

    g_assert_true (g_file_get_contents (from, &bytes, &length, NULL));
    g_assert_true (g_file_set_contents (to, bytes, (gssize) length, NULL));
  }
}

static void
rename_step (TlDocument *document,
             guint       index,
             const char *label)
{
  TlChart *chart = tl_document_get_chart (document);
  TlStep *step;

  tl_chart_begin (chart, label);
  step = tl_chart_edit (chart, tl_chart_nth (chart, TL_RECORD_STEP, index)->id);
  tl_text_set (&step->label, label);
  g_assert_true (tl_chart_commit (chart, NULL));
}

static char *
text_of (TlDocument *document)
{
  return tl_xml_write (tl_document_get_chart (document), NULL);
}

static TlDocument *
restore (GPtrArray *list,
         guint      index)
{
  g_autoptr (GPtrArray) problems = tl_read_problems_new ();
  TlDocument *document = tl_rescue_restore (g_ptr_array_index (list, index), problems);

  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_nonnull (document);
  return document;
}

/* Everything comes back, each change can be undone, and what was undone be redone. */
static void
test_restore (Fixture       *f,
              gconstpointer  data)
{
  g_autofree char *before = text_of (f->document);
  g_autofree char *after = NULL;
  g_autofree char *restored = NULL;
  g_autofree char *undone = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (TlDocument) document = NULL;
  TlChart *chart;

  g_assert_cmpuint (count_files (f->folder), ==, 0);   /* no change, no journal */
  rename_step (f->document, 0, "One");
  rename_step (f->document, 1, "Two");
  rename_step (f->document, 2, "Three");
  tl_chart_undo (tl_document_get_chart (f->document));
  rename_step (f->document, 3, "Four");
  rename_step (f->document, 3, "Five");
  tl_chart_undo (tl_document_get_chart (f->document));
  after = text_of (f->document);
  crash (f);

  list = tl_rescue_list (f->left, NULL);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpstr (tl_rescue_get_document (g_ptr_array_index (list, 0)), ==, f->path);
  g_assert_cmpuint (tl_rescue_get_n_changes (g_ptr_array_index (list, 0)), ==, 7);
  g_assert_cmpint (ABS (tl_rescue_get_time (g_ptr_array_index (list, 0)) -
                        g_get_real_time () / G_USEC_PER_SEC), <, 60);
  document = restore (list, 0);
  chart = tl_document_get_chart (document);
  restored = text_of (document);
  g_assert_cmpstr (restored, ==, after);
  g_assert_true (tl_document_get_modified (document));
  g_assert_cmpstr (tl_document_get_path (document), ==, f->path);

  g_assert_cmpstr (tl_chart_redo_label (chart), ==, "Five");
  g_assert_cmpstr (tl_chart_undo_label (chart), ==, "Four");
  for (int i = 0; i < 3; i++) {
    g_assert_true (tl_document_get_modified (document));
    tl_chart_undo (chart);
  }
  g_assert_false (tl_chart_can_undo (chart));
  g_assert_false (tl_document_get_modified (document));
  undone = text_of (document);
  g_assert_cmpstr (undone, ==, before);
  tl_chart_redo (chart);
  g_assert_true (tl_document_get_modified (document));
}

/* A second crash loses nothing either; a save puts the journal away. */
static void
test_twice (Fixture       *f,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (TlDocument) document = NULL;
  g_autofree char *after = NULL;
  g_autofree char *restored = NULL;

  rename_step (f->document, 0, "One");
  crash (f);
  list = tl_rescue_list (f->left, NULL);
  document = restore (list, 0);
  rename_step (document, 1, "Two");
  after = text_of (document);

  /* the same folder again, as a copy: the original is held by the document */
  again = tl_rescue_list (f->left, NULL);
  g_assert_cmpuint (again->len, ==, 0);
  {
    g_autoptr (GDir) dir = g_dir_open (f->left, 0, NULL);
    g_autofree char *from = g_build_filename (f->left, g_dir_read_name (dir), NULL);
    g_autofree char *to = g_build_filename (f->left, "copy.journal", NULL);
    g_autofree char *bytes = NULL;
    gsize length;

    g_assert_true (g_file_get_contents (from, &bytes, &length, NULL));
    g_assert_true (g_file_set_contents (to, bytes, (gssize) length, NULL));
  }
  g_clear_pointer (&again, g_ptr_array_unref);
  again = tl_rescue_list (f->left, NULL);
  g_assert_cmpuint (again->len, ==, 1);
  g_assert_true (tl_document_save (document, NULL, FALSE, NULL));
  g_assert_cmpuint (count_files (f->left), ==, 1);   /* the copy alone */
  {
    g_autoptr (TlDocument) second = restore (again, 0);

    restored = text_of (second);
    g_assert_cmpstr (restored, ==, after);
    /* the file was saved meanwhile, so this is not simply written over it */
    g_assert_cmpint (tl_document_check_file (second), ==, TL_FILE_CHANGED);
  }
  g_assert_cmpuint (count_files (f->left), ==, 0);
}

static void
test_never_saved (Fixture       *f,
                  gconstpointer  data)
{
  g_autoptr (TlDocument) blank = tl_document_new_blank ("My Service");
  g_autoptr (TlDocument) document = NULL;
  g_autoptr (GPtrArray) list = NULL;
  TlChart *chart = tl_document_get_chart (blank);
  TlLane *lane;

  tl_document_keep (blank, f->folder);
  tl_chart_begin (chart, "Rename");
  lane = tl_chart_edit (chart, tl_chart_nth (chart, TL_RECORD_LANE, 0)->id);
  tl_text_set (&lane->name, "Guests");
  g_assert_true (tl_chart_commit (chart, NULL));
  rename_step (f->document, 0, "One");
  crash (f);

  list = tl_rescue_list (f->left, f->path);
  g_assert_cmpuint (list->len, ==, 1);   /* of this file alone */
  g_clear_pointer (&list, g_ptr_array_unref);
  list = tl_rescue_list (f->left, NULL);
  g_assert_cmpuint (list->len, ==, 2);
  for (guint i = 0; i < 2; i++) {
    if (tl_rescue_get_document (g_ptr_array_index (list, i)) == NULL) {
      g_assert_cmpstr (tl_rescue_get_title (g_ptr_array_index (list, i)), ==, "My Service");
      document = restore (list, i);
    }
  }
  g_assert_nonnull (document);
  g_assert_null (tl_document_get_path (document));
  g_assert_true (tl_document_get_modified (document));
  g_assert_true (tl_chart_equal (tl_document_get_chart (document), chart));
}

/* The journal goes with the save, with the document, and when it is discarded; and what
 * says nothing new is not offered. */
static void
test_goes (Fixture       *f,
           gconstpointer  data)
{
  g_autoptr (GPtrArray) list = NULL;

  rename_step (f->document, 0, "One");
  g_assert_cmpuint (count_files (f->folder), ==, 1);
  crash (f);
  g_assert_true (tl_document_save (f->document, NULL, FALSE, NULL));
  g_assert_cmpuint (count_files (f->folder), ==, 0);
  list = tl_rescue_list (f->left, NULL);
  g_assert_cmpuint (list->len, ==, 0);   /* the file says all of it */
  g_assert_cmpuint (count_files (f->left), ==, 0);
  g_clear_pointer (&list, g_ptr_array_unref);

  rename_step (f->document, 0, "Two");
  tl_chart_undo (tl_document_get_chart (f->document));
  crash (f);
  list = tl_rescue_list (f->left, NULL);
  g_assert_cmpuint (list->len, ==, 0);   /* undone again */
  g_clear_pointer (&list, g_ptr_array_unref);

  rename_step (f->document, 0, "Three");
  crash (f);
  list = tl_rescue_list (f->left, NULL);
  g_assert_cmpuint (list->len, ==, 1);
  tl_rescue_discard (g_ptr_array_index (list, 0));
  g_assert_cmpuint (count_files (f->left), ==, 0);
  g_clear_object (&f->document);
  g_assert_cmpuint (count_files (f->folder), ==, 0);
}

/* Nobody is offered what somebody is working on. */
static void
test_live (Fixture       *f,
           gconstpointer  data)
{
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) second = NULL;

  rename_step (f->document, 0, "One");
  list = tl_rescue_list (f->folder, NULL);
  g_assert_cmpuint (list->len, ==, 0);
  g_assert_cmpuint (count_files (f->folder), ==, 1);
  g_clear_pointer (&list, g_ptr_array_unref);

  crash (f);
  list = tl_rescue_list (f->left, NULL);
  g_assert_cmpuint (list->len, ==, 1);
  second = tl_rescue_list (f->left, NULL);
  g_assert_cmpuint (second->len, ==, 0);   /* it is being offered */
  g_clear_pointer (&list, g_ptr_array_unref);
  list = tl_rescue_list (f->left, NULL);
  g_assert_cmpuint (list->len, ==, 1);
}

/* Torn at each byte of the last frame: all but the last change comes back. */
static void
test_torn (Fixture       *f,
           gconstpointer  data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *path = g_build_filename (f->left, "torn.journal", NULL);
  g_autofree char *bytes = NULL;
  gsize length, before;

  rename_step (f->document, 0, "One");
  first = text_of (f->document);
  crash (f);
  {
    g_autoptr (GDir) dir = g_dir_open (f->left, 0, NULL);
    g_autofree char *from = g_build_filename (f->left, g_dir_read_name (dir), NULL);

    g_assert_true (g_file_get_contents (from, &bytes, &before, NULL));
    g_unlink (from);
    g_clear_pointer (&bytes, g_free);
  }
  rename_step (f->document, 1, "Two");
  second = text_of (f->document);
  crash (f);
  {
    g_autoptr (GDir) dir = g_dir_open (f->left, 0, NULL);
    g_autofree char *from = g_build_filename (f->left, g_dir_read_name (dir), NULL);

    g_assert_true (g_file_get_contents (from, &bytes, &length, NULL));
    g_unlink (from);
  }
  g_assert_cmpuint (length, >, before + 20);
  for (gsize n = before; n <= length; n++) {
    g_autoptr (GPtrArray) list = NULL;
    g_autoptr (TlDocument) document = NULL;
    g_autofree char *text = NULL;

    g_assert_true (g_file_set_contents (path, bytes, (gssize) n, NULL));
    list = tl_rescue_list (f->left, NULL);
    g_assert_cmpuint (list->len, ==, 1);
    document = restore (list, 0);
    text = text_of (document);
    g_assert_cmpstr (text, ==, n == length ? second : first);
  }
}

/* A full disk: told once, work goes on; with room again everything is kept again. */
static void
test_full (Fixture       *f,
           gconstpointer  data)
{
  struct rlimit old, tight;
  g_autofree char *after = NULL;
  g_autofree char *restored = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (TlDocument) document = NULL;

  rename_step (f->document, 0, "One");
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  tight = old;
  tight.rlim_cur = 700;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &tight), ==, 0);
  for (int i = 0; i < 3; i++) {
    g_autofree char *label = g_strdup_printf ("Label %d", i);

    rename_step (f->document, 1, label);
  }
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);
  g_assert_cmpuint (f->n_troubles, ==, 1);
  g_assert_cmpuint (count_files (f->folder), ==, 1);   /* the one with "One" in it stays */

  rename_step (f->document, 2, "Room again");
  g_assert_cmpuint (f->n_troubles, ==, 1);
  g_assert_cmpuint (count_files (f->folder), ==, 1);
  after = text_of (f->document);
  crash (f);
  list = tl_rescue_list (f->left, NULL);
  g_assert_cmpuint (list->len, ==, 1);
  document = restore (list, 0);
  restored = text_of (document);
  g_assert_cmpstr (restored, ==, after);
}

/* A folder that cannot be: told once. */
static void
test_no_folder (Fixture       *f,
                gconstpointer  data)
{
  g_autoptr (TlDocument) blank = tl_document_new_blank ("My Service");
  g_autoptr (GPtrArray) list = tl_rescue_list ("/dev/null/journals", NULL);
  TlChart *chart = tl_document_get_chart (blank);

  g_assert_cmpuint (list->len, ==, 0);
  tl_document_keep (blank, "/dev/null/journals");
  g_signal_connect (blank, "trouble", G_CALLBACK (trouble_cb), f);
  for (int i = 0; i < 3; i++) {
    g_autofree char *name = g_strdup_printf ("Lane %d", i);
    TlLane *lane;

    tl_chart_begin (chart, "Rename");
    lane = tl_chart_edit (chart, tl_chart_nth (chart, TL_RECORD_LANE, 0)->id);
    tl_text_set (&lane->name, name);
    g_assert_true (tl_chart_commit (chart, NULL));
  }
  g_assert_cmpuint (f->n_troubles, ==, 1);
}

/* What is no journal is left alone. */
static void
test_stranger (Fixture       *f,
               gconstpointer  data)
{
  g_autofree char *path = g_build_filename (f->left, "notes.journal", NULL);
  g_autoptr (GPtrArray) list = NULL;

  g_assert_true (g_file_set_contents (path, "Dear diary", -1, NULL));
  list = tl_rescue_list (f->left, NULL);
  g_assert_cmpuint (list->len, ==, 0);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* What another program wrote is taken in as one change. */
static void
test_reload (Fixture       *f,
             gconstpointer  data)
{
  TlFileStamp stamp;
  g_autofree char *text = NULL;
  g_autofree char *other = NULL;
  g_autofree char *now = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *copy = g_strconcat (f->path, ".copy", NULL);
  g_autofree char *copied = NULL;
  g_autoptr (GPtrArray) problems = tl_read_problems_new ();
  g_autoptr (TlChart) chart = NULL;

  rename_step (f->document, 0, "Mine");
  text = text_of (f->document);
  g_assert_true (tl_document_save_copy (f->document, copy, NULL));
  g_assert_true (g_file_get_contents (copy, &copied, NULL, NULL));
  g_assert_cmpstr (copied, ==, text);
  g_assert_true (tl_document_get_modified (f->document));   /* a copy is no save */
  g_assert_cmpstr (tl_document_get_path (f->document), ==, f->path);
  g_assert_cmpint (tl_document_check_file (f->document), ==, TL_FILE_SAME);

  other = tl_test_replace (text, ">Mine<", ">Theirs<");
  g_assert_true (g_file_set_contents (f->path, other, -1, NULL));
  g_assert_cmpint (tl_document_check_file (f->document), ==, TL_FILE_CHANGED);
  chart = tl_xml_read_file (f->path, &stamp, problems);
  g_assert_nonnull (chart);
  tl_document_reload (f->document, chart, &stamp, "Reload");
  now = text_of (f->document);
  g_assert_cmpstr (now, ==, other);
  g_assert_false (tl_document_get_modified (f->document));
  g_assert_cmpint (tl_document_check_file (f->document), ==, TL_FILE_SAME);
  g_assert_cmpuint (count_files (f->folder), ==, 0);

  tl_chart_undo (tl_document_get_chart (f->document));
  undone = text_of (f->document);
  g_assert_cmpstr (undone, ==, text);
  g_assert_true (tl_document_get_modified (f->document));
  g_assert_cmpuint (count_files (f->folder), ==, 1);   /* and that is safe as well */

  g_unlink (f->path);
  g_assert_cmpint (tl_document_check_file (f->document), ==, TL_FILE_GONE);
}

int
main (int    argc,
      char **argv)
{
  static const struct {
    const char *path;
    void      (*test) (Fixture *f, gconstpointer data);
  } tests[] = {
    { "/rescue/restore", test_restore },
    { "/rescue/twice", test_twice },
    { "/rescue/never-saved", test_never_saved },
    { "/rescue/goes", test_goes },
    { "/rescue/live", test_live },
    { "/rescue/torn", test_torn },
    { "/rescue/full", test_full },
    { "/rescue/no-folder", test_no_folder },
    { "/rescue/stranger", test_stranger },
    { "/rescue/reload", test_reload },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
