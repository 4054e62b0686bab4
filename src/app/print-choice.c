/* print-choice.c - what of a chart is printed and how. */
#include "app/print-choice.h"

#include <gtk/gtk.h>

#define KEY     "page-setups"
#define AT_MOST 200   /* charts remembered; the one not printed for the longest time goes */

/* Words in the settings, in the order of the enumerations. */
static const char * const turns[] = { "auto", "upright", "landscape" };
static const char * const ways[] = { "auto", "fit", "tile", "fold" };

static guint
find_word (const char * const *words,
           guint               n_words,
           const char         *word)
{
  for (guint i = 0; i < n_words; i++) {
    if (g_strcmp0 (words[i], word) == 0)
      return i;
  }
  return 0;
}

const TlPaper *
tl_print_paper_of_country (void)
{
  return tl_paper_find (g_str_equal (gtk_paper_size_get_default (), GTK_PAPER_NAME_LETTER)
                        ? "letter" : "a4");
}

const TlPaper *
tl_print_paper_usual (GSettings *settings)
{
  g_autofree char *name = g_settings_get_string (settings, "paper");
  const TlPaper *paper = tl_paper_find (name);

  return paper != NULL ? paper : tl_print_paper_of_country ();
}

TlPrintChoice *
tl_print_choice_copy (const TlPrintChoice *choice)
{
  TlPrintChoice *copy = g_new (TlPrintChoice, 1);

  *copy = *choice;
  copy->role = g_strdup (choice->role);
  return copy;
}

void
tl_print_choice_free (TlPrintChoice *choice)
{
  if (choice == NULL)
    return;

  g_free (choice->role);
  g_free (choice);
}

gboolean
tl_print_choice_equal (const TlPrintChoice *one,
                       const TlPrintChoice *other)
{
  for (guint i = 0; i < TL_N_PRINTS; i++) {
    if (one->prints[i] != other->prints[i])
      return FALSE;
  }
  return one->paper == other->paper && one->turn == other->turn &&
         one->poster == other->poster && g_strcmp0 (one->role, other->role) == 0 &&
         one->black_white == other->black_white;
}

guint
tl_print_choice_list (const TlPrintChoice *choice,
                      TlPrint             *prints)
{
  guint n = 0;

  for (TlPrint print = 0; print < TL_N_PRINTS; print++) {
    if (choice->prints[print])
      prints[n++] = print;
  }
  return n;
}

/* In the settings: an array of paths, each with a dictionary; the one last printed first. */

static GVariant *
choice_to_variant (const TlPrintChoice *choice)
{
  GVariantDict dict;
  const char *names[TL_N_PRINTS + 1] = { NULL };
  TlPrint prints[TL_N_PRINTS];
  guint n = tl_print_choice_list (choice, prints);

  for (guint i = 0; i < n; i++)
    names[i] = tl_print_name (prints[i]);
  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert_value (&dict, "prints", g_variant_new_strv (names, n));
  g_variant_dict_insert (&dict, "paper", "s", choice->paper->name);
  g_variant_dict_insert (&dict, "turn", "s", turns[choice->turn]);
  g_variant_dict_insert (&dict, "poster", "s", ways[choice->poster]);
  g_variant_dict_insert (&dict, "black-white", "b", choice->black_white);
  if (choice->role != NULL)
    g_variant_dict_insert (&dict, "role", "s", choice->role);
  return g_variant_dict_end (&dict);
}

static void
choice_from_variant (TlPrintChoice *choice,
                     GVariant      *variant)
{
  GVariantDict dict;
  g_autofree const char **names = NULL;
  const char *word;
  TlPrint print;

  g_variant_dict_init (&dict, variant);
  if (g_variant_dict_lookup (&dict, "prints", "^a&s", &names)) {
    choice->prints[TL_PRINT_POSTER] = FALSE;
    for (guint i = 0; names[i] != NULL; i++) {
      if (tl_print_find (names[i], &print))
        choice->prints[print] = TRUE;
    }
  }
  if (g_variant_dict_lookup (&dict, "paper", "&s", &word) && tl_paper_find (word) != NULL)
    choice->paper = tl_paper_find (word);
  if (g_variant_dict_lookup (&dict, "turn", "&s", &word))
    choice->turn = (TlTurn) find_word (turns, G_N_ELEMENTS (turns), word);
  if (g_variant_dict_lookup (&dict, "poster", "&s", &word))
    choice->poster = (TlPosterWay) find_word (ways, G_N_ELEMENTS (ways), word);
  g_variant_dict_lookup (&dict, "black-white", "b", &choice->black_white);
  g_variant_dict_lookup (&dict, "role", "s", &choice->role);
  g_variant_dict_clear (&dict);
}

TlPrintChoice *
tl_print_choice_recall (GSettings  *settings,
                        const char *path)
{
  TlPrintChoice *choice = g_new0 (TlPrintChoice, 1);
  g_autoptr (GVariant) all = g_settings_get_value (settings, KEY);

  choice->prints[TL_PRINT_POSTER] = TRUE;
  choice->paper = tl_print_paper_usual (settings);
  for (gsize i = 0; path != NULL && i < g_variant_n_children (all); i++) {
    const char *whose;
    g_autoptr (GVariant) what = NULL;

    g_variant_get_child (all, i, "(&s@a{sv})", &whose, &what);
    if (g_str_equal (whose, path)) {
      choice_from_variant (choice, what);
      break;
    }
  }
  return choice;
}

void
tl_print_choice_remember (const TlPrintChoice *choice,
                          GSettings           *settings,
                          const char          *path)
{
  g_autoptr (GVariant) before = NULL;
  GVariantBuilder after;
  guint n = 1;

  if (path == NULL)
    return;
  before = g_settings_get_value (settings, KEY);
  g_variant_builder_init (&after, G_VARIANT_TYPE ("a(sa{sv})"));
  g_variant_builder_add (&after, "(s@a{sv})", path, choice_to_variant (choice));
  for (gsize i = 0; i < g_variant_n_children (before) && n < AT_MOST; i++) {
    g_autoptr (GVariant) row = g_variant_get_child_value (before, i);
    const char *whose;

    g_variant_get (row, "(&s@a{sv})", &whose, NULL);
    if (g_str_equal (whose, path))
      continue;
    g_variant_builder_add_value (&after, row);
    n++;
  }
  g_settings_set_value (settings, KEY, g_variant_builder_end (&after));
}
