/* journal.c - appends frames, and reads as many as are whole. */
#include "document/journal.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "document/xml-guard.h"
#include "document/xml-write.h"

#define HEAD "throughline-journal 1\n"

struct _TlJournal {
  /* Owned */
  char    *path;
  char    *text;      /* as of the last frame */
  gsize    length;

  /* State */
  int      fd;
  gboolean failed;
};

G_DEFINE_QUARK (tl-journal-error-quark, tl_journal_error)

/* FNV-1a: against torn writes, not against people. */
static guint64
checksum (guint64     sum,
          const char *bytes,
          gsize       length)
{
  for (gsize i = 0; i < length; i++)
    sum = (sum ^ (guchar) bytes[i]) * G_GUINT64_CONSTANT (1099511628211);
  return sum;
}

static guint64
frame_sum (gsize       front,
           gsize       back,
           const char *bytes,
           gsize       length)
{
  char numbers[64];
  int n = g_snprintf (numbers, sizeof numbers, "%zu %zu %zu", front, back, length);

  return checksum (checksum (G_GUINT64_CONSTANT (14695981039346656037), numbers, (gsize) n), bytes,
                   length);
}

static gboolean
write_all (TlJournal   *journal,
           const char  *bytes,
           gsize        length,
           GError     **error)
{
  while (length > 0 && !journal->failed) {
    ssize_t n = write (journal->fd, bytes, length);

    if (n < 0 && errno == EINTR)
      continue;
    journal->failed = n < 0;
    bytes += MAX (n, 0);
    length -= (gsize) MAX (n, 0);
  }
  if (!journal->failed && fdatasync (journal->fd) != 0 && errno != EINVAL)
    journal->failed = TRUE;
  if (journal->failed)
    g_set_error (error, TL_JOURNAL_ERROR, TL_JOURNAL_ERROR_FAILED,
                 _("Changes are not kept safe any more until the chart is saved: %s."),
                 g_strerror (errno));
  return !journal->failed;
}

TlJournal *
tl_journal_new (const char         *path,
                const char         *document,
                const TlFileStamp  *stamp,
                GError            **error)
{
  static const TlFileStamp none = { FALSE, 0, 0, 0 };
  g_autoptr (TlJournal) journal = g_new0 (TlJournal, 1);
  const TlFileStamp *seen = stamp != NULL ? stamp : &none;
  const char *name = document != NULL ? document : "";
  g_autofree char *head = NULL;

  journal->path = g_strdup (path);
  journal->text = g_strdup ("");
  journal->fd = open (path, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0600);
  if (journal->fd < 0) {
    g_set_error (error, TL_JOURNAL_ERROR, TL_JOURNAL_ERROR_FAILED,
                 _("Changes cannot be kept safe until the chart is saved: %s."), g_strerror (errno));
    return NULL;
  }
  head = g_strdup_printf (HEAD "%d %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GUINT64_FORMAT
                          " %zu\n%s\n", seen->exists, seen->mtime, seen->size, seen->inode,
                          strlen (name), name);
  if (!write_all (journal, head, strlen (head), error))
    return NULL;
  return g_steal_pointer (&journal);
}

gboolean
tl_journal_append (TlJournal      *journal,
                   const TlChart  *chart,
                   GError        **error)
{
  gsize length, front = 0, back = 0;
  g_autofree char *text = tl_xml_write (chart, &length);
  gsize shorter = MIN (length, journal->length);
  g_autoptr (GString) frame = NULL;
  gsize between;

  while (front < shorter && text[front] == journal->text[front])
    front++;
  if (front == length && front == journal->length)
    return TRUE;
  while (back < shorter - front &&
         text[length - back - 1] == journal->text[journal->length - back - 1])
    back++;
  between = length - front - back;
  frame = g_string_sized_new (between + 96);
  g_string_append_printf (frame, "%zu %zu %zu %" G_GINT64_MODIFIER "x\n", front, back, between,
                          frame_sum (front, back, text + front, between));
  g_string_append_len (frame, text + front, (gssize) between);
  g_string_append_c (frame, '\n');
  if (!write_all (journal, frame->str, frame->len, error))
    return FALSE;
  g_free (journal->text);
  journal->text = g_steal_pointer (&text);
  journal->length = length;
  return TRUE;
}

void
tl_journal_free (TlJournal *journal)
{
  if (journal == NULL)
    return;

  if (journal->fd >= 0)
    close (journal->fd);
  g_free (journal->path);
  g_free (journal->text);
  g_free (journal);
}

void
tl_journal_discard (TlJournal *journal)
{
  g_unlink (journal->path);
  tl_journal_free (journal);
}

/* Reading.  @at and @end bound what is left of the file. */

/* One number and the sign after it. */
static gboolean
take_number (const char **at,
             const char  *end,
             guint        base,
             char         after,
             guint64     *number)
{
  char *stop;

  if (*at >= end || !g_ascii_isxdigit (**at))
    return FALSE;
  *number = g_ascii_strtoull (*at, &stop, base);
  if (stop >= end || *stop != after)
    return FALSE;
  *at = stop + 1;
  return TRUE;
}

static gboolean
read_head (const char       **at,
           const char        *end,
           TlJournalContent  *content)
{
  guint64 exists, mtime, size, inode, length;

  if ((gsize) (end - *at) < strlen (HEAD) || memcmp (*at, HEAD, strlen (HEAD)) != 0)
    return FALSE;
  *at += strlen (HEAD);
  if (!take_number (at, end, 10, ' ', &exists) || !take_number (at, end, 10, ' ', &mtime) ||
      !take_number (at, end, 10, ' ', &size) || !take_number (at, end, 10, ' ', &inode) ||
      !take_number (at, end, 10, '\n', &length) || length >= (guint64) (end - *at) ||
      (*at)[length] != '\n')
    return FALSE;
  content->stamp = (TlFileStamp) { exists != 0, (gint64) mtime, (gint64) size, inode };
  content->document = length > 0 ? g_strndup (*at, length) : NULL;
  *at += length + 1;
  return TRUE;
}

static gboolean
read_frame (const char       **at,
            const char        *end,
            TlJournalContent  *content)
{
  guint64 front, back, between, sum;
  const char *from = *at;
  char *text;

  if (!take_number (&from, end, 10, ' ', &front) || !take_number (&from, end, 10, ' ', &back) ||
      !take_number (&from, end, 10, ' ', &between) || !take_number (&from, end, 16, '\n', &sum) ||
      between >= (guint64) (end - from) || from[between] != '\n' || front > content->length ||
      back > content->length - front || front + between + back > TL_XML_MAX_BYTES ||
      sum != frame_sum (front, back, from, between))
    return FALSE;
  text = g_malloc (front + between + back + 1);
  memcpy (text, content->text, front);
  memcpy (text + front, from, between);
  memcpy (text + front + between, content->text + content->length - back, back);
  text[front + between + back] = '\0';
  g_free (content->text);
  content->text = text;
  content->length = front + between + back;
  content->n_frames++;
  *at = from + between + 1;
  return TRUE;
}

TlJournalContent *
tl_journal_read (const char  *path,
                 GError     **error)
{
  g_autoptr (TlJournalContent) content = g_new0 (TlJournalContent, 1);
  g_autofree char *bytes = NULL;
  const char *at, *end;
  gsize length;

  content->text = g_strdup ("");
  if (!g_file_get_contents (path, &bytes, &length, error))
    return NULL;
  at = bytes;
  end = bytes + length;
  if (read_head (&at, end, content)) {
    while (at < end && read_frame (&at, end, content))
      continue;
  }
  if (content->n_frames == 0) {
    g_set_error_literal (error, TL_JOURNAL_ERROR, TL_JOURNAL_ERROR_UNREADABLE,
                         _("There are no changes in it that can be brought back."));
    return NULL;
  }
  content->torn = at < end;
  return g_steal_pointer (&content);
}

void
tl_journal_content_free (TlJournalContent *content)
{
  if (content == NULL)
    return;

  g_free (content->document);
  g_free (content->text);
  g_free (content);
}
