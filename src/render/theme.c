/* theme.c - light, dark and print. */
#include "render/theme.h"

#include <math.h>
#include <string.h>

/* How much of the page is in what steps back: in lines, and in what is filled. */
#define FAINT 0.55
#define PALE  0.8

static const TlTheme themes[TL_N_THEMES] = {
  [TL_THEME_LIGHT] = {
    .name = "light",
    .page = 0xffffff,
    .text = 0x1f1f24,
    .muted = 0x66666e,
    .ink = 0x3d3d46,
    .rule = 0x55555e,
    .separator = 0xd9d9df,
    .sheet = 0xffffff,
    .phase = { 0xe9e9ee, TL_NO_COLOUR, 0x2b2b31 },
    .pill = { 0xffffff, 0xc9c9d1, 0x3d3d46 },
    .failure = {
      [TL_PRIORITY_NONE]   = { 0x5e5c58, 0xffffff, 0xffffff },
      [TL_PRIORITY_LOW]    = { 0x986a44, 0xffffff, 0xffffff },
      [TL_PRIORITY_MEDIUM] = { 0xc64600, 0xffffff, 0xffffff },
      [TL_PRIORITY_HIGH]   = { 0xc01c28, 0xffffff, 0xffffff },
    },
    /* The palette's green, darkened until white can be read on it. */
    .recovery = { 0x1b7f52, 0xffffff, 0xffffff },
    .wait = { 0xffffff, 0x613583, 0x613583 },
    .curve = 0xc64600,
    .curve_zero = 0xd5d5dc,
    .evidence = { 0xfbf7ee, 0x9a6b0c },
    .bands = {
      [TL_BAND_CUSTOMER]  = { 0xeef5fc, 0x1c63b7 },
      [TL_BAND_ONSTAGE]   = { 0xeef8f3, 0x1a7f56 },
      [TL_BAND_BACKSTAGE] = { 0xf4f2fa, 0x6b50b0 },
      [TL_BAND_SUPPORT]   = { 0xf5f5f4, 0x5e5c58 },
    },
    .hues = {
      [TL_HUE_GRAVE]  = { 0xf9d3d5, 0xc01c28, 0xffffff },
      [TL_HUE_STRONG] = { 0xfbdcc6, 0xb84200, 0xffffff },
      [TL_HUE_MIDDLE] = { 0xfaecc4, 0x8a6400, 0xffffff },
      [TL_HUE_SLIGHT] = { 0xfbf8ea, 0xa59c72, 0x1f1f24 },
      [TL_HUE_GOOD]   = { 0xd3eedd, 0x1b7f52, 0xffffff },
      [TL_HUE_ASIDE]  = { 0xebebef, 0x66666e, 0xffffff },
      [TL_HUE_OPEN]   = { 0xffffff, 0x3d3d46, 0xffffff },
      [TL_HUE_FIRST]  = { 0xd5e5f8, 0x1c63b7, 0xffffff },
      [TL_HUE_SECOND] = { 0xe5dcf6, 0x6b3fb0, 0xffffff },
      [TL_HUE_THIRD]  = { 0xfae3c3, 0x945200, 0xffffff },
      [TL_HUE_FOURTH] = { 0xf8d9ea, 0xa3196f, 0xffffff },
    },
  },
  [TL_THEME_DARK] = {
    .name = "dark",
    .page = 0x1d1d20,
    .text = 0xf0f0f4,
    .muted = 0xa6a6b0,
    .ink = 0xc9c9d2,
    .rule = 0xa9a9b4,
    .separator = 0x3a3a41,
    .sheet = 0x2a2a2f,
    .phase = { 0x36363d, TL_NO_COLOUR, 0xf0f0f4 },
    .pill = { 0x2a2a2f, 0x5a5a64, 0xe3e3ea },
    .failure = {
      [TL_PRIORITY_NONE]   = { 0x63615d, 0x1d1d20, 0xffffff },
      [TL_PRIORITY_LOW]    = { 0x986a44, 0x1d1d20, 0xffffff },
      [TL_PRIORITY_MEDIUM] = { 0xc64600, 0x1d1d20, 0xffffff },
      [TL_PRIORITY_HIGH]   = { 0xd32633, 0x1d1d20, 0xffffff },
    },
    .recovery = { 0x1b7f52, 0x1d1d20, 0xffffff },
    .wait = { 0x2a2a2f, 0xc3a0e3, 0xd2b5ec },
    .curve = 0xff9350,
    .curve_zero = 0x45454d,
    .evidence = { 0x27231a, 0xcf9f3f },
    .bands = {
      [TL_BAND_CUSTOMER]  = { 0x1b2430, 0x78aeed },
      [TL_BAND_ONSTAGE]   = { 0x1a2821, 0x57c494 },
      [TL_BAND_BACKSTAGE] = { 0x24212f, 0xb09ae8 },
      [TL_BAND_SUPPORT]   = { 0x252527, 0xb3b1ac },
    },
    .hues = {
      [TL_HUE_GRAVE]  = { 0x54222a, 0xff8a91, 0x1d1d20 },
      [TL_HUE_STRONG] = { 0x51331d, 0xff9f63, 0x1d1d20 },
      [TL_HUE_MIDDLE] = { 0x46401f, 0xe3c04d, 0x1d1d20 },
      [TL_HUE_SLIGHT] = { 0x32312a, 0x908a6c, 0x1d1d20 },
      [TL_HUE_GOOD]   = { 0x1f4231, 0x57c494, 0x1d1d20 },
      [TL_HUE_ASIDE]  = { 0x37373d, 0xa6a6b0, 0x1d1d20 },
      [TL_HUE_OPEN]   = { 0x1d1d20, 0xd8d8de, 0x1d1d20 },
      [TL_HUE_FIRST]  = { 0x1f3a58, 0x78aeed, 0x1d1d20 },
      [TL_HUE_SECOND] = { 0x382f58, 0xb89cf0, 0x1d1d20 },
      [TL_HUE_THIRD]  = { 0x4d351c, 0xf0aa60, 0x1d1d20 },
      [TL_HUE_FOURTH] = { 0x4d243d, 0xf08cc4, 0x1d1d20 },
    },
  },
  [TL_THEME_PRINT] = {
    .name = "print",
    .hatched = TRUE,
    .page = 0xffffff,
    .text = 0x000000,
    .muted = 0x333333,
    .ink = 0x000000,
    .rule = 0x000000,
    .separator = 0x000000,
    .sheet = 0xffffff,
    .phase = { 0xffffff, 0x000000, 0x000000 },
    .pill = { 0xffffff, 0x000000, 0x000000 },
    .failure = {
      [TL_PRIORITY_NONE]   = { 0xffffff, 0x000000, 0x000000 },
      [TL_PRIORITY_LOW]    = { 0xffffff, 0x000000, 0x000000 },
      [TL_PRIORITY_MEDIUM] = { 0x555555, 0xffffff, 0xffffff },
      [TL_PRIORITY_HIGH]   = { 0x000000, 0xffffff, 0xffffff },
    },
    .recovery = { 0xffffff, 0x000000, 0x000000 },
    .wait = { 0xffffff, 0x000000, 0x000000 },
    .curve = 0x000000,
    .curve_zero = 0x777777,
    .evidence = { 0xffffff, 0x000000 },
    .bands = {
      [TL_BAND_CUSTOMER]  = { 0xffffff, 0x000000 },
      [TL_BAND_ONSTAGE]   = { 0xffffff, 0x000000 },
      [TL_BAND_BACKSTAGE] = { 0xffffff, 0x000000 },
      [TL_BAND_SUPPORT]   = { 0xffffff, 0x000000 },
    },
    .hues = {
      [TL_HUE_GRAVE]  = { 0xffffff, 0x000000, 0xffffff },
      [TL_HUE_STRONG] = { 0xffffff, 0x000000, 0xffffff },
      [TL_HUE_MIDDLE] = { 0xffffff, 0x000000, 0xffffff },
      [TL_HUE_SLIGHT] = { 0xffffff, 0x444444, 0xffffff },
      [TL_HUE_GOOD]   = { 0xffffff, 0x444444, 0xffffff },
      [TL_HUE_ASIDE]  = { 0xffffff, 0x555555, 0xffffff },
      [TL_HUE_OPEN]   = { 0xffffff, 0x000000, 0xffffff },
      [TL_HUE_FIRST]  = { 0xffffff, 0x000000, 0xffffff },
      [TL_HUE_SECOND] = { 0xffffff, 0x000000, 0xffffff },
      [TL_HUE_THIRD]  = { 0xffffff, 0x000000, 0xffffff },
      [TL_HUE_FOURTH] = { 0xffffff, 0x000000, 0xffffff },
    },
  },
};

const TlTheme *
tl_theme_get (TlThemeId id)
{
  g_return_val_if_fail (id < TL_N_THEMES, &themes[TL_THEME_LIGHT]);

  return &themes[id];
}

const TlTheme *
tl_theme_find (const char *name)
{
  for (guint i = 0; i < TL_N_THEMES; i++) {
    if (strcmp (themes[i].name, name) == 0)
      return &themes[i];
  }
  return NULL;
}

/* Fading. */

/* @share of @b in the mixture. */
static TlColour
mix (TlColour a,
     TlColour b,
     double   share)
{
  TlColour mixed = 0;

  if (a == TL_NO_COLOUR || b == TL_NO_COLOUR)
    return a;
  for (guint shift = 0; shift <= 16; shift += 8) {
    double channel = (a >> shift & 0xff) * (1 - share) + (b >> shift & 0xff) * share;

    mixed |= (TlColour) (channel + 0.5) << shift;
  }
  return mixed;
}

static TlPaint
fade_paint (const TlTheme *theme,
            TlPaint        paint)
{
  return (TlPaint) {
    mix (paint.fill, theme->page, PALE), mix (paint.edge, theme->page, PALE), theme->muted,
  };
}

TlTheme
tl_theme_faded (const TlTheme *theme)
{
  TlTheme faded = *theme;

  faded.text = theme->muted;
  faded.ink = mix (theme->ink, theme->page, FAINT);
  faded.pill = fade_paint (theme, theme->pill);
  faded.recovery = fade_paint (theme, theme->recovery);
  faded.wait = fade_paint (theme, theme->wait);
  faded.curve = mix (theme->curve, theme->page, FAINT);
  faded.evidence.edge = mix (theme->evidence.edge, theme->page, FAINT);
  for (guint i = 0; i <= TL_PRIORITY_HIGH; i++)
    faded.failure[i] = fade_paint (theme, theme->failure[i]);
  for (guint i = 0; i <= TL_BAND_SUPPORT; i++)
    faded.bands[i].edge = mix (theme->bands[i].edge, theme->page, FAINT);
  return faded;
}

/* Hues.  No overlay has two with the same pattern. */

static const struct {
  const char *word;
  TlPattern   pattern;
} hues[TL_N_HUES] = {
  [TL_HUE_GRAVE]  = { "grave", TL_PATTERN_SOLID },
  [TL_HUE_STRONG] = { "strong", TL_PATTERN_CROSS },
  [TL_HUE_MIDDLE] = { "middle", TL_PATTERN_RISING },
  [TL_HUE_SLIGHT] = { "slight", TL_PATTERN_DOTS },
  [TL_HUE_GOOD]   = { "good", TL_PATTERN_LEVEL },
  [TL_HUE_ASIDE]  = { "aside", TL_PATTERN_FALLING },
  [TL_HUE_OPEN]   = { "open", TL_PATTERN_EMPTY },
  [TL_HUE_FIRST]  = { "first", TL_PATTERN_UPRIGHT },
  [TL_HUE_SECOND] = { "second", TL_PATTERN_GRID },
  [TL_HUE_THIRD]  = { "third", TL_PATTERN_RISING },
  [TL_HUE_FOURTH] = { "fourth", TL_PATTERN_DOTS },
};

TlPattern
tl_hue_pattern (TlHue hue)
{
  g_return_val_if_fail (hue < TL_N_HUES, TL_PATTERN_EMPTY);

  return hues[hue].pattern;
}

const char *
tl_hue_word (TlHue hue)
{
  g_return_val_if_fail (hue < TL_N_HUES, NULL);

  return hues[hue].word;
}

static double
linear (guint channel)
{
  double c = channel / 255.0;

  return c <= 0.03928 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

static double
luminance (TlColour colour)
{
  return 0.2126 * linear (colour >> 16 & 0xff) + 0.7152 * linear (colour >> 8 & 0xff) +
         0.0722 * linear (colour & 0xff);
}

double
tl_colour_contrast (TlColour a,
                    TlColour b)
{
  double one = luminance (a), two = luminance (b);

  return (MAX (one, two) + 0.05) / (MIN (one, two) + 0.05);
}
