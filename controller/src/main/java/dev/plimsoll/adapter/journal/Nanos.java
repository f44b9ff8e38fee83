// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.journal;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Instants as nanoseconds since 1970: what both systems hold exactly, from 1677 to 2262. */
final class Nanos {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final Instant FIRST = Instant.ofEpochSecond(Long.MIN_VALUE / SECOND);
    private static final Instant LAST = Instant.ofEpochSecond(Long.MAX_VALUE / SECOND);

    private Nanos() {}

    /** The nanoseconds of an instant; what lies outside becomes the least or the most. */
    static long of(Instant instant) {
        if (instant.isBefore(FIRST)) {
            return Long.MIN_VALUE;
        }
        return instant.isAfter(LAST)
                ? Long.MAX_VALUE
                : instant.getEpochSecond() * SECOND + instant.getNano();
    }

    static Instant toInstant(long nanos) {
        return Instant.ofEpochSecond(0, nanos);
    }
}
