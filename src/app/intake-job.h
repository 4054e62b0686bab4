/* intake-job.h - a table of measurements read and planned in another thread.
 *
 * The table is kept from job to job: reading a file anew is needed only when it is to be read
 * in another way.
 */
#pragma once

#include <gio/gio.h>

#include "exchange/intake.h"

G_BEGIN_DECLS

typedef struct {
  GBytes       *bytes;   /* of the file */
  TlCsv        *csv;
  TlIntakePlan *plan;
} TlIntakeResult;

void            tl_intake_result_free (TlIntakeResult       *result);

/* @bytes or @csv may be NULL, and are then loaded or read, @csv by @style. */
void            tl_intake_begin       (const char           *path,
                                       GBytes               *bytes,
                                       TlCsv                *csv,
                                       const TlCsvStyle     *style,
                                       TlIntakeTargets      *targets,
                                       const TlIntakeChoice *choice,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   done,
                                       gpointer              data);
TlIntakeResult *tl_intake_finish      (GAsyncResult         *result,
                                       GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlIntakeResult, tl_intake_result_free)

G_END_DECLS
