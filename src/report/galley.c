/* galley.c - writing that runs from page to page. */
#include "report/galley.h"

#include <glib/gi18n-lib.h>

#define TEXT_GAP     4.0     /* between paragraphs */
#define HEADING_GAP 14.0     /* above a heading */
#define MARK_INDENT 16.0
#define LABEL_ROOM   0.24    /* of the width, for the names of fields */
#define HEAD_ABOVE  16.0     /* from the writing up to the line at the head of a page */
#define LARGE_MOST   3       /* pages; what fills more is not read from afar */
#define WRITE_LINE  22.0     /* from one line to write on to the next */

static void
piece_clear (gpointer data)
{
  TlPiece *piece = data;

  tl_page_free (piece->marks);
  g_free (piece->title);
}

static void
entry_clear (gpointer data)
{
  g_free (((TlGalleyEntry *) data)->title);
}

TlGalley *
tl_galley_new (TlPages  *pages,
               gboolean  turned)
{
  return tl_galley_new_zoomed (pages, turned, 1);
}

TlGalley *
tl_galley_new_zoomed (TlPages  *pages,
                      gboolean  turned,
                      double    zoom)
{
  TlGalley *galley = g_new0 (TlGalley, 1);
  TlBox area = tl_compose_paper (pages, turned);

  area = tl_box_grow (area, -TL_PAGE_MARGIN);
  galley->pages = pages;
  galley->turned = turned;
  galley->zoom = zoom;
  galley->width = area.w;
  galley->height = area.h;
  galley->heads = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_page_free);
  galley->pieces = g_array_new (FALSE, TRUE, sizeof (TlPiece));
  g_array_set_clear_func (galley->pieces, piece_clear);
  galley->entries = g_array_new (FALSE, FALSE, sizeof (TlGalleyEntry));
  g_array_set_clear_func (galley->entries, entry_clear);
  return galley;
}

void
tl_galley_free (TlGalley *galley)
{
  if (galley == NULL)
    return;
  g_ptr_array_unref (galley->heads);
  g_array_unref (galley->pieces);
  g_array_unref (galley->entries);
  g_free (galley->title);
  g_free (galley);
}

TlPage *
tl_galley_page (const TlGalley *galley,
                double          height)
{
  TlPage *page = tl_page_new (galley->width, height, galley->pages->context);

  tl_page_set_zoom (page, galley->zoom);
  return page;
}

TlPiece *
tl_galley_add (TlGalley *galley,
               double    before,
               double    height)
{
  TlPiece piece = {
    .marks = tl_galley_page (galley, height),
    .before = MAX (before, galley->gap), .height = height, .fresh = galley->fresh,
    .title = g_strdup (galley->title),
  };

  galley->gap = 0;
  galley->fresh = FALSE;
  g_array_append_val (galley->pieces, piece);
  return &g_array_index (galley->pieces, TlPiece, galley->pieces->len - 1);
}

/* Writing. */

/* Text as lines that may part between pages, two at the least on either side. */
static void
add_text (TlGalley    *galley,
          PangoLayout *layout,
          double       indent,
          double       before,
          TlColour     colour,
          const char  *mark)
{
  guint n = (guint) pango_layout_get_line_count (layout);

  for (guint i = 0; i < n; i++) {
    TlPiece *piece = tl_galley_add (galley, i == 0 ? before : 0,
                                    tl_layout_lines_height (layout, i, 1));

    piece->keep = i + 1 < n && (i == 0 || i + 2 == n);
    tl_page_put_lines (piece->marks, layout, i, 1, (TlPoint) { indent, 0 }, colour);
    if (i == 0 && mark != NULL)
      tl_page_text (piece->marks, TL_FACE_STRONG, galley->pages->theme->text, tl_page_spot (0, 0),
                    TL_ALIGN_START, mark);
  }
}

static PangoLayout *
lay_out (TlGalley   *galley,
         TlFace      face,
         double      width,
         const char *text)
{
  g_autoptr (TlPage) page = tl_galley_page (galley, 1);

  return tl_page_layout (page, face, width, TL_ALIGN_START, text);
}

static void
put_text (TlGalley   *galley,
          TlFace      face,
          double      before,
          TlColour    colour,
          const char *mark,
          const char *text)
{
  double indent = mark != NULL ? MARK_INDENT : 0;
  g_autoptr (PangoLayout) layout = lay_out (galley, face, galley->width - indent, text);

  add_text (galley, layout, indent, before, colour, mark);
}

/* All pieces from @first on stay with what follows them. */
static void
keep_from (TlGalley *galley,
           guint     first)
{
  for (guint i = first; i < galley->pieces->len; i++)
    g_array_index (galley->pieces, TlPiece, i).keep = TRUE;
}

void
tl_galley_title (TlGalley   *galley,
                 const char *kind,
                 const char *title,
                 const char *note)
{
  const TlTheme *theme = galley->pages->theme;
  guint first = galley->pieces->len;
  TlPiece *rule;

  galley->fresh = TRUE;
  g_free (galley->title);
  galley->title = g_strdup (title);
  if (kind != NULL)
    put_text (galley, TL_FACE_LABEL, 0, theme->muted, NULL, kind);
  put_text (galley, TL_FACE_TITLE, 0, theme->text, NULL, title);
  if (note != NULL && *note != '\0')
    put_text (galley, TL_FACE_SMALL, 1, theme->muted, NULL, note);
  rule = tl_galley_add (galley, 4, 1);
  tl_page_line (rule->marks, (TlPoint) { 0, 0.5 }, (TlPoint) { galley->width, 0.5 }, theme->text,
                1, 0);
  keep_from (galley, first);
  galley->gap = 8;
}

void
tl_galley_heading (TlGalley   *galley,
                   const char *text)
{
  guint first = galley->pieces->len;

  put_text (galley, TL_FACE_HEADING, HEADING_GAP, galley->pages->theme->text, NULL, text);
  keep_from (galley, first);
}

void
tl_galley_text (TlGalley   *galley,
                TlFace      face,
                const char *text)
{
  if (text != NULL && *text != '\0')
    put_text (galley, face, TEXT_GAP, galley->pages->theme->text, NULL, text);
}

void
tl_galley_note (TlGalley   *galley,
                const char *text)
{
  put_text (galley, TL_FACE_SMALL, TEXT_GAP, galley->pages->theme->muted, NULL, text);
}

void
tl_galley_point (TlGalley   *galley,
                 const char *mark,
                 const char *text)
{
  put_text (galley, TL_FACE_BODY, TEXT_GAP / 2, galley->pages->theme->text, mark, text);
}

void
tl_galley_field (TlGalley   *galley,
                 const char *label,
                 const char *text)
{
  double room = galley->width * LABEL_ROOM;
  TlColour ink = galley->pages->theme->text;
  g_autoptr (PangoLayout) name = NULL, value = NULL;
  guint first = galley->pieces->len;
  gboolean beside;

  if (text == NULL || *text == '\0')
    return;

  name = lay_out (galley, TL_FACE_STRONG, room - 8, label);
  beside = pango_layout_get_line_count (name) == 1;
  if (!beside) {
    add_text (galley, name, 0, TEXT_GAP, ink, NULL);
    keep_from (galley, first);
  }
  value = lay_out (galley, TL_FACE_BODY, galley->width - room, text);
  add_text (galley, value, room, beside ? TEXT_GAP : 0, ink, NULL);
  if (beside)
    tl_page_put (g_array_index (galley->pieces, TlPiece, first).marks, name, 0, 0, ink);
}

void
tl_galley_lacks (TlGalley   *galley,
                 const char *what)
{
  g_autofree char *text = tl_compose_lacks (what);

  put_text (galley, TL_FACE_STRONG, TEXT_GAP, galley->pages->theme->text, "▲", text);
}

void
tl_galley_write (TlGalley   *galley,
                 const char *label,
                 guint       n_lines)
{
  TlColour ink = galley->pages->theme->muted;

  if (label != NULL) {
    guint first = galley->pieces->len;

    tl_galley_text (galley, TL_FACE_STRONG, label);
    keep_from (galley, first);
  }
  for (guint i = 0; i < n_lines; i++) {
    TlPiece *piece = tl_galley_add (galley, 0, WRITE_LINE);

    tl_page_line (piece->marks, (TlPoint) { 0, WRITE_LINE - 1 },
                  (TlPoint) { galley->width, WRITE_LINE - 1 }, ink, 0.6, 0);
  }
  galley->gap = TEXT_GAP;
}

void
tl_galley_space (TlGalley *galley,
                 double    height)
{
  galley->gap = MAX (galley->gap, height);
}

TlPage *
tl_galley_figure (TlGalley *galley,
                  double    height)
{
  return tl_galley_add (galley, TEXT_GAP, MIN (height, galley->height))->marks;
}

void
tl_galley_keep (TlGalley *galley)
{
  if (galley->pieces->len > 0)
    keep_from (galley, galley->pieces->len - 1);
}

void
tl_galley_outline (TlGalley   *galley,
                   guint       level,
                   const char *title)
{
  TlGalleyEntry entry = { g_strdup (title), level, galley->pieces->len };

  g_array_append_val (galley->entries, entry);
}

/* Setting. */

static TlPiece *
piece_at (TlGalley *galley,
          guint     i)
{
  return &g_array_index (galley->pieces, TlPiece, i);
}

/* The head to be repeated when the piece comes first on a page, or NULL. */
static TlPage *
head_of (TlGalley *galley,
         guint     i)
{
  guint head = piece_at (galley, i)->head;

  return head > 0 ? galley->heads->pdata[head - 1] : NULL;
}

/* What the piece takes of the page, at its top or further down. */
static double
room_for (TlGalley *galley,
          guint     i,
          gboolean  at_top)
{
  const TlPiece *piece = piece_at (galley, i);
  TlPage *head = at_top ? head_of (galley, i) : NULL;

  return piece->height + (head != NULL ? tl_page_height (head) : 0) + (at_top ? 0 : piece->before);
}

/* The first piece that does not go on a page that begins with @first.  What is to be kept
 * with what follows goes on with it, unless that would leave nothing here. */
static guint
end_of_page (TlGalley *galley,
             guint     first)
{
  guint n = galley->pieces->len, good = first, i = first + 1;
  double y = room_for (galley, first, TRUE);

  if (!piece_at (galley, first)->keep)
    good = i;
  for (; i < n && !piece_at (galley, i)->fresh; i++) {
    y += room_for (galley, i, FALSE);
    if (y > galley->height + 0.01)
      return good > first ? good : i;
    if (!piece_at (galley, i)->keep)
      good = i + 1;
  }
  return i;
}

static void
fill_page (TlGalley *galley,
           TlPage   *page,
           guint     i,
           TlPoint   at,
           double    bottom)
{
  const TlPiece *piece = piece_at (galley, i);

  for (; piece->fills && at.y + piece->height <= bottom; at.y += piece->height)
    tl_page_paste (page, piece->marks, at);
}

/* Adds the entries that lead to the last page opened, where the pieces before @end are. */
static void
add_entries (TlGalley *galley,
             guint    *n_added,
             guint     end)
{
  for (; *n_added < galley->entries->len; (*n_added)++) {
    const TlGalleyEntry *entry = &g_array_index (galley->entries, TlGalleyEntry, *n_added);

    if (entry->piece >= end)
      return;
    tl_compose_outline (galley->pages, entry->level, entry->title);
  }
}

/* Says at the head of a page whose first pages were others. */
static void
put_continued (TlGalley   *galley,
               TlPage     *page,
               const char *title)
{
  TlBox area = tl_compose_area (page);
  /* Translators: %s is the name of a card that goes on from another. */
  g_autofree char *text = g_strdup_printf (_("%s (continued)"), title);
  g_autoptr (PangoLayout) layout =
    tl_page_layout (page, TL_FACE_SMALL, area.w, TL_ALIGN_START, text);

  pango_layout_set_height (layout, -1);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  tl_page_set_zone (page, TL_PAGE_MARGINS);
  tl_page_put (page, layout, area.x, area.y - HEAD_ABOVE, galley->pages->theme->muted);
  tl_page_set_zone (page, TL_PAGE_INSIDE);
}

static void
set_page (TlGalley *galley,
          guint     first,
          guint     end)
{
  TlPage *page = tl_compose_page (galley->pages, galley->turned);
  TlPage *head = head_of (galley, first);
  TlBox area = tl_compose_area (page);
  TlPoint at = { area.x, area.y };

  if (piece_at (galley, first)->title != NULL && !piece_at (galley, first)->fresh)
    put_continued (galley, page, piece_at (galley, first)->title);
  if (head != NULL) {
    tl_page_paste (page, head, at);
    at.y += tl_page_height (head);
  }
  for (guint i = first; i < end; i++) {
    const TlPiece *piece = piece_at (galley, i);

    if (i > first)
      at.y += piece->before;
    tl_page_paste (page, piece->marks, at);
    at.y += piece->height;
    if (i + 1 == end)
      fill_page (galley, page, i, at, area.y + area.h);
  }
}

guint
tl_galley_n_pages (TlGalley *galley)
{
  guint n = 0;

  for (guint first = 0; first < galley->pieces->len; first = end_of_page (galley, first))
    n++;
  return n;
}

void
tl_galley_set (TlGalley *galley)
{
  guint end, n_entries = 0;

  for (guint first = 0; first < galley->pieces->len; first = end) {
    end = end_of_page (galley, first);
    set_page (galley, first, end);
    add_entries (galley, &n_entries, end);
  }
  g_array_set_size (galley->entries, 0);
  g_array_set_size (galley->pieces, 0);
  g_ptr_array_set_size (galley->heads, 0);
  galley->gap = 0;
}

gboolean
tl_galley_set_large (TlPages       *pages,
                     TlGalleyWrite  write)
{
  static const double zooms[] = { 2.4, 2, 1.7, 1.5, 1.35, 1.2, 1.1 };
  g_autoptr (TlGalley) plain = write (pages, 1);
  guint n_pages = plain != NULL ? tl_galley_n_pages (plain) : 0;

  if (n_pages == 0)
    return FALSE;
  for (guint i = 0; n_pages <= LARGE_MOST && i < G_N_ELEMENTS (zooms); i++) {
    g_autoptr (TlGalley) large = write (pages, zooms[i]);

    if (tl_galley_n_pages (large) <= n_pages) {
      tl_galley_set (large);
      return TRUE;
    }
  }
  tl_galley_set (plain);
  return TRUE;
}
