/* plan.h - what layout works out on the way from a chart to a scene.
 *
 * Private to layout.  The picture is planned on a topological grid before any
 * length is known:
 *
 *   positions  p = 0 .. n_pos-1, left to right: even = gutter, odd = column;
 *   levels     l = 0 .. n_lev-1, top to bottom: rows, and gutters above and below
 *              each; where two lanes meet there are two gutters, one on each
 *              side of the boundary, so that no connector runs along the line.
 *
 * The stages, in order, each in its own file:
 *   grid    steps onto positions and levels, and each step's four neighbours;
 *   texts   labels broken into lines, room for badges;
 *   route   a course for each connector: pieces that are horizontal and vertical
 *           in turn, each in a row, a column or a gutter;
 *   again   choices of the last scene that hold;
 *   track   the order of the pieces that share a gutter;
 *   keep    courses and tracks of the last scene, when nothing they depend on changed;
 *   port    where along a side of its step each course leaves or arrives;
 *   place   widths and heights, hence coordinates of everything;
 *   trace   courses into points, with their labels;
 *   hop     where courses cross;
 *   band, badge, foot   everything that is not a step or a connector.
 *
 * Arrays keep their memory from one scene to the next.
 */
#pragma once

#include "layout/layout.h"
#include "layout/shape.h"
#include "model/order.h"

G_BEGIN_DECLS

#define TL_PLAN_NONE     G_MAXUINT
#define TL_PLAN_PIECES   5       /* no course needs more: gutters are never blocked */

/* Lengths in chart units. */
#define TL_PLAN_MARGIN      16.0   /* round the page */
#define TL_PLAN_LEAST_WIDTH 320.0  /* of the page between its margins */
#define TL_PLAN_HEADER     136.0   /* lane headers */
#define TL_PLAN_BOX_WIDTH  152.0
#define TL_PLAN_BOX_HEIGHT  68.0
#define TL_PLAN_BAR_WIDTH   10.0   /* a fork or join */
#define TL_PLAN_TRACK       12.0   /* between two tracks of a gutter */
#define TL_PLAN_BADGE       22.0   /* across a failure point's circle, at the least */
#define TL_PLAN_TAG         16.0   /* height of recovery tags and wait capsules */
#define TL_PLAN_BAR_GAP      4.0   /* between a bar and its label */
#define TL_PLAN_TICK_ROOM    4.0   /* more between a label and a failure point below it */
#define TL_PLAN_PILL_GAP     8.0   /* between a step and the label on a connector */

typedef struct {
  TlId          id;
  const TlStep *record;             /* borrowed from the chart */
  guint         lane, phase;        /* places in document order */
  guint         column, row;        /* of the whole chart */
  guint         next[TL_N_SIDES];   /* nearest step that way, or TL_PLAN_NONE */
  guint         n_ends[TL_N_SIDES]; /* course ends on each side */
  guint         first_end[TL_N_SIDES];
  guint         n_out[TL_N_SIDES];  /* of them, courses that leave */
  guint         leaving, arriving;  /* connectors in all, counted before courses are chosen */
  double        before[TL_N_SIDES]; /* taken by badges from the start (left, top) of a side */
  double        after[TL_N_SIDES];  /* the same from its end */
  double        head, foot;         /* badges and bar labels above and below the box */
  const TlText *label;
  double        width, height;      /* that its label needs, then its ends too */
  double        plain_width;        /* of boxes of its column without regard to ends */
  guint         n_failures, n_recoveries;
  guint         last_recovery;      /* number of the last one counted */
  guint         n_placed;           /* badges of the kind being placed */
  const TlText *capsule_text;       /* of the wait capsule; NULL = none */
  double        capsule;            /* width of the wait capsule; 0 = none */
  TlSide        label_side;         /* of a bar */
  TlBox         box;
} TlPlanStep;

/* One end of a course, on one side of a step. */
typedef struct {
  guint    course;
  gboolean leaves;
  int      turn;       /* -1 turns to smaller coordinates, 0 straight, 1 greater */
  gint64   reach;      /* how far away it turns, comparable within a gutter */
  double   half;       /* of the room it takes along the side */
  double   offset;     /* from the middle of the side */
} TlPlanEnd;

typedef struct {
  TlId               id;
  const TlConnector *record;              /* borrowed from the chart */
  guint              from, to;            /* steps */
  TlSide             out, in;             /* sides it leaves and arrives by */
  guint              n;                   /* pieces; 0 = not drawn */
  int                at[TL_PLAN_PIECES];  /* position or level of each piece */
  int                track[TL_PLAN_PIECES];
  double             start;               /* x or y of the first piece */
  guint              out_end, in_end;
  const TlText      *label;
  double             label_width, label_height;   /* of the pill; 0 = none */
  guint              n_failures, n_recoveries;
  guint              last_recovery, n_placed;
  guint              scene_index;                 /* among the scene's connectors */
  double             badges_width;                /* of the badges on it, in a row */
} TlCourse;

/* A way through the grid: its sides, and the positions and levels of its pieces. */
typedef struct {
  guint8 out, in;   /* TlSide; small, for many are kept */
  guint8 n;
  int    at[TL_PLAN_PIECES];
} TlWay;

/* From first to last, both included; none when first > last. */
typedef struct {
  int first, last;
} TlRange;

/* What a course chose in one round, and the positions where it counted pieces that
 * run vertically and pieces that run horizontally. */
typedef struct {
  TlWay   way;
  TlRange across, along;
} TlRound;

/* How a course was chosen: see again.c. */
typedef struct {
  TlId            course, from, to;
  guint8          kind;        /* TlConnectorKind */
  guint8          labelled;
  guint           span;        /* its turn; TL_PLAN_NONE: straight or not drawn */
  guint           last;        /* its place in the last scene, if it has the same turn there */
  guint           from_column, from_row, to_column, to_row;
  TlRound         rounds[2];   /* at first, and knowing all others */
} TlChoice;

/* What choices depend on of a step. */
typedef struct {
  TlId       id;
  TlStepKind kind;
  guint      column, row;
  guint      next[TL_N_SIDES];   /* column or row of the nearest step that way */
} TlPlanSpot;

/* A row, column or gutter. */
typedef struct {
  guint  n_tracks;
  double before, after;        /* room kept at each side of the tracks */
  double start, size;          /* chart units */
  double first_track;          /* coordinate of track 0 */
} TlPlanStrip;

typedef struct {
  gboolean is_row;
  guint    lane;
  guint    row;                /* of a row */
  double   head, foot;         /* of a row: room for badges above and below its boxes */
  double   plain_height;       /* of a row: that its labels need, without regard to ends */
} TlPlanLevel;

typedef struct {
  TlId        id;
  const char *name;
  TlBand      band;
  guint       first_level, n_levels;
  guint       first_row, n_rows;
  double      header_height;
  const TlText *text;
  double      y, height;
} TlPlanLane;

typedef struct {
  TlId  id;
  guint first_column, n_columns;
} TlPlanPhase;

/* Texts already measured, by handle; dropped when the record is touched. */
typedef struct {
  const TlText *text;
  double        width;      /* it was broken to */
  double        word;       /* width of the longest word; < 0 = not known */
} TlPlanText;

/* The arrays of a scene. */
typedef struct {
  GArray *phases, *bands, *lines, *evidence, *steps, *connectors, *points, *hops, *badges;
  GArray *moods, *keys;
} TlSceneParts;

typedef struct {
  /* Borrowed. */
  const TlChart   *chart;
  const TlMeasure *measure;
  TlLayoutOptions  options;

  /* Owned; arrays keep their memory. */
  GArray  *lanes;          /* TlPlanLane */
  GArray  *phases;         /* TlPlanPhase */
  GArray  *steps;          /* TlPlanStep, in document order */
  GArray  *courses;        /* TlCourse, in document order */
  GArray  *ends;           /* TlPlanEnd, side by side */
  GArray  *levels;         /* TlPlanLevel */
  GArray  *level_strips;   /* TlPlanStrip */
  GArray  *pos_strips;     /* TlPlanStrip */
  GArray  *row_levels;     /* guint, by row */
  GArray  *index;          /* guint by handle: place of a step, lane, phase or connector */
  GArray  *cache;          /* TlPlanText by handle */
  GArray  *by_row, *by_column;   /* guint, steps in reading order of rows, of columns */
  GArray  *scratch, *scratch2, *scratch3;   /* guint */
  GArray  *vertical_use, *horizontal_use;   /* guint16, level x position */
  GArray  *capsules;       /* TlPlanText by handle of the step that waits */
  GArray  *sheets;         /* TlPlanText by handle of the step with touchpoints */
  GArray  *circle_texts, *tag_texts;   /* const TlText * by number */
  GArray  *choices, *last_choices;   /* TlChoice, by course now and of the last scene */
  GArray  *choice_order;   /* guint: courses in the order of their choice */
  GArray  *last_spots;     /* TlPlanSpot, steps of the last scene whose courses were chosen */
  GArray  *last_index;     /* guint by handle: place of a step or course in that scene */
  GArray  *last_row_levels;
  GArray  *doubtful_steps, *doubtful_across, *doubtful_along;   /* guint8: see again.c */
  GArray  *kept_steps, *kept_courses, *kept_row_levels;   /* of keep.c */
  GArray  *kept_level_tracks, *kept_pos_tracks;
  GArray  *boxes;          /* TlBox, of band.c */
  GArray  *pieces;         /* of track.c */
  GArray  *runs, *hops;    /* of hop.c */
  TlSceneParts parts;
  TlScene  scene;          /* its arrays are those of @parts */
  TlOrder *order;          /* NULL: to be made anew */

  /* State. */
  guint    n_columns, n_rows;
  guint    n_pos, n_lev, kept_n_pos, last_n_pos;
  gboolean compares;       /* choices with those of the last scene */
  gboolean counts_use;     /* false on grids too large for a dense count */
  TlRange  counted;        /* positions where it is counted so far */
  const char *circle_letter, *tag_letter;   /* F, R, as people here write them */
  double   circle_width, tag_width;   /* of failure circles and of recovery tags */
  double   kept_circle_width;
  gboolean keeps_ends;     /* ends stand along their sides as in the last scene */
  double   curve_y, curve_height, evidence_y, evidence_height;   /* height 0: not drawn */
  double   grid_x, grid_y, grid_right, grid_bottom;
} TlPlan;

#define TL_PLAN_STEP(plan, i)   (&g_array_index ((plan)->steps, TlPlanStep, (i)))
#define TL_PLAN_COURSE(plan, i) (&g_array_index ((plan)->courses, TlCourse, (i)))
#define TL_PLAN_END(plan, i)    (&g_array_index ((plan)->ends, TlPlanEnd, (i)))
#define TL_PLAN_LEVEL(plan, i)  (&g_array_index ((plan)->levels, TlPlanLevel, (i)))
#define TL_PLAN_LSTRIP(plan, i) (&g_array_index ((plan)->level_strips, TlPlanStrip, (i)))
#define TL_PLAN_PSTRIP(plan, i) (&g_array_index ((plan)->pos_strips, TlPlanStrip, (i)))

static inline gboolean
tl_side_is_horizontal (TlSide side)
{
  return side == TL_SIDE_RIGHT || side == TL_SIDE_LEFT;
}

static inline int
tl_plan_pos (const TlPlanStep *step)
{
  return 2 * (int) step->column + 1;
}

static inline int
tl_plan_lev (const TlPlan     *plan,
             const TlPlanStep *step)
{
  return (int) g_array_index (plan->row_levels, guint, step->row);
}

/* Whether piece @k of @course runs left to right. */
static inline gboolean
tl_course_is_horizontal (const TlCourse *course,
                         guint           k)
{
  return tl_side_is_horizontal (course->out) == (k % 2 == 0);
}

/* Position or level that @course visits: its pieces are 0 .. n-1, its steps -1 and
 * n, each measured across the piece next to it. */
static inline int
tl_course_station (const TlPlan   *plan,
                   const TlCourse *course,
                   int             k)
{
  const TlPlanStep *step;

  if (k >= 0 && k < (int) course->n)
    return course->at[k];
  step = TL_PLAN_STEP (plan, k < 0 ? course->from : course->to);
  return tl_side_is_horizontal (k < 0 ? course->out : course->in) ? tl_plan_pos (step)
                                                                   : tl_plan_lev (plan, step);
}

void   tl_grid_build      (TlPlan         *plan);
void   tl_texts_measure   (TlPlan         *plan);
/* Room that the badges of steps need on their sides. */
void   tl_badge_measure   (TlPlan         *plan);
void   tl_route_choose    (TlPlan         *plan);
void   tl_track_assign    (TlPlan         *plan);
void   tl_port_assign     (TlPlan         *plan);
void   tl_place_columns   (TlPlan         *plan,
                           double          x);
/* Heights of levels from @y downward; returns the bottom. */
double tl_place_levels    (TlPlan         *plan,
                           double          y);

/* Adds the ends of @course to the counts of its steps. */
void   tl_route_count_ends (TlPlan        *plan,
                            const TlCourse *course);
/* Where the label of a bar stands, as far as its courses are known. */
TlSide tl_route_label_side (const TlPlanStep *step);
/* Labels of bars to the sides that their courses leave free. */
void   tl_texts_settle_bars (TlPlan       *plan);
/* Choosing again after an edit: see again.c. */
void     tl_again_begin   (TlPlan         *plan);
/* Takes over the choice of course @index in @round if it would be made again. */
gboolean tl_again_holds   (TlPlan         *plan,
                           guint           index,
                           guint           round);
void     tl_again_chose   (TlPlan         *plan,
                           guint           index,
                           guint           round);
void     tl_again_end     (TlPlan         *plan);
/* Takes over courses and tracks of the last scene if they would be chosen again. */
gboolean tl_keep_restore  (TlPlan         *plan);
void   tl_keep_store      (TlPlan         *plan);
/* Where ends stand now, for the next scene. */
void   tl_keep_ends       (TlPlan         *plan);

/* Sizes of the elements of arrays that are private to a stage. */
gsize  tl_keep_step_size  (void);
gsize  tl_keep_course_size (void);
gsize  tl_track_piece_size (void);
gsize  tl_hop_run_size    (void);
gsize  tl_hop_size        (void);

void   tl_trace_courses   (TlPlan         *plan);
/* Where the badges on a connector stand, in a row. */
TlBox  tl_trace_badges    (const TlPlan   *plan,
                           const TlCourse *course);
void   tl_hop_find        (TlPlan         *plan);
void   tl_badge_place     (TlPlan         *plan);

/* What stands above the lanes, from the top of the page; returns where lanes begin. */
double tl_head_place      (TlPlan         *plan,
                           double          y);
void   tl_band_measure    (TlPlan         *plan);
/* The lines between lanes, and how far right the page must reach for their names. */
double tl_line_place      (TlPlan         *plan);
/* Bands and lines to the right end of the page. */
void   tl_band_place      (TlPlan         *plan,
                           double          right);
/* Legend and totals; returns the bottom. */
double tl_foot_place      (TlPlan         *plan,
                           double          y,
                           double          right);

gboolean tl_cell_find     (const TlPlan   *plan,
                           TlPoint         point,
                           TlCell         *cell);
TlBox  tl_cell_box        (const TlPlan   *plan,
                           const TlCell   *cell);
gboolean tl_cell_cut      (const TlPlan   *plan,
                           const TlCell   *cell,
                           TlPoint        *cut);

G_END_DECLS
