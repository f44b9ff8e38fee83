// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast;

import java.util.BitSet;

/** Series for tests, value by value. */
public final class TestSeries {
    private TestSeries() {}

    /** A series without gaps. */
    public static RegularSeries of(double... values) {
        return new RegularSeries(values, new BitSet());
    }
}
