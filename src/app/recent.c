/* recent.c - the charts that were opened or saved lately. */
#include "app/recent.h"

#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>
#include <string.h>

#define MIME_TYPE "application/vnd.throughline+xml"
#define SUFFIX    ".throughline"
#define AT_MOST   10

static int
compare_visits (gconstpointer a,
                gconstpointer b)
{
  GDateTime *first = gtk_recent_info_get_visited ((GtkRecentInfo *) a);
  GDateTime *second = gtk_recent_info_get_visited ((GtkRecentInfo *) b);

  return g_date_time_compare (second, first);
}

GPtrArray *
tl_recent_paths (void)
{
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);

  items = g_list_sort (items, compare_visits);
  for (GList *item = items; item != NULL && paths->len < AT_MOST; item = item->next) {
    GtkRecentInfo *info = item->data;
    const char *type = gtk_recent_info_get_mime_type (info);
    g_autofree char *path = g_filename_from_uri (gtk_recent_info_get_uri (info), NULL, NULL);

    if (path != NULL && g_strcmp0 (type, MIME_TYPE) == 0 && gtk_recent_info_exists (info))
      g_ptr_array_add (paths, g_steal_pointer (&path));
  }
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
  return paths;
}

void
tl_recent_add (const char *path)
{
  char name[] = "Throughline", command[] = "throughline %f", type[] = MIME_TYPE;
  GtkRecentData data = { .mime_type = type, .app_name = name, .app_exec = command };
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);

  if (uri != NULL)
    gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

char *
tl_path_title (const char *path)
{
  char *name = g_filename_display_basename (path);

  if (g_str_has_suffix (name, SUFFIX) && strlen (name) > strlen (SUFFIX))
    name[strlen (name) - strlen (SUFFIX)] = '\0';
  return name;
}

char *
tl_path_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  const char *home = g_get_home_dir ();
  gsize length = strlen (home);
  g_autofree char *shown = NULL;

  if (length > 1 && g_str_has_prefix (folder, home) &&
      (folder[length] == '\0' || folder[length] == '/'))
    shown = g_strconcat ("~", folder + length, NULL);
  else
    shown = g_steal_pointer (&folder);
  return g_filename_display_name (shown);
}

char *
tl_time_words (gint64 time)
{
  g_autoptr (GDateTime) then = g_date_time_new_from_unix_local (time);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) yesterday = g_date_time_add_days (now, -1);

  /* Translators: formats of g_date_time_format(). */
  if (g_date_time_get_year (then) == g_date_time_get_year (now) &&
      g_date_time_get_day_of_year (then) == g_date_time_get_day_of_year (now))
    return g_date_time_format (then, _("today at %H:%M"));
  if (g_date_time_get_year (then) == g_date_time_get_year (yesterday) &&
      g_date_time_get_day_of_year (then) == g_date_time_get_day_of_year (yesterday))
    return g_date_time_format (then, _("yesterday at %H:%M"));
  return g_date_time_format (then, _("%e %B %Y at %H:%M"));
}

char *
tl_suggest_file (TlDocument *document,
                 const char *suffix)
{
  const char *path = tl_document_get_path (document);
  g_autofree char *title = path != NULL
                           ? tl_path_title (path)
                           : g_strdup (tl_chart_info (tl_document_get_chart (document))->title);

  g_strdelimit (title, "/\\:*?\"<>|\n", '-');
  return g_strconcat (title, suffix, NULL);
}
