/* deck.c - cards to be cut out. */
#include "report/deck.h"

#include <glib/gi18n-lib.h>

/* An A6 card or a quarter of a Letter sheet, at the least; points. */
#define CARD_WIDTH  290.0
#define CARD_HEIGHT 390.0

#define INSET       17.0
#define LARGE_MOST   150    /* cards; more are not tried in several sizes */
#define FOOT        25.0    /* kept free for the lines at the foot */
#define NUMBER_ROOM 70.0    /* for the number of the page */

/* Of writing that is not zoomed. */
#define LINE_GAP     3.0
#define MARK_INDENT 14.0
#define HEAD_AT_MOST 80.0
#define HEAD_LINES   2

/* What of the head leads to where the card comes from. */
#define TAG_WIDTH   36.0
#define TAG_HEIGHT  22.0

/* Boxes to tick: their size, and from one to the next at the most. */
#define TICK_BOX    15.0
#define TICK_STEP   32.0
#define WRITE_LINE  21.0

typedef struct {
  TlPage *page[2];   /* by side; the back is NULL in a deck of one side */
  TlBox   box[2];    /* inside the card's edges */
} Place;

static void
deck_init (TlDeck           *deck,
           TlPages          *pages,
           const TlDeckPlan *plan,
           double            zoom)
{
  const TlPaper *paper = pages->options.paper;
  gboolean turned = pages->options.turn == TL_TURN_LANDSCAPE;
  double width = turned ? paper->height : paper->width;
  double height = turned ? paper->width : paper->height;

  *deck = (TlDeck) {
    .pages = pages, .paint = plan->paint, .duplex = plan->duplex, .zoom = zoom,
    .columns = MAX (1, (guint) (width / CARD_WIDTH)),
    .rows = MAX (1, (guint) (height / CARD_HEIGHT)),
  };
  pages->two_sided = plan->duplex;
  deck->n = deck->columns * deck->rows;
  deck->places = g_array_new (FALSE, FALSE, sizeof (Place));
}

guint
tl_deck_per_sheet (const TlDeck *deck)
{
  return deck->columns * deck->rows;
}

static void
deck_clear (TlDeck *deck)
{
  g_clear_pointer (&deck->mark, g_free);
  g_clear_pointer (&deck->title, g_free);
  g_clear_pointer (&deck->note, g_free);
  g_clear_pointer (&deck->link, g_free);
  g_clear_pointer (&deck->places, g_array_unref);
}

/* Sheets. */

/* Lines to cut along, light, between cards only. */
static void
put_cuts (TlDeck *deck,
          TlPage *page)
{
  double width = tl_page_width (page), height = tl_page_height (page);
  TlColour ink = deck->pages->theme->separator;

  for (guint i = 1; i < deck->columns; i++) {
    double x = width * i / deck->columns;

    tl_page_line (page, (TlPoint) { x, 0 }, (TlPoint) { x, height }, ink, 0.5, 3);
  }
  for (guint i = 1; i < deck->rows; i++) {
    double y = height * i / deck->rows;

    tl_page_line (page, (TlPoint) { 0, y }, (TlPoint) { width, y }, ink, 0.5, 3);
  }
}

static TlPage *
open_page (TlDeck *deck)
{
  TlPage *page = tl_compose_page (deck->pages, FALSE);

  tl_page_set_bare (page);
  tl_page_set_zone (page, TL_PAGE_MARGINS);
  put_cuts (deck, page);
  tl_page_set_zone (page, TL_PAGE_INSIDE);
  tl_page_set_zoom (page, deck->zoom);
  return page;
}

/* The next card of the sheet, or the first of a new one. */
static Place
next_place (TlDeck *deck)
{
  guint per_sheet = deck->columns * deck->rows, column, row;
  GPtrArray *list = deck->pages->list;
  Place place = { .page = { NULL, NULL } };
  double width, height;

  if (deck->n == per_sheet) {
    open_page (deck);
    if (deck->duplex)
      open_page (deck);
    deck->n = 0;
  }
  column = deck->n % deck->columns;
  row = deck->n / deck->columns;
  place.page[TL_CARD_FRONT] = list->pdata[list->len - (deck->duplex ? 2 : 1)];
  place.page[TL_CARD_BACK] = deck->duplex ? list->pdata[list->len - 1] : NULL;
  width = tl_page_width (place.page[TL_CARD_FRONT]) / deck->columns;
  height = tl_page_height (place.page[TL_CARD_FRONT]) / deck->rows;
  for (guint side = 0; side < 2; side++) {
    guint x = side == TL_CARD_FRONT ? column : deck->columns - 1 - column;

    place.box[side] = tl_box_grow ((TlBox) { x * width, row * height, width, height }, -INSET);
  }
  deck->n++;
  return place;
}

/* One side of a card. */

static void
put_foot (TlDeck      *deck,
          const Place *place)
{
  TlPage *page = place->page[deck->side];
  TlBox box = place->box[deck->side];
  TlColour grey = deck->pages->theme->muted;
  g_autofree char *date = tl_compose_date (deck->pages->version);
  g_autofree char *text =
    /* Translators: at the foot of a card; %s is the date of the version. */
    *date != '\0' ? g_strdup_printf (_("%s · valid only in this version"), date)
                  : g_strdup (_("valid only in this version"));
  g_autoptr (PangoLayout) version = NULL;
  g_autoptr (PangoLayout) title = NULL;
  double y;

  tl_page_set_zone (page, TL_PAGE_MARGINS);
  tl_page_set_zoom (page, 1);
  version = tl_page_layout (page, TL_FACE_NOTE, box.w, TL_ALIGN_START, text);
  title = tl_page_layout (page, TL_FACE_NOTE, box.w - NUMBER_ROOM, TL_ALIGN_START,
                          deck->pages->title);
  y = box.y + box.h - tl_layout_height (version);
  tl_page_put (page, version, box.x, y, grey);
  pango_layout_set_height (title, -1);
  pango_layout_set_ellipsize (title, PANGO_ELLIPSIZE_END);
  y -= tl_layout_height (title);
  tl_page_put (page, title, box.x, y, grey);
  tl_compose_number_at (deck->pages, page, (TlPoint) { box.x + box.w, y });
  tl_page_set_zoom (page, deck->zoom);
  tl_page_set_zone (page, TL_PAGE_INSIDE);
}

static double
put_mark (TlDeck *deck,
          TlPage *page,
          TlBox   box)
{
  const TlPaint *paint = deck->paint;
  g_autoptr (PangoLayout) layout =
    tl_page_layout (page, TL_FACE_HEADING, 0, TL_ALIGN_START, deck->mark);
  int width;
  TlBox tag;

  pango_layout_get_size (layout, &width, NULL);
  tag = (TlBox) { box.x, box.y, (double) width / PANGO_SCALE + 12, tl_layout_height (layout) + 4 };
  tl_page_box (page, tag, 4, paint->fill, paint->edge, 0.8);
  tl_page_put (page, layout, tag.x + 6, tag.y + 2, paint->text);
  return tag.w + 8;
}

/* A text in the head of a card, in two lines at the most: it must leave room for the rest.
 * Returns FALSE when that is not all of it. */
static gboolean
put_head (TlDeck     *deck,
          TlPage     *page,
          TlFace      face,
          TlColour    colour,
          TlBox       place,
          const char *text)
{
  g_autoptr (PangoLayout) layout = tl_page_layout (page, face, place.w, TL_ALIGN_START, text);
  gboolean whole = pango_layout_get_line_count (layout) <= HEAD_LINES;

  if (!whole) {
    pango_layout_set_height (layout, -HEAD_LINES);
    pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    tl_page_set_zone (page, TL_PAGE_MARGINS);
  }
  tl_page_put (page, layout, place.x, place.y, colour);
  tl_page_set_zone (page, TL_PAGE_INSIDE);
  deck->y += tl_layout_height (layout);
  return whole;
}

/* Returns FALSE when there was not room for all of its head. */
static gboolean
open_side (TlDeck   *deck,
           gboolean  again)
{
  const Place *place = &g_array_index (deck->places, Place, deck->at);
  const TlTheme *theme = deck->pages->theme;
  TlPage *page = place->page[deck->side];
  TlBox box = place->box[deck->side];
  double indent = deck->mark != NULL ? put_mark (deck, page, box) : 0;
  const char *note = again ? C_("card", "continued") : deck->note;
  gboolean whole;

  deck->y = box.y + 2;
  whole = put_head (deck, page, TL_FACE_HEADING, theme->text,
                    (TlBox) { box.x + indent, deck->y, box.w - indent, 0 }, deck->title);
  if (note != NULL)
    whole &= put_head (deck, page, TL_FACE_NOTE, theme->muted,
                       (TlBox) { box.x + indent, deck->y + 1, box.w - indent, 0 }, note);
  deck->y += 5;
  tl_page_line (page, (TlPoint) { box.x, deck->y }, (TlPoint) { box.x + box.w, deck->y },
                theme->text, 0.8, 0);
  deck->y += 6;
  put_foot (deck, place);
  return whole;
}

/* Takes @height from the card; goes on to a further card when it is not there. */
static double
take (TlDeck *deck,
      double  height)
{
  const Place *place = &g_array_index (deck->places, Place, deck->at);
  TlBox box = place->box[deck->side];
  double y;

  if (deck->y + height > box.y + box.h - FOOT) {
    deck->at++;
    deck->n_continued++;
    if (deck->at == deck->places->len) {
      Place more = next_place (deck);

      g_array_append_val (deck->places, more);
    }
    open_side (deck, TRUE);
  }
  y = deck->y;
  deck->y += height + LINE_GAP * deck->zoom;
  return y;
}

static TlPage *
current (TlDeck *deck,
         TlBox  *box)
{
  const Place *place = &g_array_index (deck->places, Place, deck->at);

  *box = place->box[deck->side];
  return place->page[deck->side];
}

/* Puts down @n lines of a text. */
static void
put_lines (TlDeck      *deck,
           PangoLayout *layout,
           guint        first,
           guint        n,
           double       indent,
           TlColour     colour,
           const char  *mark)
{
  double height = tl_layout_lines_height (layout, first, n);
  gboolean ends = first + n == (guint) pango_layout_get_line_count (layout);
  double y = take (deck, ends ? height : height - LINE_GAP * deck->zoom);
  TlBox box;
  TlPage *page = current (deck, &box);

  if (mark != NULL)
    tl_page_text (page, TL_FACE_STRONG, deck->pages->theme->text, tl_page_spot (box.x, y),
                  TL_ALIGN_START, mark);
  tl_page_put_lines (page, layout, first, n, (TlPoint) { box.x + indent, y }, colour);
  if (deck->link != NULL)
    tl_page_link (page, (TlBox) { box.x, y, box.w, height }, deck->link);
}

/* Puts a text down whole, or, when it is higher than a whole card, line by line.
 * @mark: stands before its first line, in the indent; or NULL. */
static void
put_text (TlDeck     *deck,
          TlFace      face,
          TlColour    colour,
          const char *mark,
          const char *text)
{
  double indent = mark != NULL ? MARK_INDENT * deck->zoom : 0;
  g_autoptr (PangoLayout) layout = NULL;
  TlBox box;
  TlPage *page = current (deck, &box);
  guint n, step;

  layout = tl_page_layout (page, face, box.w - indent, TL_ALIGN_START, text);
  n = (guint) pango_layout_get_line_count (layout);
  step = tl_layout_height (layout) <= box.h - HEAD_AT_MOST * deck->zoom ? n : 1;
  for (guint i = 0; i < n; i += step)
    put_lines (deck, layout, i, step, indent, colour, i == 0 ? mark : NULL);
  g_clear_pointer (&deck->link, g_free);
}

/* What the print-outs call. */

void
tl_deck_card (TlDeck     *deck,
              const char *mark,
              const char *title,
              const char *note)
{
  Place place;

  g_free (deck->mark);
  g_free (deck->title);
  g_free (deck->note);
  deck->mark = g_strdup (mark);
  deck->title = g_strdup (title);
  deck->note = g_strdup (note);
  deck->side = TL_CARD_FRONT;
  deck->at = 0;
  g_array_set_size (deck->places, 0);
  place = next_place (deck);
  g_array_append_val (deck->places, place);
  if (open_side (deck, FALSE))
    return;
  deck->n_continued++;
  put_text (deck, TL_FACE_STRONG, deck->pages->theme->text, NULL, deck->title);
  if (deck->note != NULL)
    put_text (deck, TL_FACE_BODY, deck->pages->theme->text, NULL, deck->note);
}

void
tl_deck_back (TlDeck *deck)
{
  g_return_if_fail (deck->duplex);

  deck->side = TL_CARD_BACK;
  deck->at = 0;
  open_side (deck, FALSE);
}

void
tl_deck_text (TlDeck     *deck,
              TlFace      face,
              const char *text)
{
  put_text (deck, face, deck->pages->theme->text, NULL, text);
}

void
tl_deck_field (TlDeck     *deck,
               const char *label,
               const char *text)
{
  g_autofree char *line = NULL;

  if (text == NULL || *text == '\0')
    return;
  /* Translators: a label and what it is about, "Role: Receptionist". */
  line = g_strdup_printf (_("%s: %s"), label, text);
  tl_deck_text (deck, TL_FACE_BODY, line);
}

void
tl_deck_point (TlDeck     *deck,
               const char *mark,
               const char *text)
{
  put_text (deck, TL_FACE_BODY, deck->pages->theme->text, mark, text);
}

void
tl_deck_words (TlDeck     *deck,
               TlFace      face,
               const char *text)
{
  g_autofree char *said = tl_compose_words (text);

  tl_deck_text (deck, face, said);
}

void
tl_deck_scale (TlDeck     *deck,
               const char *question,
               int         from,
               int         to)
{
  const TlTheme *theme = deck->pages->theme;
  TlBox box;
  TlPage *page = current (deck, &box);
  g_autoptr (PangoLayout) layout = tl_page_layout (page, TL_FACE_BODY, box.w, TL_ALIGN_START,
                                                   question);
  double pitch = MIN (box.w / (to - from + 1), TICK_STEP * deck->zoom), y;

  /* Boxes on another card than their question would be of no use. */
  if (tl_layout_height (layout) + TICK_BOX * deck->zoom + 6 <= box.h - HEAD_AT_MOST * deck->zoom) {
    y = take (deck, tl_layout_height (layout) + TICK_BOX * deck->zoom + 6);
    page = current (deck, &box);
    tl_page_put (page, layout, box.x, y, theme->text);
    y += tl_layout_height (layout) + 2;
  } else {
    put_text (deck, TL_FACE_BODY, theme->text, NULL, question);
    y = take (deck, TICK_BOX * deck->zoom + 6);
    page = current (deck, &box);
  }
  for (int i = from; i <= to; i++) {
    g_autofree char *number = g_strdup_printf ("%d", i);
    TlBox tick = { box.x + (i - from) * pitch, y, TICK_BOX * deck->zoom, TICK_BOX * deck->zoom };

    tl_page_box (page, tick, 2, TL_NO_COLOUR, theme->text, 0.8);
    tl_page_text (page, TL_FACE_NOTE, theme->text,
                  tl_page_spot (tick.x + tick.w / 2, tick.y + 1.5), TL_ALIGN_CENTRE, number);
  }
}

void
tl_deck_write (TlDeck *deck,
               guint   n_lines)
{
  for (guint i = 0; i < n_lines; i++) {
    double y = take (deck, WRITE_LINE * deck->zoom - LINE_GAP * deck->zoom) + WRITE_LINE * deck->zoom - LINE_GAP * deck->zoom;
    TlBox box;
    TlPage *page = current (deck, &box);

    tl_page_line (page, (TlPoint) { box.x, y }, (TlPoint) { box.x + box.w, y },
                  deck->pages->theme->muted, 0.6, 0);
  }
}

void
tl_deck_lacks (TlDeck     *deck,
               const char *what)
{
  g_autofree char *text = tl_compose_lacks (what);

  put_text (deck, TL_FACE_STRONG, deck->pages->theme->text, "▲", text);
}

void
tl_deck_space (TlDeck *deck,
               double  height)
{
  deck->y += height * deck->zoom;
}

void
tl_deck_link (TlDeck     *deck,
              const char *name)
{
  g_free (deck->link);
  deck->link = g_strdup (name);
}

void
tl_deck_name (TlDeck     *deck,
              const char *name,
              const char *origin)
{
  TlBox box;
  TlPage *page = current (deck, &box);

  tl_compose_name (deck->pages, page, box.y, name);
  tl_page_link (page, (TlBox) { box.x, box.y, TAG_WIDTH * deck->zoom, TAG_HEIGHT * deck->zoom }, origin);
}

/* Deals all cards, written so large.  Returns how many. */
static guint
deal (TlPages          *pages,
      const TlDeckPlan *plan,
      double            zoom,
      guint            *n_continued)
{
  TlDeck deck;
  guint n;

  deck_init (&deck, pages, plan, zoom);
  n = plan->deal (pages, &deck);
  *n_continued = deck.n_continued;
  deck_clear (&deck);
  return n;
}

gboolean
tl_deck_print (TlPages           *pages,
               const TlDeckPlan  *plan,
               GError           **error)
{
  static const double zooms[] = { 1.1, 1.2, 1.3, 1.4, 1.5 };
  TlComposeState state = tl_compose_state (pages);
  guint n_continued, least;
  guint n = deal (pages, plan, 1, &least);
  double best = 1;

  for (guint i = 0; n <= LARGE_MOST && i < G_N_ELEMENTS (zooms); i++) {
    tl_compose_undo (pages, state);
    deal (pages, plan, zooms[i], &n_continued);
    if (n_continued > least)
      break;
    best = zooms[i];
  }
  if (n <= LARGE_MOST) {
    tl_compose_undo (pages, state);
    deal (pages, plan, best, &n_continued);
  }
  return tl_compose_any (pages, plan->print, n, error);
}
