/* test-page-layout.c - where the fields of records stand, without a display. */
#include <glib.h>
#include <string.h>

#include "app/field-text.h"
#include "app/page-layout.h"
#include "charts.h"
#include "model/ops.h"

static guint
count_in_groups (TlRecordKind  kind,
                 const char   *xml)
{
  guint n, found = 0;
  const TlPageGroup *groups = tl_page_groups (&n);

  for (guint i = 0; i < n; i++) {
    for (guint k = 0; groups[i].kind == kind && groups[i].fields[k] != NULL; k++)
      found += strcmp (groups[i].fields[k], xml) == 0;
  }
  return found;
}

/* A new field of a record cannot be forgotten. */
static void
test_every_field_once (void)
{
  for (guint kind = 0; kind < TL_N_RECORD_KINDS; kind++) {
    const TlClass *klass = tl_class_get ((TlRecordKind) kind);

    for (guint i = 0; i < klass->n_fields; i++) {
      guint elsewhere = tl_page_is_elsewhere (klass->kind, klass->fields[i].xml) ? 1 : 0;

      g_test_message ("%s %s", klass->xml, klass->fields[i].xml);
      g_assert_cmpuint (count_in_groups (klass->kind, klass->fields[i].xml) + elsewhere, ==, 1);
    }
  }
}

/* The tables name nothing that is not there. */
static void
test_every_name_is_a_field (void)
{
  guint n;
  const TlPageGroup *groups = tl_page_groups (&n);
  const TlPageLink *links;

  for (guint i = 0; i < n; i++) {
    for (guint k = 0; groups[i].fields[k] != NULL; k++)
      g_assert_nonnull (tl_class_find_field (tl_class_get (groups[i].kind), groups[i].fields[k]));
  }
  links = tl_page_links (&n);
  for (guint i = 0; i < n; i++) {
    gboolean named = links[i].how == TL_PAGE_LINK_NAMED;
    const TlField *field;

    if (links[i].via == NULL)
      continue;
    field = tl_class_find_field (tl_class_get (named ? links[i].at : links[i].kind),
                                 links[i].via);
    g_assert_nonnull (field);
    g_assert_true ((field->kinds & 1u << (named ? links[i].kind : links[i].at)) != 0);
  }
}

static void
test_applies (void)
{
  static const struct {
    const char *id, *xml;
    gboolean    applies;
  } rows[] = {
    { "a", "touch", TRUE },     { "a", "outcome", FALSE }, { "a", "column", FALSE },
    { "s", "touch", FALSE },    { "s", "cost", FALSE },    { "e", "outcome", TRUE },
    { "w", "touch", FALSE },    { "w", "wait", TRUE },     { "d", "touch", TRUE },
    { "d-w", "probability", TRUE }, { "a-d", "probability", FALSE },
    { "f", "p", TRUE },         { "g", "p", FALSE },
  };
  g_autoptr (TlChart) chart =
    tl_test_chart ("C: s( a d? w~ e)\ns>a a>d d>w@0.4 d>e@0.6 w>e\nf!a g!d>w");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const TlRecord *record = tl_chart_get (chart, tl_test_id (chart, rows[i].id));
    const TlField *field = tl_class_find_field (tl_class_get (record->kind), rows[i].xml);

    g_test_message ("%s %s", rows[i].id, rows[i].xml);
    g_assert_true (tl_page_field_applies (chart, record, field) == rows[i].applies);
  }
}

static void
test_links (void)
{
  g_autoptr (TlChart) chart = tl_test_chart ("C: a b\na>b\nf!a g!a h!b r*f,h q*f");
  static const struct {
    const char  *at;
    TlRecordKind kind;
    guint        n;
  } rows[] = {
    { "a", TL_RECORD_FAILURE, 2 },  { "b", TL_RECORD_FAILURE, 1 },
    { "f", TL_RECORD_RECOVERY, 2 }, { "g", TL_RECORD_RECOVERY, 0 },
    { "h", TL_RECORD_RECOVERY, 1 }, { "a-b", TL_RECORD_STEP, 2 },
  };
  guint n;
  const TlPageLink *links = tl_page_links (&n);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    TlId id = tl_test_id (chart, rows[i].at);
    guint n_found = 0;

    for (guint k = 0; k < n; k++) {
      g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (TlId));

      if (links[k].at != tl_chart_get (chart, id)->kind || links[k].kind != rows[i].kind)
        continue;
      tl_page_link_list (&links[k], chart, id, ids);
      n_found += ids->len;
    }
    g_assert_cmpuint (n_found, ==, rows[i].n);
  }
}

/* Numbers are read and shown in the unit of their record. */
static void
test_units (void)
{
  static const struct {
    const char *unit, *written, *plain, *shown;
  } rows[] = {
    { "s", "5 min", "300", "5 min" },     { "s", "1:30", "90", "1 min 30 s" },
    { "s", "90", "90", "1 min 30 s" },    { "percent", "92 %", "92 %", "92 %" },
    { "money", "12,50", "12.50", "12.50" }, { "money", "12.5 EUR", "12.5", "12.50" },
    { "score", "4.2", "4.2", "4.2" },     { "nps", "-5", "-5", "-5" },
  };
  g_autoptr (TlChart) chart = tl_test_chart ("C: a");
  const TlField *field = tl_class_find_field (tl_class_get (TL_RECORD_STANDARD), "target");
  TlId id;

  tl_chart_begin (chart, "Standard");
  g_assert_true (tl_ops_set (chart, tl_chart_info (chart)->head.id, "currency", "EUR", NULL));
  id = tl_ops_add_record (chart, TL_RECORD_STANDARD, "Soon", 0, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *plain = NULL;
    g_autofree char *shown = NULL;

    g_test_message ("%s %s", rows[i].unit, rows[i].written);
    g_assert_true (tl_ops_set (chart, id, "target", "", NULL));
    g_assert_true (tl_ops_set (chart, id, "unit", rows[i].unit, NULL));
    plain = tl_field_plain (chart, tl_chart_get (chart, id), field, rows[i].written);
    g_assert_cmpstr (plain, ==, rows[i].plain);
    g_assert_true (tl_ops_set (chart, id, "target", plain, NULL));
    shown = tl_field_text (chart, tl_chart_get (chart, id), field);
    g_assert_cmpstr (shown, ==, rows[i].shown);
  }
  g_assert_true (tl_chart_commit (chart, NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page-layout/every-field-once", test_every_field_once);
  g_test_add_func ("/page-layout/every-name-is-a-field", test_every_name_is_a_field);
  g_test_add_func ("/page-layout/applies", test_applies);
  g_test_add_func ("/page-layout/links", test_links);
  g_test_add_func ("/page-layout/units", test_units);
  return g_test_run ();
}
