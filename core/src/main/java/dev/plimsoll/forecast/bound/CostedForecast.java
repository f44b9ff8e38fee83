// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.bound;

import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.util.Set;

/**
 * One forecast with one notion of how large its errors are: the number of replicas that it makes
 * cheapest, and an account of what that number would have cost. Costs are in replicas held for one
 * sample. Not thread-safe.
 */
final class CostedForecast {
    /** In replicas: where nothing ever errs, a thousandth is still no surprise. */
    private static final double LEAST_SCALE = 1e-3;

    private final int opinion;
    private final ErrorScale usual;
    private final Set<Part> without;
    private final ErrorTail tail = new ErrorTail();
    private final float[] scales = new float[Reach.KEPT];
    private final int[] numbers = new int[Reach.KEPT];
    private final FadingSum cost = new FadingSum();
    private double expected = Double.NaN;
    private double scale;
    private int number = 1;

    /**
     * @param opinion whose forecast it is, by place on the panel
     * @param usual how large its errors are
     */
    CostedForecast(int opinion, ErrorScale usual, Set<Part> without) {
        this.opinion = opinion;
        this.without = without;
        this.usual = usual;
    }

    int opinion() {
        return opinion;
    }

    /** What it would have cost to follow it, beyond the need, faded. */
    double cost() {
        return cost.sum();
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
     * Settles the forecast of this sample that was made at {@code made}.
     *
     * @param error how far demand lies above what was forecast; NaN where nothing was
     */
    void settle(long made, long time, double error, int needed, Stake stake) {
        int then = Reach.slot(made);
        if (!Double.isNaN(error)) {
            settle(then, time, error, needed, stake);
        }
        // not read again: zeros take few bytes
        scales[then] = 0;
        numbers[then] = 0;
    }

    private void settle(int then, long time, double error, int needed, Stake stake) {
        usual.learn(Math.abs(error), time);
        if (!without.contains(Part.CALIBRATION)) {
            tail.learn(error / scales[then], needed);
        }
        double missed = numbers[then] < needed ? stake.violationCost() * needed : 0;
        cost.add(numbers[then] + missed - needed);
    }

    /** Takes what is forecast now of the demand at {@code end}; NaN where nothing is. */
    void take(long time, long end, double forecast, Stake stake) {
        expected = forecast;
        scale = Math.max(usual.at(end), LEAST_SCALE * stake.unit());
        number = isKnown() ? choice(stake) : 1;
        int now = Reach.slot(time);
        scales[now] = (float) scale;
        numbers[now] = number;
    }

    private int choice(Stake stake) {
        return without.contains(Part.COST_QUANTILE) ? sufficient(stake) : cheapest(stake);
    }

    private int sufficient(Stake stake) {
        int edge = 0;
        while (edge < ErrorTail.SIZE - 1 && tail.chance(edge) > Mixture.FIXED_CHANCE) {
            edge++;
        }
        return replicas(edge, stake);
    }

    private int cheapest(Stake stake) {
        double atStake = stake.violation(expected);
        int best = 1;
        double least = Double.POSITIVE_INFINITY;
        for (int edge = 0; edge < ErrorTail.SIZE; edge++) {
            int replicas = replicas(edge, stake);
            double expectedCost = replicas + atStake * tail.chance(edge);
            if (expectedCost < least) {
                best = replicas;
                least = expectedCost;
            }
        }
        return best;
    }

    private int replicas(int edge, Stake stake) {
        return stake.replicas(Math.max(stake.demand(), expected + ErrorTail.edge(edge) * scale));
    }

    /** Adds the chances that each of the numbers is too few. */
    void addChances(Numbers numbers, double weight, Stake stake, double[] chances) {
        double unit = stake.unit();
        double first = (numbers.first() * unit - expected) / scale;
        double apart = numbers.apart() * unit / scale;
        tail.addChances(first, apart, weight, chances, numbers.count());
    }

    void save(StateWriter out) {
        tail.save(out);
        out.packFloats(scales).packInts(numbers);
        usual.save(out);
        cost.save(out);
        out.putDouble(expected).putDouble(scale).putInt(number);
    }

    void restore(StateReader in) {
        tail.restore(in);
        in.unpackFloats(scales).unpackInts(numbers);
        usual.restore(in);
        cost.restore(in);
        expected = in.getDouble();
        scale = in.getDouble();
        number = in.getInt();
    }
}
