/* file-kit.h - what tests of files in the real window share. */
#pragma once

#include "window-kit.h"

G_BEGIN_DECLS

/* A copy of an example to write to, in a folder of its own; @path is freed with it. */
char       *tl_kit_make_copy       (const char   *example,
                                    const char   *name) G_GNUC_WARN_UNUSED_RESULT;
void        tl_kit_remove_copy     (char         *path);
TlWindow   *tl_kit_open_path       (gconstpointer application,
                                    const char   *path);
TlDocument *tl_kit_document        (TlWindow     *window);
void        tl_kit_replace_in_file (const char   *path,
                                    const char   *from,
                                    const char   *to);

void        tl_kit_await_no_dialog (TlWindow     *window,
                                    GType         type);
void        tl_kit_rename_step     (TlWindow     *window,
                                    const char   *from,
                                    const char   *to);
/* What the notice over the chart says; NULL when there is none. */
const char *tl_kit_told            (TlWindow     *window);

G_END_DECLS
