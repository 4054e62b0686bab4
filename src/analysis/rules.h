/* rules.h - the conditions of the rules, for the table in rule.c only. */
#pragma once

#include "analysis/report.h"

G_BEGIN_DECLS

#define TL_RULE_LOOK(name)                              \
  void tl_rule_##name (const TlFacts  *facts,           \
                       const TlRecord *record,          \
                       TlReport       *report)

TL_RULE_LOOK (f01); TL_RULE_LOOK (f02); TL_RULE_LOOK (f03); TL_RULE_LOOK (f04);
TL_RULE_LOOK (f05); TL_RULE_LOOK (f06); TL_RULE_LOOK (f07); TL_RULE_LOOK (f08);
TL_RULE_LOOK (f09); TL_RULE_LOOK (f10); TL_RULE_LOOK (f11); TL_RULE_LOOK (f12);
TL_RULE_LOOK (f13); TL_RULE_LOOK (f14); TL_RULE_LOOK (f15);

TL_RULE_LOOK (g01); TL_RULE_LOOK (g02); TL_RULE_LOOK (g03);
TL_RULE_LOOK (g04); TL_RULE_LOOK (g05); TL_RULE_LOOK (g06); TL_RULE_LOOK (g07);
TL_RULE_LOOK (g08); TL_RULE_LOOK (g09); TL_RULE_LOOK (g10); TL_RULE_LOOK (g11);
TL_RULE_LOOK (g12); TL_RULE_LOOK (g13); TL_RULE_LOOK (g14); TL_RULE_LOOK (g15);
TL_RULE_LOOK (g16); TL_RULE_LOOK (g17); TL_RULE_LOOK (g18); TL_RULE_LOOK (g19);
TL_RULE_LOOK (g20); TL_RULE_LOOK (g21); TL_RULE_LOOK (g22); TL_RULE_LOOK (g23);
TL_RULE_LOOK (g24); TL_RULE_LOOK (g25); TL_RULE_LOOK (g26); TL_RULE_LOOK (g27);
TL_RULE_LOOK (g28); TL_RULE_LOOK (g29); TL_RULE_LOOK (g30); TL_RULE_LOOK (g31);
TL_RULE_LOOK (g32);

G_END_DECLS
