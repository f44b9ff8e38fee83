// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackoffTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void doublesFromASecondToFiveMinutesAndAddsUpToAQuarter(long seed) {
        Backoff backoff = new Backoff(new SplittableRandom(seed));
        for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300}) {
            assertThat(backoff.after(Optional.empty()))
                    .isBetween(Duration.ofSeconds(seconds), Duration.ofMillis(1250L * seconds));
        }
        backoff.reset();
        assertThat(backoff.after(Optional.empty())).isLessThan(Duration.ofMillis(1251));
    }

    @Test
    void differentSeedsWaitDifferently() {
        assertThat(waits(1)).isEqualTo(waits(1)).isNotEqualTo(waits(2));
        assertThat(waits(1)).doesNotHaveDuplicates();
    }

    @Test
    void aWishCountsAsAFailureToo() {
        Backoff backoff = new Backoff(new SplittableRandom(1));
        assertThat(backoff.after(Optional.of(Duration.ofSeconds(30)))).hasSeconds(30);
        assertThat(backoff.after(Optional.empty())).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
    }

    private static List<Duration> waits(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, 5)
                .mapToObj(_ -> new Backoff(random).after(Optional.empty()))
                .toList();
    }
}
