/* today.h - the day it is, by the clock of this computer. */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

TlDate tl_today (void);

G_END_DECLS
