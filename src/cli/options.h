/* options.h - reading a verb's options, and telling people what was wrong with them. */
#pragma once

#include "analysis/overlay.h"
#include "cli/verb.h"

G_BEGIN_DECLS

/**
 * tl_options_parse:
 * @verb: whose options these are
 * @entries: the verb's options, ended by a row of zeros; --help is added
 * @arguments: what the user typed after the verb
 * @status: (out): how the program should end, when this returns %FALSE
 *
 * Fills in what @entries point to; the caller owns that even after %FALSE.
 *
 * Returns: %FALSE when there is nothing more to do: help was shown, or an
 *   option is wrong and that was said
 */
gboolean    tl_options_parse    (const TlVerb       *verb,
                                 const GOptionEntry *entries,
                                 const char * const *arguments,
                                 TlExit             *status);

/* Says that the verb was called wrongly, and where help is. @message is translated. */
TlExit      tl_options_misused  (const TlVerb       *verb,
                                 const char         *message);

/* The day that --today=@text names, or the current one without @text.  %FALSE, and @status,
 * when it names none, which was said. */
gboolean    tl_options_today    (const TlVerb       *verb,
                                 const char         *text,
                                 TlDate             *today,
                                 TlExit             *status);

/* The overlay that --overlay=@text names; none without @text.  %FALSE, and @status, when
 * it names none, which was said. */
gboolean    tl_options_overlay  (const TlVerb       *verb,
                                 const char         *text,
                                 TlOverlayKind      *overlay,
                                 TlExit             *status);
/* The role that --role=@text names by its id; TL_ID_NONE without @text.  %FALSE when the
 * chart in @path has none of that id, which was said. */
gboolean    tl_options_role     (const char         *path,
                                 const TlChart      *chart,
                                 const char         *text,
                                 TlId               *role);

/* The one of @words (ended by NULL) that looks most like @word, or NULL when none does. */
const char *tl_options_nearest  (const char         *word,
                                 const char * const *words);

/* "%s: unknown verb"-like sentence plus "Did you mean …?" when @nearest is not NULL. */
void        tl_options_hint     (const char         *nearest);

/* Says on stderr, after "tline: "; @format is translated and without a newline. */
void        tl_say              (const char         *format,
                                 ...) G_GNUC_PRINTF (1, 2);

G_END_DECLS
