// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.forecasts;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How a model did on many pairs.
 *
 * @param ratios geometric means of its scores over those of AutoTheta, on the pairs where both have
 *     them; empty where there is none
 * @param pairs how many pairs that are
 * @param passing share of its pairs whose coverage is within its own allowance
 * @param coldMicros mean over traces of {@link Cost#coldMicros}
 * @param warmMicros mean over traces of {@link Cost#warmMicros}
 */
record Standing(
        String model,
        Optional<Scores> ratios,
        int pairs,
        OptionalDouble passing,
        OptionalDouble coldMicros,
        OptionalDouble warmMicros) {}
