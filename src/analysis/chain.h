/* chain.h - an absorbing Markov chain: how often each state is visited, and what is to be
 * expected from each.
 *
 *   TlChain *chain = tl_chain_new (3);
 *   tl_chain_add (chain, 0, 1, 0.9);       moves on
 *   tl_chain_leave (chain, 0, 0.1);        leaves for good
 *   ...
 *   if (tl_chain_settle (chain, &stuck))
 *     tl_chain_visits (chain, v);
 *
 * Rules of use: what is added for a state, and what leaves from it, sum to 1; only the
 * ways to other states and out are read, a way back to the state itself being what is
 * missing to 1.  Numbers put in are >= 0.
 *
 * How good: strongly connected states are eliminated by state reduction (Grassmann,
 * Taksar and Heyman 1985), everything else by substitution.  No two numbers are ever
 * subtracted, so every result is right to a multiple of the rounding unit that depends
 * on the number of states alone (O'Cinneide 1993), however nearly a loop closes, and
 * small numbers are as right as large ones.  General LU from a library pivots for size,
 * which loses both, and orders badly what is nearly a line; here the state with the
 * fewest ways through goes first, which keeps charts of 10,000 steps sparse.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TlChain TlChain;

TlChain *tl_chain_new     (guint         n_states) G_GNUC_WARN_UNUSED_RESULT;
void     tl_chain_free    (TlChain      *chain);

/* Ways of the same ends add up.  Ways of probability 0 are none. */
void     tl_chain_add     (TlChain      *chain,
                           guint         from,
                           guint         to,
                           double        probability);
void     tl_chain_leave   (TlChain      *chain,
                           guint         from,
                           double        probability);

/**
 * tl_chain_settle:
 * @stuck: (out): a state that is never left for good, when there is one
 *
 * Ends the adding and prepares the answers.
 *
 * Returns: %FALSE when some state is never left, so that nothing can be expected
 */
gboolean tl_chain_settle  (TlChain      *chain,
                           guint        *stuck);

/* In: how many arrive at each state from outside; out: how often each is visited. */
void     tl_chain_visits  (const TlChain *chain,
                           double        *values);
/* In: what one visit to each state brings; out: what is to be expected from each on. */
void     tl_chain_expect  (const TlChain *chain,
                           double        *values);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlChain, tl_chain_free)

G_END_DECLS
