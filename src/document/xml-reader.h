/* xml-reader.h - what is known while a document is parsed.  For the reader's own
 * files only; everybody else includes xml-read.h.
 *
 * Invariants while parsing:
 *   (1) levels[] are our elements from the root to where we are; a level for a
 *       text, which holds no further level, can only be the last;
 *   (2) while foreign content is open or skip > 0, levels[] does not change;
 *   (3) every record in the chart has its line in lines[], by handle;
 *   (4) once stopped, no callback does anything.
 *
 * Names of elements and attributes come from the parser's dictionary, in which
 * ours are looked up beforehand, so that they are compared as pointers.
 */
#pragma once

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include "document/xml-foreign.h"
#include "document/xml-items.h"
#include "document/xml-read.h"

G_BEGIN_DECLS

#define TL_XML_MAX_FIELDS 32
#define TL_XML_MAX_LEVELS 4    /* chart, record, child record, text */

typedef struct {
  TlRecord      *record;      /* live in the chart */
  const TlClass *klass;
  const TlField *text;        /* of a level for a text; NULL = the level is a record */
  const TlField *content;     /* the field that holds the record's own text, or NULL */
  guint32        seen;        /* bits of element fields met so far */
  gboolean       told_text;   /* stray text was reported */
  int            line;
  GString       *foreign;     /* elements; of a text all after its name; NULL = none yet */
} TlXmlLevel;

/* Where a field stands that is not on its record's line. */
typedef struct {
  TlId           id;
  const TlField *field;
  int            line;
} TlXmlPlace;

/* A reference to a record that comes later. */
typedef struct {
  TlRecord      *record;
  const TlField *field;
  guint          index;       /* in a list of references */
  char          *name;
  int            line;
} TlXmlPending;

typedef struct {
  /* Owned */
  xmlParserCtxt *parser;
  TlChart       *chart;
  TlXmlForeign  *foreign;
  GString       *text;        /* of the field being read */
  GString       *scratch;     /* a value, NUL-terminated */
  GArray        *refs;        /* TlId: the list being read */
  GArray        *lines;       /* int by handle, with room for more */
  GArray        *places;      /* TlXmlPlace */
  GArray        *pending;     /* TlXmlPending */
  GArray        *told;        /* TlXmlPlace: fields reported already */
  TlRecord      *blanks[TL_N_RECORD_KINDS];   /* new records to copy; NULL = none needed yet */

  /* Borrowed */
  GPtrArray     *problems;
  const char    *file;
  const xmlChar *ns, *id_name, *format_name;
  const xmlChar *class_names[TL_N_RECORD_KINDS];
  const xmlChar *field_names[TL_N_RECORD_KINDS][TL_XML_MAX_FIELDS];
  const TlField *contents[TL_N_RECORD_KINDS];        /* the field that is a record's own text */
  guint          first_elements[TL_N_RECORD_KINDS];  /* index of the first field in an element */
  const TlXmlMigration *migrations;   /* those that apply, once the root is known */
  guint          n_migrations;

  /* State */
  TlXmlLevel     levels[TL_XML_MAX_LEVELS];
  guint          n_levels;
  guint          depth;
  guint          skip;        /* depth inside an element that is not understood */
  guint          n_elements;
  guint          n_problems;
  int            root_line;
  TlRecordKind   last_kind;   /* of the record of the chart met last: the next is mostly alike */
  gboolean       in_picture;  /* the document is an SVG that may carry a chart */
  gboolean       stopped;     /* refused */
  gboolean       broken;      /* not XML from here on */
} TlXmlReader;

/* Reporting.  @message is taken; the others make one from @format. */
void            tl_xml_reader_add_problem     (GPtrArray         *problems,
                                               const char        *file,
                                               int                line,
                                               const char        *rule,
                                               char              *message);
void            tl_xml_reader_report          (TlXmlReader       *reader,
                                               int                line,
                                               const char        *rule,
                                               const char        *format,
                                               ...) G_GNUC_PRINTF (4, 5);
/* Reports and ends the parse. */
void            tl_xml_reader_refuse          (TlXmlReader       *reader,
                                               int                line,
                                               const char        *rule,
                                               const char        *format,
                                               ...) G_GNUC_PRINTF (4, 5);
/* Remembers that the field has been reported. */
void            tl_xml_reader_tell_field      (TlXmlReader       *reader,
                                               const TlRecord    *record,
                                               const TlField     *field,
                                               int                line);

/* Lines. */
int             tl_xml_reader_current_line    (const TlXmlReader *reader);
/* Where the start tag begins whose end the parser has come to. */
int             tl_xml_reader_tag_line        (const TlXmlReader *reader);
void            tl_xml_reader_note_line       (TlXmlReader       *reader,
                                               const TlRecord    *record,
                                               int                line);
void            tl_xml_reader_note_place      (TlXmlReader       *reader,
                                               const TlRecord    *record,
                                               const TlField     *field,
                                               int                line);

/* Attributes, in the parser's tuples of five. */
char           *tl_xml_reader_value_text      (TlXmlReader       *reader,
                                               const xmlChar    **attribute);
void            tl_xml_reader_take_attributes (TlXmlReader       *reader,
                                               TlXmlLevel        *level,
                                               int                n_attributes,
                                               const xmlChar    **attributes);
/* Whether an attribute comes from another program; one without a namespace never does. */
gboolean        tl_xml_reader_is_foreign      (const TlXmlReader *reader,
                                               const xmlChar    **attribute);
void            tl_xml_reader_report_attribute (TlXmlReader      *reader,
                                               const char        *element,
                                               const xmlChar     *name,
                                               int                line);
/* @at: where to begin to look; moves on to the field after the one found. */
const TlField  *tl_xml_reader_find_field      (const TlXmlReader *reader,
                                               const TlClass     *klass,
                                               const xmlChar     *name,
                                               guint             *at);

/* Elements. */
void            tl_xml_reader_start_root      (TlXmlReader       *reader,
                                               const xmlChar     *name,
                                               const xmlChar     *uri,
                                               int                n_namespaces,
                                               const xmlChar    **namespaces,
                                               int                n_attributes,
                                               const xmlChar    **attributes);
void            tl_xml_reader_start_element   (TlXmlReader       *reader,
                                               const xmlChar     *name,
                                               int                n_attributes,
                                               const xmlChar    **attributes);
void            tl_xml_reader_report_element  (TlXmlReader       *reader,
                                               const xmlChar     *name,
                                               const xmlChar     *uri);

/* The parser's callbacks; its user data is the reader. */
const xmlSAXHandler *tl_xml_reader_handler    (void);

G_END_DECLS
