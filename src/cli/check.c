/* check.c - tline check: is it a chart, and what do the rules find in it? */
#include "analysis/finding.h"
#include "cli/files.h"
#include "cli/options.h"
#include "cli/tell.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

typedef struct {
  /* Owned */
  GStrv paths;
  char *today_text;
  char *fail_on_text;
  GStrv rule_texts;    /* as typed: each may hold several, with commas between */
  GStrv rules;         /* NULL = all */

  gboolean   as_json;
  TlDate     today;
  TlSeverity fail_on;  /* findings of this severity and graver make the exit status 1 */
} Options;

static void
options_clear (Options *options)
{
  g_strfreev (options->paths);
  g_free (options->today_text);
  g_free (options->fail_on_text);
  g_strfreev (options->rule_texts);
  g_strfreev (options->rules);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
is_wanted (const Options   *options,
           const TlFinding *finding)
{
  return options->rules == NULL ||
         g_strv_contains ((const char *const *) options->rules, finding->rule->id);
}

static void
print_finding (const TlToldFile *file,
               const TlFinding  *finding)
{
  printf ("%s: %s %s %s: %s", file->name, tl_severity_word (finding->severity),
          finding->rule->id, tl_finding_element (file->chart, finding), finding->text);
  if (finding->accepted != NULL)
    /* Translators: why somebody chose to live with what is said before */
    printf (_(" (accepted: %s)"), finding->accepted);
  printf ("\n");
}

static void
add_finding (const TlToldFile *file,
             const TlFinding  *finding,
             JsonBuilder      *json)
{
  json_builder_begin_object (json);
  tl_json_text (json, "rule", finding->rule->id);
  tl_json_text (json, "severity", tl_severity_word (finding->severity));
  tl_json_text (json, "gap", tl_gap_word (finding->rule->gap));
  tl_json_text (json, "element", tl_finding_element (file->chart, finding));
  tl_json_text (json, "text", finding->text);
  tl_json_text (json, "accepted", finding->accepted);
  json_builder_end_object (json);
}

static TlExit
tell_findings (const TlToldFile *file,
               JsonBuilder      *json,
               const Options    *options)
{
  g_autoptr (TlFindings) findings =
    tl_findings_new (file->chart, &(TlFindingsOptions) { .today = options->today });
  TlExit status = TL_EXIT_FINE;

  for (guint i = 0; i < findings->n; i++) {
    const TlFinding *finding = &findings->rows[i];

    if (!is_wanted (options, finding))
      continue;
    if (json != NULL)
      add_finding (file, finding, json);
    else
      print_finding (file, finding);
    if (finding->accepted == NULL && finding->severity >= options->fail_on)
      status = TL_EXIT_FINDINGS;
  }
  return status;
}

static void
add_problems (const TlToldFile *file,
              JsonBuilder      *json)
{
  for (guint i = 0; i < file->problems->len; i++) {
    const TlReadProblem *problem = g_ptr_array_index (file->problems, i);

    json_builder_begin_object (json);
    tl_json_int (json, "line", problem->line);
    tl_json_text (json, "rule", problem->rule);
    tl_json_text (json, "message", problem->message);
    json_builder_end_object (json);
  }
}

/* The problems are the verb's data, as of any checker. */
static TlExit
tell (const TlToldFile *file,
      JsonBuilder      *json,
      gpointer          data)
{
  const Options *options = data;
  TlExit status = TL_EXIT_FINE;

  if (json == NULL) {
    tl_file_print_problems (stdout, file->problems);
    return file->chart != NULL ? tell_findings (file, NULL, options) : TL_EXIT_FINE;
  }
  json_builder_begin_object (json);
  tl_json_text (json, "file", file->name);
  tl_json_bool (json, "valid", file->chart != NULL);
  json_builder_set_member_name (json, "problems");
  json_builder_begin_array (json);
  add_problems (file, json);
  json_builder_end_array (json);
  json_builder_set_member_name (json, "findings");
  json_builder_begin_array (json);
  if (file->chart != NULL)
    status = tell_findings (file, json, options);
  json_builder_end_array (json);
  json_builder_end_object (json);
  return status;
}

/* Looks up what was typed; says what is wrong with it. */
static gboolean
read_rules (const TlVerb *verb,
            Options      *options,
            TlExit       *status)
{
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; options->rule_texts != NULL && options->rule_texts[i] != NULL; i++) {
    g_auto (GStrv) words = g_strsplit_set (options->rule_texts[i], ", ", -1);

    for (guint k = 0; words[k] != NULL; k++) {
      g_autofree char *id = g_ascii_strup (words[k], -1);
      g_autofree char *message = NULL;

      if (*id == '\0')
        continue;
      if (tl_rule_find (id) == NULL) {
        message = g_strdup_printf (_("there is no rule %s; rules are F01 to F15 and G01 to G32"),
                                   words[k]);
        *status = tl_options_misused (verb, message);
        return FALSE;
      }
      g_ptr_array_add (rules, g_steal_pointer (&id));
    }
  }
  if (rules->len > 0) {
    g_ptr_array_add (rules, NULL);
    options->rules = (GStrv) g_ptr_array_steal (rules, NULL);
  }
  return TRUE;
}

static gboolean
read_fail_on (const TlVerb *verb,
              Options      *options,
              TlExit       *status)
{
  options->fail_on = TL_SEVERITY_WARNING;
  if (options->fail_on_text == NULL ||
      tl_severity_parse (options->fail_on_text, &options->fail_on))
    return TRUE;
  if (strcmp (options->fail_on_text, "never") == 0) {
    options->fail_on = TL_N_SEVERITIES;
    return TRUE;
  }
  *status = tl_options_misused (verb, _("--fail-on must be error, warning, advice or never"));
  return FALSE;
}

TlExit
tl_verb_check (const TlVerb       *verb,
               const char * const *arguments)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.as_json,
      N_("Print JSON: a list, one object a file"), NULL },
    { "fail-on", 0, 0, G_OPTION_ARG_STRING, &options.fail_on_text,
      N_("End with 1 for error, warning (if not given), advice or never"), N_("SEVERITY") },
    { "rule", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.rule_texts,
      N_("Tell only what this rule finds; may be given again"), N_("RULE") },
    { "today", 0, 0, G_OPTION_ARG_STRING, &options.today_text,
      N_("The day that ages and deadlines are judged by"), N_("YYYY-MM-DD") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.paths, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  TlExit status;

  if (!tl_options_parse (verb, entries, arguments, &status) ||
      !tl_options_today (verb, options.today_text, &options.today, &status) ||
      !read_fail_on (verb, &options, &status) || !read_rules (verb, &options, &status))
    return status;
  return tl_tell_files (verb, options.paths, options.as_json, tell, tell, &options);
}
