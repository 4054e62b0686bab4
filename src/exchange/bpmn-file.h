/* bpmn-file.h - a BPMN 2.0 file as found, and the graph it is turned into.
 *
 * bpmn-parse.c fills this from XML, bpmn-diagram.c adds the drawing,
 * bpmn-lanes.c says who does what, bpmn-graph.c and its sisters rewrite the
 * graph until every node is something a chart has, and bpmn.c makes the draft.
 *
 * Sequence flows are listed at both their nodes; only the tl_bpmn_flow_...
 * functions change ends, so that the lists stay right.
 */
#pragma once

#include "exchange/draft.h"

G_BEGIN_DECLS

#define TL_BPMN_NS "http://www.omg.org/spec/BPMN/20100524/MODEL"

typedef enum {
  TL_BPMN_START, TL_BPMN_END, TL_BPMN_CATCH, TL_BPMN_THROW, TL_BPMN_BOUNDARY,
  TL_BPMN_TASK, TL_BPMN_CALL, TL_BPMN_SUBPROCESS, TL_BPMN_GATEWAY
} TlBpmnType;

typedef enum {
  TL_BPMN_EVENT_NONE, TL_BPMN_EVENT_MESSAGE, TL_BPMN_EVENT_TIMER, TL_BPMN_EVENT_ERROR,
  TL_BPMN_EVENT_ESCALATION, TL_BPMN_EVENT_CANCEL, TL_BPMN_EVENT_COMPENSATE,
  TL_BPMN_EVENT_SIGNAL, TL_BPMN_EVENT_LINK, TL_BPMN_EVENT_TERMINATE,
  TL_BPMN_EVENT_CONDITIONAL
} TlBpmnEvent;

typedef enum {
  TL_BPMN_EXCLUSIVE, TL_BPMN_INCLUSIVE, TL_BPMN_PARALLEL, TL_BPMN_EVENT_BASED, TL_BPMN_COMPLEX
} TlBpmnGateway;

typedef struct _TlBpmnNode TlBpmnNode;
typedef struct _TlBpmnLane TlBpmnLane;
typedef struct _TlBpmnPool TlBpmnPool;

typedef struct {
  char       *id, *name;
  char       *condition;     /* expression of a conditional flow */
  gboolean    is_default;
  gboolean    is_message;
  gboolean    after_failure; /* leads away from an error, an escalation or a timeout */
  gboolean    was_message;   /* a message flow that became part of the flow */
  char       *source_ref, *target_ref;
  TlBpmnNode *source, *target;             /* NULL when it joins a whole pool, or is gone */
  TlBpmnPool *source_pool, *target_pool;   /* of a message flow to a whole pool */
  TlBpmnNode *scope;         /* subprocess it stands in; NULL = the process */
  TlPoint     from, to;      /* ends of the drawn line */
  gboolean    drawn;
  gboolean    gone;
} TlBpmnFlow;

struct _TlBpmnLane {
  char       *id, *name;
  TlBpmnPool *pool;
  TlBpmnLane *parent;
  gboolean    has_children;
  gboolean    drawn;
  TlBox       box;
  guint       n_nodes;
  int         index;         /* in the draft; -1 = no lane of its own */
};

/* A pool, or a process that no pool shows. */
struct _TlBpmnPool {
  char     *id, *name, *process;
  gboolean  black_box;       /* a participant without a process in this file */
  gboolean  drawn;
  TlBox     box;
  guint     n_nodes;
  int       index;           /* lane of its own in the draft; -1 = none */
};

struct _TlBpmnNode {
  char          *id, *name, *tag;    /* tag: local name of the element */
  TlBpmnType     type;
  TlBpmnEvent    event;
  TlBpmnGateway  gateway;
  char          *event_ref;          /* id of the error, escalation or signal; name of the link */
  char          *timer;              /* text of the timer */
  GString       *how;                /* documentation and what else belongs to the key points */
  char          *attached_ref, *default_ref, *performer;
  TlBpmnNode    *parent;             /* subprocess */
  TlBpmnNode    *attached;           /* of a boundary event: its activity */
  TlBpmnPool    *pool;
  TlBpmnLane    *lane;
  gboolean       nameless;           /* its name is a plain word of ours */
  gboolean       named_after_pool;   /* its name says whom its message goes to or is from */
  gboolean       non_interrupting, by_event, compensation, ad_hoc;
  int            expanded;           /* -1 = the drawing does not say */
  gboolean       drawn;
  guint          plane;              /* number of the page it is drawn on */
  TlBox          box;
  int            touch, wait;        /* seconds; -1 = not given */
  double         cost;               /* in @currency units; < 0 = not given */
  GPtrArray     *in, *out;           /* of TlBpmnFlow: sequence flows, borrowed */
  gboolean       gone;

  /* What it becomes. */
  TlStepKind     kind;               /* 0 = not decided yet */
  TlOutcome      outcome;
  TlBpmnNode    *beside;             /* put in by the import, next to this node */
  gboolean       before;
  TlDraftStep   *step;
};

typedef struct {
  TlBpmnNode *at;            /* where it sits */
  char       *id, *title;
  TlBpmnEvent event;
} TlBpmnFailure;

typedef struct {
  GPtrArray  *pools, *lanes, *nodes, *flows, *failures;   /* owned */
  GHashTable *nodes_by_id;        /* borrowed ids and nodes, with aliases for wrong ids */
  GHashTable *lanes_by_node_id;   /* flowNodeRef -> TlBpmnLane; keys owned */
  GHashTable *names_by_id;        /* of messages, errors, resources ...; owned both */
  char       *title;              /* of the collaboration or the only process */
  char       *note;
  char       *currency;
  TlReport   *report;             /* borrowed */
} TlBpmnFile;

TlBpmnFile *tl_bpmn_file_new        (TlReport     *report) G_GNUC_WARN_UNUSED_RESULT;
void        tl_bpmn_file_free       (TlBpmnFile   *file);
/* @value may be, or depend on, what is replaced. */
void        tl_bpmn_set_text        (char        **text,
                                     const char   *value);
TlBpmnNode *tl_bpmn_node_new        (TlBpmnFile   *file,
                                     TlBpmnType    type,
                                     const char   *id);
/* A node of the import's own, standing beside @beside in its lane. */
TlBpmnNode *tl_bpmn_node_insert     (TlBpmnFile   *file,
                                     TlStepKind    kind,
                                     const char   *name,
                                     TlBpmnNode   *beside,
                                     gboolean      before);
TlBpmnFlow *tl_bpmn_flow_new        (TlBpmnFile   *file,
                                     const char   *id,
                                     const char   *name,
                                     TlBpmnNode   *source,
                                     TlBpmnNode   *target);
void        tl_bpmn_flow_set_source (TlBpmnFlow   *flow,
                                     TlBpmnNode   *source);
void        tl_bpmn_flow_set_target (TlBpmnFlow   *flow,
                                     TlBpmnNode   *target);
void        tl_bpmn_flow_drop       (TlBpmnFlow   *flow);
/* The node and all its flows; messages to it are dropped as well. */
void        tl_bpmn_node_drop       (TlBpmnFile   *file,
                                     TlBpmnNode   *node);
/* Takes out a node that does nothing: each way in is joined to each way out. */
void        tl_bpmn_node_dissolve   (TlBpmnFile   *file,
                                     TlBpmnNode   *node);
/* A failure point for @event at @at; not reported here. */
void        tl_bpmn_add_failure     (TlBpmnFile   *file,
                                     TlBpmnNode   *at,
                                     const TlBpmnNode *event);
/* A paragraph more for the key points. */
void        tl_bpmn_say_how         (TlBpmnNode   *node,
                                     const char   *text);
/* Messages at @node move to @to. */
void        tl_bpmn_move_messages   (TlBpmnFile   *file,
                                     TlBpmnNode   *node,
                                     TlBpmnNode   *to);
/* A name to call it by in a report; NULL when it has none. */
const char *tl_bpmn_node_title      (const TlBpmnNode *node);
/* Its name, or that of its message or error, or a plain word; never NULL. */
const char *tl_bpmn_node_words      (const TlBpmnFile *file,
                                     const TlBpmnNode *node);
gboolean    tl_bpmn_is_activity     (const TlBpmnNode *node);
gboolean    tl_bpmn_is_inside       (const TlBpmnNode *node,
                                     const TlBpmnNode *outer);

/* Steps of the import, in this order. */
gboolean    tl_bpmn_parse           (TlBpmnFile   *file,
                                     const char   *data,
                                     gsize         length,
                                     GError      **error);
void        tl_bpmn_read_diagram    (TlBpmnFile   *file,
                                     gconstpointer root);   /* the xmlNode */
void        tl_bpmn_assign_lanes    (TlBpmnFile   *file);
void        tl_bpmn_open_subprocesses (TlBpmnFile *file);
void        tl_bpmn_settle_events   (TlBpmnFile   *file);
void        tl_bpmn_settle_gateways (TlBpmnFile   *file);
void        tl_bpmn_settle_messages (TlBpmnFile   *file);
void        tl_bpmn_settle_splits   (TlBpmnFile   *file);
/* Lanes of the draft with their bands, in the order of the drawing. */
void        tl_bpmn_make_lanes      (TlBpmnFile   *file,
                                     TlDraft      *draft);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlBpmnFile, tl_bpmn_file_free)

G_END_DECLS
