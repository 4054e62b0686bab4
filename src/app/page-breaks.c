/* page-breaks.c - where the sheets of the printed poster end, shown on the canvas. */
#include "app/page-breaks.h"

#include <glib/gi18n-lib.h>

#include "app/print-maker.h"

#define WAIT_MS 150   /* after the last change of the chart */

struct _TlPageBreaks {
  /* Borrowed */
  TlCanvas       *canvas;

  TlPageBreaksSay say;
  gpointer        data;

  /* Owned */
  TlEditor       *editor;      /* NULL: none are shown */
  TlPrintChoice  *choice;
  TlPrintMaker   *maker;
  char           *said;        /* last; NULL: nothing about what is shown now */

  /* State */
  gulong          handler;     /* of the editor's changes */
  guint           source;      /* timeout */
};

/* Said once, when it becomes true, not at each change of the chart. */
static void
say (TlPageBreaks *breaks,
     const char   *text)
{
  if (g_strcmp0 (breaks->said, text) == 0)
    return;
  g_free (breaks->said);
  breaks->said = g_strdup (text);
  breaks->say (text, breaks->data);
}

static void
made_cb (TlPrintout   *printout,
         const GError *error,
         gpointer      data)
{
  TlPageBreaks *breaks = data;
  const TlPages *pages = printout != NULL ? tl_printout_get_pages (printout) : NULL;
  guint n = pages != NULL ? tl_pages_n_pages (pages) : 0;
  gboolean first = breaks->said == NULL;
  g_autofree char *text = NULL;

  if (error == NULL && printout != NULL)
    error = tl_printout_get_error (printout, TL_PRINT_POSTER);
  tl_canvas_set_breaks (breaks->canvas, pages);
  if (error != NULL) {
    say (breaks, error->message);
    return;
  }
  /* Translators: a poster; %2$s is a size of paper, such as A4. */
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The poster takes %1$u page of %2$s",
                                       "The poster takes %1$u pages of %2$s", n),
                          n, breaks->choice->paper->title);
  if (first)
    say (breaks, text);
}

static gboolean
want_cb (gpointer data)
{
  TlPageBreaks *breaks = data;

  breaks->source = 0;
  tl_print_maker_want (breaks->maker, breaks->editor, breaks->choice);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (TlPageBreaks *breaks)
{
  g_clear_handle_id (&breaks->source, g_source_remove);
  breaks->source = g_timeout_add (WAIT_MS, want_cb, breaks);
}

static void
clear (TlPageBreaks *breaks)
{
  if (breaks->editor != NULL)
    g_clear_signal_handler (&breaks->handler, breaks->editor);
  g_clear_handle_id (&breaks->source, g_source_remove);
  g_clear_object (&breaks->editor);
  g_clear_pointer (&breaks->choice, tl_print_choice_free);
  g_clear_pointer (&breaks->said, g_free);
  tl_print_maker_cancel (breaks->maker);
}

TlPageBreaks *
tl_page_breaks_new (TlCanvas        *canvas,
                    TlPageBreaksSay  say_it,
                    gpointer         data)
{
  TlPageBreaks *breaks = g_new0 (TlPageBreaks, 1);

  breaks->canvas = canvas;
  breaks->say = say_it;
  breaks->data = data;
  breaks->maker = tl_print_maker_new (made_cb, breaks);
  return breaks;
}

void
tl_page_breaks_free (TlPageBreaks *breaks)
{
  if (breaks == NULL)
    return;

  clear (breaks);
  tl_print_maker_free (breaks->maker);
  g_free (breaks);
}

void
tl_page_breaks_set (TlPageBreaks        *breaks,
                    TlEditor            *editor,
                    const TlPrintChoice *choice)
{
  gboolean other = editor != breaks->editor;

  if (editor != NULL && choice != NULL && !other && tl_print_choice_equal (choice, breaks->choice))
    return;
  clear (breaks);
  if (other)
    tl_canvas_set_breaks (breaks->canvas, NULL);
  if (editor == NULL || choice == NULL)
    return;
  breaks->editor = g_object_ref (editor);
  breaks->choice = tl_print_choice_copy (choice);
  breaks->handler = g_signal_connect_swapped (editor, "changed", G_CALLBACK (changed_cb), breaks);
  want_cb (breaks);
}

gboolean
tl_page_breaks_is_settled (const TlPageBreaks *breaks)
{
  return breaks->source == 0 && !tl_print_maker_is_making (breaks->maker);
}
