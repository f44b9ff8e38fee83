// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.vpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Recommendations worked by hand, from the constants of recommender.go and aggregations_config.go.
 * Both resources have the same buckets in other units, so that 1 core and 1 GB are both in bucket
 * ⌊log(1·0.05/0.01 + 1)/log 1.05⌋ = ⌊36.72⌋, which ends at 0.01·(1.05^37 − 1)/0.05 = 1.01628…
 */
class VpaRecommenderTest {
    private static final Instant START = Instant.parse("2026-01-05T07:00:00Z");
    private static final long GB = 1_000_000_000;
    private static final Amount LEAST_CPU = new Amount(25);
    private static final Amount LEAST_MEMORY = new Amount(250L * 1024 * 1024);

    private final VpaRecommender recommender = new VpaRecommender(1, ContainerPolicy.NONE);

    private Recommendation recommendation(Instant at) {
        return recommender.recommend(at).orElseThrow();
    }

    private static Instant minutes(long minutes) {
        return START.plusSeconds(60 * minutes);
    }

    private static Instant days(long days) {
        return START.plus(Duration.ofDays(days));
    }

    /**
     * 1016 millicores and ⌊152.4⌋ of margin; 1 016 281 388 bytes and ⌊152 442 208.2⌋. No span of
     * history: the lower bound is zero, so the minimum, and the upper one the largest amount.
     */
    @Test
    void oneSampleHasATargetAndBoundsThatSayNothing() {
        recommender.start("web-0", "r1", START);
        recommender.addCpu("web-0", START, 1);
        recommender.addMemory("web-0", START, GB);

        var cpu = new Amount(1168);
        var memory = new Amount(1_168_723_596);
        assertThat(recommendation(START))
                .isEqualTo(
                        new Recommendation(
                                new ResourceRecommendation(cpu, LEAST_CPU, Amount.MAX, cpu),
                                new ResourceRecommendation(
                                        memory, LEAST_MEMORY, Amount.MAX, memory)));
    }

    /**
     * n samples at one a minute are (n − 1)/1440 days. 1 + 1440/(n − 1) is 25 and 2 there; (1 +
     * 0.001·1440/(n − 1))^-2 is (1 + 1.44/60)^-2 = 0.95367 and 1.001^-2 = 0.99800.
     */
    @ParameterizedTest(name = "{0} min: {1} to {2}")
    @CsvSource({"60, 1113, 29200", "1440, 1165, 2336"})
    void theBoundsCloseInWithHistory(int minutes, long lower, long upper) {
        recommender.start("web-0", "r1", START);
        for (int minute = 0; minute <= minutes; minute++) {
            recommender.addCpu("web-0", minutes(minute), 1);
        }

        ResourceRecommendation cpu = recommendation(minutes(minutes)).cpu();
        assertThat(cpu.target()).isEqualTo(new Amount(1168));
        assertThat(cpu.lowerBound()).isEqualTo(new Amount(lower));
        assertThat(cpu.upperBound()).isEqualTo(new Amount(upper));
    }

    /** Weights 1 : 2^d: the older sample has a ninth after 3 days and a seventeenth after 4. */
    @ParameterizedTest(name = "{0} days: {1}")
    @CsvSource({"3, 4742", "4, 1168"})
    void theTargetIsThe90thPercentileOfWhatIsNotForgotten(int days, long target) {
        recommender.start("web-0", "r1", START);
        recommender.addCpu("web-0", START, 4);
        recommender.addCpu("web-0", days(days), 1);

        assertThat(recommendation(days(days)).cpu().target()).isEqualTo(new Amount(target));
    }

    @ParameterizedTest(name = "{0} containers: {1}, {2}")
    @CsvSource({"1, 25, 262144000", "3, 8, 87381333"})
    void aContainerWithoutSamplesGetsItsShareOfThePodsMinimum(
            int containers, long cpu, long memory) {
        var shared = new VpaRecommender(containers, ContainerPolicy.NONE);
        shared.start("web-0", "r1", START);

        Recommendation recommendation = shared.recommend(START).orElseThrow();
        assertThat(recommendation.cpu().target()).isEqualTo(new Amount(cpu));
        assertThat(recommendation.cpu().upperBound()).isEqualTo(new Amount(cpu));
        assertThat(recommendation.memory().target()).isEqualTo(new Amount(memory));
    }

    @Test
    void nothingIsRecommendedBeforeTheFirstReplica() {
        assertThat(recommender.recommend(START)).isEmpty();
    }

    @Test
    void thePolicyCapsAllButTheUncappedTarget() {
        var range = new AllowedRange(new Amount(500), new Amount(1000));
        var capped = new VpaRecommender(1, new ContainerPolicy(range, AllowedRange.ANY));
        capped.start("web-0", "r1", START);
        capped.addCpu("web-0", START, 1);

        assertThat(capped.recommend(START).orElseThrow().cpu())
                .isEqualTo(
                        new ResourceRecommendation(
                                new Amount(1000),
                                new Amount(500),
                                new Amount(1000),
                                new Amount(1168)));
    }

    /** 1 core three times out of four, which has the median; 4 cores have the 90th percentile. */
    @Test
    void replicasShareWhatIsKnown() {
        recommender.start("web-0", "r1", START);
        recommender.start("web-1", "r1", START);
        for (int minute = 0; minute < 1440; minute++) {
            recommender.addCpu("web-0", minutes(minute), 1);
            recommender.addCpu("web-1", minutes(minute), minute % 2 == 0 ? 1 : 4);
        }

        ResourceRecommendation cpu = recommendation(minutes(1440)).cpu();
        assertThat(cpu.lowerBound()).isEqualTo(new Amount(1165));
        assertThat(cpu.target()).isEqualTo(new Amount(4742));
    }

    /** The peaks of both, though the first is gone: 8 GB with weight 1, 1 GB with 2. */
    @Test
    void whatAnOlderRevisionUsedStillCounts() {
        recommender.start("old", "r1", START);
        recommender.addMemory("old", START, 8 * GB);
        recommender.addCpu("old", START, 4);
        recommender.stop("old");
        recommender.start("new", "r2", days(1));
        recommender.addMemory("new", days(1), GB);

        assertThat(recommendation(days(1)).memory().target().units()).isGreaterThan(8 * GB);
        assertThat(recommendation(days(1)).cpu().target()).isEqualTo(new Amount(4742));
    }

    /** Eight days after the last CPU sample, but looked for once an hour, after recommending. */
    @Test
    void whatHadNoSampleForEightDaysIsForgotten() {
        recommender.start("web-0", "r1", START);
        recommender.addCpu("web-0", START, 1);
        assertThat(recommender.recommend(days(8).minusSeconds(1))).isPresent();
        assertThat(recommender.recommend(days(8).plusSeconds(1))).isPresent();
        assertThat(recommender.recommend(days(8).plusSeconds(3598))).isPresent();
        assertThat(recommender.recommend(days(8).plusSeconds(3599))).isPresent();

        assertThat(recommender.recommend(days(8).plusSeconds(3600))).isEmpty();

        recommender.addCpu("web-0", days(9), 4);
        assertThat(recommendation(days(9)).cpu().target()).isEqualTo(new Amount(4742));
    }

    /** Memory alone does not keep it, and without CPU its age is that of the aggregate. */
    @Test
    void aLivingReplicaWithoutCpuSamplesIsForgottenTooAfterEightDays() {
        recommender.start("web-0", "r1", START);
        recommender.addMemory("web-0", days(7), GB);
        assertThat(recommender.recommend(days(7))).isPresent();
        assertThat(recommender.recommend(days(8))).isPresent();

        assertThat(recommender.recommend(days(8))).isEmpty();
    }

    @Test
    void aReplicaThatLeftWithoutACpuSampleIsForgottenAtOnce() {
        recommender.start("web-0", "r1", START);
        recommender.addMemory("web-0", START, GB);
        recommender.stop("web-0");
        assertThat(recommender.recommend(START)).isPresent();

        assertThat(recommender.recommend(START)).isEmpty();
    }

    @Test
    void ignoresWhatUpstreamIgnores() {
        recommender.start("web-0", "r1", START);
        assertThat(recommender.addCpu("web-0", minutes(1), 1)).isTrue();

        assertThat(recommender.addCpu("web-0", minutes(2), -1)).isFalse();
        assertThat(recommender.addCpu("web-0", minutes(1), 4)).isFalse();
        assertThat(recommender.addCpu("web-0", START, 4)).isFalse();
        assertThat(recommender.addMemory("web-0", START, -1)).isFalse();
        assertThat(recommendation(START).cpu().target()).isEqualTo(new Amount(1168));
        assertThat(recommendation(START).memory().target()).isEqualTo(LEAST_MEMORY);
    }

    @Test
    void noUsageIsASampleToo() {
        recommender.start("web-0", "r1", START);

        assertThat(recommender.addCpu("web-0", START, 0)).isTrue();
        assertThat(recommender.addMemory("web-0", START, 0)).isTrue();
    }

    /** Otherwise its time would count, and the sample that is right be too late. */
    @Test
    void aSampleThatIsIgnoredDoesNotMoveTime() {
        recommender.start("web-0", "r1", START);
        recommender.addCpu("web-0", minutes(5), -1);
        recommender.addMemory("web-0", minutes(5), -1);

        assertThat(recommender.addCpu("web-0", minutes(1), 1)).isTrue();
        assertThat(recommender.addMemory("web-0", minutes(1), GB)).isTrue();
    }

    /** 1.2 GiB are in the bucket that ends at 1 352 317 511, and 15 % come on top. */
    @Test
    void aKillRaisesTheTarget() {
        recommender.start("web-0", "r1", START);
        recommender.addMemory("web-0", START, GB);
        assertThat(recommender.recordOom("web-0", minutes(1), 1L << 30)).isTrue();

        assertThat(recommendation(minutes(1)).memory().target())
                .isEqualTo(new Amount(1_352_317_511 + 202_847_626));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"NaN", "Infinity", "-Infinity"})
    void refusesWhatIsNoNumber(double cores) {
        recommender.start("web-0", "r1", START);

        assertThatThrownBy(() -> recommender.addCpu("web-0", START, cores))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "cores %s of replica 'web-0': give a finite number, or no sample"
                                .formatted(cores));
    }

    @Test
    void refusesARequestBelowZero() {
        recommender.start("web-0", "r1", START);

        assertThatThrownBy(() -> recommender.recordOom("web-0", START, -5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("requestedBytes -5 of replica 'web-0': give 0 or more");
    }

    @Test
    void refusesReplicasThatAreNotThere() {
        recommender.start("web-0", "r1", START);
        recommender.stop("web-0");

        assertThatThrownBy(() -> recommender.addMemory("web-0", START, GB))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("replica 'web-0' is not there: start it first");
        assertThatThrownBy(() -> recommender.stop("web-0"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesToStartAReplicaTwice() {
        recommender.start("web-0", "r1", START);

        assertThatThrownBy(() -> recommender.start("web-0", "r2", START))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("replica 'web-0' is there already: stop it first");
    }

    @Test
    void refusesAPodWithoutContainers() {
        assertThatThrownBy(() -> new VpaRecommender(0, ContainerPolicy.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("containers 0: a pod has at least 1");
    }
}
