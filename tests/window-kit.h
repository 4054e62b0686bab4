/* window-kit.h - what tests of the real window share: its charts, and what a person
 * does again and again. */
#pragma once

#include "app/application.h"
#include "hand.h"

G_BEGIN_DECLS

typedef struct {
  const char    *path;
  GTestDataFunc  test;   /* gets the TlApplication */
} TlKitCase;

/* Runs @cases in an application of their own; what main() returns. */
int       tl_kit_run       (int                argc,
                            char             **argv,
                            const TlKitCase   *cases,
                            guint              n_cases);

/* Path of an example that comes with the program, to be freed. */
char     *tl_kit_example   (const char        *name) G_GNUC_WARN_UNUSED_RESULT;
/* Each returns the window drawn and with the keyboard. */
TlWindow *tl_kit_ready     (TlWindow          *window);
TlWindow *tl_kit_open      (gconstpointer      application,
                            const char        *example);
TlWindow *tl_kit_blank     (gconstpointer      application);
/* Without asking about what is not saved. */
void      tl_kit_destroy   (TlWindow          *window);

TlChart  *tl_kit_chart     (TlWindow          *window);
TlId      tl_kit_selected  (TlWindow          *window);
/* Fails when there is none. */
TlId      tl_kit_find_step (TlWindow          *window,
                            const char        *label);
/* In the middle, after scrolling there. */
void      tl_kit_click     (TlWindow          *window,
                            TlId               id);
/* In the label that is open; Enter takes it. */
void      tl_kit_write     (TlWindow          *window,
                            const char        *text);

/* Of the details; NULL when they do not show it. */
GtkWidget *tl_kit_row       (TlWindow          *window,
                             TlId               id,
                             const char        *xml);
void      tl_kit_select     (TlWindow          *window,
                             TlId               id);
/* Writes over what stands in the row; Enter takes it. */
void      tl_kit_write_row  (TlWindow          *window,
                             TlId               id,
                             const char        *xml,
                             const char        *text);
/* The first button under @widget with this tooltip or label that can be seen, or NULL. */
GtkWidget *tl_kit_find_button (GtkWidget       *widget,
                             const char        *text);
/* Clicks at such a button of the details. */
void      tl_kit_press      (TlWindow          *window,
                             const char        *text);
/* A dialog of that type, a toplevel or inside one; NULL while there is none. */
GtkWidget *tl_kit_find_dialog  (GType          type);
/* Once it is there; it has the keyboard then. */
GtkWidget *tl_kit_await_dialog (GType          type);
/* The button with this label, pressed by the mouse; fails where there is none. */
void      tl_kit_click_button  (GtkWidget     *within,
                                const char    *label);

G_END_DECLS
