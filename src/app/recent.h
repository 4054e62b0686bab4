/* recent.h - the charts that were opened or saved lately, and how paths and times are
 * shown. */
#pragma once

#include "document/document.h"

G_BEGIN_DECLS

/* Paths (owned), the latest first, at most ten, only those that still exist. */
GPtrArray *tl_recent_paths (void) G_GNUC_WARN_UNUSED_RESULT;
void       tl_recent_add   (const char *path);

/* "hotel-check-in": the file's name without the suffix of charts. */
char      *tl_path_title   (const char *path) G_GNUC_WARN_UNUSED_RESULT;
/* "~/Charts": the folder the file is in. */
char      *tl_path_folder  (const char *path) G_GNUC_WARN_UNUSED_RESULT;
/* "today at 14:03": @time in seconds since 1970. */
char      *tl_time_words   (gint64      time) G_GNUC_WARN_UNUSED_RESULT;

/* A name for a file made from the chart: that of its own file, else its title, without
 * what no file system likes, and with @suffix, such as ".pdf". */
char      *tl_suggest_file  (TlDocument *document,
                             const char *suffix) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
