/* ops-cells.h - what the operations share: errors, lookups, cells and columns. */
#pragma once

#include "model/ops.h"

G_BEGIN_DECLS

#define TL_MOST_CELLS 100000   /* columns of a phase, rows of a lane */

/* Sets a translated @message, and returns FALSE. */
gboolean      tl_ops_fail         (GError       **error,
                                   TlOpsError     code,
                                   const char    *message);

/* The live record, or NULL with @error set. */
const TlStep *tl_ops_get_step     (const TlChart *chart,
                                   TlId           id,
                                   GError       **error);
gboolean      tl_ops_has_all      (const TlChart *chart,
                                   const TlId    *ids,
                                   guint          n_ids,
                                   GError       **error);
gboolean      tl_ops_is_a         (const TlChart *chart,
                                   TlRecordKind   kind,
                                   TlId           id,
                                   GError       **error);
/* Puts @text into the field of a record not in the chart yet, or says why it cannot be
 * there. */
gboolean      tl_ops_put_text     (const TlChart *chart,
                                   TlRecord      *record,
                                   const char    *xml,
                                   const char    *text,
                                   GError       **error);
/* Reads what a person wrote into @field of @probe, which is new and in no chart. */
gboolean      tl_ops_read_value   (const TlChart *chart,
                                   const TlField *field,
                                   const char    *value,
                                   TlRecord      *probe,
                                   GError       **error);
/* An array of flags by handle, with @ids set. */
guint8       *tl_ops_mark         (const TlChart *chart,
                                   const TlId    *ids,
                                   guint          n_ids) G_GNUC_WARN_UNUSED_RESULT;

/* Adds a connector without looking. */
TlId          tl_ops_put_connector (TlChart       *chart,
                                    TlConnectorKind kind,
                                    TlId           from,
                                    TlId           to);
/* Whether a step of @kind may have something before and after it. */
gboolean      tl_ops_can_stand_between (TlConnectorKind how,
                                        TlStepKind     kind,
                                        GError       **error);

TlCell        tl_cell_of          (const TlStep  *step);
/* Whether the cell lies in a lane and phase and not beyond the limits. */
gboolean      tl_cell_is_good     (const TlChart *chart,
                                   TlCell         cell,
                                   GError       **error);
/* The first row from @cell's downward without a step, but for those in @ignored
 * (flags by handle, or NULL). */
int           tl_cell_free_row    (const TlChart *chart,
                                   TlCell         cell,
                                   const guint8  *ignored);
/* The same for many: a set of the cells that are taken, each a TlCell. */
GHashTable   *tl_cells_taken      (const TlChart *chart) G_GNUC_WARN_UNUSED_RESULT;
/* Takes the first free row from @cell's downward, and returns it. */
int           tl_cells_take_row   (GHashTable    *taken,
                                   TlCell         cell);
guint         tl_cell_hash        (gconstpointer  key);
gboolean      tl_cell_equal       (gconstpointer  a,
                                   gconstpointer  b);
void          tl_cell_put         (TlChart       *chart,
                                   TlId           step,
                                   TlCell         cell);
/* Where a step between @a and @b stands, and whether a column must open for it; @but
 * is not in the way. */
TlCell        tl_cell_between     (const TlChart *chart,
                                   const TlStep  *a,
                                   const TlStep  *b,
                                   TlId           but,
                                   gboolean      *open);
/* Columns of the phases before @phase. */
int           tl_phase_start      (const TlChart *chart,
                                   TlId           phase);

gboolean      tl_columns_can_open (const TlChart *chart,
                                   TlId           phase,
                                   int            n,
                                   GError       **error);
/* Opens @n columns before @column, in every lane. */
void          tl_columns_open     (TlChart       *chart,
                                   TlId           phase,
                                   int            column,
                                   int            n);
/* Widens the phase until it has @column. */
void          tl_columns_reach    (TlChart       *chart,
                                   TlId           phase,
                                   int            column);
/* Closes the columns of @cells that are empty, but for a phase's only one. */
void          tl_columns_close    (TlChart       *chart,
                                   const TlCell  *cells,
                                   guint          n_cells);

G_END_DECLS
