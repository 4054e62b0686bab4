/* training-card.c - the cards of the training page: what one has to know at a step. */
#include "report/training-card.h"

#include <glib/gi18n-lib.h>

#include "model/priority.h"

typedef struct {
  GString       *out;
  const TlPages *pages;
  GHashTable    *named;   /* TlId of recovery procedures that have their id already */
} Writer;

void
tl_html_text (GString    *out,
              const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (out, escaped);
}

void
tl_html_element (GString    *out,
                 const char *name,
                 const char *style,
                 const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  if (style != NULL)
    g_string_append_printf (out, "<%s class=\"%s\">", name, style);
  else
    g_string_append_printf (out, "<%s>", name);
  tl_html_text (out, text);
  g_string_append_printf (out, "</%s>\n", name);
}

/* A row of a list of names and values. */
static void
put_field (GString    *out,
           const char *name,
           const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  tl_html_element (out, "dt", NULL, name);
  tl_html_element (out, "dd", NULL, value);
}

/* A line of the text is a key point. */
static void
put_points (GString    *out,
            const char *heading,
            const char *text)
{
  g_auto (GStrv) lines = NULL;

  if (text == NULL)
    return;
  lines = g_strsplit (text, "\n", -1);
  tl_html_element (out, "h3", NULL, heading);
  g_string_append (out, "<ul>\n");
  for (guint i = 0; lines[i] != NULL; i++)
    tl_html_element (out, "li", NULL, g_strstrip (lines[i]));
  g_string_append (out, "</ul>\n");
}

static void
put_say (GString    *out,
         const char *text)
{
  g_autofree char *words = text != NULL ? tl_compose_words (text) : NULL;

  tl_html_element (out, "p", "say", words);
}

static void
put_action (Writer         *writer,
            const TlAction *action)
{
  const char *role = tl_compose_role (writer->pages, action->role);
  g_autofree char *within = action->within != TL_NO_INT ? tl_compose_time (action->within) : NULL;
  /* Translators: an action of a recovery procedure: what, who, how soon. */
  g_autofree char *line =
    within != NULL
    ? g_strdup_printf (_("%1$s (%2$s, within %3$s)"), action->text, role, within)
    : g_strdup_printf (_("%1$s (%2$s)"), action->text, role);

  g_string_append (writer->out, "<li>");
  tl_html_text (writer->out, line);
  put_say (writer->out, action->say);
  g_string_append (writer->out, "</li>\n");
}

static void
put_recovery (Writer           *writer,
              const TlRecovery *recovery)
{
  GString *out = writer->out;
  g_autofree char *label = tl_compose_label (writer->pages, recovery->head.id);
  g_autofree char *most = recovery->compensation_max != TL_NO_MONEY &&
                          recovery->compensation_max > 0
                          ? tl_compose_money (writer->pages, recovery->compensation_max) : NULL;

  g_string_append (out, "<section class=\"recovery-procedure\">\n");
  if (g_hash_table_add (writer->named, GUINT_TO_POINTER (recovery->head.id)))
    g_string_append_printf (out, "<h4 id=\"recovery:%s\" tabindex=\"-1\">", recovery->head.name);
  else
    g_string_append (out, "<h4>");
  tl_html_text (out, label);
  g_string_append (out, "</h4>\n<dl>\n");
  put_field (out, _("When you see"), recovery->trigger);
  put_field (out, _("You may give at most"), most);
  put_field (out, _("Rule"), recovery->policy);
  g_string_append (out, "</dl>\n");
  if (recovery->head.children.n == 0)
    tl_html_element (out, "p", "lacks", _("It has no actions yet."));
  else
    g_string_append (out, "<ol>\n");
  for (guint i = 0; i < recovery->head.children.n; i++)
    put_action (writer, TL_CHART_GET (writer->pages->chart, ACTION, TlAction,
                                      recovery->head.children.ids[i]));
  g_string_append (out, recovery->head.children.n > 0 ? "</ol>\n</section>\n" : "</section>\n");
}

static const char *
priority_text (const TlFailure *failure)
{
  switch (tl_priority (failure->s, failure->o, failure->d)) {
  case TL_PRIORITY_HIGH:
    return _("High priority");
  case TL_PRIORITY_MEDIUM:
    return _("Medium priority");
  case TL_PRIORITY_LOW:
    return _("Low priority");
  case TL_PRIORITY_NONE:
  default:
    return _("Not rated yet");
  }
}

static void
put_failure (Writer          *writer,
             const TlFailure *failure)
{
  GString *out = writer->out;
  const TlChart *chart = writer->pages->chart;
  g_autofree char *label = tl_compose_label (writer->pages, failure->head.id);
  gboolean any = FALSE;

  g_string_append_printf (out, "<section class=\"failure-point\">\n<h4 id=\"failure:%s\" "
                          "tabindex=\"-1\">", failure->head.name);
  tl_html_text (out, label);
  g_string_append (out, "</h4>\n");
  tl_html_element (out, "p", "note", priority_text (failure));
  tl_html_element (out, "p", NULL, failure->effect);
  for (guint i = 0; i < writer->pages->order->n_recoveries; i++) {
    const TlRecovery *recovery =
      TL_CHART_GET (chart, RECOVERY, TlRecovery, writer->pages->order->recoveries[i]);

    if (tl_id_list_index (&recovery->failures, failure->head.id) == G_MAXUINT)
      continue;
    put_recovery (writer, recovery);
    any = TRUE;
  }
  if (!any)
    tl_html_element (out, "p", "lacks", _("No recovery procedure yet."));
  g_string_append (out, "</section>\n");
}

static void
put_failures (Writer       *writer,
              const TlStep *step)
{
  gboolean any = FALSE;

  for (guint i = 0; i < writer->pages->order->n_failures; i++) {
    const TlFailure *failure =
      TL_CHART_GET (writer->pages->chart, FAILURE, TlFailure, writer->pages->order->failures[i]);

    if (tl_compose_step_of (writer->pages, failure) != step)
      continue;
    if (!any)
      tl_html_element (writer->out, "h3", NULL, _("Watch for"));
    any = TRUE;
    put_failure (writer, failure);
  }
}

static void
put_facts (Writer       *writer,
           const TlStep *step)
{
  const TlChart *chart = writer->pages->chart;
  GString *out = writer->out;
  g_autofree char *touch = step->touch > 0 ? tl_compose_time (step->touch) : NULL;
  g_autofree char *wait = step->wait > 0 ? tl_compose_time (step->wait) : NULL;
  g_autofree char *most = step->tolerance != TL_NO_INT ? tl_compose_time (step->tolerance) : NULL;
  g_autoptr (GString) ready = g_string_new (NULL);

  for (guint i = 0; i < step->head.children.n; i++)
    g_string_append_printf (ready, i > 0 ? ", %s" : "%s",
                            TL_CHART_GET (chart, TOUCHPOINT, TlTouchpoint,
                                          step->head.children.ids[i])->name);
  g_string_append (out, "<dl>\n");
  put_field (out, _("Working time"), touch);
  put_field (out, _("The customer waits"), wait);
  put_field (out, _("At the longest"), most);
  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_STANDARD); i++) {
    const TlStandard *standard = TL_CHART_NTH (chart, STANDARD, TlStandard, i);

    if (tl_id_list_index (&standard->steps, step->head.id) != G_MAXUINT)
      put_field (out, _("Standard"), standard->name);
  }
  put_field (out, _("Have ready"), ready->str);
  g_string_append (out, "</dl>\n");
}

static void
put_next (Writer       *writer,
          const TlStep *step)
{
  const TlChart *chart = writer->pages->chart;
  GString *out = writer->out;
  gboolean any = FALSE;

  for (guint i = 0; i < tl_chart_n (chart, TL_RECORD_CONNECTOR); i++) {
    const TlConnector *way = TL_CHART_NTH (chart, CONNECTOR, TlConnector, i);
    const TlStep *to;

    if (way->from != step->head.id)
      continue;
    if (!any) {
      tl_html_element (out, "h3", NULL, _("What follows"));
      g_string_append (out, "<ul>\n");
    }
    any = TRUE;
    to = TL_CHART_GET (chart, STEP, TlStep, way->to);
    g_string_append_printf (out, "<li><a href=\"#card:%s\">", to->head.name);
    tl_html_text (out, to->label);
    g_string_append (out, "</a> ");
    tl_html_text (out, way->label != NULL ? way->label : "");
    g_string_append (out, "</li>\n");
  }
  if (any)
    g_string_append (out, "</ul>\n");
}

/* The XML ids of the roles it concerns: who does it, and who acts when it goes wrong. */
static void
put_roles (Writer       *writer,
           const TlStep *step)
{
  const TlPages *pages = writer->pages;

  for (guint i = 0; i < tl_chart_n (pages->chart, TL_RECORD_ROLE); i++) {
    const TlRole *role = TL_CHART_NTH (pages->chart, ROLE, TlRole, i);
    gboolean concerned = step->role == role->head.id;

    for (guint k = 0; k < tl_chart_n (pages->chart, TL_RECORD_RECOVERY) && !concerned; k++) {
      const TlRecovery *recovery = TL_CHART_NTH (pages->chart, RECOVERY, TlRecovery, k);

      for (guint n = 0; n < recovery->failures.n && !concerned; n++)
        concerned = tl_compose_step_of (pages, TL_CHART_GET (pages->chart, FAILURE, TlFailure,
                                                             recovery->failures.ids[n])) == step &&
                    tl_compose_acts (pages, recovery, role->head.id);
    }
    if (concerned)
      g_string_append_printf (writer->out, "%s ", role->head.name);
  }
}

static void
put_card (Writer       *writer,
          const TlStep *step)
{
  GString *out = writer->out;
  const TlPages *pages = writer->pages;
  const TlPhase *phase = TL_CHART_GET (pages->chart, PHASE, TlPhase, step->phase);
  const char *role = tl_compose_role (pages, step->role), *id = step->head.name;
  g_autofree char *note = *role != '\0' ? g_strdup_printf ("%s · %s", role, phase->name)
                                        : g_strdup (phase->name);

  g_string_append_printf (out, "<article class=\"card\" id=\"card:%s\" data-step=\"%s\" "
                          "aria-labelledby=\"name:%s\" data-roles=\"", id, id, id);
  put_roles (writer, step);
  g_string_append (out, "\" data-name=\"");
  tl_html_text (out, step->label);
  g_string_append_printf (out, "\">\n<h2 id=\"name:%s\" tabindex=\"-1\"><span class=\"number\">%u"
                          "</span>", id, tl_order_number (pages->order, step->head.id));
  tl_html_text (out, step->label);
  g_string_append (out, "</h2>\n");
  tl_html_element (out, "p", "note", note);
  put_points (out, _("Do"), step->how);
  if (step->tell != NULL)
    tl_html_element (out, "h3", NULL, _("Say"));
  put_say (out, step->tell);
  put_facts (writer, step);
  put_failures (writer, step);
  put_next (writer, step);
  g_string_append (out, "</article>\n");
}

void
tl_training_cards (GString       *out,
                   const TlPages *pages)
{
  g_autoptr (GHashTable) named = g_hash_table_new (NULL, NULL);
  Writer writer = { out, pages, named };

  for (guint i = 0; i < pages->order->n_steps; i++)
    put_card (&writer, TL_CHART_GET (pages->chart, STEP, TlStep, pages->order->steps[i]));
}
