/* field-scale.c - ratings from 1 to 10, with what each of them means in sight.
 *
 * The row unfolds into its ten anchors; choosing one folds it and unfolds the next, so that
 * a failure point is rated in three clicks, or by typing three digits.
 *
 * The anchors are for services: our judgement, after AIAG FMEA tables and published work
 * on service FMEA.
 */
#include "app/field-input.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/compat.h"
#include "model/units.h"

#define HIGHEST 10

static const char * const severity[HIGHEST + 1] = {
  NULL,
  N_("No effect"),
  N_("Hardly noticed"),
  N_("Small flaw, some notice"),
  N_("Small flaw, most notice"),
  N_("Annoyance, remembered"),
  N_("Clear inconvenience; most would complain"),
  N_("Core service badly impaired; may not come back"),
  N_("Core service fails; customer goes and tells others"),
  N_("Law broken, serious loss of money or data, no core service at all"),
  N_("Health or safety endangered"),
};

static const char * const occurrence[HIGHEST + 1] = {
  NULL,
  N_("More seldom than 1 in 5,000 journeys"),
  N_("1 in 5,000 journeys"),
  N_("1 in 1,000 journeys"),
  N_("1 in 500 journeys"),
  N_("1 in 200 journeys"),
  N_("1 in 100 journeys"),
  N_("1 in 50 journeys"),
  N_("1 in 20 journeys"),
  N_("1 in 10 journeys"),
  N_("1 in 5 journeys or more"),
};

static const char * const detection[HIGHEST + 1] = {
  NULL,
  N_("Mistake-proofed: cannot reach the customer"),
  N_("The system warns"),
  N_("Check by a second person or a list"),
  N_("Check at the step by the same person"),
  N_("Daily check afterwards"),
  N_("Occasional check"),
  N_("Noticed by chance"),
  N_("Only if the customer speaks up"),
  N_("Only from reviews or later complaints"),
  N_("No; the customer leaves silently"),
};

static const struct {
  const char         *xml;
  const char * const *anchors;
} scales[] = {
  { "S", severity },  { "O", occurrence },  { "D", detection },
  { "S2", severity }, { "O2", occurrence }, { "D2", detection },
};

static const char * const *
find_anchors (const TlField *field)
{
  for (guint i = 0; field->type == TL_FIELD_INT && i < G_N_ELEMENTS (scales); i++) {
    if (strcmp (scales[i].xml, field->xml) == 0)
      return scales[i].anchors;
  }
  return NULL;
}

static gboolean
scale_serves (const TlFieldRow *self)
{
  return find_anchors (self->field) != NULL;
}

typedef struct {
  GtkWidget *value;                 /* the number, large */
  GtkWidget *lines[HIGHEST + 1];    /* by rating; 0 takes it away */
} Scale;

/* The next rating of the same three that is not given yet. */
static void
unfold_next (TlFieldRow *self)
{
  gboolean after = FALSE;

  for (guint i = 0; i < self->siblings->len; i++) {
    TlFieldRow *row = tl_field_row_of (g_ptr_array_index (self->siblings, i));

    if (row == self) {
      after = TRUE;
    } else if (after && row->type == self->type &&
               strlen (row->field->xml) == strlen (self->field->xml)) {
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row->row), TRUE);
      tl_row_focus (row->row);
      return;
    }
  }
  tl_row_focus (self->row);
}

static void
rate (TlFieldRow *self,
      int         rating)
{
  g_autofree char *text = rating > 0 ? g_strdup_printf ("%d", rating) : g_strdup ("");

  tl_field_row_set (self, text);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self->row), FALSE);
  if (rating > 0)
    unfold_next (self);
}

static void
line_activated_cb (GtkWidget *line,
                   GtkWidget *row)
{
  rate (tl_field_row_of (row), GPOINTER_TO_INT (g_object_get_data (G_OBJECT (line), "rating")));
}

/* 1 to 9, and 0 for ten. */
static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        GtkWidget             *row)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Escape && adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row))) {
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), FALSE);
    tl_row_focus (row);
    return GDK_EVENT_STOP;
  }
  if (letter > 127 || !g_ascii_isdigit ((char) letter))
    return GDK_EVENT_PROPAGATE;
  rate (tl_field_row_of (row), letter == '0' ? HIGHEST : (int) (letter - '0'));
  return GDK_EVENT_STOP;
}

static GtkWidget *
make_line (TlFieldRow *self,
           int         rating,
           const char *text)
{
  GtkWidget *line = adw_action_row_new ();
  g_autofree char *digits = g_strdup_printf ("%d", rating);
  GtkWidget *number = gtk_label_new (rating > 0 ? digits : "–");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (line), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), text);
  gtk_label_set_width_chars (GTK_LABEL (number), 2);
  gtk_widget_add_css_class (number, "heading");
  gtk_widget_add_css_class (number, "numeric");
  adw_action_row_add_prefix (ADW_ACTION_ROW (line), number);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (line), TRUE);
  gtk_widget_add_css_class (line, "anchor");
  g_object_set_data (G_OBJECT (line), "rating", GINT_TO_POINTER (rating));
  g_signal_connect (line, "activated", G_CALLBACK (line_activated_cb), self->row);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self->row), line);
  return line;
}

static void
scale_make (TlFieldRow *self)
{
  const char * const *anchors = find_anchors (self->field);
  Scale *scale = g_new0 (Scale, 1);
  GtkEventController *key = gtk_event_controller_key_new ();

  self->row = adw_expander_row_new ();
  self->data = scale;
  self->free_data = g_free;
  scale->value = gtk_label_new (NULL);
  gtk_widget_add_css_class (scale->value, "title-4");
  gtk_widget_add_css_class (scale->value, "numeric");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), tl_field_label (self->field));
  tl_expander_row_add_end (ADW_EXPANDER_ROW (self->row), scale->value);
  for (int rating = HIGHEST; rating > 0; rating--)
    scale->lines[rating] = make_line (self, rating, _(anchors[rating]));
  scale->lines[0] = make_line (self, 0, _("Not rated"));
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_cb), self->row);
  gtk_widget_add_controller (self->row, key);
}

static void
scale_show (TlFieldRow *self,
            const char *text,
            gboolean    various)
{
  Scale *scale = self->data;
  g_autofree char *escaped = NULL;
  const char *meaning = _("Not rated");
  int rating = 0;

  if (tl_int_parse (text, &rating))
    rating = CLAMP (rating, 0, HIGHEST);
  if (various)
    meaning = _("Various");
  else if (rating > 0)
    meaning = _(find_anchors (self->field)[rating]);
  escaped = g_markup_escape_text (meaning, -1);
  gtk_label_set_text (GTK_LABEL (scale->value), text);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self->row), escaped);
  for (int i = 0; i <= HIGHEST; i++) {
    if (i == rating && !various)
      gtk_widget_add_css_class (scale->lines[i], "chosen");
    else
      gtk_widget_remove_css_class (scale->lines[i], "chosen");
  }
}

const TlFieldInput tl_field_input_scale = { scale_serves, scale_make, scale_show, NULL };
