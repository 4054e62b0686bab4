/* verb.h - what a verb of the command line is.
 *
 * stdout carries data and nothing else; what is said to people goes to stderr.
 * Data is UTF-8 whatever the locale.  "-" as a file is stdin or stdout.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How the program ends.  When several files end differently, the greatest counts. */
typedef enum {
  TL_EXIT_FINE      = 0,
  TL_EXIT_FINDINGS  = 1,    /* findings, or differences */
  TL_EXIT_BAD_INPUT = 2,    /* something cannot be read, used or written */
  TL_EXIT_USAGE     = 64    /* called wrongly */
} TlExit;

typedef struct _TlVerb TlVerb;

struct _TlVerb {
  const char *name;
  const char *arguments;    /* as shown in the usage line */
  const char *summary;      /* translatable: one line for the list of verbs */
  const char *description;  /* translatable: what --help says beyond the options; or NULL */
  /* @arguments: what follows the verb, without the verb itself */
  TlExit   (* run)  (const TlVerb       *verb,
                     const char * const *arguments);
};

/* One of each in the file named beside it. */
TlExit tl_verb_new     (const TlVerb       *verb,
                        const char * const *arguments);   /* new.c */
TlExit tl_verb_check   (const TlVerb       *verb,
                        const char * const *arguments);   /* check.c */
TlExit tl_verb_fmt     (const TlVerb       *verb,
                        const char * const *arguments);   /* fmt.c */
TlExit tl_verb_export  (const TlVerb       *verb,
                        const char * const *arguments);   /* export.c */
TlExit tl_verb_info    (const TlVerb       *verb,
                        const char * const *arguments);   /* info.c */
TlExit tl_verb_figures (const TlVerb       *verb,
                        const char * const *arguments);   /* figures.c */
TlExit tl_verb_register (const TlVerb       *verb,
                         const char * const *arguments);  /* register.c */
TlExit tl_verb_arrange (const TlVerb       *verb,
                        const char * const *arguments);   /* arrange.c */
TlExit tl_verb_convert (const TlVerb       *verb,
                        const char * const *arguments);   /* convert.c */
TlExit tl_verb_import_measurements (const TlVerb       *verb,
                                    const char * const *arguments);   /* its own .c */
TlExit tl_verb_print   (const TlVerb       *verb,
                        const char * const *arguments);   /* print.c */
TlExit tl_verb_schema  (const TlVerb       *verb,
                        const char * const *arguments);   /* schema.c */

G_END_DECLS
