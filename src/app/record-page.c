/* record-page.c - one record, or several of one kind, as groups of rows. */
#include "app/inspector-private.h"

#include <glib/gi18n-lib.h>

#include "app/commands.h"
#include "app/field-row.h"
#include "app/record-words.h"
#include "app/spoken.h"

struct _TlRecordPage {
  GtkBox       parent_instance;

  /* Owned */
  TlEditor    *editor;
  GArray      *ids;        /* TlId of what is shown */
  GPtrArray   *rows;       /* rows of fields, borrowed from the groups */
  GPtrArray   *links;      /* TlLinkList */
  TlChildList *children;   /* NULL: such records have none */

  /* Borrowed */
  GtkWidget   *head;       /* group with the title */
  GtkWidget   *remove;     /* NULL: such records stay */
  GtkWidget   *priority;   /* of a failure point; else NULL */
  GPtrArray   *alone;      /* what is shown for one record only */
  GtkWidget   *last;       /* group that the folded lists share */

  /* State */
  TlRecordKind kind;
};

G_DEFINE_FINAL_TYPE (TlRecordPage, tl_record_page, GTK_TYPE_BOX)

/* What they share. */

GtkWidget *
tl_inspector_button (const char *icon,
                     const char *tooltip)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip,
                                  -1);
  return button;
}

void
tl_inspector_say (GtkWidget  *widget,
                  const char *text)
{
  gtk_widget_activate_action (widget, "win.say", "s", text);
}

void
tl_inspector_remove (GtkWidget *widget,
                     TlEditor  *editor,
                     TlId       id)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *title = tl_record_title (editor, id);
  /* Translators: %s is the name of something. */
  g_autofree char *text = g_strdup_printf (_("“%s” deleted"), title);

  if (tl_command_remove (editor, id, &error))
    gtk_widget_activate_action (widget, "win.say-undo", "s", text);
  else
    tl_inspector_say (widget, error->message);
}

/* The head. */

static TlId
first_id (TlRecordPage *self)
{
  return self->ids->len > 0 ? g_array_index (self->ids, TlId, 0) : TL_ID_NONE;
}

/* What stands under the name of the page: "Arrival · Reception". */
static char *
describe_place (TlRecordPage *self)
{
  TlChart *chart = tl_editor_get_chart (self->editor);
  TlId id = first_id (self);
  const TlFailure *failure = TL_CHART_GET (chart, FAILURE, TlFailure, id);

  if (failure != NULL) {
    g_autofree char *at = tl_record_title (self->editor, failure->at);

    /* Translators: where a failure point is. */
    return g_strdup_printf (_("At “%s”"), at);
  }
  if (self->kind == TL_RECORD_STEP)
    return tl_record_subtitle (self->editor, id);
  if (self->kind == TL_RECORD_CONNECTOR) {
    const TlConnector *connector = TL_CHART_GET (chart, CONNECTOR, TlConnector, id);

    /* Translators: a connector leads from one step to another. */
    return g_strdup_printf (_("%s → %s"), tl_editor_get_label (self->editor, connector->from),
                            tl_editor_get_label (self->editor, connector->to));
  }
  return NULL;
}

static void
update_head (TlRecordPage *self)
{
  g_autofree char *title = NULL;
  g_autofree char *place = NULL;
  g_autofree char *escaped = NULL;

  if (self->ids->len > 1) {
    title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u selected", "%u selected",
                                          self->ids->len), self->ids->len);
    place = g_strdup (g_dgettext (GETTEXT_PACKAGE, tl_class_get (self->kind)->label));
  } else {
    title = tl_editor_name_kind (self->editor, first_id (self));
    place = describe_place (self);
  }
  escaped = place != NULL ? g_markup_escape_text (place, -1) : NULL;
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->head), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->head), escaped);
}

static void
update_priority (TlRecordPage *self)
{
  const TlFailure *failure =
    TL_CHART_GET (tl_editor_get_chart (self->editor), FAILURE, TlFailure, first_id (self));
  const char *classes[] = { "badge", "priority", NULL, NULL };
  g_autofree char *text = NULL;
  TlPriority priority;

  if (self->priority == NULL || failure == NULL)
    return;
  priority = tl_failure_priority (failure);
  text = tl_record_subtitle (self->editor, failure->head.id);
  classes[2] = tl_priority_css_class (priority);
  gtk_label_set_text (GTK_LABEL (self->priority), text);
  gtk_widget_set_css_classes (self->priority, classes);
}

static void
remove_cb (GtkWidget    *button,
           TlRecordPage *self)
{
  tl_inspector_remove (GTK_WIDGET (self), self->editor, first_id (self));
}

/* Following. */

void
tl_record_page_update (TlRecordPage *self)
{
  gboolean one = self->ids->len == 1;

  for (guint i = 0; i < self->ids->len; i++) {
    if (tl_chart_get (tl_editor_get_chart (self->editor),
                      g_array_index (self->ids, TlId, i)) == NULL)
      return;   /* the selection is about to change */
  }
  gtk_widget_set_visible (GTK_WIDGET (self), self->ids->len > 0);
  if (self->ids->len == 0)
    return;
  update_head (self);
  update_priority (self);
  for (guint i = 0; i < self->rows->len; i++)
    tl_field_row_update (g_ptr_array_index (self->rows, i));
  for (guint i = 0; i < self->alone->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->alone, i), one);
  for (guint i = 0; i < self->links->len; i++)
    tl_link_list_update (g_ptr_array_index (self->links, i));
  if (self->children != NULL)
    tl_child_list_update (self->children);
}

void
tl_record_page_set_records (TlRecordPage *self,
                            const TlId   *ids,
                            guint         n_ids)
{
  TlId owner = n_ids == 1 ? ids[0] : TL_ID_NONE;

  g_return_if_fail (TL_IS_RECORD_PAGE (self));

  g_array_set_size (self->ids, 0);
  if (n_ids > 0)
    g_array_append_vals (self->ids, ids, n_ids);
  for (guint i = 0; i < self->rows->len; i++)
    tl_field_row_set_records (g_ptr_array_index (self->rows, i), ids, n_ids);
  for (guint i = 0; i < self->links->len; i++)
    tl_link_list_set_owner (g_ptr_array_index (self->links, i), owner);
  if (self->children != NULL)
    tl_child_list_set_owner (self->children, owner);
  tl_record_page_update (self);
}

void
tl_record_page_commit (TlRecordPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    tl_field_row_commit (g_ptr_array_index (self->rows, i));
  if (self->children != NULL)
    tl_child_list_commit (self->children);
}

GtkWidget *
tl_record_page_get_row (TlRecordPage *self,
                        TlId          id,
                        const char   *xml)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return NULL;
  for (guint i = 0; i < self->rows->len; i++) {
    if (tl_field_row_is (g_ptr_array_index (self->rows, i), id, xml))
      return g_ptr_array_index (self->rows, i);
  }
  return self->children != NULL ? tl_child_list_get_row (self->children, id, xml) : NULL;
}

void
tl_record_page_focus_name (TlRecordPage *self)
{
  if (self->rows->len > 0)
    tl_field_row_focus (g_ptr_array_index (self->rows, 0));
}

/* Making. */

static void
append (TlRecordPage *self,
        GtkWidget    *group,
        gboolean      alone)
{
  gtk_box_append (GTK_BOX (self), group);
  if (alone)
    g_ptr_array_add (self->alone, group);
}

static GtkWidget *
make_head (TlRecordPage *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->head = group;
  if (self->kind != TL_RECORD_CHART && self->kind != TL_RECORD_LANE &&
      self->kind != TL_RECORD_PHASE) {
    self->remove = tl_inspector_button ("user-trash-symbolic", _("Delete"));
    g_signal_connect (self->remove, "clicked", G_CALLBACK (remove_cb), self);
    adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), self->remove);
    g_ptr_array_add (self->alone, self->remove);
  }
  return group;
}

static void
make_priority (TlRecordPage *self,
               GtkWidget    *group)
{
  self->priority = gtk_label_new (NULL);
  gtk_widget_set_valign (self->priority, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->priority),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _("Action Priority"), -1);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), self->priority);
  g_ptr_array_add (self->alone, self->priority);
}

static void
make_group (TlRecordPage      *self,
            const TlPageGroup *table)
{
  const TlClass *klass = tl_class_get (self->kind);
  GtkWidget *group = table->title == NULL ? make_head (self) : adw_preferences_group_new ();
  GtkWidget *expander = NULL;

  if (table->folded) {
    expander = adw_expander_row_new ();
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), _(table->title));
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), expander);
  } else if (table->title != NULL) {
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _(table->title));
  }
  for (guint i = 0; i < G_N_ELEMENTS (table->fields) && table->fields[i] != NULL; i++)
    tl_field_row_add (expander == NULL ? ADW_PREFERENCES_GROUP (group) : NULL,
                      ADW_EXPANDER_ROW (expander), self->editor,
                      tl_class_find_field (klass, table->fields[i]), self->rows);
  if (self->kind == TL_RECORD_FAILURE && g_strcmp0 (table->fields[0], "S") == 0)
    make_priority (self, group);
  append (self, group, FALSE);
}

static void
make_children (TlRecordPage *self)
{
  const TlClass *klass = tl_class_get (self->kind);
  GtkWidget *group;

  if (klass->child == TL_N_RECORD_KINDS)
    return;
  group = adw_preferences_group_new ();
  self->children = tl_child_list_new (self->editor, klass->child, ADW_PREFERENCES_GROUP (group));
  append (self, group, TRUE);
}

/* The lists of a whole chart are long: they share a group, folded. */
static void
make_link (TlRecordPage     *self,
           const TlPageLink *link)
{
  GtkWidget *container;

  if (self->kind == TL_RECORD_CHART) {
    if (self->last == NULL) {
      self->last = adw_preferences_group_new ();
      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->last), _("In This Chart"));
      append (self, self->last, TRUE);
    }
    container = adw_expander_row_new ();
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->last), container);
  } else {
    container = adw_preferences_group_new ();
    append (self, container, TRUE);
  }
  g_ptr_array_add (self->links, tl_link_list_new (self->editor, link, container));
}

/* The next row of a table that is of this kind, from *@at on; -1 when there is none. */
static int
next_group (TlRecordPage *self,
            guint        *at)
{
  guint n;
  const TlPageGroup *groups = tl_page_groups (&n);

  while (*at < n) {
    guint index = (*at)++;

    if (groups[index].kind == self->kind)
      return (int) index;
  }
  return -1;
}

static int
next_link (TlRecordPage *self,
           guint        *at)
{
  guint n;
  const TlPageLink *links = tl_page_links (&n);

  while (*at < n) {
    guint index = (*at)++;

    if (links[index].at == self->kind)
      return (int) index;
  }
  return -1;
}

static void
make_parts (TlRecordPage *self)
{
  const char *order = tl_page_order (self->kind);
  guint at_group = 0, at_link = 0, n;
  int index;

  for (; *order != '\0'; order++) {
    if (*order == 'g' && (index = next_group (self, &at_group)) >= 0)
      make_group (self, &tl_page_groups (&n)[index]);
    else if (*order == 'l' && (index = next_link (self, &at_link)) >= 0)
      make_link (self, &tl_page_links (&n)[index]);
    else if (*order == 'c')
      make_children (self);
  }
  while ((index = next_group (self, &at_group)) >= 0)
    make_group (self, &tl_page_groups (&n)[index]);
  if (self->children == NULL)
    make_children (self);
  while ((index = next_link (self, &at_link)) >= 0)
    make_link (self, &tl_page_links (&n)[index]);
}

static void
tl_record_page_dispose (GObject *object)
{
  TlRecordPage *self = TL_RECORD_PAGE (object);

  g_ptr_array_set_size (self->links, 0);
  g_clear_pointer (&self->children, tl_child_list_free);

  G_OBJECT_CLASS (tl_record_page_parent_class)->dispose (object);
}

static void
tl_record_page_finalize (GObject *object)
{
  TlRecordPage *self = TL_RECORD_PAGE (object);

  g_clear_object (&self->editor);
  g_array_unref (self->ids);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->links);
  g_ptr_array_unref (self->alone);

  G_OBJECT_CLASS (tl_record_page_parent_class)->finalize (object);
}

static void
tl_record_page_class_init (TlRecordPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_record_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_record_page_finalize;
}

static void
tl_record_page_init (TlRecordPage *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (TlId));
  self->rows = g_ptr_array_new ();
  self->links = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_link_list_free);
  self->alone = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 18);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
tl_record_page_new (TlEditor     *editor,
                    TlRecordKind  kind)
{
  TlRecordPage *self = g_object_new (TL_TYPE_RECORD_PAGE, NULL);

  self->editor = g_object_ref (editor);
  self->kind = kind;
  make_parts (self);
  tl_spoken_mend (GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
