/* bpmn.h - reading BPMN 2.0 as a service chart.
 *
 * What becomes what:
 *   pools and lanes      lanes, the innermost ones, with a guessed band; a pool
 *                        without contents: a lane with a step for each message
 *   tasks, calls         actions; documentation and notes go to the key points
 *   subprocesses         opened in place when drawn open; else one action that
 *                        lists what is inside
 *   exclusive, inclusive, event-based and complex splits   decisions
 *   parallel splits and merges                             forks and joins
 *   other merges         taken out, their ways in joined to the way out
 *   timers in the flow   waits, with their time where it can be read
 *   other events         actions; the end event's name and kind give its outcome,
 *                        and one without a name that only errors lead to is a loss
 *   events on a border   a failure point on the activity (error, escalation, cancel
 *                        or timer), and a decision after it when something follows
 *   several ways out of one activity   a fork, or a decision when they have conditions
 *   message flows        support connectors; but a flow where a message is the only
 *                        way a start or a first step is reached
 * Cells come from the drawing; from the flow where there is none, or where pools
 * hand over to each other but are drawn each from the left.
 * Event subprocesses, compensation, data, groups and loose notes have no place and
 * are reported.
 */
#pragma once

#include "exchange/report.h"
#include "model/chart.h"

G_BEGIN_DECLS

#define TL_BPMN_ERROR (tl_bpmn_error_quark ())
typedef enum {
  TL_BPMN_ERROR_NOT_BPMN,
  TL_BPMN_ERROR_EMPTY      /* no process, or no steps in it */
} TlBpmnError;
GQuark   tl_bpmn_error_quark (void);

/* @title: what to call a chart whose file bears no title, such as the file's name
 * without its ending; NULL = a plain word.  Fails with TL_BPMN_ERROR or TL_DOM_ERROR,
 * never with half a chart. */
TlChart *tl_bpmn_read        (const char  *data,
                              gsize        length,
                              const char  *title,
                              TlReport    *report,
                              GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
