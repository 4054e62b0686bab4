/* save.h - a durable save: the old file or the new one, never a torn one.
 *
 * The bytes go to a new file beside the target, which is flushed to the disk
 * and then renamed over it; last the folder is flushed.  Whatever happens on
 * the way - full disk, no permission, the process killed - the old file stays
 * whole.  Symbolic links are followed, owner and permissions are kept.  Other
 * hard links of the old file keep the old content.
 */
#pragma once

#include <glib.h>
#include <sys/stat.h>

G_BEGIN_DECLS

#define TL_SAVE_ERROR (tl_save_error_quark ())
typedef enum {
  TL_SAVE_ERROR_CHANGED,     /* somebody else wrote the file since it was read */
  TL_SAVE_ERROR_READ_ONLY,   /* the file may not be written to */
  TL_SAVE_ERROR_NOT_A_FILE,  /* a folder, a device, a pipe */
  TL_SAVE_ERROR_NO_SPACE,    /* the disk is full or the quota used up */
  TL_SAVE_ERROR_FAILED,      /* anything else the system refused */
  TL_SAVE_ERROR_UNCERTAIN    /* saved, but the disk did not confirm the new name */
} TlSaveError;
GQuark   tl_save_error_quark (void);

/* What a file looked like when it was read or written: enough to notice that
 * somebody else has written it since. */
typedef struct {
  gboolean exists;
  gint64   mtime;    /* nanoseconds since 1970 */
  gint64   size;     /* bytes */
  guint64  inode;
} TlFileStamp;

/* The system calls a save makes, in a table so that a test can make each of them
 * fail.  All follow the C library: -1 and errno on failure. */
typedef struct {
  gpointer data;
  int     (*make)   (gpointer data, char *pattern);   /* like mkstemp() */
  int     (*chown)  (gpointer data, int fd, uid_t owner, gid_t group);
  int     (*chmod)  (gpointer data, int fd, mode_t mode);
  ssize_t (*write)  (gpointer data, int fd, const void *bytes, gsize length);
  int     (*sync)   (gpointer data, int fd);
  int     (*close)  (gpointer data, int fd);
  int     (*stat)   (gpointer data, const char *path, struct stat *result);
  int     (*rename) (gpointer data, const char *from, const char *to);
  int     (*unlink) (gpointer data, const char *path);
  int     (*folder) (gpointer data, const char *path);   /* opens a folder for sync */
} TlSaveOps;

const TlSaveOps *tl_save_ops_system (void);

/* A file that does not exist gives a stamp with @exists FALSE. */
gboolean tl_file_stamp_read  (const char         *path,
                              TlFileStamp        *stamp,
                              GError            **error);
void     tl_file_stamp_take  (TlFileStamp        *stamp,
                              const struct stat  *st);
gboolean tl_file_stamp_equal (const TlFileStamp  *a,
                              const TlFileStamp  *b);

/**
 * tl_save:
 * @path: where to; a symbolic link is followed, even to a file not there yet
 * @expected: what the file must still look like, or %NULL to save over anything
 * @stamp: (out) (optional): what the file looks like now
 * @error: where to put a %TL_SAVE_ERROR
 *
 * Returns: whether the file now holds the bytes.  On failure it holds what it
 * held before and @stamp is not set, except after %TL_SAVE_ERROR_UNCERTAIN, when
 * it holds the new bytes and @stamp is set.
 */
gboolean tl_save             (const char         *path,
                              const char         *bytes,
                              gsize               length,
                              const TlFileStamp  *expected,
                              TlFileStamp        *stamp,
                              GError            **error);

/* The same with system calls of the caller's choice. */
gboolean tl_save_with        (const TlSaveOps    *ops,
                              const char         *path,
                              const char         *bytes,
                              gsize               length,
                              const TlFileStamp  *expected,
                              TlFileStamp        *stamp,
                              GError            **error);

G_END_DECLS
