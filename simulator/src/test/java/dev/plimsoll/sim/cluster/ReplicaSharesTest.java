// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plimsoll.telemetry.Signal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplicaSharesTest {
    private static final int REPLICAS = 20;
    private static final long SECONDS = 15;

    /** u·√(2/N), or what u is below 1 where that is less. */
    @ParameterizedTest
    @CsvSource({
        "0.5, 200, 0.05",
        "0.5, 800, 0.025",
        "0.9, 200, 0.09",
        "0.98, 200, 0.02",
        "1, 200, 0",
        "0, 200, 0",
        "0.5, 0, 0"
    })
    void differByTheWorkOfSoManyRequests(double mean, double requests, double deviation) {
        assertThat(ReplicaShares.deviation(mean, requests)).isCloseTo(deviation, within(1e-12));
    }

    @Test
    void haveThatMeanAndDeviation() {
        // 200 requests reach a replica
        List<Double> shares = many(0.5, 200 * REPLICAS / 15.0);
        double mean = shares.stream().mapToDouble(share -> share).average().orElse(0);
        double square =
                shares.stream()
                        .mapToDouble(share -> (share - 0.5) * (share - 0.5))
                        .average()
                        .orElse(0);
        assertThat(mean).isCloseTo(0.5, within(0.001));
        assertThat(Math.sqrt(square)).isCloseTo(0.05, within(0.001));
    }

    /** The formula against queues of single requests: 8 replicas of a slot at 50 % for 400 s. */
    @Test
    void agreeWithASimulationOfSingleRequests() {
        SplittableRandom random = new SplittableRandom(1);
        double square = 0;
        int runs = 4000;
        for (int run = 0; run < runs; run++) {
            double share = busyShare(0.5, 400, random);
            square += (share - 0.5) * (share - 0.5) / runs;
        }
        assertThat(Math.sqrt(square))
                .isCloseTo(ReplicaShares.deviation(0.5, 0.5 * 400), within(0.0025));
    }

    @Test
    void areNeverOutsideZeroAndOne() {
        assertThat(many(0.9, 1)).allMatch(share -> share >= 0 && share <= 1);
        assertThat(many(1, 100)).containsOnly(1.0);
    }

    @Test
    void dependOnTheSeedAndTheIntervalAndNothingElse() {
        double[] shares = ReplicaShares.of(sample(15, 0.5, 100), SECONDS, 7);
        assertThat(ReplicaShares.of(sample(15, 0.5, 100), SECONDS, 7)).isEqualTo(shares);
        assertThat(ReplicaShares.of(sample(30, 0.5, 100), SECONDS, 7)).isNotEqualTo(shares);
        assertThat(ReplicaShares.of(sample(15, 0.5, 100), SECONDS, 8)).isNotEqualTo(shares);
    }

    @Test
    void areNotKnownWhereLoadDemandOrReplicasAreNotMeasured() {
        for (Signal signal : List.of(Signal.UTILIZATION, Signal.DEMAND, Signal.READY_REPLICAS)) {
            Map<Signal, Double> values = new EnumMap<>(sample(15, 0.5, 100).values());
            values.remove(signal);
            Sample sample = new Sample(15, 15, 30, values, List.of(), true);
            assertThat(ReplicaShares.of(sample, SECONDS, 1)).as("%s", signal).isEmpty();
        }
    }

    private static List<Double> many(double mean, double demand) {
        List<Double> shares = new ArrayList<>();
        for (int interval = 1; interval <= 1000; interval++) {
            Arrays.stream(ReplicaShares.of(sample(interval * 15L, mean, demand), SECONDS, 1))
                    .forEach(shares::add);
        }
        return shares;
    }

    private static Sample sample(long end, double utilization, double demand) {
        Map<Signal, Double> values = new EnumMap<>(Signal.class);
        values.put(Signal.UTILIZATION, utilization);
        values.put(Signal.DEMAND, demand);
        values.put(Signal.READY_REPLICAS, (double) REPLICAS);
        return new Sample(end, end, end + 15, values, List.of(), true);
    }

    /** Of a server with exponential services of a second, empty at first, over so many seconds. */
    private static double busyShare(double rate, double seconds, SplittableRandom random) {
        double arrival = exponential(random) / rate;
        double busy = 0;
        double free = 0;
        while (arrival < seconds) {
            double start = Math.max(arrival, free);
            free = start + exponential(random);
            busy += Math.max(0, Math.min(free, seconds) - start);
            arrival += exponential(random) / rate;
        }
        return busy / seconds;
    }

    private static double exponential(SplittableRandom random) {
        return -Math.log(1 - random.nextDouble());
    }
}
