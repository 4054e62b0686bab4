/* test-window-details.c - what the details of the real window offer when more than one thing
 * has to change, by real input. */
#include "app/field-row.h"
#include "app/today.h"
#include "model/ops.h"
#include "window-kit.h"

/* A popover that is shown under @widget, or NULL. */
static GtkWidget *
find_popover (GtkWidget *widget)
{
  if (GTK_IS_POPOVER (widget) && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_popover (child);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static const TlStandard *
get_standard (TlWindow *window,
              TlId      id)
{
  return TL_CHART_GET (tl_kit_chart (window), STANDARD, TlStandard, id);
}

static const TlMeasurement *
get_measurement (TlWindow *window,
                 TlId      standard,
                 guint     index)
{
  return TL_CHART_GET (tl_kit_chart (window), MEASUREMENT, TlMeasurement,
                       get_standard (window, standard)->head.children.ids[index]);
}

/* A standard for a share of the cases: the shares that were measured are asked for, and all
 * is one step.  Back to all cases, they go again. */
static void
test_shares (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "hotel-check-in");
  TlChart *chart = tl_kit_chart (window);
  TlId id = tl_chart_find (chart, "st3");
  GtkWidget *inspector = tl_window_get_inspector (window);
  GtkWidget *remedy;

  g_assert_cmpuint (get_standard (window, id)->head.children.n, ==, 2);
  tl_kit_select (window, id);
  tl_kit_write_row (window, id, "share", "90");
  TL_HAND_UNTIL (tl_field_row_get_refusal (tl_kit_row (window, id, "share")) != NULL);
  g_assert_false (tl_chart_can_undo (chart));
  TL_HAND_UNTIL ((remedy = tl_kit_find_button (inspector, "Give the Shares")) != NULL);
  tl_kit_press (window, "Give the Shares");
  TL_HAND_UNTIL (find_popover (remedy) != NULL);
  tl_hand_settle (GTK_WIDGET (window));
  tl_hand_type ("93");
  tl_hand_key ("Tab");
  tl_hand_type ("91,5");
  tl_hand_key ("Return");
  TL_HAND_UNTIL (get_standard (window, id)->share == 90);
  g_assert_cmpfloat (get_measurement (window, id, 0)->share, ==, 93);
  g_assert_cmpfloat (get_measurement (window, id, 1)->share, ==, 91.5);
  TL_HAND_UNTIL (tl_field_row_get_refusal (tl_kit_row (window, id, "share")) == NULL);
  TL_HAND_UNTIL (find_popover (remedy) == NULL);

  tl_kit_write_row (window, id, "share", "100");
  TL_HAND_UNTIL (get_standard (window, id)->share == 100);
  g_assert_true (isnan (get_measurement (window, id, 0)->share));
  tl_chart_undo (chart);
  tl_chart_undo (chart);
  g_assert_false (tl_chart_can_undo (chart));
  tl_kit_destroy (window);
}

/* Not where there is nothing to give. */
static void
test_no_remedy (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "hotel-check-in");
  TlId id = tl_chart_find (tl_kit_chart (window), "st3");

  tl_kit_select (window, id);
  tl_kit_write_row (window, id, "share", "190");
  TL_HAND_UNTIL (tl_field_row_get_refusal (tl_kit_row (window, id, "share")) != NULL);
  g_assert_null (tl_kit_find_button (tl_window_get_inspector (window), "Give the Shares"));
  tl_kit_destroy (window);
}

/* A measurement starts as the one before, of today, and is one step. */
static void
test_measure (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "hotel-check-in");
  TlChart *chart = tl_kit_chart (window);
  TlId id = tl_chart_find (chart, "st3");
  double before = get_measurement (window, id, 1)->value;

  tl_kit_select (window, id);
  tl_kit_press (window, "Add Measurement");
  TL_HAND_UNTIL (get_standard (window, id)->head.children.n == 3);
  g_assert_cmpfloat (get_measurement (window, id, 2)->value, ==, before);
  g_assert_cmpuint (get_measurement (window, id, 2)->date, ==, tl_today ());
  tl_hand_key ("<Control>a");
  tl_hand_type ("97");
  tl_hand_key ("Return");
  TL_HAND_UNTIL (get_measurement (window, id, 2)->value == 97);
  tl_chart_undo (chart);
  tl_chart_undo (chart);
  g_assert_false (tl_chart_can_undo (chart));
  tl_kit_destroy (window);
}

/* What a toast offers to take back is what it told of, or nothing. */
static void
test_toast (gconstpointer data)
{
  TlWindow *window = tl_kit_open (data, "hotel-check-in");
  TlChart *chart = tl_kit_chart (window);
  TlId failure = tl_chart_find (chart, "f1");
  TlId step;
  GtkWidget *undo;

  tl_kit_select (window, failure);
  tl_kit_press (window, "Delete");
  TL_HAND_UNTIL (tl_chart_find (chart, "f1") == TL_ID_NONE);
  TL_HAND_UNTIL ((undo = tl_kit_find_button (GTK_WIDGET (window), "_Undo")) != NULL);
  tl_hand_settle (undo);
  tl_hand_click (undo, gtk_widget_get_width (undo) / 2.0, gtk_widget_get_height (undo) / 2.0);
  TL_HAND_UNTIL (tl_chart_find (chart, "f1") != TL_ID_NONE);
  TL_HAND_UNTIL (tl_kit_find_button (GTK_WIDGET (window), "_Undo") == NULL);

  /* With another step made since there is nothing to press. */
  tl_kit_select (window, tl_chart_find (chart, "f1"));
  tl_kit_press (window, "Delete");
  TL_HAND_UNTIL (tl_kit_find_button (GTK_WIDGET (window), "_Undo") != NULL);
  step = tl_kit_find_step (window, "Guest books a room");
  tl_chart_begin (chart, "Other");
  g_assert_true (tl_ops_set (chart, step, "label", "Books", NULL));
  g_assert_true (tl_chart_commit (chart, NULL));
  TL_HAND_UNTIL (tl_kit_find_button (GTK_WIDGET (window), "_Undo") == NULL);
  g_assert_cmpstr (tl_chart_undo_label (chart), ==, "Other");

  /* Nor in the next chart. */
  tl_kit_select (window, tl_chart_find (chart, "f2"));
  tl_kit_press (window, "Delete");
  TL_HAND_UNTIL (tl_kit_find_button (GTK_WIDGET (window), "_Undo") != NULL);
  tl_kit_destroy (window);
}

int
main (int    argc,
      char **argv)
{
  static const TlKitCase cases[] = {
    { "/window-details/shares", test_shares },
    { "/window-details/no-remedy", test_no_remedy },
    { "/window-details/measure", test_measure },
    { "/window-details/toast", test_toast },
  };

  return tl_kit_run (argc, argv, cases, G_N_ELEMENTS (cases));
}
