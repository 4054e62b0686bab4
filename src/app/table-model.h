/* table-model.h - the rows of a table as a list model: filtered, sorted, grouped.
 *
 * A plain array; an item is a small object made when GTK asks for it.  With a grouping, each
 * group begins with a row of its own that names it and belongs to no record.
 */
#pragma once

#include <gtk/gtk.h>

#include "app/table.h"

G_BEGIN_DECLS

#define TL_TYPE_TABLE_ITEM (tl_table_item_get_type ())
G_DECLARE_FINAL_TYPE (TlTableItem, tl_table_item, TL, TABLE_ITEM, GObject)

#define TL_TYPE_TABLE_MODEL (tl_table_model_get_type ())
G_DECLARE_FINAL_TYPE (TlTableModel, tl_table_model, TL, TABLE_MODEL, GObject)

TlTableModel *tl_table_model_new        (const TlTable *table,
                                         TlEditor      *editor) G_GNUC_WARN_UNUSED_RESULT;

/* Signal "refreshed" (TlTableModel *): what rows that stayed say may be different. */

/* The chart is not what it was: rows say nothing until they are taken from it again. */
void          tl_table_model_forget     (TlTableModel  *self);
/* Takes the rows from the chart again, when it has changed. */
void          tl_table_model_refresh    (TlTableModel  *self);
/* Words a person looks for in any column, letter case apart; NULL or "" = all. */
void          tl_table_model_set_find   (TlTableModel  *self,
                                         const char    *text);
/* Findings that a step or a question is about; NULL = all.  Of tables of findings. */
void          tl_table_model_set_topic  (TlTableModel  *self,
                                         const TlProgressTest *topic);
/* Rows whose @column says @text; NULL: whatever it says. */
void          tl_table_model_set_filter (TlTableModel  *self,
                                         guint          column,
                                         const char    *text);
/* What @column says in any row, each once, in the order it sorts by. */
GStrv         tl_table_model_get_values (TlTableModel  *self,
                                         guint          column) G_GNUC_WARN_UNUSED_RESULT;
/* -1: not grouped. */
void          tl_table_model_set_group  (TlTableModel  *self,
                                         int            column);
int           tl_table_model_get_group  (TlTableModel  *self);
/* What a column view sorts by; its columns compare with tl_table_model_compare(). */
void          tl_table_model_set_sorter (TlTableModel  *self,
                                         GtkSorter     *sorter);
/* Of two items, by a column; a GCompareFunc's answer. */
int           tl_table_model_compare    (TlTableModel  *self,
                                         guint          column,
                                         TlTableItem   *a,
                                         TlTableItem   *b);

/* TL_ID_NONE: the head of a group, or no row. */
TlId          tl_table_model_get_id     (TlTableModel  *self,
                                         guint          position);
/* G_MAXUINT when it is not listed. */
guint         tl_table_model_find_id    (TlTableModel  *self,
                                         TlId           id);
/* Never NULL; of a group's head its name, in the wide column. */
char         *tl_table_model_get_text   (TlTableModel  *self,
                                         guint          position,
                                         guint          column) G_GNUC_WARN_UNUSED_RESULT;
/* NULL: nothing special. */
const char   *tl_table_model_get_style  (TlTableModel  *self,
                                         guint          position,
                                         guint          column);
gboolean      tl_table_model_is_head    (TlTableModel  *self,
                                         guint          position);
/* What the row can be settled with; NULL: it is no finding.  Lent until the next refresh. */
const TlFinding *tl_table_model_get_finding (TlTableModel *self,
                                             guint         position);
/* The row read aloud. */
char         *tl_table_model_speak      (TlTableModel  *self,
                                         guint          position) G_GNUC_WARN_UNUSED_RESULT;
/* Rows of records that there are before filtering. */
guint         tl_table_model_get_n_all  (TlTableModel  *self);

G_END_DECLS
