/* words.c - what can be told from the texts people write into other programs. */
#include "exchange/words.h"

#include <string.h>

/* Word lists hold case-folded words.  A name is cut into words at everything that
 * is no letter, and compared word by word, so that "Kunde" is a customer and
 * "Kundendienst" is not.  Scripts without blanks are searched as they are. */

static const char *const customer_words[] = {
  "customer", "customers", "client", "clients", "guest", "guests", "patient", "patients",
  "consumer", "consumers", "buyer", "shopper", "citizen", "citizens", "applicant", "claimant",
  "passenger", "passengers", "visitor", "visitors", "tenant", "subscriber", "policyholder",
  "traveller", "traveler", "kunde", "kunden", "kundin", "gast", "gäste", "patientin", "patienten",
  "bürger", "bürgerin", "besteller", "antragsteller", "antragstellerin", "käufer", "käuferin",
  "auftraggeber", "fahrgast", "mieter", "cliente", "clientes", "clienta", "huésped", "paciente",
  "usuario", "cliente/a", "clienti", "ospite", "paziente", "cittadino", "cliënt", "klant",
  "klanten", "gasten", "kund", "kunder", "gäst", "klient", "klienci", "pacjent", "zákazník",
  "asiakas", "ügyfél", "müşteri", "клиент", "покупатель", "пациент", "гость", "paciënt", "usager",
  "voyageur", "hôte", "utente", "hóspede", NULL
};

static const char *const contact_words[] = {
  "service", "services", "support", "care", "desk", "helpdesk", "hotline", "relations", "relation",
  "representative", "rep", "agent", "agents", "advisor", "adviser", "counsellor", "reception",
  "receptionist", "clerk", "cashier", "waiter", "waitress", "concierge", "teller", "frontdesk",
  "counter", "nurse", "sales", "seller", "salesperson", "kundendienst", "kundenservice",
  "kundenberater", "kundenberaterin", "kundenbetreuer", "kundenbetreuung", "empfang", "rezeption",
  "verkauf", "verkäufer", "vertrieb", "schalter", "kellner", "berater", "beraterin", "atención",
  "servicio", "recepción", "vendedor", "ventas", "conseiller", "accueil", "vendeur", "réception",
  "accoglienza", "atendimento", "recepção", "klantenservice", "balie", "receptie", "kundtjänst",
  NULL
};

static const char *const system_words[] = {
  "system", "systems", "software", "server", "servers", "database", "databases", "db", "it",
  "erp", "crm", "sap", "api", "backend", "bot", "robot", "rpa", "automation",
  "application", "datenbank", "systeme", "anwendung", "unix", "linux", "windows", "mainframe",
  "sistema", "sistemas", "système", "logiciel", "informatique", "informática", "aplicación",
  "systeem", "cloud", "портал", "система", NULL
};

static const char *const partner_words[] = {
  "supplier", "suppliers", "partner", "carrier", "bank", "insurer", "insurance", "contractor",
  "subcontractor", "courier", "lieferant", "lieferanten", "spediteur", "versicherung",
  "dienstleister", "proveedor", "banco", "fournisseur", "banque", "transporteur", "fornitore",
  "fornecedor", "leverancier", "external", "extern", "externer", "externe", "wholesaler", NULL
};

/* Found anywhere: these scripts do not put blanks between words. */
static const struct {
  const char  *part;
  TlPartyGuess guess;
} parts[] = {
  { "カスタマーサポート", TL_PARTY_GUESS_CONTACT }, { "客服", TL_PARTY_GUESS_CONTACT },
  { "顧客", TL_PARTY_GUESS_CUSTOMER }, { "お客", TL_PARTY_GUESS_CUSTOMER },
  { "患者", TL_PARTY_GUESS_CUSTOMER }, { "客户", TL_PARTY_GUESS_CUSTOMER },
  { "客戶", TL_PARTY_GUESS_CUSTOMER }, { "顾客", TL_PARTY_GUESS_CUSTOMER },
  { "고객", TL_PARTY_GUESS_CUSTOMER }, { "システム", TL_PARTY_GUESS_SYSTEM },
  { "系统", TL_PARTY_GUESS_SYSTEM }, { "系統", TL_PARTY_GUESS_SYSTEM },
  { "시스템", TL_PARTY_GUESS_SYSTEM },
};

/* Beginnings of words in the names of ends that settle nothing for the customer. */
static const char *const loss_stems[] = {
  "cancel", "reject", "declin", "denied", "deny", "refus", "abort", "fail", "terminat", "withdraw",
  "abandon", "lost", "unsuccess", "unresolved", "expired", "ineligible", "error", "storn", "abgelehn",
  "ablehn", "abgebroch", "abbruch", "gescheitert", "fehlgeschlagen", "fehler", "verlor", "annul",
  "rechaz", "cancelad", "fallid", "rejet", "échou", "echec", "échec", "rifiut", "recusad",
  "geweiger", "geannuleerd", "отказ", "отмен", NULL
};

static const struct {
  const char *stem;     /* beginning of the word */
  int         seconds;
} units[] = {
  { "sec", 1 }, { "sek", 1 }, { "seg", 1 }, { "min", 60 }, { "hour", 3600 }, { "hr", 3600 },
  { "h", 3600 }, { "std", 3600 }, { "stunde", 3600 }, { "heure", 3600 }, { "hora", 3600 },
  { "ore", 3600 }, { "uur", 3600 }, { "day", 86400 }, { "tag", 86400 }, { "día", 86400 },
  { "dia", 86400 }, { "jour", 86400 }, { "giorn", 86400 }, { "dag", 86400 }, { "week", 604800 },
  { "woche", 604800 }, { "seman", 604800 }, { "semaine", 604800 }, { "settiman", 604800 },
  { "month", 2592000 }, { "monat", 2592000 }, { "mois", 2592000 }, { "mes", 2592000 },
  { "d", 86400 }, { "s", 1 }, { "m", 60 },
};

static const struct {
  const char *stem;
  TlChannel   channel;
} channels[] = {
  { "email", TL_CHANNEL_EMAIL }, { "e-mail", TL_CHANNEL_EMAIL }, { "mail", TL_CHANNEL_EMAIL },
  { "phone", TL_CHANNEL_PHONE }, { "call", TL_CHANNEL_PHONE }, { "telephon", TL_CHANNEL_PHONE },
  { "anruf", TL_CHANNEL_PHONE }, { "telefon", TL_CHANNEL_PHONE }, { "sms", TL_CHANNEL_MESSAGE },
  { "chat", TL_CHANNEL_MESSAGE }, { "letter", TL_CHANNEL_POST }, { "brief", TL_CHANNEL_POST },
  { "parcel", TL_CHANNEL_POST }, { "paket", TL_CHANNEL_POST }, { "package", TL_CHANNEL_POST },
  { "invoice", TL_CHANNEL_PRINT }, { "rechnung", TL_CHANNEL_PRINT }, { "receipt", TL_CHANNEL_PRINT },
  { "quittung", TL_CHANNEL_PRINT }, { "bill", TL_CHANNEL_PRINT }, { "contract", TL_CHANNEL_PRINT },
  { "vertrag", TL_CHANNEL_PRINT }, { "form", TL_CHANNEL_PRINT }, { "formular", TL_CHANNEL_PRINT },
  { "website", TL_CHANNEL_WEB }, { "online", TL_CHANNEL_WEB }, { "portal", TL_CHANNEL_WEB },
  { "app", TL_CHANNEL_APP },
};

static char *
tidy (const char *text,
      gboolean    keep_lines)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  GString *out = g_string_new (NULL);
  gboolean blank = FALSE;
  guint breaks = 0;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (c == '\n' && keep_lines) {
      breaks++;
    } else if (g_unichar_isspace (c) || c == 0x200b || c == 0xfeff) {
      blank = TRUE;
    } else if (!g_unichar_iscntrl (c)) {
      if (out->len > 0 && breaks > 0)
        g_string_append (out, breaks > 1 ? "\n\n" : "\n");
      else if (out->len > 0 && blank)
        g_string_append_c (out, ' ');
      blank = FALSE;
      breaks = 0;
      g_string_append_unichar (out, c);
    }
  }

  return g_string_free (out, FALSE);
}

char *
tl_words_tidy (const char *text)
{
  return tidy (text, FALSE);
}

char *
tl_words_tidy_lines (const char *text)
{
  return tidy (text, TRUE);
}

char *
tl_words_shorten (const char *text,
                  guint       max)
{
  const char *end, *cut;

  if (g_utf8_strlen (text, -1) <= (glong) max)
    return g_strdup (text);

  /* Back to the last blank, unless that throws away more than a third. */
  end = g_utf8_offset_to_pointer (text, (glong) max - 1);
  for (cut = end; cut > text && !g_ascii_isspace (*cut); cut--)
    ;
  if (cut - text < (end - text) * 2 / 3)
    cut = end;
  while (cut > text && g_ascii_isspace (cut[-1]))
    cut--;

  return g_strdup_printf ("%.*s…", (int) (cut - text), text);
}

/* A part of what XML 1.0 allows in names, fifth edition: enough for ids that people
 * and programs really write. */
static gboolean
starts_name (gunichar c)
{
  return (c < 0x80 && g_ascii_isalpha ((char) c)) || c == '_' || (c >= 0xc0 && c <= 0xd6) ||
         (c >= 0xd8 && c <= 0xf6) || (c >= 0xf8 && c <= 0x2ff) || (c >= 0x370 && c <= 0x37d) ||
         (c >= 0x37f && c <= 0x1fff) || (c >= 0x3001 && c <= 0xd7ff);
}

gboolean
tl_words_is_ncname (const char *text)
{
  if (!g_utf8_validate (text, -1, NULL) || !starts_name (g_utf8_get_char (text)))
    return FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (!starts_name (c) && c != '-' && c != '.' && !(c < 0x80 && g_ascii_isdigit ((char) c)))
      return FALSE;
  }

  return TRUE;
}

/* Case-folded words of @name, NULL-terminated. */
static char **
split_words (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  g_autofree char *folded = g_utf8_casefold (valid, -1);
  GStrvBuilder *words = g_strv_builder_new ();
  const char *start = NULL;
  char **list;

  for (const char *p = folded;; p = g_utf8_next_char (p)) {
    gboolean letter = *p != '\0' && g_unichar_isalpha (g_utf8_get_char (p));

    if (letter && start == NULL)
      start = p;
    if (!letter && start != NULL) {
      g_autofree char *word = g_strndup (start, (gsize) (p - start));

      g_strv_builder_add (words, word);
      start = NULL;
    }
    if (*p == '\0')
      break;
  }
  list = g_strv_builder_end (words);
  g_strv_builder_unref (words);

  return list;
}

static gboolean
has_word (char              **words,
          const char *const  *list)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_strv_contains (list, words[i]))
      return TRUE;

  return FALSE;
}

TlPartyGuess
tl_words_party (const char *name)
{
  g_auto (GStrv) words = NULL;

  if (name == NULL)
    return TL_PARTY_GUESS_NONE;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strstr (name, parts[i].part) != NULL)
      return parts[i].guess;

  /* "Customer database" is a system and "Customer service" is staff, so the
   * customer comes last. */
  words = split_words (name);
  if (has_word (words, system_words))
    return TL_PARTY_GUESS_SYSTEM;
  if (has_word (words, contact_words))
    return TL_PARTY_GUESS_CONTACT;
  if (has_word (words, customer_words))
    return TL_PARTY_GUESS_CUSTOMER;
  if (has_word (words, partner_words))
    return TL_PARTY_GUESS_PARTNER;

  return TL_PARTY_GUESS_NONE;
}

gboolean
tl_words_is_loss (const char *name)
{
  g_auto (GStrv) words = name != NULL ? split_words (name) : NULL;

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    for (guint k = 0; loss_stems[k] != NULL; k++)
      if (g_str_has_prefix (words[i], loss_stems[k]))
        return TRUE;

  return FALSE;
}

static int
clamp_seconds (double seconds)
{
  return seconds >= 0 && seconds < 1e9 ? (int) (seconds + 0.5) : -1;
}

int
tl_words_iso_seconds (const char *text)
{
  static const char date_units[] = "YMWD";
  static const int date_seconds[] = { 31536000, 2592000, 604800, 86400 };
  static const char time_units[] = "HMS";
  static const int time_seconds[] = { 3600, 60, 1 };
  gboolean in_time = FALSE, any = FALSE;
  double total = 0;

  if (text == NULL || *text != 'P')
    return -1;

  for (const char *p = text + 1; *p != '\0';) {
    char *end;
    const char *unit;
    double value;

    if (*p == 'T' && !in_time) {
      in_time = TRUE;
      p++;
      continue;
    }
    if (!g_ascii_isdigit (*p))
      return -1;
    value = g_ascii_strtod (p, &end);
    unit = *end == '\0' ? NULL : strchr (in_time ? time_units : date_units, *end);
    if (end == p || unit == NULL)
      return -1;
    total += value * (in_time ? time_seconds[unit - time_units] : date_seconds[unit - date_units]);
    any = TRUE;
    p = end + 1;
  }

  return any ? clamp_seconds (total) : -1;
}

int
tl_words_seconds (const char *text)
{
  g_autofree char *folded = text != NULL ? g_utf8_casefold (text, -1) : NULL;

  for (const char *p = folded; p != NULL && *p != '\0'; p++) {
    char *end;
    const char *unit;
    gsize length = 0;
    double value;

    if (!g_ascii_isdigit (*p))
      continue;
    value = g_ascii_strtod (p, &end);
    for (unit = end; *unit == ' ' || *unit == '-'; unit++)
      ;
    while (g_ascii_isalpha (unit[length]) || (guchar) unit[length] >= 0x80)
      length++;
    for (guint i = 0; i < G_N_ELEMENTS (units) && length > 0; i++) {
      gsize stem = strlen (units[i].stem);

      /* A stem of one letter must be the whole word: "3 m", not "3 men". */
      if (strncmp (unit, units[i].stem, stem) == 0 && (stem > 1 || length == 1))
        return clamp_seconds (value * units[i].seconds);
    }
    p = end - 1;
  }

  return -1;
}

int
tl_words_channel (const char *name)
{
  g_auto (GStrv) words = name != NULL ? split_words (name) : NULL;

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    for (guint k = 0; k < G_N_ELEMENTS (channels); k++)
      if (g_str_equal (words[i], channels[k].stem))
        return (int) channels[k].channel;

  return 0;
}
