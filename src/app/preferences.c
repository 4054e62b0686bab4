/* preferences.c - the window of preferences, and what they do. */
#include "app/preferences.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "analysis/rule.h"
#include "app/print-choice.h"

#define SCHEME   "colour-scheme"
#define AUTHOR   "author"
#define CURRENCY "currency"
#define WITHOUT  "advice-without"

struct _TlPreferences {
  AdwWindow    parent_instance;

  /* Template children */
  AdwComboRow *scheme;
  GtkWidget   *reopen;
  AdwComboRow *paper;
  GtkWidget   *author;
  GtkWidget   *currency;
  GtkWidget   *advice;
  AdwExpanderRow *rules;

  /* Owned */
  GSettings   *settings;
};

G_DEFINE_FINAL_TYPE (TlPreferences, tl_preferences, ADW_TYPE_WINDOW)

/* In the order of the rows to choose from, and of the enumeration in the settings. */
static const struct {
  const char     *name;
  AdwColorScheme  scheme;
} schemes[] = {
  { "system", ADW_COLOR_SCHEME_DEFAULT },
  { "light", ADW_COLOR_SCHEME_FORCE_LIGHT },
  { "dark", ADW_COLOR_SCHEME_FORCE_DARK },
};

/* 0 for a name that is none of them. */
static guint
find_scheme (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++) {
    if (g_strcmp0 (schemes[i].name, name) == 0)
      return i;
  }
  return 0;
}

static void
scheme_changed_cb (GSettings *settings)
{
  g_autofree char *name = g_settings_get_string (settings, SCHEME);

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      schemes[find_scheme (name)].scheme);
}

void
tl_preferences_follow_scheme (GSettings *settings)
{
  g_return_if_fail (G_IS_SETTINGS (settings));

  g_signal_connect (settings, "changed::" SCHEME, G_CALLBACK (scheme_changed_cb), NULL);
  scheme_changed_cb (settings);
}

/* Three capital letters, as currencies are named; others would make no valid chart. */
static gboolean
is_currency (const char *text)
{
  for (guint i = 0; i < 3; i++) {
    if (!g_ascii_isupper (text[i]))
      return FALSE;
  }
  return text[3] == '\0';
}

void
tl_preferences_sign (GSettings  *settings,
                     TlDocument *document)
{
  g_autofree char *author = NULL;
  g_autofree char *currency = NULL;

  g_return_if_fail (G_IS_SETTINGS (settings));
  g_return_if_fail (TL_IS_DOCUMENT (document));

  author = g_strstrip (g_settings_get_string (settings, AUTHOR));
  currency = g_settings_get_string (settings, CURRENCY);
  tl_document_sign (document, *author != '\0' ? author : NULL,
                    is_currency (currency) ? currency : NULL);
}

/* The window. */

static gboolean
scheme_to_row (GValue   *value,
               GVariant *variant,
               gpointer  data)
{
  g_value_set_uint (value, find_scheme (g_variant_get_string (variant, NULL)));
  return TRUE;
}

static GVariant *
row_to_scheme (const GValue       *value,
               const GVariantType *type,
               gpointer            data)
{
  guint row = g_value_get_uint (value);

  return row < G_N_ELEMENTS (schemes) ? g_variant_new_string (schemes[row].name) : NULL;
}

/* The first row is the paper of the country, and then all in their order. */

static gboolean
paper_to_row (GValue   *value,
              GVariant *variant,
              gpointer  data)
{
  const TlPaper *paper = tl_paper_find (g_variant_get_string (variant, NULL));
  guint row = 0;

  while (paper != NULL && tl_paper_get (row) != paper)
    row++;
  g_value_set_uint (value, paper != NULL ? row + 1 : 0);
  return TRUE;
}

static GVariant *
row_to_paper (const GValue       *value,
              const GVariantType *type,
              gpointer            data)
{
  guint row = g_value_get_uint (value);
  const TlPaper *paper = row > 0 && row != GTK_INVALID_LIST_POSITION ? tl_paper_get (row - 1)
                                                                      : NULL;

  return g_variant_new_string (paper != NULL ? paper->name : "");
}

static void
fill_papers (TlPreferences *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  /* Translators: %s is a size of paper, such as A4. */
  g_autofree char *usual = g_strdup_printf (_("As usual here (%s)"),
                                            tl_print_paper_of_country ()->title);

  gtk_string_list_append (list, usual);
  for (guint i = 0; tl_paper_get (i) != NULL; i++)
    gtk_string_list_append (list, tl_paper_get (i)->title);
  adw_combo_row_set_model (self->paper, G_LIST_MODEL (list));
  g_settings_bind_with_mapping (self->settings, "paper", self->paper, "selected",
                                G_SETTINGS_BIND_DEFAULT, paper_to_row, row_to_paper, NULL, NULL);
}

/* Half a name is kept back until the rest has been written. */
static void
currency_changed_cb (TlPreferences *self)
{
  g_autofree char *text =
    g_ascii_strup (gtk_editable_get_text (GTK_EDITABLE (self->currency)), -1);
  gboolean good;

  g_strstrip (text);
  good = *text == '\0' || is_currency (text);
  if (good) {
    gtk_widget_remove_css_class (self->currency, "error");
    g_settings_set_string (self->settings, CURRENCY, text);
  } else {
    gtk_widget_add_css_class (self->currency, "error");
  }
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->currency), GTK_ACCESSIBLE_STATE_INVALID,
                               good ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
}

/* Advice. */

static gboolean
is_hidden (GSettings    *settings,
           const TlRule *rule)
{
  g_auto (GStrv) without = g_settings_get_strv (settings, WITHOUT);

  return g_strv_contains ((const char *const *) without, rule->id);
}

static void
rule_switched_cb (GtkSwitch     *active,
                  GParamSpec    *pspec,
                  TlPreferences *self)
{
  const TlRule *rule = g_object_get_data (G_OBJECT (active), "rule");
  g_auto (GStrv) before = g_settings_get_strv (self->settings, WITHOUT);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) without = NULL;

  for (char **id = before; *id != NULL; id++) {
    if (!g_str_equal (*id, rule->id))
      g_strv_builder_add (builder, *id);
  }
  if (!gtk_switch_get_active (active))
    g_strv_builder_add (builder, rule->id);
  without = g_strv_builder_end (builder);
  g_settings_set_strv (self->settings, WITHOUT, (const char *const *) without);
}

static void
add_rule (TlPreferences *self,
          const TlRule  *rule)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *active = gtk_switch_new ();
  const char *name = g_dgettext (GETTEXT_PACKAGE, rule->title);
  g_autofree char *title = g_strdup_printf ("%s  %s", rule->id, name);
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  g_autofree char *why = g_markup_escape_text (g_dgettext (GETTEXT_PACKAGE, rule->why), -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), why);
  gtk_switch_set_active (GTK_SWITCH (active), !is_hidden (self->settings, rule));
  gtk_widget_set_valign (active, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (active), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  g_object_set_data (G_OBJECT (active), "rule", (gpointer) rule);
  g_signal_connect_object (active, "notify::active", G_CALLBACK (rule_switched_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), active);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), active);
  adw_expander_row_add_row (self->rules, row);
}

/* Those that only advise, and of the others those that were hidden at a finding. */
static void
add_rules (TlPreferences *self)
{
  for (guint i = 0; i < tl_n_rules (); i++) {
    const TlRule *rule = tl_rule_nth (i);

    if (rule->severity == TL_SEVERITY_ADVICE || is_hidden (self->settings, rule))
      add_rule (self, rule);
  }
}

static void
tl_preferences_dispose (GObject *object)
{
  g_clear_object (&TL_PREFERENCES (object)->settings);
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_PREFERENCES);

  G_OBJECT_CLASS (tl_preferences_parent_class)->dispose (object);
}

static void
tl_preferences_class_init (TlPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_preferences_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/throughline/Throughline/preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, TlPreferences, scheme);
  gtk_widget_class_bind_template_child (widget_class, TlPreferences, reopen);
  gtk_widget_class_bind_template_child (widget_class, TlPreferences, paper);
  gtk_widget_class_bind_template_child (widget_class, TlPreferences, author);
  gtk_widget_class_bind_template_child (widget_class, TlPreferences, currency);
  gtk_widget_class_bind_template_child (widget_class, TlPreferences, advice);
  gtk_widget_class_bind_template_child (widget_class, TlPreferences, rules);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tl_preferences_init (TlPreferences *self)
{
  g_autofree char *currency = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new (TL_APP_ID);
  g_settings_bind_with_mapping (self->settings, SCHEME, self->scheme, "selected",
                                G_SETTINGS_BIND_DEFAULT, scheme_to_row, row_to_scheme, NULL, NULL);
  fill_papers (self);
  g_settings_bind (self->settings, "reopen-last", self->reopen, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, AUTHOR, self->author, "text", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "advice", self->advice, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "advice", self->rules, "sensitive", G_SETTINGS_BIND_GET);
  add_rules (self);
  currency = g_settings_get_string (self->settings, CURRENCY);
  gtk_editable_set_text (GTK_EDITABLE (self->currency), currency);
  g_signal_connect_swapped (self->currency, "changed", G_CALLBACK (currency_changed_cb), self);
}

TlPreferences *
tl_preferences_new (GtkWindow *parent)
{
  return g_object_new (TL_TYPE_PREFERENCES, "transient-for", parent, NULL);
}
