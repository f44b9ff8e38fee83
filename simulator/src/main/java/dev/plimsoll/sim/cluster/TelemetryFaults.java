// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * What goes wrong between a service and those who watch it.
 *
 * @param lossProbability chance that the readings of an interval never arrive, 0 to 1
 * @param outages stretches in which readings go wrong
 * @param roundSeconds after which the outages come again
 * @param seed of the losses, and of the difference between single replicas
 */
public record TelemetryFaults(
        double lossProbability, List<Outage> outages, long roundSeconds, long seed) {
    public static final TelemetryFaults NONE = new TelemetryFaults(0, List.of(), 0);

    public TelemetryFaults {
        if (!(lossProbability >= 0 && lossProbability <= 1)) {
            throw new IllegalArgumentException(
                    "loss probability %s is not between 0 and 1".formatted(lossProbability));
        }
        outages = List.copyOf(outages);
    }

    /** Outages that come once. */
    public TelemetryFaults(double lossProbability, List<Outage> outages, long seed) {
        this(lossProbability, outages, Long.MAX_VALUE, seed);
    }

    /** How readings go wrong. */
    public enum Kind {
        /** There are none. */
        ABSENT,
        /** Those of load say zero, as a query that fills gaps does. */
        ZERO,
        /** They repeat the last one, with new dates. */
        FROZEN,
        /** Half of the replicas is missing from them. */
        HALF,
        /** They arrive three minutes later than usual. */
        LATE
    }

    /** From the second {@code from} up to but not including {@code until}. */
    public record Outage(long from, long until, Kind kind) {}

    /** What happens to the readings of the interval that ends at {@code end}. */
    Optional<Kind> at(long end) {
        long inRound = (end - 1) % roundSeconds + 1; // what ends with a round belongs to it
        for (Outage outage : outages) {
            if (inRound >= outage.from() && inRound < outage.until()) {
                return Optional.of(outage.kind());
            }
        }
        return isLost(end) ? Optional.of(Kind.ABSENT) : Optional.empty();
    }

    private boolean isLost(long end) {
        return lossProbability > 0
                && new SplittableRandom(seed * 31 + end).nextDouble() < lossProbability;
    }
}
