/* schema.c - writes the schema, one pattern a class, from the tables. */
#include "document/schema.h"

#include "document/xml-write.h"

/* No control characters but the newline (see S16) and the tab, which is read as a space. */
#define PLAIN_TEXT "[^&#13;&#127;-&#159;]*"
/* White space as Unicode has it: a validator's \s knows only that of XML. */
#define BLANKS     "&#9;&#10;&#13;&#32;&#160;&#5760;&#8192;-&#8202;" \
                   "&#8232;&#8233;&#8239;&#8287;&#12288;"
#define NOT_BLANK  "[\\s\\S]*[^" BLANKS "][\\s\\S]*"

static const char head[] =
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  "<!-- The format of Throughline's charts.  Made by \"tline schema\": do not edit. -->\n"
  "<grammar xmlns=\"http://relaxng.org/ns/structure/1.0\"\n"
  "         datatypeLibrary=\"http://www.w3.org/2001/XMLSchema-datatypes\"\n"
  "         ns=\"" TL_XML_NAMESPACE "\">\n"
  "  <start>\n"
  "    <ref name=\"chart\"/>\n"
  "  </start>\n";

/* Other programs may add anything in a namespace of their own. */
static const char tail[] =
  "  <define name=\"foreign-attributes\">\n"
  "    <zeroOrMore>\n"
  "      <attribute>\n"
  "        <anyName>\n"
  "          <except>\n"
  "            <nsName ns=\"\"/>\n"
  "            <nsName/>\n"
  "          </except>\n"
  "        </anyName>\n"
  "      </attribute>\n"
  "    </zeroOrMore>\n"
  "  </define>\n"
  "  <define name=\"foreign-element\">\n"
  "    <element>\n"
  "      <anyName>\n"
  "        <except>\n"
  "          <nsName ns=\"\"/>\n"
  "          <nsName/>\n"
  "        </except>\n"
  "      </anyName>\n"
  "      <ref name=\"anything\"/>\n"
  "    </element>\n"
  "  </define>\n"
  "  <define name=\"foreign-elements\">\n"
  "    <zeroOrMore>\n"
  "      <ref name=\"foreign-element\"/>\n"
  "    </zeroOrMore>\n"
  "  </define>\n"
  "  <define name=\"text-with-foreign-elements\">\n"
  "    <mixed>\n"
  "      <oneOrMore>\n"
  "        <ref name=\"foreign-element\"/>\n"
  "      </oneOrMore>\n"
  "    </mixed>\n"
  "  </define>\n"
  "  <define name=\"anything\">\n"
  "    <zeroOrMore>\n"
  "      <attribute>\n"
  "        <anyName/>\n"
  "      </attribute>\n"
  "    </zeroOrMore>\n"
  "    <zeroOrMore>\n"
  "      <choice>\n"
  "        <text/>\n"
  "        <element>\n"
  "          <anyName/>\n"
  "          <ref name=\"anything\"/>\n"
  "        </element>\n"
  "      </choice>\n"
  "    </zeroOrMore>\n"
  "  </define>\n"
  "</grammar>\n";

static void
line (GString    *out,
      guint       depth,
      const char *text)
{
  g_string_append_printf (out, "%*s%s\n", (int) (2 * depth), "", text);
}

static void
append_param (GString    *out,
              guint       depth,
              const char *name,
              const char *value)
{
  g_string_append_printf (out, "%*s<param name=\"%s\">%s</param>\n", (int) (2 * depth), "", name,
                          value);
}

static void
append_limit (GString    *out,
              guint       depth,
              const char *name,
              double      value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  append_param (out, depth, name, g_ascii_formatd (buffer, sizeof buffer, "%.0f", value));
}

/* Values. */

static void
append_text (GString       *out,
             guint          depth,
             const TlField *field)
{
  line (out, depth, "<data type=\"string\">");
  append_limit (out, depth + 1, "maxLength", field->max);
  append_param (out, depth + 1, "pattern", PLAIN_TEXT);
  if (field->flags & TL_FIELD_REQUIRED)
    append_param (out, depth + 1, "pattern", NOT_BLANK);
  line (out, depth, "</data>");
}

/* A schema can look into a text only where there is nothing else. */
static void
append_text_content (GString       *out,
                     guint          depth,
                     const TlField *field)
{
  line (out, depth, "<choice>");
  append_text (out, depth + 1, field);
  line (out, depth + 1, "<ref name=\"text-with-foreign-elements\"/>");
  line (out, depth, "</choice>");
}

static void
append_words (GString         *out,
              guint            depth,
              const TlEnumRow *rows,
              const char      *other)
{
  line (out, depth, "<choice>");
  for (; rows->word != NULL; rows++)
    g_string_append_printf (out, "%*s<value>%s</value>\n", (int) (2 * depth + 2), "", rows->word);
  if (other != NULL)
    line (out, depth + 1, other);
  line (out, depth, "</choice>");
}

static void
append_number (GString       *out,
               guint          depth,
               const TlField *field,
               const char    *type,
               double         max)
{
  g_string_append_printf (out, "%*s<data type=\"%s\">\n", (int) (2 * depth), "", type);
  append_limit (out, depth + 1, "minInclusive", field->min);
  append_limit (out, depth + 1, "maxInclusive", max);
  line (out, depth, "</data>");
}

static void
append_list (GString    *out,
             guint       depth,
             const char *data)
{
  line (out, depth, "<list>");
  line (out, depth + 1, "<zeroOrMore>");
  line (out, depth + 2, data);
  line (out, depth + 1, "</zeroOrMore>");
  line (out, depth, "</list>");
}

static void
append_value (GString       *out,
              guint          depth,
              const TlField *field)
{
  static const TlEnumRow truths[] = {
    { TRUE, "true", NULL }, { FALSE, "false", NULL }, { 0, NULL, NULL }
  };

  switch (field->type) {
  case TL_FIELD_TEXT:
    append_text (out, depth, field);
    break;
  case TL_FIELD_ENUM:
    append_words (out, depth, field->rows, NULL);
    break;
  case TL_FIELD_INT:
  case TL_FIELD_SECONDS:
    append_number (out, depth, field, "integer", field->max);
    break;
  case TL_FIELD_MONEY:   /* the limit is in minor units, of which the schema knows nothing */
  case TL_FIELD_NUMBER:
    append_number (out, depth, field, "decimal", field->max);
    break;
  case TL_FIELD_BOOL:
    append_words (out, depth, truths, NULL);
    break;
  case TL_FIELD_DATE:
    line (out, depth, "<data type=\"date\">");
    append_param (out, depth + 1, "pattern", "[0-9]{4}-[0-9]{2}-[0-9]{2}");
    line (out, depth, "</data>");
    break;
  case TL_FIELD_REF:
    line (out, depth, "<data type=\"NCName\"/>");
    break;
  case TL_FIELD_REFS:
    append_list (out, depth, "<data type=\"NCName\"/>");
    break;
  case TL_FIELD_INTS:
    append_list (out, depth, "<data type=\"int\"><param name=\"minInclusive\">0</param></data>");
    break;
  case TL_FIELD_RESUME:
    append_words (out, depth, field->rows, "<data type=\"NCName\"/>");
    break;
  }
}

/* Classes. */

static void
append_field (GString       *out,
              guint          depth,
              const TlField *field)
{
  gboolean element = (field->flags & TL_FIELD_ELEMENT) != 0;
  gboolean required = (field->flags & TL_FIELD_REQUIRED) != 0;
  const char *tag = element ? "element" : "attribute";

  if (!required)
    line (out, depth++, "<optional>");
  g_string_append_printf (out, "%*s<%s name=\"%s\">\n", (int) (2 * depth), "", tag, field->xml);
  if (element) {
    line (out, depth + 1, "<ref name=\"foreign-attributes\"/>");
    append_text_content (out, depth + 1, field);
  } else {
    append_value (out, depth + 1, field);
  }
  g_string_append_printf (out, "%*s</%s>\n", (int) (2 * depth), "", tag);
  if (!required)
    line (out, --depth, "</optional>");
}

static void
append_child (GString       *out,
              const TlClass *child)
{
  const char *times = child->single ? "optional" : "zeroOrMore";

  g_string_append_printf (out, "        <%s>\n          <ref name=\"%s\"/>\n        </%s>\n", times,
                          child->xml, times);
}

static gboolean
is_child (const TlClass *klass,
          const TlClass *child)
{
  if (klass->kind == TL_RECORD_CHART)
    return child->kind != TL_RECORD_CHART && child->parent == TL_N_RECORD_KINDS;
  return child->parent == klass->kind;
}

static gboolean
has_elements (const TlClass *klass)
{
  for (guint i = 0; i < klass->n_fields; i++) {
    if (klass->fields[i].flags & TL_FIELD_ELEMENT)
      return TRUE;
  }
  return klass->kind == TL_RECORD_CHART || klass->child != TL_N_RECORD_KINDS;
}

static void
append_content (GString       *out,
                const TlClass *klass)
{
  for (guint i = 0; i < klass->n_fields; i++) {
    if (klass->fields[i].flags & TL_FIELD_CONTENT) {   /* of a record without elements of ours */
      append_text_content (out, 3, &klass->fields[i]);
      return;
    }
  }
  if (!has_elements (klass)) {
    line (out, 3, "<ref name=\"foreign-elements\"/>");
    return;
  }
  line (out, 3, "<interleave>");
  for (guint i = 0; i < klass->n_fields; i++) {
    if (klass->fields[i].flags & TL_FIELD_ELEMENT)
      append_field (out, 4, &klass->fields[i]);
  }
  for (guint kind = 0; kind < TL_N_RECORD_KINDS; kind++) {
    const TlClass *child = tl_class_get ((TlRecordKind) kind);

    if (is_child (klass, child))
      append_child (out, child);
  }
  line (out, 4, "<ref name=\"foreign-elements\"/>");
  line (out, 3, "</interleave>");
}

static void
append_format (GString *out)
{
  line (out, 3, "<attribute name=\"format\">");
  line (out, 4, "<data type=\"token\">");
  g_string_append_printf (out, "          <param name=\"pattern\">0*%d(\\.[0-9]+)?</param>\n",
                          TL_XML_FORMAT_MAJOR);
  line (out, 4, "</data>");
  line (out, 3, "</attribute>");
}

static void
append_class (GString       *out,
              const TlClass *klass)
{
  g_string_append_printf (out, "  <define name=\"%s\">\n    <element name=\"%s\">\n", klass->xml,
                          klass->xml);
  if (klass->kind == TL_RECORD_CHART)
    append_format (out);
  if (klass->has_name) {
    line (out, 3, "<attribute name=\"id\">");
    line (out, 4, "<data type=\"NCName\"/>");
    line (out, 3, "</attribute>");
  }
  for (guint i = 0; i < klass->n_fields; i++) {
    if (!(klass->fields[i].flags & (TL_FIELD_ELEMENT | TL_FIELD_CONTENT)))
      append_field (out, 3, &klass->fields[i]);
  }
  line (out, 3, "<ref name=\"foreign-attributes\"/>");
  append_content (out, klass);
  line (out, 2, "</element>");
  line (out, 1, "</define>");
}

char *
tl_schema_write (void)
{
  GString *out = g_string_new (head);

  for (guint kind = 0; kind < TL_N_RECORD_KINDS; kind++)
    append_class (out, tl_class_get ((TlRecordKind) kind));
  g_string_append (out, tail);
  return g_string_free (out, FALSE);
}
