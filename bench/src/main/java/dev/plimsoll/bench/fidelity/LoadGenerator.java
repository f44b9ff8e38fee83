// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import java.io.IOException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends the requests of a schedule to one port when they are due, whether or not earlier ones have
 * been answered: an open loop. One thread keeps the time; each request has a virtual thread, and a
 * connection for as long as it takes. Not thread-safe.
 */
final class LoadGenerator implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 300;

    private final int port;
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();

    LoadGenerator(int port) {
        this.port = port;
    }

    /** Sends all requests, from {@code origin} on, and waits for the last answer. */
    Recording drive(Schedule schedule, long origin) throws IOException, InterruptedException {
        Recording recording = new Recording(schedule);
        CountDownLatch ended = new CountDownLatch(schedule.requests());
        for (int request = 0; request < schedule.requests(); request++) {
            sleepUntil(origin + schedule.sendNanos(request));
            int number = request;
            Thread.startVirtualThread(() -> {
                send(number, recording, origin);
                ended.countDown();
            });
        }
        await(ended);
        return recording;
    }

    @Override
    public void close() {
        for (Connection connection : idle) {
            end(connection);
        }
    }

    /** What ends without an answer is lost, and its connection with it. */
    private void send(int request, Recording recording, long origin) {
        recording.sent(request, System.nanoTime() - origin);
        try {
            int server = ask(recording.schedule().serviceNanos(request));
            recording.answered(request, server, System.nanoTime() - origin);
        } catch (IOException e) {
            recording.lost(request, System.nanoTime() - origin);
        }
    }

    private int ask(long serviceNanos) throws IOException {
        Connection free = idle.pollFirst();
        Connection connection = free == null ? new Connection(port) : free;
        try {
            int server = Integer.parseInt(connection.post("/" + serviceNanos));
            idle.addFirst(connection);
            return server;
        } catch (IOException e) {
            end(connection);
            throw e;
        }
    }

    private static void end(Connection connection) {
        try {
            connection.close();
        } catch (IOException e) {
            throw new IllegalStateException("a connection cannot be closed", e);
        }
    }

    private static void await(CountDownLatch ended) throws IOException, InterruptedException {
        if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IOException("%d requests have found no end".formatted(ended.getCount()));
        }
    }

    private static void sleepUntil(long nanos) {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
