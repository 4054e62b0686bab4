/* names.c - a hash table with open addressing whose slots hold the beginning of each name.
 *
 * Reading a large chart asks for a name several times a record, and nearly every name is
 * shorter than BEGINNING.  So a slot alone tells whether it is the one, and a search costs
 * one look into memory where a table of pointers costs four.
 *
 * Invariants:
 *   (1) the number of slots is a power of two, and at least half of them are free;
 *   (2) between the slot a name hashes to and the one that holds it none is free.
 */
#include "model/names.h"

#include <string.h>

#define BEGINNING    12   /* bytes of a name in its slot */
#define LEAST_SLOTS  64

/* The first bytes of a name as numbers, filled up with zero bytes. */
typedef struct {
  guint64 first;   /* eight */
  guint32 next;    /* four */
} Key;

typedef struct {
  Key         key;
  guint32     length;   /* of the name, in bytes */
  TlId        id;       /* TL_ID_NONE = the slot is free */
  const char *name;     /* borrowed */
} Slot;

struct _TlNames {
  Slot *slots;
  guint mask;         /* number of slots - 1 */
  guint n;
};

/* Byte by byte: one wide load would read past the end. */
static Key
key_of (const char *name,
        gsize       length)
{
  Key key = { 0, 0 };

  for (gsize i = 0; i < MIN (length, 8); i++)
    key.first |= (guint64) (guchar) name[i] << (8 * i);
  for (gsize i = 8; i < MIN (length, BEGINNING); i++)
    key.next |= (guint32) (guchar) name[i] << (8 * (i - 8));
  return key;
}

static guint
home (const TlNames *names,
      Key            key,
      const char    *name,
      gsize          length)
{
  guint64 hash = key.first * 0x9e3779b97f4a7c15u + key.next;

  for (gsize i = BEGINNING; i < length; i++)
    hash = (hash ^ (guchar) name[i]) * 0x100000001b3u;
  hash = (hash ^ (hash >> 32)) * 0xd6e8feb86659fd93u;
  return (guint) (hash >> 32) & names->mask;
}

/* The slot that holds @name, or the free one where it would go. */
static guint
find_slot (const TlNames *names,
           const char    *name,
           gsize          length)
{
  Key key = key_of (name, length);
  guint at = home (names, key, name, length);

  for (;; at = (at + 1) & names->mask) {
    const Slot *slot = &names->slots[at];

    if (slot->id == TL_ID_NONE)
      return at;
    if (slot->key.first == key.first && slot->key.next == key.next && slot->length == length &&
        (length <= BEGINNING ||
         memcmp (slot->name + BEGINNING, name + BEGINNING, length - BEGINNING) == 0))
      return at;
  }
}

static void
set_size (TlNames *names,
          guint    n_slots)
{
  g_autofree Slot *old = g_steal_pointer (&names->slots);
  guint n_old = old != NULL ? names->mask + 1 : 0;

  names->slots = g_new0 (Slot, n_slots);
  names->mask = n_slots - 1;
  for (guint i = 0; i < n_old; i++) {
    if (old[i].id != TL_ID_NONE)
      names->slots[find_slot (names, old[i].name, old[i].length)] = old[i];
  }
}

TlNames *
tl_names_new (void)
{
  TlNames *names = g_new0 (TlNames, 1);

  set_size (names, LEAST_SLOTS);
  return names;
}

void
tl_names_free (TlNames *names)
{
  if (names == NULL)
    return;

  g_free (names->slots);
  g_free (names);
}

guint
tl_names_n (const TlNames *names)
{
  return names->n;
}

TlId
tl_names_find (const TlNames *names,
               const char    *name,
               gsize          length)
{
  return names->slots[find_slot (names, name, length)].id;
}

void
tl_names_add (TlNames    *names,
              const char *name,
              TlId        id)
{
  gsize length = strlen (name);
  Slot *slot = &names->slots[find_slot (names, name, length)];

  g_return_if_fail (length <= G_MAXUINT32);

  if (slot->id != TL_ID_NONE)
    return;

  *slot = (Slot) { key_of (name, length), (guint32) length, id, name };
  if (++names->n > names->mask / 2)
    set_size (names, 2 * (names->mask + 1));
}

/* Fills the gap with the next slot that may stand there, and so on with the gap that makes. */
void
tl_names_take (TlNames    *names,
               const char *name,
               TlId        id)
{
  guint gap = find_slot (names, name, strlen (name));

  if (id == TL_ID_NONE || names->slots[gap].id != id)
    return;

  for (guint at = (gap + 1) & names->mask; names->slots[at].id != TL_ID_NONE;
       at = (at + 1) & names->mask) {
    const Slot *slot = &names->slots[at];
    guint wanted = home (names, slot->key, slot->name, slot->length);

    if (((at - wanted) & names->mask) >= ((at - gap) & names->mask)) {
      names->slots[gap] = *slot;
      gap = at;
    }
  }
  names->slots[gap] = (Slot) { { 0, 0 }, 0, TL_ID_NONE, NULL };
  names->n--;
}
