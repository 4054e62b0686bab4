/* findings.c - charts from files, and what is found in them. */
#include "findings.h"

#include <string.h>

#include "document/xml-read.h"
#include "model/units.h"

TlDate
tl_test_today (void)
{
  TlDate today = 0;

  g_assert_true (tl_date_parse ("2026-11-22", &today));
  return today;
}

TlChart *
tl_test_read (const char *name)
{
  g_autofree char *path = g_path_is_absolute (name)
                            ? g_strdup (name)
                            : g_build_filename (g_getenv ("TL_TEST_DATA"), name, NULL);
  g_autofree char *text = NULL;
  gsize length = 0;
  g_autoptr (GPtrArray) problems = tl_read_problems_new ();
  TlChart *chart;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  chart = tl_xml_read (text, length, name, problems);
  g_assert_nonnull (chart);
  return chart;
}

TlFindings *
tl_test_find_all (const TlChart *chart)
{
  TlFindingsOptions options = { 0 };

  options.today = tl_test_today ();
  return tl_findings_new (chart, &options);
}

char *
tl_test_said (const TlChart    *chart,
              const TlFindings *findings,
              const char       *rule)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < findings->n; i++) {
    const TlFinding *finding = &findings->rows[i];

    if (rule == NULL || strcmp (finding->rule->id, rule) == 0)
      g_string_append_printf (text, "%s%s %s%s", text->len > 0 ? ", " : "",
                              tl_severity_word (finding->severity),
                              tl_finding_element (chart, finding),
                              finding->accepted != NULL ? " (accepted)" : "");
  }
  return g_string_free (text, FALSE);
}
