/* intake-words.c - what the names of columns say, in the languages of the program. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/intake-private.h"

/* Plain words (see tl_cell_plain()), parted by bars: what the name is, or holds. */
static const struct {
  TlIntakeRole role;
  const char  *words;
} names[] = {
  { TL_INTAKE_START, "start|started|begin|began|beginning|created|opened|arrived|arrival|from|"
    "created date|start time|beginn|anfang|eroffnet|erstellt|ankunft|von|debut|ouvert|cree|"
    "arrivee|inicio|abierto|creado|llegada|desde" },
  { TL_INTAKE_END, "end|ended|finish|finished|closed|completed|resolved|served|closed date|"
    "end time|ende|geschlossen|erledigt|abgeschlossen|bis|fin|ferme|termine|resolu|cerrado|"
    "terminado|resuelto|hasta" },
  { TL_INTAKE_DATE, "date|day|on|month|week|visit date|survey date|timestamp|measured on|datum|"
    "tag|am|monat|woche|zeitstempel|jour|le|mois|semaine|fecha|dia|mes|semana" },
  { TL_INTAKE_STANDARD, "standard|standards|standard id|service standard|step|criterion|criteria|"
    "kpi|indicator|measure|metric|norm|schritt|kriterium|kennzahl|norme|etape|critere|indicateur|"
    "estandar|norma|paso|criterio|indicador" },
  { TL_INTAKE_N, "n|cases|number of cases|count|sample|sample size|answers|responses|respondents|"
    "total|falle|anzahl|stichprobe|antworten|gesamt|cas|nombre|nombre de cas|effectif|"
    "echantillon|reponses|casos|numero|numero de casos|muestra|respuestas" },
  { TL_INTAKE_SHARE, "share|share of cases|percent met|in target|within target|share met|anteil|"
    "erfullungsgrad|quote|part|part des cas|taux|proporcion|porcentaje|cuota" },
  { TL_INTAKE_SOURCE, "source|method|how|quelle|methode|art|fuente|metodo|origen" },
  { TL_INTAKE_YES, "yes|met|passed|ok|ja|erfullt|eingehalten|bestanden|oui|atteint|respecte|si|"
    "cumplido|cumple" },
  { TL_INTAKE_NO, "no|not met|missed|failed|nein|nicht erfullt|verfehlt|non|non atteint|manque|"
    "no cumplido|no cumple" },
  { TL_INTAKE_VALUE, "value|mean|average|median|result|measured|measurement|score|rating|nps|csat|"
    "ces|duration|time|wait|waiting time|minutes|seconds|wert|mittelwert|mittel|durchschnitt|"
    "ergebnis|messwert|gemessen|note|dauer|zeit|wartezeit|minuten|sekunden|valeur|moyenne|"
    "resultat|mesure|duree|temps|attente|valor|media|promedio|resultado|medicion|duracion|"
    "tiempo|espera|puntuacion|answer|antwort|reponse|respuesta" },
};

static const struct {
  const char *words;
  double      seconds;
} units[] = {
  { "ms|milliseconds|millisekunden|millisecondes|milisegundos", 0.001 },
  { "s|sec|secs|second|seconds|sek|sekunde|sekunden|seconde|secondes|segundo|segundos", 1 },
  { "min|mins|minute|minutes|minuten|minuto|minutos", 60 },
  { "h|hr|hrs|hour|hours|std|stunde|stunden|heure|heures|hora|horas|h mm|hh mm", 3600 },
  { "d|day|days|tag|tage|jour|jours|dia|dias", 86400 },
};

/* Words that may stand beside the number of a point. */
static const char point_words[] =
  "point|points|score|scores|star|stars|rating|answer|answers|n|count|punkt|punkte|stern|sterne|"
  "note|noten|antwort|antworten|etoile|etoiles|points|reponse|reponses|punto|puntos|estrella|"
  "estrellas|respuesta|respuestas|nota|notas";

static gboolean
is_in (const char *word,
       const char *words)
{
  gsize length = strlen (word);

  for (const char *at = words; length > 0 && at != NULL; at = strchr (at, '|')) {
    at += *at == '|' ? 1 : 0;
    if (strncmp (at, word, length) == 0 && (at[length] == '|' || at[length] == '\0'))
      return TRUE;
  }
  return FALSE;
}

static double
unit_of (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (units); i++) {
    if (is_in (word, units[i].words))
      return units[i].seconds;
  }
  return 0;
}

/* Takes a unit in brackets off the end of @name: "Wait (min)". */
static char *
split_unit (const char *name,
            double     *unit)
{
  const char *open = strpbrk (name, "([");
  g_autofree char *word = NULL;

  *unit = 0;
  if (open == NULL || open == name)
    return tl_cell_plain (name);
  word = tl_cell_plain (open + 1);
  *unit = unit_of (word);
  if (*unit == 0)
    return tl_cell_plain (name);
  g_free (word);
  word = g_strndup (name, (gsize) (open - name));
  return tl_cell_plain (word);
}

/* The point that "4", "4 stars" or "very satisfied" names; -1 for none. */
static int
point_of (const char *plain)
{
  g_auto (GStrv) words = g_strsplit (plain, " ", -1);
  int point = -1;

  if (tl_cell_point (plain) > 0)
    return tl_cell_point (plain);
  for (guint i = 0; words[i] != NULL; i++) {
    char *end;
    guint64 number = g_ascii_strtoull (words[i], &end, 10);

    if (g_ascii_isdigit (words[i][0]) && *end == '\0' && number < TL_NPS_POINTS && point < 0)
      point = (int) number;
    else if (!is_in (words[i], point_words))
      return -1;
  }
  return point;
}

TlIntakeHint
tl_intake_read_name (const char *name)
{
  TlIntakeHint hint = { TL_INTAKE_LEAVE, 0, -1, 0 };
  g_autofree char *plain = split_unit (name, &hint.unit);
  g_auto (GStrv) words = g_strsplit (plain, " ", -1);
  guint n = g_strv_length (words);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    if (is_in (plain, names[i].words)) {
      hint.role = names[i].role;
      hint.sure = 2;
      break;
    }
  }
  for (guint i = 0; hint.sure == 0 && i < G_N_ELEMENTS (names); i++) {
    for (guint k = 0; words[k] != NULL; k++) {
      if (strlen (words[k]) > 2 && is_in (words[k], names[i].words)) {
        hint.role = names[i].role;
        hint.sure = 1;
        break;
      }
    }
  }
  hint.point = point_of (plain);
  if (hint.unit == 0 && n > 0)
    hint.unit = unit_of (words[n - 1]);
  return hint;
}

TlMethod
tl_intake_read_source (const char *text)
{
  static const struct {
    TlMethod    method;
    const char *words;
  } others[] = {
    { TL_METHOD_TIMING, "stopwatch|stoppuhr|zeitmessung|chronometre|cronometro" },
    { TL_METHOD_COUNT, "counting|zahlung|comptage|conteo|recuento" },
    { TL_METHOD_RECORDS, "record|system|log|logs|aufzeichnungen|registres|registros" },
    { TL_METHOD_MYSTERY_SHOP, "mystery shopping|mystery shop|mystery visit|testkauf|"
      "client mystere|cliente misterioso|cliente oculto" },
    { TL_METHOD_SURVEY_CARD, "card|karte|carte|tarjeta|survey|umfrage|enquete|encuesta" },
    { TL_METHOD_FEEDBACK_FORM, "form|formular|formulaire|formulario|feedback" },
    { TL_METHOD_REVIEW, "reviews|online review|bewertung|bewertungen|avis|resena|resenas" },
    { TL_METHOD_TEST_CALL, "call|test calls|testanruf|appel test|llamada de prueba" },
  };
  const TlField *field = tl_class_find_field (tl_class_get (TL_RECORD_MEASUREMENT), "source");
  g_autofree char *plain = tl_cell_plain (text);

  for (const TlEnumRow *row = field->rows; row->word != NULL; row++) {
    g_autofree char *word = tl_cell_plain (row->word);
    g_autofree char *english = tl_cell_plain (row->label);
    g_autofree char *label = tl_cell_plain (g_dgettext (GETTEXT_PACKAGE, row->label));

    if (g_str_equal (plain, word) || g_str_equal (plain, english) || g_str_equal (plain, label))
      return (TlMethod) row->value;
  }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++) {
    if (is_in (plain, others[i].words))
      return others[i].method;
  }
  return TL_METHOD_NONE;
}
