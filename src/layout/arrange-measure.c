/* arrange-measure.c - characters counted, words kept whole. */
#include "layout/arrange-measure.h"

#include <string.h>

#define CHARACTER   6.5    /* chart units across */
#define LINE       16.0
#define ASCENT     12.0

/* The lines that @string takes when none is to be wider than @most characters, 0 for as
 * wide as they come; @widest: characters of the widest. */
static guint
count_lines (const char *string,
             guint       most,
             guint      *widest)
{
  guint n_lines = 1, used = 0, word = 0;

  *widest = 0;
  for (const char *p = string;; p = g_utf8_next_char (p)) {
    if (*p != ' ' && *p != '\n' && *p != '\0') {
      word++;
      continue;
    }
    if (used > 0 && most > 0 && used + 1 + word > most) {
      n_lines++;
      used = 0;
    }
    used += word + (used > 0);
    /* A word too long for a line of its own goes on in the next. */
    for (; most > 0 && used > most; used -= most)
      n_lines++;
    *widest = MAX (*widest, word > most && most > 0 ? most : used);
    word = 0;
    if (*p == '\0')
      return n_lines;
    if (*p == '\n') {
      n_lines++;
      used = 0;
    }
  }
}

static const TlText *
layout_text (gpointer    data,
             TlTextStyle style,
             const char *string,
             double      max_width)
{
  TlArrangeMeasure *self = data;
  guint most = max_width > 0 ? MAX (1, (guint) (max_width / CHARACTER)) : 0, widest;
  guint n_lines = count_lines (string, most, &widest);
  TlText *text = g_malloc0 (sizeof (TlText) + n_lines * sizeof (TlTextLine));

  /* Nobody draws it: its lines are empty. */
  text->text = "";
  text->lines = (const TlTextLine *) (const void *) (text + 1);
  text->n_lines = n_lines;
  text->style = style;
  text->max_width = max_width;
  text->width = CHARACTER * widest;
  text->line_height = LINE;
  text->height = LINE * text->n_lines;
  text->ascent = ASCENT;
  g_ptr_array_add (self->texts, text);
  return text;
}

void
tl_arrange_measure_init (TlArrangeMeasure *self)
{
  *self = (TlArrangeMeasure) { { layout_text, self }, g_ptr_array_new_with_free_func (g_free) };
}

void
tl_arrange_measure_clear (TlArrangeMeasure *self)
{
  g_clear_pointer (&self->texts, g_ptr_array_unref);
}
