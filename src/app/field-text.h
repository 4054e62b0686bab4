/* field-text.h - a field's value as a person writes it: "1 h 30 min", "92 %", "12.50".
 *
 * Decimal marks and days are the locale's; what is read may have either mark, and days as
 * in the file.
 * Numbers of expectations, promises, standards and measurements are written in the unit
 * their record names.
 */
#pragma once

#include "model/chart.h"

G_BEGIN_DECLS

/* Translated; lent. */
const char *tl_field_label (const TlField  *field);

/* What tl_ops_set() reads back as the same: words of enumerations and XML ids of records
 * as they are in the file, everything else as people write it. */
char       *tl_field_text  (const TlChart  *chart,
                            const TlRecord *record,
                            const TlField  *field) G_GNUC_WARN_UNUSED_RESULT;
/* XML ids with blanks between them. */
char       *tl_field_text_of_ids (const TlChart  *chart,
                                  const TlIdList *list) G_GNUC_WARN_UNUSED_RESULT;
/* What tl_ops_set() takes for what a person wrote: "5 min" becomes "300" where the unit
 * is seconds. */
char       *tl_field_plain (const TlChart  *chart,
                            const TlRecord *record,
                            const TlField  *field,
                            const char     *text) G_GNUC_WARN_UNUSED_RESULT;
/* For reading only: enumerations by their label, money with its currency; "" when not
 * given. */
char       *tl_field_shown (const TlChart  *chart,
                            const TlRecord *record,
                            const TlField  *field) G_GNUC_WARN_UNUSED_RESULT;
/* The same of the field called @xml; a reference by what people call its record. */
char       *tl_field_shown_of (const TlChart *chart,
                               TlId          id,
                               const char   *xml) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
