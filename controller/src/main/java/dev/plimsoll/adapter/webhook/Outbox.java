// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.webhook;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What waits for one receiver, in order. When it is full, the oldest that is not being sent makes
 * room: the newest tells best how things are. Thread-safe.
 */
final class Outbox {
    private final int most;
    private final Deque<Letter> queue = new ArrayDeque<>();
    private Optional<Letter> current = Optional.empty();
    private long dropped;
    private long queued;
    private boolean closed;

    /**
     * An empty one.
     *
     * @param most letters that wait, the one that is being sent included
     */
    Outbox(int most) {
        this.most = most;
    }

    synchronized void add(Letter letter) {
        if (closed) {
            dropped++;
            return;
        }
        queue.addLast(letter);
        if (waiting() > most) {
            queue.removeFirst();
            dropped++;
        }
        notifyAll();
    }

    /** The letter to be sent now, once there is one; empty when it is closed and there is none. */
    synchronized Optional<Letter> next() throws InterruptedException {
        while (current.isEmpty() && queue.isEmpty() && !closed) {
            wait();
        }
        if (current.isEmpty()) {
            current = Optional.ofNullable(queue.pollFirst());
        }
        return current;
    }

    /** The letter of now has arrived; once all have, what was dropped is past. */
    synchronized void delivered() {
        current = Optional.empty();
        if (queue.isEmpty()) {
            dropped = 0;
        }
    }

    /** What has waited since before is not sent any more. */
    synchronized void dropOlderThan(Instant oldest) {
        int before = waiting();
        current = current.filter(letter -> !letter.since().isBefore(oldest));
        queue.removeIf(letter -> letter.since().isBefore(oldest));
        dropped += before - waiting();
    }

    /** Nothing is sent any more. */
    synchronized void dropAll() {
        dropped += waiting();
        current = Optional.empty();
        queue.clear();
        close();
    }

    /** No more is taken in. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** From now on positions are of another journal, of which all was queued up to there. */
    synchronized void follow(long position) {
        current = current.map(letter -> letter.behind(position));
        List<Letter> letters = List.copyOf(queue);
        queue.clear();
        letters.forEach(letter -> queue.addLast(letter.behind(position)));
        queued = position;
    }

    /** All of the journal up to there was queued, as far as it is told. */
    synchronized void reach(long position) {
        queued = position;
    }

    synchronized long queued() {
        return queued;
    }

    /** Up to where nothing of the journal waits any more. */
    synchronized long told() {
        return first().map(Letter::behind).orElse(queued);
    }

    synchronized Backlog backlog() {
        return new Backlog(waiting(), first().map(Letter::since), dropped);
    }

    private Optional<Letter> first() {
        return current.or(() -> Optional.ofNullable(queue.peekFirst()));
    }

    private int waiting() {
        return queue.size() + (current.isPresent() ? 1 : 0);
    }
}
