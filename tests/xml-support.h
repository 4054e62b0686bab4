/* xml-support.h - what the tests of reading and writing share. */
#pragma once

#include "document/xml-read.h"

G_BEGIN_DECLS

/* tests/data/every-field.throughline: a valid chart that uses every field, in the
 * form the writer gives it. */
char    *tl_test_every_field (void) G_GNUC_WARN_UNUSED_RESULT;
/* A copy of @text with the one occurrence of @from replaced; fails the test when
 * there is none or more than one. */
char    *tl_test_replace     (const char *text,
                              const char *from,
                              const char *to) G_GNUC_WARN_UNUSED_RESULT;
/* The problems as "LINE RULE\n" each, or with their messages. */
char    *tl_test_problems    (const GPtrArray *problems,
                              gboolean         messages) G_GNUC_WARN_UNUSED_RESULT;
/* Reads what must be good; fails the test with the problems otherwise. */
TlChart *tl_test_read        (const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* The same for the example that is called @name, such as "hotel-check-in". */
TlChart *tl_test_read_example (const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
