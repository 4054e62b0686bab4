/* inspector.h - the fields of what is selected, to be read and changed.
 *
 * Nothing selected shows the chart itself.  A step brings along its failure points,
 * a failure point its safeguards and recovery procedures, a recovery procedure
 * its actions.
 */
#pragma once

#include <gtk/gtk.h>

#include "app/editor.h"

G_BEGIN_DECLS

#define TL_TYPE_INSPECTOR (tl_inspector_get_type ())
G_DECLARE_FINAL_TYPE (TlInspector, tl_inspector, TL, INSPECTOR, GtkWidget)

void       tl_inspector_set_editor (TlInspector *self,
                                    TlEditor    *editor);
/* The row of a field called @xml of the record; NULL when it is not shown. */
GtkWidget *tl_inspector_get_row    (TlInspector *self,
                                    TlId         id,
                                    const char  *xml);

G_END_DECLS
