/* test-journal.c - what is appended comes back, as far as it is whole. */
#include "document/journal.h"

#include <glib/gstdio.h>
#include <string.h>

#include "document/xml-write.h"
#include "xml-support.h"

#define N_EDITS 6

typedef struct {
  char    *folder, *path;
  TlChart *chart;
  char    *texts[N_EDITS];   /* the chart after each edit */
  gsize    ends[N_EDITS];    /* size of the journal after each edit */
} Fixture;

static void
edit (TlChart *chart,
      guint    i)
{
  g_autofree char *label = g_strdup_printf ("Edit %u – ünï", i * i * i);
  TlStep *step;

  tl_chart_begin (chart, "Edit");
  step = tl_chart_edit (chart, tl_chart_nth (chart, TL_RECORD_STEP, i % 5)->id);
  tl_text_set (&step->label, label);
  g_assert_true (tl_chart_commit (chart, NULL));
}

static gboolean
append (TlJournal     *journal,
        const TlChart *chart,
        GError       **error)
{
  gsize length;
  char *text = tl_xml_write (chart, &length);

  return tl_journal_append (journal, TL_JOURNAL_CHANGE, "Rename\nStep – ü", text, length, error);
}

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  const TlFileStamp stamp = { TRUE, G_GINT64_CONSTANT (1795312871123456789), 5000, 42 };
  g_autofree char *text = tl_test_every_field ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TlJournal) journal = NULL;

  f->folder = g_dir_make_tmp ("tl-journal-XXXXXX", NULL);
  f->chart = tl_test_read (text);
  journal = tl_journal_new (f->folder, "/home/a b/\nhotel.throughline", &stamp, &error);
  g_assert_no_error (error);
  f->path = g_strdup (tl_journal_path (journal));
  for (guint i = 0; i < N_EDITS; i++) {
    GStatBuf st;

    edit (f->chart, i);
    append (journal, f->chart, &error);
    g_assert_no_error (error);
    append (journal, f->chart, &error);   /* nothing new, nothing written */
    g_assert_no_error (error);
    f->texts[i] = tl_xml_write (f->chart, NULL);
    g_assert_cmpint (g_stat (f->path, &st), ==, 0);
    f->ends[i] = (gsize) st.st_size;
  }
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_unlink (f->path);
  g_rmdir (f->folder);
  g_free (f->folder);
  g_free (f->path);
  tl_chart_free (f->chart);
  for (guint i = 0; i < N_EDITS; i++)
    g_free (f->texts[i]);
}

static void
test_whole (Fixture       *f,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlJournalContent) content = tl_journal_read (f->path, &error);
  g_autoptr (TlChart) chart = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (content->document, ==, "/home/a b/\nhotel.throughline");
  g_assert_cmpint (content->stamp.mtime, ==, G_GINT64_CONSTANT (1795312871123456789));
  g_assert_cmpuint (content->stamp.inode, ==, 42);
  g_assert_cmpuint (content->frames->len, ==, N_EDITS);
  for (guint i = 0; i < N_EDITS; i++) {
    const TlJournalFrame *frame = &g_array_index (content->frames, TlJournalFrame, i);

    g_assert_cmpint (frame->act, ==, TL_JOURNAL_CHANGE);
    g_assert_cmpstr (frame->label, ==, "Rename\nStep – ü");
  }
  g_assert_false (content->torn);
  g_assert_cmpstr (content->text, ==, f->texts[N_EDITS - 1]);
  chart = tl_test_read (content->text);
  g_assert_true (tl_chart_equal (chart, f->chart));
  /* after the first frame, which holds all, a small edit costs little */
  g_assert_cmpuint (f->ends[N_EDITS - 1] - f->ends[N_EDITS - 2], <, 200);
}

/* Cut anywhere: exactly the whole frames before the cut come back. */
static void
test_torn (Fixture       *f,
           gconstpointer  data)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (f->path, &bytes, &length, NULL));
  for (gsize n = 0; n < length; n += n < f->ends[0] - 2 ? 97 : 1) {
    g_autoptr (TlJournalContent) content = NULL;
    guint whole = 0;

    while (whole < N_EDITS && f->ends[whole] <= n)
      whole++;
    g_assert_true (g_file_set_contents (f->path, bytes, (gssize) n, NULL));
    content = tl_journal_read (f->path, NULL);
    g_assert_cmpuint (content != NULL ? content->frames->len : 0, ==, whole);
    if (whole > 0) {
      g_assert_cmpstr (content->text, ==, f->texts[whole - 1]);
      g_assert_true (content->torn == (n > f->ends[whole - 1]));
    }
  }
}

/* A flipped bit in a frame ends the journal there. */
static void
test_damaged (Fixture       *f,
              gconstpointer  data)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (f->path, &bytes, &length, NULL));
  for (gsize i = f->ends[1]; i < length; i++) {
    g_autoptr (TlJournalContent) content = NULL;
    guint whole = 2;

    while (f->ends[whole] <= i)
      whole++;
    bytes[i] ^= 4;
    g_assert_true (g_file_set_contents (f->path, bytes, (gssize) length, NULL));
    bytes[i] ^= 4;
    content = tl_journal_read (f->path, NULL);
    g_assert_nonnull (content);
    g_assert_cmpuint (content->frames->len, ==, whole);
    g_assert_cmpstr (content->text, ==, f->texts[whole - 1]);
  }
}

static void
test_errors (Fixture       *f,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  TlJournal *journal;

  g_assert_null (tl_journal_new ("/dev/null/journals", NULL, NULL, &error));
  g_assert_error (error, TL_JOURNAL_ERROR, TL_JOURNAL_ERROR_FAILED);
  g_clear_error (&error);
  journal = tl_journal_new (f->folder, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (tl_journal_read (tl_journal_path (journal), &error));
  g_assert_error (error, TL_JOURNAL_ERROR, TL_JOURNAL_ERROR_UNREADABLE);
  tl_journal_discard (journal);
}

/* Nobody gets a journal that is being written to; then it goes on after the last whole
 * frame. */
static void
test_resume (Fixture       *f,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlJournalContent) content = NULL;
  g_autoptr (TlJournalContent) again = NULL;
  TlJournalContent *none = NULL;
  g_autofree char *bytes = NULL;
  g_autofree char *text = NULL;
  gsize length;
  TlJournal *journal;

  g_assert_true (g_file_get_contents (f->path, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (f->path, bytes, (gssize) (f->ends[3] + 5), NULL));
  journal = tl_journal_resume (f->path, &content, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (content->frames->len, ==, 4);
  g_assert_cmpstr (content->text, ==, f->texts[3]);
  g_assert_null (tl_journal_resume (f->path, &none, &error));
  g_assert_error (error, TL_JOURNAL_ERROR, TL_JOURNAL_ERROR_BUSY);
  g_assert_null (none);
  g_clear_error (&error);

  g_assert_true (append (journal, f->chart, &error));
  g_assert_no_error (error);
  tl_journal_free (journal);
  text = tl_xml_write (f->chart, NULL);
  again = tl_journal_read (f->path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (again->frames->len, ==, 5);
  g_assert_false (again->torn);
  g_assert_cmpstr (again->text, ==, text);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/journal/whole", Fixture, NULL, set_up, test_whole, tear_down);
  g_test_add ("/journal/torn", Fixture, NULL, set_up, test_torn, tear_down);
  g_test_add ("/journal/damaged", Fixture, NULL, set_up, test_damaged, tear_down);
  g_test_add ("/journal/resume", Fixture, NULL, set_up, test_resume, tear_down);
  g_test_add ("/journal/errors", Fixture, NULL, set_up, test_errors, tear_down);
  return g_test_run ();
}
