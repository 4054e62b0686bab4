/* test-names.c - XML ids and who has them. */
#include <glib.h>
#include <string.h>

#include "model/names.h"

static void
test_first_keeps (void)
{
  /* Around the length that a slot holds, and alike up to there. */
  static const char *const rows[] = {
    "", "a", "b", "s1", "s10", "sevenab", "eightabc", "eightabcd", "nineabcde", "elevenabcde", "twelveabcdef",
    "twelveabcdefg", "twelveabcdefh", "twelveabcdefgh", "großeÜberschrift",
  };
  TlNames *names = tl_names_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_assert_cmpuint (tl_names_find (names, rows[i], strlen (rows[i])), ==, TL_ID_NONE);
    tl_names_add (names, rows[i], i + 1);
    tl_names_add (names, rows[i], i + 100);
    g_assert_cmpuint (tl_names_n (names), ==, i + 1);
  }
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *copy = g_strdup (rows[i]);

    g_assert_cmpuint (tl_names_find (names, copy, strlen (copy)), ==, i + 1);
    tl_names_take (names, copy, i + 100);
    g_assert_cmpuint (tl_names_find (names, copy, strlen (copy)), ==, i + 1);
    tl_names_take (names, copy, i + 1);
    g_assert_cmpuint (tl_names_find (names, copy, strlen (copy)), ==, TL_ID_NONE);
    tl_names_take (names, copy, TL_ID_NONE);
  }
  g_assert_cmpuint (tl_names_n (names), ==, 0);
  tl_names_free (names);
}

/* Many names coming and going, against the library's table. */
static void
test_many (void)
{
  enum { N_NAMES = 3000, N_TURNS = 60000 };
  g_autoptr (GPtrArray) pool = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) expected = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  TlNames *names = tl_names_new ();

  for (guint i = 0; i < N_NAMES; i++)
    g_ptr_array_add (pool, g_strdup_printf (i % 5 == 0 ? "a-rather-long-name-%u" : "s%u", i));
  for (guint turn = 1; turn <= N_TURNS; turn++) {
    const char *name = g_ptr_array_index (pool, (guint) g_rand_int_range (rand, 0, N_NAMES));
    TlId has = GPOINTER_TO_UINT (g_hash_table_lookup (expected, name));

    g_assert_cmpuint (tl_names_find (names, name, strlen (name)), ==, has);
    if (has != TL_ID_NONE && g_rand_boolean (rand)) {
      tl_names_take (names, name, has);
      g_hash_table_remove (expected, name);
    } else {
      tl_names_add (names, name, turn);
      if (has == TL_ID_NONE)
        g_hash_table_insert (expected, (char *) name, GUINT_TO_POINTER (turn));
    }
    g_assert_cmpuint (tl_names_n (names), ==, g_hash_table_size (expected));
  }
  for (guint i = 0; i < N_NAMES; i++) {
    const char *name = g_ptr_array_index (pool, i);

    g_assert_cmpuint (tl_names_find (names, name, strlen (name)), ==,
                      GPOINTER_TO_UINT (g_hash_table_lookup (expected, name)));
  }
  tl_names_free (names);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/names/first-keeps", test_first_keeps);
  g_test_add_func ("/names/many", test_many);
  return g_test_run ();
}
