// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.webhook;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long to wait after an attempt that failed: from 1 s on twice as long each time, up to 5 min,
 * and by chance up to a quarter more, so that receivers that failed together are not asked
 * together. What a receiver asks for itself is kept to, between 1 s and 1 h. Not thread-safe.
 */
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration LONGEST_ASKED = Duration.ofHours(1);
    private static final double JITTER = 0.25;

    private final RandomGenerator random;
    private Duration next = FIRST;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** The wait after one more failure. */
    Duration after(Optional<Duration> asked) {
        Duration own = spread(next);
        next = shorter(next.multipliedBy(2), LONGEST);
        return asked.map(wish -> shorter(longer(wish, FIRST), LONGEST_ASKED)).orElse(own);
    }

    /** The receiver works again. */
    void reset() {
        next = FIRST;
    }

    private Duration spread(Duration wait) {
        return wait.plusNanos((long) (wait.toNanos() * JITTER * random.nextDouble()));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
