// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.structure;

import java.util.Optional;

/** Samples that are absent. */
final class Gaps {
    private Gaps() {}

    static Optional<Symptom> missing(BridgedSeries series) {
        int count = series.size() - series.present();
        return Runs.longest(series.size(), i -> !series.isPresent(i))
                .map(longest ->
                        new Symptom.Missing(
                                count,
                                (double) count / series.size(),
                                longest,
                                series.seconds(longest)));
    }
}
