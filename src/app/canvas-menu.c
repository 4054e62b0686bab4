/* canvas-menu.c - the menu of what is under the pointer or selected, and double clicks. */
#include "app/canvas-private.h"

#include "app/chart-menu.h"

/* The cell of free room; FALSE outside the lanes. */
static gboolean
room_at (TlCanvas *self,
         TlPoint   at,
         TlCell   *cell)
{
  const TlScene *scene = tl_editor_get_scene (self->editor);
  TlPoint point = tl_viewport_to_chart (&self->view, at.x, at.y);

  for (guint i = 0; i < scene->n_bands; i++) {
    if (scene->bands[i].kind == TL_SCENE_LANE && tl_box_contains (scene->bands[i].box, point))
      return tl_editor_cell_at (self->editor, point, cell);
  }
  return FALSE;
}

static void
open_menu (TlCanvas               *self,
           const TlChartMenuThing *thing,
           TlPoint                 at)
{
  const GdkRectangle place = { (int) at.x, (int) at.y, 1, 1 };
  g_autoptr (GMenuModel) model = tl_chart_menu_new (self->editor, thing);

  if (self->menu == NULL) {
    self->menu = gtk_popover_menu_new_from_model (NULL);
    gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
    gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
    gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  }
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), model);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &place);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

void
tl_canvas_open_menu_at (TlCanvas *self,
                        TlPick    pick,
                        TlPoint   at)
{
  const TlScene *scene = tl_editor_get_scene (self->editor);
  TlSelection *selection = tl_editor_get_selection (self->editor);
  TlChartMenuThing thing = { pick.id, TL_ID_NONE, NULL };
  TlCell cell;

  if (!tl_selection_contains (selection, pick.id))
    tl_selection_set_one (selection, pick.id);
  if (pick.kind == TL_PICK_BADGE)
    thing.at = scene->badges[pick.index].at;
  if (pick.kind == TL_PICK_NOTHING && room_at (self, at, &cell))
    thing.cell = &cell;
  open_menu (self, &thing, at);
}

void
tl_canvas_open_menu_of_selection (TlCanvas *self)
{
  TlChartMenuThing thing = { TL_ID_NONE, TL_ID_NONE, NULL };
  TlPoint at = { self->view.width / 2, self->view.height / 2 };
  TlCell cell;
  TlBox box;

  if (self->editor == NULL)
    return;
  thing.id = tl_selection_get_last (tl_editor_get_selection (self->editor));
  if (tl_canvas_get_middle (self, &cell))
    thing.cell = &cell;
  tl_canvas_reveal (self, thing.id);
  if (tl_canvas_locate (self, thing.id, &box))
    at = (TlPoint) { CLAMP (box.x + box.w / 2, 0, self->view.width),
                     CLAMP (box.y + box.h, 0, self->view.height) };
  open_menu (self, &thing, at);
}

void
tl_canvas_open_at (TlCanvas *self,
                   TlPick    pick,
                   TlPoint   at)
{
  TlCell cell;

  if (pick.kind == TL_PICK_NOTHING) {
    if (room_at (self, at, &cell) &&
        tl_ops_step_at (tl_editor_get_chart (self->editor), cell) == TL_ID_NONE)
      gtk_widget_activate_action (GTK_WIDGET (self), "win.add-step-at", "(uuii)", cell.lane,
                                  cell.phase, cell.column, cell.row);
  } else if (pick.kind == TL_PICK_BADGE || pick.kind == TL_PICK_EVIDENCE) {
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-details", NULL);
  } else {
    gtk_widget_activate_action (GTK_WIDGET (self), "win.rename", "s", "");
  }
}

void
tl_canvas_show_popover (TlCanvas   *self,
                        GtkPopover *popover,
                        TlId        id)
{
  GdkRectangle place = { (int) self->view.width / 2, (int) self->view.height / 2, 1, 1 };
  TlBox box;

  g_return_if_fail (TL_IS_CANVAS (self));

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  self->popover = GTK_WIDGET (popover);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  tl_canvas_reveal (self, id);
  if (tl_canvas_locate (self, id, &box))
    place = (GdkRectangle) { (int) box.x, (int) box.y, (int) box.w, (int) box.h };
  gtk_popover_set_pointing_to (popover, &place);
  gtk_popover_popup (popover);
}
