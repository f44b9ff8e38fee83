// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How well a real run was made: what would be wrong with the measurement, not with the simulator.
 *
 * @param late how late requests were sent
 * @param wokeLate how late slots woke: load that the servers do not count as such
 * @param lost requests without an answer: those that a crash took
 * @param split requests that each server answered
 */
record Conditions(Lateness late, Lateness wokeLate, int lost, List<Integer> split) {
    /** Of many instants, in milliseconds. */
    record Lateness(double meanMs, double p99Ms, double maxMs) {
        private static Lateness of(DoubleStream milliseconds) {
            double[] late = milliseconds.sorted().toArray();
            return late.length == 0
                    ? new Lateness(0, 0, 0)
                    : new Lateness(
                            Arrays.stream(late).average().orElse(0),
                            late[(int) (0.99 * (late.length - 1))],
                            late[late.length - 1]);
        }
    }

    Conditions {
        split = List.copyOf(split);
    }

    static Conditions of(Recording recording, int servers) {
        IntStream requests = IntStream.range(0, recording.schedule().requests());
        IntStream answered = IntStream.range(0, recording.schedule().requests());
        return new Conditions(
                Lateness.of(requests.mapToDouble(r -> 1000 * recording.latenessSeconds(r))),
                Lateness.of(
                        answered.filter(recording::isAnswered).mapToDouble(recording::wokeLateMs)),
                recording.lost(),
                split(recording, servers));
    }

    /**
     * How far the busiest of the servers that are there all the time is above their mean share; 0
     * is an even split.
     */
    double unevenness() {
        List<Integer> first = split.subList(0, split.size() - 1);
        double mean = first.stream().mapToInt(Integer::intValue).average().orElseThrow();
        return first.stream().mapToInt(Integer::intValue).max().orElseThrow() / mean - 1;
    }

    private static List<Integer> split(Recording recording, int servers) {
        int[] counts = new int[servers];
        IntStream.range(0, recording.schedule().requests())
                .filter(recording::isAnswered)
                .forEach(request -> counts[recording.server(request)]++);
        return Arrays.stream(counts).boxed().toList();
    }
}
