// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.forecasts;

import java.util.OptionalDouble;

/**
 * Mean CPU time of one forecast up to the longest horizon, in microseconds.
 *
 * @param coldMicros from the history alone: of a peer the fit and its forecast
 * @param warmMicros from what was learned before, with one more sample; no peer can do that
 */
record Cost(double coldMicros, OptionalDouble warmMicros) {
    Cost(double coldMicros, double warmMicros) {
        this(coldMicros, OptionalDouble.of(warmMicros));
    }

    Cost(double coldMicros) {
        this(coldMicros, OptionalDouble.empty());
    }
}
