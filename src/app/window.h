/* window.h - one window: the start page, an error report, or one chart. */
#pragma once

#include <adwaita.h>

#include "app/canvas.h"
#include "app/editor.h"
#include "app/lens.h"
#include "app/loader.h"
#include "app/notice.h"
#include "document/rescue.h"

G_BEGIN_DECLS

#define TL_TYPE_WINDOW (tl_window_get_type ())
G_DECLARE_FINAL_TYPE (TlWindow, tl_window, TL, WINDOW, AdwApplicationWindow)

TlWindow *tl_window_new          (GtkApplication *application);

/* Lent; for tests. */
GtkWidget *tl_window_get_inspector (TlWindow     *self);
GtkWidget *tl_window_get_bottom_pane (TlWindow   *self);
GtkWidget *tl_window_get_progress_strip (TlWindow *self);
GtkWidget *tl_window_get_minimap (TlWindow       *self);
TlLens    *tl_window_get_lens    (TlWindow       *self);
GtkWidget *tl_window_get_overlay_card (TlWindow  *self);
GtkWidget *tl_window_get_find_bar (TlWindow      *self);
GtkWidget *tl_window_get_outline (TlWindow       *self);
GtkWidget *tl_window_get_report  (TlWindow       *self);
TlNotice *tl_window_get_notice   (TlWindow       *self);
/* NULL while no chart is shown. */
TlEditor *tl_window_get_editor   (TlWindow       *self);
TlCanvas *tl_window_get_canvas   (TlWindow       *self);
/* The file of the chart or of the error report; NULL when there is none. */
const char *tl_window_get_path   (TlWindow       *self);
/* Whether a chart may be opened here without losing one. */
gboolean  tl_window_is_free      (TlWindow       *self);

/* Shows the chart in @path, or all that is wrong with it. */
void      tl_window_load         (TlWindow       *self,
                                  const char     *path);
/* The same when it was begun to be read before there was a window; takes @load. */
void      tl_window_take_load    (TlWindow       *self,
                                  TlLoad         *load,
                                  const char     *path);
/* A copy of the chart in @path that belongs to no file. */
void      tl_window_load_template (TlWindow      *self,
                                  const char     *path);
void      tl_window_show_document (TlWindow      *self,
                                  TlDocument     *document);
/* Whether a chart is still on its way from the disk. */
gboolean  tl_window_is_loading   (TlWindow       *self);
/* Brings back what was left behind; takes @rescue. */
void      tl_window_restore      (TlWindow       *self,
                                  TlRescue       *rescue);
/* Tells about work on this file that was left behind, if there is any. */
void      tl_window_offer_rescue (TlWindow       *self);
/* Says a sentence at the bottom of the window for a while. */
void      tl_window_say          (TlWindow       *self,
                                  const char     *text);

G_END_DECLS
