/* inspector-private.h - the parts a page of the inspector is made of.
 *
 * A page shows one record, or several of one kind: groups of rows of fields, the children
 * of the record, and lists of the records that belong to it.  Parts follow the chart when
 * told to; they hold no state of their own but what is unfolded.
 */
#pragma once

#include <adwaita.h>

#include "app/editor.h"
#include "app/page-layout.h"

G_BEGIN_DECLS

/* A page. */

#define TL_TYPE_RECORD_PAGE (tl_record_page_get_type ())
G_DECLARE_FINAL_TYPE (TlRecordPage, tl_record_page, TL, RECORD_PAGE, GtkBox)

GtkWidget   *tl_record_page_new         (TlEditor         *editor,
                                         TlRecordKind      kind);
/* All of the page's kind; none hides the page. */
void         tl_record_page_set_records (TlRecordPage     *self,
                                         const TlId       *ids,
                                         guint             n_ids);
void         tl_record_page_update      (TlRecordPage     *self);
/* Hands over what was written and not handed over yet. */
void         tl_record_page_commit      (TlRecordPage     *self);
/* NULL when the page does not show it. */
GtkWidget   *tl_record_page_get_row     (TlRecordPage     *self,
                                         TlId              id,
                                         const char       *xml);
/* Puts the cursor into what people know the record by. */
void         tl_record_page_focus_name  (TlRecordPage     *self);

/* A list of records that belong to another: failure points of a step, roles of a chart. */

typedef struct _TlLinkList TlLinkList;

/* @container: an AdwPreferencesGroup, or an AdwExpanderRow. */
TlLinkList  *tl_link_list_new           (TlEditor         *editor,
                                         const TlPageLink *link,
                                         GtkWidget        *container) G_GNUC_WARN_UNUSED_RESULT;
void         tl_link_list_free          (TlLinkList       *self);
/* TL_ID_NONE: lists nothing. */
void         tl_link_list_set_owner     (TlLinkList       *self,
                                         TlId              owner);
void         tl_link_list_update        (TlLinkList       *self);

/* The children of a record, in order, each unfolding into its fields. */

typedef struct _TlChildList TlChildList;

TlChildList *tl_child_list_new          (TlEditor            *editor,
                                         TlRecordKind         kind,
                                         AdwPreferencesGroup *group) G_GNUC_WARN_UNUSED_RESULT;
void         tl_child_list_free         (TlChildList      *self);
void         tl_child_list_set_owner    (TlChildList      *self,
                                         TlId              owner);
void         tl_child_list_update       (TlChildList      *self);
void         tl_child_list_commit       (TlChildList      *self);
GtkWidget   *tl_child_list_get_row      (TlChildList      *self,
                                         TlId              id,
                                         const char       *xml);

/* What they share. */

GtkWidget   *tl_inspector_button        (const char       *icon,
                                         const char       *tooltip);
/* Says it at the bottom of the window. */
void         tl_inspector_say           (GtkWidget        *widget,
                                         const char       *text);
/* Deletes the record, and says how it comes back. */
void         tl_inspector_remove        (GtkWidget        *widget,
                                         TlEditor         *editor,
                                         TlId              id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlLinkList, tl_link_list_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlChildList, tl_child_list_free)

G_END_DECLS
