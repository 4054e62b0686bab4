/* field-row.c - one field of one or several records as a row of a preferences group. */
#include "app/field-input.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/field-reason.h"
#include "app/field-set.h"
#include "app/page-layout.h"

static void
field_row_free (gpointer data)
{
  TlFieldRow *self = data;

  if (self->free_data != NULL)
    self->free_data (self->data);
  g_clear_object (&self->editor);
  g_array_unref (self->ids);
  g_free (self->refusal);
  g_free (self);
}

TlFieldRow *
tl_field_row_of (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "field-row");
}

const TlRecord *
tl_field_row_record (TlFieldRow *self)
{
  if (self->ids->len == 0)
    return NULL;
  return tl_chart_get (tl_editor_get_chart (self->editor), g_array_index (self->ids, TlId, 0));
}

/* The value all records share; NULL when they differ or are gone. */
static char *
shared_text (TlFieldRow *self)
{
  TlChart *chart = tl_editor_get_chart (self->editor);
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->ids->len; i++) {
    const TlRecord *record = tl_chart_get (chart, g_array_index (self->ids, TlId, i));
    g_autofree char *other = NULL;

    if (record == NULL)
      return NULL;
    other = tl_field_text (chart, record, self->field);
    if (text == NULL)
      text = g_steal_pointer (&other);
    else if (strcmp (text, other) != 0)
      return NULL;
  }
  return g_steal_pointer (&text);
}

/* Setting. */

/* What is set together: the field itself, and what was refused in other rows. */
typedef struct {
  GPtrArray *rows;     /* TlFieldRow */
  GPtrArray *fields;   /* TlField */
  GPtrArray *texts;    /* owned */
} Together;

static void
together_clear (Together *all)
{
  g_ptr_array_unref (all->rows);
  g_ptr_array_unref (all->fields);
  g_ptr_array_unref (all->texts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Together, together_clear)

static void
together_add (Together   *all,
              TlFieldRow *row,
              const char *text)
{
  g_ptr_array_add (all->rows, row);
  g_ptr_array_add (all->fields, (gpointer) row->field);
  g_ptr_array_add (all->texts, g_strdup (text));
}

static void
together_add_refused (Together   *all,
                      TlFieldRow *self)
{
  for (guint i = 0; i < self->siblings->len; i++) {
    TlFieldRow *row = tl_field_row_of (g_ptr_array_index (self->siblings, i));
    g_autofree char *text = NULL;

    if (row == self || row->refusal == NULL || row->type->read == NULL)
      continue;
    text = row->type->read (row);
    if (text != NULL)
      together_add (all, row, text);
  }
}

static gboolean
try_set (TlFieldRow  *self,
         Together    *all,
         guint        n,
         GError     **error)
{
  TlChart *chart = tl_editor_get_chart (self->editor);
  /* Translators: in the undo menu; %s is the name of a field. */
  g_autofree char *label = g_strdup_printf (_("Change %s"), tl_field_label (self->field));
  gboolean done = TRUE;

  tl_editor_begin (self->editor, label);
  for (guint i = 0; i < self->ids->len && done; i++)
    done = tl_field_set (chart, g_array_index (self->ids, TlId, i),
                         (const TlField * const *) all->fields->pdata,
                         (const char * const *) all->texts->pdata, n, error);
  return tl_editor_finish (self->editor, done, error);
}

/* Measurements that lose what they say when the field becomes @text. */
static guint
count_lost (TlFieldRow *self,
            const char *text)
{
  g_autoptr (GArray) lost = g_array_new (FALSE, FALSE, sizeof (TlId));

  for (guint i = 0; i < self->ids->len && strcmp (self->field->xml, "share") == 0; i++)
    tl_ops_shares_between (tl_editor_get_chart (self->editor), g_array_index (self->ids, TlId, i),
                           text, NULL, lost);
  return lost->len;
}

static void
say_lost (TlFieldRow *self,
          guint       n)
{
  g_autofree char *text = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "The share of %u measurement cleared",
                 "The shares of %u measurements cleared", n), n);

  gtk_widget_activate_action (self->row, "win.say-undo", "s", text);
}

void
tl_field_row_set (TlFieldRow *self,
                  const char *text)
{
  g_auto (Together) all = {
    g_ptr_array_new (), g_ptr_array_new (), g_ptr_array_new_with_free_func (g_free),
  };
  g_autofree char *before = shared_text (self);
  g_autoptr (GError) error = NULL;
  guint n_set, n_lost;

  if (tl_field_row_record (self) == NULL)
    return;
  if (g_strcmp0 (before, text) == 0) {
    tl_field_reason_set (self, NULL);
    return;
  }
  n_lost = count_lost (self, text);
  together_add (&all, self, text);
  together_add_refused (&all, self);
  n_set = all.rows->len;
  if (n_set == 1 || !try_set (self, &all, n_set, NULL)) {
    n_set = 1;
    if (!try_set (self, &all, n_set, &error)) {
      tl_field_reason_set (self, error->message);
      return;
    }
  }
  for (guint i = 0; i < n_set; i++) {
    TlFieldRow *row = g_ptr_array_index (all.rows, i);

    tl_field_reason_set (row, NULL);
    tl_field_row_update (row->row);
  }
  if (n_lost > 0)
    say_lost (self, n_lost);
}

/* Writing. */

static void
left_cb (GtkEventControllerFocus *controller,
         GtkWidget               *row)
{
  tl_field_row_commit (row);
}

static gboolean
escape_cb (GtkEventControllerKey *controller,
           guint                  keyval,
           guint                  keycode,
           GdkModifierType        state,
           GtkWidget             *row)
{
  TlFieldRow *self = tl_field_row_of (row);
  g_autofree char *text = NULL;

  if (keyval != GDK_KEY_Escape || tl_field_row_record (self) == NULL)
    return GDK_EVENT_PROPAGATE;
  text = shared_text (self);
  tl_field_reason_set (self, NULL);
  self->updating = TRUE;
  self->type->show (self, text != NULL ? text : "", text == NULL);
  self->updating = FALSE;
  return GDK_EVENT_STOP;
}

void
tl_field_row_watch (TlFieldRow *self,
                    GtkWidget  *widget)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  g_signal_connect (focus, "leave", G_CALLBACK (left_cb), self->row);
  gtk_widget_add_controller (widget, focus);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect (key, "key-pressed", G_CALLBACK (escape_cb), self->row);
  gtk_widget_add_controller (widget, key);
}

GtkWidget *
tl_field_caption_new (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

/* Making. */

static const TlFieldInput *
find_type (const TlFieldRow *self)
{
  static const TlFieldInput * const types[] = {
    &tl_field_input_text, &tl_field_input_switch, &tl_field_input_scale, &tl_field_input_choice,
    &tl_field_input_refs, &tl_field_input_date,
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++) {
    if (types[i]->serves (self))
      return types[i];
  }
  return &tl_field_input_entry;
}

GtkWidget *
tl_field_row_add (AdwPreferencesGroup *group,
                  AdwExpanderRow      *expander,
                  TlEditor            *editor,
                  const TlField       *field,
                  GPtrArray           *siblings)
{
  TlFieldRow *self = g_new0 (TlFieldRow, 1);

  self->editor = g_object_ref (editor);
  self->ids = g_array_new (FALSE, FALSE, sizeof (TlId));
  self->field = field;
  self->siblings = siblings;
  self->type = find_type (self);
  self->type->make (self);
  tl_field_reason_make (self);
  g_object_set_data_full (G_OBJECT (self->row), "field-row", self, field_row_free);
  gtk_widget_set_visible (self->row, FALSE);
  if (group != NULL) {
    adw_preferences_group_add (group, self->row);
    adw_preferences_group_add (group, self->reason);
  } else {
    adw_expander_row_add_row (expander, self->row);
    adw_expander_row_add_row (expander, self->reason);
  }
  g_ptr_array_add (siblings, self->row);
  return self->row;
}

static gboolean
applies (TlFieldRow *self)
{
  TlChart *chart = tl_editor_get_chart (self->editor);

  for (guint i = 0; i < self->ids->len; i++) {
    const TlRecord *record = tl_chart_get (chart, g_array_index (self->ids, TlId, i));

    if (record == NULL || !tl_page_field_applies (chart, record, self->field))
      return FALSE;
  }
  return self->ids->len > 0;
}

void
tl_field_row_set_records (GtkWidget  *row,
                          const TlId *ids,
                          guint       n_ids)
{
  TlFieldRow *self = tl_field_row_of (row);

  tl_field_reason_set (self, NULL);
  g_array_set_size (self->ids, 0);
  g_array_append_vals (self->ids, ids, n_ids);
  tl_field_row_update (row);
}

void
tl_field_row_update (GtkWidget *row)
{
  TlFieldRow *self = tl_field_row_of (row);
  gboolean shown = applies (self);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (row, shown);
  if (!shown && self->refusal != NULL)
    tl_field_reason_set (self, NULL);
  if (!shown || self->refusal != NULL)
    return;
  text = shared_text (self);
  self->updating = TRUE;
  self->type->show (self, text != NULL ? text : "", text == NULL);
  self->updating = FALSE;
  if (self->various != NULL)
    gtk_widget_set_visible (self->various, text == NULL);
}

void
tl_field_row_commit (GtkWidget *row)
{
  TlFieldRow *self = tl_field_row_of (row);
  g_autofree char *text = NULL;
  g_autofree char *before = NULL;

  if (self->refusal != NULL && self->type->read == NULL)
    return;
  if (self->updating || self->type->read == NULL || !gtk_widget_get_visible (row))
    return;
  text = self->type->read (self);
  before = shared_text (self);
  /* Values that differ stay so until something is written over them. */
  if (text == NULL || (before == NULL && *text == '\0'))
    return;
  tl_field_row_set (self, text);
}

const char *
tl_field_row_get_refusal (GtkWidget *row)
{
  return tl_field_row_of (row)->refusal;
}

const TlField *
tl_field_row_get_field (GtkWidget *row)
{
  return tl_field_row_of (row)->field;
}

gboolean
tl_field_row_is (GtkWidget  *row,
                 TlId        id,
                 const char *xml)
{
  TlFieldRow *self = tl_field_row_of (row);

  return gtk_widget_get_visible (row) && self->ids->len == 1 &&
         g_array_index (self->ids, TlId, 0) == id && strcmp (self->field->xml, xml) == 0;
}

void
tl_row_focus (GtkWidget *row)
{
  if (!ADW_IS_EXPANDER_ROW (row)) {
    gtk_widget_grab_focus (row);
    return;
  }
  gtk_widget_set_focus_child (row, NULL);
  gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
}

void
tl_field_row_focus (GtkWidget *row)
{
  TlFieldRow *self = tl_field_row_of (row);

  if (GTK_IS_TEXT_VIEW (self->input)) {
    gtk_widget_grab_focus (self->input);
    g_signal_emit_by_name (self->input, "select-all", TRUE);
  } else {
    tl_row_focus (row);
    if (GTK_IS_EDITABLE (row))
      gtk_editable_select_region (GTK_EDITABLE (row), 0, -1);
  }
}
