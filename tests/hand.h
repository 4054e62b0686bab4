/* hand.h - a hand on the real mouse and keyboard of a test's X server.
 *
 * Events go through the server, so that they reach the window as they would from a
 * person.  Each call returns when the main loop had a little time to take them.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Runs the main loop until @condition holds; fails when it does not within seconds. */
#define TL_HAND_UNTIL(condition)                        \
  G_STMT_START {                                        \
    for (int i_ = 0; i_ < 500 && !(condition); i_++)    \
      tl_hand_wait (10);                                \
    g_assert_true (condition);                          \
  } G_STMT_END

/* Runs the main loop for a while. */
void     tl_hand_wait    (guint        milliseconds);
/* Runs the main loop until @widget has been drawn and laid out. */
void     tl_hand_settle  (GtkWidget   *widget);
/* Gives the window the keyboard; there is no window manager to do so. */
void     tl_hand_focus   (GtkWidget   *window);

/* Widget coordinates. */
void     tl_hand_move    (GtkWidget   *widget,
                          double       x,
                          double       y);
void     tl_hand_button  (guint        button,
                          gboolean     down);
void     tl_hand_click   (GtkWidget   *widget,
                          double       x,
                          double       y);
/* Both clicks at once, however long the first takes to be answered. */
void     tl_hand_double_click (GtkWidget *widget,
                          double       x,
                          double       y);

void     tl_hand_key_set (guint        keyval,
                          gboolean     down);
/* "Return", "<Control>Down": as accelerators are written. */
void     tl_hand_key     (const char  *accelerator);
/* Letters, digits, blanks and .,-?:% of a plain keyboard. */
void     tl_hand_type    (const char  *text);

G_END_DECLS
