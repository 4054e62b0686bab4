/* field-input.h - the kinds of input that rows of fields are made of; a table of functions
 * each.  Only field-row.c and the inputs themselves include it.
 */
#pragma once

#include "app/field-row.h"
#include "app/field-text.h"

G_BEGIN_DECLS

typedef struct _TlFieldRow TlFieldRow;

typedef struct {
  gboolean    (*serves) (const TlFieldRow *self);
  /* Makes self->row, and self->input where that is another widget. */
  void        (*make)   (TlFieldRow       *self);
  /* @text as tl_field_text() gives it; "" when @various, that is several records differ. */
  void        (*show)   (TlFieldRow       *self,
                         const char       *text,
                         gboolean          various);
  /* What stands there and was perhaps not handed over; NULL: nothing can be left over. */
  char       *(*read)   (TlFieldRow       *self);
} TlFieldInput;

extern const TlFieldInput tl_field_input_text;     /* several lines */
extern const TlFieldInput tl_field_input_switch;   /* yes or no */
extern const TlFieldInput tl_field_input_scale;    /* ratings 1..10 with their anchors */
extern const TlFieldInput tl_field_input_choice;   /* one of a list */
extern const TlFieldInput tl_field_input_refs;     /* records, as chips */
extern const TlFieldInput tl_field_input_date;     /* an entry with a calendar */
extern const TlFieldInput tl_field_input_entry;    /* one line; serves everything */

struct _TlFieldRow {
  /* Owned */
  TlEditor           *editor;
  GArray             *ids;        /* TlId; all of one class */
  char               *refusal;
  gpointer            data;       /* of the input */
  GDestroyNotify      free_data;

  /* Borrowed */
  const TlFieldInput *type;
  const TlField      *field;
  GPtrArray          *siblings;   /* rows of the same records */
  GtkWidget          *row;
  GtkWidget          *input;      /* what is written in, when not the row itself */
  GtkWidget          *various;    /* says that values differ; NULL: the input does */
  GtkWidget          *reason;     /* row under it */
  GtkWidget          *reason_label;
  GtkWidget          *remedy;     /* button in it; NULL: there is none for such fields */

  /* State */
  gboolean            updating;
};

/* The struct behind a row. */
TlFieldRow     *tl_field_row_of        (GtkWidget    *row);
/* The first of the records; NULL when there is none. */
const TlRecord *tl_field_row_record    (TlFieldRow   *self);
/* Takes what a person wrote or chose. */
void            tl_field_row_set       (TlFieldRow   *self,
                                        const char   *text);
/* Commits when @widget loses the focus; Escape brings back what the chart says. */
void            tl_field_row_watch     (TlFieldRow   *self,
                                        GtkWidget    *widget);
/* The line under a title that says what a value means: a caption. */
GtkWidget      *tl_field_caption_new   (const char   *text);

G_END_DECLS
