/* commands-paste.c - to and from the clipboard: steps, or lines of text. */
#include "app/commands-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/fragment.h"

#define MOST_LINES 500
#define MOST_LABEL 120   /* characters; the field's limit */
#define NAMESPACE  "urn:throughline:chart:"

GArray *
tl_command_get_steps (TlEditor *editor)
{
  TlChart *chart = tl_editor_get_chart (editor);
  TlSelection *selection = tl_editor_get_selection (editor);
  const TlOrder *order = tl_editor_get_order (editor);
  g_autoptr (GHashTable) chosen = g_hash_table_new (NULL, NULL);
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (TlId));

  for (guint i = 0; i < tl_selection_get_n (selection); i++)
    g_hash_table_add (chosen, GUINT_TO_POINTER (tl_selection_get_ids (selection)[i]));
  for (guint i = 0; i < order->n_steps; i++) {
    const TlStep *step = TL_CHART_GET (chart, STEP, TlStep, order->steps[i]);

    if (g_hash_table_contains (chosen, GUINT_TO_POINTER (step->head.id)) ||
        g_hash_table_contains (chosen, GUINT_TO_POINTER (step->lane)) ||
        g_hash_table_contains (chosen, GUINT_TO_POINTER (step->phase)))
      g_array_append_val (steps, step->head.id);
  }
  return steps;
}

gboolean
tl_command_cut (TlEditor  *editor,
                GError   **error)
{
  g_autoptr (GArray) steps = tl_command_get_steps (editor);
  g_autofree char *label = NULL;

  if (steps->len == 0) {
    tl_command_fail_unselected (error);
    return FALSE;
  }
  /* Translators: in the undo menu. */
  label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Cut %u Step", "Cut %u Steps", steps->len),
                           steps->len);
  tl_editor_begin (editor, label);
  return tl_editor_finish (editor,
                           tl_ops_delete (tl_editor_get_chart (editor),
                                          (const TlId *) (const void *) steps->data, steps->len,
                                          error),
                           error);
}

/* A place near what is selected; else the end of the first lane. */
static TlCell
place_near (TlEditor *editor)
{
  TlChart *chart = tl_editor_get_chart (editor);
  TlId id = tl_selection_get_last (tl_editor_get_selection (editor));
  const TlFailure *failure = TL_CHART_GET (chart, FAILURE, TlFailure, id);
  const TlConnector *connector;
  const TlStep *step;
  TlCell cell = { TL_ID_NONE, TL_ID_NONE, 0, 0 };

  if (failure != NULL)
    id = failure->at;
  connector = TL_CHART_GET (chart, CONNECTOR, TlConnector, id);
  step = TL_CHART_GET (chart, STEP, TlStep, connector != NULL ? connector->from : id);
  if (step != NULL)
    return (TlCell) { step->lane, step->phase, step->column + 1, step->row };
  if (tl_chart_n (chart, TL_RECORD_LANE) > 0)
    cell.lane = tl_chart_nth (chart, TL_RECORD_LANE, 0)->id;
  if (tl_chart_n (chart, TL_RECORD_PHASE) > 0)
    cell.phase = tl_chart_nth (chart, TL_RECORD_PHASE, 0)->id;
  if (TL_CHART_GET (chart, LANE, TlLane, id) != NULL)
    cell.lane = id;
  if (TL_CHART_GET (chart, PHASE, TlPhase, id) != NULL)
    cell.phase = id;
  return cell;
}

static gboolean
fail (GError     **error,
      TlOpsError   code,
      const char  *message)
{
  g_set_error_literal (error, TL_OPS_ERROR, (gint) code, message);
  return FALSE;
}

gboolean
tl_command_paste_steps (TlEditor      *editor,
                        const char    *text,
                        gsize          length,
                        const TlCell  *where,
                        GError       **error)
{
  TlCell near = where != NULL ? *where : place_near (editor);
  const TlFragmentTarget target = { .lane = near.lane, .phase = near.phase, .near = &near };
  TlIdList pasted = { NULL, 0 };
  gboolean done;

  tl_editor_begin (editor, _("Paste Steps"));
  done = tl_fragment_paste (tl_editor_get_chart (editor), text, length, &target, &pasted, error);
  done = tl_editor_finish (editor, done, error);
  if (done)
    tl_selection_set (tl_editor_get_selection (editor), pasted.ids, pasted.n);
  tl_id_list_clear (&pasted);
  return done;
}

/* Lines of text. */

/* Without what lists are written with: "1. ", "- ", "• ". */
static const char *
skip_bullet (const char *line)
{
  const char *at = line;

  while (g_ascii_isdigit (*at))
    at++;
  if (at > line && (*at == '.' || *at == ')') && at[1] == ' ')
    return at + 2;
  if (at > line)
    return line;
  for (guint i = 0; i < 4; i++) {
    static const char * const bullets[] = { "- ", "* ", "• ", "– " };

    if (g_str_has_prefix (line, bullets[i]))
      return line + strlen (bullets[i]);
  }
  return line;
}

/* The lines that say something, in valid UTF-8 and without control characters. */
static GPtrArray *
split_lines (const char *text,
             gsize       length)
{
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) length);
  g_auto (GStrv) lines = NULL;
  GPtrArray *kept = g_ptr_array_new_with_free_func (g_free);

  for (char *at = valid; *at != '\0'; at++) {
    if (*at == '\r')
      *at = '\n';
    else if ((guchar) *at < ' ' && *at != '\n')
      *at = ' ';
  }
  lines = g_strsplit (valid, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    g_autofree char *line = g_strstrip (g_strdup (skip_bullet (g_strchug (lines[i]))));

    if (*line != '\0')
      g_ptr_array_add (kept, g_steal_pointer (&line));
  }
  return kept;
}

/* As much of @line as a label holds, broken between words. */
static char *
shorten (const char *line)
{
  const char *end, *blank;

  if (g_utf8_strlen (line, -1) <= MOST_LABEL)
    return g_strdup (line);
  end = g_utf8_offset_to_pointer (line, MOST_LABEL - 1);
  blank = g_strrstr_len (line, end - line, " ");
  if (blank != NULL && blank > line)
    end = blank;
  return g_strdup_printf ("%.*s…", (int) (end - line), line);
}

/* The first row from @cell's where @n columns are free. */
static int
free_row (const TlChart *chart,
          TlCell         cell,
          guint          n)
{
  for (guint i = 0; i < n; i++) {
    TlCell at = cell;

    at.column += (int) i;
    if (tl_ops_step_at (chart, at) == TL_ID_NONE)
      continue;
    cell.row++;
    i = G_MAXUINT;   /* from the first column again */
  }
  return cell.row;
}

/* What a label cannot hold is kept as the step's key points. */
static TlId
add_line (TlChart     *chart,
          const char  *line,
          TlCell       cell,
          GError     **error)
{
  g_autofree char *label = shorten (line);
  TlId id = tl_ops_add_step (chart, TL_STEP_ACTION, label, cell, error);

  if (id != TL_ID_NONE && !g_str_equal (label, line) && !tl_ops_set (chart, id, "how", line, error))
    return TL_ID_NONE;
  return id;
}

static gboolean
add_lines (TlEditor         *editor,
           const GPtrArray  *lines,
           TlCell            cell,
           GArray           *made,
           GError          **error)
{
  TlChart *chart = tl_editor_get_chart (editor);
  TlId before = TL_ID_NONE;

  cell.row = free_row (chart, cell, lines->len);
  for (guint i = 0; i < lines->len; i++, cell.column++) {
    TlId id = add_line (chart, g_ptr_array_index (lines, i), cell, error);

    if (id == TL_ID_NONE ||
        (before != TL_ID_NONE &&
         tl_ops_connect (chart, TL_CONNECTOR_FLOW, before, id, error) == TL_ID_NONE))
      return FALSE;
    g_array_append_val (made, id);
    before = id;
  }
  return TRUE;
}

gboolean
tl_command_paste_text (TlEditor      *editor,
                       const char    *text,
                       gsize          length,
                       const TlCell  *where,
                       GError       **error)
{
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GArray) made = g_array_new (FALSE, FALSE, sizeof (TlId));
  TlCell cell = where != NULL ? *where : place_near (editor);
  g_autofree char *label = NULL;
  gboolean done;

  /* A whole chart, copied out of a text editor. */
  if (g_strstr_len (text, (gssize) length, NAMESPACE) != NULL)
    return tl_command_paste_steps (editor, text, length, where, error);
  lines = split_lines (text, length);
  if (lines->len == 0)
    return fail (error, TL_OPS_ERROR_VALUE, _("There is no text to paste."));
  if (lines->len > MOST_LINES) {
    g_set_error (error, TL_OPS_ERROR, TL_OPS_ERROR_VALUE,
                 _("The text has %u lines; paste %d at a time at most, each becomes a step."),
                 lines->len, MOST_LINES);
    return FALSE;
  }
  if (cell.lane == TL_ID_NONE || cell.phase == TL_ID_NONE)
    return fail (error, TL_OPS_ERROR_NO_ROOM,
                 _("There is no lane or no phase to paste into; add one first."));
  label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Paste %u Line as a Step",
                                        "Paste %u Lines as Steps", lines->len), lines->len);
  tl_editor_begin (editor, label);
  done = tl_editor_finish (editor, add_lines (editor, lines, cell, made, error), error);
  if (done)
    tl_selection_set (tl_editor_get_selection (editor), (const TlId *) (const void *) made->data,
                      made->len);
  return done;
}
