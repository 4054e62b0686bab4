/* schema.h - the format as a RELAX NG schema, made from the tables in class.c. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The schema as XML text; data/throughline.rng is this text.
 *
 * It knows elements, attributes, what is required, types, words, ranges and
 * lengths.  What takes looking at two places at once is beyond it: that ids
 * differ and references lead somewhere (S02, S03), and what S04 to S16 say
 * beyond a single value; nor a text that has foreign elements beside it. */
char *tl_schema_write (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
