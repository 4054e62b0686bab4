/* field-row.c - one field of one record as a row of a preferences group. */
#include "app/field-row.h"

#include <glib/gi18n-lib.h>

#include "model/ops.h"

#define LONG_TEXT 400   /* characters above which a text may have several lines */

typedef struct {
  /* Owned */
  TlEditor      *editor;
  GPtrArray     *words;      /* what each choice of a list sets; NULL = no list */
  char          *refusal;

  /* Borrowed */
  GtkWidget     *row;
  GtkWidget     *input;      /* text view or switch; NULL when the row itself is one */
  GtkWidget     *reason;     /* row under it */
  GtkWidget     *reason_label;
  const TlField *field;

  /* State */
  TlId           id;
  gboolean       updating;
} FieldRow;

static void
field_row_free (gpointer data)
{
  FieldRow *self = data;

  g_clear_object (&self->editor);
  g_clear_pointer (&self->words, g_ptr_array_unref);
  g_free (self->refusal);
  g_free (self);
}

static FieldRow *
get_field_row (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "field-row");
}

static const TlRecord *
get_record (const FieldRow *self)
{
  return tl_chart_get (tl_editor_get_chart (self->editor), self->id);
}

static const char *
field_label (const TlField *field)
{
  return g_dgettext (GETTEXT_PACKAGE, field->label);
}

static void
refuse (FieldRow   *self,
        const char *reason)
{
  g_free (self->refusal);
  self->refusal = g_strdup (reason);
  gtk_label_set_text (GTK_LABEL (self->reason_label), reason != NULL ? reason : "");
  gtk_widget_set_visible (self->reason, reason != NULL);
  if (reason != NULL)
    gtk_widget_add_css_class (self->row, "error");
  else
    gtk_widget_remove_css_class (self->row, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->row), GTK_ACCESSIBLE_STATE_INVALID,
                               reason != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                              : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
set_value (FieldRow   *self,
           const char *text)
{
  TlChart *chart = tl_editor_get_chart (self->editor);
  const TlRecord *record = get_record (self);
  g_autofree char *before = NULL;
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;

  if (record == NULL)
    return;
  before = tl_field_text (chart, record, self->field);
  if (g_str_equal (before, text)) {
    refuse (self, NULL);
    return;
  }
  /* Translators: in the undo menu; %s is the name of a field. */
  label = g_strdup_printf (_("Change %s"), field_label (self->field));
  tl_editor_begin (self->editor, label);
  if (tl_editor_finish (self->editor, tl_ops_set (chart, self->id, self->field->xml, text, &error),
                        &error)) {
    refuse (self, NULL);
    tl_field_row_update (self->row);
  } else {
    refuse (self, error->message);
  }
}

/* Texts of one line. */

static void
entry_commit (FieldRow *self)
{
  set_value (self, gtk_editable_get_text (GTK_EDITABLE (self->row)));
}

static void
entry_left_cb (GtkEventControllerFocus *controller,
               GtkWidget               *row)
{
  entry_commit (get_field_row (row));
}

static void
entry_activated_cb (GtkWidget *row)
{
  entry_commit (get_field_row (row));
}

static gboolean
escape_cb (GtkEventControllerKey *controller,
           guint                  keyval,
           guint                  keycode,
           GdkModifierType        state,
           GtkWidget             *row)
{
  FieldRow *self = get_field_row (row);
  g_autofree char *text = NULL;

  if (keyval != GDK_KEY_Escape || get_record (self) == NULL)
    return GDK_EVENT_PROPAGATE;
  text = tl_field_text (tl_editor_get_chart (self->editor), get_record (self), self->field);
  if (GTK_IS_TEXT_VIEW (self->input))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->input)), text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (row), text);
  refuse (self, NULL);
  return GDK_EVENT_STOP;
}

static void
add_writing (GtkWidget *row,
             GtkWidget *widget,
             GCallback  left)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  g_signal_connect (focus, "leave", left, row);
  gtk_widget_add_controller (widget, focus);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect (key, "key-pressed", G_CALLBACK (escape_cb), row);
  gtk_widget_add_controller (widget, key);
}

static GtkWidget *
make_entry (FieldRow *self)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), field_label (self->field));
  g_signal_connect (row, "entry-activated", G_CALLBACK (entry_activated_cb), NULL);
  add_writing (row, row, G_CALLBACK (entry_left_cb));
  return row;
}

/* Texts of several lines. */

static void
text_commit (FieldRow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->input));
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  set_value (self, text);
}

static void
text_left_cb (GtkEventControllerFocus *controller,
              GtkWidget               *row)
{
  text_commit (get_field_row (row));
}

static GtkWidget *
make_text (FieldRow *self)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *title = gtk_label_new (field_label (self->field));
  GtkWidget *view = gtk_text_view_new ();

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "caption");
  gtk_widget_add_css_class (title, "dim-label");
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  field_label (self->field), -1);
  gtk_widget_add_css_class (box, "long-text");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), view);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  self->input = view;
  add_writing (row, view, G_CALLBACK (text_left_cb));
  return row;
}

/* Lists to choose from. */

static void
append_choice (FieldRow      *self,
               GtkStringList *list,
               const char    *word,
               const char    *label)
{
  g_ptr_array_add (self->words, g_strdup (word));
  gtk_string_list_append (list, label);
}

static void
append_records (FieldRow      *self,
                GtkStringList *list)
{
  TlChart *chart = tl_editor_get_chart (self->editor);

  for (guint kind = 0; kind < TL_N_RECORD_KINDS; kind++) {
    if ((self->field->kinds & 1u << kind) == 0)
      continue;
    for (guint i = 0; i < tl_chart_n (chart, kind); i++) {
      const TlRecord *record = tl_chart_nth (chart, kind, i);
      const char *label = tl_editor_get_label (self->editor, record->id);

      append_choice (self, list, record->name, label != NULL ? label : record->name);
    }
  }
}

static GListModel *
make_choices (FieldRow *self)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  self->words = g_ptr_array_new_with_free_func (g_free);
  if (self->field->type == TL_FIELD_RESUME) {
    append_choice (self, list, "next", _("Goes on with the next step"));
    append_choice (self, list, "redo", _("Does this step again"));
  } else if ((self->field->flags & TL_FIELD_REQUIRED) == 0 &&
             (self->field->type == TL_FIELD_REF || tl_enum_find_value (self->field->rows, 0) == NULL)) {
    append_choice (self, list, "", _("Not given"));
  }
  if (self->field->type == TL_FIELD_ENUM) {
    for (const TlEnumRow *row = self->field->rows; row->word != NULL; row++)
      append_choice (self, list, row->word, g_dgettext (GETTEXT_PACKAGE, row->label));
  } else {
    append_records (self, list);
  }
  return G_LIST_MODEL (list);
}

static void
chosen_cb (GtkWidget  *row,
           GParamSpec *pspec,
           gpointer    data)
{
  FieldRow *self = get_field_row (row);
  guint index = adw_combo_row_get_selected (ADW_COMBO_ROW (row));

  if (self == NULL || self->updating || index >= self->words->len)
    return;
  set_value (self, g_ptr_array_index (self->words, index));
}

static GtkWidget *
make_list (FieldRow *self)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GListModel) model = make_choices (self);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), field_label (self->field));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), model);
  g_signal_connect (row, "notify::selected", G_CALLBACK (chosen_cb), NULL);
  return row;
}

/* Yes or no. */

static void
switched_cb (GtkWidget  *input,
             GParamSpec *pspec,
             GtkWidget  *row)
{
  FieldRow *self = get_field_row (row);

  if (self != NULL && !self->updating)
    set_value (self, gtk_switch_get_active (GTK_SWITCH (input)) ? "true" : "false");
}

static GtkWidget *
make_switch (FieldRow *self)
{
  GtkWidget *row = adw_action_row_new ();

  self->input = gtk_switch_new ();
  gtk_widget_set_valign (self->input, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), field_label (self->field));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->input);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), self->input);
  g_signal_connect (self->input, "notify::active", G_CALLBACK (switched_cb), row);
  return row;
}

static gboolean
is_long (const TlField *field)
{
  return field->type == TL_FIELD_TEXT && field->max > LONG_TEXT;
}

static GtkWidget *
make_row (FieldRow *self)
{
  if (is_long (self->field))
    return make_text (self);
  if (self->field->type == TL_FIELD_BOOL)
    return make_switch (self);
  if (self->field->type == TL_FIELD_ENUM || self->field->type == TL_FIELD_REF ||
      self->field->type == TL_FIELD_RESUME)
    return make_list (self);
  return make_entry (self);
}

/* A row for the reason of a refusal; hidden while there is none. */
static void
make_reason (FieldRow *self)
{
  self->reason = adw_preferences_row_new ();
  self->reason_label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->reason_label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->reason_label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->reason_label), 0);
  gtk_widget_add_css_class (self->reason_label, "error");
  gtk_widget_add_css_class (self->reason_label, "caption");
  gtk_widget_add_css_class (self->reason_label, "refusal");
  gtk_widget_set_margin_top (self->reason_label, 6);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self->reason), self->reason_label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->reason), FALSE);
  gtk_widget_set_visible (self->reason, FALSE);
}

GtkWidget *
tl_field_row_add (AdwPreferencesGroup *group,
                  AdwExpanderRow      *expander,
                  TlEditor            *editor,
                  TlId                 id,
                  const TlField       *field)
{
  FieldRow *self = g_new0 (FieldRow, 1);

  self->editor = g_object_ref (editor);
  self->id = id;
  self->field = field;
  self->row = make_row (self);
  make_reason (self);
  g_object_set_data_full (G_OBJECT (self->row), "field-row", self, field_row_free);
  if (group != NULL) {
    adw_preferences_group_add (group, self->row);
    adw_preferences_group_add (group, self->reason);
  } else {
    adw_expander_row_add_row (expander, self->row);
    adw_expander_row_add_row (expander, self->reason);
  }
  tl_field_row_update (self->row);
  return self->row;
}

static void
update_list (FieldRow   *self,
             const char *text)
{
  guint selected = GTK_INVALID_LIST_POSITION;

  /* Roles and steps come and go. */
  if (self->field->type != TL_FIELD_ENUM) {
    g_autoptr (GListModel) model = NULL;

    g_clear_pointer (&self->words, g_ptr_array_unref);
    model = make_choices (self);
    adw_combo_row_set_model (ADW_COMBO_ROW (self->row), model);
  }
  for (guint i = 0; i < self->words->len; i++) {
    if (g_str_equal (g_ptr_array_index (self->words, i), text))
      selected = i;
  }
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->row), selected);
}

void
tl_field_row_update (GtkWidget *row)
{
  FieldRow *self = get_field_row (row);
  const TlRecord *record = get_record (self);
  g_autofree char *text = NULL;

  if (record == NULL)
    return;
  text = tl_field_text (tl_editor_get_chart (self->editor), record, self->field);
  self->updating = TRUE;
  if (self->words != NULL) {
    update_list (self, text);
  } else if (GTK_IS_SWITCH (self->input)) {
    gtk_switch_set_active (GTK_SWITCH (self->input), g_str_equal (text, "true"));
  } else if (GTK_IS_TEXT_VIEW (self->input)) {
    if (!gtk_widget_has_focus (self->input))
      gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->input)), text, -1);
  } else if (self->refusal == NULL) {
    /* What the chart says is not for the entry's own undo to take back. */
    if (!g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (row)))) {
      gtk_editable_set_enable_undo (GTK_EDITABLE (row), FALSE);
      gtk_editable_set_text (GTK_EDITABLE (row), text);
      gtk_editable_set_enable_undo (GTK_EDITABLE (row), TRUE);
    }
  }
  self->updating = FALSE;
}

void
tl_field_row_commit (GtkWidget *row)
{
  FieldRow *self = get_field_row (row);

  if (self->refusal != NULL)
    return;
  if (GTK_IS_TEXT_VIEW (self->input))
    text_commit (self);
  else if (ADW_IS_ENTRY_ROW (row))
    entry_commit (self);
}

const char *
tl_field_row_get_refusal (GtkWidget *row)
{
  return get_field_row (row)->refusal;
}
