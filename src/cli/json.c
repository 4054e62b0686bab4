/* json.c - what the verbs add to json-glib. */
#include "cli/json.h"

#include <math.h>
#include <stdio.h>

void
tl_json_text (JsonBuilder *json,
              const char  *key,
              const char  *text)
{
  json_builder_set_member_name (json, key);
  if (text != NULL)
    json_builder_add_string_value (json, text);
  else
    json_builder_add_null_value (json);
}

void
tl_json_int (JsonBuilder *json,
             const char  *key,
             gint64       value)
{
  json_builder_set_member_name (json, key);
  json_builder_add_int_value (json, value);
}

void
tl_json_number (JsonBuilder *json,
                const char  *key,
                double       value)
{
  json_builder_set_member_name (json, key);
  if (isfinite (value))
    json_builder_add_double_value (json, value);
  else
    json_builder_add_null_value (json);
}

void
tl_json_bool (JsonBuilder *json,
              const char  *key,
              gboolean     value)
{
  json_builder_set_member_name (json, key);
  json_builder_add_boolean_value (json, value);
}

void
tl_json_print (JsonBuilder *json)
{
  g_autoptr (JsonNode) root = json_builder_get_root (json);
  g_autofree char *text = json_to_string (root, TRUE);

  puts (text);
}
