// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.bound;

import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The number of replicas that is cheapest in the eyes of several forecasts together. Each tells the
 * chance that a number is too few; the chances are averaged, and those forecasts count most that
 * would have been cheap to follow: a weight is the inverse 20th power of what a forecast has cost
 * beyond the need. So two that are nearly as good share the say, and one whose cost beyond the
 * need, the prior included, is a fifth more than the least has none. Not thread-safe.
 *
 * <p>Source of the weighing: prediction with expert advice, Cesa-Bianchi and Lugosi, Prediction,
 * Learning, and Games, 2006, chapter 2, with discounted losses (section 2.11).
 */
final class Mixture {
    private static final int POWER = 20;
    private static final double LEAST_WEIGHT = 0.02;

    /**
     * Samples of need that every forecast is believed to have cost beyond the need at first: so one
     * that has been lucky once does not lead.
     */
    private static final int PRIOR_NEEDS = 500;

    /** Violations that it is believed to have cost besides. */
    private static final int PRIOR_VIOLATIONS = 5;

    /** The chance to be too few that is taken without {@link Part#COST_QUANTILE}. */
    static final double FIXED_CHANCE = 0.05;

    private final List<CostedForecast> forecasts;
    private final Set<Part> without;
    private final double[] weights;
    private final double[] chances = new double[Numbers.MOST];
    private double chance;

    /**
     * All forecasts of a panel.
     *
     * @param opinions how many are heard
     * @param samplesPerHour how many samples an hour has, at least 1
     */
    Mixture(int opinions, int samplesPerHour, Set<Part> without) {
        this.forecasts =
                IntStream.range(0, opinions)
                        .boxed()
                        .flatMap(opinion ->
                                scales(samplesPerHour, without)
                                        .map(scale -> new CostedForecast(opinion, scale, without)))
                        .toList();
        this.without = without;
        this.weights = new double[forecasts.size()];
    }

    private static Stream<ErrorScale> scales(int samplesPerHour, Set<Part> without) {
        return without.contains(Part.HOUR)
                ? Stream.of(new ErrorScale.OfLate())
                : Stream.of(new ErrorScale.OfLate(), new ErrorScale.OfHour(samplesPerHour));
    }

    /** This sample, which was forecast at {@code made}, has come with these errors of the panel. */
    void settle(long made, long time, double[] errors, Stake stake) {
        int needed = stake.replicas(stake.demand());
        for (CostedForecast forecast : forecasts) {
            forecast.settle(made, time, errors[forecast.opinion()], needed, stake);
        }
    }

    /** Takes what the panel expects now of the demand at {@code end}, and weighs it. */
    void take(long time, long end, double[] opinions, Stake stake) {
        for (CostedForecast forecast : forecasts) {
            forecast.take(time, end, opinions[forecast.opinion()], stake);
        }
        weigh(stake);
    }

    private void weigh(Stake stake) {
        double prior =
                (PRIOR_NEEDS + PRIOR_VIOLATIONS * stake.violationCost())
                        * stake.replicas(stake.demand());
        double least = leastCost() + prior;
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            CostedForecast forecast = forecasts.get(i);
            weights[i] = forecast.isKnown() ? weight((forecast.cost() + prior) / least) : 0;
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
    }

    private double leastCost() {
        double least = Double.POSITIVE_INFINITY;
        for (CostedForecast forecast : forecasts) {
            if (forecast.isKnown()) {
                least = Math.min(least, Math.max(0, forecast.cost()));
            }
        }
        return least;
    }

    private double weight(double beyond) {
        if (without.contains(Part.WEIGHTS)) {
            return 1;
        }
        double weight = StrictMath.pow(Math.max(1, beyond), -POWER);
        return weight < LEAST_WEIGHT ? 0 : weight;
    }

    /** The cheapest number of replicas, never fewer than the demand of now needs. */
    int number(Stake stake) {
        int fewest = Integer.MAX_VALUE;
        int most = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                fewest = Math.min(fewest, forecasts.get(i).number());
                most = Math.max(most, forecasts.get(i).number());
            }
        }
        Numbers numbers = Numbers.between(fewest, most);
        weighChances(numbers, stake);
        int best =
                without.contains(Part.COST_QUANTILE)
                        ? sufficient(numbers)
                        : cheapest(numbers, stake);
        chance = chances[best];
        return numbers.at(best);
    }

    private int cheapest(Numbers numbers, Stake stake) {
        double atStake = stake.violation(expected());
        int best = 0;
        for (int i = 1; i < numbers.count(); i++) {
            double more = (double) numbers.apart() * (i - best);
            best = more + atStake * chances[i] < atStake * chances[best] ? i : best;
        }
        return best;
    }

    private int sufficient(Numbers numbers) {
        int least = 0;
        while (least < numbers.count() - 1 && chances[least] > FIXED_CHANCE) {
            least++;
        }
        return least;
    }

    private void weighChances(Numbers numbers, Stake stake) {
        Arrays.fill(chances, 0);
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                forecasts.get(i).addChances(numbers, weights[i], stake, chances);
            }
        }
    }

    /** What is expected of demand. */
    double expected() {
        double expected = 0;
        for (int i = 0; i < weights.length; i++) {
            expected += weights[i] > 0 ? weights[i] * forecasts.get(i).expected() : 0;
        }
        return expected;
    }

    /** The chance that the number found last is too small. */
    double chance() {
        return chance;
    }

    /** The opinion that weighs most. */
    int leader() {
        double[] says = new double[forecasts.getLast().opinion() + 1];
        for (int i = 0; i < weights.length; i++) {
            says[forecasts.get(i).opinion()] += weights[i];
        }
        int leader = 0;
        for (int opinion = 1; opinion < says.length; opinion++) {
            leader = says[opinion] > says[leader] ? opinion : leader;
        }
        return leader;
    }

    void save(StateWriter out) {
        forecasts.forEach(forecast -> forecast.save(out));
        out.packDoubles(weights).putDouble(chance);
    }

    void restore(StateReader in) {
        forecasts.forEach(forecast -> forecast.restore(in));
        in.unpackDoubles(weights);
        chance = in.getDouble();
    }
}
