/* field-date.c - a day: written as the locale does or as 2026-11-22, or picked from a calendar. */
#include "app/field-input.h"

#include <glib/gi18n-lib.h>

#include "app/spoken.h"
#include "model/units.h"

static gboolean
date_serves (const TlFieldRow *self)
{
  return self->field->type == TL_FIELD_DATE;
}

static void
pick (TlFieldRow *self,
      GDateTime  *day)
{
  char text[TL_UNITS_SIZE];
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) g_date_time_get_day_of_month (day),
                  (GDateMonth) g_date_time_get_month (day), (GDateYear) g_date_time_get_year (day));
  gtk_editable_set_text (GTK_EDITABLE (self->row),
                         tl_date_text (g_date_get_julian (&date), text));
}

static void
day_selected_cb (GtkCalendar *calendar,
                 TlFieldRow  *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (calendar);

  if (!self->updating)
    pick (self, day);
}

static void
today_cb (GtkWidget  *button,
          TlFieldRow *self)
{
  g_autoptr (GDateTime) day = g_date_time_new_now_local ();

  pick (self, day);
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER)));
}

static void
clear_cb (GtkWidget  *button,
          TlFieldRow *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->row), "");
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER)));
}

/* The calendar opens on the day that is written. */
static void
opened_cb (GtkWidget  *popover,
           TlFieldRow *self)
{
  g_autoptr (GDateTime) day = NULL;
  TlDate date;

  if (!tl_date_read (gtk_editable_get_text (GTK_EDITABLE (self->row)), &date))
    return;
  {
    GDate parts;

    g_date_clear (&parts, 1);
    g_date_set_julian (&parts, date);
    day = g_date_time_new_local (g_date_get_year (&parts), (int) g_date_get_month (&parts),
                                 g_date_get_day (&parts), 0, 0, 0);
  }
  self->updating = TRUE;
  gtk_calendar_select_day (GTK_CALENDAR (self->input), day);
  self->updating = FALSE;
}

static void
closed_cb (GtkWidget  *popover,
           TlFieldRow *self)
{
  tl_field_row_commit (self->row);
}

/* The second click on a day takes it. */
static void
clicked_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            GtkWidget       *popover)
{
  if (n_press == 2)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

static GtkWidget *
make_button (const char *label,
             GCallback   clicked,
             TlFieldRow *self)
{
  GtkWidget *button = tl_spoken_button_new (label);

  gtk_widget_add_css_class (button, "flat");
  g_signal_connect (button, "clicked", clicked, self);
  return button;
}

static GtkWidget *
make_popover (TlFieldRow *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkGesture *click = gtk_gesture_click_new ();

  self->input = gtk_calendar_new ();
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "released", G_CALLBACK (clicked_cb), popover);
  gtk_widget_add_controller (self->input, GTK_EVENT_CONTROLLER (click));
  g_signal_connect (self->input, "day-selected", G_CALLBACK (day_selected_cb), self);
  gtk_box_append (GTK_BOX (buttons), make_button (_("_Today"), G_CALLBACK (today_cb), self));
  if ((self->field->flags & TL_FIELD_REQUIRED) == 0)
    gtk_box_append (GTK_BOX (buttons), make_button (_("_Clear"), G_CALLBACK (clear_cb), self));
  gtk_box_set_homogeneous (GTK_BOX (buttons), TRUE);
  gtk_box_append (GTK_BOX (box), self->input);
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect (popover, "map", G_CALLBACK (opened_cb), self);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), self);
  return popover;
}

static void
date_make (TlFieldRow *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  /* In everything but the calendar it is an entry. */
  tl_field_input_entry.make (self);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Choose a Day"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Choose a Day"), -1);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), make_popover (self));
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->row), button);
}

static void
date_show (TlFieldRow *self,
           const char *text,
           gboolean    various)
{
  tl_field_input_entry.show (self, text, various);
}

static char *
date_read (TlFieldRow *self)
{
  return tl_field_input_entry.read (self);
}

const TlFieldInput tl_field_input_date = { date_serves, date_make, date_show, date_read };
