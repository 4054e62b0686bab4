/* table-view-private.h - what the files of a table's view share; nobody else includes it. */
#pragma once

#include "app/table-view.h"

G_BEGIN_DECLS

struct _TlTableView {
  GtkWidget          parent_instance;

  /* Owned */
  TlEditor          *editor;
  TlTableModel      *model;
  GHashTable        *cells;     /* GtkListItem that show something now */
  GtkWidget         *tools;
  guint              refreshing;   /* source, or 0 */
  char             **chosen;    /* by column: the only thing it may say; NULL = anything */

  /* Borrowed */
  const TlTable     *table;
  const TlProgressTest *topic;  /* only what a step or a question is about; NULL: all */
  GtkSelectionModel *rows;      /* the list's */
  GtkWidget         *stack;
  GtkWidget         *list;
  GtkWidget         *nothing;
  GtkWidget         *search;
  GtkWidget         *groups;
  GtkWidget         *filter;
  GtkWidget         *cell_editor;
  GtkWidget         *settle;    /* button; NULL: rows are no findings */
  GtkWidget         *row_menu;  /* what it offers, at the row */

  /* State */
  gboolean           syncing;   /* one selection is being copied to the other */
  guint              edited;    /* column that is written in */
  guint              clicked;   /* column to write in when no second click follows, or G_MAXUINT */
  guint              clicked_source;   /* the wait for it, or 0 */
};

/* Its columns, with the factories of their cells. */
void  tl_table_view_make_columns     (TlTableView *self);
/* Columns that can be done without. */
void  tl_table_view_show_spare       (TlTableView *self,
                                      gboolean     shown);
/* Shows in a cell what the chart says now. */
void  tl_table_view_fill_cell        (TlTableView *self,
                                      GtkListItem *item);
/* The box to filter with, the choice of groups, and the buttons. */
void  tl_table_view_make_tools       (TlTableView *self);
/* Where a cell is in the view, widget pixels; FALSE when it is not to be seen. */
gboolean tl_table_view_place_of_cell (TlTableView  *self,
                                      guint         position,
                                      guint         column,
                                      GdkRectangle *place);
/* Of tables of findings: the button that settles one, and the menu of a row that does. */
void  tl_table_view_make_settle      (TlTableView *self);
void  tl_table_view_make_row_menu    (TlTableView *self);
/* Groups by what is chosen there. */
void  tl_table_view_take_group       (TlTableView *self);
/* The first row that is selected; G_MAXUINT = none. */
guint tl_table_view_get_selected     (TlTableView *self);
/* Writes in that column of the selected row. */
void  tl_table_view_edit_column      (TlTableView *self,
                                      guint        column);
/* A click on a cell of the selected row writes in it. */
void  tl_table_view_add_click        (TlTableView *self);
/* Something else was done since. */
void  tl_table_view_forget_click     (TlTableView *self);
/* Selects the rows of what is selected in the window. */
void  tl_table_view_follow_selection (TlTableView *self);

G_END_DECLS
