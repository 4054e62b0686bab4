/* paint-badges.c - failure points, recovery tags, wait capsules; the footer. */
#include <math.h>

#include "layout/shape.h"
#include "render/paint.h"

#define TICK_NEAR 1.6   /* ticks begin and end this far from the circle */
#define TICK_FAR  5.6

static const char *const kinds[] = {
  [TL_BADGE_FAILURE]  = "failure",
  [TL_BADGE_RECOVERY] = "recovery",
  [TL_BADGE_WAIT]     = "waiting",
};

static const TlPaint *
find_paint (const TlTheme *theme,
            TlBadgeKind    kind,
            TlPriority     priority)
{
  if (kind == TL_BADGE_FAILURE)
    return &theme->failure[priority];
  return kind == TL_BADGE_RECOVERY ? &theme->recovery : &theme->wait;
}

/* One to three ticks above the circle and away from its step: the priority, for
 * eyes and papers without colour.  They leave the right free for a recovery. */
static void
paint_ticks (TlPainter     *painter,
             TlBox          box,
             TlPriority     priority,
             const TlPaint *paint)
{
  guint n = priority == TL_PRIORITY_NONE ? 0 : (guint) priority;
  TlPen pen = { paint->fill == painter->theme->page ? paint->edge : paint->fill, 2.2, NULL, 0 };
  TlPoint centre = tl_box_centre (box);

  if (n == 0)
    return;

  tl_paint_begin_path (painter);
  for (guint i = 0; i < n; i++) {
    double angle = (-75 + 28 * (i - (n - 1) / 2.0)) * G_PI / 180;
    double dx = cos (angle), dy = sin (angle);

    tl_paint_move_to (painter, (TlPoint) { centre.x + dx * (box.w / 2 + TICK_NEAR),
                                           centre.y + dy * (box.h / 2 + TICK_NEAR) });
    tl_paint_line_to (painter, (TlPoint) { centre.x + dx * (box.w / 2 + TICK_FAR),
                                           centre.y + dy * (box.h / 2 + TICK_FAR) });
  }
  tl_paint_end_path (painter, TL_NO_COLOUR, &pen);
}

static void
paint_badge (TlPainter         *painter,
             TlBadgeKind        kind,
             TlPriority         priority,
             TlBox              box,
             const TlSceneText *text)
{
  const TlPaint *paint = find_paint (painter->theme, kind, priority);
  TlPen pen = { paint->edge, paint->edge == paint->text && paint->text != paint->fill &&
                             paint->fill == painter->theme->sheet ? 1.4 : 2, NULL, 0 };
  TlPath path = { 0 };

  tl_shape_badge (kind, box, &path);
  tl_paint_path (painter, &path, paint->fill, &pen);
  if (kind == TL_BADGE_FAILURE)
    paint_ticks (painter, box, priority, paint);
  tl_paint_text (painter, text, paint->text);
}

static gboolean
is_alike (const TlSceneBadge *badge,
          TlBadgeKind         kind,
          TlPriority          priority)
{
  return badge->kind == kind && (kind != TL_BADGE_FAILURE || badge->priority == priority);
}

/* Spots of colour, all of a kind in one path. */
static void
paint_spots (TlPainter   *painter,
             TlBadgeKind  kind,
             TlPriority   priority)
{
  const TlScene *scene = painter->scene;
  const TlPaint *paint = find_paint (painter->theme, kind, priority);

  tl_paint_begin_path (painter);
  for (guint i = 0; i < scene->n_badges; i++) {
    const TlSceneBadge *badge = &scene->badges[i];

    if (is_alike (badge, kind, priority) && tl_paint_is_visible (painter, badge->box))
      tl_paint_box_to (painter, badge->box);
  }
  if (painter->pieces->len > 0)
    tl_paint_end_path (painter, paint->fill == painter->theme->sheet ? paint->text : paint->fill,
                       NULL);
}

/* An overlay has colours enough for a chart as small as this. */
static void
paint_plain_badges (TlPainter *painter)
{
  if (painter->options->marks != NULL)
    return;
  paint_spots (painter, TL_BADGE_WAIT, TL_PRIORITY_NONE);
  paint_spots (painter, TL_BADGE_RECOVERY, TL_PRIORITY_NONE);
  for (TlPriority priority = TL_PRIORITY_NONE; priority <= TL_PRIORITY_HIGH; priority++)
    paint_spots (painter, TL_BADGE_FAILURE, priority);
}

/* A recovery may sit at several steps; the first one carries its id. */
static void
paint_whole_badges (TlPainter *painter)
{
  const TlScene *scene = painter->scene;
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < scene->n_badges; i++) {
    const TlSceneBadge *badge = &scene->badges[i];
    TlId id = badge->kind == TL_BADGE_WAIT ? TL_ID_NONE : badge->id;

    if (!tl_paint_is_visible (painter, badge->box))
      continue;
    if (id != TL_ID_NONE && !g_hash_table_add (seen, GUINT_TO_POINTER (id)))
      id = TL_ID_NONE;
    tl_paint_open_record (painter, id, kinds[badge->kind], tl_paint_badge_title (painter, badge));
    tl_paint_fade_badge (painter, badge);
    paint_badge (painter, badge->kind, badge->priority, badge->box, &badge->text);
    tl_paint_unfade (painter);
    tl_paint_close (painter);
  }
}

void
tl_paint_badges (TlPainter *painter)
{
  tl_paint_open_layer (painter, "badges");
  if (painter->options->simplified)
    paint_plain_badges (painter);
  else
    paint_whole_badges (painter);
  tl_paint_close (painter);
}

void
tl_paint_footer (TlPainter *painter)
{
  const TlScene *scene = painter->scene;

  if (painter->options->simplified || (scene->n_keys == 0 && scene->totals.text == NULL))
    return;

  tl_paint_open_layer (painter, "footer");
  for (guint i = 0; i < scene->n_keys; i++) {
    const TlSceneKey *key = &scene->keys[i];

    if (!tl_paint_is_visible (painter, tl_box_union (key->box, key->text.box)))
      continue;
    paint_badge (painter, key->kind, key->priority, key->box, &key->mark);
    tl_paint_text (painter, &key->text, painter->theme->muted);
  }
  if (scene->totals.text != NULL && tl_paint_is_visible (painter, scene->totals.box))
    tl_paint_text (painter, &scene->totals, painter->theme->muted);
  tl_paint_close (painter);
}
