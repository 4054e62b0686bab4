/* test-painter.c - what is painted, in which order, and what is left out. */
#include <string.h>

#include "charts.h"
#include "render/painter.h"
#include "render/text.h"
#include "scene-maker.h"

/* A sink that takes notes. */
typedef struct {
  TlSink      sink;
  GPtrArray  *groups;    /* kinds, in order of opening */
  GHashTable *ids;       /* how often each was given */
  GPtrArray  *titles;
  GHashTable *texts;     /* how often each TlText was drawn */
  GArray     *pens;      /* TlPen of every stroke */
  TlBox       inked;     /* of all points and texts */
  guint       n_paths, n_curves, depth;
  gboolean    painted;
} Notes;

static void
count (GHashTable *table,
       gpointer    key)
{
  g_hash_table_insert (table, key,
                       GUINT_TO_POINTER (1 + GPOINTER_TO_UINT (g_hash_table_lookup (table, key))));
}

static void
note_group (TlSink     *sink,
            const char *id,
            const char *kind,
            const char *title)
{
  Notes *notes = (Notes *) sink;

  notes->depth++;
  g_ptr_array_add (notes->groups, g_strdup (kind));
  if (id != NULL)
    count (notes->ids, g_strdup (id));
  if (title != NULL)
    g_ptr_array_add (notes->titles, g_strdup (title));
}

static void
note_close (TlSink *sink)
{
  Notes *notes = (Notes *) sink;

  g_assert_cmpuint (notes->depth, >, 0);
  notes->depth--;
}

static void
note_ink (Notes *notes,
          TlBox  box)
{
  notes->inked = notes->painted ? tl_box_union (notes->inked, box) : box;
  notes->painted = TRUE;
}

static void
note_path (TlSink            *sink,
           const TlPathPiece *pieces,
           guint              n_pieces,
           TlColour           fill,
           const TlPen       *pen)
{
  Notes *notes = (Notes *) sink;

  g_assert_cmpuint (n_pieces, >, 1);
  g_assert_cmpint (pieces[0].op, ==, TL_PATH_MOVE);
  g_assert_true (fill != TL_NO_COLOUR || pen != NULL);
  notes->n_paths++;
  if (pen != NULL)
    g_array_append_val (notes->pens, *pen);
  for (guint i = 0; i < n_pieces; i++) {
    if (pieces[i].op == TL_PATH_CURVE)
      notes->n_curves++;
    if (pieces[i].op != TL_PATH_CLOSE) {
      TlPoint p = pieces[i].p[pieces[i].op == TL_PATH_CURVE ? 2 : 0];

      g_assert_true (isfinite (p.x) && isfinite (p.y));
      note_ink (notes, (TlBox) { p.x, p.y, 0, 0 });
    }
  }
}

static void
note_text (TlSink            *sink,
           const TlSceneText *text,
           TlColour           colour)
{
  Notes *notes = (Notes *) sink;

  g_assert_cmphex (colour, !=, TL_NO_COLOUR);
  count (notes->texts, g_strdup (text->text->text));
  note_ink (notes, text->box);
}

static const TlSinkClass notes_class = { note_group, note_close, note_path, note_text, NULL };

typedef struct {
  TlTextMeasurer *measurer;
  TlChart        *chart;
  TlScene        *scene;
  Notes           notes;
} Fixture;

static void
forget (Notes *notes)
{
  g_clear_pointer (&notes->groups, g_ptr_array_unref);
  g_clear_pointer (&notes->titles, g_ptr_array_unref);
  g_clear_pointer (&notes->ids, g_hash_table_unref);
  g_clear_pointer (&notes->texts, g_hash_table_unref);
  g_clear_pointer (&notes->pens, g_array_unref);
}

static void
start_notes (Notes *notes)
{
  forget (notes);
  *notes = (Notes) { .sink.klass = &notes_class };
  notes->groups = g_ptr_array_new_with_free_func (g_free);
  notes->titles = g_ptr_array_new_with_free_func (g_free);
  notes->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  notes->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  notes->pens = g_array_new (FALSE, FALSE, sizeof (TlPen));
}

static const char chart_text[] =
  "C: arrive( wait~ decide? | leave)\n"
  "O: . greet . | serve\n"
  "B: . . fetch | .\n"
  "S: . . desk | .\n"
  "arrive>wait wait>decide decide>leave@0.9 decide>greet@0.1 greet>serve fetch.>serve\n"
  "f!greet g!serve h!wait r*f,g\n";

static void
set_up (Fixture       *f,
        gconstpointer  data G_GNUC_UNUSED)
{
  f->measurer = tl_text_measurer_new (NULL);
  f->chart = tl_test_chart (chart_text);
  tl_chart_begin (f->chart, "Mark");
  ((TlStep *) tl_chart_edit (f->chart, tl_test_id (f->chart, "greet")))->moment_of_truth = TRUE;
  ((TlStep *) tl_chart_edit (f->chart, tl_test_id (f->chart, "arrive")))->emotion = 1;
  ((TlStep *) tl_chart_edit (f->chart, tl_test_id (f->chart, "wait")))->emotion = -2;
  ((TlStep *) tl_chart_edit (f->chart, tl_test_id (f->chart, "leave")))->emotion = 2;
  tl_chart_commit (f->chart, NULL);
  f->scene = tl_test_scene (f->chart, tl_text_measurer_measure (f->measurer));
}

static void
tear_down (Fixture       *f,
           gconstpointer  data G_GNUC_UNUSED)
{
  forget (&f->notes);
  tl_scene_free (f->scene);
  tl_chart_free (f->chart);
  tl_text_measurer_free (f->measurer);
}

static void
paint (Fixture        *f,
       TlPaintOptions  options)
{
  start_notes (&f->notes);
  options.theme = options.theme != NULL ? options.theme : tl_theme_get (TL_THEME_LIGHT);
  tl_paint_scene (f->scene, &f->notes.sink, &options);
  g_assert_cmpuint (f->notes.depth, ==, 0);
}

static guint
position (const Notes *notes,
          const char  *kind)
{
  for (guint i = 0; i < notes->groups->len; i++) {
    if (g_str_equal (g_ptr_array_index (notes->groups, i), kind))
      return i;
  }
  g_error ("no group of kind %s", kind);
}

static void
test_order (Fixture       *f,
            gconstpointer  data G_GNUC_UNUSED)
{
  static const char *const order[] = {
    "bands", "lines", "headings", "curve", "evidence", "connectors", "steps", "badges", "footer",
  };

  paint (f, (TlPaintOptions) { 0 });
  for (guint i = 1; i < G_N_ELEMENTS (order); i++)
    g_assert_cmpuint (position (&f->notes, order[i - 1]), <, position (&f->notes, order[i]));
}

static void
test_ids_once (Fixture       *f,
               gconstpointer  data G_GNUC_UNUSED)
{
  static const char *const ids[] = {
    "arrive", "wait", "decide", "leave", "greet", "serve", "fetch", "desk", "arrive-wait",
    "fetch_serve", "f", "g", "h", "r", "P1", "P2", "C", "O", "B", "S",
  };

  paint (f, (TlPaintOptions) { .chart = f->chart });
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++) {
    g_test_message ("%s", ids[i]);
    g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (f->notes.ids, ids[i])), ==, 1);
  }

  paint (f, (TlPaintOptions) { 0 });   /* without the chart: no ids, no titles */
  g_assert_cmpuint (g_hash_table_size (f->notes.ids), ==, 0);
  g_assert_cmpuint (f->notes.titles->len, ==, 0);
}

static gboolean
has_title (const Notes *notes,
           const char  *title)
{
  return g_ptr_array_find_with_equal_func (notes->titles, title, g_str_equal, NULL);
}

static void
test_titles (Fixture       *f,
             gconstpointer  data G_GNUC_UNUSED)
{
  paint (f, (TlPaintOptions) { .chart = f->chart });
  g_assert_true (has_title (&f->notes, "Start: arrive"));
  g_assert_true (has_title (&f->notes, "Decision: decide"));
  g_assert_true (has_title (&f->notes, "greet (moment of truth)"));
  g_assert_true (has_title (&f->notes, "From “arrive” to “wait”"));
  g_assert_true (has_title (&f->notes, "“fetch” supports “serve”"));
  g_assert_true (has_title (&f->notes, "F1: f (low priority)"));
  g_assert_true (has_title (&f->notes, "R1: r"));
}

static void
test_texts (Fixture       *f,
            gconstpointer  data G_GNUC_UNUSED)
{
  static const char *const once[] = {
    "arrive", "greet", "Line of visibility", "delighted", "dissatisfied", "Satisfaction",
    "Hotel exterior, parking", "F1", "W 4 min", "failure point", "P2",
  };

  paint (f, (TlPaintOptions) { 0 });
  for (guint i = 0; i < G_N_ELEMENTS (once); i++) {
    g_test_message ("%s", once[i]);
    g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (f->notes.texts, once[i])), ==, 1);
  }
}

static void
test_culling (Fixture       *f,
              gconstpointer  data G_GNUC_UNUSED)
{
  const TlSceneStep *greet = tl_scene_step (f->scene, tl_test_id (f->chart, "greet"));
  guint all;

  paint (f, (TlPaintOptions) { 0 });
  all = f->notes.n_paths;
  paint (f, (TlPaintOptions) { .clip = { -900, -900, 100, 100 }, .chart = f->chart });
  g_assert_cmpuint (f->notes.n_paths, ==, 0);
  g_assert_false (f->notes.painted);

  paint (f, (TlPaintOptions) { .clip = greet->box, .chart = f->chart });
  g_assert_cmpuint (f->notes.n_paths, <, all / 2);
  g_assert_nonnull (g_hash_table_lookup (f->notes.ids, "greet"));
  g_assert_null (g_hash_table_lookup (f->notes.ids, "leave"));
  g_assert_null (g_hash_table_lookup (f->notes.texts, "failure point"));

  paint (f, (TlPaintOptions) { .clip = f->scene->page });
  g_assert_cmpuint (f->notes.n_paths, ==, all);
}

/* Dashes are not made for what is out of view, and those in view stay where they
 * are when the view moves. */
static void
test_long_lines (Fixture       *f,
                 gconstpointer  data G_GNUC_UNUSED)
{
  TlSceneLine line = { TL_LINE_VISIBILITY, 50, 0, 1e6, { 0 } };
  TlScene scene = { .lines = &line, .n_lines = 1 };

  for (guint i = 0; i < 40; i++) {
    TlPaintOptions options = {
      .theme = tl_theme_get (TL_THEME_LIGHT), .clip = { 5000 + 3.7 * i, 0, 300, 100 },
    };

    start_notes (&f->notes);
    tl_paint_scene (&scene, &f->notes.sink, &options);
    g_assert_cmpuint (f->notes.n_paths, ==, 1);
    g_assert_cmpfloat (f->notes.inked.w, <, 350);
    g_assert_cmpfloat (f->notes.inked.x, <=, options.clip.x);
    g_assert_cmpfloat (f->notes.inked.x + f->notes.inked.w, >=, options.clip.x + 300);
    g_assert_cmpfloat_with_epsilon (remainder (f->notes.inked.x, 14), 0, 1e-6);
  }
}

static void
test_simplified (Fixture       *f,
                 gconstpointer  data G_GNUC_UNUSED)
{
  guint all;

  paint (f, (TlPaintOptions) { 0 });
  all = f->notes.n_paths;
  paint (f, (TlPaintOptions) { .simplified = TRUE });
  g_assert_cmpuint (g_hash_table_size (f->notes.texts), ==, 0);
  g_assert_cmpuint (f->notes.n_paths, <, all * 2 / 3);
}

static void
test_on_the_page (Fixture       *f,
                  gconstpointer  data G_GNUC_UNUSED)
{
  for (guint id = 0; id < TL_N_THEMES; id++) {
    paint (f, (TlPaintOptions) { .theme = tl_theme_get (id) });
    g_assert_cmpfloat (f->notes.inked.x, >=, 0);
    g_assert_cmpfloat (f->notes.inked.y, >=, 0);
    g_assert_cmpfloat (f->notes.inked.w, <=, f->scene->page.w);
    g_assert_cmpfloat (f->notes.inked.h, <=, f->scene->page.h);
  }
}

static guint
count_pens (const Notes *notes,
            double       width,
            gboolean     dashed)
{
  guint n = 0;

  for (guint i = 0; i < notes->pens->len; i++) {
    const TlPen *pen = &g_array_index (notes->pens, TlPen, i);

    n += pen->width == width && (pen->dashes != NULL) == dashed;
  }
  return n;
}

/* What must be seen without colour: patterns and weights. */
static void
test_marks (Fixture       *f,
            gconstpointer  data G_GNUC_UNUSED)
{
  paint (f, (TlPaintOptions) { .theme = tl_theme_get (TL_THEME_PRINT) });
  g_assert_cmpuint (count_pens (&f->notes, 3, FALSE), ==, 1);     /* the end's heavy outline */
  g_assert_cmpuint (count_pens (&f->notes, 1.8, TRUE), ==, 1);    /* visibility: dashes */
  g_assert_cmpuint (count_pens (&f->notes, 1.5, TRUE), ==, 1);    /* the support connector */
  g_assert_cmpuint (count_pens (&f->notes, 1.5, FALSE), ==, 5);   /* the flow */
  g_assert_cmpuint (count_pens (&f->notes, 4, TRUE), ==, 5);      /* stripes of the bands */
  g_assert_cmpuint (count_pens (&f->notes, 2.2, FALSE), ==, 4);   /* ticks, legend included */
}

/* A curve that never leaves what was said. */
static void
test_curve (Fixture       *f,
            gconstpointer  data G_GNUC_UNUSED)
{
  double top = G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  for (guint i = 0; i < f->scene->n_moods; i++) {
    top = MIN (top, f->scene->moods[i].point.y);
    bottom = MAX (bottom, f->scene->moods[i].point.y);
  }
  g_assert_cmpuint (f->scene->n_moods, ==, 3);
  g_assert_cmpfloat (top, <, bottom);
  f->scene->n_moods = 1;
  paint (f, (TlPaintOptions) { 0 });
  for (guint i = 0; i < f->notes.groups->len; i++)
    g_assert_cmpstr (g_ptr_array_index (f->notes.groups, i), !=, "curve");
}

/* Courses that a router might give: short runs, a straight one, hops side by
 * side; the line stays near its points and ends in an arrowhead. */
static void
test_courses (Fixture       *f,
              gconstpointer  data G_GNUC_UNUSED)
{
  const struct {
    TlPoint points[5];
    guint n_points;
    TlPoint hops[3];
    guint n_hops;
    guint n_curves;
    gboolean is_support;
  } rows[] = {
    { { { 0, 0 }, { 50, 0 } }, 2, { { 0, 0 } }, 0, 0, FALSE },
    { { { 0, 0 }, { 50, 0 } }, 2, { { 25, 0 } }, 1, 2, FALSE },
    { { { 50, 0 }, { 0, 0 } }, 2, { { 25, 0 }, { 29, 0 } }, 2, 4, FALSE },
    { { { 0, 0 }, { 0, 60 } }, 2, { { 0, 20 }, { 0, 40 } }, 2, 4, FALSE },
    { { { 0, 0 }, { 20, 0 }, { 20, 30 } }, 3, { { 0, 0 } }, 0, 1, FALSE },
    { { { 0, 0 }, { 20, 0 }, { 20, 4 }, { 60, 4 } }, 4, { { 0, 0 } }, 0, 2, FALSE },
    { { { 0, 0 }, { 2, 0 }, { 2, 3 } }, 3, { { 0, 0 } }, 0, 1, FALSE },
    { { { 0, 0 }, { 20, 0 }, { 40, 0 } }, 3, { { 0, 0 } }, 0, 0, FALSE },
    { { { 0, 0 }, { 0, 0 }, { 40, 0 } }, 3, { { 0, 0 } }, 0, 0, FALSE },
    { { { 0, 0 }, { 50, 0 } }, 2, { { 0, 0 } }, 0, 0, TRUE },
    { { { 0, 0 }, { 20, 0 }, { 20, 60 } }, 3, { { 20, 30 } }, 1, 3, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    TlPoint points[5], hops[3];
    TlSceneConnector connector = {
      .id = 1, .kind = rows[i].is_support ? TL_CONNECTOR_SUPPORT : TL_CONNECTOR_FLOW,
      .n_points = rows[i].n_points, .n_hops = rows[i].n_hops,
    };
    TlScene scene = {
      .connectors = &connector, .n_connectors = 1, .points = points, .hops = hops,
    };
    TlPaintOptions options = { .theme = tl_theme_get (TL_THEME_LIGHT) };

    memcpy (points, rows[i].points, sizeof points);
    memcpy (hops, rows[i].hops, sizeof hops);
    start_notes (&f->notes);
    tl_paint_scene (&scene, &f->notes.sink, &options);
    g_test_message ("row %u", i);
    g_assert_cmpuint (f->notes.n_paths, ==, rows[i].is_support && rows[i].n_hops > 0 ? 3 : 2);
    g_assert_cmpuint (f->notes.n_curves, ==, rows[i].n_curves);
    g_assert_cmpfloat (f->notes.inked.x, >=, -6);
    g_assert_cmpfloat (f->notes.inked.y, >=, -6);
    g_assert_cmpfloat (f->notes.inked.w, <=, 66);
    g_assert_cmpfloat (f->notes.inked.h, <=, 66);
  }
}

#define ADD(name, func) g_test_add ("/painter/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("order", test_order);
  ADD ("ids-once", test_ids_once);
  ADD ("titles", test_titles);
  ADD ("texts", test_texts);
  ADD ("culling", test_culling);
  ADD ("long-lines", test_long_lines);
  ADD ("simplified", test_simplified);
  ADD ("on-the-page", test_on_the_page);
  ADD ("marks", test_marks);
  ADD ("curve", test_curve);
  ADD ("courses", test_courses);
  return g_test_run ();
}
