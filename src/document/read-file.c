/* read-file.c - a document from the disk. */
#include "document/xml-read.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "document/xml-guard.h"

#define CHUNK 65536

static void
add_problem (GPtrArray  *problems,
             const char *path,
             char       *message)
{
  TlReadProblem *problem = g_new0 (TlReadProblem, 1);

  problem->file = g_filename_display_name (path);
  problem->rule = "X00";
  problem->message = message;
  g_ptr_array_add (problems, problem);
}

/* All bytes of @fd, or as many as it takes to see that they are too many.  NULL
 * with errno on failure. */
static GString *
read_all (int   fd,
          gsize expected)
{
  g_autoptr (GString) bytes = g_string_sized_new (MIN (expected, TL_XML_MAX_BYTES) + 1);

  while (bytes->len <= TL_XML_MAX_BYTES) {
    gsize length = bytes->len;
    gsize room = length < expected ? expected - length + 1 : CHUNK;
    ssize_t n;

    g_string_set_size (bytes, length + room);
    n = read (fd, bytes->str + length, room);
    g_string_set_size (bytes, length + (n > 0 ? (gsize) n : 0));
    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0)
      return NULL;
    if (n == 0)
      break;
  }
  return g_steal_pointer (&bytes);
}

TlChart *
tl_xml_read_file (const char  *path,
                  TlFileStamp *stamp,
                  GPtrArray   *problems)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (GString) bytes = NULL;
  struct stat st;
  TlChart *chart;
  int code = 0;
  int fd;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (problems != NULL, NULL);

  fd = open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
  if (fd < 0 || fstat (fd, &st) != 0) {
    code = errno;
  } else if (S_ISDIR (st.st_mode)) {
    code = EISDIR;
  } else {
    bytes = read_all (fd, S_ISREG (st.st_mode) ? (gsize) MIN (st.st_size, TL_XML_MAX_BYTES) : 0);
    code = bytes == NULL ? errno : 0;
  }
  if (fd >= 0)
    close (fd);
  if (bytes == NULL) {
    add_problem (problems, path, g_strdup_printf (_("The file cannot be opened: %s."),
                                                  g_strerror (code)));
    return NULL;
  }
  chart = tl_xml_read (bytes->str, bytes->len, name, problems);
  if (stamp != NULL)
    tl_file_stamp_take (stamp, &st);
  return chart;
}
