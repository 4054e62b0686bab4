/* fix-private.h - fixes that are more than a field written; for the table in fix.c. */
#pragma once

#include "model/fix.h"

G_BEGIN_DECLS

/* All as TlFix says, in an open transaction; on failure @error is set. */
gboolean tl_fix_add_start      (TlChart      *chart,
                                const TlFix  *fix,
                                TlId         *touched,
                                GError      **error);
gboolean tl_fix_add_end        (TlChart      *chart,
                                const TlFix  *fix,
                                TlId         *touched,
                                GError      **error);
gboolean tl_fix_lead_to_end    (TlChart      *chart,
                                const TlFix  *fix,
                                TlId         *touched,
                                GError      **error);
gboolean tl_fix_connect_before (TlChart      *chart,
                                const TlFix  *fix,
                                TlId         *touched,
                                GError      **error);
gboolean tl_fix_delete         (TlChart      *chart,
                                const TlFix  *fix,
                                TlId         *touched,
                                GError      **error);
gboolean tl_fix_name_role      (TlChart      *chart,
                                const TlFix  *fix,
                                TlId         *touched,
                                GError      **error);

G_END_DECLS
