/* class.h - what the document is made of: one table of classes and fields.
 *
 * From these tables follow copying, clearing, comparing, XML reading and
 * writing, range and reference checks, the RELAX NG schema, and the rows of the
 * inspector.  Adding a field is one member in record.h and one line in class.c.
 */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

typedef enum {
  TL_FIELD_TEXT,       /* char *          */
  TL_FIELD_ENUM,       /* an enum, int    */
  TL_FIELD_INT,        /* int, range min..max */
  TL_FIELD_SECONDS,    /* int             */
  TL_FIELD_MONEY,      /* TlMoney         */
  TL_FIELD_NUMBER,     /* double, range min..max */
  TL_FIELD_BOOL,       /* gboolean        */
  TL_FIELD_DATE,       /* TlDate          */
  TL_FIELD_REF,        /* TlId            */
  TL_FIELD_REFS,       /* TlIdList        */
  TL_FIELD_INTS,       /* TlIntList       */
  TL_FIELD_RESUME      /* TlResume        */
} TlFieldType;

typedef enum {
  TL_FIELD_PLAIN    = 0,
  TL_FIELD_REQUIRED = 1 << 0,
  TL_FIELD_ELEMENT  = 1 << 1,   /* written as a child element, not an attribute */
  TL_FIELD_CONTENT  = 1 << 2    /* written as the text of the record's own element */
} TlFieldFlags;

/* Values and XML words of an enumeration, in order of value; ends with word NULL. */
typedef struct {
  int         value;
  const char *word;
  const char *label;   /* translatable, marked with N_() */
} TlEnumRow;

typedef struct {
  const char      *xml;      /* attribute or element name */
  const char      *label;    /* translatable, sentence case, marked with N_() */
  TlFieldType      type;
  TlFieldFlags     flags;
  gsize            offset;   /* of the member in the record's struct */
  double           min, max; /* of numbers; of texts max is the length in characters */
  double           standard; /* default: taken when absent, not written when equal; NaN = none */
  const TlEnumRow *rows;     /* of an enumeration */
  guint32          kinds;    /* of references: bits 1 << TlRecordKind */
} TlField;

typedef struct {
  TlRecordKind   kind;
  const char    *xml;        /* element name */
  const char    *label;      /* translatable */
  gsize          size;       /* of the struct */
  TlRecordKind   child;      /* kind of child records; TL_N_RECORD_KINDS = none */
  TlRecordKind   parent;     /* of child records; TL_N_RECORD_KINDS = top level */
  gboolean       has_name;   /* carries an XML id */
  gboolean       single;     /* at most one in a chart */
  const TlField *fields;
  guint          n_fields;
} TlClass;

/* By kind.  Here only so that tl_class_get(), asked for every record, costs no call. */
extern const TlClass tl_classes[TL_N_RECORD_KINDS];

static inline const TlClass *
tl_class_get (TlRecordKind kind)
{
  g_return_val_if_fail (kind < TL_N_RECORD_KINDS, NULL);

  return &tl_classes[kind];
}

const TlClass   *tl_class_find           (const char      *xml);
const TlField   *tl_class_find_field     (const TlClass   *klass,
                                          const char      *xml);
const TlEnumRow *tl_enum_find_word       (const TlEnumRow *rows,
                                          const char      *word);
const TlEnumRow *tl_enum_find_value      (const TlEnumRow *rows,
                                          int              value);

/* The member @field of @record, to read or to write through. */
#define TL_FIELD_AT(record, field, type) \
  (*(type *) (void *) ((char *) (record) + (field)->offset))

/* Records outside a chart.  A new record has every field at its default, no id. */
TlRecord        *tl_record_new           (TlRecordKind     kind) G_GNUC_WARN_UNUSED_RESULT;
TlRecord        *tl_record_copy          (const TlRecord  *record) G_GNUC_WARN_UNUSED_RESULT;
void             tl_record_free          (TlRecord        *record);
/* Same fields, name, children and foreign content; the handle is not compared. */
gboolean         tl_record_equal         (const TlRecord  *a,
                                          const TlRecord  *b);
gboolean         tl_field_equal          (const TlField   *field,
                                          const TlRecord  *a,
                                          const TlRecord  *b);
gboolean         tl_record_foreign_equal (const TlRecord  *a,
                                          const TlRecord  *b);
/* Whether the field holds nothing, or just its default, and so is not written. */
gboolean         tl_field_is_unset       (const TlField   *field,
                                          const TlRecord  *record);

void             tl_id_list_append       (TlIdList        *list,
                                          TlId             id);
void             tl_id_list_insert       (TlIdList        *list,
                                          guint            index,
                                          TlId             id);
gboolean         tl_id_list_remove       (TlIdList        *list,
                                          TlId             id);
/* G_MAXUINT when it is not there. */
guint            tl_id_list_index        (const TlIdList  *list,
                                          TlId             id);
void             tl_id_list_clear        (TlIdList        *list);

/* Replaces an owned text; an empty one counts as none and is stored as NULL. */
void             tl_text_set             (char           **text,
                                          const char      *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlRecord, tl_record_free)

G_END_DECLS
