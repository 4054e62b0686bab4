/* print-choice.h - what of a chart is printed and how, and where that is remembered.
 *
 * A chart's file says nothing about paper, for the same chart is printed on A4 here and
 * on Letter there; so each person's choice is kept with the settings, by the path of the
 * chart, and making it never changes the chart.
 */
#pragma once

#include <gio/gio.h>

#include "report/pages.h"

G_BEGIN_DECLS

typedef struct {
  gboolean       prints[TL_N_PRINTS];
  const TlPaper *paper;         /* never NULL */
  TlTurn         turn;
  TlPosterWay    poster;
  char          *role;          /* XML id of a role; NULL = all */
  gboolean       black_white;
} TlPrintChoice;

const TlPaper *tl_print_paper_of_country (void);
/* Of the preferences, else the one of the country. */
const TlPaper *tl_print_paper_usual   (GSettings           *settings);

TlPrintChoice *tl_print_choice_copy   (const TlPrintChoice *choice) G_GNUC_WARN_UNUSED_RESULT;
void           tl_print_choice_free   (TlPrintChoice       *choice);
gboolean       tl_print_choice_equal  (const TlPrintChoice *one,
                                       const TlPrintChoice *other);
/* Fills @prints, of length TL_N_PRINTS, and returns how many. */
guint          tl_print_choice_list   (const TlPrintChoice *choice,
                                       TlPrint             *prints);

/* What was chosen for the chart of that file; @path NULL, or a chart never printed: the
 * poster on the usual paper. */
TlPrintChoice *tl_print_choice_recall (GSettings           *settings,
                                       const char          *path) G_GNUC_WARN_UNUSED_RESULT;
void           tl_print_choice_remember (const TlPrintChoice *choice,
                                       GSettings           *settings,
                                       const char          *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPrintChoice, tl_print_choice_free)

G_END_DECLS
