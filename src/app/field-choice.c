/* field-choice.c - one of a list: fixed words, or records of the chart. */
#include "app/field-input.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/record-words.h"

/* Whole numbers that are easier to choose by what they mean. */
static const struct {
  const char *xml;
  struct {
    const char *word;
    const char *label;
  } rows[6];
} scales[] = {
  { "emotion",
    { { "2", N_("+2 Delighted") }, { "1", N_("+1 Pleased") }, { "0", N_("0 Neither") },
      { "-1", N_("−1 Annoyed") }, { "-2", N_("−2 Dissatisfied") } } },
  { "importance",
    { { "5", N_("5 Decides whether they come") }, { "4", N_("4 Important") },
      { "3", N_("3 Matters") }, { "2", N_("2 Matters little") },
      { "1", N_("1 Hardly matters") } } },
  { "gap",
    { { "1", N_("1 Not knowing what customers expect") },
      { "2", N_("2 Not having the right standards") },
      { "3", N_("3 Not delivering to standard") },
      { "4", N_("4 Not keeping promises") } } },
  { "scale", { { "5", N_("1 to 5") }, { "7", N_("1 to 7") } } },
};

static int
find_scale (const TlField *field)
{
  for (guint i = 0; field->type == TL_FIELD_INT && i < G_N_ELEMENTS (scales); i++) {
    if (strcmp (scales[i].xml, field->xml) == 0)
      return (int) i;
  }
  return -1;
}

static gboolean
choice_serves (const TlFieldRow *self)
{
  const TlField *field = self->field;

  /* Where a failure point sits is found, not looked up in a list. */
  return field->type == TL_FIELD_ENUM || field->type == TL_FIELD_RESUME ||
         (field->type == TL_FIELD_REF && (field->kinds & 1u << TL_RECORD_STEP) == 0) ||
         find_scale (field) >= 0;
}

/* What can be chosen: words to set, and labels to show, side by side. */
typedef struct {
  GPtrArray *words;
  GPtrArray *labels;
} Choices;

static void
choices_free (gpointer data)
{
  Choices *choices = data;

  g_ptr_array_unref (choices->words);
  g_ptr_array_unref (choices->labels);
  g_free (choices);
}

static Choices *
choices_new (void)
{
  Choices *choices = g_new0 (Choices, 1);

  choices->words = g_ptr_array_new_with_free_func (g_free);
  choices->labels = g_ptr_array_new_with_free_func (g_free);
  return choices;
}

static void
append (Choices    *choices,
        const char *word,
        const char *label)
{
  g_ptr_array_add (choices->words, g_strdup (word));
  g_ptr_array_add (choices->labels, g_strdup (label));
}

static void
append_records (Choices    *choices,
                TlFieldRow *self)
{
  TlChart *chart = tl_editor_get_chart (self->editor);

  for (guint kind = 0; kind < TL_N_RECORD_KINDS; kind++) {
    if ((self->field->kinds & 1u << kind) == 0)
      continue;
    for (guint i = 0; i < tl_chart_n (chart, kind); i++) {
      const TlRecord *record = tl_chart_nth (chart, kind, i);
      g_autofree char *title = tl_record_title (self->editor, record->id);

      append (choices, record->name, title);
    }
  }
}

static gboolean
may_be_empty (const TlField *field)
{
  if ((field->flags & TL_FIELD_REQUIRED) != 0 || field->type == TL_FIELD_RESUME)
    return FALSE;
  if (field->type == TL_FIELD_INT)
    return isnan (field->standard);
  return field->type != TL_FIELD_ENUM || isnan (field->standard);
}

static void
fill (Choices    *choices,
      TlFieldRow *self)
{
  int scale = find_scale (self->field);

  if (may_be_empty (self->field))
    append (choices, "", _("Not given"));
  for (guint i = 0; scale >= 0 && i < G_N_ELEMENTS (scales[scale].rows); i++) {
    if (scales[scale].rows[i].word != NULL)
      append (choices, scales[scale].rows[i].word, _(scales[scale].rows[i].label));
  }
  if (self->field->type == TL_FIELD_ENUM) {
    for (const TlEnumRow *row = self->field->rows; row->word != NULL; row++)
      append (choices, row->word, g_dgettext (GETTEXT_PACKAGE, row->label));
  }
  if (self->field->type == TL_FIELD_RESUME) {
    append (choices, "next", _("Goes on with the next step"));
    append (choices, "redo", _("Does this step again"));
  }
  if (self->field->type == TL_FIELD_REF || self->field->type == TL_FIELD_RESUME)
    append_records (choices, self);
}

static void
chosen_cb (GtkWidget  *row,
           GParamSpec *pspec,
           gpointer    data)
{
  TlFieldRow *self = tl_field_row_of (row);
  Choices *choices;
  guint index = adw_combo_row_get_selected (ADW_COMBO_ROW (row));

  if (self == NULL || self->updating || self->data == NULL)
    return;
  choices = self->data;
  if (index < choices->words->len)
    tl_field_row_set (self, g_ptr_array_index (choices->words, index));
}

static void
choice_make (TlFieldRow *self)
{
  self->row = adw_combo_row_new ();
  self->free_data = choices_free;
  self->data = choices_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), tl_field_label (self->field));
  g_signal_connect (self->row, "notify::selected", G_CALLBACK (chosen_cb), NULL);
}

static gboolean
same_texts (const GPtrArray *a,
            const GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++) {
    if (strcmp (a->pdata[i], b->pdata[i]) != 0)
      return FALSE;
  }
  return TRUE;
}

/* Roles and steps come and go; a list that stayed the same is left alone. */
static void
refill (TlFieldRow *self)
{
  Choices *old = self->data;
  Choices *choices = choices_new ();
  g_autoptr (GtkStringList) list = NULL;

  fill (choices, self);
  if (adw_combo_row_get_model (ADW_COMBO_ROW (self->row)) != NULL &&
      same_texts (old->words, choices->words) && same_texts (old->labels, choices->labels)) {
    choices_free (choices);
    return;
  }
  list = gtk_string_list_new (NULL);
  for (guint i = 0; i < choices->labels->len; i++)
    gtk_string_list_append (list, g_ptr_array_index (choices->labels, i));
  choices_free (old);
  self->data = choices;
  adw_combo_row_set_model (ADW_COMBO_ROW (self->row), G_LIST_MODEL (list));
}

static void
choice_show (TlFieldRow *self,
             const char *text,
             gboolean    various)
{
  guint selected = GTK_INVALID_LIST_POSITION;
  Choices *choices;

  refill (self);
  choices = self->data;
  for (guint i = 0; i < choices->words->len && !various; i++) {
    if (strcmp (g_ptr_array_index (choices->words, i), text) == 0)
      selected = i;
  }
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->row), selected);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->row), various ? _("Various") : NULL);
}

static char *
choice_read (TlFieldRow *self)
{
  Choices *choices = self->data;
  guint index = adw_combo_row_get_selected (ADW_COMBO_ROW (self->row));

  return index < choices->words->len ? g_strdup (g_ptr_array_index (choices->words, index)) : NULL;
}

const TlFieldInput tl_field_input_choice = {
  choice_serves, choice_make, choice_show, choice_read,
};
