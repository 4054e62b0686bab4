/* page-layout.h - which fields stand where on the page of a record: one table.
 *
 * Every field of every class stands in exactly one group, or among those that are told
 * by where a thing is and changed there.
 */
#pragma once

#include "model/chart.h"

G_BEGIN_DECLS

typedef struct {
  TlRecordKind kind;
  const char  *title;        /* translatable; NULL: under the head of the page */
  gboolean     folded;       /* seldom given: unfolded on request */
  const char  *fields[10];   /* XML names, in order; ends with NULL */
} TlPageGroup;

/* All groups, by kind, in order. */
const TlPageGroup *tl_page_groups        (guint          *n);
/* Whether the field is changed elsewhere, such as the column a step stands in. */
gboolean           tl_page_is_elsewhere  (TlRecordKind    kind,
                                          const char     *xml);
/* Whether the field has a meaning for this very record. */
gboolean           tl_page_field_applies (const TlChart  *chart,
                                          const TlRecord *record,
                                          const TlField  *field);

/* The order of what stands on a page: "g" the next group, "c" the children, "l" the next
 * list of links.  What is not named follows in that order. */
const char        *tl_page_order         (TlRecordKind    kind);

typedef enum {
  TL_PAGE_LINK_PLAIN,
  TL_PAGE_LINK_SHARED,   /* one that exists can be attached, and detached again */
  TL_PAGE_LINK_NAMED     /* @via is a field of the record itself */
} TlPageLinkHow;

/* What is listed on the page of a record of kind @at: the records of @kind whose field
 * @via names it, or all there are; or, the other way round, what its own field names. */
typedef struct {
  TlRecordKind at;
  TlRecordKind kind;
  const char  *via;      /* NULL: all */
  const char  *title;    /* translatable */
  const char  *add;      /* translatable, what the button says; NULL: none are added here */
  TlPageLinkHow how;
} TlPageLink;

const TlPageLink  *tl_page_links         (guint          *n);
/* Appends the TlId of what @link lists for @id; in document order. */
void               tl_page_link_list     (const TlPageLink *link,
                                          const TlChart  *chart,
                                          TlId            id,
                                          GArray         *ids);

G_END_DECLS
