/* test-bpmn.c - what each thing in BPMN becomes, a row for each.
 *
 * Charts are told in one line: lanes with the letter of their band and their steps
 * in document order, then connectors, then failure points.
 *   B Shop: a(, b, c? | a>b, b>c@yes, d.>b | !b late
 * After a step's label: "(" start, ")" end (")lost", ")referred"), "?" decision, "~" wait
 * with its seconds, "&" fork, "=" join.  ">" is flow, ".>" support, "@" a label.
 */
#include <string.h>

#include "exchange/bpmn.h"
#include "exchange/dom.h"
#include "exchange/words.h"
#include "model/check.h"

#define DOC(x) "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' " \
               "xmlns:di='http://www.omg.org/spec/BPMN/20100524/DI' " \
               "xmlns:dc='http://www.omg.org/spec/DD/20100524/DC'>" x "</definitions>"
#define PROCESS(x) "<process id='p' name='Shop'>" x "</process>"
#define ONE(x) DOC (PROCESS (x))
#define NODE(tag, id) "<" tag " id='" id "' name='" id "'/>"
#define TASK(id) NODE ("task", id)
#define START(id) NODE ("startEvent", id)
#define END(id) NODE ("endEvent", id)
#define GATE(tag, id) "<" tag "Gateway id='" id "' name='" id "'/>"
#define EVENT(tag, id, kind) \
  "<" tag " id='" id "' name='" id "'><" kind "EventDefinition/></" tag ">"
#define BORDER(id, host, kind) \
  "<boundaryEvent id='" id "' name='" id "' attachedToRef='" host "'><" kind "EventDefinition/></boundaryEvent>"
#define FLOW(a, b) "<sequenceFlow id='" a "-" b "' sourceRef='" a "' targetRef='" b "'/>"
#define NAMED(a, b, n) "<sequenceFlow id='" a "-" b "' name='" n "' sourceRef='" a "' targetRef='" b "'/>"
#define MESSAGE(a, b, n) "<messageFlow id='m" a b "' name='" n "' sourceRef='" a "' targetRef='" b "'/>"
#define POOL(id, name, process) "<participant id='" id "' name='" name "' processRef='" process "'/>"
#define BLACK(id, name) "<participant id='" id "' name='" name "'/>"
#define LANE(id, name, nodes) "<lane id='" id "' name='" name "'>" nodes "</lane>"
#define REF(id) "<flowNodeRef> " id "\n</flowNodeRef>"
#define SHAPE(id, x, y, w, h) "<di:BPMNShape bpmnElement='" id "'><dc:Bounds x='" x "' y='" y \
                              "' width='" w "' height='" h "'/></di:BPMNShape>"
#define DIAGRAM(x) "<di:BPMNDiagram><di:BPMNPlane>" x "</di:BPMNPlane></di:BPMNDiagram>"

static const struct {
  const char *name, *text, *chart;
} rows[] = {
  { "plain", ONE (START ("a") TASK ("b") END ("c") FLOW ("a", "b") FLOW ("b", "c")),
    "B Shop: a(, b, c) | a>b, b>c" },
  { "prefix", "<x:definitions xmlns:x='http://www.omg.org/spec/BPMN/20100524/MODEL'><x:process id='p'>"
              "<x:task id='a' name='one&#10; two'/><task id='b'/></x:process></x:definitions>",
    "B Service: one two" },
  { "task-kinds", ONE (NODE ("userTask", "a") NODE ("serviceTask", "b") NODE ("callActivity", "c")),
    "B Shop: a, b, c" },
  { "machines-only", ONE (NODE ("serviceTask", "a") NODE ("scriptTask", "b")), "S Shop: a, b" },
  { "nameless", ONE ("<startEvent id='a'/><task id='b'/><endEvent id='c'/>" FLOW ("a", "b") FLOW ("b", "c")),
    "B Shop: Start(, Step without a name, End) | Start>Step without a name, Step without a name>End" },

  /* Gateways. */
  { "decision", ONE (GATE ("exclusive", "d") TASK ("a") TASK ("b") NAMED ("d", "a", "yes")
                     NAMED ("d", "b", "no")),
    "B Shop: d?, a, b | d>a@yes, d>b@no" },
  { "merge-dissolved", ONE (TASK ("a") TASK ("b") GATE ("exclusive", "m") TASK ("c") FLOW ("a", "m")
                            FLOW ("b", "m") FLOW ("m", "c")),
    "B Shop: a, b, c | a>c, b>c" },
  { "split-and-merge", ONE (TASK ("a") GATE ("exclusive", "d") GATE ("exclusive", "m") TASK ("b")
                            FLOW ("a", "d") NAMED ("d", "m", "no") NAMED ("d", "b", "yes")
                            FLOW ("b", "m") TASK ("c") FLOW ("m", "c")),
    "B Shop: a, d?, b, c | a>d, d>c@no, d>b@yes, b>c" },
  { "parallel", ONE (GATE ("parallel", "f") TASK ("a") TASK ("b") GATE ("parallel", "j") TASK ("c")
                     FLOW ("f", "a") FLOW ("f", "b") FLOW ("a", "j") FLOW ("b", "j") FLOW ("j", "c")),
    "B Shop: f&, a, b, j=, c | f>a, f>b, a>j, b>j, j>c" },
  { "join-then-fork", ONE (TASK ("a") TASK ("b") GATE ("parallel", "g") TASK ("c") TASK ("d")
                           FLOW ("a", "g") FLOW ("b", "g") FLOW ("g", "c") FLOW ("g", "d")),
    "B Shop: a, b, g&, c, d, All done= | a>All done, b>All done, g>c, g>d, All done>g" },
  { "event-gateway", ONE (GATE ("eventBased", "w") EVENT ("intermediateCatchEvent", "a", "message")
                          EVENT ("intermediateCatchEvent", "2 days", "timer") FLOW ("w", "a")
                          FLOW ("w", "2 days")),
    "B Shop: w?, a, 2 days~172800 | w>a, w>2 days" },
  { "merge-loop", ONE (GATE ("exclusive", "m") GATE ("exclusive", "n") FLOW ("m", "n") FLOW ("n", "m")
                       TASK ("a")),
    "B Shop: a" },
  { "default-and-condition",
    ONE ("<exclusiveGateway id='d' name='d' default='d-b'/>" TASK ("a") TASK ("b")
         "<sequenceFlow id='x' sourceRef='d' targetRef='a'><conditionExpression>${ paid }"
         "</conditionExpression></sequenceFlow>" FLOW ("d", "b")),
    "B Shop: d?, a, b | d>a@paid, d>b@otherwise" },
  { "several-ways-out", ONE (TASK ("a") TASK ("b") TASK ("c") FLOW ("a", "b") FLOW ("a", "c")),
    "B Shop: a, b, c, At the same time& | At the same time>b, At the same time>c, a>At the same time" },

  /* Events. */
  { "wait", ONE ("<intermediateCatchEvent id='a' name='a'><timerEventDefinition><timeDuration> PT10M "
                 "</timeDuration></timerEventDefinition></intermediateCatchEvent>"),
    "B Shop: a~600" },
  { "ends", ONE (EVENT ("endEvent", "a", "error") EVENT ("endEvent", "b", "escalation")
                 EVENT ("endEvent", "c", "terminate") END ("Order rejected") END ("Storniert")),
    "B Shop: a)lost, b)referred, c), Order rejected)lost, Storniert)lost" },
  { "links", ONE (TASK ("a") EVENT ("intermediateThrowEvent", "L", "link")
                  "<intermediateCatchEvent id='M' name='L'><linkEventDefinition/></intermediateCatchEvent>"
                  TASK ("b") FLOW ("a", "L") FLOW ("M", "b")),
    "B Shop: a, b | a>b" },
  { "border-with-way-on", ONE (TASK ("a") BORDER ("Late", "a", "timer") TASK ("b") TASK ("c")
                               FLOW ("a", "b") FLOW ("Late", "c")),
    "B Shop: a, b, c, Late?? | Late?>b@no, Late?>c@yes, a>Late? | !a Late" },
  { "border-to-nameless-end", ONE (TASK ("a") BORDER ("Late", "a", "timer") "<endEvent id='e'/>" END ("f")
                                   FLOW ("a", "f") FLOW ("Late", "e")),
    "B Shop: a, End)lost, f), Late?? | Late?>f@no, Late?>End@yes, a>Late? | !a Late" },
  { "border-alone", ONE (TASK ("a") BORDER ("Bad card", "a", "error") TASK ("b") FLOW ("a", "b")),
    "B Shop: a, b | a>b | !a Bad card" },
  { "border-no-failure", ONE (TASK ("a") BORDER ("Called", "a", "message") TASK ("b") TASK ("c")
                              FLOW ("a", "b") FLOW ("Called", "c")),
    "B Shop: a, b, c, Called?? | Called?>b@no, Called?>c@yes, a>Called?" },
  { "border-implied-end", ONE (TASK ("a") BORDER ("x", "a", "error") TASK ("c") FLOW ("x", "c")),
    "B Shop: a, c, x??, End) | x?>c@yes, x?>End@no, a>x? | !a x" },
  { "border-of-nothing", ONE (BORDER ("x", "gone", "error") TASK ("c") FLOW ("x", "c")),
    "B Shop: x(, c | x>c" },

  /* Subprocesses. */
  { "opened", ONE (TASK ("a") "<subProcess id='s' name='s'>" START ("i") TASK ("b") END ("e")
                   FLOW ("i", "b") FLOW ("b", "e") "</subProcess>" TASK ("c") FLOW ("a", "s") FLOW ("s", "c")),
    "B Shop: a, b, c | b>c, a>b" },
  { "nested", ONE (TASK ("a") "<subProcess id='s'><subProcess id='t'>" TASK ("b") "</subProcess>"
                   "</subProcess>" TASK ("c") FLOW ("a", "s") FLOW ("s", "c")),
    "B Shop: a, b, c | a>b, b>c" },
  { "ad-hoc", ONE (TASK ("a") "<adHocSubProcess id='s' name='Prepare'>" TASK ("b") TASK ("c")
                   "</adHocSubProcess>" TASK ("d") FLOW ("a", "s") FLOW ("s", "d")),
    "B Shop: a, b, c, d, Prepare&, All done= | a>Prepare, All done>d, Prepare>b, Prepare>c, b>All done, "
    "c>All done" },
  { "error-inside-caught", ONE (TASK ("a") "<subProcess id='s'>" TASK ("b") GATE ("exclusive", "d") END ("e")
                                EVENT ("endEvent", "Broke", "error") FLOW ("b", "d") NAMED ("d", "e", "ok")
                                FLOW ("d", "Broke") "</subProcess>" BORDER ("x", "s", "error") TASK ("c")
                                TASK ("r") FLOW ("a", "s") FLOW ("s", "c") FLOW ("x", "r")),
    "B Shop: a, b, d?, c, r | b>d, d>c@ok, d>r@Broke, a>b | !b x" },
  { "event-subprocess", ONE (TASK ("a") "<subProcess id='s' triggeredByEvent='true'>" START ("i") TASK ("b")
                             FLOW ("i", "b") "</subProcess>"),
    "B Shop: a" },
  { "closed", DOC (PROCESS (TASK ("a") "<subProcess id='s' name='Pack'>" TASK ("b") "</subProcess>"
                            FLOW ("a", "s"))
                   DIAGRAM (SHAPE ("a", "0", "0", "100", "80")
                            "<di:BPMNShape bpmnElement='s' isExpanded='false'><dc:Bounds x='200' y='0' "
                            "width='100' height='80'/></di:BPMNShape>")),
    "B Shop: a, Pack | a>Pack" },

  /* Lanes and pools. */
  { "lanes", ONE ("<laneSet>" LANE ("l1", "Database", REF ("c")) LANE ("l2", "Guest", REF ("a"))
                  LANE ("l3", "Guest relations", REF ("b")) LANE ("l4", "Kitchen", "") "</laneSet>"
                  TASK ("a") TASK ("b") TASK ("c")),
    "C Guest: a; O Guest relations: b; B Kitchen: ; S Database: c" },
  { "nested-lanes", ONE ("<laneSet><lane id='o' name='House'>" REF ("a") "<childLaneSet>"
                         LANE ("i", "Maid", REF ("a")) LANE ("k", "Porter", REF ("b"))
                         "</childLaneSet></lane></laneSet>" TASK ("a") TASK ("b")),
    "B Maid: a; B Porter: b" },
  { "one-unnamed-lane", DOC ("<collaboration>" POOL ("P", "Patient", "p") "</collaboration>"
                             "<process id='p'><laneSet><lane id='l'>" REF ("a") "</lane></laneSet>"
                             TASK ("a") "</process>"),
    "C Patient: a" },
  { "lane-by-drawing", DOC (PROCESS ("<laneSet>" LANE ("l1", "Up", REF ("x")) LANE ("l2", "Down", "")
                                     "</laneSet>" TASK ("a"))
                            DIAGRAM (SHAPE ("l1", "0", "0", "500", "100") SHAPE ("l2", "0", "100", "500", "100")
                                     SHAPE ("a", "50", "110", "100", "80"))),
    "B Up: ; B Down: a" },

  /* Messages. */
  { "handover", DOC ("<collaboration>" POOL ("C", "Customer", "c") POOL ("V", "Vendor", "v")
                     MESSAGE ("b", "r", "order") MESSAGE ("t", "g", "goods") "</collaboration>"
                     "<process id='c'>" START ("a") TASK ("b") TASK ("g") FLOW ("a", "b") FLOW ("b", "g")
                     "</process><process id='v'>" EVENT ("startEvent", "r", "message") TASK ("t") END ("e")
                     FLOW ("r", "t") FLOW ("t", "e") "</process>"),
    "C Customer: a(, b, g, At the same time&; O Vendor: r, t, e) | At the same time>r@order, t.>g@goods, "
    "a>b, At the same time>g, r>t, t>e, b>At the same time" },
  { "black-box", DOC ("<collaboration>" BLACK ("C", "Client") POOL ("V", "Vendor", "v") MESSAGE ("C", "r", "order")
                      MESSAGE ("t", "C", "") BLACK ("B", "Bank") "</collaboration><process id='v'>"
                      EVENT ("startEvent", "r", "message") TASK ("t") FLOW ("r", "t") "</process>"),
    "C Client: order(, t; O Vendor: r, t | order>r@order, t.>t, r>t" },
  { "end-hands-over", DOC ("<collaboration>" POOL ("A", "Sales", "a") POOL ("B", "Store", "b")
                           MESSAGE ("e", "s", "") "</collaboration><process id='a'>" TASK ("t") END ("e")
                           FLOW ("t", "e") "</process><process id='b'>" EVENT ("startEvent", "s", "message")
                           "</process>"),
    "O Sales: t, e; B Store: s | e>s, t>e" },

  /* What a chart does not allow. */
  { "self-loop", ONE (TASK ("a") FLOW ("a", "a")), "B Shop: a" },
  { "doubled", ONE (GATE ("exclusive", "d") TASK ("a") TASK ("b") NAMED ("d", "a", "x") FLOW ("d", "b")
                    "<sequenceFlow id='y' name='y' sourceRef='d' targetRef='a'/>"),
    "B Shop: d?, a, b | d>a@x / y, d>b" },
  { "into-start-out-of-end", ONE (START ("a") END ("b") TASK ("c") FLOW ("b", "c") FLOW ("c", "a")),
    "B Shop: a, b, c | b>c, c>a" },
  { "missing-end", ONE (TASK ("a") FLOW ("a", "nowhere")), "B Shop: a" },
  { "wrong-id-mended", ONE ("<task id='xa' name='a'><outgoing>a-b</outgoing></task>" TASK ("b") FLOW ("a", "b")),
    "B Shop: a, b | a>b" },
  { "doubled-ids", ONE (TASK ("a") TASK ("a") "<task id='1 2' name='b'/>"), "B Shop: a, a, b" },
};

static const char *
label_of (const TlChart *chart,
          TlId           step)
{
  return TL_CHART_GET (chart, STEP, TlStep, step)->label;
}

static void
append_step (GString      *line,
             const TlStep *step)
{
  static const char *const marks[] = { "", "(", "", "?", "~", "&", "=", ")" };
  static const char *const outcomes[] = { "", "", "lost", "referred" };

  g_string_append_printf (line, "%s%s%s", step->label, marks[step->kind], outcomes[step->outcome]);
  if (step->kind == TL_STEP_WAIT)
    g_string_append_printf (line, "%d", step->wait);
}

static char *
tell (const TlChart *chart)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_LANE); i++) {
    const TlLane *lane = TL_CHART_NTH (chart, LANE, TlLane, i);
    const char *separator = "";

    g_string_append_printf (line, "%s%c %s: ", i > 0 ? "; " : "", "?COBS"[lane->band], lane->name);
    for (guint k = 0; k < tl_chart_n (chart, TL_RECORD_STEP); k++) {
      const TlStep *step = TL_CHART_NTH (chart, STEP, TlStep, k);

      if (step->lane != lane->head.id)
        continue;
      g_string_append (line, separator);
      append_step (line, step);
      separator = ", ";
    }
  }
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_CONNECTOR); i++) {
    const TlConnector *connector = TL_CHART_NTH (chart, CONNECTOR, TlConnector, i);

    g_string_append_printf (line, "%s%s%s%s%s%s", i > 0 ? ", " : " | ", label_of (chart, connector->from),
                            connector->kind == TL_CONNECTOR_FLOW ? ">" : ".>",
                            label_of (chart, connector->to), connector->label != NULL ? "@" : "",
                            connector->label != NULL ? connector->label : "");
  }
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_FAILURE); i++) {
    const TlFailure *failure = TL_CHART_NTH (chart, FAILURE, TlFailure, i);

    g_string_append_printf (line, "%s!%s %s", i > 0 ? ", " : " | ", label_of (chart, failure->at),
                            failure->title);
  }

  return g_string_free (line, FALSE);
}

static TlChart *
read_valid (const char *text,
            TlReport   *report)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = tl_problems_new ();
  TlChart *chart = tl_bpmn_read (text, strlen (text), "test", report, &error);

  g_assert_no_error (error);
  tl_check_chart (chart, problems);
  g_assert_cmpuint (problems->len, ==, 0);

  return chart;
}

static void
test_becomes (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (TlReport) report = tl_report_new ();
  g_autoptr (TlChart) chart = read_valid (rows[row].text, report);
  g_autofree char *told = tell (chart);

  g_assert_cmpstr (told, ==, rows[row].chart);
}

static void
test_refuses (void)
{
  static const struct {
    const char *text, *part;
  } refused[] = {
    { "", "empty" },
    { "<definitions xmlns='urn:other'/>", "not a BPMN" },
    { DOC (""), "no process" },
    { DOC ("<process id='p'/>"), "no process" },
    { "<!DOCTYPE a>" ONE (TASK ("a")), "line 1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++) {
    g_autoptr (TlReport) report = tl_report_new ();
    g_autoptr (GError) error = NULL;

    g_assert_null (tl_bpmn_read (refused[i].text, strlen (refused[i].text), NULL, report, &error));
    g_assert_nonnull (error);
    g_assert_nonnull (strstr (error->message, refused[i].part));
  }
}

/* Nothing is dropped without a word. */
static void
test_reports (void)
{
  static const struct {
    const char  *text;
    TlReportKind kind;
    const char  *what, *name;
  } told[] = {
    { ONE (TASK ("a") "<dataObjectReference id='d' name='Order form'/>"), TL_REPORT_LEFT_OUT,
      "data object", "Order form" },
    { ONE (TASK ("a") "<dataStoreReference id='d' name='Stock'/>"), TL_REPORT_LEFT_OUT, "data store", "Stock" },
    { ONE (TASK ("a") "<group id='g' name='Peak'/>"), TL_REPORT_LEFT_OUT, "group", "Peak" },
    { ONE (TASK ("a") "<textAnnotation id='n'><text>Ask first</text></textAnnotation>"),
      TL_REPORT_LEFT_OUT, "note", "Ask first" },
    { ONE (TASK ("a") "<textAnnotation id='n'><text>Ask first</text></textAnnotation>"
           "<association sourceRef='n' targetRef='a'/>"), TL_REPORT_TURNED, "note", "a" },
    { ONE (TASK ("a") "<subProcess id='s' name='Fire' triggeredByEvent='true'>" TASK ("Run") "</subProcess>"),
      TL_REPORT_LEFT_OUT, "event subprocess", "Fire (Run)" },
    { ONE (TASK ("a") "<task id='u' name='Undo' isForCompensation='true'/>"), TL_REPORT_LEFT_OUT,
      "undoing (compensation)", "Undo" },
    { ONE (TASK ("a") "<sequenceFlow id='f' name='on' sourceRef='a' targetRef='z'/>"), TL_REPORT_LEFT_OUT,
      "line with a missing end", "on" },
    { ONE (TASK ("a") GATE ("inclusive", "d") TASK ("b") FLOW ("d", "a") FLOW ("d", "b")),
      TL_REPORT_ASSUMED, "split into one or more ways", "d" },
    { ONE (TASK ("a") FLOW ("a", "a")), TL_REPORT_LEFT_OUT, "line from a step back to itself", "a" },
    { DOC ("<collaboration>" BLACK ("B", "Bank") "</collaboration>" PROCESS (TASK ("a"))),
      TL_REPORT_LEFT_OUT, "pool", "Bank" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (told); i++) {
    g_autoptr (TlReport) report = tl_report_new ();
    g_autoptr (TlChart) chart = read_valid (told[i].text, report);
    gboolean found = FALSE;

    for (guint k = 0; k < tl_report_n_entries (report); k++) {
      const TlReportEntry *entry = tl_report_entry (report, k);

      if (entry->kind == told[i].kind && g_str_equal (entry->what, told[i].what) &&
          g_ptr_array_find_with_equal_func (entry->names, told[i].name, g_str_equal, NULL))
        found = TRUE;
    }
    g_test_message ("%s", told[i].what);
    g_assert_true (found);
  }
}

static void
test_texts (void)
{
  static const char text[] =
    DOC ("<resource id='r' name='Cook'/>"
         PROCESS ("<userTask id='a' name='Fry'><documentation>Hot oil.\nNot too full.</documentation>"
                  "<extensionElements><attribute name='KPIActiveTime' value='60'/><attribute "
                  "name='KPIWaitTime' value='30'/><attribute name='KPICost' value='1.5' format='Currency;SFr.'/>"
                  "</extensionElements><potentialOwner><resourceRef>r</resourceRef></potentialOwner></userTask>"
                  "<task id='b' name='word word word word word word word word word word word word word "
                  "word word word word word word word word word word word word word'/>"));
  g_autoptr (TlReport) report = tl_report_new ();
  g_autoptr (TlChart) chart = read_valid (text, report);
  const TlStep *fry = TL_CHART_NTH (chart, STEP, TlStep, 0);
  const TlStep *long_one = TL_CHART_NTH (chart, STEP, TlStep, 1);

  g_assert_cmpstr (fry->head.name, ==, "a");
  g_assert_cmpstr (fry->how, ==, "Hot oil.\nNot too full.");
  g_assert_cmpint (fry->touch, ==, 60);
  g_assert_cmpint (fry->wait, ==, 30);
  g_assert_cmpint (fry->cost, ==, 150);
  g_assert_cmpstr (tl_chart_info (chart)->currency, ==, "CHF");
  g_assert_cmpstr (TL_CHART_GET (chart, ROLE, TlRole, fry->role)->name, ==, "Cook");
  g_assert_cmpint (g_utf8_strlen (long_one->label, -1), <=, TL_LABEL_MAX);
  g_assert_true (g_str_has_suffix (long_one->label, "word…"));
  g_assert_cmpint (strlen (long_one->how), ==, 129);
}

/* Columns from x, rows within the lane from y; boxes that nearly line up do. */
static void
test_places (void)
{
  static const struct {
    const char *text;
    int         cells[3][2];   /* column and row of the first three steps */
  } drawn[] = {
    { DOC (PROCESS (TASK ("a") TASK ("b") TASK ("c"))
           DIAGRAM (SHAPE ("c", "300", "0", "100", "80") SHAPE ("a", "0", "8", "100", "80")
                    SHAPE ("b", "150", "120", "100", "80"))), { { 0, 0 }, { 1, 1 }, { 2, 0 } } },
    { DOC (PROCESS (TASK ("a") TASK ("b") START ("c"))
           DIAGRAM (SHAPE ("a", "-50.5", "0", "100", "80") SHAPE ("b", "-60", "200", "100", "80")
                    SHAPE ("c", "-20", "400", "36", "36"))), { { 0, 0 }, { 0, 1 }, { 0, 2 } } },
    { DOC (PROCESS (TASK ("a") TASK ("b") TASK ("c"))
           DIAGRAM (SHAPE ("a", "0", "0", "100", "80") SHAPE ("b", "0", "0", "100", "80")
                    SHAPE ("c", "0", "0", "100", "80"))), { { 0, 0 }, { 0, 1 }, { 0, 2 } } },
    /* Lanes that lie side by side: the drawing runs down and is turned. */
    { DOC (PROCESS ("<laneSet>" LANE ("l", "L", REF ("a") REF ("b")) LANE ("m", "M", REF ("c")) "</laneSet>"
                    TASK ("a") TASK ("b") TASK ("c"))
           DIAGRAM (SHAPE ("l", "0", "0", "200", "600") SHAPE ("m", "200", "0", "200", "600")
                    SHAPE ("a", "50", "50", "100", "80") SHAPE ("b", "50", "250", "100", "80")
                    SHAPE ("c", "250", "450", "100", "80"))), { { 0, 0 }, { 1, 0 }, { 2, 0 } } },
    /* No drawing: from the flow. */
    { ONE (TASK ("a") TASK ("b") TASK ("c") FLOW ("a", "b") FLOW ("b", "c")), { { 0, 0 }, { 1, 0 }, { 2, 0 } } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (drawn); i++) {
    g_autoptr (TlReport) report = tl_report_new ();
    g_autoptr (TlChart) chart = read_valid (drawn[i].text, report);

    for (guint k = 0; k < 3; k++) {
      const TlStep *step = TL_CHART_NTH (chart, STEP, TlStep, k);

      g_test_message ("drawing %u step %u", i, k);
      g_assert_cmpint (step->column, ==, drawn[i].cells[k][0]);
      g_assert_cmpint (step->row, ==, drawn[i].cells[k][1]);
    }
  }
}

static void
test_words (void)
{
  static const struct {
    const char  *name;
    TlPartyGuess guess;
  } parties[] = {
    { "Customer", TL_PARTY_GUESS_CUSTOMER }, { "pizza  customer", TL_PARTY_GUESS_CUSTOMER },
    { "Customer service", TL_PARTY_GUESS_CONTACT }, { "Customer database", TL_PARTY_GUESS_SYSTEM },
    { "Kunde", TL_PARTY_GUESS_CUSTOMER }, { "Kundenservice", TL_PARTY_GUESS_CONTACT },
    { "PATIENT/FAMILY", TL_PARTY_GUESS_CUSTOMER }, { "顧客", TL_PARTY_GUESS_CUSTOMER },
    { "Gäste", TL_PARTY_GUESS_CUSTOMER }, { "Clientèle", TL_PARTY_GUESS_NONE },
    { "IT", TL_PARTY_GUESS_SYSTEM }, { "Kitchen", TL_PARTY_GUESS_NONE }, { "", TL_PARTY_GUESS_NONE },
    { NULL, TL_PARTY_GUESS_NONE }, { "Supplier 2", TL_PARTY_GUESS_PARTNER },
  };
  static const struct {
    const char *text;
    int         seconds;
  } durations[] = {
    { "PT10M", 600 }, { "P1DT2H", 93600 }, { "PT0.5S", 1 }, { "P2W", 1209600 }, { "P", -1 },
    { "PT", -1 }, { "10M", -1 }, { "PT1X", -1 }, { "R3/PT10M", -1 }, { "P99999999Y", -1 }, { NULL, -1 },
  };
  static const struct {
    const char *text;
    int         seconds;
  } phrases[] = {
    { "60 minutes", 3600 }, { "3 Tage", 259200 }, { "wait 2h", 7200 }, { "after 1.5 hours", 5400 },
    { "3 men", -1 }, { "soon", -1 }, { "14-day limit", 1209600 }, { NULL, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parties); i++)
    g_assert_cmpint (tl_words_party (parties[i].name), ==, parties[i].guess);
  for (guint i = 0; i < G_N_ELEMENTS (durations); i++)
    g_assert_cmpint (tl_words_iso_seconds (durations[i].text), ==, durations[i].seconds);
  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    g_assert_cmpint (tl_words_seconds (phrases[i].text), ==, phrases[i].seconds);
  g_assert_true (tl_words_is_ncname ("_6-450"));
  g_assert_false (tl_words_is_ncname ("6-450"));
  g_assert_false (tl_words_is_ncname ("a:b"));
  g_assert_false (tl_words_is_ncname (""));
}

/* Every row cut off at every byte: refused or valid, never worse. */
static void
test_cut_off (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i += 3)
    for (gsize cut = 0; cut < strlen (rows[i].text); cut += 5) {
      g_autoptr (TlReport) report = tl_report_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (TlChart) chart = tl_bpmn_read (rows[i].text, cut, NULL, report, &error);

      g_assert_true ((chart == NULL) == (error != NULL));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *path = g_strconcat ("/bpmn/becomes/", rows[i].name, NULL);

    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_becomes);
  }
  g_test_add_func ("/bpmn/refuses", test_refuses);
  g_test_add_func ("/bpmn/reports", test_reports);
  g_test_add_func ("/bpmn/texts", test_texts);
  g_test_add_func ("/bpmn/places", test_places);
  g_test_add_func ("/bpmn/words", test_words);
  g_test_add_func ("/bpmn/cut-off", test_cut_off);

  return g_test_run ();
}
