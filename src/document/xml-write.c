/* xml-write.c - from records to XML text, straight from the tables, without a tree. */
#include "document/xml-write.h"

#include <string.h>

#include "document/append.h"
#include "document/xml-items.h"
#include "model/units.h"

typedef struct {
  GString       *out;
  const TlChart *chart;
  guint          digits;   /* of the chart's currency */
  const char    *known;    /* foreign attributes of the root, whose declarations reach down here */
  gboolean       declared; /* a namespace was declared since this was last set to FALSE */
} Writer;

/* Appending. */

static inline void
append (GString    *out,
        const char *text)
{
  tl_append_len (out, text, strlen (text));
}

static inline void
append_char (GString *out,
             char     c)
{
  tl_append_len (out, &c, 1);
}

/* Escaping.  Most texts hold nothing to escape, so whole runs are copied. */

static void
append_escaped (GString    *out,
                const char *text,
                const char *special)
{
  for (;;) {
    gsize n = strcspn (text, special);

    tl_append_len (out, text, n);
    text += n;
    switch (*text) {
    case '\0':
      return;
    case '&':
      tl_append_len (out, "&amp;", 5);
      break;
    case '<':
      tl_append_len (out, "&lt;", 4);
      break;
    case '>':
      tl_append_len (out, "&gt;", 4);
      break;
    case '"':
      tl_append_len (out, "&quot;", 6);
      break;
    default:   /* white space that a parser would change */
      g_string_append_printf (out, "&#%d;", *text);
      break;
    }
    text++;
  }
}

void
tl_xml_append_attribute (GString    *out,
                         const char *text)
{
  append_escaped (out, text, "&<>\"\n\t\r");
}

void
tl_xml_append_text (GString    *out,
                    const char *text)
{
  append_escaped (out, text, "&<>\r");
}

static void
indent (GString *out,
        guint    depth)
{
  static const char blanks[] = "                ";

  tl_append_len (out, blanks, MIN (2 * depth, sizeof blanks - 1));
}

/* Values. */

static void
append_int (GString *out,
            int      value)
{
  char digits[16];
  guint at = sizeof digits;
  guint rest = value < 0 ? 0u - (guint) value : (guint) value;

  do {
    digits[--at] = (char) ('0' + rest % 10);
    rest /= 10;
  } while (rest > 0);
  if (value < 0)
    digits[--at] = '-';
  tl_append_len (out, digits + at, sizeof digits - at);
}

static void
append_ref (Writer *writer,
            TlId    id)
{
  const TlRecord *target = tl_chart_get (writer->chart, id);

  if (target != NULL && target->name != NULL)
    append (writer->out, target->name);
}

static void
append_refs (Writer         *writer,
             const TlIdList *list)
{
  for (guint i = 0; i < list->n; i++) {
    if (i > 0)
      append_char (writer->out, ' ');
    append_ref (writer, list->ids[i]);
  }
}

static void
append_ints (GString         *out,
             const TlIntList *list)
{
  for (guint i = 0; i < list->n; i++) {
    if (i > 0)
      append_char (out, ' ');
    append_int (out, list->values[i]);
  }
}

static void
append_word (GString       *out,
             const TlField *field,
             int            value)
{
  const TlEnumRow *row = tl_enum_find_value (field->rows, value);

  if (row != NULL)
    append (out, row->word);
}

static void
append_value (Writer         *writer,
              const TlField  *field,
              const TlRecord *record)
{
  GString *out = writer->out;
  char buffer[TL_UNITS_SIZE];

  switch (field->type) {
  case TL_FIELD_TEXT:
    if (field->flags & (TL_FIELD_ELEMENT | TL_FIELD_CONTENT))
      tl_xml_append_text (out, TL_FIELD_AT (record, field, char *));
    else
      tl_xml_append_attribute (out, TL_FIELD_AT (record, field, char *));
    break;
  case TL_FIELD_ENUM:
    append_word (out, field, TL_FIELD_AT (record, field, int));
    break;
  case TL_FIELD_INT:
  case TL_FIELD_SECONDS:
    append_int (out, TL_FIELD_AT (record, field, int));
    break;
  case TL_FIELD_BOOL:
    append (out, TL_FIELD_AT (record, field, gboolean) ? "true" : "false");
    break;
  case TL_FIELD_MONEY:
    append (out, tl_money_write (TL_FIELD_AT (record, field, TlMoney), writer->digits,
                                          buffer));
    break;
  case TL_FIELD_NUMBER:
    append (out, tl_number_write (TL_FIELD_AT (record, field, double), buffer));
    break;
  case TL_FIELD_DATE:
    append (out, tl_date_write (TL_FIELD_AT (record, field, TlDate), buffer));
    break;
  case TL_FIELD_REF:
    append_ref (writer, TL_FIELD_AT (record, field, TlId));
    break;
  case TL_FIELD_REFS:
    append_refs (writer, &TL_FIELD_AT (record, field, TlIdList));
    break;
  case TL_FIELD_INTS:
    append_ints (out, &TL_FIELD_AT (record, field, TlIntList));
    break;
  case TL_FIELD_RESUME: {
    const TlResume *resume = &TL_FIELD_AT (record, field, TlResume);

    if (resume->how == TL_RESUME_STEP)
      append_ref (writer, resume->step);
    else
      append_word (out, field, (int) resume->how);
    break;
  }
  }
}

/* Foreign content is kept as text that declares every namespace it uses.  What
 * the root of the document declares need not be said again. */

static gboolean
is_declared (const Writer *writer,
             const char   *item,
             gsize         length)
{
  const char *at = writer->known;

  if (at == NULL || !g_str_has_prefix (item, " xmlns:"))
    return FALSE;
  while ((at = strstr (at, " xmlns:")) != NULL) {
    if (strncmp (at, item, length) == 0)
      return TRUE;
    at++;
  }
  return FALSE;
}

/* Appends attributes as long as there are any; returns where they end. */
static const char *
append_foreign_attributes (Writer     *writer,
                           const char *text)
{
  const char *end;

  for (; (end = tl_xml_attribute_end (text)) != NULL; text = end) {
    if (!is_declared (writer, text, (gsize) (end - text))) {
      tl_append_len (writer->out, text, (gsize) (end - text));
      writer->declared |= g_str_has_prefix (text, " xmlns:");
    }
  }
  return text;
}

/* What stands from @text to @limit: on lines of its own, or where @depth is 0, which no
 * record has, in the line that has begun. */
static void
append_foreign_elements (Writer     *writer,
                         const char *text,
                         const char *limit,
                         guint       depth)
{
  while (text < limit) {
    const char *end = tl_xml_item_end (text);
    gsize name = strcspn (text, " />");

    if (depth > 0)
      indent (writer->out, depth);
    if (text[1] != '!' && text[1] != '?') {
      tl_append_len (writer->out, text, name);
      text = append_foreign_attributes (writer, text + name);
    }
    tl_append_len (writer->out, text, (gsize) (end - text));
    if (depth > 0)
      append_char (writer->out, '\n');
    text = end;
  }
}

static void
append_foreign_of (Writer         *writer,
                   const TlRecord *record,
                   guint           depth)
{
  const char *text = record->foreign_elements;

  if (text != NULL)
    append_foreign_elements (writer, text, text + strlen (text), depth);
}

/* Records. */

static void
append_attributes (Writer         *writer,
                   const TlRecord *record,
                   const char     *separator)
{
  const TlClass *klass = tl_class_get (record->kind);

  for (guint i = 0; i < klass->n_fields; i++) {
    const TlField *field = &klass->fields[i];

    if ((field->flags & (TL_FIELD_ELEMENT | TL_FIELD_CONTENT)) ||
        tl_field_is_unset (field, record))
      continue;
    append (writer->out, separator);
    append (writer->out, field->xml);
    tl_append_len (writer->out, "=\"", 2);
    append_value (writer, field, record);
    append_char (writer->out, '"');
  }
}

/* What other programs put on the element of a text, from @theirs to @end, goes there even
 * when there is no text. */
static void
append_text_element (Writer         *writer,
                     const TlRecord *record,
                     const TlField  *field,
                     const char     *theirs,
                     const char     *end)
{
  const char *known = writer->known;

  append_char (writer->out, '<');
  append (writer->out, field->xml);
  writer->declared = FALSE;
  if (theirs != NULL)
    theirs = append_foreign_attributes (writer, theirs);
  append_char (writer->out, '>');
  if (!tl_field_is_unset (field, record))
    append_value (writer, field, record);
  if (theirs != NULL) {
    if (writer->declared)
      writer->known = NULL;
    append_foreign_elements (writer, theirs + strlen (">"), end, 0);
    writer->known = known;
  }
  tl_append_len (writer->out, "</", 2);
  append (writer->out, field->xml);
  tl_append_len (writer->out, ">\n", 2);
}

static void
append_elements (Writer         *writer,
                 const TlRecord *record,
                 guint           depth)
{
  const TlClass *klass = tl_class_get (record->kind);

  for (guint i = 0; i < klass->n_fields; i++) {
    const TlField *field = &klass->fields[i];
    const char *theirs, *end = NULL;

    if (!(field->flags & TL_FIELD_ELEMENT))
      continue;
    theirs = tl_xml_items_find_text (record, field, &end);
    if (theirs == NULL && tl_field_is_unset (field, record))
      continue;
    indent (writer->out, depth);
    append_text_element (writer, record, field, theirs, end);
  }
}

static const TlField *
content_field (const TlRecord *record)
{
  const TlClass *klass = tl_class_get (record->kind);

  for (guint i = 0; i < klass->n_fields; i++) {
    if ((klass->fields[i].flags & TL_FIELD_CONTENT) &&
        !tl_field_is_unset (&klass->fields[i], record))
      return &klass->fields[i];
  }
  return NULL;
}

static gboolean
has_elements (const TlRecord *record)
{
  const TlClass *klass = tl_class_get (record->kind);

  if (record->children.n > 0 || record->foreign_elements != NULL || record->foreign_texts != NULL)
    return TRUE;
  for (guint i = 0; i < klass->n_fields; i++) {
    if ((klass->fields[i].flags & TL_FIELD_ELEMENT) &&
        !tl_field_is_unset (&klass->fields[i], record))
      return TRUE;
  }
  return FALSE;
}

static void
append_record (Writer         *writer,
               const TlRecord *record,
               guint           depth)
{
  const TlClass *klass = tl_class_get (record->kind);
  const TlField *content = content_field (record);
  const char *known = writer->known;
  GString *out = writer->out;

  writer->declared = FALSE;
  indent (out, depth);
  append_char (out, '<');
  append (out, klass->xml);
  if (klass->has_name && record->name != NULL) {
    tl_append_len (out, " id=\"", 5);
    append (out, record->name);
    append_char (out, '"');
  }
  append_attributes (writer, record, " ");
  if (record->foreign_attributes != NULL)
    append_foreign_attributes (writer, record->foreign_attributes);

  if (content == NULL && !has_elements (record)) {
    tl_append_len (out, "/>\n", 3);
    return;
  }
  append_char (out, '>');
  if (writer->declared)   /* and may have given a prefix of the root another meaning */
    writer->known = NULL;
  if (content != NULL) {
    append_value (writer, content, record);
    append_foreign_of (writer, record, 0);
  } else {
    append_char (out, '\n');
    append_elements (writer, record, depth + 1);
    for (guint i = 0; i < record->children.n; i++)
      append_record (writer, tl_chart_get (writer->chart, record->children.ids[i]), depth + 1);
    append_foreign_of (writer, record, depth + 1);
    indent (out, depth);
  }
  writer->known = known;
  tl_append_len (out, "</", 2);
  append (out, klass->xml);
  tl_append_len (out, ">\n", 2);
}

static gsize
expected_size (const TlChart *chart)
{
  gsize n = 0;

  for (guint kind = 0; kind < TL_N_RECORD_KINDS; kind++)
    n += tl_chart_n (chart, (TlRecordKind) kind);
  return 1024 + n * 192;
}

char *
tl_xml_write (const TlChart *chart,
              gsize         *length)
{
  const TlRecord *info = &tl_chart_info (chart)->head;
  GString *out = g_string_sized_new (expected_size (chart));
  Writer writer = { out, chart, tl_chart_currency_digits (chart), NULL, FALSE };

  g_string_append_printf (out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                          "<chart xmlns=\"%s\" format=\"%d.%d\"", TL_XML_NAMESPACE,
                          TL_XML_FORMAT_MAJOR, TL_XML_FORMAT_MINOR);
  append_attributes (&writer, info, "\n       ");
  if (info->foreign_attributes != NULL) {
    tl_append_len (out, "\n      ", 7);   /* each of them begins with a blank */
    append_foreign_attributes (&writer, info->foreign_attributes);
  }
  tl_append_len (out, ">\n", 2);
  writer.known = info->foreign_attributes;

  append_elements (&writer, info, 1);
  for (guint kind = TL_RECORD_CHART + 1; kind < TL_N_RECORD_KINDS; kind++) {
    guint n = tl_chart_n (chart, (TlRecordKind) kind);

    if (tl_class_get ((TlRecordKind) kind)->parent != TL_N_RECORD_KINDS)
      continue;
    for (guint i = 0; i < n; i++)
      append_record (&writer, tl_chart_nth (chart, (TlRecordKind) kind, i), 1);
  }
  append_foreign_of (&writer, info, 1);
  tl_append_len (out, "</chart>\n", 9);

  if (length != NULL)
    *length = out->len;
  return g_string_free (out, FALSE);
}
