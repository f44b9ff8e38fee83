// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

import dev.plimsoll.telemetry.Signal;
import java.util.EnumMap;
import java.util.SplittableRandom;

/**
 * The noise of readings that rest on N requests: each value is multiplied by 1 + σε, where ε is
 * normal and keyed by seed and interval, so that every policy meets the same.
 *
 * <ul>
 *   <li>demand, goodput: arrivals are a Poisson process, σ = 1/√N
 *   <li>busy share, processors: the work of N exponential services, σ = √(2/N)
 *   <li>mean latency: a mean of N exponential times, σ = 1/√N
 *   <li>tail latency: the 95 % order statistic of an exponential distribution, σ = √(0.95/0.05/N) /
 *       ln 20 = 1.46/√N (David and Nagaraja, Order Statistics, section 10.2)
 *   <li>error ratio: a binomial share, of deviation √(e(1 − e)/N)
 * </ul>
 *
 * No σ is below 0.5 % (clocks, rounding) or above 50 %.
 */
final class MeasurementNoise {
    private static final double LEAST = 0.005;
    private static final double MOST = 0.5;
    private static final double TAIL = 1.46;
    private static final double WORK = StrictMath.sqrt(2);

    private final long key;

    MeasurementNoise(long seed) {
        this.key = new SplittableRandom(seed).nextLong();
    }

    /** Adds the noise of the interval that ended at {@code end}. */
    void disturb(EnumMap<Signal, Double> values, long end, double seconds) {
        SplittableRandom random = new SplittableRandom(key ^ (end * 0xd1342543de82ef95L));
        double requests = Math.max(1, values.getOrDefault(Signal.DEMAND, 0.0) * seconds);
        double sigma = 1 / StrictMath.sqrt(requests);
        double arrivals = factor(random, sigma);
        scale(values, Signal.DEMAND, arrivals);
        scale(values, Signal.GOODPUT, arrivals);
        double work = factor(random, WORK * sigma);
        share(values, Signal.UTILIZATION, work);
        share(values, Signal.GPU, work);
        scale(values, Signal.CPU, factor(random, WORK * sigma));
        scale(values, Signal.MEAN_LATENCY, factor(random, sigma));
        scale(values, Signal.TAIL_LATENCY, factor(random, TAIL * sigma));
        scale(values, Signal.NETWORK_LATENCY, factor(random, sigma));
        double errors = values.getOrDefault(Signal.ERROR_RATIO, 0.0);
        double deviation = StrictMath.sqrt(errors * (1 - errors)) * sigma;
        values.put(
                Signal.ERROR_RATIO,
                Math.clamp(errors + deviation * random.nextGaussian(), 0.0, 1.0));
    }

    private static double factor(SplittableRandom random, double sigma) {
        return Math.max(0, 1 + Math.clamp(sigma, LEAST, MOST) * random.nextGaussian());
    }

    private static void scale(EnumMap<Signal, Double> values, Signal signal, double factor) {
        values.computeIfPresent(signal, (_, value) -> value * factor);
    }

    private static void share(EnumMap<Signal, Double> values, Signal signal, double factor) {
        values.computeIfPresent(signal, (_, value) -> Math.min(1, value * factor));
    }
}
