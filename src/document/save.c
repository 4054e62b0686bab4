/* save.c - write beside, flush, rename, flush the folder.
 *
 * Invariants:
 *   (1) the target's name is touched by one call only, the rename;
 *   (2) the rename comes after every byte has been flushed to the disk;
 *   (3) a failed save removes the file it made beside the target.
 */
#include "document/save.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>

#define MAX_LINKS      40    /* symbolic links followed, as the kernel does */
#define MAX_BASE_BYTES 200   /* of the target's name in the temporary name */

G_DEFINE_QUARK (tl-save-error-quark, tl_save_error)

static int
system_make (gpointer  data,
             char     *pattern)
{
  return g_mkstemp_full (pattern, O_RDWR | O_CLOEXEC, 0600);
}

static int
system_chown (gpointer data,
              int      fd,
              uid_t    owner,
              gid_t    group)
{
  return fchown (fd, owner, group);
}

static int
system_chmod (gpointer data,
              int      fd,
              mode_t   mode)
{
  return fchmod (fd, mode);
}

static ssize_t
system_write (gpointer    data,
              int         fd,
              const void *bytes,
              gsize       length)
{
  return write (fd, bytes, length);
}

static int
system_sync (gpointer data,
             int      fd)
{
  return fsync (fd);
}

static int
system_close (gpointer data,
              int      fd)
{
  return close (fd);
}

static int
system_stat (gpointer     data,
             const char  *path,
             struct stat *result)
{
  return stat (path, result);
}

static int
system_rename (gpointer    data,
               const char *from,
               const char *to)
{
  return rename (from, to);
}

static int
system_unlink (gpointer    data,
               const char *path)
{
  return unlink (path);
}

static int
system_folder (gpointer    data,
               const char *path)
{
  return open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

static const TlSaveOps system_ops = {
  .make = system_make,
  .chown = system_chown,
  .chmod = system_chmod,
  .write = system_write,
  .sync = system_sync,
  .close = system_close,
  .stat = system_stat,
  .rename = system_rename,
  .unlink = system_unlink,
  .folder = system_folder,
};

const TlSaveOps *
tl_save_ops_system (void)
{
  return &system_ops;
}

void
tl_file_stamp_take (TlFileStamp       *stamp,
                    const struct stat *st)
{
  stamp->exists = TRUE;
  stamp->mtime = (gint64) st->st_mtim.tv_sec * G_GINT64_CONSTANT (1000000000) + st->st_mtim.tv_nsec;
  stamp->size = st->st_size;
  stamp->inode = st->st_ino;
}

/* Sets @error from errno, naming the file and what to do where that is known. */
static void
fail (GError     **error,
      const char  *path,
      int          code)
{
  g_autofree char *name = g_filename_display_name (path);

  switch (code) {
  case ENOSPC:
  case EDQUOT:
    g_set_error (error, TL_SAVE_ERROR, TL_SAVE_ERROR_NO_SPACE,
                 _("“%s” was not saved: there is no room left on the disk. The file still holds "
                   "what it held before. Make room, or save in another folder."), name);
    break;
  case EACCES:
  case EPERM:
  case EROFS:
    g_set_error (error, TL_SAVE_ERROR, TL_SAVE_ERROR_READ_ONLY,
                 _("“%s” was not saved: you may not write there (%s). "
                   "Save under another name or in another folder."), name, g_strerror (code));
    break;
  default:
    g_set_error (error, TL_SAVE_ERROR, TL_SAVE_ERROR_FAILED,
                 _("“%s” was not saved: %s. Save under another name or in another folder."),
                 name, g_strerror (code));
    break;
  }
}

/* The file that @path leads to, through any symbolic links, also when it does not
 * exist yet.  NULL with errno when its folder does not exist. */
static char *
resolve (const char *path)
{
  g_autofree char *at = g_strdup (path);

  for (guint i = 0; i < MAX_LINKS; i++) {
    g_autofree char *link = g_file_read_link (at, NULL);
    g_autofree char *folder = g_path_get_dirname (at);

    if (link == NULL) {
      g_autofree char *base = g_path_get_basename (at);
      char *real = realpath (folder, NULL);
      char *found;

      if (real == NULL)
        return NULL;
      found = g_build_filename (real, base, NULL);
      free (real);
      return found;
    }
    g_free (at);
    at = g_path_is_absolute (link) ? g_steal_pointer (&link)
                                   : g_build_filename (folder, link, NULL);
  }
  errno = ELOOP;
  return NULL;
}

/* Owner, group and permissions as the old file had them, as far as we may.  A
 * group we may not give gets no more than strangers had. */
static gboolean
keep_permissions (const TlSaveOps   *ops,
                  int                fd,
                  const struct stat *old)
{
  mode_t mode;

  if (old == NULL) {
    mode_t mask = umask (0);

    umask (mask);
    return ops->chmod (ops->data, fd, 0666 & ~mask) == 0;
  }
  mode = old->st_mode & 07777;
  if (old->st_uid != geteuid () || old->st_gid != getegid ()) {
    if (ops->chown (ops->data, fd, old->st_uid, old->st_gid) != 0 &&
        ops->chown (ops->data, fd, (uid_t) -1, old->st_gid) != 0)
      mode = (mode & ~(mode_t) 06070) | ((mode & 07) << 3);
  }
  return ops->chmod (ops->data, fd, mode) == 0;
}

static gboolean
write_all (const TlSaveOps *ops,
           int              fd,
           const char      *bytes,
           gsize            length)
{
  while (length > 0) {
    ssize_t n = ops->write (ops->data, fd, bytes, length);

    if (n < 0 && errno == EINTR)
      continue;
    if (n <= 0) {
      if (n == 0)
        errno = EIO;
      return FALSE;
    }
    bytes += n;
    length -= (gsize) n;
  }
  return TRUE;
}

/* Refuses what must not be replaced.  @old is filled in when the target exists. */
static gboolean
check_target (const TlSaveOps    *ops,
              const char         *target,
              const TlFileStamp  *expected,
              struct stat        *old,
              gboolean           *exists,
              GError            **error)
{
  TlFileStamp now = { FALSE, 0, 0, 0 };

  *exists = ops->stat (ops->data, target, old) == 0;
  if (!*exists && errno != ENOENT) {
    fail (error, target, errno);
    return FALSE;
  }
  if (*exists) {
    tl_file_stamp_take (&now, old);
    if (!S_ISREG (old->st_mode)) {
      g_autofree char *name = g_filename_display_name (target);

      g_set_error (error, TL_SAVE_ERROR, TL_SAVE_ERROR_NOT_A_FILE,
                   _("“%s” is not a file that can be saved to. Choose another name."), name);
      return FALSE;
    }
  }
  if (expected != NULL && !tl_file_stamp_equal (expected, &now)) {
    g_autofree char *name = g_filename_display_name (target);

    g_set_error (error, TL_SAVE_ERROR, TL_SAVE_ERROR_CHANGED,
                 now.exists
                 ? _("“%s” was not saved: it has been changed by another program since it was "
                     "opened. Save under another name, or open it again.")
                 : _("“%s” was not saved: it has been moved or deleted since it was opened. "
                     "Save under another name."), name);
    return FALSE;
  }
  if (*exists && g_access (target, W_OK) != 0) {
    fail (error, target, errno);
    return FALSE;
  }
  return TRUE;
}

/* Everything up to, not including, the rename.  On success the new file lies
 * flushed under the name @temporary and @stamp tells how it looks. */
static gboolean
write_beside (const TlSaveOps    *ops,
              char               *temporary,
              const char         *bytes,
              gsize               length,
              const struct stat  *old,
              TlFileStamp        *stamp)
{
  struct stat written;
  int fd = ops->make (ops->data, temporary);
  int code = 0;

  if (fd < 0)
    return FALSE;
  if (!keep_permissions (ops, fd, old) || !write_all (ops, fd, bytes, length) ||
      ops->sync (ops->data, fd) != 0)
    code = errno;
  if (ops->close (ops->data, fd) != 0 && code == 0)
    code = errno;
  if (code == 0 && ops->stat (ops->data, temporary, &written) != 0)
    code = errno;
  if (code != 0) {
    ops->unlink (ops->data, temporary);
    errno = code;
    return FALSE;
  }
  tl_file_stamp_take (stamp, &written);
  return TRUE;
}

/* File systems that cannot flush a folder say so and have nothing to flush. */
static gboolean
sync_folder (const TlSaveOps *ops,
             const char      *folder)
{
  int fd = ops->folder (ops->data, folder);
  gboolean done;

  if (fd < 0)
    return errno == EACCES;   /* a folder may be written to without being readable */
  done = ops->sync (ops->data, fd) == 0 || errno == EINVAL || errno == ENOTSUP;
  ops->close (ops->data, fd);
  return done;
}

gboolean
tl_save_with (const TlSaveOps    *ops,
              const char         *path,
              const char         *bytes,
              gsize               length,
              const TlFileStamp  *expected,
              TlFileStamp        *stamp,
              GError            **error)
{
  g_autofree char *target = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *base = NULL;
  g_autofree char *temporary = NULL;
  struct stat old;
  TlFileStamp written;
  gboolean exists;

  g_return_val_if_fail (ops != NULL && path != NULL && *path != '\0', FALSE);
  g_return_val_if_fail (bytes != NULL || length == 0, FALSE);

  target = resolve (path);
  if (target == NULL) {
    fail (error, path, errno);
    return FALSE;
  }
  if (!check_target (ops, target, expected, &old, &exists, error))
    return FALSE;
  folder = g_path_get_dirname (target);
  base = g_path_get_basename (target);
  temporary = g_strdup_printf ("%s/.%.*s.XXXXXX", folder, MAX_BASE_BYTES, base);
  if (!write_beside (ops, temporary, bytes, length, exists ? &old : NULL, &written)) {
    fail (error, target, errno);
    return FALSE;
  }
  /* Once more: writing may have taken long, on a slow disk even seconds. */
  if (!check_target (ops, target, expected, &old, &exists, error)) {
    ops->unlink (ops->data, temporary);
    return FALSE;
  }
  if (ops->rename (ops->data, temporary, target) != 0) {
    int code = errno;

    ops->unlink (ops->data, temporary);
    fail (error, target, code);
    return FALSE;
  }
  if (stamp != NULL)
    *stamp = written;
  if (!sync_folder (ops, folder)) {
    g_autofree char *name = g_filename_display_name (target);

    g_set_error (error, TL_SAVE_ERROR, TL_SAVE_ERROR_UNCERTAIN,
                 _("“%s” was saved, but the disk did not confirm it (%s). Save once more, or "
                   "keep a copy in another folder."), name, g_strerror (errno));
    return FALSE;
  }
  return TRUE;
}

gboolean
tl_save (const char         *path,
         const char         *bytes,
         gsize               length,
         const TlFileStamp  *expected,
         TlFileStamp        *stamp,
         GError            **error)
{
  return tl_save_with (&system_ops, path, bytes, length, expected, stamp, error);
}

gboolean
tl_file_stamp_read (const char   *path,
                    TlFileStamp  *stamp,
                    GError      **error)
{
  TlFileStamp found = { FALSE, 0, 0, 0 };
  struct stat st;

  if (stat (path, &st) == 0) {
    tl_file_stamp_take (&found, &st);
  } else if (errno != ENOENT) {
    g_autofree char *name = g_filename_display_name (path);
    int code = errno;

    g_set_error (error, TL_SAVE_ERROR, TL_SAVE_ERROR_FAILED,
                 _("“%s” cannot be looked at: %s."), name, g_strerror (code));
    return FALSE;
  }
  *stamp = found;
  return TRUE;
}

gboolean
tl_file_stamp_equal (const TlFileStamp *a,
                     const TlFileStamp *b)
{
  if (!a->exists || !b->exists)
    return a->exists == b->exists;
  return a->mtime == b->mtime && a->size == b->size && a->inode == b->inode;
}
