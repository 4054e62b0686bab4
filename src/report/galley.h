/* galley.h - writing that runs from page to page: headings, paragraphs, lists, tables.
 *
 *   TlGalley *galley = tl_galley_new (pages, FALSE);
 *   tl_galley_title (galley, NULL, role->name, NULL);
 *   tl_galley_text (galley, TL_FACE_BODY, role->skills);
 *   tl_galley_set (galley);
 *
 * What is written is cut into pieces that are never torn apart: lines, rows of a table,
 * figures.  tl_galley_set() puts them on as many pages as it takes.
 *
 * Promises (tests/test-galley.c):
 *   (1) every piece stands on a page, once, inside the margins, in the order of writing;
 *   (2) a heading is followed on its page by what it is about;
 *   (3) no paragraph leaves a single line alone on either side of a page break;
 *   (4) a table that goes on repeats its head; a row is torn only when it is higher than
 *       half a page;
 *   (5) writing on sheets is TL_FACE_SMALL or larger.
 */
#pragma once

#include "report/compose.h"

G_BEGIN_DECLS

/* A piece of a page, and how it wants to be kept. */
typedef struct {
  TlPage  *marks;       /* owned: what stands there, from its top left corner */
  double   before;      /* space above, but at the top of a page; points */
  double   height;
  guint    head;        /* in @heads, + 1: to be repeated above it on a new page; 0 = none */
  gboolean keep;        /* on one page with the next */
  gboolean fresh;       /* begins a page, and a sheet */
  gboolean fills;       /* repeated while there is room on the page */
  char    *title;       /* owned: of the sheet it is on, or NULL */
} TlPiece;

/* An entry of the outline, and the piece whose page it leads to. */
typedef struct {
  char  *title;         /* owned */
  guint  level, piece;
} TlGalleyEntry;

typedef struct {
  /* Borrowed */
  TlPages   *pages;

  /* Owned */
  GPtrArray *heads;     /* TlPage: of tables */
  GArray    *pieces;    /* TlPiece */
  GArray    *entries;   /* TlGalleyEntry, by piece */
  char      *title;     /* of the last sheet begun, or NULL */

  /* State */
  gboolean   turned;
  gboolean   fresh;     /* the next piece begins a page */
  double     zoom;
  double     width;     /* of the writing, points */
  double     height;    /* of a page's inside */
  double     gap;       /* before the next piece, at the least */
} TlGalley;

/* @turned: lie the paper down, when the options leave it open. */
TlGalley *tl_galley_new     (TlPages      *pages,
                             gboolean       turned) G_GNUC_WARN_UNUSED_RESULT;
/* The same with all writing @zoom times as large: what is read from some way off. */
TlGalley *tl_galley_new_zoomed (TlPages   *pages,
                             gboolean       turned,
                             double         zoom) G_GNUC_WARN_UNUSED_RESULT;
void      tl_galley_free    (TlGalley     *galley);
/* How many pages it takes so far. */
guint     tl_galley_n_pages (TlGalley     *galley);

/* Writes something zoomed; NULL when there is nothing to write. */
typedef TlGalley *(*TlGalleyWrite) (TlPages *pages,
                                    double   zoom);
/* Sets what @write writes, as large as goes on no more pages than it takes unzoomed.
 * FALSE when there is nothing. */
gboolean  tl_galley_set_large (TlPages      *pages,
                             TlGalleyWrite  write);

/* A new sheet on a page of its own.  @kind: what it is, small above the title, or NULL;
 * @note: a line below it, or NULL. */
void      tl_galley_title   (TlGalley     *galley,
                             const char   *kind,
                             const char   *title,
                             const char   *note);
void      tl_galley_heading (TlGalley     *galley,
                             const char   *text);
/* Nothing when there is no text. */
void      tl_galley_text    (TlGalley     *galley,
                             TlFace        face,
                             const char   *text);
/* The same, stepping back. */
void      tl_galley_note    (TlGalley     *galley,
                             const char   *text);
/* @mark: "•", "1". */
void      tl_galley_point   (TlGalley     *galley,
                             const char   *mark,
                             const char   *text);
/* The name at the left, the text beside it; nothing when there is no text. */
void      tl_galley_field   (TlGalley     *galley,
                             const char   *label,
                             const char   *text);
/* Says loudly that the sheet must not be used as it is. */
void      tl_galley_lacks   (TlGalley     *galley,
                             const char   *what);
/* Lines to write on, after @label when there is one. */
void      tl_galley_write   (TlGalley     *galley,
                             const char   *label,
                             guint         n_lines);
void      tl_galley_space   (TlGalley     *galley,
                             double        height);
/* What is to be drawn on, as wide as the writing; lent until the galley is set. */
TlPage   *tl_galley_figure  (TlGalley     *galley,
                             double        height);
/* The last piece stays with the next. */
void      tl_galley_keep    (TlGalley     *galley);

/* The outline leads to the page of the next piece. */
void      tl_galley_outline (TlGalley     *galley,
                             guint         level,
                             const char   *title);

/* Puts all on pages; the galley is empty then. */
void      tl_galley_set     (TlGalley     *galley);

/* A page to lay out on as the galley does; free it. */
TlPage   *tl_galley_page    (const TlGalley *galley,
                             double        height) G_GNUC_WARN_UNUSED_RESULT;
/* For what adds pieces of its own: an empty one, to be drawn on before the next is
 * added. */
TlPiece  *tl_galley_add     (TlGalley     *galley,
                             double        before,
                             double        height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlGalley, tl_galley_free)

G_END_DECLS
