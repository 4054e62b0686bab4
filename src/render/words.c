/* words.c - breaking plain Latin paragraphs from cached word advances.
 *
 * Invariants:
 *   (1) a Word is refused (plain FALSE) unless the first font has all of it;
 *   (2) the advance of a word does not depend on what stands before it, for a
 *       space stands before it or nothing does, and kerning with that space
 *       moves the space;
 *   (3) a line ends only where Unicode line breaking lets it end for certain.
 */
#include "render/words.h"

#include <string.h>

/* Letters of Latin-1 and Latin Extended-A end here. */
#define LATIN_END 0x180

#define NO_BREAK_SPACE 0xa0

typedef struct {
  const char *bytes;
  guint       length;
} Key;

typedef struct {
  Key      key;
  int      advance;      /* followed by nothing */
  int      advance_mid;  /* followed by a space */
  int      space;        /* of a space that this word follows */
  gunichar last;         /* its last character */
  gboolean plain;
  gboolean breaks;       /* a line might end inside it */
  gboolean opens;        /* no line ends after it, whatever follows */
  gboolean hangs;        /* no line begins with it */
} Word;

struct _TlWords {
  /* Owned */
  PangoItem   *sample;   /* the analysis of plain text; NULL = none */
  PangoGlyphString *scratch;
  GHashTable  *words;    /* set of Word by Key */
  GStringChunk *bytes;
  GArray      *found;    /* Word * of the paragraph at hand */

  /* State */
  int          space;    /* advance between nothing and nothing */
  int          before[LATIN_END];   /* advance of a space before the character */
  int          after[LATIN_END];    /* what a space after the character adds to its advance */
  guint8       asked_before[LATIN_END], asked_after[LATIN_END];
};

static guint
hash_key (gconstpointer data)
{
  const Key *key = data;
  guint hash = 5381;

  for (guint i = 0; i < key->length; i++)
    hash = hash * 33 + (guchar) key->bytes[i];
  return hash;
}

static gboolean
equal_keys (gconstpointer a,
            gconstpointer b)
{
  const Key *one = a, *two = b;

  return one->length == two->length && memcmp (one->bytes, two->bytes, one->length) == 0;
}

static int
shape (TlWords    *words,
       const char *bytes,
       guint       length)
{
  pango_shape_full (bytes, (int) length, bytes, (int) length, &words->sample->analysis,
                    words->scratch);
  return pango_glyph_string_get_width (words->scratch);
}

/* The advance of a space before @c. */
static int
space_before (TlWords *words,
              gunichar c)
{
  char text[8] = " ";
  int advance;

  if (c < LATIN_END && words->asked_before[c])
    return words->before[c];

  shape (words, text, 1 + (guint) g_unichar_to_utf8 (c, text + 1));
  advance = words->scratch->num_glyphs > 0 ? words->scratch->glyphs[0].geometry.width
                                           : words->space;
  if (c < LATIN_END) {
    words->asked_before[c] = TRUE;
    words->before[c] = advance;
  }
  return advance;
}

/* The advance of @text, which ends with a space, without that space. */
static int
advance_before_space (TlWords    *words,
                      const char *text,
                      guint       length)
{
  int advance = shape (words, text, length);
  int n = words->scratch->num_glyphs;

  return n > 0 ? advance - words->scratch->glyphs[n - 1].geometry.width : advance;
}

/* What a space after @c adds to its advance, in a word where every character is a
 * glyph of its own. */
static int
change_after (TlWords *words,
              gunichar c)
{
  char text[8];
  guint length;

  if (!words->asked_after[c]) {
    length = (guint) g_unichar_to_utf8 (c, text);
    text[length] = ' ';
    words->after[c] = advance_before_space (words, text, length + 1) - shape (words, text, length);
    words->asked_after[c] = TRUE;
  }
  return words->after[c];
}

static gboolean
is_plain_char (gunichar c)
{
  if (c < 0x7f)
    return c > 0x20;
  if (c >= 0xc0 && c < LATIN_END)
    return c != 0xd7 && c != 0xf7;
  return c == 0x2019 || c == 0xb7 || c == 0x2013 || c == 0x20ac || c == 0x2022 ||
         c == NO_BREAK_SPACE;
}

/* Whether a line may end after @c when more of the word follows. */
static gboolean
breaks_after (gunichar c)
{
  return c == '-' || c == '/' || c == '|' || c == '!' || c == '?' || c == '}' || c == '%' ||
         c == 0x2013 || c == '$' || c == '\\' || c == '+' || c == 0x20ac;
}

/* Character by character: what line breaking may and may not do about it. */
static gboolean
classify (Word      *word,
          PangoFont *font)
{
  const char *end = word->key.bytes + word->key.length;
  gunichar first = g_utf8_get_char (word->key.bytes), last = 0;

  for (const char *p = word->key.bytes; p < end; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (!is_plain_char (c) || (c >= 0x7f && !pango_font_has_char (font, c)))
      return FALSE;
    if (c == NO_BREAK_SPACE && (last == 0 || last == c))
      return FALSE;
    if (last != 0 && breaks_after (last))
      word->breaks = TRUE;
    last = c;
  }
  /* At the ends of lines Pango treats it as it treats other blanks. */
  if (last == NO_BREAK_SPACE)
    return FALSE;
  word->last = last;
  word->opens = strchr ("([{\"'", (int) MIN (last, 0x7f)) != NULL || last == 0x2019;
  word->hangs = strchr (")]}!?,.:;/", (int) MIN (first, 0x7f)) != NULL;
  return TRUE;
}

/* A word is shaped alone; what a following space does to it hangs on its last
 * glyph, which is the last character's unless there are ligatures. */
static void
measure_word (TlWords *words,
              Word    *word)
{
  char stack[256];
  glong n_chars;

  word->plain = word->key.length + 1 < sizeof stack &&
                classify (word, words->sample->analysis.font);
  if (!word->plain)
    return;

  memcpy (stack, word->key.bytes, word->key.length);
  stack[word->key.length] = ' ';
  n_chars = g_utf8_strlen (stack, word->key.length);
  word->advance = shape (words, stack, word->key.length);
  if (words->scratch->num_glyphs == n_chars && word->last < LATIN_END)
    word->advance_mid = word->advance + change_after (words, word->last);
  else
    word->advance_mid = advance_before_space (words, stack, word->key.length + 1);
  word->space = space_before (words, g_utf8_get_char (word->key.bytes));
}

static const Word *
lookup (TlWords    *words,
        const char *bytes,
        guint       length)
{
  const Key key = { bytes, length };
  Word *word = g_hash_table_lookup (words->words, &key);

  if (word == NULL) {
    word = g_new0 (Word, 1);
    word->key.bytes = g_string_chunk_insert_len (words->bytes, bytes, length);
    word->key.length = length;
    measure_word (words, word);
    g_hash_table_add (words->words, word);
  }
  return word;
}

static gboolean
is_latin_letter (gunichar c)
{
  return g_ascii_isalpha ((char) MIN (c, 0x7f)) || (c >= 0xc0 && c < LATIN_END);
}

/* Collects the words of a paragraph; FALSE when it is not plain. */
static gboolean
collect (TlWords    *words,
         const char *paragraph,
         guint       length)
{
  const char *end = paragraph + length, *start = paragraph;
  gboolean has_letter = FALSE;
  const Word *before = NULL;

  g_array_set_size (words->found, 0);
  while (start < end) {
    const char *stop = memchr (start, ' ', (gsize) (end - start));
    const Word *word;

    if (stop == NULL)
      stop = end;
    if (stop == start)
      return FALSE;
    word = lookup (words, start, (guint) (stop - start));
    if (!word->plain || (before != NULL && (before->opens || word->hangs)))
      return FALSE;
    g_array_append_val (words->found, word);
    before = word;
    start = stop + 1;
  }

  /* Without a letter Pango does not take the paragraph for Latin, and may shape
   * digits by other rules of the font. */
  for (const char *p = paragraph; p < end && !has_letter; p = g_utf8_next_char (p))
    has_letter = is_latin_letter (g_utf8_get_char (p));
  return has_letter;
}

/* Ends a line after word @last.  A line that ends at a space keeps the kerning
 * with that space, as it does in Pango. */
typedef struct {
  guint start, length;
  int   width;
} Line;

gboolean
tl_words_break (TlWords     *words,
                const char  *paragraph,
                guint        length,
                int          max_width,
                TlWordsLine  line,
                gpointer     data)
{
  Line stack[16];
  g_autofree Line *heap = NULL;
  Line *lines = stack;
  guint n_words, n_lines = 0, offset = 0;

  if (words->sample == NULL || length == 0 || !collect (words, paragraph, length))
    return FALSE;

  n_words = words->found->len;
  if (n_words > G_N_ELEMENTS (stack))
    lines = heap = g_new (Line, n_words);

  for (guint i = 0; i < n_words; i++) {
    const Word *word = g_array_index (words->found, const Word *, i);
    int advance = i + 1 < n_words ? word->advance_mid : word->advance;
    Line *open = n_lines > 0 ? &lines[n_lines - 1] : NULL;

    if (open != NULL && (max_width <= 0 || open->width + word->space + advance <= max_width)) {
      open->width += word->space + advance;
      open->length += 1 + word->key.length;
    } else if (max_width > 0 && (advance > max_width || (open != NULL && word->breaks))) {
      return FALSE;
    } else {
      lines[n_lines++] = (Line) { offset, word->key.length, advance };
    }
    offset += word->key.length + 1;
  }

  for (guint i = 0; i < n_lines; i++)
    line (data, paragraph + lines[i].start, lines[i].length, lines[i].width);
  return TRUE;
}

/* Printable ASCII must be one run of one font; its analysis then stands for all
 * plain text. */
static PangoItem *
find_sample (PangoContext               *context,
             const PangoFontDescription *font)
{
  static const char ascii[] =
    "abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789"
    " !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
  g_autoptr (PangoFontDescription) before =
    pango_font_description_copy (pango_context_get_font_description (context));
  GList *items;
  PangoItem *sample = NULL;

  pango_context_set_font_description (context, font);
  items = pango_itemize_with_base_dir (context, PANGO_DIRECTION_LTR, ascii, 0,
                                       (int) strlen (ascii), NULL, NULL);
  if (items != NULL && items->next == NULL)
    sample = pango_item_copy (items->data);
  g_list_free_full (items, (GDestroyNotify) pango_item_free);
  pango_context_set_font_description (context, before);
  return sample;
}

TlWords *
tl_words_new (PangoContext               *context,
              const PangoFontDescription *font)
{
  TlWords *words = g_new0 (TlWords, 1);

  words->sample = find_sample (context, font);
  words->scratch = pango_glyph_string_new ();
  words->words = g_hash_table_new_full (hash_key, equal_keys, g_free, NULL);
  words->bytes = g_string_chunk_new (4096);
  words->found = g_array_new (FALSE, FALSE, sizeof (const Word *));
  if (words->sample != NULL)
    words->space = shape (words, " ", 1);
  return words;
}

void
tl_words_free (TlWords *words)
{
  if (words == NULL)
    return;

  g_clear_pointer (&words->sample, pango_item_free);
  pango_glyph_string_free (words->scratch);
  g_hash_table_unref (words->words);
  g_string_chunk_free (words->bytes);
  g_array_unref (words->found);
  g_free (words);
}

const PangoAnalysis *
tl_words_analysis (const TlWords *words)
{
  return words->sample != NULL ? &words->sample->analysis : NULL;
}
