/* window-private.h - what the files of the window share; nobody else includes it. */
#pragma once

#include "app/bottom-pane.h"
#include "app/find-bar.h"
#include "app/inspector.h"
#include "app/lens.h"
#include "app/loader.h"
#include "app/notice.h"
#include "app/minimap.h"
#include "app/outline.h"
#include "app/overlay-card.h"
#include "app/progress-strip.h"
#include "app/page-breaks.h"
#include "app/report-page.h"
#include "app/start-page.h"
#include "app/window.h"

G_BEGIN_DECLS

struct _TlWindow {
  AdwApplicationWindow parent_instance;

  /* Template children */
  GtkStack       *title_stack;
  AdwWindowTitle *title_widget;
  GtkPopover     *title_menu;
  GtkEditable    *title_entry;
  AdwToastOverlay *toasts;
  GtkStack       *pages;
  TlStartPage    *start_page;
  TlReportPage   *report_page;
  GtkPaned       *outline_paned;
  GtkPaned       *inspector_paned;
  TlOutline      *outline;
  TlFindBar      *find_bar;
  TlMinimap      *minimap;
  TlCanvas       *canvas;
  TlInspector    *inspector;
  TlBottomPane   *bottom_pane;
  TlProgressStrip *progress_strip;
  GtkWidget      *bottom_button;
  GtkWidget      *empty_hint;
  GMenuModel     *chart_menu;
  GMenuModel     *primary_menu;
  GtkWidget      *open_button;
  GtkWidget      *undo_box;
  GtkWidget      *undo_button;
  GtkWidget      *redo_button;
  GtkWidget      *outline_button;
  GtkWidget      *inspector_button;
  GtkWidget      *print_button;
  GtkWidget      *menu_button;
  GtkLabel       *steps_label;
  GtkLabel       *failures_label;
  GtkLabel       *time_label;
  GtkLabel       *overlay_label;
  GtkWidget      *overlay_button;
  TlOverlayCard  *overlay_card;
  GtkLabel       *selected_label;
  GtkMenuButton  *zoom_button;
  TlNotice       *notice;
  GtkLabel       *loading_title;
  GtkLabel       *loading_label;
  GtkProgressBar *loading_bar;
  GtkWidget      *loading_cancel;
  GtkWidget      *drop_area;   /* all of it */

  /* Owned */
  TlEditor       *editor;    /* NULL: no chart */
  GSettings      *settings;
  TlLens         *lens;      /* the overlay */
  TlLoad         *load;      /* NULL: nothing is being opened */
  char           *loading_path;
  guint           time_source;   /* to work out the time of a journey, or 0 */
  GFileMonitor   *monitor;   /* of the chart's file; NULL: it has none */
  TlPrintChoice  *print_choice;   /* for this chart; NULL: no chart */
  TlPageBreaks   *breaks;

  /* Borrowed */
  AdwToast       *undo_toast;   /* that offers to take back the newest step; NULL: none does */

  /* Borrowed: the window's own */
  GSimpleAction  *overlay_action;

  /* State */
  int             card_shift;        /* of the legend, aside, widget pixels; -1 = find it */
  gboolean        inspector_placed;
  int             inspector_least;   /* widget pixels */
  gboolean        loading_can_stop;
  guint           pulse_source;
  guint           filling;        /* tick callback: the panes wait for the chart; or 0 */
  guint           watch_source;   /* a look at the file is due */
  gboolean        closing;   /* the question about unsaved changes was answered */
};

/* Everything that depends on the chart, its file and the selection. */
void     tl_window_update            (TlWindow       *self);
void     tl_window_update_title      (TlWindow       *self);
void     tl_window_update_selected   (TlWindow       *self);
void     tl_window_update_zoom       (TlWindow       *self);
void     tl_window_selection_changed (TlWindow       *self);
/* What it shows. */
void     tl_window_set_editor        (TlWindow       *self,
                                      TlEditor       *editor);
/* What waits until the chart is seen, at once. */
void     tl_window_fill_panes        (TlWindow       *self);
void     tl_window_stop_load         (TlWindow       *self);
void     tl_window_install_load      (GtkWidgetClass *klass);
/* The chart's file, and the notice about it. */
void     tl_window_init_watch        (TlWindow       *self);
void     tl_window_watch             (TlWindow       *self);
void     tl_window_check_file        (TlWindow       *self);
void     tl_window_ask_to_revert     (TlWindow       *self);
void     tl_window_init_files        (TlWindow       *self);
void     tl_window_install_files     (GtkWidgetClass *klass);
void     tl_window_install_commands  (GtkWidgetClass *klass);
void     tl_window_update_commands   (TlWindow       *self);
/* What the last toast offered to undo is not the newest step any more. */
void     tl_window_dismiss_undo      (TlWindow       *self);
void     tl_window_install_clipboard (GtkWidgetClass *klass);
void     tl_window_install_place     (GtkWidgetClass *klass);
void     tl_window_install_print     (GtkWidgetClass *klass);
void     tl_window_init_print        (TlWindow       *self);
void     tl_window_set_print_editor  (TlWindow       *self);
void     tl_window_clear_print       (TlWindow       *self);
void     tl_window_install_title     (GtkWidgetClass *klass);
void     tl_window_init_title        (TlWindow       *self);
void     tl_window_init_overlay      (TlWindow       *self);
void     tl_window_set_overlay_editor (TlWindow      *self,
                                      TlEditor       *editor);
/* The legend looks anew where it hides nothing that is selected. */
void     tl_window_place_overlay_card (TlWindow     *self);
/* The seven steps and the eight questions. */
void     tl_window_install_guide     (GtkWidgetClass *klass);
void     tl_window_init_guide        (TlWindow       *self);
/* Leaves out of the findings what advice a person does not want. */
void     tl_window_take_advice       (TlWindow       *self);
/* Measurements from tables. */
void     tl_window_install_intake    (GtkWidgetClass *klass);
/* Whether its name says that a file is a table. */
gboolean tl_window_is_table          (const char     *path);
/* Asks what of it is to be imported. */
void     tl_window_import_table      (TlWindow       *self,
                                      const char     *path);
/* Whether there is a chart that can be changed now: what is written is taken first. */
gboolean tl_window_is_ready          (TlWindow       *self);
/* Lets it be heard, without showing it. */
void     tl_window_speak             (TlWindow       *self,
                                      const char     *text);
/* Says why something was not done. */
void     tl_window_refuse            (TlWindow       *self,
                                      const GError   *error);
/* A cell as the parameter of an action: lane, phase, column, row. */
#define TL_WINDOW_CELL "(uuii)"
TlCell   tl_window_get_cell          (GVariant       *parameter);
/* Whether the window may close now; otherwise it asks, and closes by itself later. */
gboolean tl_window_may_close         (TlWindow       *self);

G_END_DECLS
