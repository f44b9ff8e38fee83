// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.app;

import dev.plimsoll.server.control.Answer;
import dev.plimsoll.server.control.Answer.Refusal;
import dev.plimsoll.server.control.Order;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Through which orders reach the loop, which alone may carry them out. An order that the loop does
 * not get to in time is withdrawn, so that one that was refused never comes into force later.
 * Thread-safe.
 */
final class Inbox {
    /** An order and what became of it, or nothing but a nudge. */
    private record Letter(Optional<Order> order, CompletableFuture<Answer> answer) {
        Letter(Optional<Order> order) {
            this(order, new CompletableFuture<>());
        }

        /** A letter is this one and no other, whatever it says. */
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    private final BlockingQueue<Letter> letters = new LinkedBlockingQueue<>();
    private final Duration patience;

    /**
     * An empty one.
     *
     * @param patience how long the loop is waited for
     */
    Inbox(Duration patience) {
        this.patience = patience;
    }

    /** Hands an order in, and waits for its answer. */
    Answer ask(Order order) {
        Letter letter = new Letter(Optional.of(order));
        letters.add(letter);
        try {
            return answer(letter);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            letters.remove(letter);
            return tooLate();
        } catch (ExecutionException e) {
            throw new IllegalStateException("an order was not answered: " + order, e.getCause());
        }
    }

    private Answer answer(Letter letter) throws InterruptedException, ExecutionException {
        try {
            return letter.answer().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // Once the loop has it, it is answered as soon as the journal has said yes or no.
            return letters.remove(letter) ? tooLate() : letter.answer().get();
        }
    }

    private static Answer tooLate() {
        return new Answer.Refused(
                Refusal.TIMED_OUT,
                "the loop did not get to it in time, and it will not do it later; try again");
    }

    /** Ends a wait early. */
    void nudge() {
        letters.add(new Letter(Optional.empty()));
    }

    /** Waits so long, or until it is nudged, and has what comes meanwhile answered. */
    void attend(long nanos, Function<Order, Answer> clerk) throws InterruptedException {
        long end = System.nanoTime() + nanos;
        boolean nudged = false;
        while (!nudged) {
            Letter letter = letters.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            nudged = letter == null || letter.order().isEmpty();
            if (letter != null) {
                letter.order().ifPresent(order -> answer(letter, order, clerk));
            }
        }
    }

    /** Has answered what lies there. */
    void empty(Function<Order, Answer> clerk) {
        for (Letter letter = letters.poll(); letter != null; letter = letters.poll()) {
            Letter found = letter;
            found.order().ifPresent(order -> answer(found, order, clerk));
        }
    }

    private static void answer(Letter letter, Order order, Function<Order, Answer> clerk) {
        try {
            letter.answer().complete(clerk.apply(order));
        } finally {
            letter.answer().completeExceptionally(new IllegalStateException("a defect"));
        }
    }
}
