// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.vpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Windows of 24 h from the first sample on; rules of container.go. Sizes are in MB. */
class MemoryWindowTest {
    private static final Instant START = Instant.parse("2026-01-05T07:00:00Z");
    private static final long MB = 1_000_000;
    private static final long MIB = 1024 * 1024;

    private final UsageAggregate aggregate = new UsageAggregate(START);
    private final List<Instant> asked = new ArrayList<>();
    private final MemoryWindow window =
            new MemoryWindow(at -> {
                asked.add(at);
                return aggregate;
            });

    private boolean add(double hours, long megabytes) {
        return window.add(at(hours), new Amount(megabytes * MB));
    }

    private static Instant at(double hours) {
        return START.plusSeconds((long) (hours * 3600));
    }

    /** The end of the bucket of so many megabytes. */
    private static Amount end(double megabytes) {
        double bytes = megabytes * MB;
        ExponentialBuckets buckets = UsageAggregate.MEMORY_BUCKETS;
        return Amount.of(buckets.startOf(buckets.bucketOf(bytes) + 1));
    }

    private Amount percentile(double share) {
        return aggregate.percentile(Resource.MEMORY, share);
    }

    @Test
    void aWindowGivesItsPeakAlone() {
        add(0, 300);
        add(1, 500);
        add(2, 400);

        assertThat(percentile(0)).isEqualTo(end(500));
        assertThat(percentile(1)).isEqualTo(end(500));
    }

    /** 500 and 100 MB a day later weigh 1 and 2. */
    @ParameterizedTest(name = "the share {0} stays under the bucket of {1} MB")
    @CsvSource({"0.66, 100", "0.67, 500"})
    void theNextWindowGivesAnother(double share, double megabytes) {
        add(0, 500);
        add(24, 100);

        assertThat(percentile(share)).isEqualTo(end(megabytes));
    }

    @Test
    void theLastMomentOfAWindowStillBelongsToIt() {
        add(0, 500);
        add(23.99, 100);

        assertThat(percentile(0)).isEqualTo(end(500));
    }

    /** The peaks are of the windows' ends, days 1 and 4: weights 1 and 8. */
    @ParameterizedTest(name = "the share {0} stays under the bucket of {1} MB")
    @CsvSource({"0.88, 100", "0.89, 500"})
    void windowsWithoutSamplesAreSkipped(double share, double megabytes) {
        add(0, 500);
        add(3 * 24 + 5, 100);

        assertThat(percentile(share)).isEqualTo(end(megabytes));
    }

    @Test
    void takesNoSampleFromBeforeTheLast() {
        assertThat(add(2, 300)).isTrue();
        assertThat(add(1, 500)).isFalse();
        assertThat(add(2, 400)).isTrue();

        assertThat(percentile(1)).isEqualTo(end(400));
    }

    /** As upstream: no peak replaces one of zero. */
    @Test
    void aWindowThatBeganWithZeroStaysThere() {
        add(0, 0);
        add(1, 500);

        assertThat(percentile(1)).isEqualTo(end(0));
    }

    /** max(u + 100 MiB, 1.2·u): below 500 MiB the first is more. */
    @ParameterizedTest(name = "requested {0} MiB: needs {1} MiB")
    @CsvSource({"0, 100", "100, 200", "499, 599", "501, 601.2", "1024, 1228.8"})
    void aKillAsksForAFifthMoreOr100MiB(long requested, double needed) {
        assertThat(window.addOom(at(0), new Amount(requested * MIB))).isTrue();

        assertThat(percentile(1)).isEqualTo(end(needed * MIB / MB));
    }

    @Test
    void aKillCountsFromWhatWasUsedIfThatIsMore() {
        add(0, 2000);
        window.addOom(at(1), new Amount(1000 * MB));

        assertThat(percentile(0)).isEqualTo(end(2400));
    }

    /** 1.2 × 1000 each time, not 1.2 × 1200. */
    @Test
    void aKillDoesNotCountFromTheKillBefore() {
        window.addOom(at(0), new Amount(1000 * MB));
        window.addOom(at(1), new Amount(1000 * MB));

        assertThat(percentile(1)).isEqualTo(end(1200));
    }

    /** Usage below what the kill asked for is no peak, above it is. */
    @ParameterizedTest(name = "{0} MB after the kill: {1} MB")
    @CsvSource({"1100, 1200", "1300, 1300"})
    void usageIsMeasuredAgainstTheKillToo(long used, double peak) {
        window.addOom(at(0), new Amount(1000 * MB));
        add(1, used);

        assertThat(percentile(0)).isEqualTo(end(peak));
        assertThat(percentile(1)).isEqualTo(end(peak));
    }

    @Test
    void aKillFromBeforeTheWindowIsTooOld() {
        add(0, 500);
        add(24, 500);

        assertThat(window.addOom(at(23.9), new Amount(1000 * MB))).isFalse();
        assertThat(window.addOom(at(24), new Amount(1000 * MB))).isTrue();
    }

    /** As upstream: the kill's time is the last one then, and samples may go on from there. */
    @Test
    void afterALateKillSamplesMayBeOlder() {
        add(0, 500);
        add(10, 600);
        assertThat(add(6, 700)).isFalse();

        window.addOom(at(5), new Amount(MB));
        assertThat(add(6, 900)).isTrue();
        assertThat(percentile(1)).isEqualTo(end(900));
    }

    /** Then the aggregate may be a new one, and it is told when that began. */
    @Test
    void asksForTheAggregateAtTheTimeOfTheSample() {
        add(0, 500);
        add(30, 100);

        assertThat(asked).containsExactly(at(0), at(30));
    }
}
