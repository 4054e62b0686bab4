/* register-rows.h - what the registers share.  For the register files only. */
#pragma once

#include "analysis/register.h"

G_BEGIN_DECLS

/* A column of its own, and one that is a field of the row's record. */
#define TL_COLUMN(key, label, is_main, fill) \
  { key, label, is_main, TL_N_RECORD_KINDS, fill }
#define TL_COLUMN_FIELD(KIND, key, is_main) \
  { key, NULL, is_main, TL_RECORD_##KIND, NULL }
#define TL_FILL(name)                           \
  static void                                   \
  name (const TlRegister    *reg,               \
        const TlRegisterRow *row,               \
        TlEntry             *entry)

/* One of these for each register: its columns, and its rows as TlRegisterRow. */
typedef struct {
  const char     *word;
  const TlColumn *columns;
  guint           n_columns;
  void         (* list) (const TlRegister *reg,
                         GArray           *rows);
} TlRegisterPlan;

extern const TlRegisterPlan tl_register_failures;
extern const TlRegisterPlan tl_register_recoveries;
extern const TlRegisterPlan tl_register_gaps;
extern const TlRegisterPlan tl_register_items;
extern const TlRegisterPlan tl_register_standards;

/* A row for each record of @kind, in document order. */
void tl_rows_add_all   (const TlRegister *reg,
                        TlRecordKind      kind,
                        GArray           *rows);
void tl_rows_add       (GArray           *rows,
                        TlId              record,
                        TlId              other);

/* Filling an entry; each leaves it empty when there is nothing to say. */
void tl_entry_set_text  (TlEntry          *entry,
                         const char       *text);
void tl_entry_take_text (TlEntry          *entry,
                         char             *text);
/* Of a text: how files have it. */
void tl_entry_set_word  (TlEntry          *entry,
                         const char       *word);
/* The value of the enumeration @field of a record of @kind. */
void tl_entry_set_enum  (TlEntry          *entry,
                         TlRecordKind      kind,
                         const char       *field,
                         int               value);
/* NaN is nothing. */
void tl_entry_set       (TlEntry          *entry,
                         TlEntryType       type,
                         double            number);
/* TL_NO_INT is nothing. */
void tl_entry_set_int   (TlEntry          *entry,
                         TlEntryType       type,
                         int               number);
void tl_entry_set_date  (TlEntry          *entry,
                         TlDate            date);
void tl_entry_set_measure (TlEntry        *entry,
                         TlUnit            unit,
                         double            number);
/* The field of @record that is called @name; a number from 0 to 1 is a share. */
void tl_entry_set_field (TlEntry          *entry,
                         const TlChart    *chart,
                         const TlRecord   *record,
                         const char       *name);
/* What people call a record: its name, label, title or text; NULL when it is not there. */
const char *tl_row_title (const TlChart   *chart,
                          TlId             id);
/* The titles of several records, with commas between; for files their ids, with blanks. */
void tl_entry_set_titles (TlEntry          *entry,
                          const TlChart    *chart,
                          const TlIdList   *ids);
/* The XML id of the row's record. */
void tl_fill_id         (const TlRegister    *reg,
                         const TlRegisterRow *row,
                         TlEntry             *entry);

G_END_DECLS
