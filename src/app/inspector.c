/* inspector.c - the fields of what is selected. */
#include "app/inspector.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "app/commands.h"
#include "app/field-row.h"

struct _TlInspector {
  GtkWidget  parent_instance;

  /* Template children */
  GtkWidget *scroller;
  GtkWidget *groups;

  /* Owned */
  TlEditor  *editor;
  GArray    *shown;     /* TlId of the groups, in order */
  GPtrArray *rows;      /* GtkWidget, borrowed from the groups */

  /* State */
  gboolean   busy;      /* groups are being made */
};

G_DEFINE_FINAL_TYPE (TlInspector, tl_inspector, GTK_TYPE_WIDGET)

/* Fields that are told by where a thing stands, and are changed there. */
static const struct {
  TlRecordKind kind;
  const char  *xml;
} elsewhere[] = {
  { TL_RECORD_STEP, "lane" }, { TL_RECORD_STEP, "phase" }, { TL_RECORD_STEP, "column" },
  { TL_RECORD_STEP, "row" }, { TL_RECORD_CONNECTOR, "from" }, { TL_RECORD_CONNECTOR, "to" },
  { TL_RECORD_FAILURE, "at" }, { TL_RECORD_PHASE, "columns" }, { TL_RECORD_LANE, "band" },
};

/* Fields that are seldom given: behind "More". */
static const struct {
  TlRecordKind kind;
  const char  *xml;
} seldom[] = {
  { TL_RECORD_CHART, "scale" }, { TL_RECORD_CHART, "author" }, { TL_RECORD_CHART, "created" },
  { TL_RECORD_CHART, "revised" }, { TL_RECORD_CHART, "complaint-policy" },
  { TL_RECORD_STEP, "tolerance" }, { TL_RECORD_STEP, "cost" }, { TL_RECORD_STEP, "emotion" },
  { TL_RECORD_FAILURE, "gap" }, { TL_RECORD_FAILURE, "S2" }, { TL_RECORD_FAILURE, "O2" },
  { TL_RECORD_FAILURE, "D2" }, { TL_RECORD_FAILURE, "p" }, { TL_RECORD_FAILURE, "loss" },
  { TL_RECORD_FAILURE, "reports" }, { TL_RECORD_FAILURE, "accepted" },
  { TL_RECORD_RECOVERY, "tier" }, { TL_RECORD_RECOVERY, "cost" },
  { TL_RECORD_RECOVERY, "rehearsed" }, { TL_RECORD_RECOVERY, "policy" },
};

static gboolean
is_elsewhere (TlRecordKind  kind,
              const char   *xml)
{
  for (guint i = 0; i < G_N_ELEMENTS (elsewhere); i++) {
    if (elsewhere[i].kind == kind && g_str_equal (elsewhere[i].xml, xml))
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_seldom (TlRecordKind  kind,
           const char   *xml)
{
  for (guint i = 0; i < G_N_ELEMENTS (seldom); i++) {
    if (seldom[i].kind == kind && g_str_equal (seldom[i].xml, xml))
      return TRUE;
  }
  return FALSE;
}

/* Whether the field has a meaning for this very record. */
static gboolean
applies (const TlChart  *chart,
         const TlRecord *record,
         const TlField  *field)
{
  if (field->type == TL_FIELD_REFS || field->type == TL_FIELD_INTS ||
      is_elsewhere (record->kind, field->xml))
    return FALSE;
  if (record->kind == TL_RECORD_STEP) {
    const TlStep *step = (const TlStep *) (const void *) record;
    gboolean instant = step->kind != TL_STEP_ACTION && step->kind != TL_STEP_DECISION &&
                       step->kind != TL_STEP_WAIT;

    if (g_str_equal (field->xml, "outcome"))
      return step->kind == TL_STEP_END;
    if (g_str_equal (field->xml, "touch"))
      return !instant && step->kind != TL_STEP_WAIT;
    if (g_str_equal (field->xml, "wait") || g_str_equal (field->xml, "cost"))
      return !instant;
  }
  if (record->kind == TL_RECORD_CONNECTOR && g_str_equal (field->xml, "probability")) {
    const TlConnector *connector = (const TlConnector *) (const void *) record;
    const TlStep *from = TL_CHART_GET (chart, STEP, TlStep, connector->from);

    return from != NULL && from->kind == TL_STEP_DECISION &&
           connector->kind == TL_CONNECTOR_FLOW;
  }
  return TRUE;
}

/* What stands under the name of a group: "Clerk greets the guest · Onstage". */
static char *
describe_place (TlInspector    *self,
                const TlRecord *record)
{
  TlChart *chart = tl_editor_get_chart (self->editor);

  if (record->kind == TL_RECORD_STEP) {
    const TlStep *step = (const TlStep *) (const void *) record;
    const TlLane *lane = TL_CHART_GET (chart, LANE, TlLane, step->lane);
    const TlPhase *phase = TL_CHART_GET (chart, PHASE, TlPhase, step->phase);

    return g_strdup_printf ("%s · %s", phase->name, lane->name);
  }
  if (record->kind == TL_RECORD_CONNECTOR) {
    const TlConnector *connector = (const TlConnector *) (const void *) record;

    /* Translators: a connector leads from one step to another. */
    return g_strdup_printf (_("%s → %s"), tl_editor_get_label (self->editor, connector->from),
                            tl_editor_get_label (self->editor, connector->to));
  }
  if (record->kind == TL_RECORD_FAILURE) {
    const TlFailure *failure = (const TlFailure *) (const void *) record;
    const char *at = tl_editor_get_label (self->editor, failure->at);

    /* Translators: where a failure point is. */
    return at != NULL ? g_strdup_printf (_("At “%s”"), at) : NULL;
  }
  return NULL;
}

/* What people know a record of this class by: its row comes first. */
static const TlField *
name_field (const TlClass *klass)
{
  static const char * const names[] = { "label", "name", "title", "text" };
  const TlField *field = NULL;

  for (guint i = 0; field == NULL && i < G_N_ELEMENTS (names); i++)
    field = tl_class_find_field (klass, names[i]);
  return field;
}

static void
add_row (TlInspector         *self,
         AdwPreferencesGroup *group,
         AdwExpanderRow      *expander,
         TlId                 id,
         const TlField       *field)
{
  GtkWidget *row = tl_field_row_add (group, expander, self->editor, id, field);

  g_object_set_data (G_OBJECT (row), "xml", (gpointer) field->xml);
  g_object_set_data (G_OBJECT (row), "id", GUINT_TO_POINTER (id));
  g_ptr_array_add (self->rows, row);
}

/* Buttons at the head of a group. */

static void
say_refused (TlInspector  *self,
             const GError *error)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s", error->message);
}

static void
add_child_cb (GtkWidget   *button,
              TlInspector *self)
{
  TlId parent = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "id"));
  g_autoptr (GError) error = NULL;

  if (tl_command_add_child (self->editor, parent, &error) == TL_ID_NONE)
    say_refused (self, error);
}

static void
remove_cb (GtkWidget   *button,
           TlInspector *self)
{
  TlId id = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "id"));
  g_autoptr (GError) error = NULL;

  if (!tl_command_remove (self->editor, id, &error))
    say_refused (self, error);
}

static GtkWidget *
make_button (const char *icon,
             const char *tooltip,
             TlId        id)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip,
                                  -1);
  g_object_set_data (G_OBJECT (button), "id", GUINT_TO_POINTER (id));
  return button;
}

static void
add_buttons (TlInspector         *self,
             AdwPreferencesGroup *group,
             const TlRecord      *record)
{
  const TlClass *klass = tl_class_get (record->kind);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  if (klass->child != TL_N_RECORD_KINDS) {
    const char *child = g_dgettext (GETTEXT_PACKAGE, tl_class_get (klass->child)->label);
    /* Translators: %s is a kind of thing, such as "Safeguard". */
    g_autofree char *tooltip = g_strdup_printf (_("Add %s"), child);
    GtkWidget *button = make_button ("list-add-symbolic", tooltip, record->id);

    g_signal_connect_object (button, "clicked", G_CALLBACK (add_child_cb), self, 0);
    gtk_box_append (GTK_BOX (box), button);
  }
  if (klass->parent != TL_N_RECORD_KINDS || record->kind == TL_RECORD_FAILURE ||
      record->kind == TL_RECORD_RECOVERY) {
    GtkWidget *button = make_button ("user-trash-symbolic", _("Delete"), record->id);

    g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, 0);
    gtk_box_append (GTK_BOX (box), button);
  }
  adw_preferences_group_set_header_suffix (group, box);
}

static void
add_group (TlInspector *self,
           TlId         id)
{
  TlChart *chart = tl_editor_get_chart (self->editor);
  const TlRecord *record = tl_chart_get (chart, id);
  const TlClass *klass = tl_class_get (record->kind);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *more = adw_expander_row_new ();
  g_autofree char *title = tl_editor_name_kind (self->editor, id);
  g_autofree char *place = describe_place (self, record);
  g_autofree char *escaped = place != NULL ? g_markup_escape_text (place, -1) : NULL;
  gboolean any_more = FALSE;
  const TlField *name;

  g_object_ref_sink (more);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  if (escaped != NULL)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), escaped);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (more), _("More"));
  add_buttons (self, ADW_PREFERENCES_GROUP (group), record);
  name = name_field (klass);
  if (name != NULL)
    add_row (self, ADW_PREFERENCES_GROUP (group), NULL, id, name);
  for (guint i = 0; i < klass->n_fields; i++) {
    const TlField *field = &klass->fields[i];
    gboolean behind = is_seldom (record->kind, field->xml);

    if (field == name || !applies (chart, record, field))
      continue;
    any_more = any_more || behind;
    add_row (self, behind ? NULL : ADW_PREFERENCES_GROUP (group), ADW_EXPANDER_ROW (more), id,
             field);
  }
  if (any_more)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), more);
  gtk_box_append (GTK_BOX (self->groups), group);
  g_object_unref (more);
}

/* The records to show, in order. */

static void
append_children (TlChart *chart,
                 TlId     id,
                 GArray  *ids)
{
  const TlRecord *record = tl_chart_get (chart, id);

  for (guint i = 0; i < record->children.n; i++)
    g_array_append_val (ids, record->children.ids[i]);
}

static void
append_recoveries (TlEditor *editor,
                   TlId      failure,
                   GArray   *ids)
{
  TlChart *chart = tl_editor_get_chart (editor);
  const TlOrder *order = tl_editor_get_order (editor);

  for (guint i = 0; i < order->n_recoveries; i++) {
    const TlRecovery *recovery = TL_CHART_GET (chart, RECOVERY, TlRecovery, order->recoveries[i]);

    if (tl_id_list_index (&recovery->failures, failure) == G_MAXUINT)
      continue;
    g_array_append_val (ids, order->recoveries[i]);
    append_children (chart, order->recoveries[i], ids);
  }
}

static void
append_failures (TlEditor *editor,
                 TlId      at,
                 GArray   *ids)
{
  TlChart *chart = tl_editor_get_chart (editor);
  const TlOrder *order = tl_editor_get_order (editor);

  for (guint i = 0; i < order->n_failures; i++) {
    const TlFailure *failure = TL_CHART_GET (chart, FAILURE, TlFailure, order->failures[i]);

    if (failure->at != at)
      continue;
    g_array_append_val (ids, order->failures[i]);
    append_children (chart, order->failures[i], ids);
    append_recoveries (editor, order->failures[i], ids);
  }
}

static GArray *
records_to_show (TlEditor *editor)
{
  TlChart *chart = tl_editor_get_chart (editor);
  TlSelection *selection = tl_editor_get_selection (editor);
  TlId id = tl_selection_get_last (selection);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (TlId));
  const TlRecord *record;

  if (tl_selection_get_n (selection) > 1)
    return ids;
  if (id == TL_ID_NONE)
    id = tl_chart_info (chart)->head.id;
  record = tl_chart_get (chart, id);
  g_array_append_val (ids, id);
  if (record->kind != TL_RECORD_CHART)
    append_children (chart, id, ids);
  if (record->kind == TL_RECORD_STEP || record->kind == TL_RECORD_CONNECTOR)
    append_failures (editor, id, ids);
  else if (record->kind == TL_RECORD_FAILURE)
    append_recoveries (editor, id, ids);
  return ids;
}

static gboolean
same_ids (const GArray *a,
          const GArray *b)
{
  return a->len == b->len &&
         (a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (TlId)) == 0);
}

static void
add_several_hint (TlInspector *self)
{
  guint n = tl_selection_get_n (tl_editor_get_selection (self->editor));
  g_autofree char *title =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u selected", "%u selected", n), n);
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _("Select one alone to see its details."));
  gtk_box_append (GTK_BOX (self->groups), group);
}

static void
clear (TlInspector *self)
{
  GtkWidget *child;

  /* Otherwise the focus would fall on whatever comes to stand first, and what is typed
   * next would be written there. */
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-chart", NULL);
  g_ptr_array_set_size (self->rows, 0);
  g_array_set_size (self->shown, 0);
  while ((child = gtk_widget_get_first_child (self->groups)) != NULL)
    gtk_box_remove (GTK_BOX (self->groups), child);
}

static void
rebuild (TlInspector *self)
{
  g_autoptr (GArray) ids = NULL;

  /* What was written and not handed over must not be lost with its row. */
  self->busy = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    tl_field_row_commit (g_ptr_array_index (self->rows, i));
  ids = records_to_show (self->editor);
  clear (self);
  for (guint i = 0; i < ids->len; i++)
    add_group (self, g_array_index (ids, TlId, i));
  if (ids->len == 0)
    add_several_hint (self);
  g_array_append_vals (self->shown, ids->data, ids->len);
  self->busy = FALSE;
}

static void
selection_changed_cb (TlInspector *self)
{
  g_autoptr (GArray) ids = records_to_show (self->editor);

  if (self->busy || (ids->len > 0 && same_ids (ids, self->shown)))
    return;
  rebuild (self);
  gtk_adjustment_set_value (
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

/* Whether the rows that are there are still the ones that should be. */
static gboolean
rows_fit (TlInspector  *self,
          const GArray *ids)
{
  TlChart *chart = tl_editor_get_chart (self->editor);
  guint n = 0;

  if (!same_ids (ids, self->shown))
    return FALSE;
  for (guint i = 0; i < ids->len; i++) {
    const TlRecord *record = tl_chart_get (chart, g_array_index (ids, TlId, i));
    const TlClass *klass = tl_class_get (record->kind);

    for (guint k = 0; k < klass->n_fields; k++)
      n += applies (chart, record, &klass->fields[k]) ? 1 : 0;
  }
  return n == self->rows->len;
}

static void
editor_changed_cb (TlInspector *self)
{
  g_autoptr (GArray) ids = records_to_show (self->editor);

  if (self->busy)
    return;
  if (!rows_fit (self, ids)) {
    rebuild (self);
    return;
  }
  for (guint i = 0; i < self->rows->len; i++)
    tl_field_row_update (g_ptr_array_index (self->rows, i));
}

void
tl_inspector_set_editor (TlInspector *self,
                         TlEditor    *editor)
{
  g_return_if_fail (TL_IS_INSPECTOR (self));

  if (self->editor == editor)
    return;
  if (self->editor != NULL) {
    g_signal_handlers_disconnect_by_data (self->editor, self);
    g_signal_handlers_disconnect_by_data (tl_editor_get_selection (self->editor), self);
  }
  self->busy = TRUE;
  clear (self);
  self->busy = FALSE;
  g_set_object (&self->editor, editor);
  if (editor == NULL)
    return;
  g_signal_connect_object (editor, "changed", G_CALLBACK (editor_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (tl_editor_get_selection (editor), "changed",
                           G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  rebuild (self);
}

GtkWidget *
tl_inspector_get_row (TlInspector *self,
                      TlId         id,
                      const char  *xml)
{
  g_return_val_if_fail (TL_IS_INSPECTOR (self), NULL);

  for (guint i = 0; i < self->rows->len; i++) {
    GObject *row = g_ptr_array_index (self->rows, i);

    if (GPOINTER_TO_UINT (g_object_get_data (row, "id")) == id &&
        g_str_equal (g_object_get_data (row, "xml"), xml))
      return GTK_WIDGET (row);
  }
  return NULL;
}

static void
tl_inspector_dispose (GObject *object)
{
  TlInspector *self = TL_INSPECTOR (object);

  if (self->groups != NULL)
    tl_inspector_set_editor (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_INSPECTOR);

  G_OBJECT_CLASS (tl_inspector_parent_class)->dispose (object);
}

static void
tl_inspector_finalize (GObject *object)
{
  TlInspector *self = TL_INSPECTOR (object);

  g_array_unref (self->shown);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (tl_inspector_parent_class)->finalize (object);
}

static void
tl_inspector_class_init (TlInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_inspector_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_inspector_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/throughline/Throughline/inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, TlInspector, scroller);
  gtk_widget_class_bind_template_child (widget_class, TlInspector, groups);
  gtk_widget_class_set_css_name (widget_class, "inspector");
}

static void
tl_inspector_init (TlInspector *self)
{
  self->shown = g_array_new (FALSE, FALSE, sizeof (TlId));
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
