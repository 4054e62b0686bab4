/* xml-items.h - finds the way through foreign content that is kept as text.
 *
 * What xml-foreign.h says of the text holds, so a > ends a tag and a quote ends a
 * value.  Of the three texts of a record (see record.h) foreign_texts has an element
 * of ours for each short text that other programs added to, in the order of the
 * record's fields: <label v:mark="1"><v:thing/></label>, without the text itself.
 */
#pragma once

#include "model/class.h"

G_BEGIN_DECLS

/* Where the element, comment or instruction that @item begins with ends. */
const char *tl_xml_item_end         (const char     *item);
/* Where the attribute that @attribute begins with, a blank first, ends; NULL = there is
 * none. */
const char *tl_xml_attribute_end    (const char     *attribute);

/* Adds to what stands on the text of @field, which has nothing yet.  @content: the rest
 * of its element from its name to its end tag. */
void        tl_xml_items_add_text   (TlRecord       *record,
                                     const TlField  *field,
                                     const char     *content);
/* What tl_xml_items_add_text() added, up to @end; NULL = nothing. */
const char *tl_xml_items_find_text  (const TlRecord *record,
                                     const TlField  *field,
                                     const char    **end);

G_END_DECLS
