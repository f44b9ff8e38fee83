// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
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
        Drive drive = new Drive(new Recording(schedule), origin);
        for (int request = 0; request < schedule.requests(); request++) {
            sleepUntil(origin + schedule.sendNanos(request));
            int number = request;
            Thread.ofVirtual()
                    .uncaughtExceptionHandler((_, failure) -> drive.fail(failure))
                    .start(() -> send(number, drive));
        }
        drive.await();
        return drive.recording;
    }

    @Override
    public void close() {
        for (Connection connection : idle) {
            end(connection);
        }
    }

    private void send(int request, Drive drive) {
        record(request, drive.recording, drive.origin);
        drive.ended.countDown();
    }

    /** What ends without an answer is lost, and its connection with it. */
    private void record(int request, Recording recording, long origin) {
        recording.sent(request, System.nanoTime() - origin);
        try {
            Answer answer = ask(recording.schedule().serviceNanos(request));
            recording.answered(request, answer.server(), System.nanoTime() - origin);
            recording.wokeLate(request, answer.wokeLateMicros());
        } catch (IOException e) {
            recording.lost(request, System.nanoTime() - origin);
            recording.lostTo(request, e.toString());
        }
    }

    private Answer ask(long serviceNanos) throws IOException {
        Connection free = idle.pollFirst();
        Connection connection = free == null ? new Connection(port) : free;
        try {
            Answer answer = Answer.of(connection.post("/" + serviceNanos));
            idle.addFirst(connection);
            return answer;
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

    private static void sleepUntil(long nanos) {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** One run of a schedule: what is known of it, and how many requests are still on their way. */
    private static final class Drive {
        private final Recording recording;
        private final long origin;
        private final CountDownLatch ended;
        private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

        private Drive(Recording recording, long origin) {
            this.recording = recording;
            this.origin = origin;
            this.ended = new CountDownLatch(recording.schedule().requests());
        }

        /** A failure that is not a lost request is kept for the thread that drives. */
        private void fail(Throwable failure) {
            failures.add(failure);
            ended.countDown();
        }

        private void await() throws IOException, InterruptedException {
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("%d requests have found no end".formatted(ended.getCount()));
            }
            Throwable first = failures.peek();
            if (first != null) {
                throw new IllegalStateException("a request failed: " + first, first);
            }
        }
    }
}
