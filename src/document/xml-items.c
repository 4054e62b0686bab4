/* xml-items.c - finds the way through foreign content that is kept as text. */
#include "document/xml-items.h"

#include <string.h>

const char *
tl_xml_item_end (const char *item)
{
  guint depth = 0;

  while (*item == '<') {
    const char *end;

    if (g_str_has_prefix (item, "<!--"))
      end = strstr (item, "-->");
    else if (item[1] == '?')
      end = strstr (item, "?>");
    else
      end = strchr (item, '>');
    if (end == NULL)
      break;
    end += strcspn (end, ">");
    if (item[1] == '/')
      depth--;
    else if (item[1] != '!' && item[1] != '?' && end[-1] != '/')
      depth++;
    item = end + 1;
    if (depth == 0)
      return item;
    item += strcspn (item, "<");
  }
  return item + strlen (item);
}

const char *
tl_xml_attribute_end (const char *attribute)
{
  const char *open = *attribute == ' ' ? strchr (attribute, '"') : NULL;
  const char *close = open != NULL ? strchr (open + 1, '"') : NULL;

  return close != NULL ? close + 1 : NULL;
}

/* The first element for @field or a later one, or the end of all. */
static const char *
find_place (const TlRecord *record,
            const TlField  *field)
{
  const TlClass *klass = tl_class_get (record->kind);
  const char *item = record->foreign_texts != NULL ? record->foreign_texts : "";

  for (; *item != '\0'; item = tl_xml_item_end (item)) {
    g_autofree char *name = g_strndup (item + 1, strcspn (item + 1, " />"));

    if (tl_class_find_field (klass, name) >= field)
      break;
  }
  return item;
}

void
tl_xml_items_add_text (TlRecord      *record,
                       const TlField *field,
                       const char    *content)
{
  const char *place = find_place (record, field);
  const char *before = record->foreign_texts != NULL ? record->foreign_texts : "";
  char *joined = g_strdup_printf ("%.*s<%s%s</%s>%s", (int) (place - before), before, field->xml,
                                  content, field->xml, place);

  g_free (record->foreign_texts);
  record->foreign_texts = joined;
}

const char *
tl_xml_items_find_text (const TlRecord  *record,
                        const TlField   *field,
                        const char     **end)
{
  gsize length = strlen (field->xml);
  const char *item;

  if (record->foreign_texts == NULL)
    return NULL;
  item = find_place (record, field);
  if (*item == '\0' || strncmp (item + 1, field->xml, length) != 0 ||
      (item[1 + length] != ' ' && item[1 + length] != '>'))
    return NULL;
  *end = tl_xml_item_end (item) - strlen ("</>") - length;
  return item + 1 + length;
}
