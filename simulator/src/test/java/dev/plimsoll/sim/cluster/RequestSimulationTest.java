// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.plimsoll.sim.cluster.RequestSimulation.Added;
import dev.plimsoll.sim.cluster.RequestSimulation.Crashed;
import dev.plimsoll.sim.cluster.RequestSimulation.Drained;
import dev.plimsoll.sim.cluster.RequestSimulation.Fleet;
import dev.plimsoll.sim.cluster.RequestSimulation.Stretch;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The judge is itself held against the textbook (Kleinrock 1975, Queueing Systems, volume 1). */
final class RequestSimulationTest {
    private static final double SERVICE = 0.05;
    private static final double WARM_UP = 30;

    private record Request(int replica, double arrival, double start, double end) {}

    private static final class Log implements RequestSimulation.Listener {
        private final List<Request> served = new ArrayList<>();
        private int lost;

        @Override
        public void served(int replica, double arrival, double start, double end) {
            served.add(new Request(replica, arrival, start, end));
        }

        @Override
        public void lost(double arrival, double waitedUntil) {
            lost++;
        }

        private List<Request> of(int replica) {
            return served.stream().filter(request -> request.replica() == replica).toList();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.5, 0.7})
    void oneSlotHasTheExponentialResponseTimeOfTheTextbook(double load) {
        var steady = steady(200, 1, load);
        double mean = SERVICE / (1 - load);
        assertThat(steady.mean()).isCloseTo(mean, withinPercentage(1.5));
        assertThat(steady.quantile(0.95)).isCloseTo(mean * Math.log(20), withinPercentage(1.5));
        assertThat(steady.quantile(0.5)).isCloseTo(mean * Math.log(2), withinPercentage(1.5));
    }

    @ParameterizedTest
    @CsvSource({"2, 0.7", "4, 0.5", "4, 0.7", "4, 0.9", "7, 0.8"})
    void severalSlotsWaitAsErlangCSays(int slots, double load) {
        double wait = erlangC(slots, slots * load) * SERVICE / (slots * (1 - load));
        assertThat(steady(200, slots, load).mean() - SERVICE).isCloseTo(wait, withinPercentage(4));
    }

    @Test
    void theTailOfFourSlotsIsThatOfWaitingAndServiceTogether() {
        assertThat(steady(200, 4, 0.815).quantile(0.95))
                .isCloseTo(responseQuantile(4, 0.815, 0.95), withinPercentage(2));
    }

    @Test
    void theNumberThatWaitsFollowsLittlesLaw() {
        double[] ends = LatencyWindows.every(1, 130);
        var windows = Fleet.of(200, 4, SERVICE).run(constant(200 * 80 * 0.7, 130), 5, ends);
        double waiting = 0;
        for (int i = 30; i < 130; i++) {
            waiting += windows.waitingAtEnd(i) / 100.0;
        }
        double expected = erlangC(4, 2.8) * 0.7 / 0.3;
        assertThat(waiting / 200).isCloseTo(expected, withinPercentage(4));
    }

    @Test
    void overloadBacklogGrowsByWhatCannotBeServed() {
        var windows =
                Fleet.of(100, 4, SERVICE)
                        .run(constant(100 * 80 * 1.3, 100), 3, LatencyWindows.every(50, 2));
        double grown = windows.waitingAtEnd(1) - windows.waitingAtEnd(0);
        assertThat(grown / 100).isCloseTo(0.3 * 80 * 50, withinPercentage(2));
        assertThat(windows.window(1).mean()).isCloseTo(0.3 * 75 + 0.05, withinPercentage(3));
    }

    @Test
    void demandMayChangeFromStretchToStretch() {
        var demand = List.of(new Stretch(50, 1000), new Stretch(50, 0), new Stretch(50, 4000));
        var windows = Fleet.of(100, 4, SERVICE).run(demand, 11, LatencyWindows.every(50, 3));
        assertThat((double) windows.window(0).count()).isCloseTo(50_000, within(1000.0));
        assertThat(windows.window(1).count()).isZero();
        assertThat((double) windows.window(2).count()).isCloseTo(200_000, within(2000.0));
    }

    @Test
    void arrivalsSpreadEvenlyAndIndependently() {
        var log = new Log();
        Fleet.of(10, 4, SERVICE).run(constant(10 * 50, 200), 7, log);
        assertThat(log.served).hasSizeBetween(98_500, 101_500);
        for (int replica = 0; replica < 10; replica++) {
            assertThat(log.of(replica)).hasSizeBetween(9_600, 10_400);
        }
    }

    @Test
    void aReplicaServesInOrderOfArrivalWithAtMostItsSlotsBusy() {
        var log = new Log();
        Fleet.of(1, 3, SERVICE).run(constant(60 * 1.1, 60), 13, log);
        for (int i = 1; i < log.served.size(); i++) {
            var request = log.served.get(i);
            assertThat(request.start()).isGreaterThanOrEqualTo(log.served.get(i - 1).start());
            long busy =
                    log.served.subList(0, i).stream()
                            .filter(r -> r.end() > request.start())
                            .count();
            assertThat(busy).isLessThanOrEqualTo(2);
            assertThat(request.start() == request.arrival() || busy == 2).isTrue();
        }
    }

    @Test
    void aDrainedReplicaTakesNoMoreArrivalsAndFinishesItsQueue() {
        var log = new Log();
        Fleet.of(4, 1, SERVICE).with(new Drained(20, 2)).run(constant(4 * 20 * 1.5, 30), 17, log);
        assertThat(log.of(2)).allMatch(request -> request.arrival() < 20);
        assertThat(log.of(2)).anyMatch(request -> request.end() > 25);
        assertThat(log.of(1)).anyMatch(request -> request.arrival() > 29);
        assertThat(log.lost).isZero();
    }

    @Test
    void anAddedReplicaStartsEmptyAndTakesItsShare() {
        var log = new Log();
        Fleet.of(3, 4, SERVICE).with(new Added(50)).run(constant(240 * 1.2, 100), 19, log);
        var added = log.of(3);
        assertThat(added).allMatch(request -> request.arrival() >= 50);
        assertThat(added.subList(0, 4)).allMatch(request -> request.start() == request.arrival());
        assertThat(log.of(0)).anyMatch(r -> r.arrival() > 50 && r.start() > r.arrival() + 5);
        assertThat((double) added.size()).isCloseTo(72 * 50, withinPercentage(6));
    }

    @Test
    void aCrashLosesWhatWaitsAndWhatIsServed() {
        var log = new Log();
        var fleet = Fleet.of(2, 1, SERVICE).with(new Crashed(20, 0));
        fleet.run(constant(2 * 20 * 1.5, 20), 23, log);
        assertThat(log.of(0)).allMatch(request -> request.end() <= 20);
        assertThat(log.lost).isBetween(140, 260);
        var windows = fleet.run(constant(2 * 20 * 1.5, 20.5), 23, 19.9, 20.1);
        assertThat(windows.waitingAtEnd(0) - windows.waitingAtEnd(1)).isBetween(120L, 260L);
    }

    @Test
    void withNoReplicaReadyEveryArrivalIsLost() {
        var windows =
                Fleet.of(1, 4, SERVICE)
                        .with(new Drained(10, 0))
                        .with(new Added(20))
                        .run(constant(40, 30), 29, LatencyWindows.every(10, 3));
        assertThat(windows.window(0).lost()).isZero();
        assertThat(windows.window(1).count()).isZero();
        assertThat(windows.window(1).lost()).isBetween(330L, 470L);
        assertThat(windows.window(2).lost()).isZero();
    }

    @Test
    void theSeedDecidesEverything() {
        var fleet = Fleet.of(5, 4, SERVICE);
        double once = fleet.run(constant(300, 10), 1, 10).window(0).mean();
        assertThat(fleet.run(constant(300, 10), 1, 10).window(0).mean()).isEqualTo(once);
        assertThat(fleet.run(constant(300, 10), 2, 10).window(0).mean()).isNotEqualTo(once);
    }

    @Test
    void quantilesAreInterpolatedWithinTheBucket() {
        var windows = new LatencyWindows(1);
        for (int i = 1; i <= 100_000; i++) {
            windows.served(0, 0, 0, i * 1e-4);
        }
        for (double p : new double[] {0.01, 0.37, 0.5, 0.95, 0.99}) {
            assertThat(windows.window(0).quantile(p)).isCloseTo(p * 10, withinPercentage(0.2));
        }
    }

    private static LatencyWindows.Window steady(int replicas, int slots, double load) {
        double rate = replicas * slots / SERVICE * load;
        double seconds = 1.5e6 / rate;
        return Fleet.of(replicas, slots, SERVICE)
                .run(constant(rate, WARM_UP + seconds), 1, WARM_UP, WARM_UP + seconds)
                .window(1);
    }

    private static List<Stretch> constant(double rate, double seconds) {
        return List.of(new Stretch(seconds, rate));
    }

    /** The share of arrivals that wait: the textbook's sum over states. */
    private static double erlangC(int slots, double offered) {
        double term = 1;
        double sum = 0;
        for (int k = 0; k < slots; k++) {
            sum += term;
            term *= offered / (k + 1);
        }
        double queued = term * slots / (slots - offered);
        return queued / (sum + queued);
    }

    /** By bisection of P(T > t), T the sum of an Erlang-C wait and an exponential service. */
    private static double responseQuantile(int slots, double load, double p) {
        double wait = erlangC(slots, slots * load);
        double drain = slots * (1 - load);
        double low = 0;
        double high = 1000;
        for (int i = 0; i < 100; i++) {
            double middle = (low + high) / 2;
            double behind = (drain * Math.exp(-middle) - Math.exp(-drain * middle)) / (drain - 1);
            double tail = (1 - wait) * Math.exp(-middle) + wait * behind;
            if (tail > 1 - p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low * SERVICE;
    }
}
