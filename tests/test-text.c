/* test-text.c - texts break where Pango breaks them, and show whole in any script. */
#include <string.h>

#include "render/text.h"
#include "render/words.h"

typedef struct {
  TlTextMeasurer *measurer;
} Fixture;

static void
set_up (Fixture       *f,
        gconstpointer  family)
{
  f->measurer = tl_text_measurer_new (family);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data G_GNUC_UNUSED)
{
  tl_text_measurer_free (f->measurer);
}

static const TlText *
lay_out (Fixture     *f,
         TlTextStyle  style,
         const char  *text,
         double       width)
{
  return tl_measure_layout (tl_text_measurer_measure (f->measurer), style, text, width);
}

/* Only what cannot be taken apart may be wider than asked. */
static void
assert_one_cluster (const TlText     *text,
                    const TlTextLine *line)
{
  int n = (int) g_utf8_strlen (text->text + line->start, line->length);
  g_autofree PangoLogAttr *attrs = g_new0 (PangoLogAttr, n + 1);

  pango_get_log_attrs (text->text + line->start, (int) line->length, -1, NULL, attrs, n + 1);
  for (int i = 1; i < n; i++) {
    if (attrs[i].is_char_break)
      g_error ("line |%.*s| is %g wide, not %g", (int) line->length, text->text + line->start,
               line->width, text->max_width);
  }
}

static void
assert_blank (const char *from,
              const char *to)
{
  for (const char *p = from; p < to; p = g_utf8_next_char (p))
    g_assert_true (g_unichar_isspace (g_utf8_get_char (p)));
}

/* Every byte that is not blank is part of exactly one line, and no line is too wide. */
static void
assert_whole (const TlText *text)
{
  guint at = 0;

  for (guint i = 0; i < text->n_lines; i++) {
    const TlTextLine *line = &text->lines[i];

    g_assert_cmpuint (line->start, >=, at);
    assert_blank (text->text + at, text->text + line->start);
    at = line->start + line->length;
    g_assert_true (g_utf8_validate (text->text + line->start, line->length, NULL));
    if (text->max_width > 0 && line->width > text->max_width + 1e-6)
      assert_one_cluster (text, line);
    g_assert_cmpfloat (line->width, <=, text->width);
  }
  assert_blank (text->text + at, text->text + strlen (text->text));
  g_assert_cmpfloat_with_epsilon (text->height, text->n_lines * text->line_height, 1e-6);
  g_assert_cmpfloat (text->ascent, >, 0);
  g_assert_cmpfloat (text->ascent, <, text->line_height);
}

static void
assert_same (const TlText *fast,
             const TlText *slow)
{
  gboolean same = fast->n_lines == slow->n_lines;

  for (guint i = 0; same && i < fast->n_lines; i++) {
    const TlTextLine *a = &fast->lines[i], *b = &slow->lines[i];

    same = a->start == b->start && a->length == b->length && a->rtl == b->rtl &&
           ABS (a->width - b->width) < 1e-6;
  }
  if (same)
    return;

  for (guint i = 0; i < MAX (fast->n_lines, slow->n_lines); i++) {
    if (i < fast->n_lines)
      g_test_message ("fast |%.*s| %.4f", (int) fast->lines[i].length,
                      fast->text + fast->lines[i].start, fast->lines[i].width);
    if (i < slow->n_lines)
      g_test_message ("slow |%.*s| %.4f", (int) slow->lines[i].length,
                      slow->text + slow->lines[i].start, slow->lines[i].width);
  }
  g_error ("\"%s\" at %g breaks differently", fast->text, fast->max_width);
}

static const char *const words[] = {
  "Check", "whether", "the", "customer's", "order", "can", "be", "shipped", "today", "To", "AV",
  "WAVE", "Type", "Yes,", "office", "offline", "fluffy", "(if", "any)", "front-desk", "and/or",
  "e-mail", "24/7", "50%", "50", "%", "3.5", "1,000", "$5.00", "A&B", "#3", "re:", "why?", "no!",
  "--", "-", "\u2013", "Gr\u00f6\u00dfe", "na\u00efve", "\u0141\u00f3d\u017a", "caf\u00e9", "don\u2019t",
  "\u201cquoted\u201d", "\"quoted\"", "'single'", "[x]", "{y}", "a+b", "x=y", "a|b", "c\\d", "<tag>",
  "me@example.com", "https://example.com/a/long/path?with=query", "Kontaktdatenpr\u00fcfung",
  "Donaudampfschifffahrtsgesellschaftskapit\u00e4n", "T.", "Y.", "L", "f", "if", "F1", "R2", "W",
  "min", "\u00b7", "\u20ac5", "5\u20ac", "+1", "~2", "_", "^", "*", "/", "!", ")", "(", "...", ";",
  "92\u00a0%", "no\u00a03\u00a0%", "\u00a0", "\u2022", "off", "staff", "P", "r.", "V,", "y", "\u0130", "j\u0131", "fi", "ffl",
};

/* Sentences made of awkward words, in every style and at many widths. */
static void
test_equals_pango (Fixture       *f,
                   gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 6000; i++) {
    g_autoptr (GString) text = g_string_new (NULL);
    guint n = (guint) g_rand_int_range (rand, 1, 9);
    TlTextStyle style = (TlTextStyle) g_rand_int_range (rand, 0, TL_N_TEXT_STYLES);
    double width = i % 5 == 0 ? 0 : g_rand_double_range (rand, 40, 260);
    const TlText *fast, *slow;

    for (guint k = 0; k < n; k++) {
      guint pool = g_rand_boolean (rand) ? 19 : G_N_ELEMENTS (words);

      g_string_append_printf (text, "%s%s", k > 0 ? (g_rand_int_range (rand, 0, 25) == 0 ? "\n" : " ") : "",
                              words[g_rand_int_range (rand, 0, (gint32) pool)]);
    }
    fast = lay_out (f, style, text->str, width);
    slow = tl_text_measurer_slow (f->measurer, style, text->str, width);
    assert_same (fast, slow);
    assert_whole (fast);
  }
}

/* Every pair of printable characters at the end and the beginning of words: what
 * spaces do to their neighbours. */
static void
test_equals_pango_pairs (Fixture       *f,
                         gconstpointer  data G_GNUC_UNUSED)
{
  for (int a = '!'; a <= '~'; a++) {
    for (int b = '!'; b <= '~'; b += 3) {
      g_autofree char *text = g_strdup_printf ("n%c %cn m%c", a, b, a);

      assert_same (lay_out (f, TL_TEXT_STEP, text, 0),
                   tl_text_measurer_slow (f->measurer, TL_TEXT_STEP, text, 0));
      assert_same (lay_out (f, TL_TEXT_LANE, text, 30),
                   tl_text_measurer_slow (f->measurer, TL_TEXT_LANE, text, 30));
    }
  }
}

static const char *const scripts[] = {
  "تحقق من الطلب قبل الشحن اليوم",
  "בדוק את ההזמנה לפני המשלוח",
  "Order رقم 42 (urgent) شحن today",
  "確認客戶訂單今天能否發貨，然後歸檔",
  "在庫を確認してから出荷する",
  "주문을 확인하고 배송합니다",
  "आदेश की जाँच करें और भेजें",
  "ตรวจสอบคำสั่งซื้อก่อนจัดส่ง",
  "Done ✅ 🚚 👩‍💻 🇩🇪 ❤️",
  "Größe prüfen – naïve façade, Ångström",
  "Donaudampfschifffahrtsgesellschaftskapitän",
  "Line one\nخط اثنان\n\n  第三行  \r\nline five\t tabbed  ",
  "\u3000 wide\u2003blanks\u00a0 \u00a0",
  "   \n ", "", "\n", "x",
};

static void
test_any_script (Fixture       *f,
                 gconstpointer  data G_GNUC_UNUSED)
{
  const double widths[] = { 0, 30, 64, 120, 400 };

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++) {
    for (guint w = 0; w < G_N_ELEMENTS (widths); w++) {
      for (guint style = 0; style < TL_N_TEXT_STYLES; style++) {
        const TlText *text = lay_out (f, style, scripts[i], widths[w]);

        assert_whole (text);
        assert_same (text, tl_text_measurer_slow (f->measurer, style, scripts[i], widths[w]));
      }
    }
  }
}

static void
test_direction (Fixture       *f,
                gconstpointer  data G_GNUC_UNUSED)
{
  const struct {
    const char *text;
    gboolean rtl;
  } rows[] = {
    { "plain", FALSE }, { "شحن today", TRUE }, { "today شحن", FALSE }, { "42", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (lay_out (f, TL_TEXT_STEP, rows[i].text, 0)->lines[0].rtl, ==, rows[i].rtl);
}

static void
test_kept (Fixture       *f,
           gconstpointer  data G_GNUC_UNUSED)
{
  char text[] = "Hands bags to the porter";
  const TlText *first = lay_out (f, TL_TEXT_STEP, text, 120);

  g_assert_true (first == lay_out (f, TL_TEXT_STEP, "Hands bags to the porter", 120));
  g_assert_true (first != lay_out (f, TL_TEXT_LANE, text, 120));
  g_assert_true (first != lay_out (f, TL_TEXT_STEP, text, 121));
  text[0] = 'X';
  g_assert_cmpstr (first->text, ==, "Hands bags to the porter");   /* its own copy */
}

/* Ink of what was drawn, in pixels of a 4x picture. */
static guint
count_ink (Fixture      *f,
           const TlText *text,
           TlTextQuality quality,
           double       *right)
{
  int width = 2400, height = 100 * (int) text->n_lines, stride;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, width, height);
  cairo_t *cr = cairo_create (surface);
  const guchar *pixels;
  guint ink = 0;

  cairo_scale (cr, 4, 4);
  for (guint i = 0; i < text->n_lines; i++)
    tl_text_draw_line (f->measurer, cr, text, i, 10, 25 * i + 18, quality);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_flush (surface);
  pixels = cairo_image_surface_get_data (surface);
  stride = cairo_image_surface_get_stride (surface);
  *right = 0;
  for (int y = 0; y < height; y++) {
    for (int x = 0; x < width; x++) {
      if (pixels[y * stride + x] != 0) {
        ink++;
        *right = MAX (*right, x / 4.0 - 10);
      }
    }
  }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return ink;
}

static void
test_draw (Fixture       *f,
           gconstpointer  data G_GNUC_UNUSED)
{
  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++) {
    const TlText *text = lay_out (f, TL_TEXT_STEP, scripts[i], 120);
    double right, again;
    guint ink = count_ink (f, text, TL_TEXT_FAST, &right);

    if (i < 13)
      g_assert_cmpuint (ink, >, 100);
    else if (i < 16)
      g_assert_cmpuint (ink, ==, 0);
    g_assert_cmpfloat (right, <=, text->width + 2);
    g_assert_cmpuint (count_ink (f, text, TL_TEXT_FAST, &again), ==, ink);   /* the kept glyphs */
    g_assert_cmpuint (count_ink (f, text, TL_TEXT_FINE, &again), >=, ink * 3 / 4);
    g_assert_cmpfloat (again, <=, text->width + 2);
  }
}

/* The fast way and Pango put down the same ink. */
static void
test_draw_equal (Fixture       *f,
                 gconstpointer  data G_GNUC_UNUSED)
{
  static const char *const texts[] = { "Waits, gives name at the office desk", "AV To\nYes" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    double fast, slow;
    guint ink = count_ink (f, lay_out (f, TL_TEXT_STEP, texts[i], 90), TL_TEXT_FAST,
                           &fast);

    g_assert_cmpuint (ink, ==, count_ink (f, tl_text_measurer_slow (f->measurer, TL_TEXT_STEP,
                                                                    texts[i], 90), TL_TEXT_FAST,
                                             &slow));
    g_assert_cmpfloat (fast, ==, slow);
  }
}

static void
count_line (gpointer    data,
            const char *start G_GNUC_UNUSED,
            guint       length,
            int         width)
{
  guint *n = data;

  g_assert_cmpuint (length, >, 0);
  g_assert_cmpint (width, >, 0);
  (*n)++;
}

/* Which paragraphs are broken without Pango, and that nothing is told of others. */
static void
test_plain (void)
{
  const struct {
    const char *text;
    int width;       /* chart units at the size of the font */
    guint n_lines;   /* 0 = refused */
  } rows[] = {
    { "Hands bags to the porter", 0, 1 },
    { "Hands bags to the porter", 150, 2 },
    { "Gr\u00f6\u00dfe pr\u00fcfen", 1000, 1 },
    { "Yes, F1 (if any): 92 %", 1000, 1 },
    { "yes 92\u00a0%", 1000, 1 },
    { "front-desk", 1000, 1 },
    { "the front-desk", 100, 0 },      /* a line may end after the hyphen */
    { "Kapit\u00e4nsgesellschaft", 50, 0 },   /* wider than the line */
    { "two  spaces", 1000, 0 },
    { "what ?", 1000, 0 },
    { "( open", 1000, 0 },
    { "12 345", 1000, 0 },             /* no letter: no script */
    { "\u0634\u062d\u0646", 1000, 0 },
    { "tab\there", 1000, 0 },
    { "", 1000, 0 },
  };
  PangoFontMap *map = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (map);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Cantarell 18");
  g_autoptr (TlWords) plain = tl_words_new (context, font);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    guint n = 0;
    gboolean done = tl_words_break (plain, rows[i].text, (guint) strlen (rows[i].text),
                                    rows[i].width * PANGO_SCALE, count_line, &n);

    g_test_message ("%s", rows[i].text);
    g_assert_cmpint (done, ==, rows[i].n_lines > 0);
    if (rows[i].width != 150)
      g_assert_cmpuint (n, ==, rows[i].n_lines);
    else
      g_assert_cmpuint (n, >=, rows[i].n_lines);
  }
  g_object_unref (context);
  g_object_unref (map);
}

#define ADD(name, func) g_test_add ("/text/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("equals-pango", test_equals_pango);
  ADD ("equals-pango/pairs", test_equals_pango_pairs);
  g_test_add ("/text/equals-pango/serif", Fixture, "DejaVu Serif,serif", set_up, test_equals_pango,
              tear_down);
  g_test_add ("/text/equals-pango/other", Fixture, "Noto Sans,sans", set_up, test_equals_pango,
              tear_down);
  ADD ("any-script", test_any_script);
  ADD ("direction", test_direction);
  ADD ("kept", test_kept);
  ADD ("draw", test_draw);
  ADD ("draw/equal", test_draw_equal);
  g_test_add_func ("/text/plain", test_plain);
  return g_test_run ();
}
