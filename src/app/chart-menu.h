/* chart-menu.h - the menu of what is under the pointer, or of what is selected.
 *
 * A plain function of the chart: which commands a thing has.  They start from what is
 * selected, so the thing has to be selected before its menu is opened.
 */
#pragma once

#include <gio/gio.h>

#include "app/editor.h"

G_BEGIN_DECLS

typedef struct {
  TlId          id;     /* TL_ID_NONE: free room */
  TlId          at;     /* of a badge: the step or connector it sits on; else TL_ID_NONE */
  const TlCell *cell;   /* of free room; NULL = there is no place for a step */
} TlChartMenuThing;

GMenuModel *tl_chart_menu_new (TlEditor               *editor,
                               const TlChartMenuThing *thing) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
