/* application.h - the program: its windows, and what is the same for all of them. */
#pragma once

#include <adwaita.h>

#include "app/window.h"

G_BEGIN_DECLS

#define TL_TYPE_APPLICATION (tl_application_get_type ())
G_DECLARE_FINAL_TYPE (TlApplication, tl_application, TL, APPLICATION, AdwApplication)

TlApplication *tl_application_new       (void) G_GNUC_WARN_UNUSED_RESULT;

/* Shows the chart in @path: in the window that shows it already, else in one that is
 * free, else in a new one. */
TlWindow      *tl_application_open_path (TlApplication *self,
                                         const char    *path);
TlWindow      *tl_application_open_blank (TlApplication *self);
/* The window to begin with: the last chart, where that is wished for, else the page with
 * recent charts and templates. */
TlWindow      *tl_application_begin     (TlApplication *self);
/* Offers what was left behind, if there is anything; done by itself on the first start. */
void           tl_application_offer_rescues (TlApplication *self);

G_END_DECLS
