// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

import dev.plimsoll.telemetry.Signal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What was measured over one interval. Signals that are not in {@code values} are not measured.
 *
 * @param end the second in which the interval ended, or is said to have ended
 * @param origin the second in which it did
 * @param readableAt the second from which on it can be read
 * @param replicas the sessions of each replica, where there are any
 * @param truthful whether it shows what was
 */
public record Sample(
        long end,
        long origin,
        long readableAt,
        Map<Signal, Double> values,
        List<ReplicaSessions> replicas,
        boolean truthful) {

    /** How many sessions a replica has. */
    public record ReplicaSessions(String replica, int sessions) {}

    /** The value of a signal; 0 if it is not measured. */
    public double value(Signal signal) {
        return values.getOrDefault(signal, 0.0);
    }

    /** The same with other values, and not what was. */
    Sample distorted(Map<Signal, Double> other) {
        return new Sample(end, origin, readableAt, other, replicas, false);
    }

    /** The same values as if they were of another interval. */
    Sample repeatedAt(long otherEnd, long otherReadableAt) {
        return new Sample(otherEnd, origin, otherReadableAt, values, replicas, false);
    }

    Sample delayed(long seconds) {
        return new Sample(end, origin, readableAt + seconds, values, replicas, truthful);
    }

    EnumMap<Signal, Double> copy() {
        return new EnumMap<>(values);
    }
}
