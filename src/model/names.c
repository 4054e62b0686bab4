/* names.c - a hash table with open addressing whose slots hold the beginning of each name.
 *
 * Reading a large chart asks for a name several times a record, and what that costs are
 * looks into memory that is in no cache.  So slots are small, and one alone tells whether
 * it is the one, for nearly every name is no longer than BEGINNING: a search costs one
 * look where a table of pointers costs four.  And names that differ in their last byte
 * only, as those that a program counts up do, which a chart uses close together, have
 * their homes close together: what one search fetched serves the next.
 *
 * Invariants:
 *   (1) the number of slots is a power of two, and at least half of them are free;
 *   (2) between the slot a name hashes to and the one that holds it none is free.
 */
#include "model/names.h"

#include <string.h>

#define BEGINNING    8    /* bytes of a name in its slot */
#define LEAST_SLOTS  64

typedef struct {
  guint64 beginning;   /* the first bytes of the name as a number, filled up with zeros */
  guint32 length;      /* of the name, in bytes */
  TlId    id;          /* TL_ID_NONE = the slot is free */
} Slot;

struct _TlNames {
  Slot        *slots;
  const char **wholes;   /* by slot: names longer than BEGINNING, borrowed */
  guint        mask;     /* number of slots - 1 */
  guint        n;
};

/* Byte by byte: one wide load would read past the end. */
static guint64
beginning_of (const char *name,
              gsize       length)
{
  guint64 beginning = 0;

  for (gsize i = 0; i < MIN (length, BEGINNING); i++)
    beginning |= (guint64) (guchar) name[i] << (8 * i);
  return beginning;
}

/* Where a name would best stand.  @whole: all of it; needed only beyond BEGINNING */
static guint
home (const TlNames *names,
      guint64        beginning,
      const char    *whole,
      gsize          length)
{
  guint64 hash = beginning;
  guint last = 0;

  if (length > BEGINNING) {   /* the last byte is left out, and added in the end */
    last = (guchar) whole[length - 1];
    for (gsize i = BEGINNING; i < length - 1; i++)
      hash = (hash ^ (guchar) whole[i]) * 0x100000001b3u;
  } else if (length > 0) {
    last = (guint) (beginning >> (8 * (length - 1)));
    hash ^= (guint64) last << (8 * (length - 1));
  }
  hash *= 0x9e3779b97f4a7c15u;
  hash = (hash ^ (hash >> 32)) * 0xd6e8feb86659fd93u;
  return ((guint) (hash >> 32) + last % 16) & names->mask;
}

/* The slot that holds @name, or the free one where it would go. */
static guint
find_slot (const TlNames *names,
           guint64        beginning,
           const char    *name,
           gsize          length)
{
  guint at = home (names, beginning, name, length);

  for (;; at = (at + 1) & names->mask) {
    const Slot *slot = &names->slots[at];

    if (slot->id == TL_ID_NONE)
      return at;
    if (slot->beginning == beginning && slot->length == length &&
        (length <= BEGINNING ||
         memcmp (names->wholes[at] + BEGINNING, name + BEGINNING, length - BEGINNING) == 0))
      return at;
  }
}

static void
fill_slot (TlNames    *names,
           guint       at,
           Slot        slot,
           const char *name)
{
  names->slots[at] = slot;
  if (slot.length > BEGINNING)
    names->wholes[at] = name;
}

static void
set_size (TlNames *names,
          guint    n_slots)
{
  g_autofree Slot *old = g_steal_pointer (&names->slots);
  g_autofree const char **wholes = g_steal_pointer (&names->wholes);
  guint n_old = old != NULL ? names->mask + 1 : 0;

  names->slots = g_new0 (Slot, n_slots);
  names->wholes = g_new0 (const char *, n_slots);
  names->mask = n_slots - 1;
  for (guint i = 0; i < n_old; i++) {
    const char *whole = old[i].length > BEGINNING ? wholes[i] : NULL;

    if (old[i].id != TL_ID_NONE)
      fill_slot (names, find_slot (names, old[i].beginning, whole, old[i].length), old[i], whole);
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
  g_free (names->wholes);
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
  return names->slots[find_slot (names, beginning_of (name, length), name, length)].id;
}

void
tl_names_add (TlNames    *names,
              const char *name,
              TlId        id)
{
  gsize length = strlen (name);
  guint64 beginning = beginning_of (name, length);
  guint at = find_slot (names, beginning, name, length);

  g_return_if_fail (length <= G_MAXUINT32);

  if (names->slots[at].id != TL_ID_NONE)
    return;

  fill_slot (names, at, (Slot) { beginning, (guint32) length, id }, name);
  if (++names->n > names->mask / 2)
    set_size (names, 2 * (names->mask + 1));
}

/* Fills the gap with the next slot that may stand there, and so on with the gap that makes. */
void
tl_names_take (TlNames    *names,
               const char *name,
               TlId        id)
{
  gsize length = strlen (name);
  guint gap = find_slot (names, beginning_of (name, length), name, length);

  if (id == TL_ID_NONE || names->slots[gap].id != id)
    return;

  for (guint at = (gap + 1) & names->mask; names->slots[at].id != TL_ID_NONE;
       at = (at + 1) & names->mask) {
    const Slot *slot = &names->slots[at];
    guint wanted = home (names, slot->beginning, names->wholes[at], slot->length);

    if (((at - wanted) & names->mask) >= ((at - gap) & names->mask)) {
      fill_slot (names, gap, *slot, names->wholes[at]);
      gap = at;
    }
  }
  names->slots[gap] = (Slot) { 0, 0, TL_ID_NONE };
  names->n--;
}
