/* compat.h - the few calls that later GTK and libadwaita replace, in one place. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* @path: NULL when nothing was chosen; lent. */
typedef void (*TlFileChosen)   (const char *path,
                                gpointer    data);
/* @response: one of the ids given, or "cancel". */
typedef void (*TlAnswer)       (const char *response,
                                gpointer    data);

/* @data is held with a reference to @parent: a callback may come after the window is
 * closed, and then finds it still there. */
void       tl_choose_to_open  (GtkWindow    *parent,
                               TlFileChosen  chosen,
                               gpointer      data);
/* The same for a table of measurements. */
void       tl_choose_table    (GtkWindow    *parent,
                               TlFileChosen  chosen,
                               gpointer      data);
/* @folder may be NULL.  ".throughline" is appended to names without it. */
void       tl_choose_to_save  (GtkWindow    *parent,
                               const char   *folder,
                               const char   *name,
                               TlFileChosen  chosen,
                               gpointer      data);

/* The same for a file of another kind: @suffix, such as ".png", is appended where it is
 * missing. */
void       tl_choose_to_export (GtkWindow   *parent,
                               const char   *folder,
                               const char   *name,
                               const char   *suffix,
                               TlFileChosen  chosen,
                               gpointer      data);

typedef struct {
  const char            *id;
  const char            *label;
  AdwResponseAppearance  appearance;
} TlResponse;

/* A question with a last answer that is the standing one; "cancel" is Escape.  It is a
 * widget of type tl_question_get_type(), over or inside the window. */
GType      tl_question_get_type (void);
GtkWidget *tl_ask             (GtkWindow        *parent,
                               const char       *heading,
                               const char       *body,
                               const TlResponse *responses,
                               guint             n_responses,
                               TlAnswer          answer,
                               gpointer          data);
/* Says something that only asks to be read. */
void       tl_tell            (GtkWindow        *parent,
                               const char       *heading,
                               const char       *body);
/* At the end of the row that folds. */
void       tl_expander_row_add_end (AdwExpanderRow *row,
                               GtkWidget        *widget);
/* Lets a text that wraps, in a popover about to be shown, have the lines it needs. */
void       tl_keep_height     (GtkWidget        *label);
void       tl_show_about      (GtkWindow        *parent);

G_END_DECLS
