/* files.h - reading and writing whole files, and saying so when it fails.
 *
 * Paths are as the user typed them; "-" is stdin or stdout.
 */
#pragma once

#include <stdio.h>

#include "document/xml-read.h"

G_BEGIN_DECLS

/* How a path is shown to people: valid UTF-8 whatever it is on the disk. */
char    *tl_file_name        (const char        *path) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_file_read:
 * @stamp: (out) (optional): for tl_file_write(), to notice that somebody else
 *   wrote the file in between
 * @problems: of TlReadProblem; appended to when the file cannot be read
 *
 * Returns: the whole content, or %NULL
 */
GBytes  *tl_file_read        (const char        *path,
                              TlFileStamp       *stamp,
                              GPtrArray         *problems) G_GNUC_WARN_UNUSED_RESULT;

/* A chart, or %NULL and everything that is wrong with it in @problems.
 * @bytes: (out) (optional): what the file holds, also when it is no chart. */
TlChart *tl_file_parse_chart (const char        *path,
                              GBytes           **bytes,
                              TlFileStamp       *stamp,
                              GPtrArray         *problems) G_GNUC_WARN_UNUSED_RESULT;

/* The same, with the problems said on stderr, a line each. */
TlChart *tl_file_read_chart  (const char        *path,
                              GBytes           **bytes,
                              TlFileStamp       *stamp) G_GNUC_WARN_UNUSED_RESULT;

/* An exported picture that carries its chart: read like a chart, but not to be
 * written over with one. */
gboolean tl_file_is_picture  (GBytes            *bytes);

void     tl_file_print_problems (FILE            *out,
                                 const GPtrArray *problems);

/**
 * tl_file_write:
 * @expected: (nullable): what the file must still look like
 *
 * Writes durably and whole, or not at all.  Devices and pipes are just written to.
 *
 * Returns: %FALSE when it failed, which was said on stderr
 */
gboolean tl_file_write       (const char        *path,
                              const char        *bytes,
                              gsize              length,
                              const TlFileStamp *expected);

gboolean tl_file_write_chart (const char        *path,
                              const TlChart     *chart,
                              const TlFileStamp *expected);

G_END_DECLS
