/* fuzz-read.c - any bytes: read or refused, and what is read survives a round trip. */
#include <stdlib.h>
#include <string.h>

#include "document/xml-read.h"
#include "document/xml-write.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        size);

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  g_autoptr (GPtrArray) problems = tl_read_problems_new ();
  g_autoptr (TlChart) chart = tl_xml_read ((const char *) data, size, "fuzz", problems);

  if ((chart == NULL) != (problems->len > 0))
    abort ();
  for (guint i = 0; i < problems->len; i++) {
    const TlReadProblem *problem = g_ptr_array_index (problems, i);

    if (!g_utf8_validate (problem->message, -1, NULL))
      abort ();
  }
  if (chart != NULL) {
    gsize length;
    g_autofree char *once = tl_xml_write (chart, &length);
    g_autoptr (TlChart) again = tl_xml_read (once, length, "again", problems);
    g_autofree char *twice = again != NULL ? tl_xml_write (again, NULL) : NULL;

    if (twice == NULL || strcmp (once, twice) != 0 || !tl_chart_equal (chart, again))
      abort ();
  }
  return 0;
}
