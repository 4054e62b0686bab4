/* journal.c - appends frames, and reads as many as are whole. */
#include "document/journal.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "document/xml-guard.h"

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

/* Of a whole frame but for the sum itself: its head as written, and what follows. */
static guint64
frame_sum (const char *numbers,
           gsize       n,
           const char *bytes,
           gsize       length)
{
  return checksum (checksum (G_GUINT64_CONSTANT (14695981039346656037), numbers, n), bytes,
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

/* FALSE only when somebody else holds it: a file system without locks must do without. */
static gboolean
lock (int fd)
{
  return flock (fd, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK;
}

static char *
make_head (const char        *document,
           const TlFileStamp *stamp)
{
  static const TlFileStamp none = { FALSE, 0, 0, 0 };
  const TlFileStamp *seen = stamp != NULL ? stamp : &none;
  const char *name = document != NULL ? document : "";

  return g_strdup_printf (HEAD "%d %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GUINT64_FORMAT
                          " %zu\n%s\n", seen->exists, seen->mtime, seen->size, seen->inode,
                          strlen (name), name);
}

TlJournal *
tl_journal_new (const char         *folder,
                const char         *document,
                const TlFileStamp  *stamp,
                GError            **error)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *hidden = g_strconcat (folder, G_DIR_SEPARATOR_S ".", id, NULL);
  g_autofree char *path = g_strconcat (folder, G_DIR_SEPARATOR_S, id, TL_JOURNAL_SUFFIX, NULL);
  g_autofree char *head = make_head (document, stamp);
  g_autoptr (TlJournal) journal = g_new0 (TlJournal, 1);

  journal->path = g_steal_pointer (&path);
  journal->text = g_strdup ("");
  journal->fd = -1;
  if (g_mkdir_with_parents (folder, 0700) == 0)
    journal->fd = open (hidden, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0600);
  if (journal->fd < 0) {
    g_set_error (error, TL_JOURNAL_ERROR, TL_JOURNAL_ERROR_FAILED,
                 _("Changes cannot be kept safe until the chart is saved: %s."), g_strerror (errno));
    return NULL;
  }
  lock (journal->fd);
  if (!write_all (journal, head, strlen (head), error)) {
    g_unlink (hidden);
    return NULL;
  }
  if (g_rename (hidden, journal->path) != 0) {
    g_set_error (error, TL_JOURNAL_ERROR, TL_JOURNAL_ERROR_FAILED,
                 _("Changes cannot be kept safe until the chart is saved: %s."), g_strerror (errno));
    g_unlink (hidden);
    return NULL;
  }
  return g_steal_pointer (&journal);
}

const char *
tl_journal_path (const TlJournal *journal)
{
  return journal->path;
}

/* "FRONT BACK BETWEEN ACT LABEL-LENGTH SUM", the label, what stands between. */
static GString *
make_frame (TlJournalAct  act,
            const char   *label,
            gsize         front,
            gsize         back,
            const char   *bytes,
            gsize         between)
{
  GString *frame = g_string_sized_new (between + strlen (label) + 128);
  g_autoptr (GString) body = g_string_sized_new (between + strlen (label) + 2);
  gsize n;

  g_string_append_printf (body, "%s\n", label);
  g_string_append_len (body, bytes, (gssize) between);
  g_string_append_c (body, '\n');
  g_string_append_printf (frame, "%zu %zu %zu %d %zu ", front, back, between, act,
                          strlen (label));
  n = frame->len;
  g_string_append_printf (frame, "%" G_GINT64_MODIFIER "x\n",
                          frame_sum (frame->str, n, body->str, body->len));
  g_string_append_len (frame, body->str, (gssize) body->len);
  return frame;
}

gboolean
tl_journal_append (TlJournal     *journal,
                   TlJournalAct   act,
                   const char    *label,
                   char          *text,
                   gsize          length,
                   GError       **error)
{
  g_autofree char *owned = text;
  gsize shorter = MIN (length, journal->length);
  g_autoptr (GString) frame = NULL;
  gsize front = 0, back = 0;

  while (front < shorter && text[front] == journal->text[front])
    front++;
  if (front == length && front == journal->length)
    return TRUE;
  while (back < shorter - front &&
         text[length - back - 1] == journal->text[journal->length - back - 1])
    back++;
  frame = make_frame (act, label, front, back, text + front, length - front - back);
  if (!write_all (journal, frame->str, frame->len, error))
    return FALSE;
  g_free (journal->text);
  journal->text = g_steal_pointer (&owned);
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

/* NULL when what begins at @at is no whole frame that fits @length bytes. */
static gboolean
read_frame (const char     **at,
            const char      *end,
            gsize            length,
            TlJournalFrame  *frame)
{
  guint64 front, back, between, act, label, sum;
  const char *from = *at, *numbers_end;

  if (!take_number (&from, end, 10, ' ', &front) || !take_number (&from, end, 10, ' ', &back) ||
      !take_number (&from, end, 10, ' ', &between) || !take_number (&from, end, 10, ' ', &act) ||
      !take_number (&from, end, 10, ' ', &label))
    return FALSE;
  numbers_end = from;
  if (!take_number (&from, end, 16, '\n', &sum) || label >= (guint64) (end - from) ||
      between >= (guint64) (end - from) - label - 1 || from[label + 1 + between] != '\n' ||
      front > length || back > length - front || front + between + back > TL_XML_MAX_BYTES ||
      sum != frame_sum (*at, (gsize) (numbers_end - *at), from, label + between + 2))
    return FALSE;
  *frame = (TlJournalFrame) { (TlJournalAct) act, g_strndup (from, label), front, back, between,
                              from + label + 1 };
  *at = from + label + between + 2;
  return TRUE;
}

char *
tl_journal_patch (const char           *text,
                  gsize                *length,
                  const TlJournalFrame *frame)
{
  gsize whole = frame->front + frame->between + frame->back;
  char *patched = g_malloc (whole + 1);

  memcpy (patched, text, frame->front);
  memcpy (patched + frame->front, frame->bytes, frame->between);
  memcpy (patched + frame->front + frame->between, text + *length - frame->back, frame->back);
  patched[whole] = '\0';
  *length = whole;
  return patched;
}

static void
frame_clear (gpointer data)
{
  g_free (((TlJournalFrame *) data)->label);
}

static void
read_frames (const char       *at,
             const char       *end,
             TlJournalContent *content)
{
  TlJournalFrame frame;

  while (at < end && read_frame (&at, end, content->length, &frame)) {
    char *text = tl_journal_patch (content->text, &content->length, &frame);

    g_free (content->text);
    content->text = text;
    g_array_append_val (content->frames, frame);
    content->end = (gsize) (at - content->bytes);
  }
  content->torn = at < end;
}

TlJournalContent *
tl_journal_read (const char  *path,
                 GError     **error)
{
  g_autoptr (TlJournalContent) content = g_new0 (TlJournalContent, 1);
  const char *at, *end;
  gsize length;

  content->text = g_strdup ("");
  content->frames = g_array_new (FALSE, FALSE, sizeof (TlJournalFrame));
  g_array_set_clear_func (content->frames, frame_clear);
  if (!g_file_get_contents (path, &content->bytes, &length, error))
    return NULL;
  at = content->bytes;
  end = content->bytes + length;
  if (read_head (&at, end, content))
    read_frames (at, end, content);
  if (content->frames->len == 0) {
    g_set_error_literal (error, TL_JOURNAL_ERROR, TL_JOURNAL_ERROR_UNREADABLE,
                         _("There are no changes in it that can be brought back."));
    return NULL;
  }
  return g_steal_pointer (&content);
}

void
tl_journal_content_free (TlJournalContent *content)
{
  if (content == NULL)
    return;

  g_array_unref (content->frames);
  g_free (content->document);
  g_free (content->text);
  g_free (content->bytes);
  g_free (content);
}

TlJournal *
tl_journal_resume (const char        *path,
                   TlJournalContent **content,
                   GError           **error)
{
  g_autoptr (TlJournal) journal = g_new0 (TlJournal, 1);
  g_autoptr (TlJournalContent) read = NULL;
  struct stat st;

  journal->path = g_strdup (path);
  journal->fd = open (path, O_WRONLY | O_APPEND | O_CLOEXEC);
  if (journal->fd < 0) {
    g_set_error_literal (error, TL_JOURNAL_ERROR, TL_JOURNAL_ERROR_FAILED, g_strerror (errno));
    return NULL;
  }
  /* Nothing that links to it any more: its owner put it away between open and lock. */
  if (!lock (journal->fd) || fstat (journal->fd, &st) != 0 || st.st_nlink == 0) {
    g_set_error_literal (error, TL_JOURNAL_ERROR, TL_JOURNAL_ERROR_BUSY,
                         _("The chart is open in another window."));
    return NULL;
  }
  read = tl_journal_read (path, error);
  if (read == NULL)
    return NULL;
  journal->text = g_memdup2 (read->text, read->length + 1);
  journal->length = read->length;
  /* What follows a torn frame would never be read. */
  journal->failed = read->torn && ftruncate (journal->fd, (off_t) read->end) != 0;
  *content = g_steal_pointer (&read);
  return g_steal_pointer (&journal);
}
