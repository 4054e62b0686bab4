/* append.h - adds to a string without asking the library for each piece.
 *
 * A chart is a million small pieces, and a call for each costs more than the piece:
 * only when room runs out is the library asked.
 */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

static inline void
tl_append_len (GString    *out,
               const char *text,
               gsize       length)
{
  if (out->len + length >= out->allocated_len) {
    g_string_append_len (out, text, (gssize) length);
    return;
  }
  memcpy (out->str + out->len, text, length);
  out->len += length;
  out->str[out->len] = '\0';
}

G_END_DECLS
