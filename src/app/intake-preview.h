/* intake-preview.h - the beginning of a table of measurements, with what each column is read
 * as over it.
 */
#pragma once

#include <gtk/gtk.h>

#include "exchange/intake.h"

G_BEGIN_DECLS

#define TL_TYPE_INTAKE_PREVIEW (tl_intake_preview_get_type ())
G_DECLARE_FINAL_TYPE (TlIntakePreview, tl_intake_preview, TL, INTAKE_PREVIEW, GtkWidget)

/* Signal "chosen" (TlIntakePreview *, guint column): a person says what it is. */

/* The meanings that a column can have, those of the standards of @chart among them. */
void            tl_intake_preview_set_chart (TlIntakePreview    *self,
                                             const TlChart      *chart);
/* Shows the table as it was planned. */
void            tl_intake_preview_show      (TlIntakePreview    *self,
                                             const TlCsv        *csv,
                                             const TlIntakePlan *plan);
/* What is chosen for @column; its unit is to be guessed. */
TlIntakeColumn  tl_intake_preview_get       (TlIntakePreview    *self,
                                             guint               column);
/* The choice over @column, or NULL when it is not shown. */
GtkWidget      *tl_intake_preview_get_role  (TlIntakePreview    *self,
                                             guint               column);

G_END_DECLS
