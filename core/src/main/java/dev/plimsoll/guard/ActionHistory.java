// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.guard;

import dev.plimsoll.model.Action;
import dev.plimsoll.model.ScalingBehavior;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The approved actions of one workload that rates and cool-downs still count: the last hour's, at
 * most {@value #CAPACITY}. Not thread-safe.
 */
public final class ActionHistory {
    private static final int CAPACITY = ScalingBehavior.MOST_ACTIONS_PER_MINUTE;
    private static final Duration MEMORY = ScalingBehavior.LONGEST_MEMORY;

    private record Change(Instant at, int from, int to) {}

    private final Deque<Change> changes = new ArrayDeque<>();
    private Instant lastChange = Instant.MIN;
    private Instant lastScaleOut = Instant.MIN;

    /** Takes note of an action that was approved at {@code at}. */
    public void add(Instant at, Action action) {
        switch (action) {
            case Action.Scale(var _, int from, int to) -> add(new Change(at, from, to));
        }
    }

    /**
     * When a scaling was last approved, even if it was then refused; {@link Instant#MIN} if never.
     */
    public Instant lastChange() {
        return lastChange;
    }

    Instant lastScaleOut() {
        return lastScaleOut;
    }

    /** Actions after {@code since}. */
    int actionsSince(Instant since) {
        int actions = 0;
        for (var newest = changes.descendingIterator(); newest.hasNext(); actions++) {
            if (!newest.next().at().isAfter(since)) {
                break;
            }
        }
        return actions;
    }

    /** Replicas added less replicas removed after {@code since}. */
    int netChangeSince(Instant since) {
        int net = 0;
        for (var newest = changes.descendingIterator(); newest.hasNext(); ) {
            Change change = newest.next();
            if (!change.at().isAfter(since)) {
                break;
            }
            net += change.to() - change.from();
        }
        return net;
    }

    /** Replicas removed after {@code since}, whatever was added. */
    int removedSince(Instant since) {
        int removed = 0;
        for (var newest = changes.descendingIterator(); newest.hasNext(); ) {
            Change change = newest.next();
            if (!change.at().isAfter(since)) {
                break;
            }
            removed += Math.max(0, change.from() - change.to());
        }
        return removed;
    }

    public void save(StateWriter out) {
        put(out, lastChange);
        put(out, lastScaleOut);
        out.putInt(changes.size());
        for (Change change : changes) {
            put(out, change.at());
            out.putInt(change.from()).putInt(change.to());
        }
    }

    public void restore(StateReader in) {
        lastChange = instant(in);
        lastScaleOut = instant(in);
        changes.clear();
        for (int left = in.getInt(); left > 0; left--) {
            changes.add(new Change(instant(in), in.getInt(), in.getInt()));
        }
    }

    private void add(Change change) {
        while (!changes.isEmpty() && isForgotten(changes.getFirst(), change.at())) {
            changes.removeFirst();
        }
        changes.addLast(change);
        lastChange = change.at();
        if (change.to() > change.from()) {
            lastScaleOut = change.at();
        }
    }

    private boolean isForgotten(Change oldest, Instant now) {
        return changes.size() == CAPACITY || oldest.at().isBefore(now.minus(MEMORY));
    }

    private static void put(StateWriter out, Instant instant) {
        out.putLong(instant.getEpochSecond()).putInt(instant.getNano());
    }

    private static Instant instant(StateReader in) {
        return Instant.ofEpochSecond(in.getLong(), in.getInt());
    }
}
