/* canvas-private.h - what the files of the canvas share; nobody else includes it. */
#pragma once

#include "app/canvas.h"
#include "app/label-editor.h"
#include "app/tiles.h"
#include "app/tool.h"
#include "layout/pick.h"
#include "render/theme.h"

G_BEGIN_DECLS

/* What is selected, and what a drag would do. */
#define TL_CANVAS_ACCENT(alpha) ((GdkRGBA) { 0x35 / 255.0f, 0x84 / 255.0f, 0xe4 / 255.0f, (alpha) })

/* What the hand does between a press and its release. */
typedef struct {
  TlTool   *tool;         /* owned; NULL: nothing to drag on */
  TlPoint   pointer;      /* widget pixels */
  TlPoint   press;        /* where the button went down, widget pixels */
  gboolean  adds;         /* Shift or Ctrl held */
  gboolean  space_held;
  gboolean  panning;
  TlPoint   pan_from;     /* scroll position when panning began */
  gboolean  pressed;      /* the press may still become a drag of the tool's */
  TlGrip    handle;       /* pressed and not let go yet */
  TlGripKind under;       /* what the pointer was over last */
  const char *cursor;
  guint     scroll_id;    /* tick of a drag */
  gint64    scrolled;     /* frame time of the last tick */
  guint32   cancelled;    /* event time of what broke off the last drag */
} TlCanvasDrag;

typedef struct _TlCanvasBreaks TlCanvasBreaks;

/* Around something that is selected. */
typedef struct {
  TlBox  box;      /* chart units */
  double radius;   /* chart units; 0 = that of a header */
  double inside;   /* how far within @box, widget pixels */
} TlCanvasRing;

/* What is selected, as it is drawn: searching a large chart for it costs more than the
 * rest of a frame. */
typedef struct {
  gboolean   known;     /* nothing has changed since it was found */
  GArray    *rings;     /* TlCanvasRing */
  GArray    *badges;    /* TlCanvasRing: the outlines of badges that rings would run over */
  GPtrArray *courses;   /* TlSceneConnector, of the scene */
} TlCanvasSelected;

struct _TlCanvas {
  GtkWidget            parent_instance;

  /* Owned */
  GtkAdjustment       *adjustments[2];   /* across, down */
  TlEditor            *editor;           /* NULL: nothing to show */
  TlTiles             *tiles;
  GtkWidget           *label_editor;
  GtkWidget           *popover;          /* NULL: none is shown for a record */
  GtkWidget           *menu;             /* popover; NULL until it was opened */
  TlCanvasBreaks      *breaks;           /* NULL: none are shown */
  TlCanvasSelected     selected;

  /* Borrowed */
  const TlTheme       *theme;
  const TlMarks       *marks;            /* NULL: no overlay */

  /* View state, never saved in the document */
  GtkScrollablePolicy  policies[2];
  TlViewport           view;
  gboolean             opening;          /* no size yet since there is something to show */
  guint                settle_id;        /* timeout that repaints at the final zoom */
  guint                tick_id;          /* asks for one more frame */
  gboolean             settled;
  gboolean             shown;            /* something of this chart was drawn */

  /* Gestures */
  TlCanvasDrag         drag;
  double               pinch_zoom;       /* zoom when a pinch began */
};

/* What sticks to the edges: how wide and high, chart units; 0 = nothing does now. */
double tl_canvas_sticky_left  (TlCanvas    *self);
double tl_canvas_sticky_top   (TlCanvas    *self);
/* The chart point under a widget point, seen through what sticks to the edges. */
TlPoint tl_canvas_chart_point (TlCanvas    *self,
                               double       x,
                               double       y);

/* canvas-drag.c */
void   tl_canvas_add_drag      (TlCanvas    *self);
/* Forgets what is held; the tool is made anew for the editor. */
void   tl_canvas_reset_drag    (TlCanvas    *self);
/* Whether there was a drag to cancel. */
gboolean tl_canvas_cancel_drag (TlCanvas    *self);
/* Whether the press of another button at @time was for breaking off a drag. */
gboolean tl_canvas_press_cancels (TlCanvas  *self,
                                  guint32    time);
void   tl_canvas_hold_space    (TlCanvas    *self,
                                gboolean     held);
/* Whether the press is for a handle and selects nothing; and whether what is let go now
 * was one, which then does what it is for. */
gboolean tl_canvas_press_handle (TlCanvas   *self,
                                 double      x,
                                 double      y);
gboolean tl_canvas_click_handle (TlCanvas   *self);
TlToolPoint tl_canvas_tool_point (TlCanvas  *self,
                                double       x,
                                double       y);

/* canvas-menu.c: @at in widget pixels. */
void   tl_canvas_open_menu_at  (TlCanvas    *self,
                                TlPick       pick,
                                TlPoint      at);
void   tl_canvas_open_menu_of_selection (TlCanvas *self);
/* What a double click does. */
void   tl_canvas_open_at       (TlCanvas    *self,
                                TlPick       pick,
                                TlPoint      at);

/* What can be scrolled over, chart units. */
void   tl_canvas_set_page      (TlCanvas    *self,
                                TlBox        page);

/* canvas-overlay.c: what lies on the chart, and what lies on the headers too. */
void   tl_canvas_draw_drop     (TlCanvas    *self,
                                GtkSnapshot *snapshot);
void   tl_canvas_draw_held     (TlCanvas    *self,
                                GtkSnapshot *snapshot);

/* canvas-breaks.c */
void   tl_canvas_breaks_free   (TlCanvasBreaks *breaks);
void   tl_canvas_draw_breaks   (TlCanvas    *self,
                                GtkSnapshot *snapshot);

void   tl_canvas_draw         (TlCanvas    *self,
                               GtkSnapshot *snapshot);
void   tl_canvas_add_input    (TlCanvas    *self);
void   tl_canvas_bind_keys    (GtkWidgetClass *klass);
void   tl_canvas_scroll_to    (TlCanvas    *self,
                               double       x,
                               double       y);

/* Lets what is selected be heard. */
void         tl_canvas_describe       (TlCanvas          *self);

G_END_DECLS
