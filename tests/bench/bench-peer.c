/* bench-peer.c - the made chart as the peers read it.
 *
 * Dia gets what layout worked out, for it lays out and routes nothing; Graphviz
 * gets steps and connectors only, for that is what it is good at.
 */
#include "bench.h"

/* Dia's unit is a centimetre; 20 chart units to one makes its texts fit. */
#define CM(v) ((v) / 20.0)

#define COMMON_TEXT                                                                           \
  "<dia:attribute name=\"font\"><dia:font family=\"sans\" style=\"0\" name=\"Helvetica\"/>"   \
  "</dia:attribute><dia:attribute name=\"height\"><dia:real val=\"0.6\"/></dia:attribute>"    \
  "<dia:attribute name=\"color\"><dia:color val=\"#000000\"/></dia:attribute>"                \
  "<dia:attribute name=\"alignment\"><dia:enum val=\"1\"/></dia:attribute>"

/* The lines as they were broken, so that both draw the same. */
static void
append_lines (GString           *out,
              const TlSceneText *text)
{
  double x = text->box.x + text->box.w / 2, y = text->box.y + text->text->ascent;

  g_string_append (out, "<dia:attribute name=\"text\"><dia:composite type=\"text\">"
                        "<dia:attribute name=\"string\"><dia:string>#");
  for (guint i = 0; i < text->text->n_lines; i++) {
    const TlTextLine *line = &text->text->lines[i];
    g_autofree char *escaped = g_markup_escape_text (text->text->text + line->start, line->length);

    g_string_append_printf (out, i == 0 ? "%s" : "\n%s", escaped);
  }
  g_string_append_printf (out, "#</dia:string></dia:attribute>" COMMON_TEXT
                          "<dia:attribute name=\"pos\"><dia:point val=\"%g,%g\"/></dia:attribute>"
                          "</dia:composite></dia:attribute>\n", CM (x), CM (y));
}

static void
append_shape (GString           *out,
              const char        *type,
              guint             *next,
              TlBox              box,
              const TlSceneText *text)
{
  g_string_append_printf (out, "<dia:object type=\"%s\" version=\"0\" id=\"O%u\">\n", type,
                          (*next)++);
  g_string_append_printf (out, "<dia:attribute name=\"obj_pos\"><dia:point val=\"%g,%g\"/>"
                          "</dia:attribute>\n", CM (box.x), CM (box.y));
  g_string_append_printf (out, "<dia:attribute name=\"obj_bb\"><dia:rectangle "
                          "val=\"%g,%g;%g,%g\"/></dia:attribute>\n", CM (box.x), CM (box.y),
                          CM (box.x + box.w), CM (box.y + box.h));
  g_string_append_printf (out, "<dia:attribute name=\"elem_corner\"><dia:point val=\"%g,%g\"/>"
                          "</dia:attribute>\n", CM (box.x), CM (box.y));
  g_string_append_printf (out, "<dia:attribute name=\"elem_width\"><dia:real val=\"%g\"/>"
                          "</dia:attribute>\n", CM (box.w));
  g_string_append_printf (out, "<dia:attribute name=\"elem_height\"><dia:real val=\"%g\"/>"
                          "</dia:attribute>\n", CM (box.h));
  g_string_append (out, "<dia:attribute name=\"show_background\"><dia:boolean val=\"true\"/>"
                        "</dia:attribute>\n"
                        "<dia:attribute name=\"padding\"><dia:real val=\"0\"/></dia:attribute>\n");
  if (text->text != NULL)
    append_lines (out, text);
  g_string_append (out, "</dia:object>\n");
}

static void
append_course (GString                *out,
               const TlScene          *scene,
               const TlSceneConnector *connector,
               guint                  *next)
{
  const TlPoint *points = &scene->points[connector->first_point];

  g_string_append_printf (out, "<dia:object type=\"Standard - PolyLine\" version=\"0\" "
                          "id=\"O%u\">\n<dia:attribute name=\"obj_pos\"><dia:point "
                          "val=\"%g,%g\"/></dia:attribute>\n<dia:attribute "
                          "name=\"poly_points\">\n", (*next)++, CM (points[0].x),
                          CM (points[0].y));
  for (guint i = 0; i < connector->n_points; i++)
    g_string_append_printf (out, "<dia:point val=\"%g,%g\"/>\n", CM (points[i].x),
                            CM (points[i].y));
  g_string_append (out, "</dia:attribute>\n<dia:attribute name=\"end_arrow\"><dia:enum "
                        "val=\"3\"/></dia:attribute>\n<dia:attribute name=\"end_arrow_length\">"
                        "<dia:real val=\"0.5\"/></dia:attribute>\n<dia:attribute "
                        "name=\"end_arrow_width\"><dia:real val=\"0.5\"/></dia:attribute>\n"
                        "</dia:object>\n");
  if (connector->label.text != NULL)
    append_shape (out, "Flowchart - Box", next, connector->label_box, &connector->label);
}

char *
bench_write_dia (const TlScene *scene)
{
  GString *out = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                               "<dia:diagram xmlns:dia=\"http://www.lysator.liu.se/~alla/dia/\">\n"
                               "<dia:layer name=\"Background\" visible=\"true\">\n");
  TlSceneText none = { 0 };
  guint next = 0;

  for (guint i = 0; i < scene->n_bands; i++)
    append_shape (out, "Flowchart - Box", &next, scene->bands[i].box, &none);
  for (guint i = 0; i < scene->n_evidence; i++)
    append_shape (out, "Flowchart - Box", &next, scene->evidence[i].box, &scene->evidence[i].text);
  for (guint i = 0; i < scene->n_connectors; i++)
    append_course (out, scene, &scene->connectors[i], &next);
  for (guint i = 0; i < scene->n_steps; i++)
    append_shape (out, scene->steps[i].kind == TL_STEP_DECISION ? "Flowchart - Diamond"
                                                                : "Flowchart - Box",
                  &next, scene->steps[i].box, &scene->steps[i].label);
  for (guint i = 0; i < scene->n_badges; i++)
    append_shape (out, "Flowchart - Ellipse", &next, scene->badges[i].box, &scene->badges[i].text);
  g_string_append (out, "</dia:layer>\n</dia:diagram>\n");
  return g_string_free (out, FALSE);
}

char *
bench_write_dot (const TlChart *chart)
{
  GString *out = g_string_new ("digraph chart {\n  rankdir=LR; node [shape=box];\n");

  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_STEP); i++) {
    const TlStep *step = TL_CHART_NTH (chart, STEP, TlStep, i);
    g_autofree char *label = g_strescape (step->label, "");

    g_string_append_printf (out, "  n%u [label=\"%s\"];\n", step->head.id, label);
  }
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_CONNECTOR); i++) {
    const TlConnector *connector = TL_CHART_NTH (chart, CONNECTOR, TlConnector, i);
    g_autofree char *label = g_strescape (connector->label != NULL ? connector->label : "", "");

    g_string_append_printf (out, "  n%u -> n%u [label=\"%s\"];\n", connector->from, connector->to,
                            label);
  }
  g_string_append (out, "}\n");
  return g_string_free (out, FALSE);
}
