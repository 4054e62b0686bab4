/* read-problem.c - the list of what is wrong with a file, and migration's element. */
#include "document/xml-read.h"

#include <string.h>

static void
read_problem_free (gpointer data)
{
  TlReadProblem *problem = data;

  g_free (problem->file);
  g_free (problem->message);
  g_free (problem);
}

GPtrArray *
tl_read_problems_new (void)
{
  return g_ptr_array_new_with_free_func (read_problem_free);
}

void
tl_read_problem_print (const TlReadProblem *problem,
                       GString             *out)
{
  if (problem->line > 0)
    g_string_append_printf (out, "%s:%d: %s: %s\n", problem->file, problem->line, problem->rule,
                            problem->message);
  else
    g_string_append_printf (out, "%s: %s: %s\n", problem->file, problem->rule, problem->message);
}

TlXmlAttribute *
tl_xml_element_find (const TlXmlElement *element,
                     const char         *name)
{
  for (guint i = 0; i < element->attributes->len; i++) {
    TlXmlAttribute *attribute = g_ptr_array_index (element->attributes, i);

    if (strcmp (attribute->name, name) == 0)
      return attribute;
  }
  return NULL;
}

void
tl_xml_element_add (TlXmlElement *element,
                    const char   *name,
                    const char   *value)
{
  TlXmlAttribute *attribute;

  g_return_if_fail (tl_xml_element_find (element, name) == NULL);

  attribute = g_new (TlXmlAttribute, 1);
  attribute->name = g_strdup (name);
  attribute->value = g_strdup (value);
  g_ptr_array_add (element->attributes, attribute);
}

void
tl_xml_element_drop (TlXmlElement *element,
                     const char   *name)
{
  TlXmlAttribute *attribute = tl_xml_element_find (element, name);

  if (attribute != NULL)
    g_ptr_array_remove (element->attributes, attribute);
}
