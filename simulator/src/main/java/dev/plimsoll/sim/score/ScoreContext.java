// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.score;

import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/**
 * What a run is measured against: the demand, what it needed, and which steps count. It is the same
 * for every policy of a comparison. Immutable.
 */
public final class ScoreContext {
    private static final double SECONDS_PER_HOUR = 3600;

    private final int stepSeconds;
    private final int[] need;
    private final double[] demand;
    private final boolean[] scored;
    private final double replicaHourPrice;
    private final int scoredSteps;

    /**
     * @param stepSeconds length of a step
     * @param need per step the smallest supply that meets the objective, at least 1 where scored
     * @param demand per step, requests per second
     * @param scored false in the warm-up and in gaps of the trace
     * @param replicaHourPrice in whatever currency the cost is to be in
     */
    public ScoreContext(
            int stepSeconds,
            int[] need,
            double[] demand,
            boolean[] scored,
            double replicaHourPrice) {
        if (need.length != demand.length || need.length != scored.length) {
            throw new IllegalArgumentException(
                    "%d steps of need, %d of demand, %d scored or not"
                            .formatted(need.length, demand.length, scored.length));
        }
        this.stepSeconds = requireStep(stepSeconds);
        this.need = need.clone();
        this.demand = demand.clone();
        this.scored = scored.clone();
        this.replicaHourPrice = requirePrice(replicaHourPrice);
        this.scoredSteps = requireScoredSteps();
    }

    public int steps() {
        return need.length;
    }

    public int stepSeconds() {
        return stepSeconds;
    }

    public int need(int step) {
        return need[step];
    }

    /** Requests per second. */
    public double demand(int step) {
        return demand[step];
    }

    public boolean scored(int step) {
        return scored[step];
    }

    /** The first scored step; the number of steps if none is. */
    public int firstScored() {
        int first = 0;
        while (first < scored.length && !scored[first]) {
            first++;
        }
        return first;
    }

    /**
     * The same demand where other steps count: those before {@code end}, without gaps.
     *
     * @param known whether the trace tells a step's demand
     */
    public ScoreContext before(int end, IntPredicate known) {
        boolean[] counted = new boolean[need.length];
        for (int step = 0; step < end; step++) {
            counted[step] = known.test(step);
        }
        return new ScoreContext(stepSeconds, need, demand, counted, replicaHourPrice);
    }

    /** The scored time altogether. */
    public long scoredSeconds() {
        return (long) scoredSteps * stepSeconds;
    }

    public double replicaHourPrice() {
        return replicaHourPrice;
    }

    /** The sum over the scored steps. */
    double sum(IntToDoubleFunction term) {
        double sum = 0;
        for (int step = 0; step < scored.length; step++) {
            if (scored[step]) {
                sum += term.applyAsDouble(step);
            }
        }
        return sum;
    }

    /** The mean over the scored steps; absent if there are none. */
    OptionalDouble mean(IntToDoubleFunction term) {
        return ratio(sum(term), scoredSteps);
    }

    /** The share of scored steps with a property; absent if there are none. */
    OptionalDouble share(IntPredicate property) {
        return ratio(count(property), scoredSteps);
    }

    int count(IntPredicate property) {
        int count = 0;
        for (int step = 0; step < scored.length; step++) {
            count += scored[step] && property.test(step) ? 1 : 0;
        }
        return count;
    }

    /** Hours for a quantity per step; absent if no step is scored. */
    OptionalDouble hours(IntToDoubleFunction quantity) {
        return ratio(sum(quantity) * stepSeconds, scoredSteps == 0 ? 0 : SECONDS_PER_HOUR);
    }

    /** A quotient; absent if it would divide by zero. */
    static OptionalDouble ratio(double part, double whole) {
        return whole > 0 ? OptionalDouble.of(part / whole) : OptionalDouble.empty();
    }

    private int requireScoredSteps() {
        int count = 0;
        for (int step = 0; step < scored.length; step++) {
            if (scored[step]) {
                requireScorable(step);
                count++;
            }
        }
        return count;
    }

    private void requireScorable(int step) {
        if (need[step] < 1) {
            throw new IllegalArgumentException(
                    "step %d is scored and needs %d replicas: at least 1"
                            .formatted(step, need[step]));
        }
        if (!isQuantity(demand[step])) {
            throw new IllegalArgumentException(
                    "step %d has a demand of %s requests/s".formatted(step, demand[step]));
        }
    }

    private static int requireStep(int seconds) {
        if (seconds < 1) {
            throw new IllegalArgumentException("a step of %d s".formatted(seconds));
        }
        return seconds;
    }

    private static double requirePrice(double price) {
        if (!isQuantity(price)) {
            throw new IllegalArgumentException("a replica-hour at a price of %s".formatted(price));
        }
        return price;
    }

    private static boolean isQuantity(double value) {
        return value >= 0 && Double.isFinite(value);
    }
}
