/* print-maker.c - makes printouts, one at a time. */
#include "app/print-maker.h"

#include "document/xml-write.h"

/* A printout under way holds a reference. */
struct _TlPrintMaker {
  TlPrintMade    made;      /* NULL: freed */
  gpointer       data;

  /* Owned: what is wanted next; NULL = nothing */
  TlEditor      *editor;
  TlPrintChoice *choice;

  /* State */
  gboolean       busy;
  gboolean       dropped;   /* what is being made is not wanted any more */
};

static void
forget (TlPrintMaker *maker)
{
  g_clear_object (&maker->editor);
  g_clear_pointer (&maker->choice, tl_print_choice_free);
}

static void start (TlPrintMaker *maker);

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  TlPrintMaker *maker = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlPrintout) printout = tl_printout_make_finish (result, &error);

  maker->busy = FALSE;
  if (maker->editor != NULL)
    start (maker);
  else if (!maker->dropped && maker->made != NULL)
    maker->made (printout, error, maker->data);
  g_rc_box_release (maker);
}

static void
start (TlPrintMaker *maker)
{
  gsize length;
  char *xml = tl_xml_write (tl_editor_get_chart (maker->editor), &length);

  maker->busy = TRUE;
  maker->dropped = FALSE;
  tl_printout_make (xml, length, maker->choice, NULL, made_cb, g_rc_box_acquire (maker));
  forget (maker);
}

TlPrintMaker *
tl_print_maker_new (TlPrintMade made,
                    gpointer    data)
{
  TlPrintMaker *maker = g_rc_box_new0 (TlPrintMaker);

  maker->made = made;
  maker->data = data;
  return maker;
}

void
tl_print_maker_free (TlPrintMaker *maker)
{
  if (maker == NULL)
    return;

  forget (maker);
  maker->made = NULL;
  g_rc_box_release (maker);
}

void
tl_print_maker_want (TlPrintMaker        *maker,
                     TlEditor            *editor,
                     const TlPrintChoice *choice)
{
  TlPrintChoice *copy = tl_print_choice_copy (choice);

  g_set_object (&maker->editor, editor);
  tl_print_choice_free (maker->choice);
  maker->choice = copy;
  if (!maker->busy)
    start (maker);
}

void
tl_print_maker_cancel (TlPrintMaker *maker)
{
  forget (maker);
  maker->dropped = TRUE;
}

gboolean
tl_print_maker_is_making (const TlPrintMaker *maker)
{
  return maker->editor != NULL || (maker->busy && !maker->dropped);
}
