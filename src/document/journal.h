/* journal.h - edits kept outside the document until it is saved, against crashes.
 *
 * A journal is a file that only grows.  Its head names the document and how that
 * looked when it was opened; then comes one frame a commit, on the disk before
 * tl_journal_append() returns.  A frame says how the canonical text of the chart
 * differs from the frame before: bytes kept in front, bytes kept behind, and
 * what now stands between.  A frame that was cut short, or whose checksum is
 * wrong, ends the journal; all before it counts.
 */
#pragma once

#include "document/save.h"
#include "document/xml-read.h"

G_BEGIN_DECLS

typedef struct _TlJournal TlJournal;

#define TL_JOURNAL_ERROR (tl_journal_error_quark ())
typedef enum {
  TL_JOURNAL_ERROR_FAILED,      /* the system refused to open or to write */
  TL_JOURNAL_ERROR_UNREADABLE   /* no journal, or not one whole frame in it */
} TlJournalError;
GQuark     tl_journal_error_quark (void);

/**
 * tl_journal_new:
 * @path: the journal's own file, which is replaced
 * @document: (nullable): path of the document; %NULL = never saved
 * @stamp: (nullable): the document's file as it was read
 */
TlJournal *tl_journal_new         (const char         *path,
                                   const char         *document,
                                   const TlFileStamp  *stamp,
                                   GError            **error) G_GNUC_WARN_UNUSED_RESULT;
/* Appends how @chart looks now; nothing when it looks as it did.  After a failure
 * the journal takes no more, for what follows a torn frame is never read. */
gboolean   tl_journal_append      (TlJournal          *journal,
                                   const TlChart      *chart,
                                   GError            **error);
/* The file stays. */
void       tl_journal_free        (TlJournal          *journal);
/* Removes the file: after a save, or when all is to be forgotten. */
void       tl_journal_discard     (TlJournal          *journal);

typedef struct {
  char        *document;   /* NULL = never saved */
  TlFileStamp  stamp;      /* of the document as it was read */
  char        *text;       /* the chart after the last whole frame; for tl_xml_read() */
  gsize        length;
  guint        n_frames;
  gboolean     torn;       /* something followed that was not a whole frame */
} TlJournalContent;

TlJournalContent *tl_journal_read (const char         *path,
                                   GError            **error) G_GNUC_WARN_UNUSED_RESULT;
void       tl_journal_content_free (TlJournalContent  *content);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlJournal, tl_journal_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlJournalContent, tl_journal_content_free)

G_END_DECLS
