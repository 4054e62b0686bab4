/* test-theme.c - every text can be read on its ground, in every theme. */
#include "render/theme.h"

#define READABLE 4.5   /* WCAG 2, level AA, texts of usual size */
#define VISIBLE  3.0   /* WCAG 2, parts of a picture that one must see */

static void
assert_contrast (const TlTheme *theme,
                 const char    *what,
                 TlColour       colour,
                 TlColour       ground,
                 double         least)
{
  double contrast = tl_colour_contrast (colour, ground);

  if (contrast < least)
    g_error ("%s: %s #%06x on #%06x has a contrast of %.2f only", theme->name, what, colour, ground,
             contrast);
}

static void
assert_ground (const TlTheme *theme,
               TlColour       ground)
{
  assert_contrast (theme, "a heading", theme->text, ground, READABLE);
  assert_contrast (theme, "a line's name", theme->rule, ground, READABLE);
  assert_contrast (theme, "a connector", theme->ink, ground, VISIBLE);
}

static void
assert_paint (const TlTheme *theme,
              const char    *what,
              TlPaint        paint)
{
  assert_contrast (theme, what, paint.text, paint.fill, READABLE);
}

static void
test_readable (void)
{
  for (guint id = 0; id < TL_N_THEMES; id++) {
    const TlTheme *theme = tl_theme_get (id);

    assert_ground (theme, theme->page);
    assert_ground (theme, theme->evidence.ground);
    assert_contrast (theme, "the subtitle", theme->muted, theme->page, READABLE);
    assert_contrast (theme, "a step", theme->text, theme->sheet, READABLE);
    assert_contrast (theme, "evidence's edge", theme->evidence.edge, theme->evidence.ground,
                     VISIBLE);
    assert_contrast (theme, "the curve", theme->curve, theme->page, VISIBLE);
    for (guint band = TL_BAND_CUSTOMER; band <= TL_BAND_SUPPORT; band++) {
      assert_ground (theme, theme->bands[band].ground);
      assert_contrast (theme, "a band's edge", theme->bands[band].edge, theme->bands[band].ground,
                       VISIBLE);
      assert_contrast (theme, "a step's edge", theme->bands[band].edge, theme->sheet, VISIBLE);
    }
    for (guint priority = TL_PRIORITY_NONE; priority <= TL_PRIORITY_HIGH; priority++)
      assert_paint (theme, "a failure point", theme->failure[priority]);
    assert_paint (theme, "a recovery", theme->recovery);
    assert_paint (theme, "a wait", theme->wait);
    assert_paint (theme, "a connector's label", theme->pill);
    assert_paint (theme, "a phase", theme->phase);
  }
}

static gboolean
is_grey (TlColour colour)
{
  return colour == TL_NO_COLOUR || ((colour >> 16) == (colour >> 8 & 0xff) &&
                                    (colour & 0xff) == (colour >> 16));
}

static void
test_print_needs_no_colour (void)
{
  const TlTheme *theme = tl_theme_get (TL_THEME_PRINT);

  g_assert_true (theme->hatched);
  g_assert_cmphex (theme->page, ==, 0xffffff);
  g_assert_cmphex (theme->ink, ==, 0x000000);
  for (guint band = TL_BAND_CUSTOMER; band <= TL_BAND_SUPPORT; band++) {
    g_assert_cmphex (theme->bands[band].ground, ==, 0xffffff);
    g_assert_true (is_grey (theme->bands[band].edge));
  }
  for (guint priority = TL_PRIORITY_NONE; priority <= TL_PRIORITY_HIGH; priority++)
    g_assert_true (is_grey (theme->failure[priority].fill));
  g_assert_true (is_grey (theme->recovery.fill) && is_grey (theme->wait.edge) &&
                 is_grey (theme->curve));
}

static void
test_find (void)
{
  for (guint id = 0; id < TL_N_THEMES; id++)
    g_assert_true (tl_theme_find (tl_theme_get (id)->name) == tl_theme_get (id));
  g_assert_null (tl_theme_find ("sepia"));
}

static void
test_contrast (void)
{
  g_assert_cmpfloat_with_epsilon (tl_colour_contrast (0x000000, 0xffffff), 21, 0.01);
  g_assert_cmpfloat_with_epsilon (tl_colour_contrast (0x777777, 0xffffff), 4.48, 0.01);
  g_assert_cmpfloat_with_epsilon (tl_colour_contrast (0x123456, 0x123456), 1, 0.001);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/theme/readable", test_readable);
  g_test_add_func ("/theme/print-needs-no-colour", test_print_needs_no_colour);
  g_test_add_func ("/theme/find", test_find);
  g_test_add_func ("/theme/contrast", test_contrast);
  return g_test_run ();
}
