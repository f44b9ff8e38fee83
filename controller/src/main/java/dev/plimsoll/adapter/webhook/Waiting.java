// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.webhook;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How time is let pass between two attempts. */
@FunctionalInterface
public interface Waiting {
    /** By the clock of the machine. */
    Waiting REAL = (until, most) -> until.await(most.toNanos(), TimeUnit.NANOSECONDS);

    /** Waits until the latch opens, which it then says, or for so long at most. */
    boolean await(CountDownLatch until, Duration most) throws InterruptedException;
}
