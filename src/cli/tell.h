/* tell.h - verbs that tell about each of many files, as text or as JSON. */
#pragma once

#include "cli/json.h"
#include "cli/verb.h"
#include "model/chart.h"

G_BEGIN_DECLS

typedef struct {
  const char      *name;       /* of the file, as people are told */
  const TlChart   *chart;      /* NULL: it holds none, */
  const GPtrArray *problems;   /* of TlReadProblem, for these reasons */
} TlToldFile;

/**
 * TlTellFile:
 * @json: a list to which to add one object; %NULL = print text
 *
 * Returns: how the program should end for this file's sake, unless it is no chart,
 * which is %TL_EXIT_BAD_INPUT whatever this says
 */
typedef TlExit (*TlTellFile) (const TlToldFile *file,
                              JsonBuilder      *json,
                              gpointer          data);

/**
 * tl_tell_files:
 * @paths: (nullable): as typed; none at all is wrong usage
 * @tell: called for each chart in turn
 * @tell_bad: (nullable): called for each file that is none; %NULL = say what is wrong
 *   with it on stderr
 *
 * Reads one file after the other and prints the JSON list in the end.  One bad file
 * does not stop the rest.
 */
TlExit tl_tell_files (const TlVerb *verb,
                      char        **paths,
                      gboolean      as_json,
                      TlTellFile    tell,
                      TlTellFile    tell_bad,
                      gpointer      data);

G_END_DECLS
