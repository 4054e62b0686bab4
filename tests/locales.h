/* locales.h - locales for tests, made where the machine has none. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Makes the locale called @name, such as "de_DE", the one in use, with UTF-8; FALSE, with the
 * test skipped, when it is neither installed nor can be made.  Ends with
 * tl_test_end_locale(). */
gboolean tl_test_begin_locale (const char *name) G_GNUC_WARN_UNUSED_RESULT;
void     tl_test_end_locale   (void);

G_END_DECLS
