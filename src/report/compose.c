/* compose.c - what the print-outs share while they compose their pages. */
#include "report/compose.h"

#include <glib/gi18n-lib.h>

/* From the foot of the paper to the top of the running lines. */
#define RUNNING_FOOT 25.0
#define RUNNING_GAP  16.0

TlComposeState
tl_compose_state (const TlPages *pages)
{
  return (TlComposeState) {
    pages->list->len, pages->outline->len, pages->parts->len, pages->numbers->len,
    g_hash_table_size (pages->names),
  };
}

static gboolean
came_later (gpointer name G_GNUC_UNUSED,
            gpointer order,
            gpointer data)
{
  const TlComposeState *state = data;

  return GPOINTER_TO_UINT (order) > state->n_names;
}

void
tl_compose_undo (TlPages        *pages,
                 TlComposeState  state)
{
  g_ptr_array_set_size (pages->list, (int) state.n_pages);
  g_array_set_size (pages->outline, state.n_entries);
  g_array_set_size (pages->parts, state.n_parts);
  g_array_set_size (pages->numbers, state.n_numbers);
  g_hash_table_foreach_remove (pages->names, came_later, &state);
}

TlPage *
tl_compose_page_of (TlPages *pages,
                    double    width,
                    double    height)
{
  TlPage *page = tl_page_new (width, height, pages->context);

  g_ptr_array_add (pages->list, page);
  return page;
}

TlBox
tl_compose_paper (const TlPages *pages,
                  gboolean       turned)
{
  const TlPaper *paper = pages->options.paper;

  if (pages->options.turn != TL_TURN_AUTO)
    turned = pages->options.turn == TL_TURN_LANDSCAPE;
  return turned ? (TlBox) { 0, 0, paper->height, paper->width }
                : (TlBox) { 0, 0, paper->width, paper->height };
}

TlPage *
tl_compose_page (TlPages *pages,
                 gboolean  turned)
{
  TlBox paper = tl_compose_paper (pages, turned);

  return tl_compose_page_of (pages, paper.w, paper.h);
}

TlBox
tl_compose_area (const TlPage *page)
{
  return tl_box_grow ((TlBox) { 0, 0, tl_page_width (page), tl_page_height (page) },
                      -TL_PAGE_MARGIN);
}

void
tl_compose_name (TlPages    *pages,
                 TlPage     *page,
                 double      y,
                 const char *name)
{
  guint n = g_hash_table_size (pages->names);

  if (g_hash_table_contains (pages->names, name))
    return;
  g_hash_table_insert (pages->names, g_strdup (name), GUINT_TO_POINTER (n + 1));
  tl_page_name (page, y, name);
}

void
tl_compose_outline (TlPages   *pages,
                    guint       level,
                    const char *title)
{
  guint back = pages->two_sided ? 2 : 1;   /* a front and its back are opened together */
  TlOutlineEntry entry = { g_strdup (title), pages->list->len - back, level };

  g_array_append_val (pages->outline, entry);
}

void
tl_compose_part (TlPages *pages,
                 char    *name,
                 TlBox    own,
                 TlBox    shown,
                 TlPoint  at,
                 double   scale)
{
  TlBox grid = pages->scene->grid;
  TlPagePart part = { pages->list->len - 1, name, own, shown, at, scale };

  part.box.x -= grid.x;
  part.box.y -= grid.y;
  part.shown.x -= grid.x;
  part.shown.y -= grid.y;
  g_array_append_val (pages->parts, part);
}

gboolean
tl_compose_concerns (const TlPages  *pages,
                     TlId            role,
                     TlId            owner,
                     const TlIdList *steps)
{
  if (role == TL_ID_NONE || owner == role)
    return TRUE;
  for (guint i = 0; i < steps->n; i++) {
    const TlStep *step = TL_CHART_GET (pages->chart, STEP, TlStep, steps->ids[i]);

    if (step->role == role)
      return TRUE;
  }
  return FALSE;
}

gboolean
tl_compose_promised (const TlPages   *pages,
                     const TlPromise *promise,
                     TlId             role)
{
  if (promise->to != 0 && promise->to < pages->options.today)
    return FALSE;
  return promise->steps.n == 0 ||
         tl_compose_concerns (pages, role, promise->owner, &promise->steps);
}

gboolean
tl_compose_acts (const TlPages    *pages,
                 const TlRecovery *recovery,
                 TlId              role)
{
  if (role == TL_ID_NONE)
    return TRUE;
  for (guint i = 0; i < recovery->head.children.n; i++) {
    const TlAction *action =
      TL_CHART_GET (pages->chart, ACTION, TlAction, recovery->head.children.ids[i]);

    if (action->role == role)
      return TRUE;
  }
  return FALSE;
}

const TlStep *
tl_compose_step_of (const TlPages   *pages,
                    const TlFailure *failure)
{
  const TlConnector *way = TL_CHART_GET (pages->chart, CONNECTOR, TlConnector, failure->at);

  return TL_CHART_GET (pages->chart, STEP, TlStep, way != NULL ? way->from : failure->at);
}

gboolean
tl_compose_reads (const TlPages *pages,
                  const TlRole  *role)
{
  return (role->kind == TL_ROLE_STAFF || role->kind == TL_ROLE_PARTNER) &&
         (pages->options.role == TL_ID_NONE || pages->options.role == role->head.id);
}

gboolean
tl_compose_has_card (const TlPages *pages,
                     const TlStep  *step,
                     TlId           role)
{
  const TlRole *doer = TL_CHART_GET (pages->chart, ROLE, TlRole, step->role);
  const TlLane *lane = TL_CHART_GET (pages->chart, LANE, TlLane, step->lane);

  if (role != TL_ID_NONE && role != step->role)
    return FALSE;
  if (step->kind == TL_STEP_START || step->kind == TL_STEP_END || step->kind == TL_STEP_FORK ||
      step->kind == TL_STEP_JOIN)
    return FALSE;
  if (lane->band != TL_BAND_CUSTOMER && (doer == NULL || doer->kind != TL_ROLE_CUSTOMER))
    return TRUE;
  return step->tell != NULL || step->how != NULL;
}

const TlFigures *
tl_compose_figures (TlPages *pages)
{
  if (pages->figures == NULL)
    pages->figures = tl_figures_new (pages->chart, pages->options.today);
  return pages->figures;
}

gboolean
tl_compose_any (const TlPages  *pages,
                TlPrint         print,
                guint           n,
                GError        **error)
{
  if (n > 0)
    return TRUE;

  if (pages->options.role != TL_ID_NONE)
    g_set_error (error, TL_PAGES_ERROR, TL_PAGES_ERROR_EMPTY,
                 /* Translators: the first %s is a print-out, "Step Cards", the second a role. */
                 _("%1$s: the chart has nothing for %2$s."), tl_print_title (print),
                 tl_compose_role (pages, pages->options.role));
  else
    g_set_error (error, TL_PAGES_ERROR, TL_PAGES_ERROR_EMPTY,
                 /* Translators: %s is a print-out, "Step Cards". */
                 _("%s: the chart has nothing to print there."), tl_print_title (print));
  return FALSE;
}

/* Running lines. */

/* The page, and how many there are. */
static char *
page_number (const TlPages *pages,
             guint          i)
{
  /* Translators: "%1$u" is the page, "%2$u" how many there are. */
  return g_strdup_printf (_("Page %1$u of %2$u"), i + 1, pages->list->len);
}

void
tl_compose_number_at (TlPages *pages,
                      TlPage  *page,
                      TlPoint  at)
{
  TlNumberSpot spot = { page, at };

  g_array_append_val (pages->numbers, spot);
}

static void
put_numbers (TlPages *pages)
{
  for (guint i = 0; i < pages->numbers->len; i++) {
    const TlNumberSpot *spot = &g_array_index (pages->numbers, TlNumberSpot, i);
    g_autofree char *number = NULL;
    guint index;

    if (!g_ptr_array_find (pages->list, spot->page, &index))
      continue;
    number = page_number (pages, index);
    tl_page_set_zone (spot->page, TL_PAGE_MARGINS);
    tl_page_set_zoom (spot->page, 1);
    tl_page_text (spot->page, TL_FACE_NOTE, pages->theme->muted,
                  tl_page_spot (spot->at.x, spot->at.y), TL_ALIGN_END, number);
  }
}

/* The title at the left, the version and the number of the page at the right; the title
 * on a line of its own where there is not room for all of it beside them. */
static void
put_running_line (TlPages    *pages,
                  TlPage     *page,
                  const char *version,
                  const char *number)
{
  TlBox area = tl_compose_area (page);
  TlColour grey = pages->theme->muted;
  double y = tl_page_height (page) - RUNNING_FOOT, x = area.x + area.w;
  g_autoptr (PangoLayout) title = tl_page_layout (page, TL_FACE_SMALL, 0, TL_ALIGN_START,
                                                  pages->title);
  g_autoptr (PangoLayout) last = tl_page_layout (page, TL_FACE_SMALL, 0, TL_ALIGN_START, number);
  g_autoptr (PangoLayout) middle = tl_page_layout (page, TL_FACE_SMALL, 0, TL_ALIGN_START, version);
  double width = tl_layout_width (last) + RUNNING_GAP + tl_layout_width (middle);
  gboolean beside = tl_layout_width (title) + RUNNING_GAP + width <= area.w;

  pango_layout_set_width (title, (int) (area.w * PANGO_SCALE));
  pango_layout_set_height (title, -1);
  pango_layout_set_ellipsize (title, PANGO_ELLIPSIZE_END);
  tl_page_put (page, title, area.x, beside ? y : y - tl_layout_height (title) + 3, grey);
  if (!beside)
    y += 3;
  x -= tl_layout_width (last);
  tl_page_put (page, last, x, y, grey);
  tl_page_put (page, middle, beside ? x - RUNNING_GAP - tl_layout_width (middle) : area.x, y, grey);
}

void
tl_compose_running_lines (TlPages *pages)
{
  g_autofree char *date = tl_compose_date (pages->version);
  g_autofree char *version =
    *date != '\0' ? g_strdup_printf (_("Version of %s. Valid only in this version."), date)
                  : g_strdup (_("Valid only in this version."));

  for (guint i = 0; i < pages->list->len; i++) {
    TlPage *page = pages->list->pdata[i];
    g_autofree char *number = page_number (pages, i);

    if (tl_page_is_bare (page))
      continue;
    tl_page_set_zone (page, TL_PAGE_MARGINS);
    put_running_line (pages, page, version, number);
  }
  put_numbers (pages);
}
