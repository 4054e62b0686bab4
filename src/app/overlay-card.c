/* overlay-card.c - the legend of an overlay, as a card on the chart. */
#include "app/overlay-card.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "render/painter.h"
#include "render/sink-cairo.h"

#define SWATCH_WIDTH  26   /* widget pixels */
#define SWATCH_HEIGHT 15

struct _TlOverlayCard {
  GtkWidget      parent_instance;

  /* Template children */
  GtkWidget     *box;        /* all of it */
  GtkLabel      *title;
  GtkDropDown   *roles;
  GtkWidget     *toggle;
  GtkWidget     *body;
  GtkLabel      *about;
  GtkWidget     *keys;
  GtkLabel      *note;

  /* Owned */
  GPtrArray     *role_ids;   /* XML ids, by row of the list */

  /* State */
  gboolean       filling;    /* the list of roles changes, and nobody chose */
};

enum { PROP_0, PROP_OPEN };
static GParamSpec *open_prop;

G_DEFINE_FINAL_TYPE (TlOverlayCard, tl_overlay_card, GTK_TYPE_WIDGET)

/* Swatches. */

/* Its hue, and 1; 0 = of what steps back. */
#define HUE_KEY "tl-hue"

static void
draw_swatch_cb (GtkDrawingArea *area,
                cairo_t        *cr,
                int             width,
                int             height,
                gpointer        data)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  guint hue = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (area), HUE_KEY));
  g_autoptr (TlSink) sink = tl_sink_cairo_new (cr, NULL, TL_TEXT_FAST);
  TlBox box = tl_box_grow ((TlBox) { 0, 0, width, height }, -1);

  tl_paint_key (sink, tl_theme_get (dark ? TL_THEME_DARK : TL_THEME_LIGHT), hue > 0,
                hue > 0 ? hue - 1 : 0, box);
}

static void
add_key (TlOverlayCard *self,
         guint          hue,
         const char    *words)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *swatch = gtk_drawing_area_new ();
  GtkWidget *label = gtk_label_new (words);

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (swatch), SWATCH_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (swatch), SWATCH_HEIGHT);
  gtk_widget_set_valign (swatch, GTK_ALIGN_START);
  g_object_set_data (G_OBJECT (swatch), HUE_KEY, GUINT_TO_POINTER (hue));
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (swatch), draw_swatch_cb, NULL, NULL);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (row), swatch);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (self->keys), row);
}

/* Only of what is there: the card lies on the chart, and is to hide little of it. */
static void
fill_keys (TlOverlayCard   *self,
           const TlOverlay *overlay)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->keys)) != NULL)
    gtk_box_remove (GTK_BOX (self->keys), child);
  for (guint i = 0; i < tl_overlay_n_classes (overlay->kind); i++) {
    g_autofree char *words = tl_marks_key_text (overlay, i);

    if (overlay->n_of[i] > 0)
      add_key (self, tl_overlay_class (overlay->kind, i)->hue + 1, words);
  }
  add_key (self, 0, tl_overlay_unmarked (overlay->kind));
}

/* Roles. */

/* Whether the list still says what the chart does. */
static gboolean
has_roles (TlOverlayCard *self,
           const TlChart *chart)
{
  GListModel *names = gtk_drop_down_get_model (self->roles);

  if (names == NULL || self->role_ids->len != tl_chart_n (chart, TL_RECORD_ROLE))
    return FALSE;
  for (guint i = 0; i < self->role_ids->len; i++) {
    const TlRole *role = TL_CHART_NTH (chart, ROLE, TlRole, i);

    if (g_strcmp0 (role->head.name, g_ptr_array_index (self->role_ids, i)) != 0 ||
        g_strcmp0 (role->name, gtk_string_list_get_string (GTK_STRING_LIST (names), i)) != 0)
      return FALSE;
  }
  return TRUE;
}

static void
list_roles (TlOverlayCard *self,
            const TlChart *chart)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_ptr_array_set_size (self->role_ids, 0);
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_ROLE); i++) {
    const TlRole *role = TL_CHART_NTH (chart, ROLE, TlRole, i);

    gtk_string_list_append (names, role->name);
    g_ptr_array_add (self->role_ids, g_strdup (role->head.name));
  }
  gtk_drop_down_set_model (self->roles, G_LIST_MODEL (names));
}

/* The list is left alone while somebody chooses from it: it would lose its rows. */
static void
show_role (TlOverlayCard *self,
           const TlChart *chart,
           TlId           role)
{
  self->filling = TRUE;
  if (!has_roles (self, chart))
    list_roles (self, chart);
  gtk_drop_down_set_selected (self->roles, role != TL_ID_NONE ? tl_chart_index (chart, role)
                                                              : GTK_INVALID_LIST_POSITION);
  self->filling = FALSE;
}

static void
role_chosen_cb (TlOverlayCard *self)
{
  guint row = gtk_drop_down_get_selected (self->roles);

  if (!self->filling && row < self->role_ids->len)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.overlay-role", "s",
                                g_ptr_array_index (self->role_ids, row));
}

/* The card. */

void
tl_overlay_card_show (TlOverlayCard *self,
                      const TlMarks *marks,
                      const TlChart *chart)
{
  const TlOverlay *overlay = marks != NULL ? marks->overlay : NULL;
  g_autofree char *spoken = NULL;
  gboolean roles;

  g_return_if_fail (TL_IS_OVERLAY_CARD (self));

  gtk_widget_set_visible (GTK_WIDGET (self), overlay != NULL);
  if (overlay == NULL)
    return;
  roles = overlay->kind == TL_OVERLAY_ROLE && tl_chart_n (chart, TL_RECORD_ROLE) > 0;
  gtk_label_set_text (self->title, overlay->title);
  gtk_label_set_text (self->about, tl_overlay_about (overlay->kind));
  gtk_label_set_text (self->note, overlay->note != NULL ? overlay->note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), overlay->note != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->roles), roles);
  if (roles)
    show_role (self, chart, overlay->role);
  fill_keys (self, overlay);
  /* Translators: %s is an overlay, such as "Where the time goes". */
  spoken = g_strdup_printf (_("Legend: %s"), overlay->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  tl_overlay_about (overlay->kind), -1);
}

GtkWidget *
tl_overlay_card_get_roles (TlOverlayCard *self)
{
  g_return_val_if_fail (TL_IS_OVERLAY_CARD (self), NULL);

  return GTK_WIDGET (self->roles);
}

guint
tl_overlay_card_get_n_keys (TlOverlayCard *self)
{
  guint n = 0;

  g_return_val_if_fail (TL_IS_OVERLAY_CARD (self), 0);

  for (GtkWidget *key = gtk_widget_get_first_child (self->keys); key != NULL;
       key = gtk_widget_get_next_sibling (key))
    n++;
  return n;
}

static void
restyle_cb (TlOverlayCard *self)
{
  for (GtkWidget *key = gtk_widget_get_first_child (self->keys); key != NULL;
       key = gtk_widget_get_next_sibling (key))
    gtk_widget_queue_draw (gtk_widget_get_first_child (key));
}

static gboolean
is_open (TlOverlayCard *self)
{
  return gtk_widget_get_visible (self->body);
}

static void
set_open (TlOverlayCard *self,
          gboolean       open)
{
  const char *words = open ? _("Make the Legend Small") : _("Show the Whole Legend");

  gtk_widget_set_visible (self->body, open);
  gtk_button_set_icon_name (GTK_BUTTON (self->toggle),
                            open ? "pan-down-symbolic" : "pan-up-symbolic");
  gtk_widget_set_tooltip_text (self->toggle, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_STATE_EXPANDED, open,
                               -1);
}

static void
toggled_cb (TlOverlayCard *self)
{
  set_open (self, !is_open (self));
  g_object_notify_by_pspec (G_OBJECT (self), open_prop);
}

static void
tl_overlay_card_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  if (id == PROP_OPEN)
    set_open (TL_OVERLAY_CARD (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tl_overlay_card_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  if (id == PROP_OPEN)
    g_value_set_boolean (value, is_open (TL_OVERLAY_CARD (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tl_overlay_card_dispose (GObject *object)
{
  TlOverlayCard *self = TL_OVERLAY_CARD (object);

  g_clear_pointer (&self->role_ids, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_OVERLAY_CARD);

  G_OBJECT_CLASS (tl_overlay_card_parent_class)->dispose (object);
}

static void
tl_overlay_card_class_init (TlOverlayCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = tl_overlay_card_set_property;
  object_class->get_property = tl_overlay_card_get_property;
  object_class->dispose = tl_overlay_card_dispose;

  open_prop = g_param_spec_boolean ("open", NULL, NULL, TRUE,
                                    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, PROP_OPEN, open_prop);

  gtk_widget_class_set_css_name (widget_class, "overlaycard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/throughline/Throughline/overlay-card.ui");
  gtk_widget_class_bind_template_child (widget_class, TlOverlayCard, box);
  gtk_widget_class_bind_template_child (widget_class, TlOverlayCard, title);
  gtk_widget_class_bind_template_child (widget_class, TlOverlayCard, roles);
  gtk_widget_class_bind_template_child (widget_class, TlOverlayCard, toggle);
  gtk_widget_class_bind_template_child (widget_class, TlOverlayCard, body);
  gtk_widget_class_bind_template_child (widget_class, TlOverlayCard, about);
  gtk_widget_class_bind_template_child (widget_class, TlOverlayCard, keys);
  gtk_widget_class_bind_template_child (widget_class, TlOverlayCard, note);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, role_chosen_cb);
}

static void
tl_overlay_card_init (TlOverlayCard *self)
{
  self->role_ids = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  set_open (self, TRUE);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (restyle_cb), self, G_CONNECT_SWAPPED);
}
