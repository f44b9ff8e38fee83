// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.svr;

import dev.plimsoll.forecast.RegularSeries;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;

/** The least and the largest of a history's samples; both 0 where there are none. */
record SampleRange(double low, double high) {
    static SampleRange of(RegularSeries history) {
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (int i = 0; i < history.size(); i++) {
            if (history.isPresent(i)) {
                low = Math.min(low, history.at(i));
                high = Math.max(high, history.at(i));
            }
        }
        return new SampleRange(Math.min(low, high), high);
    }

    /** The nearest to a value that is at least 0 and within half the range beyond all samples. */
    double within(double value, double last) {
        double margin = (high - low) / 2;
        double least = Math.max(0, Math.min(low, last) - margin);
        return Math.clamp(value, least, Math.max(high, last) + margin);
    }

    void save(StateWriter out) {
        out.putDouble(low).putDouble(high);
    }

    static SampleRange restored(StateReader in) {
        return new SampleRange(in.getDouble(), in.getDouble());
    }
}
