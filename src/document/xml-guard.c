/* xml-guard.c - encoding, size, giant tags. */
#include "document/xml-guard.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LARGE_TAG 32768   /* bytes from one < to the next before they are counted */

static int
line_of (const char *text,
         const char *at)
{
  int line = 1;

  for (const char *c = text; (c = memchr (c, '\n', (gsize) (at - c))) != NULL; c++)
    line++;
  return line;
}

/* UTF-16 begins with a byte order mark, or with < and a zero byte in either order. */
static const char *
utf16_charset (const char *text,
               gsize       length)
{
  if (length < 4)
    return NULL;
  if (memcmp (text, "\xff\xfe\0\0", 4) == 0)
    return NULL;   /* UTF-32 */
  if (memcmp (text, "\xff\xfe", 2) == 0 || memcmp (text, "<\0?\0", 4) == 0 ||
      (text[0] == '<' && text[1] == '\0' && text[3] == '\0'))
    return "UTF-16LE";
  if (memcmp (text, "\xfe\xff", 2) == 0 || memcmp (text, "\0<\0?", 4) == 0 ||
      (text[1] == '<' && text[0] == '\0' && text[2] == '\0'))
    return "UTF-16BE";
  return NULL;
}

/* Counts the attributes of the tag that begins at @text and ends before @end. */
static guint
count_attributes (const char *text,
                  const char *end)
{
  guint n = 0;

  for (const char *c = text + 1; c < end && *c != '>'; c++) {
    if (*c != '"' && *c != '\'')
      continue;
    n++;
    c = memchr (c + 1, *c, (gsize) (end - c - 1));
    if (c == NULL)
      break;
  }
  return n;
}

/* Whether any two < lie so far apart that a large tag may be between them.  Goes from one
 * < to the last that is near enough, which is far quicker than to look at each. */
static gboolean
may_hold_large_tag (const char *text,
                    gsize       length)
{
  const char *end = text + length;
  const char *at = memchr (text, '<', length);

  while (at != NULL && end - at > LARGE_TAG) {
    at = memrchr (at + 1, '<', LARGE_TAG);
    if (at == NULL)
      return TRUE;
  }
  return FALSE;
}

/* Behind the comment, the CDATA section or the processing instruction that begins at
 * @text, whose quotes are no attributes'; NULL when none of them begins there. */
static const char *
skip_quoted (const char *text,
             const char *end)
{
  static const struct {
    const char *begin, *end;
  } rows[] = { { "<!--", "-->" }, { "<![CDATA[", "]]>" }, { "<?", "?>" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    gsize n = strlen (rows[i].begin);
    const char *found;

    if ((gsize) (end - text) < n || memcmp (text, rows[i].begin, n) != 0)
      continue;
    found = memmem (text + n, (gsize) (end - text) - n, rows[i].end, strlen (rows[i].end));
    return found != NULL ? found + strlen (rows[i].end) : end;
  }
  return NULL;
}

/* No attribute holds a raw <, so a tag lies between one < and the next. */
static const char *
find_giant_tag (const char *text,
                gsize       length)
{
  const char *end = text + length;
  const char *tag = may_hold_large_tag (text, length) ? memchr (text, '<', length) : NULL;

  while (tag != NULL && tag < end) {
    const char *next = skip_quoted (tag, end);

    if (next != NULL) {
      tag = memchr (next, '<', (gsize) (end - next));
      continue;
    }
    next = memchr (tag + 1, '<', (gsize) (end - tag - 1));
    if ((next != NULL ? next : end) - tag > LARGE_TAG &&
        count_attributes (tag, next != NULL ? next : end) > TL_XML_MAX_ATTRIBUTES)
      return tag;
    tag = next;
  }
  return NULL;
}

TlXmlGuard
tl_xml_guard (const char  *text,
              gsize        length,
              char       **converted,
              gsize       *converted_length,
              int         *line,
              char       **message)
{
  const char *charset = utf16_charset (text, length);
  const char *found;

  *converted = NULL;
  *converted_length = 0;
  *line = 0;
  if (length == 0) {
    *message = g_strdup (_("The file is empty. Restore it from a copy."));
    return TL_XML_GUARD_NOT_TEXT;
  }
  if (length > TL_XML_MAX_BYTES) {
    *message = g_strdup_printf (_("The file is larger than %d MB, which no chart is. Remove what "
                                  "other programs added."),
                                TL_XML_MAX_BYTES / (1024 * 1024));
    return TL_XML_GUARD_TOO_LARGE;
  }
  if (charset != NULL) {
    *converted = g_convert (text, (gssize) length, "UTF-8", charset, NULL, converted_length, NULL);
    if (*converted == NULL) {
      *message = g_strdup (_("The file begins as UTF-16 text but does not go on so. It may have "
                             "been cut short; restore it from a copy."));
      return TL_XML_GUARD_NOT_TEXT;
    }
    text = *converted;
    length = *converted_length;
  }
  found = memchr (text, '\0', length);
  if (found != NULL) {
    *line = line_of (text, found);
    *message = g_strdup (_("There is a zero byte here, so this is not a text file, or a damaged "
                           "one. Restore it from a copy."));
    return TL_XML_GUARD_NOT_TEXT;
  }
  found = find_giant_tag (text, length);
  if (found != NULL) {
    *line = line_of (text, found);
    *message = g_strdup_printf (_("The element that begins here has more than %d attributes. "
                                  "Remove those it does not need."), TL_XML_MAX_ATTRIBUTES);
    return TL_XML_GUARD_TOO_LARGE;
  }
  return TL_XML_GUARD_FINE;
}
