/* test-class.c - the tables against themselves, and records made from them. */
#include <string.h>

#include "model/class.h"

static const gsize type_sizes[] = {
  [TL_FIELD_TEXT] = sizeof (char *),      [TL_FIELD_ENUM] = sizeof (int),
  [TL_FIELD_INT] = sizeof (int),          [TL_FIELD_SECONDS] = sizeof (int),
  [TL_FIELD_MONEY] = sizeof (TlMoney),    [TL_FIELD_NUMBER] = sizeof (double),
  [TL_FIELD_BOOL] = sizeof (gboolean),    [TL_FIELD_DATE] = sizeof (TlDate),
  [TL_FIELD_REF] = sizeof (TlId),         [TL_FIELD_REFS] = sizeof (TlIdList),
  [TL_FIELD_INTS] = sizeof (TlIntList),   [TL_FIELD_RESUME] = sizeof (TlResume),
};

/* Members that are padding or missing from a table show as bytes nobody owns. */
static void
test_fields_cover_struct (void)
{
  for (guint kind = 0; kind < TL_N_RECORD_KINDS; kind++) {
    const TlClass *klass = tl_class_get (kind);
    g_autofree guint8 *owners = g_malloc0 (klass->size);
    gsize covered = sizeof (TlRecord);

    memset (owners, 1, sizeof (TlRecord));
    for (guint i = 0; i < klass->n_fields; i++) {
      const TlField *field = &klass->fields[i];
      gsize size = type_sizes[field->type];

      g_assert_cmpuint (field->offset + size, <=, klass->size);
      for (gsize k = 0; k < size; k++)
        g_assert_cmpuint (owners[field->offset + k]++, ==, 0);   /* no two fields overlap */
      covered += size;
    }
    g_assert_cmpuint (klass->size - covered, <, 8 * 4);   /* only padding is left */
  }
}

static void
test_rows_are_sound (void)
{
  for (guint kind = 0; kind < TL_N_RECORD_KINDS; kind++) {
    const TlClass *klass = tl_class_get (kind);

    g_assert_cmpint (klass->kind, ==, kind);
    g_assert_true (tl_class_find (klass->xml) == klass);
    for (guint i = 0; i < klass->n_fields; i++) {
      const TlField *field = &klass->fields[i];

      g_assert_true (tl_class_find_field (klass, field->xml) == field);   /* names are unique */
      g_assert_nonnull (field->label);
      g_assert_cmpint (field->rows != NULL, ==,
                       field->type == TL_FIELD_ENUM || field->type == TL_FIELD_RESUME);
      if (field->rows != NULL && !isnan (field->standard))
        g_assert_nonnull (tl_enum_find_value (field->rows, (int) field->standard));
    }
    if (klass->child != TL_N_RECORD_KINDS)
      g_assert_cmpint (tl_class_get (klass->child)->parent, ==, kind);
  }
  g_assert_null (tl_class_find ("nothing"));
}

static void
test_defaults_are_unset (void)
{
  for (guint kind = 0; kind < TL_N_RECORD_KINDS; kind++) {
    const TlClass *klass = tl_class_get (kind);
    g_autoptr (TlRecord) record = tl_record_new (kind);

    for (guint i = 0; i < klass->n_fields; i++)
      g_assert_true (tl_field_is_unset (&klass->fields[i], record));
  }
}

/* Puts something else into a field; what it is matters less than that it differs. */
static void
change (const TlField *field,
        TlRecord      *record)
{
  switch (field->type) {
  case TL_FIELD_TEXT:
    tl_text_set (&TL_FIELD_AT (record, field, char *), "changed");
    break;
  case TL_FIELD_ENUM:
  case TL_FIELD_INT:
  case TL_FIELD_SECONDS:
  case TL_FIELD_BOOL:
    TL_FIELD_AT (record, field, int) = 9;
    break;
  case TL_FIELD_MONEY:
    TL_FIELD_AT (record, field, TlMoney) = 123;
    break;
  case TL_FIELD_NUMBER:
    TL_FIELD_AT (record, field, double) = 0.125;
    break;
  case TL_FIELD_DATE:
  case TL_FIELD_REF:
    TL_FIELD_AT (record, field, guint32) = 77;
    break;
  case TL_FIELD_REFS:
    tl_id_list_append (&TL_FIELD_AT (record, field, TlIdList), 5);
    break;
  case TL_FIELD_INTS: {
    TlIntList *list = &TL_FIELD_AT (record, field, TlIntList);

    list->values = g_new0 (int, 1);
    list->n = 1;
    break;
  }
  case TL_FIELD_RESUME:
    TL_FIELD_AT (record, field, TlResume) = (TlResume) { TL_RESUME_STEP, 5 };
    break;
  default:
    g_assert_not_reached ();
  }
}

static void
test_every_field_counts (void)
{
  for (guint kind = 0; kind < TL_N_RECORD_KINDS; kind++) {
    const TlClass *klass = tl_class_get (kind);

    for (guint i = 0; i < klass->n_fields; i++) {
      g_autoptr (TlRecord) plain = tl_record_new (kind);
      g_autoptr (TlRecord) changed = tl_record_new (kind);
      g_autoptr (TlRecord) copy = NULL;

      g_assert_true (tl_record_equal (plain, changed));
      change (&klass->fields[i], changed);
      g_assert_false (tl_record_equal (plain, changed));
      g_assert_false (tl_field_is_unset (&klass->fields[i], changed));
      copy = tl_record_copy (changed);
      g_assert_true (tl_record_equal (copy, changed));
    }
  }
}

static void
test_id_list (void)
{
  TlIdList list = { 0 };

  tl_id_list_append (&list, 1);
  tl_id_list_append (&list, 3);
  tl_id_list_insert (&list, 1, 2);
  tl_id_list_insert (&list, G_MAXUINT, 4);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpuint (list.ids[i], ==, i + 1);
  g_assert_true (tl_id_list_remove (&list, 2));
  g_assert_false (tl_id_list_remove (&list, 2));
  g_assert_cmpuint (tl_id_list_index (&list, 4), ==, 2);
  g_assert_cmpuint (tl_id_list_index (&list, 2), ==, G_MAXUINT);
  tl_id_list_clear (&list);
  g_assert_null (list.ids);
}

static void
test_empty_text_is_none (void)
{
  char *text = NULL;

  tl_text_set (&text, "a");
  tl_text_set (&text, text);   /* its own value */
  g_assert_cmpstr (text, ==, "a");
  tl_text_set (&text, "");
  g_assert_null (text);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/class/fields-cover-struct", test_fields_cover_struct);
  g_test_add_func ("/class/rows-are-sound", test_rows_are_sound);
  g_test_add_func ("/class/defaults-are-unset", test_defaults_are_unset);
  g_test_add_func ("/class/every-field-counts", test_every_field_counts);
  g_test_add_func ("/class/id-list", test_id_list);
  g_test_add_func ("/class/empty-text-is-none", test_empty_text_is_none);
  return g_test_run ();
}
