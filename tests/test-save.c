/* test-save.c - the durable save: every call fails once, every moment is killed once. */
#include "document/save.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct {
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  f->folder = g_dir_make_tmp ("tl-save-XXXXXX", NULL);
  g_assert_nonnull (f->folder);
  f->path = g_build_filename (f->folder, "a.throughline", NULL);
}

static guint
n_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_autoptr (GDir) dir = g_dir_open (f->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (f->folder, name, NULL);

    if (g_unlink (path) != 0)
      g_rmdir (path);
  }
  g_rmdir (f->folder);
  g_free (f->folder);
  g_free (f->path);
}

static void
assert_content (const char *path,
                const char *expected)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);
}

static void
save_text (const char        *path,
           const char        *text,
           const TlFileStamp *expected,
           TlFileStamp       *stamp)
{
  g_autoptr (GError) error = NULL;

  tl_save (path, text, strlen (text), expected, stamp, &error);
  g_assert_no_error (error);
}

static void
test_plain (Fixture       *f,
            gconstpointer  data)
{
  TlFileStamp stamp, seen;

  save_text (f->path, "one", NULL, &stamp);
  assert_content (f->path, "one");
  g_assert_true (tl_file_stamp_read (f->path, &seen, NULL));
  g_assert_true (tl_file_stamp_equal (&stamp, &seen));
  save_text (f->path, "two", &stamp, &stamp);
  save_text (f->path, "", &stamp, &stamp);
  assert_content (f->path, "");
  g_assert_cmpuint (n_files (f->folder), ==, 1);
}

static void
test_changed (Fixture       *f,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  TlFileStamp stamp;
  const TlFileStamp none = { FALSE, 0, 0, 0 };

  save_text (f->path, "one", &none, &stamp);
  g_assert_true (g_file_set_contents (f->path, "theirs", -1, NULL));
  g_assert_false (tl_save (f->path, "ours", 4, &stamp, NULL, &error));
  g_assert_error (error, TL_SAVE_ERROR, TL_SAVE_ERROR_CHANGED);
  assert_content (f->path, "theirs");
  g_clear_error (&error);

  g_assert_false (tl_save (f->path, "ours", 4, &none, NULL, &error));
  g_assert_error (error, TL_SAVE_ERROR, TL_SAVE_ERROR_CHANGED);
  g_clear_error (&error);

  g_unlink (f->path);
  g_assert_false (tl_save (f->path, "ours", 4, &stamp, NULL, &error));
  g_assert_error (error, TL_SAVE_ERROR, TL_SAVE_ERROR_CHANGED);
  g_assert_cmpuint (n_files (f->folder), ==, 0);
  save_text (f->path, "ours", &none, NULL);
}

static void
test_permissions (Fixture       *f,
                  gconstpointer  data)
{
  static const mode_t modes[] = { 0644, 0600, 0664, 0640, 0755 };
  struct stat st;

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++) {
    save_text (f->path, "one", NULL, NULL);
    g_assert_cmpint (g_chmod (f->path, modes[i]), ==, 0);
    if (geteuid () == 0)
      g_assert_cmpint (chown (f->path, 65534, 65534), ==, 0);
    save_text (f->path, "two", NULL, NULL);
    g_assert_cmpint (stat (f->path, &st), ==, 0);
    g_assert_cmpuint (st.st_mode & 07777, ==, modes[i]);
    if (geteuid () == 0) {
      g_assert_cmpuint (st.st_uid, ==, 65534);
      g_assert_cmpuint (st.st_gid, ==, 65534);
    }
    g_unlink (f->path);
  }
}

static void
test_symlinks (Fixture       *f,
               gconstpointer  data)
{
  g_autofree char *one = g_build_filename (f->folder, "one", NULL);
  g_autofree char *two = g_build_filename (f->folder, "two", NULL);
  g_autofree char *round = g_build_filename (f->folder, "round", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink ("a.throughline", one), ==, 0);
  g_assert_cmpint (symlink (one, two), ==, 0);
  g_assert_cmpint (symlink ("round", round), ==, 0);
  save_text (two, "made through a dangling link", NULL, NULL);
  assert_content (f->path, "made through a dangling link");
  save_text (two, "again", NULL, NULL);
  assert_content (f->path, "again");
  g_assert_true (g_file_test (one, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (two, G_FILE_TEST_IS_SYMLINK));
  g_assert_false (tl_save (round, "x", 1, NULL, NULL, &error));
  g_assert_error (error, TL_SAVE_ERROR, TL_SAVE_ERROR_FAILED);
}

static void
test_refused (Fixture       *f,
              gconstpointer  data)
{
  g_autofree char *nowhere = g_build_filename (f->folder, "no", "such", "folder", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (tl_save (f->folder, "x", 1, NULL, NULL, &error));
  g_assert_error (error, TL_SAVE_ERROR, TL_SAVE_ERROR_NOT_A_FILE);
  g_clear_error (&error);
  g_assert_false (tl_save (nowhere, "x", 1, NULL, NULL, &error));
  g_assert_error (error, TL_SAVE_ERROR, TL_SAVE_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_false (tl_save ("/dev/null", "x", 1, NULL, NULL, &error));
  g_assert_error (error, TL_SAVE_ERROR, TL_SAVE_ERROR_NOT_A_FILE);
  g_clear_error (&error);
  if (geteuid () != 0) {
    save_text (f->path, "mine", NULL, NULL);
    g_chmod (f->path, 0444);
    g_assert_false (tl_save (f->path, "x", 1, NULL, NULL, &error));
    g_assert_error (error, TL_SAVE_ERROR, TL_SAVE_ERROR_READ_ONLY);
    assert_content (f->path, "mine");
  }
}

/* Fault injection: the call with number @at fails with @code, or kills us. */
typedef struct {
  int      n_calls;
  int      at;
  int      code;
  gboolean kill;
  gboolean short_writes;
  char     last[16];
  GString *calls;         /* their names in order, or NULL */
  const char *intruder;   /* another program writes to this path meanwhile, or NULL */
  const char *during;     /* in this call */
} Faults;

static gboolean
faulty (gpointer    data,
        const char *call)
{
  Faults *faults = data;

  if (faults->calls != NULL)
    g_string_append_printf (faults->calls, "%s%s", faults->calls->len > 0 ? " " : "", call);
  if (faults->intruder != NULL && g_str_equal (call, faults->during))
    g_assert_true (g_file_set_contents (faults->intruder, "theirs", -1, NULL));
  if (faults->n_calls++ != faults->at)
    return FALSE;
  if (faults->kill)
    raise (SIGKILL);
  g_strlcpy (faults->last, call, sizeof faults->last);
  errno = faults->code;
  return TRUE;
}

static int
fault_make (gpointer data, char *pattern)
{
  return faulty (data, "make") ? -1 : tl_save_ops_system ()->make (NULL, pattern);
}

static int
fault_chown (gpointer data, int fd, uid_t owner, gid_t group)
{
  return faulty (data, "chown") ? -1 : tl_save_ops_system ()->chown (NULL, fd, owner, group);
}

static int
fault_chmod (gpointer data, int fd, mode_t mode)
{
  return faulty (data, "chmod") ? -1 : tl_save_ops_system ()->chmod (NULL, fd, mode);
}

static ssize_t
fault_write (gpointer data, int fd, const void *bytes, gsize length)
{
  Faults *faults = data;

  if (faulty (data, "write"))
    return -1;
  return tl_save_ops_system ()->write (NULL, fd, bytes, faults->short_writes ? 1 : length);
}

static int
fault_sync (gpointer data, int fd)
{
  return faulty (data, "sync") ? -1 : tl_save_ops_system ()->sync (NULL, fd);
}

static int
fault_close (gpointer data, int fd)
{
  gboolean fault = faulty (data, "close");
  int code = errno;

  tl_save_ops_system ()->close (NULL, fd);
  errno = code;
  return fault ? -1 : 0;
}

static int
fault_stat (gpointer data, const char *path, struct stat *result)
{
  return faulty (data, "stat") ? -1 : tl_save_ops_system ()->stat (NULL, path, result);
}

static int
fault_rename (gpointer data, const char *from, const char *to)
{
  return faulty (data, "rename") ? -1 : tl_save_ops_system ()->rename (NULL, from, to);
}

static int
fault_unlink (gpointer data, const char *path)
{
  return faulty (data, "unlink") ? -1 : tl_save_ops_system ()->unlink (NULL, path);
}

static int
fault_folder (gpointer data, const char *path)
{
  return faulty (data, "folder") ? -1 : tl_save_ops_system ()->folder (NULL, path);
}

static TlSaveOps
fault_ops (Faults *faults)
{
  return (TlSaveOps) {
    faults, fault_make, fault_chown, fault_chmod, fault_write, fault_sync, fault_close, fault_stat,
    fault_rename, fault_unlink, fault_folder,
  };
}

/* The new file is flushed before it is closed and takes the name, the folder after. */
static void
test_order (Fixture       *f,
            gconstpointer  data)
{
  g_autoptr (GString) calls = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  Faults faults = { 0, -1, 0, FALSE, FALSE, "", calls, NULL, NULL };
  TlSaveOps ops = fault_ops (&faults);
  g_auto (GStrv) names = NULL;
  g_autoptr (GString) order = g_string_new (NULL);

  g_assert_true (tl_save_with (&ops, f->path, "new!", 4, NULL, NULL, &error));
  g_assert_no_error (error);
  names = g_strsplit (calls->str, " ", -1);
  for (guint i = 0; names[i] != NULL; i++) {
    if (!g_str_equal (names[i], "stat") && !g_str_equal (names[i], "chmod") &&
        !g_str_equal (names[i], "chown"))   /* these may stand anywhere */
      g_string_append_printf (order, " %s", names[i]);
  }
  g_assert_cmpstr (order->str, ==, " make write sync close rename folder sync close");
}

/* Another program writes the file while we are still writing ours. */
static void
test_changed_meanwhile (Fixture       *f,
                        gconstpointer  data)
{
  static const char *const calls[] = { "make", "write", "sync", "close" };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (calls); i++) {
    Faults faults = { 0, -1, 0, FALSE, FALSE, "", NULL, f->path, calls[i / 2] };
    TlSaveOps ops = fault_ops (&faults);
    g_autoptr (GError) error = NULL;
    TlFileStamp stamp = { FALSE, 0, 0, 0 };

    g_unlink (f->path);
    if (i % 2 == 0)   /* else it makes a file where there was none */
      save_text (f->path, "old", NULL, &stamp);
    g_assert_false (tl_save_with (&ops, f->path, "ours", 4, &stamp, NULL, &error));
    g_assert_error (error, TL_SAVE_ERROR, TL_SAVE_ERROR_CHANGED);
    assert_content (f->path, "theirs");
    g_assert_cmpuint (n_files (f->folder), ==, 1);   /* no temporary left */
  }
}

/* However a call fails, the file is whole: the old text, or the new one when all
 * that failed is the last confirmation. */
static void
test_faults (Fixture       *f,
             gconstpointer  data)
{
  static const int codes[] = { ENOSPC, EIO, EACCES, EDQUOT };

  for (guint c = 0; c < G_N_ELEMENTS (codes); c++) {
    for (int at = 0;; at++) {
      Faults faults = { 0, at, codes[c], FALSE, TRUE, "", NULL, NULL, NULL };
      TlSaveOps ops = fault_ops (&faults);
      g_autoptr (GError) error = NULL;
      gboolean saved;

      save_text (f->path, "old", NULL, NULL);
      saved = tl_save_with (&ops, f->path, "new!", 4, NULL, NULL, &error);
      g_assert_cmpint (at, <, 40);
      if (faults.n_calls <= at) {
        g_assert_true (saved);   /* past the last call: nothing was made to fail */
        break;
      }
      if (saved || error->code == TL_SAVE_ERROR_UNCERTAIN) {
        assert_content (f->path, "new!");
        g_assert_true (!saved || g_str_equal (faults.last, "folder") ||
                       g_str_equal (faults.last, "close"));
      } else {
        g_assert_cmpint (error->domain, ==, TL_SAVE_ERROR);
        assert_content (f->path, "old");
        if (codes[c] == ENOSPC)
          g_assert_cmpint (error->code, ==, TL_SAVE_ERROR_NO_SPACE);
      }
      g_assert_cmpuint (n_files (f->folder), ==, 1);
    }
  }
}

/* Killed before any of the calls: old or new, never torn. */
static void
test_killed (Fixture       *f,
             gconstpointer  data)
{
  gboolean done = FALSE;
  guint n_old = 0, n_new = 0;

  for (int at = 0; !done; at++) {
    g_autofree char *text = NULL;
    pid_t child;
    int status;

    save_text (f->path, "old", NULL, NULL);
    child = fork ();
    g_assert_cmpint (child, >=, 0);
    if (child == 0) {
      Faults faults = { 0, at, 0, TRUE, TRUE, "", NULL, NULL, NULL };
      TlSaveOps ops = fault_ops (&faults);

      _exit (tl_save_with (&ops, f->path, "new!", 4, NULL, NULL, NULL) ? 0 : 1);
    }
    g_assert_cmpint (waitpid (child, &status, 0), ==, child);
    done = WIFEXITED (status);
    if (done)
      g_assert_cmpint (WEXITSTATUS (status), ==, 0);
    g_assert_true (g_file_get_contents (f->path, &text, NULL, NULL));
    if (g_str_equal (text, "old"))
      n_old++;
    else if (g_str_equal (text, "new!"))
      n_new++;
    else
      g_assert_not_reached ();
  }
  g_assert_cmpuint (n_old, >=, 8);
  g_assert_cmpuint (n_new, >=, 2);
}

/* Killed by the clock while saving over and over, with the real calls. */
static void
test_killed_any_time (Fixture       *f,
                      gconstpointer  data)
{
  gsize length = 256 * 1024;
  g_autofree char *a = g_strnfill (length, 'a');
  g_autofree char *b = g_strnfill (length, 'b');

  save_text (f->path, a, NULL, NULL);
  for (guint i = 0; i < 12; i++) {
    g_autofree char *text = NULL;
    gsize n;
    pid_t child = fork ();

    g_assert_cmpint (child, >=, 0);
    if (child == 0) {
      for (;;) {
        tl_save (f->path, b, length, NULL, NULL, NULL);
        tl_save (f->path, a, length, NULL, NULL, NULL);
      }
    }
    g_usleep (500 + 1700 * i);
    kill (child, SIGKILL);
    g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
    g_assert_true (g_file_get_contents (f->path, &text, &n, NULL));
    g_assert_cmpuint (n, ==, length);
    g_assert_true (g_str_equal (text, a) || g_str_equal (text, b));
  }
}

int
main (int    argc,
      char **argv)
{
  static const struct {
    const char *path;
    void (*run) (Fixture *, gconstpointer);
  } tests[] = {
    { "/save/plain", test_plain },
    { "/save/changed-on-disk", test_changed },
    { "/save/permissions", test_permissions },
    { "/save/symlinks", test_symlinks },
    { "/save/refused", test_refused },
    { "/save/order", test_order },
    { "/save/changed-meanwhile", test_changed_meanwhile },
    { "/save/faults", test_faults },
    { "/save/killed", test_killed },
    { "/save/killed-any-time", test_killed_any_time },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
