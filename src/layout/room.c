/* room.c - where there is room in a scene for something small.
 *
 * The page is cut into square cells; each has a list of what reaches into it. */
#include "layout/room.h"

#include <math.h>

#define CELL       192.0   /* chart units along a side: about a step and its gutter */
#define HALF_LINE  1.5     /* chart units */
#define ARROW_HALF 4.5
#define ARROW      10.0
#define TICKS      6.0     /* how far they stand out around a failure point */

typedef struct {
  TlBox  box;
  TlId   own;      /* of a step's box; else TL_ID_NONE */
  double cost;
} Obstacle;

typedef struct {
  guint obstacle;
  guint next;      /* of the same cell, and 1; 0 = the last */
} Node;

struct _TlRoom {
  /* Owned */
  GArray *obstacles;   /* Obstacle */
  GArray *nodes;       /* Node */
  guint  *cells;       /* first node of each, and 1; 0 = none */

  TlBox   page;
  int     n_columns, n_rows;
};

/* The cells that @box touches; what is off the page counts to the cells at its edge. */
typedef struct {
  int column0, column1, row0, row1;
} Cells;

static Cells
cells_of (const TlRoom *room,
          TlBox         box)
{
  double x = box.x - room->page.x, y = box.y - room->page.y;

  return (Cells) {
    CLAMP ((int) floor (x / CELL), 0, room->n_columns - 1),
    CLAMP ((int) floor ((x + box.w) / CELL), 0, room->n_columns - 1),
    CLAMP ((int) floor (y / CELL), 0, room->n_rows - 1),
    CLAMP ((int) floor ((y + box.h) / CELL), 0, room->n_rows - 1),
  };
}

static void
add (TlRoom *room,
     TlBox   box,
     TlId    own,
     double  cost)
{
  Obstacle obstacle = { box, own, cost };
  Cells cells = cells_of (room, box);

  g_array_append_val (room->obstacles, obstacle);
  for (int row = cells.row0; row <= cells.row1; row++) {
    for (int column = cells.column0; column <= cells.column1; column++) {
      guint *cell = &room->cells[row * room->n_columns + column];
      Node node = { room->obstacles->len - 1, *cell };

      g_array_append_val (room->nodes, node);
      *cell = room->nodes->len;
    }
  }
}

static void
add_words (TlRoom            *room,
           const TlSceneText *text)
{
  double spare, x;

  if (text->text == NULL)
    return;
  spare = text->box.w - text->text->width;
  x = text->box.x + (text->align == TL_ALIGN_START ? 0
                     : text->align == TL_ALIGN_END ? spare : spare / 2);
  add (room, (TlBox) { x, text->box.y + (text->box.h - text->text->height) / 2,
                       text->text->width, text->text->height }, TL_ID_NONE, TL_ROOM_MARK);
}

static void
add_course (TlRoom                 *room,
            const TlScene          *scene,
            const TlSceneConnector *connector)
{
  const TlPoint *points = scene->points + connector->first_point;
  guint n = connector->n_points;

  for (guint i = 0; i + 1 < n; i++)
    add (room, tl_box_grow (tl_box_from_corners (points[i], points[i + 1]), HALF_LINE),
         TL_ID_NONE, TL_ROOM_LINE);
  if (n > 1) {
    TlPoint tip = points[n - 1], before = points[n - 2];
    double length = hypot (tip.x - before.x, tip.y - before.y);
    double share = length > 0 ? MIN (1, ARROW / length) : 0;
    TlPoint base = { tip.x + (before.x - tip.x) * share, tip.y + (before.y - tip.y) * share };

    add (room, tl_box_grow (tl_box_from_corners (tip, base), ARROW_HALF), TL_ID_NONE,
         TL_ROOM_LINE);
  }
  if (connector->label.text != NULL)
    add (room, connector->label_box, TL_ID_NONE, TL_ROOM_MARK);
}

static void
add_scene (TlRoom        *room,
           const TlScene *scene)
{
  for (guint i = 0; i < scene->n_phases; i++)
    add (room, scene->phases[i].box, TL_ID_NONE, TL_ROOM_MARK);
  for (guint i = 0; i < scene->n_bands; i++)
    add (room, scene->bands[i].header, TL_ID_NONE, TL_ROOM_MARK);
  for (guint i = 0; i < scene->n_lines; i++)
    add_words (room, &scene->lines[i].name);
  for (guint i = 0; i < scene->n_evidence; i++)
    add (room, scene->evidence[i].box, TL_ID_NONE, TL_ROOM_MARK);
  for (guint i = 0; i < scene->n_steps; i++) {
    add (room, scene->steps[i].box, scene->steps[i].id, TL_ROOM_MARK);
    add_words (room, &scene->steps[i].label);
  }
  for (guint i = 0; i < scene->n_connectors; i++)
    add_course (room, scene, &scene->connectors[i]);
  for (guint i = 0; i < scene->n_badges; i++) {
    const TlSceneBadge *badge = &scene->badges[i];

    add (room, tl_box_grow (badge->box, badge->kind == TL_BADGE_FAILURE ? TICKS : 1), TL_ID_NONE,
         TL_ROOM_MARK);
  }
}

TlRoom *
tl_room_new (const TlScene *scene)
{
  TlRoom *room = g_new0 (TlRoom, 1);

  room->page = scene->page;
  room->n_columns = MAX (1, (int) ceil (scene->page.w / CELL));
  room->n_rows = MAX (1, (int) ceil (scene->page.h / CELL));
  room->cells = g_new0 (guint, (gsize) room->n_columns * (gsize) room->n_rows);
  room->obstacles = g_array_new (FALSE, FALSE, sizeof (Obstacle));
  room->nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  add_scene (room, scene);
  return room;
}

void
tl_room_free (TlRoom *room)
{
  if (room == NULL)
    return;

  g_array_unref (room->obstacles);
  g_array_unref (room->nodes);
  g_free (room->cells);
  g_free (room);
}

static gboolean
is_on_page (const TlRoom *room,
            TlBox         box)
{
  return box.x >= room->page.x && box.y >= room->page.y &&
         box.x + box.w <= room->page.x + room->page.w &&
         box.y + box.h <= room->page.y + room->page.h;
}

/* What reaches into several cells is counted in the first that is asked about. */
static gboolean
is_first (const TlRoom *room,
          TlBox         obstacle,
          Cells         asked,
          int           column,
          int           row)
{
  Cells own = cells_of (room, obstacle);

  return column == MAX (own.column0, asked.column0) && row == MAX (own.row0, asked.row0);
}

double
tl_room_covered (const TlRoom *room,
                 TlBox         box,
                 TlId          own)
{
  Cells cells = cells_of (room, box);
  double cost = is_on_page (room, box) ? 0 : TL_ROOM_MARK;

  for (int row = cells.row0; row <= cells.row1; row++) {
    for (int column = cells.column0; column <= cells.column1; column++) {
      guint next = room->cells[row * room->n_columns + column];

      while (next != 0) {
        const Node *node = &g_array_index (room->nodes, Node, next - 1);
        const Obstacle *obstacle = &g_array_index (room->obstacles, Obstacle, node->obstacle);

        if ((own == TL_ID_NONE || obstacle->own != own) && tl_box_overlaps (obstacle->box, box) &&
            is_first (room, obstacle->box, cells, column, row))
          cost += obstacle->cost;
        next = node->next;
      }
    }
  }
  return cost;
}

void
tl_room_take (TlRoom *room,
              TlBox   box)
{
  add (room, box, TL_ID_NONE, TL_ROOM_MARK);
}
