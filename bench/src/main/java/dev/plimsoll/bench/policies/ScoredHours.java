// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.policies;

import dev.plimsoll.sim.backtest.Stretch;
import dev.plimsoll.sim.score.ScoreContext;
import dev.plimsoll.sim.score.Timeline;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * The scored steps of a case, by the hour: what demand did in each, so that a run can be broken
 * down. An hour without a scored step does not count. Immutable.
 */
final class ScoredHours {
    private static final int HOUR_SECONDS = 3600;

    private final Stretch stretch;
    private final ScoreContext context;
    private final int stepsAnHour;
    private final double[] requests;
    private final int[] scoredSteps;
    private final Phase[] phases;

    ScoredHours(Stretch stretch) {
        this.stretch = stretch;
        this.context = stretch.context();
        this.stepsAnHour = Math.max(1, HOUR_SECONDS / context.stepSeconds());
        int hours = Math.ceilDiv(context.steps(), stepsAnHour);
        this.requests = new double[hours];
        this.scoredSteps = new int[hours];
        for (int step = context.firstScored(); step < context.steps(); step++) {
            if (context.scored(step)) {
                requests[step / stepsAnHour] += context.demand(step);
                scoredSteps[step / stepsAnHour]++;
            }
        }
        this.phases = phases();
    }

    /** When a run paid and violated. */
    Breakdown of(Timeline timeline) {
        double[] billed = new double[phases.length];
        double[] violated = new double[phases.length];
        for (int step = context.firstScored(); step < context.steps(); step++) {
            if (context.scored(step)) {
                billed[step / stepsAnHour] += timeline.billed(step);
                violated[step / stepsAnHour] += timeline.violated(step) ? context.demand(step) : 0;
            }
        }
        double oracleSteps =
                stretch.oracleReplicaHours() * HOUR_SECONDS / (double) context.stepSeconds();
        return new Breakdown(
                shares(billed, oracleSteps),
                shares(violated, Arrays.stream(requests).sum()),
                worstShare(violated),
                (int) Arrays.stream(scoredSteps).filter(steps -> steps > 0).count());
    }

    private Phase[] phases() {
        double median = median();
        Phase[] all = new Phase[requests.length];
        double before = 0;
        for (int hour = 0; hour < all.length; hour++) {
            double mean = requests[hour] / Math.max(1, scoredSteps[hour]);
            boolean first = hour == 0 || scoredSteps[hour - 1] == 0;
            all[hour] = Phase.of(mean, first ? mean : before, median);
            before = mean;
        }
        return all;
    }

    private double median() {
        double[] means = new double[requests.length];
        int count = 0;
        for (int hour = 0; hour < requests.length; hour++) {
            if (scoredSteps[hour] > 0) {
                means[count++] = requests[hour] / scoredSteps[hour];
            }
        }
        Arrays.sort(means, 0, count);
        return count == 0 ? 0 : means[count / 2];
    }

    private Map<Phase, Double> shares(double[] byHour, double whole) {
        Map<Phase, Double> shares = new EnumMap<>(Phase.class);
        for (Phase phase : Phase.values()) {
            shares.put(phase, 0.0);
        }
        for (int hour = 0; hour < byHour.length; hour++) {
            shares.merge(phases[hour], byHour[hour] / whole, Double::sum);
        }
        return shares;
    }

    private static double worstShare(double[] violated) {
        double all = Arrays.stream(violated).sum();
        double[] sorted = violated.clone();
        Arrays.sort(sorted);
        int first = Math.max(0, sorted.length - Breakdown.WORST);
        return all > 0 ? Arrays.stream(sorted, first, sorted.length).sum() / all : 0;
    }
}
