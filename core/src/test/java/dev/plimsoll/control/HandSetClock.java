// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that moves only when it is told to. */
public final class HandSetClock implements InstantSource {
    private Instant now;

    public HandSetClock(Instant now) {
        this.now = now;
    }

    public void advance(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
