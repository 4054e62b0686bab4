/* record-words.c - a record in a line or two. */
#include "app/record-words.h"

#include <glib/gi18n-lib.h>

#include "app/field-text.h"
#include "model/units.h"

/* Priority. */

TlPriority
tl_failure_priority (const TlFailure *failure)
{
  return tl_priority (failure->s, failure->o, failure->d);
}

int
tl_failure_rpn (const TlFailure *failure)
{
  if (tl_failure_priority (failure) == TL_PRIORITY_NONE)
    return 0;
  return failure->s * failure->o * failure->d;
}

const char *
tl_priority_label (TlPriority priority)
{
  switch (priority) {
  case TL_PRIORITY_LOW:
    /* Translators: the Action Priority of a failure point. */
    return C_("priority", "Low");
  case TL_PRIORITY_MEDIUM:
    return C_("priority", "Medium");
  case TL_PRIORITY_HIGH:
    return C_("priority", "High");
  case TL_PRIORITY_NONE:
    break;
  }
  return _("Not rated");
}

const char *
tl_priority_css_class (TlPriority priority)
{
  static const char * const classes[] = { NULL, "low", "medium", "high" };

  return classes[priority];
}

/* Fields in words. */

/* The field's value as it is shown; NULL when it is not given. */
static char *
shown (const TlChart  *chart,
       const TlRecord *record,
       const char     *xml)
{
  char *text = tl_field_shown_of (chart, record->id, xml);

  if (*text == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

/* @text within @pattern, which holds one %s; NULL for NULL. */
static char *
within (const char *pattern,
        char       *text)
{
  g_autofree char *owned = text;
  g_auto (GStrv) parts = NULL;

  if (owned == NULL)
    return NULL;
  parts = g_strsplit (pattern, "%s", 2);
  return g_strjoinv (owned, parts);
}

/* Those that are there, with a dot between them.  Takes the texts. */
static char *
join (char *first,
      char *second,
      char *third)
{
  char *texts[] = { first, second, third };
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    if (texts[i] == NULL)
      continue;
    if (all->len > 0)
      g_string_append (all, " · ");
    g_string_append (all, texts[i]);
    g_free (texts[i]);
  }
  return all->len > 0 ? g_string_free (g_steal_pointer (&all), FALSE) : NULL;
}

/* Titles. */

/* Of records that have no text of their own. */
static char *
nameless_title (TlEditor       *editor,
                const TlRecord *record)
{
  TlChart *chart = tl_editor_get_chart (editor);

  if (record->kind == TL_RECORD_CONNECTOR) {
    const TlConnector *connector = (const TlConnector *) (const void *) record;

    /* Translators: a connector leads from one step to another. */
    return g_strdup_printf (_("%s → %s"), tl_editor_get_label (editor, connector->from),
                            tl_editor_get_label (editor, connector->to));
  }
  if (record->kind == TL_RECORD_MEASUREMENT)
    return join (shown (chart, record, "date"), shown (chart, record, "value"), NULL);
  if (record->kind == TL_RECORD_RATING)
    return shown (chart, record, "dimension");
  if (record->kind == TL_RECORD_SESSION)
    return shown (chart, record, "date");
  return NULL;
}

char *
tl_record_title (TlEditor *editor,
                 TlId      id)
{
  const TlRecord *record = tl_chart_get (tl_editor_get_chart (editor), id);
  guint number = tl_order_number (tl_editor_get_order (editor), id);
  const char *label;
  char *title;

  g_return_val_if_fail (record != NULL, NULL);

  label = tl_editor_get_label (editor, id);
  if (record->kind == TL_RECORD_CONNECTOR && label != NULL)
    /* Translators: a way out of a decision: the question, and the answer. */
    return g_strdup_printf (_("%s – %s"),
                            tl_editor_get_label (editor, ((const TlConnector *) (const void *)
                                                          record)->from), label);
  if (record->kind == TL_RECORD_FAILURE)
    return g_strdup_printf ("F%u %s", number, label);
  if (record->kind == TL_RECORD_RECOVERY)
    return g_strdup_printf ("R%u %s", number, label);
  if (label != NULL && *label != '\0')
    return g_strdup (label);
  title = nameless_title (editor, record);
  return title != NULL ? title : tl_editor_name_kind (editor, id);
}

/* Subtitles. */

static char *
failure_subtitle (const TlFailure *failure)
{
  TlPriority priority = tl_failure_priority (failure);

  if (priority == TL_PRIORITY_NONE)
    return g_strdup (_("Not rated yet"));
  /* Translators: the priority of a failure point (High), and its risk priority number. */
  return g_strdup_printf (_("%s priority · RPN %d"), tl_priority_label (priority),
                          tl_failure_rpn (failure));
}

static char *
recovery_subtitle (const TlChart    *chart,
                   const TlRecovery *recovery)
{
  guint n = recovery->head.children.n;
  char *actions = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u action", "%u actions", n), n);

  return join (actions,
               recovery->compensation != TL_COMPENSATION_NONE
                 ? shown (chart, &recovery->head, "compensation") : NULL,
               recovery->rehearsed != 0
                 /* Translators: %s is a date. */
                 ? within (_("rehearsed %s"), shown (chart, &recovery->head, "rehearsed")) : NULL);
}

static char *
standard_subtitle (const TlChart    *chart,
                   const TlStandard *standard)
{
  char *last = NULL;

  if (standard->head.children.n > 0)
    /* Translators: %s is what was measured, such as "5 min". */
    last = within (_("last measured %s"),
                   shown (chart, tl_chart_get (chart, standard->head.children
                                                        .ids[standard->head.children.n - 1]),
                          "value"));
  /* Translators: %s is what a standard aims at, such as "5 min". */
  return join (within (_("target %s"), shown (chart, &standard->head, "target")), last, NULL);
}

static char *
step_subtitle (const TlChart *chart,
               const TlStep  *step)
{
  return join (g_strdup (TL_CHART_GET (chart, PHASE, TlPhase, step->phase)->name),
               g_strdup (TL_CHART_GET (chart, LANE, TlLane, step->lane)->name), NULL);
}

/* Up to three fields of each kind; the pattern says what the last one is. */
static const struct {
  TlRecordKind kind;
  const char  *fields[3];
  const char  *pattern;
} subtitles[] = {
  { TL_RECORD_TIER, { "price" }, NULL },
  { TL_RECORD_ROLE, { "kind", "trained" }, N_("trained %s") },
  { TL_RECORD_LANE, { "band" }, NULL },
  { TL_RECORD_TOUCHPOINT, { "channel" }, NULL },
  { TL_RECORD_EXPECTATION, { "dimension", "source" }, NULL },
  { TL_RECORD_PROMISE, { "medium", "value" }, NULL },
  { TL_RECORD_MEASUREMENT, { "source", "n" }, N_("n = %s") },
  { TL_RECORD_SAFEGUARD, { "type", "status" }, NULL },
  { TL_RECORD_ACTION, { "kind", "role", "within" }, N_("within %s") },
  { TL_RECORD_ITEM, { "status", "owner", "due" }, N_("due %s") },
  { TL_RECORD_SESSION, { "facilitator", "goal" }, NULL },
  { TL_RECORD_RATING, { "expected", "perceived" }, N_("perceived %s") },
  { TL_RECORD_CONNECTOR, { "label", "probability" }, NULL },
};

static char *
plain_subtitle (const TlChart      *chart,
                const TlRecord     *record,
                const char * const *fields,
                const char         *pattern)
{
  char *texts[3] = { NULL, NULL, NULL };
  guint n = fields[2] != NULL ? 3 : fields[1] != NULL ? 2 : 1;

  for (guint i = 0; i < n; i++)
    texts[i] = shown (chart, record, fields[i]);
  if (pattern != NULL)
    texts[n - 1] = within (pattern, texts[n - 1]);
  return join (texts[0], texts[1], texts[2]);
}

char *
tl_record_subtitle (TlEditor *editor,
                    TlId      id)
{
  TlChart *chart = tl_editor_get_chart (editor);
  const TlRecord *record = tl_chart_get (chart, id);

  g_return_val_if_fail (record != NULL, NULL);

  if (record->kind == TL_RECORD_FAILURE)
    return failure_subtitle ((const TlFailure *) (const void *) record);
  if (record->kind == TL_RECORD_RECOVERY)
    return recovery_subtitle (chart, (const TlRecovery *) (const void *) record);
  if (record->kind == TL_RECORD_STANDARD)
    return standard_subtitle (chart, (const TlStandard *) (const void *) record);
  if (record->kind == TL_RECORD_STEP)
    return step_subtitle (chart, (const TlStep *) (const void *) record);
  for (guint i = 0; i < G_N_ELEMENTS (subtitles); i++) {
    if (subtitles[i].kind == record->kind)
      return plain_subtitle (chart, record, subtitles[i].fields,
                             subtitles[i].pattern != NULL ? _(subtitles[i].pattern) : NULL);
  }
  return NULL;
}
