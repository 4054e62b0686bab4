/* register.h - lists of what a chart records: rows, and a const table of columns.
 *
 *   TlRegister *reg = tl_register_new (figures, TL_REGISTER_FAILURES);
 *   for (guint row = 0; row < reg->n_rows; row++)
 *     for (guint i = 0; i < reg->n_columns; i++) {
 *       g_auto (TlEntry) entry = tl_register_entry (reg, row, i);
 *       char *text = tl_entry_text (reg->figures->chart, &entry);
 *       ...
 *
 * A pane, a file and a print-out show the same register, so none of them knows what is
 * in a column.  An entry is made when it is asked for.  Borrows the figures, and is good
 * as long as they are.
 */
#pragma once

#include "analysis/figures.h"
#include "analysis/finding.h"
#include "model/order.h"

G_BEGIN_DECLS

typedef enum {
  TL_REGISTER_FAILURES,     /* failure points, in the order of their numbers */
  TL_REGISTER_RECOVERIES,   /* recovery procedures, in the order of their numbers */
  TL_REGISTER_GAPS,         /* each expectation and promise beside each standard for it */
  TL_REGISTER_ITEMS,        /* action items, what is still to do first, by date due */
  TL_REGISTER_STANDARDS,    /* standards beside what was measured */
  TL_N_REGISTERS
} TlRegisterKind;

typedef enum {
  TL_ENTRY_NONE,      /* nothing recorded, or not to be had */
  TL_ENTRY_TEXT,
  TL_ENTRY_NUMBER,
  TL_ENTRY_SECONDS,
  TL_ENTRY_MONEY,     /* minor units */
  TL_ENTRY_SHARE,     /* 0..1 */
  TL_ENTRY_DATE,      /* TlDate */
  TL_ENTRY_YES_NO,    /* 1 or 0 */
  TL_ENTRY_MEASURE    /* in @unit */
} TlEntryType;

typedef struct {
  TlEntryType  type;
  char       *text;     /* owned: of TEXT, as people read it */
  char       *word;     /* owned: of TEXT, as files have it when they have it otherwise: the
                         * word of an enumeration, the ids of other records */
  double      number;   /* of all others */
  TlUnit      unit;     /* of MEASURE */
} TlEntry;

typedef struct {
  TlId record;   /* what the row is about */
  TlId other;    /* of gaps: the standard beside it; or TL_ID_NONE */
} TlRegisterRow;

typedef struct _TlRegister TlRegister;

typedef struct {
  const char  *key;       /* for files */
  const char  *label;     /* translatable; NULL = the label of the field called @key */
  gboolean     is_main;   /* shown where there is not room for all */
  TlRecordKind kind;      /* whose field it is; TL_N_RECORD_KINDS = of none */
  void      (* fill) (const TlRegister    *reg,
                      const TlRegisterRow *row,
                      TlEntry             *entry);   /* NULL = that field of the record */
} TlColumn;

struct _TlRegister {
  /* Borrowed */
  const TlFigures *figures;
  const TlColumn  *columns;
  guint            n_columns;

  /* Owned */
  TlOrder         *order;
  TlFindings      *findings;   /* of gaps only */
  TlRegisterRow   *rows;
  guint            n_rows;
};

TlRegister *tl_register_new    (const TlFigures     *figures,
                                TlRegisterKind       kind) G_GNUC_WARN_UNUSED_RESULT;
void        tl_register_free   (TlRegister          *reg);
/* To be cleared. */
TlEntry     tl_register_entry  (const TlRegister    *reg,
                                guint                row,
                                guint                column) G_GNUC_WARN_UNUSED_RESULT;

/* Of a register of gaps: the gravest of what is found in @gap of a row.  FALSE, and @severity
 * untouched, when nothing is. */
gboolean    tl_register_gap_severity (const TlRegister *reg,
                                guint                row,
                                TlGap                gap,
                                TlSeverity          *severity);

/* Translated. */
const char *tl_column_label    (const TlColumn      *column);

/* "failures", for files and the command line. */
const char *tl_register_word   (TlRegisterKind       kind);
/* FALSE, and @kind untouched, when @word is none. */
gboolean    tl_register_parse  (const char          *word,
                                TlRegisterKind      *kind);

void        tl_entry_clear     (TlEntry             *entry);
/* For people; "" when there is nothing. */
char       *tl_entry_text      (const TlChart       *chart,
                                const TlEntry       *entry) G_GNUC_WARN_UNUSED_RESULT;
/* For files: plain decimals with a point, seconds, money in the currency's own units,
 * shares 0..1, dates as 2026-11-22, yes and no; "" when there is nothing. */
char       *tl_entry_write     (const TlChart       *chart,
                                const TlEntry       *entry) G_GNUC_WARN_UNUSED_RESULT;
/* Less than, equal to or greater than 0; what is nothing comes last. */
int         tl_entry_compare   (const TlEntry       *a,
                                const TlEntry       *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlRegister, tl_register_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlEntry, tl_entry_clear)

G_END_DECLS
