/* rescue.c - work that was left behind. */
#include "document/rescue.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "document/document-private.h"
#include "document/journal.h"
#include "document/xml-read.h"
#include "document/xml-write.h"
#include "model/ops.h"

/* Bytes of XML to read again for the sake of undo: about half a second's worth. */
#define REPLAY_BYTES (32u << 20)

struct _TlRescue {
  TlJournal        *journal;   /* NULL: restored or discarded */
  TlJournalContent *content;
  char             *title;
  gint64            time;
};

char *
tl_rescue_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "throughline", "journals", NULL);
}

static TlChart *
read_text (const TlJournalContent *content,
           const char             *text,
           gsize                   length,
           GPtrArray              *problems)
{
  g_autofree char *name = content->document != NULL
                          ? g_filename_display_name (content->document) : g_strdup ("-");

  return tl_xml_read (text, length, name, problems);
}

/* Whether the document's file says already what the journal says last, or nothing was
 * changed in the end. */
static gboolean
is_needless (const TlJournalContent *content)
{
  const TlJournalFrame *first = &g_array_index (content->frames, TlJournalFrame, 0);
  g_autofree char *saved = NULL;
  gsize length;

  if (content->length == first->between &&
      memcmp (content->text, first->bytes, content->length) == 0)
    return TRUE;
  return content->document != NULL &&
         g_file_get_contents (content->document, &saved, &length, NULL) &&
         length == content->length && memcmp (saved, content->text, length) == 0;
}

/* NULL when there is nothing to rescue, or it is not ours. */
static TlRescue *
take_up (const char *path,
         const char *document)
{
  g_autoptr (TlJournalContent) content = NULL;
  g_autoptr (TlJournal) journal = tl_journal_resume (path, &content, NULL);
  g_autoptr (GPtrArray) problems = tl_read_problems_new ();
  g_autoptr (TlChart) chart = NULL;
  TlRescue *rescue;
  GStatBuf st;

  if (journal == NULL ||
      (document != NULL && g_strcmp0 (content->document, document) != 0))
    return NULL;
  if (is_needless (content)) {
    tl_journal_discard (g_steal_pointer (&journal));
    return NULL;
  }
  chart = read_text (content, content->text, content->length, problems);
  rescue = g_new0 (TlRescue, 1);
  rescue->journal = g_steal_pointer (&journal);
  rescue->content = g_steal_pointer (&content);
  rescue->time = g_stat (path, &st) == 0 ? st.st_mtime : 0;
  if (chart != NULL)
    rescue->title = g_strdup (tl_chart_info (chart)->title);
  else
    rescue->title = g_path_get_basename (rescue->content->document != NULL
                                         ? rescue->content->document : path);
  return rescue;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const TlRescue *first = *(const TlRescue * const *) a;
  const TlRescue *second = *(const TlRescue * const *) b;

  return (second->time > first->time) - (second->time < first->time);
}

GPtrArray *
tl_rescue_list (const char *folder,
                const char *document)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_rescue_free);
  const char *file;

  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, file, NULL);
    TlRescue *rescue = g_str_has_suffix (file, TL_JOURNAL_SUFFIX) ? take_up (path, document) : NULL;

    if (rescue != NULL)
      g_ptr_array_add (list, rescue);
  }
  g_ptr_array_sort (list, compare_times);
  return list;
}

const char *
tl_rescue_get_document (const TlRescue *rescue)
{
  return rescue->content->document;
}

const char *
tl_rescue_get_title (const TlRescue *rescue)
{
  return rescue->title;
}

gint64
tl_rescue_get_time (const TlRescue *rescue)
{
  return rescue->time;
}

guint
tl_rescue_get_n_changes (const TlRescue *rescue)
{
  return rescue->content->frames->len - 1;
}

/* Going through the states again, so that they can be undone. */

typedef struct {
  TlChart *chart;
  GArray  *sums;       /* guint: a hash of the text of each state that can be returned to */
  guint    position;   /* in sums */
} Replay;

static guint
hash_text (const char *text,
           gsize       length)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, length);

  return g_bytes_hash (bytes);
}

static gboolean
is_state (const Replay *replay,
          guint         position,
          guint         sum)
{
  return position < replay->sums->len && g_array_index (replay->sums, guint, position) == sum;
}

/* An undo or redo is done as one, where it leads to a state gone through here. */
static gboolean
replay_frame (Replay                 *replay,
              const TlJournalContent *content,
              const TlJournalFrame   *frame,
              const char             *text,
              gsize                   length,
              GPtrArray              *problems)
{
  guint sum = hash_text (text, length);
  g_autoptr (TlChart) state = NULL;

  if (frame->act == TL_JOURNAL_UNDO && replay->position > 0 &&
      is_state (replay, replay->position - 1, sum)) {
    tl_chart_undo (replay->chart);
    replay->position--;
    return TRUE;
  }
  if (frame->act == TL_JOURNAL_REDO && is_state (replay, replay->position + 1, sum)) {
    tl_chart_redo (replay->chart);
    replay->position++;
    return TRUE;
  }
  state = read_text (content, text, length, problems);
  if (state == NULL)
    return FALSE;
  tl_chart_begin (replay->chart, frame->label);
  tl_ops_become (replay->chart, state);
  if (!tl_chart_commit (replay->chart, NULL))
    return FALSE;
  g_array_set_size (replay->sums, replay->position + 1);
  g_array_append_val (replay->sums, sum);
  replay->position++;
  return TRUE;
}

/* Makes @chart say what the journal says last, should the way there have led elsewhere. */
static gboolean
arrive (TlChart                *chart,
        const TlJournalContent *content,
        GPtrArray              *problems)
{
  gsize length;
  g_autofree char *text = tl_xml_write (chart, &length);
  g_autoptr (TlChart) last = NULL;

  if (length == content->length && memcmp (text, content->text, length) == 0)
    return TRUE;
  last = read_text (content, content->text, content->length, problems);
  if (last == NULL)
    return FALSE;
  tl_chart_begin (chart, _("Restore Changes"));
  tl_ops_become (chart, last);
  return tl_chart_commit (chart, NULL);
}

/* The chart with as much history as can be had in reasonable time.  @base_version: of the
 * chart as it was opened or saved, where the history reaches back so far. */
static TlChart *
replay (const TlJournalContent *content,
        guint64                *base_version,
        GPtrArray              *problems)
{
  guint most = (guint) (REPLAY_BYTES / MAX (content->length, 1));
  guint begin = content->frames->len - 1 > most ? content->frames->len - 1 - most : 0;
  g_autoptr (GArray) sums = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (TlChart) chart = NULL;
  Replay self = { NULL, sums, 0 };
  g_autofree char *text = g_strdup ("");
  gsize length = 0;

  *base_version = G_MAXUINT64;
  for (guint i = 0; i < content->frames->len; i++) {
    const TlJournalFrame *frame = &g_array_index (content->frames, TlJournalFrame, i);
    char *next = tl_journal_patch (text, &length, frame);

    g_free (text);
    text = next;
    if (i == begin) {
      guint sum = hash_text (text, length);

      chart = self.chart = read_text (content, text, length, problems);
      if (chart == NULL)
        return NULL;
      g_array_append_val (sums, sum);
      if (begin == 0)
        *base_version = tl_chart_version (chart);
    } else if (i > begin && !replay_frame (&self, content, frame, text, length, problems)) {
      return NULL;
    }
  }
  return arrive (chart, content, problems) ? g_steal_pointer (&chart) : NULL;
}

TlChart *
tl_rescue_read (const TlRescue *rescue,
                GPtrArray      *problems)
{
  return read_text (rescue->content, rescue->content->text, rescue->content->length, problems);
}

TlDocument *
tl_rescue_restore (TlRescue  *rescue,
                   GPtrArray *problems)
{
  const TlJournalContent *content = rescue->content;
  const TlJournalFrame *first = &g_array_index (content->frames, TlJournalFrame, 0);
  g_autofree char *folder = NULL;
  guint64 base_version;
  TlKeeper *keeper;
  TlChart *chart;

  g_return_val_if_fail (rescue->journal != NULL, NULL);

  chart = replay (content, &base_version, problems);
  if (chart == NULL)
    return NULL;
  folder = g_path_get_dirname (tl_journal_path (rescue->journal));
  keeper = tl_keeper_new (folder, chart, content->document, &content->stamp);
  tl_keeper_rebase (keeper, chart, g_strndup (first->bytes, first->between), first->between,
                    content->document, &content->stamp);
  tl_keeper_adopt (keeper, g_steal_pointer (&rescue->journal), chart);
  return tl_document_new_rescued (chart, content->document, &content->stamp, base_version, keeper);
}

void
tl_rescue_discard (TlRescue *rescue)
{
  g_clear_pointer (&rescue->journal, tl_journal_discard);
}

void
tl_rescue_free (TlRescue *rescue)
{
  if (rescue == NULL)
    return;

  tl_journal_free (rescue->journal);
  tl_journal_content_free (rescue->content);
  g_free (rescue->title);
  g_free (rescue);
}
