// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast;

import java.util.BitSet;

/**
 * Samples at equal steps, some of which may be absent. What stands in the place of an absent sample
 * is never read. Immutable.
 */
public final class RegularSeries {
    private final double[] values;
    private final BitSet absent;

    /**
     * @param values one per step; those present are finite and at least 0
     * @param absent the indices of the absent ones
     */
    public RegularSeries(double[] values, BitSet absent) {
        this.values = values.clone();
        this.absent = (BitSet) absent.clone();
        for (int i = 0; i < values.length; i++) {
            if (isPresent(i)) {
                Checks.sample(values[i]);
            }
        }
    }

    public int size() {
        return values.length;
    }

    public boolean isPresent(int index) {
        return !absent.get(index);
    }

    /** The sample at an index where {@link #isPresent} holds. */
    public double at(int index) {
        if (!isPresent(index)) {
            throw new IllegalArgumentException("sample %d is absent".formatted(index));
        }
        return values[index];
    }
}
