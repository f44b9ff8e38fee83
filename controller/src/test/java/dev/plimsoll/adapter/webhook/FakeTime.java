// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Time that passes only where somebody waits for it, and then at once; or, while it is held, not at
 * all.
 */
public final class FakeTime implements InstantSource, Waiting {
    public static final Instant START = Instant.parse("2026-01-05T10:02:00Z");

    private final BlockingQueue<Duration> waits = new LinkedBlockingQueue<>();
    private Instant now = START;
    private boolean held;

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public synchronized boolean await(CountDownLatch until, Duration most)
            throws InterruptedException {
        waits.add(most);
        while (held) {
            wait();
        }
        now = now.plus(most);
        return until.getCount() == 0;
    }

    public synchronized void hold() {
        held = true;
    }

    synchronized void release() {
        held = false;
        notifyAll();
    }

    /** How long the next wait is, or was; each is told once. */
    Duration nextWait() throws InterruptedException {
        Duration wait = waits.poll(20, TimeUnit.SECONDS);
        assertThat(wait).as("somebody waits").isNotNull();
        return wait;
    }

    /** Returns once so much of it was waited for. */
    void pass(Duration span) throws InterruptedException {
        Duration passed = Duration.ZERO;
        while (passed.compareTo(span) <= 0) {
            passed = passed.plus(nextWait());
        }
    }
}
