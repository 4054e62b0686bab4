/* plain-measure.c - texts as rows of equal characters. */
#include "plain-measure.h"

#include <string.h>

#define LINE   16.0
#define ASCENT 12.0

struct _TlPlainMeasure {
  TlMeasure   measure;
  GHashTable *texts;   /* "style width text" -> TlText */
  guint       n_asked;
};

static void
text_free (gpointer data)
{
  TlText *text = data;

  g_free ((char *) text->text);
  g_free ((TlTextLine *) text->lines);
  g_free (text);
}

static double
advance (TlTextStyle style)
{
  switch (style) {
  case TL_TEXT_TITLE:
    return 12;
  case TL_TEXT_LINE:
  case TL_TEXT_BADGE:
    return 6;
  case TL_TEXT_SUBTITLE:
  case TL_TEXT_PHASE:
  case TL_TEXT_LANE:
  case TL_TEXT_STEP:
  case TL_TEXT_EVIDENCE:
  case TL_TEXT_CONNECTOR:
  case TL_TEXT_FOOTER:
  case TL_N_TEXT_STYLES:
  default:
    return 7;
  }
}

static void
add_line (GArray     *lines,
          const char *text,
          const char *start,
          const char *end,
          double      each)
{
  TlTextLine line;

  while (end > start && end[-1] == ' ')
    end--;
  line = (TlTextLine) { (guint) (start - text), (guint) (end - start),
                        each * g_utf8_strlen (start, end - start), FALSE };
  g_array_append_val (lines, line);
}

/* Breaks one paragraph; @most characters fit a line, 0 = no limit. */
static void
break_paragraph (GArray     *lines,
                 const char *text,
                 const char *start,
                 const char *end,
                 glong       most,
                 double      each)
{
  while (start < end) {
    const char *p = start, *space = NULL;
    glong n = 0;

    while (p < end && (most == 0 || n < most || *p == ' ')) {
      if (*p == ' ')
        space = p + 1;
      p = g_utf8_next_char (p);
      n++;
    }
    if (p < end && space != NULL)
      p = space;
    add_line (lines, text, start, p, each);
    start = p;
  }
}

static TlText *
text_new (TlTextStyle style,
          const char *string,
          double      max_width)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (TlTextLine));
  TlText *text = g_new0 (TlText, 1);
  double each = advance (style);
  glong most = max_width > 0 ? MAX (1, (glong) (max_width / each)) : 0;
  const char *start;

  text->text = g_strdup (string);
  start = text->text;
  for (;;) {
    const char *end = strchr (start, '\n');

    if (end == start || *start == '\0')
      add_line (lines, text->text, start, start, each);
    else
      break_paragraph (lines, text->text, start, end != NULL ? end : start + strlen (start), most,
                       each);
    if (end == NULL)
      break;
    start = end + 1;
  }
  text->style = style;
  text->max_width = max_width;
  text->line_height = LINE;
  text->ascent = ASCENT;
  text->n_lines = lines->len;
  text->height = LINE * lines->len;
  for (guint i = 0; i < lines->len; i++)
    text->width = MAX (text->width, g_array_index (lines, TlTextLine, i).width);
  text->lines = (const TlTextLine *) (void *) g_array_free (lines, FALSE);
  return text;
}

static const TlText *
layout_text (gpointer    data,
             TlTextStyle style,
             const char *string,
             double      max_width)
{
  TlPlainMeasure *plain = data;
  g_autofree char *key = g_strdup_printf ("%d %.3f %s", style, max_width, string);
  TlText *text = g_hash_table_lookup (plain->texts, key);

  plain->n_asked++;
  if (text == NULL) {
    text = text_new (style, string, max_width);
    g_hash_table_insert (plain->texts, g_steal_pointer (&key), text);
  }
  return text;
}

TlPlainMeasure *
tl_plain_measure_new (void)
{
  TlPlainMeasure *plain = g_new0 (TlPlainMeasure, 1);

  plain->measure = (TlMeasure) { layout_text, plain };
  plain->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, text_free);
  return plain;
}

void
tl_plain_measure_free (TlPlainMeasure *plain)
{
  if (plain == NULL)
    return;
  g_hash_table_unref (plain->texts);
  g_free (plain);
}

const TlMeasure *
tl_plain_measure (TlPlainMeasure *plain)
{
  return &plain->measure;
}

guint
tl_plain_measure_count (const TlPlainMeasure *plain)
{
  return plain->n_asked;
}
