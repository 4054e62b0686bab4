/* spoken.c - names for screen readers where GTK and libadwaita give poor ones. */
#include "app/spoken.h"

#include <adwaita.h>
#include <string.h>

/* The name is then what stands on the button. */
static void
mend_button (GtkWidget *button)
{
  const char *label = gtk_button_get_label (GTK_BUTTON (button));

  if (label != NULL && gtk_button_get_use_underline (GTK_BUTTON (button)) &&
      strchr (label, '_') != NULL)
    gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

/* The part of a split button that opens the menu. */
static void
mend_menu_button (GtkWidget *button)
{
  GtkWidget *split = gtk_widget_get_ancestor (button, ADW_TYPE_SPLIT_BUTTON);
  const char *tooltip =
    split != NULL ? adw_split_button_get_dropdown_tooltip (ADW_SPLIT_BUTTON (split)) : NULL;

  if (tooltip != NULL && *tooltip != '\0')
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    tooltip, -1);
}

/* The first label in @widget; with @css_class the first that has it. */
static GtkWidget *
find_label (GtkWidget  *widget,
            const char *css_class)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (widget) &&
      (css_class == NULL || gtk_widget_has_css_class (widget, css_class)))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child, css_class);
  return found;
}

static void
name_by (GtkWidget *widget,
         GtkWidget *name)
{
  if (name != NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                    name, NULL, -1);
}

/* What is focused in a drop-down is the button in it. */
static void
mend_drop_down (GtkWidget *drop_down)
{
  GtkWidget *button = gtk_widget_get_first_child (drop_down);

  if (GTK_IS_TOGGLE_BUTTON (button))
    name_by (button, drop_down);
}

/* The row of titles, the titles, and the list within the table. */
static void
mend_table (GtkWidget *table)
{
  for (GtkWidget *part = gtk_widget_get_first_child (table); part != NULL;
       part = gtk_widget_get_next_sibling (part)) {
    name_by (part, table);
    for (GtkWidget *title = GTK_IS_SCROLLABLE (part) ? NULL : gtk_widget_get_first_child (part);
         title != NULL; title = gtk_widget_get_next_sibling (title))
      name_by (title, find_label (title, NULL));
  }
}

/* The row itself, and the two lists that it is made of. */
static void
mend_expander (GtkWidget *widget,
               GtkWidget *title)
{
  if (ADW_IS_EXPANDER_ROW (widget) || GTK_IS_LIST_BOX (widget))
    name_by (widget, title);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    mend_expander (child, title);
}

void
tl_spoken_mend (GtkWidget *root)
{
  if (GTK_IS_BUTTON (root))
    mend_button (root);
  else if (GTK_IS_MENU_BUTTON (root))
    mend_menu_button (root);
  else if (GTK_IS_DROP_DOWN (root))
    mend_drop_down (root);
  else if (GTK_IS_COLUMN_VIEW (root))
    mend_table (root);
  else if (ADW_IS_EXPANDER_ROW (root))
    mend_expander (root, find_label (root, "title"));
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    tl_spoken_mend (child);
}

static void
toplevels_changed_cb (GListModel *toplevels,
                      guint       position,
                      guint       n_removed,
                      guint       n_added,
                      gpointer    data)
{
  for (guint i = 0; i < n_added; i++) {
    g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, position + i);

    g_signal_connect (window, "map", G_CALLBACK (tl_spoken_mend), NULL);
  }
}

void
tl_spoken_follow_windows (void)
{
  g_signal_connect (gtk_window_get_toplevels (), "items-changed",
                    G_CALLBACK (toplevels_changed_cb), NULL);
}

GtkWidget *
tl_spoken_button_new (const char *label)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  mend_button (button);
  return button;
}
