// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.bound;

import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.util.Set;

/**
 * One forecast with one memory of its errors: the number of replicas that it makes cheapest, and an
 * account of what that number would have cost. Costs are in replicas held for one sample. Not
 * thread-safe.
 */
final class CostedForecast {
    private static final int KEPT = Reach.MOST + 1;

    private final int opinion;
    private final double errorGain;
    private final Set<Part> without;
    private final ErrorTail tail = new ErrorTail();
    private final float[] scales = new float[KEPT];
    private final int[] numbers = new int[KEPT];
    private double meanError;
    private double errors;
    private double cost;
    private double expected = Double.NaN;
    private double scale;
    private int number = 1;

    /**
     * @param opinion whose forecast it is, by place on the panel
     * @param errorGain weight of the newest error in the mean error
     */
    CostedForecast(int opinion, double errorGain, Set<Part> without) {
        this.opinion = opinion;
        this.without = without;
        this.errorGain = errorGain;
    }

    int opinion() {
        return opinion;
    }

    /** What it would have cost to follow it, faded. */
    double cost() {
        return cost;
    }

    /** Whether there is a forecast now. */
    boolean isKnown() {
        return !Double.isNaN(expected);
    }

    double expected() {
        return expected;
    }

    /** The number of replicas that it makes cheapest. */
    int number() {
        return number;
    }

    /**
     * Settles the forecast that was made at {@code made} and ends with this sample.
     *
     * @param error how far demand lies above what was forecast; NaN where nothing was
     */
    void settle(long made, double error, int needed, Stake stake) {
        if (Double.isNaN(error)) {
            return;
        }
        int then = slot(made);
        errors++;
        meanError += Math.max(errorGain, 1 / errors) * (Math.abs(error) - meanError);
        if (!without.contains(Part.CALIBRATION)) {
            tail.learn(error / scales[then], needed);
        }
        double missed = numbers[then] < needed ? stake.violationCost() * needed : 0;
        cost += numbers[then] + missed - ErrorTail.FORGET * cost;
    }

    /** Takes the forecast of now; NaN where there is none. */
    void take(long time, double forecast, Stake stake) {
        expected = forecast;
        scale = Math.max(meanError, 1e-3 * stake.unit());
        number = isKnown() ? cheapest(stake) : 1;
        int now = slot(time);
        scales[now] = (float) scale;
        numbers[now] = number;
    }

    private int cheapest(Stake stake) {
        double atStake = stake.violation(expected);
        int best = 1;
        double least = Double.POSITIVE_INFINITY;
        for (int edge = 0; edge < ErrorTail.SIZE; edge++) {
            int replicas =
                    stake.replicas(
                            Math.max(stake.demand(), expected + ErrorTail.edge(edge) * scale));
            double expectedCost = replicas + atStake * tail.chance(edge);
            if (expectedCost < least) {
                best = replicas;
                least = expectedCost;
            }
        }
        return best;
    }

    /** Adds the chances that each of the numbers is too few. */
    void addChances(Numbers numbers, double weight, Stake stake, double[] chances) {
        double unit = stake.unit();
        double first = (numbers.first() * unit - expected) / scale;
        double apart = numbers.apart() * unit / scale;
        tail.addChances(first, apart, weight, chances, numbers.count());
    }

    private static int slot(long time) {
        return (int) time & KEPT - 1;
    }

    void save(StateWriter out) {
        tail.save(out);
        out.putFloats(scales).putInts(numbers);
        out.putDouble(meanError).putDouble(errors).putDouble(cost);
        out.putDouble(expected).putDouble(scale).putInt(number);
    }

    void restore(StateReader in) {
        tail.restore(in);
        in.getFloats(scales).getInts(numbers);
        meanError = in.getDouble();
        errors = in.getDouble();
        cost = in.getDouble();
        expected = in.getDouble();
        scale = in.getDouble();
        number = in.getInt();
    }
}
