/* xml-support.c - what the tests of reading and writing share. */
#include "xml-support.h"

#include <string.h>

char *
tl_test_every_field (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("TL_TEST_DATA"), "every-field.throughline",
                                            NULL);
  char *text;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

char *
tl_test_replace (const char *text,
                 const char *from,
                 const char *to)
{
  const char *at = strstr (text, from);
  g_autofree char *head = NULL;

  if (at == NULL || strstr (at + 1, from) != NULL)
    g_error ("“%s” stands %s in the text", from, at == NULL ? "nowhere" : "more than once");
  head = g_strndup (text, (gsize) (at - text));
  return g_strconcat (head, to, at + strlen (from), NULL);
}

char *
tl_test_problems (const GPtrArray *problems,
                  gboolean         messages)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++) {
    const TlReadProblem *problem = g_ptr_array_index (problems, i);

    if (messages)
      tl_read_problem_print (problem, text);
    else
      g_string_append_printf (text, "%d %s\n", problem->line, problem->rule);
  }
  return g_string_free (text, FALSE);
}

TlChart *
tl_test_read (const char *text)
{
  g_autoptr (GPtrArray) problems = tl_read_problems_new ();
  TlChart *chart = tl_xml_read (text, strlen (text), "test", problems);

  if (chart == NULL) {
    g_autofree char *list = tl_test_problems (problems, TRUE);

    g_error ("%s", list);
  }
  g_assert_cmpuint (problems->len, ==, 0);
  return chart;
}

TlChart *
tl_test_read_example (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".throughline", NULL);
  g_autofree char *path = g_build_filename (g_getenv ("TL_EXAMPLES"), file, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return tl_test_read (text);
}
