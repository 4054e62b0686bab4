/* keeper.c - keeps a document's journal. */
#include "document/keeper.h"

#include <glib/gi18n-lib.h>

#include "document/xml-write.h"

struct _TlKeeper {
  /* Owned */
  char        *folder;
  char        *path;       /* of the document; NULL = never saved */
  char        *base;       /* the chart as opened or saved */
  TlJournal   *journal;    /* NULL: no change yet */
  GArray      *versions;   /* guint64: of the states gone through that can be returned to */

  /* State */
  gsize        base_length;
  TlFileStamp  stamp;
  guint        position;   /* in versions: where the chart is */
  guint64      latest;     /* greatest version ever seen */
  gboolean     failed;     /* the journal takes no more */
};

static void
begin_versions (TlKeeper      *keeper,
                const TlChart *chart)
{
  guint64 version = tl_chart_version (chart);

  g_array_set_size (keeper->versions, 0);
  g_array_append_val (keeper->versions, version);
  keeper->position = 0;
  keeper->latest = MAX (keeper->latest, version);
}

static void
put_away (TlKeeper *keeper)
{
  g_clear_pointer (&keeper->journal, tl_journal_discard);
  keeper->failed = FALSE;
}

TlKeeper *
tl_keeper_new (const char        *folder,
               const TlChart     *chart,
               const char        *path,
               const TlFileStamp *stamp)
{
  TlKeeper *keeper = g_new0 (TlKeeper, 1);

  keeper->folder = g_strdup (folder);
  keeper->path = g_strdup (path);
  keeper->stamp = *stamp;
  keeper->base = tl_xml_write (chart, &keeper->base_length);
  keeper->versions = g_array_new (FALSE, FALSE, sizeof (guint64));
  begin_versions (keeper, chart);
  return keeper;
}

void
tl_keeper_adopt (TlKeeper      *keeper,
                 TlJournal     *journal,
                 const TlChart *chart)
{
  put_away (keeper);
  keeper->journal = journal;
  begin_versions (keeper, chart);
}

void
tl_keeper_rebase (TlKeeper          *keeper,
                  const TlChart     *chart,
                  char              *text,
                  gsize              length,
                  const char        *path,
                  const TlFileStamp *stamp)
{
  char *name = g_strdup (path);

  put_away (keeper);
  g_free (keeper->path);
  g_free (keeper->base);
  keeper->path = name;
  keeper->stamp = *stamp;
  keeper->base = text;
  keeper->base_length = length;
  begin_versions (keeper, chart);
}

/* What led here, told by where the chart's version was met before. */
static TlJournalAct
note_version (TlKeeper *keeper,
              guint64   version)
{
  const guint64 *versions = (const guint64 *) (gpointer) keeper->versions->data;

  if (keeper->position > 0 && versions[keeper->position - 1] == version) {
    keeper->position--;
    return TL_JOURNAL_UNDO;
  }
  if (keeper->position + 1 < keeper->versions->len && versions[keeper->position + 1] == version) {
    keeper->position++;
    return TL_JOURNAL_REDO;
  }
  g_array_set_size (keeper->versions, keeper->position + 1);
  g_array_append_val (keeper->versions, version);
  keeper->position++;
  return TL_JOURNAL_CHANGE;
}

/* A change is what can be undone now; but after going back beyond what was saved, it is
 * what can be redone. */
static const char *
name_act (const TlKeeper *keeper,
          const TlChart  *chart,
          TlJournalAct    act)
{
  const char *label = NULL;

  if (act == TL_JOURNAL_CHANGE && tl_chart_version (chart) > keeper->latest)
    label = tl_chart_can_undo (chart) ? tl_chart_undo_label (chart) : NULL;
  else if (tl_chart_can_redo (chart))
    label = tl_chart_redo_label (chart);
  return label != NULL ? label : _("Change");
}

static TlJournal *
begin_journal (TlKeeper  *keeper,
               GError   **error)
{
  g_autoptr (TlJournal) journal = tl_journal_new (keeper->folder, keeper->path, &keeper->stamp,
                                                  error);

  if (journal == NULL)
    return NULL;
  if (!tl_journal_append (journal, TL_JOURNAL_CHANGE, "", g_strndup (keeper->base,
                                                                     keeper->base_length),
                          keeper->base_length, error)) {
    tl_journal_discard (g_steal_pointer (&journal));
    return NULL;
  }
  return g_steal_pointer (&journal);
}

/* Leaves a journal that takes no more where it is until a new one holds everything. */
static gboolean
append (TlKeeper      *keeper,
        const TlChart *chart,
        TlJournalAct   act,
        const char    *label,
        GError       **error)
{
  TlJournal *fresh = NULL;
  gsize length;
  char *text;

  if (keeper->journal == NULL || keeper->failed) {
    fresh = begin_journal (keeper, error);
    if (fresh == NULL)
      return FALSE;
  }
  text = tl_xml_write (chart, &length);
  if (!tl_journal_append (fresh != NULL ? fresh : keeper->journal, act, label, text, length,
                          error)) {
    g_clear_pointer (&fresh, tl_journal_discard);
    return FALSE;
  }
  if (fresh != NULL) {
    put_away (keeper);
    keeper->journal = fresh;
  }
  return TRUE;
}

gboolean
tl_keeper_note (TlKeeper       *keeper,
                const TlChart  *chart,
                GError        **error)
{
  guint64 version = tl_chart_version (chart);
  TlJournalAct act = note_version (keeper, version);
  const char *label = name_act (keeper, chart, act);

  keeper->latest = MAX (keeper->latest, version);
  keeper->failed = !append (keeper, chart, act, label, error);
  return !keeper->failed;
}

void
tl_keeper_leave (TlKeeper *keeper)
{
  g_clear_pointer (&keeper->journal, tl_journal_free);
}

void
tl_keeper_free (TlKeeper *keeper)
{
  if (keeper == NULL)
    return;

  put_away (keeper);
  g_array_unref (keeper->versions);
  g_free (keeper->folder);
  g_free (keeper->path);
  g_free (keeper->base);
  g_free (keeper);
}
