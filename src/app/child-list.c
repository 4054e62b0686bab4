/* child-list.c - the children of a record, in order, each unfolding into its fields.
 *
 * Their order means something (the actions of a recovery procedure are done one after the
 * other): it is changed by dragging a row by its handle, with Alt+Up and Alt+Down on a
 * row, or with the buttons in it.
 */
#include "app/child-private.h"

#include <glib/gi18n-lib.h>

#include "app/commands.h"
#include "app/field-row.h"
#include "app/record-words.h"
#include "app/spoken.h"
#include "model/ops.h"

#define N_MOST 24u   /* rows at first */
#define N_MORE 48u   /* and so many each time somebody asks for more */

const TlIdList *
tl_child_list_ids (TlChildList *self)
{
  static const TlIdList none = { NULL, 0 };
  const TlRecord *owner = self->owner != TL_ID_NONE
                            ? tl_chart_get (tl_editor_get_chart (self->editor), self->owner)
                            : NULL;

  return owner != NULL ? &owner->children : &none;
}

static TlChild *
find_child (TlChildList *self,
            TlId         id)
{
  for (guint i = 0; i < self->children->len; i++) {
    TlChild *child = g_ptr_array_index (self->children, i);

    if (child->id == id)
      return child;
  }
  return NULL;
}

static const char *
kind_label (TlChildList *self)
{
  return g_dgettext (GETTEXT_PACKAGE, tl_class_get (self->kind)->label);
}

/* Adding, removing, moving. */

static void
add_cb (GtkWidget   *button,
        TlChildList *self)
{
  g_autoptr (GError) error = NULL;
  TlId made = tl_command_add_child (self->editor, self->owner, &error);
  TlChild *child = find_child (self, made);

  if (made == TL_ID_NONE) {
    tl_inspector_say (button, error->message);
    return;
  }
  if (child == NULL)
    return;
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (child->expander), TRUE);
  for (guint i = 0; i < child->fields->len; i++) {
    GtkWidget *row = g_ptr_array_index (child->fields, i);
    const char *xml = tl_field_row_get_field (row)->xml;

    if (g_str_equal (xml, "text") || g_str_equal (xml, "name") || g_str_equal (xml, "value"))
      tl_field_row_focus (row);
  }
}

void
tl_child_list_move (TlChildList *self,
                    TlId         id,
                    guint        index)
{
  g_autoptr (GError) error = NULL;
  guint now = tl_id_list_index (tl_child_list_ids (self), id);
  /* Translators: in the undo menu; %s is a kind of thing, such as "Action". */
  g_autofree char *label = g_strdup_printf (_("Move %s"), kind_label (self));
  TlChild *child;

  if (now == G_MAXUINT || now == index || index >= tl_child_list_ids (self)->n)
    return;
  tl_editor_begin (self->editor, label);
  if (!tl_editor_finish (self->editor,
                         tl_ops_move_child (tl_editor_get_chart (self->editor), id, index, &error),
                         &error))
    tl_inspector_say (GTK_WIDGET (self->group), error->message);
  child = find_child (self, id);
  if (child != NULL)
    tl_row_focus (child->expander);
}

static void
move_by (TlChild *child,
         int      by)
{
  guint now = tl_id_list_index (tl_child_list_ids (child->list), child->id);

  if (now != G_MAXUINT && (by > 0 || now > 0))
    tl_child_list_move (child->list, child->id, (guint) ((int) now + by));
}

static void
up_cb (GtkWidget *button,
       TlChild   *child)
{
  move_by (child, -1);
}

static void
down_cb (GtkWidget *button,
         TlChild   *child)
{
  move_by (child, 1);
}

static void
remove_cb (GtkWidget *button,
           TlChild   *child)
{
  /* The row goes away with the button; the focus stays in the list. */
  gtk_widget_child_focus (GTK_WIDGET (child->list->group), GTK_DIR_TAB_FORWARD);
  tl_inspector_remove (GTK_WIDGET (child->list->group), child->list->editor, child->id);
}

/* Of the row's head, not of what is written in below. */
static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        TlChild               *child)
{
  GtkWidget *focus = gtk_window_get_focus (
    GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (child->expander))));

  if ((state & GDK_ALT_MASK) != 0 && (keyval == GDK_KEY_Up || keyval == GDK_KEY_Down)) {
    move_by (child, keyval == GDK_KEY_Up ? -1 : 1);
    return GDK_EVENT_STOP;
  }
  if (keyval == GDK_KEY_Delete && !GTK_IS_EDITABLE (focus) && !GTK_IS_TEXT_VIEW (focus)) {
    remove_cb (NULL, child);
    return GDK_EVENT_STOP;
  }
  return GDK_EVENT_PROPAGATE;
}

/* Rows. */

static GtkWidget *
make_buttons (TlChild *child)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *remove = tl_inspector_button ("user-trash-symbolic", _("Remove"));

  child->up = tl_inspector_button ("go-up-symbolic", _("Move Up"));
  child->down = tl_inspector_button ("go-down-symbolic", _("Move Down"));
  g_signal_connect (child->up, "clicked", G_CALLBACK (up_cb), child);
  g_signal_connect (child->down, "clicked", G_CALLBACK (down_cb), child);
  g_signal_connect (remove, "clicked", G_CALLBACK (remove_cb), child);
  gtk_widget_set_hexpand (remove, TRUE);
  gtk_widget_set_halign (remove, GTK_ALIGN_END);
  gtk_widget_add_css_class (box, "row-buttons");
  gtk_box_append (GTK_BOX (box), child->up);
  gtk_box_append (GTK_BOX (box), child->down);
  gtk_box_append (GTK_BOX (box), remove);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

static void
update_fields (TlChild *child)
{
  const TlIdList *ids = tl_child_list_ids (child->list);
  guint index = tl_id_list_index (ids, child->id);

  for (guint i = 0; i < child->fields->len; i++)
    tl_field_row_update (g_ptr_array_index (child->fields, i));
  if (child->up != NULL) {
    gtk_widget_set_sensitive (child->up, index > 0);
    gtk_widget_set_sensitive (child->down, index + 1 < ids->n);
  }
}

/* The fields are made when they are first looked at. */
static void
unfolded_cb (TlChild *child)
{
  const TlPageGroup *groups;
  guint n;

  if (child->fields->len > 0 || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (child->expander)))
    return;
  groups = tl_page_groups (&n);
  for (guint i = 0; i < n; i++) {
    for (guint k = 0; groups[i].kind == child->list->kind && groups[i].fields[k] != NULL; k++) {
      const TlField *field =
        tl_class_find_field (tl_class_get (child->list->kind), groups[i].fields[k]);
      GtkWidget *row = tl_field_row_add (NULL, ADW_EXPANDER_ROW (child->expander),
                                         child->list->editor, field, child->fields);

      tl_field_row_set_records (row, &child->id, 1);
    }
  }
  adw_expander_row_add_row (ADW_EXPANDER_ROW (child->expander), make_buttons (child));
  update_fields (child);
}

static void
child_free (gpointer data)
{
  TlChild *child = data;

  g_ptr_array_unref (child->fields);
  g_free (child);
}

static TlChild *
make_child (TlChildList *self,
            TlId         id)
{
  TlChild *child = g_new0 (TlChild, 1);
  GtkEventController *key = gtk_event_controller_key_new ();

  child->list = self;
  child->id = id;
  child->fields = g_ptr_array_new ();
  child->expander = adw_expander_row_new ();
  g_object_set_data_full (G_OBJECT (child->expander), "child", child, child_free);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (child->expander), FALSE);
  tl_spoken_mend (child->expander);
  tl_child_add_handle (child);
  g_signal_connect_swapped (child->expander, "notify::expanded", G_CALLBACK (unfolded_cb), child);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_cb), child);
  gtk_widget_add_controller (child->expander, key);
  return child;
}

static void
update_child (TlChildList *self,
              TlChild     *child,
              guint        index)
{
  g_autofree char *title = tl_record_title (self->editor, child->id);
  g_autofree char *subtitle = tl_record_subtitle (self->editor, child->id);
  /* Translators: the number of an action, and what is done. */
  g_autofree char *numbered = g_strdup_printf (_("%u. %s"), index + 1, title);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (child->expander),
                                 self->kind == TL_RECORD_ACTION ? numbered : title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (child->expander),
                                 subtitle != NULL ? subtitle : "");
  update_fields (child);
}

/* Imported measurements come by the thousand, and a row each takes seconds to make: the last
 * are shown, and on demand those before. */
static guint
first_shown (TlChildList *self)
{
  guint n = tl_child_list_ids (self)->n;

  return n > self->n_most ? n - self->n_most : 0;
}

static void
more_cb (AdwActionRow *row,
         TlChildList  *self)
{
  self->n_most += N_MORE;
  tl_child_list_update (self);
}

/* Makes the row that shows more, or takes it away; it stands before all others. */
static void
make_more (TlChildList *self)
{
  if (self->more != NULL)
    adw_preferences_group_remove (self->group, self->more);
  self->more = NULL;
  if (first_shown (self) == 0)
    return;
  self->more = adw_action_row_new ();
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->more), TRUE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self->more),
                             gtk_image_new_from_icon_name ("view-more-symbolic"));
  g_signal_connect (self->more, "activated", G_CALLBACK (more_cb), self);
  adw_preferences_group_add (self->group, self->more);
}

static void
update_more (TlChildList *self)
{
  guint n = MIN (first_shown (self), N_MORE);
  /* Translators: on a row before the newest of many measurements. */
  g_autofree char *title = g_strdup_printf (ngettext ("Show %u Earlier", "Show %u Earlier", n), n);

  if (self->more != NULL)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->more), title);
}

/* Rows that stay keep what is unfolded in them, and who has the focus. */
static void
arrange (TlChildList *self)
{
  const TlIdList *ids = tl_child_list_ids (self);
  g_autoptr (GPtrArray) old = self->children;
  guint first = first_shown (self);
  gboolean same = old->len == ids->n - first;

  for (guint i = first; i < ids->n && same; i++)
    same = ((TlChild *) g_ptr_array_index (old, i - first))->id == ids->ids[i];
  if (same) {
    g_ptr_array_ref (old);
    return;
  }
  self->children = g_ptr_array_new ();
  for (guint i = 0; i < old->len; i++) {
    TlChild *child = g_ptr_array_index (old, i);

    g_object_ref (child->expander);
    adw_preferences_group_remove (self->group, child->expander);
  }
  make_more (self);
  for (guint i = first; i < ids->n; i++) {
    TlChild *kept = NULL;

    for (guint k = 0; k < old->len && kept == NULL; k++) {
      TlChild *child = g_ptr_array_index (old, k);

      kept = child->id == ids->ids[i] ? child : NULL;
    }
    if (kept == NULL)
      kept = make_child (self, ids->ids[i]);
    adw_preferences_group_add (self->group, kept->expander);
    g_ptr_array_add (self->children, kept);
  }
  for (guint i = 0; i < old->len; i++)
    g_object_unref (((TlChild *) g_ptr_array_index (old, i))->expander);
}

void
tl_child_list_update (TlChildList *self)
{
  guint first;

  arrange (self);
  update_more (self);
  first = first_shown (self);
  for (guint i = 0; i < self->children->len; i++)
    update_child (self, g_ptr_array_index (self->children, i), first + i);
}

void
tl_child_list_set_owner (TlChildList *self,
                         TlId         owner)
{
  self->owner = owner;
  self->n_most = N_MOST;
  tl_child_list_update (self);
}

void
tl_child_list_commit (TlChildList *self)
{
  for (guint i = 0; i < self->children->len; i++) {
    TlChild *child = g_ptr_array_index (self->children, i);

    for (guint k = 0; k < child->fields->len; k++)
      tl_field_row_commit (g_ptr_array_index (child->fields, k));
  }
}

/* Unfolds it: what is asked for is to be seen. */
GtkWidget *
tl_child_list_get_row (TlChildList *self,
                       TlId         id,
                       const char  *xml)
{
  guint index = tl_id_list_index (tl_child_list_ids (self), id);
  TlChild *child;

  if (index < first_shown (self)) {
    self->n_most = tl_child_list_ids (self)->n - index;
    tl_child_list_update (self);
  }
  child = find_child (self, id);
  if (child == NULL)
    return NULL;
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (child->expander), TRUE);
  for (guint i = 0; i < child->fields->len; i++) {
    if (tl_field_row_is (g_ptr_array_index (child->fields, i), id, xml))
      return g_ptr_array_index (child->fields, i);
  }
  return NULL;
}

static const char *
list_title (TlRecordKind kind)
{
  static const struct {
    TlRecordKind kind;
    const char  *title;
  } titles[] = {
    { TL_RECORD_TOUCHPOINT, N_("Touchpoints") }, { TL_RECORD_ACTION, N_("Actions") },
    { TL_RECORD_SAFEGUARD, N_("Safeguards") },   { TL_RECORD_MEASUREMENT, N_("Measurements") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++) {
    if (titles[i].kind == kind)
      return _(titles[i].title);
  }
  g_assert_not_reached ();
}

TlChildList *
tl_child_list_new (TlEditor            *editor,
                   TlRecordKind         kind,
                   AdwPreferencesGroup *group)
{
  TlChildList *self = g_new0 (TlChildList, 1);
  g_autofree char *tooltip = NULL;
  GtkWidget *add;

  self->editor = g_object_ref (editor);
  self->kind = kind;
  self->group = group;
  self->n_most = N_MOST;
  self->children = g_ptr_array_new ();
  /* Translators: %s is a kind of thing, such as "Safeguard". */
  tooltip = g_strdup_printf (_("Add %s"), kind_label (self));
  add = tl_inspector_button ("list-add-symbolic", tooltip);
  g_signal_connect (add, "clicked", G_CALLBACK (add_cb), self);
  adw_preferences_group_set_title (group, list_title (kind));
  adw_preferences_group_set_header_suffix (group, add);
  return self;
}

void
tl_child_list_free (TlChildList *self)
{
  g_object_unref (self->editor);
  g_ptr_array_unref (self->children);
  g_free (self);
}
