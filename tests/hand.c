/* hand.c - a hand on the real mouse and keyboard of a test's X server. */
#include "hand.h"

#include <X11/extensions/XTest.h>
#include <X11/keysym.h>
#include <gdk/x11/gdkx.h>
#include <string.h>

#define PAUSE 15   /* milliseconds after each event */

static Display *
display (void)
{
  return gdk_x11_display_get_xdisplay (gdk_display_get_default ());
}

/* Counted in rounds, not by the clock: on a busy machine time passes without us. */
void
tl_hand_wait (guint milliseconds)
{
  for (guint i = 0; i < milliseconds; i++) {
    while (g_main_context_iteration (NULL, FALSE)) { }
    g_usleep (1000);
  }
}

void
tl_hand_settle (GtkWidget *widget)
{
  /* Without anything to draw the wait would last a whole second. */
  gtk_widget_queue_draw (widget);
  gtk_test_widget_wait_for_draw (widget);
  tl_hand_wait (60);
}

void
tl_hand_focus (GtkWidget *window)
{
  XSetInputFocus (display (),
                  gdk_x11_surface_get_xid (gtk_native_get_surface (GTK_NATIVE (window))),
                  RevertToParent, CurrentTime);
  XSync (display (), False);
  for (int i = 0; i < 100 && !gtk_window_is_active (GTK_WINDOW (window)); i++)
    tl_hand_wait (10);
  g_assert_true (gtk_window_is_active (GTK_WINDOW (window)));
}

void
tl_hand_move (GtkWidget *widget,
              double     x,
              double     y)
{
  GtkNative *native = gtk_widget_get_native (widget);
  graphene_point_t point;
  double dx, dy;
  Window child;
  int left, top;

  g_assert_true (gtk_widget_compute_point (widget, GTK_WIDGET (native),
                                           &GRAPHENE_POINT_INIT ((float) x, (float) y), &point));
  gtk_native_get_surface_transform (native, &dx, &dy);
  XTranslateCoordinates (display (), gdk_x11_surface_get_xid (gtk_native_get_surface (native)),
                         DefaultRootWindow (display ()), 0, 0, &left, &top, &child);
  XTestFakeMotionEvent (display (), -1, left + (int) (point.x + dx), top + (int) (point.y + dy),
                        CurrentTime);
  XSync (display (), False);
  tl_hand_wait (PAUSE);
}

void
tl_hand_button (guint    button,
                gboolean down)
{
  XTestFakeButtonEvent (display (), button, down, CurrentTime);
  XSync (display (), False);
  tl_hand_wait (PAUSE);
}

void
tl_hand_click (GtkWidget *widget,
               double     x,
               double     y)
{
  tl_hand_move (widget, x, y);
  tl_hand_button (1, TRUE);
  tl_hand_button (1, FALSE);
}

void
tl_hand_double_click (GtkWidget *widget,
                      double     x,
                      double     y)
{
  tl_hand_move (widget, x, y);
  for (int i = 0; i < 4; i++)
    XTestFakeButtonEvent (display (), 1, i % 2 == 0, CurrentTime);
  XSync (display (), False);
  tl_hand_wait (4 * PAUSE);
}

void
tl_hand_key_set (guint    keyval,
                 gboolean down)
{
  /* A key that a busy machine keeps down for long would repeat by itself. */
  XAutoRepeatOff (display ());
  XTestFakeKeyEvent (display (), XKeysymToKeycode (display (), keyval), down, CurrentTime);
  XSync (display (), False);
  tl_hand_wait (PAUSE);
}

static void
hold (GdkModifierType state,
      gboolean        down)
{
  if (state & GDK_CONTROL_MASK)
    tl_hand_key_set (XK_Control_L, down);
  if (state & GDK_SHIFT_MASK)
    tl_hand_key_set (XK_Shift_L, down);
  if (state & GDK_ALT_MASK)
    tl_hand_key_set (XK_Alt_L, down);
}

void
tl_hand_key (const char *accelerator)
{
  guint keyval;
  GdkModifierType state;

  g_assert_true (gtk_accelerator_parse (accelerator, &keyval, &state));
  hold (state, TRUE);
  tl_hand_key_set (keyval, TRUE);
  tl_hand_key_set (keyval, FALSE);
  hold (state, FALSE);
}

void
tl_hand_type (const char *text)
{
  for (; *text != '\0'; text++) {
    gboolean shift = g_ascii_isupper (*text) || strchr ("?:%", *text) != NULL;
    guint keyval = (guint) g_ascii_tolower (*text);   /* the same as its letter */

    hold (shift ? GDK_SHIFT_MASK : 0, TRUE);
    tl_hand_key_set (keyval, TRUE);
    tl_hand_key_set (keyval, FALSE);
    hold (shift ? GDK_SHIFT_MASK : 0, FALSE);
  }
}
