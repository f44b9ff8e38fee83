// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.prometheus;

import java.util.List;

/** One series over a range, in the order of time; what is not there is absent. */
public record Series(Labels labels, List<Sample> samples) {
    public Series {
        samples = List.copyOf(samples);
    }
}
