/* json.h - what the verbs add to json-glib. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Members of the object that is open in @json; a text of NULL gives null. */
void  tl_json_text   (JsonBuilder *json,
                      const char  *key,
                      const char  *text);
void  tl_json_int    (JsonBuilder *json,
                      const char  *key,
                      gint64       value);
/* What is not finite gives null. */
void  tl_json_number (JsonBuilder *json,
                      const char  *key,
                      double       value);
void  tl_json_bool   (JsonBuilder *json,
                      const char  *key,
                      gboolean     value);
/* Writes what was built to stdout, indented by two spaces. */
void  tl_json_print  (JsonBuilder *json);

G_END_DECLS
