/* files.c - reading and writing whole files, and saying so when it fails. */
#include "cli/files.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/options.h"
#include "document/xml-write.h"
#include "exchange/format.h"

#define MAX_BYTES (512u * 1024 * 1024)   /* more than any reader takes */

static gboolean
is_standard (const char *path)
{
  return g_str_equal (path, "-");
}

char *
tl_file_name (const char *path)
{
  /* Translators: where a file name stands otherwise */
  return is_standard (path) ? g_strdup (_("standard input")) : g_filename_display_name (path);
}

/* Everything that @fd has to give; NULL with errno set. */
static GBytes *
read_all (int fd)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 buffer[65536];
  ssize_t n;

  while ((n = read (fd, buffer, sizeof buffer)) != 0) {
    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0)
      return NULL;
    if (bytes->len + (gsize) n > MAX_BYTES) {
      errno = EFBIG;
      return NULL;
    }
    g_byte_array_append (bytes, buffer, (guint) n);
  }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/* What to do about an error of the system; "" when there is nothing to say. */
static const char *
advice (int code)
{
  switch (code) {
  case ENOENT:
  case ENOTDIR:
    return _(" Check how its name is written.");
  case EACCES:
  case EPERM:
    return _(" Ask for permission to read it.");
  case EISDIR:
    return _(" Name the files in it.");
  default:
    return "";
  }
}

/* Takes @message. */
static void
add_problem (GPtrArray  *problems,
             const char *path,
             const char *rule,
             char       *message)
{
  TlReadProblem *problem = g_new0 (TlReadProblem, 1);

  problem->file = tl_file_name (path);
  problem->rule = rule;
  problem->message = message;
  g_ptr_array_add (problems, problem);
}

static void
add_errno (GPtrArray  *problems,
           const char *path,
           int         code)
{
  /* Translators: the reason, and a sentence of advice that begins with a blank */
  add_problem (problems, path, "X00", g_strdup_printf (_("The file cannot be read: %s.%s"),
                                                       g_strerror (code), advice (code)));
}

GBytes *
tl_file_read (const char  *path,
              TlFileStamp *stamp,
              GPtrArray   *problems)
{
  GBytes *bytes = NULL;
  int fd;

  if (stamp != NULL)
    *stamp = (TlFileStamp) { 0 };
  /* Before reading: a change in between then counts as one after it.  What keeps
   * the file from being looked at keeps it from being opened, too. */
  if (stamp != NULL && !is_standard (path))
    tl_file_stamp_read (path, stamp, NULL);
  fd = is_standard (path) ? STDIN_FILENO : open (path, O_RDONLY | O_CLOEXEC);
  if (fd >= 0)
    bytes = read_all (fd);
  if (bytes == NULL)
    add_errno (problems, path, errno);
  if (fd > STDIN_FILENO)
    close (fd);
  return bytes;
}

gboolean
tl_file_is_picture (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  const TlFormat *format = tl_format_for_data (data, length);

  return format != NULL && g_str_equal (format->id, "svg");
}

static TlChart *
parse_picture (const char *path,
               const char *data,
               gsize       length,
               GPtrArray  *problems)
{
  g_autoptr (TlReport) report = tl_report_new ();
  g_autoptr (GError) error = NULL;
  TlChart *chart = tl_format_find ("svg")->read (data, length, NULL, report, &error);

  if (chart == NULL)
    add_problem (problems, path, "X03", g_strdup_printf (_("The chart in this picture cannot be "
                                                           "read: %s"), error->message));
  return chart;
}

TlChart *
tl_file_parse_chart (const char   *path,
                     GBytes      **bytes,
                     TlFileStamp  *stamp,
                     GPtrArray    *problems)
{
  g_autoptr (GBytes) content = tl_file_read (path, stamp, problems);
  g_autofree char *name = tl_file_name (path);
  const TlFormat *format;
  const char *data;
  gsize length;
  TlChart *chart = NULL;

  if (bytes != NULL)
    *bytes = NULL;
  if (content == NULL)
    return NULL;

  data = g_bytes_get_data (content, &length);
  format = tl_format_for_data (data, length);
  if (format != NULL && g_str_equal (format->id, "svg"))
    chart = parse_picture (path, data, length, problems);
  else if (format != NULL && format->read != NULL && !g_str_equal (format->id, "throughline"))
    add_problem (problems, path, "S01",
                 g_strdup_printf (_("This is a file of another kind (%s). Make a chart of it first: "
                                    "tline convert"), _(format->name)));
  else
    chart = tl_xml_read (data, length, name, problems);
  if (bytes != NULL)
    *bytes = g_steal_pointer (&content);
  return chart;
}

TlChart *
tl_file_read_chart (const char   *path,
                    GBytes      **bytes,
                    TlFileStamp  *stamp)
{
  g_autoptr (GPtrArray) problems = tl_read_problems_new ();
  TlChart *chart = tl_file_parse_chart (path, bytes, stamp, problems);

  tl_file_print_problems (stderr, problems);
  return chart;
}

void
tl_file_print_problems (FILE            *out,
                        const GPtrArray *problems)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    tl_read_problem_print (g_ptr_array_index (problems, i), text);
  fputs (text->str, out);
}

/* A pipe or a device, such as /dev/stdout, that cannot be replaced. */
static gboolean
is_stream (const char *path)
{
  struct stat info;

  return stat (path, &info) == 0 && !S_ISREG (info.st_mode) && !S_ISDIR (info.st_mode);
}

/* Past the buffer, so that the reason of a failure is not lost. */
static gboolean
write_stdout (const char *bytes,
              gsize       length)
{
  gsize done = 0;

  fflush (stdout);
  while (done < length) {
    ssize_t n = write (STDOUT_FILENO, bytes + done, length - done);

    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0) {
      tl_say (_("cannot write the output: %s"), g_strerror (errno));
      return FALSE;
    }
    done += (gsize) n;
  }
  return TRUE;
}

static gboolean
write_stream (const char *path,
              const char *bytes,
              gsize       length)
{
  FILE *out = fopen (path, "w");
  gboolean good = out != NULL && fwrite (bytes, 1, length, out) == length;

  if (out != NULL && fclose (out) != 0)
    good = FALSE;
  if (!good) {
    int code = errno;
    g_autofree char *name = tl_file_name (path);

    tl_say ("%s: %s", name, g_strerror (code));
  }
  return good;
}

gboolean
tl_file_write (const char        *path,
               const char        *bytes,
               gsize              length,
               const TlFileStamp *expected)
{
  g_autoptr (GError) error = NULL;

  if (is_standard (path))
    return write_stdout (bytes, length);
  if (is_stream (path))
    return write_stream (path, bytes, length);
  if (!tl_save (path, bytes, length, expected, NULL, &error)) {
    tl_say ("%s", error->message);
    return g_error_matches (error, TL_SAVE_ERROR, TL_SAVE_ERROR_UNCERTAIN);
  }
  return TRUE;
}

gboolean
tl_file_write_chart (const char        *path,
                     const TlChart     *chart,
                     const TlFileStamp *expected)
{
  gsize length;
  g_autofree char *text = tl_xml_write (chart, &length);

  return tl_file_write (path, text, length, expected);
}
