// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.LongStream;

/**
 * How far chance alone moves the figures of two runs' mean: the spread over replicas that are
 * computed request by request. In each, two runs share a schedule and differ in how it is split,
 * like the measured ones. Immutable.
 */
final class Chance {
    private static final int REPLICAS = 40;
    private static final long SPLITS = 0x5eedL;

    private final List<List<Outcome>> replicas;

    private Chance(List<List<Outcome>> replicas) {
        this.replicas = replicas;
    }

    static Chance of(Profile profile, Setup setup, ServiceLaw law) {
        return new Chance(
                LongStream.rangeClosed(1, REPLICAS)
                        .parallel()
                        .mapToObj(seed -> pair(profile, setup, law, seed))
                        .toList());
    }

    /** The mean over the replicas; absent where none has the figure. */
    OptionalDouble mean(int phase, Figure figure) {
        return values(phase, figure).stream().mapToDouble(Double::doubleValue).average();
    }

    /** Standard deviation of a figure, as a share of its mean; 0 where there is none. */
    double spread(int phase, Figure figure) {
        List<Double> values = values(phase, figure);
        double mean = mean(phase, figure).orElse(1);
        double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
        return values.size() < 2 || mean == 0 ? 0 : Math.sqrt(squares / (values.size() - 1)) / mean;
    }

    private List<Double> values(int phase, Figure figure) {
        List<Double> values = new ArrayList<>();
        for (List<Outcome> pair : replicas) {
            pair.stream()
                    .mapToDouble(outcome -> outcome.figure(phase, figure).orElse(Double.NaN))
                    .average()
                    .stream()
                    .filter(Double::isFinite)
                    .forEach(values::add);
        }
        return values;
    }

    private static List<Outcome> pair(Profile profile, Setup setup, ServiceLaw law, long seed) {
        Schedule schedule = Schedule.draw(profile, setup, law, seed);
        return LongStream.of(2 * seed, 2 * seed + 1)
                .mapToObj(split -> new RequestReplica(profile, setup, SPLITS + split))
                .map(replica -> RecordedOutcome.of(profile, setup, replica.run(schedule)))
                .toList();
    }
}
