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

/* The date a chart that is made now was made on. */
TlDate     tl_template_today  (void);

/* What a person says about a service that is to be drawn. */
typedef struct {
  const char *service;                      /* also the title */
  const char *customer;                     /* the customer's lane; NULL or "" = the usual name */
  const char *lanes[TL_BAND_SUPPORT + 1];   /* by band, of staff and systems: names, separated
                                             * by commas; NULL or "" = no lane */
} TlServiceAnswers;

/* The usual name of the lane of a band, translated. */
const char *tl_template_lane_name (TlBand  band);
/* A chart to build on: the lanes, one phase, a first contact that leads to an end.  Also
 * settled. */
TlChart   *tl_template_answered (const TlServiceAnswers *answers) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
