/* test-marks.c - an overlay on a chart: tags in the clear, a legend, patterns and colours,
 * what steps back. */
#include "render/marks.h"

#include <math.h>
#include <string.h>

#include "chart-maker.h"
#include "charts.h"
#include "full-chart.h"
#include "layout/layout.h"
#include "layout/room.h"
#include "plain-measure.h"
#include "render/export.h"
#include "render/painter.h"
#include "xml-support.h"

#define TODAY 739577u   /* 2026-11-22 as GDate counts days */

static const char *const examples[] = {
  "hotel-check-in", "appliance-repair", "corner-shoeshine", "online-order",
};

/* A tag with its place on the page. */
static TlBox
tag_box (const TlMarks *marks,
         const TlScene *scene,
         guint          index)
{
  const TlSceneStep *step = tl_scene_step (scene, marks->overlay->marks[index].at);
  const TlSceneConnector *connector = tl_scene_connector (scene, marks->overlay->marks[index].at);
  TlBox box = marks->tags[index].box;
  TlPoint origin = step != NULL ? (TlPoint) { step->box.x, step->box.y }
                                : scene->points[connector->first_point];

  return (TlBox) { box.x + origin.x, box.y + origin.y, box.w, box.h };
}

static void
assert_apart (TlBox       tag,
              TlBox       box,
              const char *what,
              guint       i)
{
  if (tl_box_overlaps (tag, box))
    g_error ("the tag at %g, %g covers %s %u at %g, %g", tag.x, tag.y, what, i, box.x, box.y);
}

static TlBox
word_box (const TlSceneText *text)
{
  double spare = text->box.w - text->text->width;
  double x = text->align == TL_ALIGN_START ? 0 : text->align == TL_ALIGN_END ? spare : spare / 2;

  return (TlBox) { text->box.x + x, text->box.y + (text->box.h - text->text->height) / 2,
                   text->text->width, text->text->height };
}

/* What must be read is never covered; its own step's edge may be. */
static void
check_tag (const TlMarks *marks,
           const TlScene *scene,
           guint          index)
{
  TlId at = marks->overlay->marks[index].at;
  TlBox tag = tag_box (marks, scene, index);

  for (guint i = 0; i < scene->n_steps; i++) {
    if (scene->steps[i].id != at)
      assert_apart (tag, scene->steps[i].box, "step", i);
    if (scene->steps[i].label.text != NULL)
      assert_apart (tag, word_box (&scene->steps[i].label), "the words of step", i);
  }
  for (guint i = 0; i < scene->n_badges; i++)
    assert_apart (tag, scene->badges[i].box, "badge", i);
  for (guint i = 0; i < scene->n_evidence; i++)
    assert_apart (tag, scene->evidence[i].box, "sheet", i);
  for (guint i = 0; i < scene->n_lines; i++)
    assert_apart (tag, word_box (&scene->lines[i].name), "the name of line", i);
  for (guint i = 0; i < scene->n_connectors; i++) {
    if (scene->connectors[i].label.text != NULL)
      assert_apart (tag, scene->connectors[i].label_box, "label", i);
  }
  for (guint i = 0; i < index; i++) {
    if (marks->tags[i].text.text != NULL)
      assert_apart (tag, tag_box (marks, scene, i), "tag", i);
  }
  g_assert_cmpfloat (tag.x, >=, scene->page.x);
  g_assert_cmpfloat (tag.y, >=, scene->page.y);
  g_assert_cmpfloat (tag.x + tag.w, <=, scene->page.x + scene->page.w);
  g_assert_cmpfloat (tag.y + tag.h, <=, scene->page.y + scene->page.h);
}

static guint
check_overlay (const TlChart   *chart,
               const TlScene   *scene,
               const TlMeasure *measure,
               TlOverlayKind    kind,
               TlId             role)
{
  g_autoptr (TlMarks) marks = tl_marks_new (tl_overlay_new (chart, kind, role, TODAY), scene,
                                            measure, TRUE);
  guint n = 0;

  for (guint i = 0; i < marks->overlay->n_marks; i++) {
    g_assert_cmpint (marks->tags[i].text.text != NULL, ==, marks->overlay->marks[i].tag != NULL);
    if (marks->tags[i].text.text == NULL)
      continue;
    check_tag (marks, scene, i);
    n++;
  }
  return n;
}

static guint
check_chart (const TlChart *chart)
{
  g_autoptr (TlPlainMeasure) plain = tl_plain_measure_new ();
  const TlMeasure *measure = tl_plain_measure (plain);
  g_autoptr (TlLayout) layout = tl_layout_new (chart, measure, &TL_LAYOUT_OPTIONS_FULL);
  const TlScene *scene = tl_layout_scene (layout);
  guint n = 0;

  for (TlOverlayKind kind = 0; kind < TL_N_OVERLAYS; kind++)
    n += check_overlay (chart, scene, measure, kind, TL_ID_NONE);
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_ROLE); i++)
    n += check_overlay (chart, scene, measure, TL_OVERLAY_ROLE,
                        tl_chart_nth (chart, TL_RECORD_ROLE, i)->id);
  return n;
}

static void
test_clear_examples (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++) {
    g_autoptr (TlChart) chart = tl_test_read_example (examples[i]);

    g_test_message ("%s", examples[i]);
    g_assert_cmpuint (check_chart (chart), >, 30);
  }
}

static void
test_clear_made (void)
{
  for (guint seed = 1; seed <= 30; seed++) {
    TlChartPlan plan = TL_CHART_PLAN_USUAL (15 + 4 * seed);
    g_autoptr (TlChart) chart = NULL;

    plan.seed = seed;
    plan.failure_every = 1 + seed % 4;
    plan.long_percent = seed % 3 * 30;
    chart = tl_chart_make (&plan);
    g_test_message ("seed %u", seed);
    check_chart (chart);
  }
}

/* The legend is under the page, holds all of its words, and lists every class. */
static void
test_legend (void)
{
  for (guint e = 0; e < G_N_ELEMENTS (examples); e++) {
    g_autoptr (TlChart) chart = tl_test_read_example (examples[e]);
    g_autoptr (TlPlainMeasure) plain = tl_plain_measure_new ();
    g_autoptr (TlLayout) layout = tl_layout_new (chart, tl_plain_measure (plain),
                                                 &TL_LAYOUT_OPTIONS_FULL);
    TlScene scene = *tl_layout_scene (layout);

    for (guint k = 0; k < 3; k++) {
      if (k == 2)
        scene.page.w = 100;   /* narrower than any word of it */
      for (TlOverlayKind kind = 1; kind < TL_N_OVERLAYS; kind++) {
        g_autoptr (TlMarks) marks =
          tl_marks_new (tl_overlay_new (chart, kind, TL_ID_NONE, TODAY), &scene,
                        tl_plain_measure (plain), k > 0);

        if (k == 0) {
          g_assert_cmpfloat (marks->legend.h, ==, 0);
          g_assert_cmpfloat (marks->page.h, ==, scene.page.h);
          g_assert_cmpuint (marks->n_keys, ==, 0);
          continue;
        }
        g_assert_cmpuint (marks->n_keys, ==, tl_overlay_n_classes (kind) + 1);
        g_assert_cmpfloat (marks->legend.y, >=, scene.page.y + scene.page.h);
        g_assert_cmpfloat (marks->page.h, >, scene.page.h + 40);
        for (guint i = 0; i < marks->n_keys; i++) {
          TlBox text = word_box (&marks->keys[i].text);

          g_assert_cmpfloat (text.x + text.w, <=, marks->page.x + marks->page.w);
          g_assert_cmpfloat (text.y + text.h, <=, marks->page.y + marks->page.h);
          for (guint j = 0; j < i; j++) {
            g_assert_false (tl_box_overlaps (text, word_box (&marks->keys[j].text)));
            g_assert_false (tl_box_overlaps (marks->keys[i].swatch, marks->keys[j].swatch));
          }
        }
      }
    }
  }
}

/* Without colour, classes differ by pattern; with it, tags can be read. */
static void
test_looks (void)
{
  for (TlOverlayKind kind = 1; kind < TL_N_OVERLAYS; kind++) {
    for (guint i = 0; i < tl_overlay_n_classes (kind); i++) {
      TlHue hue = tl_overlay_class (kind, i)->hue;

      g_assert_cmpuint (strlen (tl_overlay_class_name (kind, i)), >, 0);
      for (guint k = 0; k < i; k++) {
        TlHue other = tl_overlay_class (kind, k)->hue;

        g_assert_cmpuint (hue, !=, other);
        g_assert_cmpuint (tl_hue_pattern (hue), !=, tl_hue_pattern (other));
        g_assert_cmpstr (tl_hue_word (hue), !=, tl_hue_word (other));
      }
    }
  }
  for (TlThemeId id = 0; id < TL_N_THEMES; id++) {
    const TlTheme *theme = tl_theme_get (id);
    TlTheme faded = tl_theme_faded (theme);

    for (TlHue hue = 0; hue < TL_N_HUES; hue++) {
      g_test_message ("%s %s", theme->name, tl_hue_word (hue));
      g_assert_cmpfloat (tl_colour_contrast (theme->hues[hue].edge, theme->hues[hue].text), >=,
                         4.5);
      g_assert_cmpfloat (tl_colour_contrast (theme->hues[hue].fill, theme->text), >=, 4.5);
    }
    /* What steps back can still be read, and does step back. */
    g_assert_cmpfloat (tl_colour_contrast (faded.text, faded.sheet), >=, 4.5);
    g_assert_cmpfloat (tl_colour_contrast (faded.ink, theme->page), <,
                       tl_colour_contrast (theme->ink, theme->page) / 2);
    for (guint p = 0; p <= TL_PRIORITY_HIGH; p++)
      g_assert_cmpfloat (tl_colour_contrast (faded.failure[p].fill, faded.failure[p].text), >=, 3);
  }
}

/* A sink that remembers which colour each text and path has. */
typedef struct {
  TlSink      sink;
  GHashTable *texts;    /* char * -> colour */
  GPtrArray  *groups;
  GHashTable *pens;     /* colours of strokes */
  guint       n_paths;
} Notes;

static void
note_group (TlSink     *sink,
            const char *id G_GNUC_UNUSED,
            const char *kind,
            const char *title G_GNUC_UNUSED)
{
  g_ptr_array_add (((Notes *) sink)->groups, g_strdup (kind));
}

static void
note_close (TlSink *sink G_GNUC_UNUSED)
{
}

static void
note_path (TlSink            *sink,
           const TlPathPiece *pieces G_GNUC_UNUSED,
           guint              n_pieces,
           TlColour           fill,
           const TlPen       *pen)
{
  g_assert_cmpuint (n_pieces, >, 1);
  g_assert_true (fill != TL_NO_COLOUR || pen != NULL);
  ((Notes *) sink)->n_paths++;
  if (pen != NULL)
    g_hash_table_add (((Notes *) sink)->pens, GUINT_TO_POINTER (pen->colour));
}

static void
note_text (TlSink            *sink,
           const TlSceneText *text,
           TlColour           colour)
{
  g_hash_table_insert (((Notes *) sink)->texts, g_strdup (text->text->text),
                       GUINT_TO_POINTER (colour));
}

static const TlSinkClass notes_class = { note_group, note_close, note_path, note_text, NULL };

static void
paint (const TlScene  *scene,
       TlPaintOptions  options,
       Notes          *notes)
{
  *notes = (Notes) { .sink.klass = &notes_class };
  notes->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  notes->groups = g_ptr_array_new_with_free_func (g_free);
  notes->pens = g_hash_table_new (NULL, NULL);
  tl_paint_scene (scene, &notes->sink, &options);
}

static void
forget (Notes *notes)
{
  g_hash_table_unref (notes->texts);
  g_ptr_array_unref (notes->groups);
  g_hash_table_unref (notes->pens);
}

static gboolean
has_pen (const Notes *notes,
         TlColour     colour)
{
  return g_hash_table_contains (notes->pens, GUINT_TO_POINTER (colour));
}

static guint
colour_of (const Notes *notes,
           const char  *text)
{
  gpointer colour;

  return g_hash_table_lookup_extended (notes->texts, text, NULL, &colour)
         ? GPOINTER_TO_UINT (colour) : TL_NO_COLOUR;
}

static gboolean
has_group (const Notes *notes,
           const char  *kind)
{
  return g_ptr_array_find_with_equal_func (notes->groups, kind, g_str_equal, NULL);
}

static void
test_paint (void)
{
  g_autoptr (TlPlainMeasure) plain = tl_plain_measure_new ();
  g_autoptr (TlChart) chart = tl_test_chart ("C: arrive( b . c)\nO: . . greet .\n"
                                             "arrive>b b>greet greet>c f!greet g!b>greet\n");
  g_autoptr (TlLayout) layout = NULL;
  g_autoptr (TlMarks) marks = NULL;
  const TlTheme *theme = tl_theme_get (TL_THEME_LIGHT);
  const TlScene *scene;
  Notes notes;

  tl_test_change (chart, "f.S=9; f.O=4; f.D=2; g.S=3; g.O=3; g.D=3");
  layout = tl_layout_new (chart, tl_plain_measure (plain), &TL_LAYOUT_OPTIONS_FULL);
  scene = tl_layout_scene (layout);
  marks = tl_marks_new (tl_overlay_new (chart, TL_OVERLAY_PRIORITY, TL_ID_NONE, TODAY), scene,
                        tl_plain_measure (plain), TRUE);

  paint (scene, (TlPaintOptions) { .theme = theme, .marks = marks }, &notes);
  g_assert_cmphex (colour_of (&notes, "greet"), ==, theme->text);
  g_assert_cmphex (colour_of (&notes, "arrive"), ==, theme->muted);   /* steps back */
  g_assert_cmphex (colour_of (&notes, "H 72"), ==, theme->hues[TL_HUE_GRAVE].text);
  g_assert_cmphex (colour_of (&notes, "L 27"), ==, theme->hues[TL_HUE_MIDDLE].text);
  g_assert_cmphex (colour_of (&notes, "Pale: no failure point"), ==, theme->text);
  g_assert_true (has_group (&notes, "tag grave") && has_group (&notes, "tag middle") &&
                 has_group (&notes, "legend") && has_group (&notes, "overlay frames"));
  forget (&notes);

  /* Without: nothing of it, and nothing steps back. */
  paint (scene, (TlPaintOptions) { .theme = theme }, &notes);
  g_assert_cmphex (colour_of (&notes, "arrive"), ==, theme->text);
  g_assert_cmphex (colour_of (&notes, "H 72"), ==, TL_NO_COLOUR);
  g_assert_false (has_group (&notes, "legend") || has_group (&notes, "overlay frames"));
  forget (&notes);

  /* Out of view nothing is painted; far away there are no words. */
  paint (scene, (TlPaintOptions) { .theme = theme, .marks = marks, .clip = { -900, -900, 9, 9 } },
         &notes);
  g_assert_cmpuint (notes.n_paths, ==, 0);
  forget (&notes);
  paint (scene, (TlPaintOptions) { .theme = theme, .simplified = TRUE }, &notes);
  g_assert_false (has_pen (&notes, theme->hues[TL_HUE_MIDDLE].edge));
  forget (&notes);
  paint (scene, (TlPaintOptions) { .theme = theme, .marks = marks, .simplified = TRUE }, &notes);
  g_assert_cmpuint (g_hash_table_size (notes.texts), ==, 0);
  g_assert_true (has_pen (&notes, theme->hues[TL_HUE_MIDDLE].edge));   /* the connector */
  g_assert_false (has_group (&notes, "legend"));
  g_assert_false (has_group (&notes, "overlay frames"));
  forget (&notes);
}

/* Marks a moment old, on a chart that has less or more by now. */
static void
test_stale (void)
{
  g_autoptr (TlPlainMeasure) plain = tl_plain_measure_new ();
  g_autoptr (TlChart) chart = tl_test_read_example ("hotel-check-in");
  g_autoptr (TlLayout) layout = tl_layout_new (chart, tl_plain_measure (plain),
                                               &TL_LAYOUT_OPTIONS_FULL);
  g_autoptr (TlMarks) marks = NULL, fresh = NULL, same = NULL;
  Notes notes;

  marks = tl_marks_new (tl_overlay_new (chart, TL_OVERLAY_PRIORITY, TL_ID_NONE, TODAY),
                        tl_layout_scene (layout), tl_plain_measure (plain), FALSE);
  same = tl_marks_new (tl_overlay_new (chart, TL_OVERLAY_PRIORITY, TL_ID_NONE, TODAY),
                       tl_layout_scene (layout), tl_plain_measure (plain), FALSE);
  g_assert_true (tl_marks_equal (marks, same));
  tl_test_change (chart, "f1.S=10; f1.O=10; f1.D=10; +failure=f77; f77.at=s1; f77.title=New");
  tl_layout_touch (layout, NULL, 0);
  paint (tl_layout_scene (layout),
         (TlPaintOptions) { .theme = tl_theme_get (TL_THEME_DARK), .marks = marks }, &notes);
  g_assert_cmphex (colour_of (&notes, "M 252"), !=, TL_NO_COLOUR);
  forget (&notes);
  fresh = tl_marks_new (tl_overlay_new (chart, TL_OVERLAY_PRIORITY, TL_ID_NONE, TODAY),
                        tl_layout_scene (layout), tl_plain_measure (plain), FALSE);
  g_assert_false (tl_marks_equal (marks, fresh));
  g_assert_nonnull (tl_overlay_mark (fresh->overlay, tl_test_id (chart, "s1")));
}

/* Badges that an overlay is not about step back. */
static void
test_badges (void)
{
  g_autoptr (TlPlainMeasure) plain = tl_plain_measure_new ();
  g_autoptr (TlChart) chart = tl_test_read_example ("hotel-check-in");
  g_autoptr (TlLayout) layout = tl_layout_new (chart, tl_plain_measure (plain),
                                               &TL_LAYOUT_OPTIONS_FULL);
  const struct { TlOverlayKind kind; gboolean failure, recovery, wait; } rows[] = {
    { TL_OVERLAY_PRIORITY, TRUE, FALSE, FALSE }, { TL_OVERLAY_TIME, FALSE, FALSE, TRUE },
    { TL_OVERLAY_COVERAGE, TRUE, TRUE, FALSE },
  };
  TlId at = tl_test_id (chart, "s4");   /* waits, fails and recovers */

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TlMarks) marks =
      tl_marks_new (tl_overlay_new (chart, rows[i].kind, TL_ID_NONE, TODAY),
                    tl_layout_scene (layout), tl_plain_measure (plain), FALSE);

    g_assert_cmpint (tl_marks_keep_badge (marks, TL_BADGE_FAILURE, at), ==, rows[i].failure);
    g_assert_cmpint (tl_marks_keep_badge (marks, TL_BADGE_RECOVERY, at), ==, rows[i].recovery);
    g_assert_cmpint (tl_marks_keep_badge (marks, TL_BADGE_WAIT, at), ==, rows[i].wait);
    g_assert_false (tl_marks_keep_badge (marks, TL_BADGE_FAILURE, tl_test_id (chart, "s1")));
  }
}

static void
test_room (void)
{
  TlText word = { .text = "word", .width = 40, .height = 16, .n_lines = 1 };
  TlSceneStep steps[] = {
    { .id = 7, .kind = TL_STEP_ACTION, .box = { 100, 100, 152, 68 },
      .label = { &word, { 110, 110, 132, 48 }, TL_ALIGN_CENTRE } },
  };
  TlPoint points[] = { { 252, 134 }, { 400, 134 } };
  TlSceneConnector connectors[] = { { .id = 8, .n_points = 2, .bounds = { 252, 134, 148, 0 } } };
  TlScene scene = {
    .page = { 0, 0, 1000, 400 }, .steps = steps, .n_steps = 1, .points = points, .n_points = 2,
    .connectors = connectors, .n_connectors = 1,
  };
  g_autoptr (TlRoom) room = tl_room_new (&scene);

  g_assert_cmpfloat (tl_room_covered (room, (TlBox) { 500, 300, 60, 16 }, TL_ID_NONE), ==, 0);
  g_assert_cmpfloat (tl_room_covered (room, (TlBox) { 104, 160, 60, 16 }, TL_ID_NONE), ==,
                     TL_ROOM_MARK);
  g_assert_cmpfloat (tl_room_covered (room, (TlBox) { 104, 160, 60, 16 }, 7), ==, 0);
  g_assert_cmpfloat (tl_room_covered (room, (TlBox) { 150, 120, 60, 16 }, 7), ==, TL_ROOM_MARK);
  g_assert_cmpfloat (tl_room_covered (room, (TlBox) { 300, 130, 60, 16 }, 7), ==, TL_ROOM_LINE);
  g_assert_cmpfloat (tl_room_covered (room, (TlBox) { 990, 300, 60, 16 }, 7), ==, TL_ROOM_MARK);
  tl_room_take (room, (TlBox) { 500, 300, 60, 16 });
  g_assert_cmpfloat (tl_room_covered (room, (TlBox) { 520, 310, 60, 16 }, 7), ==, TL_ROOM_MARK);
  g_assert_cmpfloat (tl_room_covered (room, (TlBox) { 560, 300, 60, 16 }, 7), ==, 0);
}

static guint32
png_number (GBytes *png,
            gsize   offset)
{
  guint32 number;

  memcpy (&number, (const char *) g_bytes_get_data (png, NULL) + offset, sizeof number);
  return GUINT32_FROM_BE (number);
}

/* The page of every format holds the legend. */
static void
test_export (void)
{
  g_autoptr (TlTextMeasurer) measurer = tl_text_measurer_new (NULL);
  g_autoptr (TlChart) chart = tl_test_read_example ("corner-shoeshine");
  g_autoptr (TlLayout) layout = tl_layout_new (chart, tl_text_measurer_measure (measurer),
                                               &TL_LAYOUT_OPTIONS_FULL);
  const TlScene *scene = tl_layout_scene (layout);
  g_autoptr (TlMarks) marks =
    tl_marks_new (tl_overlay_new (chart, TL_OVERLAY_TIME, TL_ID_NONE, TODAY), scene,
                  tl_text_measurer_measure (measurer), TRUE);
  const TlExportOptions options = { .chart = chart, .marks = marks };
  g_autoptr (GError) error = NULL;

  for (TlExportFormat format = 0; format < TL_N_EXPORT_FORMATS; format++) {
    g_autoptr (GBytes) plain = tl_export_bytes (format, scene, measurer,
                                                &(TlExportOptions) { .chart = chart }, &error);
    g_autoptr (GBytes) marked = tl_export_bytes (format, scene, measurer, &options, &error);

    g_assert_no_error (error);
    g_assert_false (g_bytes_equal (plain, marked));
    if (format == TL_EXPORT_PNG) {
      g_assert_cmpuint (png_number (marked, 16), ==, (guint32) ceil (marks->page.w));
      g_assert_cmpuint (png_number (marked, 20), ==, (guint32) ceil (marks->page.h));
      g_assert_cmpuint (png_number (marked, 20), >, png_number (plain, 20));
    }
    if (format == TL_EXPORT_SVG) {
      const char *text = g_bytes_get_data (marked, NULL);

      g_assert_nonnull (strstr (text, ">Where the time goes</text>"));
      g_assert_nonnull (strstr (text, "class=\"legend\""));
    }
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/marks/clear-examples", test_clear_examples);
  g_test_add_func ("/marks/clear-made", test_clear_made);
  g_test_add_func ("/marks/legend", test_legend);
  g_test_add_func ("/marks/looks", test_looks);
  g_test_add_func ("/marks/paint", test_paint);
  g_test_add_func ("/marks/stale", test_stale);
  g_test_add_func ("/marks/badges", test_badges);
  g_test_add_func ("/marks/room", test_room);
  g_test_add_func ("/marks/export", test_export);

  return g_test_run ();
}
