/* intake-dialog-private.h - what the files of the intake's dialog share; nobody
 * else includes it.
 */
#pragma once

#include "app/intake-dialog.h"
#include "app/intake-job.h"
#include "app/intake-preview.h"

G_BEGIN_DECLS

struct _TlIntakeDialog {
  AdwWindow        parent_instance;

  /* Template children */
  AdwWindowTitle  *title;
  GtkWidget       *busy;
  TlIntakePreview *preview;
  GtkLabel        *summary_label;
  GtkLabel        *notes_label;
  GtkWidget       *left_out_box;
  GtkListView     *left_out_list;
  GtkWidget       *import_button;
  AdwComboRow     *standard;
  AdwComboRow     *rows;
  AdwComboRow     *period;
  AdwComboRow     *source;
  GtkEditable     *date;
  AdwComboRow     *days;
  AdwComboRow     *unit;
  AdwComboRow     *decimal;
  AdwComboRow     *delimiter;
  AdwComboRow     *encoding;
  GtkSwitch       *header;

  /* Owned */
  char            *path;
  TlIntakeTargets *targets;
  TlIntakeResult  *result;      /* what is shown; NULL: nothing yet, or it cannot be read */
  GCancellable    *planning;    /* NULL: nothing is under way */
  TlIntakeChoice   choice;      /* what a person chose; all else is to be guessed */
  TlCsvStyle       style;
  GArray          *standards;   /* TlId, by row of the combo, the first none */
  GArray          *units;       /* of the column of values: double, by row of the combo */

  /* State */
  gboolean         showing;     /* what is chosen comes from the plan, not from a person */
};

/* The row that is chosen, or the first. */
guint tl_combo_get_row                (AdwComboRow    *combo);
/* Fills in what there is to choose whatever the chart and the table, and sets up the list of
 * what is left out. */
void  tl_intake_dialog_fill           (TlIntakeDialog *self);
void  tl_intake_dialog_fill_standards (TlIntakeDialog *self,
                                       const TlChart  *chart);
/* What parts cells, as it is chosen. */
char  tl_intake_dialog_get_delimiter  (TlIntakeDialog *self);
/* Shows self->result, which must not be NULL. */
void  tl_intake_dialog_show           (TlIntakeDialog *self);

G_END_DECLS
