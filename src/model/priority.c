/* priority.c - Action Priority of a rated failure point, as a table. */
#include "model/priority.h"

/* Rows by severity group, then by occurrence group 1, 2-3, 4-5, 6-7, 8-10; a
 * word holds detection 1, 2-4, 5-6, 7-10. */
static const char *const table[][5] = {
  { "LLLL", "LLLL", "LLLL", "LLLL", "LLLL" },   /* severity 1 */
  { "LLLL", "LLLL", "LLLL", "LLLL", "LLMM" },   /* 2-3 */
  { "LLLL", "LLLL", "LLLM", "LMMM", "MMHH" },   /* 4-6 */
  { "LLLL", "LLMM", "MMMH", "MHHH", "HHHH" },   /* 7-8 */
  { "LLLL", "LLMH", "MHHH", "HHHH", "HHHH" },   /* 9-10 */
};

static guint
group (const int *last,
       int        rating)
{
  guint i = 0;

  while (rating > last[i])
    i++;
  return i;
}

TlPriority
tl_priority (int s,
             int o,
             int d)
{
  static const int s_last[] = { 1, 3, 6, 8, 10 };
  static const int o_last[] = { 1, 3, 5, 7, 10 };
  static const int d_last[] = { 1, 4, 6, 10 };

  if (s < 1 || s > 10 || o < 1 || o > 10 || d < 1 || d > 10)
    return TL_PRIORITY_NONE;

  switch (table[group (s_last, s)][group (o_last, o)][group (d_last, d)]) {
  case 'H':
    return TL_PRIORITY_HIGH;
  case 'M':
    return TL_PRIORITY_MEDIUM;
  default:
    return TL_PRIORITY_LOW;
  }
}
