/* xml-value.c - reads values by the type of their field. */
#include "document/xml-value.h"

#include <glib/gi18n-lib.h>
#include <libxml/tree.h>
#include <string.h>

#include "model/units.h"

#define MAX_COUNTS 64   /* whole numbers in one list; a scale has 11 points at most */
#define MAX_SHOWN  40   /* characters of a bad value shown in a message */

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

void
tl_xml_blank_tabs (char *text)
{
  for (char *tab = strchr (text, '\t'); tab != NULL; tab = strchr (tab + 1, '\t'))
    *tab = ' ';
}

char *
tl_xml_strip (char *text)
{
  char *end;

  while (is_blank (*text))
    text++;
  end = text + strlen (text);
  if (end == text || !is_blank (end[-1]))
    return text;
  while (end > text && is_blank (end[-1]))
    end--;
  *end = '\0';
  return text;
}

gboolean
tl_xml_is_name (const char *text)
{
  const char *c = text;

  if (!g_ascii_isalpha (*c) && *c != '_')
    return *text != '\0' && xmlValidateNCName ((const xmlChar *) text, 0) == 0;
  while (g_ascii_isalnum (*c) || *c == '_' || *c == '-' || *c == '.')
    c++;
  return *c == '\0' || xmlValidateNCName ((const xmlChar *) text, 0) == 0;
}

static TlXmlValue
take_word (const TlField *field,
           TlRecord      *record,
           const char    *text)
{
  const TlEnumRow *row = tl_enum_find_word (field->rows, text);

  if (row == NULL)
    return TL_XML_VALUE_BAD;
  TL_FIELD_AT (record, field, int) = row->value;
  return TL_XML_VALUE_TAKEN;
}

static TlXmlValue
take_bool (const TlField *field,
           TlRecord      *record,
           const char    *text)
{
  if (strcmp (text, "true") == 0)
    TL_FIELD_AT (record, field, gboolean) = TRUE;
  else if (strcmp (text, "false") == 0)
    TL_FIELD_AT (record, field, gboolean) = FALSE;
  else
    return TL_XML_VALUE_BAD;
  return TL_XML_VALUE_TAKEN;
}

static TlXmlValue
take_ints (const TlField *field,
           TlRecord      *record,
           const char    *text)
{
  g_autofree char *words = g_strdup (text);
  TlIntList *list = &TL_FIELD_AT (record, field, TlIntList);
  int values[MAX_COUNTS];
  guint n = 0;
  char *rest = words;

  for (char *word = strtok_r (rest, " \t\n\r", &rest); word != NULL;
       word = strtok_r (NULL, " \t\n\r", &rest)) {
    if (n == MAX_COUNTS || !tl_int_parse (word, &values[n]) || values[n] < 0)
      return TL_XML_VALUE_BAD;
    n++;
  }
  g_free (list->values);
  list->values = n > 0 ? g_memdup2 (values, n * sizeof (int)) : NULL;
  list->n = n;
  return TL_XML_VALUE_TAKEN;
}

static TlXmlValue
find (const TlChart *chart,
      const char    *text,
      TlId          *id)
{
  TlId found = tl_chart_find (chart, text);

  if (found == TL_ID_NONE)
    return tl_xml_is_name (text) ? TL_XML_VALUE_LATER : TL_XML_VALUE_BAD;
  *id = found;
  return TL_XML_VALUE_TAKEN;
}

static TlXmlValue
take_resume (const TlChart *chart,
             const TlField *field,
             TlRecord      *record,
             const char    *text)
{
  TlResume *resume = &TL_FIELD_AT (record, field, TlResume);
  const TlEnumRow *row = tl_enum_find_word (field->rows, text);

  if (row != NULL) {
    resume->how = (TlResumeHow) row->value;
    return TL_XML_VALUE_TAKEN;
  }
  resume->how = TL_RESUME_STEP;
  return find (chart, text, &resume->step);
}

static TlXmlValue
result (gboolean good)
{
  return good ? TL_XML_VALUE_TAKEN : TL_XML_VALUE_BAD;
}

TlXmlValue
tl_xml_value_take (const TlChart *chart,
                   const TlField *field,
                   TlRecord      *record,
                   char          *text)
{
  if (field->type == TL_FIELD_TEXT) {
    tl_xml_blank_tabs (text);
    tl_text_set (&TL_FIELD_AT (record, field, char *), text);
    return TL_XML_VALUE_TAKEN;
  }
  text = tl_xml_strip (text);
  switch (field->type) {
  case TL_FIELD_ENUM:
    return take_word (field, record, text);
  case TL_FIELD_INT:
  case TL_FIELD_SECONDS:
    return result (tl_int_parse (text, &TL_FIELD_AT (record, field, int)));
  case TL_FIELD_MONEY:
    return result (tl_money_parse (text, tl_chart_currency_digits (chart),
                                   &TL_FIELD_AT (record, field, TlMoney)));
  case TL_FIELD_NUMBER:
    return result (tl_number_parse (text, &TL_FIELD_AT (record, field, double)));
  case TL_FIELD_BOOL:
    return take_bool (field, record, text);
  case TL_FIELD_DATE:
    return result (tl_date_parse (text, &TL_FIELD_AT (record, field, TlDate)));
  case TL_FIELD_REF:
    return find (chart, text, &TL_FIELD_AT (record, field, TlId));
  case TL_FIELD_INTS:
    return take_ints (field, record, text);
  case TL_FIELD_RESUME:
    return take_resume (chart, field, record, text);
  case TL_FIELD_TEXT:
  case TL_FIELD_REFS:
  default:
    g_return_val_if_reached (TL_XML_VALUE_BAD);
  }
}

/* Without a call, for nearly every word differs in its first letter. */
static gboolean
is_word (const char *word,
         const char *text,
         gsize       length)
{
  for (gsize i = 0; i < length; i++) {
    if (word[i] != text[i])   /* also at the end of the word: a text holds no NUL */
      return FALSE;
  }
  return word[length] == '\0';
}

/* A word of an enumeration, exactly. */
static gboolean
take_usual_word (const TlField *field,
                 TlRecord      *record,
                 const char    *text,
                 gsize          length)
{
  for (const TlEnumRow *row = field->rows; row->word != NULL; row++) {
    if (is_word (row->word, text, length)) {
      TL_FIELD_AT (record, field, int) = row->value;
      return TRUE;
    }
  }
  return FALSE;
}

/* Digits, not so many that the number could be too large. */
static gboolean
take_usual_int (const TlField *field,
                TlRecord      *record,
                const char    *text,
                gsize          length)
{
  int number = 0;

  if (length > 9)
    return FALSE;
  for (gsize i = 0; i < length; i++) {
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
    number = number * 10 + (text[i] - '0');
  }
  TL_FIELD_AT (record, field, int) = number;
  return TRUE;
}

/* The id of a record that is there already. */
static gboolean
take_usual_ref (const TlChart *chart,
                const TlField *field,
                TlRecord      *record,
                const char    *text,
                gsize          length)
{
  TlId id = tl_chart_find_part (chart, text, length);

  if (id == TL_ID_NONE)
    return FALSE;
  TL_FIELD_AT (record, field, TlId) = id;
  return TRUE;
}

gboolean
tl_xml_value_take_usual (const TlChart *chart,
                         const TlField *field,
                         TlRecord      *record,
                         const char    *text,
                         gsize          length)
{
  char **member;

  if (length == 0)
    return FALSE;
  if (field->type == TL_FIELD_ENUM)
    return take_usual_word (field, record, text, length);
  if (field->type == TL_FIELD_REF)
    return take_usual_ref (chart, field, record, text, length);
  if (field->type == TL_FIELD_INT || field->type == TL_FIELD_SECONDS)
    return take_usual_int (field, record, text, length);
  if (field->type != TL_FIELD_TEXT)
    return FALSE;
  member = &TL_FIELD_AT (record, field, char *);
  g_free (*member);
  *member = tl_xml_dup (text, length);
  tl_xml_blank_tabs (*member);
  return TRUE;
}

/* The words an enumeration takes: "a, b, c". */
static char *
join_words (const TlEnumRow *rows)
{
  GString *words = g_string_new (NULL);

  for (; rows->word != NULL; rows++) {
    if (words->len > 0)
      g_string_append (words, ", ");
    g_string_append (words, rows->word);
  }
  return g_string_free (words, FALSE);
}

char *
tl_xml_dup (const char *text,
            gsize       length)
{
  char *copy = g_malloc (length + 1);

  memcpy (copy, text, length);
  copy[length] = '\0';
  return copy;
}

char *
tl_xml_value_shorten (const char *text)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= MAX_SHOWN)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, MAX_SHOWN);
  return g_strconcat (start, "…", NULL);
}

char *
tl_xml_value_explain (const TlChart *chart,
                      const TlField *field,
                      const char    *element,
                      const char    *text)
{
  g_autofree char *value = tl_xml_value_shorten (text);
  g_autofree char *words = NULL;
  guint digits;

  switch (field->type) {
  case TL_FIELD_ENUM:
    words = join_words (field->rows);
    /* Translators: attribute, element, value, list of allowed words. */
    return g_strdup_printf (_("“%s” of %s is “%s”; it must be one of these words: %s."), field->xml,
                            element, value, words);
  case TL_FIELD_INT:
    return g_strdup_printf (_("“%s” of %s is “%s”; it must be a whole number."), field->xml,
                            element, value);
  case TL_FIELD_SECONDS:
    return g_strdup_printf (_("“%s” of %s is “%s”; it must be a whole number of seconds."),
                            field->xml, element, value);
  case TL_FIELD_MONEY:
    digits = tl_chart_currency_digits (chart);
    return g_strdup_printf (ngettext ("“%s” of %s is “%s”; it must be an amount of money such as "
                                      "12 or 12.5, with at most %u digit after the point.",
                                      "“%s” of %s is “%s”; it must be an amount of money such as "
                                      "12, with at most %u digits after the point.", digits),
                            field->xml, element, value, digits);
  case TL_FIELD_NUMBER:
    return g_strdup_printf (_("“%s” of %s is “%s”; it must be a number such as 0.25."), field->xml,
                            element, value);
  case TL_FIELD_BOOL:
    return g_strdup_printf (_("“%s” of %s is “%s”; it must be true or false."), field->xml,
                            element, value);
  case TL_FIELD_DATE:
    return g_strdup_printf (_("“%s” of %s is “%s”; it must be a date such as 2026-11-22."),
                            field->xml, element, value);
  case TL_FIELD_INTS:
    return g_strdup_printf (_("“%s” of %s is “%s”; it must be a list of whole numbers with blanks "
                              "between them."), field->xml, element, value);
  case TL_FIELD_REF:
  case TL_FIELD_REFS:
  case TL_FIELD_RESUME:
  case TL_FIELD_TEXT:
  default:
    return g_strdup_printf (_("“%s” of %s is “%s”; it must be an id: a letter, then letters, "
                              "digits, points, hyphens or underscores."), field->xml, element,
                            value);
  }
}
