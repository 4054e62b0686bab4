/* text.c - measuring and drawing text with Pango, without a display.
 *
 * Invariants:
 *   (1) a TlText handed out is the head of an Entry and never changes or moves;
 *   (2) what is drawn is what was measured: glyphs are made from the same lines;
 *   (3) a line is at most max_width wide, unless one character alone is wider.
 */
#include "render/text.h"

#include <math.h>
#include <string.h>

#include "render/words.h"

/* All text is laid out at this many chart units a em, and scaled. */
#define BASE_SIZE 24.0

/* Lines stand this much further apart than the font asks for. */
#define LINE_SPACING 1.08

/* From here on cairo itself sets glyphs between pixels. */
#define FIRST_FINE_CAIRO CAIRO_VERSION_ENCODE (1, 17, 4)

#define DEFAULT_FAMILY "Cantarell,Sans"

typedef struct {
  double   size;
  gboolean bold;
} Style;

static const Style styles[TL_N_TEXT_STYLES] = {
  [TL_TEXT_TITLE]     = { 22, TRUE },
  [TL_TEXT_SUBTITLE]  = { 12, FALSE },
  [TL_TEXT_PHASE]     = { 12, TRUE },
  [TL_TEXT_LANE]      = { 12, TRUE },
  [TL_TEXT_STEP]      = { 12, FALSE },
  [TL_TEXT_EVIDENCE]  = { 12, FALSE },
  [TL_TEXT_CONNECTOR] = { 11, FALSE },
  [TL_TEXT_LINE]      = { 10, FALSE },
  [TL_TEXT_BADGE]     = { 10, TRUE },
  [TL_TEXT_FOOTER]    = { 11, FALSE },
};

/* How a line is drawn: from glyphs, or as line @index of its paragraph's layout.
 * Made when first drawn. */
typedef struct {
  PangoGlyphString *glyphs;
  PangoLayout      *layout;
  int               index;
} Drawn;

typedef struct {
  TlText   text;    /* first member: what is lent out */
  gboolean slow;    /* asked for by tl_text_measurer_slow() */
  guint64  plain;   /* bit for each of the first 64 lines: broken from words */
  Drawn   *drawn;   /* n_lines of them; NULL until drawn */
} Entry;

/* One weight of the font. */
typedef struct {
  PangoFontDescription *font;
  PangoLayout          *layout;    /* for measuring, used over and over */
  TlWords              *words;
  double                ascent;    /* base units */
  double                descent;
} Weight;

struct _TlTextMeasurer {
  /* Owned */
  PangoFontMap  *map;
  PangoContext  *context;
  char          *family;
  Weight         weights[2];   /* regular and bold, made when first asked for */
  GHashTable    *entries;      /* set of Entry */
  GArray        *lines;        /* TlTextLine of the text at hand */

  TlMeasure      measure;
};

static guint
hash_entry (gconstpointer data)
{
  const Entry *entry = data;

  return g_str_hash (entry->text.text) * 31 + (guint) entry->text.style * 7 +
         (guint) (entry->text.max_width * 16) + (guint) entry->slow;
}

static gboolean
equal_entries (gconstpointer a,
               gconstpointer b)
{
  const Entry *one = a, *two = b;

  return one->text.style == two->text.style && one->text.max_width == two->text.max_width &&
         one->slow == two->slow && strcmp (one->text.text, two->text.text) == 0;
}

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  for (guint i = 0; entry->drawn != NULL && i < entry->text.n_lines; i++) {
    g_clear_pointer (&entry->drawn[i].glyphs, pango_glyph_string_free);
    g_clear_object (&entry->drawn[i].layout);
  }
  g_free (entry->drawn);
  g_free (entry);
}

double
tl_text_style_size (TlTextStyle style)
{
  g_return_val_if_fail (style < TL_N_TEXT_STYLES, 12);

  return styles[style].size;
}

gboolean
tl_text_style_is_bold (TlTextStyle style)
{
  g_return_val_if_fail (style < TL_N_TEXT_STYLES, FALSE);

  return styles[style].bold;
}

static PangoLayout *
new_layout (TlTextMeasurer *measurer,
            const Weight   *weight)
{
  PangoLayout *layout = pango_layout_new (measurer->context);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_font_description (layout, weight->font);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_auto_dir (layout, TRUE);
  return layout;
}

static Weight *
get_weight (TlTextMeasurer *measurer,
            TlTextStyle     style)
{
  Weight *weight = &measurer->weights[styles[style].bold];
  PangoRectangle extents;

  if (weight->font != NULL)
    return weight;

  weight->font = pango_font_description_new ();
  pango_font_description_set_family (weight->font, measurer->family);
  pango_font_description_set_absolute_size (weight->font, BASE_SIZE * PANGO_SCALE);
  pango_font_description_set_weight (weight->font, styles[style].bold ? PANGO_WEIGHT_BOLD
                                                                     : PANGO_WEIGHT_NORMAL);
  weight->layout = new_layout (measurer, weight);
  weight->words = tl_words_new (measurer->context, weight->font);

  pango_layout_set_text (weight->layout, "x", 1);
  pango_layout_line_get_extents (pango_layout_get_line_readonly (weight->layout, 0), NULL,
                                 &extents);
  weight->ascent = -extents.y / (double) PANGO_SCALE;
  weight->descent = (extents.height + extents.y) / (double) PANGO_SCALE;
  return weight;
}

/* What is collected while a text is broken. */
typedef struct {
  TlTextMeasurer *measurer;
  const char     *text;
  double          scale;      /* chart units for each Pango unit */
  double          ascent, descent;
  guint64         plain;
} Breaking;

static void
add_line (Breaking   *breaking,
          const char *start,
          guint       length,
          int         width,
          gboolean    rtl)
{
  const TlTextLine line = {
    (guint) (start - breaking->text), length, width * breaking->scale, rtl,
  };

  g_array_append_val (breaking->measurer->lines, line);
}

static void
add_plain_line (gpointer    data,
                const char *start,
                guint       length,
                int         width)
{
  Breaking *breaking = data;

  if (breaking->measurer->lines->len < 64)
    breaking->plain |= G_GUINT64_CONSTANT (1) << breaking->measurer->lines->len;
  add_line (breaking, start, length, width, FALSE);
}

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static void
trim (const char **start,
      const char **end)
{
  while (*start < *end && is_blank (**start))
    (*start)++;
  while (*end > *start && is_blank ((*end)[-1]))
    (*end)--;
}

/* In Pango units, as pango_layout_set_width() wants it; -1 = as wide as it is. */
static int
base_width (TlTextStyle style,
            double      max_width)
{
  double width = max_width * BASE_SIZE / styles[style].size * PANGO_SCALE;

  return max_width > 0 && width < G_MAXINT / 2 ? (int) floor (width) : -1;
}

/* Tabs mean nothing in a chart: they count as spaces, byte for byte. */
static void
set_paragraph (PangoLayout *layout,
               const char  *start,
               guint        length)
{
  g_autofree char *copy = NULL;

  if (memchr (start, '\t', length) != NULL || memchr (start, '\r', length) != NULL) {
    copy = g_strndup (start, length);
    g_strdelimit (copy, "\t\r", ' ');
  }
  pango_layout_set_text (layout, copy != NULL ? copy : start, (int) length);
}

/* Pango leaves one blank at the end of a line out of its width, and hangs
 * further ones over the edge. */
static int
line_width (PangoLayoutLine      *line,
            guint                 length,
            const PangoRectangle *extents)
{
  int x;

  if ((guint) line->length <= length + 1)
    return extents->width;

  pango_layout_line_index_to_x (line, line->start_index + (int) length, FALSE, &x);
  return line->resolved_dir == PANGO_DIRECTION_RTL ? extents->width - x : x;
}

/* The length of a line without the blanks at its end, of whatever width they are. */
static guint
without_blanks (const char *line,
                guint       length)
{
  while (length > 0) {
    const char *last = g_utf8_find_prev_char (line, line + length);

    if (last == NULL || !g_unichar_isspace (g_utf8_get_char (last)))
      break;
    length = (guint) (last - line);
  }
  return length;
}

static void
break_with_pango (Breaking   *breaking,
                  Weight     *weight,
                  const char *start,
                  guint       length,
                  int         max_width)
{
  pango_layout_set_width (weight->layout, max_width);
  set_paragraph (weight->layout, start, length);

  for (GSList *at = pango_layout_get_lines_readonly (weight->layout); at != NULL; at = at->next) {
    PangoLayoutLine *line = at->data;
    const char *first = start + line->start_index;
    guint n = (guint) line->length;
    PangoRectangle extents;

    n = without_blanks (first, n);
    pango_layout_line_get_extents (line, NULL, &extents);
    add_line (breaking, first, n, line_width (line, n, &extents),
              line->resolved_dir == PANGO_DIRECTION_RTL);
    breaking->ascent = MAX (breaking->ascent, -extents.y / (double) PANGO_SCALE);
    breaking->descent = MAX (breaking->descent, (extents.height + extents.y) / (double) PANGO_SCALE);
  }
}

/* Paragraph by paragraph, blanks at their ends left out. */
static void
break_text (Breaking *breaking,
            Weight   *weight,
            int       max_width,
            gboolean  slow)
{
  const char *start = breaking->text;

  for (;;) {
    const char *newline = strchr (start, '\n');
    const char *end = newline != NULL ? newline : start + strlen (start);

    trim (&start, &end);
    if (slow || !tl_words_break (weight->words, start, (guint) (end - start), max_width,
                                 add_plain_line, breaking))
      break_with_pango (breaking, weight, start, (guint) (end - start), max_width);
    if (newline == NULL)
      break;
    start = newline + 1;
  }
}

static Entry *
new_entry (Breaking    *breaking,
           TlTextStyle  style,
           double       max_width)
{
  GArray *lines = breaking->measurer->lines;
  gsize length = strlen (breaking->text) + 1;
  Entry *entry = g_malloc0 (sizeof (Entry) + lines->len * sizeof (TlTextLine) + length);
  TlTextLine *copied = (TlTextLine *) (void *) (entry + 1);
  double scale = styles[style].size / BASE_SIZE;
  double natural = (breaking->ascent + breaking->descent) * scale;

  memcpy (copied, lines->data, lines->len * sizeof (TlTextLine));
  memcpy (copied + lines->len, breaking->text, length);
  entry->plain = breaking->plain;
  entry->text.text = (const char *) (copied + lines->len);
  entry->text.style = style;
  entry->text.max_width = max_width;
  entry->text.line_height = natural * LINE_SPACING;
  entry->text.ascent = breaking->ascent * scale + natural * (LINE_SPACING - 1) / 2;
  entry->text.n_lines = lines->len;
  entry->text.height = lines->len * entry->text.line_height;
  entry->text.lines = copied;
  for (guint i = 0; i < lines->len; i++)
    entry->text.width = MAX (entry->text.width, copied[i].width);
  return entry;
}

static const TlText *
measure (TlTextMeasurer *measurer,
         TlTextStyle     style,
         const char     *text,
         double          max_width,
         gboolean        slow)
{
  const Entry key = {
    .text = { .text = text, .style = style, .max_width = MAX (max_width, 0) }, .slow = slow,
  };
  Entry *entry = g_hash_table_lookup (measurer->entries, &key);

  if (entry == NULL) {
    double scale = styles[style].size / BASE_SIZE / PANGO_SCALE;
    Weight *weight = get_weight (measurer, style);
    Breaking breaking = { measurer, text, scale, weight->ascent, weight->descent, 0 };

    g_array_set_size (measurer->lines, 0);
    break_text (&breaking, weight, base_width (style, key.text.max_width), slow);
    entry = new_entry (&breaking, style, key.text.max_width);
    entry->slow = slow;
    g_hash_table_add (measurer->entries, entry);
  }
  return &entry->text;
}

static const TlText *
measure_cb (gpointer     data,
            TlTextStyle  style,
            const char  *text,
            double       max_width)
{
  g_return_val_if_fail (style < TL_N_TEXT_STYLES && text != NULL, NULL);

  return measure (data, style, text, max_width, FALSE);
}

const TlText *
tl_text_measurer_slow (TlTextMeasurer *measurer,
                       TlTextStyle     style,
                       const char     *text,
                       double          max_width)
{
  g_return_val_if_fail (style < TL_N_TEXT_STYLES && text != NULL, NULL);

  return measure (measurer, style, text, max_width, TRUE);
}

/* Draws one line of plain text from its glyphs. */
static void
draw_plain (TlTextMeasurer *measurer,
            cairo_t        *cr,
            const TlText   *text,
            guint           line,
            Drawn          *drawn,
            TlTextQuality   quality)
{
  const char *start = text->text + text->lines[line].start;
  int length = (int) text->lines[line].length;
  PangoItem item = {
    .length = length,
    .num_chars = (int) g_utf8_strlen (start, length),
    .analysis = *tl_words_analysis (get_weight (measurer, text->style)->words),
  };
  PangoGlyphItem run = { .item = &item };

  if (drawn->glyphs == NULL) {
    drawn->glyphs = pango_glyph_string_new ();
    pango_shape_full (start, length, start, length, &item.analysis, drawn->glyphs);
  }
  run.glyphs = drawn->glyphs;
  if (quality == TL_TEXT_FINE && cairo_version () < FIRST_FINE_CAIRO) {
    pango_cairo_glyph_string_path (cr, item.analysis.font, drawn->glyphs);
    cairo_fill (cr);
  } else {
    pango_cairo_show_glyph_item (cr, start, &run);
  }
}

/* Lays out the paragraph that @line is part of, once more and for good. */
static void
keep_layout (TlTextMeasurer *measurer,
             Entry          *entry,
             guint           line)
{
  const TlText *text = &entry->text;
  Drawn *drawn = &entry->drawn[line];
  const char *start = text->text + text->lines[line].start, *end = strchr (start, '\n');

  if (end == NULL)
    end = start + strlen (start);
  while (start > text->text && start[-1] != '\n')
    start--;
  trim (&start, &end);

  drawn->layout = new_layout (measurer, get_weight (measurer, text->style));
  pango_layout_set_width (drawn->layout, base_width (text->style, text->max_width));
  set_paragraph (drawn->layout, start, (guint) (end - start));
}

/* Lines of one paragraph share its layout. */
static void
draw_with_pango (TlTextMeasurer *measurer,
                 cairo_t        *cr,
                 Entry          *entry,
                 guint           line)
{
  Drawn *drawn = &entry->drawn[line];

  if (drawn->layout == NULL) {
    const TlTextLine *at = &entry->text.lines[line];
    const Drawn *above = line > 0 ? drawn - 1 : NULL;

    if (above != NULL && above->layout != NULL &&
        memchr (entry->text.text + at[-1].start, '\n', at->start - at[-1].start) == NULL) {
      drawn->layout = g_object_ref (above->layout);
      drawn->index = above->index + 1;
    } else {
      keep_layout (measurer, entry, line);
      for (guint i = line; i > 0 && memchr (entry->text.text + at[-1].start, '\n',
                                            at->start - at[-1].start) == NULL; i--, at--)
        drawn->index++;
    }
  }
  pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (drawn->layout, drawn->index));
}

void
tl_text_draw_line (TlTextMeasurer *measurer,
                   cairo_t        *cr,
                   const TlText   *text,
                   guint           line,
                   double          x,
                   double          y,
                   TlTextQuality   quality)
{
  Entry *entry = (Entry *) (void *) text;
  double scale = styles[text->style].size / BASE_SIZE;

  g_return_if_fail (line < text->n_lines);

  if (text->lines[line].length == 0)
    return;
  if (entry->drawn == NULL)
    entry->drawn = g_new0 (Drawn, text->n_lines);

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, scale, scale);
  cairo_move_to (cr, 0, 0);
  if (line < 64 && (entry->plain & G_GUINT64_CONSTANT (1) << line) != 0)
    draw_plain (measurer, cr, text, line, &entry->drawn[line], quality);
  else
    draw_with_pango (measurer, cr, entry, line);
  cairo_restore (cr);
}

TlTextMeasurer *
tl_text_measurer_new (const char *family)
{
  TlTextMeasurer *measurer = g_new0 (TlTextMeasurer, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);

  measurer->family = g_strdup (family != NULL ? family : DEFAULT_FAMILY);
  measurer->map = pango_cairo_font_map_new ();
  measurer->context = pango_font_map_create_context (measurer->map);
  pango_cairo_context_set_font_options (measurer->context, options);
  pango_context_set_round_glyph_positions (measurer->context, FALSE);
  measurer->entries = g_hash_table_new_full (hash_entry, equal_entries, free_entry, NULL);
  measurer->lines = g_array_new (FALSE, FALSE, sizeof (TlTextLine));
  measurer->measure = (TlMeasure) { measure_cb, measurer };

  cairo_font_options_destroy (options);
  return measurer;
}

void
tl_text_measurer_free (TlTextMeasurer *measurer)
{
  if (measurer == NULL)
    return;

  g_hash_table_unref (measurer->entries);
  for (guint i = 0; i < G_N_ELEMENTS (measurer->weights); i++) {
    g_clear_pointer (&measurer->weights[i].words, tl_words_free);
    g_clear_object (&measurer->weights[i].layout);
    g_clear_pointer (&measurer->weights[i].font, pango_font_description_free);
  }
  g_array_unref (measurer->lines);
  g_object_unref (measurer->context);
  g_object_unref (measurer->map);
  g_free (measurer->family);
  g_free (measurer);
}

const TlMeasure *
tl_text_measurer_measure (TlTextMeasurer *measurer)
{
  return &measurer->measure;
}
