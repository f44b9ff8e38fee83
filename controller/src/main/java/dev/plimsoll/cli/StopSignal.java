// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import java.util.concurrent.CountDownLatch;

/** Ctrl-C or SIGTERM: asks a command to end, and waits until it has, which closing this says. */
final class StopSignal implements AutoCloseable {
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    StopSignal() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::end));
    }

    /** Opens when the command is to end. */
    CountDownLatch asked() {
        return asked;
    }

    private void end() {
        asked.countDown();
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
    }
}
