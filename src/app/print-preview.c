/* print-preview.c - the pages that will be printed. */
#include "app/print-preview.h"

#include <glib/gi18n-lib.h>

#include "app/page-view.h"
#include "app/viewport.h"

#define THUMBNAIL  132     /* widget pixels */
#define ZOOM_LEAST 0.25
#define ZOOM_MOST  4.0

/* A row of the list. */

#define TL_TYPE_PAGE_ITEM (tl_page_item_get_type ())
G_DECLARE_FINAL_TYPE (TlPageItem, tl_page_item, TL, PAGE_ITEM, GObject)

struct _TlPageItem {
  GObject  parent_instance;

  /* Owned */
  char    *heading;   /* the print-out that begins here; NULL: none does */
  char    *content;   /* what is on the page, "" */

  /* State */
  guint    index;
};

G_DEFINE_FINAL_TYPE (TlPageItem, tl_page_item, G_TYPE_OBJECT)

static void
tl_page_item_finalize (GObject *object)
{
  g_free (TL_PAGE_ITEM (object)->heading);
  g_free (TL_PAGE_ITEM (object)->content);

  G_OBJECT_CLASS (tl_page_item_parent_class)->finalize (object);
}

static void
tl_page_item_class_init (TlPageItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_page_item_finalize;
}

static void
tl_page_item_init (TlPageItem *self)
{
}

/* The widget. */

struct _TlPrintPreview {
  GtkWidget            parent_instance;

  /* Template children */
  GtkWidget           *box;
  GtkListView         *list;
  GtkScrolledWindow   *scroller;
  GtkWidget           *tools;
  GtkLabel            *page_label;
  GtkLabel            *zoom_label;

  /* Owned */
  TlPageQueue         *queue;
  TlPrintout          *printout;    /* NULL: nothing to show */
  GListStore          *items;       /* TlPageItem */
  GtkSingleSelection  *selection;

  /* Borrowed */
  TlPageView          *view;

  /* State */
  double               zoom;        /* 0 = as large as there is room */
};

G_DEFINE_FINAL_TYPE (TlPrintPreview, tl_print_preview, GTK_TYPE_WIDGET)

/* Where fill_items() is in the lists of what is on the pages. */
typedef struct {
  guint entry, part;
} Place;

static void
add_content (GString    *content,
             const char *name)
{
  g_string_append_printf (content, "%s%s", content->len > 0 ? ", " : "", name);
}

/* What the outline says of a page, or, where it says nothing, what of the poster it is. */
static GString *
describe_page (const TlPages *pages,
               guint          page,
               Place         *place)
{
  GString *content = g_string_new (NULL);

  for (; place->entry < tl_pages_n_entries (pages); place->entry++) {
    const TlOutlineEntry *entry = tl_pages_get_entry (pages, place->entry);

    if (entry->page != page)
      break;
    if (entry->level > 0)
      add_content (content, entry->title);
  }
  for (gboolean told = content->len > 0; place->part < tl_pages_n_parts (pages); place->part++) {
    const TlPagePart *part = tl_pages_get_part (pages, place->part);

    if (part->page != page)
      break;
    if (!told && *part->name != '\0')
      add_content (content, part->name);
  }
  return content;
}

static void
fill_items (TlPrintPreview *self)
{
  const TlPages *pages = self->printout != NULL ? tl_printout_get_pages (self->printout) : NULL;
  guint n = pages != NULL ? tl_pages_n_pages (pages) : 0;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  Place place = { 0, 0 };

  for (guint i = 0; i < n; i++) {
    TlPageItem *item = g_object_new (TL_TYPE_PAGE_ITEM, NULL);
    g_autoptr (GString) content = describe_page (pages, i, &place);

    for (guint k = 0; k < tl_pages_n_runs (pages); k++) {
      const TlPageRun *run = tl_pages_get_run (pages, k);

      if (run->first == i)
        item->heading = g_strdup (tl_print_title (run->print));
      if (run->two_sided && i >= run->first && i < run->first + run->n &&
          (i - run->first) % 2 == 1)
        g_string_assign (content, _("Back of the page before"));
    }
    item->index = i;
    item->content = g_string_free (g_steal_pointer (&content), FALSE);
    g_ptr_array_add (items, item);
  }
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
}

static void
update_tools (TlPrintPreview *self)
{
  guint n = self->printout != NULL ? tl_printout_n_pages (self->printout) : 0;
  guint page = tl_print_preview_get_page (self);
  /* Translators: "%1$u" is the page, "%2$u" how many there are. */
  g_autofree char *text = g_strdup_printf (_("Page %1$u of %2$u"), page + 1, n);
  /* Translators: of a page, as large as there is room. */
  g_autofree char *zoom = self->zoom > 0 ? g_strdup_printf (_("%.0f %%"), self->zoom * 100)
                                         : g_strdup (C_("zoom", "Fit"));
  gboolean has_dialog = gtk_widget_get_root (GTK_WIDGET (self)) != NULL;

  gtk_widget_set_visible (self->tools, n > 0);
  gtk_label_set_text (self->page_label, text);
  gtk_label_set_text (self->zoom_label, zoom);
  if (n > 0) {
    TlPageItem *item = gtk_single_selection_get_selected_item (self->selection);
    g_autofree char *name = item != NULL && *item->content != '\0'
                            ? g_strdup_printf ("%s: %s", text, item->content) : g_strdup (text);

    gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    name, -1);
  }
  if (!has_dialog)
    return;
  gtk_widget_action_set_enabled (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))),
                                 "print.previous-page", page > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))),
                                 "print.next-page", page + 1 < n);
}

static void
selected_cb (TlPrintPreview *self)
{
  guint page = gtk_single_selection_get_selected (self->selection);

  tl_page_view_set_page (self->view, page != GTK_INVALID_LIST_POSITION ? self->printout : NULL,
                         page);
  update_tools (self);
}

/* Rows. */

static void
setup_cb (TlPrintPreview *self,
          GtkListItem    *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = gtk_label_new (NULL);
  GtkWidget *view = tl_page_view_new (self->queue, THUMBNAIL);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (heading, "heading");
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_label_set_justify (GTK_LABEL (heading), GTK_JUSTIFY_CENTER);
  gtk_widget_set_halign (view, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, "caption");
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 18);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), view);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (row, box);
}

static void
bind_cb (TlPrintPreview *self,
         GtkListItem    *row)
{
  TlPageItem *item = gtk_list_item_get_item (row);
  GtkWidget *box = gtk_list_item_get_child (row);
  GtkWidget *heading = gtk_widget_get_first_child (box);
  GtkWidget *view = gtk_widget_get_next_sibling (heading);
  GtkWidget *label = gtk_widget_get_next_sibling (view);
  g_autofree char *number = g_strdup_printf (_("Page %u"), item->index + 1);
  /* Translators: a page and what is on it: "3 · Sheet B1". */
  g_autofree char *text = *item->content != '\0'
                          ? g_strdup_printf (_("%1$u · %2$s"), item->index + 1, item->content)
                          : g_strdup_printf ("%u", item->index + 1);

  gtk_label_set_text (GTK_LABEL (heading), item->heading != NULL ? item->heading : "");
  gtk_widget_set_visible (heading, item->heading != NULL);
  tl_page_view_set_page (TL_PAGE_VIEW (view), self->printout, item->index);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, number, -1);
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (box, *item->content != '\0' ? item->content : NULL);
}

static void
unbind_cb (TlPrintPreview *self,
           GtkListItem    *row)
{
  GtkWidget *heading = gtk_widget_get_first_child (gtk_list_item_get_child (row));

  tl_page_view_set_page (TL_PAGE_VIEW (gtk_widget_get_next_sibling (heading)), NULL, 0);
}

/* Ctrl and the wheel. */
static gboolean
scrolled_cb (TlPrintPreview           *self,
             double                    dx,
             double                    dy,
             GtkEventControllerScroll *controller)
{
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if (!(state & GDK_CONTROL_MASK) || dy == 0)
    return FALSE;
  tl_print_preview_zoom (self, dy < 0 ? 1 : -1);
  return TRUE;
}

static void
tl_print_preview_dispose (GObject *object)
{
  TlPrintPreview *self = TL_PRINT_PREVIEW (object);

  g_clear_pointer (&self->printout, tl_printout_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_PRINT_PREVIEW);
  g_clear_object (&self->items);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->queue, tl_page_queue_unref);

  G_OBJECT_CLASS (tl_print_preview_parent_class)->dispose (object);
}

static void
tl_print_preview_class_init (TlPrintPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_print_preview_dispose;
  gtk_widget_class_set_css_name (widget_class, "printpreview");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/throughline/Throughline/print-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, TlPrintPreview, box);
  gtk_widget_class_bind_template_child (widget_class, TlPrintPreview, list);
  gtk_widget_class_bind_template_child (widget_class, TlPrintPreview, scroller);
  gtk_widget_class_bind_template_child (widget_class, TlPrintPreview, tools);
  gtk_widget_class_bind_template_child (widget_class, TlPrintPreview, page_label);
  gtk_widget_class_bind_template_child (widget_class, TlPrintPreview, zoom_label);
}

static void
init_list (TlPrintPreview *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_swapped (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect_swapped (factory, "unbind", G_CALLBACK (unbind_cb), self);
  self->items = g_list_store_new (TL_TYPE_PAGE_ITEM);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->items)));
  g_signal_connect_swapped (self->selection, "notify::selected", G_CALLBACK (selected_cb), self);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
}

static void
tl_print_preview_init (TlPrintPreview *self)
{
  GtkEventController *wheel =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL |
                                     GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->queue = tl_page_queue_new ();
  self->view = TL_PAGE_VIEW (tl_page_view_new (self->queue, 0));
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->view));
  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (wheel, "scroll", G_CALLBACK (scrolled_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->scroller), wheel);
  init_list (self);
}

void
tl_print_preview_set_printout (TlPrintPreview *self,
                               TlPrintout     *printout)
{
  guint page, n;

  g_return_if_fail (TL_IS_PRINT_PREVIEW (self));

  page = tl_print_preview_get_page (self);
  g_clear_pointer (&self->printout, tl_printout_unref);
  self->printout = printout != NULL ? tl_printout_ref (printout) : NULL;
  n = printout != NULL ? tl_printout_n_pages (printout) : 0;
  g_signal_handlers_block_by_func (self->selection, selected_cb, self);
  fill_items (self);
  if (n > 0)
    gtk_single_selection_set_selected (self->selection, MIN (page, n - 1));
  g_signal_handlers_unblock_by_func (self->selection, selected_cb, self);
  selected_cb (self);
}

guint
tl_print_preview_get_page (TlPrintPreview *self)
{
  guint page;

  g_return_val_if_fail (TL_IS_PRINT_PREVIEW (self), 0);

  page = gtk_single_selection_get_selected (self->selection);
  return page != GTK_INVALID_LIST_POSITION ? page : 0;
}

void
tl_print_preview_set_page (TlPrintPreview *self,
                           guint           page)
{
  g_return_if_fail (TL_IS_PRINT_PREVIEW (self));

  if (page >= g_list_model_get_n_items (G_LIST_MODEL (self->items)))
    return;
  gtk_single_selection_set_selected (self->selection, page);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", page);
}

void
tl_print_preview_zoom (TlPrintPreview *self,
                       int             way)
{
  double zoom;

  g_return_if_fail (TL_IS_PRINT_PREVIEW (self));

  zoom = tl_page_view_get_zoom (self->view);
  if (zoom == 0)
    return;
  self->zoom = way == 0 ? 0 : CLAMP (tl_zoom_step (zoom, way), ZOOM_LEAST, ZOOM_MOST);
  tl_page_view_set_zoom (self->view, self->zoom);
  update_tools (self);
}

double
tl_print_preview_get_zoom (TlPrintPreview *self)
{
  g_return_val_if_fail (TL_IS_PRINT_PREVIEW (self), 0);

  return tl_page_view_get_zoom (self->view);
}

gboolean
tl_print_preview_is_page_drawn (TlPrintPreview *self)
{
  g_return_val_if_fail (TL_IS_PRINT_PREVIEW (self), FALSE);

  return tl_page_view_is_drawn (self->view);
}

gboolean
tl_print_preview_is_settled (TlPrintPreview *self)
{
  g_return_val_if_fail (TL_IS_PRINT_PREVIEW (self), FALSE);

  return tl_page_view_is_drawn (self->view) && tl_page_queue_is_idle (self->queue);
}
