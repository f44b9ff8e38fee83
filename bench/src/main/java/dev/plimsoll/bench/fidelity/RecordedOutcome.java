// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import dev.plimsoll.bench.fidelity.Outcome.Latencies;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Reads the figures off a recording. A request belongs to the phase and the second in which it was
 * to be sent; what was lost has no latency, but was in the system until then.
 */
final class RecordedOutcome {
    private static final long NANOS = 1_000_000_000;

    private final Profile profile;
    private final Recording recording;

    private RecordedOutcome(Profile profile, Recording recording) {
        this.profile = profile;
        this.recording = recording;
    }

    static Outcome of(Profile profile, Setup setup, Recording recording) {
        RecordedOutcome recorded = new RecordedOutcome(profile, recording);
        return new Outcome(profile, setup, recorded.latencies(), recorded.seconds());
    }

    private List<Latencies> latencies() {
        return IntStream.range(0, profile.phases().size()).mapToObj(this::latencies).toList();
    }

    private Latencies latencies(int phase) {
        double[] sorted = between(profile.begin(phase), profile.end(phase));
        Arrays.sort(sorted);
        return new Latencies(
                1000 * Arrays.stream(sorted).average().orElseThrow(),
                1000 * quantile(sorted, 0.95),
                1000 * quantile(sorted, 0.99));
    }

    /** The least latency that at least this share does not exceed. */
    private static double quantile(double[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    private List<Second> seconds() {
        long[] inSystem = inSystem();
        List<Second> seconds = new ArrayList<>();
        for (int second = 0; second < inSystem.length; second++) {
            OptionalDouble mean = Arrays.stream(between(second, second + 1)).average();
            seconds.add(new Second(milliseconds(mean), inSystem[second]));
        }
        return seconds;
    }

    private static OptionalDouble milliseconds(OptionalDouble seconds) {
        return seconds.isPresent()
                ? OptionalDouble.of(1000 * seconds.getAsDouble())
                : OptionalDouble.empty();
    }

    /** Requests in the system at the end of each second: what has come less what has left. */
    private long[] inSystem() {
        long[] change = new long[profile.seconds() + 1];
        for (int request = 0; request < recording.schedule().requests(); request++) {
            change[second(recording.schedule().sendNanos(request), change.length)]++;
            change[second(recording.endNanos(request), change.length)]--;
        }
        Arrays.parallelPrefix(change, Long::sum);
        return Arrays.copyOf(change, profile.seconds());
    }

    private static int second(long nanos, int seconds) {
        return (int) Math.min(nanos / NANOS, seconds - 1);
    }

    /** Latencies of the requests that were to be sent in these seconds and were answered. */
    private double[] between(int from, int to) {
        return IntStream.range(firstFrom(from), firstFrom(to))
                .filter(recording::isAnswered)
                .mapToDouble(recording::latencySeconds)
                .toArray();
    }

    /** The first request that is not to be sent before this second. */
    private int firstFrom(int second) {
        int low = 0;
        int high = recording.schedule().requests();
        while (low < high) {
            int middle = (low + high) >>> 1;
            boolean before = recording.schedule().sendNanos(middle) < second * NANOS;
            low = before ? middle + 1 : low;
            high = before ? high : middle;
        }
        return low;
    }
}
