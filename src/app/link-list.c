/* link-list.c - records that belong to another, as rows that lead to their pages. */
#include "app/inspector-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/compat.h"
#include "app/field-text.h"
#include "app/record-chooser.h"
#include "app/record-words.h"
#include "app/today.h"
#include "model/ops.h"

struct _TlLinkList {
  /* Owned */
  TlEditor         *editor;
  GPtrArray        *rows;       /* GtkWidget, borrowed from the container */
  GArray           *shown;      /* TlId beside them */

  /* Borrowed */
  const TlPageLink *link;
  GtkWidget        *container;

  /* State */
  TlId              owner;
};

static const TlField *
via_field (TlLinkList *self)
{
  if (self->link->via == NULL || self->link->how == TL_PAGE_LINK_NAMED)
    return NULL;
  return tl_class_find_field (tl_class_get (self->link->kind), self->link->via);
}

static const char *
kind_label (TlLinkList *self)
{
  return g_dgettext (GETTEXT_PACKAGE, tl_class_get (self->link->kind)->label);
}

/* What is listed now, numbered things by their number. */
static int
compare_numbers (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  const TlOrder *order = data;
  guint x = tl_order_number (order, *(const TlId *) a);
  guint y = tl_order_number (order, *(const TlId *) b);

  return x < y ? -1 : x > y;
}

static GArray *
list_ids (TlLinkList *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (TlId));

  if (self->owner == TL_ID_NONE)
    return ids;
  tl_page_link_list (self->link, tl_editor_get_chart (self->editor), self->owner, ids);
  if (self->link->kind == TL_RECORD_FAILURE || self->link->kind == TL_RECORD_RECOVERY)
    g_array_sort_with_data (ids, compare_numbers, (gpointer) tl_editor_get_order (self->editor));
  return ids;
}

/* Adding, attaching, detaching. */

/* What a new one is called until somebody writes over it. */
static const char *
first_name (TlLinkList *self)
{
  if (self->link->kind == TL_RECORD_FAILURE)
    return _("What goes wrong");
  if (self->link->kind == TL_RECORD_RECOVERY)
    return _("What we do then");
  return kind_label (self);
}

/* Makes @id name the owner, or no longer. */
static gboolean
name_owner (TlLinkList  *self,
            TlId         id,
            gboolean     named,
            GError     **error)
{
  TlChart *chart = tl_editor_get_chart (self->editor);
  const TlField *field = via_field (self);
  const TlRecord *record = tl_chart_get (chart, id);
  TlIdList list = { NULL, 0 };
  g_autofree char *text = NULL;

  if (field->type == TL_FIELD_REFS) {
    const TlIdList *old = &TL_FIELD_AT (record, field, TlIdList);

    for (guint i = 0; i < old->n; i++)
      tl_id_list_append (&list, old->ids[i]);
  }
  tl_id_list_remove (&list, self->owner);
  if (named)
    tl_id_list_append (&list, self->owner);
  text = tl_field_text_of_ids (chart, &list);
  tl_id_list_clear (&list);
  return tl_ops_set (chart, id, field->xml, text, error);
}

static TlId
add_one (TlLinkList  *self,
         GError     **error)
{
  TlChart *chart = tl_editor_get_chart (self->editor);
  TlId made;

  if (self->link->kind == TL_RECORD_FAILURE)
    return tl_ops_add_failure (chart, self->owner, first_name (self), error);
  if (self->link->kind == TL_RECORD_RECOVERY)
    return tl_ops_add_recovery (chart, self->link->via != NULL ? self->owner : TL_ID_NONE,
                                first_name (self), error);
  made = tl_ops_add_record (chart, self->link->kind, first_name (self), tl_today (),
                            error);
  if (made != TL_ID_NONE && self->link->via != NULL && !name_owner (self, made, TRUE, error))
    return TL_ID_NONE;
  return made;
}

static void
add_cb (GtkWidget  *button,
        TlLinkList *self)
{
  g_autoptr (GError) error = NULL;
  TlId made;

  tl_editor_begin (self->editor, g_dgettext (GETTEXT_PACKAGE, self->link->add));
  made = add_one (self, &error);
  if (tl_editor_finish (self->editor, made != TL_ID_NONE, &error))
    gtk_widget_activate_action (self->container, "inspector.open-new", "u", made);
  else
    tl_inspector_say (self->container, error->message);
}

static void
attach (TlLinkList *self,
        TlId        id,
        gboolean    on)
{
  g_autoptr (GError) error = NULL;
  /* Translators: in the undo menu; %s is a kind of thing, such as "Recovery procedure". */
  g_autofree char *label = g_strdup_printf (on ? _("Attach %s") : _("Detach %s"),
                                            kind_label (self));

  tl_editor_begin (self->editor, label);
  if (!tl_editor_finish (self->editor, name_owner (self, id, on, &error), &error))
    tl_inspector_say (self->container, error->message);
}

static void
fill_cb (TlRecordChooser *chooser,
         TlLinkList      *self)
{
  g_autoptr (GArray) ids = list_ids (self);
  const TlIdList list = { (TlId *) (void *) ids->data, ids->len };

  tl_record_chooser_set_chosen (chooser, &list);
}

static void
chosen_cb (TlRecordChooser *chooser,
           guint            id,
           gboolean         on,
           TlLinkList      *self)
{
  attach (self, id, on);
}

static TlId
row_id (GtkWidget *row)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "id"));
}

static void
detach_cb (GtkWidget  *button,
           TlLinkList *self)
{
  TlId id = row_id (gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW));

  /* The row goes away with the button; the focus stays in the list. */
  gtk_widget_child_focus (self->container, GTK_DIR_TAB_FORWARD);
  attach (self, id, FALSE);
}

/* Rows. */

static void
activated_cb (GtkWidget  *row,
              TlLinkList *self)
{
  gtk_widget_activate_action (row, "inspector.open", "u", row_id (row));
}

static GtkWidget *
make_badge (TlLinkList *self)
{
  GtkWidget *badge;

  if (self->link->kind != TL_RECORD_FAILURE && self->link->kind != TL_RECORD_RECOVERY)
    return NULL;
  badge = gtk_label_new (NULL);
  gtk_widget_add_css_class (badge, "badge");
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  return badge;
}

static void
update_badge (TlLinkList *self,
              GtkWidget  *badge,
              TlId        id)
{
  guint number = tl_order_number (tl_editor_get_order (self->editor), id);
  const TlFailure *failure =
    TL_CHART_GET (tl_editor_get_chart (self->editor), FAILURE, TlFailure, id);
  g_autofree char *text = g_strdup_printf (failure != NULL ? "F%u" : "R%u", number);
  const char *classes[] = { "badge", "recovery", NULL };

  if (failure != NULL)
    classes[1] = tl_priority_css_class (tl_failure_priority (failure));
  gtk_label_set_text (GTK_LABEL (badge), text);
  gtk_widget_set_css_classes (badge, classes);
}

static void
update_row (TlLinkList *self,
            GtkWidget  *row)
{
  TlId id = row_id (row);
  GtkWidget *badge = g_object_get_data (G_OBJECT (row), "badge");
  g_autofree char *subtitle = tl_record_subtitle (self->editor, id);
  g_autofree char *title = tl_record_title (self->editor, id);

  if (badge != NULL)
    update_badge (self, badge, id);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 badge != NULL ? tl_editor_get_label (self->editor, id) : title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
}

static GtkWidget *
make_row (TlLinkList *self,
          TlId        id)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *badge = make_badge (self);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  g_object_set_data (G_OBJECT (row), "id", GUINT_TO_POINTER (id));
  g_object_set_data (G_OBJECT (row), "badge", badge);
  if (badge != NULL)
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), badge);
  if (self->link->how == TL_PAGE_LINK_SHARED) {
    GtkWidget *detach = tl_inspector_button ("list-remove-symbolic",
                                             /* Translators: it stays, but not here. */
                                             _("Detach"));

    g_signal_connect (detach, "clicked", G_CALLBACK (detach_cb), self);
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), detach);
  }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (activated_cb), self);
  return row;
}

static void
clear_rows (TlLinkList *self)
{
  for (guint i = 0; i < self->rows->len; i++) {
    GtkWidget *row = g_ptr_array_index (self->rows, i);

    if (ADW_IS_EXPANDER_ROW (self->container))
      adw_expander_row_remove (ADW_EXPANDER_ROW (self->container), row);
    else
      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self->container), row);
  }
  g_ptr_array_set_size (self->rows, 0);
  g_array_set_size (self->shown, 0);
}

static void
fill_rows (TlLinkList   *self,
           const GArray *ids)
{
  clear_rows (self);
  for (guint i = 0; i < ids->len; i++) {
    GtkWidget *row = make_row (self, g_array_index (ids, TlId, i));

    if (ADW_IS_EXPANDER_ROW (self->container))
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self->container), row);
    else
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->container), row);
    g_ptr_array_add (self->rows, row);
  }
  if (ids->len > 0)
    g_array_append_vals (self->shown, ids->data, ids->len);
}

/* Of what is folded only the number is told. */
static gboolean
is_folded (TlLinkList   *self,
           const GArray *ids)
{
  g_autofree char *count = g_strdup_printf ("%u", ids->len);

  if (!ADW_IS_EXPANDER_ROW (self->container))
    return FALSE;
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self->container),
                                 ids->len > 0 ? count : _("None"));
  return !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self->container));
}

void
tl_link_list_update (TlLinkList *self)
{
  g_autoptr (GArray) ids = list_ids (self);

  if (is_folded (self, ids)) {
    clear_rows (self);
    return;
  }
  if (ids->len != self->shown->len ||
      (ids->len > 0 && memcmp (ids->data, self->shown->data, ids->len * sizeof (TlId)) != 0))
    fill_rows (self, ids);
  for (guint i = 0; i < self->rows->len; i++)
    update_row (self, g_ptr_array_index (self->rows, i));
}

void
tl_link_list_set_owner (TlLinkList *self,
                        TlId        owner)
{
  self->owner = owner;
  tl_link_list_update (self);
}

/* Making. */

static GtkWidget *
make_attach (TlLinkList *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *chooser = tl_record_chooser_new (self->editor, 1u << self->link->kind, TRUE);
  /* Translators: %s is a kind of thing, such as "Recovery procedure". */
  g_autofree char *tooltip = g_strdup_printf (_("Attach %s"), kind_label (self));

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "insert-link-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), chooser);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip,
                                  -1);
  g_signal_connect (chooser, "fill", G_CALLBACK (fill_cb), self);
  g_signal_connect (chooser, "chosen", G_CALLBACK (chosen_cb), self);
  return button;
}

static void
make_head (TlLinkList *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  const char *title = g_dgettext (GETTEXT_PACKAGE, self->link->title);

  if (self->link->how == TL_PAGE_LINK_SHARED)
    gtk_box_append (GTK_BOX (buttons), make_attach (self));
  if (self->link->add != NULL) {
    GtkWidget *add = tl_inspector_button ("list-add-symbolic",
                                          g_dgettext (GETTEXT_PACKAGE, self->link->add));

    g_signal_connect (add, "clicked", G_CALLBACK (add_cb), self);
    gtk_box_append (GTK_BOX (buttons), add);
  }
  if (ADW_IS_EXPANDER_ROW (self->container)) {
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->container), title);
    tl_expander_row_add_end (ADW_EXPANDER_ROW (self->container), buttons);
    g_signal_connect_swapped (self->container, "notify::expanded",
                              G_CALLBACK (tl_link_list_update), self);
  } else {
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->container), title);
    adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self->container), buttons);
  }
}

TlLinkList *
tl_link_list_new (TlEditor         *editor,
                  const TlPageLink *link,
                  GtkWidget        *container)
{
  TlLinkList *self = g_new0 (TlLinkList, 1);

  self->editor = g_object_ref (editor);
  self->link = link;
  self->container = container;
  self->rows = g_ptr_array_new ();
  self->shown = g_array_new (FALSE, FALSE, sizeof (TlId));
  make_head (self);
  return self;
}

/* The container may live on for a moment, and must not call back. */
void
tl_link_list_free (TlLinkList *self)
{
  g_signal_handlers_disconnect_by_data (self->container, self);
  g_object_unref (self->editor);
  g_ptr_array_unref (self->rows);
  g_array_unref (self->shown);
  g_free (self);
}
