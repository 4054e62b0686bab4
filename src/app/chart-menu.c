/* chart-menu.c - the menu of what is under the pointer, or of what is selected.
 *
 * A menu is a row of sections; what one thing has is a table.
 */
#include "app/chart-menu.h"

#include <glib/gi18n-lib.h>

#include "app/commands.h"

#define MOST_PROCEDURES 8   /* to attach right in the menu; more are in a list to search */

typedef struct {
  const char *label;     /* NULL: a new section */
  const char *action;    /* detailed */
} Entry;

static void
append_section (GMenu      *menu,
                GMenuModel *section)
{
  if (g_menu_model_get_n_items (section) > 0)
    g_menu_append_section (menu, NULL, section);
}

static void
append_entries (GMenu       *menu,
                const Entry *entries,
                guint        n_entries)
{
  g_autoptr (GMenu) section = g_menu_new ();

  for (guint i = 0; i < n_entries; i++) {
    if (entries[i].label != NULL) {
      g_menu_append (section, g_dgettext (GETTEXT_PACKAGE, entries[i].label), entries[i].action);
      continue;
    }
    append_section (menu, G_MENU_MODEL (section));
    g_object_unref (section);
    section = g_menu_new ();
  }
  append_section (menu, G_MENU_MODEL (section));
}

static void
append_submenu (GMenu      *menu,
                const char *label,
                GMenuModel *submenu)
{
  g_autoptr (GMenu) section = g_menu_new ();

  g_menu_append_submenu (section, label, submenu);
  append_section (menu, G_MENU_MODEL (section));
}

/* An entry for each word of an enumeration. */
static void
append_words (GMenu        *menu,
              const char   *label,
              TlRecordKind  kind,
              const char   *field,
              const char   *action)
{
  g_autoptr (GMenu) submenu = g_menu_new ();

  for (const TlEnumRow *row = tl_class_find_field (tl_class_get (kind), field)->rows;
       row->word != NULL; row++) {
    g_autofree char *detailed = g_strconcat (action, "::", row->word, NULL);

    g_menu_append (submenu, g_dgettext (GETTEXT_PACKAGE, row->label), detailed);
  }
  append_submenu (menu, label, G_MENU_MODEL (submenu));
}

/* Recovery procedures. */

/* "R2 Offer a drink". */
static char *
name_procedure (TlEditor *editor,
                TlId      id)
{
  const TlRecovery *recovery = TL_CHART_GET (tl_editor_get_chart (editor), RECOVERY, TlRecovery, id);

  return g_strdup_printf ("R%u %s", tl_order_number (tl_editor_get_order (editor), id),
                          recovery->name);
}

static void
append_pair (GMenu      *menu,
             const char *label,
             const char *action,
             TlId        recovery,
             TlId        failure)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);
  g_autofree char *escaped = g_strjoinv ("__", parts);   /* or it is a mnemonic */

  g_menu_item_set_label (item, escaped);
  g_menu_item_set_action_and_target (item, action, "(uu)", recovery, failure);
  g_menu_append_item (menu, item);
}

static void
append_attach (GMenu    *menu,
               TlEditor *editor,
               TlId      failure)
{
  const TlOrder *order = tl_editor_get_order (editor);
  g_autoptr (GMenu) submenu = g_menu_new ();
  g_autoptr (GMenu) existing = g_menu_new ();
  guint n = 0;

  append_entries (submenu, (Entry[]) { { N_("_New Procedure"), "win.add-recovery" } }, 1);
  for (guint i = 0; i < order->n_recoveries && n <= MOST_PROCEDURES; i++) {
    g_autofree char *label = NULL;

    if (tl_command_is_attached (editor, order->recoveries[i], failure))
      continue;
    label = name_procedure (editor, order->recoveries[i]);
    if (n < MOST_PROCEDURES)
      append_pair (existing, label, "win.attach-recovery", order->recoveries[i], failure);
    n++;
  }
  if (n > MOST_PROCEDURES)
    g_menu_append (existing, _("_All Procedures…"), "win.choose-recovery");
  append_section (submenu, G_MENU_MODEL (existing));
  append_submenu (menu, _("Attach _Recovery Procedure"), G_MENU_MODEL (submenu));
}

static void
append_detach (GMenu    *menu,
               TlEditor *editor,
               TlId      failure)
{
  const TlOrder *order = tl_editor_get_order (editor);
  g_autoptr (GMenu) section = g_menu_new ();

  for (guint i = 0; i < order->n_recoveries; i++) {
    g_autofree char *name = NULL;
    g_autofree char *label = NULL;

    if (!tl_command_is_attached (editor, order->recoveries[i], failure))
      continue;
    name = name_procedure (editor, order->recoveries[i]);
    /* Translators: %s is a recovery procedure, such as "R2 Offer a drink". */
    label = g_strdup_printf (_("Detach %s"), name);
    append_pair (section, label, "win.detach-recovery", order->recoveries[i], failure);
  }
  append_section (menu, G_MENU_MODEL (section));
}

/* What each thing has. */

static const Entry clipboard[] = {
  { NULL, NULL },
  { N_("Cu_t"), "win.cut" },
  { N_("_Copy"), "win.copy" },
  { N_("_Paste"), "win.paste" },
  { N_("D_uplicate"), "win.duplicate" },
  { NULL, NULL },
  { N_("_Delete"), "win.delete" },
};

static void
append_step (GMenu    *menu,
             TlEditor *editor,
             TlId      id)
{
  static const Entry building[] = {
    { N_("_Next Step"), "win.next-step" },
    { N_("New _Branch"), "win.new-branch" },
    { NULL, NULL },
    { N_("Re_name"), "win.rename::" },
    { N_("Show De_tails"), "win.open-details" },
    { NULL, NULL },
    { N_("Add _Failure Point"), "win.add-failure" },
  };
  TlId failure;

  append_entries (menu, building, G_N_ELEMENTS (building));
  failure = tl_command_get_failure (editor);
  if (failure != TL_ID_NONE)
    append_attach (menu, editor, failure);
  append_words (menu, _("Change _Kind"), TL_RECORD_STEP, "kind", "win.set-kind");
  append_entries (menu, clipboard, G_N_ELEMENTS (clipboard));
}

static void
append_several (GMenu    *menu,
                TlEditor *editor,
                TlId      id)
{
  append_words (menu, _("Change _Kind"), TL_RECORD_STEP, "kind", "win.set-kind");
  append_entries (menu, clipboard, G_N_ELEMENTS (clipboard));
}

static void
append_connector (GMenu    *menu,
                  TlEditor *editor,
                  TlId      id)
{
  static const Entry entries[] = {
    { N_("_Insert Step"), "win.insert-step" },
    { NULL, NULL },
    { N_("_Edit Label"), "win.rename::" },
    { N_("Show De_tails"), "win.open-details" },
    { NULL, NULL },
    { N_("Add _Failure Point"), "win.add-failure" },
  };
  static const Entry end[] = { { N_("_Delete"), "win.delete" } };
  TlId failure;

  append_entries (menu, entries, G_N_ELEMENTS (entries));
  failure = tl_command_get_failure (editor);
  if (failure != TL_ID_NONE)
    append_attach (menu, editor, failure);
  append_words (menu, _("Change _Kind"), TL_RECORD_CONNECTOR, "kind", "win.set-kind");
  append_entries (menu, end, G_N_ELEMENTS (end));
}

static void
append_failure (GMenu    *menu,
                TlEditor *editor,
                TlId      id)
{
  static const Entry entries[] = {
    { N_("Show De_tails"), "win.open-details" },
    { N_("Re_name"), "win.rename::" },
  };
  static const Entry end[] = {
    { N_("D_uplicate"), "win.duplicate" },
    { N_("_Delete Failure Point"), "win.delete" },
  };

  append_entries (menu, entries, G_N_ELEMENTS (entries));
  append_attach (menu, editor, id);
  append_detach (menu, editor, id);
  append_entries (menu, end, G_N_ELEMENTS (end));
}

/* @at: where the badge sits that was asked, or TL_ID_NONE. */
static void
append_recovery (GMenu    *menu,
                 TlEditor *editor,
                 TlId      id,
                 TlId      at)
{
  static const Entry entries[] = {
    { N_("Show De_tails"), "win.open-details" },
    { N_("Re_name"), "win.rename::" },
  };
  static const Entry end[] = {
    { N_("D_uplicate"), "win.duplicate" },
    { N_("_Delete Recovery Procedure"), "win.delete" },
  };
  TlChart *chart = tl_editor_get_chart (editor);
  const TlOrder *order = tl_editor_get_order (editor);
  g_autoptr (GMenu) section = g_menu_new ();

  append_entries (menu, entries, G_N_ELEMENTS (entries));
  for (guint i = 0; i < order->n_failures; i++) {
    const TlFailure *failure = TL_CHART_GET (chart, FAILURE, TlFailure, order->failures[i]);
    g_autofree char *label = NULL;

    if ((at != TL_ID_NONE && failure->at != at) ||
        !tl_command_is_attached (editor, id, order->failures[i]))
      continue;
    /* Translators: F%u is the number of a failure point, %s what goes wrong there. */
    label = g_strdup_printf (_("Detach from F%u %s"), i + 1, failure->title);
    append_pair (section, label, "win.detach-recovery", id, order->failures[i]);
  }
  append_section (menu, G_MENU_MODEL (section));
  append_entries (menu, end, G_N_ELEMENTS (end));
}

static void
append_lane (GMenu    *menu,
             TlEditor *editor,
             TlId      id)
{
  static const Entry entries[] = {
    { N_("Re_name"), "win.rename::" },
    { N_("Show De_tails"), "win.open-details" },
    { NULL, NULL },
    { N_("Add Lane _Above"), "win.add-beside::before" },
    { N_("Add Lane _Below"), "win.add-beside::after" },
    { N_("Move _Up"), "win.move::up" },
    { N_("Move _Down"), "win.move::down" },
  };
  static const Entry end[] = {
    { N_("_Select Steps"), "win.select-inside" },
    { N_("_Copy Steps"), "win.copy" },
    { NULL, NULL },
    { N_("De_lete Lane with Its Steps"), "win.delete" },
  };

  append_entries (menu, entries, G_N_ELEMENTS (entries));
  append_words (menu, _("Change _Band"), TL_RECORD_LANE, "band", "win.set-band");
  append_entries (menu, end, G_N_ELEMENTS (end));
}

static void
append_phase (GMenu    *menu,
              TlEditor *editor,
              TlId      id)
{
  static const Entry entries[] = {
    { N_("Re_name"), "win.rename::" },
    { N_("Show De_tails"), "win.open-details" },
    { NULL, NULL },
    { N_("Add Phase _Before"), "win.add-beside::before" },
    { N_("Add Phase _After"), "win.add-beside::after" },
    { N_("Move _Left"), "win.move::left" },
    { N_("Move _Right"), "win.move::right" },
    { NULL, NULL },
    { N_("_Select Steps"), "win.select-inside" },
    { N_("_Copy Steps"), "win.copy" },
    { NULL, NULL },
    { N_("_Delete Phase with Its Steps"), "win.delete" },
  };

  append_entries (menu, entries, G_N_ELEMENTS (entries));
}

/* Free room. */

static void
append_cell_entry (GMenu        *menu,
                   const char   *label,
                   const char   *action,
                   const TlCell *cell)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "(uuii)", cell->lane, cell->phase, cell->column,
                                     cell->row);
  g_menu_append_item (menu, item);
}

static void
append_room (GMenu        *menu,
             const TlCell *cell)
{
  static const Entry entries[] = {
    { N_("Select _All"), "win.select-all" },
    { NULL, NULL },
    { N_("Re_name Chart"), "win.rename-chart" },
    { N_("_Fit Chart"), "win.zoom-fit" },
  };
  g_autoptr (GMenu) section = g_menu_new ();

  if (cell != NULL) {
    append_cell_entry (section, _("Add _Step Here"), "win.add-step-at", cell);
    append_cell_entry (section, _("_Paste Here"), "win.paste-at", cell);
  }
  append_section (menu, G_MENU_MODEL (section));
  append_entries (menu, entries, G_N_ELEMENTS (entries));
}

GMenuModel *
tl_chart_menu_new (TlEditor               *editor,
                   const TlChartMenuThing *thing)
{
  GMenu *menu = g_menu_new ();
  const TlRecord *record = tl_chart_get (tl_editor_get_chart (editor), thing->id);
  TlSelection *selection = tl_editor_get_selection (editor);

  if (record == NULL) {
    append_room (menu, thing->cell);
    return G_MENU_MODEL (menu);
  }
  if (tl_selection_get_n (selection) > 1 && tl_selection_contains (selection, thing->id)) {
    append_several (menu, editor, thing->id);
    return G_MENU_MODEL (menu);
  }
  if (record->kind == TL_RECORD_STEP)
    append_step (menu, editor, thing->id);
  else if (record->kind == TL_RECORD_CONNECTOR)
    append_connector (menu, editor, thing->id);
  else if (record->kind == TL_RECORD_FAILURE)
    append_failure (menu, editor, thing->id);
  else if (record->kind == TL_RECORD_RECOVERY)
    append_recovery (menu, editor, thing->id, thing->at);
  else if (record->kind == TL_RECORD_LANE)
    append_lane (menu, editor, thing->id);
  else if (record->kind == TL_RECORD_PHASE)
    append_phase (menu, editor, thing->id);
  else
    append_room (menu, NULL);
  return G_MENU_MODEL (menu);
}
