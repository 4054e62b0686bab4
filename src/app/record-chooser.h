/* record-chooser.h - a popover with a searchable list of records, to choose one from or
 * to tick several.
 */
#pragma once

#include <gtk/gtk.h>

#include "app/editor.h"

G_BEGIN_DECLS

#define TL_TYPE_RECORD_CHOOSER (tl_record_chooser_get_type ())
G_DECLARE_FINAL_TYPE (TlRecordChooser, tl_record_chooser, TL, RECORD_CHOOSER, GtkPopover)

/* @kinds: bits 1 << TlRecordKind.  @several: rows are ticked, and the popover stays. */
GtkWidget *tl_record_chooser_new        (TlEditor        *editor,
                                         guint32          kinds,
                                         gboolean         several);

/* Signal "fill" (TlRecordChooser *): about to be shown; tell what is chosen.
 * Signal "chosen" (TlRecordChooser *, guint id, gboolean on). */

void       tl_record_chooser_set_chosen (TlRecordChooser *self,
                                         const TlIdList  *ids);

G_END_DECLS
