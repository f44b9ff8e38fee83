// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/**
 * Slots that take requests first come, first served, each a thread of its own that sleeps for the
 * time of service. A slot counts as free from when its last request was due to end, not from when
 * the operating system woke it: late waking is felt by the answer, and does not add up to load.
 * Thread-safe.
 */
final class SlotQueue implements AutoCloseable {
    private record Job(long arrivedNanos, long serviceNanos, LongConsumer answer) {}

    private final BlockingQueue<Job> waiting = new LinkedBlockingQueue<>();
    private final Thread[] slots;

    SlotQueue(int slots) {
        this.slots = new Thread[slots];
        for (int slot = 0; slot < slots; slot++) {
            this.slots[slot] = Thread.ofPlatform().daemon().name("slot-" + slot).start(this::work);
        }
    }

    /**
     * Queues a request; {@code answer} is called by the slot that has served it, with the
     * nanoseconds since it was due to end.
     */
    void submit(long serviceNanos, LongConsumer answer) {
        waiting.add(new Job(System.nanoTime(), serviceNanos, answer));
    }

    /** Ends the slots; what waits or is being served is not answered. */
    @Override
    public void close() {
        for (Thread slot : slots) {
            slot.interrupt();
        }
    }

    private void work() {
        long free = System.nanoTime();
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Job job = waiting.take();
                free = later(free, job.arrivedNanos()) + job.serviceNanos();
                sleepUntil(free);
                job.answer().accept(System.nanoTime() - free);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Instants of {@link System#nanoTime} are compared by their difference. */
    private static long later(long one, long other) {
        return one - other > 0 ? one : other;
    }

    private static void sleepUntil(long nanos) throws InterruptedException {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.interrupted()) {
                throw new InterruptedException("the slot was ended");
            }
        }
    }
}
