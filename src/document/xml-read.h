/* xml-read.h - from XML text to a chart, or to the list of all that is wrong with it.
 *
 * Reading is safe with any bytes: nothing is fetched from anywhere, a document
 * type declaration is refused (so there are no entities to expand), and sizes,
 * counts and depth are limited.  UTF-8 and UTF-16 are read.
 *
 * An SVG that was exported from a chart carries it in its metadata and reads as
 * that chart.
 *
 * A file that names no cell for any step has its steps set side by side (see
 * xml-place.h).
 *
 * Attributes and elements of other namespaces are kept on the record or the short
 * text, such as <label>, that they stand on; comments and processing instructions
 * too.  When the file is written anew, those inside stand in their order at the end
 * of what holds them.  An element without a namespace is refused like an attribute
 * that is not known: it is hardly another program's, rather a slip.
 *
 * A tab in a text, which no chart may hold, is read as a single space.  An id that a
 * list of references names again counts once.
 *
 * Every problem is reported with its line, not only the first, up to 1,000 of
 * them.  Only text that is no XML ends the reading early, for nobody can say
 * what follows it.
 *
 * Rules a problem may carry, besides S01 to S16 of the model:
 *   X00  the file cannot be opened or read
 *   X01  the text is not well-formed XML, or in an encoding that is not read
 *   X02  refused for safety: a declaration or a size that no chart needs
 *   X03  an element, an attribute or text that does not belong where it stands
 *   X04  a value that is not of the kind its attribute takes
 *   X05  an element that needs an id has none
 */
#pragma once

#include "document/save.h"
#include "model/chart.h"

G_BEGIN_DECLS

typedef struct {
  char       *file;      /* as the caller named it */
  int         line;      /* from 1; 0 = the file as a whole */
  const char *rule;
  char       *message;   /* translated, one sentence or two: what, and what to do */
} TlReadProblem;

GPtrArray *tl_read_problems_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* Appends "FILE:LINE: RULE: MESSAGE" and a newline. */
void       tl_read_problem_print (const TlReadProblem *problem,
                                  GString             *out);

/**
 * tl_xml_read:
 * @text: the bytes of a document
 * @length: how many
 * @file_name: what to call it in problems
 * @problems: TlReadProblem are appended, in order of lines
 *
 * Returns: (nullable): the chart, valid, without history; %NULL when there is at
 * least one problem
 */
TlChart   *tl_xml_read          (const char          *text,
                                 gsize                length,
                                 const char          *file_name,
                                 GPtrArray           *problems) G_GNUC_WARN_UNUSED_RESULT;

/* The same from a file.  @stamp (optional): how the file looked when read. */
TlChart   *tl_xml_read_file     (const char          *path,
                                 TlFileStamp         *stamp,
                                 GPtrArray           *problems) G_GNUC_WARN_UNUSED_RESULT;

/* Migration.  A file of an older format is brought up to date while it is read:
 * each row whose format is not older than the file's has its say on each element
 * of ours before it is understood, rows in order; and once all is read, on the
 * chart, before it is checked. */
typedef struct {
  char *name;
  char *value;
} TlXmlAttribute;

typedef struct {
  const char *parent;       /* name of the element around it, as it came; NULL for the root */
  char       *name;         /* owned; a migration may replace it; NULL = leave the element out */
  GPtrArray  *attributes;   /* TlXmlAttribute, owned; those without a namespace */
} TlXmlElement;

typedef struct {
  int    major, minor;      /* the format this row leads out of */
  void (*element) (TlXmlElement *element);   /* or NULL */
  void (*chart)   (TlChart *chart);          /* or NULL; a transaction is open */
} TlXmlMigration;

/* The attribute @name, or NULL. */
TlXmlAttribute *tl_xml_element_find   (const TlXmlElement *element,
                                       const char         *name);
void            tl_xml_element_add    (TlXmlElement       *element,
                                       const char         *name,
                                       const char         *value);
void            tl_xml_element_drop   (TlXmlElement       *element,
                                       const char         *name);

/* tl_xml_read() with migrations of the caller's choice. */
TlChart   *tl_xml_read_with     (const char           *text,
                                 gsize                 length,
                                 const char           *file_name,
                                 const TlXmlMigration *migrations,
                                 guint                 n_migrations,
                                 GPtrArray            *problems) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
