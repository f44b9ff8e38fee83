// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.bound;

/**
 * When a decision that rests on the newest sample is felt, in samples after that one.
 *
 * @param first the first in which a replica that is given up is missing
 * @param last the one by which a replica that is ordered is ready; longer ones count as {@value
 *     #MOST}
 */
public record Reach(int first, int last) {
    /** The farthest that is looked ahead. */
    public static final int MOST = 127;

    /** Samples that are kept until they can be judged; a power of two. */
    static final int KEPT = MOST + 1;

    public Reach {
        first = Math.clamp(first, 1, MOST);
        last = Math.clamp(last, first, MOST);
    }

    /** Samples that an order takes longer to be felt than its opposite. */
    public int leadSamples() {
        return last - first;
    }

    /** Where a sample is kept among the newest {@link #KEPT}. */
    static int slot(long time) {
        return (int) time & KEPT - 1;
    }
}
