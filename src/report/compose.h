/* compose.h - what the print-outs share while they compose their pages; nobody outside
 * report/ includes it.
 *
 * A print-out is one function: it opens sections and pages, puts things down, and
 * returns FALSE with an error when it cannot be made.  Running lines (title, version, date,
 * page n of m) are put on every page at the end, inside the margin.
 */
#pragma once

#include "analysis/figures.h"
#include "layout/layout.h"
#include "model/order.h"
#include "model/units.h"
#include "report/page.h"
#include "report/pages.h"

G_BEGIN_DECLS

/* Space at the edges that printers need and running lines stand in. */
#define TL_PAGE_MARGIN 36.0

/* Where the number of a page is to stand, once it is known how many there are. */
typedef struct {
  TlPage *page;
  TlPoint at;     /* the end of the writing, and its top */
} TlNumberSpot;

struct _TlPages {
  /* Owned */
  GPtrArray      *list;        /* TlPage */
  GArray         *runs;        /* TlPageRun */
  GArray         *outline;     /* TlOutlineEntry */
  GArray         *parts;       /* TlPagePart */
  GArray         *numbers;     /* TlNumberSpot */
  GHashTable     *names;       /* places that have one, in order from 1 */
  GPtrArray      *plots;       /* TlPlot, shown on pages */
  TlFigures      *figures;     /* see tl_compose_figures() */
  PangoContext   *context;
  TlTextMeasurer *measurer;
  TlMarks        *marks;       /* of the poster's overlay; NULL = none */
  TlLayout       *layout;
  TlOrder        *order;
  char           *title;       /* of the chart */

  /* Borrowed */
  const TlChart  *chart;       /* while composing; then NULL */
  const TlScene  *scene;       /* the layout's */
  const TlTheme  *theme;

  /* State */
  TlPrintOptions  options;
  TlDate          version;     /* when the chart was revised, else made; 0 = not told */
  gboolean        two_sided;   /* of the print-out being composed */
};

/* The paper, lying or upright as the options say.  @turned: lie it down, when they leave
 * it open. */
TlBox    tl_compose_paper   (const TlPages *pages,
                             gboolean     turned);
/* How far the pages have come, to take back what is composed from then on. */
typedef struct {
  guint n_pages, n_entries, n_parts, n_numbers, n_names;
} TlComposeState;

TlComposeState tl_compose_state (const TlPages *pages);
void     tl_compose_undo    (TlPages    *pages,
                             TlComposeState state);
/* Opens a page of it. */
TlPage  *tl_compose_page    (TlPages    *pages,
                             gboolean     turned);
TlPage  *tl_compose_page_of (TlPages    *pages,
                             double       width,
                             double       height);
/* What is inside the margins of a page. */
TlBox    tl_compose_area    (const TlPage *page);
/* Names the place at @y of a page for links; the first place of a name keeps it. */
void     tl_compose_name    (TlPages    *pages,
                             TlPage     *page,
                             double       y,
                             const char  *name);
/* A small "Page 3 of 12", its end and its top at @at. */
void     tl_compose_number_at (TlPages  *pages,
                             TlPage     *page,
                             TlPoint      at);
/* The outline leads to the last page opened, or to its front. */
void     tl_compose_outline (TlPages    *pages,
                             guint        level,
                             const char  *title);
/* The last page opened shows @own of the scene.  @name is taken, and the other members of
 * a TlPagePart are its own. */
void     tl_compose_part    (TlPages    *pages,
                             char       *name,
                             TlBox       own,
                             TlBox       shown,
                             TlPoint     at,
                             double      scale);
/* "12 October 2026", as the language writes dates; "" for none. */
char    *tl_compose_date    (TlDate       date) G_GNUC_WARN_UNUSED_RESULT;
/* "1 h 30 min", on one line. */
char    *tl_compose_time    (int          seconds) G_GNUC_WARN_UNUSED_RESULT;
/* "12.50 AUD", on one line. */
char    *tl_compose_money   (const TlPages *pages,
                             TlMoney       money) G_GNUC_WARN_UNUSED_RESULT;
/* "F3", "R2": as on the chart. */
char    *tl_compose_mark    (const TlPages *pages,
                             TlId           id) G_GNUC_WARN_UNUSED_RESULT;
/* The label of a value of an enumeration, translated; "" when it is not given. */
const char *tl_compose_word (TlRecordKind   kind,
                             const char    *field,
                             int            value);
/* A name from the chart; "" for TL_ID_NONE. */
const char *tl_compose_role (const TlPages *pages,
                             TlId           role);
/* What a sheet is about: the chart's title, its customers, whether it is a plan. */
char    *tl_compose_subject (const TlPages *pages) G_GNUC_WARN_UNUSED_RESULT;
/* A record as people call it: "F3 Room not ready", "Receptionist". */
char    *tl_compose_label   (const TlPages *pages,
                             TlId           id) G_GNUC_WARN_UNUSED_RESULT;
/* The labels of all, a line each. */
char    *tl_compose_labels  (const TlPages  *pages,
                             const TlIdList *ids) G_GNUC_WARN_UNUSED_RESULT;
/* "at most 5 min, in 90 % of cases"; "" where there is no target. */
char    *tl_compose_target  (const TlPages    *pages,
                             const TlStandard *standard) G_GNUC_WARN_UNUSED_RESULT;
/* "3 min 30 s, in 93 % of cases"; "" where nothing was measured. */
char    *tl_compose_result  (const TlPages    *pages,
                             const TlStandard *standard,
                             const TlMeasured *measured) G_GNUC_WARN_UNUSED_RESULT;

/* Whom something concerns.  Of a role: it owns it, or does one of its steps; TL_ID_NONE:
 * everything. */
gboolean tl_compose_concerns (const TlPages  *pages,
                             TlId             role,
                             TlId             owner,
                             const TlIdList  *steps);
/* A promise that has not run out, and concerns the role; one that names no step concerns
 * everybody. */
gboolean tl_compose_promised (const TlPages   *pages,
                             const TlPromise  *promise,
                             TlId              role);
/* Somebody in that role does one of its actions; TL_ID_NONE: anybody. */
gboolean tl_compose_acts    (const TlPages    *pages,
                             const TlRecovery *recovery,
                             TlId              role);
/* The step where a failure point sits: its own, or the one that its connector leaves. */
const TlStep *tl_compose_step_of (const TlPages *pages,
                             const TlFailure *failure);
/* Whether there are sheets for the role: for staff and partners, the one asked for if one
 * is; customers and systems do not read. */
gboolean tl_compose_reads   (const TlPages *pages,
                             const TlRole  *role);
/* Whether there is a card for the step, in that role's hand: not for first contact, ends,
 * forks and joins, nor where there is nothing to tell about what the customer does. */
gboolean tl_compose_has_card (const TlPages *pages,
                             const TlStep   *step,
                             TlId            role);
/* Words that somebody says, in quotation marks. */
char    *tl_compose_words   (const char  *text) G_GNUC_WARN_UNUSED_RESULT;
/* "NOT COMPLETE: @what". */
char    *tl_compose_lacks   (const char  *what) G_GNUC_WARN_UNUSED_RESULT;
/* Worked out when first asked for; lent. */
const TlFigures *tl_compose_figures (TlPages *pages);
/* "step-12", "card-40": the place of a record's card. */
char    *tl_compose_place   (const TlPages *pages,
                             TlId            id) G_GNUC_WARN_UNUSED_RESULT;
/* "chart-12": the place of a step on the poster. */
char    *tl_compose_spot    (TlId            step) G_GNUC_WARN_UNUSED_RESULT;

/* FALSE with an error when a print-out came to nothing: @n is 0. */
gboolean tl_compose_any     (const TlPages *pages,
                             TlPrint        print,
                             guint          n,
                             GError       **error);

/* Puts what every page bears on all of them. */
void     tl_compose_running_lines (TlPages *pages);

/* The print-outs. */
gboolean tl_print_poster     (TlPages     *pages,
                              GError     **error);   /* poster.c */
gboolean tl_print_steps      (TlPages     *pages,
                              GError     **error);   /* step-cards.c */
gboolean tl_print_recoveries (TlPages     *pages,
                              GError     **error);   /* recovery-cards.c */
gboolean tl_print_journey    (TlPages     *pages,
                              GError     **error);   /* journey-strip.c */
gboolean tl_print_roles      (TlPages     *pages,
                              GError     **error);   /* role-sheets.c */
gboolean tl_print_survey     (TlPages     *pages,
                              GError     **error);   /* survey-card.c */
gboolean tl_print_mystery    (TlPages     *pages,
                              GError     **error);   /* mystery-sheet.c */
gboolean tl_print_sign_off   (TlPages     *pages,
                              GError     **error);   /* sign-off.c */
gboolean tl_print_role_play  (TlPages     *pages,
                              GError     **error);   /* role-play.c */
gboolean tl_print_promises   (TlPages     *pages,
                              GError     **error);   /* promise-sheet.c */
gboolean tl_print_standards  (TlPages     *pages,
                              GError     **error);   /* standards-board.c */
gboolean tl_print_gaps       (TlPages     *pages,
                              GError     **error);   /* gap-list.c */
gboolean tl_print_pictures   (TlPages     *pages,
                              GError     **error);   /* pictures.c */

G_END_DECLS
