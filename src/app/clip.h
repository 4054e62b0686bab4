/* clip.h - steps on their way to other windows and other programs.
 *
 * What is copied stays as it was when it was copied: a fragment (see
 * document/fragment.h), with its connectors, failure points and recovery procedures.
 * Its lines of text, its SVG and its PNG are made when a program asks for them.
 */
#pragma once

#include <gdk/gdk.h>

#include "model/chart.h"

G_BEGIN_DECLS

#define TL_TYPE_CLIP (tl_clip_get_type ())
G_DECLARE_FINAL_TYPE (TlClip, tl_clip, TL, CLIP, GdkContentProvider)

/* @steps: at least one. */
TlClip *tl_clip_new          (const TlChart  *chart,
                              const TlId     *steps,
                              guint           n_steps) G_GNUC_WARN_UNUSED_RESULT;
/* What it is in one of its types, or NULL with @error set. */
GBytes *tl_clip_get_bytes    (TlClip         *self,
                              const char     *mime_type,
                              GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
