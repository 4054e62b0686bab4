/* theme.c - light, dark and print. */
#include "render/theme.h"

#include <math.h>
#include <string.h>

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
