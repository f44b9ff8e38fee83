// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server.fleet;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;

/**
 * A clock that goes on from an instant, so many times as fast as the one that it looks at; in whole
 * milliseconds.
 */
public final class Pace implements InstantSource {
    private final Instant from;
    private final long begin;
    private final int speed;
    private final LongSupplier nanos;

    /**
     * A clock that begins to run now.
     *
     * @param nanos the clock that it looks at, as {@link System#nanoTime}
     */
    public Pace(Instant from, int speed, LongSupplier nanos) {
        this.from = from;
        this.speed = speed;
        this.nanos = nanos;
        this.begin = nanos.getAsLong();
    }

    public int speed() {
        return speed;
    }

    @Override
    public Instant instant() {
        Duration passed = Duration.ofNanos(nanos.getAsLong() - begin).multipliedBy(speed);
        return from.plus(passed).truncatedTo(ChronoUnit.MILLIS);
    }
}
