/* sink-svg.c - writes SVG by hand.
 *
 * Most of the cost of a picture used to be formatting numbers, so that is done
 * here, in integers of hundredths.
 */
#include "render/sink-svg.h"

#include <math.h>
#include <string.h>

#include "render/text.h"

#define BASE_SIZE 12.0   /* font size written once, on the root */

typedef struct {
  TlSink   sink;

  /* Owned */
  GString *out;

  TlColour ink;
} SvgSink;

/* Most of what is written is a few bytes long: a call into GLib for each of them
 * would cost more than all else.  The text is ended with a NUL by no one. */
static inline void
put (GString    *out,
     const char *bytes,
     gsize       length)
{
  if (G_UNLIKELY (out->len + length >= out->allocated_len)) {
    g_string_append_len (out, bytes, (gssize) length);
    return;
  }
  memcpy (out->str + out->len, bytes, length);
  out->len += length;
}

static inline void
put_char (GString *out,
          char     c)
{
  put (out, &c, 1);
}

/* A literal: its length is known when this is compiled. */
#define PUT(out, literal) put ((out), "" literal, sizeof (literal) - 1)

static void
put_number (GString *out,
            double   value)
{
  char digits[24];
  guint n = sizeof digits, fraction;
  gint64 hundredths = llround (value * 100);
  guint64 whole;

  if (hundredths < 0) {
    put_char (out, '-');
    hundredths = -hundredths;
  }
  whole = (guint64) hundredths / 100;
  fraction = (guint) (hundredths % 100);

  if (fraction % 10 != 0)
    digits[--n] = (char) ('0' + fraction % 10);
  if (fraction != 0) {
    digits[--n] = (char) ('0' + fraction / 10);
    digits[--n] = '.';
  }
  for (; whole > 0 || n == sizeof digits || digits[n] == '.'; whole /= 10)
    digits[--n] = (char) ('0' + whole % 10);
  put (out, digits + n, sizeof digits - n);
}

/* A number after another one or after a command; the sign parts them too. */
static void
put_next (GString *out,
          double   value)
{
  if (llround (value * 100) >= 0)
    put_char (out, ' ');
  put_number (out, value);
}

static void
put_point (GString *out,
           char     command,
           TlPoint  p)
{
  if (command != '\0')
    put_char (out, command);
  else if (p.x * 100 > -0.5)
    put_char (out, ' ');
  put_number (out, p.x);
  put_next (out, p.y);
}

static void
put_colour (GString    *out,
            const char *attribute,
            TlColour    colour)
{
  static const char hex[] = "0123456789abcdef";

  put (out, attribute, strlen (attribute));
  if (colour == TL_NO_COLOUR) {
    PUT (out, "=\"none\"");
    return;
  }
  PUT (out, "=\"#");
  for (int shift = 20; shift >= 0; shift -= 4)
    put_char (out, hex[colour >> shift & 0xf]);
  put_char (out, '"');
}

/* Escapes; characters that no XML may hold (and no chart does) become spaces. */
static void
put_text (GString    *out,
          const char *text,
          gsize       length)
{
  const char *start = text, *end = text + length;

  for (const char *p = text; p < end; p++) {
    const char *instead = NULL;

    switch (*p) {
    case '&': instead = "&amp;"; break;
    case '<': instead = "&lt;"; break;
    case '>': instead = "&gt;"; break;
    case '"': instead = "&quot;"; break;
    default:
      if ((guchar) *p < 0x20)
        instead = " ";
    }
    if (instead != NULL) {
      put (out, start, (gsize) (p - start));
      put (out, instead, strlen (instead));
      start = p + 1;
    }
  }
  put (out, start, (gsize) (end - start));
}

static void
put_attribute (GString    *out,
               const char *name,
               const char *value)
{
  put_char (out, ' ');
  put (out, name, strlen (name));
  PUT (out, "=\"");
  put_text (out, value, strlen (value));
  put_char (out, '"');
}

static void
put_title (GString    *out,
           const char *title)
{
  PUT (out, "<title>");
  put_text (out, title, strlen (title));
  PUT (out, "</title>\n");
}

static void
open_group (TlSink     *sink,
            const char *id,
            const char *kind,
            const char *title)
{
  GString *out = ((SvgSink *) sink)->out;

  PUT (out, "<g");
  if (id != NULL)
    put_attribute (out, "id", id);
  if (kind != NULL)
    put_attribute (out, "class", kind);
  PUT (out, ">");
  if (title != NULL)
    put_title (out, title);
  else
    put_char (out, '\n');
}

static void
close_group (TlSink *sink)
{
  PUT (((SvgSink *) sink)->out, "</g>\n");
}

static void
put_pieces (GString           *out,
            const TlPathPiece *pieces,
            guint              n_pieces)
{
  TlPoint at = { 0, 0 };

  for (guint i = 0; i < n_pieces; i++) {
    const TlPoint *p = pieces[i].p;

    switch (pieces[i].op) {
    case TL_PATH_MOVE:
      put_point (out, 'M', p[0]);
      at = p[0];
      break;
    case TL_PATH_LINE:
      if (p[0].y == at.y) {
        if (p[0].x != at.x) {
          put_char (out, 'H');
          put_number (out, p[0].x);
        }
      } else if (p[0].x == at.x) {
        put_char (out, 'V');
        put_number (out, p[0].y);
      } else {
        put_point (out, 'L', p[0]);
      }
      at = p[0];
      break;
    case TL_PATH_CURVE:
      put_point (out, 'C', p[0]);
      put_point (out, '\0', p[1]);
      put_point (out, '\0', p[2]);
      at = p[2];
      break;
    case TL_PATH_CLOSE:
      put_char (out, 'Z');
      break;
    default:
      g_assert_not_reached ();
    }
  }
}

static void
put_pen (GString     *out,
         const TlPen *pen)
{
  put_colour (out, " stroke", pen->colour);
  if (pen->width != 1) {
    PUT (out, " stroke-width=\"");
    put_number (out, pen->width);
    put_char (out, '"');
  }
  if (pen->dashes != NULL) {
    PUT (out, " stroke-dasharray=\"");
    for (guint i = 0; i < pen->n_dashes; i++) {
      if (i > 0)
        put_char (out, ' ');
      put_number (out, pen->dashes[i]);
    }
    put_char (out, '"');
  }
}

static void
draw_path (TlSink            *sink,
           const TlPathPiece *pieces,
           guint              n_pieces,
           TlColour           fill,
           const TlPen       *pen)
{
  GString *out = ((SvgSink *) sink)->out;

  PUT (out, "<path d=\"");
  put_pieces (out, pieces, n_pieces);
  put_char (out, '"');
  put_colour (out, " fill", fill);
  if (pen != NULL)
    put_pen (out, pen);
  PUT (out, "/>\n");
}

/* Where a viewer shall hang up the lines: its fonts may be others than ours, so
 * it is told the edge or the middle to keep to. */
static double
anchor (const TlSceneText  *text,
        const char        **word)
{
  gboolean rtl = text->text->lines[0].rtl;

  switch (text->align) {
  case TL_ALIGN_CENTRE:
    *word = "middle";
    return text->box.x + text->box.w / 2;
  case TL_ALIGN_END:
    *word = rtl ? NULL : "end";
    return text->box.x + text->box.w;
  case TL_ALIGN_START:
  default:
    *word = rtl ? "end" : NULL;
    return text->box.x;
  }
}

static void
open_text (SvgSink           *self,
           const TlSceneText *text,
           TlColour           colour,
           const char        *anchor_word)
{
  GString *out = self->out;
  double size = tl_text_style_size (text->text->style);

  PUT (out, "<text");
  if (colour != self->ink)
    put_colour (out, " fill", colour);
  if (size != BASE_SIZE) {
    PUT (out, " font-size=\"");
    put_number (out, size);
    put_char (out, '"');
  }
  if (tl_text_style_is_bold (text->text->style))
    PUT (out, " font-weight=\"700\"");
  if (anchor_word != NULL)
    put_attribute (out, "text-anchor", anchor_word);
  if (text->text->lines[0].rtl)
    PUT (out, " direction=\"rtl\"");
}

static void
put_place (GString *out,
           double   x,
           double   y)
{
  PUT (out, " x=\"");
  put_number (out, x);
  PUT (out, "\" y=\"");
  put_number (out, y);
  PUT (out, "\">");
}

static void
draw_text (TlSink            *sink,
           const TlSceneText *text,
           TlColour           colour)
{
  SvgSink *self = (SvgSink *) sink;
  const TlText *t = text->text;
  const char *word;
  double x, left, baseline;

  if (t->n_lines == 0)
    return;

  x = anchor (text, &word);
  open_text (self, text, colour, word);
  if (t->n_lines == 1) {
    tl_sink_line_place (text, 0, &left, &baseline);
    put_place (self->out, x, baseline);
    put_text (self->out, t->text + t->lines[0].start, t->lines[0].length);
  } else {
    put_char (self->out, '>');
    for (guint i = 0; i < t->n_lines; i++) {
      tl_sink_line_place (text, i, &left, &baseline);
      PUT (self->out, "<tspan");
      put_place (self->out, x, baseline);
      put_text (self->out, t->text + t->lines[i].start, t->lines[i].length);
      PUT (self->out, "</tspan>");
    }
  }
  PUT (self->out, "</text>\n");
}

static void
free_sink (TlSink *sink)
{
  SvgSink *self = (SvgSink *) sink;

  if (self->out != NULL)
    g_string_free (self->out, TRUE);
  g_free (self);
}

static const TlSinkClass svg_sink = {
  open_group, close_group, draw_path, draw_text, free_sink,
};

TlSink *
tl_sink_svg_new (const TlSvgPage *page)
{
  SvgSink *self = g_new0 (SvgSink, 1);
  GString *out = self->out = g_string_sized_new (1 << 16);
  TlPath ground = { 0 };

  self->sink.klass = &svg_sink;
  self->ink = page->ink;
  PUT (out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"");
  put_number (out, page->page.w * page->scale);
  PUT (out, "\" height=\"");
  put_number (out, page->page.h * page->scale);
  PUT (out, "\" viewBox=\"");
  put_number (out, page->page.x);
  put_next (out, page->page.y);
  put_next (out, page->page.w);
  put_next (out, page->page.h);
  PUT (out, "\" role=\"graphics-document document\"");
  put_attribute (out, "aria-label", page->title);
  PUT (out, " font-family=\"Cantarell, Inter, 'Noto Sans', 'DejaVu Sans', sans-serif\""
                        " font-size=\"12\" stroke-linejoin=\"round\"");
  put_colour (out, " fill", page->ink);
  PUT (out, ">\n");
  put_title (out, page->title);
  tl_path_box (&ground, page->page);
  if (page->ground != TL_NO_COLOUR)
    draw_path (&self->sink, ground.pieces, ground.n, page->ground, NULL);
  return &self->sink;
}

/* The XML without its declaration, which only a document may begin with. */
static const char *
skip_declaration (const char *xml)
{
  const char *end;

  if (g_str_has_prefix (xml, "\xef\xbb\xbf"))
    xml += 3;
  if (g_str_has_prefix (xml, "<?xml") && (end = strstr (xml, "?>")) != NULL)
    xml = end + 2;
  while (g_ascii_isspace (*xml))
    xml++;
  return xml;
}

GBytes *
tl_sink_svg_finish (TlSink     *sink,
                    const char *xml)
{
  SvgSink *self = (SvgSink *) sink;

  /* Last, so that whoever looks for an id finds the drawn element first: the
   * chart's elements have the same ids. */
  if (xml != NULL) {
    PUT (self->out, "<metadata>\n");
    g_string_append (self->out, skip_declaration (xml));
    PUT (self->out, "</metadata>\n");
  }
  PUT (self->out, "</svg>\n");
  return g_string_free_to_bytes (g_steal_pointer (&self->out));
}
