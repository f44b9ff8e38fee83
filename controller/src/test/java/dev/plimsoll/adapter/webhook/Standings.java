// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Keeps how it stood with receivers. */
final class Standings implements Standing {
    private final BlockingQueue<Optional<String>> told = new LinkedBlockingQueue<>();

    @Override
    public void stands(Receiver receiver, Optional<String> trouble) {
        told.add(trouble);
    }

    /** The next trouble, whatever was well before; each is told once. */
    String trouble() throws InterruptedException {
        Optional<String> next = next();
        while (next.isEmpty()) {
            next = next();
        }
        return next.get();
    }

    /** Returns once all is well. */
    void well() throws InterruptedException {
        Optional<String> next = next();
        while (next.isPresent()) {
            next = next();
        }
    }

    private Optional<String> next() throws InterruptedException {
        Optional<String> next = told.poll(20, TimeUnit.SECONDS);
        assertThat(next).as("somebody tells how it stands").isNotNull();
        return next;
    }
}
