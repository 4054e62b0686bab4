/* tiles.c - pictures of a drawing in square pieces, kept from frame to frame. */
#include "app/tiles.h"

#include <math.h>

#define TILE      256   /* device pixels along a side */
#define MAX_TILES 240   /* 60 MB */

typedef struct {
  cairo_surface_t *surface;
  GskRenderNode   *node;
  guint            drawing;   /* which state of the drawing it shows */
  guint            frame;     /* when it was shown last */
} Tile;

typedef struct {
  GHashTable *tiles;    /* key of column and row -> Tile */
  double      zoom;
  int         device;
} Level;

struct _TlTiles {
  TlTilesPaint paint;
  gpointer     data;

  /* Owned */
  Level level, before;   /* before.tiles NULL: nothing to fall back on */

  /* State */
  guint drawing, frame;
};

static void
tile_free (gpointer data)
{
  Tile *tile = data;

  gsk_render_node_unref (tile->node);
  cairo_surface_destroy (tile->surface);
  g_free (tile);
}

static GHashTable *
new_table (void)
{
  return g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, tile_free);
}

TlTiles *
tl_tiles_new (TlTilesPaint paint,
              gpointer     data)
{
  TlTiles *tiles = g_new0 (TlTiles, 1);

  tiles->paint = paint;
  tiles->data = data;
  tiles->level = (Level) { new_table (), 1.0, 1 };
  return tiles;
}

void
tl_tiles_free (TlTiles *tiles)
{
  g_clear_pointer (&tiles->level.tiles, g_hash_table_unref);
  g_clear_pointer (&tiles->before.tiles, g_hash_table_unref);
  g_free (tiles);
}

void
tl_tiles_set_level (TlTiles *tiles,
                    double   zoom,
                    int      device)
{
  if (tiles->level.zoom == zoom && tiles->level.device == device)
    return;
  /* A level that was never shown whole is no better than the one before. */
  if (g_hash_table_size (tiles->level.tiles) > 0 || tiles->before.tiles == NULL) {
    g_clear_pointer (&tiles->before.tiles, g_hash_table_unref);
    tiles->before = tiles->level;
  } else {
    g_hash_table_unref (tiles->level.tiles);
  }
  tiles->level = (Level) { new_table (), zoom, device };
}

double
tl_tiles_get_level (const TlTiles *tiles)
{
  return tiles->level.zoom;
}

void
tl_tiles_touch (TlTiles *tiles)
{
  tiles->drawing++;
  g_clear_pointer (&tiles->before.tiles, g_hash_table_unref);
}

void
tl_tiles_forget (TlTiles *tiles)
{
  tl_tiles_touch (tiles);
  g_hash_table_remove_all (tiles->level.tiles);
}

static gpointer
key (int column,
     int row)
{
  return GUINT_TO_POINTER (((guint) row << 16 | ((guint) column & 0xffff)) + 1);
}

static Tile *
paint_tile (TlTiles *tiles,
            TlPoint  origin,
            int      column,
            int      row)
{
  const Level *level = &tiles->level;
  double scale = level->zoom * level->device;
  double side = TILE / scale;   /* chart units */
  float bounds = (float) TILE / level->device;
  Tile *tile = g_new0 (Tile, 1);
  TlBox area = { origin.x + column * side, origin.y + row * side, side, side };
  cairo_t *cr;

  tile->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, TILE, TILE);
  cr = cairo_create (tile->surface);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -area.x, -area.y);
  tiles->paint (cr, area, level->zoom, tiles->data);
  cairo_destroy (cr);
  cairo_surface_set_device_scale (tile->surface, level->device, level->device);

  tile->node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, bounds, bounds));
  cr = gsk_cairo_node_get_draw_context (tile->node);
  cairo_set_source_surface (cr, tile->surface, 0, 0);
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_paint (cr);
  cairo_destroy (cr);
  tile->drawing = tiles->drawing;
  return tile;
}

/* Columns and rows of a level that @window touches. */
typedef struct {
  int    column0, column1, row0, row1;
  double side;      /* widget pixels along a tile as shown */
  double stretch;   /* how much larger tiles are shown than they were painted */
} Range;

static Range
range_of (const Level      *level,
          const TlViewport *view,
          TlBox             window)
{
  double stretch = view->zoom / level->zoom;
  double side = TILE / (double) level->device * stretch;
  int columns = (int) floor (view->page.w * view->zoom / side);
  int rows = (int) floor (view->page.h * view->zoom / side);

  return (Range) {
    CLAMP ((int) floor ((window.x + view->x) / side), 0, columns),
    CLAMP ((int) floor ((window.x + window.w + view->x) / side), 0, columns),
    CLAMP ((int) floor ((window.y + view->y) / side), 0, rows),
    CLAMP ((int) floor ((window.y + window.h + view->y) / side), 0, rows),
    side, stretch,
  };
}

/* Returns whether all tiles were there and up to date. */
static gboolean
show_level (TlTiles          *tiles,
            const Level      *level,
            GtkSnapshot      *snapshot,
            const TlViewport *view,
            TlBox             window)
{
  Range range = range_of (level, view, window);
  gboolean complete = TRUE;

  for (int row = range.row0; row <= range.row1; row++) {
    for (int column = range.column0; column <= range.column1; column++) {
      Tile *tile = g_hash_table_lookup (level->tiles, key (column, row));
      double x = column * range.side - view->x;
      double y = row * range.side - view->y;

      if (tile == NULL || tile->drawing != tiles->drawing)
        complete = FALSE;
      if (tile == NULL)
        continue;
      tile->frame = tiles->frame;
      if (range.stretch == 1.0) {
        x = round (x * level->device) / level->device;
        y = round (y * level->device) / level->device;
      }
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
      if (range.stretch != 1.0)
        gtk_snapshot_scale (snapshot, (float) range.stretch, (float) range.stretch);
      gtk_snapshot_append_node (snapshot, tile->node);
      gtk_snapshot_restore (snapshot);
    }
  }
  return complete;
}

/* Paints what is missing or out of date in @window; FALSE when time ran out. */
static gboolean
fill_level (TlTiles          *tiles,
            const TlViewport *view,
            TlBox             window,
            gint64            deadline)
{
  Range range = range_of (&tiles->level, view, window);

  for (int row = range.row0; row <= range.row1; row++) {
    for (int column = range.column0; column <= range.column1; column++) {
      Tile *tile = g_hash_table_lookup (tiles->level.tiles, key (column, row));

      if (tile != NULL && tile->drawing == tiles->drawing)
        continue;
      if (g_get_monotonic_time () >= deadline)
        return FALSE;
      tile = paint_tile (tiles, (TlPoint) { view->page.x, view->page.y }, column, row);
      g_hash_table_insert (tiles->level.tiles, key (column, row), tile);
    }
  }
  return TRUE;
}

/* Lets go of what was not shown lately once there is too much. */
static void
trim (TlTiles *tiles)
{
  GHashTableIter iter;
  gpointer value;

  if (g_hash_table_size (tiles->level.tiles) <= MAX_TILES)
    return;
  g_hash_table_iter_init (&iter, tiles->level.tiles);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    if (tiles->frame - ((const Tile *) value)->frame > 3)
      g_hash_table_iter_remove (&iter);
  }
}

void
tl_tiles_start_frame (TlTiles *tiles)
{
  tiles->frame++;
}

gboolean
tl_tiles_snapshot (TlTiles          *tiles,
                   GtkSnapshot      *snapshot,
                   const TlViewport *view,
                   TlBox             window,
                   gint64            deadline)
{
  gboolean complete;

  complete = fill_level (tiles, view, window, deadline);
  if (!complete && tiles->before.tiles != NULL)
    show_level (tiles, &tiles->before, snapshot, view, window);
  complete = show_level (tiles, &tiles->level, snapshot, view, window) && complete;
  trim (tiles);
  return complete;
}
