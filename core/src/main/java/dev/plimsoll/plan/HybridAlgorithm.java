// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.plan;

import dev.plimsoll.capacity.Capacity;
import dev.plimsoll.forecast.bound.DemandBound;
import dev.plimsoll.forecast.ensemble.ForecastModel;
import dev.plimsoll.model.ScalingBehavior;
import dev.plimsoll.telemetry.Reading;
import dev.plimsoll.telemetry.ReplicaReading;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The arithmetic of Yadav et al. 2020, "Horizontal Scaling for Containerized Application Using
 * Hybrid Approach", with the settings that it needs. Where the print is silent we read:
 *
 * <ul>
 *   <li>Algorithm 1 does not round: result = ceil(n + n_overload·(1 − upper)/upper − 1e-9). Cutting
 *       off would add nothing below six overloaded replicas; the 1e-9 keeps 17·0.15/0.85 at 3.
 *   <li>Running replicas, its n, are those that take traffic: what is ordered and starts is not
 *       asked for again.
 *   <li>A replica without a fresh reading counts neither as overloaded nor as idle. Where the
 *       source does not tell replicas apart, the mean busy share stands for every one of them.
 *   <li>A forecast becomes replicas by ceil(largest value over the look-ahead / (rate of a
 *       saturated replica · upper)), at least the minimum.
 *   <li>A period is a planning cycle of 15 s, and k = 20 of them (five minutes) hold a scale-in.
 * </ul>
 *
 * <p>The threshold of 85 % and the wait of 10 s are the paper's. Its forecasters are ARIMA, SARIMA
 * and SVR, of which the first is the default: orders by a search for the least criterion of Akaike,
 * as there, which led them to (0,1,1). They see means over a minute or five ({@link
 * ForecastModel#every}).
 *
 * @param upper busy share from which on a replica is overloaded, itself included
 * @param periods periods in a row with fewer predicted than held before a scale-in, the k
 * @param scaleOutAfter how long after it was asked for a scale-out is carried out
 * @param forecaster who predicts
 */
public record HybridAlgorithm(
        double upper, int periods, Duration scaleOutAfter, ForecastModel forecaster) {
    /** The longest wait before a scale-out. */
    public static final Duration LONGEST_WAIT = Duration.ofHours(1);

    public static final HybridAlgorithm DEFAULT =
            new HybridAlgorithm(0.85, 20, Duration.ofSeconds(10), ForecastModel.ARIMA);

    public HybridAlgorithm {
        if (!(upper > 0 && upper <= 1)) {
            throw new IllegalArgumentException(
                    "hybrid: upper %s is not above 0 and at most 1".formatted(upper));
        }
        if (periods < 1 || periods > ScalingBehavior.MOST_PERIODS) {
            throw new IllegalArgumentException(
                    "hybrid: periods %d is not between 1 and %d"
                            .formatted(periods, ScalingBehavior.MOST_PERIODS));
        }
        if (scaleOutAfter.isNegative() || scaleOutAfter.compareTo(LONGEST_WAIT) > 0) {
            throw new IllegalArgumentException(
                    "hybrid: scaleOutAfter %s is not between 0 and %s"
                            .formatted(scaleOutAfter, LONGEST_WAIT));
        }
    }

    /**
     * The load that Algorithm 1 counts.
     *
     * @param overloaded running replicas at the upper threshold or above it
     * @param complete whether every running replica has a fresh reading, or the mean is fresh
     */
    public record Load(int overloaded, boolean complete) {}

    /**
     * Counts the overloaded replicas.
     *
     * @param replicas what is known of each; where the source has never seen the load of one, it
     *     does not tell them apart
     * @param mean the mean busy share, where it is fresh
     * @param running replicas that take traffic
     */
    public Load load(List<ReplicaReading> replicas, OptionalDouble mean, int running) {
        if (!tellsApart(replicas)) {
            boolean overloaded = mean.orElse(0) >= upper;
            return new Load(overloaded ? running : 0, mean.isPresent());
        }
        int overloaded = 0;
        int fresh = 0;
        for (int i = 0; i < replicas.size(); i++) {
            if (replicas.get(i).utilization() instanceof Reading.Fresh(double share, var _)) {
                fresh++;
                overloaded += share >= upper ? 1 : 0;
            }
        }
        return new Load(Math.min(overloaded, running), fresh >= running);
    }

    /** Whether the load of single replicas was ever seen. */
    static boolean tellsApart(List<ReplicaReading> replicas) {
        for (int i = 0; i < replicas.size(); i++) {
            if (!replicas.get(i).utilization().equals(Reading.NEVER_SEEN)) {
                return true;
            }
        }
        return false;
    }

    /** Algorithm 1: the replicas that bring the overloaded ones, if saturated, to the threshold. */
    public int reactive(int running, int overloaded) {
        return (int) Math.ceil(running + overloaded * (1 - upper) / upper - 1e-9);
    }

    /** The replicas that the forecaster's largest value needs; empty while that is not known. */
    public OptionalInt proactive(DemandBound bound, Capacity capacity, int min) {
        if (bound instanceof DemandBound.Expected forecast
                && capacity instanceof Capacity.Known replica) {
            double carried = replica.saturationRate() * upper;
            double needed = Math.min(forecast.demand() / carried, Integer.MAX_VALUE);
            return OptionalInt.of(Math.max(min, (int) Math.ceil(needed - 1e-9)));
        }
        return OptionalInt.empty();
    }
}
