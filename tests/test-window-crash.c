/* test-window-crash.c - the program is killed in the midst of edits, again and again, and
 * nothing that was committed is ever lost.
 *
 * The program runs as a child of this test, on the same display.  It is the real one; a
 * look over its shoulder writes to a pipe what its chart says after each commit, by
 * checksum, and what it shows.  The parent drives it by the keyboard, kills it with SIGKILL
 * at a random moment, and starts it again: the dialog must offer the chart, and the chart
 * must be the last one the pipe told of, or one that was on its way.
 */
#include <X11/Xatom.h>
#include <fcntl.h>
#include <gdk/x11/gdkx.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/rescue-dialog.h"
#include "document/journal.h"
#include "document/xml-write.h"
#include "their-leaks.h"
#include "window-kit.h"

#define N_CRASHES 20

/* The child. */

static char *
sum_of (const TlChart *chart)
{
  gsize length;
  g_autofree char *text = tl_xml_write (chart, &length);

  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) text, length);
}

static void
tell (const char *word,
      const char *what)
{
  g_autofree char *line = g_strdup_printf ("%s %s\n", word, what);

  if (write (STDOUT_FILENO, line, strlen (line)) < 0)
    _exit (3);
}

static gboolean
changed_hook (GSignalInvocationHint *hint,
              guint                  n_values,
              const GValue          *values,
              gpointer               data)
{
  g_autofree char *sum = sum_of (tl_document_get_chart (g_value_get_object (&values[0])));

  tell ("committed", sum);
  return TRUE;
}

/* Tells what is shown, once each. */
static gboolean
look_cb (gpointer data)
{
  const char **told = data;
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  const char *now = NULL;
  TlWindow *window = NULL;

  for (GList *item = windows; item != NULL; item = item->next) {
    if (TL_IS_RESCUE_DIALOG (item->data) && gtk_widget_get_mapped (item->data))
      now = "dialog";
    else if (TL_IS_WINDOW (item->data) && tl_window_get_editor (item->data) != NULL)
      window = item->data;
  }
  if (now == NULL && window != NULL && gtk_widget_get_mapped (GTK_WIDGET (window)))
    now = "chart";
  if (now == NULL || now == *told)
    return G_SOURCE_CONTINUE;
  *told = now;
  if (window != NULL && g_str_equal (now, "chart")) {
    g_autofree char *sum = sum_of (tl_editor_get_chart (tl_window_get_editor (window)));

    tell ("chart", sum);
  } else {
    tell (now, "-");
  }
  return G_SOURCE_CONTINUE;
}

static int
be_child (int    argc,
          char **argv)
{
  g_autoptr (TlApplication) application = tl_application_new ();
  const char *told = NULL;

  g_type_ensure (TL_TYPE_DOCUMENT);
  g_application_set_flags (G_APPLICATION (application),
                           G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_type_class_unref (g_type_class_ref (TL_TYPE_DOCUMENT));
  g_signal_add_emission_hook (g_signal_lookup ("changed", TL_TYPE_DOCUMENT), 0, changed_hook, NULL,
                              NULL);
  g_timeout_add (20, look_cb, &told);
  return g_application_run (G_APPLICATION (application), argc, argv);
}

/* The parent. */

typedef struct {
  pid_t      pid;
  int        pipe;
  GString   *heard;      /* not a whole line yet */
  GPtrArray *committed;  /* checksums, in order; what was restored is the first */
  gboolean   dialog;     /* the dialog is, or was, shown */
} Child;

static void
child_start (Child      *child,
             const char *path)
{
  const char *argv[] = { "/proc/self/exe", "--child", path, NULL };
  g_autoptr (GError) error = NULL;
  int pid;

  child->heard = g_string_new (NULL);
  child->committed = g_ptr_array_new_with_free_func (g_free);
  child->dialog = FALSE;
  g_spawn_async_with_pipes (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL,
                            &pid, NULL, &child->pipe, NULL, &error);
  g_assert_no_error (error);
  child->pid = pid;
  g_assert_cmpint (fcntl (child->pipe, F_SETFL, O_NONBLOCK), ==, 0);
}

static void
child_listen (Child *child)
{
  char buffer[4096], *end;
  ssize_t n;

  while ((n = read (child->pipe, buffer, sizeof buffer)) > 0)
    g_string_append_len (child->heard, buffer, n);
  while ((end = strchr (child->heard->str, '\n')) != NULL) {
    g_auto (GStrv) words = NULL;

    *end = '\0';
    words = g_strsplit (child->heard->str, " ", 2);
    if (g_str_equal (words[0], "dialog"))
      child->dialog = TRUE;
    else
      g_ptr_array_add (child->committed, g_strdup (words[1]));
    g_string_erase (child->heard, 0, end - child->heard->str + 1);
  }
}

/* Runs until @condition holds, listening. */
#define CHILD_UNTIL(child, condition)                            \
  G_STMT_START {                                                 \
    for (int k_ = 0; k_ < 2000 && !(condition); k_++) {          \
      tl_hand_wait (10);                                         \
      child_listen (child);                                      \
      g_assert_cmpint (waitpid ((child)->pid, NULL, WNOHANG), ==, 0); \
    }                                                            \
    g_assert_true (condition);                                   \
  } G_STMT_END

static void
child_end (Child *child)
{
  int status;

  g_assert_cmpint (waitpid (child->pid, &status, 0), ==, child->pid);
  child_listen (child);
  close (child->pipe);
  g_string_free (child->heard, TRUE);
}

static Display *
display (void)
{
  return gdk_x11_display_get_xdisplay (gdk_display_get_default ());
}

static gboolean
belongs_to (Window window,
            pid_t  pid)
{
  Atom type;
  int format;
  unsigned long n, rest;
  unsigned char *value = NULL;
  gboolean ours = FALSE;

  if (XGetWindowProperty (display (), window, XInternAtom (display (), "_NET_WM_PID", False), 0, 1,
                          False, XA_CARDINAL, &type, &format, &n, &rest, &value) == Success &&
      value != NULL) {
    ours = n == 1 && *(unsigned long *) (gpointer) value == (unsigned long) pid;
    XFree (value);
  }
  return ours;
}

/* Gives the keyboard to the topmost window of the child.  FALSE when it has none yet. */
static gboolean
child_focus (Child *child)
{
  Window root, parent, *windows = NULL, top = None;
  unsigned int n = 0;

  gdk_x11_display_error_trap_push (gdk_display_get_default ());
  XQueryTree (display (), DefaultRootWindow (display ()), &root, &parent, &windows, &n);
  for (unsigned int i = 0; i < n; i++) {
    XWindowAttributes attributes;

    if (XGetWindowAttributes (display (), windows[i], &attributes) &&
        attributes.map_state == IsViewable && attributes.width > 100 &&
        belongs_to (windows[i], child->pid))
      top = windows[i];
  }
  if (windows != NULL)
    XFree (windows);
  if (top != None)
    XSetInputFocus (display (), top, RevertToParent, CurrentTime);
  XSync (display (), False);
  gdk_x11_display_error_trap_pop_ignored (gdk_display_get_default ());
  tl_hand_wait (60);
  return top != None;
}

/* One edit of three kinds: another name, another step, one back. */
static void
make_edit (guint round,
           guint number)
{
  g_autofree char *label = g_strdup_printf ("r%ue%u", round, number);

  switch (g_test_rand_int_range (0, 4)) {
  case 0:
    tl_hand_key ("<Control>z");
    break;
  case 1:
    tl_hand_key ("Return");
    tl_hand_type (label);
    tl_hand_key ("Return");
    break;
  default:
    tl_hand_key ("F2");
    tl_hand_type (label);
    tl_hand_key ("Return");
    break;
  }
}

static gboolean
find_sum (const GPtrArray *sums,
          const char      *sum)
{
  return g_ptr_array_find_with_equal_func ((GPtrArray *) sums, sum, g_str_equal, NULL);
}

/* What the journals hold: the checksum of each state of the one that is there. */
static GPtrArray *
states_on_disk (void)
{
  GPtrArray *sums = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = tl_rescue_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *file;

  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, file, NULL);
    g_autoptr (TlJournalContent) content = NULL;
    g_autofree char *text = g_strdup ("");
    gsize length = 0;

    if (!g_str_has_suffix (file, TL_JOURNAL_SUFFIX))
      continue;
    content = tl_journal_read (path, NULL);
    g_assert_nonnull (content);
    for (guint i = 0; i < content->frames->len; i++) {
      char *next = tl_journal_patch (text, &length,
                                     &g_array_index (content->frames, TlJournalFrame, i));

      g_free (text);
      text = next;
      g_ptr_array_add (sums, g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) text,
                                                          length));
    }
  }
  return sums;
}

/* Starts the program; @expected: what must come back, NULL = the chart as it is on the
 * disk, with no dialog. */
static void
start (Child      *child,
       const char *path,
       const char *expected)
{
  child_start (child, path);
  if (expected != NULL) {
    CHILD_UNTIL (child, child->dialog);
    CHILD_UNTIL (child, child_focus (child));
    tl_hand_wait (100);
    tl_hand_key ("Return");
  }
  CHILD_UNTIL (child, child->committed->len > 0);
  tl_hand_wait (100);
  CHILD_UNTIL (child, child_focus (child));
  g_assert_true (child->dialog == (expected != NULL));
  if (expected != NULL)
    g_assert_cmpstr (g_ptr_array_index (child->committed, 0), ==, expected);
}

/* One life of the program.  Returns the checksum of what has to come back. */
static char *
live_and_die (Child      *child,
              guint       round,
              guint      *n_committed)
{
  g_autoptr (GPtrArray) states = NULL;
  const char *last;
  char *latest;

  tl_hand_key ("Right");
  for (guint i = 0; i < (guint) g_test_rand_int_range (1, 4); i++)
    make_edit (round, i);
  /* Somewhere on the way from the first key of one more to well after it. */
  tl_hand_key ("F2");
  tl_hand_type ("end");
  if (g_test_rand_bit ())
    tl_hand_key_set (GDK_KEY_Return, TRUE);
  g_usleep ((gulong) g_test_rand_int_range (0, 30000));
  g_assert_cmpint (kill (child->pid, SIGKILL), ==, 0);
  child_end (child);
  tl_hand_key_set (GDK_KEY_Return, FALSE);

  states = states_on_disk ();
  last = g_ptr_array_index (child->committed, child->committed->len - 1);
  *n_committed += child->committed->len - 1;
  if (states->len == 0) {   /* it came to no change at all */
    g_assert_cmpuint (child->committed->len, ==, 1);
    g_clear_pointer (&child->committed, g_ptr_array_unref);
    return NULL;
  }
  g_assert_true (find_sum (states, last));
  latest = g_strdup (g_ptr_array_index (states, states->len - 1));
  /* What the pipe did not tell any more can only be the very last. */
  if (!g_str_equal (latest, last))
    g_assert_cmpstr (g_ptr_array_index (states, states->len - 2), ==, last);
  g_clear_pointer (&child->committed, g_ptr_array_unref);
  if (g_str_equal (latest, g_ptr_array_index (states, 0)))
    g_clear_pointer (&latest, g_free);   /* all undone: the file says as much */
  return latest;
}

static void
test_crashes (gconstpointer data)
{
  g_autofree char *example = tl_kit_example ("corner-shoeshine");
  g_autofree char *folder = g_dir_make_tmp ("tl-crash-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.throughline", NULL);
  g_autofree char *before = NULL;
  g_autofree char *untouched = NULL;
  g_autofree char *saved = NULL;
  g_autofree char *sum = NULL;
  g_autofree char *expected = NULL;
  g_autoptr (GPtrArray) left = NULL;
  guint n_committed = 0, n_offered = 0;
  gsize length;
  Child child;

  /* GDK loses what it asked the clipboard of a killed program for. */
  tl_their_leaks (TRUE);
  g_assert_true (g_file_get_contents (example, &before, NULL, NULL));
  g_assert_true (g_file_set_contents (path, before, -1, NULL));
  for (guint round = 0; round < N_CRASHES; round++) {
    start (&child, path, expected);
    n_offered += expected != NULL ? 1 : 0;
    g_free (expected);
    expected = live_and_die (&child, round, &n_committed);
  }
  g_assert_true (g_file_get_contents (path, &untouched, NULL, NULL));
  g_assert_cmpstr (untouched, ==, before);
  g_test_message ("%u commits in %u lives, %u times brought back", n_committed, N_CRASHES,
                  n_offered);
  g_assert_cmpuint (n_committed, >, N_CRASHES);
  g_assert_cmpuint (n_offered, >, N_CRASHES / 2);

  /* At last it is saved, and then there is nothing to offer. */
  start (&child, path, expected);
  tl_hand_key ("<Control>s");
  for (int i = 0; i < 500 && g_strcmp0 (sum, expected) != 0; i++) {
    tl_hand_wait (10);
    g_free (saved);
    g_free (sum);
    g_assert_true (g_file_get_contents (path, &saved, &length, NULL));
    sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) saved, length);
  }
  g_assert_cmpstr (sum, ==, expected);
  tl_hand_wait (300);
  tl_hand_key ("<Control>q");
  child_end (&child);
  g_ptr_array_unref (child.committed);
  left = states_on_disk ();
  g_assert_cmpuint (left->len, ==, 0);
  g_unlink (path);
  g_rmdir (folder);
  tl_their_leaks (FALSE);
}

int
main (int    argc,
      char **argv)
{
  static const TlKitCase cases[] = {
    { "/window/crash", test_crashes },
  };

  if (argc > 1 && g_str_equal (argv[1], "--child")) {
    argv[1] = argv[0];
    return be_child (argc - 1, argv + 1);
  }
  return tl_kit_run (argc, argv, cases, G_N_ELEMENTS (cases));
}
