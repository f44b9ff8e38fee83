// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.guard.Verdict;
import dev.plimsoll.plan.Outlook;
import dev.plimsoll.plan.Policy;
import dev.plimsoll.plan.Purpose;
import dev.plimsoll.plan.Reason;
import dev.plimsoll.plan.Want;
import dev.plimsoll.sim.scenario.Event;
import dev.plimsoll.sim.scenario.ScenarioBuilder;
import dev.plimsoll.telemetry.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Whether harm is told from noise: a thousand actions that do none and a thousand that do, under
 * the noise of {@code MeasurementNoise}. One action is made after half an hour, in or out, at
 * random loads; harm begins when it takes effect.
 */
class TakeBackTest {
    private static final long ACTION = 1800;
    private static final long READY = ACTION + 45;
    private static final int TRIALS = 1000;
    private static final long END = 2700;

    /**
     * An interval of 15 s is readable 15 s later: harm is readable 30 s after the next one began.
     */
    private static final long READABLE = 45;

    private static final long TWO_CYCLES = 30;

    /** Ten replicas, and another number from the action on. */
    private record Once(int replicas) implements Policy {
        @Override
        public String name() {
            return "once";
        }

        @Override
        public List<Signal> evidence() {
            return List.of(Signal.DEMAND);
        }

        @Override
        public Want want(Outlook outlook) {
            boolean before = outlook.at().isBefore(START.plusSeconds(ACTION));
            return new Want(before ? 10 : replicas, Reason.FIXED);
        }

        @Override
        public int scaleInAfterPeriods(Outlook outlook) {
            return 1;
        }
    }

    private static final Instant START = BacktestSettings.Replay.DEFAULT.start();

    @Test
    void harmlessActionsAreLeftAlone() {
        long takenBack =
                LongStream.range(0, TRIALS)
                        .filter(seed -> takenBackAt(seed, trial(seed)).isPresent())
                        .count();

        System.out.printf(Locale.ROOT, "take-back: %d of %d harmless%n", takenBack, TRIALS);
        assertThat(takenBack).isLessThanOrEqualTo(TRIALS / 100);
    }

    @Test
    void aSurgeRightAfterAnActionIsNotItsHarm() {
        long takenBack =
                LongStream.range(0, TRIALS)
                        .filter(seed -> takenBackAt(seed, surge(seed)).isPresent())
                        .count();

        System.out.printf(Locale.ROOT, "take-back: %d of %d surges%n", takenBack, TRIALS);
        assertThat(takenBack).isLessThanOrEqualTo(TRIALS / 100);
    }

    @Test
    void slownessIsTakenBackWithinTwoCycles() {
        Detection detection = new Detection("p95 ×");
        for (long seed = 0; seed < TRIALS; seed++) {
            double factor = new SplittableRandom(seed).nextDouble(1.3, 5);
            detection.add(bin(factor, 1.5, 2, 3), isCaught(seed, factor, 0));
        }
        detection.print();
        assertThat(detection.share(2, 3)).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void errorsAreTakenBackWithinTwoCycles() {
        Detection detection = new Detection("errors ");
        for (long seed = 0; seed < TRIALS; seed++) {
            double errors = new SplittableRandom(seed).nextDouble(0.01, 0.5);
            detection.add(bin(errors, 0.02, 0.05, 0.2), isCaught(seed, 1, errors));
        }
        detection.print();
        assertThat(detection.share(0.05, 0.2)).isGreaterThanOrEqualTo(0.95);
    }

    private static boolean isCaught(long seed, double latencyFactor, double errors) {
        long from = replicas(seed) < 10 ? ACTION : READY;
        var harm = new Event.Harm(from, END, latencyFactor, errors);
        OptionalLong at = takenBackAt(seed, trial(seed).event(harm));
        return at.isPresent() && at.getAsLong() <= from + READABLE + TWO_CYCLES;
    }

    /** The largest bound that a size reaches; 0 below all of them. */
    private static double bin(double size, double... bounds) {
        double reached = 0;
        for (double bound : bounds) {
            reached = size >= bound ? bound : reached;
        }
        return reached;
    }

    private static ScenarioBuilder trial(long seed) {
        double replicas = new SplittableRandom(seed * 31 + 7).nextDouble(2, 6);
        return ScenarioBuilder.minutes(45).demand(0, replicas).startUp(40, 0);
    }

    private static ScenarioBuilder surge(long seed) {
        double replicas = new SplittableRandom(seed * 31 + 7).nextDouble(2, 5);
        double factor = new SplittableRandom(seed * 31 + 8).nextDouble(1.2, 3);
        return ScenarioBuilder.minutes(45)
                .startUp(40, 0)
                .demand(ACTION + 10, replicas)
                .demand(ACTION + 15, replicas * factor);
    }

    private static int replicas(long seed) {
        return new int[] {7, 8, 9, 11, 13, 15}[(int) (seed % 6)];
    }

    private static OptionalLong takenBackAt(long seed, ScenarioBuilder trial) {
        BacktestCase replay = BacktestCase.of(trial.build(), seed);
        Policy policy = new Once(replicas(seed));
        Simulation simulation =
                new Simulation(replay, world -> PolicyCatalog.behindTheGuard(policy, world));
        while (simulation.hasNext()) {
            Moment moment = simulation.next();
            if (moment.decisions().stream().anyMatch(TakeBackTest::takesBack)) {
                return OptionalLong.of(moment.at().getEpochSecond() - START.getEpochSecond());
            }
        }
        return OptionalLong.empty();
    }

    private static boolean takesBack(dev.plimsoll.control.DecisionRecord decision) {
        return decision.proposal().purpose() == Purpose.TAKE_BACK
                && decision.verdict() instanceof Verdict.Approved;
    }

    /** How many harms of each size were caught. */
    private static final class Detection {
        private final String what;
        private final TreeMap<Double, int[]> bySize = new TreeMap<>();

        Detection(String what) {
            this.what = what;
        }

        void add(double size, boolean caught) {
            int[] counts = bySize.computeIfAbsent(size, _ -> new int[2]);
            counts[0]++;
            counts[1] += caught ? 1 : 0;
        }

        double share(double... sizes) {
            int all = 0;
            int caught = 0;
            for (double size : sizes) {
                all += bySize.getOrDefault(size, new int[2])[0];
                caught += bySize.getOrDefault(size, new int[2])[1];
            }
            return (double) caught / all;
        }

        void print() {
            bySize.forEach((size, counts) ->
                    System.out.printf(
                            Locale.ROOT,
                            "take-back: %sfrom %s on: %d of %d within two cycles%n",
                            what,
                            size,
                            counts[1],
                            counts[0]));
        }
    }
}
