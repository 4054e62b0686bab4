/* export.h - a scene, or another drawing, as a file: SVG, PDF or PNG.
 *
 * SVG holds real text, the chart's ids, titles for screen readers, and the chart
 * itself.  PDF is one page in the chart's own size, with its fonts embedded, dated
 * as the chart is dated, so that a chart always makes the same bytes.
 * Pictures are made whole in memory and saved whole, so that nothing half made
 * is ever left on the disk.
 */
#pragma once

#include "layout/scene.h"
#include "render/marks.h"
#include "render/sink.h"
#include "render/text.h"
#include "render/theme.h"

G_BEGIN_DECLS

typedef enum { TL_EXPORT_SVG, TL_EXPORT_PDF, TL_EXPORT_PNG, TL_N_EXPORT_FORMATS } TlExportFormat;

/* The smallest scale worth asking for: a page is then a few pixels. */
#define TL_EXPORT_MIN_SCALE 0.01

#define TL_EXPORT_ERROR (tl_export_error_quark ())
typedef enum {
  TL_EXPORT_ERROR_TOO_LARGE,   /* more pixels than a PNG can be made of */
  TL_EXPORT_ERROR_FAILED       /* the drawing library gave up */
} TlExportError;
GQuark      tl_export_error_quark  (void);

typedef struct {
  const TlTheme  *theme;      /* NULL = light */
  const TlChart  *chart;      /* gives ids, titles and dates; may be NULL */
  const TlMarks  *marks;      /* of a scene: an overlay with its legend; NULL = none */
  const char     *title;      /* of the document; may be NULL */
  const char     *xml;        /* the chart as XML text, for SVG to carry; may be NULL */
  gboolean        bare;       /* what is behind the chart shows through: no page is painted */
  double          scale;      /* 1 = a chart unit is 1/96 inch and one pixel; 0 counts as 1 */
} TlExportOptions;

/* Anything that can be drawn through a sink. */
typedef struct {
  TlBox          page;
  /* @chart gives groups ids and titles; NULL = none are asked for. */
  void         (*paint) (gconstpointer  data,
                         TlSink        *sink,
                         const TlTheme *theme,
                         const TlChart *chart);
  gconstpointer  data;
} TlDrawing;

/* "svg", "pdf", "png". */
const char *tl_export_format_name  (TlExportFormat          format);
/* From the ending of a file name, letter case aside; FALSE when it is none of them. */
gboolean    tl_export_format_guess (const char             *path,
                                    TlExportFormat         *format);

/**
 * tl_export_bytes:
 * @scene: what to draw; its texts must be @measurer's
 * @error: where to put a %TL_EXPORT_ERROR
 *
 * Returns: (transfer full): the whole file, or %NULL with @error set
 */
GBytes     *tl_export_bytes        (TlExportFormat          format,
                                    const TlScene          *scene,
                                    TlTextMeasurer         *measurer,
                                    const TlExportOptions  *options,
                                    GError                **error) G_GNUC_WARN_UNUSED_RESULT;

GBytes     *tl_export_drawing      (TlExportFormat          format,
                                    const TlDrawing        *drawing,
                                    TlTextMeasurer         *measurer,
                                    const TlExportOptions  *options,
                                    GError                **error) G_GNUC_WARN_UNUSED_RESULT;

/* The scene, saved to @path; errors also of %TL_SAVE_ERROR. */
gboolean    tl_export_file         (const char             *path,
                                    TlExportFormat          format,
                                    const TlScene          *scene,
                                    TlTextMeasurer         *measurer,
                                    const TlExportOptions  *options,
                                    GError                **error);

G_END_DECLS
