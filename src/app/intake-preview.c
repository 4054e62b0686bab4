/* intake-preview.c - the beginning of a table of measurements. */
#include "app/intake-preview.h"

#include <glib/gi18n-lib.h>

#define MOST_COLUMNS 60u
#define MOST_ROWS    7u
#define WIDTH        16    /* characters of a cell */
#define NARROW       9

struct _TlIntakePreview {
  GtkWidget  parent_instance;

  /* Owned */
  GtkWidget      *scroller;
  GtkStringList  *names;      /* of @meanings */
  GArray         *meanings;   /* TlIntakeColumn */
  GPtrArray      *roles;      /* of GtkWidget, by column; lent by the grid */

  /* State */
  const TlCsv    *shown;      /* only to be compared: the table whose cells stand there */
  TlIntakeHeader  header;
  gboolean        showing;    /* what is chosen comes from the plan, not from a person */
};

enum { CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlIntakePreview, tl_intake_preview, GTK_TYPE_WIDGET)

/* Meanings. */

static void
add_meaning (TlIntakePreview *self,
             const char      *name,
             TlIntakeColumn   column)
{
  gtk_string_list_append (self->names, name);
  g_array_append_val (self->meanings, column);
}

static gboolean
is_meant (const TlIntakeColumn *a,
          const TlIntakeColumn *b)
{
  return a->role == b->role && (a->role != TL_INTAKE_COUNT || a->point == b->point) &&
         (a->role != TL_INTAKE_VALUE || a->standard == b->standard);
}

static guint
find_meaning (TlIntakePreview      *self,
              const TlIntakeColumn *column)
{
  for (guint i = 0; i < self->meanings->len; i++) {
    if (is_meant (&g_array_index (self->meanings, TlIntakeColumn, i), column))
      return i;
  }
  return 0;
}

void
tl_intake_preview_set_chart (TlIntakePreview *self,
                             const TlChart   *chart)
{
  static const TlIntakeRole roles[] = {
    TL_INTAKE_LEAVE, TL_INTAKE_DATE, TL_INTAKE_VALUE, TL_INTAKE_SHARE, TL_INTAKE_N,
    TL_INTAKE_STANDARD, TL_INTAKE_SOURCE, TL_INTAKE_START, TL_INTAKE_END, TL_INTAKE_YES,
    TL_INTAKE_NO,
  };
  int last = tl_chart_info (chart)->scale;

  g_return_if_fail (TL_IS_INTAKE_PREVIEW (self));

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    add_meaning (self, tl_intake_role_text (roles[i]), (TlIntakeColumn) { .role = roles[i] });
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_STANDARD); i++) {
    const TlStandard *standard = TL_CHART_NTH (chart, STANDARD, TlStandard, i);
    TlIntakeColumn column = { .role = TL_INTAKE_VALUE, .standard = standard->head.id };

    add_meaning (self, standard->name, column);
    if (standard->unit == TL_UNIT_NPS)
      last = 10;
  }
  for (int i = last > 9 ? 0 : 1; i <= last; i++) {
    /* Translators: the column holds how many people gave this answer, a number. */
    g_autofree char *name = g_strdup_printf (_("Number of Answers %d"), i);

    add_meaning (self, name, (TlIntakeColumn) { TL_INTAKE_COUNT, i, TL_ID_NONE, 0 });
  }
}

TlIntakeColumn
tl_intake_preview_get (TlIntakePreview *self,
                       guint            column)
{
  TlIntakeColumn none = { .role = TL_INTAKE_LEAVE };
  guint chosen;

  g_return_val_if_fail (TL_IS_INTAKE_PREVIEW (self), none);

  if (column >= self->roles->len)
    return none;
  chosen = gtk_drop_down_get_selected (g_ptr_array_index (self->roles, column));
  return chosen < self->meanings->len ? g_array_index (self->meanings, TlIntakeColumn, chosen)
                                      : none;
}

GtkWidget *
tl_intake_preview_get_role (TlIntakePreview *self,
                            guint            column)
{
  g_return_val_if_fail (TL_IS_INTAKE_PREVIEW (self), NULL);

  return column < self->roles->len ? g_ptr_array_index (self->roles, column) : NULL;
}

/* Cells. */

static void
chosen_cb (GtkDropDown     *role,
           GParamSpec      *pspec,
           TlIntakePreview *self)
{
  guint column;

  if (!self->showing && g_ptr_array_find (self->roles, role, &column))
    g_signal_emit (self, signals[CHOSEN], 0, column);
}

/* Names of standards are long: in the button they are cut, in the list they are whole. */

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  gboolean is_cut = g_object_get_data (G_OBJECT (factory), "cut") != NULL;
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (is_cut) {
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
    gtk_label_set_width_chars (GTK_LABEL (label), NARROW);
    gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH);
  }
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  GtkStringObject *name = gtk_list_item_get_item (item);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (name));
}

static GtkListItemFactory *
make_factory (gboolean is_cut)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  if (is_cut)
    g_object_set_data (G_OBJECT (factory), "cut", GINT_TO_POINTER (TRUE));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  return factory;
}

static GtkWidget *
make_role (TlIntakePreview *self,
           const char      *name)
{
  GtkWidget *role = gtk_drop_down_new (G_LIST_MODEL (g_object_ref (self->names)), NULL);
  g_autoptr (GtkListItemFactory) button = make_factory (TRUE);
  g_autoptr (GtkListItemFactory) list = make_factory (FALSE);
  /* Translators: %s is the name of a column of a table. */
  g_autofree char *label = g_strdup_printf (_("What “%s” holds"), name);

  gtk_drop_down_set_factory (GTK_DROP_DOWN (role), button);
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (role), list);
  gtk_widget_set_tooltip_text (role, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (role), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (role, "notify::selected", G_CALLBACK (chosen_cb), self, 0);
  return role;
}

static GtkWidget *
make_cell (const char *text,
           const char *style)
{
  GtkWidget *cell = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (cell), 0);
  gtk_label_set_single_line_mode (GTK_LABEL (cell), TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (cell), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (cell), WIDTH);
  gtk_widget_add_css_class (cell, style);
  return cell;
}

static void
fill (TlIntakePreview    *self,
      const TlCsv        *csv,
      const TlIntakePlan *plan)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *port;
  guint n_columns = MIN (tl_csv_n_columns (csv), MOST_COLUMNS);
  guint first = plan->choice.header == TL_INTAKE_HEADER_YES ? 1 : 0;
  guint end = MIN (tl_csv_n_rows (csv), first + MOST_ROWS);

  g_ptr_array_set_size (self->roles, 0);
  gtk_widget_add_css_class (grid, "intake-preview");
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 4);
  for (guint k = 0; k < n_columns; k++) {
    g_autofree char *name = tl_intake_column_name (csv, &plan->choice, k);
    GtkWidget *role = make_role (self, name);

    g_ptr_array_add (self->roles, role);
    gtk_grid_attach (GTK_GRID (grid), role, (int) k, 0, 1, 1);
    gtk_grid_attach (GTK_GRID (grid), make_cell (name, "heading"), (int) k, 1, 1, 1);
    for (guint i = first; i < end; i++)
      gtk_grid_attach (GTK_GRID (grid), make_cell (tl_csv_cell (csv, i, k), "numeric"), (int) k,
                       (int) (i - first) + 2, 1, 1);
  }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), grid);
  /* Or else cells would be cut as long as there is anything to cut, and nothing scrolled. */
  port = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->scroller));
  gtk_scrollable_set_hscroll_policy (GTK_SCROLLABLE (port), GTK_SCROLL_NATURAL);
  self->shown = csv;
  self->header = plan->choice.header;
}

static GtkWidget *
get_cell (TlIntakePreview *self,
          int              column,
          int              row)
{
  GtkWidget *port = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->scroller));
  GtkWidget *grid = GTK_IS_VIEWPORT (port) ? gtk_viewport_get_child (GTK_VIEWPORT (port)) : port;

  return gtk_grid_get_child_at (GTK_GRID (grid), column, row + 2);
}

/* Cells that cannot be used stand out, and say why. */
static void
mark_cells (TlIntakePreview    *self,
            const TlIntakePlan *plan)
{
  guint first = plan->choice.header == TL_INTAKE_HEADER_YES ? 1 : 0;

  for (int i = 0; i < (int) MOST_ROWS; i++) {
    for (int k = 0; k < (int) self->roles->len; k++) {
      GtkWidget *cell = get_cell (self, k, i);

      if (cell == NULL)
        continue;
      gtk_widget_remove_css_class (cell, "left-out");
      gtk_widget_set_tooltip_text (cell, gtk_label_get_text (GTK_LABEL (cell)));
    }
  }
  for (guint i = 0; i < plan->left_out->len; i++) {
    const TlIntakeSkip *skip = g_ptr_array_index (plan->left_out, i);
    GtkWidget *cell;

    if (skip->row >= first + MOST_ROWS)
      break;
    cell = get_cell (self, MAX (skip->column, 0), (int) (skip->row - first));
    if (cell == NULL)
      continue;
    gtk_widget_add_css_class (cell, "left-out");
    gtk_widget_set_tooltip_text (cell, skip->reason);
  }
}

void
tl_intake_preview_show (TlIntakePreview    *self,
                        const TlCsv        *csv,
                        const TlIntakePlan *plan)
{
  g_return_if_fail (TL_IS_INTAKE_PREVIEW (self));

  self->showing = TRUE;
  if (self->shown != csv || self->header != plan->choice.header)
    fill (self, csv, plan);
  for (guint i = 0; i < self->roles->len && i < plan->choice.n_columns; i++) {
    const TlIntakeColumn *column = &plan->choice.columns[i];

    gtk_drop_down_set_selected (g_ptr_array_index (self->roles, i), find_meaning (self, column));
    for (int k = -1; k < (int) MOST_ROWS; k++) {
      GtkWidget *cell = get_cell (self, (int) i, k);

      if (cell != NULL && column->role == TL_INTAKE_LEAVE)
        gtk_widget_add_css_class (cell, "dim-label");
      else if (cell != NULL)
        gtk_widget_remove_css_class (cell, "dim-label");
    }
  }
  mark_cells (self, plan);
  self->showing = FALSE;
}

static void
tl_intake_preview_dispose (GObject *object)
{
  TlIntakePreview *self = TL_INTAKE_PREVIEW (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->names);
  g_clear_pointer (&self->meanings, g_array_unref);
  g_clear_pointer (&self->roles, g_ptr_array_unref);

  G_OBJECT_CLASS (tl_intake_preview_parent_class)->dispose (object);
}

static void
tl_intake_preview_class_init (TlIntakePreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_intake_preview_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", TL_TYPE_INTAKE_PREVIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
tl_intake_preview_init (TlIntakePreview *self)
{
  self->names = gtk_string_list_new (NULL);
  self->meanings = g_array_new (FALSE, FALSE, sizeof (TlIntakeColumn));
  self->roles = g_ptr_array_new ();
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_widget_add_css_class (self->scroller, "card");
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}
