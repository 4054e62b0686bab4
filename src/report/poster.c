/* poster.c - the chart itself on paper: on one page, as tiles, or folded.
 *
 * All three keep the smallest writing of the chart at 7 points or more: a chart that
 * would have to be smaller is not put on one page but cut (see layout/sheets.h).
 */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "layout/sheets.h"
#include "layout/strips.h"
#include "report/compose.h"

/* Points for each chart unit.  The chart's smallest writing has 10 units. */
#define SCALE_LEAST  0.7
#define SCALE_NORMAL TL_POINTS_PER_UNIT
#define N_SCALES     6   /* that are tried, from the normal one to the least */
/* A poster may grow to fill large paper, but a few steps do not fill a wall. */
#define SCALE_MOST   3.0

/* Tiles: points shown again on the next sheet, length of the marks to cut and glue by,
 * and one cell of the map that tells which sheet goes where. */
#define OVERLAP      28.0
#define REGISTER     7.0
#define CELL_WIDTH   22.0
#define CELL_HEIGHT  11.0

/* Strips: between two of them. */
#define STRIP_GAP    20.0
#define LEGEND_ROOM  60.0
/* Points for the lanes' names, and at the edges of the paper. */
#define STRIP_NAMES  86.0
#define STRIP_MARGIN 30.0

static double
nth_scale (guint i)
{
  return SCALE_NORMAL - (SCALE_NORMAL - SCALE_LEAST) * i / (N_SCALES - 1);
}

static gboolean
holds (TlBox part,
       TlBox box)
{
  return tl_box_contains (part, (TlPoint) { box.x, box.y }) &&
         tl_box_contains (part, (TlPoint) { box.x + box.w, box.y + box.h });
}

static void
link_steps (TlPages *pages,
            TlPage   *page,
            TlBox     part,
            TlPoint   at,
            double    scale)
{
  for (guint i = 0; i < pages->scene->n_steps; i++) {
    const TlSceneStep *step = &pages->scene->steps[i];
    TlBox box = { at.x + (step->box.x - part.x) * scale, at.y + (step->box.y - part.y) * scale,
                  step->box.w * scale, step->box.h * scale };

    if (tl_box_overlaps (step->box, part)) {
      g_autofree char *place = tl_compose_place (pages, step->id);

      tl_page_link (page, box, place);
    }
    if (holds (part, step->box)) {
      g_autofree char *spot = tl_compose_spot (step->id);

      tl_compose_name (pages, page, box.y, spot);
    }
  }
  for (guint i = 0; i < pages->scene->n_badges; i++) {
    const TlSceneBadge *badge = &pages->scene->badges[i];
    TlBox box = { at.x + (badge->box.x - part.x) * scale, at.y + (badge->box.y - part.y) * scale,
                  badge->box.w * scale, badge->box.h * scale };

    if (badge->kind == TL_BADGE_RECOVERY && tl_box_overlaps (badge->box, part)) {
      g_autofree char *place = tl_compose_place (pages, badge->id);

      tl_page_link (page, box, place);
    }
  }
}

static void
put_scene (TlPages *pages,
           TlPage   *page,
           TlBox     part,
           TlPoint   at,
           double    scale)
{
  tl_page_marked (page, pages->scene, pages->marks, part, at, scale);
  link_steps (pages, page, part, at, scale);
}

/* All that one page shows: the chart, and the legend of the overlay on it. */
static TlBox
whole_page (const TlPages *pages)
{
  return pages->marks != NULL ? pages->marks->page : pages->scene->page;
}

/* As wide as what is written in it: it stands at the left of a strip as wide as the chart. */
static TlBox
overlay_legend (const TlMarks *marks)
{
  TlBox legend = marks->legend;
  double right = legend.x + MAX (marks->title.text->width, marks->about.text->width);

  if (marks->note.text != NULL)
    right = MAX (right, legend.x + marks->note.text->width);
  for (guint i = 0; i < marks->n_keys; i++)
    right = MAX (right, marks->keys[i].text.box.x + marks->keys[i].text.text->width);
  legend.w = MIN (legend.w, right + 2 * (marks->title.box.x - legend.x) - legend.x);
  return legend;
}

/* Where the chart is cut, the legend of its overlay has a page to itself. */
static void
put_overlay_legend (TlPages  *pages,
                    gboolean  turned)
{
  TlPage *page;
  TlBox area, legend;

  if (pages->marks == NULL)
    return;
  page = tl_compose_page (pages, turned);
  area = tl_compose_area (page);
  legend = overlay_legend (pages->marks);
  tl_compose_outline (pages, 1, pages->marks->overlay->title);
  tl_page_marked (page, pages->scene, pages->marks, legend, (TlPoint) { area.x, area.y },
                  MIN (SCALE_NORMAL, area.w / legend.w));
}

/* One page. */

static double
fit_scale (TlBox   scene,
           double  width,
           double  height)
{
  double scale = MIN ((width - 2 * TL_PAGE_MARGIN) / scene.w, (height - 2 * TL_PAGE_MARGIN) / scene.h);

  return MIN (scale, SCALE_MOST);
}

/* The larger of both ways to turn the paper, or the one asked for. */
static double
best_fit (const TlPages *pages,
          const TlPaper  *paper,
          gboolean       *turned)
{
  double upright = fit_scale (whole_page (pages), paper->width, paper->height);
  double lying = fit_scale (whole_page (pages), paper->height, paper->width);

  *turned = pages->options.turn == TL_TURN_AUTO ? lying >= upright
                                                 : pages->options.turn == TL_TURN_LANDSCAPE;
  return *turned ? lying : upright;
}

static void
put_on_one (TlPages *pages,
            double    scale,
            gboolean  turned)
{
  TlPage *page = tl_compose_page (pages, turned);
  TlBox area = tl_compose_area (page), scene = whole_page (pages);
  TlPoint at = { area.x + (area.w - scene.w * scale) / 2, area.y + (area.h - scene.h * scale) / 2 };

  tl_compose_outline (pages, 0, tl_print_title (TL_PRINT_POSTER));
  tl_compose_part (pages, g_strdup (""), scene, scene, at, scale);
  put_scene (pages, page, scene, at, scale);
}

static gboolean
refuse_fit (const TlPages  *pages,
            GError         **error)
{
  const TlPaper *paper = NULL;
  gboolean turned;

  for (guint i = 0; (paper = tl_paper_get (i)) != NULL; i++) {
    if (best_fit (pages, paper, &turned) >= SCALE_LEAST)
      break;
  }
  if (paper != NULL)
    g_set_error (error, TL_PAGES_ERROR, TL_PAGES_ERROR_TOO_SMALL,
                 /* Translators: both are sizes of paper, such as A4. */
                 _("On one page of %s the words of this chart would be too small to read. Use %s, "
                   "or let it be cut into tiles or folded."), pages->options.paper->title,
                 paper->title);
  else
    g_set_error (error, TL_PAGES_ERROR, TL_PAGES_ERROR_TOO_SMALL,
                 _("This chart is too large for one page of any paper with words that can be read. "
                   "Let it be cut into tiles or folded."));
  return FALSE;
}

/* Tiles. */

typedef struct {
  GArray *sheets;        /* TlSheet */
  guint   n_rows;
  TlBox   area;          /* of every page, points */
  double  scale;         /* points for each chart unit */
  double  names;         /* points kept free at the left, but in the first column */
  double  map_height;    /* points kept free above the first row */
} Tiles;

static double
map_height (guint n_rows)
{
  return n_rows * CELL_HEIGHT + REGISTER + 1;   /* the marks end below the map */
}

/* The map of the sheets takes room from the first row, which may make one more row. */
static void
cut_tiles (const TlPages *pages,
           Tiles         *tiles)
{
  guint n_rows = 0;

  tiles->sheets = NULL;
  tiles->n_rows = 1;
  while (tiles->n_rows != n_rows) {
    TlSheetSize size;

    n_rows = tiles->n_rows;
    tiles->map_height = map_height (n_rows);
    size = (TlSheetSize) {
      tiles->area.w / tiles->scale, tiles->area.h / tiles->scale,
      tiles->map_height / tiles->scale, OVERLAP / tiles->scale,
    };
    g_clear_pointer (&tiles->sheets, g_array_unref);
    tiles->sheets = tl_sheets_tile (pages->scene, &size);
    tiles->n_rows = MAX (n_rows, g_array_index (tiles->sheets, TlSheet,
                                                tiles->sheets->len - 1).row + 1);
  }
}

/* The largest scale that takes the fewest sheets. */
static void
choose_tiles (const TlPages *pages,
              Tiles         *tiles)
{
  double best = SCALE_NORMAL;
  guint fewest = G_MAXUINT;

  for (guint i = 0; i < N_SCALES; i++) {
    tiles->scale = nth_scale (i);
    cut_tiles (pages, tiles);
    if (tiles->sheets->len < fewest) {
      fewest = tiles->sheets->len;
      best = tiles->scale;
    }
    g_array_unref (tiles->sheets);
  }
  tiles->scale = best;
  cut_tiles (pages, tiles);
  tiles->names = (pages->scene->grid.x - pages->scene->page.x) * best;
}

static void
put_map (TlPages      *pages,
         TlPage        *page,
         const Tiles   *tiles,
         const TlSheet *mine)
{
  guint n_columns = g_array_index (tiles->sheets, TlSheet, tiles->sheets->len - 1).column + 1;
  double width = n_columns * CELL_WIDTH;
  double x = tiles->area.x + tiles->area.w - width;
  g_autofree char *how =
    g_strdup_printf (ngettext ("%u sheet: this is how they go together. Cut along the marks at the "
                               "right and at the bottom, and glue the next sheet over what is left.",
                               "%u sheets: this is how they go together. Cut along the marks at the "
                               "right and at the bottom, and glue the next sheet over what is left.",
                               tiles->sheets->len), tiles->sheets->len);

  for (guint i = 0; i < tiles->sheets->len; i++) {
    const TlSheet *sheet = &g_array_index (tiles->sheets, TlSheet, i);
    g_autofree char *code = tl_sheet_code (sheet);
    TlBox cell = { x + sheet->column * CELL_WIDTH, tiles->area.y + sheet->row * CELL_HEIGHT,
                   CELL_WIDTH, CELL_HEIGHT };
    gboolean here = sheet->row == mine->row && sheet->column == mine->column;

    tl_page_box (page, cell, 0, here ? pages->theme->text : TL_NO_COLOUR, pages->theme->text, 0.5);
    tl_page_text (page, TL_FACE_FOOT, here ? pages->theme->page : pages->theme->text,
                  tl_page_spot (cell.x + cell.w / 2, cell.y + 0.5), TL_ALIGN_CENTRE, code);
  }
  tl_page_text (page, TL_FACE_FOOT, pages->theme->muted,
                (TlBox) { tiles->area.x, tiles->area.y, tiles->area.w - width - 12, 0 },
                TL_ALIGN_START, how);
}

/* The names of phases whose own place is not on this sheet stand at its left end. */
static void
put_phase_names (TlPages *pages,
                 TlPage   *page,
                 TlBox     part,
                 TlPoint   at,
                 double    scale)
{
  for (guint i = 0; i < pages->scene->n_phases; i++) {
    const TlScenePhase *phase = &pages->scene->phases[i];
    double right = MIN (phase->box.x + phase->box.w, part.x + part.w);
    g_autoptr (PangoLayout) layout = NULL;

    if (phase->name.text == NULL || phase->box.x >= part.x || right <= part.x + 40)
      continue;
    layout = tl_page_layout (page, TL_FACE_NOTE, (right - part.x - 20) * scale, TL_ALIGN_START,
                             phase->name.text->text);
    pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    pango_layout_set_height (layout, -1);
    tl_page_put (page, layout, at.x + 6,
                 at.y + (phase->box.y + phase->box.h / 2 - part.y) * scale
                 - tl_layout_height (layout) / 2, pages->theme->phase.text);
  }
}

/* Sheets of the first row have their phases' band in the picture, which is left as it is: a
 * phase that began on an earlier sheet is named beside the code. */
static char *
sheet_head (const TlPages *pages,
            const TlSheet *sheet,
            const char    *title)
{
  double left = sheet->shown.x;

  for (guint i = 0; sheet->row == 0 && i < pages->scene->n_phases; i++) {
    const TlScenePhase *phase = &pages->scene->phases[i];

    if (phase->name.text != NULL && phase->name.box.x < left && phase->box.x + phase->box.w > left)
      return g_strdup_printf ("%s · %s", title, phase->name.text->text);
  }
  return g_strdup (title);
}

static void
put_marks (TlPages      *pages,
           TlPage        *page,
           const TlSheet *sheet,
           TlPoint        at,
           double         scale)
{
  TlColour ink = pages->theme->muted;
  double x = at.x + (sheet->own.x + sheet->own.w - sheet->shown.x) * scale;
  double y = at.y + (sheet->own.y + sheet->own.h - sheet->shown.y) * scale;
  double right = at.x + sheet->shown.w * scale, bottom = at.y + sheet->shown.h * scale;

  if (sheet->shown.w > sheet->own.w) {
    tl_page_line (page, (TlPoint) { x, at.y - REGISTER }, (TlPoint) { x, at.y }, ink, 0.5, 0);
    tl_page_line (page, (TlPoint) { x, bottom }, (TlPoint) { x, bottom + REGISTER }, ink, 0.5, 0);
  }
  if (sheet->shown.h > sheet->own.h) {
    tl_page_line (page, (TlPoint) { at.x - REGISTER, y }, (TlPoint) { at.x, y }, ink, 0.5, 0);
    tl_page_line (page, (TlPoint) { right, y }, (TlPoint) { right + REGISTER, y }, ink, 0.5, 0);
  }
}

static void
put_tile (TlPages      *pages,
          const Tiles   *tiles,
          const TlSheet *sheet,
          gboolean       turned)
{
  TlPage *page = tl_compose_page (pages, turned);
  g_autofree char *code = tl_sheet_code (sheet);
  /* Translators: %s is the code of a sheet of a large poster, such as B3. */
  g_autofree char *title = g_strdup_printf (_("Sheet %s"), code);
  g_autofree char *head = sheet_head (pages, sheet, title);
  TlPoint corner = { tiles->area.x, tiles->area.y };
  double scale = tiles->scale;
  TlPoint at;

  if (sheet->row == 0)
    corner.y += tiles->map_height;
  at = (TlPoint) { corner.x + (sheet->column > 0 ? tiles->names : 0),
                   corner.y + sheet->phases.h * scale };

  if (sheet->names.w > 0)
    tl_page_scene (page, pages->scene, sheet->names, (TlPoint) {
      corner.x, at.y + (sheet->names.y - sheet->shown.y) * scale }, scale);
  if (sheet->phases.h > 0) {
    tl_page_scene (page, pages->scene, sheet->phases, (TlPoint) { at.x, corner.y }, scale);
    put_phase_names (pages, page, sheet->phases, (TlPoint) { at.x, corner.y }, scale);
  }
  tl_compose_part (pages, g_strdup (code), sheet->own, sheet->shown, at, scale);
  put_scene (pages, page, sheet->shown, at, scale);
  put_marks (pages, page, sheet, at, scale);
  if (sheet->row == 0 && sheet->column == 0)
    put_map (pages, page, tiles, sheet);
  tl_page_text (page, TL_FACE_NOTE, pages->theme->text,
                tl_page_spot (tl_page_width (page) / 2, TL_PAGE_MARGIN * 0.4), TL_ALIGN_CENTRE, head);
  tl_compose_outline (pages, 1, title);
}

static void
tiles_on (const TlPages *pages,
          gboolean       turned,
          Tiles         *tiles)
{
  const TlPaper *paper = pages->options.paper;
  TlBox page = { 0, 0, turned ? paper->height : paper->width, turned ? paper->width : paper->height };

  *tiles = (Tiles) { .area = tl_box_grow (page, -TL_PAGE_MARGIN) };
  choose_tiles (pages, tiles);
}

/* The way of turning the paper that takes fewer sheets, or the one asked for. */
static gboolean
turn_tiles (const TlPages *pages,
            Tiles         *tiles)
{
  gboolean turned = pages->options.turn != TL_TURN_UPRIGHT;
  Tiles upright;

  tiles_on (pages, turned, tiles);
  if (pages->options.turn != TL_TURN_AUTO)
    return turned;
  tiles_on (pages, FALSE, &upright);
  if (upright.sheets->len < tiles->sheets->len) {
    GArray *more = tiles->sheets;

    *tiles = upright;
    g_array_unref (more);
    return FALSE;
  }
  g_array_unref (upright.sheets);
  return TRUE;
}

static void
put_tiles (TlPages *pages)
{
  Tiles tiles;
  gboolean turned = turn_tiles (pages, &tiles);

  for (guint i = 0; i < tiles.sheets->len; i++) {
    put_tile (pages, &tiles, &g_array_index (tiles.sheets, TlSheet, i), turned);
    if (i == 0) {
      TlOutlineEntry entry = { g_strdup (tl_print_title (TL_PRINT_POSTER)),
                               pages->list->len - 1, 0 };

      g_array_insert_val (pages->outline, pages->outline->len - 1, entry);
    }
  }
  g_array_unref (tiles.sheets);
  put_overlay_legend (pages, turned);
}

/* Folded. */

/* A small ring where a connector goes on in the next strip or comes from the last. */
static void
put_continued (TlPages       *pages,
               TlPage        *page,
               const TlStrip *strip,
               TlPoint        at,
               double         scale,
               double         cut)
{
  for (guint i = 0; i < pages->scene->n_connectors; i++) {
    const TlSceneConnector *connector = &pages->scene->connectors[i];
    const TlPoint *p = pages->scene->points + connector->first_point;

    for (guint k = 0; k + 1 < connector->n_points; k++) {
      TlPoint middle = { at.x + (cut - strip->x0) * scale,
                         at.y + tl_strip_place (strip, p[k].y) * scale };

      if (p[k].y == p[k + 1].y && (p[k].x < cut) != (p[k + 1].x < cut))
        tl_page_circle (page, middle, 2.2, pages->theme->page, pages->theme->ink, 0.8);
    }
  }
}

/* Names of lanes stand in the middle of what the strip shows of them. */
static void
put_names (TlPages       *pages,
           TlPage        *page,
           const TlStrip *strip,
           TlPoint        at,
           double         scale)
{
  for (guint i = 0; i < pages->scene->n_bands; i++) {
    const TlSceneBand *band = &pages->scene->bands[i];
    double top = at.y + tl_strip_place (strip, band->box.y) * scale;
    double bottom = at.y + tl_strip_place (strip, band->box.y + band->box.h) * scale;
    const TlBandPaint *paint = &pages->theme->bands[band->band];
    g_autoptr (PangoLayout) layout = NULL;

    if (band->kind == TL_SCENE_EVIDENCE)
      paint = &pages->theme->evidence;
    if (band->kind != TL_SCENE_SATISFACTION) {
      tl_page_box (page, (TlBox) { at.x, top, STRIP_NAMES, bottom - top }, 0, paint->ground, TL_NO_COLOUR, 0);
      tl_page_box (page, (TlBox) { at.x, top, 3, bottom - top }, 0, paint->edge, TL_NO_COLOUR, 0);
    }
    if (band->name.text == NULL)
      continue;
    layout = tl_page_layout (page, TL_FACE_STRONG, STRIP_NAMES - 12, TL_ALIGN_START,
                             band->name.text->text);
    tl_page_put (page, layout, at.x + 8, (top + bottom - tl_layout_height (layout)) / 2,
                 pages->theme->text);
  }
}

static void
put_strip (TlPages       *pages,
           TlPage        *page,
           const TlStrip *strip,
           TlPoint        at,
           double         scale)
{
  double y = at.y;
  TlPoint inside = { at.x + STRIP_NAMES, at.y };

  put_names (pages, page, strip, at, scale);
  for (guint i = 0; i < strip->n_slices; i++) {
    const TlSlice *slice = &strip->slices[i];
    TlBox part = { strip->x0, slice->y0, strip->x1 - strip->x0, slice->y1 - slice->y0 };

    put_scene (pages, page, part, (TlPoint) { inside.x, y }, scale);
    if (i == 0)
      put_phase_names (pages, page, part, inside, scale);
    y += part.h * scale;
  }
  put_continued (pages, page, strip, inside, scale, strip->x0);
  put_continued (pages, page, strip, inside, scale, strip->x1);
}

static void
note_strip (TlPages       *pages,
            const TlStrip *strip,
            guint          number,
            TlPoint        at,
            double         scale)
{
  TlBox page = pages->scene->page;
  TlBox own = { strip->x0, page.y, strip->x1 - strip->x0, page.h };

  /* Translators: a row of a poster that is folded like the lines of a text. */
  tl_compose_part (pages, g_strdup_printf (_("Row %u"), number), own, own, at, scale);
}

/* What stands under the lanes: legend and totals, set anew where it is too wide. */
static double
put_legend (TlPages *pages,
            TlPage   *page,
            TlPoint   at,
            double    width,
            double    scale)
{
  const TlScene *scene = pages->scene;
  double x = at.x, y = at.y, height = 0;

  for (guint i = 0; i < scene->n_keys; i++) {
    TlBox key = tl_box_grow (tl_box_union (scene->keys[i].box, scene->keys[i].text.box), 4);

    if (x > at.x && x + key.w * scale > at.x + width) {
      x = at.x;
      y += height;
    }
    tl_page_scene (page, scene, key, (TlPoint) { x, y }, scale);
    x += (key.w + 10) * scale;
    height = MAX (height, key.h * scale);
  }
  y += height;
  if (scene->totals.text != NULL)
    y += 2 + tl_page_text (page, TL_FACE_NOTE, pages->theme->muted,
                           (TlBox) { at.x, y + 2, width, 0 }, TL_ALIGN_START,
                           scene->totals.text->text);
  return y - at.y;
}

static double
put_head (TlPages *pages,
          TlPage   *page,
          TlBox     area)
{
  double y = area.y;

  y += tl_page_text (page, TL_FACE_TITLE, pages->theme->text, (TlBox) { area.x, y, area.w, 0 },
                     TL_ALIGN_START, pages->title);
  if (pages->scene->subtitle.text != NULL)
    y += 2 + tl_page_text (page, TL_FACE_BODY, pages->theme->muted,
                           (TlBox) { area.x, y + 2, area.w, 0 }, TL_ALIGN_START,
                           pages->scene->subtitle.text->text);
  return y + 10 - area.y;
}

static double
tallest (const GArray *strips)
{
  double height = 0;

  for (guint i = 0; i < strips->len; i++)
    height = MAX (height, g_array_index (strips, TlStrip, i).height);
  return height;
}

/* How many pages the strips take, the head of the first left out of account. */
static guint
count_pages (const GArray *strips,
             TlBox         area,
             double        scale)
{
  guint n = 1;
  double y = 0;

  for (guint i = 0; i < strips->len; i++) {
    double height = g_array_index (strips, TlStrip, i).height * scale;

    if (y > 0 && y + height > area.h) {
      n++;
      y = 0;
    }
    y += height + STRIP_GAP;
  }
  return n;
}

/* Strips at the largest scale that takes the fewest pages.  What is smaller takes more
 * columns, so heights have to be looked at again. */
static GArray *
cut_strips (const TlPages  *pages,
            TlBox           area,
            double         *best,
            GError        **error)
{
  g_autoptr (GArray) found = NULL;
  guint fewest = G_MAXUINT;

  for (guint i = 0; i < N_SCALES; i++) {
    double scale = nth_scale (i);
    g_autoptr (GArray) strips = tl_strips_new (pages->scene, (area.w - STRIP_NAMES) / scale);
    guint n = count_pages (strips, area, scale);

    if (tallest (strips) * scale > area.h || n >= fewest)
      continue;
    fewest = n;
    *best = scale;
    g_clear_pointer (&found, g_array_unref);
    found = g_steal_pointer (&strips);
  }
  if (found == NULL)
    g_set_error (error, TL_PAGES_ERROR, TL_PAGES_ERROR_TOO_SMALL,
                 /* Translators: %s is a size of paper, such as A4. */
                 _("The lanes of this chart are together too high to be folded onto %s. Use larger "
                   "paper, or let the chart be cut into tiles."), pages->options.paper->title);
  return g_steal_pointer (&found);
}

static gboolean
put_folded (TlPages  *pages,
            GError  **error)
{
  const TlPaper *paper = pages->options.paper;
  gboolean turned = pages->options.turn == TL_TURN_LANDSCAPE;
  TlBox area = { 0, 0, turned ? paper->height : paper->width, turned ? paper->width : paper->height };
  g_autoptr (GArray) strips = NULL;
  TlPage *page;
  double scale, y;

  area = tl_box_grow (area, -STRIP_MARGIN);
  strips = cut_strips (pages, area, &scale, error);
  if (strips == NULL)
    return FALSE;

  page = tl_compose_page (pages, turned);
  tl_compose_outline (pages, 0, tl_print_title (TL_PRINT_POSTER));
  y = area.y + put_head (pages, page, area);
  for (guint i = 0; i < strips->len; i++) {
    const TlStrip *strip = &g_array_index (strips, TlStrip, i);

    if (y + strip->height * scale > area.y + area.h) {
      page = tl_compose_page (pages, turned);
      y = area.y;
    }
    note_strip (pages, strip, i + 1, (TlPoint) { area.x + STRIP_NAMES, y }, scale);
    put_strip (pages, page, strip, (TlPoint) { area.x, y }, scale);
    y += strip->height * scale + STRIP_GAP;
  }
  if (y + LEGEND_ROOM > area.y + area.h) {
    page = tl_compose_page (pages, turned);
    y = area.y;
  }
  put_legend (pages, page, (TlPoint) { area.x, y }, area.w, scale);
  put_overlay_legend (pages, turned);
  return TRUE;
}

gboolean
tl_print_poster (TlPages  *pages,
                 GError   **error)
{
  gboolean turned;
  double scale = best_fit (pages, pages->options.paper, &turned);

  if (pages->order->n_steps == 0)
    return tl_compose_any (pages, TL_PRINT_POSTER, 0, error);
  switch (pages->options.poster) {
  case TL_POSTER_TILE:
    put_tiles (pages);
    return TRUE;
  case TL_POSTER_FOLD:
    return put_folded (pages, error);
  case TL_POSTER_FIT:
    if (scale < SCALE_LEAST)
      return refuse_fit (pages, error);
    put_on_one (pages, scale, turned);
    return TRUE;
  case TL_POSTER_AUTO:
  default:
    if (scale >= SCALE_LEAST)
      put_on_one (pages, scale, turned);
    else
      put_tiles (pages);
    return TRUE;
  }
}
