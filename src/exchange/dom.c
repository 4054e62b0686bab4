/* dom.c - reading other people's XML safely.
 *
 * The parser builds its usual tree, but through handlers of our own in front of
 * the library's, so that a document type or an absurd element stops it before it
 * costs time.  The library still reports such a document as well-formed after a
 * stop, so we keep our own note of why it stopped.
 */
#include "exchange/dom.h"

#include <glib/gi18n-lib.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

G_DEFINE_QUARK (tl-dom-error-quark, tl_dom_error)

#define MAX_BYTES      (64u * 1024 * 1024)
#define MAX_DEPTH      200
#define MAX_ATTRIBUTES 500
#define MAX_ELEMENTS   2000000u
#define CHUNK          65536u

typedef enum { STOP_NOT, STOP_DOCTYPE, STOP_DEPTH, STOP_ATTRIBUTES, STOP_ELEMENTS } Stop;

typedef struct {
  Stop  stop;
  int   line;        /* of the stop, or of the first fault */
  int   depth;
  guint n_elements;
  int   fault;       /* xmlParserErrors, 0 = none */
} State;

static void
stop (xmlParserCtxt *ctxt,
      Stop           why)
{
  State *state = ctxt->_private;

  if (state->stop != STOP_NOT)
    return;
  state->stop = why;
  state->line = xmlSAX2GetLineNumber (ctxt);
  xmlStopParser (ctxt);
}

static void
doctype_cb (void          *data,
            const xmlChar *name G_GNUC_UNUSED,
            const xmlChar *external_id G_GNUC_UNUSED,
            const xmlChar *system_id G_GNUC_UNUSED)
{
  stop (data, STOP_DOCTYPE);
}

static void
start_element_cb (void           *data,
                  const xmlChar  *local,
                  const xmlChar  *prefix,
                  const xmlChar  *uri,
                  int             n_namespaces,
                  const xmlChar **namespaces,
                  int             n_attributes,
                  int             n_defaulted,
                  const xmlChar **attributes)
{
  xmlParserCtxt *ctxt = data;
  State *state = ctxt->_private;

  if (state->stop != STOP_NOT)
    return;
  if (n_attributes > MAX_ATTRIBUTES || n_namespaces > MAX_ATTRIBUTES) {
    stop (ctxt, STOP_ATTRIBUTES);
    return;
  }
  if (++state->depth > MAX_DEPTH) {
    stop (ctxt, STOP_DEPTH);
    return;
  }
  if (++state->n_elements > MAX_ELEMENTS) {
    stop (ctxt, STOP_ELEMENTS);
    return;
  }
  xmlSAX2StartElementNs (ctxt, local, prefix, uri, n_namespaces, namespaces, n_attributes,
                         n_defaulted, attributes);
}

static void
end_element_cb (void          *data,
                const xmlChar *local,
                const xmlChar *prefix,
                const xmlChar *uri)
{
  xmlParserCtxt *ctxt = data;
  State *state = ctxt->_private;

  if (state->stop != STOP_NOT)
    return;
  state->depth--;
  xmlSAX2EndElementNs (ctxt, local, prefix, uri);
}

#if LIBXML_VERSION >= 21200
typedef const xmlError *ErrorArg;
#else
typedef xmlError *ErrorArg;
#endif

/* Only the first fatal fault counts: the tree stops growing there.  Namespace
 * faults (an xmlns that is no URI) are no reason to stop. */
static void
error_cb (void     *data,
          ErrorArg  fault)
{
  xmlParserCtxt *ctxt = data;
  State *state = ctxt->_private;

  if (state->fault == 0 && state->stop == STOP_NOT && fault->level == XML_ERR_FATAL) {
    state->fault = fault->code;
    state->line = fault->line;
  }
}

static const char *
skip_to (const char *p,
         const char *end,
         const char *mark)
{
  const char *found = memmem (p, (gsize) (end - p), mark, strlen (mark));

  return found != NULL ? found + strlen (mark) : end;
}

/* The line of a tag with an absurd number of attributes, 0 when there is none.  The
 * parser's time grows with the square of that number, and it calls us only after
 * the last of them, so they are counted before. */
static int
find_giant_tag (const char *data,
                gsize       length)
{
  const char *end = data + length;
  int line = 1;

  for (const char *p = data; p < end;) {
    const char *start = p;
    guint n = 0;

    if (*p != '<')
      p++;
    else if (end - p >= 4 && memcmp (p, "<!--", 4) == 0)
      p = skip_to (p, end, "-->");
    else if (end - p >= 9 && memcmp (p, "<![CDATA[", 9) == 0)
      p = skip_to (p, end, "]]>");
    else if (end - p >= 2 && p[1] == '?')
      p = skip_to (p, end, "?>");
    else
      while (p < end && *p != '>' && n <= 2 * MAX_ATTRIBUTES) {
        const char *close = *p == '"' || *p == '\'' ? memchr (p + 1, *p, (gsize) (end - p - 1)) : p;

        n += close != p;
        p = close != NULL ? close + 1 : end;
      }
    if (n > 2 * MAX_ATTRIBUTES)
      return line;
    for (const char *q = start; q < p; q++)
      line += *q == '\n';
  }

  return 0;
}

/* The bytes as UTF-8 whatever the declaration says, or NULL when the declaration
 * can be followed. */
static char *
mend_encoding (const char *data,
               gsize       length,
               gsize      *new_length,
               TlReport   *report)
{
  g_autofree char *head = g_strndup (data, MIN (length, 200));
  g_autofree char *lower = g_ascii_strdown (head, -1);
  const char *end;
  const char *stop_at = strstr (lower, "?>");
  const char *declared = strstr (lower, "encoding=");
  gboolean says_other = declared != NULL && (stop_at == NULL || declared < stop_at) &&
                        !g_str_has_prefix (declared + 10, "utf-8") &&
                        !g_str_has_prefix (declared + 10, "utf8");
  gboolean valid;
  gboolean ascii = TRUE;
  char *converted;

  if (length >= 2 && ((guchar) data[0] >= 0xfe || data[0] == '\0' || data[1] == '\0')) {
    const char *name = data[0] == '\0' ? "UTF-16BE" : data[1] == '\0' ? "UTF-16LE" : "UTF-16";

    return g_convert (data, (gssize) (length & ~(gsize) 1), "UTF-8", name, NULL, new_length, NULL);
  }

  for (gsize i = 0; i < length && ascii; i++)
    ascii = (guchar) data[i] < 0x80;
  /* A file cut off inside a character is still UTF-8. */
  valid = g_utf8_validate_len (data, length, &end) || (gsize) (end - data) + 4 > length;

  if (ascii || (valid && !says_other) || (!valid && says_other))
    return NULL;

  if (valid) {
    if (strstr (declared, "utf-16") == declared + 10)
      return NULL;
    tl_report_add (report, TL_REPORT_MENDED, _("character set"),
                   _("the file names another one, but is written in UTF-8"), NULL);
    *new_length = (gsize) (end - data);
    return g_strndup (data, *new_length);
  }

  tl_report_add (report, TL_REPORT_MENDED, _("character set"),
                 _("the file says UTF-8, but is written in Windows-1252"), NULL);
  converted = g_convert (data, (gssize) length, "UTF-8", "WINDOWS-1252", NULL, new_length, NULL);
  if (converted == NULL)
    converted = g_convert (data, (gssize) length, "UTF-8", "ISO-8859-1", NULL, new_length, NULL);

  return converted;
}

static gboolean
refuse_stop (const State  *state,
             GError      **error)
{
  switch (state->stop) {
  case STOP_NOT:
    return FALSE;
  case STOP_DOCTYPE:
    g_set_error (error, TL_DOM_ERROR, TL_DOM_ERROR_UNSAFE,
                 _("line %d: the file has a document type (<!DOCTYPE), which can pull in other "
                   "files and is not read; remove that line and try again"), state->line);
    break;
  case STOP_DEPTH:
  case STOP_ATTRIBUTES:
  case STOP_ELEMENTS:
  default:
    g_set_error (error, TL_DOM_ERROR, TL_DOM_ERROR_UNSAFE,
                 _("line %d: the file is nested deeper or larger than any chart would be, "
                   "and is not read"), state->line);
    break;
  }

  return TRUE;
}

static const char *
fault_words (int fault)
{
  switch (fault) {
  case XML_ERR_TAG_NAME_MISMATCH:
    return _("an element is closed by the wrong tag");
  case XML_ERR_TAG_NOT_FINISHED:
  case XML_ERR_DOCUMENT_END:
  case XML_ERR_GT_REQUIRED:
  case XML_ERR_LTSLASH_REQUIRED:
  case XML_ERR_COMMENT_NOT_FINISHED:
    return _("the file breaks off");
  case XML_ERR_ATTRIBUTE_REDEFINED:
    return _("an attribute stands twice on one element");
  default:
    return _("the XML is broken");
  }
}

static gboolean
accept_fault (const State  *state,
              const xmlDoc *doc,
              TlReport     *report,
              GError      **error)
{
  g_autofree char *where = NULL;
  const xmlNode *root = doc != NULL ? xmlDocGetRootElement (doc) : NULL;

  if (state->fault == XML_ERR_UNDECLARED_ENTITY || state->fault == XML_WAR_UNDECLARED_ENTITY) {
    g_set_error (error, TL_DOM_ERROR, TL_DOM_ERROR_BROKEN,
                 _("line %d: the file uses an entity (&name;) that it does not declare; write the "
                   "character itself and try again"), state->line);
    return FALSE;
  }
  if (root == NULL || root->children == NULL) {
    g_set_error (error, TL_DOM_ERROR, TL_DOM_ERROR_BROKEN,
                 _("line %d: %s, and nothing before it can be used"), state->line,
                 fault_words (state->fault));
    return FALSE;
  }

  where = g_strdup_printf (_("line %d: %s; what stands before was read"), state->line,
                           fault_words (state->fault));
  tl_report_add (report, TL_REPORT_MENDED, _("damaged file"), where, NULL);

  return TRUE;
}

xmlDoc *
tl_dom_load (const char  *data,
             gsize        length,
             TlReport    *report,
             GError     **error)
{
  State state = { 0 };
  gsize new_length = 0;
  int giant;
  g_autofree char *mended = NULL;
  g_autoptr (xmlDoc) doc = NULL;
  xmlParserCtxt *ctxt;

  g_return_val_if_fail (data != NULL || length == 0, NULL);

  if (length == 0) {
    g_set_error_literal (error, TL_DOM_ERROR, TL_DOM_ERROR_EMPTY, _("the file is empty"));
    return NULL;
  }
  if (length > MAX_BYTES) {
    g_set_error (error, TL_DOM_ERROR, TL_DOM_ERROR_UNSAFE,
                 _("the file is larger than %u MB, and is not read"), MAX_BYTES / 1024 / 1024);
    return NULL;
  }

  mended = mend_encoding (data, length, &new_length, report);
  if (mended != NULL) {
    data = mended;
    length = new_length;
  }
  giant = find_giant_tag (data, length);
  if (giant > 0) {
    g_set_error (error, TL_DOM_ERROR, TL_DOM_ERROR_UNSAFE,
                 _("line %d: an element has more attributes than any chart needs, and is not read"),
                 giant);
    return NULL;
  }

  ctxt = xmlCreatePushParserCtxt (NULL, NULL, NULL, 0, NULL);
  xmlCtxtUseOptions (ctxt, XML_PARSE_NONET | XML_PARSE_BIG_LINES | XML_PARSE_NOCDATA |
                           (mended != NULL ? XML_PARSE_IGNORE_ENC : 0));
  ctxt->_private = &state;
  ctxt->sax->internalSubset = doctype_cb;
  ctxt->sax->startElementNs = start_element_cb;
  ctxt->sax->endElementNs = end_element_cb;
  ctxt->sax->serror = error_cb;

  for (gsize at = 0; at < length && state.stop == STOP_NOT && state.fault == 0; at += CHUNK)
    xmlParseChunk (ctxt, data + at, (int) MIN (CHUNK, length - at), 0);
  if (state.stop == STOP_NOT && state.fault == 0)
    xmlParseChunk (ctxt, NULL, 0, 1);

  doc = ctxt->myDoc;
  ctxt->myDoc = NULL;
  xmlFreeParserCtxt (ctxt);

  if (refuse_stop (&state, error))
    return NULL;
  if (state.fault != 0 && !accept_fault (&state, doc, report, error))
    return NULL;
  if (doc == NULL || xmlDocGetRootElement (doc) == NULL) {
    g_set_error_literal (error, TL_DOM_ERROR, TL_DOM_ERROR_EMPTY, _("there is nothing in the file"));
    return NULL;
  }

  return g_steal_pointer (&doc);
}

gboolean
tl_dom_is (const xmlNode *node,
           const char    *ns,
           const char    *name)
{
  if (node->type != XML_ELEMENT_NODE || !xmlStrEqual (node->name, (const xmlChar *) name))
    return FALSE;

  return ns == NULL ||
         (node->ns != NULL && xmlStrEqual (node->ns->href, (const xmlChar *) ns));
}

xmlNode *
tl_dom_child (const xmlNode *node,
              const char    *ns,
              const char    *name)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (tl_dom_is (child, ns, name))
      return child;

  return NULL;
}

char *
tl_dom_get (const xmlNode *node,
            const char    *name)
{
  xmlChar *value = xmlGetNoNsProp (node, (const xmlChar *) name);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);

  return copy;
}

char *
tl_dom_text (const xmlNode *node)
{
  xmlChar *value = xmlNodeGetContent (node);
  char *copy = g_strdup (value != NULL ? (const char *) value : "");

  xmlFree (value);

  return g_strstrip (copy);
}

double
tl_dom_get_number (const xmlNode *node,
                   const char    *name,
                   double         fallback)
{
  g_autofree char *value = tl_dom_get (node, name);
  char *end = NULL;
  double number;

  if (value == NULL)
    return fallback;
  number = g_ascii_strtod (value, &end);

  return end == value || !(number > -1e9 && number < 1e9) ? fallback : number;
}
