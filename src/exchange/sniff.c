/* sniff.c - what the first bytes of a file say about it. */
#include "exchange/sniff.h"

#include <gio/gio.h>
#include <string.h>

#define HEAD 65536u

/* The beginning of what is inside a gzip file; NULL when it is damaged at once. */
static char *
inflate (const char *data,
         gsize       length,
         gsize      *out_length)
{
  g_autoptr (GZlibDecompressor) gzip = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  char *out = g_malloc (HEAD);
  gsize used = 0, n_read, n_written;

  *out_length = 0;
  while (used < length && *out_length < HEAD) {
    GConverterResult result = g_converter_convert (G_CONVERTER (gzip), data + used, length - used,
                                                   out + *out_length, HEAD - *out_length,
                                                   G_CONVERTER_NO_FLAGS, &n_read, &n_written, NULL);

    if (result == G_CONVERTER_ERROR)
      break;
    used += n_read;
    *out_length += n_written;
    if (result == G_CONVERTER_FINISHED)
      break;
  }
  if (*out_length == 0)
    g_clear_pointer (&out, g_free);

  return out;
}

/* The bytes as UTF-8 text; NULL when they are none.  Whatever is not UTF-16 or UTF-8
 * and has no control characters is taken for Windows-1252. */
static char *
as_text (const char *data,
         gsize       length)
{
  const char *end;
  char *text;

  if (length >= 2 && (((guchar) data[0] == 0xff && (guchar) data[1] == 0xfe) ||
                      ((guchar) data[0] == 0xfe && (guchar) data[1] == 0xff)))
    return g_convert (data, (gssize) (length & ~(gsize) 1), "UTF-8", "UTF-16", NULL, NULL, NULL);
  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0) {
    data += 3;
    length -= 3;
  }
  for (gsize i = 0; i < length; i++)
    if ((guchar) data[i] < 0x20 && strchr ("\t\n\r\f", data[i]) == NULL)
      return NULL;
    else if (data[i] == '\0')
      return NULL;

  if (g_utf8_validate_len (data, length, &end) || (gsize) (end - data) + 4 > length)
    return g_strndup (data, (gsize) (end - data));
  text = g_convert (data, (gssize) length, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);

  return text != NULL ? text
                      : g_convert (data, (gssize) length, "UTF-8", "ISO-8859-1", NULL, NULL, NULL);
}

static const char *
skip_past (const char *p,
           const char *mark)
{
  const char *end = strstr (p, mark);

  return end != NULL ? end + strlen (mark) : p + strlen (p);
}

static const char *
skip_doctype (const char *p)
{
  int depth = 0;

  for (; *p != '\0'; p++) {
    if (*p == '[')
      depth++;
    else if (*p == ']')
      depth--;
    else if (*p == '>' && depth <= 0)
      return p + 1;
  }

  return p;
}

/* The root's start tag, past everything that may stand before it. */
static const char *
find_root (const char *p,
           gboolean   *html)
{
  for (;;) {
    while (g_ascii_isspace (*p))
      p++;
    if (g_str_has_prefix (p, "<?")) {
      p = skip_past (p, "?>");
    } else if (g_str_has_prefix (p, "<!--")) {
      p = skip_past (p, "-->");
    } else if (g_ascii_strncasecmp (p, "<!doctype", 9) == 0) {
      *html |= g_ascii_strncasecmp (p, "<!doctype html", 14) == 0;
      p = skip_doctype (p);
    } else {
      return *p == '<' && (g_ascii_isalpha (p[1]) || p[1] == '_') ? p : NULL;
    }
  }
}

static const char *
end_of_tag (const char *p)
{
  char quote = '\0';

  for (; *p != '\0'; p++) {
    if (quote != '\0')
      quote = *p == quote ? '\0' : quote;
    else if (*p == '"' || *p == '\'')
      quote = *p;
    else if (*p == '>')
      return p + 1;
  }

  return p;
}

/* The value of the namespace declaration that the root itself uses. */
static char *
find_namespace (const char *tag,
                const char *prefix)
{
  g_autofree char *name = *prefix != '\0' ? g_strconcat ("xmlns:", prefix, NULL) : g_strdup ("xmlns");
  gsize length = strlen (name);

  for (const char *p = strstr (tag, name); p != NULL; p = strstr (p + 1, name)) {
    const char *value = p + length;
    const char *end;

    while (g_ascii_isspace (*value))
      value++;
    if (!g_ascii_isspace (p[-1]) || *value++ != '=')
      continue;
    while (g_ascii_isspace (*value))
      value++;
    if (*value != '"' && *value != '\'')
      continue;
    end = strchr (value + 1, *value);
    if (end != NULL)
      return g_strndup (value + 1, (gsize) (end - value - 1));
  }

  return g_strdup ("");
}

static void
read_root (TlSniff *sniff)
{
  const char *start = find_root (sniff->text, &sniff->html);
  const char *end, *colon;
  g_autofree char *name = NULL;
  g_autofree char *prefix = NULL;

  if (start == NULL)
    return;
  for (end = start + 1; *end != '\0' && !g_ascii_isspace (*end) && *end != '>' && *end != '/'; end++)
    ;
  name = g_strndup (start + 1, (gsize) (end - start - 1));
  colon = strchr (name, ':');
  prefix = colon != NULL ? g_strndup (name, (gsize) (colon - name)) : g_strdup ("");
  sniff->tag = g_strndup (start, (gsize) (end_of_tag (start) - start));
  sniff->root = g_strdup (colon != NULL ? colon + 1 : name);
  g_free (sniff->ns);
  sniff->ns = find_namespace (sniff->tag, prefix);
  sniff->html |= g_ascii_strcasecmp (sniff->root, "html") == 0;
}

/* Past blank lines, comments of the text formats, and a front matter in dashes. */
static char *
first_word (const char *p)
{
  const char *end;

  for (;;) {
    while (g_ascii_isspace (*p))
      p++;
    if (g_str_has_prefix (p, "---\n") || g_str_has_prefix (p, "---\r"))
      p = skip_past (p + 3, "\n---");
    else if (g_str_has_prefix (p, "%%{"))
      p = skip_past (p, "}%%");
    else if (g_str_has_prefix (p, "%%") || g_str_has_prefix (p, "//") || *p == '#')
      p = skip_past (p, "\n");
    else if (g_str_has_prefix (p, "/*"))
      p = skip_past (p, "*/");
    else
      break;
  }
  for (end = p; *end != '\0' && !g_ascii_isspace (*end) && *end != '{' && *end != ';'; end++)
    ;

  return g_strndup (p, (gsize) (end - p));
}

void
tl_sniff_init (TlSniff    *sniff,
               const char *data,
               gsize       length)
{
  g_autofree char *inside = NULL;
  gsize n = MIN (length, HEAD);

  *sniff = (TlSniff) { .data = data, .length = length };
  sniff->ns = g_strdup ("");
  if (tl_sniff_begins (sniff, "\x1f\x8b", 2)) {
    inside = inflate (data, length, &n);
    data = inside;
  }
  if (data != NULL)
    sniff->text = as_text (data, n);
  if (sniff->text != NULL)
    read_root (sniff);
  sniff->word = first_word (sniff->text != NULL ? sniff->text : "");
}

void
tl_sniff_clear (TlSniff *sniff)
{
  g_clear_pointer (&sniff->text, g_free);
  g_clear_pointer (&sniff->root, g_free);
  g_clear_pointer (&sniff->ns, g_free);
  g_clear_pointer (&sniff->tag, g_free);
  g_clear_pointer (&sniff->word, g_free);
}

gboolean
tl_sniff_begins (const TlSniff *sniff,
                 const char    *magic,
                 gsize          length)
{
  return sniff->length >= length && memcmp (sniff->data, magic, length) == 0;
}

gboolean
tl_sniff_holds (const TlSniff *sniff,
                const char    *part)
{
  return sniff->length > 0 &&
         memmem (sniff->data, MIN (sniff->length, HEAD), part, strlen (part)) != NULL;
}
