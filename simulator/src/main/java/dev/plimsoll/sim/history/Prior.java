// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.history;

import dev.plimsoll.sim.backtest.BacktestSettings;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a person says of a workload; what is not said is learned where it can be seen.
 *
 * @param slots requests that a replica serves at once, where latency does not tell
 * @param serviceSeconds mean service time, where neither load nor latency tells
 * @param startUp how long replicas take to start, whatever was seen
 */
public record Prior(
        OptionalInt slots,
        OptionalDouble serviceSeconds,
        Optional<BacktestSettings.StartUp> startUp) {
    /** Nobody says anything. */
    public static final Prior NONE =
            new Prior(OptionalInt.empty(), OptionalDouble.empty(), Optional.empty());

    /** Slots where nobody knows. */
    static final int USUAL_SLOTS = 4;
}
