/* paper.c - sizes of paper. */
#include "report/paper.h"

#define MM(w, h) (w) * TL_POINTS_PER_MM, (h) * TL_POINTS_PER_MM

static const TlPaper papers[] = {
  { "a6", "A6", MM (105, 148) },
  { "a5", "A5", MM (148, 210) },
  { "a4", "A4", MM (210, 297) },
  { "letter", "Letter", 612, 792 },
  { "legal", "Legal", 612, 1008 },
  { "tabloid", "Tabloid", 792, 1224 },
  { "a3", "A3", MM (297, 420) },
  { "a2", "A2", MM (420, 594) },
  { "a1", "A1", MM (594, 841) },
  { "a0", "A0", MM (841, 1189) },
};

const TlPaper *
tl_paper_find (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++) {
    if (g_ascii_strcasecmp (papers[i].name, name) == 0)
      return &papers[i];
  }
  return NULL;
}

const TlPaper *
tl_paper_get (guint index)
{
  return index < G_N_ELEMENTS (papers) ? &papers[index] : NULL;
}
