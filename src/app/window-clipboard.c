/* window-clipboard.c - cut, copy and paste: between windows, and with other programs. */
#include "app/window-private.h"

#include <glib/gi18n-lib.h>

#include "app/clip.h"
#include "app/commands.h"
#include "document/fragment.h"

/* What is selected besides steps is copied as the texts it has. */
static char *
get_texts (TlEditor *editor)
{
  TlSelection *selection = tl_editor_get_selection (editor);
  g_autoptr (GString) texts = g_string_new (NULL);

  for (guint i = 0; i < tl_selection_get_n (selection); i++) {
    const char *label = tl_editor_get_label (editor, tl_selection_get_ids (selection)[i]);

    if (label == NULL || *label == '\0')
      continue;
    if (texts->len > 0)
      g_string_append_c (texts, '\n');
    g_string_append (texts, label);
  }
  return g_string_free (g_steal_pointer (&texts), FALSE);
}

static void
copy (TlWindow *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  g_autoptr (GArray) steps = tl_command_get_steps (self->editor);

  if (steps->len > 0) {
    g_autoptr (TlClip) clip = tl_clip_new (tl_editor_get_chart (self->editor),
                                           (const TlId *) (const void *) steps->data, steps->len);

    gdk_clipboard_set_content (clipboard, GDK_CONTENT_PROVIDER (clip));
  } else {
    g_autofree char *texts = get_texts (self->editor);

    if (*texts != '\0')
      gdk_clipboard_set_text (clipboard, texts);
  }
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TlWindow *self = TL_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  if (!tl_window_is_ready (self))
    return;
  copy (self);
  if (g_str_equal (name, "win.cut") && !tl_command_cut (self->editor, &error))
    tl_window_refuse (self, error);
}

/* Pasting takes its time: another program may have to make what we ask for. */
typedef struct {
  TlWindow      *window;
  TlEditor      *editor;
  GOutputStream *bytes;
  const char    *type;    /* interned */
  TlCell         where;
  gboolean       placed;  /* where holds */
} Paste;

static void
paste_free (Paste *paste)
{
  g_object_unref (paste->window);
  g_object_unref (paste->editor);
  g_object_unref (paste->bytes);
  g_free (paste);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Paste, paste_free)

static void
say_unread (Paste        *paste,
            const GError *error)
{
  g_autofree char *text =
    /* Translators: %s is the reason the other program or the system gave. */
    g_strdup_printf (_("Nothing could be pasted: %s"), error->message);

  tl_window_say (paste->window, text);
}

static void
spliced_cb (GObject      *stream,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (Paste) paste = data;
  g_autoptr (GError) error = NULL;
  GMemoryOutputStream *bytes = G_MEMORY_OUTPUT_STREAM (paste->bytes);
  const TlCell *where = paste->placed ? &paste->where : NULL;
  gboolean done;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (stream), result, &error) < 0) {
    say_unread (paste, error);
    return;
  }
  /* The chart was closed meanwhile. */
  if (paste->window->editor != paste->editor || !tl_window_is_ready (paste->window))
    return;
  done = (paste->type == g_intern_static_string (TL_FRAGMENT_TYPE) ? tl_command_paste_steps
                                                                   : tl_command_paste_text) (
    paste->editor, g_memory_output_stream_get_data (bytes),
    g_memory_output_stream_get_data_size (bytes), where, &error);
  if (!done)
    tl_window_refuse (paste->window, error);
  else
    tl_canvas_reveal (paste->window->canvas,
                      tl_selection_get_last (tl_editor_get_selection (paste->editor)));
}

static void
read_cb (GObject      *clipboard,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (Paste) paste = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = NULL;
  const char *type;

  stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (clipboard), result, &type, &error);
  if (stream == NULL) {
    if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED))
      tl_window_say (paste->window, _("There is nothing to paste: copy steps or text first."));
    else
      say_unread (paste, error);
    return;
  }
  paste->type = g_intern_string (type);
  g_output_stream_splice_async (paste->bytes, stream,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE |
                                  G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, spliced_cb, paste);
  paste = NULL;
}

static void
paste_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  static const char *types[] = {
    TL_FRAGMENT_TYPE, "text/plain;charset=utf-8", "text/plain", NULL,
  };
  TlWindow *self = TL_WINDOW (widget);
  Paste *paste;

  if (!tl_window_is_ready (self))
    return;
  paste = g_new0 (Paste, 1);
  paste->window = g_object_ref (self);
  paste->editor = g_object_ref (self->editor);
  paste->bytes = g_memory_output_stream_new_resizable ();
  if (parameter != NULL) {
    paste->where = tl_window_get_cell (parameter);
    paste->placed = TRUE;
  } else if (tl_selection_get_n (tl_editor_get_selection (self->editor)) == 0) {
    paste->placed = tl_canvas_get_middle (self->canvas, &paste->where);
  }
  gdk_clipboard_read_async (gtk_widget_get_clipboard (widget), types, G_PRIORITY_DEFAULT, NULL,
                            read_cb, paste);
}

void
tl_window_install_clipboard (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.cut", NULL, copy_action);
  gtk_widget_class_install_action (klass, "win.copy", NULL, copy_action);
  gtk_widget_class_install_action (klass, "win.paste", NULL, paste_action);
  gtk_widget_class_install_action (klass, "win.paste-at", TL_WINDOW_CELL, paste_action);
}
