/* words.h - breaking plain Latin paragraphs from cached word advances.
 *
 * A paragraph is plain when Pango would shape it as one run of the first font
 * and could break it at single spaces only.  Then a line's width is the sum of
 * its words' advances, the spaces between them, and the kerning between words
 * and spaces, all of which Pango told us once for each word.  Whatever needs
 * more thought (a word too long for a line, a hyphen where a line might end)
 * is refused, and the caller asks Pango.
 *
 * All widths are Pango units at the size of the font in use.
 */
#pragma once

#include <pango/pangocairo.h>

#include "layout/text.h"

G_BEGIN_DECLS

typedef struct _TlWords TlWords;

/* One for each weight; @context and @font must outlive it. */
TlWords             *tl_words_new      (PangoContext               *context,
                                        const PangoFontDescription *font) G_GNUC_WARN_UNUSED_RESULT;
void                 tl_words_free     (TlWords                    *words);

/* Called once for each line found: its bytes and its width. */
typedef void       (*TlWordsLine)      (gpointer                    data,
                                        const char                 *start,
                                        guint                       length,
                                        int                         width);

/* Breaks a paragraph without blanks at either end.  @max_width <= 0: one line.
 * Returns FALSE, having called nothing, when it takes Pango to say. */
gboolean             tl_words_break    (TlWords                    *words,
                                        const char                 *paragraph,
                                        guint                       length,
                                        int                         max_width,
                                        TlWordsLine                 line,
                                        gpointer                    data);

/* How Pango sees such a paragraph; lent, NULL when the font cannot do ASCII. */
const PangoAnalysis *tl_words_analysis (const TlWords              *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlWords, tl_words_free)

G_END_DECLS
