/* strips.c - a journey folded like a text. */
#include "layout/strips.h"

#include <string.h>

#include "layout/sheets.h"

/* Kept around everything; holds the corners, arrowheads and hops of level runs. */
#define AIR 10.0

/* The least that is kept of a lane: room for its name. */
#define LANE_LEAST 26.0

static void
keep (GArray *slices,
      double  y0,
      double  y1)
{
  TlSlice slice = { y0, y1 };

  g_array_append_val (slices, slice);
}

static gboolean
is_in (TlBox  box,
       double x0,
       double x1)
{
  return box.w > 0 && box.x < x1 && box.x + box.w > x0;
}

static void
keep_box (GArray *slices,
          TlBox   box,
          double  x0,
          double  x1)
{
  if (is_in (box, x0, x1))
    keep (slices, box.y - AIR, box.y + box.h + AIR);
}

static void
keep_connectors (GArray        *slices,
                 const TlScene *scene,
                 double         x0,
                 double         x1)
{
  for (guint i = 0; i < scene->n_connectors; i++) {
    const TlSceneConnector *connector = &scene->connectors[i];
    const TlPoint *p = scene->points + connector->first_point;

    keep_box (slices, connector->label_box, x0, x1);
    for (guint k = 0; k + 1 < connector->n_points; k++) {
      if (p[k].y == p[k + 1].y && MIN (p[k].x, p[k + 1].x) < x1 && MAX (p[k].x, p[k + 1].x) > x0)
        keep (slices, p[k].y - AIR, p[k].y + AIR);
    }
  }
}

/* Edges of bands stay, and as much of each as its name needs. */
static void
keep_bands (GArray        *slices,
            const TlScene *scene)
{
  for (guint i = 0; i < scene->n_bands; i++) {
    const TlSceneBand *band = &scene->bands[i];
    double name = band->name.text != NULL ? band->name.text->height : 0;
    double least = MIN (MAX (LANE_LEAST, name + 8), band->box.h);

    if (band->kind == TL_SCENE_SATISFACTION)
      least = band->box.h;
    keep (slices, band->box.y, band->box.y + least);
    keep (slices, band->box.y + band->box.h - 2, band->box.y + band->box.h);
  }
  for (guint i = 0; i < scene->n_lines; i++) {
    double height = scene->lines[i].name.text != NULL ? scene->lines[i].name.text->height : 0;

    keep (slices, scene->lines[i].y - height - 6, scene->lines[i].y + 4);
  }
}

static int
compare_slices (gconstpointer a,
                gconstpointer b)
{
  const TlSlice *one = a, *two = b;

  return (one->y0 > two->y0) - (one->y0 < two->y0);
}

/* Sorts, joins what touches, and cuts off what is beyond the page's phases and lanes. */
static void
settle (GArray *slices,
        double  top,
        double  bottom)
{
  guint n = 0;

  g_array_sort (slices, compare_slices);
  for (guint i = 0; i < slices->len; i++) {
    TlSlice slice = g_array_index (slices, TlSlice, i);
    TlSlice *last = n > 0 ? &g_array_index (slices, TlSlice, n - 1) : NULL;

    slice.y0 = CLAMP (slice.y0, top, bottom);
    slice.y1 = CLAMP (slice.y1, top, bottom);
    if (slice.y1 <= slice.y0)
      continue;
    if (last != NULL && slice.y0 <= last->y1)
      last->y1 = MAX (last->y1, slice.y1);
    else
      g_array_index (slices, TlSlice, n++) = slice;
  }
  g_array_set_size (slices, n);
}

static TlStrip
make_strip (const TlScene *scene,
            double         x0,
            double         x1)
{
  g_autoptr (GArray) slices = g_array_new (FALSE, FALSE, sizeof (TlSlice));
  const TlSceneBand *last = &scene->bands[scene->n_bands - 1];
  double top = scene->n_phases > 0 ? scene->phases[0].box.y - 4 : scene->bands[0].box.y;
  TlStrip strip = { .x0 = x0, .x1 = x1 };

  for (guint i = 0; i < scene->n_phases; i++)
    keep (slices, scene->phases[i].box.y - 4, scene->phases[i].box.y + scene->phases[i].box.h + 4);
  for (guint i = 0; i < scene->n_steps; i++) {
    keep_box (slices, scene->steps[i].box, x0, x1);
    if (scene->steps[i].label.text != NULL)
      keep_box (slices, scene->steps[i].label.box, x0, x1);
  }
  for (guint i = 0; i < scene->n_evidence; i++)
    keep_box (slices, scene->evidence[i].box, x0, x1);
  for (guint i = 0; i < scene->n_badges; i++)
    keep_box (slices, scene->badges[i].box, x0, x1);
  keep_connectors (slices, scene, x0, x1);
  keep_bands (slices, scene);
  settle (slices, top, last->box.y + last->box.h);

  for (guint i = 0; i < slices->len; i++) {
    const TlSlice *slice = &g_array_index (slices, TlSlice, i);

    strip.height += slice->y1 - slice->y0;
  }
  strip.n_slices = slices->len;
  strip.slices = g_memdup2 (slices->data, slices->len * sizeof (TlSlice));
  return strip;
}

static void
strip_clear (gpointer data)
{
  g_free (((TlStrip *) data)->slices);
}

GArray *
tl_strips_new (const TlScene *scene,
               double         width)
{
  GArray *strips = g_array_new (FALSE, FALSE, sizeof (TlStrip));
  g_autoptr (GArray) ends = NULL;
  double x = scene->grid.x;

  g_array_set_clear_func (strips, strip_clear);
  if (scene->n_bands == 0)
    return strips;
  ends = tl_sheets_columns (scene, width);
  for (guint i = 0; i < ends->len; i++) {
    double x1 = g_array_index (ends, double, i);
    TlStrip strip = make_strip (scene, x, x1);

    g_array_append_val (strips, strip);
    x = x1;
  }
  return strips;
}

double
tl_strip_place (const TlStrip *strip,
                double         y)
{
  double place = 0;

  for (guint i = 0; i < strip->n_slices; i++) {
    const TlSlice *slice = &strip->slices[i];

    if (y <= slice->y1)
      return place + MAX (0, y - slice->y0);
    place += slice->y1 - slice->y0;
  }
  return place;
}
