/* report.c - what became of a foreign file on its way into a chart.
 *
 * Entries are kept sorted by kind and, within a kind, in order of first mention,
 * so that the same file always gives the same report.
 */
#include "exchange/report.h"

#include <glib/gi18n-lib.h>

/* More names than this are counted, not listed, in the text for people. */
#define MAX_LISTED_NAMES 12

struct _TlReport {
  GPtrArray *entries;   /* of TlReportEntry, owned */
};

static const struct {
  const char *word;      /* in JSON */
  const char *heading;
} kinds[] = {
  [TL_REPORT_READ]     = { "read",    N_("Read from the file") },
  [TL_REPORT_TURNED]   = { "turned",  N_("Shown in another way") },
  [TL_REPORT_ASSUMED]  = { "assumed", N_("Assumed, please check") },
  [TL_REPORT_MENDED]   = { "mended",  N_("Put right") },
  [TL_REPORT_LEFT_OUT] = { "left-out", N_("Left out") },
};

static void
entry_free (gpointer data)
{
  TlReportEntry *entry = data;

  g_free (entry->what);
  g_free (entry->note);
  g_ptr_array_unref (entry->names);
  g_free (entry);
}

TlReport *
tl_report_new (void)
{
  TlReport *report = g_new0 (TlReport, 1);

  report->entries = g_ptr_array_new_with_free_func (entry_free);

  return report;
}

void
tl_report_free (TlReport *report)
{
  if (report == NULL)
    return;

  g_ptr_array_unref (report->entries);
  g_free (report);
}

static TlReportEntry *
find_or_add (TlReport     *report,
             TlReportKind  kind,
             const char   *what,
             const char   *note)
{
  guint index = 0;
  TlReportEntry *entry;

  for (; index < report->entries->len; index++) {
    entry = g_ptr_array_index (report->entries, index);
    if (entry->kind > kind)
      break;
    if (entry->kind == kind && g_str_equal (entry->what, what) &&
        g_strcmp0 (entry->note, note) == 0)
      return entry;
  }

  entry = g_new0 (TlReportEntry, 1);
  entry->kind = kind;
  entry->what = g_strdup (what);
  entry->note = g_strdup (note);
  entry->names = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_insert (report->entries, (int) index, entry);

  return entry;
}

void
tl_report_add (TlReport     *report,
               TlReportKind  kind,
               const char   *what,
               const char   *note,
               const char   *name)
{
  TlReportEntry *entry;

  g_return_if_fail (report != NULL && what != NULL && kind < TL_N_REPORT_KINDS);

  entry = find_or_add (report, kind, what, note);
  entry->n++;
  if (name != NULL && *name != '\0')
    g_ptr_array_add (entry->names, g_strdup (name));
}

void
tl_report_read (TlReport   *report,
                const char *what,
                guint       n)
{
  g_return_if_fail (report != NULL && what != NULL);

  if (n > 0)
    find_or_add (report, TL_REPORT_READ, what, NULL)->n += n;
}

guint
tl_report_n_entries (const TlReport *report)
{
  return report->entries->len;
}

const TlReportEntry *
tl_report_entry (const TlReport *report,
                 guint           index)
{
  g_return_val_if_fail (index < report->entries->len, NULL);

  return g_ptr_array_index (report->entries, index);
}

guint
tl_report_total (const TlReport *report,
                 TlReportKind    kind)
{
  guint total = 0;

  for (guint i = 0; i < report->entries->len; i++) {
    const TlReportEntry *entry = g_ptr_array_index (report->entries, i);

    if (entry->kind == kind)
      total += entry->n;
  }

  return total;
}

static void
append_names (GString         *text,
              const GPtrArray *names)
{
  guint n = MIN (names->len, MAX_LISTED_NAMES);

  for (guint i = 0; i < n; i++) {
    /* Translators: a name between quotation marks, in a list of names. */
    g_autofree char *quoted = g_strdup_printf (_("“%s”"), (const char *) names->pdata[i]);

    g_string_append (text, i == 0 ? ": " : ", ");
    g_string_append (text, quoted);
  }
  if (names->len > n)
    /* Translators: the end of a long list of names. */
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, ", and %u more", ", and %u more",
                                               names->len - n), names->len - n);
}

const char *
tl_report_heading (TlReportKind kind)
{
  g_return_val_if_fail (kind < TL_N_REPORT_KINDS, NULL);

  return _(kinds[kind].heading);
}

char *
tl_report_text (const TlReport *report)
{
  GString *text = g_string_new (NULL);
  int last = -1;

  for (guint i = 0; i < report->entries->len; i++) {
    const TlReportEntry *entry = g_ptr_array_index (report->entries, i);

    if ((int) entry->kind != last)
      g_string_append_printf (text, "%s%s\n", last < 0 ? "" : "\n", tl_report_heading (entry->kind));
    last = (int) entry->kind;

    if (entry->kind == TL_REPORT_READ)
      g_string_append_printf (text, "  %s: %u", entry->what, entry->n);
    else
      g_string_append_printf (text, "  %u × %s", entry->n, entry->what);
    if (entry->note != NULL)
      g_string_append_printf (text, " – %s", entry->note);
    append_names (text, entry->names);
    g_string_append_c (text, '\n');
  }

  return g_string_free (text, FALSE);
}

static void
append_json_string (GString    *json,
                    const char *text)
{
  g_string_append_c (json, '"');
  for (const char *p = text; *p != '\0'; p++) {
    if (*p == '"' || *p == '\\')
      g_string_append_printf (json, "\\%c", *p);
    else if ((guchar) *p < 0x20)
      g_string_append_printf (json, "\\u%04x", (guint) *p);
    else
      g_string_append_c (json, *p);
  }
  g_string_append_c (json, '"');
}

static void
append_json_entry (GString             *json,
                   const TlReportEntry *entry)
{
  g_string_append (json, "{\"what\":");
  append_json_string (json, entry->what);
  if (entry->note != NULL) {
    g_string_append (json, ",\"note\":");
    append_json_string (json, entry->note);
  }
  g_string_append_printf (json, ",\"count\":%u,\"names\":[", entry->n);
  for (guint i = 0; i < entry->names->len; i++) {
    if (i > 0)
      g_string_append_c (json, ',');
    append_json_string (json, g_ptr_array_index (entry->names, i));
  }
  g_string_append (json, "]}");
}

char *
tl_report_json (const TlReport *report)
{
  GString *json = g_string_new ("{");

  for (int kind = 0; kind < TL_N_REPORT_KINDS; kind++) {
    gboolean first = TRUE;

    g_string_append_printf (json, "%s\n\"%s\":[", kind == 0 ? "" : ",", kinds[kind].word);
    for (guint i = 0; i < report->entries->len; i++) {
      const TlReportEntry *entry = g_ptr_array_index (report->entries, i);

      if ((int) entry->kind != kind)
        continue;
      g_string_append (json, first ? "\n  " : ",\n  ");
      append_json_entry (json, entry);
      first = FALSE;
    }
    g_string_append_c (json, ']');
  }
  g_string_append (json, "\n}\n");

  return g_string_free (json, FALSE);
}
