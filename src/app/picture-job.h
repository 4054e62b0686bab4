/* picture-job.h - a chart as a picture, made in another thread from the chart's text, so
 * that nothing is shared with the chart at work.
 */
#pragma once

#include <gio/gio.h>

#include "render/export.h"

G_BEGIN_DECLS

typedef struct {
  TlExportFormat format;
  TlThemeId      theme;
  double         scale;        /* 1 = a chart unit is 1/96 inch and one pixel */
  gboolean       background;   /* whether the page is painted */
  gboolean       titles;       /* title, legend and totals */
  TlOverlayKind  overlay;
  const char    *role;         /* XML id, of the role focus; NULL = who does most */
  TlDate         today;        /* what the overlay is judged by */
} TlPictureChoice;

typedef struct {
  GBytes  *bytes;              /* of the file, or of the pixels of a preview */
  int      width, height;      /* of a preview, in pixels */
  double   page_width, page_height;   /* of the whole page, in chart units */
} TlPicture;

void       tl_picture_free      (TlPicture             *picture);

/* The whole file. */
TlPicture *tl_picture_make      (const char             *xml,
                                 gsize                   length,
                                 const TlPictureChoice  *choice,
                                 GError                **error) G_GNUC_WARN_UNUSED_RESULT;
/* The page as it will look, in at most @width by @height pixels of GDK_MEMORY_DEFAULT; what
 * is not painted shows a pattern of squares. */
TlPicture *tl_picture_preview   (const char             *xml,
                                 gsize                   length,
                                 const TlPictureChoice  *choice,
                                 int                     width,
                                 int                     height,
                                 GError                **error) G_GNUC_WARN_UNUSED_RESULT;

/* Either in a thread; @xml is taken, and @width 0 makes the file. */
void       tl_picture_begin     (char                   *xml,
                                 gsize                   length,
                                 const TlPictureChoice  *choice,
                                 int                     width,
                                 int                     height,
                                 GCancellable           *cancellable,
                                 GAsyncReadyCallback     done,
                                 gpointer                data);
TlPicture *tl_picture_finish    (GAsyncResult           *result,
                                 GError                **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPicture, tl_picture_free)

G_END_DECLS
