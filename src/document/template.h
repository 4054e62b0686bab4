/* template.h - charts to begin with: an empty one, and those that come with the program. */
#pragma once

#include "model/chart.h"

G_BEGIN_DECLS

/* The folder of the templates below the data folder: the one that TL_DATA_DIR names
 * in the environment, else @installed, which the program was built with. */
char      *tl_template_folder (const char  *installed) G_GNUC_WARN_UNUSED_RESULT;
/* Names of the templates in @folder, sorted: what their files are called, without the
 * suffix.  Each is a char * and owned.  NULL with a %G_FILE_ERROR when there is no such
 * folder or it cannot be read. */
GPtrArray *tl_template_names  (const char  *folder,
                               GError     **error) G_GNUC_WARN_UNUSED_RESULT;
char      *tl_template_path   (const char  *folder,
                               const char  *name) G_GNUC_WARN_UNUSED_RESULT;

/* The four lanes of a service blueprint, one phase, no step, the money of the user's
 * country.  A transaction called @what is open: title, service and dates are the
 * caller's to set. */
TlChart   *tl_template_blank  (const char  *what) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
