/* plot-ticks.c - nice numbers along an axis. */
#include "render/plot-ticks.h"

#include <math.h>

/* Values are sums of decimals: what is off by less than this share of a step is on it. */
#define ROUNDING 1e-9

#define DAY 86400.0

static const double clock_steps[] = {
  1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, DAY,
};

/* The smallest of 1, 2 and 5 times a power of ten that is no less than @least. */
static double
nice_step (double least)
{
  double power = pow (10, floor (log10 (least)));

  for (guint i = 0; i < 4; i++) {
    double step = (const double[]) { 1, 2, 5, 10 }[i] * power;

    if (step >= least * (1 - ROUNDING))
      return step;
  }
  return 10 * power;
}

static double
find_step (double     least,
           TlTickUnit unit)
{
  if (unit == TL_TICKS_WHOLE)
    return nice_step (MAX (least, 1));
  if (unit == TL_TICKS_PLAIN)
    return nice_step (least);
  for (guint i = 0; i < G_N_ELEMENTS (clock_steps); i++) {
    if (clock_steps[i] >= least * (1 - ROUNDING))
      return clock_steps[i];
  }
  return DAY * nice_step (least / DAY);
}

static double
larger (double     step,
        TlTickUnit unit)
{
  return find_step (step * 1.01, unit);
}

TlTicks
tl_ticks_new (double     low,
              double     high,
              guint      most,
              TlTickUnit unit)
{
  TlTicks ticks;
  double top;

  if (high < low)
    high = low;
  if (high - low < MAX (fabs (low), fabs (high)) * 1e-6 || high == low) {
    double room = unit == TL_TICKS_PLAIN ? MAX (fabs (low) * 0.1, 0.5) : 1;

    /* What cannot be less than nothing is not shown as if it could. */
    low = low >= 0 ? MAX (low - room, 0) : low - room;
    high += room;
  }
  most = MAX (most, 2);
  ticks.step = find_step ((high - low) / (most - 1), unit);
  for (guint tries = 0; ; tries++) {
    ticks.lowest = floor (low / ticks.step + ROUNDING) * ticks.step;
    top = ceil (high / ticks.step - ROUNDING) * ticks.step;
    ticks.n = (guint) MAX (round ((top - ticks.lowest) / ticks.step) + 1, 2);
    if (ticks.n <= most || tries == 2)
      return ticks;
    ticks.step = larger (ticks.step, unit);
  }
}
