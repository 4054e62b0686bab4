/* window-watch.c - what others do to the chart's file while it is open, and what was left
 * behind of an earlier time: the notice bar. */
#include "app/window-private.h"

#include <glib/gi18n-lib.h>

#include "app/compat.h"
#include "app/recent.h"
#include "document/xml-read.h"

#define SETTLE 300   /* milliseconds after the last thing that happened to the file */

/* Taking in the file as it is now. */

typedef struct {
  TlWindow   *window;    /* owned */
  TlDocument *document;  /* owned */
  TlLoad     *load;      /* owned */
  char       *label;     /* for the undo menu */
} Reload;

static void
reload_done_cb (TlLoaded *loaded,
                gpointer  data)
{
  Reload *reload = data;
  TlWindow *self = reload->window;
  gboolean here = self->editor != NULL &&
                  tl_editor_get_document (self->editor) == reload->document;

  if (here && loaded->document != NULL && loaded->report == NULL) {
    tl_document_reload (reload->document, tl_document_get_chart (loaded->document),
                        &loaded->stamp, reload->label);
    tl_notice_hide (self->notice, NULL);
    tl_window_say (self, _("The chart is as its file says. Undo brings back what was here."));
  } else if (here) {
    const TlReadProblem *problem = loaded->problems->len > 0
                                   ? g_ptr_array_index (loaded->problems, 0) : NULL;

    tl_tell (GTK_WINDOW (self), _("The File Cannot Be Read"),
             problem != NULL ? problem->message : _("It is no Throughline chart any more."));
  }
  tl_loaded_free (loaded);
  tl_load_cancel (reload->load);
  g_object_unref (reload->document);
  g_object_unref (reload->window);
  g_free (reload->label);
  g_free (reload);
}

static void
reload (TlWindow   *self,
        const char *label)
{
  Reload *job = g_new0 (Reload, 1);

  job->window = g_object_ref (self);
  job->document = g_object_ref (tl_editor_get_document (self->editor));
  job->label = g_strdup (label);
  job->load = tl_load_new (TL_LOAD_AGAIN, tl_document_get_path (job->document));
  tl_load_tell (job->load, reload_done_cb, job);
}

static void
revert_answer_cb (const char *response,
                  gpointer    data)
{
  TlWindow *self = data;

  if (g_str_equal (response, "revert") && self->editor != NULL)
    reload (self, _("Revert"));
  else
    tl_window_check_file (self);
}

void
tl_window_ask_to_revert (TlWindow *self)
{
  const TlResponse responses[] = {
    { "cancel", _("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "revert", _("_Revert"), ADW_RESPONSE_DESTRUCTIVE },
  };

  tl_ask (GTK_WINDOW (self), _("Go Back to What the File Says?"),
          _("Your changes since the last save are taken back, all in one step. Undo brings "
            "them back."), responses, G_N_ELEMENTS (responses), revert_answer_cb, self);
}

/* The notice. */

static void
show_changed (TlWindow *self)
{
  const TlNoticeAnswer first = { "keep-mine", _("_Keep Mine") };
  const TlNoticeAnswer second = { "reload", _("_Reload") };
  gboolean modified = tl_document_get_modified (tl_editor_get_document (self->editor));

  tl_notice_show (self->notice, "changed",
                  modified ? _("Another program changed the file, and you have changes of your "
                               "own that are not saved.")
                           : _("Another program changed the file."),
                  &first, &second);
}

static void
show_gone (TlWindow *self)
{
  const TlNoticeAnswer first = { "save-as", _("Save _Elsewhere…") };
  const TlNoticeAnswer second = { "save", _("_Save Again") };

  tl_notice_show (self->notice, "gone",
                  _("The file was deleted or moved. The chart is still here, but it is not saved "
                    "anywhere."), &first, &second);
}

void
tl_window_check_file (TlWindow *self)
{
  TlFileState state = self->editor != NULL
                      ? tl_document_check_file (tl_editor_get_document (self->editor))
                      : TL_FILE_SAME;
  const char *told = tl_notice_get (self->notice);

  if (state == TL_FILE_CHANGED && g_strcmp0 (told, "changed") != 0)
    show_changed (self);
  else if (state == TL_FILE_GONE && g_strcmp0 (told, "gone") != 0)
    show_gone (self);
  if (state != TL_FILE_CHANGED)
    tl_notice_hide (self->notice, "changed");
  if (state != TL_FILE_GONE)
    tl_notice_hide (self->notice, "gone");
}

static gboolean
settled_cb (gpointer data)
{
  TlWindow *self = data;

  self->watch_source = 0;
  tl_window_check_file (self);
  return G_SOURCE_REMOVE;
}

/* Programs save in several strokes: only the result counts. */
static void
file_event_cb (TlWindow *self)
{
  g_clear_handle_id (&self->watch_source, g_source_remove);
  self->watch_source = g_timeout_add (SETTLE, settled_cb, self);
}

void
tl_window_watch (TlWindow *self)
{
  const char *path = self->editor != NULL
                     ? tl_document_get_path (tl_editor_get_document (self->editor)) : NULL;

  g_clear_handle_id (&self->watch_source, g_source_remove);
  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
  tl_notice_hide (self->notice, NULL);
  if (path != NULL) {
    g_autoptr (GFile) file = g_file_new_for_path (path);

    self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
    if (self->monitor != NULL)
      g_signal_connect_object (self->monitor, "changed", G_CALLBACK (file_event_cb), self,
                               G_CONNECT_SWAPPED);
  }
}

/* Left behind. */

void
tl_window_offer_rescue (TlWindow *self)
{
  g_autofree char *folder = tl_rescue_folder ();
  const char *path = self->editor != NULL
                     ? tl_document_get_path (tl_editor_get_document (self->editor)) : NULL;
  g_autoptr (GPtrArray) found = path != NULL ? tl_rescue_list (folder, path) : NULL;
  const TlNoticeAnswer first = { "forget", _("_Discard") };
  const TlNoticeAnswer second = { "restore", _("_Restore") };
  g_autofree char *time = NULL;
  g_autofree char *text = NULL;
  const TlRescue *rescue;
  guint n;

  if (found == NULL || found->len == 0)
    return;
  rescue = g_ptr_array_index (found, 0);
  n = tl_rescue_get_n_changes (rescue);
  time = tl_time_words (tl_rescue_get_time (rescue));
  /* Translators: %s is such as "today at 14:03". */
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%u change from %s was not saved.",
                                       "%u changes from %s were not saved.", n),
                          n, time);
  tl_notice_show (self->notice, "rescue", text, &first, &second);
}

static void
answer_rescue (TlWindow   *self,
               const char *answer)
{
  g_autofree char *folder = tl_rescue_folder ();
  g_autoptr (GPtrArray) found =
    tl_rescue_list (folder, tl_document_get_path (tl_editor_get_document (self->editor)));

  if (found->len == 0)
    return;
  if (g_str_equal (answer, "forget"))
    tl_rescue_discard (g_ptr_array_index (found, 0));
  else
    tl_window_restore (self, g_ptr_array_steal_index (found, 0));
}

static void
answer_cb (TlWindow   *self,
           const char *answer)
{
  TlDocument *document = self->editor != NULL ? tl_editor_get_document (self->editor) : NULL;

  if (document == NULL)
    return;
  if (g_str_equal (answer, "keep-mine"))
    tl_document_keep_mine (document);
  else if (g_str_equal (answer, "reload") && tl_document_get_modified (document))
    tl_window_ask_to_revert (self);
  else if (g_str_equal (answer, "reload"))
    reload (self, _("Reload"));
  else if (g_str_equal (answer, "save") || g_str_equal (answer, "save-as"))
    gtk_widget_activate_action (GTK_WIDGET (self),
                                g_str_equal (answer, "save") ? "win.save" : "win.save-as", NULL);
  else
    answer_rescue (self, answer);
}

/* Not every file system tells when a file changes; a look on coming back is cheap. */
static void
active_cb (TlWindow *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)))
    tl_window_check_file (self);
}

void
tl_window_init_watch (TlWindow *self)
{
  g_signal_connect_object (self->notice, "answer", G_CALLBACK (answer_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_cb), NULL);
}
