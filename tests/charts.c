/* charts.c - charts for tests, drawn in a few lines of text. */
#include "charts.h"

#include <string.h>

#include "model/check.h"

static const char marks[] = "(.?~{})";   /* by step kind, from TL_STEP_START */

TlId
tl_test_id (const TlChart *chart,
            const char    *name)
{
  TlId id = tl_chart_find (chart, name);

  if (id == TL_ID_NONE)
    g_error ("no record is called %s", name);
  return id;
}

void
tl_test_valid (const TlChart *chart)
{
  g_autoptr (GPtrArray) problems = tl_problems_new ();

  tl_check_chart (chart, problems);
  for (guint i = 0; i < problems->len; i++) {
    const TlProblem *problem = g_ptr_array_index (problems, i);

    g_printerr ("%s %s\n", problem->rule, problem->message);
  }
  g_assert_cmpuint (problems->len, ==, 0);
}

static gpointer
add (TlChart     *chart,
     TlRecordKind kind,
     const char  *name)
{
  TlRecord *record = tl_record_new (kind);

  record->name = g_strdup (name);
  return tl_chart_edit (chart, tl_chart_insert (chart, record, TL_ID_NONE, G_MAXUINT));
}

static TlId
need_phase (TlChart *chart,
            guint    index)
{
  g_autofree char *name = g_strdup_printf ("P%u", index + 1);

  if (index == tl_chart_n (chart, TL_RECORD_PHASE))
    tl_text_set (&((TlPhase *) add (chart, TL_RECORD_PHASE, name))->name, name);
  return tl_test_id (chart, name);
}

static TlId
need_lane (TlChart    *chart,
           const char *name)
{
  TlLane *lane;

  if (tl_chart_find (chart, name) != TL_ID_NONE)
    return tl_chart_find (chart, name);

  lane = add (chart, TL_RECORD_LANE, name);
  tl_text_set (&lane->name, name);
  lane->band = name[0] == 'C'   ? TL_BAND_CUSTOMER
               : name[0] == 'O' ? TL_BAND_ONSTAGE
               : name[0] == 'B' ? TL_BAND_BACKSTAGE
                                : TL_BAND_SUPPORT;
  return lane->head.id;
}

static void
read_step (TlChart    *chart,
           const char *word,
           TlId        lane,
           TlId        phase,
           int         column,
           int         row)
{
  const char *mark = strchr (marks, word[strlen (word) - 1]);
  g_autofree char *name = g_strndup (word, strlen (word) - (mark != NULL ? 1 : 0));
  TlStep *step = add (chart, TL_RECORD_STEP, name);

  tl_text_set (&step->label, name);
  step->kind = mark != NULL ? TL_STEP_START + (mark - marks) : TL_STEP_ACTION;
  step->outcome = step->kind == TL_STEP_END ? TL_OUTCOME_RESOLVED : TL_OUTCOME_NONE;
  step->lane = lane;
  step->phase = phase;
  step->column = column;
  step->row = row;
}

/* The words of a lane's row, after its name. */
static void
read_row (TlChart    *chart,
          const char *head,
          char      **words)
{
  gsize length = strcspn (head, "+:");
  g_autofree char *name = g_strndup (head, length);
  TlId lane = need_lane (chart, name);
  int row = (int) strspn (head + length, "+");
  TlPhase *phase = tl_chart_edit (chart, need_phase (chart, 0));
  guint n_phases = 1;
  int column = 0;

  for (; *words != NULL; words++) {
    if (**words == '\0')
      continue;
    if (strcmp (*words, "|") == 0) {
      phase = tl_chart_edit (chart, need_phase (chart, n_phases++));
      column = 0;
      continue;
    }
    if (strcmp (*words, ".") != 0)
      read_step (chart, *words, lane, phase->head.id, column, row);
    column++;
    phase->columns = MAX (phase->columns, column);
  }
}

static void
read_connector (TlChart    *chart,
                const char *word)
{
  gboolean support = strstr (word, ".>") != NULL;
  g_auto (GStrv) ends = g_strsplit (word, support ? ".>" : ">", 2);
  char *share = strchr (ends[1], '@');
  g_autofree char *name = NULL;
  TlConnector *connector;

  if (share != NULL)
    *share++ = '\0';
  name = g_strconcat (ends[0], support ? "_" : "-", ends[1], NULL);
  connector = add (chart, TL_RECORD_CONNECTOR, name);
  connector->kind = support ? TL_CONNECTOR_SUPPORT : TL_CONNECTOR_FLOW;
  connector->from = tl_test_id (chart, ends[0]);
  connector->to = tl_test_id (chart, ends[1]);
  if (share != NULL)
    connector->probability = g_ascii_strtod (share, NULL);
}

static void
read_failure (TlChart    *chart,
              const char *word)
{
  g_auto (GStrv) parts = g_strsplit (word, "!", 2);
  TlFailure *failure = add (chart, TL_RECORD_FAILURE, parts[0]);

  tl_text_set (&failure->title, parts[0]);
  g_strdelimit (parts[1], ">", '-');
  failure->at = tl_test_id (chart, parts[1]);
  failure->actor = TL_ACTOR_SERVER;
  failure->error = TL_ERROR_TASK;
  failure->dimension = TL_DIMENSION_RELIABILITY;
}

static void
read_recovery (TlChart    *chart,
               const char *word)
{
  g_auto (GStrv) parts = g_strsplit_set (word, "*,", -1);
  TlRecovery *recovery = add (chart, TL_RECORD_RECOVERY, parts[0]);

  tl_text_set (&recovery->name, parts[0]);
  for (char **part = parts + 1; *part != NULL; part++) {
    if (**part != '\0')
      tl_id_list_append (&recovery->failures, tl_test_id (chart, *part));
  }
}

static void
read_line (TlChart    *chart,
           const char *line)
{
  g_auto (GStrv) words = g_strsplit_set (line, " ", -1);
  char **word = words;

  while (*word != NULL && **word == '\0')
    word++;
  if (*word == NULL)
    return;
  if (g_str_has_suffix (*word, ":")) {
    read_row (chart, *word, word + 1);
    return;
  }
  for (; *word != NULL; word++) {
    if (strchr (*word, '!') != NULL)
      read_failure (chart, *word);
    else if (strchr (*word, '*') != NULL)
      read_recovery (chart, *word);
    else if (**word != '\0')
      read_connector (chart, *word);
  }
}

TlChart *
tl_test_chart (const char *text)
{
  TlChart *chart = tl_chart_new ();
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  TlChartInfo *info;

  tl_chart_begin (chart, "Draw");
  info = tl_chart_edit (chart, tl_chart_info (chart)->head.id);
  tl_text_set (&info->title, "Test");
  tl_text_set (&info->service, "Testing");
  tl_text_set (&info->currency, "EUR");
  for (char **line = lines; *line != NULL; line++)
    read_line (chart, *line);
  tl_chart_settle (chart);
  tl_test_valid (chart);
  return chart;
}

/* Drawing. */

static const char *
label_of (const TlChart *chart,
          TlId           step)
{
  const TlStep *s = TL_CHART_GET (chart, STEP, TlStep, step);

  return s != NULL ? s->label : "NOTHING";
}

static char *
ends_of (const TlChart     *chart,
         const TlConnector *connector)
{
  return g_strconcat (label_of (chart, connector->from),
                      connector->kind == TL_CONNECTOR_SUPPORT ? ".>" : ">",
                      label_of (chart, connector->to), NULL);
}

static void
draw_cell (const TlChart *chart,
           GString       *text,
           TlId           lane,
           TlId           phase,
           int            column,
           int            row)
{
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_STEP); i++) {
    const TlStep *step = TL_CHART_NTH (chart, STEP, TlStep, i);

    if (step->lane != lane || step->phase != phase || step->column != column || step->row != row)
      continue;
    g_string_append_printf (text, " %s", step->label);
    if (step->kind != TL_STEP_ACTION)
      g_string_append_c (text, marks[step->kind - TL_STEP_START]);
    return;
  }
  g_string_append (text, " .");
}

static void
draw_lane (const TlChart *chart,
           GString       *text,
           const TlLane  *lane)
{
  int last = 0;

  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_STEP); i++) {
    const TlStep *step = TL_CHART_NTH (chart, STEP, TlStep, i);

    if (step->lane == lane->head.id)
      last = MAX (last, step->row);
  }
  for (int row = 0; row <= last; row++) {
    g_string_append (text, lane->name);
    for (int i = 0; i < row; i++)
      g_string_append_c (text, '+');
    g_string_append_c (text, ':');
    for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_PHASE); i++) {
      const TlPhase *phase = TL_CHART_NTH (chart, PHASE, TlPhase, i);

      if (i > 0)
        g_string_append (text, " |");
      for (int column = 0; column < phase->columns; column++)
        draw_cell (chart, text, lane->head.id, phase->head.id, column, row);
    }
    g_string_append_c (text, '\n');
  }
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
draw_words (GString   *text,
            GPtrArray *words)
{
  g_ptr_array_sort (words, compare_words);
  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (text, i == 0 ? "%s" : " %s",
                            (const char *) g_ptr_array_index (words, i));
  if (words->len > 0)
    g_string_append_c (text, '\n');
  g_ptr_array_set_size (words, 0);
}

static void
draw_failures (const TlChart *chart,
               GPtrArray     *words)
{
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_FAILURE); i++) {
    const TlFailure *failure = TL_CHART_NTH (chart, FAILURE, TlFailure, i);
    const TlConnector *connector = TL_CHART_GET (chart, CONNECTOR, TlConnector, failure->at);
    g_autofree char *ends = connector != NULL ? ends_of (chart, connector) : NULL;

    g_ptr_array_add (words, g_strconcat (failure->title, "!",
                                         ends != NULL ? ends : label_of (chart, failure->at),
                                         NULL));
  }
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_RECOVERY); i++) {
    const TlRecovery *recovery = TL_CHART_NTH (chart, RECOVERY, TlRecovery, i);
    GString *word = g_string_new (recovery->name);

    for (guint k = 0; k < recovery->failures.n; k++) {
      const TlFailure *failure = TL_CHART_GET (chart, FAILURE, TlFailure,
                                               recovery->failures.ids[k]);

      g_string_append_printf (word, "%c%s", k == 0 ? '*' : ',',
                              failure != NULL ? failure->title : "NOTHING");
    }
    if (recovery->failures.n == 0)
      g_string_append_c (word, '*');
    g_ptr_array_add (words, g_string_free (word, FALSE));
  }
}

char *
tl_test_draw (const TlChart *chart)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_LANE); i++)
    draw_lane (chart, text, TL_CHART_NTH (chart, LANE, TlLane, i));
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_CONNECTOR); i++) {
    const TlConnector *connector = TL_CHART_NTH (chart, CONNECTOR, TlConnector, i);
    g_autofree char *ends = ends_of (chart, connector);
    char share[G_ASCII_DTOSTR_BUF_SIZE + 1] = "";

    if (!isnan (connector->probability)) {
      share[0] = '@';
      g_ascii_formatd (share + 1, G_ASCII_DTOSTR_BUF_SIZE, "%g", connector->probability);
    }
    g_ptr_array_add (words, g_strconcat (ends, share, NULL));
  }
  draw_words (text, words);
  draw_failures (chart, words);
  draw_words (text, words);
  return g_string_free (text, FALSE);
}

static char *
squeeze (const char *text)
{
  GString *squeezed = g_string_new (NULL);

  for (; *text != '\0'; text++) {
    gboolean after_break = squeezed->len == 0 || strchr (" \n", squeezed->str[squeezed->len - 1]);

    if (strchr (" \n", *text) == NULL || !after_break)
      g_string_append_c (squeezed, *text);
    else if (*text == '\n' && squeezed->len > 0)
      squeezed->str[squeezed->len - 1] = '\n';
  }
  return g_strchomp (g_string_free (squeezed, FALSE));
}

void
tl_test_drawn (const TlChart *chart,
               const char    *text)
{
  g_autofree char *drawing = tl_test_draw (chart);
  g_autofree char *found = squeeze (drawing);
  g_autofree char *wanted = squeeze (text);

  g_assert_cmpstr (found, ==, wanted);
}
