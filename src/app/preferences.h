/* preferences.h - the window of preferences, and what they do.
 *
 * The values are in the settings; whoever they matter to reads or follows them there.
 */
#pragma once

#include <adwaita.h>

#include "document/document.h"

G_BEGIN_DECLS

#define TL_TYPE_PREFERENCES (tl_preferences_get_type ())
G_DECLARE_FINAL_TYPE (TlPreferences, tl_preferences, TL, PREFERENCES, AdwWindow)

TlPreferences *tl_preferences_new           (GtkWindow  *parent);

/* Light, dark or as the system says: now, and whenever @settings change.  @settings must
 * live as long as the program. */
void           tl_preferences_follow_scheme (GSettings  *settings);
/* Author and currency of a chart that was made just now. */
void           tl_preferences_sign          (GSettings  *settings,
                                             TlDocument *document);

G_END_DECLS
