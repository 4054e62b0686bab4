/* today.c - the day it is. */
#include "app/today.h"

TlDate
tl_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  GDate day;
  int year, month, date;

  g_date_time_get_ymd (now, &year, &month, &date);
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, (GDateDay) date, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&day);
}
