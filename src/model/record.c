/* record.c - records outside a chart: making, copying, comparing, by their class. */
#include "model/class.h"

#include <string.h>

static void
set_default (const TlField *field,
             TlRecord      *record)
{
  gboolean none = isnan (field->standard);

  switch (field->type) {
  case TL_FIELD_INT:
  case TL_FIELD_SECONDS:
    TL_FIELD_AT (record, field, int) = none ? TL_NO_INT : (int) field->standard;
    break;
  case TL_FIELD_ENUM:
  case TL_FIELD_BOOL:
    TL_FIELD_AT (record, field, int) = none ? 0 : (int) field->standard;
    break;
  case TL_FIELD_MONEY:
    TL_FIELD_AT (record, field, TlMoney) = none ? TL_NO_MONEY : (TlMoney) field->standard;
    break;
  case TL_FIELD_NUMBER:
    TL_FIELD_AT (record, field, double) = field->standard;
    break;
  case TL_FIELD_RESUME:
    TL_FIELD_AT (record, field, TlResume).how = (TlResumeHow) field->standard;
    break;
  case TL_FIELD_TEXT:
  case TL_FIELD_DATE:
  case TL_FIELD_REF:
  case TL_FIELD_REFS:
  case TL_FIELD_INTS:
    break;   /* all zero bytes */
  }
}

TlRecord *
tl_record_new (TlRecordKind kind)
{
  const TlClass *klass = tl_class_get (kind);
  TlRecord *record = g_malloc0 (klass->size);

  record->kind = kind;
  for (guint i = 0; i < klass->n_fields; i++)
    set_default (&klass->fields[i], record);
  return record;
}

static void
copy_ids (TlIdList *list)
{
  list->ids = g_memdup2 (list->ids, list->n * sizeof (TlId));
}

TlRecord *
tl_record_copy (const TlRecord *record)
{
  const TlClass *klass = tl_class_get (record->kind);
  TlRecord *copy = g_memdup2 (record, klass->size);

  copy->name = g_strdup (record->name);
  copy->foreign_attributes = g_strdup (record->foreign_attributes);
  copy->foreign_elements = g_strdup (record->foreign_elements);
  copy->foreign_texts = g_strdup (record->foreign_texts);
  copy_ids (&copy->children);
  for (guint i = 0; i < klass->n_fields; i++) {
    const TlField *field = &klass->fields[i];

    if (field->type == TL_FIELD_TEXT) {
      char **text = &TL_FIELD_AT (copy, field, char *);

      *text = g_strdup (*text);
    } else if (field->type == TL_FIELD_REFS) {
      copy_ids (&TL_FIELD_AT (copy, field, TlIdList));
    } else if (field->type == TL_FIELD_INTS) {
      TlIntList *list = &TL_FIELD_AT (copy, field, TlIntList);

      list->values = g_memdup2 (list->values, list->n * sizeof (int));
    }
  }
  return copy;
}

void
tl_record_free (TlRecord *record)
{
  const TlClass *klass;

  if (record == NULL)
    return;

  klass = tl_class_get (record->kind);
  for (guint i = 0; i < klass->n_fields; i++) {
    const TlField *field = &klass->fields[i];

    if (field->type == TL_FIELD_TEXT)
      g_free (TL_FIELD_AT (record, field, char *));
    else if (field->type == TL_FIELD_REFS)
      g_free (TL_FIELD_AT (record, field, TlIdList).ids);
    else if (field->type == TL_FIELD_INTS)
      g_free (TL_FIELD_AT (record, field, TlIntList).values);
  }
  g_free (record->name);
  g_free (record->foreign_attributes);
  g_free (record->foreign_elements);
  g_free (record->foreign_texts);
  g_free (record->children.ids);
  g_free (record);
}

static gboolean
ids_equal (const TlIdList *a,
           const TlIdList *b)
{
  return a->n == b->n && (a->n == 0 || memcmp (a->ids, b->ids, a->n * sizeof (TlId)) == 0);
}

static gboolean
numbers_equal (double a,
               double b)
{
  return a == b || (isnan (a) && isnan (b));
}

#define BOTH(type) (TL_FIELD_AT (a, field, type) == TL_FIELD_AT (b, field, type))

gboolean
tl_field_equal (const TlField  *field,
                const TlRecord *a,
                const TlRecord *b)
{
  switch (field->type) {
  case TL_FIELD_TEXT:
    return g_strcmp0 (TL_FIELD_AT (a, field, char *), TL_FIELD_AT (b, field, char *)) == 0;
  case TL_FIELD_ENUM:
  case TL_FIELD_INT:
  case TL_FIELD_SECONDS:
  case TL_FIELD_BOOL:
    return BOTH (int);
  case TL_FIELD_MONEY:
    return BOTH (TlMoney);
  case TL_FIELD_NUMBER:
    return numbers_equal (TL_FIELD_AT (a, field, double), TL_FIELD_AT (b, field, double));
  case TL_FIELD_DATE:
    return BOTH (TlDate);
  case TL_FIELD_REF:
    return BOTH (TlId);
  case TL_FIELD_REFS:
    return ids_equal (&TL_FIELD_AT (a, field, TlIdList), &TL_FIELD_AT (b, field, TlIdList));
  case TL_FIELD_INTS: {
    const TlIntList *x = &TL_FIELD_AT (a, field, TlIntList);
    const TlIntList *y = &TL_FIELD_AT (b, field, TlIntList);

    return x->n == y->n && (x->n == 0 || memcmp (x->values, y->values, x->n * sizeof (int)) == 0);
  }
  case TL_FIELD_RESUME: {
    const TlResume *x = &TL_FIELD_AT (a, field, TlResume);
    const TlResume *y = &TL_FIELD_AT (b, field, TlResume);

    return x->how == y->how && x->step == y->step;
  }
  }
  g_assert_not_reached ();
}

gboolean
tl_record_foreign_equal (const TlRecord *a,
                         const TlRecord *b)
{
  return g_strcmp0 (a->foreign_attributes, b->foreign_attributes) == 0 &&
         g_strcmp0 (a->foreign_elements, b->foreign_elements) == 0 &&
         g_strcmp0 (a->foreign_texts, b->foreign_texts) == 0;
}

gboolean
tl_record_equal (const TlRecord *a,
                 const TlRecord *b)
{
  const TlClass *klass = tl_class_get (a->kind);

  if (a->kind != b->kind || g_strcmp0 (a->name, b->name) != 0 ||
      !ids_equal (&a->children, &b->children) || !tl_record_foreign_equal (a, b))
    return FALSE;

  for (guint i = 0; i < klass->n_fields; i++) {
    if (!tl_field_equal (&klass->fields[i], a, b))
      return FALSE;
  }
  return TRUE;
}

gboolean
tl_field_is_unset (const TlField  *field,
                   const TlRecord *record)
{
  double standard = field->standard;

  switch (field->type) {
  case TL_FIELD_TEXT:
    return TL_FIELD_AT (record, field, char *) == NULL;
  case TL_FIELD_INT:
  case TL_FIELD_SECONDS:
    return TL_FIELD_AT (record, field, int) == (isnan (standard) ? TL_NO_INT : (int) standard);
  case TL_FIELD_ENUM:
  case TL_FIELD_BOOL:
    return TL_FIELD_AT (record, field, int) == (isnan (standard) ? 0 : (int) standard);
  case TL_FIELD_MONEY:
    return TL_FIELD_AT (record, field, TlMoney) ==
           (isnan (standard) ? TL_NO_MONEY : (TlMoney) standard);
  case TL_FIELD_NUMBER:
    return numbers_equal (TL_FIELD_AT (record, field, double), standard);
  case TL_FIELD_DATE:
    return TL_FIELD_AT (record, field, TlDate) == 0;
  case TL_FIELD_REF:
    return TL_FIELD_AT (record, field, TlId) == TL_ID_NONE;
  case TL_FIELD_REFS:
    return TL_FIELD_AT (record, field, TlIdList).n == 0;
  case TL_FIELD_INTS:
    return TL_FIELD_AT (record, field, TlIntList).n == 0;
  case TL_FIELD_RESUME:
    return TL_FIELD_AT (record, field, TlResume).how == (TlResumeHow) standard;
  }
  g_assert_not_reached ();
}

void
tl_id_list_append (TlIdList *list,
                   TlId      id)
{
  tl_id_list_insert (list, list->n, id);
}

void
tl_id_list_insert (TlIdList *list,
                   guint     index,
                   TlId      id)
{
  index = MIN (index, list->n);
  list->ids = g_renew (TlId, list->ids, list->n + 1);
  memmove (&list->ids[index + 1], &list->ids[index], (list->n - index) * sizeof (TlId));
  list->ids[index] = id;
  list->n++;
}

gboolean
tl_id_list_remove (TlIdList *list,
                   TlId      id)
{
  guint index = tl_id_list_index (list, id);

  if (index == G_MAXUINT)
    return FALSE;

  list->n--;
  memmove (&list->ids[index], &list->ids[index + 1], (list->n - index) * sizeof (TlId));
  if (list->n == 0)
    g_clear_pointer (&list->ids, g_free);
  return TRUE;
}

guint
tl_id_list_index (const TlIdList *list,
                  TlId            id)
{
  for (guint i = 0; i < list->n; i++) {
    if (list->ids[i] == id)
      return i;
  }
  return G_MAXUINT;
}

void
tl_id_list_clear (TlIdList *list)
{
  g_clear_pointer (&list->ids, g_free);
  list->n = 0;
}

void
tl_text_set (char      **text,
             const char *value)
{
  char *copy = value != NULL && *value != '\0' ? g_strdup (value) : NULL;

  g_free (*text);
  *text = copy;
}
