// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.scenario;

import dev.plimsoll.telemetry.Signal;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What can be seen of a scenario's service; how often and how late is its workload's cadence.
 *
 * @param signals those that there are; others were never seen
 * @param pushed the interval in which demand is pushed as well
 * @param noise whether readings have the noise of their samples
 * @param loss the chance that the readings of an interval never arrive, 0 to 1
 */
public record Observation(
        Set<Signal> signals, Optional<Duration> pushed, boolean noise, double loss) {
    public Observation {
        signals = Collections.unmodifiableSet(new TreeSet<>(signals));
        if (!(loss >= 0 && loss <= 1)) {
            throw new IllegalArgumentException("loss %s is not between 0 and 1".formatted(loss));
        }
    }
}
