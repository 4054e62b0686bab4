/* test-print-edges.c - print-outs of charts that ask for trouble: very long texts, words
 * without an end, other scripts, nothing at all.
 *
 * What is printed must be printed whole, inside the margins.  Posters have their own
 * tests, for they show what layout has made. */
#include <string.h>

#include "charts.h"
#include "xml-support.h"

#include "report/compose.h"

/* Cards reach nearer to the edges than sheets. */
#define CARD_MARGIN 17.0

typedef enum { WORDS, ENDLESS, ARABIC, CHINESE, N_SCRIPTS } Script;

typedef struct {
  const char *chart, *paper;
  Script      script;
  gsize       length;      /* characters of each text, where the format allows it */
} Row;

static const Row rows[] = {
  { "hotel-check-in", "a4", WORDS, 400 },     { "appliance-repair", "letter", WORDS, 400 },
  { "hotel-check-in", "a6", WORDS, 100 },     { "hotel-check-in", "letter", WORDS, 1000 },
  { "hotel-check-in", "a4", ENDLESS, 500 },   { "appliance-repair", "a5", ENDLESS, 600 },
  { "hotel-check-in", "a4", ARABIC, 300 },    { "appliance-repair", "letter", ARABIC, 800 },
  { "hotel-check-in", "letter", CHINESE, 300 }, { "appliance-repair", "a4", CHINESE, 800 },
};

static const char *const script_names[N_SCRIPTS] = { "words", "endless", "arabic", "chinese" };

/* Texts to fill a chart with: @length characters at the most, every word its own. */
static char *
make_text (Script script,
           guint  field,
           gsize  length)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; ; i++) {
    g_autofree char *part =
      script == WORDS ? g_strdup_printf ("q%uw%uq ", field, i)
      : script == ENDLESS ? g_strdup ("Wm")
      : script == ARABIC ? g_strdup (i % 7 == 3 ? "Wi-Fi 24 " : "استقبال ")
      : g_strdup ("預訂房間");

    if (g_utf8_strlen (text->str, -1) + g_utf8_strlen (part, -1) > (glong) length)
      break;
    g_string_append (text, part);
  }
  return g_strchomp (g_string_free (g_steal_pointer (&text), FALSE));
}

/* Writes over every text that is there, but for those that are codes. */
static void
fill (TlChart   *chart,
      const Row *row)
{
  g_autoptr (GError) error = NULL;
  guint n = 0;

  tl_chart_begin (chart, "Fill");
  for (TlRecordKind kind = 0; kind < TL_N_RECORD_KINDS; kind++) {
    const TlClass *klass = tl_class_get (kind);

    for (guint i = 0; i < tl_chart_n (chart, kind); i++) {
      TlId id = tl_chart_nth (chart, kind, i)->id;

      for (guint k = 0; k < klass->n_fields; k++) {
        const TlField *field = &klass->fields[k];
        g_autofree char *text = NULL;
        gpointer record;

        if (field->type != TL_FIELD_TEXT || g_str_equal (field->xml, "currency") ||
            g_str_equal (field->xml, "rule"))
          continue;
        record = tl_chart_edit (chart, id);
        if (TL_FIELD_AT (record, field, char *) == NULL)
          continue;
        text = make_text (row->script, n++, MIN (row->length, (gsize) field->max));
        tl_text_set (&TL_FIELD_AT (record, field, char *), text);
      }
    }
  }
  g_assert_cmpuint (n, >=, 40);
  tl_chart_commit (chart, &error);
  g_assert_no_error (error);
}

static void
check_page (const TlPage *page,
            TlPrint       print)
{
  double margin = tl_page_is_bare (page) ? CARD_MARGIN : TL_PAGE_MARGIN;
  TlBox paper = { 0, 0, tl_page_width (page), tl_page_height (page) };
  TlBox inside = tl_box_grow (paper, 0.5 - margin);
  TlBox box = tl_page_extents (page, TL_PAGE_INSIDE);
  TlBox all = tl_page_extents (page, TL_PAGE_MARGINS);

  /* The back of a card that only went on at the front has nothing on it. */
  if (box.w == 0)
    g_assert_true (tl_page_is_bare (page));
  else if (!tl_box_contains (inside, (TlPoint) { box.x, box.y }) ||
           !tl_box_contains (inside, (TlPoint) { box.x + box.w, box.y + box.h }))
    g_error ("%s: %g %g %g %g leaves the margins", tl_print_name (print), box.x, box.y, box.w,
             box.h);
  g_assert_false (tl_page_is_cut (page));
  paper = tl_box_grow (paper, 0.5);
  g_assert_true (tl_box_contains (paper, (TlPoint) { all.x, all.y }));
  g_assert_true (tl_box_contains (paper, (TlPoint) { all.x + all.w, all.y + all.h }));
}

/* All that the pages say, without blanks. */
static char *
all_words (const TlPages *pages)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < pages->list->len; i++) {
    g_autofree char *words = tl_page_words (pages->list->pdata[i]);

    for (const char *at = words; *at != '\0'; at++) {
      if (!g_ascii_isspace (*at))
        g_string_append_c (all, *at);
    }
  }
  return g_string_free (g_steal_pointer (&all), FALSE);
}

/* Of each text that was filled in, all words are printed or none is. */
static void
check_whole (const TlPages *pages,
             const Row     *row,
             TlPrint        print)
{
  g_autofree char *all = all_words (pages);
  guint n_whole = 0;

  for (guint field = 0; field < 1000; field++) {
    guint found = 0, n = 0, lost = G_MAXUINT;
    g_autofree char *start = g_strdup_printf ("q%uw", field);

    if (strstr (all, start) == NULL)
      continue;
    for (; ; n++) {
      g_autofree char *word = g_strdup_printf ("q%uw%uq", field, n);

      if (strstr (all, word) != NULL)
        found++;
      else if (lost == G_MAXUINT)
        lost = n;
      if (n > found + 3 || n > row->length)
        break;
    }
    /* The words stop where the text does: nothing comes after the first that is missing. */
    if (lost != found)
      g_error ("%s: word %u of text %u is missing", tl_print_name (print), lost, field);
    n_whole += found >= 5;
  }
  if (n_whole == 0)
    g_error ("%s says nothing", tl_print_name (print));
}

static void
test_filled (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (TlChart) chart = tl_test_read_example (row->chart);
  TlDate today;

  fill (chart, row);
  g_assert_true (tl_date_parse ("2026-11-22", &today));
  for (TlPrint print = 0; print < TL_N_PRINTS; print++) {
    const TlPrintOptions options = { .paper = tl_paper_find (row->paper), .today = today };
    g_autoptr (GError) error = NULL;
    g_autoptr (TlPages) pages = NULL;

    if (print == TL_PRINT_POSTER)
      continue;
    pages = tl_pages_new (chart, &print, 1, &options, &error);
    g_assert_no_error (error);
    for (guint i = 0; i < pages->list->len; i++)
      check_page (pages->list->pdata[i], print);
    /* Where columns are narrower than a word, the parts of words are far from each other. */
    if (row->script == WORDS && row->length == 400)
      check_whole (pages, row, print);
  }
}

/* A chart of lanes without a step: every print-out says that there is nothing, by name. */
static void
test_empty (void)
{
  g_autoptr (TlChart) chart = tl_test_chart ("C: .\nO: .");
  const TlPrintOptions options = { .paper = NULL };

  for (TlPrint print = 0; print < TL_N_PRINTS; print++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (TlPages) pages = tl_pages_new (chart, &print, 1, &options, &error);

    g_assert_null (pages);
    g_assert_error (error, TL_PAGES_ERROR, TL_PAGES_ERROR_EMPTY);
    g_assert_true (g_str_has_prefix (error->message, tl_print_title (print)));
  }
}

/* A role without anything is told so; a role with something gets less than all. */
static void
test_role (void)
{
  static const TlPrint prints[] = {
    TL_PRINT_STEPS, TL_PRINT_RECOVERIES, TL_PRINT_ROLES, TL_PRINT_SIGN_OFF, TL_PRINT_ROLE_PLAY,
  };
  g_autoptr (TlChart) chart = tl_test_read_example ("hotel-check-in");

  for (guint i = 0; i < G_N_ELEMENTS (prints); i++) {
    TlPrintOptions options = { .role = TL_ID_NONE };
    g_autoptr (TlPages) all = tl_pages_new (chart, &prints[i], 1, &options, NULL);
    g_autoptr (TlPages) some = NULL, none = NULL;
    g_autofree char *all_text = all_words (all), *some_text = NULL;
    g_autoptr (GError) error = NULL;

    options.role = tl_chart_find (chart, "porter");
    some = tl_pages_new (chart, &prints[i], 1, &options, NULL);
    g_assert_nonnull (some);
    some_text = all_words (some);
    g_assert_cmpuint (strlen (some_text), <, strlen (all_text) / 2);
    options.role = tl_chart_find (chart, "guest");
    none = tl_pages_new (chart, &prints[i], 1, &options, &error);
    if (prints[i] == TL_PRINT_STEPS || prints[i] == TL_PRINT_ROLE_PLAY)
      continue;   /* steps of the customer where staff have something to say */
    g_assert_null (none);
    g_assert_error (error, TL_PAGES_ERROR, TL_PAGES_ERROR_EMPTY);
    g_assert_nonnull (strstr (error->message, "Guest"));
  }
}

/* What is not complete says so. */
static void
test_lacking (void)
{
  static const struct { TlPrint print; const char *said; } lacking[] = {
    { TL_PRINT_STEPS, "NOTCOMPLETE:nowordsforthecustomer" },
    { TL_PRINT_ROLES, "NOTCOMPLETE:nobodystandsin" },
    { TL_PRINT_ROLE_PLAY, "NOTCOMPLETE:norecoveryprocedure" },
    { TL_PRINT_MYSTERY, "NOTCOMPLETE:thecharttellsnoscenario" },
    { TL_PRINT_PROMISES, "NOTYETTOLD" },
  };
  g_autoptr (TlChart) chart = tl_test_read_example ("hotel-check-in");
  const TlPrintOptions options = { .paper = NULL };

  for (guint i = 0; i < G_N_ELEMENTS (lacking); i++) {
    g_autoptr (TlPages) pages = tl_pages_new (chart, &lacking[i].print, 1, &options, NULL);
    g_autofree char *text = all_words (pages);

    g_assert_nonnull (strstr (text, lacking[i].said));
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *path =
      g_strdup_printf ("/print-edges/%s/%s/%s-%zu", rows[i].chart, rows[i].paper,
                       script_names[rows[i].script], rows[i].length);

    g_test_add_data_func (path, &rows[i], test_filled);
  }
  g_test_add_func ("/print-edges/empty", test_empty);
  g_test_add_func ("/print-edges/role", test_role);
  g_test_add_func ("/print-edges/lacking", test_lacking);
  return g_test_run ();
}
