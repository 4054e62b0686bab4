/* journal.h - edits kept outside the document until it is saved, against crashes.
 *
 * A journal is a file that only grows.  Its head names the document and how that
 * looked when it was opened; then comes one frame for each state of the chart, on the
 * disk before tl_journal_append() returns.  The first frame holds the chart as it was
 * opened or saved; each after it says what was done, and how the canonical text
 * differs from the frame before: bytes kept in front, bytes kept behind, and what now
 * stands between.  A frame that was cut short, or whose checksum is wrong, ends the
 * journal; all before it counts.
 *
 * The file is locked as long as a program writes to it, so that nobody takes work that
 * is still being done for work that was left behind.  It gets its name only when it is
 * locked and has its head.
 */
#pragma once

#include "document/save.h"
#include "document/xml-read.h"

G_BEGIN_DECLS

typedef struct _TlJournal TlJournal;

#define TL_JOURNAL_SUFFIX ".journal"

#define TL_JOURNAL_ERROR (tl_journal_error_quark ())
typedef enum {
  TL_JOURNAL_ERROR_FAILED,      /* the system refused to open or to write */
  TL_JOURNAL_ERROR_BUSY,        /* another program is writing to it */
  TL_JOURNAL_ERROR_UNREADABLE   /* no journal, or not one whole frame in it */
} TlJournalError;
GQuark     tl_journal_error_quark (void);

typedef enum {
  TL_JOURNAL_CHANGE = 'c',   /* also the first frame */
  TL_JOURNAL_UNDO = 'u',
  TL_JOURNAL_REDO = 'r'
} TlJournalAct;

/**
 * tl_journal_new:
 * @folder: where the journal gets a name of its own; made if it is not there
 * @document: (nullable): path of the document; %NULL = never saved
 * @stamp: (nullable): the document's file as it was read
 */
TlJournal *tl_journal_new         (const char         *folder,
                                   const char         *document,
                                   const TlFileStamp  *stamp,
                                   GError            **error) G_GNUC_WARN_UNUSED_RESULT;
/* Appends how the chart looks now: @text, which it takes; nothing when it looks as it
 * did.  @label: what the undo menu calls the act.  After a failure the journal takes no
 * more, for what follows a torn frame is never read. */
gboolean   tl_journal_append      (TlJournal          *journal,
                                   TlJournalAct        act,
                                   const char         *label,
                                   char               *text,
                                   gsize               length,
                                   GError            **error);
const char *tl_journal_path       (const TlJournal    *journal);
/* The file stays. */
void       tl_journal_free        (TlJournal          *journal);
/* Removes the file: after a save, or when all is to be forgotten. */
void       tl_journal_discard     (TlJournal          *journal);

typedef struct {
  TlJournalAct act;
  char        *label;
  gsize        front, back, between;
  const char  *bytes;       /* what stands between; in the content's bytes */
} TlJournalFrame;

typedef struct {
  char        *document;   /* NULL = never saved */
  TlFileStamp  stamp;      /* of the document as it was read */
  GArray      *frames;     /* TlJournalFrame, one at the least */
  char        *text;       /* the chart after the last of them; for tl_xml_read() */
  gsize        length;
  gsize        end;        /* where in the file the last of them ends */
  gboolean     torn;       /* something followed that was not a whole frame */
  char        *bytes;      /* the whole file */
} TlJournalContent;

TlJournalContent *tl_journal_read (const char         *path,
                                   GError            **error) G_GNUC_WARN_UNUSED_RESULT;
/* @text as @frame makes it of the text before; @length is of either. */
char      *tl_journal_patch       (const char           *text,
                                   gsize                *length,
                                   const TlJournalFrame *frame) G_GNUC_WARN_UNUSED_RESULT;
void       tl_journal_content_free (TlJournalContent  *content);

/* Takes up a journal that was left behind: locks it, reads it, and goes on after the
 * last whole frame.  Fails with TL_JOURNAL_ERROR_BUSY while somebody else holds it. */
TlJournal *tl_journal_resume      (const char         *path,
                                   TlJournalContent  **content,
                                   GError            **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlJournal, tl_journal_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlJournalContent, tl_journal_content_free)

G_END_DECLS
