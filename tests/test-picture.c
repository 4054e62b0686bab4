/* test-picture.c - pictures and previews made from a chart's text. */
#include <string.h>

#include "app/picture-job.h"

static char *
read_example (gsize *length)
{
  g_autofree char *path = g_build_filename (g_getenv ("TL_EXAMPLES"),
                                            "corner-shoeshine.throughline", NULL);
  char *text;

  g_assert_true (g_file_get_contents (path, &text, length, NULL));
  return text;
}

static const guint8 *
bytes_of (const TlPicture *picture,
          gsize           *length)
{
  return g_bytes_get_data (picture->bytes, length);
}

/* Big-endian, as PNG has its numbers. */
static guint32
number_at (const guint8 *bytes,
           gsize         at)
{
  return (guint32) bytes[at] << 24 | (guint32) bytes[at + 1] << 16 | (guint32) bytes[at + 2] << 8 |
         bytes[at + 3];
}

static void
test_png (void)
{
  gsize length, n;
  g_autofree char *text = read_example (&length);

  for (int bare = 0; bare < 2; bare++) {
    for (int scale = 1; scale <= 2; scale++) {
      const TlPictureChoice choice = {
        .format = TL_EXPORT_PNG, .theme = TL_THEME_LIGHT, .scale = scale,
        .background = !bare, .titles = TRUE,
      };
      g_autoptr (GError) error = NULL;
      g_autoptr (TlPicture) picture = tl_picture_make (text, length, &choice, &error);
      const guint8 *bytes;

      g_assert_no_error (error);
      bytes = bytes_of (picture, &n);
      g_assert_cmpuint (n, >, 1000);
      g_assert_cmpuint (number_at (bytes, 16), ==, (guint32) ceil (picture->page_width * scale));
      g_assert_cmpuint (number_at (bytes, 20), ==, (guint32) ceil (picture->page_height * scale));
      g_assert_cmpint (bytes[25], ==, bare ? 6 : 2);   /* colours with and without alpha */
    }
  }
}

/* Without its page an SVG has one thing less; both carry the chart. */
static void
test_svg (void)
{
  gsize length, sizes[2];
  g_autofree char *text = read_example (&length);

  for (int bare = 0; bare < 2; bare++) {
    const TlPictureChoice choice = {
      .format = TL_EXPORT_SVG, .theme = TL_THEME_DARK, .scale = 1,
      .background = !bare, .titles = FALSE,
    };
    g_autoptr (TlPicture) picture = tl_picture_make (text, length, &choice, NULL);
    const guint8 *bytes;

    g_assert_nonnull (picture);
    bytes = bytes_of (picture, &sizes[bare]);
    g_assert_nonnull (memmem (bytes, sizes[bare], "urn:throughline:chart:1", 23));
  }
  g_assert_cmpuint (sizes[1], <, sizes[0]);
}

/* A preview fits its room, and shows squares where nothing is painted. */
static void
test_preview (void)
{
  static const int rooms[][2] = { { 560, 420 }, { 100, 420 }, { 560, 10 }, { 1, 1 } };
  gsize length, n;
  g_autofree char *text = read_example (&length);

  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++) {
    for (int bare = 0; bare < 2; bare++) {
      const TlPictureChoice choice = {
        .format = TL_EXPORT_PNG, .theme = TL_THEME_LIGHT, .scale = 4,
        .background = !bare, .titles = TRUE,
      };
      g_autoptr (TlPicture) picture =
        tl_picture_preview (text, length, &choice, rooms[i][0], rooms[i][1], NULL);
      const guint8 *bytes;

      g_assert_nonnull (picture);
      bytes = bytes_of (picture, &n);
      g_assert_cmpint (picture->width, <=, rooms[i][0]);
      g_assert_cmpint (picture->height, <=, rooms[i][1]);
      g_assert_cmpuint (n, ==, (gsize) picture->width * (gsize) picture->height * 4);
      if (i == 0) {
        g_assert_true (picture->width == rooms[i][0] || picture->height == rooms[i][1]);
        g_assert_cmpint (bytes[0], ==, bare ? 0xb4 : 0xff);
      }
    }
  }
}

static void
test_bad (void)
{
  const TlPictureChoice choice = {
    .format = TL_EXPORT_PDF, .theme = TL_THEME_PRINT, .scale = 1,
    .background = TRUE, .titles = TRUE,
  };
  const TlPictureChoice large = {
    .format = TL_EXPORT_PNG, .theme = TL_THEME_LIGHT, .scale = 100,
    .background = TRUE, .titles = TRUE,
  };
  gsize length;
  g_autofree char *text = read_example (&length);
  g_autoptr (GError) error = NULL;

  g_assert_null (tl_picture_make ("<chart/>", 8, &choice, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_clear_error (&error);
  g_assert_null (tl_picture_make (text, length, &large, &error));
  g_assert_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_TOO_LARGE);
}

static void
finished_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlPicture) picture = tl_picture_finish (result, &error);

  if (picture != NULL)
    ((int *) data)[0]++;
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ((int *) data)[1]++;
}

/* In the thread, and cancelled. */
static void
test_thread (void)
{
  const TlPictureChoice choice = {
    .format = TL_EXPORT_PNG, .theme = TL_THEME_LIGHT, .scale = 1,
    .background = TRUE, .titles = TRUE,
  };
  int counts[2] = { 0, 0 };   /* made, cancelled */

  for (int i = 0; i < 4; i++) {
    g_autoptr (GCancellable) cancellable = g_cancellable_new ();
    gsize length;
    char *text = read_example (&length);

    if (i % 2 == 1)
      g_cancellable_cancel (cancellable);
    tl_picture_begin (text, length, &choice, i < 2 ? 100 : 0, 100, cancellable, finished_cb, counts);
  }
  while (counts[0] + counts[1] < 4)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (counts[0], ==, 2);
  g_assert_cmpint (counts[1], ==, 2);
}

/* With its legend the page is higher; whose role it is about is said by id. */
static void
test_overlay (void)
{
  TlPictureChoice choice = {
    .format = TL_EXPORT_SVG, .theme = TL_THEME_LIGHT, .scale = 1, .background = TRUE,
    .titles = TRUE, .today = 739577,
  };
  const char *svg;
  gsize length, n;
  g_autofree char *text = read_example (&length);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlPicture) plain = tl_picture_make (text, length, &choice, &error);
  g_autoptr (TlPicture) marked = NULL, preview = NULL;

  g_assert_no_error (error);
  choice.overlay = TL_OVERLAY_ROLE;
  choice.role = "shiner";
  marked = tl_picture_make (text, length, &choice, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (marked->page_height, >, plain->page_height);
  svg = (const char *) bytes_of (marked, &n);
  g_assert_nonnull (g_strstr_len (svg, (gssize) n, ">Role focus: Shoeshiner</text>"));
  preview = tl_picture_preview (text, length, &choice, 400, 400, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (preview->page_height, ==, marked->page_height);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture/png", test_png);
  g_test_add_func ("/picture/svg", test_svg);
  g_test_add_func ("/picture/preview", test_preview);
  g_test_add_func ("/picture/bad", test_bad);
  g_test_add_func ("/picture/thread", test_thread);
  g_test_add_func ("/picture/overlay", test_overlay);
  return g_test_run ();
}
