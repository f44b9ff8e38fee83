// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How well a real run was made: what would be wrong with the measurement, not with the simulator.
 *
 * @param lateMeanMs how late requests were sent, on average
 * @param lateP99Ms the lateness that 99 % of them kept
 * @param lateMaxMs the worst
 * @param lost requests without an answer: those that a crash took
 * @param split requests that each server answered
 */
record Conditions(
        double lateMeanMs, double lateP99Ms, double lateMaxMs, int lost, List<Integer> split) {
    Conditions {
        split = List.copyOf(split);
    }

    static Conditions of(Recording recording, int servers) {
        int requests = recording.schedule().requests();
        double[] late =
                IntStream.range(0, requests)
                        .mapToDouble(request -> 1000 * recording.latenessSeconds(request))
                        .sorted()
                        .toArray();
        return new Conditions(
                Arrays.stream(late).average().orElse(0),
                late[(int) (0.99 * (requests - 1))],
                late[requests - 1],
                recording.lost(),
                split(recording, servers));
    }

    /** How far the busiest of the first servers is above their mean share; 0 is an even split. */
    double unevenness(int servers) {
        List<Integer> first = split.subList(0, servers);
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
